"""What a document's results depend on, and what they do not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factcheck.cache import Store
from factcheck.checker.recall import Recall, digest_of, models
from factcheck.document import Document, Reference
from factcheck.settings import Settings
from tests.checker.articles import QUICK, articles, references

Change = Callable[[Document], Document]
IN_TEXT: dict[str, Change] = {
    "text": lambda d: replace(d, text=d.text.replace("boats", "ships")),
    "structure": lambda d: replace(d, blocks=d.blocks + d.blocks),
    "title": lambda d: replace(d, meta=replace(d.meta, title="Ferries")),
    "date": lambda d: replace(d, meta=replace(d.meta, date=date(2026, 1, 2))),
}


@pytest.fixture
def documents(tmp_path: Path) -> list[Document]:
    return articles(tmp_path, 1)


@pytest.fixture
def sources(tmp_path: Path) -> list[Reference]:
    return references(tmp_path, 3)


def key(document: Document, sources: list[Reference], settings: Settings = QUICK) -> bytes | None:
    return Recall(settings, Store()).key(document, [digest_of(source) for source in sources])


@pytest.mark.parametrize("change", IN_TEXT.values(), ids=IN_TEXT.keys())
def test_a_changed_article_or_reference_is_another(
    change: Change, documents: list[Document], sources: list[Reference]
) -> None:
    (document,) = documents
    known = key(document, sources)
    assert known is not None
    assert key(change(document), sources) != known
    changed = replace(sources[1], document=change(sources[1].document))
    assert key(document, [sources[0], changed, sources[2]]) != known


def test_which_references_and_their_order_and_names_count(documents: list[Document], sources: list[Reference]) -> None:
    (document,) = documents
    renamed = replace(sources[0], id="annual")
    sets = [sources, sources[:2], sources[::-1], [renamed, *sources[1:]], []]
    assert len({key(document, one) for one in sets}) == len(sets)


def test_settings_that_bear_on_the_verdict_count(documents: list[Document], sources: list[Reference]) -> None:
    (document,) = documents
    others = [QUICK, Settings(), Settings(nli="none"), replace(QUICK, snippets=3)]
    assert len({key(document, sources, one) for one in others}) == len(others)
    assert key(document, sources, replace(QUICK, threads=3, min_confidence=0.5)) == key(document, sources)


def test_where_the_files_lie_does_not_count(documents: list[Document], sources: list[Reference]) -> None:
    (document,) = documents
    elsewhere = replace(sources[0], document=replace(sources[0].document, path="/elsewhere/a.md"))
    assert key(replace(document, path="b.md"), [elsewhere, *sources[1:]]) == key(document, sources)


def test_results_of_models_without_a_digest_are_not_kept(documents: list[Document], sources: list[Reference]) -> None:
    assert key(documents[0], sources, replace(QUICK, retriever="someone/some-model")) is None


def test_models_are_named_without_being_loaded() -> None:
    assert [model.name for model in models(Settings(), judged=True)] == ["parser", "embedder", "nli"]
    assert [model.name for model in models(Settings(), judged=False)] == ["parser"]
    assert [model.name for model in models(QUICK, judged=True)] == ["embedder"]
