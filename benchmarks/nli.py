"""How well an NLI model labels pairs of a passage and a claim, source by source.

    python -m benchmarks.nli --data FILE [FILE …] [--nli bundled|NAME_OR_PATH] [--limit N] [--json OUT]

FILE (.jsonl, .jsonl.gz) holds rows of one of three forms:

- `premise`, `hypothesis`, `label`, `source`;
- `premise`, `claims` (each with `text` and `label` E, N or C): of these only the development groups count, those
  whose premise has `int(sha1(premise).hexdigest(), 16) % 100 < 10`; `--all-groups` takes all;
- `document` (a list of sentences), `hypothesis`, `label`, perhaps `source`: the model reads windows of the document,
  and the claim counts as entailed where one of them entails it by more than one half.

Accuracy is over three classes, or over entailed and not where a source has no neutral rows; recall is the mean over the
classes, for documents the balanced accuracy. The interval holds 95 % of 1,000 bootstrap samples of rows.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.shares import interval
from factcheck.nli import ENTAILMENT, Nli, load_nli
from factcheck.settings import Settings
from training.nli.data import LABELS, NEWSROOM_LABELS, held_out, read_lines

WINDOW = 3  # sentences of a document read at once
WINDOWS = 16  # most windows of one document, those that share most words with the claim
_WORD = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True)
class Row:
    """A claim, the passages any one of which may entail it, and the label: one of LABELS or "not_entailment"."""

    passages: tuple[str, ...]
    claim: str
    label: str
    source: str


def read(path: Path, *, all_groups: bool = False) -> Iterator[Row]:
    """The rows of a file."""
    for line in read_lines(path):
        row: dict[str, Any] = line
        name = str(row.get("source", path.name.partition(".")[0]))
        if "claims" in row:
            if all_groups or held_out(row["premise"]):
                for claim in row["claims"]:
                    yield Row(
                        (row["premise"],), claim["text"], NEWSROOM_LABELS[claim["label"]], f"newsroom {path.stem}"
                    )
        elif "document" in row:
            passages = tuple(windows(row["document"], row["hypothesis"]))
            yield Row(passages, row["hypothesis"], row["label"], f"{name} (documents)")
        else:
            yield Row((row["premise"],), row["hypothesis"], row["label"], name)


def windows(document: Sequence[str], claim: str) -> list[str]:
    """Windows of a document's sentences, those that share most words with the claim first."""
    kept = [sentence for sentence in document if sentence.strip()]
    found = [" ".join(kept[i : i + WINDOW]) for i in range(max(1, len(kept) - WINDOW + 1))]
    sought = set(_WORD.findall(claim.lower()))
    return sorted(found, key=lambda text: -len(sought & set(_WORD.findall(text.lower()))))[:WINDOWS]


def probabilities(nli: Nli, rows: Sequence[Row]) -> NDArray[np.float32]:
    """For each row the scores of the passage that entails its claim most, float32 (N, 3)."""
    scores = nli.scores([(passage, row.claim) for row in rows for passage in row.passages])
    out, at = np.zeros((len(rows), 3), np.float32), 0
    for index, row in enumerate(rows):
        mine = scores[at : at + len(row.passages)]
        out[index] = mine[int(mine[:, ENTAILMENT].argmax())]
        at += len(row.passages)
    return out


@dataclass(frozen=True, slots=True)
class Score:
    """What a source's rows came to."""

    rows: int
    accuracy: float
    low: float
    high: float
    recall: float


def score(rows: Sequence[Row], found: NDArray[np.float32]) -> Score:
    """Accuracy with its interval, and the mean recall of the classes."""
    if any(row.label == "neutral" for row in rows):
        expected = np.array([LABELS.index(row.label) for row in rows])
        guessed = found.argmax(1)
    else:
        expected = np.array([int(row.label != "entailment") for row in rows])
        guessed = (found[:, ENTAILMENT] <= 0.5).astype(int)
    right = guessed == expected
    low, high = interval(right.tolist(), 0.95)
    recall = np.mean([right[expected == label].mean() for label in np.unique(expected)])
    return Score(len(rows), float(right.mean()), low, high, float(recall))


def main() -> None:
    """Read the rows, score them, and print a line a source."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", nargs="+", type=Path, required=True)
    parser.add_argument("--nli", default="bundled")
    parser.add_argument("--all-groups", action="store_true", help="not the development groups alone")
    parser.add_argument("--limit", type=int, help="rows of a source, drawn at random")
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    arguments = parser.parse_args()
    by_source: dict[str, list[Row]] = {}
    for path in arguments.data:
        for row in read(path, all_groups=arguments.all_groups):
            by_source.setdefault(row.source, []).append(row)
    nli = load_nli(Settings(nli=arguments.nli))
    if nli is None:
        parser.error("--nli none: nothing to measure")
    facts: dict[str, dict[str, float]] = {}
    print(f"{'':28}{'rows':>6}  accuracy (95 %)        recall")
    for name, rows in by_source.items():
        chosen = random.Random(0).sample(rows, min(len(rows), arguments.limit or len(rows)))
        result = score(chosen, probabilities(nli, chosen))
        facts[name] = {field: getattr(result, field) for field in Score.__dataclass_fields__}
        print(
            f"{name:28}{result.rows:6}  {result.accuracy:.3f} ({result.low:.3f}-{result.high:.3f})"
            f"    {result.recall:.3f}",
            flush=True,
        )
    if arguments.json:
        arguments.json.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
