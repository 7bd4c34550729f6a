"""Examples to steps: which claims and passages meet, and which of them may stand against each other."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from factcheck.retrieval.index import LEXICAL_WEIGHT
from training.retriever.lexical import Lexical
from training.retriever.model import Ids, tokenised
from training.retriever.negatives import alike
from training.retriever.pairs import Example, words


@dataclass(frozen=True, slots=True)
class Step:
    """What one optimizer step reads.

    Attributes:
        claims: Word pieces of B claims.
        passages: Word pieces of P passages: each claim's evidence, then the hard negatives.
        wanted: Where each claim's evidence stands among the passages, int64 (B).
        allowed: Which passages are scored for a claim: its evidence and what does not decide it, bool (B, P).
        lexical: What BM25 adds to the cosines, float32 (B, P).
    """

    claims: list[Ids]
    passages: list[Ids]
    wanted: Tensor
    allowed: Tensor
    lexical: Tensor


def companions(examples: Sequence[Example]) -> list[list[int]]:
    """For each example the others whose evidence is one of its hard negatives."""
    owners: dict[str, list[int]] = {}
    for index, example in enumerate(examples):
        owners.setdefault(example.evidence, []).append(index)
    return [[owner for text in example.negatives for owner in owners.get(text, ())] for example in examples]


class _Drawn:
    """Draws examples in random order, and once more in another order when all were drawn."""

    def __init__(self, count: int, seed: int) -> None:
        self._count, self._generator = count, random.Random(seed)
        self.left: dict[int, None] = {}

    def next(self) -> int:
        if not self.left:
            self.left = dict.fromkeys(self._generator.sample(range(self._count), self._count))
        return self.left.popitem()[0]

    def put_back(self, indices: Sequence[int]) -> None:
        self.left |= dict.fromkeys(reversed(indices))


def ordered(
    groups: Sequence[str], count: int, size: int, seed: int, beside: Sequence[Sequence[int]] = ()
) -> list[list[int]]:
    """Indices of examples in random order, in batches in which each premise stands once.

    Args:
        groups: The premise of each example.
        count: How many examples to see, in whole batches; all are gone through again, in another order, where more are
            wanted than there are.
        size: Examples of a batch; no more than there are premises.
        seed: Of the order.
        beside: For each example those to put into its batch where they were not drawn yet: each is then a hard
            negative of the other and costs nothing.

    Raises:
        ValueError: There are fewer premises than a batch holds.
    """
    if len(set(groups)) < size:
        raise ValueError(f"{len(set(groups))} premises do not fill a batch of {size}")
    drawn = _Drawn(len(groups), seed)
    found: list[list[int]] = []
    while len(found) < count // size:
        batch: dict[str, int] = {}
        later: list[int] = []
        while len(batch) < size:
            index = drawn.next()
            if groups[index] in batch:
                later.append(index)
                continue
            batch[groups[index]] = index
            for other in beside[index] if beside else ():
                if len(batch) < size and other in drawn.left and groups[other] not in batch:
                    del drawn.left[other]
                    batch[groups[other]] = other
        drawn.put_back(later)
        found.append(list(batch.values()))
    return found


class Composer:
    """Makes steps of examples.

    Args:
        examples: All of them.
        folder: With tokenizer.json.
        negatives: Hard negatives of each claim to take.
        limit: Most word pieces of a text.
        blended: Whether BM25 counts as in the product, so that the embedder learns what it adds to BM25.
    """

    def __init__(
        self, examples: Sequence[Example], folder: Path, negatives: int, limit: int, *, blended: bool = False
    ) -> None:
        self.examples, self.negatives = examples, negatives
        self._groups: dict[str, set[str]] = {}
        self._deciding: dict[str, set[str]] = {}
        for example in examples:
            self._groups.setdefault(example.evidence, set()).add(example.group)
            self._deciding.setdefault(example.claim, set()).add(example.group)
        texts = list(dict.fromkeys(text for e in examples for text in (e.claim, e.evidence, *e.negatives)))
        self._ids = dict(zip(texts, tokenised(texts, folder, limit), strict=True))
        self._words = {text: words(text) for text in texts}
        passages = list(dict.fromkeys(text for e in examples for text in (e.evidence, *e.negatives)))
        self._places = {text: place for place, text in enumerate(passages)}
        self._search = Lexical(passages) if blended else None

    def step(self, members: Sequence[int], turn: int = 0) -> Step:
        """The step of the examples at `members`; `turn` tells which of their negatives to begin with."""
        chosen = [self.examples[i] for i in members]
        hard = [self._negatives(example, turn) for example in chosen]
        passages = list(dict.fromkeys([*(e.evidence for e in chosen), *(text for texts in hard for text in texts)]))
        places = {text: place for place, text in enumerate(passages)}
        allowed = torch.zeros(len(chosen), len(passages), dtype=torch.bool)
        for row, (example, own) in enumerate(zip(chosen, hard, strict=True)):
            for place, text in enumerate(passages):
                allowed[row, place] = text == example.evidence or text in own or self._stands_against(example, text)
        return Step(
            [self._ids[example.claim] for example in chosen],
            [self._ids[text] for text in passages],
            torch.tensor([places[example.evidence] for example in chosen]),
            allowed,
            self._lexical([example.claim for example in chosen], passages),
        )

    def _negatives(self, example: Example, turn: int) -> list[str]:
        known = example.negatives
        return [known[(turn + i) % len(known)] for i in range(min(self.negatives, len(known)))]

    def _lexical(self, claims: Sequence[str], passages: Sequence[str]) -> Tensor:
        if self._search is None:
            return torch.zeros(len(claims), len(passages))
        shares = self._search.shares(claims)[:, [self._places[text] for text in passages]]
        return torch.from_numpy(shares) * (LEXICAL_WEIGHT / (1 - LEXICAL_WEIGHT))

    def _stands_against(self, example: Example, text: str) -> bool:
        """Whether a passage of another claim may count as wrong for this one."""
        decides = self._deciding[example.claim] & self._groups.get(text, set())
        return not decides and not alike(self._words[example.evidence], self._words[text])
