"""Dates that a source gives of itself: in its title, in a heading, or as the day on which it was published.

"The ministry said on 3 May" is borne out by its statement of that day, although no sentence of it tells the date. The
day of publication is when something was said, not when it happened, so that it counts only where a claim tells that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from factcheck.claim import Quantity, QuantityKind
from factcheck.evidence import MATCHING, Snippet
from factcheck.quantities import Computation, find_quantities, relate
from factcheck.verdicts.comparisons import UNTIED, Comparison

_SAID = re.compile(
    r"\b(?:said|says|told|announce\w*|reported|reports?|publish\w*|publication|wrote|stat(?:ed|ement)|declared|confirmed|"
    r"warned|released?|issued|posted|dated|interview|according to)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"(?:^|, )(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})$")
"""Where a snippet's context tells the day of its reference."""


def dated(claim_text: str, quantity: Quantity, passages: Sequence[Snippet]) -> list[Comparison]:
    """The passages whose source dates itself as a claim has it.

    Args:
        claim_text: The claim.
        quantity: One of its own; only dates are looked for.
        passages: Retrieved for the claim, best first.
    """
    if quantity.kind is not QuantityKind.DATE:
        return []
    is_said = _SAID.search(claim_text) is not None
    found = []
    for position, passage in enumerate(passages):
        for shown, source in _own_dates(passage.context, is_said):
            relation = relate(quantity, source)
            if relation in MATCHING:
                place = replace(source, span=passage.span, text=passage.text)
                found.append(
                    Comparison(position, place, relation, UNTIED, Computation(relation, (), shown, source.value))
                )
                break
    return found


def _own_dates(context: str, is_said: bool) -> Iterator[tuple[str, Quantity]]:
    """The dates of a title or heading, and the day of publication where that counts, each with words for people."""
    published = _PUBLISHED.search(context)
    title = context[: published.start()] if published else context
    for source in _dates(title):
        yield f'under "{title}"', source
    if published and is_said:
        for source in _dates(published["day"]):
            yield f"published {published['day']}", source


@lru_cache(maxsize=1024)  # all snippets under one title have it
def _dates(text: str) -> tuple[Quantity, ...]:
    return tuple(q for q in find_quantities(text).quantities if q.kind is QuantityKind.DATE)
