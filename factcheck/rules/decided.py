"""What reviewers' decisions do to findings: keep them back, soften them, mark them as asked.

A stale decision, one whose sentence or evidence has changed since, does nothing: the machine's verdict holds again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from factcheck.document import Span
from factcheck.report import CheckedClaim, Decision, DecisionKind, Finding, Level, Report, Silenced, Silencer

_LETS_STAND = frozenset({DecisionKind.OK, DecisionKind.OPINION})

_OF_NUMBERS = frozenset("ND")
_OF_CLAIMS = frozenset("C")
"""Rules by their first letter. A placeholder, an article without references and what concerns the review itself are
there whatever was said of a claim."""


def marked_as_error(claim: CheckedClaim) -> bool:
    """Whether a reviewer called the claim wrong."""
    decision = claim.decision
    return decision is not None and not decision.stale and decision.kind is DecisionKind.ERROR


def settle(report: Report) -> Report:
    """The report with its findings as far as reviewers have not let the claims stand.

    A number that several claims share stands if one of them does. While another pass is due, a finding becomes a
    note. Where a source was asked for, the finding says so.
    """
    decided = _Decided(report)
    kept: list[Finding] = []
    silenced = list(report.silenced)
    for finding in report.findings:
        decision = decided.on(finding)
        if decision is None:
            kept.append(finding)
        elif decision.kind is DecisionKind.NEEDS_SOURCE:
            kept.append(_told(finding, f"{decision.reviewer} asked for a source"))
        elif decision.pending:
            note = _told(finding, f"{_say(decision)}, another pass is due")
            kept.append(replace(note, level=Level.NOTE))
        else:
            silenced.append(Silenced(finding, Silencer.DECISION, _say(decision)))
    silenced.sort(key=lambda each: (each.finding.document, each.finding.span, each.finding.rule))
    return replace(report, findings=tuple(kept), silenced=tuple(silenced))


def newly_kept_back(before: Report, now: Report) -> tuple[Silenced, ...]:
    """The findings that today's decisions keep back or soften and those of an earlier day did not.

    Args:
        before: The same run, settled with the decisions of the earlier day.
        now: Settled with today's.
    """
    reported = {_key(finding): finding for finding in now.findings}
    reasons = {_key(each.finding): each.reason for each in now.silenced if each.by is Silencer.DECISION}
    fresh = []
    for finding in before.findings:
        today = reported.get(_key(finding))
        if finding.rule == "S904" or (today is not None and today.level.rank >= finding.level.rank):
            continue
        reason = today.message if today is not None else reasons.get(_key(finding), "decided otherwise now")
        fresh.append(Silenced(finding, Silencer.DECISION, reason))
    return tuple(fresh)


class _Decided:
    """The decisions that count of a report, by what they are about."""

    def __init__(self, report: Report) -> None:
        self._claims: dict[tuple[int, str], Decision] = {}
        self._numbers: dict[int, list[tuple[Span, Decision]]] = defaultdict(list)
        for checked in report.claims:
            decision = checked.decision
            if decision is None or decision.stale:
                continue
            self._claims[checked.document, checked.claim.id] = decision
            spans = {quantity.span for quantity in checked.claim.quantities}
            spans |= {judged.quantity.span for judged in checked.verdict.quantities}
            self._numbers[checked.document] += [(span, decision) for span in sorted(spans)]

    def on(self, finding: Finding) -> Decision | None:
        """The decision that matters most for a finding, of those that change anything."""
        found: Sequence[Decision] = ()
        if finding.rule[0] in _OF_CLAIMS and finding.claim is not None:
            own = self._claims.get((finding.document, finding.claim))
            found = [own] if own else []
        elif finding.rule[0] in _OF_NUMBERS:
            here = self._numbers[finding.document]
            found = [decision for span, decision in here if span.overlaps(finding.span)]
        telling = [d for d in found if d.kind in _LETS_STAND or d.kind is DecisionKind.NEEDS_SOURCE]
        return min(telling, key=_weight, default=None)


def _weight(decision: Decision) -> tuple[bool, bool]:
    return decision.kind not in _LETS_STAND, decision.pending


def _told(finding: Finding, what: str) -> Finding:
    return replace(finding, message=f"{finding.message}; {what}")


def _say(decision: Decision) -> str:
    who = ", ".join((decision.reviewer, *decision.seconded))
    note = f" ({' '.join(decision.note.split())})" if decision.note else ""
    return f"{who}: {decision.kind}{note}"


def _key(finding: Finding) -> tuple[int, Span, str, str | None]:
    return finding.document, finding.span, finding.rule, finding.claim
