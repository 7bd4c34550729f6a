"""The command line. Findings are data and go to stdout; everything else goes to stderr."""

from factcheck.cli.main import main

__all__ = ["main"]
