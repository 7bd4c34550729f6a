from __future__ import annotations

import csv
import io
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import BlockKind, Document
from factcheck.errors import InputError
from factcheck.readers.delimited import MAX_COLUMNS, MAX_ROWS, read_delimited, split_delimited


def read(tmp_path: Path, text: str, name: str = "rainfall.csv") -> Document:
    path = tmp_path / name
    path.write_bytes(text.encode())
    return read_delimited(str(path))


def rows(doc: Document) -> list[dict[str, str]]:
    found = [block for block in doc.blocks if block.kind is BlockKind.TABLE_ROW]
    return [{cell.header: cell.span.of(doc.text) for cell in block.cells} for block in found]


def captions(doc: Document) -> list[str]:
    return [block.span.of(doc.text) for block in doc.blocks if block.kind is BlockKind.CAPTION]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_separator_is_told_by_the_rows(tmp_path: Path, mark: str) -> None:
    text = f"town{mark}rain_mm\nOdde{mark}3.5\nVoss{mark}12\n"
    assert rows(read(tmp_path, text)) == [{"town": "Odde", "rain mm": "3.5"}, {"town": "Voss", "rain mm": "12"}]


def test_decimal_commas_do_not_part_cells(tmp_path: Path) -> None:
    doc = read(tmp_path, "town;rain;wind\nOdde;3,5;4,1\nVoss;12,0;2,2\n")
    assert rows(doc)[0] == {"town": "Odde", "rain": "3,5", "wind": "4,1"}


def test_a_tsv_file_is_parted_by_tabs_alone(tmp_path: Path) -> None:
    assert rows(read(tmp_path, "a,b\tc\nx,y\t2\n", "t.tsv")) == [{"a,b": "x,y", "c": "2"}]


def test_quoted_cells_hold_separators_line_breaks_and_quotes(tmp_path: Path) -> None:
    doc = read(tmp_path, '\ufefftown,note\r\nOdde,"wet, ""very""\r\nand cold"\r\nVoss, dry \r\n')
    assert rows(doc) == [{"town": "Odde", "note": 'wet, ""very""\r\nand cold'}, {"town": "Voss", "note": "dry"}]
    first = next(block for block in doc.blocks if block.kind is BlockKind.TABLE_ROW)
    assert [hole.of(doc.text) for hole in first.masked] == ['"', '"']


def test_lines_around_the_rows_are_titles_and_notes(tmp_path: Path) -> None:
    doc = read(tmp_path, "# Rain by town,,\n,,\ntown,2022,2023\nOdde,30,41\nVoss,12,9\nSource: weather office,,\n")
    assert captions(doc) == ["Rain by town", "Source: weather office"]
    row = doc.blocks[2]
    assert row.table is not None
    assert row.table.title == "Rain by town"
    assert [label.text for label in row.labels] == ["Odde"]
    assert [cell.heading and cell.heading.of(doc.text) for cell in row.cells] == ["town", "2022", "2023"]


def test_the_file_names_a_table_without_a_title(tmp_path: Path) -> None:
    doc = read(tmp_path, "town,mm\nOdde,30\n", "rain-by_town.csv")
    assert doc.blocks[-1].table is not None
    assert doc.blocks[-1].table.title == "rain by town"


def test_a_table_without_a_header_has_bare_cells(tmp_path: Path) -> None:
    assert [block.kind for block in read(tmp_path, "Odde,30\nVoss,12\n").blocks] == [BlockKind.TABLE_ROW] * 2


def test_a_row_of_one_filled_cell_within_the_table_stays_in_it(tmp_path: Path) -> None:
    doc = read(tmp_path, "town,mm\nOdde,30\nCoast,\nVoss,12\n")
    assert {block.table.index for block in doc.blocks if block.table} == {0}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        ('a,b\n1,2\n3,"never\nclosed\n', "line 3: a quoted cell is never closed"),
        ("a,b\n" + "1,2\n" * MAX_ROWS, f"has more than {MAX_ROWS:,} rows"),
        ("," * MAX_COLUMNS + "x\n", f"has more than {MAX_COLUMNS} columns"),
        ("a,b\0\n", "not a text file"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(InputError) as error:
        read(tmp_path, text)
    assert error.value.reason == reason


@given(st.lists(st.lists(st.text('ab", ;\t\r\n', max_size=6), min_size=1, max_size=4), min_size=1, max_size=5))
def test_cells_are_those_of_the_csv_module(table: list[list[str]]) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, quoting=csv.QUOTE_ALL).writerows(table)
    text = buffer.getvalue()
    found = [[field.span.of(text).replace('""', '"') for field in row] for row in split_delimited("t.csv", text, ",")]
    wanted = [[cell.strip() for cell in row] for row in table]
    assert found == [row for row in wanted if any(row)]


@given(st.text('a1",\r\n;'))
def test_any_text_gives_cells_in_order_or_an_error(text: str) -> None:
    try:
        found = split_delimited("t.csv", text, ",")
    except InputError:
        return
    places = [field.span for row in found for field in row]
    assert all(a.end <= b.start for a, b in pairwise(places))
    assert all(0 <= place.start <= place.end <= len(text) for place in places)
