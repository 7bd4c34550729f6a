"""`factcheck check`: judge articles against references, for people and for CI jobs."""

from __future__ import annotations

import inspect
from typing import Any

from factcheck.cli.asked import Asked
from factcheck.cli.exit_codes import ExitCode


def check(**options: Any) -> ExitCode:
    """Judge the claims of articles against references.

    Exit codes: 0 nothing found at the fail level, 1 something found, 2 not everything could be checked,
    130 interrupted.
    """
    from factcheck.cli.checking import run

    return run(Asked(**options))


# Typer reads a command's options from its signature: they stand in one place, which is not here.
check.__signature__ = inspect.signature(Asked, eval_str=True)  # type: ignore[attr-defined]
