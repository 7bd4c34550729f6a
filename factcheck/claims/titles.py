"""Quoted titles as one word each: 'the album "Wish You Were Here"' names one thing.

A title is no speech: nearly all its words have capitals, and nobody says it. Its own grammar would only mislead the
parser, which is shown a name in its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.marks import QUOTES
from factcheck.claims.tokens import NAME, Token
from factcheck.claims.verbs import SAYING
from factcheck.claims.vocabulary import word_set
from factcheck.document import Span

_LONGEST = 10  # words
_SMALL = word_set(
    "a an the of in on at to for by from with and or but nor as is it la le les el der die das de & - ' 's"
)
_SWALLOWED = (",", ".")
_INNER_STOPS = frozenset(".!?")
_NEAR = 4  # words after a quotation in which its speaker may be told


def with_titles(tokens: Sequence[Token], text: str) -> list[Token]:
    """The words of a sentence, each quoted title one of them.

    A comma or stop within the marks ("The Abyss," as American usage has it) follows the title as a word of its own.

    Args:
        tokens: The words.
        text: The sentence.
    """
    found: list[Token] = []
    i = 0
    while i < len(tokens):
        end = _end(tokens, i)
        if end is None:
            found.append(tokens[i])
            i += 1
            continue
        last = end - 1 if tokens[end - 1].text in _SWALLOWED else end
        span = Span(tokens[i].span.start, tokens[last].span.end if last == end else tokens[last - 1].span.end)
        shown = span.of(text) if last == end else span.of(text) + tokens[end].text
        found.append(Token(shown, span, read=NAME))
        if last != end:
            found.append(tokens[last])
        i = end + 1
    return found


def _end(tokens: Sequence[Token], start: int) -> int | None:
    """The closing mark of the title that opens at a word; None if none does."""
    closing = QUOTES.get(tokens[start].text)
    if closing is None:
        return None
    last = min(len(tokens), start + _LONGEST + 3)
    end = next((j for j in range(start + 1, last) if tokens[j].text == closing), None)
    if end is None or end == start + 1 or _is_speech(tokens, start, end):
        return None
    inner = [token.text for token in tokens[start + 1 : end]]
    if inner[-1] in _SWALLOWED:
        inner.pop()
    words = [word for word in inner if word[0].isalnum()]
    if not words or not (words[0][0].isupper() or words[0][0].isdigit()):
        return None
    named = all(word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in words)
    return end if named and any(word[0].isupper() for word in words) else None


def _is_speech(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether somebody says what stands between marks: "Never," said Orme."""
    if tokens[end - 1].text not in (",", *_INNER_STOPS) and not (start and tokens[start - 1].text in (",", ":")):
        return False
    near = [*tokens[end + 1 : end + 1 + _NEAR], *tokens[max(0, start - _NEAR) : start]]
    return any(token.text.lower() in SAYING for token in near) or start == 0
