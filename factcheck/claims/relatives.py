"""Relative clauses hung on the noun that they tell of, and what stands in them given to them."""

from __future__ import annotations

from factcheck.claims.names import name_before
from factcheck.claims.phrases import is_number
from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.verbs import finite_word, subject

_NOUNS = ("NOUN", "PROPN")


def read_relative(tree: Tree, word: int) -> None:
    """A clause whose subject is "who" tells of the noun before its comma, not of the verb."""
    own = subject(tree, word)
    host = tree.heads[word]
    if tree.rels[word] == "acl:relcl" and tree.rels[host] == "nmod" and tree.words[tree.heads[host]] == "one":
        finite = finite_word(tree, word)
        if tree.words[tree.subtree(word)[0]] == "," and tree.words[finite] not in ("are", "were", "have"):
            tree.attach(word, tree.heads[host], "acl:relcl")  # "one of the nurses, who had left"
        return
    if tree.rels[word] != "advcl" or own is None or tree.words[own] != "who" or tree.upos[tree.heads[word]] != "VERB":
        return
    name = name_before(tree, word)
    if name is not None:
        tree.attach(word, name, "acl:relcl")


def hang_on_neighbour(tree: Tree, word: int) -> None:
    """What says which one is meant tells of the noun before it: "61% of the fires whose origin is known"."""
    if tree.rels[word] != "acl:relcl":
        return
    first = tree.subtree(word)[0]
    host, near = tree.heads[word], first - 1
    if tree.upos[first] == "PUNCT" or near <= host or tree.upos[near] not in _NOUNS or host not in tree.ancestors(near):
        return
    described = tree.rels[near] == "appos" and tree.heads[near] == host  # "Ardel, a firm that"
    part = tree.rels[near] == "nmod" and tree.has(near, "case", "of") and _is_amount(tree, host)
    if described or part:
        tree.attach(word, near, "acl:relcl")


def _is_amount(tree: Tree, word: int) -> bool:
    return (is_number(tree, word) or tree.upos[word] == "SYM") and tree.words[word] != "one"


def give_to_relative(tree: Tree, word: int) -> None:
    """What stands before the comma that ends a relative clause is its own: "Ardel, which put it at 4m, called"."""
    verb = tree.heads[word]
    if verb == ROOT or tree.rels[word] not in ("obl", "obl:unmarked", "advcl") or word > verb:
        return
    words = tree.subtree(word)
    after = words[-1] + 1
    if after >= len(tree) or tree.words[after] != "," or tree.upos[words[0]] == "PUNCT":
        return
    for clause in range(words[0] - 1, -1, -1):
        if tree.rels[clause] != "acl:relcl":
            continue
        inner = tree.subtree(clause)
        if inner[-1] == words[0] - 1 and tree.words[inner[0]] == "," and clause not in (word, *tree.ancestors(word)):
            tree.attach(word, clause, tree.rels[word])
        return
