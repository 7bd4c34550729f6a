"""What of a claim a passage tells, word by word, and what no passage does.

The words are aligned by their forms alone: that costs next to nothing beside a forward pass of the model, and shows a
reader at once where to look. It explains a verdict; it does not make one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.claim import Claim
from factcheck.claims.inflection import irregular_base
from factcheck.document import Span
from factcheck.evidence import QuantityRelation, Snippet
from factcheck.quantities import relate
from factcheck.quantities.wordlist import word_set
from factcheck.verdicts.mentions import OPENINGS

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDINGS = word_set(
    "s es ed d ing er ers or ors ment ments ion ions ation ations al ally ly y ies ied e ance ence ity ive ness ee ees"
) | {""}
_LEAST_STEM = 3
_GAP = re.compile(r"\W*(?:(?:a|an|the|of|to|in|on|at|by|for|was|were|is|are|has|have|had|been)\W+){0,2}")
"""What may stand between two aligned words that are shown as one."""
FUNCTION = OPENINGS | word_set(
    """
    i you he she we me him her us them his hers ours yours theirs who whom whose which what that these those one ones
    is are was were be been being am has have had having do does did done will would shall should can could may might
    must not no nor or but if so as than then with without into onto out up down off about after before while when where
    why how there here also only just even still already very too more most less least such same other another any some
    each every all both few many much own said says say told tells tell according
    """
)
_CLEARLY = 2
_SAME = frozenset({QuantityRelation.EQUAL, QuantityRelation.ENTAILED})
_MOST_NAMED = 3
"""Words that are named as missing; more of them explain nothing."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What of a claim stands in no passage that was read.

    Attributes:
        names: Names, as the claim writes them.
        words: Other words that carry meaning, as the claim writes them; neighbours are one entry.
    """

    names: tuple[str, ...]
    words: tuple[str, ...]


def highlights(claim: Claim, text: str, span: Span) -> tuple[Span, ...]:
    """The words of a passage that a claim shares, neighbours joined, by place.

    Args:
        claim: The claim.
        text: The text of the passage's reference.
        span: The passage in it.

    Returns:
        Spans in `text`, inside `span`.
    """
    sought = [word for word, _ in _telling(claim.text)]
    found = [place for word, place in _telling(span.of(text)) if any(is_same_word(word, one) for one in sought)]
    return tuple(place.shifted(span.start) for place in _joined(found, span.of(text)))


def most_telling(claim: Claim, sentences: Sequence[Snippet], own: Snippet) -> Snippet:
    """The sentence of a passage that shares most with a claim: words that carry meaning, and numbers twice.

    Args:
        claim: The claim.
        sentences: Those that were read together.
        own: The one that was retrieved; it stays where no other shares clearly more.
    """
    sought = {word for word, _ in _telling(claim.text)}

    def shared(sentence: Snippet) -> int:
        told = {word for word, _ in _telling(sentence.text)}
        words = sum(any(is_same_word(word, one) for one in told) for word in sought)
        numbers = sum(any(relate(mine, theirs) in _SAME for theirs in sentence.quantities) for mine in claim.quantities)
        return words + 2 * numbers

    best = max((own, *sentences), key=shared)
    return best if shared(best) >= shared(own) + _CLEARLY else own


def missing(claim: Claim, snippets: Sequence[Snippet]) -> Missing:
    """What of a claim is told by none of some snippets, their titles and sources included.

    Args:
        claim: The claim; its quantities are left out, they have verdicts of their own.
        snippets: All that was read for it.
    """
    told = {word for snippet in snippets for word, _ in _telling(f"{snippet.context}. {snippet.text}")}
    inside = [number.text for number in claim.quantities]
    unsaid = [
        place
        for word, place in _telling(claim.text)
        if not any(is_same_word(word, one) for one in told) and not any(place.of(claim.text) in text for text in inside)
    ]
    named = [place for place in unsaid if _is_name(place, claim.text)]
    names = _joined(named, claim.text)
    words = _joined([place for place in unsaid if place not in named], claim.text)
    return Missing(
        tuple(place.of(claim.text) for place in names),
        tuple(place.of(claim.text) for place in words[:_MOST_NAMED]),
    )


def is_same_word(one: str, other: str) -> bool:
    """Whether two words, in small letters, are forms of one: "killed" and "killing", "rose" and "rise", "city's"."""
    one, other = irregular_base(one), irregular_base(other)
    if one == other:
        return True
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    rests = one[shared:], other[shared:]
    if shared < _LEAST_STEM + (all(rests) and "y" not in rests):
        return False
    doubled = one[shared - 1]  # "stopped": the second p belongs to neither stem nor ending
    return all(rest in _ENDINGS or (len(rest) > 1 and rest.removeprefix(doubled) in _ENDINGS) for rest in rests)


def _telling(text: str) -> Iterator[tuple[str, Span]]:
    """The words that carry meaning, in small letters, with their places; numbers are told apart by others."""
    for match in _WORD.finditer(text):
        bare = _POSSESSIVE.sub("", match.group())
        if len(bare) > 1 and bare.lower() not in FUNCTION:
            yield bare.lower(), Span(match.start(), match.start() + len(bare))


def _joined(places: Sequence[Span], text: str) -> list[Span]:
    """Places with nothing but small words between them as one."""
    joined: list[Span] = []
    for place in places:
        if joined and _GAP.fullmatch(text, joined[-1].end, place.start):
            joined[-1] = Span(joined[-1].start, place.end)
        else:
            joined.append(place)
    return joined


def _is_name(word: Span, text: str) -> bool:
    """Whether a word is written as a name is; the capital that opens the claim tells nothing unless another follows."""
    if not text[word.start].isupper():
        return False
    follower = _WORD.search(text, word.end)
    return word.start > 0 or (follower is not None and follower.group()[0].isupper())
