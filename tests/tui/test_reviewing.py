"""What many claims ask of the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from factcheck.document import Span
from factcheck.report import DecisionKind
from factcheck.settings import Review
from factcheck.tui.dialogs import Menu
from factcheck.tui.evidence_pane import EvidencePane
from factcheck.tui.themes import Look, ThemeName
from tests.tui.examples import other, report, twins
from tests.tui.grid import grid
from tests.tui.session import NARROW, STACKED, WIDE, session

UNTOUCHED = ".. .. .. .. .."


async def test_words_that_speak_of_the_claim_are_underlined() -> None:
    found = report()
    third = found.claims[2]
    (evidence,) = third.verdict.evidence
    start = evidence.span.start
    words = (Span(start, start + 4), Span(start + 18, start + 25))
    verdict = replace(third.verdict, evidence=(replace(evidence, highlights=words),))
    found = replace(found, claims=(*found.claims[:2], replace(third, verdict=verdict), *found.claims[3:]))
    async with session(found=found) as s:
        await s.press("j", "j")
        pane = s.app.screen.query_one(EvidencePane)
        lines = [pane.render_line(y) for y in range(pane.size.height)]
        underlined = [part.text for line in lines for part in line if part.style and part.style.underline]
        assert underlined == ["Alma", "90 cars"]


async def test_marked_claims_get_one_decision_and_one_undo() -> None:
    async with session() as s:
        await s.press("space", "space")
        assert "2 marked" in s.text
        await s.press("A", "enter", "x")
        assert s.codes == "ER ER .. .. .."
        await s.press("u")
        assert s.codes == UNTOUCHED
        await s.press("U")
        assert s.codes == "ER ER .. .. .."


async def test_the_selected_claims_decision_is_the_one_for_the_marked() -> None:
    async with session() as s:
        await s.press("j", "space", "space", "k", "k", "k")
        await s.press("s", "k", "A")
        assert s.codes == "NS NS NS .. .."


async def test_identical_facts_are_linked_and_decided_together() -> None:
    async with session(found=twins()) as s:
        assert "(= 1)" in s.text
        assert "the same fact: 3 4" in s.text
        await s.press("x", "k", "A")
        assert s.codes == "ER .. ER ER"


async def test_without_marks_and_identical_facts_there_is_nothing_to_decide() -> None:
    async with session() as s:
        await s.press("A", "x")
        assert s.codes == "ER .. .. .. .."
        await s.press("u", "space", "k", "space", "A")
        assert "no marked claims" in s.text


async def test_a_burst_of_decisions_is_stopped_and_undone() -> None:
    async with session() as s:
        s.freeze()
        for char in "xxaaxssooppa":
            s.app.post_message(events.Key(char, char))
        for _ in range(6):
            await s.pilot.pause()
        assert isinstance(s.dialog, Menu)
        assert "keep or undo?" in s.text
        steps = s.state.record.steps
        await s.press("escape", "enter", "x", "q")
        assert s.state.record.steps == steps == 6
        await s.press("U")
        assert s.codes == UNTOUCHED
        await s.press("x")
        assert s.codes == "ER .. .. .. .."


async def test_a_burst_can_be_kept() -> None:
    async with session() as s:
        s.freeze()
        for _ in range(6):
            await s.pilot.press("x")
        await s.press("K")
        assert s.app.screen is s.app.review
        assert s.state.record.steps == 6


async def test_a_correction_begins_with_the_articles_words_and_is_kept() -> None:
    async with session() as s:
        await s.press("t")
        line = s.app.review.line
        assert line.value == "trips rose 12 percent"
        await s.press(*["backspace"] * len("12 percent"), *"9.5", "space", *"percent", "enter")
        assert s.state.correction(0) == "trips rose 9.5 percent"
        assert "correction: trips rose 9.5 percent" in s.text
        assert s.codes == UNTOUCHED
        await s.press("t", "escape", "x")
        assert (s.state.correction(0), s.state.code(0)) == ("trips rose 9.5 percent", "ER")
        await s.press("u", "u")
        assert s.state.correction(0) == ""


@pytest.mark.parametrize(
    ("before", "key", "rows"),
    [
        ("j x", "o", [0, 2, 3]),
        ("j x", "c", [0]),
        ("j x", "u", [3]),
        ("j x", "n", [0]),
        ("j x", "m", [1]),
        ("j x x", "d", [2]),
        ("j x", "h", []),
    ],
)
async def test_the_filter_menu_shows_one_sort_of_claims(before: str, key: str, rows: list[int]) -> None:
    other("jr", None, None, DecisionKind.OK)
    async with session() as s:
        await s.press(*before.split(), "f", key)
        assert s.state.rows == rows
        await s.press("f", "x")
        assert len(s.state.rows) == 5


async def test_sorts_and_words_are_combined_and_escape_ends_both() -> None:
    async with session() as s:
        await s.press("f", "o", "slash", *"trips", "enter")
        assert s.state.rows == [0, 1]
        assert "filter open, trips" in s.text
        await s.press("escape")
        assert len(s.state.rows) == 5


async def test_what_is_filtered_for_is_lit_in_the_article() -> None:
    async with session() as s:

        def lit() -> list[str]:
            pane = s.app.review.article_pane
            lines = [pane.render_line(y) for y in range(pane.size.height)]
            return [
                part.text for line in lines for part in line if part.style and part.style.reverse and part.text != " "
            ]

        await s.press("slash", *"alma|strike")
        assert lit() == ["Alma", "strike"]
        await s.press("enter", "escape")
        assert lit() == []
        await s.press("slash", *"!alma")
        assert lit() == []


@pytest.mark.parametrize("size", [WIDE, STACKED, NARROW])
async def test_z_gives_a_pane_all_the_room_and_takes_it_back(size: tuple[int, int]) -> None:
    async with session(size) as s:
        before = s.shown()
        await s.press("enter", "z")
        assert s.shown() == ["evidence"]
        await s.press("z", "escape")
        assert s.shown() == before
        await s.press("z", "tab")
        assert len(s.shown()) == 1
        await s.press("escape")
        assert s.shown() == before


async def test_arrows_move_on_wherever_the_keys_are_and_a_filter_is_shown_as_typed() -> None:
    async with session() as s:
        await s.press("tab", "down")
        assert (s.app.review.open_now, s.state.current) == ("article", 1)
        await s.press("slash", *("left_square_bracket", "9", "right_square_bracket", "0"), "enter")
        assert s.state.rows == [2]
        assert "1 of 5: [9]0" in s.text


async def test_evidence_may_be_required() -> None:
    async with session(review=Review(require_evidence=True)) as s:
        await s.press("a")
        assert "not decided: an ok needs a cited passage or a note" in s.text
        await s.press("1", "a")
        assert s.codes == "ok .. .. .. .."
        await s.press("k", "1")
        assert "not changed" in s.text
        assert len(s.state.cited(0)) == 1


@pytest.mark.parametrize("key", ["a", "x", "s", "o", "p", "u", "1", "c", "t", "C", "e", "A"])
async def test_read_only_changes_nothing(key: str) -> None:
    other("mk", None, DecisionKind.ERROR)
    async with session(readonly=True) as s:
        assert "read only" in s.text
        await s.press("space", key, *"xx")
        await s.press("escape", "escape")
        assert s.codes == ".. ER .. .. .."
        await s.press("q")
    logs = list(Path(".factcheck").rglob("*.jsonl"))
    assert [path.read_text().count("\n") for path in logs] == [1]


@pytest.mark.parametrize(("claim", "current"), [("4", 3), ("c2", 1), ("77", 0)])
async def test_the_review_begins_where_it_is_told_to(claim: str, current: int) -> None:
    async with session(claim=claim) as s:
        assert s.state.current == current
        assert ("there is no claim 77" in s.text) is (claim == "77")


async def test_mapped_keys_are_the_ones_that_work_and_that_are_shown() -> None:
    async with session((120, 70), keys={"decide.error": "d", "note": "f8"}) as s:
        assert "d error" in s.text
        await s.press("x", "c")
        assert s.codes == UNTOUCHED
        assert s.app.review.line.question is None
        await s.press("d", "f8", *"dd", "enter")
        assert s.codes == "ER .. .. .. .."
        assert s.state.note(1) == "dd"
        await s.press("question_mark")
        assert "f8 note" in s.text


@pytest.mark.parametrize("theme", list(ThemeName))
async def test_every_theme_shows_signs_and_words_besides_colour(theme: ThemeName) -> None:
    async with session(look=Look(theme)) as s:
        for expected in ("!trips rose", "1 ! CONTRADICTED", "+ 2", "? 4", ". 5", "> .."):
            assert expected in s.text


async def test_ascii_draws_everything_but_the_article_in_ascii() -> None:
    async with session(look=Look(ascii=True)) as s:
        for keys in ((), ("w",), ("escape", "question_mark"), ("escape", "v"), ("escape", "c")):
            await s.press(*keys)
            assert "".join(grid(s.app)).isascii()


async def test_without_colour_the_selection_is_still_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with session() as s:
        assert "> .. ! 1" in s.text
        assert s.app.no_color


async def test_claims_that_begin_alike_are_told_apart_in_the_list() -> None:
    first, second, *rest = report().claims
    common = "The prisoners were armed with, among other things, "
    alike = [
        replace(one, claim=replace(one.claim, text=common + end, quantities=()))
        for one, end in ((first, "a knife."), (second, "an axe."))
    ]
    async with session(found=replace(report(), claims=(*alike, *rest))) as s:
        rows = grid(s.app)
        assert [row[16:37].rstrip() for row in rows[2:4]] == ["…things, a knife.", "…things, an axe."]


async def test_claims_that_begin_with_one_number_are_told_apart_by_what_follows() -> None:
    first, second, *rest = report().claims
    (quantity,) = first.claim.quantities
    common = "Of 12 percent of all the witnesses who were heard it was said that "
    alike = [
        replace(one, claim=replace(one.claim, text=common + end, quantities=(quantity,)))
        for one, end in ((first, "they slept."), (second, "they ran."))
    ]
    async with session(found=replace(report(), claims=(*alike, *rest))) as s:
        rows = [row[16:37].rstrip() for row in grid(s.app)[2:4]]
        assert [row.endswith(end) for row, end in zip(rows, ("slept.", "ran."), strict=True)] == [True, True]


async def test_a_source_taken_from_paper_is_told_by_its_page() -> None:
    whole = report()
    first = whole.references[0].document
    paged = replace(whole.references[0], document=replace(first, meta=replace(first.meta, pages=((1, "iv"),))))
    async with session(found=replace(whole, references=(paged, *whole.references[1:]))) as s:
        assert "primary, p. iv" in " ".join(s.text.replace("│", " ").split())
