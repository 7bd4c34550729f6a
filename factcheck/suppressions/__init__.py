"""Comments of an article that keep findings from being reported: read, applied, and tidied up."""

from factcheck.suppressions.fix import fix
from factcheck.suppressions.silence import suppress

__all__ = ["fix", "suppress"]
