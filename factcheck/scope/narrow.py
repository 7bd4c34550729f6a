"""From what has changed to the findings that are reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from factcheck.claim import Quantity, QuantityKind
from factcheck.consistency import inconsistencies
from factcheck.document import Span
from factcheck.evidence import EvidenceRelation
from factcheck.quantities import find_quantities
from factcheck.report import CheckedClaim, Finding, Report, Silenced, Silencer
from factcheck.scope.changes import Changes
from factcheck.sentences import Sentence, sentences

_TEMPORAL = (QuantityKind.DATE, QuantityKind.TIME)


class FilterMode(StrEnum):
    """How far around a change findings are reported."""

    CHANGED = "changed"
    """In sentences that changed or that a changed reference bears on."""
    BLOCK = "block"
    """In the paragraphs, list items and table rows of such sentences."""
    FILE = "file"
    """In articles that have such a sentence."""
    ALL = "all"
    """Everywhere."""


def narrow(report: Report, changes: Changes, mode: FilterMode) -> Report:
    """The report without the findings that a change has nothing to do with.

    In scope are the sentences that changed; those whose cited or matching references changed; the other places of a
    quantity that one of them states or stated; and places that an inconsistency ties to one of them.
    """
    if mode is FilterMode.ALL:
        return report
    scopes = [_Scope(report, index, changes, mode) for index in range(len(report.documents))]
    kept: list[Finding] = []
    silenced = list(report.silenced)
    for finding in report.findings:
        if finding in scopes[finding.document]:
            kept.append(finding)
        else:
            silenced.append(Silenced(finding, Silencer.SCOPE, f"unchanged since {changes.ref}"))
    silenced.sort(key=lambda one: (one.finding.document, one.finding.span, one.finding.rule))
    return replace(report, findings=tuple(kept), silenced=tuple(silenced))


class _Scope:
    """What of one article is in question."""

    def __init__(self, report: Report, index: int, changes: Changes, mode: FilterMode) -> None:
        self._document = document = report.documents[index]
        self._edited = changes.edited(document)
        self._claims = [claim for claim in report.claims if claim.document == index]
        chosen = report.checked_against[index]
        references = [report.references[i] for i in chosen]
        changed = {i for i in chosen if changes.has_changed(report.references[i])}
        found = list(sentences(document))
        spans = set(self._edited.spans)
        spans |= {claim.claim.sentence for claim in self._claims if changed.intersection(_cited(claim))}
        spans |= {sentence.span for sentence in found if changes.bear_on(sentence.text, references)}
        spans |= set(self._other_places(found))
        self._whole = self._edited.whole or (mode is FilterMode.FILE and bool(spans or self._edited.any))
        blocks = {block.span for block in document.blocks if any(block.span.overlaps(span) for span in spans)}
        self._spans = blocks if mode is FilterMode.BLOCK else spans
        self._around = blocks

    def __contains__(self, finding: Finding) -> bool:
        if self._whole:
            return True
        if not len(finding.span):  # about the whole article
            return self._edited.any or bool(self._spans)
        if finding.rule.startswith("S"):
            return self._comment(finding)
        return any(span.overlaps(finding.span) for span in self._spans)

    def _comment(self, finding: Finding) -> bool:
        """A comment is in question if it is new, or if it is unused in or beside a block that is."""
        span = finding.span
        if self._edited.before is not None and span.of(self._document.text) not in self._edited.before:
            return True
        if finding.rule != "S901":
            return False
        blocks = self._document.blocks
        here = next((i for i, block in enumerate(blocks) if block.span.overlaps(span)), None)
        return here is not None and any(block.span in self._around for block in blocks[max(here - 1, 0) : here + 2])

    def _other_places(self, found: Iterable[Sentence]) -> Iterator[Span]:
        """Where else the quantities of changed sentences stand, and what an inconsistency ties to them."""
        changed = self._edited.spans
        if not self._edited.any:
            return
        quantities = [quantity for claim in self._claims for quantity in claim.claim.quantities]
        stated = {_key(quantity) for quantity in quantities if _inside(quantity.span, changed)}
        for text in self._edited.removed:
            stated |= {_key(q) for q in find_quantities(text, today=self._document.meta.date).quantities}
        places = [q.span for q in quantities if _key(q) in stated and _telling(q)]
        yield from (sentence.span for sentence in found if _inside(sentence.span, places))
        for inconsistency in inconsistencies(self._document):
            tied = (inconsistency.span, *inconsistency.others)
            if any(_inside(place, changed) for place in tied):
                yield from tied


def _cited(claim: CheckedClaim) -> Iterator[int]:
    """The references that a verdict rests on; the closest passage of a claim that no source settles is none."""
    neutral = EvidenceRelation.NEUTRAL
    yield from (evidence.reference for evidence in claim.verdict.evidence if evidence.relation is not neutral)
    for judged in claim.verdict.quantities:
        values = [judged.evidence, judged.elsewhere, *(other.evidence for other in judged.others)]
        yield from (value.reference for value in values if value is not None)


def _key(quantity: Quantity) -> tuple[QuantityKind, float, str, str]:
    return quantity.kind, quantity.value, quantity.unit, quantity.counted


def _telling(quantity: Quantity) -> bool:
    """Whether an equal quantity is likely of the same thing: not a date, nor a bare number."""
    return quantity.kind not in _TEMPORAL and bool(quantity.unit or quantity.counted)


def _inside(span: Span, places: Iterable[Span]) -> bool:
    return any(place.overlaps(span) for place in places)
