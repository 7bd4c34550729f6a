"""The files of a review and their check, for every way to review."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.api import Checker
    from factcheck.checker import Progress, Stream
    from factcheck.config import Configuration
    from factcheck.report import Report
    from factcheck.tui.desk import Desk, Material


def desk_of(article: str, references: Sequence[str], known: Report | None, settings: Configuration) -> Desk:
    """The files of a review, read, and their check, whose engine is loaded when it is first needed.

    Args:
        article: The article.
        references: Files, folders and globs; the article's own where there are none.
        known: A report that stands for the first check, or None; once a file changes there is a new check.
        settings: How to judge, and where an article's references are.

    Raises:
        InputError: The article cannot be read, a name of a reference leads nowhere, or a report does not fit.
    """
    from factcheck.cli.configured import lookup
    from factcheck.inputs.gather import gather
    from factcheck.readers import read_document, read_references
    from factcheck.readers.names import find_files
    from factcheck.tui.desk import Desk, Material

    if known:
        references = list(dict.fromkeys(reference.document.path for reference in known.references))

    def read(added: Sequence[str]) -> Material:
        document = read_document(article)
        # A name that leads nowhere is a mistake at the keyboard, not a source that could not be read.
        find_files([*references, *added])
        if references or not added:
            found = gather([document], lookup(settings), references=[*references, *added])
            return Material(document, found.references, found.errors, _saved(article))
        own = gather([document], lookup(settings))
        more, unread = read_references([*(r.document.path for r in own.references), *added])
        return Material(document, tuple(more), (*own.errors, *unread), _saved(article))

    first = Material(known.documents[0], known.references, saved=_saved(article)) if known else read(())
    return Desk(first, read, _Judge(settings, first, known))


def _saved(article: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(Path(article).stat().st_mtime)
    except (OSError, OverflowError, ValueError):
        return None


def named(article: str | None, references: Sequence[str], saved: str | None) -> tuple[str, Report | None]:
    """The article of a review, and the report that stands for its first check.

    Args:
        article: As given; None where the report tells.
        references: As given.
        saved: The report's file, or None.

    Raises:
        UsageError: It is not told what is reviewed.
        InputError: The report cannot be read, or does not fit.
    """
    known = None
    if saved is not None:
        from factcheck.cli.saved import saved_report

        known = saved_report(saved, article, references)
        article = known.documents[0].path
    if article is None:
        raise UsageError("name the article to review, or a report with --from")
    if article == "-":
        raise UsageError("review needs a file: decisions are kept beside it")
    return article, known


class _Judge:
    """Checks what lies on the desk; as long as that is what a report was made of, by that report."""

    def __init__(self, settings: Configuration, first: Material, known: Report | None) -> None:
        self._settings = settings
        self._first, self._known = first, known
        self._checker: Checker | None = None

    def __call__(self, material: Material, progress: Progress, stream: Stream | None) -> Report:
        if self._known is not None and material.digests == self._first.digests:
            return self._known
        # The engine takes a second to import: by then the article is on the screen.
        from factcheck.cli.configured import checker, rules

        self._checker = self._checker or checker(self._settings, rules(self._settings))
        return self._checker.run([material.article], material.references, progress=progress, stream=stream)
