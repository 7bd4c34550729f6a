from __future__ import annotations

import numpy as np
import pytest

from factcheck.errors import ModelError
from factcheck.verdicts.calibration import LABELS, Regression, fitted
from factcheck.verdicts.features import CLAIM_FEATURES, QUANTITY_FEATURES


def test_the_shipped_regressions_fit_the_features() -> None:
    for name, features in (("claim", CLAIM_FEATURES), ("quantity", QUANTITY_FEATURES)):
        regression = fitted(name, features)
        assert regression.weights.shape == (len(LABELS), len(features))
        assert regression.probabilities(np.zeros(len(features))).sum() == pytest.approx(1.0)


def test_weights_for_other_features_are_refused() -> None:
    data = {"features": ["a"], "weights": {label.value: [0.0] for label in LABELS}, "bias": {}}
    with pytest.raises(ModelError, match="fitted for other features"):
        Regression.parse(data, ["b"])


def test_extreme_rows_stay_probabilities() -> None:
    regression = Regression(np.array([[1000.0], [-1000.0], [0.0]]), np.zeros(3))
    np.testing.assert_allclose(regression.probabilities(np.array([5.0])), [1.0, 0.0, 0.0])
