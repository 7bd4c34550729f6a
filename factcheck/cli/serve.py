"""`factcheck review --serve`: the review screen in a browser on this machine."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence

import typer

from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.streams import emit
from factcheck.errors import UsageError, lacking_extra

_EXTRA = ("textual_serve", "aiohttp", "aiohttp_jinja2", "jinja2")
_ONLY_HERE = ("serve", "port")
"""Options that a tab's own review does not get."""


def serve_review(article: str, context: typer.Context, port: int) -> ExitCode:
    """Print the address and serve until interrupted; each tab runs the same command without --serve."""
    try:
        from factcheck.tui.serve import ReviewServer, listening
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise UsageError(f"--serve {lacking_extra('serve')}") from None
    # -P: a folder under review may hold modules of any name, and none of them is ours.
    command = [sys.executable, "-P", "-m", "factcheck", "review", *repeated(context, _ONLY_HERE)]
    server = ReviewServer(_for_shell(command), listening(port), f"factcheck: {article}")
    emit(
        f"Open this address in a browser on this machine; it works once:\n\n  {server.address}\n\n"
        "Ctrl-C ends the review in all its tabs. Every decision is saved at once.\n"
    )
    server.serve()
    return ExitCode.CLEAN


def repeated(context: typer.Context, without: Sequence[str]) -> list[str]:
    """The arguments of a command line once more, as far as they differ from the defaults.

    Args:
        context: The command's.
        without: Names of parameters to leave out.
    """
    options: list[str] = []
    arguments: list[str] = []
    for parameter in context.command.params:
        value = context.params.get(parameter.name or "")
        if parameter.name in without or value is None or value == parameter.default or value is False:
            continue
        values = [str(item) for item in value] if isinstance(value, list | tuple) else [str(value)]
        if parameter.param_type_name == "argument":
            arguments += values
        elif value is True:
            options.append(parameter.opts[-1])
        else:
            # With "=" a value that begins with a hyphen is still a value.
            options += [f"{parameter.opts[-1]}={item}" for item in values]
    return [*options, "--", *arguments]


def _for_shell(command: Sequence[str]) -> str:
    return subprocess.list2cmdline(command) if os.name == "nt" else shlex.join(command)
