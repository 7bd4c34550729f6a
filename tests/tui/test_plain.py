"""The review as questions and answers: the same letters, the same log."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.decisions import Ledger
from factcheck.document import Reference
from factcheck.errors import DecisionError, InputError, UsageError
from factcheck.report import DecisionKind, ReadError, Report
from factcheck.tui.desk import Desk, Judge, Material
from factcheck.tui.outside import Export, Outside
from factcheck.tui.plain import PlainReview
from factcheck.tui.plain_errands import Surroundings
from factcheck.tui.state import ReviewState
from tests.export.examples import hostile
from tests.tui.examples import TEXT, document, report, span_in, twins, with_url
from tests.tui.session import Read, material


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "factcheck.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Talk:
    """A session with these answers, and all that was said."""

    def __init__(
        self,
        *answers: str,
        what: Report | None = None,
        blind: bool = False,
        readonly: bool = False,
        read: Read | None = None,
        judge: Judge | None = None,
        outside: Outside | None = None,
        at_terminal: bool = False,
    ) -> None:
        found = what or report()
        self.said: list[str] = []
        self.copied: list[str] = []
        article = found.documents[0]
        ledger = Ledger.of(Path(article.path), "mk")
        self.state = ReviewState(article, ledger, blind=blind, readonly=readonly)
        self.state.load(found)
        self._answers: Iterable[str] = iter(answers)
        desk = Desk(material(found), read or (lambda _: material(found)), judge or (lambda *_: found))
        machine = replace(outside or Outside(), clip=self.copied.append)
        around = Surroundings(desk, lambda: desk.check(lambda *_: None), machine, at_terminal=at_terminal)
        self.review = PlainReview(self.state, around, self._ask, self.said.append)
        self.review.run()

    def _ask(self, prompt: str) -> str | None:
        self.said.append(prompt)
        return next(iter(self._answers), None)

    @property
    def text(self) -> str:
        return "\n".join(self.said)

    @property
    def codes(self) -> list[str]:
        return [self.state.code(index) for index in range(len(self.state.claims))]


def test_each_letter_decides_as_on_the_screen_and_the_next_open_claim_follows() -> None:
    talk = Talk("x", "a", "s", "o", "q")
    assert talk.codes == ["ER", "ok", "NS", "op", ".."]
    assert Talk().codes == talk.codes
    assert "Saved: 2 ok, cites 1." in talk.said
    assert talk.said[-1] == "4 of 4 decided, 0 open."


def test_a_claim_is_told_with_its_evidence_in_words() -> None:
    talk = Talk("i", "q")
    assert "Claim 1, line 3, contradicted. You: open." in talk.said
    assert "In the article: The harbour board said trips rose 12 percent to 4.6 million." in talk.said
    assert "Evidence 1, contradicts, r1, Yearbook, Harbour board, 2026-04-02, primary, refs/r1.md:1:" in talk.said
    arithmetic = "  Article says 12 percent; source says 9.5 %; conflicting, 4.61 / 4.21 - 1 = 9.5 %."
    assert talk.said.count(arithmetic) == 2
    assert not any(char in talk.text for char in "│┃╭─━█")


def test_words_are_taken_from_the_line_or_asked_for() -> None:
    talk = Talk("c where from?", "t", "rose 9.5 percent", "2")
    assert talk.state.note(0) == "where from?"
    assert talk.state.correction(0) == "rose 9.5 percent"
    assert [c.reference for c in talk.state.cited(0)] == ["r2"]
    again = Talk("c", "-", "t -", "x", "i")
    assert "Note now: where from?" in again.said
    assert again.state.note(0) == again.state.correction(0) == ""
    assert [c.reference for c in again.state.cited(0)] == ["r2"]


def test_a_decision_keeps_note_and_correction() -> None:
    talk = Talk("c why", "t so", "x")
    assert (talk.codes[0], talk.state.note(0), talk.state.correction(0)) == ("ER", "why", "so")


def test_undo_and_redo_go_on_where_an_earlier_session_ended() -> None:
    Talk("x", "a")
    talk = Talk("u", "u", "U")
    assert talk.codes == ["ER", "..", "..", "..", ".."]
    assert "Redone: 1 error." in talk.said


@pytest.mark.parametrize(
    ("answers", "current"),
    [(("j", "j"), 2), (("G",), 4), (("G", "g"), 0), (("N",), 3), (("#4",), 3), (("#c3", "k"), 1), (("/strike",), 3)],
)
def test_moving_decides_nothing(answers: tuple[str, ...], current: int) -> None:
    talk = Talk(*answers)
    assert talk.state.current == current
    assert talk.codes == [".."] * 5


@pytest.mark.parametrize("answer", ["z", "aa", "ok", "x now", "12", "0", "#99", "#", "v 9", "v x", "\x1b[A", "é"])
def test_what_is_no_answer_is_said_and_does_nothing(answer: str) -> None:
    talk = Talk(answer)
    assert "There is no" in talk.text
    assert "\x1b" not in talk.text
    assert talk.codes == [".."] * 5


def test_empty_lines_and_the_end_of_input_decide_nothing() -> None:
    assert Talk("", "  ", "c", "").codes == [".."] * 5
    assert Talk("c").state.note(0) == ""


def test_source_reason_list_and_help_are_said() -> None:
    talk = Talk("v", "v 2", "w", "l", "?")
    assert "r1, from refs/r1.md:1:" in talk.said
    assert "r2, from refs/r2.md:1:" in talk.said
    assert "  Trips were up about a tenth. The talks go on." in talk.said
    assert "The machine says contradicted, confidence 0.94." in talk.said
    assert "4, open, unverified: A strike was called off." in talk.said
    assert "undo, without limit" in talk.text


def test_others_and_lost_decisions_and_unread_files_are_told() -> None:
    found = report()
    jr = ReviewState(found.documents[0], Ledger.of(Path("ferries.md"), "jr"))
    jr.load(found)
    jr.set_note("author says so")
    jr.decide(DecisionKind.OK)
    Talk("#2", "a", "#4", "x")
    elsewhere = TEXT.replace("A strike was called off.", "The talks go on.")
    place = span_in(elsewhere, "The talks go on.")
    strike = replace(found.claims[3].claim, text="The talks go on.", sentence=place, spans=(place,))
    claims = (*found.claims[:3], replace(found.claims[3], claim=strike))
    changed = replace(found, documents=(document(elsewhere, "ferries.md"),), claims=claims)
    talk = Talk(what=replace(changed, errors=(ReadError("refs/scan.bin", "not a text file"),)))
    assert "Lost, its claim is not in the article any more: error on 'A strike was called off.'." in talk.said
    assert "jr decided ok, note: author says so" in talk.said
    assert "Not read: refs/scan.bin: not a text file." in talk.said


def test_hostile_words_are_shown_as_harmless_ones() -> None:
    talk = Talk("v", "w", "l", what=hostile().report)
    assert "\x1b" not in talk.text
    assert "\u202e" not in talk.text


def test_nothing_is_written_where_reading_alone_is_allowed() -> None:
    talk = Talk("x", "c note", "u", "e", "C", readonly=True, at_terminal=True)
    assert talk.codes == [".."] * 5
    assert talk.said.count("Read only: nothing is changed.") == 5
    assert not Path(".factcheck").exists()


def test_a_blind_review_tells_no_verdict_before_the_decision() -> None:
    talk = Talk("i", "w", "l", blind=True)
    for word in ("contradict", "supports", "source says", "confidence", "Why:"):
        assert word not in talk.text
    assert "Claim 1, line 3, verdict hidden until you decide. You: open." in talk.said
    decided = Talk("x", "#1", "w", blind=True)
    assert "Claim 1, line 3, contradicted. You: error." in decided.said


def test_the_pass_is_finished_after_a_question() -> None:
    refused = Talk("S", "n")
    assert "  4 A strike was called off. (unverified)" in refused.said
    assert "Saved: the article is signed off." not in refused.said
    assert "Saved: the article is signed off." in Talk("x", "S", "y").said


def test_a_decision_that_cannot_be_saved_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DecisionError("mk.jsonl: no space left on device")

    monkeypatch.setattr(Ledger, "_record", full)
    talk = Talk("x")
    assert talk.review.failed
    assert any(line.startswith("NOT SAVED: ") for line in talk.said)
    assert talk.codes == [".."] * 5


def test_it_needs_no_screen() -> None:
    code = "import sys, factcheck.tui.plain; print(sorted(m for m in sys.modules if m.startswith('textual')))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_sorts_of_claims_and_changes_are_to_be_had_as_on_the_screen() -> None:
    talk = Talk("f c", "f", "f x", "D", "q")
    assert "1 of 5 claims: contradicted." in talk.said
    assert any(line.startswith("Say with it what to show: f o open") for line in talk.said)
    assert "5 of 5 claims: all." in talk.said
    assert "This is your first visit." in talk.said
    assert "Nothing has changed." in Talk("D", "q").said


def test_one_letter_decides_the_same_fact_or_the_claims_named() -> None:
    assert Talk("A x", what=twins()).codes == ["ER", "..", "ER", "ER"]
    Talk("U", "u", what=twins())
    talk = Talk("A s 2 3", what=twins())
    assert talk.codes == ["..", "NS", "NS", ".."]
    assert "Saved: 2 claims needs source in one step." in talk.said
    lacking = Talk("A x 1 9", "A", "A q", what=twins())
    assert "There is no claim '9'." in lacking.said
    assert lacking.codes == talk.codes


# Errands


def extended(added: Sequence[str]) -> Material:
    """The example with a further reference for each name added."""
    whole = report()
    if "missing" in added:
        raise InputError("missing", "no such file")
    more = tuple(Reference(name, document(f"More of {name}.", name)) for name in added)
    return Material(whole.documents[0], (*whole.references, *more))


def test_a_claim_without_words_of_its_own_stands_where_its_sentence_does() -> None:
    whole = report()
    first = replace(whole.claims[0], claim=replace(whole.claims[0].claim, spans=()))
    edits: list[int] = []
    outside = Outside(edit=lambda _, line: edits.append(line))
    talk = Talk("y t", "e", what=replace(whole, claims=(first, *whole.claims[1:])), outside=outside, at_terminal=True)
    assert "3:1" in talk.copied[0]
    assert edits == [3]


def test_a_reference_is_added_and_checked_against() -> None:
    seen: list[int] = []

    def judge(given: Material, *_: object) -> Report:
        seen.append(len(given.references))
        return replace(report(), references=given.references)

    talk = Talk("x", "R notes", "R", "more", "R missing", "R ~nobody-here/notes", "R", "", read=extended, judge=judge)
    assert seen == [3, 4]
    assert "notes added for this review. Checking again." in talk.said
    assert "Checked again: no claims judged otherwise." in talk.said
    assert "No reference added: missing: no such file." in talk.said
    refused = "No reference added: ~nobody-here/notes: nobody here has that home folder; give the whole path."
    assert refused in talk.said
    assert talk.codes[0] == "ER"


def test_files_are_read_again_and_checked_where_they_have_changed() -> None:
    whole = report()
    supported = replace(whole.claims[0], verdict=whole.claims[1].verdict)
    after = replace(whole, claims=(supported, *whole.claims[1:]))
    moved = replace(material(whole), article=replace(whole.documents[0], sha256="1" * 64))
    same = Talk("r")
    assert "Nothing has changed in article and references: the verdict stands." in same.said
    talk = Talk("r", read=lambda _: moved, judge=lambda *_: after)
    assert "Checked again: 1 claim judged otherwise." in talk.said
    assert talk.said.index("Claim 1, line 3, contradicted. You: open.") < talk.said.index(
        "Claim 1, line 3, supported. You: open."
    )


def test_what_cannot_be_read_or_checked_again_leaves_all_as_it_was() -> None:
    def gone(_: Sequence[str]) -> Material:
        raise InputError("ferries.md", "no such file")

    def broken(*_: object) -> Report:
        raise UsageError("the model is missing")

    talk = Talk("r", "x", read=gone)
    assert "Not read again, all is as it was: ferries.md: no such file." in talk.said
    failed = Talk("R notes", read=extended, judge=broken)
    assert "The check failed, all is as it was: the model is missing." in failed.said
    assert talk.codes[0] == failed.codes[0] == "ER"


def test_the_editor_opens_the_article_at_the_claim_and_takes_long_notes_where_there_is_a_terminal() -> None:
    opened: list[tuple[str, int]] = []

    def edit(path: Path, line: int) -> None:
        opened.append((path.name, line))
        if path.name == "note.txt":
            path.write_text("Two lines\nof note.\n")

    talk = Talk("#4", "e", "C", outside=Outside(edit=edit), at_terminal=True)
    assert opened == [("ferries.md", 5), ("note.txt", 1)]
    assert "The article is as it was." in talk.said
    assert talk.state.note(3) == "Two lines\nof note."
    refused = Talk("e", "C", outside=Outside(edit=edit))
    assert len(opened) == 2
    assert sum("an editor needs a terminal" in line.lower() for line in refused.said) == 2


def test_an_editor_that_fails_takes_nothing_over() -> None:
    def edit(path: Path, line: int) -> None:
        raise UsageError("vi cannot be run")

    talk = Talk("e", "C", outside=Outside(edit=edit), at_terminal=True)
    assert talk.said.count("Nothing is taken over: vi cannot be run.") == 2


def test_what_is_copied_is_said_and_at_a_terminal_in_the_clipboard() -> None:
    words = "Trips rose 12 percent. (ferries.md:3:24)"
    talk = Talk("y t", "y", "#4", "y c")
    assert words in talk.said
    assert any(line.startswith("Say with it what to copy: y c citation") for line in talk.said)
    assert "There is no evidence to cite." in talk.said
    assert talk.copied == []
    assert Talk("y t", at_terminal=True).copied == [words]


def test_a_source_on_the_web_is_named_and_opened_only_when_told() -> None:
    opened: list[str] = []

    def browse(url: str) -> bool:
        opened.append(url)
        return len(opened) < 2

    found = with_url("https://board.example/yearbook")
    outside = Outside(browse=browse)
    talk = Talk("b", "n", "b 2", "b 7", what=found, outside=outside)
    assert "https://board.example/yearbook, on the host board.example" in talk.said
    assert "No URL is known of r2." in talk.said
    assert "There is no evidence 7." in talk.said
    assert opened == []
    assert "Opened in the browser." in Talk("b", "y", what=found, outside=outside).said
    assert "There is no browser to open it." in Talk("b", "y", what=found, outside=outside).said
    assert "no web address, so not opened" in Talk("b", what=with_url("file:///etc/passwd")).text.lower()


def test_the_review_is_written_in_the_forms_that_there_are() -> None:
    def fail(state: object) -> str:
        raise UsageError("out/ cannot be written")

    exports = (Export("c", "fact sheet", lambda _: "ferries.csv"), Export("f", "fails", fail))
    talk = Talk("E", "E c", "E f", outside=Outside(exports=exports))
    assert "Say with it what to write: E c fact sheet, E f fails." in talk.said
    assert "Written: ferries.csv." in talk.said
    assert "Nothing is written: out/ cannot be written." in talk.said
    assert "There is nothing to export with." in Talk("E").said
