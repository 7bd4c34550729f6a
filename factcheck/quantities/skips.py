"""Numeric expressions that are not quantities, and why."""

from __future__ import annotations

from factcheck.document import Span
from factcheck.quantities.number_words import NUMBER_WORDS, ORDINALS
from factcheck.quantities.periods import MONTHS, WEEKDAYS
from factcheck.quantities.tokens import ADDRESS, END, NAME, NUMBER, PHONE, POSTCODE, VERSION, WORD, Token
from factcheck.quantities.years import names_period

_IDIOMS = """
at first hand; at first glance; at first sight; at first; first of all; first and foremost; in the first place
first hand; first-hand; first aid; first lady; first name; first names; first-class; first place
second thoughts; second nature; second to none; second hand; second-hand; second-class; second wind
third party; third parties; third-party; third world; at the eleventh hour
zero in; zeroed in; zeroing in; back to square one; number one; once in a while
one day; one by one; one another; one or two; one thing; one more thing; for one thing; no one; one and all
one way
at one point; on the one hand; one-off; one-way; one-sided; one-time; one-on-one; one of a kind; ten to one
nine to five; at sixes and sevens; cloud nine; in two minds; two-way; on all fours; six feet under
twenty-four seven; fifty-fifty; half-hearted; half-brother; half-sister; half way; half-way
half time; half-time; at half mast; half-mast
"""
_IDIOM_TOKENS = {
    tuple(phrase.replace("-", " - ").split()) for line in _IDIOMS.strip().split("\n") for phrase in line.split(";")
}
_IDIOM_HEADS = frozenset(phrase[0] for phrase in _IDIOM_TOKENS)
_LONGEST = max(len(phrase) for phrase in _IDIOM_TOKENS)
_LABEL_WORDS = {
    "section number": "section sections chapter article articles paragraph clause annex appendix rule",
    "figure number": "figure fig",
    "table number": "table",
    "page number": "page pages pp",
    "version": "version firmware release",
    "footnote": "footnote note",
    "name": "formula",
    "label": "line level scope scopes phase stage type class grade room block gate platform terminal unit"
    " flight highway route channel issue step option zone group episode"
    " volume part lot door error port ward bus",
}
_LABELS = {word: reason for reason, listed in _LABEL_WORDS.items() for word in listed.split()}
_NUMBER_SIGNS = frozenset({"no", "nos", "nr", "#", "№"})
_STREETS = frozenset({"street", "road", "avenue", "lane", "drive", "square", "boulevard", "terrace", "close"})
_LONGEST_STREET = 4
_BY_KIND = {
    ADDRESS: "address",
    PHONE: "phone number",
    POSTCODE: "postcode",
    VERSION: "version",
    NAME: "name with digits",
}
_JOINTS = frozenset({"-", "–", "and", ",", "to"})
_AFTER_NAME = frozenset({"%", "°", "-", "–", "/"})
_PARTS_OF_TIME = frozenset({"mid", "pre", "post", "early", "late", "non", "sub", "ex"})

Skip = tuple[int, int, str]
"""First token, index behind the last, reason."""


def skip_at(tokens: list[Token], i: int) -> Skip | None:
    """The non-quantity that token `i` belongs to, or None."""
    token = tokens[i]
    if token.kind in _BY_KIND and not (token.kind == NAME and names_period(tokens, i)):
        return _chain(tokens, i, _BY_KIND[token.kind])
    if token.low in _IDIOM_HEADS:
        end = _idiom(tokens, i)
        if end:
            return i, end, "idiom"
    if token.kind == NUMBER:
        return (
            _marker(tokens, i)
            or _street(tokens, i)
            or _part_of_name(tokens, i)
            or _labelled(tokens, i)
            or _model(tokens, i)
        )
    return _labelled(tokens, i) if token.low in NUMBER_WORDS else None


def _before(tokens: list[Token], i: int, steps: int = 1) -> Token:
    return tokens[i - steps] if i >= steps else tokens[-1]


def _chain(tokens: list[Token], i: int, reason: str) -> Skip:
    """A name and what hyphens glue to it: "x86-64"."""
    end = i + 1
    while tokens[end].low == "-" and tokens[end].glued and tokens[end + 1].glued and tokens[end + 1].kind != END:
        end += 2
    return i, end, reason


def _idiom(tokens: list[Token], i: int) -> int:
    """The index behind the idiom at token `i`, or 0."""
    words = tuple(token.low for token in tokens[i : i + _LONGEST])
    for length in range(_LONGEST, 1, -1):
        if words[:length] in _IDIOM_TOKENS:
            return i + length
    return 0


def _marker(tokens: list[Token], i: int) -> Skip | None:
    """List markers ("1. First", "(2) Second"), footnotes ("[3]"), "No. 1" and "#1"."""
    before, after = _before(tokens, i), tokens[i + 1]
    short = len(tokens[i].text) < 4
    if i == 0 and short and after.low in (".", ")") and after.glued and tokens[2].kind != END and not tokens[2].glued:
        return i, i + 2, "list marker"
    if i == 1 and short and before.low == "(" and after.low == ")" and tokens[3].kind != END:
        return 0, i + 2, "list marker"
    if before.low in ("[", "^") and after.low in ("]", "^"):
        return i, i + 1, "footnote"
    if before.low in _NUMBER_SIGNS and (before.low != "no" or before.text == "No"):
        return i - 1, i + 1, "name"
    sign = _before(tokens, i, 2)
    if before.low == "." and before.glued and sign.low in _NUMBER_SIGNS:
        return (i - 2, i + 1, "name") if sign.text == "No" or after.kind != WORD else None
    return None


def _street(tokens: list[Token], i: int) -> Skip | None:
    """As in "12 High Street": the whole address."""
    end = i + 1
    while tokens[end].kind == WORD and tokens[end].text[:1].isupper() and end - i <= _LONGEST_STREET:
        if tokens[end].low in _STREETS:
            return (i, end + 1, "address") if end > i + 1 else None
        end += 1
    return None


def _part_of_name(tokens: list[Token], i: int) -> Skip | None:
    """Digits glued to letters: "Covid-19", "Apache-2.0", "UTC+1", "3D"."""
    before, name, after = _before(tokens, i), _before(tokens, i, 2), tokens[i + 1]
    if before.low in ("-", "+") and before.glued and tokens[i].glued and name.kind == WORD:
        if name.low in ("utc", "gmt"):
            return i - 2, i + 1, "time zone"
        if name.text[:1].isupper() and name.low not in MONTHS and name.low not in _PARTS_OF_TIME:
            first, end, reason = _chain(tokens, i, "name with digits")
            return first - 2, end, reason
    if after.glued and after.text in ("D", "G") and len(tokens[i].text) == 1 and tokens[i + 2].low != "-":
        return i, i + 2, "name with digits"
    return None


def _labelled(tokens: list[Token], i: int) -> Skip | None:
    """As in "Section 4.2", "level 9", "Scopes 1 and 2": a numbered thing."""
    before = _before(tokens, i)
    reason = _LABELS.get(before.low)
    if reason is None or (tokens[i].kind != NUMBER and not before.text[:1].isupper()):
        return None
    if tokens[i].kind != NUMBER and i < 2:
        return None
    end = i + 1
    if before.low.endswith("s") and tokens[end].low in _JOINTS and tokens[end + 1].kind == NUMBER:
        end += 2
    return i - 1, end, reason


def _model(tokens: list[Token], i: int) -> Skip | None:
    """As in "Boeing 747", "Block C 4": a capitalised name right before a bare number that counts nothing."""
    before, start, after = _before(tokens, i), _before(tokens, i, 2), tokens[i + 1]
    if before.kind != WORD or not before.text[0].isupper() or start.kind not in (WORD, NAME):
        return None
    if before.low in MONTHS or before.low in WEEKDAYS or before.low in ORDINALS or before.low in NUMBER_WORDS:
        return None
    if "," in tokens[i].text or len(tokens[i].text) == 4 or after.low in _AFTER_NAME:
        return None
    return None if after.kind in (WORD, NAME) else (i - 1, i + 1, "name")


def by_identifiers(text: str, identifiers: tuple[Span, ...]) -> list[tuple[Span, str]]:
    """The identifier ranges that hold a digit: they are names, not numbers."""
    return [(span, "identifier") for span in identifiers if any(char.isdigit() for char in span.of(text))]
