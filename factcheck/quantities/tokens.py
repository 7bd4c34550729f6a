"""Text cut into tokens: numbers, words, currency signs, clock times, dates, versions, addresses and the rest.

One pass of one regular expression. Every alternative either consumes what it scanned or looks ahead a
bounded number of characters, so hostile input costs linear time.
"""

from __future__ import annotations

import re
from typing import NamedTuple

NUMBER = "number"
WORD = "word"
MONEY = "money"
CLOCK = "clock"
ISO_DATE = "iso date"
SLASH_DATE = "slash date"
VERSION = "version"
ADDRESS = "address"
PHONE = "phone"
NAME = "name"
"""Letters and digits in one word: P12, x86, CO2."""
FRACTION = "fraction"
SIGN = "sign"
END = "end"


class Token(NamedTuple):
    """A piece of text.

    Attributes:
        text: As written.
        low: Lower case, with straight apostrophes and plain hyphens.
        start: Its place.
        end: Its place.
        kind: One of this module's constants.
        glued: Whether it follows the token before without a blank.
    """

    text: str
    low: str
    start: int
    end: int
    kind: str
    glued: bool


PADDING = 12
"""END tokens behind the last token, so that looking ahead needs no bounds check."""

_CODES = "USD|EUR|GBP|JPY|CNY|CHF|SEK|NOK|DKK|CAD|AUD|NZD|INR|RUB|PLN|CZK|HUF|TRY|ZAR|BRL|MXN|KRW|UAH|ISK|ILS|HKD|SGD"
_SIGNS = r"(?:US|CA|AU|NZ|HK|NT|C|A|S|R)?\$|[€£¥₹₽₩₺₴₪₫₱₦]"
_LETTERS = rf"(?:SKr|NKr|DKr|Skr|Nkr|Dkr|SFr|Rs\.?|Tk|kr|zł|{_CODES})(?=[ \u00a0]?[0-9])"
_PHONE = r"\+[0-9]{1,3}(?:[ -][0-9]{2,4}){2,5}(?![0-9])|\b0[0-9]{2,4}(?:[ -][0-9]{3,4}){2}(?![0-9])"
_DOTTED = r"v?[0-9]+(?:\.[0-9]+){2,}(?:[-+]?(?:rc|alpha|beta|dev|post)[0-9.]*)?"

_TOKEN = re.compile(
    rf"""
    (?P<address>(?:https?://|www\.)\S+|[\w.+-]{{1,64}}@[\w-]{{1,64}}\.[\w.-]{{2,64}})
  | (?P<money>{_SIGNS}|{_LETTERS})
  | (?P<iso>[0-9]{{4}}-[01][0-9]-[0-3][0-9](?![0-9])|[12][0-9]{{3}}-(?:0[1-9]|1[0-2])(?![0-9-]))
  | (?P<slash>[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{4}}(?![0-9]))
  | (?P<phone>{_PHONE})
  | (?P<version>{_DOTTED}|v[0-9]+(?:\.[0-9]+)?|[0-9]+\.x\b)
  | (?P<clock>[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9]))
  | (?P<number>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?
      | [0-9]{{1,3}}(?:[ \u00a0\u2009\u202f][0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?
      | [0-9]+(?:\.[0-9]+)?)
  | (?P<name>[^\W\d_]{{1,40}}[0-9]\w*)
  | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
  | (?P<fraction>[½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
  | (?P<sign>[^\s])
    """,
    re.VERBOSE,
)
_KINDS = {"iso": ISO_DATE, "slash": SLASH_DATE}
_STRAIGHT = str.maketrans({"’": "'", "‐": "-", "‑": "-", "−": "-"})


def tokenise(text: str) -> list[Token]:
    """The tokens of a text in order, and PADDING tokens of kind END behind them."""
    found: list[Token] = []
    at = -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        written = match.group()
        group = match.lastgroup or SIGN
        found.append(
            Token(
                written,
                written.lower().translate(_STRAIGHT),
                start,
                end,
                _KINDS.get(group, group),
                start == at,
            )
        )
        at = end
    found += [Token("", "", len(text), len(text), END, False)] * PADDING
    return found
