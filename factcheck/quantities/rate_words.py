"""Rates that words tell apart from the number: "an hour's parking", "monthly rent", "every minute, 20 litres"."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.claim import Quantity, QuantityKind
from factcheck.quantities.nouns import singular
from factcheck.quantities.units import UNITS, unit_named
from factcheck.quantities.wordlist import WORD

_WORDS = {
    "year": frozenset({"annual", "annually", "yearly", "year"}),
    "month": frozenset({"monthly", "month"}),
    "week": frozenset({"weekly", "week"}),
    "d": frozenset({"daily", "day"}),
    "h": frozenset({"hourly", "hour"}),
    "person": frozenset({"person", "head", "each", "apiece"}),
}
"""Words that tell a rate apart from its number; of other rates it is the noun itself."""
_PACE = re.compile(r"\b(?:every|each|per)\s(?P<time>second|minute|hour|day|week|month|year)\b", re.IGNORECASE)
_PACED = frozenset({QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.MONEY})


def names_rate(per: str, text: str) -> bool:
    """Whether a text tells the rate of a number without one: "annual savings of €21m", "for each share".

    Args:
        per: What the rate is told for.
        text: A sentence or a passage.
    """
    words = set(WORD.findall(text.lower()))
    if per in _WORDS:
        return bool(_WORDS[per] & words)
    return any(singular(word) == per or (len(word) > 2 and unit_named(word) == per) for word in words)


def rate_named(word: str) -> str:
    """What a number is told for, as the grammar of rates names it.

    Args:
        word: In small letters.
    """
    return next((per for per, words in _WORDS.items() if word in words), unit_named(word) or singular(word))


def paced(quantity: Quantity, sentence: str, other: Quantity) -> Quantity:
    """A number with the time that its sentence tells it for: "every minute, 20 litres pass".

    Args:
        quantity: A number; one that has a rate comes back as it is.
        sentence: In which it stands.
        other: What it is held against: it must have a rate in time.
    """
    if quantity.per or quantity.kind not in _PACED or other.per not in UNITS:
        return quantity
    times = {found["time"].lower() for found in _PACE.finditer(sentence)}
    return replace(quantity, per=rate_named(times.pop())) if len(times) == 1 else quantity
