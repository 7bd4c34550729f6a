"""Options that say which rules are applied, and what they fail."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.settings import FailLevel


def _confidence(value: str) -> float:
    """A number from 0 to 1, refused with the value as it was written."""
    try:
        confidence = float(value)
    except ValueError:
        confidence = -1.0
    if not 0 <= confidence <= 1:
        raise typer.BadParameter(f"{value!r} is not a number from 0 to 1")
    return confidence


_RULES = "N101, number-contradicted, N1, N, ALL; with commas or repeated"

SelectOption = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULES", help=f"Rules to apply ({_RULES}).", show_default=False),
]
IgnoreOption = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="RULES", help="Rules not to apply.", show_default=False)
]
ExtendSelectOption = Annotated[
    list[str] | None,
    typer.Option("--extend-select", metavar="RULES", help="Rules beside those selected.", show_default=False),
]
PerFileIgnoresOption = Annotated[
    list[str] | None,
    typer.Option(
        "--per-file-ignores", metavar="GLOB:RULES", help="Rules not to apply to some articles.", show_default=False
    ),
]
FailLevelOption = Annotated[
    FailLevel | None,
    typer.Option(
        "--fail-level",
        help="From which level on a finding makes the exit code 1.  [default: error]",
        show_default=False,
    ),
]
ExitZeroOption = Annotated[bool, typer.Option("--exit-zero", help="The same as --fail-level never.")]
MinConfidenceOption = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="0..1",
        parser=_confidence,
        help="Contradictions below it are called unverified; numbers supported with less are noted (N110).",
        show_default=False,
    ),
]
