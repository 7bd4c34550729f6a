"""Which rules are applied to which articles, and how severe they are.

A selector is a rule's id ("N101"), its name ("number-contradicted"), a prefix of ids ("N", "N1") or "ALL". The
longest selector that fits a rule decides on it; of two as long that which ignores wins.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.report import Finding, Level
from factcheck.rules.base import Rule
from factcheck.rules.registry import registry

ALL = "ALL"


class UnknownRuleError(Exception):
    """No rule has that id, name or prefix; its text is one line with the nearest that exists."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What one place says of the rules: a configuration, or the command line.

    Attributes:
        select: The rules to apply; empty to begin from what was chosen before.
        extend: Rules to apply as well.
        ignore: Rules not to apply.
    """

    select: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True)
class Selection:
    """Which rules are applied, where, and how severe they are.

    Attributes:
        choices: In the order in which they count; none for all rules.
        levels: Levels by selector.
        ignored_in: Whether an article, by its path, is one in which some selectors are ignored.
    """

    choices: tuple[Choice, ...] = ()
    levels: tuple[tuple[str, Level], ...] = ()
    ignored_in: tuple[tuple[Callable[[str], bool], tuple[str, ...]], ...] = ()

    def rules(self, known: Iterable[Rule]) -> list[Rule]:
        """Those of the known rules that are applied, in their order."""
        return [rule for rule in known if self._applies(rule)]

    def _applies(self, rule: Rule) -> bool:
        applies = True
        for choice in self.choices:
            wanted, unwanted = _fit(rule, (*choice.select, *choice.extend)), _fit(rule, choice.ignore)
            if choice.select:
                applies = False
            if wanted or unwanted:
                applies = wanted > unwanted
        return applies

    def level(self, rule: Rule) -> Level | None:
        """How severe a rule's findings are to be; None where that is left to the rule."""
        fits = [(_fit(rule, [selector]), level) for selector, level in self.levels]
        return max((fit for fit in fits if fit[0]), key=lambda fit: fit[0], default=(0, None))[1]

    def ignores(self, finding: Finding, path: str) -> bool:
        """Whether a finding is not to be reported in the article of that path."""
        return any(
            selects(selector, finding.rule, finding.name)
            for fits, selectors in self.ignored_in
            if fits(path)
            for selector in selectors
        )


def selects(selector: str, id: str, name: str) -> bool:
    """Whether a selector fits the rule of that id and name."""
    wanted = selector.strip()
    return wanted.upper() == ALL or id.startswith(wanted.upper()) or wanted.lower() == name


def resolved(selector: str) -> list[str]:
    """The ids of the rules that a selector fits.

    Raises:
        UnknownRuleError: It fits none.
    """
    known = _known()
    found = [id for id, name in known if selector.strip() and selects(selector, id, name)]
    if found:
        return found
    names = [name for pair in known for name in pair]
    by_folded = {name.casefold(): name for name in names}
    close = difflib.get_close_matches(selector.strip().casefold(), by_folded, n=1, cutoff=0.5)
    hint = f"; did you mean {by_folded[close[0]]!r}?" if close else "; `factcheck rule --all` lists them"
    raise UnknownRuleError(f"no rule is called {selector!r}{hint}")


@cache
def _known() -> tuple[tuple[str, str], ...]:
    return tuple((id, rule.name) for id, rule in registry().items())


def _fit(rule: Rule, selectors: Sequence[str]) -> int:
    """How exactly the selector that fits a rule best names it; 0 if none does."""
    return max((_exactness(selector) for selector in selectors if selects(selector, rule.id, rule.name)), default=0)


def _exactness(selector: str) -> int:
    wanted = selector.strip()
    if wanted.upper() == ALL:
        return 1
    return 1 + (4 if "-" in wanted else len(wanted))
