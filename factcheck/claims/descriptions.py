"""What things are called beside their names, and the short phrases that take them up: "the mayor", "Orme"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.entities import Entities, Entity
from factcheck.claims.kinds import MANY, PERSON, TITLES
from factcheck.claims.mentions import Form, Mention
from factcheck.claims.tree import Tree
from factcheck.claims.verbs import subject
from factcheck.claims.vocabulary import word_set

_PAIRS = word_set("pair couple duo")
_TITLE_PARTS = ("compound", "flat", "nmod:desc", "nmod:unmarked")
_MOST = 4  # words of a nameless phrase that is said again
_NEAR = 12  # units; a description takes up what has been spoken of not long ago
_VAGUE = word_set(
    "part kind type sort way number case time one member result problem thing group area press media "
    "public people world"
)
"""Nouns that tell too little to know a thing again by, or that need no other to be understood."""


def callings(tree: Tree, mention: Mention) -> Iterator[str]:
    """The nouns that a phrase is called by beside its own head: appositions, titles, the last word of a name.

    Args:
        tree: Its sentence.
        mention: A phrase that is no pronoun.
    """
    word = mention.word
    for child in tree.children(word, "appos"):
        if tree.upos[child] == "NOUN" and child > word and not tree.children(child, "conj"):
            yield tree.words[child]
    if mention.form is not Form.NAME:
        return
    titled = mention.kinds & PERSON
    for child in tree.children(word, *_TITLE_PARTS):
        if titled and child < word and (tree.upos[child] == "NOUN" or tree.words[child] in TITLES):
            yield tree.words[child]
    if len(mention.name) > 1 and not mention.kinds & PERSON:
        yield mention.name[-1]


def attributes(tree: Tree) -> Iterator[tuple[int, str]]:
    """The subjects of a sentence with the noun that it says they are: "Orme is a baker"."""
    for word in range(len(tree)):
        if tree.upos[word] != "NOUN" or tree.child(word, "cop") is None or tree.has(word, "advmod", "not", "n't"):
            continue
        own = subject(tree, word)
        if own is not None and not tree.children(word, "conj"):
            yield own, tree.words[word]


def is_short(tree: Tree, mention: Mention) -> bool:
    """Whether a phrase is only "the" and a noun, with nothing that tells which."""
    word = mention.word
    if mention.form is not Form.DEFINITE or mention.is_pair or tree.words[word] in _VAGUE:
        return False
    parts = [c for c in tree.children(word) if tree.rels[c] not in ("case", "punct", "cc", "appos")]
    return len(parts) == 1 and tree.words[parts[0]] == "the" and parts[0] == word - 1


def meant(tree: Tree, mention: Mention, entities: Entities, unit: int) -> Entity | None:
    """The one entity that a short description can take up; None if there is none or are several."""
    noun = tree.words[mention.word]
    if noun in _PAIRS:
        seen = [(e, e.seen[-1]) for e in entities.recent(unit)]
        pairs = [e for e, last in seen if last.mention.is_named_pair and last.unit >= unit - 1]
        return pairs[0] if len(pairs) == 1 else None
    known = entities.called(noun, mention.kinds)
    return known[0] if len(known) == 1 and known[0].seen[-1].unit >= unit - _NEAR else None


def is_fuller(entity: Entity, mention: Mention, noun: str) -> bool:
    """Whether an entity's text tells more than a description: a name, or the noun with what goes before it."""
    first = entity.seen[0].mention
    if not entity.text or entity.text.lower() in mention.text.lower():
        return False
    if entity.is_named or (first.is_named_pair and noun in _PAIRS):
        return True
    return mention.kinds != MANY and len(first.words) <= _MOST and first.is_compound


def is_surname(entity: Entity, mention: Mention) -> bool:
    """Whether a name is the end of a person's full name."""
    full = entity.full
    return entity.kinds <= PERSON and len(mention.name) < len(full) and full[-len(mention.name) :] == mention.name
