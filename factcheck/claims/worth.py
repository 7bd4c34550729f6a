"""Whether what a unit says can be checked: it must assert something of the world.

What cannot be is marked, never dropped. Where in doubt it is checked: a fact that is passed over costs more than a
sentence that no source settles.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from factcheck.claims.boilerplate import is_boilerplate, is_courtesy
from factcheck.claims.draft import Draft
from factcheck.claims.inflection import is_past_form, is_past_participle, past, present
from factcheck.claims.opinion import is_opinion
from factcheck.claims.prediction import is_prediction
from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.verbs import is_predicate, subject
from factcheck.claims.vocabulary import word_set
from factcheck.document import BlockKind
from factcheck.sentences import Sentence

_CLAUSES = ("root", "ccomp", "parataxis", "conj", "advcl")
_FRAGMENT = 6  # words; a stretch with a final stop that is longer is a sentence
_PLEASANTRIES = word_set("thanks thank welcome congratulations sorry hello please enjoy")
_REMINDING = word_set("note remember recall")
_RELEASED = word_set("fix bump deprecate rename refactor")
_SUPPORTED = word_set("add drop remove support allow improve")
_WHAT = word_set("support option crash bug error warning")
_BEFORE_ORDER = (
    "advmod",
    "advcl",
    "obl",
    "obl:unmarked",
    "punct",
    "mark",
    "cc",
    "discourse",
    "aux",
    "case",
    "parataxis",
)
_FIRST_PERSON = frozenset({"i", "we"})


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
    if is_boilerplate(sentence.text) or is_courtesy(sentence.text):
        return False
    if not is_statement(tree):
        return labelled and "?" not in tree.words
    return not (_is_pleasantry(tree) or _is_outcry(tree) or _is_request(tree))


def _is_request(tree: Tree) -> bool:
    """Whether something is asked of the reader: "If it fails, please open an issue"."""
    for at, word in enumerate(tree.words[:-1]):
        if word == "please" and tree.rels[at] in ("discourse", "advmod", "root"):
            return tree.words[at + 1] not in _REMINDING
    return False


def is_worth_checking(tree: Tree, draft: Draft, quoted: Collection[int], kind: BlockKind) -> bool:
    """Whether a source could settle a claim: it is somebody else's word, or no order, opinion or prediction.

    Args:
        tree: The unit.
        draft: A claim of it.
        quoted: The words within quotation marks.
        kind: Where the unit stands.
    """
    named = [word for word in draft.attribution if isinstance(word, str) or word >= len(tree)]
    source = [word for word in draft.attribution if isinstance(word, int) and word < len(tree)]
    if named or any(tree.words[word] not in _FIRST_PERSON for word in source):
        return True
    words = {word for word in draft.words if word < len(tree) and word not in quoted}
    head = _head(tree, words)
    if head is None:
        return True
    return not (_is_order(tree, head, kind) or is_opinion(tree, head, words) or is_prediction(tree, head, words))


def _head(tree: Tree, words: Collection[int]) -> int | None:
    """The predicate of a claim: its word that hangs on none of its other words."""
    tops = [word for word in sorted(words) if tree.heads[word] == ROOT or tree.heads[word] not in words]
    return next((word for word in tops if is_predicate(tree, word)), None)


def _is_pleasantry(tree: Tree) -> bool:
    if tree.words[0] not in _PLEASANTRIES:
        return False
    # "Thanks to a new pump, the mine is dry", "Please note that the ford is closed"
    return subject(tree, tree.root) is None and not _reminds(tree)


def _is_outcry(tree: Tree) -> bool:
    """Whether a unit exclaims: "And what a journey it was!", "As if that were not enough!"."""
    if tree.words[-1] != "!":
        return False
    start = tree.words[:4]
    return any(pair in (("what", "a"), ("what", "an"), ("as", "if")) for pair in pairwise(start))


def _is_order(tree: Tree, head: int, kind: BlockKind) -> bool:
    """Whether a claim tells the reader what to do: "Click the button", "To start, run the script"."""
    first = tree.root
    if head not in (first, *tree.children(first, "conj")) or subject(tree, head) is not None:
        return False
    word = tree.words[first]
    if tree.upos[first] != "VERB" or subject(tree, first) is not None or not _is_base(tree, first):
        return False
    if _reminds(tree) or (first == 0 and word in _RELEASED) or (first > 0 and tree.tokens[first].text[0].isupper()):
        return False
    if first == 0 and word in _SUPPORTED:  # a line of release notes
        what = tree.child(first, "obj")
        if kind is BlockKind.LIST_ITEM or (what is not None and tree.words[what] in _WHAT):
            return False
    before = [child for child in tree.children(first) if child < first]
    near = next((tree.upos[w] for w in range(first - 1, -1, -1) if tree.upos[w] != "ADV"), "PUNCT")
    if near in ("NOUN", "PROPN", "NUM", "PRON", "ADJ"):  # its subject, whatever the parser took it for
        return False
    helped = any(tree.rels[child] == "aux" and tree.words[child] not in ("do", "n't") for child in before)
    return not helped and all(tree.rels[child] in _BEFORE_ORDER for child in before)


def _is_base(tree: Tree, root: int) -> bool:
    """Whether a verb has its bare form; "run" and "set" do when they have an object."""
    word = tree.words[root]
    if word.endswith("ing") and len(word) > 5:
        return False
    if is_past_participle(word) or is_past_form(word):
        return past(word) in (word, "ran", "came") and tree.child(root, "obj") is not None
    return present(word, plural=True) == word and not (word.endswith("s") and not word.endswith("ss"))


def _reminds(tree: Tree) -> bool:
    """Whether an order only leads to a statement: "Note that the port is closed"."""
    root = tree.root
    return tree.words[root] in _REMINDING and any(subject(tree, c) is not None for c in tree.children(root, "ccomp"))


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
