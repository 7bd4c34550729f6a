from __future__ import annotations

import numpy as np

from training.retriever.lexical import Lexical

PASSAGES = ["The ferry was built in Turku.", "The pier was closed.", "Ferry and pier belong to the town of Brannholm."]


def test_the_best_passage_has_one_and_what_shares_no_word_nothing() -> None:
    shares = Lexical(PASSAGES).shares(["Who built the ferry in Turku?", "A pier is closed.", "Swans.", "the"])
    assert shares.dtype == np.float32
    assert shares.argmax(1).tolist()[:2] == [0, 1]
    assert shares.max(1).tolist() == [1, 1, 0, 0]
    assert shares[0, 1] == 0
    assert 0 < shares[0, 2] < 1
