"""The pipeline: the one place that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Protocol

from factcheck.claim import Claim
from factcheck.claims import Splitter, load_splitter
from factcheck.document import Document, Reference
from factcheck.evidence import Verdict, VerdictLabel
from factcheck.nli import Nli, load_nli
from factcheck.quantities import Found, quantities_in
from factcheck.report import CheckedClaim, ModelId, Report
from factcheck.retrieval import Index, Retriever, cut, load_retriever
from factcheck.sentences import sentences
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
        parts = [quantities_in(document, sentence) for sentence in sentences(document)]
        return Found(
            tuple(quantity for part in parts for quantity in part.quantities),
            tuple(skipped for part in parts for skipped in part.skipped),
        )

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
        progress: Progress | None = None,
        stream: Stream | None = None,
    ) -> Report:
        """Split every document and judge its claims against its references.

        Args:
            documents: The articles.
            references: The sources; without any, every claim is unverified.
            checked_against: By document, the indices of its references; None: all, for every document.
            progress: Told of each step.
            stream: Hears of claims and verdicts as they are made.

        Returns:
            A report without findings: rules add them.

        Raises:
            ModelError: Weights cannot be loaded or run.
        """
        tell = progress or _silent
        numbers = [self.numbers(document) for document in documents]
        claims: list[tuple[int, Claim]] = []
        for index, (document, found) in enumerate(zip(documents, numbers, strict=True)):
            tell("splitting", index, len(documents))
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
            skipped=tuple(found.skipped for found in numbers),
            models=self._models(any(chosen)),
        )

    def _split(self, document: Document, found: Found) -> list[Claim]:
        return self.splitter.split(document, sentences(document), found.quantities)

    def _judge(self, references: Sequence[Reference], chosen: Sequence[int], tell: Progress) -> Judge | None:
        """A judge over the chosen references, or None where they hold nothing to read."""
        snippets = [snippet for snippet in cut(references) if snippet.reference in chosen]
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

    def _models(self, judged: bool) -> tuple[ModelId, ...]:
        judges = [self.retriever, self.nli] if judged else []
        used = [ModelId(model.name, model.sha256) for model in judges if model is not None]
        return (*self.splitter.models, *used)
