"""`factcheck rule`: explain rules."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.options import ListingFormat, ListingFormatOption
from factcheck.cli.streams import emit
from factcheck.errors import UsageError


def rule(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[RULE]...", help="N101, number-contradicted, or a prefix: N1.", show_default=False),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All rules as one Markdown page.")] = False,
    format: ListingFormatOption = ListingFormat.FULL,
) -> ExitCode:
    """Explain what rules report, why, and what to do about it."""
    from factcheck.output.json_report import dumped
    from factcheck.rules import registry
    from factcheck.rules.page import data, explained, page
    from factcheck.rules.selection import UnknownRuleError, resolved

    if bool(names) == every:
        raise UsageError("name rules, or pass --all")
    known = registry()
    try:
        ids = dict.fromkeys(id for name in names or ["ALL"] for id in resolved(name))
    except UnknownRuleError as error:
        raise UsageError(str(error)) from None
    chosen = [known[id] for id in ids]
    if format is ListingFormat.JSON:
        emit(dumped({"schema": "factcheck/rules/1", "rules": [data(one) for one in chosen]}))
    elif every:
        emit(page(chosen))
    else:
        emit("\n\n".join(f"{explained(one)}\n" for one in chosen))
    return ExitCode.CLEAN
