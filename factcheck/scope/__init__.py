"""What a change touches: the sentences that are new, and those that a change elsewhere may have made wrong."""

from factcheck.scope.changes import Changes
from factcheck.scope.narrow import FilterMode, narrow

__all__ = ["Changes", "FilterMode", "narrow"]
