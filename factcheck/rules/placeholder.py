"""P301 placeholder: TK, XX, "$XX million", [CHECK] or the like.

Level: error. Needs a model: no.

Why: what was to be filled in later is printed as it stands. Code, file names and links are not looked at.
`tk = false` under `[marks]` lets TK pass.

Example:
    article.md:3:26-36: error P301 placeholder: `$XX million` is a placeholder
      |
    3 | The harbour will cost $XX million.
      |                       ^^^^^^^^^^^

What to do: fill it in, or take it out.

Since: 0.2.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.consistency import placeholders
from factcheck.report import Finding, Level, Report
from factcheck.rules import in_article
from factcheck.rules.base import Example

_EXAMPLES = (
    Example("The harbour will cost $XX million.\n", flagged="$XX million"),
    Example("The mayor, TK, opened the line.\n", flagged="TK"),
    Example("Some XX percent of the boats were lost.\n", flagged="XX percent"),
    Example("The storm sank some XX boats.\n", flagged="XX"),
    Example("The line opened in 1911 [CHECK].\n", flagged="[CHECK]"),
    Example("The line opened in 1911 [citation needed].\n", flagged="[citation needed]"),
    Example("Lorem ipsum was set. Then came lorem ipsum dolor.\n", flagged="lorem ipsum dolor"),
    Example("Set `TK` to XX in `config.TK`.\n\n    TK = 1\n"),
    Example("TK Maxx opened a shop of size XXL in the XX arrondissement.\n"),
    Example("Women have XX chromosomes, men XY.\n"),
)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder that was to be filled in.

    Attributes:
        tk: Whether TK is one; others always are.
    """

    tk: bool = True
    id: str = "P301"
    name: str = "placeholder"
    level: Level = Level.ERROR
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a place."""
        for index, document in enumerate(report.documents):
            for span in placeholders(document, tk=self.tk):
                yield in_article.finding(
                    self, report, index, span, "is a placeholder", "", "fill it in, or take it out"
                )
