from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.claim import Quantity, QuantityKind
from factcheck.document import BlockKind
from factcheck.quantities import label_periods, quantities_in, read_row
from factcheck.sentences import sentences
from tests.readers.files import document


def cells(tmp_path: Path, header: str, *values: str, around: str = "{}") -> list[tuple[Quantity, ...]]:
    """The quantities of the second column of a table whose rows are called a, b, ..."""
    rows = "".join(f"| {chr(97 + i)}line | {value} |\n" for i, value in enumerate(values))
    doc = document(tmp_path, around.format(f"| Line | {header} |\n|---|---|\n{rows}"))
    found = [s for s in sentences(doc) if s.kind is BlockKind.TABLE_ROW]
    for sentence in found:
        for quantity in quantities_in(doc, sentence).quantities:
            assert quantity.span.of(doc.text) == quantity.text
    return [read_row(doc, sentence)[1].quantities for sentence in found]


def test_a_number_of_four_digits_may_be_no_year(tmp_path: Path) -> None:
    assert [q.meaning for (q,) in cells(tmp_path, "handed in", "2110", "2016")] == ["2,110", "2016"]


def test_a_note_gives_each_column_its_own_unit(tmp_path: Path) -> None:
    table = "| codec | speed | memory |\n|---|---|---|\n| larch | 38 | 84 |\n"
    text = f"Speeds in MB/s of raw data; memory: peak in MiB.\n\n{table}"
    doc = document(tmp_path, text)
    (row,) = [s for s in sentences(doc) if s.kind is BlockKind.TABLE_ROW]
    assert [[q.meaning for q in cell.quantities] for cell in read_row(doc, row)[1:]] == [["38 MB/s"], ["84 MiB"]]


def only(tmp_path: Path, header: str, value: str, around: str = "{}") -> Quantity:
    ((quantity,),) = cells(tmp_path, header, value, around=around)
    return quantity


@pytest.mark.parametrize(
    ("header", "cell", "meaning"),
    [
        ("Passengers (million)", "3.4", "3,400,000 passengers"),
        ("Passengers (million)", "**3.4**", "3,400,000 passengers"),
        ("Revenue (EUR m)", "1,250", "1,250,000,000 EUR"),
        ("Revenue (EUR m)", "1.250,5", "1,250,500,000 EUR"),
        ("Revenue (EUR m)", "(4.2)", "-4,200,000 EUR"),
        ("Revenue (EUR m)", "EUR 3bn", "3,000,000,000 EUR"),
        ("Change (%)", "−4.3", "-4.3%"),
        ("Change (%)", "+4.3", "4.3%"),
        ("Accuracy", "0.874", "87.4%"),
        ("Accuracy", "87.4%", "87.4%"),
        ("Load", "0.874", "0.874"),
        ("Time (s)", "1.5e2", "150 s"),
        ("Weight (kg)", "3,5", "3.5 kg"),
        ("Homes built", "124", "124 homes"),
        ("Homes 2023", "124", "124 homes"),
        ("Users", "2012", "2,012 users"),
        ("Opened", "2012", "2012"),
        ("Year", "2012", "2012"),
    ],
)
def test_a_bare_number_takes_what_its_header_tells(tmp_path: Path, header: str, cell: str, meaning: str) -> None:
    assert only(tmp_path, header, cell).meaning == meaning


@pytest.mark.parametrize("cell", ["", "-", "n/a", "closed", "9" * 60, "1e99999"])
def test_cells_without_a_figure(tmp_path: Path, cell: str) -> None:
    assert [q for q in cells(tmp_path, "Users", cell)[0] if q.counted == "user"] == []


def test_the_reading_is_the_whole_expression(tmp_path: Path) -> None:
    quantity = only(tmp_path, "Passengers (million)", "3.4")
    assert (quantity.text, quantity.reading) == ("3.4", "3.4 million passengers")
    assert quantity.precision == pytest.approx(100_000)


@pytest.mark.parametrize(
    ("around", "header", "meaning"),
    [
        ("*Trips by line (million)*\n\n{}", "2023", "3,400,000 trips"),
        ("*Trips by line (million)*\n\n{}", "Stations", "3.4 stations"),
        ("Figures in thousands\n\n{}", "Stations", "3,400 stations"),
        ("Figures in £000\n\n{}", "2023", "3,400 GBP"),
        ("Figures in £000\n\n{}", "Staff", "3.4 staff"),
        ("Figures in £000\n\n{}", "Rate", "3.4"),
    ],
)
def test_captions_tell_what_headers_do_not(tmp_path: Path, around: str, header: str, meaning: str) -> None:
    assert only(tmp_path, header, "3.4", around).meaning == meaning


def test_labels_tell_what_a_row_measures(tmp_path: Path) -> None:
    doc = document(tmp_path, "| | 2022 | 2023 |\n|---|---|---|\n| Sales (EUR m) | 3 | 4 |\n| Stores | 12 | 14 |\n")
    rows = [read_row(doc, s) for s in sentences(doc) if s.kind is BlockKind.TABLE_ROW]
    assert [[q.meaning for q in cell.quantities] for row in rows for cell in row] == [
        [],
        ["3,000,000 EUR"],
        ["4,000,000 EUR"],
        [],
        ["12 stores"],
        ["14 stores"],
    ]
    assert [p.meaning for cell in rows[0] for p in cell.periods] == ["2022", "2023"]


def test_dates_of_headers_and_labels_stand_in_the_file(tmp_path: Path) -> None:
    doc = document(tmp_path, "| Month | Rain (mm) |\n|---|---|\n| May 2024 | 61 |\n")
    (block,) = [block for block in doc.blocks if block.kind is BlockKind.TABLE_ROW]
    (month,) = label_periods(doc, block)
    assert (month.kind, month.span.of(doc.text)) == (QuantityKind.DATE, "May 2024")


def test_numbers_that_name_rows_are_skipped(tmp_path: Path) -> None:
    doc = document(tmp_path, "| Rank | Users |\n|---|---|\n| 3 | 120 |\n")
    (row,) = [s for s in sentences(doc) if s.kind is BlockKind.TABLE_ROW]
    found = quantities_in(doc, row)
    assert [q.text for q in found.quantities] == ["120"]
    assert [(s.text, s.reason) for s in found.skipped] == [("3", "label")]
