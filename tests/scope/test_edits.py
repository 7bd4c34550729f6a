"""Articles compared sentence by sentence."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.api import read_text
from factcheck.document import Document
from factcheck.scope.edits import edited

WORDS = ["ferry", "tide", "pier", "crane", "mayor", "bridge", "salt", "mast"]


@st.composite
def paragraphs(draw: st.DrawFn) -> list[list[str]]:
    """Paragraphs of sentences that are all different."""
    count = draw(st.integers(1, 12))
    lines = [f"The {WORDS[i % 8]} number {i} was seen by {i + 3} men." for i in range(count)]
    cuts = sorted(draw(st.sets(st.integers(1, count), max_size=4)) | {0, count})
    return [lines[a:b] for a, b in pairwise(cuts) if lines[a:b]]


def article(parts: list[list[str]]) -> Document:
    return read_text("\n\n".join(" ".join(part) for part in parts) + "\n", name="a.md")


@given(paragraphs(), st.data())
def test_exactly_the_edited_sentences_are_new(parts: list[list[str]], data: st.DataObject) -> None:
    places = [(i, j) for i, part in enumerate(parts) for j in range(len(part))]
    chosen = data.draw(st.sets(st.sampled_from(places)))
    after = [
        [line.replace("was seen", "had been seen") if (i, j) in chosen else line for j, line in enumerate(part)]
        for i, part in enumerate(parts)
    ]
    new = article(after)
    found = edited(article(parts), new)
    assert {span.of(new.text) for span in found.spans} == {after[i][j] for i, j in chosen}
    assert set(found.removed) == {parts[i][j] for i, j in chosen}
    assert found.any == bool(chosen)


@given(paragraphs(), st.randoms())
def test_moving_wrapping_and_inserting_leave_the_others_alone(parts: list[list[str]], random: object) -> None:
    moved = list(parts)
    random.shuffle(moved)  # type: ignore[attr-defined]
    new = read_text("A new start.\n\n" + "\n\n".join("\n".join(part) for part in moved) + "\n", name="a.md")
    assert [span.of(new.text) for span in edited(article(parts), new).spans] == ["A new start."]


def test_a_second_copy_of_a_sentence_puts_both_in_question() -> None:
    old, new = (read_text(text, name="a.md") for text in ("One boat.\n", "One boat.\n\nOne boat.\n"))
    assert len(edited(old, new).spans) == 2


def test_another_header_makes_its_rows_new() -> None:
    table = "| Boat | Crew |\n|---|---|\n| Ada | 12 |\n"
    old, new = (read_text(text, name="a.md") for text in (table, table.replace("Crew", "Cabins")))
    assert [span.of(new.text) for span in edited(old, new).spans] == ["Ada | 12"]


def test_another_date_makes_everything_new() -> None:
    old, new = (read_text(f"---\ndate: 2026-05-{day}\n---\n\nIt sank on Sunday.\n", name="a.md") for day in (20, 21))
    assert edited(old, new).whole
