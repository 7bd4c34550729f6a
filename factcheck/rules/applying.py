"""The rules applied to a report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.report import Finding, Report
from factcheck.rules.base import Rule
from factcheck.rules.precedence import most_telling
from factcheck.rules.registry import registry
from factcheck.rules.selection import Selection
from factcheck.rules.wording import with_commands

_OF_SUPPRESSIONS = frozenset({"S901", "S902", "S903", "S905"})
"""Rules that speak of what comments in the articles silence."""


def apply(
    report: Report,
    *,
    nli: bool,
    min_confidence: float = 0.0,
    tk: bool = True,
    selection: Selection | None = None,
) -> Report:
    """The report with its findings, by document, place and rule; what decisions do to them is `settle`'s.

    Args:
        report: Judged, with decisions attached where they are to count.
        nli: Whether a model has judged the claims.
        min_confidence: Below it a supported number is reported as matched weakly, 0 to 1.
        tk: Whether TK is a placeholder.
        selection: Which rules are applied and how severe they are; all, as severe as they say, if None.
    """
    chosen = selection or Selection()
    rules = registry(nli=nli, min_confidence=min_confidence, tk=tk).values()
    return replace(report, findings=_ordered(most_telling(_found(report, rules, chosen))))


def apply_to_suppressions(report: Report, selection: Selection | None = None) -> Report:
    """The report with what the rules say of its suppressions: known only when they have silenced what they can."""
    rules = [rule for id, rule in registry().items() if id in _OF_SUPPRESSIONS]
    return replace(report, findings=_ordered([*report.findings, *_found(report, rules, selection or Selection())]))


def _found(report: Report, rules: Iterable[Rule], chosen: Selection) -> list[Finding]:
    """What the chosen rules find, as severe as it is to be, where it is not ignored."""
    found: list[Finding] = []
    for rule in chosen.rules(rules):
        level = chosen.level(rule)
        found += (finding if level is None else replace(finding, level=level) for finding in rule.check(report))
    paths = [document.path for document in report.documents]
    return [finding for finding in with_commands(report, found) if not chosen.ignores(finding, paths[finding.document])]


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda one: (one.document, one.span, one.rule, one.claim or "")))
