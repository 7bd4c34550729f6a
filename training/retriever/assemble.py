"""Put the embedder's training file together: claims, the passages that decide them, and hard negatives.

    python -m training.retriever.assemble DATA OUT.jsonl.gz [--without FILE …] [--seed N]

Rows have `claim`, `evidence`, `group`, `source` and `negatives`, in random order. No premise and no claim of the files
named by --without is among the examples, so that these can measure.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from factcheck.models import Embedder
from training.nli.data import read_lines
from training.retriever.negatives import mined
from training.retriever.pairs import MOST, Example, read


def write(path: Path, found: Sequence[Example]) -> None:
    """Write the examples, the same bytes for the same examples."""
    with path.open("wb") as raw, gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as stream:
        for example in found:
            stream.write((json.dumps(asdict(example), ensure_ascii=False) + "\n").encode())


def read_examples(path: Path) -> list[Example]:
    """What `write` wrote."""
    found = []
    for row in read_lines(path):
        negatives = row["negatives"]
        assert isinstance(negatives, list)
        claim, evidence, group, source = (str(row[name]) for name in ("claim", "evidence", "group", "source"))
        found.append(Example(claim, evidence, group, source, tuple(negatives)))
    return found


def main() -> None:
    """Read the arguments and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder of the NLI data")
    parser.add_argument("out", type=Path, help="the training file, .jsonl.gz")
    parser.add_argument("--without", nargs="*", type=Path, default=[], help="files of labelled pairs that measure")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, help="of the embedder that mines")
    arguments = parser.parse_args()
    chosen, silent = read(arguments.data, arguments.without, arguments.seed)
    embedder, generator = Embedder.load(arguments.threads), random.Random(arguments.seed)
    found: list[Example] = []
    for source in MOST:
        part = mined([example for example in chosen if example.source == source], silent, embedder, generator)
        with_negatives = sum(bool(example.negatives) for example in part)
        print(f"{len(part):6} {source}, {with_negatives} with negatives", flush=True)
        found += part
    generator.shuffle(found)
    write(arguments.out, found)
    print(f"{len(found):6} together", Counter(len(example.negatives) for example in found))


if __name__ == "__main__":
    main()
