"""Clauses whose verb is not said again: "Half got a pill and the rest a drink", "rents rose by 2% and fuel by 5%".

Universal Dependencies hang what is left of such a clause on its subject as `orphan`; parsers rarely do. `read_gap` sets
the tree right, `told_in_full` says the clause with its verb.
"""

from __future__ import annotations

from factcheck.claims.draft import Draft, Pieces, joined
from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.verbs import AUXILIARIES, be, is_plural, is_predicate, subject, tense

_NOMINAL = ("NOUN", "PROPN", "NUM", "SYM", "PRON")
_BE = frozenset({"is", "are", "was", "were"})
_HAVE = {True: {"has": "have"}, False: {"have": "has"}}


def read_gap(tree: Tree, word: int) -> None:
    """Hang the parts of a clause without its verb on its subject, and that on the verb."""
    if tree.rels[word] != "conj" or tree.upos[word] not in _NOMINAL or tree.children(word, *AUXILIARIES):
        return
    head = tree.heads[word]
    own = subject(tree, word)
    above = tree.heads[head]
    if own is not None and above != ROOT and tree.upos[above] == "VERB" and tree.rels[head] in ("obj", "obl"):
        tree.attach(own, above, "conj")
        tree.attach(word, own, "orphan")
        for child in tree.children(word, "cc"):
            tree.attach(child, own, "cc")
    elif above != ROOT and tree.rels[head] == "obl" and is_predicate(tree, above) and (rest := _rest(tree, head, word)):
        for child in rest:
            tree.attach(child, word, "orphan")
        tree.attach(word, above, "conj")
    elif tree.upos[head] == "VERB" and own is None:
        later = [child for child in tree.children(head, "obl") if child > word]
        earlier = {case for child in tree.children(head, "obl") if child < word for case in _cases(tree, child)}
        for child in later:
            if _cases(tree, child) & earlier:
                tree.attach(child, word, "orphan")


def _cases(tree: Tree, noun: int) -> set[str]:
    return {tree.words[case] for case in tree.children(noun, "case")}


def _rest(tree: Tree, first: int, word: int) -> list[int]:
    """What hangs on a member with the preposition of the first, which the member itself lacks."""
    if tree.child(word, "case") is not None:
        return []
    wanted = _cases(tree, first) - {"of"}
    own = [child for child in tree.children(word, "nmod") if _cases(tree, child) & wanted]
    later = [c for c in tree.children(tree.heads[first], "obl") if c > word and _cases(tree, c) & wanted]
    return own or later[:1]


def told_in_full(tree: Tree, word: int, before: Pieces) -> Draft:
    """Such a clause with the verb of the one before it.

    Args:
        tree: The sentence.
        word: The clause's subject, a conjunct of the verb; or its object, where the subject is that of the verb
            ("won gold in the one race and silver in the other").
        before: The subject of the clause before.
    """
    verb = tree.heads[word]
    rests = tree.children(word, "orphan")
    who = [w for w in tree.subtree(word, without=[*rests, *tree.children(word, "cc")]) if tree.upos[w] != "PUNCT"]
    plural = is_plural(tree, word)
    said: Pieces = ()
    for aux in tree.children(verb, *AUXILIARIES):
        form = tree.words[aux]
        said = joined(said, be(tense(tree, verb), plural) if form in _BE else _HAVE[plural].get(form, form))
    rest = sorted(w for child in rests for w in tree.subtree(child))
    prt = tuple(tree.children(verb, "compound:prt"))
    if tree.child(verb, "obj") is not None and all(tree.child(child, "case") is not None for child in rests):
        return Draft(joined(before, tuple(tree.children(verb, "aux")), (verb,), prt, tuple(who), tuple(rest)), word)
    return Draft(joined(tuple(who), said, (verb,), prt, tuple(rest)), word)
