"""What the exit code of a command means; it never depends on the output format."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended."""

    CLEAN = 0
    """Finished; no finding at or above the fail level."""
    FINDINGS = 1
    """Finished; at least one such finding."""
    INCOMPLETE = 2
    """Did not do the whole job: a bad option, an unreadable file, weights that fail, an internal error."""
    INTERRUPTED = 130
    """Stopped from the keyboard."""
