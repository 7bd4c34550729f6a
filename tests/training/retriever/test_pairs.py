from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

from training.nli.data import Pair
from training.retriever import pairs
from training.retriever.pairs import LONGEST, MOST, examples, group_of, held_out, narrowed, silent, words

FERRY = "The ferry to Brannholm sails twice a day. It was built in Turku in 1998."
LONG = " ".join(
    [
        *("The council of Mirefield met on Tuesday and heard a report about roads that nobody had asked for.",) * 3,
        "The swimming pool on Alder Street will close in March for repairs that cost 2.4 million euros.",
        *("A letter from the residents of the hill was read out and put on the table for the next meeting.",) * 3,
    ]
)


def made(*rows: tuple[str, str, str]) -> dict[str, list[Pair]]:
    return {"newsroom": [Pair(premise, claim, label, "newsroom") for premise, claim, label in rows]}


def test_passages_that_decide_are_evidence_whichever_way() -> None:
    by_source = made(
        (FERRY, "The ferry was built in 1998.", "entailment"),
        (FERRY, "The ferry was built in 2003.", "contradiction"),
        (FERRY, "The ferry is red.", "neutral"),
    )
    found = examples(by_source, frozenset(), random.Random(0))
    assert sorted(example.claim for example in found) == [
        "The ferry was built in 1998.",
        "The ferry was built in 2003.",
    ]
    assert {example.group for example in found} == {group_of(FERRY)}
    assert silent(by_source, frozenset()) == {"The ferry is red.": [FERRY]}


def test_what_is_held_out_is_left_out_as_premise_and_as_claim(tmp_path: Path) -> None:
    path = tmp_path / "dev.jsonl.gz"
    row = {"premise": "The pier is closed.", "hypothesis": "The pier is shut.", "label": "entailment", "source": "x"}
    path.write_bytes(gzip.compress((json.dumps(row) + "\n").encode()))
    by_source = made(
        ("The pier is closed.", "Nobody can walk on the pier.", "entailment"),
        ("A storm took the pier.", "The pier is shut.", "entailment"),
        (FERRY, "The ferry was built in 1998.", "entailment"),
    )
    assert [example.evidence for example in examples(by_source, held_out([path]), random.Random(0))] == [FERRY]


def test_sources_are_capped_and_drawn_by_the_seed() -> None:
    rows = [Pair(f"Boat {i} is red.", f"Boat {i} has a colour.", "entailment", "") for i in range(MOST["q2_wow"] + 50)]
    first, again, other = (examples({"q2_wow": rows}, frozenset(), random.Random(seed)) for seed in (1, 1, 2))
    assert first == again != other
    assert len(first) == MOST["q2_wow"]


def test_sources_that_are_not_named_are_left_out() -> None:
    by_source = {"measure_only": [Pair(FERRY, "The ferry was built in 1998.", "entailment", "measure_only")]}
    assert examples(by_source, frozenset(), random.Random(0)) == []


def test_a_long_premise_is_cut_to_what_the_claim_is_about() -> None:
    found = narrowed(LONG, "Repairs of the swimming pool cost 2.4 million euros.")
    assert "swimming pool on Alder Street" in found
    assert found in LONG
    assert len(found.split()) <= LONGEST < len(LONG.split())


def test_a_short_premise_and_a_long_sentence_stay_whole() -> None:
    assert narrowed(FERRY, "The ferry was built in 1998.") == FERRY
    sentence = "word " * (LONGEST + 20) + "end."
    assert narrowed(sentence, "The end.") == sentence


def test_words_are_what_tells_passages_apart() -> None:
    assert words("It is 9 of THE boats") == {"the", "boats", "9"}


def test_no_source_only_measures() -> None:
    assert not {"fm2", "begin", "wice_dev", "climate_fever", "healthver", "covidfact", "monli"} & set(pairs.MOST)
