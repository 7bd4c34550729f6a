"""The exporters by name: what `factcheck export` and the review screen offer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.export.reviewed import Reviewed


@dataclass(frozen=True, slots=True)
class Exporter:
    """A form in which a reviewed article leaves the program.

    Attributes:
        name: As given on the command line.
        suffix: Of its files, with the stop.
        about: What it is, in a few words.
        is_text: Whether its bytes are UTF-8 text that a terminal can show.
        write: From the reviewed article to the file's bytes; the same review gives the same bytes.
    """

    name: str
    suffix: str
    about: str
    is_text: bool
    write: Callable[[Reviewed], bytes]


def _csv(reviewed: Reviewed) -> bytes:
    from factcheck.export.sheet import csv_sheet

    return csv_sheet(reviewed)


def _xlsx(reviewed: Reviewed) -> bytes:
    from factcheck.export.workbook import workbook

    return workbook(reviewed)


def _md(reviewed: Reviewed) -> bytes:
    from factcheck.export.markdown import markdown_sheet

    return markdown_sheet(reviewed)


def _html(reviewed: Reviewed) -> bytes:
    from factcheck.export.page import page

    return page(reviewed)


def _json(reviewed: Reviewed) -> bytes:
    from factcheck.export.json_review import json_review

    return json_review(reviewed)


def _webanno(reviewed: Reviewed) -> bytes:
    from factcheck.export.web_annotation import web_annotations

    return web_annotations(reviewed)


EXPORTERS = {
    exporter.name: exporter
    for exporter in (
        Exporter("csv", ".csv", "fact sheet for any spreadsheet", True, _csv),
        Exporter("xlsx", ".xlsx", "fact sheet for Excel, with a summary", False, _xlsx),
        Exporter("md", ".md", "fact sheet to read", True, _md),
        Exporter("html", ".html", "article and evidence side by side, for any browser, offline", True, _html),
        Exporter("json", ".json", "report with all decisions, for programs", True, _json),
        Exporter("webanno", ".jsonld", "W3C Web Annotations, one a decision", True, _webanno),
    )
}
"""By name. ClaimReview is not among them: it is of one claim and needs to be told more."""
