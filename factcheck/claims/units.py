"""Sentences cut into what can be parsed alone, by their marks only.

A dateline and a label ("Raw files: ...") are taken off, a semicolon parts what is independent, and asides
whose form tells what they are ("34,", "most of them French", "among them a judge", brackets) are lifted out,
so that the parser sees plain clauses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from factcheck.claims.inflection import is_past_participle
from factcheck.claims.marks import BRACKETS, PAIRS, QUOTES, track
from factcheck.claims.roles import is_person_noun
from factcheck.claims.tokens import Token
from factcheck.claims.verbs import SAYING
from factcheck.claims.vocabulary import word_set

_DASHES = frozenset({"—", "–", "--"})
_AMOUNT = word_set(
    "all both each either half many more most much neither none nearly almost over about around "
    "some several few fewer less a an the quarter third fifth tenth than at least up to one two "
    "three four five six seven eight nine ten eleven twelve dozen dozens hundreds majority "
    "minority part in quarters thirds - and only just roughly another"
)
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:[ap]m)?$")
_AGE = re.compile(r"\d{1,2}$|1[01]\d$")
HEDGES = word_set(
    "some about around nearly almost roughly approximately over under just slightly well only "
    "more less than at least up to fewer close exactly or a an"
)
_NUMERIC = word_set(
    "half third quarter fifth sixth tenth two three four five six seven eight nine ten eleven "
    "twelve twice double triple dozen hundred thousand million billion year month week day hour"
)
_SHARES = word_set("half third quarter fifth sixth tenth thirds quarters fifths tenths %")
_RANK = word_set(
    "most least first second third fourth fifth sixth seventh eighth ninth tenth last only best worst longest"
)
_STANDARD = word_set("than times as fewer less lower higher above below twice of later earlier ahead up down off")
FINITE = word_set("was were is are has have had will would can could may come came")
_OPENERS = word_set("and but or which who whose although while a an the then formerly")
_WHOLES = frozenset({"them", "whom", "which", "whose"})
_PREPOSITIONS = word_set("as in at for by on to with from under through")
_RELATIVE = frozenset({"who", "which", "whose", "whom", "where", "when"})
_AFTER_PARTICIPLE = word_set("in by at on from with to for as near under into over between during")
_NO_SUPERLATIVE = word_set("west forest interest guest request arrest harvest protest contest priest midwest")
_SUPERLATIVE = re.compile(r"[a-z]{2,}est$")
_LONGEST_MEMBER = 10  # words of one member of a list
_MOST_ASIDE = 40  # words; a longer stretch is no aside


class AsideKind(Enum):
    """What an aside says of what stands before it."""

    AGE = auto()
    PART = auto()
    """"most of them French"."""
    SHARE = auto()
    """"two of whom were wounded", "of whom 40 stayed": a part told of in a clause."""
    MEMBERS = auto()
    """"among them a judge"."""
    BRACKET = auto()
    COMPARISON = auto()
    """"some 45% more than in 2021", in the place of a figure."""
    CHANGE = auto()
    """"up from five the day before"."""
    SUPERLATIVE = auto()
    """"the lowest since 2013", "a bigger step than expected"."""
    WITH = auto()
    """"with a rating of 385 MW", "at 5%", of the subject before."""
    DESCRIBED = auto()
    """"completed in 1959 and bought by a bank in 2011", of the subject before."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Words lifted out of a unit.

    Attributes:
        kind: What they are.
        tokens: The words without commas and brackets around them.
        after: Index, in the unit's tokens, of the word before them; -1 at its start.
        tail: Of a list of members, the words that tell of a part of the last: "all of whom are teachers".
    """

    kind: AsideKind
    tokens: tuple[Token, ...]
    after: int
    tail: tuple[Token, ...] = ()


@dataclass(slots=True)
class Unit:
    """A stretch of a sentence that is parsed by itself.

    Attributes:
        tokens: Its words without its asides.
        quoted: Indices of the words within quotation marks, marks included.
        asides: In order of place.
        label: Words of a label or time of day before it.
        timed: Whether the label is a time of day.
        dateline: Words of a dateline before it.
    """

    tokens: list[Token] = field(default_factory=list)
    quoted: set[int] = field(default_factory=set)
    asides: list[Aside] = field(default_factory=list)
    label: tuple[Token, ...] = ()
    timed: bool = False
    dateline: tuple[Token, ...] = ()


def units_of(tokens: Sequence[Token], *, labelled: bool) -> list[Unit]:
    """The units of a sentence.

    Args:
        tokens: Its words.
        labelled: Whether a label may stand before it (at the start of a paragraph or list item).
    """
    dateline = _dateline(tokens) if labelled else ()
    rest = list(tokens[len(dateline) :])
    label, rest = _label(rest) if labelled and not dateline else ((), rest)
    units = [_lift(part) for part in _independent(rest)]
    if units:
        units[0].dateline = dateline
    if units and label:
        units[0].label = label
        units[0].timed = _TIME.match(label[0].text) is not None
    return [unit for unit in units if unit.tokens]


def _dateline(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Where a report was filed, its dash included: "GRAZ, Austria —"."""
    if not tokens or not tokens[0].text.isupper() or len(tokens[0].text) < 3:
        return ()
    dash = next((i for i, token in enumerate(tokens[:12]) if token.text in _DASHES), 0)
    return tuple(tokens[: dash + 1]) if dash else ()


def _label(tokens: Sequence[Token]) -> tuple[tuple[Token, ...], list[Token]]:
    """A time of day or a short label with a colon, and the rest."""
    texts = [token.text for token in tokens]
    for i, text in enumerate(texts[:12]):
        if text == ":" and 0 < i <= 4 and len(tokens) > i + 1 and _is_label(tokens[:i], tokens[i]):
            return tuple(tokens[:i]), list(tokens[i + 1 :])
        if text in (",", ".", ";", "“", '"', "(") and not texts[0].isupper():
            break
    if len(tokens) > 3 and _TIME.match(texts[0]) and texts[1][:1].isupper():
        return (tokens[0],), list(tokens[1:])
    return (), list(tokens)


def _is_label(words: Sequence[Token], colon: Token) -> bool:
    """Whether a few words before a colon are no clause: "Raw files:", but not "Investors were not persuaded:"."""
    told = any(word.text.lower() in FINITE for word in words)
    return not told and words[-1].span.end == colon.span.start


def _independent(tokens: Sequence[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    closing: list[str] = []
    for token in tokens:
        track(token.text, closing)
        if token.text == ";" and not closing:
            parts.append([])
            continue
        parts[-1].append(token)
    return parts


def _lift(tokens: Sequence[Token]) -> Unit:
    unit = Unit()
    i = 0
    closing: list[str] = []
    while i < len(tokens):
        found = None if closing else _aside(tokens, i, len(unit.tokens))
        if found is not None:
            aside, i = found
            unit.asides.append(aside)
            continue
        text = tokens[i].text
        if closing or text in QUOTES:
            unit.quoted.add(len(unit.tokens))
        if text in QUOTES or (closing and text == closing[-1]):
            track(text, closing)
        unit.tokens.append(tokens[i])
        i += 1
    if closing:  # A quotation that is never closed protects nothing.
        unit.quoted.clear()
    return unit


def _aside(tokens: Sequence[Token], i: int, kept: int) -> tuple[Aside, int] | None:
    """The aside that starts at a word, and where the text goes on."""
    text = tokens[i].text
    if text in BRACKETS:
        end = next(
            (j for j in range(i + 1, min(len(tokens), i + _MOST_ASIDE)) if tokens[j].text == BRACKETS[text]),
            None,
        )
        if end is not None and end > i + 1 and kept and tokens[i - 1].span.end < tokens[i].span.start:
            return Aside(AsideKind.BRACKET, tuple(tokens[i + 1 : end]), kept - 1), end + 1
        return None
    if text not in (",", *_DASHES) or not kept:
        return None
    end = _end(tokens, i + 1)
    if tokens[i + 1 : i + 2] and tokens[i + 1].text.lower() in ("including", "among"):
        end = _tail_end(tokens, _list_end(tokens, end))
    inner = tuple(tokens[i + 1 : end])
    kind = _kind(inner, tokens[i - 1], end == len(tokens) or tokens[end].text in (",", ".", *_DASHES))
    if kind is None and end + 1 < len(tokens) and tokens[end].text == "," and _resumes(tokens[end + 1 :]):
        kind = _of_subject([token.text.lower() for token in inner])
    if kind is None:
        return None
    paired = end < len(tokens) and tokens[end].text in (",", *_DASHES)
    inner, tail = _with_tail(inner) if kind is AsideKind.MEMBERS else (inner, ())
    return Aside(kind, inner, kept - 1, tail), end + 1 if paired and not _needs_comma(tokens, i, end + 1) else end


def _with_tail(inner: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """A list of members and what is told of a part of the last of them."""
    for at, token in enumerate(inner):
        if token.text == "," and _part_kind([t.text.lower() for t in inner[at + 1 :]]) is AsideKind.SHARE:
            return inner[:at], inner[at + 1 :]
    return inner, ()


def _needs_comma(tokens: Sequence[Token], i: int, after: int) -> bool:
    """Whether the comma that closes an aside also closes or opens something else."""
    if after < len(tokens) and tokens[after].text.lower() in _OPENERS:
        return True
    if any(token.text.lower() in SAYING for token in tokens[-4:]) and "," not in [t.text for t in tokens[after:]]:
        return True  # "..., the lowest since 1996, the statistics office said"
    for token in reversed(tokens[max(0, i - _MOST_ASIDE) : i]):
        if token.text.lower() in _RELATIVE:
            return True
        if token.text == ",":
            return False
    return False


def _end(tokens: Sequence[Token], start: int) -> int:
    """Where the stretch up to the next comma, dash or final mark ends."""
    last = min(len(tokens), start + _MOST_ASIDE)
    j = start
    while j < last:
        text = tokens[j].text
        closing = PAIRS.get(text)
        pair = next((k for k in range(j + 1, last) if tokens[k].text == closing), None) if closing else None
        if pair is not None:
            j = pair  # what brackets or quotation marks hold is one piece
        elif text in (",", ".", ":", "?", "!", ")", "“", '"', "”", *_DASHES):
            return j
        j += 1
    return last


def _list_end(tokens: Sequence[Token], end: int) -> int:
    """Where a list over commas ends: after the member that begins with "and"; else where it was."""
    at = end
    while at < len(tokens) and tokens[at].text == ",":
        stop = _end(tokens, at + 1)
        member = [token.text.lower() for token in tokens[at + 1 : stop]]
        if not member or len(member) > _LONGEST_MEMBER or any(w in FINITE or w in _RELATIVE for w in member):
            break
        if "and" in member:
            return stop
        at = stop
    return end


def _tail_end(tokens: Sequence[Token], end: int) -> int:
    """Where a list ends with the clause that closes the sentence: "..., all of whom are teachers."."""
    if end >= len(tokens) or tokens[end].text != ",":
        return end
    stop = _end(tokens, end + 1)
    words = [token.text.lower() for token in tokens[end + 1 : stop]]
    tells = words[:1] in (["who"], ["which"], ["whose"]) or _part_kind(words) is AsideKind.SHARE
    return stop if tells and stop + 1 >= len(tokens) else end


def _kind(inner: Sequence[Token], before: Token, closed: bool) -> AsideKind | None:
    words = [token.text.lower() for token in inner]
    somebody = (before.text[:1].isupper() and before.text.isalpha()) or is_person_noun(before.text)
    if len(words) == 1 and closed and _AGE.match(words[0]) and somebody:
        return AsideKind.AGE
    if len(words) > 2 and words[0] in ("among", "including") and words[1] in ("them", "these"):
        return AsideKind.MEMBERS
    if len(words) > 1 and words[0] == "including" and not words[1].endswith("ing") and words[1] not in _PREPOSITIONS:
        return AsideKind.MEMBERS
    if closed and len(words) > 2:
        if words[0] in ("up", "down") and (words[1] in ("from", "by", "on") or _is_numeric(words[1])):
            return AsideKind.CHANGE
        if starts_comparison(words):
            return AsideKind.COMPARISON
        if _is_superlative(words) or _is_step(words):
            return AsideKind.SUPERLATIVE
    return _part_kind(words)


def _part_kind(words: Sequence[str]) -> AsideKind | None:
    """Whether words tell of a part of what stands before: "most of them French", "two of whom died"."""
    most = min(len(words) - 2, 8)
    at = next((k for k in range(most) if words[k] == "of" and words[k + 1] in _WHOLES), None)
    if at is None or not all(is_amount(word) for word in words[:at]):
        return None
    if words[at + 1] == "them":
        return AsideKind.PART if at else None
    if words[at + 1] == "whose" and not at:
        return None
    return AsideKind.SHARE if at or is_amount(words[2]) else None


def is_amount(word: str) -> bool:
    """Whether a word can be one of those that say how many: "more", "than", "half", "40"."""
    return word in _AMOUNT or word[0].isdigit() or word == "%"


def _is_numeric(word: str) -> bool:
    return word[0].isdigit() or word in _NUMERIC or word in ("€", "$", "£")


def starts_comparison(words: Sequence[str]) -> bool:
    """Whether words give a figure by a standard: "twice the usual number", "a year later than planned"."""
    at = next((k for k, word in enumerate(words[:7]) if word not in HEDGES), 0)
    if not _is_numeric(words[at]):
        return False
    near = words[at + 1 : at + 6]
    # "a quarter were taken from an earlier model" is a clause of its own.
    near = near[: next((k for k, word in enumerate(near) if word in FINITE), len(near))]
    share = words[at] in _SHARES or near[:1] == ["of"]  # "a third of it", but not "a girl of 16"
    if not any(word in _STANDARD and (word != "of" or share) for word in near):
        return False
    # "17 of which grew" is a clause of its own, "a third of them" a part.
    return not any(word in ("which", "whom", "them", "who") for word in words[: at + 6])


def _is_superlative(words: Sequence[str]) -> bool:
    """Whether words name a record: "the lowest since 2013", "their third defeat"."""
    if not words or words[0] not in ("the", "its", "their", "his", "her") or any(word in FINITE for word in words[:4]):
        return False
    return any(word in _RANK or (_SUPERLATIVE.match(word) and word not in _NO_SUPERLATIVE) for word in words[1:3])


def starts_part(words: Sequence[str]) -> bool:
    """Whether words after "and" in an aside begin an aside of their own."""
    return starts_comparison(words) or _is_superlative(words)


def _is_step(words: Sequence[str]) -> bool:
    """Whether words measure what was told: "a bigger step than most had predicted"."""
    if words[0] not in ("a", "an") or "than" not in words[2:6]:
        return False
    return words[1].endswith("er") or words[1] in ("more", "less")


def _resumes(tokens: Sequence[Token]) -> bool:
    """Whether the clause goes on with its verb after an aside on its subject."""
    words = [token.text.lower() for token in tokens[:3]]
    if words[0] in ("still", "also", "now", "then", "already"):
        words = words[1:]
    return bool(words) and (words[0] in FINITE or (words[0].endswith("ed") and len(words[0]) > 4))


def _of_subject(words: Sequence[str]) -> AsideKind | None:
    """What an aside between a subject and its verb tells of the subject."""
    if len(words) < 2:
        return None
    if words[0] in ("with", "at") and any(_is_numeric(word) for word in words):
        return AsideKind.WITH
    if is_past_participle(words[0]) and words[1] in _AFTER_PARTICIPLE:
        return AsideKind.DESCRIBED
    return None
