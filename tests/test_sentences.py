from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.document import BlockKind, Document, Metadata, Span
from factcheck.readers.markdown import read_markdown
from factcheck.readers.plain import plain_blocks
from factcheck.sentences import Sentence, sentences
from tests.readers.files import document
from tests.readers.test_markdown import FRAGMENTS


def in_markdown(text: str) -> list[Sentence]:
    return sentences(Document("a.md", text, read_markdown("a.md", text).blocks, Metadata(), ""))


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in in_markdown(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Dr. A. B. Lund of Acme Inc. left.", "She was 41."],
        ["It began at approx. 10 p.m. on Monday.", "It ended at 11."],
        ["Cell No. 1 was shut.", "Why?", "Nobody knows."],
        ["“We left,” he said.", "“It was over.”"],
        ["It cost $1.2bn.", "The price rose 3.4 per cent."],
        ["Version 2.0. is out.", "Get it."],
        ["The U.S. said no.", "The E.U. said yes."],
    ],
)
def test_boundaries(expected: list[str]) -> None:
    assert texts(" ".join(expected)) == expected
    assert texts("\n".join(expected)) == expected


def test_number_that_opens_prose_stays_with_it(tmp_path: Path) -> None:
    doc = document(tmp_path, "Two points follow. 1. First one. 2. Second one.", "a.txt")
    found = [sentence.text for sentence in sentences(doc)]
    assert found == ["Two points follow.", "1. First one.", "2. Second one."]


def test_each_block_is_read_on_its_own() -> None:
    text = "# Fire in port\nTwo died\n\n- one boat\n- a raft\n\n|a|b|\n|-|-|\n| 1 | 2 |\n\n    code. Here.\n"
    found = in_markdown(text)
    assert [(sentence.kind, sentence.text) for sentence in found] == [
        (BlockKind.HEADING, "Fire in port"),
        (BlockKind.PARAGRAPH, "Two died"),
        (BlockKind.LIST_ITEM, "one boat"),
        (BlockKind.LIST_ITEM, "a raft"),
        (BlockKind.TABLE_ROW, "1 | 2"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_markup_is_left_out_and_blanks_are_folded(end: str) -> None:
    text = f"> The *old*   [pier](/7){end}>   fell ![x](y) at <b>noon</b>.<br>Nobody{end}was hurt."
    assert texts(text) == ["The old pier fell at noon.", "Nobody was hurt."]


def test_place_in_the_file() -> None:
    text = "It *fell*\nthen. So what."
    first, second = in_markdown(text)
    at = first.text.index("fell then")
    assert first.to_file(Span(at, at + 9)).of(text) == "fell*\nthen"
    assert second.span.of(text) == "So what."


def test_identifiers_are_known() -> None:
    (sentence,) = in_markdown("Run `x 1` or https://example.org/2 now.")
    assert [span.of(sentence.text) for span in sentence.identifiers] == ["x 1", "https://example.org/2"]


def test_no_sentence_ends_within_a_name() -> None:
    found = in_markdown("Call `stop. Now` first. Then `up! Down`. See https://example.org/?Q=1 too.")
    assert [sentence.text for sentence in found] == [
        "Call stop. Now first.",
        "Then up! Down.",
        "See https://example.org/?Q=1 too.",
    ]
    names = [span.of(sentence.text) for sentence in found for span in sentence.identifiers]
    assert names == ["stop. Now", "up! Down", "https://example.org/?Q=1"]


def test_another_segmenter_may_be_asked() -> None:
    document = Document("a", "One, two.", tuple(plain_blocks("One, two.")), Metadata(), "")
    found = sentences(document, lambda text: [Span(0, 4), Span(4, len(text))])
    assert [sentence.text for sentence in found] == ["One,", "two."]


TAG = re.compile(r"</?[a-z]+>")
"""What may part words as a blank does."""
PIECES = [
    *FRAGMENTS,
    "Mr. A left. ",
    "?! ",
    "“Yes.” ",
    "e.g. ",
    "…",
    "。",
    "\u200b",
    "a\u0301",
    "\u3000",
    "\ufeff",
]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.booleans())
@example("*<div>\n*", True)
def test_every_code_point_leads_back_to_the_file(text: str, as_markdown: bool) -> None:
    blocks = read_markdown("a.md", text).blocks if as_markdown else tuple(plain_blocks(text))
    entities = {entity.span.start: entity for block in blocks for entity in block.entities}
    end = 0
    seen: set[int] = set()
    for sentence in sentences(Document("a", text, blocks, Metadata(), "")):
        assert sentence.text == sentence.text.strip() != ""
        assert len(sentence.offsets) == len(sentence.text)
        assert list(sentence.offsets) == sorted(set(sentence.offsets))
        assert end <= sentence.span.start
        last = sentence.offsets[-1]
        assert sentence.span == Span(sentence.offsets[0], entities[last].span.end if last in entities else last + 1)
        end = sentence.span.end
        seen.update(sentence.offsets)
        for char, offset in zip(sentence.text, sentence.offsets, strict=True):
            folded = char == " " and (text[offset].isspace() or TAG.match(text, offset) is not None)
            assert folded or char == (entities[offset].text if offset in entities else text[offset])
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            named = (Span(entity.span.start + 1, entity.span.end) for entity in block.entities)
            hidden = {at for span in (*block.masked, *named) for at in range(span.start, span.end)}
            shown = {at for at in range(block.span.start, block.span.end) if not text[at].isspace()} - hidden
            assert shown <= seen
