"""Models and rules at work on one document at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property

from factcheck.cache import Store
from factcheck.checker.judged import Judged
from factcheck.checker.reading import Given, numbers
from factcheck.checker.telling import Progress, Telling, silent
from factcheck.claims import Splitter, load_splitter
from factcheck.document import Document, Reference
from factcheck.evidence import Snippet
from factcheck.nli import Nli, load_nli
from factcheck.retrieval import Index, Retriever, cut, load_retriever
from factcheck.sentences import sentences
from factcheck.settings import Settings
from factcheck.verdicts import Judge, unjudged

_JUDGES = 4
"""How many sets of references are kept ready: documents with the same ones mostly come one after the other."""


class Engine:
    """Judges documents, with models that are loaded once, when first needed."""

    def __init__(self, settings: Settings, store: Store) -> None:
        """Prepare an engine.

        Args:
            settings: How to judge.
            store: Where parses, vectors and scores are kept.
        """
        self._settings = settings
        self._store = store
        self._judges: OrderedDict[tuple[int, ...], tuple[Sequence[Reference], Judge | None]] = OrderedDict()

    @cached_property
    def splitter(self) -> Splitter:
        """Turns documents into claims."""
        return load_splitter(self._settings, self._store)

    @cached_property
    def retriever(self) -> Retriever:
        """Encodes snippets and claims."""
        return load_retriever(self._settings, self._store)

    @cached_property
    def nli(self) -> Nli | None:
        """Reads passages; None where quantities decide alone."""
        return load_nli(self._settings, self._store)

    def split(self, document: Document) -> Given:
        """The claims of a document in order of place, with ids c1, c2, ..., and what is skipped.

        Raises:
            ModelError: The splitter's weights cannot be loaded.
        """
        places = sentences(document)
        found = numbers(document, places, self._settings.numbers)
        return Given(tuple(self.splitter.split(document, places, found.quantities)), found.skipped)

    def embed(self, references: Sequence[Reference]) -> None:
        """Encode what references say, so that it lies in the cache."""
        self.retriever.encode([snippet.text for snippet in self._cut(references)])

    def judge(
        self,
        document: Document,
        references: Sequence[Reference],
        *,
        given: Given | None = None,
        tell: Progress = silent,
        telling: Telling | None = None,
    ) -> Judged:
        """Split a document and judge its claims.

        Args:
            document: The article.
            references: What to check it against; the verdicts name them by their places here.
            given: Claims that stand for those which the document would be split into.
            tell: Told of each step.
            telling: Tells of claims and verdicts as they are made; None if nobody listens.

        Raises:
            ModelError: Weights cannot be loaded or run.
        """
        tell("splitting", 0, 1)
        found = given or self.split(document)
        claims = found.claims
        first = telling.split(claims) if telling else ()
        judge = self._judge(references, tell)
        if judge is None:
            verdicts = [unjudged(claim, "no reference to judge against") for claim in claims]
        else:
            heard = telling.judged if telling else None
            verdicts = judge.judge(
                claims, progress=lambda done, total: tell("judging", done, total), heard=heard, first=first
            )
        return Judged(claims, tuple(verdicts), found.skipped)

    def _judge(self, references: Sequence[Reference], tell: Progress) -> Judge | None:
        """A judge over references, or None where they hold nothing to read."""
        key = tuple(id(reference) for reference in references)
        if key not in self._judges:
            snippets = self._cut(references)
            tell("retrieving", 0, 1)
            index = Index(snippets, self.retriever) if snippets else None
            judge = None if index is None else Judge(index, references, self.nli, self._settings)
            self._judges[key] = (references, judge)  # the references are held, so that no other has their identity
            if len(self._judges) > _JUDGES:
                self._judges.popitem(last=False)
        self._judges.move_to_end(key)
        return self._judges[key][1]

    def _cut(self, references: Sequence[Reference]) -> list[Snippet]:
        return cut(references, self._settings.numbers.checked)
