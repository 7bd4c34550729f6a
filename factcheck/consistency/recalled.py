"""Things counted or measured once and then recalled with another number.

"The firm employs 340 people … the 430 people"; "six buses for €3.1m … the €1.3m buses". A definite phrase points back,
so its number should stand before it in the article or follow from what stands there. Where the phrase is narrowed ("the
nine men still held") or the article counts several groups of the sort, it may point to a part, and nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claim import Hedge, Quantity, QuantityKind
from factcheck.consistency.comparing import COMPARED, agreeing, alike, conflicting, explained, ratio
from factcheck.consistency.finding import Inconsistency, differing
from factcheck.consistency.reading import Line, Mention, Role, mentions
from factcheck.consistency.words import fates, others, stem, words
from factcheck.quantities.heads import related_heads
from factcheck.quantities.nouns import is_plural

_DEFINITE = re.compile(r"\b(?:the|these|those|its|their|his|her)\s+$", re.IGNORECASE)
_NARROWED = re.compile(
    r"^\W*(?:who|that|which|whom|whose|of|in|on|at|from|with|without|for|under|over|above|below|behind|before|after|"
    r"between|by|to|near|outside|inside|aboard|around|within|against|still|then|now|already|not|left|remaining|needed|"
    r"\w+ed|\w+ing|said|held|shown|given|lost|sent|"
    r"its|the|his|her|their|they|it|he|she|we|you|i|an?)\b"
)
_SMALLEST = 3
_FIRST = 12
"""Among how many mentions at the start those of the headline are."""
_REACH = 40
"""Lines over which a phrase points back."""
_PARTS = 2.5
"""A recalled number farther off than this is rather that of a part."""
_SLIP = 4.0
_SAME_NOUN = 0.85
_KIND = 0.6
_ROOT = 5
_ANCHOR = re.compile(r"^\s*((?:[a-z][\w-]*\s+)?[a-z][\w-]*)")


def recalled(lines: Sequence[Line]) -> Iterator[Inconsistency]:
    """Definite phrases whose number differs from the only one given before."""
    everything = mentions(list(lines), Role.HEADLINE, Role.CAPTION, Role.TEXT)
    for position, mention in enumerate(everything):
        if mention.line.role is not Role.TEXT or not _points_back(mention):
            continue
        before = _before(everything, position)
        anchor = _anchor(mention)
        other = _by_anchor(mention, anchor, before, everything) if anchor else _by_noun(mention, before, everything)
        if other is not None:
            yield differing(mention, other)


def _before(everything: Sequence[Mention], position: int) -> list[Mention]:
    """The mentions that the one at `position` may point back to, by place."""
    mention = everything[position]
    first = position
    while first and mention.index - everything[first - 1].index <= _REACH:
        first -= 1
    headlines = [m for m in everything[: min(first, _FIRST)] if m.line.role is Role.HEADLINE]
    return headlines + [m for m in everything[first:position] if _near(m, mention)]


def _points_back(mention: Mention) -> bool:
    quantity = mention.quantity
    if quantity.kind not in COMPARED or quantity.hedge is not Hedge.EXACT or not quantity.interval.is_point:
        return False
    return bool(_DEFINITE.search(mention.line.before(quantity)))


def _near(earlier: Mention, mention: Mention) -> bool:
    """Whether a mention is of the section that the later one stands in, or of the headline."""
    return earlier.line.role is Role.HEADLINE or earlier.line.section == mention.line.section


def _anchor(mention: Mention) -> frozenset[str]:
    """The noun that an amount stands before like an adjective ("the €3.1m buses", "the 31-hour siege"), as a stem.

    Of two words either may be it: "electric buses", "castle leaks".
    """
    quantity = mention.quantity
    hyphened = "-" in quantity.text and not quantity.text.strip().startswith("-")
    if quantity.kind is QuantityKind.COUNT and not hyphened:
        return frozenset()
    if quantity.kind in (QuantityKind.MEASURE, QuantityKind.DURATION) and not hyphened:
        return frozenset()
    match = _ANCHOR.match(mention.line.after(quantity))
    if match is None:
        return frozenset()
    first, *rest = match[1].split()
    if not _is_noun(first) or is_plural(first):
        rest = []
    return frozenset(stem(word) for word in (first, *rest) if _is_noun(word))


def _is_noun(word: str) -> bool:
    """Whether a word behind an amount may be a noun: not a function word or verb of the frequent sort."""
    return len(word) > 2 and not re.fullmatch(
        r"(?:in|on|at|for|from|of|to|and|or|but|with|by|as|than|that|who|which|is|are|was|were|has|have|had|will|would|"
        r"can|could|may|might|must|should|do|does|did|now|not|\w+ly|belongs|came|went|said)",
        word,
    )


def _by_anchor(
    mention: Mention, anchor: frozenset[str], before: Sequence[Mention], everything: Sequence[Mention]
) -> Mention | None:
    """The earlier amount of the same noun, the only one; none if the article has the value elsewhere."""
    quantity = mention.quantity
    same_kind = [m for m in everything if m is not mention and alike(quantity, m.quantity)]
    if any(agreeing(quantity, m.quantity) for m in same_kind) or explained(quantity, [m.quantity for m in same_kind]):
        return None
    of_noun = [m for m in before if alike(quantity, m.quantity) and _names(m.line.text, anchor) and _alone(m)]
    if len({m.quantity.value for m in of_noun}) != 1:
        return None
    other = of_noun[0]
    fits = conflicting(quantity, other.quantity) and ratio(quantity, other.quantity) <= _SLIP
    return other if fits and not _apart_by_adjective(mention, other) and not _contrasted(mention, other) else None


def _names(text: str, anchor: frozenset[str]) -> bool:
    return not anchor.isdisjoint(stem(word) for word in words(text))


def _contrasted(mention: Mention, other: Mention) -> bool:
    """Whether two definite phrases of one paragraph tell two things apart: "the 12-storey tower" and another."""
    same_block = mention.line.sentence.block == other.line.sentence.block
    return same_block and _DEFINITE.search(other.line.before(other.quantity)) is not None


def _alone(mention: Mention) -> bool:
    """Whether a line has a single number of the sort: of several, which one is meant is not clear."""
    return sum(alike(mention.quantity, other) for other in mention.line.quantities) == 1


def _apart_by_adjective(mention: Mention, other: Mention) -> bool:
    """Whether words such as "second" or "old" make one of them another thing."""
    return bool(others(_phrase(mention)) ^ others(_phrase(other)))


def _phrase(mention: Mention) -> str:
    """A quantity with the word before and the two words behind it."""
    before, after = words(mention.line.before(mention.quantity)), words(mention.line.after(mention.quantity))
    return " ".join([*before[-1:], mention.quantity.text, *after[:2]])


def _by_noun(mention: Mention, before: Sequence[Mention], everything: Sequence[Mention]) -> Mention | None:
    """The earlier count of the same noun, the only one; none if the phrase is narrowed or the value explained."""
    quantity = mention.quantity
    if quantity.kind is not QuantityKind.COUNT or not quantity.counted or quantity.value < _SMALLEST:
        return None
    same = [m for m in before if _same_noun(quantity, m)]
    if len({m.quantity.value for m in same}) != 1 or _narrowed(mention, same[0]):
        return None
    other = same[0]
    others = [m for m in everything if m is not mention and alike(quantity, m.quantity)]
    if any(agreeing(quantity, m.quantity) for m in others) or explained(quantity, [m.quantity for m in others]):
        return None
    fits = conflicting(quantity, other.quantity) and ratio(quantity, other.quantity) <= _PARTS
    return other if fits and not _apart_by_adjective(mention, other) else None


def _same_noun(one: Quantity, mention: Mention) -> bool:
    """The same noun, or one for people made from the earlier sentence's verb: "employs 340 people … its employees"."""
    other = mention.quantity
    if other.kind is not QuantityKind.COUNT or not other.counted or not other.interval.is_point:
        return False
    likeness = related_heads(one.counted, other.counted)
    verbs = {word.lower()[:_ROOT] for word in words(mention.line.before(other))}
    of_verb = likeness >= _KIND and len(one.counted) > _ROOT and one.counted[:_ROOT] in verbs
    return (likeness >= _SAME_NOUN or of_verb) and set(one.modifiers) <= set(other.modifiers)


def _narrowed(mention: Mention, other: Mention) -> bool:
    """Whether a phrase is restricted to a part, unless by what the earlier one says too ("killed")."""
    after = mention.line.after(mention.quantity)
    narrowed = _NARROWED.match(after)
    if narrowed is None:
        return bool(fates(mention.line.text) - fates(other.line.text) and fates(other.line.text))
    said = fates(narrowed.group())
    return not (said and said <= fates(other.line.text))
