"""How far a clause's own verb stands behind it: planned, possible, reported, alleged, denied."""

from __future__ import annotations

from factcheck.claim import Modality
from factcheck.claims.tree import Tree
from factcheck.claims.verbs import is_infinitive, is_ing, subject
from factcheck.claims.vocabulary import word_set

_ADVERBS = {
    "allegedly": Modality.ALLEGED,
    "supposedly": Modality.ALLEGED,
    "purportedly": Modality.ALLEGED,
    "reportedly": Modality.REPORTED,
    "apparently": Modality.REPORTED,
    "reputedly": Modality.REPORTED,
    "possibly": Modality.POSSIBLE,
    "perhaps": Modality.POSSIBLE,
    "probably": Modality.POSSIBLE,
    "presumably": Modality.POSSIBLE,
    "likely": Modality.POSSIBLE,
    "maybe": Modality.POSSIBLE,
}
_MODALS = {
    "will": Modality.PLANNED,
    "'ll": Modality.PLANNED,
    "wo": Modality.PLANNED,
    "shall": Modality.PLANNED,
    "may": Modality.POSSIBLE,
    "might": Modality.POSSIBLE,
}
_SENSING = word_set("see hear feel smell tell detect find remember afford speak read write")
"""What somebody could do is what they did or were able to."""
_PLANNING = word_set(
    "plan plans planned intend intends intended aim aims aimed hope hopes hoped expect expects expected due set "
    "scheduled slated promise promises promised pledge pledges pledged vow vows vowed propose proposes proposed "
    "threaten threatens threatened going"
)
_DATED = word_set("scheduled due slated planned")
_SEEMING = word_set("appear appears appeared seem seems seemed")
_MAYBE = word_set("likely unlikely possible probable conceivable")
_TOLD = {
    "reported": Modality.REPORTED,
    "said": Modality.REPORTED,
    "believed": Modality.REPORTED,
    "thought": Modality.REPORTED,
    "understood": Modality.REPORTED,
    "estimated": Modality.REPORTED,
    "rumoured": Modality.REPORTED,
    "rumored": Modality.REPORTED,
    "presumed": Modality.REPORTED,
    "reputed": Modality.REPORTED,
    "assumed": Modality.REPORTED,
    "held": Modality.REPORTED,
    "alleged": Modality.ALLEGED,
    "claimed": Modality.ALLEGED,
    "accused": Modality.ALLEGED,
    "suspected": Modality.ALLEGED,
}
_ONLY_OF_DEEDS = frozenset({"held", "claimed"})  # "was held in May", "were claimed": told only with what was done
_ACCUSING = word_set("accuse accuses accused accusing")
_DENYING = word_set("deny denies denied denying dispute disputes disputed")
_REJECTING = word_set("reject rejects rejected dismiss dismisses dismissed refute refutes refuted")
_ACCUSATIONS = word_set("claim allegation accusation report suggestion charge rumour rumor")
_INTENTIONS = word_set("plan intention proposal bid")


def modality_of(tree: Tree, head: int) -> Modality:
    """The stance of a clause towards what it says."""
    if _denies(tree, head):
        negated = tree.has(head, "advmod", "not", "n't", "never")
        return Modality.ASSERTED if negated else Modality.DENIED
    stance = _qualified(tree, head) or told_of(tree, head)
    if stance is not None:
        return stance
    if _accuses(tree, head):
        return Modality.ALLEGED
    if _plans(tree, head):
        return Modality.PLANNED
    return Modality.POSSIBLE if _seems(tree, head) else Modality.ASSERTED


def _qualified(tree: Tree, head: int) -> Modality | None:
    """The stance that an adverb or a modal verb gives a clause."""
    for child in tree.children(head, "advmod"):
        if tree.words[child] in _ADVERBS:
            return _ADVERBS[tree.words[child]]
    for child in tree.children(head, "aux"):
        if tree.words[child] in _MODALS:
            return _MODALS[tree.words[child]]
        if tree.words[child] == "could" and _is_chance(tree, head):
            return Modality.POSSIBLE
    return None


def _seems(tree: Tree, head: int) -> bool:
    """Whether a clause is of the form "appears to be", "is likely to", "it is possible that"."""
    if tree.words[head] in _SEEMING or tree.words[head] in ("likely", "unlikely"):
        return tree.child(head, "xcomp", "ccomp", "csubj") is not None
    clauses = tree.children(head, "ccomp", "csubj", "advcl")
    return tree.words[head] in _MAYBE and any(subject(tree, clause) is not None for clause in clauses)


_RECORDED = word_set("noted recorded reported explained confirmed announced observed")
"""What minutes say of a fact: "It was noted that the roof leaks"."""


def told_of(tree: Tree, head: int) -> Modality | None:
    """The stance of "is said to have ..." and "it is said that ..."; None if a clause is not of that form."""
    word = tree.words[head]
    if word not in _TOLD or tree.child(head, "aux:pass", "cop") is None:
        return None
    if word in _ONLY_OF_DEEDS and tree.child(head, "xcomp", "ccomp", "csubj", "csubj:pass") is None:
        return None
    return _TOLD[word]


def impersonal_content(tree: Tree, head: int) -> int | None:
    """The clause that says what is told in "it is said that ..."; None if a clause is not of that form."""
    own = subject(tree, head)
    recorded = tree.words[head] in _RECORDED and tree.child(head, "aux:pass") is not None
    if own is None or tree.words[own] != "it" or not (recorded or told_of(tree, head) is not None):
        return None
    if tree.has(head, "advmod", "not", "n't", "never"):
        return None
    clauses = tree.children(head, "ccomp", "csubj", "csubj:pass", "advcl")
    return next((c for c in clauses if tree.has(c, "mark", "that") and subject(tree, c) is not None), None)


def _denies(tree: Tree, head: int) -> bool:
    if tree.words[head] in _DENYING:
        return tree.child(head, "aux:pass") is None  # "was denied a visa", "is much disputed"
    what = tree.child(head, "obj")
    return tree.words[head] in _REJECTING and what is not None and tree.words[what].removesuffix("s") in _ACCUSATIONS


def _is_chance(tree: Tree, head: int) -> bool:
    """Whether "could" tells what may be, not what somebody was able to do."""
    return tree.words[head] not in _SENSING and not tree.has(head, "advmod", "not", "n't", "never", "hardly", "only")


def _accuses(tree: Tree, head: int) -> bool:
    if tree.words[head] in _ACCUSING:
        return tree.child(head, "obj", "aux:pass") is not None
    if any(tree.words[c] == "suspicion" and tree.has(c, "case", "on") for c in tree.children(head, "obl")):
        return True
    if tree.words[head] != "charged":
        return False
    # "charged with fraud", "charged with hiding"; a battery is charged with a cable.
    deeds = [
        c for c in tree.children(head, "obl", "advcl") if tree.has(c, "case", "with") or tree.has(c, "mark", "with")
    ]
    duty = tree.has(head, "aux:pass", "is", "are") and not tree.children(head, "aux")  # "is charged with reviewing"
    return any(not tree.has(deed, "det", "a", "an") and not (duty and is_ing(tree, deed)) for deed in deeds)


def _plans(tree: Tree, head: int) -> bool:
    word = tree.words[head]
    if word in _PLANNING and tree.child(head, "xcomp") is not None:
        return word != "going" or any(is_infinitive(tree, c) for c in tree.children(head, "xcomp"))
    if word in _DATED and tree.child(head, "cop", "aux:pass") is not None:
        return any(tree.has(c, "case", "for", "in", "on") for c in tree.children(head, "obl"))
    what = tree.child(head, "obj")
    if what is not None and tree.words[what].removesuffix("s") in _INTENTIONS:
        return any(is_infinitive(tree, c) for c in tree.children(what, "acl"))
    # "is to be met by": an obligation or a plan.
    to = any(tree.words[child] == "to" for child in tree.children(head, "mark"))
    return to and any(
        tree.words[child] in ("is", "are", "was", "were") for child in tree.children(head, "aux", "aux:pass", "cop")
    )
