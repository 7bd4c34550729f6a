"""The bundled English dependency parser (Universal Dependencies)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from factcheck.models.batches import batches, padded
from factcheck.models.folder import ModelFolder, locate
from factcheck.models.session import Network, Session, encodable
from factcheck.models.tree import best_tree

_START, _PAD, _END, _UNKNOWN = 0, 1, 2, 104  # <s>, <pad>, </s>, [UNK] of MPNet's vocabulary
_PIECES_PER_WORD = 16  # the parser looks at a word's first piece; a URL may not crowd out the sentence
_JOIN = "parataxis"  # how the parts of a sentence longer than the encoder are joined


@dataclass(frozen=True, slots=True)
class Parse:
    """One sentence's tree, an entry for each word.

    Attributes:
        heads: The head of each word, counted from 1; 0 marks the one root.
        deprels: Universal Dependencies relations to the head.
        upos: Universal parts of speech.
    """

    heads: tuple[int, ...]
    deprels: tuple[str, ...]
    upos: tuple[str, ...]


class ParserModel:
    """Parses tokenised English sentences; make one with `load`.

    Attributes:
        name: The model's name, for the report.
        sha256: The digest of its files, for the report.
    """

    def __init__(self, session: Session, labels: Network) -> None:
        self._session = session
        self._labels = labels
        self.name = session.folder.name
        self.sha256 = session.folder.sha256
        self._deprels = session.folder.labels
        self._upos = session.folder.tags
        self._root = np.array([label == "root" for label in self._deprels])

    @classmethod
    def load(cls, threads: int | None = None) -> Self:
        """Verify and load the bundled model.

        Args:
            threads: How many threads to compute with; None takes every processor the process may use.

        Raises:
            ModelError: A file is missing, changed or cannot be loaded.
        """
        folder = ModelFolder.verified(locate("parser"))
        # The second graph is small, and threads would spend more time waiting for each other than computing.
        return cls(Session(folder, threads), Network(folder, "labels.onnx", threads=1))

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        """Parse sentences, each a sequence of words (punctuation marks are words).

        A sentence too long for the encoder is parsed in parts, joined by `parataxis`.

        Returns:
            A well-formed tree with one root for each sentence; an empty Parse for an empty sentence. A sentence's
            parse does not depend on the sentences parsed with it.

        Raises:
            ModelError: The model cannot be run.
        """
        chunks: list[list[list[int]]] = []
        owners: list[int] = []
        for index, words in enumerate(self._pieces(sentences)):
            for chunk in _chunks(words, self._session.folder.max_tokens - 2):
                chunks.append(chunk)
                owners.append(index)
        parts: list[list[Parse]] = [[] for _ in sentences]
        for owner, parse in zip(owners, self._parse_chunks(chunks), strict=True):
            parts[owner].append(parse)
        return [_joined(p) for p in parts]

    def _pieces(self, sentences: Sequence[Sequence[str]]) -> list[list[list[int]]]:
        """The word pieces of each word of each sentence; at least one a word."""
        distinct = list(dict.fromkeys(word for sentence in sentences for word in sentence))
        encodings = self._session.encode([encodable(word) for word in distinct], special=False)
        pieces = {
            word: list(encoding.ids[:_PIECES_PER_WORD]) or [_UNKNOWN]
            for word, encoding in zip(distinct, encodings, strict=True)
        }
        return [[pieces[word] for word in sentence] for sentence in sentences]

    def _parse_chunks(self, chunks: Sequence[list[list[int]]]) -> list[Parse]:
        rows = [[_START, *(piece for word in chunk for piece in word), _END] for chunk in chunks]
        result: dict[int, Parse] = {}
        for members in batches([len(row) for row in rows]):
            ids, mask = padded([rows[i] for i in members], _PAD)
            first = np.zeros((len(members), max(len(chunks[i]) for i in members)), np.int64)
            for k, i in enumerate(members):
                sizes = [len(word) for word in chunks[i]]
                first[k, : len(sizes)] = 1 + np.cumsum([0, *sizes[:-1]])
            arcs, tags, dependents, heads = self._session.run({"ids": ids, "mask": mask, "first": first})
            for k, i in enumerate(members):
                n = len(chunks[i])
                result[i] = self._decode(arcs[k, :n, : n + 1], tags[k, :n], dependents[k, :n], heads[k])
        return [result[i] for i in range(len(chunks))]

    def _decode(
        self,
        arcs: NDArray[np.float32],
        tags: NDArray[np.float32],
        dependents: NDArray[np.float32],
        heads: NDArray[np.float32],
    ) -> Parse:
        chosen = best_tree(arcs)
        inputs = {"dependents": dependents, "heads": heads[list(chosen)]}
        scores = self._labels.run(inputs)[0]
        is_root = np.array(chosen) == 0
        scores[is_root[:, None] != self._root] = -np.inf
        deprels = tuple(self._deprels[i] for i in scores.argmax(1))
        return Parse(chosen, deprels, tuple(self._upos[i] for i in tags.argmax(1)))


def _chunks(words: list[list[int]], room: int) -> list[list[list[int]]]:
    """Split the words of a sentence into as few even runs as fit into `room` word pieces each; usually one."""
    total = sum(len(word) for word in words)
    if total <= room:
        return [words] if words else []
    share = total / -(-total // (room - _PIECES_PER_WORD))
    chunks: list[list[list[int]]] = []
    size = share
    for word in words:
        if size >= share:
            chunks.append([])
            size = 0
        chunks[-1].append(word)
        size += len(word)
    return chunks


def _joined(parts: Sequence[Parse]) -> Parse:
    """Put the parses of a sentence's parts together: each later part's root hangs from the first part's."""
    heads: list[int] = []
    deprels: list[str] = []
    upos: list[str] = []
    top = parts[0].heads.index(0) + 1 if parts else 0
    for part in parts:
        start = len(heads)
        for head, deprel in zip(part.heads, part.deprels, strict=True):
            later_root = head == 0 and start > 0
            heads.append(top if later_root else head and head + start)
            deprels.append(_JOIN if later_root else deprel)
        upos.extend(part.upos)
    return Parse(tuple(heads), tuple(deprels), tuple(upos))
