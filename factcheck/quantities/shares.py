"""Fractions and shares: "a third", "two-thirds", "three in five", "half an hour"."""

from __future__ import annotations

from factcheck.claim import QuantityKind
from factcheck.quantities.draft import Draft
from factcheck.quantities.measures import read_measure, read_percent
from factcheck.quantities.nouns import read_comparison, read_noun, singular
from factcheck.quantities.numerals import Numeral, read_cardinal
from factcheck.quantities.tokens import NUMBER, WORD, Token
from factcheck.quantities.units import read_unit
from factcheck.quantities.wordlist import word_set

_NO_HALF = frozenset({"past", "time", "brother", "sister", "way"})
_AFTER_SHARE = word_set(
    """
    of less more fewer as in to by from since on and or who which lower higher faster slower smaller
    larger than over at are were for compared during between while but
    below above under off up down short a an the last this
    cheaper dearer stronger weaker heavier lighter taller wider richer poorer younger older warmer colder thinner
    thicker
    """
)
_PRONOUNS = frozenset({"them", "those", "these", "which", "whom", "it", "that", "this"})
_LARGEST_WHOLE = 1000
_PARTS_OF_POINT = frozenset({0.25, 0.5, 0.75})
_ROUND_WHOLES = frozenset({10.0, 100.0})


def read_share(tokens: list[Token], i: int, value: float, precision: float, end: int) -> Draft | None:
    """The quantity that a fraction begins: part of a unit ("half an hour") or a share.

    Args:
        tokens: The text.
        i: Where the fraction starts.
        value: The fraction.
        precision: Its smallest part.
        end: Index behind it.
    """
    if value == 0.5 and tokens[end].low in _NO_HALF:
        return None
    part = _part_of_unit(tokens, i, value, precision, end)
    if part is not None:
        return part
    if tokens[end].low == "-" and tokens[end].glued:
        return None
    if tokens[i].low in ("a", "an") and value != 0.5 and not _share_follows(tokens[end]):
        return None
    draft = Draft(i, end, QuantityKind.FRACTION, value, precision)
    if tokens[end].low == "of" and tokens[end + 1].low in _PRONOUNS and tokens[end + 2].kind != WORD:
        draft.end = end + 2
    else:
        draft.end = read_comparison(tokens, end)
    return draft


def _part_of_unit(tokens: list[Token], i: int, value: float, precision: float, end: int) -> Draft | None:
    """As in "half an hour", "a quarter of an hour", "half a percentage point", "half-point"."""
    low, after = tokens[end].low, tokens[end + 1].low
    if low == "point" and value in _PARTS_OF_POINT:
        return Draft(i, end + 1, QuantityKind.PERCENT, value, precision, unit="pp")
    if low == "of" and after in ("a", "an"):
        at = end + 2
    elif (low in ("a", "an") and value == 0.5) or (low == "-" and tokens[end].glued):
        at = end + 1
    elif tokens[i].kind == NUMBER or value in _PARTS_OF_POINT:
        at = end
    else:
        return None
    numeral = Numeral(at, value, precision, worded=True)
    percent = read_percent(tokens, i, numeral)
    if percent is not None:
        return percent
    if tokens[at].low == "point":
        return Draft(i, at + 1, QuantityKind.PERCENT, value, precision, unit="pp")
    return None if read_unit(tokens, at, False) is None else read_measure(tokens, i, numeral)


def _share_follows(token: Token) -> bool:
    """Whether what stands behind "a third" makes it a share, not an ordinal before its noun."""
    return token.kind != WORD or token.low in _AFTER_SHARE


def read_one_in(tokens: list[Token], i: int, numeral: Numeral) -> Draft | None:
    """Shares as "three in five", "two out of three", "three trains in four", "nine out of ten visitors"."""
    at = numeral.end
    if numeral.value > 99 or numeral.low is not None:
        return None
    if tokens[at].low == "-" and tokens[at + 1].low == "in" and tokens[at + 2].low == "-":
        return _one_in_hyphens(tokens, i, numeral)
    named = tokens[at].kind == WORD and tokens[at + 1].low in ("in", "out")
    noun = singular(tokens[at].low) if named else ""
    at += named
    if tokens[at].low == "out" and tokens[at + 1].low == "of":
        at += 3 if tokens[at + 2].low == "every" else 2
    elif tokens[at].low == "of" and tokens[at + 1].low == "every":
        at += 2
    elif tokens[at].low == "in":
        at += 2 if tokens[at + 1].low == "every" else 1
    else:
        return None
    whole = _whole(tokens, at, numeral, named)
    if whole is None:
        return None
    value = numeral.value / whole.value
    draft = Draft(i, whole.end, QuantityKind.FRACTION, value, 1 / whole.value / 5, counted=noun)
    follower = None if named else read_noun(tokens, whole.end, False)
    if follower is not None:
        draft.counted, draft.modifiers, draft.end = follower.head, follower.modifiers, follower.end
    return draft


def _one_in_hyphens(tokens: list[Token], i: int, numeral: Numeral) -> Draft | None:
    """As in "a 1-in-20 chance", "one-in-a-million odds"."""
    at = numeral.end + 3
    whole = read_cardinal(tokens, at + 2 if tokens[at].low == "a" and tokens[at + 1].low == "-" else at)
    if whole is None or not numeral.value < whole.value:
        return None
    value = numeral.value / whole.value
    return Draft(i, whole.end, QuantityKind.FRACTION, value, value / 5)


def _whole(tokens: list[Token], at: int, part: Numeral, named: bool) -> Numeral | None:
    """The whole of which `part` is a share; "two in 2024" and "three in two days" are none.

    Digits make a share with "out of" ("7 out of 10"); with "in" only "1 in 5" and "7 in 10", since others count.
    """
    whole = read_cardinal(tokens, at)
    if whole is None or not part.value < whole.value <= _LARGEST_WHOLE:
        return None
    worded = part.worded and whole.worded
    plain = part.value == 1 or whole.value in _ROUND_WHOLES
    if not worded and (named or (tokens[at - 1].low == "in" and not plain)):
        return None
    return None if read_unit(tokens, whole.end, not whole.worded) is not None else whole
