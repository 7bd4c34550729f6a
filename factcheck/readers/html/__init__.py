"""HTML: what a reader of the page sees, with the place of every character in the file."""

from factcheck.readers.html.metadata import joined
from factcheck.readers.html.page import HTML_SUFFIXES, read_html

__all__ = ["HTML_SUFFIXES", "joined", "read_html"]
