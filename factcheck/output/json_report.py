"""The report for programs: format `factcheck/report/1`, described by report.schema.json beside this module.

Every quotation stands at its offsets in its file, in code points of the file as decoded. Probabilities have
two decimals, since further digits differ between machines. Nothing in it tells of the machine or the time.
"""

from __future__ import annotations

import json
import re
from typing import Any

from factcheck.claim import Antecedent, Claim, Quantity
from factcheck.document import Document, Reference, Span
from factcheck.evidence import Evidence, QuantityEvidence, QuantityVerdict
from factcheck.output.plain import acts
from factcheck.report import CheckedClaim, Decision, Finding, Report
from factcheck.summary import Counts, summarise
from factcheck.version import __version__

SCHEMA = "factcheck/report/1"


def json_report(report: Report) -> str:
    """The report as JSON; the same report gives the same bytes."""
    return dumped(report_data(report))


def dumped(data: Any) -> str:
    """JSON with its line feed. What a terminal would act on is escaped, all other text stands as it is."""
    return escaped(json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def escaped(text: str) -> str:
    """JSON in which what a terminal would act on is escaped."""
    return re.sub(r"[^\n -~]", lambda match: _escaped(match.group()), text)


def report_data(report: Report) -> dict[str, Any]:
    """The report as plain lists and dictionaries, in the order in which they are printed."""
    summary = summarise(report)
    return {
        "schema": SCHEMA,
        "tool": {
            "version": __version__,
            "models": [{"name": model.name, "sha256": model.sha256} for model in report.models],
        },
        "documents": [_document(report, index) for index in range(len(report.documents))],
        "references": [reference_data(reference) for reference in report.references],
        "claims": [_claim(report, claim) for claim in report.claims],
        "findings": [_finding(report, finding) for finding in report.findings],
        "silenced": [
            {**_finding(report, one.finding), "by": one.by.value, "reason": one.reason} for one in report.silenced
        ],
        **_fresh(report),
        "set_aside": [
            {
                "document": one.document,
                "reference": report.references[one.reference].id,
                "path": report.references[one.reference].document.path,
                "reason": one.reason,
            }
            for one in report.set_aside
        ],
        "errors": [{"path": error.path, "message": error.message} for error in report.errors],
        "summary": {
            "claims": {"checked": summary.claims.total, **_counts(summary.claims)},
            "numbers": {
                "found": summary.numbers.total + summary.skipped,
                **_counts(summary.numbers),
                "skipped": summary.skipped,
            },
        },
    }


def _fresh(report: Report) -> dict[str, Any]:
    """What the change under check decides; left out where there is no earlier state to compare with."""
    if report.fresh_decisions is None:
        return {}
    fresh = [{"finding": _finding(report, each.finding), "reason": each.reason} for each in report.fresh_decisions]
    return {"fresh_decisions": fresh}


def _document(report: Report, index: int) -> dict[str, Any]:
    """An article with the references that it was checked against; they are left out where that is all of them."""
    data = document_data(report.documents[index])
    against = report.checked_against[index] if index < len(report.checked_against) else ()
    if len(against) < len(report.references):
        data["references"] = [report.references[number].id for number in against]
    return data


def document_data(document: Document) -> dict[str, Any]:
    """An article as the report names it."""
    return {"path": document.path, "sha256": document.sha256}


def quantity_data(document: Document, quantity: Quantity) -> dict[str, Any]:
    """An expression as the file has it, its place and its meaning."""
    return {
        "text": quantity.span.of(document.text),
        "start": quantity.span.start,
        "end": quantity.span.end,
        "kind": quantity.kind.value,
        "meaning": quantity.meaning,
    }


def claim_data(document: Document, index: int, claim: Claim) -> dict[str, Any]:
    """What is known of a claim before it is judged; `index` is its document's place in the report.

    `antecedents` is left out where the claim says nothing in the place of a pronoun or a short description.
    """
    line, column = document.line_column(claim.places[0].start)
    return {
        "id": claim.id,
        "document": index,
        "text": claim.text,
        "spans": [[span.start, span.end] for span in claim.places],
        "sentence": [claim.sentence.start, claim.sentence.end],
        "line": line,
        "column": column,
        "attribution": claim.attribution,
        "modality": claim.modality.value,
        "checkworthy": claim.checkworthy,
        **({"antecedents": [_antecedent(a) for a in claim.antecedents]} if claim.antecedents else {}),
    }


def _antecedent(antecedent: Antecedent) -> dict[str, Any]:
    return {
        "start": antecedent.place.start,
        "end": antecedent.place.end,
        "text": antecedent.text,
        "source": [antecedent.source.start, antecedent.source.end],
    }


def reference_data(reference: Reference) -> dict[str, Any]:
    """A source as the report names it."""
    meta = reference.document.meta
    return {
        "id": reference.id,
        "path": reference.document.path,
        "title": meta.title,
        "source": meta.source,
        "date": meta.date.isoformat() if meta.date else None,
        "rank": meta.rank,
        "url": meta.url,
        "sha256": reference.document.sha256,
    }


def _claim(report: Report, claim: CheckedClaim) -> dict[str, Any]:
    verdict = claim.verdict
    return {
        **claim_data(report.documents[claim.document], claim.document, claim.claim),
        "verdict": verdict.label.value,
        "confidence": round(verdict.confidence, 2),
        "decision": _decision(claim.decision),
        "quantities": [judged_data(report, report.documents[claim.document], judged) for judged in verdict.quantities],
        "evidence": [_evidence(report, evidence) for evidence in verdict.evidence],
        "rationale": verdict.rationale,
    }


def _decision(decision: Decision | None) -> dict[str, Any] | None:
    if decision is None:
        return None
    return {
        "kind": decision.kind.value,
        "reviewer": decision.reviewer,
        "stale": decision.stale,
        "changed": decision.changed,
        "note": decision.note,
        "correction": decision.correction,
        "seconded": list(decision.seconded),
        "pending": decision.pending,
    }


def judged_data(report: Report, document: Document, judged: QuantityVerdict) -> dict[str, Any]:
    """A number of an article with its verdict and the source's values."""
    return {
        **quantity_data(document, judged.quantity),
        "verdict": judged.label.value,
        "confidence": round(judged.confidence, 2),
        "relation": judged.relation.value,
        "reason": judged.reason.value if judged.reason else None,
        "distance": judged.distance or None,
        "evidence": _value(report, judged.evidence),
        "elsewhere": _value(report, judged.elsewhere),
        "others": [{"agrees": other.agrees, "evidence": _value(report, other.evidence)} for other in judged.others],
    }


def _value(report: Report, found: QuantityEvidence | None) -> dict[str, Any] | None:
    """A source's value: its quotation, its meaning, how it was computed."""
    if found is None:
        return None
    return {
        **_quotation(report.references[found.reference], found.span),
        "meaning": found.meaning,
        "arithmetic": found.arithmetic,
        **({"cell": found.cell} if found.cell else {}),
    }


def _evidence(report: Report, evidence: Evidence) -> dict[str, Any]:
    odds = rounded_odds((evidence.entailment, evidence.neutral, evidence.contradiction))
    reference = report.references[evidence.reference]
    words = (reference.in_file(span)[0] for span in evidence.highlights)
    return {
        **_quotation(reference, evidence.span),
        "highlights": [[place.start, place.end] for place in words],
        "relation": evidence.relation.value,
        **dict(zip(("entailment", "neutral", "contradiction"), odds, strict=True)),
    }


def _quotation(reference: Reference, span: Span) -> dict[str, Any]:
    place, text = reference.in_file(span)
    return {
        "reference": reference.id,
        "path": reference.document.path,
        "start": place.start,
        "end": place.end,
        "text": text,
    }


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    """A finding; one that runs over several lines has its end column at the end of its first line."""
    document = report.documents[finding.document]
    line, column = document.line_column(finding.span.start)
    end = min(finding.span.end, max(document.line_span(line).end, finding.span.start))
    return {
        "rule": finding.rule,
        "name": finding.name,
        "level": finding.level.value,
        "document": finding.document,
        "start": finding.span.start,
        "end": finding.span.end,
        "line": line,
        "column": column,
        "end_column": column + end - finding.span.start,
        "claim": finding.claim,
        "message": finding.summary,
    }


def _counts(counts: Counts) -> dict[str, int]:
    return {
        "supported": counts.supported,
        "contradicted": counts.contradicted,
        "unverified": counts.unverified,
    }


def rounded_odds(odds: tuple[float, float, float]) -> tuple[float, float, float]:
    """Probabilities in hundredths that still sum to one: the largest remainders are rounded up."""
    total = sum(odds)
    if total <= 0:
        return (0.0, 0.0, 0.0)
    hundredths = [100 * p / total for p in odds]
    whole = [int(h) for h in hundredths]
    by_remainder = sorted(range(3), key=lambda i: (whole[i] - hundredths[i], i))
    for i in by_remainder[: 100 - sum(whole)]:
        whole[i] += 1
    return (whole[0] / 100, whole[1] / 100, whole[2] / 100)


def _escaped(char: str) -> str:
    if not acts(char):
        return char
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
