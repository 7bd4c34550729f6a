"""Totals in a sentence that their parts do not make: "12 people, five men and six women"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claim import Quantity, QuantityKind
from factcheck.consistency.comparing import room
from factcheck.consistency.finding import Inconsistency
from factcheck.consistency.reading import Line, Role
from factcheck.document import Span
from factcheck.quantities.heads import related_heads
from factcheck.quantities.meaning import figure, number
from factcheck.quantities.units import dimension

_SUMMED = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE})
_OPENS = re.compile(
    r"(?:^|[\w)])[^.;:–—,]{0,40}(?:[:–—]| - )\s*(?:from\s)?$|(?:,|:)?\s*(?:which (?:is|are|was|were)\s)?"
    r"(?:made up of|composed of|consist(?:s|ing|ed) of|compris(?:es|ing|ed)|namely|split into|divided into)\s+$"
)
"""What stands between a total and the list of all its parts."""
_COMMA = re.compile(r"^\s*[,(]\s*$")
"""A comma alone opens such a list only where the parts make a whole by their words."""
_LINK = re.compile(r"^(?:[^,;:.]{0,40})(?:,| and|, and)\s+(?:another |the other )?$", re.IGNORECASE)
_LAST_LINK = re.compile(r"\band\s+(?:another |the other )?$")
_CLOSES = re.compile(
    r"^[^.;]{0,50}?[,–—(:]?\s*"
    r"(?:(?:a|for a|making a|in|giving a) total of\s+|(?:totalling|making|or|in all,?|together)\s+)?$"
)
_IN_ALL = re.compile(r"^\s*(?:[\w-]+\s+){0,2}?(?:in all|in total|altogether|all told|together)\b")
_TOTAL_BEFORE = re.compile(r"(?:total of|totalling|in all,?|in total,?|altogether,?)\s+$")
_PARTIAL = re.compile(
    r"\b(?:includ\w+|among|such as|at least|of (?:them|whom|which|these|those)|mostly|mainly|most|others?|also|some|"
    r"both|respectively|rose|fell|while|compared|against|than|instead)\b",
    re.IGNORECASE,
)
"""Words that say that a list is not all of it, or no list of parts."""
_WHOLES = (frozenset({"man", "woman", "child", "boy", "girl", "adult", "baby", "teenager", "pensioner"}),)
"""Nouns that divide one whole between them."""
_CONTRASTS = tuple(
    frozenset(pair.split()) for pair in ("public private", "primary secondary", "male female", "urban rural", "new old")
)
"""Adjectives that divide one whole between them."""
_OF_THE = re.compile(r"^\s+(?:out )?of (?:the|its|their|all) $")
_PREPOSITION = re.compile(r"^\s*(?:\w+\s)?(in|to|for|from|at|on|by|against)\b")
_ADDED = frozenset({"more", "fewer", "less", "other", "further", "additional", "extra"})
_MOST = 40
"""Parts of a total: longer lists are data."""
_NOISE = 1e-9


def sums(lines: Sequence[Line]) -> Iterator[Inconsistency]:
    """Totals that differ from the sum of the parts named beside them."""
    for line in lines:
        if line.role is Role.TABLE:
            continue
        yield from _greater_parts(line)
        for total, parts in _groups(line):
            if not _adds_up(total, parts) and not _of_another_total(line, total, parts):
                yield _finding(line, total, parts)


def _greater_parts(line: Line) -> Iterator[Inconsistency]:
    """Parts greater than their whole: "five of the four ministers"."""
    for part, whole in pairwise(line.quantities):
        counts = part.kind is whole.kind is QuantityKind.COUNT and not part.counted and bool(whole.counted)
        if counts and _OF_THE.match(line.between(part, whole)) and part.interval.low > whole.interval.high:
            proof = f"{number(part.value)} is more than {number(whole.value)}"
            yield Inconsistency(line.place(part), "is more than the whole", proof, (line.place(whole),))


def _groups(line: Line) -> Iterator[tuple[Quantity, list[Quantity]]]:
    """A total with all its parts, in either order."""
    quantities = line.quantities
    for i, total in enumerate(quantities):
        if total.kind not in _SUMMED:
            continue
        behind = _run(line, quantities[i + 1 : i + 1 + _MOST], total)
        if len(behind) > 1 and _opens(line, total, behind):
            yield total, behind
            return
        before = _run_before(line, quantities[max(0, i - _MOST) : i], total)
        if len(before) > 1 and _closes(line, total, before):
            yield total, before
            return


def _run(line: Line, quantities: Sequence[Quantity], total: Quantity) -> list[Quantity]:
    """The list that these quantities begin with: linked by commas and a last "and", all of the total's sort."""
    run: list[Quantity] = []
    for quantity in quantities:
        if not _may_be_part(quantity, total) or (run and not _LINK.match(line.between(run[-1], quantity))):
            break
        run.append(quantity)
        if len(run) > 1 and _LAST_LINK.search(line.between(run[-2], quantity)):
            return run
    return []


def _run_before(line: Line, quantities: Sequence[Quantity], total: Quantity) -> list[Quantity]:
    """The list that these quantities end with."""
    run: list[Quantity] = []
    for quantity in reversed(quantities):
        if not _may_be_part(quantity, total) or (run and not _LINK.match(line.between(quantity, run[0]))):
            break
        run.insert(0, quantity)
    linked = len(run) > 1 and _LAST_LINK.search(line.between(run[-2], run[-1]))
    return run if linked else []


def _may_be_part(quantity: Quantity, total: Quantity) -> bool:
    same = quantity.kind is total.kind and dimension(quantity.unit) == dimension(total.unit)
    return same and quantity.per == total.per and quantity.interval.is_point and quantity.value > 0


def _opens(line: Line, total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the text between says that the list behind is all of the total."""
    between, behind = line.between(total, parts[0]), line.after(parts[-1])
    inside = line.text[total.span.end : parts[-1].span.end]
    if _PARTIAL.search(inside) or _PARTIAL.search(behind[:30]):
        return False
    return bool(_OPENS.search(between)) or (bool(_COMMA.match(between)) and _make_a_whole(line, total, parts))


def _make_a_whole(line: Line, total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the parts by their words divide the total: men and women, or one preposition each."""
    heads = {part.counted for part in parts}
    if any(heads <= whole and len(heads) > 1 for whole in _WHOLES):
        return not total.counted or all(related_heads(total.counted, head) > 0.5 for head in heads)
    behind = {match.group().strip() for part in parts if (match := re.match(r"\s*\w+", line.after(part)))}
    if heads == {""} and any(behind == pair for pair in _CONTRASTS):
        return True
    prepositions = [_PREPOSITION.match(line.after(part)) for part in parts]
    words = {match[1] for match in prepositions if match}
    alike = heads <= {"", total.counted}
    return all(prepositions) and len(words) == 1 and alike


def _closes(line: Line, total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the total behind a list is said to be that of the list."""
    between = line.between(parts[-1], total)
    inside = line.text[parts[0].span.start : total.span.end]
    if _PARTIAL.search(inside) or not _CLOSES.match(between):
        return False
    says_so = _TOTAL_BEFORE.search(line.before(total)) or _IN_ALL.match(line.after(total))
    return bool(says_so) or bool(re.match(r"(?:a )?total of", total.text))


def _adds_up(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the sum lies within what the total says, rounding of scaled and decimal figures allowed for."""
    sum_ = sum(part.value for part in parts)
    give = sum(room(quantity) for quantity in (total, *parts))
    low, high = total.interval.low - give, total.interval.high + give
    return low * (1 - _NOISE) <= sum_ <= high * (1 + _NOISE)


def _of_another_total(line: Line, total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the parts are of something else: "62 cases in four towns: 34 in …", "from 63 to 65: two more in …"."""
    if total.value == len(parts) or any(_ADDED & set(part.modifiers) for part in parts):
        return True
    others = (q for q in line.quantities if q.kind is total.kind and q is not total and q not in parts)
    return any(_adds_up(other, parts) for other in others)


def _finding(line: Line, total: Quantity, parts: Sequence[Quantity]) -> Inconsistency:
    shown = [figure(part.value, part.unit) for part in parts]
    sum_ = figure(sum(part.value for part in parts), total.unit)
    places: tuple[Span, ...] = tuple(line.place(part) for part in parts)
    return Inconsistency(line.place(total), "is not the sum of its parts", f"{' + '.join(shown)} = {sum_}", places)
