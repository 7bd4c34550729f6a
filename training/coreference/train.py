"""Trains the weights of pronoun resolution on GUM.

    python -m training.coreference.train OUT.json FILE.conllu.gz …

A pronoun's candidates and "none of them" are weighed by a log-linear model. First it learns with the right antecedent
of every pronoun known (the features tell of the pronouns before), then again from the state that its own decisions
lead to, those of a model that has not seen the document.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch

from benchmarks.coreference import cluster, covered, is_whole, resolve
from benchmarks.gum import GumDocument, read
from factcheck.claims.coreference import Chooser
from factcheck.claims.entities import Entity
from factcheck.claims.parse import Parser
from factcheck.claims.salience import Place, features
from factcheck.claims.weighing import Weights
from factcheck.document import Span
from factcheck.models import ParserModel

LEAST = {
    "person subject": 0.75,
    "person owner": 0.8,
    "person object": 0.8,
    "it subject": 0.75,
    "it owner": 0.85,
    "it object": 0.8,
    "they subject": 0.75,
    "they owner": 0.75,
    "they object": 0.75,
}
"""How likely an antecedent must be to be told: by cross-validation, where about 94 of 100 are right."""
FOLDS = 5
PENALTY = 4.0  # of the squared weights, in sums over all examples; by cross-validation
SMALLEST = 0.02  # weights below it are left out


@dataclass(slots=True)
class Example:
    """A pronoun: the features of each candidate and of none, and which of them are right."""

    rows: list[list[str]]
    right: list[int]


@dataclass(slots=True)
class Recorder:
    """Notes the candidates of each pronoun, and decides as the annotation or as a model does."""

    document: GumDocument
    model: Chooser | None = None
    examples: list[Example] = field(default_factory=list)

    def weigh(self, place: Place, found: Sequence[Entity]) -> list[float]:
        own = self._cluster(place.tree.tokens[place.mention.word].span, head=True)
        right = [i for i, entity in enumerate(found) if own is not None and self._is(entity, own)]
        self.examples.append(Example(features(place, found), right or [len(found)]))
        if self.model is not None:
            return self.model.weigh(place, found)
        best = right[0] if right else len(found)
        return [float(i == best) for i in range(len(found) + 1)]

    def least(self, place: Place) -> float:
        return self.model.least(place) if self.model is not None else 0.5

    def _cluster(self, span: Span, *, head: bool = False) -> str | None:
        words = covered(self.document, span)
        return cluster(self.document, words, words.start if head else None)

    def _is(self, entity: Entity, own: str) -> bool:
        if self._cluster(entity.source) == own:
            return True
        return bool(entity.text) and is_whole(self.document, own, covered(self.document, entity.source))


def record(document: GumDocument, parser: Parser, model: Chooser | None = None) -> list[Example]:
    """The pronouns of a document."""
    recorder = Recorder(document, model)
    resolve(document, parser, recorder)
    return recorder.examples


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weights under which the right candidates are likeliest."""
    names: dict[str, int] = {}
    rows = [[names.setdefault(name, len(names)) for name in row] for example in examples for row in example.rows]
    owner = torch.tensor([i for i, example in enumerate(examples) for _ in example.rows])
    good = torch.tensor([float(k in e.right) for e in examples for k in range(len(e.rows))], dtype=torch.float64)
    index = torch.tensor([name for row in rows for name in row])
    offsets = torch.tensor([0, *[len(row) for row in rows[:-1]]]).cumsum(0)
    weights = torch.zeros(len(names), 1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")
    none = torch.zeros(len(examples), dtype=torch.float64)

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        scores = torch.nn.functional.embedding_bag(index, weights, offsets, mode="sum").squeeze(1)
        shares = torch.exp(scores - scores.max().detach())
        total, right = none.index_add(0, owner, shares), none.index_add(0, owner, shares * good)
        value = (torch.log(total) - torch.log(right)).sum() + PENALTY * (weights**2).sum()
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    found = weights.detach().squeeze(1).tolist()
    return {name: round(found[i], 3) for name, i in sorted(names.items()) if abs(found[i]) >= SMALLEST}


def second_pass(documents: Sequence[GumDocument], parser: Parser) -> dict[str, list[Example]]:
    """The pronouns of each document as a model decides that has not seen it."""
    first = {document.name: record(document, parser) for document in documents}
    found: dict[str, list[Example]] = {}
    for fold in range(FOLDS):
        seen = [e for i, document in enumerate(documents) if i % FOLDS != fold for e in first[document.name]]
        model = Weights(fit(seen), LEAST)
        found |= {document.name: record(document, parser, model) for document in documents[fold::FOLDS]}
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="the weights")
    parser.add_argument("files", type=Path, nargs="+", help="GUM's .conllu.gz to learn from")
    parser.add_argument("--folds", action="store_true", help="write the weights of each fold beside them: OUT.0.json …")
    arguments = parser.parse_args()
    documents = [document for path in arguments.files for document in read(path)]
    examples = second_pass(documents, ParserModel.load(threads=1))
    write(arguments.out, fit([e for found in examples.values() for e in found]))
    for fold in range(FOLDS if arguments.folds else 0):
        seen = [e for i, document in enumerate(documents) if i % FOLDS != fold for e in examples[document.name]]
        write(arguments.out.with_suffix(f".{fold}.json"), fit(seen))


def write(path: Path, weights: dict[str, float]) -> None:
    """A model's file."""
    path.write_text(json.dumps({"least": LEAST, "weights": weights}, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
