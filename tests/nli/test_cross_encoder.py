from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from factcheck.errors import ModelError
from factcheck.nli import CONTRADICTION, ENTAILMENT, NEUTRAL
from factcheck.nli.cross_encoder import CrossEncoderNli, columns
from tests.nli.tiny import save_nli

PAIRS = [("the ferry carried six passengers", "six passengers"), ("to the harbour", "in march"), ("", "nine")]


def test_label_order_comes_from_the_config(tmp_path: Path) -> None:
    usual = CrossEncoderNli(str(save_nli(tmp_path / "a", ["entailment", "neutral", "contradiction"])))
    other = CrossEncoderNli(str(save_nli(tmp_path / "b", ["CONTRADICTION", "ENTAILMENT", "NEUTRAL"])))
    a, b = usual.scores(PAIRS), other.scores(PAIRS)
    # The weights are the same, so the same outputs must land in the columns that the labels name.
    np.testing.assert_allclose(b[:, CONTRADICTION], a[:, 0], rtol=1e-5)
    np.testing.assert_allclose(b[:, ENTAILMENT], a[:, 1], rtol=1e-5)
    np.testing.assert_allclose(b[:, NEUTRAL], a[:, 2], rtol=1e-5)


def test_scores_are_probabilities(tmp_path: Path) -> None:
    nli = CrossEncoderNli(str(save_nli(tmp_path, ["contradiction", "entailment", "neutral"])))
    scores = nli.scores(PAIRS)
    assert scores.shape == (3, 3)
    np.testing.assert_allclose(scores.sum(axis=1), 1.0, rtol=1e-5)
    assert nli.scores([]).shape == (0, 3)


def test_two_way_models_put_the_rest_on_neutral(tmp_path: Path) -> None:
    nli = CrossEncoderNli(str(save_nli(tmp_path, ["not_entailment", "entailment"])))
    scores = nli.scores(PAIRS)
    assert (scores[:, CONTRADICTION] == 0).all()
    assert (scores[:, NEUTRAL] > 0).all()


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ({0: "entailment", 1: "neutral", 2: "contradiction"}, [ENTAILMENT, NEUTRAL, CONTRADICTION]),
        ({0: "SUPPORTS", 1: "REFUTES", 2: "NOT ENOUGH INFO"}, [ENTAILMENT, CONTRADICTION, NEUTRAL]),
        ({0: "supported", 1: "unsupported"}, [ENTAILMENT, NEUTRAL]),
    ],
)
def test_columns_by_name(labels: dict[int, str], expected: list[int]) -> None:
    assert columns("m", labels) == expected


def test_nameless_labels_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"LABEL_0, LABEL_1.*name no entailment"):
        columns("m", {0: "LABEL_0", 1: "LABEL_1"})


def test_a_folder_that_is_no_model_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        CrossEncoderNli(str(tmp_path))
    assert "\n" not in str(caught.value)
    assert str(tmp_path) in str(caught.value)
