"""What several people and several passes ask of the screen."""

from __future__ import annotations

from dataclasses import replace

from factcheck.report import DecisionKind
from factcheck.settings import Review
from factcheck.tui.dialogs import Page
from tests.tui.examples import other, report
from tests.tui.grid import grid
from tests.tui.session import session

UNTOUCHED = ".. .. .. .. .."


async def test_m_hides_verdicts_until_the_reviewer_has_decided() -> None:
    async with session() as s:
        await s.press("m")
        for hidden in ("CONTRADICTED", "contradicts", "conflicting", ">>", "why:", "1!"):
            assert hidden not in s.text
        assert "verdict hidden" in s.text.lower()
        assert "Passenger trips" in s.text
        await s.press("f", "c")
        assert "verdicts are hidden" in s.text
        await s.press("escape", "w")
        assert "hidden until you have decided" in s.text
        await s.press("escape", "x", "k")
        assert "CONTRADICTED" in s.text
        await s.press("m", "j")
        assert "SUPPORTED" in s.text


async def test_a_blind_review_hides_others_as_well_and_cannot_be_unblinded() -> None:
    other("jr", DecisionKind.ERROR, note="see the yearbook")
    async with session((160, 40), blind=True) as s:
        await s.press("m")
        assert "blind review" in s.text
        for hidden in ("jr", "see the yearbook", "CONTRADICTED"):
            assert hidden not in s.text
        await s.press("a", "k")
        assert "see the yearbook" in s.text
        assert "CONTRADICTED" in s.text


async def test_others_decisions_notes_and_differences_are_shown() -> None:
    other("jr", DecisionKind.ERROR, note="see the yearbook")
    async with session((160, 30)) as s:
        assert "see the yearbook" in s.text
        assert "jr 1" in s.text
        await s.press("a", "k")
        assert "(jr ER)" in s.text
        assert "differ 1" in s.text
        s.app.review.action_differences()
        await s.pilot.pause()
        assert isinstance(s.dialog, Page)
        rows = [" ".join(row.strip("│ ").split()) for row in grid(s.app)]
        assert "1 ! ok error Trips rose 12 percent." in rows
        assert "jr: see the yearbook" in rows
        await s.press("escape", "slash", *"yearbook", "enter")
        assert s.state.rows == [0]


async def test_others_stand_below_ones_own_decision_above_the_evidence() -> None:
    other("jr", DecisionKind.ERROR, note="see the yearbook")
    async with session((160, 30)) as s:
        rows = [row[-52:].strip("│ ") for row in grid(s.app)]
        at = next(number for number, row in enumerate(rows) if row.startswith("you: open"))
        assert rows[at + 1].startswith("jr: error")
        assert rows[at + 1].endswith("see the yearbook")
        assert any(row.startswith("[1]") for row in rows[at:])


async def test_a_blind_review_finds_no_notes_that_it_hides() -> None:
    other("jr", DecisionKind.ERROR, note="see the yearbook")
    async with session(blind=True) as s:
        await s.press("slash", *"yearbook", "enter")
        assert s.state.rows == []
        await s.press("escape", "g", "a", "slash", *"yearbook", "enter")
        assert s.state.rows == [0]


async def test_d_capital_tells_what_has_changed_since_the_last_visit() -> None:
    async with session() as s:
        await s.press("D")
        assert "first visit" in s.text
        await s.press("D", "q")
    async with session() as s:
        await s.press("D")
        assert "Nothing has changed." in s.text
        await s.press("escape", "q")
    other("jr", DecisionKind.OPINION)
    changed = report()
    claims = (replace(changed.claims[0], verdict=changed.claims[1].verdict), *changed.claims[1:])
    async with session(load=lambda tell: replace(changed, claims=claims)) as s:
        await s.press("D")
        assert "Claims judged otherwise: 1" in s.text
        assert "jr: opinion" in s.text
        await s.press("escape", "f", "h")
        assert s.state.rows == [0]


async def test_lost_decisions_are_listed() -> None:
    other("mk", None, None, None, DecisionKind.ERROR)
    left = replace(report(), claims=report().claims[:3])
    async with session(load=lambda tell: left) as s:
        assert "lost 1" in s.text
        await s.press("D")
        assert "A strike was called off." in s.text


async def test_s_capital_lists_what_is_open_and_signs_off_only_when_told() -> None:
    async with session() as s:
        await s.press("x", "S")
        assert "still open: 3" in s.text
        await s.press("enter", "escape", "S", "q")
        assert s.state.record.signed == ()
        await s.press("S", "y")
        assert "the article is signed off" in s.text
        assert len(s.state.record.signed) == 1
        await s.press("S", "w")
        assert s.state.record.signed == ()
        assert s.codes == "ER .. .. .. .."


async def test_the_second_pass_is_another_persons_and_begins_with_verdicts_hidden() -> None:
    review = Review(passes=2)
    async with session(review=review) as s:
        assert "pass 1 of 2" in s.text
        await s.press("x", "S", "y")
        assert "pass 1 is finished, the next is for another person" in s.text
        assert "pass 1 of 2 done" in s.text
        assert s.codes == "ER .. .. .. .."
        await s.press("S", "y")
        assert len(s.state.record.signed) == 1
        assert "another person" in s.text
        await s.press("escape", "a")
        assert s.codes == "ER ok .. .. .."
    first, second, *rest = report().claims
    edited = replace(second, claim=replace(second.claim, text="Trips rose to 4.7 million."))
    async with session(review=review, reviewer="jr", found=replace(report(), claims=(first, edited, *rest))) as s:
        assert "pass 2 of 2" in s.text
        assert "changed since pass 1: para 1" in s.text
        await s.press("f", "h")
        assert s.state.rows == [1]
        await s.press("escape", "g")
        assert "verdict hidden" in s.text.lower()
        await s.press("m")
        assert "CONTRADICTED" in s.text
        await s.press("S", "y")
        assert "signed off" in s.text
    async with session(review=review) as s:
        assert "pass 1 of 2 done" in s.text
        assert s.codes == "ER ok .. .. .."
