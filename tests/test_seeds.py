"""The worked example: what the tool says of it against what a careful editor would say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.cases import Case, opened
from benchmarks.quality import Pair, figures, pairs
from factcheck import Checker, Report
from factcheck.document import Span
from factcheck.evidence import VerdictLabel
from factcheck.output import json_report
from factcheck.report import CheckedClaim

EXAMPLE = Path(__file__).parent.parent / "seeds" / "rostov-siege"


@pytest.fixture(scope="module")
def case() -> Iterator[Case]:
    with opened(EXAMPLE) as found:
        yield found


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


@pytest.fixture(scope="module")
def report(checker: Checker, case: Case) -> Report:
    return checker.check(case.article, case.references)


def test_what_is_expected_names_references_that_exist(case: Case) -> None:
    names = {path.stem for path in case.references.iterdir()}
    for claim in case.claims:
        assert set(claim.evidence) <= names, claim.text
        assert (claim.verdict == "unverified") == (not claim.evidence), claim.text
    assert len(names) == 12


@pytest.mark.parametrize(
    ("words", "source"),
    [("at least 144 people", "crocus-inquiry"), ("six hostage-takers", "interfax-demands")],
)
def test_each_key_number_is_a_supported_claim_of_its_own(report: Report, words: str, source: str) -> None:
    checked = _own_claim(report, words)
    assert words in checked.claim.text
    assert checked.verdict.label is VerdictLabel.SUPPORTED
    assert report.references[checked.verdict.evidence[0].reference].id == source


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("at least 144 people", "at least 210 people", "144"),
        ("at least 144 people", "at most 104 people", "144"),
        ("six hostage-takers", "nine hostage-takers", "six"),
        ("six hostage-takers", "5 hostage-takers", "six"),
    ],
)
def test_a_wrong_number_is_contradicted_with_the_value_of_the_source(
    checker: Checker, case: Case, tmp_path: Path, right: str, wrong: str, says: str
) -> None:
    article = tmp_path / "article.md"
    text = case.article.read_text(encoding="utf-8")
    assert text.count(right) == 1
    article.write_text(text.replace(right, wrong), encoding="utf-8")
    changed = checker.check(article, case.references)
    checked = _own_claim(changed, wrong)
    assert checked.verdict.label is VerdictLabel.CONTRADICTED
    place = _place(changed, wrong)
    (finding,) = [item for item in changed.findings if item.rule == "N101" and item.span.overlaps(place)]
    assert says in finding.label.lower()


def test_most_of_what_is_expected_is_found_and_judged_so(case: Case, report: Report) -> None:
    shares = figures(case, report).shares()
    wrong = [_difference(pair) for pair in pairs(case, report) if not pair.right]
    assert shares["split recall"] >= 0.7, wrong
    assert shares["verdict accuracy, found claims"] >= 0.65, wrong


def test_every_quotation_stands_at_its_offsets(case: Case, report: Report) -> None:
    article = case.article.read_bytes().decode("utf-8")
    facts = json.loads(json_report(report))
    assert facts["claims"]
    for claim in facts["claims"]:
        assert all(0 <= start < end <= len(article) for start, end in claim["spans"])
        for quantity in claim["quantities"]:
            assert article[quantity["start"] : quantity["end"]] == quantity["text"]
        sources = [quantity["evidence"] for quantity in claim["quantities"] if quantity["evidence"]]
        for quotation in [*claim["evidence"], *sources]:
            text = Path(quotation["path"]).read_bytes().decode("utf-8")
            assert text[quotation["start"] : quotation["end"]] == quotation["text"]


def _place(report: Report, words: str) -> Span:
    start = report.documents[0].text.index(words)
    return Span(start, start + len(words))


def _own_claim(report: Report, words: str) -> CheckedClaim:
    """The claim that asserts the quantity at the place of these words: of those that hold it the shortest."""
    place = _place(report, words)
    holding = [
        checked
        for checked in report.claims
        if any(quantity.span.overlaps(place) for quantity in checked.claim.quantities)
    ]
    return min(holding, key=lambda checked: len(checked.claim.text))


def _difference(pair: Pair) -> str:
    got = pair.reported.verdict.label.value if pair.reported else "not found"
    return f"{pair.expected.verdict}, got {got}: {pair.expected.text}"
