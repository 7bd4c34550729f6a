"""Text from outside as Markdown shows it: every character for itself."""

from __future__ import annotations

import re

from factcheck.output.plain import one_line

_ACTING = re.compile(
    r"[\\`*_\[\]<>|~&#{}$]|(?<=\w):(?=//)|:(?=[\w+-]+:)|@(?=\w)|(?<=www)\.|^[+\-=](?=[\s+\-=]|$)|^\d{1,9}[.)](?=\s|$)",
    re.IGNORECASE,
)
"""What Markdown dialects act on: markup, entities, links made of bare addresses, names of people and of signs, marks at
the start of a line."""


def escaped(text: str) -> str:
    """The text on one line, to be shown by any Markdown dialect as it stands, in a paragraph or a table."""
    return _ACTING.sub(lambda match: _shielded(match.group()), one_line(text))


def _shielded(acting: str) -> str:
    # A backslash works before punctuation only: in "1." it goes before the stop.
    return f"{acting[:-1]}\\{acting[-1]}" if acting[0].isdecimal() else f"\\{acting}"
