"""All reviewers' decisions, joined and put beside the machine's verdicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from factcheck.decisions.anchor import AnchorIndex, anchors_of
from factcheck.decisions.log import read_log
from factcheck.decisions.place import logs_of, project_root
from factcheck.decisions.standing import Sources, Standing, standings
from factcheck.document import Document
from factcheck.errors import DecisionError
from factcheck.report import CheckedClaim, Decision, DecisionKind, ReadError, Report

_CAUTION = (
    DecisionKind.ERROR,
    DecisionKind.NEEDS_SOURCE,
    DecisionKind.OK,
    DecisionKind.OPINION,
    DecisionKind.PASS,
)
"""Most cautious first: one reviewer's error outweighs another's ok."""


def attach(report: Report) -> Report:
    """The report with each claim's decision, from the logs of all reviewers beside its article's project.

    A decision that still holds outweighs a stale one; of those, the most cautious counts. A log or a line
    that cannot be read joins the report's errors: a decision unread may be the one that matters.
    """
    decisions: dict[int, Decision] = {}
    errors: list[ReadError] = []
    sources = Sources(report.references)
    for index, document in enumerate(report.documents):
        places = [i for i, checked in enumerate(report.claims) if checked.document == index]
        claims = [report.claims[i] for i in places]
        by_reviewer, failed = reviewers_standings(document, claims, sources)
        errors += failed
        decisions |= {places[i]: decision for i, decision in _merged(by_reviewer).items()}
    claims_now = tuple(replace(checked, decision=decisions.get(index)) for index, checked in enumerate(report.claims))
    return replace(report, claims=claims_now, errors=(*report.errors, *errors))


def reviewers_standings(
    document: Document, claims: Iterable[CheckedClaim], sources: Sources
) -> tuple[dict[str, dict[int, Standing]], list[ReadError]]:
    """What each reviewer's log says of an article's claims, by reviewer and by the claim's index in `claims`.

    Returns:
        The standing decisions, and what of the logs could not be read.
    """
    if document.path == "-":
        return {}, []
    article = Path(document.path)
    try:
        logs = logs_of(article)
    except DecisionError as error:
        return {}, [ReadError(document.path, str(error))]
    index = AnchorIndex(anchors_of(document, (checked.claim for checked in claims)))
    found: dict[str, dict[int, Standing]] = {}
    errors: list[ReadError] = []
    for log in logs:
        name = log.relative_to(project_root(article)).as_posix()
        try:
            history, problems = read_log(log)
        except DecisionError as error:
            errors.append(ReadError(name, str(error).removeprefix(f"{log}: ")))
            continue
        errors += [ReadError(name, f"line {problem.line}: {problem.message}") for problem in problems]
        found[log.stem], _ = standings(history.in_force(), index, sources)
    return found, errors


def _merged(by_reviewer: dict[str, dict[int, Standing]]) -> dict[int, Decision]:
    said: dict[int, list[Decision]] = defaultdict(list)
    for reviewer, found in sorted(by_reviewer.items()):
        for index, standing in found.items():
            if standing.decide.kind:
                said[index].append(Decision(standing.decide.kind, reviewer, bool(standing.stale)))
    return {index: min(decisions, key=_weight) for index, decisions in said.items()}


def _weight(decision: Decision) -> tuple[bool, bool, int]:
    """Smallest counts most: what says something, then what still holds, then the most cautious."""
    return decision.kind is DecisionKind.PASS, decision.stale, _CAUTION.index(decision.kind)
