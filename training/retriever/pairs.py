"""Claims with the passage that decides them, from the licensed training sources."""

from __future__ import annotations

import hashlib
import random
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.nli.augment import sentences
from training.nli.data import Pair, licensed, read_pairs

EVIDENCE = ("entailment", "contradiction")
"""A passage that speaks against a claim decides it as well as one that bears it out."""
MOST = {
    "newsroom": 6000,
    "vitaminc_real": 7000,
    "vitaminc_synth": 1500,
    "fever_symmetric": 600,
    "fever_train_part": 6000,
    "fever_nli_dev": 1500,
    "sufficient_facts": 2000,
    "realsumm_scu": 1500,
    "feverous_s_dev": 1000,
    "evidence_inference": 2000,
    "q2_wow": 500,
    "faithdial_audit": 150,
    "factcheck_gpt": 100,
}
"""The most pairs of each source. Captions, tables and general NLI stay out: nobody looks for such a sentence."""
LONGEST = 60  # words of a passage
_WORD = re.compile(r"\w+")
_SHORTEST = 3  # letters of a word that tells passages apart; numbers of any length do


@dataclass(frozen=True, slots=True)
class Example:
    """A claim, the passage that decides it, and passages on its subject that do not.

    Attributes:
        claim: A sentence that stands alone.
        evidence: Of at most LONGEST words, longer only where a sentence is.
        group: Tells the premise that the evidence was cut from.
        source: One of MOST.
        negatives: The hardest first.
    """

    claim: str
    evidence: str
    group: str
    source: str
    negatives: tuple[str, ...] = ()


def words(text: str) -> frozenset[str]:
    """The words and numbers of a text that tell it apart from others, in lower case."""
    found = _WORD.findall(text.lower())
    return frozenset(word for word in found if len(word) >= _SHORTEST or word.isdigit())


def group_of(premise: str) -> str:
    """A short digest of a premise."""
    return hashlib.sha1(premise.encode()).hexdigest()[:12]


def narrowed(premise: str, claim: str) -> str:
    """The part of a long premise that the claim is about, as the product cuts sources into sentences.

    It is the sentence that shares most with the claim, words of few sentences counting more, with as many of its
    neighbours as LONGEST leaves room for.
    """
    if len(premise.split()) <= LONGEST:
        return premise
    parts = sentences(premise)
    known = [words(part) for part in parts]
    often = Counter(word for part in known for word in part)
    shared = [sum(1 / often[word] for word in part & words(claim)) for part in known]
    first = last = max(range(len(parts)), key=lambda i: shared[i])
    room = LONGEST - len(parts[first].split())
    while True:
        sides = [i for i in (first - 1, last + 1) if 0 <= i < len(parts) and len(parts[i].split()) <= room]
        if not sides:
            return " ".join(parts[first : last + 1])
        chosen = max(sides, key=lambda i: shared[i])
        first, last, room = min(first, chosen), max(last, chosen), room - len(parts[chosen].split())


def held_out(files: Sequence[Path]) -> frozenset[str]:
    """The premises and claims of files that measure."""
    return frozenset(text for file in files for pair in read_pairs(file) for text in (pair.premise, pair.hypothesis))


def examples(
    by_source: Mapping[str, Sequence[Pair]], without: Collection[str], generator: random.Random
) -> list[Example]:
    """Examples without negatives, at most MOST of each source, drawn at random.

    Args:
        by_source: Labelled pairs.
        without: Premises and claims that are held out.
        generator: Draws.
    """
    found: list[Example] = []
    for source, most in MOST.items():
        pairs = sorted(
            {
                (pair.hypothesis, pair.premise)
                for pair in by_source.get(source, ())
                if pair.label in EVIDENCE and pair.premise not in without and pair.hypothesis not in without
            }
        )
        for claim, premise in generator.sample(pairs, min(most, len(pairs))):
            found.append(Example(claim, narrowed(premise, claim), group_of(premise), source))
    return found


def silent(by_source: Mapping[str, Sequence[Pair]], without: Collection[str]) -> dict[str, list[str]]:
    """For each claim the passages that are labelled neutral to it: on its subject, and known not to decide it."""
    found: dict[str, list[str]] = {}
    for source in MOST:
        for pair in by_source.get(source, ()):
            if pair.label == "neutral" and pair.premise not in without:
                found.setdefault(pair.hypothesis, []).append(narrowed(pair.premise, pair.hypothesis))
    return found


def read(folder: Path, files: Sequence[Path], seed: int) -> tuple[list[Example], dict[str, list[str]]]:
    """The examples of the NLI data in `folder` and the silent passages by claim, without what stands in `files`."""
    by_source, without = licensed(folder), held_out(files)
    return examples(by_source, without, random.Random(seed)), silent(by_source, without)
