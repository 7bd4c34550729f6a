"""A verdict's reason in one line for people."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.document import Reference
from factcheck.evidence import Evidence, EvidenceRelation, QuantityEvidence, QuantityVerdict, VerdictLabel


def rationale(
    label: VerdictLabel,
    numbers: Sequence[QuantityVerdict],
    evidence: Sequence[Evidence],
    references: Sequence[Reference],
) -> str:
    """Why a claim got its verdict: "article 60 days, source r1 45 days".

    Args:
        label: The verdict.
        numbers: The verdicts of the claim's quantities.
        evidence: Best first.
        references: What the indices in the evidence mean.
    """
    if label is VerdictLabel.UNVERIFIED:
        missing = [" ".join(n.quantity.text.split()) for n in numbers if n.label is VerdictLabel.UNVERIFIED]
        return f"no reference gives {_listed(missing)}" if missing else "no reference establishes it"
    told = [_number(number, references) for number in numbers if number.label is label and number.evidence]
    if told:
        return "; ".join(told)
    wanted = EvidenceRelation.SUPPORTS if label is VerdictLabel.SUPPORTED else EvidenceRelation.CONTRADICTS
    sources = dict.fromkeys(references[e.reference].id for e in evidence if e.relation is wanted)
    names = _listed(list(sources)) or references[evidence[0].reference].id
    return f"{names} says so" if label is VerdictLabel.SUPPORTED else f"{names} says otherwise"


def _number(number: QuantityVerdict, references: Sequence[Reference]) -> str:
    article = " ".join(number.quantity.text.split())
    if number.evidence is None:
        return f"article {article}"
    reference = references[number.evidence.reference]
    told = number.evidence.arithmetic or _words(number.evidence, references)
    cell = f" ({number.evidence.cell})" if number.evidence.cell else ""
    return f"article {article}, source {reference.id} {told}{cell}{_others(number, references)}"


def _others(number: QuantityVerdict, references: Sequence[Reference]) -> str:
    """What the sources of the other side have: "but r5 about a tenth"."""
    supported = number.label is VerdictLabel.SUPPORTED
    against = [other.evidence for other in number.others if other.agrees is not supported]
    said = [f"{references[e.reference].id} {_words(e, references)}" for e in against]
    return f", but {_listed(said)}" if said else ""


def _words(evidence: QuantityEvidence, references: Sequence[Reference]) -> str:
    return " ".join(evidence.span.of(references[evidence.reference].text).split())


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:-1]) + (" and " if len(words) > 1 else "") + words[-1] if words else ""
