from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.document import Block, BlockKind
from tests.readers.files import document

ROWS = "| town | mm |\n|---|---|\n| Odde | 30 |\n"


def first_row(tmp_path: Path, text: str) -> Block:
    return next(b for b in document(tmp_path, text).blocks if b.kind is BlockKind.TABLE_ROW)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"# Report\n\n*Rain by town*\n\n{ROWS}", "Rain by town"),
        (f"# Report\n\n{ROWS}\n*Rain by town.*\n", "Rain by town"),
        (f"# Report\n\nTable 3: Rain by town\n\n{ROWS}", "Rain by town"),
        (f"# Report\n\nRain by town:\n\n{ROWS}", "Rain by town"),
        (f"# Rain\n\nIt was wet everywhere.\n\n{ROWS}", "Rain"),
        (f"# Rain\n\nFigures in mm\n\n{ROWS}", "Rain"),
        (ROWS, ""),
    ],
)
def test_a_table_is_named_by_what_stands_nearest(tmp_path: Path, text: str, title: str) -> None:
    row = first_row(tmp_path, text)
    assert row.table is not None
    assert row.table.title == title


def test_what_names_the_next_table_does_not_name_this_one(tmp_path: Path) -> None:
    doc = document(tmp_path, f"Table 1: Rain\n\n{ROWS}\nTable 2: Wind\n\n{ROWS}")
    rows = [block for block in doc.blocks if block.kind is BlockKind.TABLE_ROW]
    assert [(row.table.index, row.table.title) for row in rows if row.table] == [(0, "Rain"), (1, "Wind")]


@pytest.mark.parametrize(
    ("cell", "labels"), [("Odde", ["Odde"]), ("**Odde**", ["Odde"]), ("2023", ["2023"]), ("3.5", []), ("", [])]
)
def test_a_first_cell_of_words_or_a_year_is_the_label(tmp_path: Path, cell: str, labels: list[str]) -> None:
    row = first_row(tmp_path, f"| town | mm |\n|---|---|\n| {cell} | 30 |\n")
    assert [label.text for label in row.labels] == labels


@pytest.mark.parametrize(("header", "labels"), [("Version", ["1.3.0"]), ("No.", ["1.3.0"]), ("mm", [])])
def test_figures_under_a_header_that_names_rows_are_the_label(tmp_path: Path, header: str, labels: list[str]) -> None:
    row = first_row(tmp_path, f"| {header} | released |\n|---|---|\n| 1.3.0 | 7 March 2023 |\n")
    assert [label.text for label in row.labels] == labels


def test_cells_know_where_their_headers_stand(tmp_path: Path) -> None:
    doc = document(tmp_path, ROWS)
    headings = [cell.heading for cell in doc.blocks[1].cells]
    assert [heading and heading.of(doc.text) for heading in headings] == ["town", "mm"]
