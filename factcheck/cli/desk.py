"""The files of a review and their check, for every way to review."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.api import Checker
    from factcheck.checker import Progress, Stream
    from factcheck.report import Report
    from factcheck.tui.desk import Desk, Material


def desk_of(article: str | None, references: Sequence[str], saved: str | None, nli: str, splitter: str) -> Desk:
    """The files of a review, read, and their check, whose engine is loaded when it is first needed.

    Args:
        article: The article; None where a report tells.
        references: Files, folders and globs.
        saved: A report that stands for the first check, or None; once a file changes there is a new check.
        nli: What judges.
        splitter: What makes the claims.

    Raises:
        UsageError: It is not told what is reviewed.
        InputError: The article cannot be read, a name of a reference leads nowhere, or a report does not fit.
    """
    from factcheck.readers import read_document, read_references
    from factcheck.tui.desk import Desk, Material

    known = _known(saved, article, references)
    if known:
        article = known.documents[0].path
        references = list(dict.fromkeys(reference.document.path for reference in known.references))
    if article is None:
        raise UsageError("name the article to review, or a report with --from")
    if article == "-":
        raise UsageError("review needs a file: decisions are kept beside it")
    named: str = article

    def read(added: Sequence[str]) -> Material:
        document = read_document(named)
        sources, unread = read_references([*references, *added])
        return Material(document, tuple(sources), tuple(unread))

    first = Material(known.documents[0], known.references) if known else read(())
    return Desk(first, read, _Judge(nli, splitter, first, known))


def _known(saved: str | None, article: str | None, references: Sequence[str]) -> Report | None:
    if saved is None:
        return None
    from factcheck.cli.saved import saved_report

    return saved_report(saved, article, references)


class _Judge:
    """Checks what lies on the desk; as long as that is what a report was made of, by that report."""

    def __init__(self, nli: str, splitter: str, first: Material, known: Report | None) -> None:
        self._nli, self._splitter = nli, splitter
        self._first, self._known = first, known
        self._checker: Checker | None = None

    def __call__(self, material: Material, progress: Progress, stream: Stream) -> Report:
        if self._known is not None and material.digests == self._first.digests:
            return self._known
        # The engine takes a second to import: by then the article is on the screen.
        from factcheck.api import Checker

        self._checker = self._checker or Checker(nli=self._nli, splitter=self._splitter)
        return self._checker.run([material.article], material.references, progress=progress, stream=stream)
