"""Number and date edits of labelled pairs, made with the quantity engine."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from factcheck.claim import Hedge, Quantity, QuantityKind
from factcheck.evidence import QuantityRelation
from factcheck.quantities import find_quantities, relate
from training.nli.data import Pair

_EDITED = frozenset({
    QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE, QuantityKind.DURATION,
    QuantityKind.DATE, QuantityKind.AGE,
})  # fmt: skip
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_AGREE = frozenset({QuantityRelation.EQUAL, QuantityRelation.ENTAILED, QuantityRelation.COMPATIBLE})


def contradicted(pair: Pair, generator: random.Random) -> Pair | None:
    """A true claim made false by another value, in the claim or everywhere in the premise.

    Only where exactly one quantity of the premise has the claim's value, so that it must be the same thing's; and
    the new value must agree with no quantity of the other side.
    """
    if pair.label != "entailment":
        return None
    shared = _shared(pair)
    if not shared:
        return None
    mine, theirs = generator.choice(shared)
    if generator.random() < 0.5:
        return _in_claim(pair, mine, generator)
    return _in_premise(pair, mine, theirs, generator)


def reworded(pair: Pair, generator: random.Random) -> Pair | None:
    """The same pair with a number of the claim written otherwise: digits for words, "million" for zeros."""
    for quantity in find_quantities(pair.hypothesis).quantities:
        new = _otherwise(quantity.text)
        if new is not None and generator.random() < 0.8:
            return replace(pair, hypothesis=_put(pair.hypothesis, quantity, new), source="reworded")
    return None


def _shared(pair: Pair) -> list[tuple[Quantity, Quantity]]:
    """Exact quantities of the claim that one single quantity of the premise equals, with that one."""
    premise, found = find_quantities(pair.premise).quantities, []
    for mine in find_quantities(pair.hypothesis).quantities:
        if mine.kind not in _EDITED or mine.hedge is not Hedge.EXACT:
            continue
        equal = [q for q in premise if relate(mine, q) is QuantityRelation.EQUAL]
        if len(equal) == 1 and equal[0].hedge is Hedge.EXACT:
            found.append((mine, equal[0]))
    return found


def _in_claim(pair: Pair, mine: Quantity, generator: random.Random) -> Pair | None:
    new = _changed(mine.text, generator)
    if new is None:
        return None
    text = _put(pair.hypothesis, mine, new)
    made = _at(text, mine.span.start)
    premise = find_quantities(pair.premise).quantities
    if made is None or any(relate(made, q) in _AGREE for q in premise):
        return None
    return replace(pair, hypothesis=text, label="contradiction", source="figure")


def _in_premise(pair: Pair, mine: Quantity, theirs: Quantity, generator: random.Random) -> Pair | None:
    new = _changed(theirs.text, generator)
    if new is None:
        return None
    text = _put(pair.premise, theirs, new)
    if any(relate(mine, q) in _AGREE for q in find_quantities(text).quantities):
        return None
    return replace(pair, premise=text, label="contradiction", source="figure")


def _put(text: str, quantity: Quantity, new: str) -> str:
    return text[: quantity.span.start] + new + text[quantity.span.end :]


def _at(text: str, start: int) -> Quantity | None:
    return next((q for q in find_quantities(text).quantities if q.span.start <= start < q.span.end), None)


def _changed(text: str, generator: random.Random) -> str | None:
    """The expression with another number in the same form; None if it has none that can be changed."""
    digits = list(_NUMBER.finditer(text))
    if digits:
        chosen = generator.choice(digits)
        return text[: chosen.start()] + _other(chosen.group(), generator) + text[chosen.end() :]
    for words in (_WORDS[2:], _MONTHS, _DAYS):
        for word in words:
            place = re.search(rf"\b{word}\b", text, re.IGNORECASE)
            if place:
                new = generator.choice([w for w in words if w != word])
                return (
                    text[: place.start()]
                    + (new.capitalize() if place.group()[0].isupper() else new)
                    + text[place.end() :]
                )
    return None


def _other(number: str, generator: random.Random) -> str:
    """Another number with as many decimals and the same grouping: near, one figure off, or of another size."""
    decimals = len(number.partition(".")[2])
    value = float(number.replace(",", ""))
    if not decimals and 1900 <= value <= 2100 and "," not in number:
        return str(int(value) + generator.choice((-12, -5, -3, -2, -1, 1, 2, 3, 5, 12)))
    way = generator.random()
    if value < 32 and not decimals:
        new = value + generator.choice((-4.0, -3.0, -2.0, -1.0, 1.0, 2.0, 3.0, 4.0, 7.0))
        new = new if new > 1 else value + generator.choice((1, 2, 3, 5))
    elif way < 0.5:
        new = value * generator.choice((0.45, 0.6, 0.75, 0.85, 0.9, 1.1, 1.2, 1.35, 1.6, 2.1))
    elif way < 0.8:
        figures = [i for i, char in enumerate(number) if char.isdigit()]
        place = generator.choice(figures)
        figure = generator.choice([d for d in "123456789" if d != number[place]])
        return number[:place] + figure + number[place + 1 :]
    else:
        new = value * generator.choice((0.1, 10.0))
    grouping = "," if "," in number or (new >= 10_000 and not decimals) else ""
    return f"{new:{grouping}.{decimals}f}"


def _otherwise(text: str) -> str | None:
    number = _NUMBER.search(text)
    if number is None:
        for figure, word in enumerate(_WORDS[3:], start=3):
            place = re.search(rf"\b{word}\b(?!-)", text, re.IGNORECASE)
            if place and text.lower().count("-") == 0 and "hundred" not in text and "thousand" not in text:
                return text[: place.start()] + str(figure) + text[place.end() :]
        return None
    value = float(number.group().replace(",", ""))
    before, behind = text[: number.start()], text[number.end() :]
    if 2 < value <= 20 and value == int(value) and not before.strip("$€£ ") and re.match(r" [a-z]", behind):
        return _WORDS[int(value)].join((before, behind)) if not before else None
    if value >= 1e6 and value % 1e5 == 0 and not re.match(r"\s?(?:m|b|k|t|million|billion|thousand)", behind):
        return f"{before}{value / 1e6:g} million{behind}"
    if behind.startswith("%"):
        return f"{before}{number.group()} per cent{behind[1:]}"
    return None
