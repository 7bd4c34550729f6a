"""Coordinated phrases inside a claim, and when they make a claim each.

Distributed are nominal predicates ("is a singer and actor"), objects and agents, what was done to several, members
that each bring a figure ("nine officers and two nurses") or a preposition of their own ("in Spain and on the
islands"), and infinitives with their own complement. Kept together are alternatives, "between A and B", "together",
subjects who may act together ("the mayor and the head of the office signed") and what verbs of joining, parting and
comparing take.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from factcheck.claims.draft import Draft, Piece
from factcheck.claims.inflection import article
from factcheck.claims.phrases import has_number, is_time
from factcheck.claims.tree import Tree
from factcheck.claims.verbs import forms_of, is_infinitive, is_plural, is_plural_member, subject
from factcheck.claims.vocabulary import word_set

_JOINING = frozenset({"and", "plus", ","})  # what "&" joins is one name
_TOGETHER = word_set("between together respectively jointly each both combined alone total")
_SINGULAR = {"were": "was", "are": "is", "have": "has"}
_SHARES = frozenset({"half", "quarter", "third"})
_EACH = ("obj", "obl", "obl:agent", "nsubj:pass")
_JOINED = forms_of(
    "combine mix merge meet join link connect unite compare divide split separate share exchange swap balance marry "
    "match pair include comprise contain differ reconcile distinguish alternate"
)
"""Verbs that take several together: what they say of all is not true of each."""
_HEAVY = 3  # content words that make a member long enough
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "SYM")
_ARGUMENTS = (
    "obj",
    "obl",
    "nsubj",
    "nsubj:pass",
    "nmod",
    "xcomp",
    "obl:agent",
    "iobj",
    "root",
    "conj",
    "advcl",
    "ccomp",
)


def distributed(tree: Tree, draft: Draft, body: Collection[int]) -> list[Draft]:
    """The draft once for each member of each coordination that tells of each by itself; else the draft alone.

    Args:
        tree: The sentence.
        draft: The claim of a clause.
        body: The clause's own words outside quotations.
    """
    words = set(draft.words)
    found: list[Draft] = []
    for first in sorted(set(body) & words):
        members = [c for c in tree.children(first, "conj") if c in words]
        if members and _is_distributive(tree, first, members, words):
            found += [_only(tree, draft, first, members, member) for member in [first, *members]]
    return found or [draft]


def _own(tree: Tree, member: int, others: Sequence[int]) -> list[int]:
    """A member's words without the other members."""
    return tree.subtree(member, without=[other for other in others if other != member])


def _is_distributive(tree: Tree, first: int, members: Sequence[int], words: set[int]) -> bool:
    joins = {tree.words[cc] for member in members for cc in tree.children(member, "cc")}
    if not joins <= _JOINING or not joins:
        return False
    if any(tree.words[word] in _TOGETHER for word in words if word < len(tree)):
        return False
    if tree.rels[first] in ("amod", "compound"):
        return _are_names(tree, [first, *members])
    if tree.rels[first] not in _ARGUMENTS:
        return False
    group = [first, *members]
    if tree.upos[first] == "VERB":
        return is_infinitive(tree, first) and all(
            tree.upos[m] == "VERB" and (is_infinitive(tree, m) or tree.child(m, "obj", "obl") is not None)
            for m in members
        )
    if _is_role(tree, first):  # "is a writer and (a) teacher"
        alike = all(tree.upos[member] in ("NOUN", "PROPN", "ADJ") for member in members)
        own = subject(tree, first)
        if own is not None and is_plural(tree, own):
            return False  # "the victims were a baker and a cook"
        one = _is_one(tree, first) or tree.has(first, "det", "the")
        return alike and one and not any(is_plural_member(tree, member) for member in group)
    return all(tree.upos[m] in ("NOUN", "PROPN", "SYM", "DET", "NUM") for m in group) and _are_apart(tree, group)


def _are_apart(tree: Tree, group: Sequence[int]) -> bool:
    """Whether what is said of several nouns is true of each."""
    first, rel = group[0], tree.rels[group[0]]
    owns = [_own(tree, member, group) for member in group]
    figures = [has_number(tree, own) for own in owns]
    clause = tree.heads[first]
    if rel == "nsubj" and tree.rels[clause] == "advcl":
        return False  # "before soldiers and 19 aircraft put it out"
    if all(figures) and not any(_is_bare_number(tree, own) for own in owns):
        return not all(is_time(tree, own) for own in owns)  # "five years, seven months and 21 days"
    places = rel == "nmod" and all(tree.upos[m] == "PROPN" for m in group)
    if places and tree.has(first, "case", "in", "from", "at") and tree.rels[clause] in ("obj", "obl"):
        return True  # "brought down power lines in Arden and Norland"
    if rel in ("obl", "nmod") and all(tree.child(member, "case") is not None for member in group):
        return True
    if rel == "nsubj" and tree.has(tree.heads[first], "case", "among"):
        return True  # "among them were a judge and two clerks"
    if any(figures) and not all(_is_determined(tree, member) for member in group):
        return False  # one figure may count them all: "four in five wallets and cards"
    if rel in _EACH and tree.words[tree.heads[first]] not in _JOINED:
        return not (rel == "obl" and len(group) == 2 and all(_is_mass(tree, m) for m in group))
    heavy = all(sum(tree.upos[w] in _CONTENT for w in own) >= _HEAVY for own in owns)
    # Subjects may act together: "the mayor of Graz and the head of the office signed".
    return heavy and not rel.startswith("nsubj")


def _is_one(tree: Tree, noun: int) -> bool:
    """Whether a phrase brings in one thing: "a baton"."""
    return tree.has(noun, "det", "a", "an") and tree.words[noun] not in _SHARES


def _is_role(tree: Tree, noun: int) -> bool:
    """Whether a phrase says what somebody is: "is a writer", "worked as a writer"."""
    return tree.child(noun, "cop") is not None or tree.has(noun, "case", "as")


def _are_names(tree: Tree, words: Sequence[int]) -> bool:
    """Whether describing words are names, each of which goes with some of several things: "Telugu and Tamil films"."""
    noun = tree.heads[words[0]]
    return is_plural_member(tree, noun) and all(tree.tokens[word].text[:1].isupper() for word in words)


def _is_determined(tree: Tree, noun: int) -> bool:
    """Whether a noun has a number or article of its own: "two men and a girl", but not "an hour and a quarter"."""
    if tree.words[noun] in _SHARES or tree.words[noun] == "rest" or tree.has(noun, "case", "by"):
        return False
    return tree.child(noun, "nummod", "det", "nmod:poss") is not None and not is_time(tree, [noun])


def _is_mass(tree: Tree, noun: int) -> bool:
    """Whether a noun stands bare, as in pairs that say one thing: "by night and fog", "before interest and tax"."""
    return tree.upos[noun] == "NOUN" and not is_plural_member(tree, noun) and not tree.children(noun, "det", "amod")


def _is_bare_number(tree: Tree, own: Sequence[int]) -> bool:
    """A number without a noun: "2014 and 2019", "two and a half"."""
    return not any(tree.upos[word] in ("NOUN", "PROPN", "SYM") for word in own)


def _outside(tree: Tree, first: int) -> set[int]:
    """What hangs on a nominal predicate but is no part of its noun phrase: subject, copula, adjuncts."""
    if tree.child(first, "cop") is None:
        return set()
    inside = (
        "det",
        "amod",
        "compound",
        "nmod",
        "nmod:poss",
        "nummod",
        "conj",
        "flat",
        "case",
        "cc",
        "acl",
        "acl:relcl",
    )
    return {word for child in tree.children(first) if tree.rels[child] not in inside for word in tree.subtree(child)}


def _only(tree: Tree, draft: Draft, first: int, members: Sequence[int], member: int) -> Draft:
    """The draft with one member in the place of all."""
    every = set(tree.subtree(first)) - _outside(tree, first)
    kept = _kept(tree, first, members, member, every)
    single = tree.rels[first].startswith("nsubj") and not is_plural_member(tree, member)
    lacking = _missing_article(tree, first, member, kept)
    pieces: list[Piece] = []
    for piece in draft.pieces:
        if not isinstance(piece, int):
            pieces.append(piece)
        elif piece in every:
            if piece in kept:
                if lacking and piece == min(kept):
                    pieces.append(lacking)
                pieces.append(piece)
        elif single and tree.heads[piece] == tree.heads[first] and tree.upos[piece] == "AUX":
            pieces.append(_SINGULAR.get(tree.words[piece], piece))
        else:
            pieces.append(piece)
    return draft.having(pieces, member if member != first else draft.at)


def _kept(tree: Tree, first: int, members: Sequence[int], member: int, every: set[int]) -> set[int]:
    """The words of the coordination that stay with one member: its own, and the preposition of the first."""
    own = _own(tree, member, [first, *members])
    kept = {w for w in own if tree.rels[w] not in ("cc", "cc:preconj") or tree.heads[w] != member} & every
    while kept and tree.upos[min(kept)] == "PUNCT":
        kept.remove(min(kept))
    while kept and tree.words[max(kept)] == ",":
        kept.remove(max(kept))
    if _is_role(tree, first) and tree.has(first, "det", "the"):
        kept |= _shared_complement(tree, first, members, member) & every
    if member != first:
        if tree.words[member][0].isdigit() and not tree.children(member, "det"):
            kept |= set(tree.children(first, "det"))  # "in the 1950s and 1960s"
        for rel in ("case", "mark"):
            if tree.child(member, rel) is None:
                kept |= {word for child in tree.children(first, rel) for word in tree.subtree(child)}
    return kept


def _shared_complement(tree: Tree, first: int, members: Sequence[int], member: int) -> set[int]:
    """What the last of several offices is an office of, the others too: "the founder and chair of the trust"."""
    if any(child < members[-1] for child in tree.children(member, "nmod", "nmod:poss")):
        return set()  # it has one of its own
    of = [
        child
        for other in (first, *members)
        for child in tree.children(other, "nmod")
        if child > members[-1] and tree.has(child, "case", "of")
    ]
    return {word for child in of for word in tree.subtree(child)}


def _missing_article(tree: Tree, first: int, member: int, kept: Collection[int]) -> str:
    """The article that a later nominal predicate lacks: "is a writer and teacher"."""
    if member == first or not _is_role(tree, first) or is_plural(tree, member):
        return ""
    if tree.child(member, "det", "nmod:poss") is not None:
        return ""
    if tree.has(first, "det", "the"):
        return "the"
    if not _is_one(tree, first):
        return ""
    return article(tree.words[min(kept)])
