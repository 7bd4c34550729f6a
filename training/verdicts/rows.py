"""Annotated cases to the rows that the fusion is fitted on."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.cases import Case as Expected
from benchmarks.cases import opened, references_of
from benchmarks.chance import rounds
from benchmarks.matching import matched
from factcheck.api import read_text
from factcheck.checker import Pipeline
from factcheck.document import Span
from factcheck.readers import read_document
from factcheck.retrieval import Index, cut
from factcheck.verdicts.calibration import LABELS
from factcheck.verdicts.features import Case, claim_features, quantity_features
from factcheck.verdicts.judge import Judge

ALTERED = 0.1
"""Weight of a number that was put into an article at random: enough for support to need a match, but far from how
often an article's numbers are wrong."""
Judgement = Callable[[int, NDArray[np.float64]], NDArray[np.float64]]
"""From the index of a case and a claim's features to the claim's probabilities (3)."""
Gathered = tuple[Expected, list[tuple[Case, str | None]]]
"""An annotated case, and for each claim that the splitter makes of its article what the fusion would see of it, with
the verdict of the annotated claim that says the same, if there is one."""


@dataclass
class Rows:
    """Features, labels (indices of LABELS), groups (indices of cases) and weights, one entry a row."""

    features: list[NDArray[np.float64]] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)

    @property
    def x(self) -> NDArray[np.float64]:
        """The features, (N, F)."""
        return np.array(self.features)

    @property
    def y(self) -> NDArray[np.intp]:
        """The labels, (N)."""
        return np.array(self.labels)

    def first(self, count: int) -> Rows:
        """The first rows alone."""
        return Rows(self.features[:count], self.labels[:count], self.groups[:count], self.weights[:count])

    def add(self, features: NDArray[np.float64], verdict: str, group: int, weight: float = 1.0) -> None:
        """Append a row."""
        self.features.append(features)
        self.labels.append([label.value for label in LABELS].index(verdict))
        self.groups.append(group)
        self.weights.append(weight)


def reader(pipeline: Pipeline, case: Expected) -> Judge:
    """The product's judge with a case's references."""
    references = references_of(case)
    return Judge(Index(cut(references), pipeline.retriever), references, pipeline.nli, pipeline.settings)


def gather(pipeline: Pipeline, case: Expected) -> list[tuple[Case, str | None]]:
    """Everything the fusion would see of the product's own claims, each with its annotated verdict.

    The product's claims, not the annotated wordings, because those are what the fusion meets: with more pronouns, and
    here and there a phrase too many.
    """
    claims = [claim for claim in pipeline.claims(read_document(str(case.article))) if claim.checkworthy]
    known = reader(pipeline, case).gather(claims)
    expected = [(gold.place, gold.text) for gold in case.claims]
    partner = matched(expected, [(claim.spans, claim.text) for claim in claims])
    verdicts = {reported: case.claims[gold].verdict for gold, reported in partner.items()}
    return [(found, verdicts.get(number)) for number, found in enumerate(known)]


def altered(pipeline: Pipeline, path: Path) -> list[tuple[Case, list[Span]]]:
    """What the fusion would see of a case's claims where a random number stands for a true one, one in each sentence.

    Args:
        pipeline: The product.
        path: The case's file.

    Returns:
        The claims that hold such numbers, and the places of these.
    """
    with opened(path) as case:
        text = case.article.read_text(encoding="utf-8")
        judge = reader(pipeline, case)
        for changed, done in rounds(case, text, random.Random(case.id), keep=False):
            places = [one.place for one in done]
            claims = [
                claim
                for claim in pipeline.claims(read_text(changed, name=case.article.name))
                if claim.checkworthy and any(q.span.overlaps(place) for q in claim.quantities for place in places)
            ]
            return [(found, places) for found in judge.gather(claims)]
    return []


def files(folders: Sequence[Path]) -> list[Path]:
    """The files of all cases, folder by folder, by name."""
    return [path for folder in folders for path in sorted(folder.rglob("*.json"))]


def gathered(folders: Sequence[Path], pipeline: Pipeline) -> list[Gathered]:
    """All cases of some folders, by file name, with what the fusion would see of them."""
    found: list[Gathered] = []
    for path in files(folders):
        with opened(path) as case:
            found.append((case, gather(pipeline, case)))
        print(path.stem, flush=True)
    return found


def claim_rows(cases: Sequence[Gathered]) -> Rows:
    """The rows of all claims whose verdict is known."""
    rows = Rows()
    for group, (_, found) in enumerate(cases):
        for known, verdict in found:
            if verdict is not None:
                rows.add(claim_features(known), verdict, group)
    return rows


def quantity_rows(cases: Sequence[Gathered], judge: Judgement) -> Rows:
    """The rows of all annotated numbers, once for each claim that has them; not of those that a table settles.

    Args:
        cases: The cases.
        judge: From the index of a case and a claim's features to the claim's probabilities (3); where these cases are
            fitted to, by a model that did not see the case, so that the regression learns how far to trust it.
    """
    rows = Rows()
    for group, (case, found) in enumerate(cases):
        for known, _ in found:
            judged = judge(group, claim_features(known))
            for quantity, weighed, told in zip(known.claim.quantities, known.quantities, known.settled, strict=True):
                gold = next((number for number in case.numbers if number.place.overlaps(quantity.span)), None)
                if gold is not None and told is None:
                    rows.add(quantity_features(known, quantity, weighed, judged), gold.verdict, group)
    return rows


def add_altered(rows: Rows, found: Sequence[Sequence[tuple[Case, list[Span]]]], judge: Judgement) -> None:
    """Append the rows of numbers that were put in at random, all of them contradicted.

    Args:
        rows: Of the numbers as they were written.
        found: For each case what `altered` gives.
        judge: As in `quantity_rows`.
    """
    for group, cases in enumerate(found):
        for known, places in cases:
            judged = judge(group, claim_features(known))
            for quantity, weighed, told in zip(known.claim.quantities, known.quantities, known.settled, strict=True):
                if told is None and any(quantity.span.overlaps(place) for place in places):
                    rows.add(quantity_features(known, quantity, weighed, judged), "contradicted", group, ALTERED)
