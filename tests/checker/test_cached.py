"""A cache changes no report, whatever it holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import pytest

from factcheck.cache import Store
from factcheck.cache.store import FILE
from factcheck.checker import Pipeline
from factcheck.claim import Claim
from factcheck.evidence import Verdict
from factcheck.output import json_report
from factcheck.settings import Settings
from tests.checker.articles import QUICK, article, articles, references


def stages(folder: Path) -> dict[str, int]:
    store = Store(folder)
    found = dict(store.contents().stages)
    store.close()
    return found


def test_a_second_run_computes_nothing_and_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents, sources = articles(tmp_path, 3), references(tmp_path, 3)
    without = Pipeline(QUICK).run(documents, sources)
    first = Pipeline(QUICK, Store(tmp_path / "cache")).run(documents, sources)
    monkeypatch.setattr(Pipeline, "_engine", None)
    second = Pipeline(QUICK, Store(tmp_path / "cache")).run(documents, sources)
    assert without == first == second
    assert json_report(without) == json_report(first) == json_report(second)


def test_with_all_models(tmp_path: Path) -> None:
    sources = references(tmp_path, 2)
    document = article(tmp_path, "a.md", "The Orla ferry, which has six boats, carried 1,000 passengers in 2000.\n")
    without = Pipeline(Settings(threads=1)).run([document], sources)
    assert Pipeline(Settings(threads=1), Store(tmp_path / "cache")).run([document], sources) == without
    kept = stages(tmp_path / "cache")
    assert kept.keys() == {"article", "embedder", "nli", "parser"}
    with sqlite3.connect(tmp_path / "cache" / FILE) as connection:
        connection.execute("DELETE FROM entries WHERE stage = 'article'")
    connection.close()
    again = Pipeline(Settings(threads=1), Store(tmp_path / "cache")).run([document], sources)
    assert json_report(again) == json_report(without)
    assert stages(tmp_path / "cache") == kept


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE entries SET value = zeroblob(length(value))",
        "UPDATE entries SET value = (SELECT value FROM entries ORDER BY length(value) LIMIT 1)",
        "DELETE FROM entries WHERE rowid % 2",
        "DROP TABLE entries",
    ],
)
def test_a_damaged_cache_changes_nothing(damage: str, tmp_path: Path) -> None:
    documents, sources = articles(tmp_path, 2), references(tmp_path, 2)
    first = Pipeline(QUICK, Store(tmp_path / "cache")).run(documents, sources)
    with sqlite3.connect(tmp_path / "cache" / FILE) as connection:
        connection.execute(damage)
    connection.close()
    assert Pipeline(QUICK, Store(tmp_path / "cache")).run(documents, sources) == first


def test_a_cache_that_cannot_be_made_changes_nothing(tmp_path: Path) -> None:
    documents, sources = articles(tmp_path, 1), references(tmp_path, 1)
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    pipeline = Pipeline(QUICK, Store(tmp_path / "cache" / "below"))
    assert pipeline.run(documents, sources) == Pipeline(QUICK).run(documents, sources)
    assert pipeline.store.failure


def test_what_is_recalled_names_the_references_of_this_run(tmp_path: Path) -> None:
    documents, sources = articles(tmp_path, 1), references(tmp_path, 3)
    store = Store(tmp_path / "cache")
    alone = Pipeline(QUICK, store).run(documents, sources[:1])
    other = [sources[2], sources[1], sources[0]]
    recalled = Pipeline(QUICK, store).run(documents, other, checked_against=[(2,)])
    assert stages(tmp_path / "cache")["article"] == 1
    assert {piece.reference for claim in alone.claims for piece in claim.verdict.evidence} == {0}
    assert {piece.reference for claim in recalled.claims for piece in claim.verdict.evidence} == {2}
    assert recalled == Pipeline(QUICK).run(documents, other, checked_against=[(2,)])


def test_the_confidence_that_is_asked_for_is_applied_to_what_is_recalled(tmp_path: Path) -> None:
    documents, sources = articles(tmp_path, 2), references(tmp_path, 2)
    store = Store(tmp_path / "cache")
    Pipeline(QUICK, store).run(documents, sources)
    strict = Settings(QUICK.nli, QUICK.retriever, QUICK.splitter, min_confidence=1.0)
    assert Pipeline(strict, store).run(documents, sources) == Pipeline(strict).run(documents, sources)


class Heard:
    """Keeps what a run tells."""

    def __init__(self, first: int) -> None:
        self.claims: list[tuple[int, Claim]] = []
        self.verdicts: list[list[str]] = []
        self._first = first

    def split(self, claims: Sequence[tuple[int, Claim]]) -> Collection[str]:
        self.claims += claims
        return [claim.id for _, claim in claims[self._first :]]

    def judged(self, verdicts: Mapping[str, Verdict]) -> None:
        self.verdicts.append(list(verdicts))


def test_a_stream_hears_of_claims_and_verdicts_and_changes_nothing(tmp_path: Path) -> None:
    sources = references(tmp_path, 2)
    texts = [f"The Orla carried {number} people in 2001." for number in range(100, 120)]
    documents = [article(tmp_path, "a.md", " ".join(texts)), article(tmp_path, "b.md", texts[3])]
    heard = Heard(18)
    report = Pipeline(QUICK).run(documents, sources, stream=heard)
    assert report == Pipeline(QUICK).run(documents, sources)
    assert heard.claims == [(checked.document, checked.claim) for checked in report.claims]
    assert len(heard.verdicts) > 2
    assert heard.verdicts[-1] == ["c21"]
    told = [claim for part in heard.verdicts for claim in part]
    assert told == ["c19", "c20", *(f"c{number}" for number in range(1, 19)), "c21"]
