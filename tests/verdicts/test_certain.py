"""What no model may overrule."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from factcheck.api import read_text
from factcheck.claim import Claim
from factcheck.document import Reference, Span
from factcheck.evidence import EvidenceRelation, QuantityRelation, Snippet, VerdictLabel
from factcheck.quantities import find_quantities
from factcheck.rules.sureness import is_sure
from factcheck.verdicts.certain import coincides, is_nowhere, is_of_another, renamed, turned, unfounded
from factcheck.verdicts.comparisons import Comparison, compared, computed
from factcheck.verdicts.exchanges import Exchange
from factcheck.verdicts.features import Case, Exchanged, Passage, Weighed
from factcheck.verdicts.fuse import GROUNDLESS, OF_ANOTHER, fuse
from tests.verdicts.tables import claim, label, settled

UNFOUNDED = """
The firm paid €1.5 million for it. | It was bought by the firm for US$1,500,000.
Prices fell 2 percent. | Prices fell by 2 percentage points.
The share rose by 3 percent. | The share rose from 21 percent to 24 percent.
Tickets were raised by £3. | Tickets were reduced by £3.
The river rose to 2.1 metres. | The river sank from 3.4 to 2.1 metres.
Italy pressed 60 percent of the oil. | Spain pressed 60 percent of the oil and Italy 25 percent.
The power cut lasted six hours. | The power was out from 2 a.m. to 6 a.m.
Three times as many boys as girls came. | 120 boys and 60 girls came.
All seven climbers survived. | Six of the seven climbers survived.
The school has 31 teachers. | The school has 31 pupils.
The linter has over 900 rules. | The linter has over 800 rules.
The array weighs 1.6 kg. | The array weighs 0.16 kg.
The school employs 12 violinists. | The school employs 12 musicians.
The tunnel was finished on 6 June 1990. | The tunnel was finished in 1990.
The fine cannot be lower than €500. | The fine is at most 500 euros.
The hospital delivers 11 babies a week. | Eleven babies are born in the hospital every day.
On Saturday 30,000 fans came. | On Friday 30,000 fans came and on Saturday 45,000.
The first test took 7 days. | The first test took 19 days and the second 7 days.
A tenth of the harvest was lost. | Nine tenths of the harvest was lost.
The choir has 45 sopranos. | The choir has 45 singers.
Lamb costs €18 a kilo. | Beef costs €18 a kilo, lamb €24 and pork €9.
The other three got away. | Police arrested four of the six people, and two got away.
Some 70 percent of the eggs hatched. | Some 70 percent of the eggs did not hatch.
"""
FOUNDED = """
The firm paid $1.5 million for it. | It was bought by the firm for US$1,500,000.
The share rose by 3 percentage points. | The share rose from 21 percent to 24 percent.
Tickets were cut by £3. | Tickets were reduced by £3.
The river sank to 2.1 metres. | The river sank from 3.4 to 2.1 metres.
Spain pressed 60 percent of the oil. | Spain pressed 60 percent of the oil and Italy 25 percent.
The power cut lasted four hours. | The power was out from 2 a.m. to 6 a.m.
Twice as many boys as girls came. | 120 boys and 60 girls came.
Seven climbers took part. | Six of the seven climbers survived.
Stocks of cod halved. | Stocks of cod fell by 50 percent.
No rubber bullets were fired. | No rubber projectiles were fired.
Her sixth book sold well. | Book no. 6 sold well.
The linter has over 800 rules. | The linter has 871 rules.
On Friday 30,000 fans came. | On Friday 30,000 fans came and on Saturday 45,000.
Twelve musicians came. | Twelve violinists came.
Both lifts failed. | Two lifts failed.
The ship held 140 crates. | The ship held about 140 crates.
"""


def case(claim: str, passage: str) -> tuple[Case, list[Reference]]:
    """A claim with one passage that a model takes to entail it."""
    quantities = find_quantities(claim).quantities
    snippet = Snippet(0, Span(0, len(passage)), passage, "", find_quantities(passage).quantities)
    found = [compared(claim, q, [snippet]) or computed(claim, q, [snippet]) for q in quantities]
    weighed = tuple(tuple(Weighed(comparison, 0.9) for comparison in one) for one in found)
    entailed = np.array([0.97, 0.02, 0.01], dtype=np.float32)
    place = Span(0, len(claim))
    whole = Claim("c1", claim, (place,), place, quantities=quantities)
    passages = (Passage(snippet, passage, 0.9, entailed),)
    known = Case(whole, passages, weighed, (), (None,) * len(quantities), is_exhaustive=True)
    return known, [Reference("r1", read_text(passage, name="r.md"))]


def told(line: str) -> list[bool]:
    known, references = case(*(part.strip() for part in line.split("|")))
    pairs = zip(known.claim.quantities, known.quantities, strict=True)
    return [unfounded(known, quantity, weighed, references) for quantity, weighed in pairs]


@pytest.mark.parametrize("line", UNFOUNDED.strip().split("\n"))
def test_a_number_without_a_ground_does_not_stand(line: str) -> None:
    assert any(told(line))
    known, references = case(*(part.strip() for part in line.split("|")))
    verdict = fuse(known, references)
    assert verdict.label is not VerdictLabel.SUPPORTED
    assert any(number.label is not VerdictLabel.SUPPORTED for number in verdict.quantities)


@pytest.mark.parametrize("line", FOUNDED.strip().split("\n"))
def test_a_number_with_a_ground_is_left_to_the_fusion(line: str) -> None:
    assert not any(told(line))


def test_a_number_that_longer_references_may_yield_is_left_to_the_fusion() -> None:
    known, references = case("The choir has 45 sopranos.", "The choir sings in Lund.")
    (quantity,) = known.claim.quantities
    assert unfounded(known, quantity, (), references)
    assert not unfounded(replace(known, is_exhaustive=False), quantity, (), references)


def exchanged(entailment: float, own: float, contradiction: float) -> tuple[Case, list[Reference]]:
    """A claim whose name no reference has, with the passage's in its place."""
    known, references = case("It was started by Odile Marchetti.", "Jan Brekke began it.")
    read = np.array([own, 1 - own - contradiction, contradiction], dtype=np.float32)
    swapped = Exchange(0, "Odile Marchetti", "Jan Brekke", "It was started by Jan Brekke.")
    entailed = np.array([entailment, 1 - entailment, 0.0], dtype=np.float32)
    passages = (replace(known.passages[0], probabilities=read),)
    return replace(known, passages=passages, exchanged=(Exchanged(swapped, entailed),)), references


def test_what_a_passage_tells_of_another_is_contradicted_and_said_to_be() -> None:
    known, references = exchanged(0.94, 0.03, 0.2)
    assert renamed(known) is not None
    verdict = fuse(known, references)
    assert verdict.label is VerdictLabel.CONTRADICTED
    assert verdict.rationale == "r1 has `Jan Brekke` in place of `Odile Marchetti`"
    assert verdict.evidence[0].relation is EvidenceRelation.CONTRADICTS


@pytest.mark.parametrize(("entailment", "own"), [(0.6, 0.03), (0.9, 0.7)])
def test_a_name_is_left_to_the_model_where_the_other_fits_no_better(entailment: float, own: float) -> None:
    known, _ = exchanged(entailment, own, 0.1)
    assert renamed(known) is None


def test_a_claim_that_a_passage_denies_with_another_name_is_surely_contradicted() -> None:
    known, references = exchanged(0.3, 0.02, 0.95)
    assert is_of_another(known)
    verdict = fuse(known, references)
    assert (verdict.label, verdict.confidence) == (VerdictLabel.CONTRADICTED, OF_ANOTHER)
    plain = replace(known, exchanged=())
    assert not is_of_another(plain)
    assert fuse(plain, references).confidence < OF_ANOTHER


@pytest.mark.parametrize(("entailment", "stands"), [(0.02, False), (0.3, True)])
def test_a_figure_alone_is_no_ground_where_all_was_read_and_little_of_it_is_the_claims(
    entailment: float, stands: bool
) -> None:
    known, references = case("Pay at the port rose 5 percent in 2019.", "Cargo at the port rose by 5 percent in 2019.")
    read = np.array([entailment, 1 - entailment, 0.0], dtype=np.float32)
    numbers = tuple(tuple(replace(one, entailment=entailment) for one in found) for found in known.quantities)
    known = replace(known, passages=(replace(known.passages[0], probabilities=read),), quantities=numbers)
    assert coincides(known, known.quantities[0]) is not stands
    assert (fuse(known, references).quantities[0].label is VerdictLabel.SUPPORTED) is stands


@pytest.mark.parametrize(
    ("text", "absent", "stands"),
    [
        ("It has over 4M checkpoints.", True, False),
        ("It has over 4M checkpoints.", False, True),
        ("It has four checkpoints.", True, True),
        ("It has 40 percent of the checkpoints.", True, True),
    ],
)
def test_a_figure_that_no_reference_gives_is_not_left_to_the_model(text: str, absent: bool, stands: bool) -> None:
    known, references = case(text, "Many checkpoints are there.")
    known = replace(known, is_exhaustive=False, absent=(absent,))
    assert is_nowhere(known, 0) is not stands
    if not stands:
        (number,) = fuse(known, references).quantities
        assert (number.label, is_sure(number)) == (VerdictLabel.UNVERIFIED, True)


def test_a_version_of_the_same_thing_needs_no_model() -> None:
    known, references = exchanged(0.1, 0.3, 0.0)
    (one,) = known.exchanged
    known = replace(known, exchanged=(replace(one, exchange=replace(one.exchange, is_named=True)),))
    assert renamed(known) is not None
    assert fuse(known, references).label is VerdictLabel.CONTRADICTED


def test_a_passage_with_another_value_for_another_number_is_on_the_same_thing() -> None:
    known, _ = case("Pay rose 5 percent in 2019.", "Pay rose by 9 percent in 2019.")
    numbers = tuple(tuple(replace(one, entailment=0.02) for one in found) for found in known.quantities)
    read = np.array([0.02, 0.08, 0.9], dtype=np.float32)
    known = replace(known, passages=(replace(known.passages[0], probabilities=read),), quantities=numbers)
    assert not coincides(known, known.quantities[1])
    assert coincides(replace(known, quantities=((), numbers[1])), numbers[1])


def test_among_many_passages_a_figure_is_a_ground() -> None:
    known, _ = case("Pay at the port rose 5 percent in 2019.", "Cargo at the port rose by 5 percent in 2019.")
    assert not coincides(replace(known, is_exhaustive=False), known.quantities[0])


def test_what_a_table_settles_is_not_said_to_be_of_another(tmp_path: Path) -> None:
    rows = {"trips.csv": "region,passengers\nNorth,3400\nSouth,2100\n"}
    text = "The North had 3400 passengers."
    told = settled(tmp_path, rows, text)
    assert label(told) == "true"
    known, references = exchanged(0.94, 0.03, 0.2)
    known = replace(known, claim=claim(text), quantities=((),), settled=tuple(told))
    assert renamed(known) is not None
    verdict = fuse(known, references)
    assert verdict.label is VerdictLabel.SUPPORTED
    assert "in place of" not in verdict.rationale


def test_a_claim_turned_round_does_not_stand() -> None:
    known, references = case(
        "Kasten bought Velo Nord for $60 million.", "Kasten was bought by Velo Nord for $60 million."
    )
    assert turned(known)
    assert fuse(known, references).label is VerdictLabel.UNVERIFIED


@pytest.mark.parametrize(
    ("entailment", "is_alike", "told"), [(0.9, False, True), (0.5, True, True), (0.5, False, False), (0.3, True, False)]
)
def test_of_codes_it_does_not_count_how_far_the_claim_itself_is_entailed(
    entailment: float, is_alike: bool, told: bool
) -> None:
    known, _ = exchanged(entailment, 0.9, 0.0)
    (one,) = known.exchanged
    swapped = replace(one.exchange, is_code=True, is_alike=is_alike)
    known = replace(known, exchanged=(replace(one, exchange=swapped),))
    assert (renamed(known) is not None) is told


def test_a_figure_that_stands_in_no_reference_is_surely_not_supported() -> None:
    known, references = case("The choir has five sopranos.", "The choir has sopranos from Lund.")
    known = replace(known, is_exhaustive=False)
    doubtful = fuse(replace(known, absent=(False,)), references).quantities[0]
    sure = fuse(replace(known, absent=(True,)), references).quantities[0]
    assert sure.label is doubtful.label
    if sure.label is not VerdictLabel.SUPPORTED:
        assert sure.confidence >= GROUNDLESS


def test_a_bare_figure_that_a_reference_gives_elsewhere_is_not_surely_contradicted() -> None:
    known, references = case("It has been in pip since 24.2.", "It needs version 10.8.")
    (source,) = find_quantities("10.8").quantities
    comparison = Comparison(0, source, QuantityRelation.CONFLICTING, 0.5, substituted="It has been in pip since 10.8.")
    known = replace(known, quantities=((Weighed(comparison, 0.9),),), is_exhaustive=False)
    verdicts = [fuse(replace(known, absent=(absent,)), references).quantities[0] for absent in (True, False)]
    assert [verdict.label for verdict in verdicts] == [VerdictLabel.CONTRADICTED] * 2
    assert [is_sure(verdict) for verdict in verdicts] == [True, False]
