from __future__ import annotations

import factcheck
from factcheck.evidence import VerdictLabel

BUILT = "The ferry Alma was built at Turku in a yard owned by the city."
CARRIES = "The ferry Alma carries cars between Orla and Vik every day in summer."


def source(name: str, text: str) -> factcheck.Reference:
    return factcheck.Reference(name, factcheck.read_text(text, name=f"{name}.md"))


def test_a_claim_that_needs_two_references_is_read_beside_both() -> None:
    others = [source(name, f"The council heard a report on the {name} road.") for name in ("mill", "church", "castle")]
    references = [source("yard", BUILT), *others, source("timetable", CARRIES)]
    checker = factcheck.Checker()
    report = checker.check_claims(
        [
            "The ferry Alma was built at Turku and carries cars between Orla and Vik.",
            "The ferry Alma was built at Turku and carries cars between Orla and Bergen.",
            "The ferry Alma was built at Bergen and carries cars between Orla and Vik.",
        ],
        references,
        name="answer",
    )
    true, *false = [claim.verdict for claim in report.claims]
    assert true.label is VerdictLabel.SUPPORTED
    assert {evidence.reference for evidence in true.evidence[:2]} == {0, 4}
    assert all(verdict.label is not VerdictLabel.SUPPORTED for verdict in false)
    half = checker.check_claims([report.claims[0].claim.text], references[:-1], name="answer").claims[0].verdict
    assert half.label is not VerdictLabel.SUPPORTED
