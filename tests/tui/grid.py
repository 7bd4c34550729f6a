"""The screen as rows of text, with its colours where they are asked for, for goldens that a person can read."""

from __future__ import annotations

import html
import re
import string
from itertools import groupby

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


_RULE = re.compile(r"\.[\w-]*-(r\d+) \{ fill: (#[0-9a-f]{6});?([^}]*)\}", re.IGNORECASE)
_BEHIND = re.compile(r'<rect fill="(#[0-9a-f]{6})" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"', re.IGNORECASE)
_LINE = 24.4
"""Height of a line in Textual's SVG."""
_LOOKS = {"font-weight: bold": "bold", "text-decoration: underline": "underlined", "font-style: italic": "italic"}


def coloured(app: App[None]) -> list[str]:
    """Each line of the screen, below it a letter for each cell's look, in the end what the letters stand for."""
    svg = app.export_screenshot()
    looks = {
        name: " ".join((colour, *(word for rule, word in _LOOKS.items() if rule in rest)))
        for name, colour, rest in _RULE.findall(svg)
    }
    width, height = app.size
    front = [[""] * width for _ in range(height)]
    behind = [[""] * width for _ in range(height)]
    for fill, x, y, wide in _BEHIND.findall(svg):
        row, start = round((float(y) - 1.5) / _LINE), round(float(x) / _CELL)
        if row < height:
            behind[row][start : start + round(float(wide) / _CELL)] = [fill] * round(float(wide) / _CELL)
    for rule, x, line, text in _PIECE.findall(svg):
        start, shown = round(float(x) / _CELL), html.unescape(text)
        for cell, char in enumerate(shown, start):
            front[int(line)][cell] = looks[rule] if char.strip("\xa0 ") else ""
    letters: dict[tuple[str, str], str] = {}
    lines = []
    for row, text in enumerate(grid(app)):
        cells = list(zip(front[row], behind[row], strict=True))
        for look in cells:
            letters.setdefault(look, string.ascii_letters[len(letters)])
        under = "".join(letters[look] for look in cells)
        lines += [text, under if len({*under}) > 1 or text else f"{under[0]}..."]
    legend = [f"{letter} {f'{look} on {back}' if look else back}" for (look, back), letter in letters.items()]
    return [*(line for line, _ in groupby(lines)), "", *legend]
