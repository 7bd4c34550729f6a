"""The substitution test for names and codes, as for numbers: "obtained from Kaggle" where the source has StatLib.

A claim's name that no reference has anywhere may be a detail that no source gives, or a mistake. Put the names into
the claim that a passage has in its place: where the passage entails what is then said, it tells the same of somebody
else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.claim import Claim, Quantity, QuantityKind
from factcheck.evidence import Snippet
from factcheck.quantities.bounds import refuses
from factcheck.verdicts.explanation import FUNCTION
from factcheck.verdicts.terms import Term, Vocabulary, lacks, missing_words, terms

PASSAGES = 3
"""How many passages are asked."""
_MOST = 8
"""Exchanges that are tried for one claim; the model has to read each."""
_MOST_TERMS = 40
"""Names and codes of a sentence that are looked at; a list of more says nothing of one of them."""
_LISTED = re.compile(r"\s*(?:,|(?:,\s*)?(?:and|or|&))\s+(?:(?:in|from|to|by|of|for|with|the)\s+){0,2}")
_INITIAL = re.compile(r"\b[^\W\d_]\.")
_POINTER = re.compile(r"\W*(?:see|cf|compare)\b", re.IGNORECASE)
"""What sends a reader to another work, and says nothing of it: "See Holt and Orme, for example"."""
_SMALL = re.compile(r"(?<!\w)[^\W\d_A-Z]{2,}")
_FEWEST = 2
"""Words in small letters from which a phrase is more than a title."""
_BEFORE = re.compile(r"([^\W\d_]{2,40})\W{1,12}$")
"""The word before a code."""
_BOUND = re.compile(
    r"(?:\b(?:older|newer|earlier|later|lower|higher|less|greater) than"
    r"|\b(?:below|above|before|after|under|over|from|since|at least|minimum|min)|[<>≥≤]=?)\s*(?:[A-Z]\w*\s)?$",
    re.IGNORECASE,
)
_BOUND_BEHIND = re.compile(
    r"\+|,?\s(?:or|and) (?:later|newer|higher|above|up|older|earlier|below|lower)\b", re.IGNORECASE
)
"""What makes of a version the least or the first that is not so."""
_DESCRIBED = re.compile(r" ([^\W\d_A-Z]{3,40})\b")
_ARTICLE = re.compile(r"\b(?:an?|the)\s$", re.IGNORECASE)
_PAIR_BEFORE = re.compile(r"\b(?P<name>[^\W\d]\w{2,40}) (?:to|from|is|was|at|by|version|v) $", re.IGNORECASE)
"""What a code is told of, and the word between."""
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
        is_code: Whether they are codes of more than a figure: then nothing is known by both.
        is_alike: Whether they are codes that stand behind the same word: "Python 3.8", "Python 3.11".
        is_named: Whether those stand behind the same name and word: "PyO3 to 0.33.1", "PyO3 to 0.30.1".
    """

    passage: int
    written: str
    other: str
    text: str
    is_code: bool = False
    is_alike: bool = False
    is_named: bool = False


class _Named(NamedTuple):
    """A text with its names and codes."""

    text: str
    terms: Sequence[Term]


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
    if _POINTER.match(claim.text):
        return []
    said = _Named(claim.text, terms(claim.text, vocabulary, _judged_alone(claim.quantities)))
    foreign = [term for term in said.terms if not vocabulary.has(term)]
    found: dict[tuple[int, str], Exchange] = {}
    for position in order[:PASSAGES] if foreign else ():
        for sentence in passages[position]:
            if sentence.tabular:
                continue
            theirs = terms(sentence.text, vocabulary, _judged_alone(sentence.quantities))[:_MOST_TERMS]
            shown = _Named(sentence.text, theirs)
            pairs = _rivals(said, foreign, shown, vocabulary)
            tried = [_exchange(position, claim.text, term, sentence.text, other) for term, other in pairs]
            for one in (*_of_lists(position, claim.text, foreign, shown), *tried):
                found.setdefault((position, one.text), one)
    return list(found.values())[:_MOST]


def _is_code(term: Term) -> bool:
    return bool(term.shape) and len(term.text) > 1


def has_foreign_term(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a phrase has a code that no reference has, or says something of such a name, so that it is worth reading.

    A title, "Summary Statistics", says nothing.
    """
    says = len(_SMALL.findall(text)) >= _FEWEST
    found = (term for term in terms(text, vocabulary) if (_is_code(term) if term.shape else says))
    return any(not vocabulary.has(term) for term in found)


def _rivals(
    said: _Named, foreign: Sequence[Term], shown: _Named, vocabulary: Vocabulary
) -> Iterator[tuple[Term, Term]]:
    """The terms of a sentence that may stand in place of one of the claim's: of its shape, and not in the claim.

    Nor in a list with others of the claim's, unless the claim's own is too: of "to Syria and Iraq" a claim on "men from
    the Caucasus who went to Iraq" has left one out, and put none in its place.
    """
    known = {term.text for term in said.terms}
    for term in foreign:
        for other in shown.terms:
            if term.shape != other.shape or not lacks(shown.text, term) or not lacks(said.text, other):
                continue
            if _partners(shown, other) & known - _partners(said, term):
                continue
            named = _may_replace(term, other, said.text, shown.text) and not vocabulary.writes_small(other.text)
            named = named and _describes_alike(said.text, term, shown.text)
            if (term.shape and not _bounds(said.text, shown.text, other)) or (named and not term.shape):
                yield term, other


def _describes_alike(claim_text: str, term: Term, sentence: str) -> bool:
    """Whether a name that describes something does so of what a sentence has: of "the Python package" the package."""
    noun = _DESCRIBED.match(claim_text, term.span.end)
    return noun is None or not _ARTICLE.search(claim_text[: term.span.start]) or noun[1].lower() in sentence.lower()


def _bounds(claim_text: str, sentence: str, other: Term) -> bool:
    """Whether a claim denies of one version what a sentence says of all below or above another.

    "No longer runs on Python 3.9" is no mistake for "refuses to run on any Python older than 3.10".
    """
    bound = _BOUND.search(sentence[: other.span.start]) or _BOUND_BEHIND.match(sentence, other.span.end)
    return bound is not None and refuses(claim_text)


def _exchange(passage: int, claim_text: str, term: Term, sentence: str, other: Term) -> Exchange:
    """The claim with a sentence's term in place of one of its own."""
    written = other.text
    if term.shape:
        written = written.rstrip("+") + "+" * term.text.endswith("+")
    text = f"{claim_text[: term.span.start]}{written}{claim_text[term.span.end :]}"
    before = [_BEFORE.search(whole[: one.span.start]) for whole, one in ((claim_text, term), (sentence, other))]
    words = [found[1].lower() for found in before if found]
    is_alike = _is_code(term) and len(words) == len(set(words)) + 1
    pairs = [_PAIR_BEFORE.search(whole[: one.span.start]) for whole, one in ((claim_text, term), (sentence, other))]
    named = [found.group().lower().split() for found in pairs if found and found["name"].lower() not in FUNCTION]
    is_named = _is_code(term) and len(named) > 1 and named[0] == named[1]
    return Exchange(passage, term.text, written, text, _is_code(term), is_alike, is_named)


def _of_lists(passage: int, claim_text: str, foreign: Sequence[Term], shown: _Named) -> Iterator[Exchange]:
    """Several names of one list in place of as many of the claim's, where the rest of it is the claim's too.

    As in "for Linux, Solaris and AIX" where the sentence has "MacOS, Windows and Linux".
    """
    for mine in _lists(claim_text, [term for term in foreign if not term.shape]):
        for theirs in _lists(shown.text, [term for term in shown.terms if not term.shape]):
            new = [term for term in theirs if lacks(claim_text, term)]
            if len(mine) <= len(new) < len(theirs):
                text = claim_text
                for term, other in reversed(list(zip(mine, new, strict=False))):
                    text = f"{text[: term.span.start]}{other.text}{text[term.span.end :]}"
                first, last = mine[0].span.start, mine[-1].span.end
                put_in = text[first : len(text) - len(claim_text) + last]
                yield Exchange(passage, claim_text[first:last], put_in, text)


def _lists(text: str, found: Sequence[Term]) -> list[list[Term]]:
    """The terms that stand in lists of two or more, list by list."""
    lists: list[list[Term]] = []
    for term in found:
        if lists and _LISTED.fullmatch(text, lists[-1][-1].span.end, term.span.start):
            lists[-1].append(term)
        else:
            lists.append([term])
    return [one for one in lists if len(one) > 1]


def _judged_alone(quantities: Sequence[Quantity]) -> list[str]:
    """The expressions of quantities that are no versions: a bare "3.7" may be one, "3.7 million" is none."""
    return [
        quantity.text
        for quantity in quantities
        if quantity.kind is not QuantityKind.COUNT or quantity.counted or quantity.precision >= 1
    ]


def _partners(named: _Named, term: Term) -> set[str]:
    """The terms that stand in a list right beside one."""
    found = set()
    for other in named.terms:
        first, second = sorted((term.span, other.span))
        if first.end <= second.start and _LISTED.fullmatch(named.text, first.end, second.start):
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
