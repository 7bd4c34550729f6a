"""Fit the fusion's two regressions on annotated cases and write `factcheck/verdicts/calibration.json`.

    python -m training.verdicts.fit [CASES_DIR …] [--measure CASES_DIR …] [--out FILE] [--diagram PNG] [--cache DIR]

A case is a JSON file with `article`, `references` (id, title, source, date, text), `claims` (quote, claim, verdict) and
`numbers` (quote, occurrence, verdict); those in `training/verdicts/cases` are our own. The product's claims of
the articles are paired with the annotated ones, and their features go into two L2-regularised multinomial logistic
regressions, one for claims, one for numbers.
Printed: accuracy, F1 and calibration, cross-validated by case, and on the cases of --measure, which are not fitted to.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.pipeline import Pipeline as Steps
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from factcheck.cache import Store
from factcheck.checker import Pipeline
from factcheck.rules.sureness import CLAIM, NUMBER
from factcheck.verdicts.calibration import LABELS
from factcheck.verdicts.features import CLAIM_FEATURES, QUANTITY_FEATURES
from training.verdicts.reliability import calibration_error, diagram
from training.verdicts.rows import Gathered, Rows, add_altered, altered, claim_rows, files, gathered, quantity_rows

OWN = Path(__file__).parent / "cases"
STRENGTH = 0.05
"""Inverse of the L2 penalty, for standardised features."""
FOLDS = 12
Floats = NDArray[np.float64]


def model() -> Steps:
    """An untrained regression."""
    return make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=5000))


def trained(data: Rows, chosen: NDArray[np.bool_] | None = None) -> Steps:
    """A regression fitted to the rows, or to the chosen ones."""
    kept = np.ones(len(data.labels), dtype=bool) if chosen is None else chosen
    weights = np.array(data.weights)[kept]
    return model().fit(data.x[kept], data.y[kept], logisticregression__sample_weight=weights)


def folds(groups: Sequence[int]) -> dict[int, int]:
    """Which fold each case is in."""
    return {group: group % FOLDS for group in groups}


def without_own(data: Rows) -> Callable[[int, Floats], Floats]:
    """From the index of a case and a row of it to probabilities, by a model that saw no row of that case's fold."""
    fold = folds(data.groups)
    mine = np.array([fold[group] for group in data.groups])
    models = {i: trained(data, mine != i) for i in sorted(set(mine))}

    def judge(group: int, row: Floats) -> Floats:
        found: Floats = models[fold.get(group, group % FOLDS)].predict_proba(row[None])[0]
        return found

    return judge


def left_out(data: Rows) -> Floats:
    """Probabilities (N, 3) of each row by a model that saw no row of its case."""
    judge = without_own(data)
    return np.array([judge(group, row) for group, row in zip(data.groups, data.features, strict=True)])


def tell(name: str, data: Rows, found: Floats, contradicted: float, unverified: float = 2.0) -> None:
    """Print what probabilities are worth, and how often what is called wrong is so where it fails a run.

    Args:
        name: Of the rows.
        data: The rows.
        found: Their probabilities, (N, 3).
        contradicted: From which probability of that a finding is an error; of `factcheck.rules.sureness`.
        unverified: From which probability that it is not supported what is open is an error; 2 where it never is.
    """
    guess = found.argmax(1)
    each = [round(float(score), 3) for score in f1_score(data.y, guess, average=None)]
    precision = (data.y[guess == 1] == 1).mean() if (guess == 1).any() else float("nan")
    print(
        f"{name}: {len(data.y)} rows, accuracy {(guess == data.y).mean():.3f},"
        f" F1 of {[label.value for label in LABELS]} {each}, contradicted right {precision:.3f},"
        f" calibration error {calibration_error(found.max(1), guess == data.y):.3f}",
        flush=True,
    )
    sure = (guess == 1) & (found[:, 1] >= contradicted)
    share = (data.y[sure] == 1).mean() if sure.any() else float("nan")
    flagged = sure | ((guess == 2) & (1 - found[:, 0] >= unverified))
    owed = (data.y[flagged] != 0).mean() if flagged.any() else float("nan")
    print(f"  errors: {sure.sum()} contradicted, right {share:.3f}; {flagged.sum()} not supported, right {owed:.3f}")


def surest(data: Rows, found: Floats) -> float:
    """From which probability a number counts as supported.

    The lowest, so with the fewest false alarms, from which flagging the rest agrees with the editors as well as it can,
    but for a hundredth.
    """
    owed = data.y != 0
    steps = np.arange(0.4, 0.9, 0.01)
    flags = [found[:, 0] < step for step in steps]
    worth = np.array([2 * (flagged & owed).sum() / max(1, flagged.sum() + owed.sum()) for flagged in flags])
    best = int(np.argmax(worth >= worth.max() - 0.01))
    precision = (flags[best] & owed).sum() / max(1, flags[best].sum())
    print(f"numbers supported from {steps[best]:.2f}: flags F1 {worth[best]:.3f}, precision {precision:.3f}")
    return round(float(steps[best]), 2)


def weights(features: Sequence[str], data: Rows) -> dict[str, Any]:
    """Fit on everything, and give the weights for raw features."""
    fitted = trained(data)
    scaler, regression = fitted[0], fitted[1]
    matrix = regression.coef_ / scaler.scale_
    bias = regression.intercept_ - matrix @ scaler.mean_
    return {
        "features": list(features),
        "weights": {label.value: [round(float(w), 5) for w in matrix[i]] for i, label in enumerate(LABELS)},
        "bias": {label.value: round(float(bias[i]), 5) for i, label in enumerate(LABELS)},
    }


def measure(cases: Sequence[Gathered], claims: Rows, quantities: Rows) -> None:
    """Print what models fitted to `claims` and `quantities` are worth on other cases."""
    others, whole = claim_rows(cases), trained(claims)
    tell("claims of other cases", others, whole.predict_proba(others.x), CLAIM)
    rows = quantity_rows(cases, lambda _, row: whole.predict_proba(row[None])[0])
    tell("numbers of other cases", rows, trained(quantities).predict_proba(rows.x), *NUMBER.values())


def main() -> None:
    """Read the arguments, gather, fit, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", type=Path, default=[OWN])
    parser.add_argument("--measure", nargs="*", type=Path, default=[], help="cases to measure on, not to fit")
    parser.add_argument("--out", type=Path, default=Path("factcheck/verdicts/calibration.json"))
    parser.add_argument("--diagram", type=Path, help="where to draw the reliability diagram (PNG)")
    parser.add_argument("--cache", type=Path, help="folder in which the models' results are kept for later runs")
    options = parser.parse_args()
    pipeline = Pipeline(store=Store(options.cache) if options.cache else None)
    mine = gathered(options.cases, pipeline)
    claims = claim_rows(mine)
    judged = left_out(claims)
    tell("claims", claims, judged, CLAIM)
    quantities = quantity_rows(mine, without_own(claims))
    written = len(quantities.labels)
    add_altered(quantities, [altered(pipeline, path) for path in files(options.cases)], without_own(claims))
    sure, natural = left_out(quantities)[:written], quantities.first(written)
    tell("numbers", natural, sure, *NUMBER.values())
    facts = {
        "claim": weights(CLAIM_FEATURES, claims),
        "quantity": weights(QUANTITY_FEATURES, quantities) | {"supported_from": surest(natural, sure)},
    }
    options.out.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    if options.diagram:
        diagram(options.diagram, {"claims": (judged, claims.y), "numbers": (sure, natural.y)})
    if options.measure:
        measure(gathered(options.measure, pipeline), claims, quantities)


if __name__ == "__main__":
    main()
