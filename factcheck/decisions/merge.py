"""All reviewers' decisions, joined and put beside the machine's verdicts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from factcheck.decisions.logs import ReadLogs
from factcheck.decisions.policy import LETS_STAND, last_sign_off
from factcheck.decisions.review import ArticleReview, Reviewed, review_of
from factcheck.decisions.standing import Sources, Standing
from factcheck.report import Decision, DecisionKind, ReadError, Report, SignedOff
from factcheck.settings import Review

_CAUTION = (
    DecisionKind.ERROR,
    DecisionKind.NEEDS_SOURCE,
    DecisionKind.OK,
    DecisionKind.OPINION,
    DecisionKind.PASS,
)
"""Most cautious first: one reviewer's error outweighs another's ok."""


def attach(report: Report, review: Review | None = None, read_logs: ReadLogs | None = None) -> Report:
    """The report with each claim's decision and each article's sign-off, from the logs of all reviewers.

    A decision that still holds outweighs a stale one; of those, the most cautious counts. A log or a line
    that cannot be read joins the report's errors: a decision unread may be the one that matters.

    Args:
        report: Judged.
        review: What the project asks, and where decisions are kept.
        read_logs: Gives the logs of an article; None for those on the disk.
    """
    asked = review or Review()
    decisions: dict[int, Decision] = {}
    signed: list[SignedOff] = []
    errors: list[ReadError] = []
    sources = Sources(report.references)
    for document, article in enumerate(report.documents):
        places = [index for index, checked in enumerate(report.claims) if checked.document == document]
        found = review_of(article, (report.claims[i].claim for i in places), sources, asked, read_logs)
        errors += found.errors
        for index, said in found.said().items():
            decisions[places[index]] = _joined(said, found.reviewers, asked)
        signed += _signed_off(document, found, asked)
    claims = tuple(replace(checked, decision=decisions.get(index)) for index, checked in enumerate(report.claims))
    return replace(report, claims=claims, sign_offs=tuple(signed), errors=(*report.errors, *errors))


def _joined(said: Mapping[str, Standing], reviewers: Mapping[str, Reviewed], review: Review) -> Decision:
    """The decision that counts of those that reviewers made on one claim."""
    decisions = {name: _decision(name, standing) for name, standing in sorted(said.items())}
    first = min(decisions.values(), key=_weight)
    if first.stale or first.kind not in LETS_STAND:
        return first
    agreeing = [name for name, each in decisions.items() if each.kind in LETS_STAND and not each.stale]
    voices = len(agreeing)
    if not review.pass2_other_person:
        voices = sum(_voices(said[name], reviewers[name]) for name in agreeing)
    seconded = tuple(name for name in agreeing if name != first.reviewer)
    return replace(first, seconded=seconded, pending=voices < review.passes)


def _decision(reviewer: str, standing: Standing) -> Decision:
    decide = standing.decide
    kind = decide.kind or DecisionKind.PASS
    return Decision(kind, reviewer, bool(standing.stale), standing.stale, decide.note, decide.correction)


def _voices(standing: Standing, reviewed: Reviewed) -> int:
    """In how many passes the reviewer let the claim stand, worded as it is now."""
    earlier = reviewed.log.history.earlier_passes(standing.decide)
    same = (e.kind in LETS_STAND and e.anchor.sentence == standing.decide.anchor.sentence for e in earlier)
    return 1 + sum(same)


def _weight(decision: Decision) -> tuple[bool, bool, int]:
    """Smallest counts most: what says something, then what still holds, then the most cautious."""
    return decision.kind is DecisionKind.PASS, decision.stale, _CAUTION.index(decision.kind)


def _signed_off(document: int, found: ArticleReview, review: Review) -> list[SignedOff]:
    last = last_sign_off(review, found.sign_offs)
    if last is None:
        return []
    reviewer, sign_off = last
    return [SignedOff(document, reviewer, sign_off.at, sign_off.seen.article, sign_off.seen.references)]
