"""Whether references are what they were when they were noted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from factcheck.errors import InputError
from factcheck.inputs.lookup import Sources
from factcheck.readers.text import read_bytes


class Change(StrEnum):
    """What comparing a file with a noted hash shows."""

    SAME = "same"
    CHANGED = "changed"
    NOT_NOTED = "not noted"


@dataclass(frozen=True, slots=True)
class Verified:
    """A reference's file, and whether it has changed."""

    path: str
    change: Change


def verified(sources: Sources) -> Iterator[Verified]:
    """The files of an article's references; those that cannot be read, which is told elsewhere, are left out."""
    for file in sources.files:
        if not file.entry.sha256:
            yield Verified(file.path, Change.NOT_NOTED)
            continue
        try:
            digest = hashlib.sha256(read_bytes(file.path)).hexdigest()
        except InputError:
            continue
        yield Verified(file.path, Change.SAME if digest == file.entry.sha256 else Change.CHANGED)
