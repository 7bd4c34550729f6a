"""Headlines, captions and headings against the text that they stand for.

A headline's number should stand somewhere in the article, or follow from it. If it does not, and a sentence that says
what the headline says gives another number of the same thing, the two disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claim import Quantity
from factcheck.consistency.comparing import COMPARED, agreeing, alike, conflicting, explained, ratio
from factcheck.consistency.finding import Inconsistency, differing
from factcheck.consistency.reading import Line, Mention, Role, mentions
from factcheck.consistency.words import content, fates, others

_SUMMARIES = (Role.HEADLINE, Role.HEADING, Role.CAPTION)
_OVERLAP = 0.6
"""Share of a headline's words that a sentence must have to say the same."""
_FEWEST = 2
"""Words that a headline must have besides its number to be recognised in a sentence."""
_FARTHEST = 12.0
"""A slip changes a digit or a place; farther apart they are rather of two things."""


def headlines(lines: Sequence[Line]) -> Iterator[Inconsistency]:
    """Numbers of headlines, headings and captions that the text gives otherwise."""
    text = mentions(list(lines), Role.TEXT)
    for summary in mentions(list(lines), *_SUMMARIES):
        if summary.quantity.kind not in COMPARED:
            continue
        scope = [m for m in text if summary.line.role is not Role.HEADING or m.line.section == summary.line.section]
        other = _other(summary, scope, lines)
        if other is not None:
            yield differing(summary, other)


def _other(summary: Mention, scope: Sequence[Mention], lines: Sequence[Line]) -> Mention | None:
    """The mention in the text that says the same of another number, if none agrees."""
    quantity = summary.quantity
    same = [m for m in scope if alike(quantity, m.quantity)]
    if any(agreeing(quantity, m.quantity) for m in same) or _explained(quantity, scope):
        return None
    wanted = set(content(_without(summary.line, quantity)))
    if len(wanted) < _FEWEST:
        return None
    best: tuple[float, Mention] | None = None
    for mention in same:
        if not conflicting(quantity, mention.quantity) or ratio(quantity, mention.quantity) > _FARTHEST:
            continue
        if others(mention.line.text) - others(summary.line.text) or _another_fate(summary, mention):
            continue
        share = len(wanted & set(_context(mention, lines))) / len(wanted)
        if share >= _OVERLAP and (best is None or share > best[0]):
            best = share, mention
    return None if best is None else best[1]


def _context(mention: Mention, lines: Sequence[Line]) -> list[str]:
    """The words of a sentence, and of the one before it where the nouns counted tell that it is about the same."""
    found = content(_without(mention.line, mention.quantity))
    before = lines[mention.index - 1] if mention.index else None
    if before is not None and before.sentence.block == mention.line.sentence.block and mention.quantity.counted:
        found += content(before.text)
    return found


def _explained(quantity: Quantity, scope: Sequence[Mention]) -> bool:
    """Whether some paragraph of the text gives the value as a sum, a difference or a change."""
    blocks = {m.line.sentence.block for m in scope}
    groups = ([m.quantity for m in scope if m.line.sentence.block == block] for block in blocks)
    return any(explained(quantity, group) for group in groups)


def _another_fate(summary: Mention, mention: Mention) -> bool:
    """Whether one speaks of the killed and the other of the injured."""
    one, other = fates(summary.line.text), fates(mention.line.text)
    near = fates(mention.line.before(mention.quantity)[-40:] + mention.line.after(mention.quantity)[:40])
    return bool(one) and (not one & other or bool(near and not near & one))


def _without(line: Line, quantity: Quantity) -> str:
    """A line's text without one of its numbers, whose noun stays."""
    words = quantity.text if not quantity.counted else quantity.text.rpartition(" ")[0]
    return line.before(quantity) + " " + quantity.text[len(words) :] + " " + line.after(quantity)
