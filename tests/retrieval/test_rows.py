from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factcheck.evidence import Snippet
from factcheck.readers import read_references
from factcheck.retrieval import cut, premise, window
from factcheck.retrieval.rows import MOST_CELLS


def snippets(tmp_path: Path, name: str, text: str) -> list[Snippet]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    references, errors = read_references([str(path)])
    assert not errors
    found = cut(references)
    source = references[0].text
    for snippet in found:
        assert all(quantity.span.of(source) == quantity.text for quantity in snippet.quantities)
    return found


def test_a_csv_row_is_spelled_out_under_its_title(tmp_path: Path) -> None:
    *_, row = snippets(tmp_path, "t.csv", "Trips by route (million),,\nRoute,2022,2023\nInner,2.5,2.8\n")
    assert (row.text, row.context) == ("Route: Inner; 2022: 2.5; 2023: 2.8.", "Trips by route (million)")
    assert [q.meaning for q in row.quantities] == ["2022", "2,500,000 trips", "2023", "2,800,000 trips"]
    assert row.row is not None
    assert (row.row.names, [cell.parts for cell in row.row.cells]) == (
        (("Route", "Inner"),),
        [
            ("table 'Trips by route'", "row Inner", ""),
            ("table 'Trips by route'", "row Inner", "column 2022"),
            ("table 'Trips by route'", "row Inner", "column 2023"),
        ],
    )


def test_values_of_data_files_are_told_with_their_units(tmp_path: Path) -> None:
    text = '{"runs": {"night": {"accuracy": 0.874, "duration_s": 90, "users": 1200}}}'
    (row,) = snippets(tmp_path, "bench.json", text)
    assert row.text == "runs, night: accuracy: 0.874 (87.4%); duration: 90 seconds; users: 1200."
    assert row.row is not None
    assert [cell.parts[2] for cell in row.row.cells] == [
        "runs.night.accuracy",
        "runs.night.duration_s",
        "runs.night.users",
    ]


def test_a_wide_row_is_cut_and_keeps_its_label(tmp_path: Path) -> None:
    count = MOST_CELLS + 5
    header = ",".join(["Town", *(f"Item{chr(97 + i)}" for i in range(count))])
    found = snippets(tmp_path, "t.csv", f"{header}\nOdde,{','.join(str(100 + i) for i in range(count))}\n")
    assert [snippet.text.startswith("Town: Odde; ") for snippet in found] == [True, True]
    assert found[0].span.end <= found[1].span.start
    assert sum(len(snippet.row.cells) for snippet in found if snippet.row) == count + 1


def test_a_row_without_a_label_is_named_by_its_line(tmp_path: Path) -> None:
    row = snippets(tmp_path, "t.csv", "mm,wind\n3.5,12\n4.1,9\n")[1]
    assert row.row is not None
    assert row.row.cells[0].parts == ("table 't'", "line 3", "column mm")


def test_rows_are_no_neighbours_of_sentences(tmp_path: Path) -> None:
    text = "It rained for days.\n\n| Town | mm |\n|---|---|\n| Odde | 30 |\n| Voss | 12 |\n"
    found = snippets(tmp_path, "t.md", text)
    assert window(found, 0, before=1, after=1).text == "It rained for days."
    assert window(found, 1, before=1, after=1) == found[1]
    assert premise(found, 1) == "Town: Odde; mm: 30."


_CELLS = st.text('a1 2.,%€-()|"mEUR/\n', max_size=8)


@pytest.mark.parametrize("form", ["csv", "json"])
@example([["", "1\nE"], ["1", "1"]])
@given(st.lists(st.lists(_CELLS, min_size=2, max_size=4), min_size=1, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_whatever_the_cells_quantities_stand_at_their_places(tmp_path: Path, form: str, table: list[list[str]]) -> None:
    if form == "csv":
        text = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table)
    else:
        text = json.dumps([dict(enumerate(row)) for row in table])
    if any(cell.strip() for row in table for cell in row):
        snippets(tmp_path, f"t.{form}", text)
