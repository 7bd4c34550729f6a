"""Every rule's own examples, through the whole product."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from factcheck import Checker
from factcheck.api import read_text
from factcheck.decisions import Ledger, anchors_of, snapshot
from factcheck.document import Document, Reference
from factcheck.report import DecisionKind, Finding
from factcheck.rules import registry
from factcheck.rules.base import Earlier, Example
from factcheck.settings import BUNDLED, NO_NLI, SENTENCE

RULES = registry()


@cache
def checker(model: bool, min_confidence: float) -> Checker:
    nli, splitter = (BUNDLED, BUNDLED) if model else (NO_NLI, SENTENCE)
    return Checker(nli=nli, splitter=splitter, min_confidence=min_confidence)


def read(article: str, references: Sequence[str]) -> tuple[Document, list[Reference]]:
    """A text and its sources, as if they were files of the working directory."""
    sources = [
        Reference(f"r{number}", replace(read_text(text, name=f"r{number}.md"), path=f"r{number}.md"))
        for number, text in enumerate(references, 1)
    ]
    return read_text(article, name="article.md"), sources


def review(earlier: Earlier, chosen: Checker) -> None:
    """A reviewer lets all claims of the earlier article stand and signs it off."""
    article, references = read(earlier.article, earlier.references)
    claims = chosen.run([article], references).claims
    anchors = anchors_of(article, [checked.claim for checked in claims])
    ledger = Ledger.of(Path(article.path), "mk")
    for anchor in anchors:
        ledger.decide(anchor, DecisionKind.OK)
    ledger.sign_off(snapshot(article, references, claims, anchors))


@cache
def findings(example: Example) -> tuple[Finding, ...]:
    """What the whole program reports on an example."""
    chosen = checker(example.model, example.min_confidence)
    with TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("factcheck.toml").touch()
        if example.earlier:
            review(example.earlier, chosen)
        article, references = read(example.article, example.references)
        return chosen.run([article], references, decisions=example.earlier is not None).findings


def cases() -> list[tuple[str, int]]:
    return [(id, number) for id, rule in RULES.items() for number in range(len(rule.examples))]


@pytest.mark.parametrize(("id", "number"), cases())
def test_examples_come_out_as_the_rule_says(id: str, number: int) -> None:
    example = RULES[id].examples[number]
    found = findings(example)
    mine = [finding.span.of(example.article) for finding in found if finding.rule == id]
    told = [f"{finding.rule} {finding.summary}" for finding in found]
    if example.flagged is None:
        assert mine == [], told
    else:
        assert example.flagged in mine, told


@pytest.mark.parametrize("id", list(RULES))
def test_a_rule_has_examples_of_both_kinds(id: str) -> None:
    flagged = [example.flagged is not None for example in RULES[id].examples]
    assert set(flagged) == {True, False}


@pytest.mark.parametrize("id", list(RULES))
def test_a_place_has_one_finding_about_its_number(id: str) -> None:
    for example in RULES[id].examples:
        spans = [finding.span for finding in findings(example) if finding.rule[0] in "NDP"]
        assert all(not a.overlaps(b) for i, a in enumerate(spans) for b in spans[i + 1 :])
