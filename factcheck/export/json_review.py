"""A report with its decisions in full, for programs: format `factcheck/review/1`, see review.schema.json."""

from __future__ import annotations

from typing import Any

from factcheck.export.reviewed import Reviewed, Said
from factcheck.output.json_report import dumped, report_data

SCHEMA = "factcheck/review/1"


def json_review(reviewed: Reviewed) -> bytes:
    """The report as `check --format json` gives it, and every reviewer's say on every claim."""
    decisions = [
        _decision(checked.claim.id, said, counts=place == 0)
        for checked, by_claim in zip(reviewed.report.claims, reviewed.said, strict=True)
        for place, said in enumerate(by_claim)
    ]
    decisions += [_decision(None, said, counts=False) for said in reviewed.lost]
    return dumped({"schema": SCHEMA, "report": report_data(reviewed.report), "decisions": decisions}).encode()


def _decision(claim: str | None, said: Said, *, counts: bool) -> dict[str, Any]:
    decide = said.standing.decide
    return {
        "id": decide.id,
        "claim": claim,
        "text": decide.anchor.text,
        "sentence": decide.anchor.sentence,
        "reviewer": said.reviewer,
        "decided": decide.at,
        "kind": decide.kind.value if decide.kind else None,
        "counts": counts,
        "stale": said.standing.stale or None,
        "note": decide.note,
        "correction": decide.correction,
        "evidence": [{"reference": cited.reference, "quote": cited.quote} for cited in decide.citations],
    }
