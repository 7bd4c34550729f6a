from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import BlockKind
from factcheck.readers.plain import plain_blocks
from tests.readers.files import document, quoted


def test_paragraphs_are_parted_by_blank_lines(tmp_path: Path) -> None:
    doc = document(tmp_path, "  First one,\nwrapped.\r\n \t\r\n# no *markup*  \n\n\nThird.", "a.txt")
    assert quoted(doc, BlockKind.PARAGRAPH) == ["First one,\nwrapped.", "# no *markup*", "Third."]
    assert all(block.masked == () for block in doc.blocks)
    assert doc.meta.title == ""


def test_bullets_open_list_items(tmp_path: Path) -> None:
    doc = document(tmp_path, "We saw:\n- one boat\n  on fire\n• two rafts\n\n1. Swim.\n2) Sink.\n", "a.txt")
    assert quoted(doc, BlockKind.PARAGRAPH) == ["We saw:"]
    assert quoted(doc, BlockKind.LIST_ITEM) == ["one boat\n  on fire", "two rafts", "Swim.", "Sink."]


def test_wrapped_number_opens_no_item(tmp_path: Path) -> None:
    doc = document(tmp_path, "The jury met at\n12. It then left.", "a.txt")
    assert quoted(doc, BlockKind.PARAGRAPH) == ["The jury met at\n12. It then left."]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("See https://example.org/a_(b). Then", "https://example.org/a_(b)"),
        ("(at www.example.org/2024/06)", "www.example.org/2024/06"),
        ("“http://example.org/x?y=1,”", "http://example.org/x?y=1"),
    ],
)
def test_urls_are_identifiers(text: str, url: str) -> None:
    (block,) = plain_blocks(text)
    assert [span.of(text) for span in block.identifiers] == [url]


def test_word_with_www_inside_is_no_url() -> None:
    (block,) = plain_blocks("awww.so cute")
    assert block.identifiers == ()


@given(st.text(st.sampled_from("ab1 \t\r\n-*.)|,:;\u00a0\u2028é😀"), max_size=80))
def test_every_character_that_shows_lies_in_a_block(text: str) -> None:
    blocks = plain_blocks(text)
    covered: list[int] = []
    for block in blocks:
        assert len(block.span)
        covered += range(block.span.start, block.span.end)
    assert covered == sorted(set(covered))
    assert set(covered) <= set(range(len(text)))
    left = "".join(char for at, char in enumerate(text) if at not in set(covered))
    assert set(left) <= set(" \t\r\n\u00a0\u2028-*.)|,;1")
