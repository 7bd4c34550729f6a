"""The entry point, and the one place where errors become a line and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

import typer

from factcheck.cli.app import app
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.progress import InterruptError
from factcheck.cli.streams import complain, tell_interrupt
from factcheck.errors import FactcheckError

DEBUG = "FACTCHECK_DEBUG"


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        args: Without the program's name; the process's own if None.

    Returns:
        The exit code, see `ExitCode`. An error or an interrupt is one line on stderr, without a traceback unless
        FACTCHECK_DEBUG is set.
    """
    given = list(sys.argv[1:] if args is None else args)
    try:
        if not given:
            app(args=["--help"], prog_name="factcheck", standalone_mode=False)
            return ExitCode.INCOMPLETE
        code = int(app(args=given, prog_name="factcheck", standalone_mode=False) or ExitCode.CLEAN)
        return _interrupted() if code == ExitCode.INTERRUPTED else code  # where Typer has caught it
    except InterruptError as error:
        return _interrupted(str(error))
    except (KeyboardInterrupt, typer.Abort):
        return _interrupted()
    except typer.TyperException as error:
        return _failed(_condensed(error.format_message()) + _commands(error))
    except FactcheckError as error:
        return _failed(str(error))
    except Exception as error:
        hint = "" if os.environ.get(DEBUG) else f" (set {DEBUG}=1 to see where)"
        return _failed(f"internal error: {type(error).__name__}: {error}{hint}")


def _interrupted(so_far: str = "") -> ExitCode:
    # An interrupt within code that was made from a string (a dataclass, at import) is noted by the interpreter as not
    # handled, whoever handled it, and ends the process by the signal; running any such code takes the note back.
    exec("")
    tell_interrupt(so_far)
    return ExitCode.INTERRUPTED


def _failed(message: str) -> ExitCode:
    if os.environ.get(DEBUG):
        traceback.print_exc()
    complain(message)
    return ExitCode.INCOMPLETE


def _commands(error: typer.TyperException) -> str:
    """What a group of commands has to offer, where it was named alone."""
    context = getattr(error, "ctx", None)
    if context is None or error.format_message() != "Missing command.":
        return ""
    return f": {', '.join(context.command.list_commands(context))}"


def _condensed(message: str) -> str:
    """A usage error of the option parser in this program's manner: lower case, no final stop, no word of pydantic."""
    line = " ".join(message.split()).rstrip(".").replace("Value error, ", "")
    return line[:1].lower() + line[1:]
