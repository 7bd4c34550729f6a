"""Years in brackets behind a name: of a life, of an event, of a work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claims.draft import Draft, Pieces, joined
from factcheck.claims.tree import Tree
from factcheck.claims.vocabulary import word_set

_DASHES = frozenset({"-", "–", "—"})
_YEAR = re.compile(r"1\d{3}|20\d\d|[1-9]\d\d")
_OF_DATES = word_set(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec c circa ca about , ."
)
_BIRTH = frozenset({"born", "b"})
_DEATH = frozenset({"died", "d"})
_ABOUT = frozenset({"c", "ca", "circa", "about"})
Words = tuple[int, ...]


def is_person(tree: Tree, noun: int) -> bool:
    """Whether a name is somebody's: personal names are flat, those of firms and works are compounds."""
    return tree.upos[noun] == "PROPN" and tree.child(noun, "flat") is not None and not tree.has(noun, "det", "the")


def in_brackets(tree: Tree, noun: int, name: Pieces, words: Words, texts: Sequence[str]) -> list[Draft]:
    """The claims of a bracket that ends in years; none if it does not, or if it may be a citation.

    Args:
        tree: The sentence around.
        noun: Head of the phrase that the bracket stands behind.
        name: That phrase.
        words: The bracket's words, by index.
        texts: The same in lower case.
    """
    span = _two_dates(words, texts)
    if span is not None:
        first, last = span
        if is_person(tree, noun):
            return [
                Draft(joined(name, "was born", _preposition(first, words, texts), first), first[0]),
                Draft(joined(name, "died", _preposition(last, words, texts), last), last[0]),
            ]
        named = tree.upos[noun] == "PROPN" and len(name) > 1
        return [Draft(joined(name, "lasted from", first, "to", last), first[0])] if named else []
    date = _only_date(words, texts)
    if not date:
        return []
    if is_person(tree, noun):
        verb = "was born" if texts[0] in _BIRTH else "died" if texts[0] in _DEATH else ""
        return [Draft(joined(name, verb, _preposition(date, words, texts), date), date[0])] if verb else []
    titled = tree.upos[noun] == "PROPN" and len(name) > 1 and not tree.children(noun, "conj")
    return [Draft(joined(name, "dates from", date), date[0])] if titled and len(texts) == 1 else []


def _preposition(date: Words, words: Words, texts: Sequence[str]) -> str:
    """The word before a date: in 1881, on 4 May 1881."""
    numbers = [texts[words.index(word)] for word in date if texts[words.index(word)][0].isdigit()]
    return "on" if len(numbers) > 1 else "in"


def _two_dates(words: Words, texts: Sequence[str]) -> tuple[Words, Words] | None:
    """The dates on both sides of a dash, each with its year, places behind them left aside."""
    for at, text in enumerate(texts):
        if text not in _DASHES:
            continue
        start = max((i + 1 for i in range(at) if texts[i] == ";"), default=0)
        first, last = _date_in(words, texts, start, at, latest=True), _date_in(words, texts, at + 1, len(texts))
        if first and last:
            return first, last
    return None


def _date_in(words: Words, texts: Sequence[str], start: int, end: int, *, latest: bool = False) -> Words:
    """The first or latest date with a year between two places."""
    found: Words = ()
    i = start
    while i < end:
        j = i
        while j < end and _is_of_date(texts[j]):
            j += 1
        date = _trimmed(words, texts, i, j)
        if date and (latest or not found):
            found = date
        i = max(j, i + 1)
    return found


def _only_date(words: Words, texts: Sequence[str]) -> Words:
    """The one date that a bracket consists of, "born" before it left aside."""
    start = 1 if texts[0] in _BIRTH | _DEATH else 0
    if not all(_is_of_date(text) for text in texts[start:]):
        return ()
    return _trimmed(words, texts, start, len(texts))


def _is_of_date(text: str) -> bool:
    return text in _OF_DATES or text[0].isdigit()


def _trimmed(words: Words, texts: Sequence[str], start: int, end: int) -> Words:
    """The words of a date without the marks around it; () if it has no year."""
    while start < end and not (texts[start][0].isalnum() and texts[start] not in _ABOUT):
        start += 1
    while end > start and not texts[end - 1][0].isalnum():
        end -= 1
    return words[start:end] if any(_YEAR.fullmatch(text) for text in texts[start:end]) else ()
