"""Numeric expressions that are not quantities, and why."""

from __future__ import annotations

from factcheck.claim import SkipReason
from factcheck.document import Span
from factcheck.quantities.idioms import IDIOM_WORDS, read_idiom
from factcheck.quantities.labels import Skip, bounded_version, labelled
from factcheck.quantities.names import chain, named, worded_name
from factcheck.quantities.nouns import is_plural
from factcheck.quantities.number_words import NUMBER_WORDS, ORDINALS
from factcheck.quantities.ordinals import has_suffix
from factcheck.quantities.pronouns import is_pronoun_one
from factcheck.quantities.tokens import ADDRESS, END, NAME, NUMBER, PHONE, POSTCODE, VERSION, WORD, Token
from factcheck.quantities.units import read_unit
from factcheck.quantities.years import names_period

_NUMBER_SIGNS = frozenset({"no", "nos", "nr", "#", "№"})
_LARGE = frozenset({"thousand", "million", "billion", "trillion"})
_STREETS = frozenset({"street", "road", "avenue", "lane", "drive", "square", "boulevard", "terrace", "close"})
_LINES = frozenset({"parallel", "meridian", "precinct"})
_NUMBERED = _LINES | frozenset(
    {"battalion", "regiment", "division", "brigade", "circuit", "amendment", "congress", "army", "fleet", "infantry"}
)
"""What ordinals in digits name: "the 9th Circuit", "the 38th parallel"."""
_LONGEST_STREET = 4
_BY_KIND = {
    ADDRESS: SkipReason.ADDRESS,
    PHONE: SkipReason.PHONE,
    POSTCODE: SkipReason.POSTCODE,
    VERSION: SkipReason.VERSION,
    NAME: SkipReason.NAME_WITH_DIGITS,
}
_FEWEST_DOTS, _MOST_DOTS = 3, 4
"""Steps from a number past the dots of a range."""
_STOPS = frozenset({".", ",", ";", ":", ")", ""})
_CALLS = frozenset({"call", "calls", "called", "calling", "dial", "dials", "dialled", "dialling", "ring", "phone"})
_AFTER_CALL = frozenset({"or", "and", "for", "in", "if", "to", "when", "now", "from", "on", "at", "after", "before"})
_SERVICE = 3
"""Digits of the number of an emergency or advice line."""
_OPUS = frozenset({"Op", "K", "BWV", "Hob", "Art", "Sec", "Bk", "Pt", "Rm", "Apt"})
"""Abbreviations that number a work, a part or a room."""
_LONGEST_NOTES = 12
_CLAUSE_STARTS = frozenset({".", ";", ":", "", "—", "–", "and"})


def skip_at(tokens: list[Token], i: int) -> Skip | None:
    """The non-quantity that token `i` belongs to, or None."""
    token = tokens[i]
    bounded = bounded_version(tokens, i)
    if bounded is not None:
        return bounded
    if token.kind in _BY_KIND and not (token.kind == NAME and names_period(tokens, i)):
        return chain(tokens, i, _BY_KIND[token.kind])
    article = token.low in ("a", "an")
    if token.low in IDIOM_WORDS or article:
        idiom = read_idiom(tokens, i + article)
        if idiom is not None and idiom[0] <= i:
            return (*idiom, SkipReason.IDIOM)
    if token.kind == NUMBER:
        return _numeral(tokens, i) or labelled(tokens, i) or named(tokens, i)
    if token.low == "one" and is_pronoun_one(tokens, i):
        return labelled(tokens, i) or worded_name(tokens, i) or (i, i + 1, SkipReason.PRONOUN)
    if token.low in ORDINALS:
        return _enumerates(tokens, i) or worded_name(tokens, i)
    if token.low in NUMBER_WORDS:
        return _scale_of_figures(tokens, i) or labelled(tokens, i) or worded_name(tokens, i)
    return None


def _dotted(tokens: list[Token], i: int) -> Skip | None:
    """As in "0..16", "1..n": the range of a programming language."""
    dots = i + 1
    while tokens[dots].low == "." and tokens[dots].glued and dots - i < _MOST_DOTS:
        dots += 1
    behind = tokens[dots]
    if dots - i < _FEWEST_DOTS or not behind.glued or behind.kind not in (NUMBER, WORD):
        return None
    return i, dots + 1, SkipReason.IDENTIFIER


def _by(tokens: list[Token], i: int) -> Skip | None:
    """As in "a 3 x 4 matrix", "401(k)", "Regulation (EU) 2016/679": no count of anything."""
    sign, behind = tokens[i + 1], tokens[i + 2]
    ends = not tokens[i + 3].glued or tokens[i + 3].low in _STOPS  # "7 × 10⁵" is a number
    if sign.low in ("x", "×") and behind.kind == NUMBER and ends and read_unit(tokens, i + 3, True) is None:
        return i, i + 3, SkipReason.NAME_WITH_DIGITS
    closed = sign.low == "(" and sign.glued and len(behind.text) == 1 and behind.text.isalpha()
    if closed and tokens[i + 3].low == ")":
        return i, i + 4, SkipReason.NAME_WITH_DIGITS
    numbered = sign.low == "/" and sign.glued and behind.kind == NUMBER and behind.glued
    if numbered and len(tokens[i].text) == 4 and len(behind.text) > 2 and behind.text.isdecimal():
        return i, i + 3, SkipReason.NAME_WITH_DIGITS
    return None


def _dialled(tokens: list[Token], i: int) -> Skip | None:
    """As in "call 999", "dial 111": a short number to ring."""
    short = len(tokens[i].text) == _SERVICE and tokens[i].text.isdecimal() and tokens[i + 1].kind != NAME
    ends = tokens[i + 1].kind != WORD or tokens[i + 1].low in _AFTER_CALL
    return (i, i + 1, SkipReason.PHONE) if short and ends and _before(tokens, i).low in _CALLS else None


def _scale_of_figures(tokens: list[Token], i: int) -> Skip | None:
    """As in "(million)", "(EUR million)", "in thousand tonnes": what other figures are in, and none itself."""
    if tokens[i].low not in _LARGE or tokens[i + 1].low == "-":
        return None
    before = _before(tokens, i)
    coded = before.kind == WORD and before.text.isupper() and _before(tokens, i, 2).low == "("
    return (i, i + 1, SkipReason.UNIT) if before.low in ("in", "(") or coded else None


def _before(tokens: list[Token], i: int, steps: int = 1) -> Token:
    return tokens[i - steps] if i >= steps else tokens[-1]


def _enumerates(tokens: list[Token], i: int) -> Skip | None:
    """As in "First, whisk the eggs; second, add salt": an ordinal that only numbers what is said."""
    starts = _before(tokens, i).low in _CLAUSE_STARTS
    return (i, i + 1, SkipReason.LIST_MARKER) if starts and tokens[i + 1].low == "," else None


def _numeral(tokens: list[Token], i: int) -> Skip | None:
    """What the signs and words around a number in digits make of it."""
    readers = (_power, _dotted, _by, _dialled, _marker, _address)
    return next((skip for read in readers if (skip := read(tokens, i)) is not None), None)


def _power(tokens: list[Token], i: int) -> Skip | None:
    """The power in a formula, with what is raised where that is a number: "x^2", "2^31"; not a footnote, "word^3^"."""
    if _raises(tokens, i + 1):
        return i, i + 3, SkipReason.FORMULA
    return (i, i + 1, SkipReason.FORMULA) if i > 1 and _raises(tokens, i - 1) else None


def _raises(tokens: list[Token], i: int) -> bool:
    """Whether the token is a sign that raises what stands before it to the number behind it."""
    sign = tokens[i]
    if sign.low != "^" or not sign.glued:
        return False
    return tokens[i + 1].kind == NUMBER and tokens[i + 1].glued and tokens[i + 2].low != "^"


def _marker(tokens: list[Token], i: int) -> Skip | None:
    """List markers ("1. First", "(2) Second"), footnotes ("[3]", "[3, 5]"), "No. 1" and "#1"."""
    before, after = _before(tokens, i), tokens[i + 1]
    short = len(tokens[i].text) < 4
    if i == 0 and short and after.low in (".", ")") and after.glued and tokens[2].kind != END and not tokens[2].glued:
        return i, i + 2, SkipReason.LIST_MARKER
    if i == 1 and short and before.low == "(" and after.low == ")" and tokens[3].kind != END:
        return 0, i + 2, SkipReason.LIST_MARKER
    if before.low in ("[", "^"):
        end = _past_notes(tokens, i)
        if end:
            return i, end, SkipReason.FOOTNOTE
    if before.low in _NUMBER_SIGNS and (before.low != "no" or before.text == "No"):
        return i - 1, i + 1, SkipReason.NAME
    sign = _before(tokens, i, 2)
    if before.low == "." and before.glued and sign.text in _OPUS:
        return i - 2, i + 1, SkipReason.NAME
    if before.low == "." and before.glued and sign.low in _NUMBER_SIGNS:
        return (i - 2, i + 1, SkipReason.NAME) if sign.text == "No" or after.kind != WORD else None
    return None


def _past_notes(tokens: list[Token], i: int) -> int:
    """The index behind the numbers of notes from `i` up to the closing bracket, or 0: "[3]", "[3, 5-7]"."""
    for end in range(i, i + _LONGEST_NOTES):
        if tokens[end].low in ("]", "^"):
            return end
        if tokens[end].kind != NUMBER and tokens[end].low not in (",", "-", "–"):
            return 0
        if tokens[end].kind == NUMBER and (len(tokens[end].text) > 3 or not tokens[end].text.isdecimal()):
            return 0
        if tokens[end].kind == END:
            return 0
    return 0


def _address(tokens: list[Token], i: int) -> Skip | None:
    """As in "12 High Street", "10115 Berlin": the number of a house or of a place."""
    if has_suffix(tokens, i + 1) and tokens[i + 2].low in _STREETS and tokens[i + 2].text[0].isupper():
        return i, i + 3, SkipReason.ADDRESS
    if has_suffix(tokens, i + 1) and tokens[i + 2].low in _NUMBERED:
        return (i, i + 3, SkipReason.NAME) if tokens[i + 2].text[0].isupper() or tokens[i + 2].low in _LINES else None
    end = i + 1
    while tokens[end].kind == WORD and tokens[end].text[:1].isupper() and end - i <= _LONGEST_STREET:
        if tokens[end].low in _STREETS:
            return (i, end + 1, SkipReason.ADDRESS) if end > i + 1 else None
        end += 1
    place = end > i + 1 and len(tokens[i].text) == 5 and tokens[i].text.isdecimal() and not is_plural(tokens[i + 1].low)
    return (i, i + 1, SkipReason.POSTCODE) if place and _before(tokens, i).low in (",", "in") else None


def by_identifiers(text: str, identifiers: tuple[Span, ...]) -> list[tuple[Span, SkipReason]]:
    """The identifier ranges that hold a digit: they are names, not numbers."""
    return [(span, SkipReason.IDENTIFIER) for span in identifiers if any(char.isdigit() for char in span.of(text))]
