"""`factcheck version`: which version this is."""

from __future__ import annotations

from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.streams import emit
from factcheck.version import __version__


def version() -> ExitCode:
    """Print the version."""
    emit(f"factcheck {__version__}\n")
    return ExitCode.CLEAN
