"""R602 reference-changed: a reference differs from the one that the article was signed off on.

Level: warning. Needs a model: no.

Why: an article can become wrong without a word of it being touched: a source is corrected, replaced or taken away after
the review.

Example:
    article.md:1:1: warning R602 reference-changed: reference `r2` has changed since mk signed the article off on
    2026-05-04
      = help: check the article against it, and sign it off again

What to do: see in `factcheck review` what has changed, and sign the article off again.

Since: 0.2.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.document import Span
from factcheck.report import Finding, Level, Report, SignedOff
from factcheck.rules import wording
from factcheck.rules.base import Earlier, Example

_DAM = "The dam holds 37 million cubic metres of water when it is full.\n"
_FULL = "When it is full, the dam holds 37 million cubic metres of water.\n"
_MORE = f"{_FULL}\nThe figure is from the survey of 2019.\n"
_EXAMPLES = (
    Example(_DAM, (_MORE,), flagged="", earlier=Earlier(_DAM, (_FULL,))),
    Example(_DAM, (_FULL,), flagged="", earlier=Earlier(_DAM, (_FULL, _MORE))),
    Example(_DAM, (_FULL,), earlier=Earlier(_DAM, (_FULL,))),
    Example(f"{_DAM}\nIt was built by prisoners.\n", (_FULL,), earlier=Earlier(_DAM, (_FULL,))),
)


@dataclass(frozen=True, slots=True)
class ReferenceChanged:
    """A reference that is not the one that the article was signed off on."""

    id: str = "R602"
    name: str = "reference-changed"
    level: Level = Level.WARNING
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a reference, at the article's start."""
        for signed in report.sign_offs:
            now = {report.references[i].id: i for i in report.checked_against[signed.document]}
            told: set[str] = set()
            for id, digest in signed.references:
                document = report.references[now[id]].document if id in now else None
                # The records of one file change together: one finding is enough.
                if document and (document.sha256 == digest or document.path in told):
                    continue
                if document:
                    told.add(document.path)
                yield self._finding(signed, id, "has changed" if document else "is no longer among the references")

    def _finding(self, signed: SignedOff, id: str, what: str) -> Finding:
        return Finding(
            rule=self.id,
            name=self.name,
            level=self.level,
            document=signed.document,
            span=Span(0, 0),
            claim=None,
            message=(
                f"reference {wording.quoted(id)} {what} since {signed.reviewer} signed the article off "
                f"on {signed.at[:10]}"
            ),
            help="check the article against it, and sign it off again",
        )
