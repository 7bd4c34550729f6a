"""Annotated cases to the rows that the fusion is fitted on."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factcheck.checker import Pipeline
from factcheck.claim import Claim, Quantity
from factcheck.document import Document, Reference, Span
from factcheck.readers import read_document, read_references
from factcheck.retrieval import Index, cut
from factcheck.verdicts.calibration import LABELS
from factcheck.verdicts.features import Case, claim_features, quantity_features
from factcheck.verdicts.judge import Judge

Gathered = tuple[Mapping[str, Any], list[Case]]
"""An annotated case, and what the fusion would see of each of its claims."""


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


def annotated(case: Mapping[str, Any], quantities: Sequence[Quantity]) -> Iterator[Claim]:
    """The annotated claims, with the article's quantities that stand in their quotation and in their text."""
    for number, gold in enumerate(case["claims"], start=1):
        span = place(case["article"], gold["quote"])
        text = gold["claim"].lower()
        mine = tuple(q for q in quantities if q.span.overlaps(span) and _shares_number(q, text))
        yield Claim(f"c{number}", gold["claim"], (span,), span, quantities=mine)


def _shares_number(quantity: Quantity, text: str) -> bool:
    return any(word in text for word in quantity.text.lower().split() if word[0].isdigit()) or (
        quantity.text.lower() in text
    )


def gather(pipeline: Pipeline, case: Mapping[str, Any]) -> list[Case]:
    """Everything the fusion would see of a case's annotated claims."""
    with tempfile.TemporaryDirectory() as scratch:
        document, references = load(case, Path(scratch))
        claims = list(annotated(case, pipeline.numbers(document).quantities))
        index = Index(cut(references), pipeline.retriever)
        judge = Judge(index, references, pipeline.nli, pipeline.settings)
        return judge.gather(claims, progress=_quiet)


def gathered(folders: Sequence[Path], pipeline: Pipeline) -> list[Gathered]:
    """All cases of some folders, by file name, with what the fusion would see of them."""
    found: list[Gathered] = []
    for path in sorted(path for folder in folders for path in folder.rglob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        found.append((case, gather(pipeline, case)))
        print(path.stem, flush=True)
    return found


def claim_rows(cases: Sequence[Gathered]) -> Rows:
    """The rows of all annotated claims."""
    rows = Rows()
    for group, (case, found) in enumerate(cases):
        for known, gold in zip(found, case["claims"], strict=True):
            rows.add(claim_features(known), gold["verdict"], group)
    return rows


def quantity_rows(cases: Sequence[Gathered], judged: NDArray[np.float64]) -> Rows:
    """The rows of all annotated numbers that stand in annotated claims.

    Args:
        cases: The cases.
        judged: The probabilities (N, 3) of their claims, in order; where these cases are fitted to, by models that did
            not see the case, so that the regression learns how far to trust them.
    """
    rows, at = Rows(), 0
    for group, (case, found) in enumerate(cases):
        numbers = [(place(case["article"], n["quote"], n.get("occurrence", 1)), n["verdict"]) for n in case["numbers"]]
        for known in found:
            for quantity, weighed in zip(known.claim.quantities, known.quantities, strict=True):
                verdict = next((verdict for span, verdict in numbers if span.overlaps(quantity.span)), None)
                if verdict is not None:
                    rows.add(quantity_features(known, quantity, weighed, judged[at]), verdict, group)
            at += 1
    return rows
