"""Findings on judged numbers: what the N rules and D201 share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.report import Finding, Report
from factcheck.rules import sureness, wording
from factcheck.rules.base import Rule
from factcheck.rules.precedence import rule_of
from factcheck.summary import NumberPlace, number_places


def places_of(rule: Rule, report: Report, *, min_confidence: float = 0.0) -> Iterator[NumberPlace]:
    """The numbers that a rule is to report: each once, none without references."""
    for place in number_places(report):
        if not report.checked_against[place.document]:
            continue
        if rule_of(place.judged, min_confidence=min_confidence) == rule.id:
            yield place


def unsure(rule: Rule, place: NumberPlace, message: str, label: str) -> Finding:
    """A rule's finding on a number, as severe as its verdict is sure; arguments as of `finding`."""
    found = finding(rule, place, message, label)
    return replace(found, level=sureness.level(rule.level, place.judged))


def finding(rule: Rule, place: NumberPlace, message: str, label: str, advice: str = wording.WHAT_TO_DO) -> Finding:
    """A rule's finding on a number.

    Args:
        rule: The rule.
        place: The number.
        message: What is wrong, behind the number: "differs from the sources".
        label: The source's side, or "".
        advice: What to do about it.
    """
    return Finding(
        rule=rule.id,
        name=rule.name,
        level=rule.level,
        document=place.document,
        span=place.span,
        claim=place.holder.claim.id,
        message=f"{wording.number(place)} {message}",
        label=label,
        help=advice,
    )


def decisive(report: Report, place: NumberPlace) -> str:
    """The value that a verdict rests on, with its source, or ""."""
    evidence = place.judged.evidence
    return f"source {wording.source_value(report, evidence)}" if evidence else ""
