"""One person's age given twice: "Ana Ruiz, 61, …" and later "Ruiz, 63, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claim import QuantityKind
from factcheck.consistency.finding import Inconsistency, differing
from factcheck.consistency.reading import Line, Mention, Role, mentions

_NAME = re.compile(r"((?:[^\W\d_][\w'’-]*[ ])*[^\W\d_][\w'’-]*),? (?:aged )?$")
_THEN = re.compile(r"\b(?:1[0-9]{3}|20[0-9]{2}|now|today|then|at the time|years? (?:later|ago|earlier))\b")
"""Words of another time: people grow older."""


def ages(lines: Sequence[Line]) -> Iterator[Inconsistency]:
    """Ages behind a name that differ from an earlier one behind the same name."""
    known: list[tuple[tuple[str, ...], Mention]] = []
    for mention in mentions(list(lines), Role.HEADLINE, Role.CAPTION, Role.TEXT):
        name = _name(mention)
        if not name or _THEN.search(mention.line.text):
            continue
        same = [(other, earlier) for other, earlier in known if _same_person(name, other)]
        people = {other for other, _ in same if len(other) > 1}
        if same and len(people) < 2:
            earlier = same[0][1]
            if earlier.quantity.value != mention.quantity.value:
                yield differing(mention, earlier)
                continue
        known.append((name, mention))


def _name(mention: Mention) -> tuple[str, ...]:
    """The capitalised words right before an age."""
    if not _is_age(mention):
        return ()
    text = mention.line.before(mention.quantity) + mention.quantity.text
    text = re.sub(r"(?:aged )?\d+\W*$", "", text)
    match = _NAME.search(text.rstrip() + " ")
    if match is None:
        return ()
    found: list[str] = []
    for word in reversed(match[1].split()):
        if not word[0].isupper():
            break
        found.append(word)
    return tuple(reversed(found))


def _is_age(mention: Mention) -> bool:
    """Whether a number is read as an age, or is two digits alone behind a name and a comma."""
    quantity = mention.quantity
    if quantity.kind is QuantityKind.AGE:
        return quantity.interval.is_point
    bare = quantity.kind is QuantityKind.COUNT and not quantity.counted and re.fullmatch(r"[1-9][0-9]", quantity.text)
    behind = re.match(r"[.,;)]", mention.line.after(quantity))
    return bool(bare and behind and mention.line.before(quantity).endswith(", "))


def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The same name, or one of them the surname alone."""
    if one == other:
        return True
    return one[-1] == other[-1] and min(len(one), len(other)) == 1
