"""Where a decision holds: a claim named by its content, found again after edits elsewhere in the article.

An anchor holds no line number and no offset: inserting a paragraph at the top changes none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.claim import Claim
from factcheck.decisions.heirs import Heirs
from factcheck.document import Document, Span
from factcheck.fingerprint import normalised

_CONTEXT = 40
"""Code points of prefix and suffix kept; they only tell apart repeated sentences."""


_SHOWN = 120
"""Code points of an earlier wording that are shown."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A claim of an article, by its content.

    Attributes:
        text: The claim as a stand-alone sentence.
        sentence: The article's sentence, normalised.
        quote: The article's words that carry the claim, normalised, gaps as " ... ".
        prefix: What stands before the sentence, normalised.
        suffix: What stands after the sentence, normalised.
        occurrence: Which one of several claims of the article with the same sentence and text, from 0.
        occurrences: How many there are of them.
    """

    text: str
    sentence: str
    quote: str
    prefix: str = ""
    suffix: str = ""
    occurrence: int = 0
    occurrences: int = 1


@dataclass(frozen=True, slots=True)
class Match:
    """A claim that an anchor leads to.

    Attributes:
        index: The claim's index among the article's claims.
        changed: What has changed since, for people; empty if nothing has.
        likeness: How alike the claim is to the one decided on, 0 to 1.
    """

    index: int
    changed: str = ""
    likeness: float = 1.0


def anchors_of(document: Document, claims: Iterable[Claim]) -> list[Anchor]:
    """One anchor for each claim of the document, in their order."""
    plain = [_plain_anchor(document, claim) for claim in claims]
    total: dict[tuple[str, str], int] = defaultdict(int)
    places = []
    for anchor in plain:
        key = (anchor.sentence, anchor.text)
        places.append(total[key])
        total[key] += 1
    return [
        Anchor(a.text, a.sentence, a.quote, a.prefix, a.suffix, place, total[a.sentence, a.text])
        for a, place in zip(plain, places, strict=True)
    ]


def _plain_anchor(document: Document, claim: Claim) -> Anchor:
    text, sentence = document.text, claim.sentence
    # Twice the context is read because normalising only shortens it.
    before = Span(max(0, sentence.start - 2 * _CONTEXT), sentence.start)
    after = Span(sentence.end, sentence.end + 2 * _CONTEXT)
    return Anchor(
        text=normalised(claim.text),
        sentence=normalised(sentence.of(text)),
        quote=" ... ".join(normalised(span.of(text)) for span in claim.spans),
        prefix=normalised(before.of(text))[-_CONTEXT:],
        suffix=normalised(after.of(text))[:_CONTEXT],
    )


class AnchorIndex:
    """The claims of an article as it is now, to find anchors of earlier days in; each anchor is looked for once.

    Attributes:
        anchors: The claims' own, in their order.
        unchanged: Gives the claim with the same sentence and text, or None.
        changed: Gives the likeliest heir of a claim that is not there unchanged, or None.
    """

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        # A screen asks for all of them after each key.
        self.unchanged = cache(self._unchanged)
        self.changed = cache(self._changed)
        self.anchors = anchors
        self._heirs = Heirs(anchors)
        self._same: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._text: dict[str, list[int]] = defaultdict(list)
        self._quote: dict[tuple[str, str], list[int]] = defaultdict(list)
        for index, anchor in enumerate(anchors):
            self._same[anchor.sentence, anchor.text].append(index)
            self._text[anchor.text].append(index)
            self._quote[anchor.sentence, anchor.quote].append(index)

    def _unchanged(self, anchor: Anchor) -> Match | None:
        """The claim with the same sentence and text, or None if there is none or it cannot be told which."""
        same = self._same.get((anchor.sentence, anchor.text), [])
        if len(same) == 1 == anchor.occurrences:
            return Match(same[0])
        for neighbours in (2, 1):
            near = [i for i in same if self._neighbours(i, anchor) == neighbours]
            nth = [i for i in near if self.anchors[i].occurrence == anchor.occurrence]
            for narrowed in (near, nth if len(same) == anchor.occurrences else []):
                if len(narrowed) == 1:
                    return Match(narrowed[0])
        return None

    def _changed(self, anchor: Anchor) -> Match | None:
        """The claim that is the likeliest heir of a claim which is not there unchanged, or None."""
        for found, reason in (
            (self._same.get((anchor.sentence, anchor.text)), "one of several equal sentences is gone"),
            (self._text.get(anchor.text), "the sentence has changed"),
            (self._quote.get((anchor.sentence, anchor.quote)), "the claim reads otherwise now"),
        ):
            if found:
                best = max(found, key=lambda i: (self._neighbours(i, anchor), -i))
                return Match(best, reason)
        heir = self._heirs.find(anchor)
        if heir is None:
            return None
        return Match(heir.index, f"it was worded otherwise: “{_short(anchor.text)}”", heir.likeness)

    def _neighbours(self, index: int, anchor: Anchor) -> int:
        """How many of prefix and suffix are as they were."""
        here = self.anchors[index]
        return (here.prefix == anchor.prefix) + (here.suffix == anchor.suffix)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
