"""A verdict's reason in one line for people."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claim import TEMPORAL, Claim, Quantity
from factcheck.document import Reference
from factcheck.evidence import Evidence, EvidenceRelation, QuantityEvidence, QuantityVerdict, Snippet, VerdictLabel
from factcheck.verdicts.explanation import missing
from factcheck.verdicts.features import Case, Exchanged
from factcheck.verdicts.numbers_alone import says_only_some

_PICKED_OUT = 2
"""Up to it a number in words mostly tells which are meant: "both", "one of them"."""


def rationale(
    case: Case,
    label: VerdictLabel,
    numbers: Sequence[QuantityVerdict],
    evidence: Sequence[Evidence],
    references: Sequence[Reference],
    other: Exchanged | None,
) -> str:
    """Why a claim got its verdict: "article 60 days, source r1 45 days".

    Args:
        case: The claim with all that is known about it.
        label: The verdict.
        numbers: The verdicts of the claim's quantities.
        evidence: Best first.
        references: What the indices in the evidence mean.
        other: What a passage says the same of, where that contradicts the claim.
    """
    if label is VerdictLabel.UNVERIFIED:
        return _what_is_missing(case.claim, [passage.snippet for passage in case.passages], numbers)
    if other is not None:
        source = references[case.passages[other.exchange.passage].snippet.reference]
        return f"{source.id} has `{_flat(other.exchange.other)}` in place of `{_flat(other.exchange.written)}`"
    told = [_number(number, references) for number in numbers if number.label is label and number.evidence]
    if told:
        return "; ".join(told)
    wanted = EvidenceRelation.SUPPORTS if label is VerdictLabel.SUPPORTED else EvidenceRelation.CONTRADICTS
    sources = dict.fromkeys(references[e.reference].id for e in evidence if e.relation is wanted)
    names = _listed(list(sources)) or references[evidence[0].reference].id
    return f"{names} says so" if label is VerdictLabel.SUPPORTED else f"{names} says otherwise"


def _what_is_missing(claim: Claim, snippets: Sequence[Snippet], numbers: Sequence[QuantityVerdict]) -> str:
    """What the references would have to say: "no reference gives 12 percent", "no passage found names Lena Ostrau"."""
    open_numbers = [number.quantity for number in numbers if number.label is VerdictLabel.UNVERIFIED]
    open_numbers = [quantity for quantity in open_numbers if _names_a_value(quantity)]
    when = [_flat(q.text) for q in open_numbers if q.kind in TEMPORAL]
    values = [_flat(q.text) for q in open_numbers if q.kind not in TEMPORAL]
    lacking = missing(claim, snippets)
    unsaid = [
        f"names {_listed([_flat(name) for name in lacking.names])}" if lacking.names else "",
        f"says {_listed([f'`{_flat(words)}`' for words in lacking.words])}" if lacking.words else "",
    ]
    told = " or ".join(filter(None, unsaid))
    said = [
        f"no reference gives {_listed(values)}" if values else "",
        f"no reference says when ({_listed(when)})" if when else "",
        f"no passage found {told}" if told else "",
    ]
    return "; ".join(filter(None, said)) or "the references have its words, but none says so"


def _names_a_value(quantity: Quantity) -> bool:
    """Whether a reader may be told that no source gives it: not "both", "one of the lawyers", "for years"."""
    if says_only_some(quantity):
        return False
    return any(char.isdigit() for char in quantity.text) or abs(quantity.value) > _PICKED_OUT


def _flat(text: str) -> str:
    return " ".join(text.split())


def _number(number: QuantityVerdict, references: Sequence[Reference]) -> str:
    article = _flat(number.quantity.text)
    if number.evidence is None:
        return f"article {article}"
    told = number.evidence.arithmetic or _words(number.evidence, references)
    cell = f" ({number.evidence.cell})" if number.evidence.cell else ""
    return f"article {article}, {_sources(number.evidence, references)} {told}{cell}{_others(number, references)}"


def _sources(evidence: QuantityEvidence, references: Sequence[Reference]) -> str:
    """The source of a value, or the two over which it was computed: "source r1", "sources r1 and r3"."""
    places = [evidence.reference, *(evidence.beside[:1] if evidence.beside else ())]
    names = list(dict.fromkeys(references[place].id for place in places))
    return f"source{'s' if len(names) > 1 else ''} {_listed(names)}"


def _others(number: QuantityVerdict, references: Sequence[Reference]) -> str:
    """What the sources of the other side have: "but r5 about a tenth"."""
    supported = number.label is VerdictLabel.SUPPORTED
    against = [other.evidence for other in number.others if other.agrees is not supported]
    said = [f"{references[e.reference].id} {_words(e, references)}" for e in against]
    return f", but {_listed(said)}" if said else ""


def _words(evidence: QuantityEvidence, references: Sequence[Reference]) -> str:
    return references[evidence.reference].document.prose(evidence.span)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:-1]) + (" and " if len(words) > 1 else "") + words[-1] if words else ""
