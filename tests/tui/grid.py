"""The screen as rows of text, for goldens that a person can read."""

from __future__ import annotations

import html
import re

from textual.app import App

_PIECE = re.compile(r'<text class="[^"]*-(r\d+)" x="([\d.]+)"[^>]*-line-(\d+)\)">(.*?)</text>')
_CELL = 12.2
"""Width of a cell in Textual's SVG."""


def grid(app: App[None]) -> list[str]:
    """Each line of the screen, without blanks at its end."""
    rows: dict[int, list[str]] = {}
    for _, x, line, text in _PIECE.findall(app.export_screenshot()):
        row = rows.setdefault(int(line), [])
        column = round(float(x) / _CELL)
        shown = html.unescape(text).replace("\xa0", " ")
        row += [" "] * (column + len(shown) - len(row))
        row[column : column + len(shown)] = shown
    return ["".join(rows.get(n, [])).rstrip() for n in range(app.size.height)]
