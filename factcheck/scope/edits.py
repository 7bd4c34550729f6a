"""How an article differs from what it was: sentence by sentence, wherever they stand now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.document import Block, BlockKind, Document, Span
from factcheck.fingerprint import normalised
from factcheck.sentences import sentences


@dataclass(frozen=True, slots=True)
class Edited:
    """How an article differs from what it was.

    Attributes:
        spans: Its sentences that are new or read otherwise; a sentence that was moved is neither.
        removed: Sentences that are gone or read otherwise now.
        whole: Whether everything is to be taken for new: a new file, or one with another date.
        before: The text as it was; None if it is the same or there was none.
    """

    spans: tuple[Span, ...] = ()
    removed: tuple[str, ...] = ()
    whole: bool = False
    before: str | None = None

    @property
    def any(self) -> bool:
        """Whether the file differs at all."""
        return self.whole or self.before is not None


def edited(old: Document, new: Document) -> Edited:
    """How an article differs from an earlier state of it.

    Where a sentence stands more often than before, all its places count as new: which one is cannot be told.
    """
    if old.text == new.text:
        return Edited()
    if old.meta.date != new.meta.date:  # "last year" and "on Monday" mean something else now
        return Edited(whole=True, before=old.text)
    earlier = Counter(text for text, _ in _sentences(old))
    now = Counter(text for text, _ in _sentences(new))
    grown = {text for text, count in now.items() if count > earlier[text]}
    shrunk = tuple(text for text, count in earlier.items() if count > now[text])
    return Edited(tuple(span for text, span in _sentences(new) if text in grown), shrunk, before=old.text)


def _sentences(document: Document) -> Iterator[tuple[str, Span]]:
    """An article's sentences and their places; a table row with its headers, since they say what it means."""
    for sentence in sentences(document):
        head = _headers(document.blocks[sentence.block]) if sentence.kind is BlockKind.TABLE_ROW else ""
        yield head + normalised(sentence.text), sentence.span


def _headers(row: Block) -> str:
    title = row.table.title if row.table else ""
    return normalised(" | ".join([title, *(cell.header for cell in row.cells)])) + "\n"
