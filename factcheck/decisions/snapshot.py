"""An article and its references at one moment, kept short, to be compared with later ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from factcheck.decisions.anchor import Anchor
from factcheck.document import Document, Reference
from factcheck.report import CheckedClaim

_DIGEST = 12
"""Hexadecimal digits that name a claim: enough to tell the claims of one article apart."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a reviewer had before them.

    Attributes:
        article: SHA-256 of the article's file.
        references: Id and SHA-256 of the file of each reference, by id.
        claims: A digest of each claim, and the first letter of the machine's verdict on it, by place.
    """

    article: str
    references: tuple[tuple[str, str], ...] = ()
    claims: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs from an earlier moment.

    Attributes:
        article: Whether the article's file differs in any way.
        claims: Indices of today's claims that were not there word for word.
        verdicts: Indices of claims that were, with another verdict of the machine.
        gone: How many claims of then are not there any more.
        references: Ids of references that are new, changed or gone.
    """

    article: bool
    claims: tuple[int, ...]
    verdicts: tuple[int, ...]
    gone: int
    references: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.article or self.claims or self.verdicts or self.gone or self.references)


def snapshot(
    document: Document, references: Iterable[Reference], claims: Sequence[CheckedClaim], anchors: Sequence[Anchor]
) -> Snapshot:
    """The moment as it is.

    Args:
        document: The article.
        references: Those it was checked against.
        claims: The article's claims.
        anchors: Theirs, in the same order (`anchors_of`).
    """
    verdicts = (checked.verdict.label.value[0] for checked in claims)
    return Snapshot(
        document.sha256,
        tuple(sorted((reference.id, reference.document.sha256) for reference in references)),
        tuple(zip(map(digest, anchors), verdicts, strict=True)),
    )


def digest(anchor: Anchor) -> str:
    """A claim's name by its sentence, its text and which of several equal ones it is."""
    words = "\0".join((anchor.sentence, anchor.text, str(anchor.occurrence)))
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]


def changes(then: Snapshot, now: Snapshot) -> Changes:
    """What differs between two moments of one article."""
    verdicts = dict(then.claims)
    known = [(index, claim) for index, claim in enumerate(now.claims) if claim[0] in verdicts]
    gone = Counter(dict.fromkeys(verdicts, 1)) - Counter(dict.fromkeys((name for name, _ in now.claims), 1))
    return Changes(
        article=then.article != now.article,
        claims=tuple(index for index, (name, _) in enumerate(now.claims) if name not in verdicts),
        verdicts=tuple(index for index, (name, verdict) in known if verdict != verdicts[name]),
        gone=gone.total(),
        references=tuple(sorted({id for id, _ in set(then.references) ^ set(now.references)})),
    )
