"""The fact sheet as an Excel workbook: a summary, and the claims to sort and filter."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from factcheck.export.facts import Fact, facts_of, lost_facts
from factcheck.export.reviewed import Reviewed
from factcheck.export.sheet import COLUMNS, starts_a_formula
from factcheck.output.plain import one_line
from factcheck.version import __version__

_CELL_LIMIT = 32_767
"""Characters that Excel allows in a cell."""
_MADE = datetime(1980, 1, 1)
"""Stands for the time of making, so that the same review gives the same bytes."""
_WIDTHS = {
    "Claim": 44,
    "Quote": 60,
    "Source": 28,
    "Note": 28,
    "Correction": 28,
    "Why": 30,
    "Comparison": 30,
    "Arithmetic": 26,
    "Number": 8,
    "Place": 8,
    "Kind": 10,
    "Confidence": 10,
    "Rank": 10,
    "Evidence": 9,
}
_NUMERIC = frozenset({"Number", "Confidence"})
_VERDICT = list(COLUMNS).index("Verdict")
_FILLS = {"+": "#D9F0DD", "!": "#F9D6D5", "?": "#FFF0C2", ".": "#ECECEC"}
"""Behind the words, which carry the meaning alone too."""


def workbook(reviewed: Reviewed) -> bytes:
    """The workbook: every cell of text is written as text, never as a formula or a link."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": "Fact sheet", "comments": f"factcheck {__version__}", "created": _MADE})
    facts = (*facts_of(reviewed), *lost_facts(reviewed))
    _Sheets(book).fill(reviewed, facts)
    book.close()
    return out.getvalue()


class _Sheets:
    """The two sheets and the looks of their cells."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        look = {"text_wrap": True, "valign": "top", "num_format": "@"}
        self._plain = book.add_format(look)
        self._guarded = book.add_format({**look, "quote_prefix": True})
        self._head = book.add_format({**look, "bold": True, "bg_color": "#203040", "font_color": "#FFFFFF"})
        self._unwrapped = book.add_format({**look, "text_wrap": False})
        self._title = book.add_format({**look, "bold": True, "font_size": 14, "text_wrap": False})
        self._verdict = {
            sign: book.add_format({**look, "bg_color": fill, "quote_prefix": True}) for sign, fill in _FILLS.items()
        }
        self._number = book.add_format({"valign": "top", "num_format": "General"})
        self._summary = book.add_worksheet("Summary")
        self._claims = book.add_worksheet("Claims")

    def fill(self, reviewed: Reviewed, facts: tuple[Fact, ...]) -> None:
        """Write both sheets."""
        self._fill_summary(reviewed, facts)
        self._fill_claims(facts)

    def _fill_claims(self, facts: tuple[Fact, ...]) -> None:
        sheet = self._claims
        for column, name in enumerate(COLUMNS):
            sheet.set_column(column, column, _WIDTHS.get(name, 18))
            self._write(sheet, 0, column, name, self._head)
        for row, fact in enumerate(facts, start=1):
            for column, (name, cell) in enumerate(COLUMNS.items()):
                text = cell(fact)
                if name in _NUMERIC and text.replace(".", "", 1).isdecimal():
                    sheet.write_number(row, column, float(text), self._number)
                else:
                    self._write(sheet, row, column, text)
            sheet.write_string(row, _VERDICT, f"{fact.sign} {fact.verdict}", self._verdict[fact.sign])
        sheet.freeze_panes(1, 4)
        sheet.autofilter(0, 0, max(len(facts), 1), len(COLUMNS) - 1)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)

    def _fill_summary(self, reviewed: Reviewed, facts: tuple[Fact, ...]) -> None:
        sheet, article = self._summary, reviewed.article
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, 14)
        sheet.set_column(2, 6, 16)
        self._write(sheet, 0, 0, one_line(article.meta.title or article.path), self._title)
        head = (
            ("Article", one_line(article.path)),
            ("SHA-256 of the article", article.sha256),
            ("Made by", f"factcheck {__version__}"),
        )
        for row, (name, value) in enumerate(head, start=1):
            self._write(sheet, row, 0, name)
            self._write(sheet, row, 1, value, self._unwrapped)
        row = len(head) + 1
        for title in ("Verdict", "Decision", "Kind"):
            counted = Counter(COLUMNS[title](fact).partition(" (")[0] for fact in facts)
            row = self._counts(sheet, row + 1, title, sorted(counted.items()))
        self._references(sheet, row + 1, reviewed)

    def _counts(self, sheet: Worksheet, row: int, title: str, counts: Iterable[tuple[str, int]]) -> int:
        self._write(sheet, row, 0, title, self._head)
        self._write(sheet, row, 1, "Claims", self._head)
        listed = list(counts)
        for below, (name, number) in enumerate(listed, start=row + 1):
            self._write(sheet, below, 0, name)
            sheet.write_number(below, 1, number, self._number)
        return row + 1 + len(listed)

    def _references(self, sheet: Worksheet, row: int, reviewed: Reviewed) -> None:
        heads = ("Reference", "Date", "Rank", "Title", "Publisher", "File", "SHA-256")
        for column, name in enumerate(heads):
            self._write(sheet, row, column, name, self._head)
        for below, reference in enumerate(reviewed.report.references, start=row + 1):
            meta, document = reference.document.meta, reference.document
            date = meta.date.isoformat() if meta.date else ""
            cells = (reference.id, date, meta.rank, meta.title, meta.source, document.path, document.sha256)
            for column, text in enumerate(cells):
                self._write(sheet, below, column, one_line(text))

    def _write(self, sheet: Worksheet, row: int, column: int, text: str, look: Format | None = None) -> None:
        cut = text if len(text) <= _CELL_LIMIT else text[: _CELL_LIMIT - 1] + "…"
        plain = self._guarded if starts_a_formula(cut) else self._plain
        sheet.write_string(row, column, cut, look or plain)
