"""What so many come to of which a passage tells what each is: five users at "$20 per user" are $100."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claim import Hedge, Quantity, QuantityKind
from factcheck.quantities.heads import KIND, related_heads
from factcheck.quantities.meaning import number, with_unit
from factcheck.quantities.money import same_currency
from factcheck.quantities.nouns import singular
from factcheck.quantities.operands import Candidate
from factcheck.quantities.units import dimension
from factcheck.quantities.wording import SENTENCE_END, Wording, around

_EACH = re.compile(r"\b(?:each|every|per|apiece)\b", re.IGNORECASE)
_OF_EACH = re.compile(
    r"\b(?:each|every|per)(?: (?:of the|single|one of the))? (?P<what>[^\W\d_]+(?: [^\W\d_]+)?)", re.IGNORECASE
)
_MEASURED = frozenset({QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.DURATION})
_FAR = 300


def may_be_of_each(passage: str) -> bool:
    """Whether a passage tells what each of some things is.

    Args:
        passage: Its text.
    """
    return _EACH.search(passage) is not None


def of_each(
    claim: Quantity, said: Sequence[Quantity], sources: Sequence[Quantity], words: Wording
) -> Iterator[Candidate]:
    """Products of a number that the claim tells and of what the passage tells of each.

    Args:
        claim: The article's quantity: the product, or how many there are.
        said: All quantities of the claim's sentence.
        sources: The passage's quantities, by place.
        words: What stands around them.

    Yields:
        For a product its value; for a number the number itself, where the claim's product fits it.
    """
    for i, each in enumerate(sources):
        if each.kind not in _MEASURED or each.hedge is not Hedge.EXACT or not each.interval.is_point or not each.value:
            continue
        for count, total in _pairs(claim, said, each):
            if not _is_told_of(each, i, words, count.counted):
                continue
            if claim is total:
                left = f"{number(count.value)} × {with_unit(each)}"
                yield Candidate((i,), f"{left} = {number(count.value * each.value)}", count.value * each.value)
            else:
                value = total.value / each.value
                yield Candidate((i,), f"{with_unit(total)} / {with_unit(each)} = {number(value)}", value)


def _pairs(claim: Quantity, said: Sequence[Quantity], each: Quantity) -> Iterator[tuple[Quantity, Quantity]]:
    """The number and the product of the claim, one of which is asked for."""
    others = [other for other in said if other.span != claim.span or other.text != claim.text]
    if claim.kind is QuantityKind.COUNT and claim.counted:
        yield from ((claim, other) for other in others if _is_like(other, each))
    elif _is_like(claim, each):
        yield from ((other, claim) for other in others if other.kind is QuantityKind.COUNT and other.counted)


def _is_like(total: Quantity, each: Quantity) -> bool:
    """Whether a value may be a multiple of what each is."""
    if total.kind is not each.kind:
        return False
    if each.kind is QuantityKind.MONEY:
        return same_currency(total.unit, each.unit)
    return dimension(total.unit) == dimension(each.unit)


def _is_told_of(each: Quantity, i: int, words: Wording, noun: str) -> bool:
    """Whether a passage tells a value of each of what a noun names."""
    if any(_is_noun(part, noun) for part in each.per.split()):
        return True
    if each.per:
        return False
    first, last = around(words.text, words.places[i], SENTENCE_END, _FAR)
    named = [word for found in _OF_EACH.finditer(words.text, first, last) for word in found["what"].split()]
    return any(_is_noun(singular(word.lower()), noun) for word in named)


def _is_noun(one: str, noun: str) -> bool:
    return bool(one) and (one == noun or related_heads(one, noun) > KIND)
