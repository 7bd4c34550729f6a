"""Attachments that the parser often gets wrong and that form alone can set right."""

from __future__ import annotations

from factcheck.claims.cuts import RELATIVE_WORDS, measured
from factcheck.claims.inflection import is_past_form
from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.verbs import (
    MODALS,
    SAYING,
    is_bare_saying,
    is_infinitive,
    is_ing,
    is_predicate,
    subject,
    tense,
)
from factcheck.claims.vocabulary import word_set

_HANGING = ("acl:relcl", "acl", "conj", "advcl", "appos", "dep")
_TWICE = ("nsubj", "nsubj:pass", "appos", "obj", "obl", "nmod", "obl:agent")
_NAME_PARTS = frozenset({"flat", "compound", "nmod:unmarked", "conj"})
_WHERE = word_set("in at from near of to outside around off")
_PLACES = word_set(
    "country city town village port capital region island state province district suburb river lake resort county area "
    "republic kingdom territory peninsula municipality borough neighbourhood valley"
)
_NOMINAL = ("NOUN", "PROPN", "PRON")
_BARE = frozenset({"cc", "punct", "aux", "aux:pass", "advmod"})
_FINITE_AUX = word_set("was were is are has had will would")


def repair(tree: Tree) -> Tree:
    """The tree with whole names, relatives on the name before them, and main verbs on the main clause."""
    _find_root(tree)
    for word in range(len(tree)):
        _join_name(tree, word)
        _join_hyphenated(tree, word)
        _read_list(tree, word)
        _read_series(tree, word)
        _swap_speaker(tree, word)
        _read_source(tree, word)
        _give_to_speaker(tree, word)
        _read_measure(tree, word)
        _read_relative(tree, word)
        _move_to_name(tree, word)
        if tree.rels[word] == "conj" and subject(tree, word) is not None:
            _lift_clause(tree, word)
        elif tree.rels[word] == "conj" and tree.upos[word] == "VERB":
            _lift_conjunct(tree, word)
            _give_adjuncts(tree, word)
        elif tree.rels[word] == "conj":
            _lift_parallel(tree, word)
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


def _read_series(tree: Tree, word: int) -> None:
    """A finite verb after a comma that has no subject goes on with the one before: "was tested, cost 4m and ..."."""
    head = tree.heads[word]
    if tree.rels[word] not in ("ccomp", "parataxis") or head >= word or tree.words[head] in SAYING:
        return
    first = tree.subtree(word)[0]
    comma = tree.words[first] == "," or (first > 0 and tree.words[first - 1] == ",")
    if comma and subject(tree, word) is None and not tree.children(word, "mark") and _is_finite(tree, word):
        tree.rels[word] = "conj"


def _swap_speaker(tree: Tree, word: int) -> None:
    """Who said it stands right before the verb: "Orme took the gun, a clerk told reporters"."""
    own = subject(tree, word)
    said = tree.child(word, "ccomp")
    if tree.words[word] not in SAYING or own is None or said is None or not own < said < word:
        return
    if subject(tree, said) is not None or word < 1:
        return
    speaker = word - 1
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


def _join_name(tree: Tree, word: int) -> None:
    """Two capitals side by side are one name, whatever else the second hangs on."""
    after = word + 1
    if after >= len(tree) or tree.upos[word] != "PROPN" or tree.upos[after] != "PROPN":
        return
    if tree.heads[word] == tree.heads[after] != ROOT and tree.rels[word] == tree.rels[after] in _TWICE:
        tree.attach(after, word, "flat")
        return
    apart = tree.heads[word] != after and tree.heads[after] != word and tree.heads[word] != tree.heads[after]
    if apart and tree.rels[word] == "appos" and word not in tree.ancestors(after) and after not in tree.ancestors(word):
        if tree.heads[after] != ROOT:
            tree.attach(after, word, "flat")
    elif tree.rels[word] == "appos" and tree.heads[word] == after and tree.rels[after] in ("nsubj", "obj", "nmod"):
        tree.rels[word] = "flat"


def _join_hyphenated(tree: Tree, word: int) -> None:
    """Two capitals around a hyphen without blanks are one name: "Bosnia-Herzegovina"."""
    after = word + 2
    if after >= len(tree) or tree.words[word + 1] != "-" or tree.upos[word] != "PROPN" or tree.upos[after] != "PROPN":
        return
    glued = tree.tokens[word].span.end + 1 == tree.tokens[after].span.start
    if glued and tree.heads[word] == tree.heads[after] and tree.heads[word] != ROOT:
        tree.attach(after, word, "flat")


def _read_list(tree: Tree, word: int) -> None:
    """A bare name between two others is one of a list, no description: "Oslo, Bergen and Bodo"."""
    head = tree.heads[word]
    if tree.rels[word] != "appos" or tree.upos[head] not in ("PROPN", "NOUN"):
        return
    joined = any(tree.children(c, "cc") for c in tree.children(head, "conj") if c > word)
    joined = joined or any(tree.children(c, "cc") for c in tree.children(word, "conj"))
    names = all(tree.tokens[w].text[:1].isupper() or tree.tokens[w].text[0].isdigit() for w in _own_words(tree, word))
    first = tree.tokens[tree.subtree(head)[0]].text
    if joined and names and not tree.children(word, "det", "nmod:poss") and not (first[:1].islower() and head < word):
        tree.rels[word] = "conj"


def _own_words(tree: Tree, word: int) -> list[int]:
    """The words of a phrase without marks and without what is coordinated with it."""
    return [w for w in tree.subtree(word, without=tree.children(word, "conj")) if tree.upos[w] not in ("PUNCT", "ADP")]


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
    if tree.rels[word] != "advcl" or not is_ing(tree, word) or tree.children(word, "mark", "case"):
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
    if tree.rels[word] not in ("acl:relcl", "appos"):
        return
    name = _name_before(tree, word)
    if name is None or tree.rels[name] == "nmod:poss":
        return
    if tree.upos[host] == "PROPN":
        # "the court of Ardel, a town": places that other names contain.
        if tree.rels[word] == "appos" and tree.words[word] in _PLACES and tree.words[host] not in _PLACES:
            tree.attach(word, name, "appos")
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
        nominal = tree.child(word, "cop") is not None
        if (tree.upos[word] in ("VERB", "AUX") or nominal) and not is_infinitive(tree, word):
            return word
    return None
