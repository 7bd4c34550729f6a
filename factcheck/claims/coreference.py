"""Who "she", "it", "their" and "the mill" are, where that is clear."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from factcheck.claims.descriptions import attributes, callings, is_fuller, is_short, is_surname, meant
from factcheck.claims.entities import Entities, Entity
from factcheck.claims.kinds import Kind
from factcheck.claims.mentions import Form, Mention, is_appositive_name, mentions, speaks
from factcheck.claims.salience import Place, candidates, is_alone, is_rivalled
from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.verbs import SUBJECTS
from factcheck.claims.weighing import Weights
from factcheck.document import Span

_LIKELY = 0.5  # an antecedent that is likelier is remembered, told or not
_ALONE = 0.8  # of the likelihood that is asked for is enough where there is no other candidate near
_LONGER = 4  # words that a name may have more than what it is put in for
_SPEAKERS = frozenset({"i", "me", "my"})
"""A sentence with one of them is somebody's own words, and whom those mean the article need not have said."""


class Chooser(Protocol):
    """Weighs the candidates of a pronoun."""

    def weigh(self, place: Place, found: Sequence[Entity]) -> list[float]:
        """How likely each candidate is, and at the end none of them; the sum is 1."""

    def least(self, place: Place) -> float:
        """How likely an antecedent must be to be told."""


@dataclass(frozen=True, slots=True)
class Referent:
    """What an expression stands for.

    Attributes:
        text: As it is said in the expression's place.
        source: The place in the file of the phrase that the text comes from.
        words: The expression.
        possessive: Whether the expression is a possessive.
    """

    text: str
    source: Span
    words: tuple[int, ...]
    possessive: bool


class Discourse:
    """What has been spoken of so far; feed it the units in order."""

    def __init__(self, chooser: Chooser | None = None) -> None:
        self._chooser = chooser or Weights.bundled()
        self._entities = Entities()
        self._unit = 0
        self._by_head: dict[int, Entity] = {}
        self._open: dict[Kind, int] = {}  # the unit of the latest pronoun that nobody is known for

    def read(self, tree: Tree, quoted: Collection[int], place: Callable[[Span], Span]) -> dict[int, Referent]:
        """The referents of a unit's expressions by their heads; what it speaks of is remembered for the next.

        Args:
            tree: The unit.
            quoted: Its words within quotation marks, which are somebody else's.
            place: Leads a span of the sentence to the file.
        """
        self._unit += 1
        found: dict[int, Referent] = {}
        self._by_head = {}
        own_words = any(tree.words[w] in _SPEAKERS and w not in quoted for w in range(len(tree)))
        for mention in mentions(tree, quoted, place):
            if mention.form is Form.PRONOUN:
                referent = None if own_words else self._pronoun(tree, mention)
            else:
                referent = self._nominal(tree, mention)
            if referent is not None:
                found[mention.word] = referent
        for subject, noun in attributes(tree):
            if subject in self._by_head:
                self._entities.call(self._by_head[subject], noun)
        return found

    def _pronoun(self, tree: Tree, mention: Mention) -> Referent | None:
        if _is_empty(tree, mention.word):
            return None
        (kind,) = mention.kinds
        place = Place(tree, self._unit, mention, kind, self._open.get(kind, 0))
        known = candidates(place, self._entities.recent(self._unit))
        odds = self._chooser.weigh(place, known)
        best = max(range(len(odds)), key=lambda i: odds[i])
        if best == len(known) or odds[best] < _LIKELY:
            self._open[kind] = self._unit
            return None
        last = known[best].seen[-1]
        sure = min(odds[best], last.sure)  # a chain of pronouns is no surer than its first
        least = self._chooser.least(place) * (_ALONE if is_alone(place, known[best], known) else 1.0)
        enough = sure >= least and not is_rivalled(place, known[best], known)
        entity = self._entities.add(self._unit, mention, "", known[best], sure=sure, enough=enough)
        entity.speaks = speaks(tree, mention.word)
        if not enough or not entity.text:
            return None
        return Referent(entity.text, entity.source, mention.words, tree.rels[mention.word] == "nmod:poss")

    def _nominal(self, tree: Tree, mention: Mention) -> Referent | None:
        noun = tree.words[mention.word]
        entity: Entity | None = None
        if mention.name:
            known = self._entities.named(mention)
            entity = known[0] if len(known) == 1 else None
            described = self._by_head.get(tree.heads[mention.word])
            if described is not None and is_appositive_name(tree, mention.word):
                noun = tree.words[tree.heads[mention.word]]
                if entity is not None:
                    self._entities.call(entity, noun)
                entity = entity or described
        elif is_short(tree, mention):
            entity = meant(tree, mention, self._entities, self._unit)
        found = None if entity is None else self._taken_up(tree, mention, entity)
        entity = self._entities.add(self._unit, mention, noun, entity)
        for calling in callings(tree, mention):
            self._entities.call(entity, calling)
        self._by_head.setdefault(mention.word, entity)
        if tree.rels[mention.word] in SUBJECTS:
            entity.speaks = speaks(tree, mention.word)
        return found

    def _taken_up(self, tree: Tree, mention: Mention, entity: Entity) -> Referent | None:
        """What a second mention stands for, if the first tells more."""
        if tree.children(mention.word, "appos", "conj") or mention.is_pair:
            return None
        words = tuple(w for w in mention.words if w == mention.word or tree.rels[w] not in ("case", "punct"))
        if words != tuple(range(words[0], words[-1] + 1)):
            return None
        fuller = is_surname(entity, mention) if mention.name else is_fuller(entity, mention, tree.words[mention.word])
        longer = len(entity.text.split()) - len(words)
        return Referent(entity.text, entity.source, words, False) if fuller and longer <= _LONGER else None


def _is_empty(tree: Tree, word: int) -> bool:
    """Whether "it" stands for nothing: "it was raining", "it is said that"."""
    if tree.words[word] != "it":
        return False
    if tree.rels[word] == "expl":
        return True
    head = tree.heads[word]
    return head != ROOT and any(tree.rels[c] in ("csubj", "ccomp", "expl") for c in tree.children(head))
