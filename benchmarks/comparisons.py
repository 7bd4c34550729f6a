"""How well two quantities are compared: equal, entailed, compatible, conflicting or incomparable.

    python -m benchmarks.comparisons [--sealed | --more] [--details] [--json FILE]

A row of `data/quantities/pairs_open.jsonl` has `claim` and `source`, a sentence each; `claim_span` and `source_span`,
the expression in each, counted noun left out; `relations`, those that a careful reader accepts, the best first;
`class`; with dates `claim_date` and `source_date`, when each was written; and `told_by: "sentence"` where the two
expressions with their nouns look alike and only the rest of the sentences tells that they are not of one thing.

The quantity is the one found that shares most characters with the expression. Like the product, the benchmark
calls a pair incomparable when `same_thing` is below the product's threshold or `relate_in_text` finds the sentences to
be of things that exclude each other; it does not ask the NLI model, so that many rows told by the sentence cannot be
right: they stand apart. "By values" is `relate` alone. The interval beside a
figure holds 90 % of 1,000 bootstrap samples of rows. `--sealed` takes the other half, for a last look before a release.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.shares import share, told
from factcheck.claim import Quantity
from factcheck.document import Span
from factcheck.evidence import QuantityRelation
from factcheck.quantities import find_quantities, relate, relate_in_text, same_thing
from factcheck.quantities.heads import SAME_THING

DATA = Path(__file__).parent / "data" / "quantities"
NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence, the place of the expression in it, and when it was written."""

    text: str
    place: Span
    today: date | None

    @property
    def marked(self) -> str:
        """The sentence with the expression in brackets."""
        return f"{self.text[: self.place.start]}[{self.place.of(self.text)}]{self.text[self.place.end :]}"

    def quantity(self) -> Quantity | None:
        """The quantity that shares most characters with the expression, the first of equals."""
        found = [q for q in find_quantities(self.text, today=self.today).quantities if q.span.overlaps(self.place)]
        return max(found, key=lambda q: _shared(q.span, self.place), default=None)


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of the set."""

    kind: str
    claim: Side
    source: Side
    accepted: tuple[str, ...]
    told_by_sentence: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with what the engine says of it."""

    pair: Pair
    claim: Quantity | None
    source: Quantity | None
    by_values: str
    relation: str

    @property
    def right(self) -> bool:
        """Whether the relation is one that a reader accepts."""
        return self.relation in self.pair.accepted

    @property
    def right_by_values(self) -> bool:
        """The same without regard to what is counted."""
        return self.by_values in self.pair.accepted


def rows(path: Path) -> list[Pair]:
    """The pairs of a file."""
    pairs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        claim, source = (
            Side(
                row[side],
                Span(*row[f"{side}_span"]),
                date.fromisoformat(row[f"{side}_date"]) if f"{side}_date" in row else None,
            )
            for side in ("claim", "source")
        )
        pairs.append(Pair(row["class"], claim, source, tuple(row["relations"]), row.get("told_by") == "sentence"))
    return pairs


def judge(pair: Pair) -> Judged:
    """What the engine says of a pair."""
    claim, source = pair.claim.quantity(), pair.source.quantity()
    if claim is None or source is None:
        return Judged(pair, claim, source, NOT_FOUND, NOT_FOUND)
    values = relate(claim, source)
    places = [(quantity.span.start, quantity.span.end) for quantity in (claim, source)]
    in_text = relate_in_text(pair.claim.text, claim, places[0], pair.source.text, source, places[1])
    alike = same_thing(claim, source) >= SAME_THING
    relation = in_text if alike else QuantityRelation.INCOMPARABLE
    return Judged(pair, claim, source, values.value, relation.value)


def report(judged: Sequence[Judged]) -> None:
    """Print accuracy by class, and which relations are taken for which."""
    print(f"{'':32}{'relation':32}by values")
    for name, group in groups(judged).items():
        values = f"{share([one.right_by_values for one in group]):.3f}"
        print(f"{name:32}{told([one.right for one in group]):32}{values}")
    count = Counter((one.pair.accepted[0], one.relation) for one in judged if not one.right)
    for (expected, got), times in count.most_common():
        print(f"{times:4} {expected} taken for {got}")


def groups(judged: Sequence[Judged]) -> dict[str, list[Judged]]:
    """The pairs by class, by the relation expected and by what tells it, then all."""
    keys: list[Callable[[Judged], str]] = [
        lambda one: one.pair.kind,
        lambda one: f"= {one.pair.accepted[0]}",
        lambda one: f"> told by the {'sentence' if one.pair.told_by_sentence else 'expressions'}",
        _all,
    ]
    found: dict[str, list[Judged]] = {}
    for key in keys:
        for one in sorted(judged, key=key):
            found.setdefault(key(one), []).append(one)
    return found


def tell(one: Judged) -> None:
    """Print a pair with its readings."""
    print(f"[{one.pair.kind}] {'/'.join(one.pair.accepted)}, got {one.relation} (by values {one.by_values})")
    for side, quantity in ((one.pair.claim, one.claim), (one.pair.source, one.source)):
        reading = "nothing" if quantity is None else f"{quantity.text!r} {quantity.kind.value} {quantity.meaning}"
        print(f"    {side.marked}  <{reading}>")


def main() -> None:
    """Judge the pairs and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--sealed", action="store_true", help="take the half that was kept aside")
    which.add_argument("--more", action="store_true", help="take the later, harder set that rules were developed on")
    parser.add_argument("--details", action="store_true", help="print each pair that is judged otherwise")
    parser.add_argument("--json", type=Path, help="write the accuracy of each group here")
    arguments = parser.parse_args()
    half = "sealed" if arguments.sealed else "more" if arguments.more else "open"
    judged = [judge(pair) for pair in rows(DATA / f"pairs_{half}.jsonl")]
    if arguments.details:
        for one in judged:
            if not one.right:
                tell(one)
    report(judged)
    if arguments.json:
        figures = {name: share([one.right for one in group]) for name, group in groups(judged).items()}
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _all(_: Judged) -> str:
    return "all"


if __name__ == "__main__":
    main()
