"""Rules: what a verdict or a reviewer's decision means for an article. One rule a file."""

from factcheck.rules.applying import apply
from factcheck.rules.registry import registry

__all__ = ["apply", "registry"]
