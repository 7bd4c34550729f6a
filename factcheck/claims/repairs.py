"""Attachments that the parser often gets wrong and that form alone can set right."""

from __future__ import annotations

from factcheck.claims.cuts import RELATIVE_WORDS, measured
from factcheck.claims.gaps import read_gap
from factcheck.claims.inflection import is_past_form
from factcheck.claims.names import describe_name, join_hyphenated, join_name, move_to_name, read_list, read_named_group
from factcheck.claims.relatives import give_to_relative, hang_on_neighbour, read_relative
from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.verbs import (
    MODALS,
    SAYING,
    SUBJECTS,
    is_bare_saying,
    is_infinitive,
    is_ing,
    is_participle,
    is_predicate,
    subject,
    tense,
)
from factcheck.claims.vocabulary import word_set

_HANGING = ("acl:relcl", "acl", "conj", "advcl", "appos", "dep")
_SIDE_BY_SIDE = ("obl", "obl:agent", "obj", "nmod")
_NOMINAL = ("NOUN", "PROPN", "PRON")
_BARE = frozenset({"cc", "punct", "aux", "aux:pass", "advmod"})
_FINITE_AUX = word_set("was were is are has had will would")


def repair(tree: Tree) -> Tree:
    """The tree with whole names, relatives on the name before them, and main verbs on the main clause."""
    _find_root(tree)
    for word in range(len(tree)):
        join_name(tree, word)
        join_hyphenated(tree, word)
        describe_name(tree, word)
        read_list(tree, word)
        read_named_group(tree, word)
        _read_series(tree, word)
        _join_coordinate(tree, word)
        read_gap(tree, word)
        _read_inverted(tree, word)
        _swap_speaker(tree, word)
        _read_source(tree, word)
        _give_to_speaker(tree, word)
        _read_measure(tree, word)
        _free_participle(tree, word)
        read_relative(tree, word)
        hang_on_neighbour(tree, word)
        give_to_relative(tree, word)
        move_to_name(tree, word)
        if tree.rels[word] == "conj" and subject(tree, word) is not None:
            _lift_clause(tree, word)
        elif tree.rels[word] == "conj" and tree.upos[word] == "VERB":
            _lift_conjunct(tree, word)
            _give_adjuncts(tree, word)
        elif tree.rels[word] == "conj":
            _lift_parallel(tree, word)
            _lift_case(tree, word)
    return tree


def _lift_parallel(tree: Tree, word: int) -> None:
    """A phrase that goes on with one like it, past a relative clause: "a baker who sold his ovens and a cook"."""
    head = tree.heads[word]
    if not tree.has(word, "det", "a", "an") or tree.child(head, "det") is not None:
        return
    for clause in tree.ancestors(head):
        if tree.rels[clause] == "acl:relcl":
            noun = tree.heads[clause]
            if tree.has(noun, "det", "a", "an") and noun < clause < head:
                tree.attach(word, noun, "conj")
            return


def _lift_case(tree: Tree, word: int) -> None:
    """A phrase goes on with one that has the same preposition: "as head of the office and as a judge"."""
    case = tree.child(word, "case")
    head = tree.heads[word]
    if case is None or tree.has(head, "case", tree.words[case]):
        return
    for above in tree.ancestors(head):
        if tree.upos[above] not in ("NOUN", "PROPN", "NUM"):
            return
        if tree.has(above, "case", tree.words[case]):
            tree.attach(word, above, "conj")
            return


def _free_participle(tree: Tree, word: int) -> None:
    """An -ing form after a comma tells of the subject, not of the object: "won the seat, becoming mayor"."""
    noun = tree.heads[word]
    if tree.rels[word] != "acl" or not is_ing(tree, word) or tree.words[tree.subtree(word)[0]] != ",":
        return
    clause = (
        noun if is_predicate(tree, noun) else next((w for w in tree.ancestors(noun) if is_predicate(tree, w)), None)
    )
    if tree.rels[noun] in SUBJECTS or clause is None or subject(tree, clause) is None:
        return
    if tree.rels[noun] in ("obj", "xcomp", "obl", "nmod") or clause == noun:
        tree.attach(word, clause, "advcl")


def _read_series(tree: Tree, word: int) -> None:
    """A finite verb after a comma that has no subject goes on with the one before: "was tested, cost 4m and ..."."""
    head = tree.heads[word]
    later = [*tree.children(word, "conj"), *(child for child in tree.children(head, "conj") if child > word)]
    goes_on = any(tree.children(child, "cc") for child in later)
    active = tree.rels[word] == "advcl" and goes_on and tree.child(word, "obj") is not None
    if not (active or tree.rels[word] in ("ccomp", "parataxis")) or head >= word or tree.words[head] in SAYING:
        return
    first = tree.subtree(word)[0]
    comma = tree.words[first] == "," or (first > 0 and tree.words[first - 1] == ",")
    if comma and subject(tree, word) is None and not tree.children(word, "mark") and _is_finite(tree, word):
        tree.rels[word] = "conj"


def _join_coordinate(tree: Tree, word: int) -> None:
    """A noun after "and" without a preposition goes on with the one before: "worked as a cook and driver"."""
    head = tree.heads[word]
    if head == ROOT or not tree.has(word, "cc", "and", "or") or tree.rels[word] not in _SIDE_BY_SIDE:
        return
    before = [c for c in tree.children(head, tree.rels[word]) if c < word]
    if before and tree.upos[word] in _NOMINAL and tree.upos[before[-1]] in _NOMINAL and not tree.child(word, "case"):
        tree.attach(word, before[-1], "conj")


def _read_inverted(tree: Tree, word: int) -> None:
    """Who said it stands right after the verb: "The crane was old, said a clerk at the port"."""
    if tree.words[word] not in SAYING or subject(tree, word) is not None or word == 0:
        return
    said = tree.child(word, "ccomp", "parataxis")
    after = tree.child(word, "iobj", "obj")
    if said is None or after is None or not said < word < after or tree.words[word - 1] not in (",", "”", '"'):
        return
    if tree.subtree(after)[0] == word + 1 and tree.upos[after] in _NOMINAL:
        tree.rels[after] = "nsubj"


def _swap_speaker(tree: Tree, word: int) -> None:
    """Who said it stands right before the verb: "Orme took the gun, a clerk told reporters"."""
    own = subject(tree, word)
    said = tree.child(word, "ccomp")
    if tree.words[word] not in SAYING or own is None or said is None or not own < said < word:
        return
    speaker = word - 1
    if subject(tree, said) is not None or word in tree.subtree(speaker):
        return
    for above in tree.ancestors(speaker):
        if above > word or tree.upos[above] not in _NOMINAL or tree.subtree(above)[-1] != word - 1:
            break
        speaker = above
    first = tree.subtree(speaker)[0]
    comma = tree.words[first] == "," or tree.words[first - 1] == ","
    if tree.upos[speaker] in _NOMINAL and comma and speaker != own and own < first:
        tree.attach(speaker, word, "nsubj")
        tree.attach(own, said, "nsubj")


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
    if tree.words[head] not in SAYING and tree.has(head, "aux", *MODALS) and _is_finite(tree, word):
        _lower_conjunct(tree, word)
        return
    target = _finite_above(tree, head)
    if target is None or target > word:
        return
    if is_infinitive(tree, head) or (is_ing(tree, head) and tree.rels[head] == "xcomp"):
        passive = tree.child(head, "aux:pass") is not None and not tree.children(word, "aux", "aux:pass", "obj")
        if passive and is_participle(tree, word):
            return  # "the first to be built here and sold abroad"
        if not is_infinitive(tree, word) and _is_finite(tree, word):
            tree.attach(word, target, "conj")
    elif tree.rels[head] in ("advcl", "acl:relcl", "acl") and not is_ing(tree, word):
        # "..., when lightning struck, and burned for a week": the comma before "and" closes the aside.
        first = tree.subtree(word)[0]
        closed = (tree.words[first] == "," and tree.children(word, "cc")) or tree.words[first - 1] == ","
        differs = tense(tree, word) is not tense(tree, head) and tense(tree, word) is tense(tree, target)
        if (closed and tree.words[tree.subtree(head)[0]] == ",") or (differs and not is_ing(tree, head)):
            tree.attach(word, target, "conj")


def _lower_conjunct(tree: Tree, word: int) -> None:
    """A finite verb cannot go on with "should wait": it goes on with the clause inside that it agrees with."""
    for clause in reversed(tree.children(tree.heads[word], "advcl", "ccomp", "acl:relcl")):
        if clause < word and tree.upos[clause] == "VERB" and tense(tree, clause) is tense(tree, word):
            tree.attach(word, clause, "conj")
            return


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


def _read_source(tree: Tree, word: int) -> None:
    """A bare "X reported" between commas tells who says the clause around it, whatever the parser hung it on."""
    own = subject(tree, word)
    if tree.words[word] not in SAYING or tree.rels[word] not in _HANGING or own is None:
        return
    if tree.words[own] in RELATIVE_WORDS or not is_bare_saying(tree, word):
        return
    first = tree.subtree(word)[0]
    if tree.words[first] != "," and (first == 0 or tree.words[first - 1] != ","):
        return
    if tree.has(word, "cc") or tree.has(word, "mark"):
        return
    host = next((w for w in tree.ancestors(word) if is_predicate(tree, w)), None)
    if host is not None:
        tree.attach(word, host, "parataxis")


def _give_to_speaker(tree: Tree, word: int) -> None:
    """An -ing form after "X said" is what X does: "The lake is safe, the mayor said, adding that ..."."""
    if tree.rels[word] not in ("advcl", "parataxis") or not is_ing(tree, word) or tree.children(word, "mark", "case"):
        return
    if subject(tree, word) is not None:
        return
    head = tree.heads[word]
    above = tree.heads[head]
    if tree.rels[head] == "ccomp" and above != ROOT and tree.words[above] in SAYING and head < above < word:
        tree.attach(word, above, "advcl")
        return
    sources = [c for c in tree.children(head, "parataxis") if head < c < word and tree.words[c] in SAYING]
    if sources:
        tree.attach(word, sources[-1], "advcl")


def _read_measure(tree: Tree, word: int) -> None:
    """A clause after a measure of time hangs on the verb: "an hour and a half before the dam broke"."""
    if tree.rels[word] != "conj" or tree.upos[tree.heads[word]] != "NOUN" or measured(tree, word) is None:
        return
    host = next((w for w in tree.ancestors(word) if is_predicate(tree, w)), None)
    if host is not None:
        tree.attach(word, host, "advcl")


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
        nominal = tree.child(word, "cop") is not None
        if (tree.upos[word] in ("VERB", "AUX") or nominal) and not is_infinitive(tree, word):
            return word
    return None
