"""One tree of errors; the command line maps each to one clear line and an exit code.

FactcheckError
├── UsageError        an option, argument or combination that cannot be used
├── ConfigError       a configuration that cannot be read or used
├── InputError        an article or reference that cannot be read
├── ModelError        weights that are missing, changed or cannot be run
├── DecisionError     a decision log that cannot be written or read
├── BaselineError     a baseline that cannot be written or read
├── GitError          a comparison with a commit that git cannot make
├── CacheError        a cache that was asked about and cannot be read or removed
└── WorkerError       a process that took part in a run has ended
"""

from __future__ import annotations


class FactcheckError(Exception):
    """Anything this program expects to go wrong; its text is one line for the user."""


class UsageError(FactcheckError):
    """An option, an argument or a combination of them that cannot be used."""


class ConfigError(FactcheckError):
    """A configuration that cannot be read or used."""


class InputError(FactcheckError):
    """An article or reference that cannot be read.

    Args:
        path: The file as the user named it.
        reason: What is wrong with it, and what to do; no path, no final stop.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class ModelError(FactcheckError):
    """Weights that are missing, changed or cannot be run."""


class DecisionError(FactcheckError):
    """A decision log that cannot be written or read."""


class BaselineError(FactcheckError):
    """A baseline that cannot be written or read."""


class GitError(FactcheckError):
    """A comparison with a commit that git cannot make."""


class CacheError(FactcheckError):
    """A cache that was asked about and cannot be read or removed; a check does without."""


class WorkerError(FactcheckError):
    """A process that took part in a run has ended before its work was done."""


def lacking_extra(name: str) -> str:
    """What to do where an extra is not installed; the program is installed from its clone, and from no registry."""
    return f"needs the {name} extra: pip install '.[{name}]' in a clone of factcheck"
