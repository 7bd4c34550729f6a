from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from factcheck.document import Reference
from factcheck.models import Embedder
from factcheck.readers import read_references
from factcheck.retrieval import Index, cut, together, window

FERRY = """---
title: Ferry report
source: Harbour board
date: 2025-04-02
---

# Traffic

The board met on Tuesday. Passenger trips rose by 9.5 percent to 4.61 million. Nobody objected.

| line | trips | boats |
|---|---|---|
| North | 1,204,000 | 3 |
| South | | 2 |
"""
BRIDGE = "The bridge over the Orla was closed for repairs in May. The detour costs drivers 20 minutes.\n"


@pytest.fixture
def references(tmp_path: Path) -> list[Reference]:
    (tmp_path / "ferry.md").write_text(FERRY, encoding="utf-8")
    (tmp_path / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    found, errors = read_references([str(tmp_path)])
    assert not errors
    return found


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return Embedder.load()


def test_snippets_are_sentences_and_rows_at_their_places(references: list[Reference]) -> None:
    snippets = cut(references)
    by_text = {snippet.text: snippet for snippet in snippets}
    trips = by_text["Passenger trips rose by 9.5 percent to 4.61 million."]
    assert trips.span.of(references[trips.reference].text) == trips.text
    assert [quantity.text for quantity in trips.quantities] == ["9.5 percent", "4.61 million"]
    assert "Traffic" not in by_text
    for snippet in snippets:
        text = references[snippet.reference].text
        assert all(quantity.span.of(text) == quantity.text for quantity in snippet.quantities)


def test_a_table_row_is_spelled_out_with_its_headers(references: list[Reference]) -> None:
    rows = [snippet for snippet in cut(references) if snippet.tabular]
    assert [row.text for row in rows] == [
        "line: North; trips: 1,204,000; boats: 3.",
        "line: South; boats: 2.",
    ]
    assert rows[0].span.of(references[rows[0].reference].text).strip("| ") == "North | 1,204,000 | 3"


def test_context_tells_title_heading_source_and_date(references: list[Reference]) -> None:
    trips = next(snippet for snippet in cut(references) if "trips rose" in snippet.text)
    assert trips.context == "Ferry report, Traffic, Harbour board, 2025-04-02"


def test_windows_stay_inside_their_reference(references: list[Reference]) -> None:
    snippets = cut(references)
    last = max(i for i, snippet in enumerate(snippets) if snippet.reference == snippets[0].reference)
    joined = window(snippets, last, before=1, after=3)
    assert joined.reference == snippets[last].reference
    assert last + 1 < len(snippets), "the last snippet of the first reference has a neighbour in another"
    assert joined.text == f"{snippets[last - 1].text} {snippets[last].text}"
    assert joined.span.start == snippets[last - 1].span.start
    assert joined.span.end == snippets[last].span.end


def test_passages_are_read_together_each_sentence_once_in_order(references: list[Reference]) -> None:
    snippets = cut(references)
    first = "The bridge over the Orla was closed for repairs in May."
    context = "Ferry report, Traffic, Harbour board, 2025-04-02"
    trips = "Passenger trips rose by 9.5 percent to 4.61 million."
    places = {snippet.text: i for i, snippet in enumerate(snippets)}
    chosen = [places[trips], places["Nobody objected."], places[first]]
    assert together(snippets, chosen, around=0) == f"{first} {context}. {trips} Nobody objected."
    assert together(snippets, chosen) == (
        f"{first} The detour costs drivers 20 minutes. {context}. The board met on Tuesday. {trips} Nobody objected."
    )


def test_search_prefers_what_speaks_of_the_claim(references: list[Reference], embedder: Embedder) -> None:
    snippets = cut(references)
    index = Index(snippets, embedder)
    claims = [
        "Ferry trips went up by 12 percent.",
        "The bridge was shut for works in spring.",
        "North has 3 boats.",
    ]
    scores = index.scores(claims)
    assert scores.shape == (3, len(snippets))
    best = [snippets[int(i)].text for i in scores.argmax(axis=1)]
    assert "9.5 percent" in best[0]
    assert "closed for repairs" in best[1]
    assert "line: North" in best[2]


def test_words_that_the_index_does_not_know_are_no_error(references: list[Reference], embedder: Embedder) -> None:
    scores = Index(cut(references), embedder).scores(["zzyzx", "", "the of and"])
    assert np.isfinite(scores).all()


def test_snippets_of_stop_words_alone_can_be_indexed(tmp_path: Path, embedder: Embedder) -> None:
    (tmp_path / "r.txt").write_text("The.\n\nAnd of it.\n", encoding="utf-8")
    references, _ = read_references([str(tmp_path / "r.txt")])
    assert np.isfinite(Index(cut(references), embedder).scores(["the ferry"])).all()
