"""The word "one" as a pronoun, which counts nothing."""

from __future__ import annotations

from factcheck.quantities.nouns import is_plural, read_noun
from factcheck.quantities.number_words import SMALL
from factcheck.quantities.portions import read_fraction
from factcheck.quantities.tokens import END, NUMBER, WORD, Token
from factcheck.quantities.wordlist import word_set

_BEFORE = word_set(
    """
    the this that which any every each no another big new old good better best last first next previous
    latest only own
    """
)
_TELLING = word_set("found say said says show shows showed shown means suggests reported estimates think thinks know")
"""Verbs behind whose "that" a clause begins: "found that one drink a day helps"."""
_CHOICE = word_set(
    "choose use pass select pick specify set enter provide give be as with from to add call extend run try"
)
"""Words of instructions behind which "one of these" picks one out."""
_SUPERLATIVES = frozenset({"best", "worst", "most", "least", "few", "first", "last"})
_DETERMINERS = frozenset({"the", "its", "his", "her", "their", "our", "my", "these", "those"})


def is_pronoun_one(tokens: list[Token], i: int) -> bool:
    """Whether the "one" at token `i` counts nothing: "one never knows", "the last one", "one of the best"."""
    if read_fraction(tokens, i) is not None:
        return False
    after = tokens[i + 1]
    before = tokens[i - 1].low if i else ""
    if before == "every":
        return True
    if after.low == "of":
        chosen = before in _CHOICE and tokens[i + 2].low in ("these", "those", "the")
        listed = tokens[i + 2].low != "the" or tokens[i + 3].low in ("following", "above", "below")
        return (chosen and listed) or _one_of_many(tokens, i + 2)
    if after.low in ("in", "out"):
        return tokens[i + 2].low not in {*SMALL, "of", "every"} and tokens[i + 2].kind != NUMBER
    if after.low in ("-", "more", "half", "and", "hundred", "thousand", "million", "billion", "dozen"):
        return False
    if before == "that" and i > 1 and tokens[i - 2].low in _TELLING:
        return read_noun(tokens, i + 1, True) is None
    if before in _BEFORE:
        return True
    if after.kind in (WORD, END):
        return after.kind == END or is_plural(after.low) or read_noun(tokens, i + 1, True) is None
    return after.kind != NUMBER and before not in ("to", "from", "by", "than", ":", "|", "(")


def _one_of_many(tokens: list[Token], i: int) -> bool:
    """Whether "one of" goes on as praise ("one of the country's largest", "one of whose members")."""
    if tokens[i].low == "whose":
        return True
    if tokens[i].low not in _DETERMINERS:
        return False
    words = [token.low for token in tokens[i + 1 : i + 5]]
    return any(word in _SUPERLATIVES or (len(word) > 4 and word.endswith("est")) for word in words)
