"""Alarms on prose that no one here wrote, and errors planted in it.

    python -m benchmarks.prose [--only ID ...] [--cache DIR] [--details]

`data/prose/documents.jsonl` names pieces of the documentation of packages that the extra `test` installs: the package,
the file below its site-packages (or METADATA, which holds its README) and the lines that are taken, so that tables of
links, badges and code are left out. They are read where they are installed. If a text is not the one whose digest is
named, the benchmark says so and leaves it out. `data/prose/notes/` states the facts of each in our own words.

On the true text every finding at error level is a false alarm: its numbers and names are all in the notes. Then its
errors are planted, each where `find` stands, as `replace`. One is found by a finding at error or warning level that
overlaps it and that the true text does not have there.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from benchmarks.shares import SAMPLES, told
from factcheck import Checker
from factcheck.circularity import circular
from factcheck.document import Document, Reference, Span
from factcheck.readers import read_document, read_references
from factcheck.report import Finding, Level, Report

DATA = Path(__file__).parent / "data" / "prose"
_METADATA = "METADATA"
_TYPE = "Description-Content-Type"
_MARKDOWN = "text/markdown"
_NEAR = 40
"""Code points by which the planted errors before a finding may have moved it."""
_ALIKE = 12
"""Code points at either end by which a finding is known again although an error stands within it."""


@dataclass(frozen=True, slots=True)
class Planted:
    """An error: the words that stand once in the true text, and those that take their place."""

    kind: str
    find: str
    replace: str

    @property
    def changed(self) -> Span:
        """What of the wrong words differs from the right ones, at least one code point; offsets in `replace`."""
        start = _same(self.find, self.replace)
        end = len(self.replace) - _same(self.find[::-1], self.replace[::-1])
        return Span(start, max(end, start + 1))


def _same(one: str, other: str) -> int:
    """How many code points two texts have in common at their start."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)


def planted(text: str, errors: Sequence[Planted]) -> tuple[str, list[Span]]:
    """The text with all errors, and where each of them stands in it."""
    places: dict[int, Span] = {}
    shift = 0
    for index, error in sorted(enumerate(errors), key=lambda item: text.index(item[1].find)):
        start = text.index(error.find) + shift
        places[index] = Span(start + error.changed.start, start + error.changed.end)
        shift += len(error.replace) - len(error.find)
    for error in errors:
        text = text.replace(error.find, error.replace, 1)
    return text, [places[index] for index in range(len(errors))]


@dataclass(frozen=True, slots=True)
class Piece:
    """Prose of an installed package, as it is named; `lines` are ranges that are counted from 1 and hold their ends."""

    id: str
    package: str
    version: str
    file: str
    lines: tuple[tuple[int, int], ...]
    sha256: str
    errors: tuple[Planted, ...]

    def text(self) -> str | None:
        """The words, or None where the package is not installed or has other ones."""
        try:
            path = _file(distribution(self.package), self.file)
        except PackageNotFoundError:
            return None
        if not path.is_file():
            return None
        whole = path.read_text(encoding="utf-8").splitlines()
        text = "\n\n".join("\n".join(whole[first - 1 : last]) for first, last in self.lines) + "\n"
        return text if hashlib.sha256(text.encode()).hexdigest() == self.sha256 else None

    def document(self, text: str) -> Document:
        """These words as an article: Markdown if the package says so, else plain text."""
        markdown = self.file == _METADATA and _is_markdown(distribution(self.package))
        name = f"{self.id}.md" if markdown else f"{self.id}.txt"
        return read_document("-", stdin=io.BytesIO(text.encode()), stdin_name=name)

    def notes(self) -> Sequence[Reference]:
        """Its facts in our own words."""
        return read_references([str(DATA / "notes" / f"{self.id}.md")])[0]


def _file(package: Distribution, name: str) -> Path:
    if name != _METADATA:
        return Path(str(package.locate_file(name)))
    return next((Path(str(file.locate())) for file in package.files or () if file.name == _METADATA), Path(_METADATA))


def _is_markdown(package: Distribution) -> bool:
    metadata = package.metadata
    return _TYPE in metadata and metadata[_TYPE].startswith(_MARKDOWN)


def pieces() -> Iterator[Piece]:
    """The prose that is named."""
    for line in (DATA / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        row["lines"] = tuple((first, last) for first, last in row["lines"])
        row["errors"] = tuple(Planted(**error) for error in row["errors"])
        yield Piece(**row)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is found in one piece: alarms on the true text by level, and whether each error was found."""

    piece: Piece
    words: int
    alarms: tuple[Finding, ...]
    found: tuple[bool, ...]

    @property
    def errors(self) -> list[Finding]:
        """The alarms at error level."""
        return [alarm for alarm in self.alarms if alarm.level is Level.ERROR]


def judge(checker: Checker, piece: Piece, text: str, *, details: bool) -> Outcome:
    """Check the true text, then the text with each error alone."""
    notes = piece.notes()
    article = piece.document(text)
    if circular([article], notes, [range(len(notes))]):
        raise SystemExit(f"{piece.id}: its notes are too near to its own words to be a source")
    alarms = _at_fault(checker.run([article], notes))
    if details:
        for alarm in alarms:
            _tell(piece, article, alarm)
    wrong_text, places = planted(text, piece.errors)
    wrong = piece.document(wrong_text)
    report = checker.run([wrong], notes)
    new = [finding for finding in _at_fault(report) if not _known(finding, article, wrong, alarms)]
    found = [any(finding.span.overlaps(place) for finding in new) for place in places]
    for error, place, hit in zip(piece.errors, places, found, strict=True):
        if details and not hit:
            _tell_missed(piece, error, place, report)
    return Outcome(piece, len(text.split()), tuple(alarms), tuple(found))


def _tell_missed(piece: Piece, error: Planted, place: Span, report: Report) -> None:
    print(f"missed {piece.id}: {error.kind}: {' '.join(error.replace.split())!r} for {error.find!r}")
    for claim in report.claims:
        if any(span.overlaps(place) for span in claim.claim.spans):
            print(f"    {claim.verdict.label.value}: {' '.join(claim.claim.text.split())}")


def _at_fault(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.level is not Level.NOTE]


def _known(finding: Finding, article: Document, wrong: Document, alarms: Sequence[Finding]) -> bool:
    """Whether the true text has the finding as well: the same rule, at words that begin or end alike at its place."""
    words = finding.span.of(wrong.text)
    return any(
        alarm.rule == finding.rule
        and abs(alarm.span.start - finding.span.start) <= _NEAR
        and (
            words[:_ALIKE] == alarm.span.of(article.text)[:_ALIKE]
            or words[-_ALIKE:] == alarm.span.of(article.text)[-_ALIKE:]
        )
        for alarm in alarms
    )


def _tell(piece: Piece, article: Document, alarm: Finding) -> None:
    line = article.line_column(alarm.span.start)[0]
    words = " ".join(alarm.span.of(article.text).split())
    print(f"{alarm.level.value} {piece.id}:{line}: {alarm.rule} `{words[:90]}`: {alarm.summary}")


def rate(outcomes: Sequence[Outcome]) -> float:
    """Alarms at error level in 1,000 words."""
    words = sum(outcome.words for outcome in outcomes)
    return 1000 * sum(len(outcome.errors) for outcome in outcomes) / words if words else 0.0


def rate_interval(outcomes: Sequence[Outcome]) -> tuple[float, float]:
    """The middle nine tenths of the rate over bootstrap samples of the pieces."""
    generator = random.Random(0)
    values = sorted(rate(generator.choices(outcomes, k=len(outcomes))) for _ in range(SAMPLES))
    return values[SAMPLES // 20], values[-SAMPLES // 20 - 1]


def tell(outcomes: Sequence[Outcome]) -> None:
    """Print rate and shares of all together."""
    words = sum(outcome.words for outcome in outcomes)
    low, high = rate_interval(outcomes)
    errors = sum(len(outcome.errors) for outcome in outcomes)
    print(f"{len(outcomes)} documents, {words} words")
    print(f"false alarms at error level in 1,000 words  {rate(outcomes):.2f} ({low:.2f}-{high:.2f}) {errors} in all")
    for rule, count in sorted(Counter(a.rule for o in outcomes for a in o.alarms).items()):
        print(f"  {rule:41} {count}")
    print(f"planted errors found                        {told([found for o in outcomes for found in o.found])}")
    kinds = sorted({error.kind for outcome in outcomes for error in outcome.piece.errors})
    for kind in kinds:
        of_kind = [
            hit for o in outcomes for error, hit in zip(o.piece.errors, o.found, strict=True) if error.kind == kind
        ]
        print(f"  {kind:41} {told(of_kind)}")


def main() -> None:
    """Judge every piece that is installed as it was named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", metavar="ID", help="judge these pieces alone")
    parser.add_argument("--cache", type=Path, help="folder in which results are kept for later runs")
    parser.add_argument("--details", action="store_true", help="print each alarm and each error that was missed")
    arguments = parser.parse_args()
    checker = Checker(cache=arguments.cache)
    outcomes = []
    for piece in pieces():
        if arguments.only and piece.id not in arguments.only:
            continue
        text = piece.text()
        if text is None:
            print(f"left out: {piece.id}: {piece.package} {piece.version} is not installed with this text")
            continue
        outcomes.append(judge(checker, piece, text, details=arguments.details))
    if not outcomes:
        raise SystemExit("no document is installed as it was named")
    tell(outcomes)


if __name__ == "__main__":
    main()
