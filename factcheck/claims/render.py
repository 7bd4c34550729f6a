"""A draft as a sentence: the article's own words with a capital and a final stop, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.claims.draft import Piece
from factcheck.claims.tokens import Token
from factcheck.claims.vocabulary import word_set
from factcheck.document import Span
from factcheck.sentences import Sentence

_NO_SPACE_BEFORE = frozenset(",.;:!?)]}%'’”»…")
_NO_SPACE_AFTER = frozenset("([{$€£¥“«")
_CLITICS = word_set("' 's ’s n't n’t 're 've 'll 'd 'm ’re ’ve ’ll ’d ’m")
_PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»"}
_LEADING = frozenset({"!", "?", "and", "but"})
_TRIM = frozenset(",;:–—-.…&*•·|")


def text_of(
    pieces: Sequence[Piece],
    tokens: Sequence[Token],
    sentence: Sentence,
    spoken: Mapping[int, str],
    *,
    final: bool = True,
) -> str:
    """The draft's words as text.

    Args:
        pieces: The draft's words.
        tokens: What the indices stand for.
        sentence: Where they stand.
        spoken: What to say in the place of a word (an antecedent for a pronoun).
        final: Whether it is a sentence: capital first, stop last.
    """
    kept = _tidy(pieces, tokens, sentence)
    out: list[str] = []
    before: Piece | None = None
    quoting = False
    for piece in kept:
        word = piece if isinstance(piece, str) else spoken.get(piece, tokens[piece].text)
        closes = word == '"' and quoting
        if before is not None and not closes:
            out.append(_gap(before, piece, word, tokens, sentence))
        quoting ^= word == '"'
        out.append(word)
        before = piece
    text = "".join(out)
    if not final or not text:
        return text
    if text[0].islower() and not (isinstance(kept[0], int) and _is_name(tokens[kept[0]])):
        text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?" or (text[-1] in '”"' and text[-2:-1] in (".", "?", "!")) else text + "."


def spans_of(words: Iterable[int], tokens: Sequence[Token], sentence: Sentence) -> tuple[Span, ...]:
    """The file's ranges of a draft's words, those with only blanks between them merged."""
    places: list[Span] = []
    for place in sorted(tokens[word].span for word in words):
        if places and not sentence.text[places[-1].end : place.start].strip():
            places[-1] = Span(places[-1].start, max(places[-1].end, place.end))
        else:
            places.append(place)
    return tuple(sentence.to_file(place) for place in places)


def _is_name(token: Token) -> bool:
    """Names that keep their first letter small: iPhone, sp_train, code."""
    word = token.text
    return bool(token.read) or any(char.isupper() or char.isdigit() or char in "_-./" for char in word[1:])


def _gap(before: Piece, piece: Piece, word: str, tokens: Sequence[Token], sentence: Sentence) -> str:
    if isinstance(before, int) and isinstance(piece, int):
        start, end = tokens[before].span.end, tokens[piece].span.start
        if start <= end and not (between := sentence.text[start:end]).strip():
            return " " if between else ""
    last = before if isinstance(before, str) else tokens[before].text
    if word in _CLITICS or (word[:1] in _NO_SPACE_BEFORE and len(word) == 1):
        return ""
    return "" if last in _NO_SPACE_AFTER else " "


def _tidy(pieces: Sequence[Piece], tokens: Sequence[Token], sentence: Sentence) -> list[Piece]:
    """Without the marks that a cut leaves behind: stray commas, lone brackets, marks and "and" at either end."""
    words = [piece if isinstance(piece, str) else tokens[piece].text for piece in pieces]
    drop = _unpaired(words)
    kept = [i for i in range(len(pieces)) if i not in drop]
    out: list[int] = []
    for k, i in enumerate(kept):
        if words[i] in (",", ";", "–", "—", "--") and _is_stray(pieces, kept, k, tokens, sentence):
            continue
        out.append(i)
    while out and (words[out[0]] in _TRIM or words[out[0]].lower() in _LEADING):
        out.pop(0)
    while out and words[out[-1]] in _TRIM:
        out.pop()
    return [pieces[i] for i in out]


def _is_stray(
    pieces: Sequence[Piece], kept: Sequence[int], k: int, tokens: Sequence[Token], sentence: Sentence
) -> bool:
    """Whether a comma has lost a neighbour that it had in the article."""
    here = pieces[kept[k]]
    if isinstance(here, str):
        return False
    before = pieces[kept[k - 1]] if k else None
    after = pieces[kept[k + 1]] if k + 1 < len(kept) else None
    if before != here - 1 or after != here + 1:
        return True
    lifted = sentence.text[tokens[here - 1].span.end : tokens[here].span.start].strip()
    return lifted[:1] in (",", "–", "—", "-")  # it closed an aside that has been taken out


def _unpaired(words: Sequence[str]) -> set[int]:
    drop: set[int] = set()
    open_: list[tuple[str, int]] = []
    straight: int | None = None
    for i, word in enumerate(words):
        if word in _PAIRS:
            open_.append((_PAIRS[word], i))
        elif word in _PAIRS.values():
            if open_ and open_[-1][0] == word:
                open_.pop()
            else:
                drop.add(i)
        elif word == '"':
            straight = None if straight is not None else i
    drop.update(i for _, i in open_)
    if straight is not None:
        drop.add(straight)
    return drop
