"""How often a random, unrelated number comes out supported: accidental matches and accidental arithmetic.

    python -m benchmarks.chance [--cases DIR] [--nli none|bundled|NAME_OR_PATH …] [--limit N] [--seed N] [--keep]

The numbers of annotated articles that careful editors found supported are replaced by random ones of the same form: as
many digits, the same unit, hedge and noun, a month for a month, a word for a word. A replacement that the true value
would still make true ("more than 100" for 144) is drawn again. At most one number of a sentence is replaced at a time,
so that all around it stays true. What stands of each afterwards should be anything but supported.

`matched` and `calculated` are what the engine offers before anything weighs it: some passage that was read holds the
random value, or some arithmetic yields it. `supported` (with `computed`, the part of it that rests on arithmetic),
`contradicted` and `unverified` are the verdicts, with each of the models named. `silent`: no quantity was reported.
With --keep the true numbers stay, for what the same rules find of those.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.cases import Case, find, opened, references_of
from factcheck.api import read_text
from factcheck.checker import Pipeline
from factcheck.claim import Hedge, Quantity, QuantityKind
from factcheck.document import Document, Span
from factcheck.evidence import MATCHING, QuantityRelation, QuantityVerdict, VerdictLabel
from factcheck.quantities import find_quantities, relate
from factcheck.retrieval import Index, cut
from factcheck.sentences import sentences
from factcheck.settings import Settings
from factcheck.verdicts import Judge

SEEDS = Path(__file__).parent.parent / "seeds"
DRAWS = 60
"""Attempts at a replacement before a number is left as it is."""
_CLASSES = tuple(
    line.split()
    for line in """
two three four five six seven eight nine ten eleven twelve
thirteen fourteen fifteen sixteen seventeen eighteen nineteen
twenty thirty forty fifty sixty seventy eighty ninety
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep oct nov dec
monday tuesday wednesday thursday friday saturday sunday
half third quarter fifth sixth eighth tenth
thirds quarters fifths sixths eighths tenths
twice thrice
doubled tripled trebled quadrupled
dozens hundreds thousands
spring summer autumn winter
million billion
""".strip().split("\n")
)
_PART = re.compile(r"[0-9]+|[^\W\d_]+")
_YEARS = (1950, 2049)


@dataclass(frozen=True, slots=True)
class Replaced:
    """A number of an article beside the random one that stands in its place.

    Attributes:
        place: Of the new expression, in the new text.
        old: The true expression.
        new: The random one.
    """

    place: Span
    old: str
    new: str


def random_form(quote: str, kinds: Sequence[QuantityKind], draw: random.Random) -> str:
    """An expression with its digits and number words replaced by random ones of their class.

    Args:
        quote: As it stands in the article.
        kinds: Of the quantities in it: years and clock times stay possible ones.
        draw: Where the randomness comes from.
    """

    def other(match: re.Match[str]) -> str:
        text = match.group()
        if text.isdigit():
            return _digits(quote, match.start(), text, kinds, draw)
        for words in _CLASSES:
            if text.lower() in words:
                word = draw.choice(words)
                return word.capitalize() if text[0].isupper() else word
        return text

    return _PART.sub(other, quote)


def _digits(quote: str, at: int, text: str, kinds: Sequence[QuantityKind], draw: random.Random) -> str:
    if QuantityKind.DATE in kinds:
        return str(draw.randint(*_YEARS)) if len(text) == 4 else f"{draw.randint(1, 28):0{len(text)}}"
    if QuantityKind.TIME in kinds:
        hour = not re.search(r"[:.h]$", quote[:at])
        return f"{draw.randint(1, 11 if hour else 59):0{len(text)}}"
    first = draw.choice("123456789") if text[0] != "0" else "0"
    return first + "".join(draw.choice("0123456789") for _ in text[1:])


def replacement(text: str, place: Span, draw: random.Random) -> str | None:
    """A random expression for the one at `place`, read as one of its kind that the truth contradicts; None if none."""
    old = _read(text, place)
    if not old:
        return None
    quote = place.of(text)
    for _ in range(DRAWS):
        new = random_form(quote, [quantity.kind for quantity in old], draw)
        changed = text[: place.start] + new + text[place.end :]
        found = _read(changed, Span(place.start, place.start + len(new)))
        if len(found) == len(old) and all(_unrelated(one, other) for one, other in zip(found, old, strict=True)):
            return new
    return None


def _read(text: str, place: Span) -> list[Quantity]:
    """The quantities at a place, read with a line or two around them."""
    first = text.rfind("\n", 0, place.start) + 1
    last = text.find("\n", place.end)
    found = find_quantities(text[first : last if last >= 0 else len(text)]).quantities
    return [
        quantity for quantity in found if Span(quantity.span.start + first, quantity.span.end + first).overlaps(place)
    ]


def _unrelated(new: Quantity, old: Quantity) -> bool:
    """Whether an expression is of another's form and its value would be wrong where the other's is right."""
    same_form = (new.kind, new.unit, new.hedge, new.counted) == (old.kind, old.unit, old.hedge, old.counted)
    truth = (
        old
        if old.kind in (QuantityKind.DATE, QuantityKind.SCORE)
        else replace(
            old,
            hedge=Hedge.EXACT,
            interval=replace(old.interval, low=old.value, high=old.value, open_low=False, open_high=False),
        )
    )
    return same_form and relate(new, truth) is QuantityRelation.CONFLICTING


def rounds(case: Case, text: str, draw: random.Random, *, keep: bool) -> Iterator[tuple[str, list[Replaced]]]:
    """The article again and again, each time with one other number of each sentence replaced.

    Args:
        case: The article's.
        text: The article.
        draw: Where the randomness comes from.
        keep: Replace each by itself.

    Yields:
        The text, and what was replaced in it.
    """
    waiting: list[list[Span]] = []
    for sentence in sentences(read_text(text, name=case.article.name)):
        mine = [n.place for n in case.numbers if n.verdict == "supported" and not n.identifier]
        waiting.append([place for place in mine if sentence.span.overlaps(place)])
    for turn in range(max(map(len, waiting), default=0)):
        changed, done, shift = text, [], 0
        for place in [places[turn] for places in waiting if len(places) > turn]:
            moved = Span(place.start + shift, place.end + shift)
            new = moved.of(changed) if keep else replacement(changed, moved, draw)
            if new is None:
                continue
            changed = changed[: moved.start] + new + changed[moved.end :]
            shift += len(new) - (moved.end - moved.start)
            done.append(Replaced(Span(moved.start, moved.start + len(new)), place.of(text), new))
        if done:
            yield changed, done


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a judge said of one replaced number: `verdict` is None where no quantity was reported."""

    verdict: QuantityVerdict | None
    matched: bool
    calculated: bool

    def names(self) -> Iterator[str]:
        """The columns that count it."""
        yield "numbers"
        if self.matched:
            yield "matched"
        if self.calculated:
            yield "calculated"
        if self.verdict is None:
            yield "silent"
            return
        yield self.verdict.label.value
        evidence = self.verdict.evidence
        if self.verdict.label is VerdictLabel.SUPPORTED and evidence is not None and evidence.arithmetic:
            yield "computed"


def outcomes(pipeline: Pipeline, judge: Judge, document: Document, done: Sequence[Replaced]) -> list[Outcome]:
    """What becomes of the replaced numbers of one text."""
    claims = pipeline.claims(document)
    cases = judge.gather([c for c in claims if c.checkworthy or c.quantities])
    verdicts = [number for verdict in judge.judge(claims) for number in verdict.quantities]
    found = []
    for one in done:
        weighed = [
            w
            for case in cases
            for quantity, offered in zip(case.claim.quantities, case.quantities, strict=True)
            if quantity.span.overlaps(one.place)
            for w in offered
            if w.comparison.relation in MATCHING
        ]
        mine = [number for number in verdicts if number.quantity.span.overlaps(one.place)]
        supported = [number for number in mine if number.label is VerdictLabel.SUPPORTED]
        found.append(
            Outcome(
                next(iter(supported or mine), None),
                any(w.comparison.computation is None for w in weighed),
                any(w.comparison.computation is not None for w in weighed),
            )
        )
    return found


def measure(
    paths: Sequence[Path], models: Sequence[str], seed: int, *, keep: bool, details: bool
) -> dict[str, Counter[str]]:
    """The counts for each model over all cases."""
    pipelines = {name: Pipeline(Settings(nli=name)) for name in models}
    totals: dict[str, Counter[str]] = {name: Counter() for name in models}
    for path in paths:
        with opened(path) as case:
            text = case.article.read_bytes().decode("utf-8")
            references = references_of(case)
            index = Index(cut(references), next(iter(pipelines.values())).retriever)
            judges = {name: Judge(index, references, p.nli, p.settings) for name, p in pipelines.items()}
            for changed, done in rounds(case, text, random.Random(f"{seed} {case.id}"), keep=keep):
                document = read_text(changed, name=case.article.name)
                for name, pipeline in pipelines.items():
                    for one, outcome in zip(done, outcomes(pipeline, judges[name], document, done), strict=True):
                        totals[name].update(outcome.names())
                        if details:
                            _tell(case, name, one, outcome)
    return totals


def _tell(case: Case, name: str, one: Replaced, outcome: Outcome) -> None:
    what = [n for n in outcome.names() if n in ("matched", "calculated", "supported", "computed")]
    if what:
        shown = outcome.verdict.evidence if outcome.verdict is not None else None
        why = (shown.arithmetic or shown.meaning) if shown else ""
        print(f"{case.id} [{name}] {one.old!r} -> {one.new!r}: {', '.join(what)} {why}")


COLUMNS = ("supported", "computed", "contradicted", "unverified", "silent", "matched", "calculated")


def main() -> None:
    """Replace, judge and print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, default=SEEDS, help="folder of annotated cases (default: seeds/)")
    parser.add_argument("--nli", nargs="+", default=["none"], help="models to judge with (default: none)")
    parser.add_argument("--limit", type=int, help="only the first so many cases")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", action="store_true", help="leave the true numbers, for comparison")
    parser.add_argument("--details", action="store_true", help="print each number that found a match or support")
    parser.add_argument("--json", type=Path, help="write the counts here as well")
    arguments = parser.parse_args()
    paths = find(arguments.cases)[: arguments.limit]
    if not paths:
        parser.error(f"{arguments.cases}: no annotated case")
    totals = measure(paths, arguments.nli, arguments.seed, keep=arguments.keep, details=arguments.details)
    print(f"{'':16}{'numbers':>10}" + "".join(f"{name:>14}" for name in COLUMNS))
    for name, counts in totals.items():
        shares = "".join(f"{counts[column] / max(1, counts['numbers']):14.4f}" for column in COLUMNS)
        print(f"{name:16}{counts['numbers']:>10}{shares}")
    if arguments.json:
        arguments.json.write_text(json.dumps(totals, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
