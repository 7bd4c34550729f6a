"""The substitution test for names and codes, as for numbers: "obtained from Kaggle" where the source has StatLib.

A claim's name that no reference has anywhere may be a detail that no source gives, or a mistake. Put the names into
the claim that a passage has in its place: where the passage entails what is then said, it tells the same of somebody
else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.claim import Claim
from factcheck.evidence import Snippet
from factcheck.verdicts.terms import Term, Vocabulary, lacks, missing_words, terms

PASSAGES = 3
"""How many passages are asked."""
_MOST = 8
"""Exchanges that are tried for one claim; the model has to read each."""
_MOST_TERMS = 40
"""Names and codes of a sentence that are looked at; a list of more says nothing of one of them."""
_LISTED = re.compile(r"\s*(?:,|(?:,\s*)?(?:and|or|&))\s+(?:(?:in|from|to|by|of|for|with|the)\s+){0,2}")
_INITIAL = re.compile(r"\b[^\W\d_]\.")
_CUT_OFF = re.compile(r"\b[^\W\d_]$")
"""What a name ends with of which the rest was taken for the next sentence."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A claim with a passage's name or code in place of one of its own, which no reference has.

    Attributes:
        passage: Index into the claim's passages.
        written: The claim's own.
        other: The passage's.
        text: The claim with the passage's.
    """

    passage: int
    written: str
    other: str
    text: str


def exchanges(
    claim: Claim, passages: Sequence[Sequence[Snippet]], order: Sequence[int], vocabulary: Vocabulary
) -> list[Exchange]:
    """What is to be read to learn whether a passage says the same of another.

    Args:
        claim: The claim.
        passages: For each of its passages the sentences that are read together.
        order: The passages' indices, those to be asked first before the others.
        vocabulary: Of all references.
    """
    numbers = [quantity.text for quantity in claim.quantities]
    own = terms(claim.text, vocabulary, numbers)
    foreign = [term for term in own if not vocabulary.has(term)]
    found: dict[tuple[int, str], Exchange] = {}
    for position in order[:PASSAGES] if foreign else ():
        for sentence in passages[position]:
            if not sentence.tabular:
                for term, other in _rivals(claim.text, own, foreign, sentence, vocabulary):
                    text = f"{claim.text[: term.span.start]}{other}{claim.text[term.span.end :]}"
                    found.setdefault((position, text), Exchange(position, term.text, other, text))
    return list(found.values())[:_MOST]


def _rivals(
    claim_text: str, own: Sequence[Term], foreign: Sequence[Term], sentence: Snippet, vocabulary: Vocabulary
) -> Iterator[tuple[Term, str]]:
    """The terms of a sentence that may stand in place of one of the claim's: of its shape, and not in the claim.

    Nor in a list with others of the claim's, unless the claim's own is too: of "to Syria and Iraq" a claim on "men from
    the Caucasus who went to Iraq" has left one out, and put none in its place.
    """
    known = {term.text for term in own}
    numbers = [quantity.text for quantity in sentence.quantities]
    theirs = terms(sentence.text, vocabulary, numbers)[:_MOST_TERMS]
    for term in foreign:
        for other in theirs:
            if term.shape != other.shape or not lacks(sentence.text, term) or not lacks(claim_text, other):
                continue
            if _partners(sentence.text, other, theirs) & known - _partners(claim_text, term, own):
                continue
            if term.shape:
                yield term, other.text.rstrip("+") + "+" * term.text.endswith("+")
            elif _may_replace(term, other, claim_text, sentence.text) and not vocabulary.writes_small(other.text):
                yield term, other.text


def _partners(text: str, term: Term, others: Sequence[Term]) -> set[str]:
    """The terms that stand in a list right beside one."""
    found = set()
    for other in others:
        first, second = sorted((term.span, other.span))
        if first.end <= second.start and _LISTED.fullmatch(text, first.end, second.start):
            found.add(other.text)
    return found


def _may_replace(term: Term, other: Term, claim_text: str, sentence: str) -> bool:
    """Whether a name may stand for another: it has what the sentence has of that one, and nothing else of the claim's.

    "Davies Liu" for "Daniel Liu", but not "I. Blazhko" for "Igor Blazhko"; in "Havelund is a firm from Ballarat" not
    "Havelund Home" for Ballarat.
    """
    shared = set(term.words) & set(other.words)
    if _CUT_OFF.search(other.text):
        return False
    if shared and (_INITIAL.search(other.text) or len(term.words) != len(other.words)):
        return False
    if set(term.words) - set(missing_words(sentence, term)) - shared:
        return False
    return set(other.words) - set(missing_words(claim_text, other)) == shared
