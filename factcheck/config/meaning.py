"""What types do not tell of a value: rules that exist, classes that are in one list only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.config.schema import ROUND_TO, Config
from factcheck.config.strict import MisfitError
from factcheck.config.toml import Key
from factcheck.rules.selection import UnknownRuleError, resolved


def check_meaning(config: Config) -> None:
    """Refuses values that have the right type and mean nothing.

    Raises:
        MisfitError: With the key and, for a rule, the nearest that exists.
    """
    for key, selector in _selectors(config):
        try:
            resolved(selector)
        except UnknownRuleError as error:
            raise MisfitError(key, str(error)) from None
    if not re.match(ROUND_TO, config.numbers.round_to):
        reason = f"{config.numbers.round_to!r} is neither exact, hedge nor a percentage below 100 like 1%"
        raise MisfitError(("numbers", "round-to"), reason)
    for both in set(config.numbers.skip) & set(config.numbers.check):
        raise MisfitError(("numbers", "check"), f"{both.value!r} is in numbers.skip as well")


def _selectors(config: Config) -> Iterator[tuple[Key, str]]:
    for name, selectors in (
        ("select", config.select),
        ("extend-select", config.extend_select),
        ("ignore", config.ignore),
    ):
        yield from (((name,), selector) for selector in selectors)
    for pattern, selectors in config.per_file_ignores.items():
        yield from ((("per-file-ignores", pattern), selector) for selector in selectors)
    yield from ((("levels", selector), selector) for selector in config.levels)
