"""What the quantity engine adds to the NLI model on pairs that speak of numbers.

    python -m benchmarks.engine --data DIR [--nli bundled|NAME_OR_PATH] [--cache FILE] [--details]

DIR holds `dev.jsonl.gz` and `newsroom/*.jsonl`, of which the development groups alone are read. A pair counts when
its claim holds a quantity. The premise is read as one snippet. "model" is the model's likeliest label. For "both" the
claim's quantities are compared with the premise's, put to the substitution test and reckoned as in the product, the
model also reads the claim in the premise's own numbers, and a logistic regression over all that, the kind of decision
that the product makes, says the label. It is fitted on one half of the premises (by hash) and counted on the other;
"refit" is the same regression over the model's scores alone, so that what refitting gives is told apart.

"gain" is both less model, with a 95 % interval from a paired bootstrap over premises. The engine's rules were written
with sight of half 0 only. The model's scores are kept in --cache, so that a change of the engine runs in seconds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from factcheck.claim import Quantity, QuantityKind
from factcheck.document import Span
from factcheck.evidence import QuantityRelation, Snippet
from factcheck.nli import CONTRADICTION, ENTAILMENT, NEUTRAL, Nli, load_nli
from factcheck.quantities import find_quantities
from factcheck.settings import Settings
from factcheck.verdicts.alignment import aligned
from factcheck.verdicts.comparisons import Comparison, offered
from training.nli.data import NEWSROOM_LABELS, held_out, read_lines, read_pairs

LABELS = ("entailment", "neutral", "contradiction")
DRAWS = 2000
STEPS = 1500


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled pair whose claim holds a quantity."""

    premise: str
    claim: str
    label: int
    source: str
    tag: str

    @property
    def half(self) -> int:
        """0 or 1, the same for all pairs of a premise."""
        return hashlib.sha256(self.premise.encode()).digest()[0] % 2


class Scores:
    """The model's scores, kept in a file."""

    def __init__(self, nli: Nli, path: Path | None) -> None:
        self._nli = nli
        self._path = path
        self._known: dict[str, list[float]] = {}
        if path is not None and path.exists():
            self._known = json.loads(path.read_text(encoding="utf-8"))

    def read(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Score the pairs that are not known yet."""
        new = sorted(
            {pair for pair in pairs if self._key(pair) not in self._known}, key=lambda p: len(p[0]) + len(p[1])
        )
        for start in range(0, len(new), 48):
            part = new[start : start + 48]
            for pair, row in zip(part, self._nli.scores(part), strict=True):
                self._known[self._key(pair)] = [round(float(value), 5) for value in row]
        if new and self._path is not None:
            self._path.write_text(json.dumps(self._known), encoding="utf-8")

    def of(self, pair: tuple[str, str]) -> NDArray[np.float32]:
        """Entailment, neutral, contradiction of a pair that was read."""
        return np.array(self._known[self._key(pair)], dtype=np.float32)

    def _key(self, pair: tuple[str, str]) -> str:
        return hashlib.sha256("\0".join((self._nli.sha256, *pair)).encode()).hexdigest()[:24]


def number_pairs(folder: Path) -> list[Pair]:
    """The pairs of the development sets whose claim holds a quantity."""
    pairs = [
        Pair(pair.premise, pair.hypothesis, LABELS.index(pair.label), pair.source, pair.source)
        for pair in read_pairs(folder / "dev.jsonl.gz")
    ]
    for path in sorted((folder / "newsroom").glob("*.jsonl")):
        for row in read_lines(path):
            premise, claims = str(row["premise"]), row["claims"]
            assert isinstance(claims, list)
            if held_out(premise):
                pairs += [
                    Pair(premise, c["text"], LABELS.index(NEWSROOM_LABELS[c["label"]]), "newsroom", c["tag"])
                    for c in claims
                ]
    return [pair for pair in pairs if find_quantities(pair.claim).quantities]


def snippet(premise: str) -> Snippet:
    """A premise as the one snippet that is read."""
    return Snippet(0, Span(0, len(premise)), premise, quantities=find_quantities(premise).quantities)


@dataclass(frozen=True, slots=True)
class Reading:
    """One quantity of a claim, with what was found for it in the premise.

    Attributes:
        quantity: The claim's.
        weighed: Each comparison, with the model's entailment of the claim that it would be with the source's value.
    """

    quantity: Quantity
    weighed: tuple[tuple[Comparison, float], ...]


def readings(pairs: Sequence[Pair], scores: Scores) -> list[list[Reading]]:
    """For each pair what the engine, and the model of its substitutions, say of each of the claim's quantities."""
    scores.read([(pair.premise, pair.claim) for pair in pairs])
    found = []
    for pair in pairs:
        passages = [snippet(pair.premise)]
        quantities = find_quantities(pair.claim).quantities
        found.append([(quantity, offered(pair.claim, quantity, passages, passages)) for quantity in quantities])
    scores.read(
        [
            (pair.premise, comparison.substituted)
            for pair, mine in zip(pairs, found, strict=True)
            for _, comparisons in mine
            for comparison in comparisons
            if comparison.substituted is not None
        ]
    )
    return [
        [
            Reading(
                quantity,
                tuple(
                    (c, float(scores.of((pair.premise, c.substituted or pair.claim))[ENTAILMENT])) for c in comparisons
                ),
            )
            for quantity, comparisons in mine
        ]
        for pair, mine in zip(pairs, found, strict=True)
    ]


def _in_own_numbers(pair: Pair, read: Sequence[Reading]) -> str:
    """The claim with the premise's wording of each of its numbers that the premise bears out."""
    offers = [[comparison for comparison, _ in one.weighed] for one in read]
    alignment = aligned(pair.claim, [one.quantity for one in read], offers, 0)
    return pair.claim if alignment is None or alignment.conflicts else alignment.text


STATES = ("equal", "entailed", "computed", "conflicting", "open", "unknown")


def state(reading: Reading) -> str:
    """What the premise says of a quantity at best: one of STATES."""
    direct = {c.relation for c, _ in reading.weighed if c.computation is None}
    if QuantityRelation.EQUAL in direct:
        return "equal"
    if QuantityRelation.ENTAILED in direct:
        return "entailed"
    if any(c.computation is not None for c, _ in reading.weighed):
        return "computed"
    if QuantityRelation.CONFLICTING in direct:
        return "conflicting"
    return "open" if direct else "unknown"


def features(
    model: NDArray[np.float32], own: NDArray[np.float32], read: Sequence[Reading], numbers: int
) -> list[float]:
    """What the decision sees of a pair: the model's word first, then the engine's.

    Args:
        model: Entailment, neutral, contradiction of the pair.
        own: The same for the claim in the premise's numbers.
        read: The claim's quantities.
        numbers: How many quantities the premise has: among many one more is told less surely to be wrong.
    """
    reckoned = any(r.quantity.kind in (QuantityKind.FRACTION, QuantityKind.MULTIPLE) for r in read)
    states = [state(one) for one in read]
    worst = max(states, key=STATES.index)
    conflicts = [(e, c) for r in read for c, e in r.weighed if c.relation is QuantityRelation.CONFLICTING]
    unmatched = worst in ("conflicting", "open", "unknown")
    shown = max((e for e, _ in conflicts), default=0.0) if unmatched else 0.0
    alike = max((c.likeness for _, c in conflicts), default=0.0) if unmatched else 0.0
    return [
        *_odds(model),
        *_odds(own),
        *(float(worst == name) for name in STATES),
        float("entailed" in states),
        float("computed" in states),
        sum(name in ("equal", "entailed", "computed") for name in states) / len(states),
        shown,
        alike,
        shown * alike,
        max(0.0, shown - float(model[ENTAILMENT])),
        float(np.log1p(numbers)),
        float(np.log1p(numbers)) * unmatched,
        float(reckoned),
        float(reckoned) * unmatched,
    ]


MODEL_FEATURES = 2
"""How many of the features are the model's alone."""


def _odds(row: NDArray[np.float32]) -> tuple[float, float]:
    """Log odds of entailment and contradiction against neutral."""
    logs = np.log(np.maximum(row, 1e-3))
    return float(logs[ENTAILMENT] - logs[NEUTRAL]), float(logs[CONTRADICTION] - logs[NEUTRAL])


def crossed(rows: NDArray[np.float64], gold: NDArray[np.int_], halves: NDArray[np.int_]) -> NDArray[np.int_]:
    """Labels of each half by a multinomial logistic regression that was fitted on the other half."""
    labels = np.zeros(len(rows), dtype=np.int_)
    for half in (0, 1):
        weights, mean, scale = _fitted(rows[halves != half], gold[halves != half])
        inside = halves == half
        labels[inside] = (_with_bias((rows[inside] - mean) / scale) @ weights).argmax(1)
    return labels


def _with_bias(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.hstack([rows, np.ones((len(rows), 1))])


def _fitted(
    rows: NDArray[np.float64], gold: NDArray[np.int_]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Weights by gradient descent with momentum and a unit Gaussian prior, for rows of mean 0 and deviation 1."""
    mean, scale = rows.mean(0), rows.std(0) + 1e-9
    data, target = _with_bias((rows - mean) / scale), np.eye(3)[gold]
    weights = np.zeros((data.shape[1], 3))
    step = np.zeros_like(weights)
    for _ in range(STEPS):
        raised = np.exp(data @ weights - (data @ weights).max(1, keepdims=True))
        gradient = data.T @ (raised / raised.sum(1, keepdims=True) - target) / len(data)
        gradient[:-1] += weights[:-1] / len(data)
        step = 0.9 * step - 0.3 * gradient
        weights = weights + step
    return weights, mean, scale


def intervals(right: NDArray[np.bool_], base: NDArray[np.bool_], groups: Sequence[str]) -> tuple[float, float]:
    """The 95 % interval of the difference in accuracy, by bootstrap over groups of pairs."""
    by_group: dict[str, list[int]] = defaultdict(list)
    for i, group in enumerate(groups):
        by_group[group].append(i)
    gains = np.array([float((right[rows].astype(int) - base[rows].astype(int)).sum()) for rows in by_group.values()])
    sizes = np.array([len(rows) for rows in by_group.values()])
    draw = np.random.default_rng(0).integers(0, len(gains), (DRAWS, len(gains)))
    drawn = np.sort(gains[draw].sum(1) / sizes[draw].sum(1))
    return float(drawn[int(DRAWS * 0.025)]), float(drawn[int(DRAWS * 0.975)])


def report(
    name: str, pairs: Sequence[Pair], alone: NDArray[np.int_], refitted: NDArray[np.int_], both: NDArray[np.int_]
) -> None:
    """One line: accuracy of the model, of the model refitted, of model and engine, and what the engine adds."""
    if not pairs:
        return
    gold = np.array([pair.label for pair in pairs])
    base, right = alone == gold, both == gold
    low, high = intervals(right, base, [pair.premise for pair in pairs])
    gain = right.mean() - base.mean()
    shares = f"{base.mean():9.4f}{(refitted == gold).mean():9.4f}{right.mean():9.4f}"
    print(f"{name:24}{len(pairs):6}{shares}{gain:+9.4f}  [{low:+.4f}, {high:+.4f}]")


def main() -> None:
    """Score, decide and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with dev.jsonl.gz and newsroom/")
    parser.add_argument("--nli", default="bundled")
    parser.add_argument("--cache", type=Path, help="keep the model's scores here")
    parser.add_argument("--details", action="store_true", help="print each pair of half 0 that is decided wrongly")
    arguments = parser.parse_args()
    nli = load_nli(Settings(nli=arguments.nli))
    if nli is None:
        parser.error("a model is needed")
    scores = Scores(nli, arguments.cache)
    pairs = number_pairs(arguments.data)
    read = readings(pairs, scores)
    model = [scores.of((pair.premise, pair.claim)) for pair in pairs]
    reworded = [(pair.premise, _in_own_numbers(pair, mine)) for pair, mine in zip(pairs, read, strict=True)]
    scores.read(reworded)
    rows = np.array(
        [
            features(row, scores.of(other), mine, len(snippet(pair.premise).quantities))
            for pair, row, other, mine in zip(pairs, model, reworded, read, strict=True)
        ]
    )
    gold = np.array([pair.label for pair in pairs])
    halves = np.array([pair.half for pair in pairs])
    alone = np.array([int(row.argmax()) for row in model])
    refitted = crossed(rows[:, :MODEL_FEATURES], gold, halves)
    both = crossed(rows, gold, halves)
    print(f"{'':24}{'pairs':>6}{'model':>9}{'refit':>9}{'both':>9}{'gain':>9}  95 %")

    def line(name: str, chosen: Sequence[int]) -> None:
        inside = list(chosen)
        report(name, [pairs[i] for i in inside], alone[inside], refitted[inside], both[inside])

    for source in sorted({pair.source for pair in pairs}):
        line(source, [i for i, pair in enumerate(pairs) if pair.source == source])
    for tag in sorted({pair.tag for pair in pairs if pair.source == "newsroom"}):
        line(f"  {tag}", [i for i, pair in enumerate(pairs) if pair.tag == tag and pair.source == "newsroom"])
    for half in (0, 1):
        line(f"half {half}", [i for i, pair in enumerate(pairs) if pair.half == half])
    line("all", range(len(pairs)))
    if arguments.details:
        for pair, row, mine, label in zip(pairs, model, read, both, strict=True):
            if pair.half == 0 and label != pair.label:
                _tell(pair, row, mine, int(label))


def _tell(pair: Pair, row: NDArray[np.float32], read: Sequence[Reading], label: int) -> None:
    print(f"\n[{pair.tag}] {pair.premise}\n  {LABELS[pair.label]}, got {LABELS[label]} {row.round(2)}: {pair.claim}")
    for one in read:
        print(f"    {one.quantity.text!r} {one.quantity.meaning}")
        for comparison, entailment in one.weighed:
            how = comparison.computation.arithmetic if comparison.computation else comparison.source.text
            print(f"      {comparison.relation.value} {how!r} like {comparison.likeness:.2f} model {entailment:.2f}")


if __name__ == "__main__":
    main()
