"""The numeric expressions of an article as the settings want them."""

from __future__ import annotations

from dataclasses import replace

from factcheck.claim import Skipped, SkipReason
from factcheck.quantities.recognise import Found
from factcheck.settings import NumberSettings


def as_asked(found: Found, settings: NumberSettings) -> Found:
    """What was found without the kinds that are left out, each number knowing how far it may be rounded."""
    if not settings.left_out and settings.round_to is None:
        return found
    kept = tuple(
        replace(quantity, round_to=settings.round_to)
        for quantity in found.quantities
        if quantity.kind not in settings.left_out
    )
    left_out = [
        Skipped(quantity.span, quantity.text, SkipReason.LEFT_OUT)
        for quantity in found.quantities
        if quantity.kind in settings.left_out
    ]
    return Found(kept, tuple(sorted((*found.skipped, *left_out), key=lambda one: one.span)))
