"""One unit's propositions: those of its clauses and those of its asides, in order of place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.claim import Modality
from factcheck.claims.asides import told
from factcheck.claims.clauses import Walker
from factcheck.claims.draft import Draft, joined
from factcheck.claims.facets import facets
from factcheck.claims.members import members
from factcheck.claims.soundness import is_sound
from factcheck.claims.sources import label_source
from factcheck.claims.tokens import Token
from factcheck.claims.tree import Tree
from factcheck.claims.units import AsideKind, Unit
from factcheck.claims.verbs import is_predicate, tense


@dataclass(frozen=True, slots=True)
class Proposed:
    """A draft with what its indices stand for.

    Attributes:
        draft: The proposition.
        tokens: The words that its indices count.
        spoken: What to say in the place of a word.
    """

    draft: Draft
    tokens: Sequence[Token]
    spoken: Mapping[int, str]


def propose(unit: Unit, tree: Tree, lists: Sequence[Tree]) -> list[Proposed]:
    """The propositions of a unit in order of place.

    Args:
        unit: The words.
        tree: Their tree.
        lists: For each aside that lists members, in order, its tree.
    """
    walker = Walker(tree, unit.quoted)
    walker.walk()
    drafts = list(walker.drafts)
    spoken = dict(walker.spoken)
    tokens = list(unit.tokens)
    inner = iter(lists)
    when = tense(tree, tree.root)
    for aside in unit.asides:
        start = len(tokens)
        tokens += aside.tokens
        if aside.kind is AsideKind.MEMBERS:
            tokens += aside.tail
            found, said = members(walker, next(inner), start, aside)
            drafts += found
            spoken |= said
        else:
            drafts += told(walker, aside, tuple(range(start, len(tokens))), when)
    drafts += facets(tree, unit.quoted, when)
    if unit.label and drafts:
        start = len(tokens)
        tokens += unit.label
        drafts = _labelled(drafts, tree, tuple(range(start, len(tokens))), unit)
    drafts.sort(key=lambda draft: tokens[draft.at].span.start)
    return [Proposed(draft, tokens, spoken) for draft in drafts if _is_whole(draft, tree) or _is_sound(draft, tokens)]


def _is_whole(draft: Draft, tree: Tree) -> bool:
    return len(draft.words) >= sum(tree.upos[word] != "PUNCT" for word in range(len(tree)))


def _is_sound(draft: Draft, tokens: Sequence[Token]) -> bool:
    return is_sound([(piece if isinstance(piece, str) else tokens[piece].text).lower() for piece in draft.pieces])


def _labelled(drafts: list[Draft], tree: Tree, label: tuple[int, ...], unit: Unit) -> list[Draft]:
    """The claims with the source that the label names, or the first one with its time of day or what it is about."""
    first = min(drafts, key=lambda draft: draft.at)
    clausal = any(is_predicate(tree, word) for word in range(len(tree)))
    source = label_source([token.text for token in unit.label]) if clausal and not unit.timed else 0
    if source:
        return _told(drafts, label, source, spoken=bool(unit.quoted))
    if unit.timed:
        pieces = joined("at", label, ",", first.pieces)
    elif not clausal:
        pieces = joined(label, ":", first.pieces)
    else:
        return drafts
    return [draft.having(pieces, draft.at) if draft is first else draft for draft in drafts]


def _told(drafts: list[Draft], label: tuple[int, ...], source: int, *, spoken: bool) -> list[Draft]:
    """Claims after "Mayor:" or "The mayor said:", which says whose they are."""
    said = [
        draft if draft.attribution else replace(draft, attribution=label[:source], modality=Modality.REPORTED)
        for draft in drafts
    ]
    if spoken and source < len(label) and len(said) == 1:  # direct speech: the claim is that it was said
        return [said[0].having(joined(label, said[0].pieces), said[0].at)]
    return said
