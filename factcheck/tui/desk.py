"""What lies on the reviewer's desk: the article, its references, and the check of one against the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from factcheck.checker import Progress, Stream
from factcheck.document import Document, Reference
from factcheck.errors import InputError
from factcheck.report import ReadError, Report


@dataclass(frozen=True, slots=True)
class Material:
    """The files of a review as they were read.

    Attributes:
        article: Under review.
        references: What it is checked against.
        errors: What of them could not be read.
        saved: When the article's file was written last, in the machine's time zone; None if not known.
    """

    article: Document
    references: tuple[Reference, ...] = ()
    errors: tuple[ReadError, ...] = ()
    saved: datetime | None = None

    @property
    def digests(self) -> tuple[object, ...]:
        """What is different when a file is."""
        known = [(reference.id, reference.document.sha256) for reference in self.references]
        return (self.article.sha256, *known, *self.errors)


Read = Callable[[Sequence[str]], Material]
"""Reads article and references from their files, with further references by name; raises InputError."""
Judge = Callable[[Material, Progress, Stream | None], Report]
"""Checks what was read; may be called in a thread. Its FactcheckErrors are shown."""


class Desk:
    """The files, and what checks them.

    Attributes:
        material: As last read.
    """

    def __init__(self, material: Material, read: Read, judge: Judge) -> None:
        """Lay out the files.

        Args:
            material: As read for the first time.
            read: Reads them again.
            judge: Checks them.
        """
        self.material = material
        self._read = read
        self._judge = judge
        self._added: list[str] = []

    def reread(self) -> bool:
        """Read all files again; returns whether one differs.

        Raises:
            InputError: The article cannot be read; what was read before stays.
        """
        before = self.material.digests
        self.material = self._read(self._added)
        return self.material.digests != before

    def add(self, name: str) -> tuple[str, ...]:
        """Add a file, folder or glob to the references for this review; returns the ids of what is new.

        Args:
            name: As the reviewer types it: a tilde is a home folder.

        Raises:
            InputError: It cannot be read; nothing is added then.
        """
        try:
            path = str(Path(name).expanduser())
        except RuntimeError:
            raise InputError(name, "nobody here has that home folder; give the whole path") from None
        before = {reference.id for reference in self.material.references}
        self.material = self._read([*self._added, path])
        self._added.append(path)
        return tuple(reference.id for reference in self.material.references if reference.id not in before)

    def check(self, progress: Progress, stream: Stream | None = None) -> Report:
        """Check the article as last read.

        Args:
            progress: Told of each step.
            stream: Hears of results while they are made, if anybody does.
        """
        material = self.material
        report = self._judge(material, progress, stream)
        return replace(report, errors=(*material.errors, *report.errors))
