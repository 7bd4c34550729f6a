"""Text cut into tokens: numbers, words, currency signs, clock times, dates, versions, addresses and the rest.

One pass of one regular expression. Every alternative either consumes what it scanned or looks ahead a
bounded number of characters, so hostile input costs linear time.
"""

from __future__ import annotations

import re
from decimal import Decimal
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
POSTCODE = "postcode"
NAME = "name"
"""Letters and digits in one word: P12, x86, CO2."""
FRACTION = "fraction"
SIGN = "sign"
END = "end"


class Token(NamedTuple):
    """A piece of text.

    Attributes:
        text: As written.
        low: Lower case, with straight apostrophes and plain hyphens; of a number, its digits with a decimal point.
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

CODES = (
    "USD|EUR|GBP|JPY|CNY|RMB|CHF|SEK|NOK|DKK|ISK|CAD|AUD|NZD|HKD|SGD|TWD|INR|PKR|BDT|LKR|IDR|MYR|THB|PHP|VND|KRW|RUB"
    "|UAH|KZT|GEL|PLN|CZK|HUF|RON|BGN|RSD|TRY|ILS|AED|SAR|QAR|KWD|EGP|ZAR|NGN|KES|GHS|BRL|MXN|ARS|CLP|COP|BTC"
)
"""Codes of currencies that stand before or behind a number."""
_SIGNS = r"(?:US|CA|AU|NZ|HK|NT|MX|C|A|S|R)?\$|[€£¥₹₽₩₺₴₪₫₱₦₸฿₵]"
_LETTERS = rf"(?:SKr|NKr|DKr|Skr|Nkr|Dkr|SFr|Rs\.?|RM|Tk|kr|zł|{CODES})(?=[ \u00a0\u202f]?[0-9])"
_PHONE = (
    r"\+[0-9]{1,3}(?:[ ]\(0\)[0-9]{2,4})?(?:[ -][0-9]{2,8}){2,5}(?![0-9])"
    r"|\b0[0-9]{2,4}(?:[ -][0-9]{3,4}){2}(?![0-9])|\b0[0-9]{4}[ ][0-9]{6}(?![0-9])"
    r"|\([0-9]{3}\)[ ]?[0-9]{3}-[0-9]{4}(?![0-9])|(?:1-)?[0-9]{3}-[0-9]{3}-[0-9]{4}(?![0-9-])"
)
_POSTCODE = r"[A-Z]{1,2}[0-9][A-Z0-9]?[ ][0-9][A-Z]{2}\b|(?<=,[ ])[A-Z]{2}[ ][0-9]{5}(?:-[0-9]{4})?(?![0-9,.])"
_DOTTED = r"v?[0-9]+(?:\.[0-9]+){2,}(?:[-+]?(?:rc|alpha|beta|dev|post)[0-9.]*)?"
_HASH = (
    r"0x[0-9a-fA-F]+\b|\b(?![0-9]{0,39}[a-f]\b)(?=[0-9]{0,39}[a-f])(?=[a-f]{0,39}[0-9])[0-9a-f]{7,40}\b"
    r"|97[89](?:-[0-9]{1,7}){3}-[0-9X]"
)
_TIMESTAMP = r"(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
_BLANK = r"[ \u00a0\u2009\u202f]"
_NUMBER = rf"""
    [0-9]++(?:\.[0-9]++)?[eE][-+−]?[0-9]{{1,3}}(?!\w|\.[0-9])
  | [1-9][0-9]{{0,2}}\.[0-9]{{3}},[0-9]{{1,2}}(?![0-9,])
  | [0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?
  | [0-9]{{1,2}}(?:,[0-9]{{2}})+,[0-9]{{3}}(?![0-9])(?:\.[0-9]+)?
  | [0-9]{{1,3}}(?:{_BLANK}[0-9]{{3}})+(?![0-9])(?:\.[0-9]+|,[0-9]{{1,2}}(?![0-9]))?
  | [0-9]{{1,3}}(?:['’][0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?
  | (?<![0-9],)(?<!\[)[0-9]{{1,6}},[0-9]{{1,2}}(?![0-9,)\]])
  | (?<![\w.)])\.[0-9]+
  | [0-9]+(?:\.[0-9]+)?
"""

_TIME_WORDS = (
    "(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to)?day|tomorrow|tonight|night|week|weekend|fortnight|month|quarter"
    "|year|decade|century|january|february|march|april|may|june|july|august|september|october|november|december"
)
"""Words that stay expressions of time with "'s" behind them: "Sunday's vote", "last year's results"."""

_TOKEN = re.compile(
    rf"""
    (?P<plain>(?:(?!kr)[a-z]{{2,}}|a|[A-Z][a-z]{{3,}})(?=[ ,;)]))
  | (?P<address>(?:https?://|www\.)\S+|10\.[0-9]{{4,9}}/\S+|[\w.+-]{{1,64}}@[\w-]{{1,64}}\.[\w.-]{{2,64}})
  | (?P<money>{_SIGNS}|{_LETTERS})
  | (?P<postcode>{_POSTCODE})
  | (?P<iso>[0-9]{{4}}(?:-[01][0-9]-|/[01][0-9]/)[0-3][0-9](?![0-9]){_TIMESTAMP}
      | [12][0-9]{{3}}-(?:0[1-9]|1[0-2])(?![0-9-]))
  | (?P<slash>[0-9]{{1,2}}/[0-9]{{1,2}}/(?:[0-9]{{4}}|[0-9]{{2}})(?![0-9/])
      | [0-3]?[0-9]\.[01]?[0-9]\.[12][0-9]{{3}}(?![0-9]|\.[0-9]))
  | (?P<phone>{_PHONE})
  | (?P<hash>{_HASH})
  | (?P<clock>[0-5]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9])(?:\.[0-9]{{1,3}}(?![0-9]))?)
  | (?P<grouped>[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}}){{2}}(?![0-9]|\.[0-9])(?:,[0-9]{{1,2}}(?![0-9]))?)
  | (?P<version>{_DOTTED}(?:/[0-9]{{1,2}}\b)?|v[0-9]+(?:\.[0-9]+)?\b|[0-9]+\.x\b)
  | (?P<number>{_NUMBER})
  | (?P<fraction>[½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
  | (?P<name>[^\W\d_][^\W\d]{{0,39}}[0-9]\w*(?:\.[0-9]\w*)*)
  | (?P<time>(?i:{_TIME_WORDS})(?=['’]s\b))
  | (?P<possessive>['’]s\b)
  | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
  | (?P<sign>[^\s])
    """,
    re.VERBOSE,
)
_KINDS = {
    "iso": ISO_DATE,
    "slash": SLASH_DATE,
    "grouped": NUMBER,
    "hash": NAME,
    "time": WORD,
    "possessive": SIGN,
    "plain": WORD,
}
_ENTITY = "&nbsp;"
"""How HTML writes the blank of "280&nbsp;million"."""
_PLAIN = "plain"
"""The group of the words that nothing else can begin with; most words are, and they come first for speed."""
_BREAKS = str.maketrans("", "", " \u00a0\u2009\u202f'’")
_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]+)?")
_DOT_GROUP = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_STRAIGHT = str.maketrans({"’": "'", "‐": "-", "‑": "-", "−": "-"})


def tokenise(text: str) -> list[Token]:
    """The tokens of a text in order, and PADDING tokens of kind END behind them."""
    found: list[Token] = []
    at = -1
    commas = False
    for match in _TOKEN.finditer(text.replace(_ENTITY, " " * len(_ENTITY))):
        start, end = match.span()
        written = match.group()
        group = match.lastgroup or SIGN
        kind = _KINDS.get(group, group)
        if group == _PLAIN:
            low = written.lower()
        elif kind != NUMBER:
            low = written.lower().translate(_STRAIGHT)
        elif written.isdecimal():
            low = written
        else:
            low = canonical(written)
            commas = commas or ("," in written and _GROUPS.fullmatch(written.translate(_BREAKS)) is None)
        found.append(Token(written, low, start, end, kind, start == at))
        at = end
    if commas:
        found = [_regrouped(token) for token in found]
    found += [Token("", "", len(text), len(text), END, False)] * PADDING
    return found


def canonical(written: str) -> str:
    """The digits of a written number, with a point before its decimals: 1488 for "1,488", 3.5 for "3,5".

    A comma is a decimal sign where the digits behind it make no group of three, or where points group those before.
    """
    number = written.translate(_BREAKS)
    if "e" in number or "E" in number:
        return format(Decimal(number.replace("−", "-")), "f")
    if "," in number:
        if _GROUPS.fullmatch(number) or (number.startswith("0") and not number.startswith("0,")):
            number = number.replace(",", "")
        else:
            number = number.replace(".", "").replace(",", ".")
    elif number.count(".") > 1:
        number = number.replace(".", "")
    return "0" + number if number.startswith(".") else number


def _regrouped(token: Token) -> Token:
    """A number such as "1.488" in a text whose decimal sign is the comma: its point groups the digits."""
    if token.kind == NUMBER and _DOT_GROUP.fullmatch(token.text):
        return token._replace(low=token.low.replace(".", ""))
    return token
