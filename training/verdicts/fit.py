"""Fit the fusion's two regressions on annotated cases and write `factcheck/verdicts/calibration.json`.

    python training/verdicts/fit.py CASES_DIR [CASES_DIR ...] [--out FILE]

A case is a JSON file with `article`, `references` (id, title, source, date, text), `claims` (quote, claim, verdict) and
`numbers` (quote, occurrence, verdict). The annotated claims are judged as the product judges its own, their features
go into two L2-regularised multinomial logistic regressions. Printed: accuracy and macro-F1, cross-validated by case.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from factcheck.checker import Pipeline
from factcheck.claim import Claim, Quantity
from factcheck.document import Document, Reference, Span
from factcheck.readers import read_document, read_references
from factcheck.retrieval import Index, cut
from factcheck.verdicts.calibration import LABELS
from factcheck.verdicts.features import CLAIM_FEATURES, QUANTITY_FEATURES, claim_features, quantity_features
from factcheck.verdicts.judge import Case, Judge

STRENGTH = 0.05
"""Inverse of the L2 penalty, for standardised features."""
FOLDS = 12


@dataclass
class Rows:
    """Features, labels (indices of LABELS) and groups (indices of cases), one entry a row."""

    features: list[NDArray[np.float64]] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)

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


def rows(cases: Sequence[Mapping[str, Any]], pipeline: Pipeline) -> tuple[Rows, Rows]:
    """The rows of all annotated claims, and of all annotated numbers in them."""
    claims, quantities = Rows(), Rows()
    for group, case in enumerate(cases):
        numbers = [(place(case["article"], n["quote"], n.get("occurrence", 1)), n["verdict"]) for n in case["numbers"]]
        for gathered, gold in zip(gather(pipeline, case), case["claims"], strict=True):
            claims.add(
                claim_features(gathered.passages, gathered.quantities, gathered.readings), gold["verdict"], group
            )
            for quantity, weighed in zip(gathered.claim.quantities, gathered.quantities, strict=True):
                verdict = next((verdict for span, verdict in numbers if span.overlaps(quantity.span)), None)
                if verdict is not None:
                    quantities.add(quantity_features(quantity, gathered.passages, weighed), verdict, group)
        print(case["id"], len(claims.labels), len(quantities.labels), flush=True)
    return claims, quantities


def fit(name: str, features: Sequence[str], data: Rows) -> dict[str, Any]:
    """Cross-validate, print, fit on everything, and give the weights for raw features."""
    x, y = np.array(data.features), np.array(data.labels)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=5000))
    folds = GroupKFold(min(FOLDS, len(set(data.groups))))
    guess = cross_val_predict(model, x, y, groups=data.groups, cv=folds)
    each = [round(float(score), 3) for score in f1_score(y, guess, average=None)]
    print(
        f"{name}: {len(y)} rows, accuracy {(guess == y).mean():.3f}, F1 of {[label.value for label in LABELS]} {each}"
    )
    model.fit(x, y)
    scaler, regression = model[0], model[1]
    weights = regression.coef_ / scaler.scale_
    bias = regression.intercept_ - weights @ scaler.mean_
    return {
        "features": list(features),
        "weights": {label.value: [round(float(w), 5) for w in weights[i]] for i, label in enumerate(LABELS)},
        "bias": {label.value: round(float(bias[i]), 5) for i, label in enumerate(LABELS)},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Path("factcheck/verdicts/calibration.json"))
    options = parser.parse_args()
    paths = sorted(path for folder in options.cases for path in folder.rglob("*.json"))
    cases = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    claims, quantities = rows(cases, Pipeline())
    fitted = {
        "claim": fit("claim", CLAIM_FEATURES, claims),
        "quantity": fit("quantity", QUANTITY_FEATURES, quantities),
    }
    options.out.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
