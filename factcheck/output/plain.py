"""Text from outside made harmless for a terminal: what would act is shown instead.

Articles and references are hostile data: an escape sequence in a quotation could recolour the screen, move
the cursor or write to the clipboard, and a bidirectional override could show digits in another order than the
file has them.
"""

from __future__ import annotations

import re
import unicodedata

_CONTROL_PICTURES = 0x2400
_SYMBOL_FOR_DELETE = "␡"
_UNSHOWABLE = "\ufffd"
_ACTING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"
"""Part of the spelling in Persian, Hindi and in emoji, and harmless there."""


def visible(text: str) -> str:
    """The text with every code point that would act on a terminal replaced by one that shows.

    C0 controls become their symbols (escape is "␛"), all other control, format, separator and surrogate code
    points become "�". Tabs and line feeds stay; other line endings become line feeds. One code point becomes
    one code point, so that offsets into the text hold in the result.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(text, place) for place in range(len(text)))


def one_line(text: str) -> str:
    """The text on one line: runs of white space folded to a space, the rest as `visible` shows it."""
    return visible(re.sub(r"[ \t\r\n]+", " ", text).strip())


def acts(char: str) -> bool:
    """Whether a terminal may act on the code point instead of showing it."""
    return unicodedata.category(char) in _ACTING


def _shown(text: str, place: int) -> str:
    char = text[place]
    if char in "\t\n" or not acts(char):
        return char
    if char == "\r":
        return " " if text[place + 1 : place + 2] == "\n" else "\n"
    if char < " ":
        return chr(_CONTROL_PICTURES + ord(char))
    if char == "\x7f":
        return _SYMBOL_FOR_DELETE
    if char in _JOINERS and _joins(text, place):
        return char
    return _UNSHOWABLE


def _joins(text: str, place: int) -> bool:
    """Whether the joiner stands between two code points of scripts that use it."""
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return len(around) == 2 and not any(char.isascii() or acts(char) for char in around)
