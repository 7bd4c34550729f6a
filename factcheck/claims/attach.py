"""Which quantities a claim carries, and claims for those that none carries."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from factcheck.claim import Claim, Quantity
from factcheck.document import Span
from factcheck.sentences import Sentence

_DIGITS = re.compile(r"\d(?:[\d.,:/]*\d)?")
_WHOLE = re.compile(r"\s+(?:whom|which|them)$")  # a claim says in its place what it stands for
_MOST = 0.6  # of an expression without digits that must stand in the claim


def with_quantities(claims: Sequence[Claim], quantities: Sequence[Quantity]) -> list[Claim]:
    """The claims of one sentence with those quantities whose number they contain."""
    return [replace(claim, quantities=tuple(q for q in quantities if carries(claim.spans, q))) for claim in claims]


def inside(quantities: Sequence[Quantity], sentence: Sentence) -> list[Quantity]:
    """The quantities that stand in a sentence; they are ordered by place, so that long texts take linear time."""
    first = bisect_left(quantities, sentence.span.start, key=lambda quantity: quantity.span.start)
    end = bisect_left(quantities, sentence.span.end, lo=first, key=lambda quantity: quantity.span.start)
    return [quantity for quantity in quantities[first:end] if sentence.span.contains(quantity.span)]


def carries(spans: Sequence[Span], quantity: Quantity) -> bool:
    """Whether places hold a quantity's number: all its digits, or most of an expression in words."""
    start = quantity.span.start
    digits = [Span(start + m.start(), start + m.end()) for m in _DIGITS.finditer(quantity.text)]
    if digits:
        return all(any(span.contains(place) for span in spans) for place in digits)
    end = start + len(_WHOLE.sub("", quantity.text))
    covered = sum(max(0, min(span.end, end) - max(span.start, start)) for span in spans)
    return covered >= _MOST * (end - start)


def with_only_carriers(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one sentence, the sentence as a whole checked where it alone carries a quantity.

    Its other claims are checked, so that it asserts something; what they left out would else be seen by nobody.
    """
    checked = {quantity for claim in claims if claim.checkworthy for quantity in claim.quantities}
    asserts = any(claim.checkworthy for claim in claims)

    def is_only_carrier(claim: Claim) -> bool:
        return claim.spans == (claim.sentence,) and not checked.issuperset(claim.quantities)

    return [replace(claim, checkworthy=claim.checkworthy or (asserts and is_only_carrier(claim))) for claim in claims]


def carrier(sentence: Sentence, claims: Sequence[Claim], quantities: Sequence[Quantity]) -> Claim | None:
    """An unchecked claim for the quantities of a sentence that no claim carries; None if there are none."""
    carried = {quantity for claim in claims for quantity in claim.quantities}
    left = tuple(quantity for quantity in quantities if quantity not in carried)
    if not left:
        return None
    return replace(unchecked(sentence), quantities=left)


def unchecked(sentence: Sentence) -> Claim:
    """A claim that only keeps a sentence in sight."""
    return Claim("", sentence.text, (sentence.span,), sentence.span, checkworthy=False)
