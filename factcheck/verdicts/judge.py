"""Claims against an index of snippets: retrieve, read, substitute, fuse."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from factcheck.claim import Claim, Quantity
from factcheck.document import Reference
from factcheck.evidence import MATCHING, QuantityRelation, Verdict
from factcheck.nli import ENTAILMENT, Nli
from factcheck.retrieval import Index, premise, read_for, together, window
from factcheck.settings import Settings
from factcheck.verdicts.across import across
from factcheck.verdicts.alignment import Alignment, aligned
from factcheck.verdicts.beginnings import beginnings
from factcheck.verdicts.chosen import HELD, holders, relevant, tells_time
from factcheck.verdicts.comparisons import Comparison, compared, computed, holds, offered, promise, without_taken
from factcheck.verdicts.entries import Settled
from factcheck.verdicts.excerpt import excerpt
from factcheck.verdicts.exchanges import Exchange, exchanges, has_foreign_term
from factcheck.verdicts.features import DECISIVE, Case, Exchanged, Passage, Reading, Weighed, standing
from factcheck.verdicts.fuse import agreed, fuse, unjudged
from factcheck.verdicts.published import dated
from factcheck.verdicts.tables import Tables
from factcheck.verdicts.terms import Vocabulary, without_links
from factcheck.verdicts.values import Values

QUANTITY_WEIGHT = 0.2
"""How much a snippet gains by holding a claim's number, or another one of the same thing."""
Pair = tuple[str, str]
Progress = Callable[[int, int], None]
"""Told how many pairs were read, of how many known so far."""
Heard = Callable[[Mapping[str, Verdict]], None]
"""Told of verdicts by the claims' ids as soon as they are made."""
SEARCHED = 12
"""Best snippets among which the operands of arithmetic over two are looked for."""
LONG = 10
"""Words from which a claim may hold more than one passage tells: its passages are then read together as well. For
shorter ones that finds support where there is none."""
_SLICE = 48
"""Pairs read between two tellings of progress."""
_PART = 8
"""Claims judged together where verdicts are wanted as they are made: few enough to be soon, enough to fill batches."""


class Judge:
    """Judges claims against one set of references."""

    def __init__(self, index: Index, references: Sequence[Reference], nli: Nli | None, settings: Settings) -> None:
        """Prepare to judge.

        Args:
            index: Over the snippets of the references.
            references: In the order that the snippets' indices mean.
            nli: Reads the passages; None lets the quantities decide alone.
            settings: How many snippets to read.
        """
        self._index = index
        self._references = references
        self._nli = nli
        self._settings = settings
        self._tables = Tables(index.snippets)
        self._vocabulary = Vocabulary(references)
        self._values = Values(references, index.snippets)
        dates = [reference.document.meta.date for reference in references if reference.document.meta.date]
        self._today = max(dates, default=None)
        self._scores: dict[Pair, NDArray[np.float32]] = {}

    def judge(
        self,
        claims: Sequence[Claim],
        *,
        progress: Progress | None = None,
        heard: Heard | None = None,
        first: Collection[str] = (),
    ) -> list[Verdict]:
        """A verdict for each claim; a number that several claims share gets one verdict.

        Args:
            claims: Of one document.
            progress: Told how many pairs were read, of how many known so far; how many claims were judged, of how
                many, where `heard` is given.
            heard: Told of the verdicts of some claims after the other; what claims that share a number come to agree
                on is only in the result, which is the same with and without it.
            first: Ids of the claims that `heard` is to be told of before the others.
        """
        checked = [claim for claim in claims if self._is_read(claim)]
        verdicts: dict[str, Verdict] = {}

        def tell(_done: int, _total: int) -> None:
            if progress is not None:
                progress(len(verdicts), len(checked))

        order = sorted(range(len(checked)), key=lambda i: checked[i].id not in first)
        parts = [order] if heard is None else [order[i : i + _PART] for i in range(0, len(order), _PART)]
        for cases in self._gathered(checked, parts, progress if heard is None else tell):
            made = {case.claim.id: fuse(case, self._references) for case in cases}
            verdicts |= made
            if heard is not None:
                heard(made)
        return agreed([verdicts.get(claim.id) or unjudged(claim, "not a checkable statement") for claim in claims])

    def _is_read(self, claim: Claim) -> bool:
        """Whether a claim is held against the references: also a phrase with a number, a name or a code in it."""
        if claim.checkworthy or claim.quantities:
            return True
        return self._nli is not None and has_foreign_term(claim.text, self._vocabulary)

    def gather(self, claims: Sequence[Claim], *, progress: Progress | None = None) -> list[Case]:
        """Everything the fusion needs of each claim: two passes of the model, the second for substituted values.

        Args:
            claims: The claims.
            progress: As in `judge`.
        """
        return [case for cases in self._gathered(claims, [range(len(claims))], progress) for case in cases]

    def _gathered(
        self, claims: Sequence[Claim], parts: Iterable[Sequence[int]], progress: Progress | None
    ) -> Iterator[list[Case]]:
        """The same for parts of the claims, one after the other.

        What is retrieved for a claim may depend, in its last digit, on how many are asked for together, so that this is
        done for all at once; what the model says of a pair does not.
        """
        self._scores = {}
        settled = [self._tables.settle(claim) for claim in claims]
        retrieved = self._retrieve(claims, settled)
        for part in parts:
            yield self._cases(
                [claims[i] for i in part], [settled[i] for i in part], [retrieved[i] for i in part], progress
            )

    def _cases(
        self,
        claims: Sequence[Claim],
        settled: Sequence[Sequence[Settled | None]],
        retrieved: Sequence[Sequence[tuple[int, float]]],
        progress: Progress | None,
    ) -> list[Case]:
        """Claims once the model has read what was retrieved for them."""
        self._read(
            [
                (premise(self._index.snippets, index), claim.text)
                for claim, top in zip(claims, retrieved, strict=True)
                for index, _ in top
            ],
            progress,
        )
        passages = [self._passages(claim, top) for claim, top in zip(claims, retrieved, strict=True)]
        comparisons = [self._compare(claim, top) for claim, top in zip(claims, retrieved, strict=True)]
        alignments = [
            _alignments(claim, found, len(mine))
            for claim, mine, found in zip(claims, passages, comparisons, strict=True)
        ]
        renamed = [self._exchanges(claim, mine) for claim, mine in zip(claims, passages, strict=True)]
        wanted = [
            (mine[passage].premise, text)
            for mine, lists, texts, others in zip(passages, comparisons, alignments, renamed, strict=True)
            for passage, text in _substituted(lists, texts, others)
        ]
        wanted += [
            (_joint(comparison, mine), claim.text)
            for claim, mine, lists in zip(claims, passages, comparisons, strict=True)
            for found in lists
            for comparison in found
            if comparison.beside
        ]
        wholes = [self._whole(claim, top, mine) for claim, top, mine in zip(claims, retrieved, passages, strict=True)]
        wanted += [(whole, claim.text) for claim, whole in zip(claims, wholes, strict=True) if whole]
        self._read(wanted, progress)
        return [
            self._case(*parts)
            for parts in zip(claims, passages, comparisons, alignments, renamed, settled, wholes, strict=True)
        ]

    def _case(
        self,
        claim: Claim,
        passages: tuple[Passage, ...],
        comparisons: Sequence[Sequence[Comparison]],
        alignments: Sequence[Alignment],
        renamed: Sequence[Exchange],
        settled: Sequence[Settled | None],
        whole: str,
    ) -> Case:
        """All of one claim, once everything is read."""
        readings = tuple(
            Reading(alignment, self._score(passages[alignment.passage].premise, alignment.text))
            for alignment in alignments
        )
        exchanged = tuple(
            Exchanged(exchange, self._score(passages[exchange.passage].premise, exchange.text)) for exchange in renamed
        )
        weighed = tuple(
            tuple(self._weigh(claim, c, passages, [r for r in readings if r.alignment.chosen[at] == c]) for c in found)
            for at, found in enumerate(comparisons)
        )
        best = [_better(passage, i, readings) for i, passage in enumerate(passages)]
        for comparison in (c for found in comparisons for c in found if c.beside):
            scores = self._score(_joint(comparison, passages), claim.text)
            best[comparison.passage] = _surer(best[comparison.passage], scores)
        first = max(range(len(best)), key=lambda position: best[position].entailment)
        read = _surer(best[first], self._score(whole, claim.text))
        if best[first].entailment < DECISIVE <= read.entailment:
            best[first] = read
        is_exhaustive = len(self._index.snippets) <= self._settings.snippets
        absent = tuple(
            not any(w.comparison.relation in MATCHING for w in found) and self._values.lack(quantity)
            for quantity, found in zip(claim.quantities, weighed, strict=True)
        )
        return Case(claim, tuple(best), weighed, readings, tuple(settled), exchanged, is_exhaustive, absent)

    def _retrieve(
        self, claims: Sequence[Claim], settled: Sequence[Sequence[Settled | None]]
    ) -> list[list[tuple[int, float]]]:
        """For each claim the best snippets and their fit; table rows that settle a number come first."""
        if not claims:
            return []
        scores = self._index.scores([claim.text for claim in claims])
        snippets = self._index.snippets
        read = []
        for row, claim in enumerate(claims):
            found = [
                [compared(text, quantity, [s]) for s in snippets]
                for text, quantity in ((excerpt(claim.text, quantity), quantity) for quantity in claim.quantities)
            ]
            for quantity, mine in zip(claim.quantities, found, strict=True):
                hints = [promise(quantity, comparisons) for comparisons in mine]
                scores[row] += QUANTITY_WEIGHT * np.array(hints, dtype=np.float32)
            for line in {one.line.index for one in settled[row] if one}:
                scores[row, line] = scores[row].max()
            order = np.argsort(-scores[row], kind="stable")
            best = relevant(scores[row], order[: self._settings.snippets])
            best += holders(scores[row], order, best, [[holds(c) for c in mine] for mine in found])
            open_ones = [q for q, mine in zip(claim.quantities, found, strict=True) if not any(map(_matches, mine))]
            added = dict(self._operands(claim, open_ones, scores[row], order, best))
            known = {index for index, _ in best}
            added |= {i: fit for i, fit in beginnings(claim.text, open_ones, self._index) if i not in known}
            read.append(best + list(added.items()))
        return read

    def _operands(
        self,
        claim: Claim,
        quantities: Sequence[Quantity],
        scores: NDArray[np.float32],
        order: NDArray[np.intp],
        best: Sequence[tuple[int, float]],
    ) -> list[tuple[int, float]]:
        """The snippets beside the best ones from which a number that no snippet gives is computed."""
        near = [int(index) for index in order[:SEARCHED]]
        snippets = [self._index.snippets[index] for index in near]
        known = {index for index, _ in best}
        added: dict[int, float] = {}
        for quantity in quantities:
            for place, index in enumerate(near) if tells_time(quantity) else ():
                far = index in known or scores[index] < HELD * best[0][1]
                if not far and computed(claim.text, quantity, [snippets[place]], self._today):
                    added[index] = float(scores[index])
                    break
            for found in across(excerpt(claim.text, quantity), quantity, snippets):
                for place in found.places:
                    if near[place] not in known:
                        added[near[place]] = float(scores[near[place]])
        return list(added.items())

    def _passages(self, claim: Claim, top: Sequence[tuple[int, float]]) -> tuple[Passage, ...]:
        """The snippets as read."""
        found = []
        for index, fit in top:
            snippet, text = self._index.snippets[index], premise(self._index.snippets, index)
            weight = standing(self._references[snippet.reference])
            sentences = tuple(read_for(self._index.snippets, index))
            found.append(Passage(snippet, text, fit, self._score(text, claim.text), weight, sentences))
        return tuple(found)

    def _whole(self, claim: Claim, top: Sequence[tuple[int, float]], passages: Sequence[Passage]) -> str:
        """All passages as one premise, for a long claim that none of them entails; else nothing."""
        is_open = len(passages) > 1 and all(passage.entailment < DECISIVE for passage in passages)
        if self._nli is None or not is_open or len(claim.text.split()) < LONG:
            return ""
        return together(self._index.snippets, [index for index, _ in top])

    def _exchanges(self, claim: Claim, passages: Sequence[Passage]) -> list[Exchange]:
        """The claim with names of its passages in place of those that no reference has; only a model can weigh them."""
        if self._nli is None:
            return []
        read = [passage.sentences or (passage.snippet,) for passage in passages]
        order = sorted(range(len(passages)), key=lambda i: (-passages[i].contradiction, i))  # who speaks against it?
        return exchanges(claim, read, [*dict.fromkeys([*order[:1], *range(len(passages))])], self._vocabulary)

    def _compare(self, claim: Claim, top: Sequence[tuple[int, float]]) -> list[list[Comparison]]:
        """For each quantity of a claim: direct matches and the most promising conflicts, else computed matches."""
        passages = [self._tables.seen(claim, i) for i, _ in top]
        windows = [window(self._index.snippets, i, before=1, after=1) for i, _ in top]
        texts = [excerpt(claim.text, quantity) for quantity in claim.quantities]
        asked = list(zip(texts, claim.quantities, strict=True))
        found = [offered(text, quantity, passages, windows, self._today) for text, quantity in asked]
        for (text, quantity), mine in zip(asked, found, strict=True):
            if not _matches(mine):
                mine += dated(text, quantity, passages) or across(text, quantity, passages)
        counting = [[c for c in comparisons if self._counts(claim, c, top)] for comparisons in found]
        return without_taken(counting)

    def _counts(self, claim: Claim, comparison: Comparison, top: Sequence[tuple[int, float]]) -> bool:
        """Whether a comparison may bear on a claim: a table row contradicts only a claim that names it."""
        is_conflict = comparison.relation is QuantityRelation.CONFLICTING
        return not is_conflict or self._tables.names(claim, top[comparison.passage][0])

    def _weigh(
        self, claim: Claim, comparison: Comparison, passages: Sequence[Passage], readings: Sequence[Reading]
    ) -> Weighed:
        """A comparison with the best of the readings with it, which shows both to be of the same thing."""
        passage = passages[comparison.passage]
        together = max((reading.entailment for reading in readings), default=0.0)
        if comparison.beside:
            passage = _surer(passage, self._score(_joint(comparison, passages), claim.text))
        if comparison.substituted is None:
            return Weighed(comparison, max(passage.entailment, together))
        scores = self._score(passage.premise, comparison.substituted)
        return Weighed(comparison, max(0.0 if scores is None else float(scores[ENTAILMENT]), together))

    def _read(self, pairs: Sequence[Pair], progress: Progress | None) -> None:
        """Score the pairs that are not known yet, in slices, so that progress can be told."""
        if self._nli is None:
            return
        wanted = {(premise, without_links(text)) for premise, text in pairs}
        new = sorted(wanted - self._scores.keys(), key=lambda pair: (len(pair[0]) + len(pair[1]), pair))
        known = len(self._scores)
        for start in range(0, len(new), _SLICE):
            if progress:
                progress(known + start, known + len(new))
            part = new[start : start + _SLICE]
            self._scores.update(zip(part, self._nli.scores(part), strict=True))
        if progress:
            progress(known + len(new), known + len(new))

    def _score(self, premise: str, text: str) -> NDArray[np.float32] | None:
        """What the model says of a text beside a premise; it has read it without the addresses of links."""
        return self._scores.get((premise, without_links(text)))


def _joint(comparison: Comparison, passages: Sequence[Passage]) -> str:
    """The two passages of a value computed over both, as one premise."""
    return " ".join(passages[place].premise for place in comparison.places)


def _surer(passage: Passage, scores: NDArray[np.float32] | None) -> Passage:
    """A passage with another reading where that entails the claim more."""
    read = passage if scores is None else replace(passage, probabilities=scores)
    return read if read.entailment > passage.entailment else passage


def _matches(comparisons: Sequence[Comparison]) -> bool:
    return any(comparison.relation in MATCHING for comparison in comparisons)


def _better(passage: Passage, position: int, readings: Sequence[Reading]) -> Passage:
    """A passage as the model reads it for the claim in the passage's own numbers, where it entails that more.

    Only where no number differs: then the claim so worded is as true as the claim.
    """
    for reading in readings:
        same = reading.alignment.passage == position and not reading.alignment.conflicts
        if same and reading.entailment > passage.entailment:
            passage = replace(passage, probabilities=reading.probabilities)
    return passage


def _alignments(claim: Claim, comparisons: Sequence[Sequence[Comparison]], passages: int) -> list[Alignment]:
    """The claim in the figures of each passage that has any."""
    found = (aligned(claim.text, claim.quantities, comparisons, passage) for passage in range(passages))
    return [alignment for alignment in found if alignment is not None]


def _substituted(
    comparisons: Sequence[Sequence[Comparison]], alignments: Sequence[Alignment], renamed: Sequence[Exchange]
) -> Iterator[tuple[int, str]]:
    """The texts to read beside the claim itself, each with the index of its passage."""
    for found in comparisons:
        yield from ((c.passage, c.substituted) for c in found if c.substituted is not None)
    yield from ((alignment.passage, alignment.text) for alignment in alignments)
    yield from ((exchange.passage, exchange.text) for exchange in renamed)
