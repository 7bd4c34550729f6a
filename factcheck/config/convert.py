"""What the parts of the program need of a configuration, in their own words."""

from __future__ import annotations

from pathlib import Path

from factcheck.config.classes import kinds_of, reasons_of
from factcheck.config.configuration import Configuration
from factcheck.patterns import Patterns
from factcheck.rules.selection import Choice, Selection
from factcheck.settings import NumberSettings


def number_settings(config: Configuration) -> NumberSettings:
    """Which numbers are checked, and how far they may be rounded."""
    numbers = config.values.numbers
    round_to: float | None = None
    if numbers.round_to != "hedge":
        round_to = 0.0 if numbers.round_to == "exact" else float(numbers.round_to.rstrip("% ")) / 100
    return NumberSettings(round_to, kinds_of(numbers.skip), reasons_of(numbers.check))


def selection(config: Configuration, chosen: Choice, ignored_in: tuple[tuple[str, str], ...] = ()) -> Selection:
    """Which rules are applied.

    Args:
        config: The configuration.
        chosen: What the command line says.
        ignored_in: What the command line says of single articles: glob and selector.
    """
    values = config.values
    ignored = [
        (Patterns(config.origin("per-file-ignores", glob).folder, (glob,)).fit, selectors)
        for glob, selectors in values.per_file_ignores.items()
    ]
    ignored += [(Patterns(Path.cwd(), (glob,)).fit, (selector,)) for glob, selector in ignored_in]
    return Selection(
        (Choice(values.select, values.extend_select, values.ignore), chosen),
        tuple(values.levels.items()),
        tuple(ignored),
    )


def patterns(config: Configuration, *keys: str) -> tuple[Patterns, ...]:
    """The globs of some keys, each with the folder that they are relative to."""
    return tuple(
        Patterns(config.origin(key).folder, globs)
        for key in keys
        if (globs := getattr(config.values, key.replace("-", "_")))
    )


def reference_patterns(config: Configuration) -> tuple[tuple[Patterns, tuple[str, ...]], ...]:
    """For each entry of `[references]` the articles that it is for, and the globs of their references."""
    return tuple(
        (Patterns(config.origin("references", glob).folder, (glob,)), found)
        for glob, found in config.values.references.items()
    )
