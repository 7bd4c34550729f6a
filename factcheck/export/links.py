"""Addresses from outside: only those of the web are ever made a link."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from factcheck.output.plain import acts


def is_web_address(text: str) -> bool:
    """Whether a text is a whole http or https address with a host and nothing in it that hides or misleads."""
    if any(acts(char) or char.isspace() or char in "<>\"'`{}|\\^" for char in text):
        return False
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc


def path_address(path: str) -> str:
    """A file's path as a relative reference (RFC 3986), so that no part of it is taken for a scheme or query."""
    address = quote(path, safe="/")
    return address if not address.startswith("//") else f"/.{address}"
