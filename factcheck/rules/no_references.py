"""R601 no-references: nothing to check against.

Level: error. Needs a model: no.

Why: an article that was compared with nothing must not look like one that passed. The article itself, a near-copy or an
earlier version of it is no reference.

Example:
    article.md:1:1: error R601 no-references: the article has no references to be checked against
      = help: name them with -r, put them into the folder ARTICLE.refs/ beside it, or list them under `references:` in
        its front matter or under [references] in factcheck.toml

What to do: name the references. A source that was set aside because it reads like the article stays one if
`independent` in factcheck.toml, or --independent, names it.

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.document import Span
from factcheck.report import Finding, Level, Report
from factcheck.rules.base import Example

_HELP = (
    "name them with -r, put them into the folder ARTICLE.refs/ beside it, or list them under `references:` in its "
    "front matter or under [references] in factcheck.toml"
)
_EXAMPLES = (
    Example("The line opened in 1911.\n", flagged=""),
    Example("The line opened in 1911.\n", ("The line opened in 1911.\n",)),
)


@dataclass(frozen=True, slots=True)
class NoReferences:
    """An article with nothing to check it against."""

    id: str = "R601"
    name: str = "no-references"
    level: Level = Level.ERROR
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding an article, at its start."""
        for document, indices in enumerate(report.checked_against):
            if indices:
                continue
            yield Finding(
                rule=self.id,
                name=self.name,
                level=self.level,
                document=document,
                span=Span(0, 0),
                claim=None,
                message="the article has no references to be checked against" + _set_aside(report, document),
                help=_HELP,
            )


def _set_aside(report: Report, document: int) -> str:
    """Why the references that it was given are none, for the end of a message."""
    reasons = [
        f"{report.references[one.reference].id} {one.reason}" for one in report.set_aside if one.document == document
    ]
    return f": {', '.join(reasons)}" if reasons else ""
