"""Shares of one whole that make more than all of it: "60 percent for, 45 percent against"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claim import Quantity, QuantityKind
from factcheck.consistency.comparing import room
from factcheck.consistency.finding import Inconsistency
from factcheck.consistency.reading import Line, Role
from factcheck.consistency.words import words
from factcheck.quantities.meaning import number

_OPPOSITES = tuple(
    tuple(frozenset(side.split()) for side in pair.split("/"))
    for pair in (
        "for favour favor favoured backed support supported supports / against opposed oppose opposes",
        "yes / no",
        "approve approved approves / disapprove disapproved disapproves",
        "agree agreed agrees / disagree disagreed disagrees",
        "men male males boys / women female females girls",
        "satisfied / dissatisfied unsatisfied",
        "urban / rural",
    )
)
"""Answers and groups that exclude each other, so that their shares are of one whole."""
_WHOLE = re.compile(
    r"\b(?:made up of|consist(?:s|ed)? of|composed of|compris(?:es|ed)|the (?:rest|remainder)|(?:the )?remaining)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:both|also|multiple|several answers|more than one|respectively|rose|fell|"
    r"(?<!made )(?<!make )(?<!makes )up|down|increase\w*|compared|than|from|first|second|earlier|previous\w*|ago)\b",
    re.IGNORECASE,
)
"""Words of overlapping answers, or of two times."""
_OF = re.compile(r"^\s*of\s+((?:the |all |its |their )?[\w-]+(?: [\w-]+)?)")
_MOST = 6
_ALL = 100.0
_WHOLE_NUMBER = 0.5
"""How far a share in whole percent may be rounded."""


def shares(lines: Sequence[Line]) -> Iterator[Inconsistency]:
    """Sentences whose shares of one whole sum to more than 100 percent."""
    for line in lines:
        if line.role is Role.TABLE:
            continue
        parts = [q for q in line.quantities if _share(q)]
        if 2 <= len(parts) <= _MOST and _one_whole(line, parts):
            total = sum(part.value for part in parts)
            if total > _ALL + sum(room(part) or _WHOLE_NUMBER for part in parts):
                yield _finding(line, parts, total)


def _share(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.PERCENT and quantity.unit == "%" and quantity.interval.is_point


def _one_whole(line: Line, parts: Sequence[Quantity]) -> bool:
    """Whether the words say that all the shares are of one thing and exclude each other."""
    if _SEVERAL.search(line.text) or any(part.value > _ALL or part.value < 0 for part in parts):
        return False
    wholes = {match[1].lower() for part in parts if (match := _OF.match(line.after(part)))}
    if len(wholes) > 1:
        return False
    if _WHOLE.search(line.text):
        return True
    near = [_beside(line, parts, i) for i in range(len(parts))]
    return any(
        any(one & words_ for words_ in near) and any(other & words_ for words_ in near)
        and not any(one & words_ and other & words_ for words_ in near)
        for one, other in _OPPOSITES
    )  # fmt: skip


def _beside(line: Line, parts: Sequence[Quantity], i: int) -> frozenset[str]:
    """The words of the part of a sentence that one share belongs to: parts are cut at commas and "and"."""
    start = parts[i - 1].span.end if i else 0
    end = parts[i + 1].span.start if i + 1 < len(parts) else len(line.text)
    before = re.split(r",|;|\band\b", line.text[start : parts[i].span.start])[-1]
    after = re.split(r",|;|\band\b", line.text[parts[i].span.end : end])[0]
    return frozenset(word.lower() for word in words(f"{before} {after}"))


def _finding(line: Line, parts: Sequence[Quantity], total: float) -> Inconsistency:
    shown = " + ".join(f"{number(part.value)}%" for part in parts)
    places = tuple(line.place(part) for part in parts)
    return Inconsistency(places[-1], "makes more than the whole", f"{shown} = {number(round(total, 6))}%", places[:-1])
