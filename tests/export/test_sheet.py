"""The fact sheet as a table."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from factcheck.export.json_review import json_review
from factcheck.export.markdown import markdown_sheet
from factcheck.export.page import page
from factcheck.export.reviewed import gather
from factcheck.export.sheet import COLUMNS, csv_sheet, starts_a_formula
from factcheck.export.workbook import workbook
from tests.export.examples import hostile, reviewed
from tests.tui.examples import report


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_each_claim_is_a_row_with_what_a_desk_archives() -> None:
    first, second, third, fourth, fifth = rows(csv_sheet(reviewed()))
    assert (first["Number"], first["Place"], first["Claim"]) == ("1", "3:24", "Trips rose 12 percent.")
    assert (first["Kind"], first["Verdict"], first["Decision"]) == ("percent", "contradicted", "error")
    assert (first["Reviewer"], first["Note"], first["Correction"]) == ("mk", "where is 12 from?", "rose 9.5 percent")
    assert first["Decided"].endswith("Z")
    assert (first["Evidence"], first["Source"]) == ("cited", "r2, Agency wire")
    assert first["Quote"] == "Trips were up about a tenth."
    assert first["Arithmetic"] == "4.61 / 4.21 - 1 = 9.5 %"
    assert first["Other reviewers"] == "jr ok"
    assert (second["Decision"], second["Source date"], second["Rank"]) == ("ok", "2026-04-02", "primary")
    assert (third["Decision"], third["Evidence"]) == ("open", "found")
    assert (fourth["Decision"], fourth["Quote"]) == ("needs source", "")
    assert fifth["Verdict"] == "not judged"


def test_a_decision_whose_evidence_has_changed_is_called_stale() -> None:
    reviewed()
    changed = report(
        yearbook="Passenger trips increased by a tenth to 4.61 million. It was 9.5 percent. Alma has room for 90 cars."
    )
    second = rows(csv_sheet(gather(changed)))[1]
    assert second["Decision"] == "ok (stale: the passage cited from r1 has changed)"
    assert second["Evidence"] == "cited"
    assert second["Source place"] == ""
    assert second["Quote"] == "Passenger trips increased by 9.5 percent to 4.61 million."


def test_no_cell_begins_a_formula_and_none_acts_on_a_terminal() -> None:
    for row in rows(csv_sheet(hostile())):
        for cell in row.values():
            assert not starts_a_formula(cell)
            assert "\x1b" not in cell
            assert "\u202e" not in cell
    assert rows(csv_sheet(hostile()))[0]["Note"].startswith("'=HYPERLINK")


@given(st.text(alphabet=st.sampled_from("=+-@\t\r\n ＝x1")))
def test_whatever_a_spreadsheet_may_run_is_known(text: str) -> None:
    assert starts_a_formula(text) or not text.strip() or text.strip()[0] in "x1"
    assert not starts_a_formula(f"'{text}")


def test_the_workbook_has_text_alone_filters_and_a_frozen_header() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(hostile())))
    summary, claims = book["Summary"], book["Claims"]
    assert [cell.value for cell in claims[1]] == list(COLUMNS)
    assert claims.freeze_panes == "E2"
    assert claims.auto_filter.ref == f"A1:{claims.cell(2, len(COLUMNS)).coordinate}"
    for sheet in (summary, claims):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n")
                assert cell.hyperlink is None
    note = claims.cell(2, list(COLUMNS).index("Note") + 1)
    assert str(note.value).startswith("=HYPERLINK")
    assert note.quotePrefix
    assert note.alignment.wrap_text


def test_the_workbook_tells_verdicts_by_word_sign_and_colour_and_counts_them() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(reviewed())))
    column = list(COLUMNS).index("Verdict") + 1
    cells = [book["Claims"].cell(row, column) for row in range(2, 7)]
    assert [cell.value for cell in cells] == [
        "! contradicted",
        "+ supported",
        "+ supported",
        "? unverified",
        ". not judged",
    ]
    assert len({cell.fill.fgColor.rgb for cell in cells}) == 4
    counted = {row[0].value: row[1].value for row in book["Summary"].iter_rows()}
    assert counted["supported"] == 2
    assert counted["needs source"] == 1
    assert counted["percent"] == 1
    assert counted["r1"] == "2026-04-02"


def test_the_same_review_gives_the_same_bytes() -> None:
    same = reviewed()
    assert workbook(same) == workbook(same)
    assert csv_sheet(same) == csv_sheet(same)


def test_a_decision_that_has_lost_its_claim_stays_on_every_sheet() -> None:
    reviewed()
    found = report()
    left = gather(replace(found, claims=found.claims[:2]))
    rests = [row for row in rows(csv_sheet(left)) if not row["Number"]]
    assert [(row["Claim"], row["Reviewer"]) for row in rests] == [("A strike was called off.", "mk")]
    assert rests[0]["Decision"] == "needs source (lost: its claim is not in the article any more)"
    assert "## A strike was called off." in markdown_sheet(left).decode()
    assert "its claim is not in the article any more" in page(left).decode()
    assert json.loads(json_review(left))["decisions"][-1]["claim"] is None
