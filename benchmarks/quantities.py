"""How well numeric and temporal expressions are found in sentences, and how well their meanings are understood.

    python -m benchmarks.quantities [--sealed] [--peers] [--details] [--json FILE]

Rows of `data/quantities/expressions_open.jsonl` have `text`, the `date` of the text where it matters, `expressions`
(`quote`, `occurrence`, `class`, `meaning`, and in `also` other spans that are as good: "third" beside "third floor"),
`skip` (what is no quantity, with the `reason`) and `ignore` (what is judged neither way). `meanings.py` tells how
meanings are written and compared; a meaning is right when kind, value, unit and hedge are.

A span is exact when it is the annotated one or one of `also`. Overlapping spans are paired one to one, the longest
shared stretch first; that is the fairer figure for the libraries of `--peers`, which leave hedges and counted nouns out
by design. Intervals hold 95 % of 1,000 bootstrap samples of sentences. The sealed half is for a last look before a
release.
"""

from __future__ import annotations

import argparse
import io
import json
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.meanings import PARTS, judge
from benchmarks.peers import PEERS
from factcheck.claim import Quantity
from factcheck.document import Span
from factcheck.quantities import quantities_in
from factcheck.readers import read_document
from factcheck.sentences import sentences

DATA = Path(__file__).parent / "data" / "quantities"
SAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Expression:
    """An annotated expression: the spans that are as good as each other (the first is the annotator's), and more."""

    spans: tuple[Span, ...]
    group: str
    meaning: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sentence:
    """An annotated sentence."""

    text: str
    today: date | None
    expressions: tuple[Expression, ...]
    skip: tuple[tuple[Span, str], ...]
    ignore: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found in a sentence.

    Attributes:
        exact: The index of a found span for that of an expression with the same span.
        overlapping: The same for those that share a stretch.
        found: All found spans but those that are judged neither way.
        meanings: For each exact one, by the index of its expression, which of PARTS are right.
        taken: For each skip whether a found span lies on it.
    """

    sentence: Sentence
    exact: dict[int, int]
    overlapping: dict[int, int]
    found: tuple[Span, ...]
    meanings: dict[int, dict[str, bool]]
    taken: tuple[bool, ...]


def rows(path: Path) -> list[Sentence]:
    """The sentences of a file."""
    return [_read(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _read(row: dict[str, Any]) -> Sentence:
    text = row["text"]
    return Sentence(
        text,
        date.fromisoformat(row["date"]) if "date" in row else None,
        tuple(
            Expression(
                tuple(place(text, quote) for quote in (entry, *entry.get("also", ()))), entry["class"], entry["meaning"]
            )
            for entry in row["expressions"]
        ),
        tuple((place(text, entry), entry["reason"]) for entry in row["skip"]),
        tuple(place(text, entry) for entry in row["ignore"]),
    )


def place(text: str, entry: dict[str, Any]) -> Span:
    """Where a quotation stands: its `occurrence`th place, counted from 1."""
    start = -1
    for _ in range(entry["occurrence"]):
        start = text.index(entry["quote"], start + 1)
    return Span(start, start + len(entry["quote"]))


def quantities_of(sentence: Sentence) -> list[Quantity]:
    """What factcheck finds in a sentence, read as a text of its day."""
    document = read_document("-", stdin=io.BytesIO(sentence.text.encode("utf-8")))
    document = replace(document, meta=replace(document.meta, date=sentence.today))
    return [quantity for part in sentences(document) for quantity in quantities_in(document, part).quantities]


def judged(sentence: Sentence, spans: Sequence[Span], quantities: Sequence[Quantity] = ()) -> Judged:
    """Compare found spans, and their quantities if there are any, with the annotated ones."""
    wanted = [expression.spans for expression in sentence.expressions]
    kept = [
        i
        for i, span in enumerate(spans)
        if not any(span.overlaps(other) for other in sentence.ignore) or any(span.overlaps(good[0]) for good in wanted)
    ]
    found = tuple(spans[i] for i in kept)
    exact = {i: found.index(span) for i, good in enumerate(wanted) for span in good if span in found}
    meanings = {i: judge(quantities[kept[j]], sentence.expressions[i].meaning) for i, j in exact.items() if quantities}
    taken = tuple(any(span.overlaps(other) for span in found) for other, _ in sentence.skip)
    return Judged(sentence, exact, paired([good[0] for good in wanted], found), found, meanings, taken)


def paired(wanted: Sequence[Span], found: Sequence[Span]) -> dict[int, int]:
    """One to one, by index, those that overlap; the longest shared stretch first."""
    shared = [
        (min(one.end, other.end) - max(one.start, other.start), -i, -j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(found)
        if one.overlaps(other)
    ]
    partner: dict[int, int] = {}
    for _, i, j in sorted(shared, reverse=True):
        if -i not in partner and -j not in partner.values():
            partner[-i] = -j
    return partner


def figures(judgements: Sequence[Judged]) -> dict[str, float]:
    """All shares, over sentences together."""
    expected = sum(len(one.sentence.expressions) for one in judgements)
    reported = sum(len(one.found) for one in judgements)
    exact = sum(len(one.exact) for one in judgements)
    overlapping = sum(len(one.overlapping) for one in judgements)
    taken = [taken for one in judgements for taken in one.taken]
    parts = [right for one in judgements for right in one.meanings.values()]
    shares = {
        "exact precision": _share(exact, reported),
        "exact recall": _share(exact, expected),
        "exact F1": _share(2 * exact, expected + reported),
        "overlapping F1": _share(2 * overlapping, expected + reported),
        "non-quantities taken": _share(sum(taken), len(taken)),
    }
    if parts:
        right = sum(all(part.values()) for part in parts)
        shares["meaning right, of the exact"] = _share(right, len(parts))
        shares |= {f"  {name}": _share(sum(part[name] for part in parts), len(parts)) for name in PARTS}
        shares["found and understood, of all"] = _share(right, expected)
    return shares


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def intervals(judgements: Sequence[Judged]) -> dict[str, tuple[float, float]]:
    """For each share the middle 95 % of bootstrap samples."""
    generator = random.Random(0)
    samples = [figures(generator.choices(judgements, k=len(judgements))) for _ in range(SAMPLES)]
    edge = SAMPLES // 40
    spread = {name: sorted(sample.get(name, 0.0) for sample in samples) for name in figures(judgements)}
    return {name: (values[edge], values[-edge - 1]) for name, values in spread.items()}


def by_class(judgements: Sequence[Judged]) -> dict[str, dict[str, int]]:
    """For each class of expressions how many there are, are found exactly, are found at all, and are understood."""
    groups: dict[str, Counter[str]] = {}
    for one in judgements:
        for i, expression in enumerate(one.sentence.expressions):
            group = groups.setdefault(expression.group, Counter())
            group["all"] += 1
            group["exact"] += i in one.exact
            group["overlapping"] += i in one.overlapping
            group["right"] += all(one.meanings[i].values()) if i in one.meanings else 0
        for (_, reason), taken in zip(one.sentence.skip, one.taken, strict=True):
            group = groups.setdefault(f"no quantity: {reason}", Counter())
            group["all"] += 1
            group["taken"] += taken
    return {name: dict(group) for name, group in sorted(groups.items())}


def tell(one: Judged, quantities: Sequence[Quantity]) -> None:
    """Print a sentence where something was judged otherwise."""
    text, lines = one.sentence.text, []
    meaning = {
        quantity.span: f"{quantity.kind.value} {quantity.meaning}, {quantity.hedge.value}" for quantity in quantities
    }
    for i, expression in enumerate(one.sentence.expressions):
        wrong = [name for name, right in one.meanings.get(i, {}).items() if not right]
        if i not in one.exact:
            near = f" <{one.found[one.overlapping[i]].of(text)}>" if i in one.overlapping else ""
            lines.append(f"  - {expression.spans[0].of(text)} [{expression.group}]{near}")
        elif wrong:
            told = meaning[one.found[one.exact[i]]]
            lines.append(f"  ~ {expression.spans[0].of(text)} [{expression.group}] {', '.join(wrong)}: {told}")
    lines += [
        f"  + {span.of(text)} ({meaning[span]})"
        for j, span in enumerate(one.found)
        if j not in one.exact.values() and j not in one.overlapping.values()
    ]
    if lines:
        print("\n".join([text, *lines]))


def report(name: str, judgements: Sequence[Judged]) -> dict[str, Any]:
    """Print the figures of one finder, and return them."""
    spread = intervals(judgements)
    shares = figures(judgements)
    print(f"\n{name}: {len(judgements)} sentences")
    for share, value in shares.items():
        print(f"{share:34}{value:.3f}  ({spread[share][0]:.3f}-{spread[share][1]:.3f})")
    return {"figures": shares, "intervals": spread}


def report_classes(judgements: Sequence[Judged]) -> dict[str, dict[str, int]]:
    """Print how each class fares, and return it."""
    classes = by_class(judgements)
    print()
    for name, group in classes.items():
        if "taken" in group:
            print(f"  {name:28}{group['all']:4}{group['taken']:4} taken")
        else:
            print(f"  {name:28}{group['all']:4}{group['exact']:4} exact{group['overlapping']:4} overlapping", end="")
            print(f"{group['right']:4} understood")
    return classes


def report_peers(judgements: Sequence[Sentence]) -> dict[str, Any]:
    """Print what other libraries find, as far as they are installed, and return it."""
    told = {}
    for name, load in PEERS.items():
        try:
            find: Callable[[str], list[Span]] = load()
        except ImportError as missing:
            print(f"\n{name}: not installed ({missing}); see benchmarks/peers.py")
            continue
        told[name] = report(name, [judged(sentence, find(sentence.text)) for sentence in judgements])
    return told


def main() -> None:
    """Judge the sentences and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sealed", action="store_true", help="take the half that is kept aside")
    parser.add_argument("--peers", action="store_true", help="compare with other libraries, where they are installed")
    parser.add_argument("--details", action="store_true", help="print each sentence that was judged otherwise")
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    arguments = parser.parse_args()
    annotated = rows(DATA / f"expressions_{'sealed' if arguments.sealed else 'open'}.jsonl")
    judgements = []
    for sentence in annotated:
        quantities = quantities_of(sentence)
        judgements.append(judged(sentence, [quantity.span for quantity in quantities], quantities))
        if arguments.details:
            tell(judgements[-1], quantities)
    facts = {"factcheck": report("factcheck", judgements), "classes": report_classes(judgements)}
    if arguments.peers:
        facts["peers"] = report_peers(annotated)
    if arguments.json:
        arguments.json.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
