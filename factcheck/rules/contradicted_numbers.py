"""Findings on contradicted numbers: what N101 and D201 share."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import QuantityKind
from factcheck.evidence import VerdictLabel
from factcheck.report import Finding, Report
from factcheck.rules import wording
from factcheck.rules.base import Rule
from factcheck.rules.decided import number_silenced
from factcheck.summary import number_places

TEMPORAL = frozenset({QuantityKind.DATE, QuantityKind.TIME, QuantityKind.DURATION})


def contradicted_numbers(rule: Rule, report: Report, *, temporal: bool) -> Iterator[Finding]:
    """Findings of `rule` on contradicted numbers: dates, times and durations, or all the others."""
    for place in number_places(report):
        judged = place.judged
        if judged.label is not VerdictLabel.CONTRADICTED or number_silenced(place):
            continue
        if (judged.quantity.kind in TEMPORAL) is not temporal:
            continue
        yield Finding(
            rule=rule.id,
            name=rule.name,
            level=rule.level,
            document=place.document,
            span=place.span,
            claim=place.holder.claim.id,
            message=f"{wording.number(place)} {wording.DIFFERS}",
            label=f"source {wording.source_value(report, judged.evidence)}" if judged.evidence else "",
            help=wording.WHAT_TO_DO,
        )
