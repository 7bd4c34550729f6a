"""Rules: what a verdict or a reviewer's decision means for an article. One rule a file."""

from factcheck.rules.applying import apply, apply_to_suppressions
from factcheck.rules.decided import newly_kept_back, settle
from factcheck.rules.registry import registry

__all__ = ["apply", "apply_to_suppressions", "newly_kept_back", "registry", "settle"]
