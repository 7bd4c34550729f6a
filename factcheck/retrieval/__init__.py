"""References to snippets, and the few snippets that matter for a claim."""

from factcheck.retrieval.index import Index, Retriever
from factcheck.retrieval.retrievers import load_retriever
from factcheck.retrieval.snippets import cut, premise, read_for, together, window

__all__ = ["Index", "Retriever", "cut", "load_retriever", "premise", "read_for", "together", "window"]
