"""Documents and references to a report."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, partial
from itertools import repeat
from typing import TYPE_CHECKING

from factcheck.cache import Store
from factcheck.checker.judged import Judged, moved
from factcheck.checker.recall import Recall, digest_of, keep, models
from factcheck.checker.telling import Progress, Stream, Telling, silent
from factcheck.checker.workers import Job, Workers, processes_for
from factcheck.claim import Claim, GivenClaim, Skipped
from factcheck.document import Document, Reference
from factcheck.evidence import Verdict, VerdictLabel
from factcheck.report import CheckedClaim, Report
from factcheck.sentences import Sentence, sentences
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.checker.engine import Engine
    from factcheck.checker.reading import Given
    from factcheck.claims import Splitter
    from factcheck.nli import Nli
    from factcheck.quantities import Found
    from factcheck.retrieval import Retriever

_IN_MEMORY = 64 * 1024 * 1024
"""Bytes of results that are kept for the length of a run where there is no cache."""
_Judge = Callable[[Job, Telling], Judged]
"""From a document to what is found for it."""


class Pipeline:
    """Judges documents, with models that are loaded once, when first needed."""

    def __init__(self, settings: Settings | None = None, store: Store | None = None, *, jobs: int | None = 1) -> None:
        """Prepare a pipeline.

        Args:
            settings: How to judge; the defaults if None.
            store: A cache on disk, or None.
            jobs: How many processes judge documents; 1: this one alone; None: as many as are worth their start.
        """
        self.settings = settings or Settings()
        self.store = store or Store(limit=_IN_MEMORY)
        self._jobs = jobs

    @cached_property
    def _engine(self) -> Engine:
        from factcheck.checker.engine import Engine  # and all that it computes with, which a recalled run does without

        return Engine(self.settings, self.store)

    @cached_property
    def _recall(self) -> Recall:
        return Recall(self.settings, self.store)

    @property
    def splitter(self) -> Splitter:
        """Turns documents into claims."""
        return self._engine.splitter

    @property
    def retriever(self) -> Retriever:
        """Encodes snippets and claims."""
        return self._engine.retriever

    @property
    def nli(self) -> Nli | None:
        """Reads passages; None where quantities decide alone."""
        return self._engine.nli

    def numbers(self, document: Document) -> Found:
        """The numeric expressions of a document, with offsets in its text; needs no model."""
        from factcheck.checker.reading import numbers

        return numbers(document, sentences(document), self.settings.numbers)

    def given(self, document: Document, given: Sequence[GivenClaim], places: Sequence[Sentence]) -> Given:
        """Claims that a caller gives, with the numbers found in them; nothing is split, and no model is needed.

        Args:
            document: Where they are written.
            given: The claims.
            places: Each of them as a sentence of the document.
        """
        from factcheck.checker.reading import given_claims

        return given_claims(document, given, places, self.settings.numbers)

    def claims(self, document: Document) -> list[Claim]:
        """The claims of a document in order of place, with ids c1, c2, ...

        Raises:
            ModelError: The splitter's weights cannot be loaded.
        """
        return list(self._engine.split(document).claims)

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

        The same documents and references give the same report, whatever the cache holds and however many processes
        take part.

        Args:
            documents: The articles.
            references: The sources; without any, every claim is unverified.
            checked_against: By document, the indices of its references; None: all, for every document.
            given: By document, the claims that stand for those which it would be split into, ids included.
            progress: Told of each step.
            stream: Hears of claims and verdicts as they are made, document by document.

        Returns:
            A report without findings: rules add them.

        Raises:
            ModelError: Weights cannot be loaded or run.
            WorkerError: A process that took part has ended.
        """
        tell = progress or silent
        every = [range(len(references))] * len(documents)
        chosen = [tuple(indices) for indices in (every if checked_against is None else checked_against)]
        given = given or {}
        jobs = self._jobs_of(documents, references, chosen, given)
        checked, skipped = self._judge_all(jobs, references, tell, stream)
        self.store.close()
        return Report(
            documents=tuple(documents),
            references=tuple(references),
            checked_against=tuple(chosen),
            claims=tuple(checked),
            skipped=tuple(skipped),
            models=models(self.settings, split=len(given) < len(documents), judged=any(chosen)),
        )

    def _judge_all(
        self, jobs: Sequence[Job], references: Sequence[Reference], tell: Progress, stream: Stream | None
    ) -> tuple[list[CheckedClaim], list[tuple[Skipped, ...]]]:
        """The claims of all documents with their verdicts, and the expressions that are no quantities, by document."""
        known = deque(self._recall.get(job.key) for job in jobs)
        new = [job for job, judged in zip(jobs, known, strict=True) if judged is None]
        checked: list[CheckedClaim] = []
        skipped: list[tuple[Skipped, ...]] = []
        each = tell if len(jobs) > 1 else silent
        with self._judging(new, references, tell) as judge:
            for job in jobs:
                each("checking", job.index, len(jobs))
                ahead = None if job.given is not None else len(checked)
                telling = Telling(stream, job.index, ahead, partial(self._final, references=job.sources))
                judged = known.popleft() or judge(job, telling)
                verdicts = map(telling.final, judged.verdicts)
                checked += map(CheckedClaim, repeat(job.index), telling.named(judged.claims), verdicts)
                skipped.append(judged.skipped)
        return checked, skipped

    def _jobs_of(
        self,
        documents: Sequence[Document],
        references: Sequence[Reference],
        chosen: Sequence[tuple[int, ...]],
        given: Mapping[int, Given],
    ) -> list[Job]:
        digests = [digest_of(reference) for reference in references]
        jobs = []
        for index, (document, mine) in enumerate(zip(documents, chosen, strict=True)):
            claims = given.get(index)
            key = self._recall.key(document, [digests[i] for i in mine], claims)
            jobs.append(Job(index, document, mine, key, claims))
        return jobs

    @contextmanager
    def _judging(self, new: Sequence[Job], references: Sequence[Reference], tell: Progress) -> Iterator[_Judge]:
        """What judges the documents that are new, to be asked for one after the other in their order."""
        count = processes_for(len(new), self._jobs)
        if count == 1:
            yield partial(self._judged_here, references=references, tell=tell if len(new) == 1 else silent)
            return
        with Workers(count, self.settings, self.store) as workers:
            found = workers.judge(new, references)
            early: dict[int, Judged] = {}

            def judged_beside(job: Job, _: Telling) -> Judged:
                while job.index not in early:
                    index, packed = next(found)
                    early[index] = Judged.unpacked(packed)
                return early.pop(job.index)

            yield judged_beside

    def _judged_here(self, job: Job, telling: Telling, *, references: Sequence[Reference], tell: Progress) -> Judged:
        mine = [references[i] for i in job.sources]
        judged = self._engine.judge(
            job.document, mine, given=job.given, tell=tell, telling=telling if telling.stream else None
        )
        packed = judged.packed()
        keep(self.store, job.key, packed)
        return Judged.unpacked(packed)  # not `judged`: a report must not tell whether it was recalled

    def _final(self, verdict: Verdict, *, references: Sequence[int]) -> Verdict:
        """A verdict as it stands in the report: a contradiction below the asked confidence is unverified."""
        verdict = moved(verdict, references)
        if verdict.label is not VerdictLabel.CONTRADICTED or verdict.confidence >= self.settings.min_confidence:
            return verdict
        numbers = tuple(
            replace(number, label=VerdictLabel.UNVERIFIED) if number.label is verdict.label else number
            for number in verdict.quantities
        )
        return replace(verdict, label=VerdictLabel.UNVERIFIED, quantities=numbers)
