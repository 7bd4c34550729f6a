"""How well an NLI model labels pairs of a passage and a claim, source by source.

    python -m benchmarks.nli --data FILE [FILE …] [--nli bundled|NAME_OR_PATH] [--limit N] [--json OUT]

FILE (.jsonl, .jsonl.gz) holds rows of one of three forms:

- `premise`, `hypothesis`, `label`, `source`;
- `premise`, `claims` (each with `text` and `label` E, N or C): of these only the development groups count, those
  whose premise has `int(sha1(premise).hexdigest(), 16) % 100 < 10`; `--all-groups` takes all;
- `document` (a list of sentences), `hypothesis`, `label`, perhaps `source`: the model reads what the product's
  retriever finds, window by window and together, and the claim counts as entailed where one of these passages entails
  it by more than one half.

Accuracy is over three classes, or over entailed and not where a source has no neutral rows; recall is the mean over the
classes, for documents the balanced accuracy; the area under the curve is of entailed against the rest. Intervals hold
95 % of 1,000 bootstrap samples of rows.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.shares import SAMPLES, interval
from factcheck.document import Span
from factcheck.evidence import Snippet
from factcheck.nli import ENTAILMENT, Nli, load_nli
from factcheck.retrieval import Index, Retriever, load_retriever, premise, together
from factcheck.settings import Settings
from training.nli.data import LABELS, NEWSROOM_LABELS, held_out, read_lines

WINDOWS = 5  # sentences of a document that are read with their neighbours, those that fit the claim best
TOGETHER = 4  # of these, how many are read as one passage
SENTENCES = 8  # read as one passage without their neighbours


@dataclass(frozen=True, slots=True)
class Row:
    """A claim, the passages any one of which may entail it, and the label: one of LABELS or "not_entailment"."""

    passages: tuple[str, ...]
    claim: str
    label: str
    source: str


def read(path: Path, retriever: Retriever, *, all_groups: bool = False) -> Iterator[Row]:
    """The rows of a file."""
    known: dict[tuple[str, ...], Index] = {}
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
            document = tuple(sentence for sentence in row["document"] if sentence.strip())
            if document not in known:
                known = {document: indexed(document, retriever)}
            found = tuple(passages(known[document], row["hypothesis"]))
            yield Row(found, row["hypothesis"], row["label"], f"{name} (documents)")
        else:
            yield Row((row["premise"],), row["hypothesis"], row["label"], name)


def indexed(document: Sequence[str], retriever: Retriever) -> Index:
    """A document's sentences, each a snippet."""
    return Index([Snippet(0, Span(i, i + 1), sentence) for i, sentence in enumerate(document)], retriever)


def passages(index: Index, claim: str) -> list[str]:
    """What is read of a document for a claim: windows, the best of them together, and the best sentences together.

    One window seldom tells a claim of several facts whole.
    """
    order = [int(i) for i in np.argsort(-index.scores([claim])[0], kind="stable")]
    windows = [premise(index.snippets, i) for i in order[:WINDOWS]]
    joined = [
        together(index.snippets, order[:TOGETHER]),
        together(index.snippets, order[:SENTENCES], around=0),
    ]
    return list(dict.fromkeys([*windows, *joined]))


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
    recall_low: float
    recall_high: float
    area: float


def score(rows: Sequence[Row], found: NDArray[np.float32]) -> Score:
    """Accuracy and the mean recall of the classes with their intervals, and the area under the curve."""
    if any(row.label == "neutral" for row in rows):
        expected = np.array([LABELS.index(row.label) for row in rows])
        guessed = found.argmax(1)
    else:
        expected = np.array([int(row.label != "entailment") for row in rows])
        guessed = (found[:, ENTAILMENT] <= 0.5).astype(int)
    right = guessed == expected
    low, high = interval(right.tolist(), 0.95)
    generator = np.random.default_rng(0)
    drawn = [generator.integers(0, len(rows), len(rows)) for _ in range(SAMPLES)]
    recalls = np.percentile([_recall(expected[sample], right[sample]) for sample in drawn], [2.5, 97.5])
    area = _area(found[expected == 0, ENTAILMENT], found[expected != 0, ENTAILMENT])
    recall = _recall(expected, right)
    return Score(len(rows), float(right.mean()), low, high, recall, float(recalls[0]), float(recalls[1]), area)


def _recall(expected: NDArray[np.intp], right: NDArray[np.bool_]) -> float:
    """The mean over the classes of the share that is right."""
    return float(np.mean([right[expected == label].mean() for label in np.unique(expected)]))


def _area(entailed: NDArray[np.float32], others: NDArray[np.float32]) -> float:
    """How often what is entailed scores higher than what is not, a tie counting half."""
    above = entailed[:, None] > others
    return float((above + 0.5 * (entailed[:, None] == others)).mean())


def main() -> None:
    """Read the rows, score them, and print a line a source."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", nargs="+", type=Path, required=True)
    parser.add_argument("--nli", default="bundled")
    parser.add_argument("--all-groups", action="store_true", help="not the development groups alone")
    parser.add_argument("--limit", type=int, help="rows of a source, drawn at random")
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    arguments = parser.parse_args()
    settings = Settings(nli=arguments.nli)
    retriever = load_retriever(settings)
    by_source: dict[str, list[Row]] = {}
    for path in arguments.data:
        for row in read(path, retriever, all_groups=arguments.all_groups):
            by_source.setdefault(row.source, []).append(row)
    nli = load_nli(settings)
    if nli is None:
        parser.error("--nli none: nothing to measure")
    facts: dict[str, dict[str, float]] = {}
    print(f"{'':28}{'rows':>6}  accuracy (95 %)        recall (95 %)          area")
    for name, rows in by_source.items():
        chosen = random.Random(0).sample(rows, min(len(rows), arguments.limit or len(rows)))
        result = score(chosen, probabilities(nli, chosen))
        facts[name] = {field: getattr(result, field) for field in Score.__dataclass_fields__}
        print(
            f"{name:28}{result.rows:6}  {result.accuracy:.3f} ({result.low:.3f}-{result.high:.3f})"
            f"    {result.recall:.3f} ({result.recall_low:.3f}-{result.recall_high:.3f})    {result.area:.3f}",
            flush=True,
        )
    if arguments.json:
        arguments.json.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
