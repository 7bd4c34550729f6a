from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.document import BlockKind
from factcheck.readers.plain import plain_blocks
from tests.readers.files import document, quoted


def rows(text: str) -> list[dict[str, str]]:
    blocks = [block for block in plain_blocks(text) if block.kind is BlockKind.TABLE_ROW]
    return [{cell.header: cell.span.of(text) for cell in block.cells} for block in blocks]


@pytest.mark.parametrize(
    "text",
    [
        "depot,kept_in\nNorth,12\nSouth,7",
        "depot;kept_in\r\nNorth;12\r\nSouth;7",
        "depot\tkept_in\nNorth\t12\nSouth\t7",
        "depot | kept_in\nNorth | 12\nSouth | 7",
        "| depot | kept_in |\n|---|---|\n| North | 12 |\n| South | 7 |",
    ],
)
def test_tables_of_plain_lines(text: str) -> None:
    assert rows(text) == [{"depot": "North", "kept in": "12"}, {"depot": "South", "kept in": "7"}]


def test_lines_of_figures_are_no_table(tmp_path: Path) -> None:
    text = "most at once: 5,460 lockers\nfailed on 2 May: 38,700\nsent to shops on 2 May: 9,200"
    assert rows(text) == []
    assert quoted(document(tmp_path, text), BlockKind.PARAGRAPH) == text.split("\n")


def test_empty_cells_have_empty_places() -> None:
    assert rows("a,b,c\n1,,\n,2,3") == [{"a": "1", "b": "", "c": ""}, {"a": "", "b": "2", "c": "3"}]


def test_lines_behind_a_table_are_prose(tmp_path: Path) -> None:
    doc = document(tmp_path, "Town | Seats\nOdde | 9\nNote: by-elections\nare left out.")
    assert quoted(doc, BlockKind.TABLE_ROW) == ["Odde | 9"]
    assert quoted(doc, BlockKind.PARAGRAPH) == ["Note: by-elections\nare left out."]


@pytest.mark.parametrize(
    "text",
    [
        "bidders: 389\nunsold: 19, given away\nnext sale: March",
        "2024-02-03\n05:12 alarm sent\n05:40 crew leaves",
        "MX-5\nissued: 2023-01-22\nowner: nobody",
        "1.4.3 (2025-02-21): mends the clock.\n1.4.2 (2025-01-20): adds a timer.",
    ],
)
def test_each_record_is_a_block(tmp_path: Path, text: str) -> None:
    for name in ("a.txt", "a.md"):
        assert quoted(document(tmp_path, text, name), BlockKind.PARAGRAPH) == text.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said one thing: the\nbridge would stay shut until\nJune, or so he hoped.",
        "Boats, rafts,\nbuoys, nets,\nand 3 hooks, all lost",
        "They met: at the quay\nthen: nothing was said",
    ],
)
def test_wrapped_prose_stays_whole(tmp_path: Path, text: str) -> None:
    assert quoted(document(tmp_path, text, "a.txt"), BlockKind.PARAGRAPH) == [text]


def test_markup_parts_no_cells(tmp_path: Path) -> None:
    text = "Run `a | b` now\nand `c | d` then"
    assert quoted(document(tmp_path, text), BlockKind.PARAGRAPH) == [text]


def test_records_of_a_quote_keep_their_places(tmp_path: Path) -> None:
    doc = document(tmp_path, "> a | b\r\n>  1 | *2*\r\n> 3 | 4\r\n")
    assert quoted(doc, BlockKind.TABLE_ROW) == ["1 | *2*", "3 | 4"]
    first = next(block for block in doc.blocks if block.kind is BlockKind.TABLE_ROW)
    assert [cell.span.of(doc.text) for cell in first.cells] == ["1", "*2*"]
    assert [span.of(doc.text) for span in first.masked] == ["*", "*"]


def test_bordered_tables_are_read_by_their_columns(tmp_path: Path) -> None:
    border = "=======  ====  ====\n"
    text = f"{border}          Low  High\n{border}height    1.2   3.4\nwidth     0.5   (?)\n{border}"
    assert rows(text) == [
        {"": "height", "Low": "1.2", "High": "3.4"},
        {"": "width", "Low": "0.5", "High": "(?)"},
    ]
    assert quoted(document(tmp_path, text), BlockKind.PARAGRAPH) == []


def test_rows_of_a_bordered_table_without_header_stand_alone(tmp_path: Path) -> None:
    doc = document(tmp_path, "======  ====\nSheds      7\nSeats    120\n======  ====\n")
    assert quoted(doc, BlockKind.PARAGRAPH) == ["Sheds      7", "Seats    120"]


def test_fields_marked_by_colons_stand_alone(tmp_path: Path) -> None:
    doc = document(tmp_path, ":Sheds: 7\n:Seats in all: 120\n:Owner: none")
    assert quoted(doc, BlockKind.PARAGRAPH) == [":Sheds: 7", ":Seats in all: 120", ":Owner: none"]
