"""Models and rules at work on one document at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from factcheck.cache import Store
from factcheck.checker.judged import Given, Judged
from factcheck.checker.telling import Progress, Telling, silent
from factcheck.claim import Claim, GivenClaim, Skipped
from factcheck.claims import Splitter, load_splitter
from factcheck.document import Document, Reference
from factcheck.nli import Nli, load_nli
from factcheck.quantities import Found, as_asked, quantities_in
from factcheck.retrieval import Index, Retriever, cut, load_retriever
from factcheck.sentences import Sentence, sentences
from factcheck.settings import NumberSettings, Settings
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

    def claims(self, document: Document, found: Found | None = None) -> list[Claim]:
        """The claims of a document in order of place, with ids c1, c2, ...

        Args:
            document: The article.
            found: Its numbers, if they are known.

        Raises:
            ModelError: The splitter's weights cannot be loaded.
        """
        known = numbers(document, self._settings.numbers) if found is None else found
        return self.splitter.split(document, sentences(document), known.quantities)

    def embed(self, references: Sequence[Reference]) -> None:
        """Encode what references say, so that it lies in the cache."""
        self.retriever.encode([snippet.text for snippet in cut(references)])

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
            given: Claims that stand for those which the document would be split into; None to split it.
            tell: Told of each step.
            telling: Tells of claims and verdicts as they are made; None if nobody listens.

        Raises:
            ModelError: Weights cannot be loaded or run.
        """
        tell("splitting", 0, 1)
        if given is None:
            found = numbers(document, self._settings.numbers)
            skipped, claims = found.skipped, self.claims(document, found)
        else:
            skipped, claims = given.skipped, list(given.claims)
        first = telling.split(claims) if telling else ()
        judge = self._judge(references, tell)
        if judge is None:
            verdicts = [unjudged(claim, "no reference to judge against") for claim in claims]
        else:
            heard = telling.judged if telling else None
            verdicts = judge.judge(
                claims, progress=lambda done, total: tell("judging", done, total), heard=heard, first=first
            )
        return Judged(tuple(claims), tuple(verdicts), skipped)

    def _judge(self, references: Sequence[Reference], tell: Progress) -> Judge | None:
        """A judge over references, or None where they hold nothing to read."""
        key = tuple(id(reference) for reference in references)
        if key not in self._judges:
            snippets = cut(references)
            tell("retrieving", 0, 1)
            index = Index(snippets, self.retriever) if snippets else None
            judge = None if index is None else Judge(index, references, self.nli, self._settings)
            self._judges[key] = (references, judge)  # the references are held, so that no other has their identity
            if len(self._judges) > _JUDGES:
                self._judges.popitem(last=False)
        self._judges.move_to_end(key)
        return self._judges[key][1]


def numbers(document: Document, settings: NumberSettings) -> Found:
    """The numeric expressions of a document, with offsets in its text; needs no model."""
    return _numbers(document, sentences(document), settings)


def given_claims(
    document: Document, given: Sequence[GivenClaim], places: Sequence[Sentence], settings: NumberSettings
) -> Given:
    """Claims that a caller gives, with the numbers found in them; nothing is split, and no model is needed.

    Args:
        document: Where they are written.
        given: The claims.
        places: Each of them as a sentence of the document.
        settings: Which numbers are checked.
    """
    claims: list[Claim] = []
    skipped: list[Skipped] = []
    for number, (one, place) in enumerate(zip(given, places, strict=True), start=1):
        dated = replace(document, meta=replace(document.meta, date=one.date or document.meta.date))
        found = _numbers(dated, [place], settings)
        claims.append(
            Claim(
                one.id or f"c{number}",
                place.text,
                (place.span,),
                place.span,
                quantities=found.quantities,
                context=" ".join(one.context.split()),
            )
        )
        skipped += found.skipped
    return Given(tuple(claims), tuple(skipped))


def _numbers(document: Document, places: Sequence[Sentence], settings: NumberSettings) -> Found:
    parts = [quantities_in(document, sentence, settings.checked) for sentence in places]
    found = Found(
        tuple(quantity for part in parts for quantity in part.quantities),
        tuple(skipped for part in parts for skipped in part.skipped),
    )
    return as_asked(found, settings)
