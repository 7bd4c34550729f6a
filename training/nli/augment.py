"""Pairs made from labelled pairs: parts of a premise, premises about something else, names swapped, frames around.

What an edit does to the label is only claimed where it follows: a part of a premise that entails a claim need not
entail it, but does not contradict it. Such pairs carry one of the two labels that say what is not the case.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from factcheck.segmentation import segments
from training.nli.data import Pair

NOT_ENTAILMENT, NOT_CONTRADICTION = "not_entailment", "not_contradiction"
OF_PART = {"neutral": "neutral", "entailment": NOT_CONTRADICTION, "contradiction": NOT_ENTAILMENT}
_NAME = re.compile(r"(?<=[a-z,;’'0-9] )(?:[A-Z][\w’'-]+)(?: (?:[A-Z][\w’'-]+|of|de|al|van|von)){0,3}(?<= )?")
_RELATIVE = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|last|next|ago|now|this)\b", re.IGNORECASE
)
_CALENDAR = re.compile(r"day\b|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|-[a-z]")
_NEAREST = 10
_PUBLISHERS = (
    "Harbour News Agency", "City Gazette", "National Statistics Office", "Ministry of Transport", "Evening Courier",
    "Press office", "Police headquarters", "Annual report", "Court of Appeal", "Public Broadcaster", "Wire service",
    "University press", "Regional council", "Trade Weekly", "Observer", "Release notes", "Museum archive",
)  # fmt: skip
_KINDS = (
    "statement", "press release", "minutes", "quarterly figures", "update", "report", "notice", "interview", "profile",
    "what we know", "bulletin", "annual review", "timeline", "announcement", "table of results", "factsheet",
)  # fmt: skip


def sentences(text: str) -> list[str]:
    """The sentences of a running text, or the lines of one with several."""
    if "\n" in text.strip():
        return [line for line in text.splitlines() if line.strip()]
    return [span.of(text).strip() for span in segments(text)]


def names(text: str) -> list[str]:
    """Capitalised names within sentences; those that begin one are left out, since any word is written so there."""
    return [match.group().strip() for match in _NAME.finditer(text)]


def part(pair: Pair, generator: random.Random) -> Pair | None:
    """One or two neighbouring sentences of a premise, as the product reads them; None for a premise of one.

    Premises of several notices are left alone: an early notice may well contradict what a later one establishes.
    """
    if "\n\n" in pair.premise or pair.label not in OF_PART:
        return None
    found = sentences(pair.premise)
    if len(found) < 2:
        return None
    size = generator.choice((1, 1, 2)) if len(found) > 2 else 1
    start = generator.randrange(len(found) - size + 1)
    return replace(pair, premise=" ".join(found[start : start + size]), label=OF_PART[pair.label], source="part")


def mismatched(pairs: Sequence[Pair], count: int, generator: random.Random) -> Iterator[Pair]:
    """Claims beside one of the ten most alike other premises, if it names none of the claim's names: all neutral.

    That is what retrieval brings where the references are silent: the right topic, not the fact.
    """
    premises = sorted({pair.premise for pair in pairs})
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2)
    known = vectors.fit_transform(premises)
    places = {premise: place for place, premise in enumerate(premises)}
    for pair in generator.choices(pairs, k=count):
        own = names(pair.hypothesis)
        if not own:
            continue
        scores = np.asarray((vectors.transform([pair.hypothesis + " " + pair.hypothesis]) @ known.T).todense())[0]
        scores = scores + 0.5 * np.asarray((known[places[pair.premise]] @ known.T).todense())[0]
        nearest = [premises[i] for i in np.argsort(-scores)[:_NEAREST] if premises[i] != pair.premise]
        others = [premise for premise in nearest if not any(name in premise for name in own)]
        if others:
            yield Pair(generator.choice(others), pair.hypothesis, "neutral", "mismatched")


def renamed(pair: Pair, generator: random.Random) -> Pair | None:
    """A true claim with one of its names changed for another name of the premise: no longer established."""
    if pair.label != "entailment":
        return None
    mine = [name for name in names(pair.hypothesis) if name in pair.premise and not _CALENDAR.search(name)]
    others = [
        name
        for name in names(pair.premise)
        if name not in pair.hypothesis and len(name) > 3 and not _CALENDAR.search(name)
    ]
    if not mine or not others:
        return None
    old, new = generator.choice(mine), generator.choice(others)
    if old in new or new in old or len(old.split()) != len(new.split()):
        return None
    return replace(pair, hypothesis=pair.hypothesis.replace(old, new), label=NOT_ENTAILMENT, source="renamed")


def framed(pair: Pair, generator: random.Random) -> Pair:
    """With title, publisher and date before the premise, as the product gives a snippet.

    The title is made of a name of the premise; a date only stands where no word ("on Sunday") hangs on it.
    """
    found = names(pair.premise)
    kind = generator.choice(_KINDS)
    title = f"{generator.choice(found)}: {kind}" if found else kind.capitalize()
    dated = not _RELATIVE.search(pair.premise + pair.hypothesis) and generator.random() < 0.7
    day = f"{generator.randint(1998, 2026)}-{generator.randint(1, 12):02}-{generator.randint(1, 28):02}"
    parts = [title, generator.choice(_PUBLISHERS) if generator.random() < 0.8 else "", day if dated else ""]
    return replace(pair, premise=f"{', '.join(p for p in parts if p)}. {pair.premise}")


def surrounded(pair: Pair, others: Sequence[str], generator: random.Random) -> Pair:
    """With a sentence about something else before or behind the premise."""
    stranger = generator.choice(sentences(generator.choice(others)) or [""])
    if any(name in stranger for name in names(pair.hypothesis)):
        return pair
    ordered = [stranger, pair.premise] if generator.random() < 0.5 else [pair.premise, stranger]
    return replace(pair, premise=" ".join(ordered))
