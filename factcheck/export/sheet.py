"""The fact sheet as a table: its columns and the text of each cell, and what a spreadsheet must not run."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from factcheck.export.facts import Fact, Quoted, facts_of, lost_facts
from factcheck.export.reviewed import Reviewed

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Spreadsheets take a cell that begins so for a formula, full-width signs included in East Asian settings."""


def _of_each(text: Callable[[Quoted], str]) -> Callable[[Fact], str]:
    """A cell with a line for each quoted passage, so that neighbouring cells read across; empty if all are."""

    def cell(fact: Fact) -> str:
        lines = [text(passage) for passage in fact.shown]
        return "\n".join(line or "-" for line in lines) if any(lines) else ""

    return cell


COLUMNS: dict[str, Callable[[Fact], str]] = {
    "Number": lambda fact: fact.number,
    "Place": lambda fact: fact.place,
    "Section": lambda fact: fact.section,
    "Claim": lambda fact: fact.claim,
    "Said by": lambda fact: fact.attribution,
    "Kind": lambda fact: fact.kind,
    "Verdict": lambda fact: fact.verdict,
    "Confidence": lambda fact: fact.confidence,
    "Decision": lambda fact: fact.decision,
    "Reviewer": lambda fact: fact.reviewer,
    "Decided": lambda fact: fact.decided,
    "Note": lambda fact: fact.note,
    "Correction": lambda fact: fact.correction,
    "Other reviewers": lambda fact: "\n".join(fact.others),
    "Evidence": _of_each(lambda passage: "cited" if passage.cited else "found"),
    "Source": _of_each(lambda passage: passage.source),
    "Source date": _of_each(lambda passage: passage.date),
    "Rank": _of_each(lambda passage: passage.rank),
    "Source place": _of_each(lambda passage: passage.place),
    "Link": _of_each(lambda passage: passage.url),
    "Quote": _of_each(lambda passage: passage.quote),
    "Comparison": lambda fact: "\n".join(fact.comparisons),
    "Arithmetic": lambda fact: "\n".join(fact.arithmetic),
    "Why": lambda fact: fact.rationale,
}
"""Heading and cell, from left to right."""


def starts_a_formula(text: str) -> bool:
    """Whether a spreadsheet might take the cell for a formula, blanks before it or not."""
    return text.startswith(_STARTS_A_FORMULA) or text.lstrip().startswith(_STARTS_A_FORMULA)


def csv_sheet(reviewed: Reviewed) -> bytes:
    """The fact sheet as comma-separated values: RFC 4180, UTF-8 with the mark by which spreadsheets know it.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets hide.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for fact in (*facts_of(reviewed), *lost_facts(reviewed)):
        cells = (cell(fact) for cell in COLUMNS.values())
        writer.writerow(f"'{cell}" if starts_a_formula(cell) else cell for cell in cells)
    return out.getvalue().encode("utf-8-sig")
