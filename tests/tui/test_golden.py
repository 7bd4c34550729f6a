"""The screen as it looks: goldens a person can read. `UPDATE_GOLDEN=1 pytest tests/tui/test_golden.py` writes them."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from textual.color import Color

from factcheck.tui.themes import Look, ThemeName
from tests.tui.grid import coloured, grid
from tests.tui.session import NARROW, SHORT, STACKED, WIDE, session

GOLDEN = Path(__file__).parent / "golden"
SIZES = {"wide": WIDE, "stacked": STACKED, "narrow": NARROW, "short": SHORT}
VIEWS = {
    "decided": ("wide", "x a k"),
    "why": ("wide", "w"),
    "source": ("wide", "v"),
    "help": ("wide", "question_mark"),
    "sign-off": ("wide", "S"),
    "list": ("stacked", "l"),
    "note": ("stacked", "c"),
    "filter": ("narrow", "f"),
    "evidence": ("narrow", "tab"),
    "ascii": ("wide", ""),
}


def compare(name: str, lines: list[str]) -> None:
    path = GOLDEN / f"{name}.txt"
    text = "\n".join(lines) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


@pytest.mark.parametrize("name", list(SIZES))
async def test_each_layout(name: str) -> None:
    async with session(SIZES[name]) as s:
        compare(name, grid(s.app))


@pytest.mark.parametrize("name", list(VIEWS))
async def test_each_view(name: str) -> None:
    size, keys = VIEWS[name]
    async with session(SIZES[size], look=Look(ascii=name == "ascii")) as s:
        await s.press(*keys.split())
        compare(name, grid(s.app))


@pytest.mark.parametrize("theme", list(ThemeName))
async def test_each_theme(theme: ThemeName) -> None:
    async with session(STACKED, look=Look(theme)) as s:
        await s.press("x", "k")
        compare(f"theme-{theme.value}", coloured(s.app))


_RULE = re.compile(r"\.[\w-]*-(r\d+) \{ fill: (#[0-9a-f]{6})", re.IGNORECASE)
_PIECE = re.compile(r'<text class="[^"]*-(r\d+)" x="([\d.]+)"[^>]*-line-(\d+)\)">(.*?)</text>')
_BEHIND = re.compile(r'<rect fill="(#[0-9a-f]{6})" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"', re.IGNORECASE)
_LINE = 24.4
"""Height of a line in Textual's SVG."""


@pytest.mark.parametrize(("theme", "least"), [(ThemeName.DARK, 4.5), (ThemeName.LIGHT, 4.5), (ThemeName.CONTRAST, 7.0)])
async def test_text_can_be_read_on_its_background(theme: ThemeName, least: float) -> None:
    async with session(look=Look(theme)) as s:
        await s.press("x", "space")
        svg = s.app.export_screenshot()
    colours = {name: Color.parse(colour) for name, colour in _RULE.findall(svg)}
    backs = [(float(x), float(y), float(w), Color.parse(fill)) for fill, x, y, w in _BEHIND.findall(svg)]
    poor = []
    for rule, x, line, text in _PIECE.findall(svg):
        here = [(left, width, c) for left, top, width, c in backs if round(top / _LINE) == int(line)]
        behind = [c for left, width, c in here if left - 1 <= float(x) < left + width]
        if behind and any(char.isalnum() for char in text.replace("&#160;", "")):
            ratio = _contrast(colours[rule], behind[-1])
            if ratio < least:
                poor.append((text, round(ratio, 1)))
    assert backs
    assert not poor, poor


def _contrast(one: Color, other: Color) -> float:
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    """As in WCAG 2."""
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
