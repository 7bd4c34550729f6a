"""From a document to its claims."""

from factcheck.claims.bundled import BundledSplitter
from factcheck.claims.load import load_splitter
from factcheck.claims.parse import Parse, Parser
from factcheck.claims.splitter import Splitter
from factcheck.claims.whole import SentenceSplitter

__all__ = ["BundledSplitter", "Parse", "Parser", "SentenceSplitter", "Splitter", "load_splitter"]
