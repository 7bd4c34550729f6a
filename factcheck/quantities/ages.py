"""Ages: "34-year-old", "aged 34", "between 22 and 47 years old", "She was 86", "Ana Ruiz, 61,"."""

from __future__ import annotations

from factcheck.claim import QuantityKind
from factcheck.quantities.draft import Draft, new_draft
from factcheck.quantities.numerals import Numeral
from factcheck.quantities.periods import MONTHS, WEEKDAYS
from factcheck.quantities.tokens import END, NUMBER, WORD, Token

_OLDEST = 120
_PERSONS = frozenset({"she", "he", "who", "i", "they"})
_TURNS = frozenset({"was", "is", "turned", "turns", "were", "are"})
_BOUNDS = frozenset({"or", "and"})
_OLDER = frozenset({"older", "younger"})
_LIVED = frozenset({"lived", "lives", "live"})
_CLOSING = frozenset({",", ".", ";", ")", "!", "?"})


def read_age(tokens: list[Token], i: int, numeral: Numeral) -> Draft | None:
    """The age whose number starts at token `i`, by the words behind it or before it."""
    end = _years_old(tokens, numeral.end)
    if end == 0:
        if numeral.value > _OLDEST or not _of_person(tokens, i, numeral):
            return None
        end = numeral.end
    draft = new_draft(i, end, QuantityKind.AGE, numeral)
    draft.unit = "year"
    return draft


def _years_old(tokens: list[Token], at: int) -> int:
    """The index behind "years old", "-year-old" or "years of age" at `at`, or 0."""
    words = [token.low for token in tokens[at : at + 4]]
    if words[0] == "-" and words[1] in ("year", "years"):
        if words[2] == "-" and words[3] in ("old", "olds"):
            return at + 4
        return at + 3 if words[2] == "old" else 0
    if words[0] in ("years", "year") and words[1] == "old":
        return at + 2
    return at + 3 if words[:3] == ["years", "of", "age"] else 0


def _of_person(tokens: list[Token], i: int, numeral: Numeral) -> bool:
    """Whether the bare number at `i` is a person's age, by what stands around it."""
    one, two = _before(tokens, i, 1), _before(tokens, i, 2)
    end = numeral.end
    if tokens[end].low in _BOUNDS and tokens[end + 1].low in _OLDER and tokens[end + 2].low != "than":
        return True
    if one.low == "be" and two.low == "to" and _before(tokens, i, 3).low in _LIVED:
        return True
    if one.low == "aged" or (one.low == "of" and two.low in ("age", "ages")):
        return True
    if one.low in ("and", "to") and two.kind in (NUMBER, WORD):
        three, four = _before(tokens, i, 3), _before(tokens, i, 4)
        if "aged" in (three.low, four.low if three.low in ("between", "from") else ""):
            return True
    after = tokens[numeral.end]
    closed = after.low in _CLOSING or after.kind == END
    if one.low in _TURNS and two.low in _PERSONS:
        return closed or after.low in ("when", "and", "years", "on", "in")
    if tokens[i].kind != NUMBER or not tokens[i].text.isdigit():
        return False
    if one.low == "at" and two.low in ("", ".", ";"):
        return after.low in (",", "she", "he", "they")
    named = two.kind == WORD and two.text[:1].isupper() and two.low not in MONTHS and two.low not in WEEKDAYS
    return one.low == "," and named and after.low in (",", ")") and len(tokens[i].text) == 2


def _before(tokens: list[Token], i: int, steps: int) -> Token:
    """The token some steps before `i`, or an END token."""
    return tokens[i - steps] if i >= steps else tokens[-1]
