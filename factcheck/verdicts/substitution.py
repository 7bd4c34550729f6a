"""A claim with a value of a source in the place of one of its own."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.claim import TEMPORAL, Quantity
from factcheck.document import Span
from factcheck.quantities import find_quantities, is_numeral

_PER = re.compile(r"\s*(?:/|\b(?:per|a|an|each|every)\b).*")
_MARKUP = re.compile(r"[*_`~\\]+")


def substitute(claim_text: str, quantity: Quantity, source: Quantity) -> str | None:
    """A claim's text with a source's value in place of one of its own; None if its own is not found there.

    The source's number (with its hedge) replaces the claim's, which keeps its noun or unit, so that the sentence stays
    the claim's; expressions of another unit, or with a unit that one writes behind a blank and the other does not
    ("5%", "3 per cent"), dates and times are replaced whole.
    """
    written = words_of(quantity.text)
    at = claim_text.lower().find(written.lower())
    if at < 0:
        return None
    value = words_of(source.text if source.kind in TEMPORAL else source.reading or source.text)
    if quantity.unit == source.unit and quantity.kind not in TEMPORAL:
        mine, theirs = number_part(written), number_part(value)
        if not quantity.unit or _has_unit(mine, quantity) == _has_unit(theirs, quantity):
            value = theirs + written[len(mine) :]
        elif quantity.per and not source.per:
            rate = _PER.search(written)
            value += rate.group() if rate else ""
    return claim_text[:at] + value + claim_text[at + len(written) :]


def in_claim(claim_text: str, quantity: Quantity) -> Span | None:
    """Where a claim has one of its quantities in words, as a number of its own; None if it says it otherwise."""
    written = re.escape(words_of(quantity.text))
    found = re.search(rf"(?<![\d.,]){written}(?![\d]|[.,]\d)", claim_text, re.IGNORECASE)
    return Span(*found.span()) if found else None


@lru_cache(maxsize=8192)  # a value of a source is put into many claims
def words_of(text: str) -> str:
    """An expression as a claim would spell it: on one line, without the file's markup."""
    return " ".join(_MARKUP.sub("", text).split())


def _has_unit(number: str, quantity: Quantity) -> bool:
    """Whether an expression cut off behind its last numeral has its unit in it: "€3.4m", "90ns"."""
    return any(found.unit == quantity.unit for found in read_again(number))


@lru_cache(maxsize=8192)
def number_part(text: str) -> str:
    """An expression up to the end of its last numeral: "at least 144" of "at least 144 people", "31" of "31-hour"."""
    end = len(text)
    for word in re.finditer(r"\S+", text):
        number, hyphen, noun = word.group().partition("-")
        if hyphen and is_numeral(number) and not is_numeral(noun):
            end = word.start() + len(number)
        elif is_numeral(word.group()):
            end = word.end()
    return text[:end]


@lru_cache(maxsize=8192)  # one number in the unit of many claims, and many in the unit of one
def read_again(text: str) -> tuple[Quantity, ...]:
    """The quantities of an expression that was put together from others."""
    return find_quantities(text).quantities
