"""Whether what a unit says can be checked: it must assert something of the world."""

from __future__ import annotations

from factcheck.claims.inflection import is_past_participle
from factcheck.claims.tree import Tree
from factcheck.claims.verbs import is_predicate, subject
from factcheck.claims.vocabulary import word_set
from factcheck.document import BlockKind
from factcheck.sentences import Sentence

_CLAUSES = ("root", "ccomp", "parataxis", "conj", "advcl")
_FRAGMENT = 6  # words; a stretch with a final stop that is longer is a sentence
_PLEASANTRIES = word_set("thanks thank welcome congratulations sorry hello please enjoy")
_OPINION = word_set(
    "beautiful lovely wonderful amazing fantastic delightful terrible horrible awful grim nice "
    "exciting superb stunning brilliant marvellous gorgeous"
)
_BYLINE = word_set("photo photograph image picture copyright © reporting editing")


def is_statement(tree: Tree) -> bool:
    """Whether a unit asserts something: no question and no bare phrase."""
    if not len(tree) or "?" in tree.words[-3:]:
        return False
    if any(is_predicate(tree, word) for word in range(len(tree)) if tree.rels[word] in _CLAUSES):
        return True
    # A whole sentence whose verb the parser took for a noun: "The firm plans to hire".
    return tree.words[-1] == "." and len(tree) > _FRAGMENT


def is_checked(sentence: Sentence, tree: Tree, *, labelled: bool) -> bool:
    """Whether claims of a unit are to be checked.

    Headings are checked when they are clauses with a subject and a verb that is not in the -ing form.

    Args:
        sentence: Where the unit stands.
        tree: The unit.
        labelled: Whether a label says what its bare phrase is about ("Removed: the old importer").
    """
    if sentence.kind in (BlockKind.CAPTION, BlockKind.CODE):
        return False
    if sentence.kind is BlockKind.HEADING and not _is_full_clause(tree):
        return False
    if not is_statement(tree):
        return labelled and "?" not in tree.words
    if tree.words[0] in _PLEASANTRIES or tree.words[0] in _BYLINE:
        return False
    return not _is_order(tree) and not _is_opinion(tree)


def _is_opinion(tree: Tree) -> bool:
    """Whether a unit judges ("It was a lovely evening") or tells the writer's own mind ("I think ...")."""
    root = tree.root
    own = subject(tree, root)
    if own is not None and tree.words[own] == "i":
        return True
    near = {root, *tree.children(root, "amod", "obj", "xcomp")}
    near |= {word for child in tree.children(root, "obj", "xcomp") for word in tree.children(child, "amod")}
    return any(tree.words[word] in _OPINION for word in near)


def _is_order(tree: Tree) -> bool:
    """Whether a unit starts with a bare verb and has no subject: "Click the button"."""
    root = tree.root
    word = tree.words[root]
    bare = not is_past_participle(word) and not word.endswith("ing")
    return root == 0 and tree.upos[root] == "VERB" and subject(tree, root) is None and bare


def _is_full_clause(tree: Tree) -> bool:
    root = tree.root
    return (
        bool(len(tree))
        and subject(tree, root) is not None
        and tree.upos[root] in ("VERB", "AUX", "ADJ", "NOUN")
        and is_predicate(tree, root)
        and len(tree) > 3
        and tree.words[0] not in ("how", "what", "why", "where", "who", "when", "which")
    )
