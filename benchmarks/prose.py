"""Alarms on prose that no one here wrote, and errors planted in it.

    python -m benchmarks.prose [--sealed] [--only ID ...] [--cache DIR] [--details]

`data/prose/documents_open.jsonl` names pieces of the documentation of packages that the extra `test` installs: the
package, the file below its site-packages (or METADATA, which holds its README) and the lines that are taken, so that
tables of links, badges and code are left out. They are read where they are installed. If a text is not the one whose
digest is named, the benchmark says so and leaves it out. `data/prose/notes/` states the facts of each in our own words.
`documents_sealed.jsonl` names as many errors in other pieces, for measuring alone: only their totals are looked at.

On the true text every finding is a false alarm: its numbers and names are all in the notes. Then its errors are
planted, each alone, where `find` stands, as `replace`. One is found by a finding that overlaps it and that the true
text does not have there, or not as severe. Both are told at error level, which fails a run, and at error and warning
level, which is reported.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
"""Code points by which a planted error before a finding may have moved it."""
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


def planted(text: str, error: Planted) -> tuple[str, Span]:
    """The text with an error, and where that stands in it."""
    return text.replace(error.find, error.replace, 1), error.changed.shifted(text.index(error.find))


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


def pieces(half: str = "open") -> Iterator[Piece]:
    """The prose that is named in one half, `open` or `sealed`."""
    for line in (DATA / f"documents_{half}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        row["lines"] = tuple((first, last) for first, last in row["lines"])
        row["errors"] = tuple(Planted(**error) for error in row["errors"])
        yield Piece(**row)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is found in one piece: alarms on the true text, and the level at which each error was found, if it was."""

    piece: Piece
    words: int
    alarms: tuple[Finding, ...]
    found: tuple[Level | None, ...]

    def alarms_from(self, level: Level) -> list[Finding]:
        """The alarms at a level or above."""
        return [alarm for alarm in self.alarms if alarm.level.rank >= level.rank]

    def found_from(self, level: Level) -> list[bool]:
        """For each error whether it was found at a level or above."""
        return [found is not None and found.rank >= level.rank for found in self.found]


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
    found = []
    for error in piece.errors:
        wrong_text, place = planted(text, error)
        wrong = piece.document(wrong_text)
        report = checker.run([wrong], notes)
        new = [finding for finding in _at_fault(report) if not _known(finding, article, wrong, alarms)]
        found.append(_most_severe(finding for finding in new if finding.span.overlaps(place)))
        if details and found[-1] is None:
            _tell_missed(piece, error, place, report)
    return Outcome(piece, len(text.split()), tuple(alarms), tuple(found))


def _most_severe(findings: Iterable[Finding]) -> Level | None:
    return max((finding.level for finding in findings), key=lambda level: level.rank, default=None)


def _tell_missed(piece: Piece, error: Planted, place: Span, report: Report) -> None:
    print(f"missed {piece.id}: {error.kind}: {' '.join(error.replace.split())!r} for {error.find!r}")
    for claim in report.claims:
        if any(span.overlaps(place) for span in claim.claim.spans):
            print(f"    {claim.verdict.label.value}: {' '.join(claim.claim.text.split())}")


def _at_fault(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.level is not Level.NOTE]


def _known(finding: Finding, article: Document, wrong: Document, alarms: Sequence[Finding]) -> bool:
    """Whether the true text has the finding as well: the same rule, as severe, at words alike at its place."""
    words = finding.span.of(wrong.text)
    return any(
        alarm.rule == finding.rule
        and alarm.level.rank >= finding.level.rank
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


def rate(outcomes: Sequence[Outcome], level: Level) -> float:
    """Alarms at a level or above in 1,000 words."""
    words = sum(outcome.words for outcome in outcomes)
    return 1000 * sum(len(outcome.alarms_from(level)) for outcome in outcomes) / words if words else 0.0


def rate_interval(outcomes: Sequence[Outcome], level: Level) -> tuple[float, float]:
    """The middle nine tenths of the rate over bootstrap samples of the pieces."""
    generator = random.Random(0)
    values = sorted(rate(generator.choices(outcomes, k=len(outcomes)), level) for _ in range(SAMPLES))
    return values[SAMPLES // 20], values[-SAMPLES // 20 - 1]


def tell(outcomes: Sequence[Outcome]) -> None:
    """Print rates and shares of all together."""
    words = sum(outcome.words for outcome in outcomes)
    print(f"{len(outcomes)} documents, {words} words")
    for level, name in ((Level.ERROR, "at error level"), (Level.WARNING, "at error or warning level")):
        low, high = rate_interval(outcomes, level)
        alarms = [alarm for outcome in outcomes for alarm in outcome.alarms_from(level)]
        found = [hit for outcome in outcomes for hit in outcome.found_from(level)]
        print(name)
        print(f"  false alarms in 1,000 words             {rate(outcomes, level):.2f} ({low:.2f}-{high:.2f})")
        for rule, count in sorted(Counter(alarm.rule for alarm in alarms).items()):
            print(f"    {rule:37} {count}")
        print(f"  planted errors found                    {told(found)}")
        for kind in sorted({error.kind for outcome in outcomes for error in outcome.piece.errors}):
            print(f"    {kind:37} {told(_of_kind(outcomes, level, kind))}")


def _of_kind(outcomes: Sequence[Outcome], level: Level, kind: str) -> list[bool]:
    return [
        hit
        for outcome in outcomes
        for error, hit in zip(outcome.piece.errors, outcome.found_from(level), strict=True)
        if error.kind == kind
    ]


def main() -> None:
    """Judge every piece that is installed as it was named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sealed", action="store_true", help="judge the half that is for measuring alone")
    parser.add_argument("--only", nargs="+", metavar="ID", help="judge these pieces alone")
    parser.add_argument("--cache", type=Path, help="folder in which results are kept for later runs")
    parser.add_argument("--details", action="store_true", help="print each alarm and each error that was missed")
    arguments = parser.parse_args()
    checker = Checker(cache=arguments.cache)
    outcomes = []
    for piece in pieces("sealed" if arguments.sealed else "open"):
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
