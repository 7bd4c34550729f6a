"""What tables settle, as verdicts of numbers and claims."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claim import Claim, Quantity
from factcheck.evidence import QuantityEvidence, QuantityVerdict, VerdictLabel
from factcheck.quantities.wordlist import word_set
from factcheck.verdicts.entries import Settled
from factcheck.verdicts.mentions import COMMON, OPENINGS, STEM, Words, folded

SETTLED = 0.9
"""Confidence in a claim all of whose numbers stand in, or are computed from, the cells that it names."""
_SPARE_WORDS = 2
"""How many words a claim may have that no cell, header or title has: its verb, and one more."""
_BEYOND = word_set(
    """
    most least only first last record ever best worst every always again highest lowest largest biggest smallest longest
    shortest fastest slowest strongest weakest because despite
    """
)
"""Words of a claim that goes beyond the cells which its numbers stand in."""


def told_by_tables(
    label: VerdictLabel, confidence: float, numbers: Sequence[QuantityVerdict], is_covered: bool
) -> tuple[VerdictLabel, float]:
    """The label of a claim all of whose numbers tables settle: they know better than a model that reads rows badly."""
    if any(number.label is VerdictLabel.CONTRADICTED for number in numbers):
        return VerdictLabel.CONTRADICTED, max(confidence if label is VerdictLabel.CONTRADICTED else 0.0, SETTLED)
    if is_covered:
        return VerdictLabel.SUPPORTED, max(confidence if label is VerdictLabel.SUPPORTED else 0.0, SETTLED)
    return (VerdictLabel.UNVERIFIED, 1.0 - SETTLED) if label is VerdictLabel.CONTRADICTED else (label, confidence)


def of_table(quantity: Quantity, settled: Settled) -> QuantityVerdict:
    """A quantity's verdict by the cell that settles it."""
    evidence = QuantityEvidence(
        settled.line.reference,
        settled.entries[0].quantity.span,
        settled.meaning,
        settled.arithmetic,
        settled.place,
    )
    return QuantityVerdict(quantity, settled.label, settled.relation, evidence)


def covers(claim: Claim, settled: Sequence[Settled | None]) -> bool:
    """Whether a claim says little beyond what the cells tell that settle its numbers: a verb, a word or two.

    "The North carried 3.4 million passengers" is all in the table; why it did, or that nobody carried more, is not.
    """
    words = Words.of(claim.text).words
    if _BEYOND & set(words):
        return False
    rows = [entry.line.row for one in settled if one for entry in one.entries]
    texts = {row.title for row in rows} | {name for row in rows for _, name in row.names}
    texts |= {cell.column for row in rows for cell in row.cells}
    told = {word[:STEM] for text in texts for word in folded(text)}
    written = {word for quantity in claim.quantities for word in folded(quantity.text)}
    said = [word for word in words if len(word) >= 4 and not word.isdigit()]
    left = [word for word in said if word[:STEM] not in told and word not in written | OPENINGS | COMMON]
    return len(left) <= _SPARE_WORDS
