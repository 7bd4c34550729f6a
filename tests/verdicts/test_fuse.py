from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claim import Claim, Hedge, Interval, Quantity, QuantityKind
from factcheck.document import Block, BlockKind, Document, Metadata, Reference, Span
from factcheck.evidence import QuantityRelation, QuantityVerdict, Snippet, Verdict, VerdictLabel
from factcheck.quantities import find_quantities
from factcheck.verdicts.comparisons import Comparison
from factcheck.verdicts.features import Case, Passage, Weighed
from factcheck.verdicts.fuse import agreed, fuse

SOURCE = "The mill was sold in spring."
DOCUMENT = Document("mill.md", SOURCE, (Block(BlockKind.PARAGRAPH, Span(0, len(SOURCE))),), Metadata(), "0" * 64)
REFERENCES = [Reference("mill", DOCUMENT)]
CLAIM = Claim("c1", "The mill was given away.", (Span(0, 24),), Span(0, 24))


def case(*read: tuple[float, float]) -> Case:
    """The claim beside passages of which entailment and contradiction are given."""
    snippet = Snippet(0, Span(0, len(SOURCE)), SOURCE, "", ())
    passages = tuple(
        Passage(snippet, SOURCE, 0.9, np.array([entails, 1 - entails - contradicts, contradicts], np.float32))
        for entails, contradicts in read
    )
    return Case(CLAIM, passages, (), (), ())


def number(text: str) -> Quantity:
    (found,) = find_quantities(text).quantities
    return replace(found, span=Span(0, 3))


QUIET = st.tuples(st.floats(0, 0.8), st.floats(0, 0.19))


@given(st.lists(QUIET, min_size=1, max_size=8))
def test_no_claim_is_contradicted_by_silence(read: list[tuple[float, float]]) -> None:
    assert fuse(case(*read), REFERENCES).label is not VerdictLabel.CONTRADICTED


def test_a_claim_that_a_passage_contradicts() -> None:
    verdict = fuse(case((0.01, 0.97)), REFERENCES)
    assert verdict.label is VerdictLabel.CONTRADICTED


def test_a_vague_number_that_says_no_more_than_some_is_left_to_its_claim() -> None:
    few = Quantity(Span(0, 7), "several", QuantityKind.COUNT, 4, Interval(3, 9), hedge=Hedge.VAGUE)
    many = Quantity(Span(8, 16), "hundreds", QuantityKind.COUNT, 100, Interval(200, 999), hedge=Hedge.VAGUE)
    numbers = tuple(QuantityVerdict(one, VerdictLabel.UNVERIFIED) for one in (few, many))
    (verdict,) = agreed([Verdict(VerdictLabel.UNVERIFIED, 0.9, "", (), numbers)])
    assert [number.quantity.text for number in verdict.quantities] == ["hundreds"]


def test_a_number_that_the_better_source_surely_gives_is_not_contradicted_by_the_other() -> None:
    hundreds = Quantity(Span(0, 8), "Hundreds", QuantityKind.COUNT, 100, Interval(200, 999), hedge=Hedge.VAGUE)
    claim = Claim("c1", "Hundreds were injured.", (Span(0, 22),), Span(0, 22), quantities=(hundreds,))
    known = case((0.92, 0.05), (0.1, 0.4))
    passages = tuple(replace(each, standing=rank) for each, rank in zip(known.passages, ((1, 2), (0, 1)), strict=True))
    given = (
        Weighed(Comparison(0, number("551"), QuantityRelation.ENTAILED, 0.5), 0.92),
        Weighed(Comparison(1, number("145"), QuantityRelation.CONFLICTING, 0.5), 0.9),
    )
    verdict = fuse(Case(claim, passages, (given,), (), (None,)), REFERENCES)
    assert [each.label for each in verdict.quantities] == [VerdictLabel.SUPPORTED]


def test_no_claim_is_established_with_a_number_that_no_source_gives() -> None:
    text = "Prices rose 12 percent in 2019."
    numbers = find_quantities(text).quantities
    claim = Claim("c1", text, (Span(0, len(text)),), Span(0, len(text)), quantities=numbers)
    known = Case(claim, case((0.06, 0.02)).passages, ((), ()), (), (None, None))
    assert fuse(known, REFERENCES).label is VerdictLabel.UNVERIFIED


def test_nobody_is_told_that_no_source_gives_a_number_that_is_none() -> None:
    text = "Guards had asked for panic buttons for years."
    numbers = find_quantities(text).quantities
    claim = Claim("c1", text, (Span(0, len(text)),), Span(0, len(text)), quantities=numbers)
    known = Case(claim, case((0.01, 0.01)).passages, ((),) * len(numbers), (), (None,) * len(numbers))
    verdict = fuse(known, REFERENCES)
    assert [each.quantity.text for each in verdict.quantities] == ["years"]
    assert "gives" not in verdict.rationale
