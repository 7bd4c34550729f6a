"""The circularity guard: an article is no source for itself, nor is a copy or an earlier version of it.

Copies are known by runs of three words, wherever they stand: shuffled paragraphs and small edits leave most of them.
What the article quotes (in quotation marks or as a block) is left out, so that a statement or a wire story quoted at
length stays a source. Sources that people wrote share less than a quarter of their runs with the article; a copy with
every sixth word changed still shares half.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from factcheck.document import Block, BlockKind, Document, Reference
from factcheck.errors import GitError
from factcheck.git import Repository
from factcheck.report import SetAside

ITSELF = "is the article itself"
COPY = "is a near-copy of the article"
EARLIER = "is an earlier version of the article"

_RUN = 3
_FEWEST_WORDS = 40
"""Below it only the same words throughout are a copy: short texts agree by chance."""
_SAME_WORDS = 20
"""The fewest words that, all the same, are no coincidence."""
_HALF = 0.5
"""Of the article's own runs: that much of it in a reference is no quotation any more."""
_THIRD = 0.3
"""Of the article's own runs, if they are spread over most of it; and of the reference's: less is an excerpt."""
_QUARTER = 0.25
_MOST = 0.7
"""Of the reference's runs, where it begins as the article does: a shortened article, or what it grew from."""
_SUSPECT = 0.2
"""Of either one's runs: then git is asked whether the reference is the article of another day."""

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|«[^»\n]*»|„[^“”\n]*[“”]")
_UNREAD = frozenset({BlockKind.FRONT_MATTER, BlockKind.MARKUP, BlockKind.CODE})

_Runs = frozenset[tuple[str, ...]]


def circular(
    documents: Sequence[Document],
    references: Sequence[Reference],
    checked_against: Sequence[Sequence[int]],
    is_independent: Callable[[str], bool] = lambda _: False,
) -> tuple[SetAside, ...]:
    """The references that are no sources, each for the article that it is.

    Args:
        documents: The articles.
        references: The sources of all of them.
        checked_against: By document, the indices of its references.
        is_independent: Whether somebody says of a path that it is a source whatever it shares with an article; the
            article itself is none all the same.
    """
    texts = cache(lambda index: _Text(references[index].document))
    found: list[SetAside] = []
    for index, document in enumerate(documents):
        article = _Text(document)
        for chosen in sorted(checked_against[index]):
            reason = _reason(article, texts(chosen), references[chosen])
            if reason and (reason == ITSELF or not is_independent(references[chosen].document.path)):
                found.append(SetAside(index, chosen, reason))
    return tuple(found)


@dataclass(frozen=True)
class _Text:
    """A document's words, and what is known of its file."""

    document: Document

    @cached_property
    def words(self) -> list[list[str]]:
        return [_words(block.prose(self.document.text)) for block in self._blocks]

    @cached_property
    def runs(self) -> _Runs:
        return _runs(self.words)

    @cached_property
    def own(self) -> _Runs:
        """The runs outside quotations."""
        unquoted = (block for block in self._blocks if block.kind is not BlockKind.QUOTE)
        return _runs([_words(part) for block in unquoted for part in _QUOTED.split(block.prose(self.document.text))])

    @cached_property
    def opening(self) -> list[_Runs]:
        """The runs of the first two blocks that have words enough: a headline and a lead."""
        return [_runs([words]) for words in self.words if len(words) >= _RUN][:2]

    @cached_property
    def file(self) -> tuple[int, int] | None:
        """What tells files apart whatever they are called; texts from elsewhere have none."""
        try:
            status = Path(self.document.path).stat()
        except (OSError, ValueError):
            return None
        return status.st_dev, status.st_ino

    @cached_property
    def history(self) -> tuple[Repository | None, frozenset[str]]:
        """The article's repository, and the ids of its contents of other days."""
        path = Path(self.document.path).resolve()
        try:
            repository = Repository(path.parent)
        except GitError:
            return None, frozenset()
        return repository, repository.earlier_blobs(path.relative_to(repository.root).as_posix())

    @property
    def _blocks(self) -> Iterator[Block]:
        return (block for block in self.document.blocks if block.kind not in _UNREAD)


def _reason(article: _Text, text: _Text, reference: Reference) -> str:
    """Why a reference is no source for an article, or ""."""
    if article.file is not None and article.file == text.file:
        return ITSELF
    in_article, in_reference = _shared(article, text)
    older = _is_older(text.document, article.document)
    if _is_copy(article, text, in_article, in_reference):
        return EARLIER if older or _in_history(article, text, reference) else COPY
    if max(in_article, in_reference) >= _SUSPECT and _in_history(article, text, reference):
        return EARLIER
    return ""


def _shared(article: _Text, text: _Text) -> tuple[float, float]:
    """Which share of the article's own runs, and of the reference's, stand in both."""
    own = article.own if len(article.own) >= _FEWEST_WORDS else article.runs
    both = len(own & text.runs)
    quoted = len(article.runs - own)
    return both / max(len(own), 1), both / max(len(text.runs) - quoted, len(own & text.runs), 1)


def _is_copy(article: _Text, text: _Text, in_article: float, in_reference: float) -> bool:
    if len(article.own) < _FEWEST_WORDS:
        return article.words == text.words and sum(map(len, article.words)) >= _SAME_WORDS
    if in_article >= _HALF or (in_article >= _THIRD and _spread(article, text) >= _MOST):
        return in_reference >= _THIRD
    begins_alike = all(len(runs & text.runs) >= _HALF * len(runs) for runs in article.opening)
    return in_article >= _QUARTER and in_reference >= _MOST and begins_alike


def _spread(article: _Text, text: _Text) -> float:
    """In which share of the article's blocks something of a reference stands: in few if a passage was taken over."""
    blocks = [runs for runs in (_runs([words]) for words in article.words) if len(runs) >= _RUN]
    return sum(len(runs & text.runs) >= _SUSPECT * len(runs) for runs in blocks) / max(len(blocks), 1)


def _is_older(one: Document, other: Document) -> bool:
    return one.meta.date is not None and other.meta.date is not None and one.meta.date < other.meta.date


def _in_history(article: _Text, text: _Text, reference: Reference) -> bool:
    """Whether a reference's file is the article's file of another day."""
    if reference.origin is not None or article.file is None or text.file is None:
        return False
    repository, blobs = article.history
    return repository is not None and repository.blob_id(Path(text.document.path).resolve()) in blobs


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(parts: Sequence[list[str]]) -> _Runs:
    return frozenset(run for words in parts for run in zip(words, words[1:], words[2:], strict=False))
