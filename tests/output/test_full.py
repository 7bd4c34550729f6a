"""The format for people."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from rich.cells import cell_len

from factcheck.document import Span
from factcheck.evidence import EvidenceRelation, QuantityEvidence
from factcheck.output import Detail, concise, full
from factcheck.report import Decision, DecisionKind, ReadError, Report, Silenced, Silencer
from factcheck.rules import apply, settle
from tests.reports import (
    ANNUAL,
    ARTICLE,
    CONTRADICTED,
    PERCENT,
    WIRE,
    at,
    claims,
    document,
    evidence,
    report,
    without_references,
)

GOLDEN = Path(__file__).parent / "golden"
ANSI = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def judged() -> Report:
    return apply(report(), nli=True)


@pytest.mark.parametrize("detail", list(Detail))
def test_the_whole_output_is_as_kept(judged: Report, detail: Detail) -> None:
    assert full(judged, detail=detail) == (GOLDEN / f"full-{detail.name.lower()}.txt").read_text(encoding="utf-8")


def test_the_concise_output_is_as_kept(judged: Report) -> None:
    assert concise(judged) == (GOLDEN / "concise.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("detail", list(Detail))
def test_colours_change_no_text(judged: Report, detail: Detail) -> None:
    colored = full(judged, detail=detail, color=True)
    assert ANSI.search(colored)
    assert ANSI.sub("", colored) == full(judged, detail=detail)
    assert ANSI.sub("", concise(judged, color=True)) == concise(judged)


def test_the_environment_changes_no_byte(judged: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    before = full(judged, color=True)
    for name, value in {"COLUMNS": "40", "TERM": "dumb", "NO_COLOR": "1", "FORCE_COLOR": "0"}.items():
        monkeypatch.setenv(name, value)
    assert full(judged, color=True) == before


def test_carets_stand_below_the_words(judged: Report) -> None:
    lines = full(judged, detail=Detail.QUIET).splitlines()
    carets = {}
    for above, below in pairwise(lines):
        if match := re.search(r"\^+", below):
            carets[above[match.start() : match.end()]] = True
    assert list(carets) == [
        "12 percent",
        "on 2 May",
        "Captain Mira Toll steered the first electric boat",
        "The strike planned for May went ahead",
        "300,000 euros",
    ]


def test_a_long_paragraph_is_shown_around_the_place_only() -> None:
    checked = report(claims()[5])
    long = ARTICLE.replace("The strike planned", "word " * 200 + "The strike planned")
    shift = len(long) - len(ARTICLE)
    claim, judged = checked.claims[0], checked.claims[0].verdict.quantities[0]
    moved = replace(judged, quantity=replace(judged.quantity, span=judged.quantity.span.shifted(shift)))
    spans = tuple(span.shifted(shift) for span in claim.claim.spans)
    claim = replace(
        claim,
        claim=replace(claim.claim, spans=spans, sentence=claim.claim.sentence.shifted(shift)),
        verdict=replace(claim.verdict, quantities=(moved,)),
    )
    text = full(apply(replace(checked, documents=(document(long, "long.md"),), claims=(claim,)), nli=True))
    excerpt = next(line for line in text.splitlines() if line.startswith("6 |"))
    assert "It cost 300,000 euros" in excerpt
    assert cell_len(excerpt) <= 100


def test_a_claim_in_pieces_over_several_lines_is_underlined_in_each() -> None:
    checked = claims()[3]
    pieces = (at(ARTICLE, "Captain Mira"), at(ARTICLE, "went ahead"), at(ARTICLE, "good year"))
    text = full(
        apply(report(replace(checked, claim=replace(checked.claim, spans=pieces))), nli=True),
        detail=Detail.QUIET,
    )
    lines = text.splitlines()
    assert lines[2:4] == ["5 | Captain Mira Toll steered the first electric boat.", "  | ^^^^^^^^^^^^"]
    carets = lines[5]
    assert [lines[4][m.start() : m.end()] for m in re.finditer(r"\^+", carets)] == ["went ahead", "good year"]


def test_wide_characters_take_two_cells() -> None:
    text = "\u6f22\u5b57 had 300,000 euros."
    claim = claims()[5]
    judged = claim.verdict.quantities[0]
    span = at(text, "300,000 euros")
    moved = replace(judged, quantity=replace(judged.quantity, span=span))
    claim = replace(
        claim,
        claim=replace(claim.claim, spans=(span,), sentence=Span(0, len(text))),
        verdict=replace(claim.verdict, quantities=(moved,)),
    )
    shown = full(
        apply(replace(report(claim), documents=(document(text, "wide.md"),)), nli=True), detail=Detail.QUIET
    ).splitlines()
    assert shown[3].index("^") == cell_len(shown[2][: shown[2].index("300")])


def test_arithmetic_and_other_numbers_of_the_sentence_are_noted() -> None:
    arithmetic = "4.61 - 4.21 = 0.40; 0.40 / 4.21 = 9.5 %"
    computed = replace(PERCENT, evidence=QuantityEvidence(0, at(ANNUAL, "9.5 percent"), "9.5 %", arithmetic))
    first, second = claims()[:2]
    first = replace(first, verdict=replace(first.verdict, quantities=(computed,)))
    text = full(apply(report(first, second), nli=True), detail=Detail.QUIET)
    assert f"  = note: {arithmetic}\n" in text
    assert "  = note: 2.5 percentage points apart; `4.6 million` (rounded) in the same sentence is supported\n" in text


def test_what_does_not_decide_is_called_closest() -> None:
    near = evidence(1, WIRE, WIRE.strip(), EvidenceRelation.CONTRADICTS, 0.6)
    euros = claims()[5]
    checked = replace(euros, verdict=replace(euros.verdict, label=CONTRADICTED, evidence=(near,)))
    text = full(apply(report(checked), nli=True), detail=Detail.QUIET)
    assert "error N102" in text
    assert "  = closest wire references/wire.txt:1\n" in text
    assert "  = source wire references/wire.txt:1\n" in full(apply(report(), nli=True), detail=Detail.QUIET)


@pytest.mark.parametrize(
    ("decision", "note"),
    [
        (Decision(DecisionKind.NEEDS_SOURCE, "mk"), "= note: mk asked for a source"),
        (
            Decision(DecisionKind.OK, "mk", stale=True),
            "= note: decided `ok` by mk, but its text or evidence has changed",
        ),
    ],
)
def test_a_decision_that_does_not_silence_is_told(decision: Decision, note: str) -> None:
    text = full(apply(report(replace(claims()[4], decision=decision)), nli=True), detail=Detail.QUIET)
    assert note in text


def test_decisions_are_told_with_the_verdicts_and_counted() -> None:
    decided = replace(claims()[4], decision=Decision(DecisionKind.OK, "mk"))
    text = full(settle(apply(report(decided), nli=True)))
    assert "decided ok by mk\n" in text
    assert "1 decided in review; 0 errors" in text.replace("\n", " ")


def test_files_that_could_not_be_read_are_counted() -> None:
    checked = replace(report(), errors=(ReadError("refs/scan.bin", "not a text file"),))
    assert "; 1 file not read; 0 errors" in full(checked).replace("\n", " ")


def test_without_references_only_that_is_said() -> None:
    text = full(apply(without_references(), nli=True))
    assert text.startswith("ferries.md:1:1: error R601 no-references: the article has no references to be checked")
    assert "claims of" not in text


def test_an_article_and_sources_that_attack_the_terminal_print_as_text() -> None:
    attack = "\x1b]0;owned\x07\x1b[31m[red]\u202e"
    hostile = replace(
        report(),
        references=tuple(
            replace(r, document=replace(r.document, text=r.text.replace("talks", attack), path=f"refs/{attack}"))
            for r in report().references
        ),
        documents=(document(ARTICLE, f"{attack}.md"),),
        errors=(ReadError(attack, attack),),
    )
    for text in (full(apply(hostile, nli=True), detail=Detail.VERBOSE), concise(apply(hostile, nli=True))):
        assert not set("\x1b\x07\u202e") & set(text)
        assert "[red]" in text


def test_of_a_decision_all_is_told_that_matters() -> None:
    def told(decision: Decision) -> str:
        return " ".join(full(report(replace(claims()[4], decision=decision))).split())

    assert "decided ok by mk, jr, another pass is due (tape 3)" in told(
        Decision(DecisionKind.OK, "mk", seconded=("jr",), pending=True, note="tape\n3")
    )
    assert "decided ok by mk, since changed: the sentence has changed" in told(
        Decision(DecisionKind.OK, "mk", stale=True, changed="the sentence has changed")
    )


def test_decisions_of_the_change_under_check_are_named_below_the_coverage_line() -> None:
    found = apply(report(), nli=True)
    fresh = Silenced(found.findings[0], Silencer.DECISION, "mk: ok (tape\x1b[31m)")
    tail = full(replace(found, fresh_decisions=(fresh,))).splitlines()[-2:]
    assert tail[0].startswith("decided in this change, 1 finding less:")
    assert tail[1] == "  ferries.md:3:18: N101 `12 percent` differs from the sources: mk: ok (tape␛[31m)"
    assert concise(replace(found, fresh_decisions=(fresh,))).splitlines()[-2:] == tail
    assert full(replace(found, fresh_decisions=())) == full(found)
