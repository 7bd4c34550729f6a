"""A clause's words put in order: subject, finite verb, and the antecedent where a relative pronoun stood."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.claims.cuts import RELATIVE_WORDS, measured
from factcheck.claims.draft import Pieces, joined
from factcheck.claims.frame import Frame
from factcheck.claims.inflection import Tense, finite, is_past_form, past
from factcheck.claims.phrases import is_time, owned_by
from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.verbs import (
    AUXILIARIES,
    STATES,
    SUBJECTS,
    be,
    is_ing,
    is_participle,
    is_plural,
    subject,
)
from factcheck.claims.vocabulary import word_set

_OPENERS = frozenset({"when", "whereupon", "with", "but", "yet"})
_SUFFERED = word_set(
    "injured wounded hurt killed arrested detained jailed damaged destroyed rescued displaced evacuated shot"
)
_NEVER_PASSIVE = word_set(
    "served worked retired died lived remained stayed moved returned graduated studied emigrated resided appeared "
    "competed rose fell arrived departed"
)
_RAISED = word_set("raised brought bred educated baptised baptized christened named buried")
_PERFECT = frozenset({"was", "were", "is", "are", "been", "be", "being", "has", "have", "had"})


def body_of(tree: Tree, head: int, cuts: Collection[int]) -> list[int]:
    """A clause's own words, without conjunctions and marks at its start."""
    words = tree.subtree(head, without=cuts)
    mark = measured(tree, head) if tree.rels[head] == "advcl" else None
    if mark is not None:  # "two hours after the dam had burst"
        words = [word for word in words if word > mark]
    while words and words[0] != head and _is_opener(tree, words[0], head):
        words.pop(0)
    return words


def _is_opener(tree: Tree, word: int, head: int) -> bool:
    """Whether a word only joins the clause to another; what opens a clause within it ("If ...") stays."""
    if tree.upos[word] == "PUNCT":
        return True
    if tree.words[word] in ("neither", "either", "both"):
        return False
    top = word
    while tree.heads[top] not in (head, ROOT):
        top = tree.heads[top]
        if tree.rels[top] not in ("mark", "cc", "case", "advmod"):
            return False
    if tree.words[word] == "so":  # "so that", ", so it stops", but not "so far"
        direct = tree.rels[word] == "advmod" and tree.heads[word] == head
        return direct or tree.rels[word] in ("mark", "fixed")
    joins = tree.upos[word] in ("CCONJ", "SCONJ") or tree.rels[word] in ("mark", "cc")
    return (joins or tree.words[word] in _OPENERS) and tree.rels[word] != "cc:preconj"


def compose(tree: Tree, head: int, cuts: Collection[int], frame: Frame, spoken: dict[int, str]) -> Pieces:
    """A clause as a sentence of its own.

    Args:
        tree: The sentence.
        head: The clause's predicate.
        cuts: What has left it.
        frame: Its setting.
        spoken: Takes the finite form of a participle.
    """
    body = body_of(tree, head, cuts)
    own = subject(tree, head)
    relative = _relative_word(tree, head, body) if frame.antecedent else None
    if relative is not None and relative != head:
        return _relative(tree, head, body, relative, frame, spoken)
    if tree.words[body[0]] == "where" and body[0] != head:
        body.pop(0)
    if own is not None and own in body:
        return _finite(tree, head, body, own, frame, spoken)
    if not frame.subject:
        return tuple(body)
    return joined(frame.subject, _finite(tree, head, body, None, frame, spoken))


def _finite(tree: Tree, head: int, body: list[int], own: int | None, frame: Frame, spoken: dict[int, str]) -> Pieces:
    """The body with its participle made finite, or the auxiliary that it lacks put in."""
    plural = is_plural(tree, own) if own is not None else frame.plural
    if is_ing(tree, head):
        spoken[head] = finite(tree.words[head], frame.tense, plural)
        return tuple(body)
    auxiliary = _auxiliary(tree, head, own, frame, plural)
    at = 0
    if own is not None and auxiliary:
        at = body.index(max(word for word in tree.subtree(own) if word in body)) + 1
    return (*body[:at], *auxiliary, *body[at:])


_DITRANSITIVE = frozenset(
    ["given", "awarded", "offered", "paid", "told", "asked", "shown", "sent", "granted", "handed"]
)


def _auxiliary(tree: Tree, head: int, own: int | None, frame: Frame, plural: bool) -> Pieces:
    """The auxiliary that a predicate lacks to be finite."""
    rel = tree.rels[head]
    auxiliaries = tree.children(head, *AUXILIARIES)
    if auxiliaries:
        bare = tree.words[auxiliaries[0]] in ("being", "been") and rel == "conj" and own is None
        return tuple(tree.children(tree.heads[head], "aux")[:1]) if bare else ()
    after = rel == "conj" and tree.child(tree.heads[head], "aux:pass") is not None
    if own is not None and tree.rels[own] == "nsubj:pass" and (after or rel in ("acl", "appos")):
        return (be(frame.tense, plural),)  # "17 were cancelled and 40 delayed", "each rated at 5 A"
    if is_participle(tree, head) and rel in ("acl", "advcl", "appos"):
        # With a subject and no mark it is finite or absolute: "inflation dropped", "its doors shaken".
        if tree.words[head] not in _DITRANSITIVE and not tree.words[head].endswith("ing") and tree.child(head, "obj"):
            return ()  # "was tested, used 286 tonnes": active after all, since a passive has no object
        absolute = not is_past_form(tree.words[head]) and not tree.children(head, "mark")
        dated = tree.child(head, "obl", "obl:agent", "obl:unmarked") is not None
        when = Tense.PAST if dated and tree.words[head] not in STATES else frame.tense
        return (be(when, plural),) if own is None or absolute else ()
    first = tree.heads[head]
    if rel == "conj" and own is not None and tree.words[head] in _SUFFERED and tree.child(first, "aux:pass"):
        return (be(frame.tense, plural),)  # "three were killed and nine injured"
    if rel == "conj" and own is None:
        return _shared_auxiliary(tree, head)
    nominal = tree.upos[head] not in ("VERB", "AUX") and rel != "root"
    return (be(frame.tense, plural),) if nominal else ()


def _shared_auxiliary(tree: Tree, head: int) -> Pieces:
    """The auxiliaries of the first conjunct, where the second's form needs them: "will rise and take"."""
    first = tree.heads[head]
    shared = [child for child in tree.children(first, *AUXILIARIES) if child < head]
    if tree.upos[head] != "VERB":
        return tuple(shared)
    shared = [child for child in shared if tree.rels[child] != "cop"]
    if not shared:
        return ()
    if tree.words[shared[-1]] in _PERFECT:
        # "was born in Ghent and moved to Lyon", "was caught and paid a fine": active again.
        born = tree.words[first] == "born" and tree.words[head] not in _RAISED
        active = born or tree.child(head, "obj", "xcomp", "iobj") is not None
        passive = any(tree.rels[child] == "aux:pass" for child in shared)
        active = active or tree.words[head] in _NEVER_PASSIVE
        # "was built in 1710, burned down and was restored": the next has an auxiliary, this one needs none.
        active = active or any(c > head and tree.children(c, *AUXILIARIES) for c in tree.children(first, "conj"))
        fits = is_participle(tree, head) and not (passive and active)
    else:
        text = tree.words[head]
        fits = (
            not text.endswith("s") and not is_participle(tree, head) and (past(text) == text or not is_past_form(text))
        )
    return tuple(shared) if fits else ()


def _relative_word(tree: Tree, head: int, body: Collection[int]) -> int | None:
    """The relative pronoun of a clause."""
    for word in body:
        pronoun = tree.words[word] in RELATIVE_WORDS and tree.upos[word] in ("PRON", "DET", "ADV", "SCONJ")
        if pronoun and tree.rels[word] != "mark" and (word == head or head in tree.ancestors(word)):
            return word
    return None


def _relative(tree: Tree, head: int, body: list[int], word: int, frame: Frame, spoken: dict[int, str]) -> Pieces:
    """A relative clause with its antecedent: as subject, after the verb as object, else at the end."""
    antecedent = owned_by(tree, frame.antecedent) if tree.words[word] == "whose" else frame.antecedent
    top = word
    while tree.heads[top] not in (head, ROOT):
        top = tree.heads[top]
    phrase = [w for w in tree.subtree(top) if w in body]
    filled = joined(*[antecedent if w == word else (w,) for w in phrase])
    rest = [w for w in body if w not in phrase]
    if tree.rels[top] in SUBJECTS:
        return joined(filled, _finite(tree, head, rest, None, frame, spoken))
    if tree.words[word] in ("where", "when"):
        places = [piece for piece in antecedent if isinstance(piece, int)]
        if is_time(tree, places) is (tree.words[word] == "where"):
            return tuple(rest)
        return joined(tuple(rest), "at" if tree.words[word] == "where" else "in", antecedent)
    if tree.rels[top] == "obj" and head in rest:
        at = rest.index(head) + 1
        return joined(tuple(rest[:at]), filled, tuple(rest[at:]))
    return joined(tuple(rest), filled)
