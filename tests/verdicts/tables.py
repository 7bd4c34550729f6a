"""What the tests of tables share: files as tables, sentences as claims."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.claim import Claim
from factcheck.document import Reference, Span
from factcheck.quantities import find_quantities
from factcheck.readers import read_references
from factcheck.retrieval import cut
from factcheck.verdicts.entries import Settled
from factcheck.verdicts.tables import Tables


def references(folder: Path, files: dict[str, str]) -> list[Reference]:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    found, errors = read_references([str(folder / name) for name in files])
    assert not errors
    return found


def claim(text: str) -> Claim:
    place = Span(0, len(text))
    return Claim("c1", text, (place,), place, quantities=find_quantities(text).quantities)


def settled(folder: Path, files: dict[str, str], text: str) -> list[Settled | None]:
    return Tables(cut(references(folder, files))).settle(claim(text))


def label(found: Sequence[Settled | None]) -> str:
    """One word for a claim: "false" if any number is, "true" if all are, else "open"."""
    labels = {one.label.value if one else "open" for one in found}
    if "contradicted" in labels:
        return "false"
    return "true" if labels == {"supported"} else "open"
