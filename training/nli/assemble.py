"""Put the training file together: the licensed sources and what is made from them.

    python -m training.nli.assemble DATA OUT.jsonl.gz [--seed N]

Each row has `premise`, `hypothesis`, `label`, `source` and `made`: "" for a pair as it came, else the name of the
augmentation. Rows of one source stand together; the training run shuffles them.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from training.nli import augment, figures
from training.nli.data import PASSES, Pair, licensed

FRAMED = {
    "newsroom": 0.35,
    "part": 0.5,
    "mismatched": 0.4,
    "figure": 0.3,
    "vitaminc_real": 0.3,
    "fever_train_part": 0.3,
}
SURROUNDED = {"newsroom": 0.12, "vitaminc_real": 0.15, "fever_train_part": 0.1, "multinli": 0.05}
EDITED = {
    "newsroom": 3, "vitaminc_real": 1, "fever_train_part": 1, "sufficient_facts": 1, "realsumm_scu": 1,
    "factcg_cg2c": 1,
}  # fmt: skip
"""Sources whose claims are close enough to the premise's wording for edits of figures and names, and how often."""
PART_PASSES = 4
MISMATCHED_SHARE = 2.5
"""Mismatched claims for each newsroom claim, before those without a name are left out."""
Made = tuple[Pair, str]


def repeated(pairs: Sequence[Pair], passes: float, generator: random.Random) -> Iterator[Pair]:
    """The pairs as often as told; of a part of a pass, a random sample."""
    for _ in range(int(passes)):
        yield from pairs
    yield from generator.sample(pairs, int(len(pairs) * (passes - int(passes))))


def edits(pairs: Sequence[Pair], generator: random.Random) -> Iterator[Made]:
    """Edited pairs of one source, by each of the edits that apply."""
    ways: tuple[Callable[[Pair, random.Random], Pair | None], ...] = (
        figures.contradicted, figures.reworded, augment.renamed,
    )  # fmt: skip
    for pair, way in itertools.product(pairs, ways):
        made = way(pair, generator)
        if made is not None:
            yield made, made.source


def parts(pairs: Sequence[Pair], generator: random.Random) -> Iterator[Made]:
    """Single sentences and windows of the newsroom's premises."""
    for pair in repeated(pairs, PART_PASSES, generator):
        made = augment.part(pair, generator)
        if made is not None:
            yield made, "part"


def everything(by_source: dict[str, list[Pair]], generator: random.Random) -> Iterator[Made]:
    """All rows before frames and strangers are put around them."""
    own = by_source["newsroom"]
    for source, passes in PASSES.items():
        yield from ((pair, "") for pair in repeated(by_source[source], passes, generator))
        if source in EDITED:
            yield from edits([*repeated(by_source[source], EDITED[source], generator)], generator)
    yield from parts(own, generator)
    yield from ((pair, "mismatched") for pair in augment.mismatched(own, int(MISMATCHED_SHARE * len(own)), generator))


def surroundings(rows: Iterator[Made], strangers: dict[str, list[str]], generator: random.Random) -> Iterator[Made]:
    """Rows with frames and strangers around some of their premises."""
    for pair, made in rows:
        source = "newsroom" if pair.source.startswith("newsroom") else pair.source
        if generator.random() < SURROUNDED.get(source, 0.0):
            pair, made = augment.surrounded(pair, strangers[source], generator), made or "surrounded"
        if generator.random() < FRAMED.get(made or source, FRAMED.get(source, 0.0)):
            pair, made = augment.framed(pair, generator), made or "framed"
        yield replace(pair, source=source), made


def main() -> None:
    """Read the arguments and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder of the NLI data")
    parser.add_argument("out", type=Path, help="the training file, .jsonl.gz")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    generator = random.Random(arguments.seed)
    by_source = licensed(arguments.data)
    strangers = {source: sorted({pair.premise for pair in pairs}) for source, pairs in by_source.items()}
    count: Counter[str] = Counter()
    with gzip.open(arguments.out, "wt", encoding="utf-8") as stream:
        for pair, made in surroundings(everything(by_source, generator), strangers, generator):
            stream.write(json.dumps(asdict(pair) | {"made": made}, ensure_ascii=False) + "\n")
            count[made or pair.source] += 1
    for name, rows in count.most_common():
        print(f"{rows:8} {name}")
    print(f"{count.total():8} together")


if __name__ == "__main__":
    main()
