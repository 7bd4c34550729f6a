"""What of a claim is looked at for one of its numbers: the words around it, where the claim is very long.

A sentence with thousands of numbers, as pasted data is, would otherwise be read from end to end for each of them.
"""

from __future__ import annotations

from factcheck.claim import Quantity

_LONG = 4000
"""Code points up to which a claim is read whole; sentences that people write are far shorter."""
_REACH = 1000
"""Code points on either side of a number that are read of a longer one."""


def excerpt(text: str, quantity: Quantity) -> str:
    """The text of a claim, or of a very long one the part around a quantity.

    Args:
        text: The claim.
        quantity: One of its own.
    """
    if len(text) <= _LONG:
        return text
    at = max(0, text.find(quantity.text))
    return text[max(0, at - _REACH) : at + len(quantity.text) + _REACH]
