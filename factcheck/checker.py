"""The pipeline: the one place that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from factcheck.claim import Claim, GivenClaim, Skipped
from factcheck.claims import Splitter, load_splitter
from factcheck.document import Document, Reference
from factcheck.evidence import Verdict, VerdictLabel
from factcheck.nli import Nli, load_nli
from factcheck.quantities import Found, as_asked, quantities_in
from factcheck.report import CheckedClaim, ModelId, Report
from factcheck.retrieval import Index, Retriever, cut, load_retriever
from factcheck.sentences import Sentence, sentences
from factcheck.settings import Settings
from factcheck.verdicts import Judge, unjudged

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how many of its steps are done, and how many there are."""


class Stream(Protocol):
    """Hears of a run's results while it goes on; what it heard last is not final, the report is."""

    def split(self, claims: Sequence[tuple[int, Claim]]) -> Collection[str]:
        """Hear of all claims, each after the index of its document, and say which ids to judge before the others."""

    def judged(self, verdicts: Mapping[str, Verdict]) -> None:
        """Hear of some verdicts by the claims' ids."""


@dataclass(frozen=True, slots=True)
class Given:
    """Claims of a document that a caller gives, and the numeric expressions in them that are no quantities."""

    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]


def _silent(stage: str, done: int, total: int) -> None:
    """No progress wanted."""


class Pipeline:
    """Documents and references to a report, with models that are loaded once, when first needed."""

    def __init__(self, settings: Settings | None = None) -> None:
        """Prepare a pipeline.

        Args:
            settings: How to judge; the defaults if None.
        """
        self.settings = settings or Settings()

    @cached_property
    def splitter(self) -> Splitter:
        """Turns documents into claims."""
        return load_splitter(self.settings)

    @cached_property
    def retriever(self) -> Retriever:
        """Encodes snippets and claims."""
        return load_retriever(self.settings)

    @cached_property
    def nli(self) -> Nli | None:
        """Reads passages; None where quantities decide alone."""
        return load_nli(self.settings)

    def numbers(self, document: Document) -> Found:
        """The numeric expressions of a document, with offsets in its text; needs no model."""
        return self._numbers(document, sentences(document))

    def given(self, document: Document, given: Sequence[GivenClaim], places: Sequence[Sentence]) -> Given:
        """Claims that a caller gives, with the numbers found in them; nothing is split, and no model is needed.

        Args:
            document: Where they are written.
            given: The claims.
            places: Each of them as a sentence of the document.
        """
        claims: list[Claim] = []
        skipped: list[Skipped] = []
        for number, (one, place) in enumerate(zip(given, places, strict=True), start=1):
            dated = replace(document, meta=replace(document.meta, date=one.date or document.meta.date))
            found = self._numbers(dated, [place])
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

    def _numbers(self, document: Document, places: Sequence[Sentence]) -> Found:
        settings = self.settings.numbers
        parts = [quantities_in(document, sentence, settings.checked) for sentence in places]
        found = Found(
            tuple(quantity for part in parts for quantity in part.quantities),
            tuple(skipped for part in parts for skipped in part.skipped),
        )
        return as_asked(found, settings)

    def claims(self, document: Document) -> list[Claim]:
        """The claims of a document in order of place, with ids c1, c2, ...

        Raises:
            ModelError: The splitter's weights cannot be loaded.
        """
        return self._split(document, self.numbers(document))

    def run(
        self,
        documents: Sequence[Document],
        references: Sequence[Reference],
        *,
        checked_against: Sequence[Sequence[int]] | None = None,
        given: Mapping[int, Given] | None = None,
        progress: Progress | None = None,
        stream: Stream | None = None,
    ) -> Report:
        """Split every document and judge its claims against its references.

        Args:
            documents: The articles.
            references: The sources; without any, every claim is unverified.
            checked_against: By document, the indices of its references; None: all, for every document.
            given: By document, the claims that stand for those which it would be split into, ids included.
            progress: Told of each step.
            stream: Hears of claims and verdicts as they are made.

        Returns:
            A report without findings: rules add them.

        Raises:
            ModelError: Weights cannot be loaded or run.
        """
        tell = progress or _silent
        claims: list[tuple[int, Claim]] = []
        skipped: list[tuple[Skipped, ...]] = []
        for index, document in enumerate(documents):
            tell("splitting", index, len(documents))
            if given and index in given:
                claims += ((index, claim) for claim in given[index].claims)
                skipped.append(given[index].skipped)
                continue
            found = self.numbers(document)
            skipped.append(found.skipped)
            for claim in self._split(document, found):
                claims.append((index, replace(claim, id=f"c{len(claims) + 1}")))
        first = frozenset(stream.split(claims)) if stream else frozenset()
        if checked_against is None:
            checked_against = [range(len(references))] * len(documents)
        chosen = [tuple(indices) for indices in checked_against]
        judges = {indices: self._judge(references, indices, tell) for indices in dict.fromkeys(chosen)}
        verdicts: list[Verdict] = []
        for index, indices in enumerate(chosen):
            mine = [claim for document, claim in claims if document == index]
            verdicts += self._verdicts(judges[indices], mine, tell, stream, first)
        return Report(
            documents=tuple(documents),
            references=tuple(references),
            checked_against=tuple(chosen),
            claims=tuple(
                CheckedClaim(index, claim, verdict) for (index, claim), verdict in zip(claims, verdicts, strict=True)
            ),
            skipped=tuple(skipped),
            models=self._models(split=len(given or ()) < len(documents), judged=any(chosen)),
        )

    def _split(self, document: Document, found: Found) -> list[Claim]:
        return self.splitter.split(document, sentences(document), found.quantities)

    def _judge(self, references: Sequence[Reference], chosen: Sequence[int], tell: Progress) -> Judge | None:
        """A judge over the chosen references, or None where they hold nothing to read."""
        snippets = [
            snippet for snippet in cut(references, self.settings.numbers.checked) if snippet.reference in chosen
        ]
        if not snippets:
            return None
        tell("retrieving", 0, 1)
        return Judge(Index(snippets, self.retriever), references, self.nli, self.settings)

    def _verdicts(
        self,
        judge: Judge | None,
        claims: Sequence[Claim],
        tell: Progress,
        stream: Stream | None,
        first: Collection[str],
    ) -> list[Verdict]:
        """The verdicts in the order of the claims; the stream hears those of `first` first."""
        if judge is None:
            return [unjudged(claim, "no reference to judge against") for claim in claims]

        def hear(verdicts: Mapping[str, Verdict]) -> None:
            if stream:
                stream.judged({id: self._confident(verdict) for id, verdict in verdicts.items()})

        verdicts = judge.judge(
            claims,
            progress=lambda done, total: tell("judging", done, total),
            heard=hear if stream else None,
            first=first,
        )
        return [self._confident(verdict) for verdict in verdicts]

    def _confident(self, verdict: Verdict) -> Verdict:
        """A contradiction below the asked confidence is unverified, never silent."""
        if verdict.label is not VerdictLabel.CONTRADICTED or verdict.confidence >= self.settings.min_confidence:
            return verdict
        numbers = tuple(
            replace(number, label=VerdictLabel.UNVERIFIED) if number.label is verdict.label else number
            for number in verdict.quantities
        )
        return replace(verdict, label=VerdictLabel.UNVERIFIED, quantities=numbers)

    def _models(self, *, split: bool, judged: bool) -> tuple[ModelId, ...]:
        judges = [self.retriever, self.nli] if judged else []
        used = [ModelId(model.name, model.sha256) for model in judges if model is not None]
        return (*(self.splitter.models if split else ()), *used)
