"""Numbers of things, multiples, and ordinals that assert a rank."""

from __future__ import annotations

from factcheck.claim import QuantityKind
from factcheck.quantities.draft import Draft, new_draft
from factcheck.quantities.nouns import is_plural, read_comparison, read_label, read_noun, singular
from factcheck.quantities.numerals import Numeral
from factcheck.quantities.ordinals import read_ordinal
from factcheck.quantities.tokens import NUMBER, WORD, Token

_COMPARED = frozenset(
    {"as", "more", "higher", "faster", "larger", "bigger", "greater", "longer", "the", "that", "what", "its"}
)
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "this", "that"})
_ODD = 9
"""How many more than forty "40-odd" may be."""
_PRONOUNS = frozenset({"whom", "which", "them", "those", "these", "us"})


def read_multiple(tokens: list[Token], i: int, numeral: Numeral) -> Draft | None:
    """As in "three times as many", "tenfold" in two words, "2.5x"; "won it three times" counts times."""
    at = numeral.end
    low = tokens[at].low
    if low == "fold" or (low == "-" and tokens[at + 1].low == "fold"):
        return new_draft(i, at + (2 if low == "-" else 1), QuantityKind.MULTIPLE, numeral)
    if low == "×" or (low == "x" and tokens[at].glued and tokens[at + 1].kind != NUMBER):
        return new_draft(i, at + 1, QuantityKind.MULTIPLE, numeral)
    if low != "times":
        return None
    after = tokens[at + 1].low
    compared = after in _COMPARED or (after.endswith("er") and tokens[at + 2].low == "than")
    if compared or numeral.value != int(numeral.value):
        end = at + 3 if after == "as" and tokens[at + 2].low in ("many", "much") else at + 1
        return new_draft(i, end, QuantityKind.MULTIPLE, numeral)
    draft = new_draft(i, at + 1, QuantityKind.COUNT, numeral)
    draft.counted = "time"
    return draft


def read_count(tokens: list[Token], i: int, numeral: Numeral) -> Draft | None:
    """A count of things, with the noun when it follows; a hyphened word ("612-page") counts as one."""
    at = numeral.end
    draft = new_draft(i, at, QuantityKind.COUNT, numeral)
    if tokens[at].low == "-" and tokens[at + 1].low == "odd":
        at = draft.end = at + 2
        draft.low, draft.high, draft.vague = draft.value, draft.value + _ODD, True
    if tokens[at].low == "-" and tokens[at].glued and tokens[at + 1].glued and tokens[at + 1].kind == WORD:
        draft.counted, draft.end = singular(tokens[at + 1].low), at + 2
        return draft
    if tokens[at].low == "of" and _partitive(tokens, at, draft):
        return draft
    if numeral.low is not None and tokens[at].low == "of":
        at += 1
    noun = read_noun(tokens, at, numeral.value == 1)
    if noun is not None:
        draft.counted, draft.modifiers, draft.end = noun.head, noun.modifiers, noun.end
        return draft
    label = read_label(tokens, i)
    if label is not None:
        draft.counted, draft.modifiers = label.head, label.modifiers
        return draft
    draft.end = read_comparison(tokens, at)
    if draft.end > at:
        draft.modifiers = (tokens[at].low,)
    return draft


def _partitive(tokens: list[Token], at: int, draft: Draft) -> bool:
    """As in "three of the screens", "two of whom": what they are a part of is what is counted."""
    word = tokens[at + 1].low
    if word in _PRONOUNS and not (word in ("those", "these") and read_noun(tokens, at + 2, False)):
        draft.end = at + 2
        return True
    if word not in _DETERMINERS and word not in ("these", "those"):
        return False
    noun = read_noun(tokens, at + 2, False)
    if noun is not None:
        draft.counted, draft.modifiers, draft.end = noun.head, noun.modifiers, noun.end
    return True


def read_rank(tokens: list[Token], i: int) -> Draft | None:
    """An ordinal that asserts a rank: "third title", "second-largest", "the fifth", "19th"."""
    found = read_ordinal(tokens, i)
    if found is None:
        return None
    value, end = found
    draft = Draft(i, end, QuantityKind.ORDINAL, value)
    joint = tokens[end]
    if joint.low == "-" and joint.glued and tokens[end + 1].kind == WORD and tokens[end + 1].glued:
        draft.end, draft.modifiers = end + 2, (tokens[end + 1].low,)
        noun = read_noun(tokens, end + 2, True)
        draft.counted = noun.head if noun else ""
        return draft
    first = tokens[i].low == "first"
    determined = i > 0 and (tokens[i - 1].low in _DETERMINERS or tokens[i - 1].low.endswith("'s"))
    noun = read_noun(tokens, end, True)
    adverb = first and (is_plural(tokens[end].low) or not (determined or i == 0))
    if noun is None or adverb:
        return draft if not first and (tokens[i].kind == NUMBER or determined) else None
    draft.counted, draft.modifiers, draft.end = noun.head, noun.modifiers, noun.end
    return draft
