"""How the screen looks: four themes, and letters that every terminal has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme


class ThemeName(StrEnum):
    """The themes."""

    DARK = "dark"
    LIGHT = "light"
    CONTRAST = "contrast"
    ANSI = "ansi"


@dataclass(frozen=True, slots=True)
class Look:
    """How the screen looks.

    Attributes:
        theme: Its colours; "ansi" leaves them to the terminal.
        ascii: Whether lines and signs are drawn in ASCII; the article's own letters stay.
    """

    theme: ThemeName = ThemeName.DARK
    ascii: bool = False


TEXTUAL = {
    ThemeName.DARK: "textual-dark",
    ThemeName.LIGHT: "factcheck-light",
    ThemeName.CONTRAST: "factcheck-contrast",
    ThemeName.ANSI: "ansi-dark",
}
"""Their names in Textual."""

LIGHT = Theme(
    name=TEXTUAL[ThemeName.LIGHT],
    primary="#004578",
    secondary="#0178d4",
    warning="#7a4b00",
    error="#a4161a",
    success="#1b5e20",
    accent="#0178d4",
    background="#f4f4f4",
    surface="#e4e4e4",
    panel="#d8d8d8",
    dark=False,
    # Textual's own are too pale to be read by everybody.
    variables={
        "text-success": "#1b5e20",
        "text-error": "#a4161a",
        "text-warning": "#7a4b00",
        "text-primary": "#004578",
        "surface-lighten-2": "#8a8a8a",
        "surface-lighten-3": "#c4d9ee",
    },
)

CONTRAST = Theme(
    name=TEXTUAL[ThemeName.CONTRAST],
    primary="#66ccff",
    secondary="#ffffff",
    warning="#ffff00",
    error="#ff8080",
    success="#80ff80",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    boost="#000000",
    dark=True,
    text_alpha=1.0,
    variables={
        "text": "#ffffff",
        "text-muted": "#ffffff",
        "text-disabled": "#ffffff",
        "text-success": "#80ff80",
        "text-error": "#ff8080",
        "text-warning": "#ffff00",
        "text-primary": "#66ccff",
        "surface-lighten-2": "#ffffff",
        "surface-lighten-3": "#303060",
        "footer-key-foreground": "#ffffff",
    },
)

_ASCII = str.maketrans(
    {
        **dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼╔╗╚╝", "+"),
        **dict.fromkeys("─━═▔▁▂▃▄▅▆▇█▀", "-"),
        **dict.fromkeys("│┃║▏▎▍▌▋▊▉▐▕", "|"),
        **dict.fromkeys("␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟␡�", "?"),
        "…": ".",
        "↑": "^",
        "↓": "v",
        "⏎": "*",
        "•": "*",
    }
)


class AsciiFilter(LineFilter):
    """Draws lines and signs in ASCII; one cell stays one cell."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 (Textual's signature)
        """The same segments in other letters."""
        return [Segment(segment.text.translate(_ASCII), segment.style, segment.control) for segment in segments]
