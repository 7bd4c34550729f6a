from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.geometry import Region

from factcheck.document import Reference
from factcheck.errors import InputError, UsageError
from factcheck.report import Finding, Level
from factcheck.tui.desk import Material
from factcheck.tui.dialogs import Menu, Page
from factcheck.tui.framed_pane import FramedPane
from factcheck.tui.outside import Export, Outside
from factcheck.tui.palette import Palette
from factcheck.tui.source_screen import SourceScreen
from tests.tui.examples import TEXT, document, report, span_in, with_url
from tests.tui.grid import grid
from tests.tui.session import NARROW, STACKED, WIDE, Session, material, session

INCREASE = "Passenger trips increased by 9.5 percent to 4.61 million."
UNTOUCHED = ".. .. .. .. .."


@pytest.mark.parametrize("size", [WIDE, STACKED, NARROW])
async def test_v_shows_the_source_in_full_at_the_passage(size: tuple[int, int]) -> None:
    async with session(size) as s:
        await s.press("v")
        assert isinstance(s.app.screen, SourceScreen)
        for expected in ("Yearbook", "Harbour board", "[1]", "Passenger trips increased by 9.5 percent"):
            assert expected in s.text
        await s.press("j", "n", "N", "G", "g", "a", "x")
        await s.press("v")
        assert not isinstance(s.app.screen, SourceScreen)
        assert s.codes == UNTOUCHED


async def test_enter_goes_into_the_evidence_and_then_into_the_source_and_escape_comes_back() -> None:
    async with session() as s:
        await s.press("enter", "down", "enter")
        assert isinstance(s.app.screen, SourceScreen)
        assert "Agency wire" in s.text
        await s.press("escape", "escape", "down")
        assert s.state.current == 1


async def test_in_the_evidence_arrows_choose_and_space_cites() -> None:
    async with session() as s:
        await s.press("enter", "down", "space")
        assert [c.reference for c in s.state.cited(0)] == ["r2"]
        await s.press("up", "space", "down", "space")
        assert [c.reference for c in s.state.cited(0)] == ["r1"]
        assert s.codes == UNTOUCHED


async def test_where_there_is_no_evidence_v_and_b_say_so() -> None:
    async with session() as s:
        await s.press("G", "k")
        for key in ("v", "b"):
            await s.press(key)
            assert "no evidence for this claim" in s.text


async def test_w_shows_rule_values_arithmetic_and_what_was_read() -> None:
    whole = report()
    finding = Finding("N101", "number-contradicted", Level.ERROR, 0, span_in(TEXT, "12 percent"), "c1", "it differs")
    async with session((140, 45), load=lambda tell: replace(whole, findings=(finding,))) as s:
        await s.press("w")
        assert isinstance(s.dialog, Page)
        for expected in ("N101 number-contradicted", "it differs", "= 12 %", "= 9.5 %", "4.61 / 4.21 - 1", "0.90"):
            assert expected in s.text
        await s.press("w")
        assert not isinstance(s.dialog, Page)
        assert "why: N101 article 12 %" in s.text


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    urls: list[str] = []
    monkeypatch.setattr("textual.app.App.open_url", lambda self, url, new_tab=True: urls.append(url))
    return urls


async def test_b_shows_the_url_and_opens_it_only_when_told(opened: list[str]) -> None:
    async with session(found=with_url("https://board.example/yearbook")) as s:
        await s.press("b")
        assert "https://board.example/yearbook" in s.text
        assert "on the host board.example" in s.text
        await s.press("escape", "b", "enter", "x")
        assert opened == []
        await s.press("y")
        words = INCREASE.replace(" ", "%20")
        assert opened == [f"https://board.example/yearbook#:~:text={words}"]
        assert s.codes == UNTOUCHED


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://a.example/\x1b]0;x", ""])
async def test_b_opens_no_other_kind_of_url(url: str, opened: list[str]) -> None:
    async with session(found=with_url(url)) as s:
        await s.press("b", "y")
        assert opened == []
        assert not isinstance(s.dialog, Menu) or "copy" in s.text
        assert "\x1b" not in s.text


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("c", f"“{INCREASE}” (Yearbook, Harbour board, 2026-04-02, refs/r1.md:1)"),
        ("t", "Trips rose 12 percent. (ferries.md:3:24)"),
    ],
)
async def test_y_copies_citation_or_claim(key: str, expected: str) -> None:
    async with session() as s:
        await s.press("y", key)
        assert s.copied == [expected]
        assert s.app.clipboard == expected
        assert s.codes == UNTOUCHED


async def test_y_copies_a_row_of_the_fact_sheet() -> None:
    async with session() as s:
        await s.press("x", "k", "c", *"=SUM", "enter", "y", "r")
        cells = s.copied[0].split("\t")
        assert cells[:4] == ["1", "Trips rose 12 percent.", "contradicted", "error"]
        assert cells[5] == "'=SUM"


async def test_y_leaves_without_copying() -> None:
    async with session() as s:
        await s.press("y", "escape", "y", "q")
        assert s.copied == []
        assert s.app.is_running


async def test_export_is_greyed_without_exporters_and_offers_them_otherwise() -> None:
    async with session((120, 60)) as s:
        await s.press("E")
        assert "no exporter" in s.text
        await s.press("question_mark")
        assert "not here: no exporter is at hand" in s.text
    saved: list[str] = []

    def save(state: object) -> str:
        saved.append("x")
        return "ferries.csv"

    def fail(state: object) -> str:
        raise UsageError("out/ cannot be written")

    outside = Outside(exports=(Export("c", "fact sheet", save), Export("f", "fails", fail)))
    async with session(outside=outside) as s:
        await s.press("E", "c")
        assert saved == ["x"]
        assert "written: ferries.csv" in s.text
        await s.press("E", "f")
        assert "nothing is written" in s.text


async def test_the_help_names_every_key_and_its_letters_decide_nothing() -> None:
    async with session((120, 70)) as s:
        await s.press("question_mark")
        for expected in ("error: the claim is wrong", "undo, without limit", "1-9", "ctrl+z", "~~", "sign off"):
            assert expected in s.text
        await s.press("x", "a")
        assert s.codes == UNTOUCHED
        await s.press("f1")
        assert not isinstance(s.dialog, Page)


@pytest.mark.parametrize("key", ["w", "question_mark", "D", "f", "y", "S", "v"])
async def test_leaving_a_dialog_twice_at_once_leaves_it_once(key: str) -> None:
    async with session() as s:
        await s.press(key)
        for _ in range(3):
            s.app.post_message(events.Key("escape", None))
        await s.pilot.pause()
        await s.pilot.pause()
        assert s.app.is_running
        assert s.app.screen is s.app.review


async def test_every_command_of_the_palette_runs() -> None:
    async with session() as s:
        await s.press("ctrl+p")
        assert isinstance(s.dialog, Palette)
        await s.press("escape")
        commands = list(s.app.commands())
        assert {"Progress", "Differences", "Theme: contrast", "Export"} <= {command.title for command in commands}
        for command in commands:
            if not command.title.startswith(("Quit", "Undo", "Redo")):
                command.run()
                await s.pilot.pause()
                await s.press("escape")
                await s.press("escape")
        assert s.app.is_running
        assert s.codes == UNTOUCHED


async def test_a_command_is_found_by_some_of_its_letters_and_run_by_enter() -> None:
    async with session() as s:
        await s.press("ctrl+p", *"stay", "space", *"claim", "enter", "x")
        assert s.state.current == 0
        assert s.codes == "ER .. .. .. .."
        await s.press("ctrl+p", "down", "down", "up", *"nothing like it")
        assert "no command with these letters" in s.text
        await s.press("enter", *["backspace"] * 15, *"prog", "enter")
        assert "by reviewer" in s.text
        await s.press("escape")
        assert s.codes == "ER .. .. .. .."


async def test_the_command_that_fits_best_comes_first_and_its_letters_are_shown() -> None:
    async with session() as s:
        await s.press("ctrl+p", *"thmc")
        chosen = [row.strip("│ ") for row in grid(s.app) if row.strip().startswith("│ >")]
        assert [row.split("  ")[0] for row in chosen] == ["> Theme: contrast"]
        underlined = [
            segment.text
            for line in s.app.screen.query_one(FramedPane).render_lines(Region(0, 0, *s.app.size))
            for segment in line
            if segment.style and segment.style.underline
        ]
        assert "".join(underlined[:4]).casefold() == "thmc"
        await s.press(*["backspace"] * 4, *"colours", "space", *"dark")
        assert next(row for row in grid(s.app) if "Theme: " in row).strip("│ ").startswith("> Theme: dark")


# Files


def extended(added: Sequence[str]) -> Material:
    """The example with a further reference for each name added."""
    whole = report()
    more = tuple(Reference(name, document(f"More of {name}.", name)) for name in added)
    if "missing" in added:
        raise InputError("missing", "no such file")
    return Material(whole.documents[0], (*whole.references, *more))


async def test_a_home_folder_that_nobody_has_is_told_and_harms_nothing() -> None:
    async with session(read=extended) as s:
        await s.press("x", "R", *"~nobody-here/notes", "enter")
        assert "no reference added" in s.text
        assert s.codes == "ER .. .. .. .."


async def test_r_capital_adds_a_reference_and_checks_again() -> None:
    seen: list[tuple[str, ...]] = []

    def judge(given: Material, *rest: object) -> object:
        seen.append(tuple(reference.id for reference in given.references))
        return replace(report(), references=given.references)

    async with session(read=extended, judge=judge) as s:  # type: ignore[arg-type]
        await s.press("x", "R", *"axs", "enter")
        await s.settle()
        assert seen == [("r1", "r2"), ("r1", "r2", "axs")]
        assert "axs added" in s.text
        assert s.codes == "ER .. .. .. .."
        assert s.state.current == 1
        await s.press("R", *"missing", "enter")
        assert "no reference added" in s.text
        await s.press("R", "enter", "R", "escape")
        await s.settle()
        assert len(seen) == 2


async def test_r_says_when_nothing_has_changed_and_checks_when_something_has() -> None:
    text = TEXT
    checks = 0

    def read(added: Sequence[str]) -> Material:
        found = material(report(text=text))
        return replace(found, article=replace(found.article, sha256=str(hash(text))))

    def judge(given: Material, *rest: object) -> object:
        nonlocal checks
        checks += 1
        return report(text=given.article.text)

    async with session(read=read, judge=judge) as s:  # type: ignore[arg-type]
        await s.press("r")
        await s.settle()
        await s.press("r")
        await s.settle()
        assert "the verdict stands" in s.text
        before = checks
        await s.press("x")
        text = "A new paragraph.\n\n" + TEXT
        await s.press("r")
        await s.settle()
        assert checks == before + 1
        assert s.codes == "ER .. .. .. .."
        assert s.state.current == 1
        assert "A new paragraph." in s.text
        assert "checked again: no claims judged otherwise" in s.text


@contextmanager
def _suspended(self: object) -> Iterator[None]:
    yield


async def test_e_edits_the_article_at_the_claim_and_checks_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.app.App.suspend", _suspended)
    text = TEXT
    edits: list[tuple[str, int]] = []

    def edit(path: Path, line: int) -> None:
        nonlocal text
        edits.append((path.name, line))
        text = TEXT.replace("A strike was called off.", "A strike was called off at noon.")

    def read(added: Sequence[str]) -> Material:
        found = material(report())
        return replace(found, article=document(text, "ferries.md"))

    def judge(given: Material, *rest: object) -> object:
        if "noon" in given.article.text:
            return replace(report(text=given.article.text.replace(" at noon", "")), documents=(given.article,))
        return report()

    async with session(read=read, judge=judge, outside=Outside(edit=edit)) as s:  # type: ignore[arg-type]
        await s.press("n", "x", "e")
        await s.settle()
        assert edits == [("ferries.md", 3)]


async def test_the_editor_writes_a_long_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.app.App.suspend", _suspended)

    def edit(path: Path, line: int) -> None:
        path.write_text("Two lines\nof note.\n")

    for key in ("C", "f4"):
        async with session(outside=Outside(edit=edit)) as s:
            await s.press("j", key)
            assert s.state.note(1) == "Two lines\nof note."
            await s.press("c")
            assert s.state.note(1) == "Two lines\nof note."
            await s.press("escape", "u")


@pytest.mark.parametrize("key", ["e", "C"])
async def test_where_the_terminal_cannot_be_left_the_editor_is_refused_with_the_reason(key: str) -> None:
    async with session() as s:
        await s.press(key)
        assert "cannot be left for an editor" in s.text
        assert s.codes == UNTOUCHED


async def test_an_editor_that_fails_takes_nothing_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.app.App.suspend", _suspended)

    def edit(path: Path, line: int) -> None:
        raise UsageError("vi cannot be run")

    async with session(outside=Outside(edit=edit)) as s:
        for key in ("e", "C"):
            await s.press(key)
            assert "nothing is taken over" in s.text
        assert s.state.note(0) == ""


async def _type_fast(s: Session, keys: str) -> None:
    for char in keys:
        s.app.post_message(events.Key(char, char))
    await s.pilot.pause()
    await s.pilot.pause()


@pytest.mark.parametrize("opener", ["c", "t", "R", "f", "y", "w", "v", "S", "D"])
async def test_letters_typed_fast_behind_a_key_that_opens_something_decide_nothing(opener: str) -> None:
    async with session() as s:
        await _type_fast(s, f"{opener}aso")
        assert s.codes == UNTOUCHED
