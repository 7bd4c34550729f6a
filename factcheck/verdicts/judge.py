"""Claims against an index of snippets: retrieve, read, substitute, fuse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from factcheck.claim import Claim
from factcheck.document import Reference
from factcheck.evidence import Verdict
from factcheck.nli import ENTAILMENT, Nli
from factcheck.retrieval import Index, premise, window
from factcheck.settings import Settings
from factcheck.verdicts.comparisons import Comparison, offered, own_wordings, promise
from factcheck.verdicts.features import Passage, Weighed, standing
from factcheck.verdicts.fuse import agreed, fuse, unjudged

QUANTITY_WEIGHT = 0.2
"""How much a snippet gains by holding a claim's number, or another one of the same thing."""
RELEVANT = 0.5
"""Snippets that fit less than this share of the best one's fit are not read: they cost time and decide nothing."""
Pair = tuple[str, str]
_SLICE = 48
"""Pairs read between two tellings of progress."""


@dataclass(frozen=True, slots=True)
class Case:
    """One claim with all that is known about it before the fusion.

    Attributes:
        claim: The claim.
        passages: Retrieved for it, best first.
        quantities: For each of its quantities the weighed comparisons.
    """

    claim: Claim
    passages: tuple[Passage, ...]
    quantities: tuple[tuple[Weighed, ...], ...]


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
        self._scores: dict[Pair, NDArray[np.float32]] = {}

    def judge(self, claims: Sequence[Claim], *, progress: Callable[[int, int], None]) -> list[Verdict]:
        """A verdict for each claim; a number that several claims share gets one verdict.

        Args:
            claims: Of one document.
            progress: Told how many pairs were read, of how many known so far.
        """
        checked = [claim for claim in claims if claim.checkworthy or claim.quantities]
        verdicts = {
            case.claim.id: fuse(case.claim, case.passages, case.quantities, self._references)
            for case in self.gather(checked, progress=progress)
        }
        return agreed([verdicts.get(claim.id) or unjudged(claim, "not a checkable statement") for claim in claims])

    def gather(self, claims: Sequence[Claim], *, progress: Callable[[int, int], None]) -> list[Case]:
        """Everything the fusion needs of each claim: two passes of the model, the second for substituted values."""
        retrieved = self._retrieve(claims)
        self._read(
            [
                (text, claim.text)
                for claim, top in zip(claims, retrieved, strict=True)
                for rank, (index, _) in enumerate(top)
                for text in self._premises(rank, index)
            ],
            progress,
        )
        passages = [self._passages(claim, top) for claim, top in zip(claims, retrieved, strict=True)]
        comparisons = [self._compare(claim, top) for claim, top in zip(claims, retrieved, strict=True)]
        reworded = [
            own_wordings(claim.text, claim.quantities, lists) for claim, lists in zip(claims, comparisons, strict=True)
        ]
        self._read(
            [
                (mine[comparison.passage].premise, comparison.substituted)
                for mine, lists in zip(passages, comparisons, strict=True)
                for found in lists
                for comparison in found
                if comparison.substituted is not None
            ]
            + [
                (mine[i].premise, own) for mine, owns in zip(passages, reworded, strict=True) for i, own in owns.items()
            ],
            progress,
        )
        passages = [
            tuple(self._better(passage, owns.get(i)) for i, passage in enumerate(mine))
            for mine, owns in zip(passages, reworded, strict=True)
        ]
        return [
            Case(claim, mine, tuple(tuple(self._weigh(c, mine) for c in found) for found in lists))
            for claim, mine, lists in zip(claims, passages, comparisons, strict=True)
        ]

    def _retrieve(self, claims: Sequence[Claim]) -> list[list[tuple[int, float]]]:
        """For each claim the best snippets and their fit."""
        if not claims:
            return []
        scores = self._index.scores([claim.text for claim in claims])
        for row, claim in enumerate(claims):
            for quantity in claim.quantities:
                hints = [promise(claim.text, quantity, snippet) for snippet in self._index.snippets]
                scores[row] += QUANTITY_WEIGHT * np.array(hints, dtype=np.float32)
        order = np.argsort(-scores, axis=1, kind="stable")[:, : self._settings.snippets]
        return [_relevant(scores[row], best) for row, best in enumerate(order)]

    def _premises(self, rank: int, index: int) -> list[str]:
        """How a snippet is read: alone, and the best one also with the sentence before it."""
        alone = premise(self._index.snippets, index)
        return [alone, premise(self._index.snippets, index, before=1)] if rank == 0 else [alone]

    def _passages(self, claim: Claim, top: Sequence[tuple[int, float]]) -> tuple[Passage, ...]:
        """The snippets as read, each with the premise that entails the claim more."""
        found = []
        for rank, (index, fit) in enumerate(top):
            snippet = self._index.snippets[index]
            weight = standing(self._references[snippet.reference])
            readings = [
                Passage(snippet, text, fit, self._scores.get((text, claim.text)), weight)
                for text in self._premises(rank, index)
            ]
            found.append(max(readings, key=lambda reading: reading.entailment))
        return tuple(found)

    def _compare(self, claim: Claim, top: Sequence[tuple[int, float]]) -> list[list[Comparison]]:
        """For each quantity of a claim: direct matches and the most promising conflicts, else computed matches."""
        passages = [self._index.snippets[i] for i, _ in top]
        windows = [window(self._index.snippets, i, before=1, after=1) for i, _ in top]
        return [offered(claim.text, quantity, passages, windows) for quantity in claim.quantities]

    def _better(self, passage: Passage, own: str | None) -> Passage:
        """A passage as the model reads it for the claim in the passage's own numbers, where it entails that more."""
        scores = None if own is None else self._scores.get((passage.premise, own))
        if scores is None or scores[ENTAILMENT] <= passage.entailment:
            return passage
        return replace(passage, probabilities=scores)

    def _weigh(self, comparison: Comparison, passages: Sequence[Passage]) -> Weighed:
        passage = passages[comparison.passage]
        if comparison.substituted is None:
            return Weighed(comparison, passage.entailment)
        scores = self._scores.get((passage.premise, comparison.substituted))
        return Weighed(comparison, 0.0 if scores is None else float(scores[ENTAILMENT]))

    def _read(self, pairs: Sequence[Pair], progress: Callable[[int, int], None]) -> None:
        """Score the pairs that are not known yet, in slices, so that progress can be told."""
        if self._nli is None:
            return
        new = sorted(set(pairs) - self._scores.keys(), key=lambda pair: (len(pair[0]) + len(pair[1]), pair))
        known = len(self._scores)
        for start in range(0, len(new), _SLICE):
            progress(known + start, known + len(new))
            part = new[start : start + _SLICE]
            self._scores.update(zip(part, self._nli.scores(part), strict=True))
        progress(known + len(new), known + len(new))


def _relevant(scores: NDArray[np.float32], best: NDArray[np.intp]) -> list[tuple[int, float]]:
    """The best snippets with their fit, without those that fit far worse than the first."""
    floor = RELEVANT * scores[best[0]]
    return [(int(i), float(scores[i])) for i in best if i == best[0] or scores[i] >= floor]
