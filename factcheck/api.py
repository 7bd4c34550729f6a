"""The Python API: judge articles against references without the command line."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from factcheck.cache import Store
from factcheck.checker import Given, Pipeline, Progress, Stream
from factcheck.circularity import circular
from factcheck.claim import GivenClaim
from factcheck.decisions import attach, logs_before
from factcheck.document import Document, Reference
from factcheck.errors import InputError, UsageError
from factcheck.patterns import Patterns, any_fits
from factcheck.readers import read_document, read_references
from factcheck.readers.given import ReadClaims, written
from factcheck.report import Report, SetAside
from factcheck.rules import apply, apply_to_suppressions, newly_kept_back, registry, settle
from factcheck.rules.base import Rule
from factcheck.rules.cq import let_stand
from factcheck.rules.selection import Selection
from factcheck.settings import BUNDLED, NO_NLI, NumberSettings, Review, Settings
from factcheck.suppressions import suppress

Article = str | Path | Document
"""An article: the name of its file, or a text that `read_text` or a reader has made a Document."""

Source = str | Path | Reference
"""The name of a reference's file, of a directory of references or a glob, or a Reference."""


def check(article: Article, references: Source | Iterable[Source]) -> Report:
    """Judge an article against references with the bundled models.

    To check several articles use one `Checker`, which loads its models once.

    Args:
        article: A file, or a Document. A string is always a file's name: text goes through `read_text`.
        references: Files, directories, globs or References, or one of them.

    Returns:
        The claims with their verdicts and evidence, and the findings.

    Raises:
        InputError: A file cannot be read, or the references name nothing readable.
        UsageError: Two References have one id.
        ModelError: The bundled weights are missing or changed.
    """
    return Checker().check(article, references)


def read_text(text: str, *, name: str) -> Document:
    """A Document from text in memory, read as Markdown.

    Args:
        text: The text; offsets in the report count its code points.
        name: Stands for the path in reports.

    Raises:
        InputError: The text is empty, or its front matter is broken.
    """
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise InputError(name, f"holds half of a surrogate pair at offset {error.start}") from None
    try:
        return replace(read_document("-", stdin=io.BytesIO(data)), path=name)
    except InputError as error:
        raise InputError(name, error.reason) from None


class Checker:
    """Judges articles; keeps the models that it has loaded."""

    def __init__(
        self,
        *,
        nli: str = BUNDLED,
        retriever: str = BUNDLED,
        splitter: str = BUNDLED,
        min_confidence: float = 0.0,
        threads: int | None = None,
        numbers: NumberSettings | None = None,
        selection: Selection | None = None,
        tk: bool = True,
        cq: bool = False,
        independent: Sequence[Patterns] = (),
        cache: str | Path | None = None,
        jobs: int | None = 1,
    ) -> None:
        """Choose how to judge. Models are loaded when they are first needed.

        Args:
            nli: "bundled", "none" (quantities decide alone), or the Hugging Face name or path of a
                cross-encoder (needs the extra `torch`).
            retriever: "bundled", or the name or path of a sentence-transformers model (needs the same extra).
            splitter: "bundled", or "sentence" (each sentence is one claim, no model).
            min_confidence: A contradiction below it becomes unverified, and a number supported with less is noted
                (N110), 0 to 1.
            threads: Threads a model may use; None for one a core.
            numbers: Which numbers are checked and how far they may be rounded; as usual if None.
            selection: Which rules are applied and how severe they are; all if None.
            tk: Whether TK is a placeholder (P301).
            cq: Whether CQ behind a number or claim lets it stand.
            independent: References that are sources although they read like a copy of an article.
            cache: A folder in which parses, embeddings, scores and verdicts are kept for later runs; None for none. It
                changes no result, and what it cannot read or write it does without.
            jobs: How many processes judge when there are several articles; 1: this one alone; None: as many as pay.
                More than 1 need the caller's main module to be importable, as `multiprocessing` does.

        Raises:
            UsageError: A number is out of its range.
        """
        _refuse_out_of_range(min_confidence, threads, jobs)
        self._pipeline = Pipeline(
            Settings(nli, retriever, splitter, min_confidence, threads, numbers=numbers or NumberSettings()),
            None if cache is None else Store(Path(cache)),
            jobs=jobs,
        )
        self._selection = selection
        self._tk = tk
        self._cq = cq
        self._independent = tuple(independent)

    @property
    def has_cache(self) -> bool:
        """Whether results are kept on disk."""
        return self._pipeline.store.folder is not None and self._pipeline.store.failure is None

    @property
    def cache_failure(self) -> str | None:
        """Why the cache could not be used, or None."""
        return self._pipeline.store.failure

    def check(self, article: Article, references: Source | Iterable[Source]) -> Report:
        """Judge one article against references; see `factcheck.check`."""
        document = article if isinstance(article, Document) else read_document(os.fspath(article))
        return self.run([document], _read(references))

    def check_claims(
        self,
        claims: Sequence[GivenClaim | str],
        references: Source | Iterable[Source],
        *,
        name: str = "claims",
    ) -> Report:
        """Judge claims as they are given: nothing is split, everything else is as for an article.

        Args:
            claims: Claims, or their texts. An id of its own names a claim in the report; the others are c1, c2, ...
            references: Files, directories, globs or References, or one of them.
            name: Stands for the article's path in the report, whose text has a claim a line.

        Raises:
            InputError: There are no claims, one is empty, two have one id, or a reference cannot be read.
            UsageError: Two References have one id.
            ModelError: Weights cannot be loaded or run.
        """
        return self.run_claims(written(claims, name=name), _read(references))

    def run_claims(
        self,
        claims: ReadClaims,
        references: Sequence[Reference],
        *,
        progress: Progress | None = None,
        decisions: bool = False,
        review: Review | None = None,
    ) -> Report:
        """Judge claims that are read already against references that are; see `check_claims` and `run`."""
        given = {0: self._pipeline.given(claims.document, claims.claims, claims.places)}
        judged = self._judged([claims.document], references, given=given, progress=progress)
        judged = replace(judged, given=True)
        return self._decided(judged, review, None) if decisions else self._reported(judged)

    def run(
        self,
        documents: Sequence[Document],
        references: Sequence[Reference],
        *,
        checked_against: Sequence[Sequence[int]] | None = None,
        progress: Progress | None = None,
        stream: Stream | None = None,
        decisions: bool = False,
        review: Review | None = None,
        since: str | None = None,
        suppressions: bool = True,
        today: date | None = None,
    ) -> Report:
        """Judge documents against references that are read already.

        Args:
            documents: The articles.
            references: The sources; those that are an article itself or a copy of it are set aside for that article.
            checked_against: By document, the indices of its references; None: all, for every document.
            progress: Told of each step: a stage, how many of its steps are done, and how many there are.
            stream: Hears of claims and verdicts while they are made; the report has the final ones.
            decisions: Whether reviewers' decisions, kept beside the articles, silence findings or make them.
            review: What a decision is worth, and where decisions are kept; None for the defaults.
            since: A git revision; the findings that decisions made after its merge base with HEAD keep back are named.
            suppressions: Whether comments in the articles silence findings.
            today: The day on which such comments may have expired; the clock's if None.

        Raises:
            UsageError: Two references have one id, or the revision is not there.
            ModelError: Weights cannot be loaded or run.
        """
        judged = self._judged(documents, references, checked_against=checked_against, progress=progress, stream=stream)
        report = self._decided(judged, review, since) if decisions else self._reported(judged)
        return self._suppressed(report, today or date.today()) if suppressions else report

    def settled(self, report: Report, *, review: Review | None = None, today: date | None = None) -> Report:
        """A report that was made before, with its findings as rules, decisions and comments now have them.

        Args:
            report: Its claims and verdicts stay as they are.
            review: What a decision is worth, and where decisions are kept; None for the defaults.
            today: The day on which comments may have expired; the clock's if None.
        """
        judged = replace(report, findings=(), silenced=(), suppressions=())
        return self._suppressed(self._decided(judged, review, None), today or date.today())

    def _judged(
        self,
        documents: Sequence[Document],
        references: Sequence[Reference],
        *,
        checked_against: Sequence[Sequence[int]] | None = None,
        given: Mapping[int, Given] | None = None,
        progress: Progress | None = None,
        stream: Stream | None = None,
    ) -> Report:
        _refuse_shared_ids(references)
        chosen = [range(len(references))] * len(documents) if checked_against is None else checked_against
        set_aside = circular(documents, references, chosen, lambda path: any_fits(self._independent, path))
        sources = _without(chosen, set_aside)
        judged = self._pipeline.run(
            documents, references, checked_against=sources, given=given, progress=progress, stream=stream
        )
        return replace(judged, set_aside=set_aside)

    def _decided(self, judged: Report, review: Review | None, since: str | None) -> Report:
        """The report with its findings, as far as decisions leave them."""
        found = self._reported(attach(judged, review))
        if since is None:
            return found
        then = logs_before(since, review.directory if review else None)
        before = self._reported(attach(judged, review, then))
        return replace(found, fresh_decisions=newly_kept_back(before, found))

    def _reported(self, judged: Report) -> Report:
        settings = self._pipeline.settings
        report = apply(
            judged,
            nli=settings.nli != NO_NLI,
            min_confidence=settings.min_confidence,
            tk=self._tk,
            selection=self._selection,
        )
        return settle(let_stand(report) if self._cq else report)

    def _suppressed(self, report: Report, today: date) -> Report:
        """The report without the findings that comments of the articles silence, and with what such comments lack."""
        active = {rule.id for rule in self._rules(registry(nli=self._pipeline.settings.nli != NO_NLI).values())}
        names = {id: rule.name for id, rule in registry().items()}
        return apply_to_suppressions(suppress(report, names, active=active, today=today), self._selection)

    def _rules(self, known: Iterable[Rule]) -> list[Rule]:
        return (self._selection or Selection()).rules(known)


def _read(sources: Source | Iterable[Source]) -> list[Reference]:
    """The references: those of files, directories and globs first."""
    given = [sources] if isinstance(sources, str | Path | Reference) else list(sources)
    names = [os.fspath(source) for source in given if not isinstance(source, Reference)]
    found, errors = read_references(names)
    if errors:
        raise InputError(errors[0].path, errors[0].message)
    return [*found, *(source for source in given if isinstance(source, Reference))]


def _without(chosen: Sequence[Sequence[int]], set_aside: Iterable[SetAside]) -> list[list[int]]:
    """By document the references that are sources."""
    none = {(one.document, one.reference) for one in set_aside}
    return [[i for i in indices if (document, i) not in none] for document, indices in enumerate(chosen)]


def _refuse_out_of_range(min_confidence: float, threads: int | None, jobs: int | None) -> None:
    if not 0 <= min_confidence <= 1:
        raise UsageError(f"minimum confidence {min_confidence:g} is not between 0 and 1")
    for count, noun in ((threads, "threads"), (jobs, "processes")):
        if count is not None and count < 1:
            raise UsageError(f"{count} {noun} cannot judge anything; use 1 or more")


def _refuse_shared_ids(references: Sequence[Reference]) -> None:
    seen: set[str] = set()
    for reference in references:
        if reference.id in seen:
            raise UsageError(f"two references have the id {reference.id!r}")
        seen.add(reference.id)
