"""Years and what is counted by them: decades, centuries, years of finance and of sport, quarters by number."""

from __future__ import annotations

import re
from datetime import date

from factcheck.quantities.ordinals import read_ordinal
from factcheck.quantities.periods import NO_YEAR, Period, in_quarter, in_year, in_years
from factcheck.quantities.tokens import END, MONEY, NAME, NUMBER, WORD, Token
from factcheck.quantities.wordlist import word_set

DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
_TENS = frozenset(f"{tens}0" for tens in range(10))
_CUES = word_set(
    """
    in since by until till from of during for before after to and between through around about early late
    mid around summer spring autumn winter than year season circa
    """
)
_WEAK_CUES = frozenset({"of", "from", "to", "and", "about", "around", "for", "than", "after"})
_AFTER_YEAR = frozenset({"was", "is", "has", "as", "this", "its", "his", "elections"})
_BEFORE_DECADE = frozenset({"the", "early", "mid", "late", "-", "'", "’", "‘"})
_OWNERS = frozenset({"his", "her", "their", "my", "your", "our", "its"})
_QUARTER = re.compile(r"(?:q([1-4])|h([12]))(?:fy)?([0-9]{2})?|([1-4])q([0-9]{2})?")
_FISCAL = re.compile(r"fy([0-9]{2}|[0-9]{4})")
RESULTS = frozenset(
    {"results", "sales", "revenue", "revenues", "profit", "profits", "earnings", "guidance", "loss", "income", "of"}
)
_DATING = word_set(
    "year founded built born died begun completed written dated dates established painted settled reigned"
)
"""Words close behind which four digits are a year, however small."""
_REACH = 3
_DETERMINERS = _OWNERS | {"the", "this", "that", "'s"}
_JOINTS = frozenset({",", "and", "or", "/"})
_FIRST, _SURE_FROM, _LAST = 1000, 1500, 2199
_LAST_CENTURY = 21


def year_of(token: Token) -> int | None:
    """The year that a token of four plain digits may be."""
    if token.kind == NUMBER and len(token.text) == 4 and token.text.isdecimal():
        year = int(token.text)
        return year if _FIRST <= year <= _LAST else None
    return None


def read_year(tokens: list[Token], i: int) -> Period | None:
    """A year ("2024"), a decade ("1980s"), a season over two years ("2023/24") or years with a dash ("1939–45")."""
    century = read_century(tokens, i) if tokens[i + 1].glued or tokens[i].kind == WORD else None
    decade = century or _short_decade(tokens, i) or _era(tokens, i)
    if decade is not None:
        return decade
    year = year_of(tokens[i])
    if year is None:
        return None
    after = tokens[i + 1]
    if after.low in ("s", "'s") and after.glued and year % 10 == 0 and (after.low == "s" or _in_decade(tokens, i)):
        span = 99 if year % 100 == 0 and year < 2000 else 9
        return in_years(year, year + span, "decade", f"{year}s", i + 2)
    if after.low in ("/", "-", "–") and after.glued and tokens[i + 2].glued:
        joined = _two_years(tokens, i, year)
        if joined is not None:
            return joined
    return in_year(year, i + 1) if _reads_as_year(tokens, i, year) else None


def _in_decade(tokens: list[Token], i: int) -> bool:
    return i > 0 and tokens[i - 1].low in _BEFORE_DECADE


def _short_decade(tokens: list[Token], i: int) -> Period | None:
    """As in "the early 90s", "the '80s", "the nineties"; not the ages of "in his 40s" and "in her sixties"."""
    apostrophe = tokens[i].low in ("'", "‘") and tokens[i + 1].glued
    at = i + 1 if apostrophe else i
    token = tokens[at]
    if token.low in DECADES:
        years, end = DECADES[token.low], at + 1
    elif (
        token.kind == NUMBER
        and len(token.text) == 2
        and token.text.isdecimal()
        and token.text[1] == "0"
        and tokens[at + 1].text == "s"
    ):
        years, end = int(token.text), at + 2
        if not tokens[at + 1].glued:
            return None
    else:
        return None
    before = [tokens[j].low for j in range(max(0, i - 3), i)]
    if not apostrophe and (not before or before[-1] not in _BEFORE_DECADE or _OWNERS & set(before)):
        return None
    first = 1900 + years if years > 10 else 2000 + years
    return in_years(first, first + 9, "decade", f"{first}s", end)


def _two_years(tokens: list[Token], i: int, year: int) -> Period | None:
    """As in "2023/24", "2023-24", "2010–2015", "1939-45"."""
    second = tokens[i + 2]
    if second.kind != NUMBER or len(second.text) not in (2, 4) or not second.text.isdecimal():
        return None
    other = int(second.text) if len(second.text) == 4 else year // 100 * 100 + int(second.text)
    if (year + 1) % 100 == int(second.text) % 100 and other in (year + 1, year - 99):
        return in_years(year, year + 1, "season", f"{year}/{(year + 1) % 100:02d}", i + 3)
    if tokens[i + 1].low == "/" or not year < other <= _LAST or year < _SURE_FROM:
        return None
    if len(second.text) == 2 and other - year > 30:
        return None
    return in_years(year, other, "year", f"{year}/{other}", i + 3)


def _era(tokens: list[Token], i: int) -> Period | None:
    """As in "500 BC", "AD 79", "79 CE"; years before Christ have no place in the calendar and only their name."""
    token, after = tokens[i], tokens[i + 1]
    if token.text in ("AD", "CE") and after.kind == NUMBER and after.text.isdecimal() and len(after.text) < 5:
        return in_year(int(after.text), i + 2) if int(after.text) else None
    if token.kind != NUMBER or not token.text.isdecimal() or len(token.text) > 4 or not int(token.text):
        return None
    if after.text in ("BC", "BCE"):
        return Period(date.min, date(NO_YEAR - 1, 12, 31), "year BC", f"{token.text} BC", i + 2)
    return in_year(int(token.text), i + 2) if after.text in ("AD", "CE") else None


def read_century(tokens: list[Token], i: int) -> Period | None:
    """As in "the 19th century", "a twenty-first-century problem"."""
    ordinal = read_ordinal(tokens, i)
    if ordinal is None or not 0 < ordinal[0] <= _LAST_CENTURY:
        return None
    number, at = ordinal
    if tokens[at].low == "-" and tokens[at].glued:
        at += 1
    if tokens[at].low != "century" or (i and tokens[i - 1].low in _OWNERS):
        return None
    shown = century_name(number)
    if tokens[at + 1].text in ("BC", "BCE"):
        return Period(date.min, date(NO_YEAR - 1, 12, 31), "century BC", f"{shown} BC", at + 2)
    return in_years((number - 1) * 100 + 1, number * 100, "century", shown, at + 1)


def century_name(number: int) -> str:
    """As in "21st century"."""
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number not in (11, 12, 13) else "th"
    return f"{number}{suffix} century"


def _reads_as_year(tokens: list[Token], i: int, year: int) -> bool:
    """Whether four digits are a year: a cue before, or nothing counted behind."""
    before, after = tokens[i - 1] if i else tokens[-1], tokens[i + 1]
    if before.low in ("–", "-") and before.glued and i > 1 and year_of(tokens[i - 2]):
        return True
    if before.kind == MONEY or (before.low == "-" and before.glued and i > 1 and tokens[i - 2].kind == NUMBER):
        return False
    if after.kind == WORD and after.glued:
        return False
    if before.low == "." and i > 1 and tokens[i - 2].low in ("c", "ca"):
        return True
    if any(tokens[j].low in _DATING for j in range(max(0, i - _REACH), i)):
        return not counts_something(tokens, i + 1)
    if year < _SURE_FROM:
        return before.low in _CUES - _WEAK_CUES and not counts_something(tokens, i + 1)
    if tokens[_first_of(tokens, i) - 1].low in _DETERMINERS and 1900 <= year <= 2099 and after.kind == WORD:
        return True
    if counts_something(tokens, i + 1) and before.low not in _CUES - _WEAK_CUES:
        return after.low in _AFTER_YEAR
    if before.low in _CUES or before.kind == END:
        return True
    return after.low not in ("%", "percent", "per") and 1900 <= year <= 2099


def _first_of(tokens: list[Token], i: int) -> int:
    """Where a row of years begins that ends with the one at `i`: "the 2005 and 2014 editions"."""
    while i > 1 and tokens[i - 1].low in _JOINTS and year_of(tokens[i - 2]):
        i -= 2
    return i


def counts_something(tokens: list[Token], i: int) -> bool:
    """Whether a plural noun stands at `i`: in "In March 22 people died" the 22 is no day."""
    low = tokens[i].low
    return tokens[i].kind == WORD and low.endswith(("s", "people", "men", "children")) and not low.endswith("wards")


def names_period(tokens: list[Token], i: int) -> bool:
    """Whether the letters and digits at `i` name a quarter or a year of finance: "Q3", "H1 2023", "FY23"."""
    low = tokens[i].low
    if _FISCAL.fullmatch(low):
        return True
    match = _QUARTER.fullmatch(low)
    if match is None:
        return False
    return low[0] == "q" or bool(match[3]) or bool(year_of(tokens[i + 1])) or tokens[i + 1].low in RESULTS


def read_finance(tokens: list[Token], i: int, today: date | None) -> Period | None:
    """As in "Q3 2024", "Q3", "H1 2023", "FY2023", "FY23", "fiscal 2024", "financial year 2022-23"."""
    token = tokens[i]
    if token.kind == NAME:
        return _quarter(tokens, i, today) or _fiscal_name(token, i)
    if token.low not in ("fiscal", "financial", "fy"):
        return None
    at = i + 2 if tokens[i + 1].low == "year" else i + 1
    year = year_of(tokens[at])
    if year is None or (token.low == "financial" and at == i + 1):
        return None
    joined = _two_years(tokens, at, year) if tokens[at + 1].glued else None
    if joined is not None and joined.unit == "season":
        return joined
    return _fiscal(year, at + 1)


def _fiscal(year: int, end: int) -> Period:
    """A year of finance ends in its calendar year, and begins in it or in the one before."""
    return in_years(year - 1, year, "season", f"FY{year}", end)


def _fiscal_name(token: Token, i: int) -> Period | None:
    match = _FISCAL.fullmatch(token.low)
    if match is None:
        return None
    year = int(match[1])
    return _fiscal(year + 2000 if year < 100 else year, i + 1)


def _quarter(tokens: list[Token], i: int, today: date | None) -> Period | None:
    match = _QUARTER.fullmatch(tokens[i].low)
    if match is None:
        return None
    half = match[2] is not None
    number = int(match[1] or match[2] or match[4])
    short = match[3] or match[5]
    if short:
        return in_quarter(2000 + int(short), number, 2 if half else 1, i + 1)
    at = i + 2 if tokens[i + 1].low in ("of", "in") else i + 1
    year = year_of(tokens[at])
    if year is not None:
        return in_quarter(year, number, 2 if half else 1, at + 1)
    return in_quarter(recent_year(number * (6 if half else 3) - 2, today), number, 2 if half else 1, i + 1)


def recent_year(month: int, today: date | None, ahead: bool = False) -> int:
    """The year of a quarter that begins about a month, so that it has begun, or has not when the text looks ahead."""
    if today is None:
        return NO_YEAR
    return today.year - 1 if month > today.month and not ahead else today.year
