"""Annotated cases: an article, its references, and what a careful editor would say of each claim."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from factcheck.document import Reference, Span
from factcheck.readers import read_references


@dataclass(frozen=True, slots=True)
class ExpectedClaim:
    """One fact of an article.

    Attributes:
        place: Where the quotation that carries it stands, in code points of the article file.
        text: The fact as a stand-alone sentence.
        verdict: supported, contradicted or unverified.
        evidence: Ids of the references that decide it.
        note: Why.
    """

    place: Span
    text: str
    verdict: str
    evidence: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class ExpectedNumber:
    """One numeric expression of an article; `identifier` marks names and versions, which need no check."""

    place: Span
    verdict: str
    identifier: bool


@dataclass(frozen=True, slots=True)
class Case:
    """An annotated article whose files lie on disk."""

    id: str
    article: Path
    references: Path
    claims: tuple[ExpectedClaim, ...]
    numbers: tuple[ExpectedNumber, ...]


def find(folder: Path) -> list[Path]:
    """The cases under a folder: folders with an `expected.json`, else JSON files that hold everything."""
    worked = sorted(path.parent for path in folder.rglob("expected.json"))
    return worked or sorted(folder.rglob("*.json"))


@contextmanager
def opened(path: Path) -> Iterator[Case]:
    """A case with its files on disk; those of a single JSON file are written to a temporary folder."""
    if path.is_dir():
        yield _case(json.loads((path / "expected.json").read_text(encoding="utf-8")), path)
        return
    facts = json.loads(path.read_text(encoding="utf-8"))
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "references").mkdir()
        (folder / "article.md").write_text(facts["article"], encoding="utf-8", newline="")
        for reference in facts["references"]:
            _write_reference(folder / "references" / f"{reference['id']}.md", reference)
        yield _case(facts, folder)


def references_of(case: Case) -> list[Reference]:
    """A case's references, read as the product reads them.

    Raises:
        SystemExit: One cannot be read.
    """
    found, errors = read_references([str(case.references)])
    if errors:
        raise SystemExit(f"{errors[0].path}: {errors[0].message}")
    return found


def _write_reference(path: Path, reference: dict[str, str]) -> None:
    fields = ("title", "source", "date", "rank", "url")
    head = [f"{key}: {json.dumps(reference[key], ensure_ascii=False)}" for key in fields if reference.get(key)]
    text = "\n".join(["---", *head, "---", "", reference["text"], ""])
    path.write_text(text, encoding="utf-8", newline="")


def _case(facts: dict[str, Any], folder: Path) -> Case:
    article = folder / "article.md"
    text = article.read_bytes().decode("utf-8")
    claims = [
        ExpectedClaim(
            _place(text, item["quote"]), item["claim"], item["verdict"], tuple(item["evidence"]), item["note"]
        )
        for item in facts["claims"]
    ]
    numbers = [
        ExpectedNumber(_place(text, item["quote"], item["occurrence"]), item["verdict"], item.get("identifier", False))
        for item in facts["numbers"]
    ]
    return Case(facts["id"], article, folder / "references", tuple(claims), tuple(numbers))


def _place(text: str, quote: str, occurrence: int = 1) -> Span:
    start = -1
    for _ in range(occurrence):
        start = text.index(quote, start + 1)
    return Span(start, start + len(quote))
