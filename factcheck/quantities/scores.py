"""Scores and votes: 6-3, 4-6 7-6 (9-7) 6-3, 51 to 49, 34 votes to 25."""

from __future__ import annotations

from factcheck.claim import QuantityKind
from factcheck.quantities.draft import Draft
from factcheck.quantities.tokens import NUMBER, WORD, Token

_DASHES = frozenset({"-", "–"})
_VOTE_WORDS = frozenset(
    {"vote", "votes", "voted", "points", "lost", "won", "win", "beat", "defeated", "margin", "score"}
)


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
    if not (a.text.isdigit() and b.text.isdigit()) or len(a.text) > 3 or len(b.text) > 3:
        return None
    return int(a.text), int(b.text)


def _sets(tokens: list[Token], i: int) -> tuple[list[tuple[int, int]], int]:
    """Adjacent pairs, tie-breaks in brackets left out: only a falling pair, or several pairs, is a score."""
    sets: list[tuple[int, int]] = []
    at = end = i
    while (pair := _pair(tokens, at)) is not None and len(sets) < 12:
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
    return (a >= b and tokens[end].low not in ("%", "percent")) or bool(near & _VOTE_WORDS)


def _vote(tokens: list[Token], i: int) -> Draft | None:
    """As in "51 to 49", "34 votes to 25", "by 118 to 115": two counts, the greater first, with votes near."""
    first = tokens[i]
    if first.kind != NUMBER or not first.text.isdigit() or len(first.text) > 4:
        return None
    at = i + 1
    named = tokens[at].low in ("votes", "points", "goals")
    if named:
        at += 1
    second = tokens[at + 1]
    if i and tokens[i - 1].low in ("from", "between"):
        return None
    if tokens[at].low != "to" or second.kind != NUMBER or not second.text.isdigit() or len(second.text) > 4:
        return None
    after = tokens[at + 2]
    near = {token.low for token in tokens[max(0, i - 8) : i] + tokens[at + 2 : at + 4]}
    if not (named or (near & _VOTE_WORDS and int(first.text) >= int(second.text))):
        return None
    end = at + 3 if after.low in ("votes", "points") else at + 2
    return _draft(i, end, [(int(first.text), int(second.text))])
