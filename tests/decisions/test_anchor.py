from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.claim import Claim
from factcheck.decisions import Anchor, AnchorIndex, anchors_of
from factcheck.document import Span
from tests.decisions.examples import article, claims_of

TEXT = "The ferry carried 400 cars.\nIt sank in 1994.\nThe crew of 31 was saved.\n"


def anchors(text: str) -> list[Anchor]:
    document = article(text)
    return anchors_of(document, claims_of(document))


def unchanged(anchor: Anchor, text: str) -> int | None:
    match = AnchorIndex(anchors(text)).unchanged(anchor)
    return match.index if match else None


def changed(anchor: Anchor, text: str) -> tuple[int, str] | None:
    match = AnchorIndex(anchors(text)).changed(anchor)
    return (match.index, match.changed) if match else None


@given(st.lists(st.sampled_from(["The dam is 40 m high.", "It rained.", "Six boats sank."]), max_size=8))
def test_every_claim_leads_back_to_itself(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert [unchanged(anchor, text) for anchor in anchors(text)] == list(range(len(lines)))


def test_a_paragraph_inserted_at_the_top_moves_nothing() -> None:
    edited = "A new first line.\n\n" + TEXT
    assert [unchanged(anchor, edited) for anchor in anchors(TEXT)] == [1, 2, 3]


def test_wrapping_and_unicode_form_do_not_count_as_edits() -> None:
    document, wrapped = article("The café sold 12 cakes."), article("The cafe\u0301  sold\n12 cakes.")
    claim = Claim("c1", "The café sold 12 cakes", (Span(0, 23),), Span(0, 23))
    again = Claim("c1", "The cafe\u0301 sold 12 cakes", (Span(0, 25),), Span(0, 25))
    index = AnchorIndex(anchors_of(wrapped, [again]))
    match = index.unchanged(anchors_of(document, [claim])[0])
    assert match is not None


def test_an_edited_sentence_is_no_match_unless_its_claim_reads_the_same() -> None:
    document = article("On Monday the dam broke.")
    edited = article("The dam broke on Tuesday.")
    before = Claim("c1", "The dam broke", (Span(10, 23),), Span(0, 24))
    after = Claim("c1", "The dam broke", (Span(0, 13),), Span(0, 25))
    index = AnchorIndex(anchors_of(edited, [after]))
    anchor = anchors_of(document, [before])[0]
    assert index.unchanged(anchor) is None
    match = index.changed(anchor)
    assert match is not None
    assert "sentence" in match.changed


def test_an_edited_claim_is_found_by_its_likeness_and_the_old_wording_is_told() -> None:
    assert changed(anchors(TEXT)[1], TEXT.replace("1994", "1995")) == (1, "it was worded otherwise: “It sank in 1994”")
    assert changed(anchors(TEXT)[1], TEXT.replace("It sank in 1994", "A new pier is planned")) is None


def test_of_two_claims_that_are_equally_alike_neither_is_taken() -> None:
    text = "The pier took 400 boats in May.\n"
    left, right = text.replace("pier", "east pier"), text.replace("pier", "west pier")
    assert changed(anchors(text)[0], left) is not None
    assert changed(anchors(text)[0], left + "Rain fell.\n" * 9 + right) is None


def test_a_long_wording_is_told_in_short() -> None:
    long = f"The list names {', '.join(f'ship {n}' for n in range(60))}.\n"
    match = changed(anchors(long)[0], long.replace("ship 7,", "boat 7,"))
    assert match is not None
    assert len(match[1]) < 160


def test_a_claim_that_now_speaks_of_someone_else_is_not_the_same() -> None:
    document = article("He won in 1980.")
    span = Span(0, 15)
    anchor = anchors_of(document, [Claim("c1", "Otto Brandt won in 1980", (span,), span)])[0]
    index = AnchorIndex(anchors_of(document, [Claim("c1", "Karl Brandt won in 1980", (span,), span)]))
    assert index.unchanged(anchor) is None
    match = index.changed(anchor)
    assert match is not None
    assert match.changed


def test_repeated_sentences_are_told_apart_by_their_neighbours() -> None:
    rose = "\nIt rose by 3 m.\n"
    rain = f"Rain fell for two days and nights on end.{rose}The lower bridge was then closed to all cars.\n"
    snow = f"Snow fell in the hills above the old town.{rose}The upper bridge was left open to the buses.\n"
    second = anchors(rain + snow)[4]
    assert unchanged(second, rain + snow) == 4
    assert unchanged(second, snow + rain) == 1
    assert unchanged(second, rain + snow.replace("Snow", "Hail")) == 4
    assert unchanged(second, rain + snow.replace("Snow", "Hail").replace("upper", "top")) is None


def test_when_one_of_two_equal_sentences_goes_the_decision_is_not_moved_silently() -> None:
    text = "Rain fell.\nIt rose by 3 m.\nSnow fell.\nIt rose by 3 m.\nThe end.\n"
    second = anchors(text)[3]
    left = "Rain fell.\nIt rose by 3 m.\nNothing else.\n"
    assert unchanged(second, left) is None
    assert changed(second, left) == (1, "one of several equal sentences is gone")
