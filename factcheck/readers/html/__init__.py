"""HTML: what a reader of the page sees, with the place of every character in the file."""

HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
