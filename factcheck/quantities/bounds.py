"""Bounds that say the same in other words: "more than one" is "two or more"; who bars the under-16s admits the rest."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from factcheck.claim import Hedge, Interval, Quantity, QuantityKind

_OPEN = {Hedge.OVER: (Hedge.AT_LEAST, 1.0), Hedge.UNDER: (Hedge.AT_MOST, -1.0)}
"""The closed bound of whole things that an open one comes to, and how far it lies off."""
_COMPLEMENT = {
    Hedge.AT_LEAST: Hedge.UNDER,
    Hedge.UNDER: Hedge.AT_LEAST,
    Hedge.OVER: Hedge.AT_MOST,
    Hedge.AT_MOST: Hedge.OVER,
}
_AGES = {QuantityKind.AGE, QuantityKind.COUNT}
"""Kinds of a bound on ages: "under 18" may count as well."""
_REFUSES = re.compile(
    r"\b(?:not|never|no|nobody|none|neither|nor|cannot|unless|without|ineligible|off limits|closed to|out of bounds"
    r"|refus\w+|reject\w*|abort\w*|fail(?:s|ed|ing)?|forb[ia]d\w*|prohibit\w*|bar(?:s|red)|bann?(?:s|ed)?|exclud\w+"
    r"|den(?:y|ies|ied)|disqualif\w+|turn(?:s|ed)? away|crash\w*|drop(?:s|ped)|stops?|stopped)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What says that something is not so, or not let be so."""


def closed(quantity: Quantity) -> Quantity:
    """An open bound on whole things as the closed one that it comes to: "more than one validator" is two or more.

    Args:
        quantity: Any; others come back as they are.
    """
    bound = _OPEN.get(quantity.hedge)
    counts = quantity.kind is QuantityKind.AGE or (quantity.kind is QuantityKind.COUNT and bool(quantity.counted))
    if bound is None or not counts or quantity.value != int(quantity.value) or quantity.precision > 1:
        return quantity
    hedge, step = bound
    interval, value = quantity.interval, quantity.value + step
    moved = Interval(value, interval.high) if step > 0 else Interval(interval.low, value)
    return replace(quantity, hedge=hedge, value=value, interval=moved)


def alike(claim: Quantity, source: Quantity) -> tuple[Quantity, Quantity]:
    """Two bounds on whole things, both closed where one of them is.

    Args:
        claim: The article's quantity.
        source: A source's.
    """
    mixed = {claim.hedge, source.hedge} in ({Hedge.OVER, Hedge.AT_LEAST}, {Hedge.UNDER, Hedge.AT_MOST})
    return (closed(claim), closed(source)) if mixed and claim.kind is source.kind else (claim, source)


def admitted(claim: Quantity, sentence: str, source: Quantity, shown: str) -> Quantity:
    """The source's bound as the claim tells it, where one says who is let and the other who is not.

    "Accounts may not be opened by anyone under the age of sixteen" lets those be who are "16 or older".

    Args:
        claim: The article's quantity.
        sentence: In which it stands.
        source: A source's.
        shown: The sentence in which that stands.
    """
    kinds = {claim.kind, source.kind}
    if (len(kinds) > 1 and kinds != _AGES) or _COMPLEMENT.get(claim.hedge) is not source.hedge:
        return source
    if not math.isclose(_end(claim), _end(source), rel_tol=1e-9) or refuses(sentence, claim) == refuses(shown, source):
        return source
    return replace(source, kind=claim.kind, hedge=claim.hedge, value=claim.value, interval=claim.interval)


def refuses(text: str, quantity: Quantity | None = None) -> bool:
    """Whether a text says that something is not so, or not let be so; the words of a quantity in it aside.

    Args:
        text: A sentence.
        quantity: One of it: the "no" of "no more than ten" denies nothing.
    """
    return _REFUSES.search(text.replace(quantity.text, " ") if quantity else text) is not None


def _end(quantity: Quantity) -> float:
    """Where a bound lies."""
    interval = quantity.interval
    return interval.low if quantity.hedge in (Hedge.AT_LEAST, Hedge.OVER) else interval.high
