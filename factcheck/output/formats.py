"""All formats by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from factcheck.output.full import Detail
from factcheck.output.silenced import silenced
from factcheck.report import Format, Level, Report
from factcheck.rule_page import RulePage


@dataclass(frozen=True, slots=True)
class Manner:
    """What a format may heed; each heeds what it can.

    Attributes:
        pages: The rules' pages by id.
        detail: How much the full format tells.
        color: Whether the formats for terminals have ANSI colours.
        explain: Whether the full format explains each rule that found something.
        show_silenced: Whether the formats for people list the findings that are not reported.
        fail_level: From which level on a finding fails the run; None: never.
    """

    pages: Mapping[str, RulePage] = field(default_factory=dict)
    detail: Detail = Detail.NORMAL
    color: bool = False
    explain: bool = False
    show_silenced: bool = False
    fail_level: Level | None = Level.ERROR

    def plain(self) -> Manner:
        """The same without colours."""
        return replace(self, color=False)


def written(report: Report, format: Format, manner: Manner) -> str:
    """A report in a format; the same report gives the same bytes."""
    # Each format is imported where it is wanted: a run that prints one need not load the others.
    match format:
        case Format.FULL:
            from factcheck.output.full import full

            pages = manner.pages if manner.explain else {}
            kept_back = silenced(report) if manner.show_silenced else ""
            return kept_back + full(report, detail=manner.detail, color=manner.color, pages=pages)
        case Format.CONCISE:
            from factcheck.output.concise import concise

            kept_back = silenced(report) if manner.show_silenced else ""
            return kept_back + concise(report, color=manner.color)
        case Format.SARIF:
            from factcheck.output.sarif import sarif

            return sarif(report, manner.pages)
        case Format.JUNIT:
            from factcheck.output.junit import junit

            return junit(report, fail_level=manner.fail_level)
        case _:
            return _for_programs(report, format)


def _for_programs(report: Report, format: Format) -> str:
    """The formats that heed nothing but the report."""
    from factcheck.output.github import github
    from factcheck.output.gitlab import gitlab
    from factcheck.output.json_report import json_report
    from factcheck.output.jsonl import jsonl
    from factcheck.output.markdown import markdown
    from factcheck.output.rdjson import rdjson

    return {
        Format.JSON: json_report,
        Format.JSONL: jsonl,
        Format.GITHUB: github,
        Format.GITLAB: gitlab,
        Format.RDJSON: rdjson,
        Format.MARKDOWN: markdown,
    }[format](report)
