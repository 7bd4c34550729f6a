"""`factcheck keys`: the keys of the review screen, and what this terminal sends."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.streams import emit
from factcheck.errors import UsageError


def keys(
    check: Annotated[
        bool, typer.Option("--check", help="Show what this terminal sends for each key, and what it does.")
    ] = False,
) -> ExitCode:
    """Print the keys of the review screen with the names by which a configuration can map them.

    Exit codes: 0 printed or left, 2 a mapping that cannot be used.
    """
    from factcheck.tui.keys import KeyMap

    keymap = KeyMap()
    if not check:
        emit(keymap.listing())
        return ExitCode.CLEAN
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("keys --check needs a terminal")
    from factcheck.tui.key_check import KeyCheck

    KeyCheck(keymap).run()
    return ExitCode.CLEAN
