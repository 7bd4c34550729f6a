"""Rules: what a verdict or a reviewer's decision means for an article. One rule a file."""

from factcheck.rules.decided import newly_kept_back, settle
from factcheck.rules.registry import apply, registry

__all__ = ["apply", "newly_kept_back", "registry", "settle"]
