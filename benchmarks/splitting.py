"""How well the splitter's claims agree with those of careful editors, and how fast it splits.

    python -m benchmarks.splitting [FILE.jsonl[.gz] …] [--cases DIR] [--splitter bundled|sentence] [--details]
    python -m benchmarks.splitting --pace

A row of FILE has `sentence`, its `claims` and, where the sentence stands among others, `text`, the passage that
holds it; `domain` groups the figures. Without FILE it is the project's own set, its open half; the sealed half
(`benchmarks/data/splitting/sealed.jsonl`) is for a last look before a release. `--cases` takes annotated cases, as
`benchmarks.quality` does. Expected and reported claims are paired as `matching.py` says; claims that are not
checkworthy are left aside. The interval beside a figure holds 90 % of 1,000 bootstrap samples of rows.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.cases import find, opened
from benchmarks.matching import matched
from factcheck.claim import Claim
from factcheck.claims import Splitter, load_splitter
from factcheck.document import Document, Span
from factcheck.quantities import find_quantities
from factcheck.readers import read_document
from factcheck.sentences import sentences
from factcheck.settings import Settings

OWN = Path(__file__).parent / "data" / "splitting" / "open.jsonl"
SAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, the place in it that is judged, and what an editor would claim of that place."""

    domain: str
    document: Document
    place: Span
    expected: list[tuple[Span, str]]


@dataclass(frozen=True, slots=True)
class Counts:
    """Claims of one passage or of several together."""

    expected: int
    reported: int
    found: int

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.expected + other.expected, self.reported + other.reported, self.found + other.found)

    @property
    def recall(self) -> float:
        """Found of the expected."""
        return self.found / self.expected if self.expected else 0.0

    @property
    def precision(self) -> float:
        """Found of the reported."""
        return self.found / self.reported if self.reported else 0.0


def document_of(text: str) -> Document:
    """A document of Markdown text."""
    return read_document("-", stdin=io.BytesIO(text.encode("utf-8")))


def from_rows(path: Path) -> Iterator[Passage]:
    """The passages of a file of rows."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = row.get("text", row["sentence"])
            start = text.index(row["sentence"])
            place = Span(start, start + len(row["sentence"]))
            expected = [(place, claim) for claim in row["claims"]]
            yield Passage(row.get("domain", path.stem), document_of(text), place, expected)


def from_cases(folder: Path) -> Iterator[Passage]:
    """Whole articles of annotated cases."""
    for path in find(folder):
        with opened(path) as case:
            text = case.article.read_bytes().decode("utf-8")
            expected = [(claim.place, claim.text) for claim in case.claims]
            yield Passage("cases", document_of(text), Span(0, len(text)), expected)


def split(splitter: Splitter, document: Document) -> list[Claim]:
    """All claims of a document."""
    return splitter.split(document, sentences(document), find_quantities(document.text).quantities)


def judge(splitter: Splitter, passage: Passage, *, details: bool) -> Counts:
    """Compare the claims that stand at the passage's place with the expected ones."""
    claims = split(splitter, passage.document)
    there = [claim for claim in claims if claim.checkworthy and claim.sentence.overlaps(passage.place)]
    partner = matched(passage.expected, [(claim.spans, claim.text) for claim in there])
    if details:
        _tell(passage, there, partner)
    return Counts(len(passage.expected), len(there), len(partner))


def _tell(passage: Passage, claims: Sequence[Claim], partner: dict[int, int]) -> None:
    print(f"\n[{passage.domain}] {passage.place.of(passage.document.text)}")
    for i, (_, text) in enumerate(passage.expected):
        print(f"  {'=' if i in partner else '-'} {text}" + (f"  <{claims[partner[i]].text}>" if i in partner else ""))
    for j, claim in enumerate(claims):
        if j not in partner.values():
            print(f"  + {claim.text}")


def together(counts: Iterable[Counts]) -> Counts:
    """The sum."""
    return sum(counts, Counts(0, 0, 0))


def interval(counts: Sequence[Counts], name: str) -> str:
    """The middle 90 % of a figure over bootstrap samples."""
    generator = random.Random(0)
    values = sorted(
        getattr(together(generator.choices(counts, k=len(counts))), name) for _ in range(SAMPLES if counts else 0)
    )
    return f"{values[len(values) // 20]:.3f}-{values[-len(values) // 20 - 1]:.3f}" if values else ""


def report(found: dict[str, list[Counts]]) -> None:
    """Print a line for each domain and one for all."""
    groups = dict(sorted(found.items()))
    if len(groups) > 1:
        groups["all"] = [counts for group in found.values() for counts in group]
    for name, counts in groups.items():
        total = together(counts)
        recall, precision = (f"{getattr(total, x):.3f} ({interval(counts, x)})" for x in ("recall", "precision"))
        print(
            f"{name:20}{total.expected:6} expected{total.reported:6} reported  recall {recall}  precision {precision}"
        )


def pace(splitter: Splitter) -> None:
    """Print the time for texts of three sizes; it should grow as they do."""
    rows = [row for passage in from_rows(OWN) for row in [passage.document.text]]
    for size in (10_000, 100_000, 1_000_000):
        text = ""
        while len(text) < size:
            text += "\n\n".join(rows) + "\n\n"
        document = document_of(text[:size])
        began = time.perf_counter()
        cut = sentences(document)
        claims = splitter.split(document, cut, find_quantities(document.text).quantities)
        taken = time.perf_counter() - began
        print(
            f"{size:9,} characters{len(cut):8,} sentences{len(claims):8,} claims{taken:8.2f} s"
            f"{len(cut) / taken:8.0f} sentences/s{1e6 * taken / size:8.2f} s/MB"
        )


def main() -> None:
    """Judge the passages and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", help="rows with `sentence` and `claims`")
    parser.add_argument("--cases", type=Path, help="folder of annotated cases")
    parser.add_argument("--splitter", default="bundled", help="bundled (default) or sentence")
    parser.add_argument("--limit", type=int, help="judge only this many passages of each file")
    parser.add_argument("--details", action="store_true", help="print each passage with what was found and missed")
    parser.add_argument("--pace", action="store_true", help="measure speed instead")
    arguments = parser.parse_args()
    splitter = load_splitter(Settings(splitter=arguments.splitter))
    if arguments.pace:
        pace(splitter)
        return
    sources = [list(from_rows(path))[: arguments.limit] for path in arguments.files]
    if arguments.cases:
        sources.append(list(from_cases(arguments.cases)))
    if not sources:
        sources.append(list(from_rows(OWN)))
    found: dict[str, list[Counts]] = {}
    for passage in (passage for source in sources for passage in source):
        found.setdefault(passage.domain, []).append(judge(splitter, passage, details=arguments.details))
    report(found)


if __name__ == "__main__":
    main()
