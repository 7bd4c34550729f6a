"""From files to documents and references, with every offset kept."""

from factcheck.readers.article import parse_document, read_document
from factcheck.readers.references import read_references
from factcheck.readers.text import decode, encoded_like, read_bytes

__all__ = ["decode", "encoded_like", "parse_document", "read_bytes", "read_document", "read_references"]
