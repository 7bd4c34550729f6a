"""Direct speech: who said what in so many words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.verbs import SAYING, subject

_LEAST = 4  # words; a shorter quotation is a term, not speech
_LEAST_SPOKEN = 2  # words, where a comma or stop before the closing mark tells that it is speech
_STOPS = (",", ".", "!", "?", "…")
_NOMINAL = ("PROPN", "NOUN", "PRON", "NUM")
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """Direct speech in a sentence.

    Attributes:
        words: The quoted words with their marks, sorted.
        verb: The verb of saying outside the marks, if any.
        speaker: Head of its subject.
        stands_alone: Whether the words can be checked without knowing who speaks.
    """

    words: tuple[int, ...]
    verb: int | None
    speaker: int | None
    stands_alone: bool


def quotation_of(tree: Tree, quoted: Collection[int]) -> Quotation | None:
    """The direct speech of a sentence; None if it has none or only quotes a term.

    Args:
        tree: The sentence.
        quoted: The words within quotation marks, marks included.
    """
    words = tuple(sorted(quoted))
    if len(words) > 2 and tree.words[words[-2]] == ",":  # the comma before the closing mark belongs to "said"
        words = (*words[:-2], words[-1])
    inner = [word for word in words if tree.upos[word] != "PUNCT"]
    spoken = len(quoted) > 2 and tree.words[sorted(quoted)[-2]] in _STOPS
    if len(inner) < (_LEAST_SPOKEN if spoken else _LEAST) or not any(
        tree.upos[word] in ("VERB", "AUX") for word in inner
    ):
        return None
    alone = not any(tree.words[word] in _FIRST_PERSON for word in inner)
    outside = [word for word in range(len(tree)) if word not in quoted and tree.upos[word] != "PUNCT"]
    if not outside:
        return Quotation(words, None, None, alone)
    top = _top(tree, inner)
    for word in outside:
        speaker = subject(tree, word)
        if tree.words[word] not in SAYING and tree.upos[word] != "VERB":
            continue
        if speaker is None or speaker in quoted or _is_no_speaker(tree, speaker):
            continue
        if tree.child(word, "aux:pass") is not None:  # "he was quoted as saying"
            continue
        linked = tree.heads[top] == word or (
            tree.heads[word] == top and tree.rels[word] in ("parataxis", "ccomp", "conj")
        )
        if linked and tree.rels[top] not in ("obl", "obj", "nmod", "xcomp", "amod"):
            return Quotation(words, word, speaker, alone)
    return _beside(tree, words, set(outside), alone)


def _is_no_speaker(tree: Tree, speaker: int) -> bool:
    """Whether a pronoun stands for somebody named before: "scholars who call it ..."."""
    return tree.words[speaker] in ("who", "which", "that", "whose", "it", "there")


def _beside(tree: Tree, words: tuple[int, ...], outside: set[int], alone: bool) -> Quotation | None:
    """A verb of saying right after the closing mark, whatever the parser made of it."""
    for verb in (words[-1] + 1, words[-1] + 2, words[-1] + 3):
        if verb in outside and verb < len(tree) and tree.words[verb] in SAYING:
            near = [w for w in (verb - 1, verb + 1, verb + 2, verb + 3) if w in outside]
            names = [w for w in near if tree.upos[w] in _NOMINAL]
            for name in names:
                while tree.heads[name] in outside and tree.upos[tree.heads[name]] in _NOMINAL:
                    name = tree.heads[name]
                if tree.heads[name] != verb and tree.heads[name] in words and verb not in tree.subtree(name):
                    tree.attach(name, verb, "nsubj")  # the parser made the speaker part of what is said
                return Quotation(words, verb, name, alone)
    return None


def _top(tree: Tree, inner: list[int]) -> int:
    """The quoted word that all the others hang on, or the first that hangs on a word outside."""
    members = set(inner)
    return next(word for word in inner if tree.heads[word] == ROOT or tree.heads[word] not in members)
