"""The phrases of a sentence that something can be said of again, and the pronouns that may do so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from factcheck.claims.kinds import MANY, PERSON, PRONOUNS, TITLES, Kinds, kinds_of
from factcheck.claims.phrases import has_number, is_definite, is_number, is_time, short_phrase
from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.verbs import SAYING, SUBJECTS
from factcheck.document import Span

LONGEST = 6  # words of a phrase that is said again
_PARTS = frozenset({"compound", "flat", "fixed", "goeswith", "nmod:desc", "appos", "list", "dep", "nmod:unmarked"})
_ROLES = {
    "obj": "object",
    "iobj": "object",
    "obl": "oblique",
    "obl:agent": "agent",
    "nmod": "inner",
    "nmod:poss": "owner",
}
_CORE = frozenset({"compound", "flat", "punct", "det"})
_WHERE = frozenset({"in", "at", "near", "into", "across", "throughout", "outside"})


class Form(Enum):
    """How a phrase refers."""

    NAME = auto()
    DEFINITE = auto()
    INDEFINITE = auto()
    PRONOUN = auto()


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase.

    Attributes:
        word: Its head.
        words: Its words, without relative clauses and asides.
        form: How it refers.
        kinds: The pronouns that it can take.
        role: What it is in its clause: "subject" of the main one, "inner subject", "object" ...
        name: The words of a proper name in lower case, titles left out.
        text: How it is said again; "" if it cannot be.
        source: Its place in the file.
        is_pair: Whether it is several joined by "and".
        is_where: Whether a preposition of place stands before it ("in Arden").
        is_compound: Whether another noun tells which ("the paper mill").
        is_named_pair: Whether it is two names joined by "and".
    """

    word: int
    words: tuple[int, ...]
    form: Form
    kinds: Kinds
    role: str
    name: tuple[str, ...]
    text: str
    source: Span
    is_pair: bool = False
    is_where: bool = False
    is_compound: bool = False
    is_named_pair: bool = False


def mentions(tree: Tree, quoted: Collection[int], place: Callable[[Span], Span]) -> list[Mention]:
    """The phrases of a sentence in order of their heads; "A and B" comes before "A".

    Args:
        tree: The sentence.
        quoted: Words that are left out.
        place: Leads a span of the sentence to the file.
    """
    return [mention for word in range(len(tree)) if word not in quoted for mention in _at(tree, word, place)]


def _at(tree: Tree, word: int, place: Callable[[Span], Span]) -> Iterator[Mention]:
    if tree.upos[word] == "PRON":
        if tree.words[word] in PRONOUNS:
            kinds = frozenset({PRONOUNS[tree.words[word]]})
            yield Mention(
                word, (word,), Form.PRONOUN, kinds, role_of(tree, word), (), "", place(tree.tokens[word].span)
            )
        return
    part = tree.rels[word] in _PARTS and not is_appositive_name(tree, word)
    if tree.upos[word] not in ("NOUN", "PROPN") or part or is_attribute(tree, word):
        return
    if is_time(tree, short_phrase(tree, word, tree.children(word, "nmod", "conj"))):
        return
    conjuncts = tree.children(word, "conj")
    if conjuncts:
        yield _nominal(tree, word, short_phrase(tree, word, ()), place, is_pair=True)
    yield _nominal(tree, word, short_phrase(tree, word, conjuncts), place)


def is_appositive_name(tree: Tree, word: int) -> bool:
    """Whether a name follows a description of its bearer: "the mayor, Anna Reuel"."""
    return tree.rels[word] == "appos" and tree.upos[word] == "PROPN" and tree.upos[tree.heads[word]] == "NOUN"


def is_attribute(tree: Tree, word: int) -> bool:
    """Whether a noun tells what something is: "Orme is a baker"."""
    return tree.child(word, "cop") is not None or (tree.rels[word] == "xcomp")


def _nominal(
    tree: Tree, word: int, words: list[int], place: Callable[[Span], Span], *, is_pair: bool = False
) -> Mention:
    form = Form.NAME if tree.upos[word] == "PROPN" else Form.DEFINITE if is_definite(tree, word) else Form.INDEFINITE
    conjuncts = tree.children(word, "conj")
    kinds = MANY if is_pair else kinds_of(tree, word, words)
    beside: set[int] = set()
    if form is Form.NAME and kinds <= PERSON:  # "Ruth Orme of Arden" is Ruth Orme
        beside = {
            w for part in words if tree.rels[part] in ("nmod", "obl") and part != word for w in tree.subtree(part)
        }
    text, said = spoken(tree, word, [w for w in words if w not in beside])
    core = [w for w in words if w == word or (tree.heads[w] == word and _is_name_part(tree, w))]
    return Mention(
        word=word,
        words=tuple(words),
        form=form,
        kinds=kinds,
        role=role_of(tree, word),
        name=() if is_pair or form is not Form.NAME else _name(tree, word, core),
        text=text,
        source=place(Span(tree.tokens[said[0]].span.start, tree.tokens[said[-1]].span.end)),
        is_pair=is_pair,
        is_compound=bool(tree.children(word, "compound")) and not any(tree.rels[w] == "conj" for w in words),
        is_named_pair=is_pair and len(conjuncts) == 1 and all(tree.upos[w] == "PROPN" for w in (word, *conjuncts)),
        is_where=tree.has(word, "case", *_WHERE),
    )


def _is_name_part(tree: Tree, word: int) -> bool:
    return tree.rels[word] in ("flat", "compound") and tree.upos[word] == "PROPN"


def _name(tree: Tree, word: int, core: list[int]) -> tuple[str, ...]:
    texts = [tree.words[w].rstrip(".") for w in core]
    return tuple(text for text in texts if text not in TITLES) or (tree.words[word],)


def role_of(tree: Tree, word: int) -> str:
    """What a phrase is in its clause."""
    rel = tree.rels[word]
    if rel == "conj" and tree.upos[tree.heads[word]] in ("NOUN", "PROPN"):
        return role_of(tree, tree.heads[word])
    if rel in SUBJECTS:
        head = tree.heads[word]
        return "subject" if head == tree.root or tree.rels[head] in ("parataxis", "conj") else "inner subject"
    return _ROLES.get(rel, "other")


def spoken(tree: Tree, word: int, words: list[int]) -> tuple[str, list[int]]:
    """How a phrase is said when it comes again, and the words that this comes from: "a mill" is "the mill".

    The text is "" if the phrase would be long or is no one thing.
    """
    if tree.upos[word] != "PROPN" and any(tree.upos[w] == "PRON" for w in words):
        return "", words  # "his mill": whose would have to be told as well
    words = _trimmed(tree, word, words)
    if len(words) > LONGEST or has_number(tree, words):
        kept = {word}
        for w in sorted(words, key=lambda w: len(list(tree.ancestors(w)))):
            if (
                tree.heads[w] in kept
                and tree.rels[w] in ("compound", "flat", "punct", "det")
                and not is_number(tree, w)
            ):
                kept.add(w)
        words = sorted(kept)
        if len(words) > LONGEST or word not in words:
            return "", words or [word]
    text = spaced(tree, words, lower=("DET",) if tree.upos[word] == "PROPN" else ("DET", "ADJ", "NOUN"))
    first = tree.words[words[0]]
    if tree.upos[word] == "PROPN" or tree.child(word, "nmod:poss") is not None:
        return text, words
    if first in ("the", "this", "that", "these", "those") or (first in ("a", "an") and tree.rels[words[0]] == "det"):
        return "the" + text[len(first) :], words
    if tree.child(word, "det") is not None or tree.child(word, "conj") is not None:
        return "", words
    return "the " + text, words


def _trimmed(tree: Tree, word: int, words: list[int]) -> list[int]:
    """Without prepositions before it ("in", "only by"), a clitic behind it, and times inside ("Orme in May")."""
    times = [c for c in tree.children(word, "nmod") if is_time(tree, tree.subtree(c))]
    kept = [w for w in words if not any(w in tree.subtree(c) for c in times)]
    while kept[0] != word and tree.upos[kept[0]] in ("ADP", "SCONJ", "PUNCT", "ADV"):
        kept = kept[1:]
    return kept[:-1] if kept[-1] != word and tree.words[kept[-1]] in ("'s", "'") else kept


def spaced(tree: Tree, words: list[int], lower: Collection[str]) -> str:
    """Words as they stand in the text, the sentence's capital taken off a first word of one of the parts of speech."""
    out = ""
    for i, word in enumerate(words):
        token = tree.tokens[word]
        glued = i > 0 and tree.tokens[words[i - 1]].span.end == token.span.start
        text = token.text
        if i == 0 and word == 0 and tree.upos[word] in lower and (text[1:].islower() or text == "A"):
            text = text.lower()
        out += text if glued or i == 0 else " " + text
    return out


def speaks(tree: Tree, word: int) -> bool:
    """Whether a phrase is the subject of a verb of saying."""
    head = tree.heads[word]
    return head != ROOT and tree.rels[word] in SUBJECTS and tree.words[head] in SAYING
