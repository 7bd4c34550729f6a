"""Attachments that the parser often gets wrong and that form alone can set right."""

from __future__ import annotations

from factcheck.claims.cuts import RELATIVE_WORDS
from factcheck.claims.inflection import is_past_form
from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.verbs import is_infinitive, is_ing, is_predicate, subject, tense
from factcheck.claims.vocabulary import word_set

_NAME_PARTS = frozenset({"flat", "compound", "nmod:unmarked", "conj"})
_WHERE = word_set("in at from near of to outside around off")
_PLACES = word_set(
    "country city town village port capital region island state province district suburb river lake resort county area"
)
_BARE = frozenset({"cc", "punct", "aux", "aux:pass", "advmod"})
_FINITE_AUX = word_set("was were is are has had will would")


def repair(tree: Tree) -> Tree:
    """The tree with whole names, relatives on the name before them, and main verbs on the main clause."""
    _find_root(tree)
    for word in range(len(tree)):
        _join_name(tree, word)
        _read_relative(tree, word)
        _move_to_name(tree, word)
        if tree.rels[word] == "conj" and subject(tree, word) is not None:
            _lift_clause(tree, word)
        elif tree.rels[word] == "conj" and tree.upos[word] == "VERB":
            _lift_conjunct(tree, word)
            _give_adjuncts(tree, word)
    return tree


def _give_adjuncts(tree: Tree, word: int) -> None:
    """What follows a bare second verb is its own: "cost 40m and opened in 2011"."""
    if not tree.has(word, "cc", "and", "but") or any(tree.rels[c] not in _BARE for c in tree.children(word)):
        return
    for child in tree.children(tree.heads[word], "obl", "obl:unmarked", "obl:agent"):
        if child > word:
            tree.attach(child, word, tree.rels[child])


def _lift_clause(tree: Tree, word: int) -> None:
    """A clause of its own after "said that ..., and": without another "that" it is no longer what was said."""
    head = tree.heads[word]
    above = tree.heads[head]
    first = tree.subtree(word)[0]
    comma = tree.words[first] == "," or tree.words[first - 1] == ","
    that = tree.has(head, "mark", "that") and not tree.has(word, "mark", "that")
    if tree.rels[head] == "ccomp" and above != ROOT and comma and that:
        tree.attach(word, above, "conj")


def _lift_conjunct(tree: Tree, word: int) -> None:
    """A verb that goes on with the main clause, not with the infinitive or the aside before it."""
    head = tree.heads[word]
    target = _finite_above(tree, head)
    if target is None or target > word:
        return
    if is_infinitive(tree, head):
        if not is_infinitive(tree, word) and _is_finite(tree, word):
            tree.attach(word, target, "conj")
    elif tree.rels[head] in ("advcl", "acl:relcl", "acl") and not is_ing(tree, word):
        # "..., when lightning struck, and burned for a week": the comma before "and" closes the aside.
        first = tree.subtree(word)[0]
        closed = (tree.words[first] == "," and tree.children(word, "cc")) or tree.words[first - 1] == ","
        differs = tense(tree, word) is not tense(tree, head) and tense(tree, word) is tense(tree, target)
        if (closed and tree.words[tree.subtree(head)[0]] == ",") or (differs and not is_ing(tree, head)):
            tree.attach(word, target, "conj")


def _find_root(tree: Tree) -> None:
    """A sentence's verb that was taken for a description of its subject: "Reminders about the last one went out."."""
    old = tree.root
    if not len(tree) or tree.words[-1] != "." or is_predicate(tree, old):
        return
    for verb in tree.children(old, "acl", "acl:relcl", "parataxis", "appos"):
        own = subject(tree, verb)
        alone = own is None or (tree.words[own] not in RELATIVE_WORDS and tree.rels[verb] == "acl")
        if verb > old and tree.upos[verb] == "VERB" and alone and (own is not None or _is_finite(tree, verb)):
            tree.reroot(verb, "nsubj" if own is None else "obl")
            for other in tree.children(old, "conj"):
                if other > verb and tree.upos[other] == "VERB":
                    tree.attach(other, verb, "conj")
            return


def _join_name(tree: Tree, word: int) -> None:
    """Two capitals side by side are one name, whatever else the second hangs on."""
    after = word + 1
    if after >= len(tree) or tree.upos[word] != "PROPN" or tree.upos[after] != "PROPN":
        return
    apart = tree.heads[word] != after and tree.heads[after] != word and tree.heads[word] != tree.heads[after]
    if apart and tree.rels[word] == "appos" and word not in tree.ancestors(after) and after not in tree.ancestors(word):
        if tree.heads[after] != ROOT:
            tree.attach(after, word, "flat")
    elif tree.rels[word] == "appos" and tree.heads[word] == after and tree.rels[after] in ("nsubj", "obj", "nmod"):
        tree.rels[word] = "flat"


def _read_relative(tree: Tree, word: int) -> None:
    """A clause whose subject is "who" tells of the noun before its comma, not of the verb."""
    own = subject(tree, word)
    if tree.rels[word] != "advcl" or own is None or tree.words[own] != "who" or tree.upos[tree.heads[word]] != "VERB":
        return
    name = _name_before(tree, word)
    if name is not None:
        tree.attach(word, name, "acl:relcl")


def _name_before(tree: Tree, word: int) -> int | None:
    """The head of the name that ends right before the comma that sets a phrase off."""
    first = tree.subtree(word)[0]
    comma = first if tree.words[first] == "," else first - 1
    if comma < 1 or tree.words[comma] != "," or tree.upos[comma - 1] != "PROPN":
        return None
    name = comma - 1
    while tree.rels[name] in _NAME_PARTS and tree.upos[tree.heads[name]] == "PROPN":
        name = tree.heads[name]
    return None if word in (name, *tree.ancestors(name)) or name == tree.heads[word] else name


def _move_to_name(tree: Tree, word: int) -> None:
    """Hang a clause or a description on the name right before its comma: "as many as Rotherham, whose volunteers"."""
    host = tree.heads[word]
    if tree.rels[word] not in ("acl:relcl", "appos") or tree.upos[host] == "PROPN":
        return
    name = _name_before(tree, word)
    if name is None or tree.rels[name] == "nmod:poss":
        return
    cases = {tree.words[c] for c in tree.children(name, "case")}
    if tree.rels[word] == "appos":
        fits = bool(cases & _WHERE) and tree.words[word] in _PLACES
    elif any(tree.words[w] in ("who", "whose", "whom") for w in tree.subtree(word)[:4]):
        fits = not cases & _WHERE  # "the nurse from Leeds, who"
    else:
        fits = bool(cases) and "of" not in cases and host in tree.ancestors(name)
    if fits:
        tree.attach(word, name, tree.rels[word])


def _is_finite(tree: Tree, word: int) -> bool:
    """Whether a verb's form excludes an infinitive: "sees", "was closed", "sank"."""
    auxiliaries = tree.children(word, "aux", "aux:pass", "cop")
    if auxiliaries:
        return tree.words[auxiliaries[0]] in _FINITE_AUX
    text = tree.words[word]
    if tree.upos[word] != "VERB":
        return False
    return (text.endswith("s") and not text.endswith("ss")) or (is_past_form(text) and text not in _SAME)


_SAME = word_set("cut put set hit let shut cost hurt read spread split bet bid cast quit rid shed")


def _finite_above(tree: Tree, word: int) -> int | None:
    """The nearest governor that is not an infinitive."""
    while tree.heads[word] != ROOT:
        word = tree.heads[word]
        if tree.upos[word] in ("VERB", "AUX") and not is_infinitive(tree, word):
            return word
    return None
