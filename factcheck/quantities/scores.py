"""Scores and votes: 6-3, 4-6 7-6 (9-7) 6-3, 51 to 49, 34 votes to 25."""

from __future__ import annotations

from factcheck.claim import QuantityKind
from factcheck.quantities.draft import Draft
from factcheck.quantities.number_words import SMALL
from factcheck.quantities.tokens import NUMBER, WORD, Token
from factcheck.quantities.wordlist import word_set

_DASHES = frozenset({"-", "–"})
_VOTE_WORDS = word_set(
    """
    vote votes voted voting points lost lose loses losing won win wins winning beat beats beaten defeated margin score
    scored trail trailed trailing behind led lead leads leading draw drew tied aggregate passed rejected approved
    adopted carried backed ruled ruling majority victory defeat
    """
)
_VOTED = frozenset({"vote", "votes", "voted", "ruled", "ruling", "score"})
"""Words beside which numbers in words are a vote too: "the vote was seven to two"."""
_SCORE_NOUNS = word_set("win victory defeat lead draw loss aggregate ruling vote decision majority split scoreline")
"""Nouns that a score stands before: "a 2-3 defeat"."""
_SIDES = word_set("votes points goals games frames sets runs tries matches rounds seats holes legs")
_TENNIS = 6
"""The number that one side of every set but a cut-off last one reaches."""


def read_score(tokens: list[Token], i: int) -> Draft | None:
    """The score or vote at token `i`; its value is the first side minus the second, its meaning "6-3 7-5"."""
    sets, end = _sets(tokens, i)
    if sets:
        return _draft(i, end, sets)
    return _vote(tokens, i)


def _draft(start: int, end: int, sets: list[tuple[int, int]]) -> Draft:
    difference = sum(a - b for a, b in sets)
    return Draft(start, end, QuantityKind.SCORE, difference, shown=" ".join(f"{a}-{b}" for a, b in sets))


def _pair(tokens: list[Token], i: int) -> tuple[int, int] | None:
    a, dash, b = tokens[i : i + 3]
    if a.kind != NUMBER or b.kind != NUMBER or dash.low not in _DASHES or not (dash.glued and b.glued):
        return None
    if not (a.text.isdecimal() and b.text.isdecimal()) or len(a.text) > 3 or len(b.text) > 3:
        return None
    return int(a.text), int(b.text)


def _sets(tokens: list[Token], i: int) -> tuple[list[tuple[int, int]], int]:
    """Adjacent pairs, tie-breaks in brackets left out: only a falling pair, or several pairs, is a score."""
    sets: list[tuple[int, int]] = []
    at = end = i
    while (pair := _pair(tokens, at)) is not None and len(sets) < 12:
        if sets and max(max(pair), max(sets[-1])) < _TENNIS:
            break
        sets.append(pair)
        at = end = at + 3
        if tokens[at].low == "(" and _pair(tokens, at + 1) and tokens[at + 4].low == ")":
            at = end = at + 5
        if tokens[at].low == ",":
            at += 1
    if len(sets) == 1 and not _one_score(tokens, i, end, sets[0]):
        return [], i
    return sets, end


def _one_score(tokens: list[Token], i: int, end: int, pair: tuple[int, int]) -> bool:
    """Whether a single pair is a score, not a range: it falls, is a draw, or words of winning stand near."""
    a, b = pair
    if tokens[end].glued and tokens[end].kind == WORD:
        return False
    near = {token.low for token in tokens[max(0, i - 6) : i] if token.kind == WORD}
    if tokens[end].low in ("%", "percent", "per"):
        return False
    return a >= b or bool(near & _VOTE_WORDS) or tokens[end].low in _SCORE_NOUNS


def _vote(tokens: list[Token], i: int) -> Draft | None:
    """As in "51 to 49", "34 votes to 25", "by 118 to 115", "five votes to two": words of voting or winning are near."""
    first = _side(tokens, i)
    if first is None or (i and tokens[i - 1].low in ("from", "between")):
        return None
    at = i + 1
    named = tokens[at].low in _SIDES
    if named:
        at += 1
    second = _side(tokens, at + 1) if tokens[at].low == "to" else None
    if second is None or tokens[at + 2].low in ("%", "percent", "per", "-"):
        return None
    near = {token.low for token in tokens[max(0, i - 8) : i] + tokens[at + 2 : at + 4]}
    if tokens[i].kind == WORD and not named and not (near & _VOTED and first >= second):
        return None
    if not (near & _VOTE_WORDS and first >= second) and not (named and tokens[i + 1].low != "points"):
        return None
    end = at + 3 if tokens[at + 2].low in _SIDES else at + 2
    return _draft(i, end, [(first, second)])


def _side(tokens: list[Token], i: int) -> int | None:
    """What one side of a vote got: plain digits, or a word below twenty."""
    token = tokens[i]
    if token.kind == NUMBER:
        return int(token.text) if token.text.isdecimal() and len(token.text) < 5 else None
    return SMALL.get(token.low) if not (tokens[i + 1].low == "-" and tokens[i + 1].glued) else None
