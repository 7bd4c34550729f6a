"""Evidence and quantities to verdicts."""

from factcheck.verdicts.fuse import unjudged
from factcheck.verdicts.judge import Judge

__all__ = ["Judge", "unjudged"]
