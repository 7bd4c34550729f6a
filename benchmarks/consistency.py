"""Inconsistencies within articles: planted ones found, and alarms on prose that has none.

    python -m benchmarks.consistency [--sealed] [--cases DIR] [--prose DIR ...] [--details]

Rows of `data/consistency/` have `text` with one place written `{{right|wrong}}`, or none. With the wrong words the
text contradicts itself, and a finding must stand at the place or be held against it; with the right ones, as in the
rows without such a place, any finding is a false alarm. `kind` tells what was planted.

`--cases` names a folder of annotated cases whose articles, and `--prose` folders whose Markdown and README files, are
read as prose without inconsistencies: alarms are counted per 1,000 words and printed, to be read one by one.

The searches were written with the open half at hand; `--sealed` takes the other half, for a last look before a release.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.api import read_text
from factcheck.consistency import inconsistencies, wrong_weekdays
from factcheck.document import Document, Span
from factcheck.errors import InputError

DATA = Path(__file__).parent / "data" / "consistency"
_SLOT = re.compile(r"\{\{([^|{}]*)\|([^|{}]*)\}\}")
_LONGEST = 100_000
"""Bytes of a file that is read as prose."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding: the place, all the places that it names, and its words."""

    span: Span
    places: tuple[Span, ...]
    words: str


def alarms(document: Document) -> list[Alarm]:
    """What N106 and D202 report."""
    text = document.text
    found = [
        Alarm(one.span, (one.span, *one.others), f"`{one.span.of(text)}` {one.reason} ({one.proof})")
        for one in inconsistencies(document)
    ]
    weekdays = wrong_weekdays(document)
    return found + [Alarm(w.span, (w.span,), f"`{w.span.of(text)}` falls on a {w.falls}") for w in weekdays]


def rows(*, sealed: bool) -> list[dict[str, Any]]:
    """The rows of one half."""
    path = DATA / ("sealed.jsonl" if sealed else "open.jsonl")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def with_words(text: str, group: int) -> tuple[str, Span | None]:
    """A row's text with its right (1) or wrong (2) words, and where they stand."""
    match = _SLOT.search(text)
    if match is None:
        return text, None
    return text[: match.start()] + match[group] + text[match.end() :], Span(
        match.start(), match.start() + len(match[group])
    )


def judge_own(sealed: bool, *, details: bool) -> dict[str, float]:
    """Print how many planted inconsistencies are found, and how many consistent texts raise an alarm."""
    found: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    clean = false = words = 0
    for row in rows(sealed=sealed):
        text, place = with_words(row["text"], 1)
        clean, words = clean + 1, words + len(text.split())
        wrong = alarms(read_text(text, name=row["id"]))
        false += bool(wrong)
        if details and wrong:
            print(f"false alarm in {row['id']}: {'; '.join(alarm.words for alarm in wrong)}")
        if place is None:
            continue
        text, place = with_words(row["text"], 2)
        assert place is not None
        planted[row["kind"]] += 1
        right = [a for a in alarms(read_text(text, name=row["id"])) if any(place.overlaps(p) for p in a.places)]
        found[row["kind"]] += bool(right)
        if details and not right:
            print(f"missed {row['id']}: {' '.join(text.split())[:160]}")
    print(f"planted inconsistencies found    {found.total()} of {planted.total()}")
    for kind, count in sorted(planted.items()):
        print(f"  {kind:30} {found[kind]} of {count}")
    print(f"consistent texts with an alarm   {false} of {clean} ({words} words)")
    return {"found": found.total(), "planted": planted.total(), "false": false, "clean": clean}


def judge_prose(texts: Iterator[tuple[str, Document]], name: str, *, details: bool) -> dict[str, float]:
    """Print how many alarms texts raise that are held to have no inconsistency."""
    words = count = documents = 0
    for path, document in texts:
        found = alarms(document)
        documents, words, count = documents + 1, words + len(document.text.split()), count + len(found)
        for alarm in found if details else []:
            print(f"{path}:{document.line_column(alarm.span.start)[0]}: {alarm.words}")
    rate = 1000 * count / words if words else 0.0
    print(f"{name}: {count} alarms in {documents} texts of {words} words: {rate:.3f} per 1,000")
    return {"alarms": count, "texts": documents, "words": words}


def case_articles(folder: Path) -> Iterator[tuple[str, Document]]:
    """The articles of annotated cases, with their dates."""
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        yield path.name, read_text(f"---\ndate: {case['published']}\n---\n\n{case['article']}\n", name=path.name)


def prose_files(folders: Sequence[Path]) -> Iterator[tuple[str, Document]]:
    """The Markdown, README and NEWS files of folders; what cannot be read is left out, and of copies one is read."""
    seen: set[str] = set()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            wanted = path.suffix in (".md", ".rst") or (
                path.stem.startswith(("README", "NEWS")) and path.suffix != ".gz"
            )
            if not wanted or not path.is_file() or path.stat().st_size > _LONGEST:
                continue
            try:
                document = read_text(path.read_text(encoding="utf-8"), name=str(path))
            except (InputError, UnicodeDecodeError):
                continue
            if document.sha256 not in seen:
                seen.add(document.sha256)
                yield str(path), document


def main() -> None:
    """Judge the project's own texts and, where folders are named, other prose."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sealed", action="store_true", help="take the half that is kept aside")
    parser.add_argument("--cases", type=Path, help="folder of annotated cases")
    parser.add_argument("--prose", type=Path, nargs="*", default=[], help="folders of prose")
    parser.add_argument("--details", action="store_true", help="print each miss and each alarm")
    arguments = parser.parse_args()
    judge_own(arguments.sealed, details=arguments.details)
    if arguments.cases:
        judge_prose(case_articles(arguments.cases), "cases", details=arguments.details)
    if arguments.prose:
        judge_prose(prose_files(arguments.prose), "prose", details=arguments.details)


if __name__ == "__main__":
    main()
