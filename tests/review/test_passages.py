from __future__ import annotations

from dataclasses import replace

from factcheck.document import Span
from factcheck.evidence import EvidenceRelation, QuantityEvidence
from factcheck.review.passages import passages_of
from tests.tui.examples import report


def test_a_quantitys_source_belongs_to_the_evidence_that_holds_it() -> None:
    verdict = report().claims[0].verdict
    first, second = passages_of(verdict)
    assert (first.reference, first.relation, first.quantities) == (
        0,
        EvidenceRelation.CONTRADICTS,
        verdict.quantities,
    )
    assert (second.reference, second.relation, second.quantities) == (1, EvidenceRelation.NEUTRAL, ())


def test_a_quantitys_source_that_no_evidence_holds_is_a_passage_of_its_own() -> None:
    verdict = report().claims[0].verdict
    elsewhere = replace(verdict.quantities[0], evidence=QuantityEvidence(1, Span(34, 45), "10 %"))
    nowhere = replace(verdict.quantities[0], evidence=None)
    passages = passages_of(replace(verdict, quantities=(elsewhere, nowhere)))
    assert [passage.quantities for passage in passages] == [(), (), (elsewhere,)]
    assert (passages[2].reference, passages[2].span, passages[2].relation) == (1, Span(34, 45), None)
