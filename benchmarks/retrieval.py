"""How often retrieval finds the passage that decides: recall@k of lexical, semantic and blended search.

    python -m benchmarks.retrieval [--cases DIR] [--pool FILE … --size N] [--embedder NAME_OR_PATH] [--static]
                                   [--k 8] [--json OUT]

Two measurements:

- `--cases`: for each annotated claim with evidence, whether one of the k best snippets of its case stands in a
  reference that decides it (a case has a few references only: an easy search, but the product's own);
- `--pool`: rows of `premise`, `hypothesis`, `label`: a claim that its premise entails looks for that premise among N
  premises of other claims (a hard search: thousands of passages, some of them about the same thing). Claims of the
  sources that `training.retriever` learns from are told apart from the others: no premise and no claim is the same, but
  their like was seen.

`--embedder` takes the folder that `training.export_embedder` wrote, or what the setting `retriever` takes.

`--static` adds vectors without a transformer, made as model2vec makes them (Tulkens and van Dongen 2024): each word
piece of the vocabulary is embedded alone, the vectors are rotated to 256 principal components and weighted by the rank
of the piece, and a text is the mean of its pieces. Speed is texts embedded a second.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from benchmarks import cases
from benchmarks.shares import share, told
from factcheck.models import Embedder
from factcheck.models.folder import ModelFolder, locate
from factcheck.models.session import Session
from factcheck.retrieval import Index, cut, load_retriever
from factcheck.retrieval.index import LEXICAL_WEIGHT, Retriever
from factcheck.settings import BUNDLED, Settings
from training.nli.data import read_pairs
from training.retriever.pairs import MOST

Vectors = NDArray[np.float32]
_WEIGHTS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_COMPONENTS = 256
_QUERIES = 2000
_CASES = Path("training/verdicts/cases")


class Static:
    """Means of vectors of word pieces, each made once by an embedder."""

    name = "static"
    sha256 = ""

    def __init__(self, embedder: Retriever) -> None:
        self._tokenizer = Tokenizer.from_file(str(locate("embedder") / "tokenizer.json"))
        vocabulary = self._tokenizer.get_vocab()
        pieces = sorted(vocabulary, key=lambda piece: vocabulary[piece])
        vectors = embedder.encode([piece.removeprefix("##") for piece in pieces])
        centred = vectors - vectors.mean(axis=0)
        axes = np.linalg.svd(centred, full_matrices=False)[2][:_COMPONENTS]
        # The vocabulary is ordered by frequency, roughly as Zipf's law has it.
        weight = np.log1p(np.arange(len(pieces), dtype=np.float32))[:, None]
        self._table: Vectors = (centred @ axes.T * weight).astype(np.float32)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, shape (len(texts), 256)."""
        encodings = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        means = np.stack([self._table[e.ids].mean(axis=0) if e.ids else np.zeros(_COMPONENTS) for e in encodings])
        norms = np.linalg.norm(means, axis=1, keepdims=True)
        unit: Vectors = np.divide(means, norms, out=means, where=norms > 0).astype(np.float32)
        return unit


def recall_in_cases(folder: Path, retriever: Retriever, k: int) -> list[bool]:
    """For each claim with evidence whether the k best snippets hold one of a reference that decides it."""
    hits: list[bool] = []
    for path in cases.find(folder):
        with cases.opened(path) as case:
            references = cases.references_of(case)
            claims = [claim for claim in case.claims if claim.evidence]
            index = Index(cut(references), retriever)
            for claim, scores in zip(claims, index.scores([claim.text for claim in claims]), strict=True):
                best = np.argsort(-scores, kind="stable")[:k]
                found = {references[index.snippets[i].reference].id for i in best}
                hits.append(bool(found & set(claim.evidence)))
    return hits


class Pool:
    """Premises with the claims that look for them."""

    def __init__(self, files: Sequence[Path], size: int) -> None:
        pairs = [pair for file in files for pair in read_pairs(file)]
        self.premises = list(dict.fromkeys(pair.premise for pair in pairs))[:size]
        places = {premise: place for place, premise in enumerate(self.premises)}
        entailed = [pair for pair in pairs if pair.label == "entailment" and pair.premise in places]
        chosen = entailed[:: max(1, len(entailed) // _QUERIES)][:_QUERIES]
        self.claims = [pair.hypothesis for pair in chosen]
        self.seen = [pair.source in MOST for pair in chosen]
        self._wanted = np.array([places[pair.premise] for pair in chosen])

    def lexical(self) -> Vectors:
        """BM25 scores, those of a claim divided by its best; float32 of shape (claims, premises)."""
        bm25 = bm25s.BM25()
        bm25.index(bm25s.tokenize(self.premises, stopwords="en", show_progress=False), show_progress=False)
        scores = np.zeros((len(self.claims), len(self.premises)), np.float32)
        tokens = bm25s.tokenize(self.claims, stopwords="en", show_progress=False, return_ids=False)
        for row, words in enumerate(tokens):
            if words:
                scores[row] = bm25.get_scores(words)
        shares: Vectors = scores / np.maximum(scores.max(axis=1, keepdims=True), 1e-9)
        return shares

    def semantic(self, retriever: Retriever) -> tuple[Vectors, float]:
        """Dot products, float32 of shape (claims, premises), and the texts embedded a second."""
        start = time.perf_counter()
        vectors = retriever.encode(self.premises)
        pace = len(self.premises) / (time.perf_counter() - start)
        scores: Vectors = retriever.encode(self.claims) @ vectors.T
        return scores, pace

    def hits(self, scores: Vectors, k: int) -> list[bool]:
        """For each claim whether its premise is among the k best; of those that score the same half stand before it."""
        own = scores[np.arange(len(self.claims)), self._wanted][:, None]
        before = (scores > own).sum(axis=1) + ((scores == own).sum(axis=1) - 1) / 2
        found: list[bool] = (before < k).tolist()
        return found


def named(name: str) -> Retriever:
    """The embedder of an exported model's folder, or the retriever that the product knows by this name."""
    if (Path(name) / "model.json").is_file():
        return Embedder(Session(ModelFolder.verified(Path(name))))
    return load_retriever(Settings(retriever=name))


def measured(pool: Pool, retrievers: Sequence[Retriever], k: int) -> Iterator[tuple[str, list[bool]]]:
    """The hits in a pool by the way to search: of all claims, then of those whose sources were and were not seen."""
    lexical = pool.lexical()
    for retriever in retrievers:
        semantic, pace = pool.semantic(retriever)
        print(f"{retriever.name}: {pace:.0f} texts/s")
        for weight in _WEIGHTS:
            name = f"pool, {retriever.name}, lexical weight {weight}"
            hits = pool.hits(weight * lexical + (1 - weight) * semantic, k)
            yield name, hits
            for seen, which in ((True, "seen"), (False, "unseen")):
                yield f"{name}, {which}", [hit for hit, known in zip(hits, pool.seen, strict=True) if known is seen]


def main() -> None:
    """Measure and print a line for each way to search."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, help="the project's own, unless there is a pool alone")
    parser.add_argument("--pool", nargs="+", type=Path, default=[])
    parser.add_argument("--size", type=int, default=20_000)
    parser.add_argument("--static", action="store_true")
    parser.add_argument("--embedder", default=BUNDLED)
    parser.add_argument("--k", type=int, default=8)
    parser.add_argument("--json", type=Path, help="write the shares here as well")
    arguments = parser.parse_args()
    embedder = named(arguments.embedder)
    retrievers: list[Retriever] = [embedder, *([Static(embedder)] if arguments.static else [])]
    figures: dict[str, list[bool]] = {}
    folder: Path = arguments.cases or _CASES
    for retriever in retrievers if arguments.cases or not arguments.pool else []:
        name = f"cases, {retriever.name}, lexical weight {LEXICAL_WEIGHT}"
        figures[name] = recall_in_cases(folder, retriever, arguments.k)
        print(f"{name:44} recall@{arguments.k} {told(figures[name])}", flush=True)
    if arguments.pool:
        pool = Pool(arguments.pool, arguments.size)
        print(f"pool: {len(pool.premises)} premises, {len(pool.claims)} claims")
        for name, hits in measured(pool, retrievers, arguments.k):
            figures[name] = hits
            print(f"{name:44} recall@{arguments.k} {told(hits)}", flush=True)
    if arguments.json:
        shares = {name: share(hits) for name, hits in figures.items()}
        arguments.json.write_text(json.dumps(shares, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
