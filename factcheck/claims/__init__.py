"""From a document to its claims."""

from factcheck.claims.parse import Parse, Parser
from factcheck.claims.splitter import Splitter

__all__ = ["Parse", "Parser", "Splitter"]
