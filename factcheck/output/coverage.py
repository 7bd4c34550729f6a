"""The coverage line: what was checked, not only what failed."""

from __future__ import annotations

from collections import Counter

from factcheck.report import Level, Report, Silencer
from factcheck.summary import Counts, Summary, summarise

_KEPT_BACK = {
    Silencer.SUPPRESSION: "suppressed",
    Silencer.BASELINE: "baselined",
    Silencer.SCOPE: "outside the change",
}
"""How findings that are not reported are counted; those that a decision silences are told as decided claims."""


def coverage(report: Report) -> str:
    """One line that tells "no findings" from "not looked at"."""
    summary = summarise(report)
    parts = [
        f"{_counted(summary.numbers, _ways(summary))}; {summary.skipped} skipped",
        f"{_noun(summary.claims.total, 'claim')}: {_counted(summary.claims)}",
    ]
    decided = sum(claim.decision is not None and not claim.decision.stale for claim in report.claims)
    if decided:
        parts.append(f"{decided} decided in review")
    kept_back = Counter(one.by for one in report.silenced)
    parts += [f"{kept_back[by]} {word}" for by, word in _KEPT_BACK.items() if kept_back[by]]
    if report.errors:
        parts.append(f"{_noun(len(report.errors), 'file')} not read")
    parts.append(_levels(report))
    head = ", ".join(
        (
            "checked 1 list of claims" if report.given else f"checked {_noun(len(report.documents), 'article')}",
            _noun(summary.numbers.total, "number"),
            _noun(len(report.references), "reference"),
        )
    )
    return f"{head}: {'; '.join(parts)}"


def _counted(counts: Counts, ways: str = "") -> str:
    supported = f"{counts.supported} supported{ways}"
    return f"{supported}, {counts.contradicted} contradicted, {counts.unverified} unverified"


def _ways(summary: Summary) -> str:
    """How the supported numbers are supported, where there is something to tell."""
    ways = {
        "exact": summary.exact,
        "rounded": summary.rounded,
        "within bounds": summary.bounded,
        "computed": summary.computed,
        "in other words": summary.numbers.supported - summary.by_value,
    }
    named = [f"{count} {way}" for way, count in ways.items() if count]
    return f" ({', '.join(named)})" if named else ""


def _levels(report: Report) -> str:
    """How many findings of each level; errors always, the others when there are any."""
    counts = {level: sum(finding.level is level for finding in report.findings) for level in Level}
    return ", ".join(_noun(count, level.value) for level, count in counts.items() if count or level is Level.ERROR)


def _noun(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
