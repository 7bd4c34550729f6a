"""From files to documents and references, with every offset kept."""

from factcheck.readers.article import read_document
from factcheck.readers.references import read_references

__all__ = ["read_document", "read_references"]
