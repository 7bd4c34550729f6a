"""Annotated cases to the rows that the fusion is fitted on."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.matching import matched
from factcheck.checker import Pipeline
from factcheck.document import Document, Reference, Span
from factcheck.readers import read_document, read_references
from factcheck.retrieval import Index, cut
from factcheck.verdicts.calibration import LABELS
from factcheck.verdicts.features import Case, claim_features, quantity_features
from factcheck.verdicts.judge import Judge

Gathered = tuple[Mapping[str, Any], list[tuple[Case, str | None]]]
"""An annotated case, and for each claim that the splitter makes of its article what the fusion would see of it, with
the verdict of the annotated claim that says the same, if there is one."""


@dataclass
class Rows:
    """Features, labels (indices of LABELS) and groups (indices of cases), one entry a row."""

    features: list[NDArray[np.float64]] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)

    @property
    def x(self) -> NDArray[np.float64]:
        """The features, (N, F)."""
        return np.array(self.features)

    @property
    def y(self) -> NDArray[np.intp]:
        """The labels, (N)."""
        return np.array(self.labels)

    def add(self, features: NDArray[np.float64], verdict: str, group: int) -> None:
        """Append a row."""
        self.features.append(features)
        self.labels.append([label.value for label in LABELS].index(verdict))
        self.groups.append(group)


def _quiet(done: int, total: int) -> None:
    """No progress wanted."""


def load(case: Mapping[str, Any], folder: Path) -> tuple[Document, list[Reference]]:
    """Write a case's article and references as files and read them as the product does."""
    (folder / "references").mkdir()
    (folder / "article.md").write_text(case["article"], encoding="utf-8")
    for reference in case["references"]:
        head = "".join(f"{key}: {json.dumps(reference.get(key, ''))}\n" for key in ("title", "source", "date"))
        text = f"---\n{head}---\n\n{reference['text']}\n"
        (folder / "references" / f"{reference['id']}.md").write_text(text, encoding="utf-8")
    references, _ = read_references([str(folder / "references")])
    return read_document(str(folder / "article.md")), references


def place(article: str, quote: str, occurrence: int = 1) -> Span:
    """Where the n-th occurrence of a quotation stands."""
    at = -1
    for _ in range(occurrence):
        at = article.index(quote, at + 1)
    return Span(at, at + len(quote))


def gather(pipeline: Pipeline, case: Mapping[str, Any]) -> list[tuple[Case, str | None]]:
    """Everything the fusion would see of the product's own claims, each with its annotated verdict.

    The product's claims, not the annotated wordings, because those are what the fusion meets: with more pronouns, and
    here and there a phrase too many.
    """
    with tempfile.TemporaryDirectory() as scratch:
        document, references = load(case, Path(scratch))
        claims = [claim for claim in pipeline.claims(document) if claim.checkworthy]
        index = Index(cut(references), pipeline.retriever)
        judge = Judge(index, references, pipeline.nli, pipeline.settings)
        known = judge.gather(claims, progress=_quiet)
    expected = [(place(case["article"], gold["quote"]), gold["claim"]) for gold in case["claims"]]
    partner = matched(expected, [(claim.spans, claim.text) for claim in claims])
    verdicts = {reported: case["claims"][gold]["verdict"] for gold, reported in partner.items()}
    return [(found, verdicts.get(number)) for number, found in enumerate(known)]


def gathered(folders: Sequence[Path], pipeline: Pipeline) -> list[Gathered]:
    """All cases of some folders, by file name, with what the fusion would see of them."""
    found: list[Gathered] = []
    for path in sorted(path for folder in folders for path in folder.rglob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
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


def quantity_rows(cases: Sequence[Gathered], judge: Callable[[int, NDArray[np.float64]], NDArray[np.float64]]) -> Rows:
    """The rows of all annotated numbers, once for each claim that has them; not of those that a table settles.

    Args:
        cases: The cases.
        judge: From the index of a case and a claim's features to the claim's probabilities (3); where these cases are
            fitted to, by a model that did not see the case, so that the regression learns how far to trust it.
    """
    rows = Rows()
    for group, (case, found) in enumerate(cases):
        numbers = [(place(case["article"], n["quote"], n.get("occurrence", 1)), n["verdict"]) for n in case["numbers"]]
        for known, _ in found:
            judged = judge(group, claim_features(known))
            for quantity, weighed, told in zip(known.claim.quantities, known.quantities, known.settled, strict=True):
                verdict = next((verdict for span, verdict in numbers if span.overlaps(quantity.span)), None)
                if verdict is not None and told is None:
                    rows.add(quantity_features(known, quantity, weighed, judged), verdict, group)
    return rows
