"""How far a clause's own verb stands behind it: planned, possible, reported, alleged."""

from __future__ import annotations

from factcheck.claim import Modality
from factcheck.claims.tree import Tree
from factcheck.claims.vocabulary import word_set

_ADVERBS = {
    "allegedly": Modality.ALLEGED,
    "supposedly": Modality.ALLEGED,
    "purportedly": Modality.ALLEGED,
    "reportedly": Modality.REPORTED,
    "apparently": Modality.REPORTED,
    "possibly": Modality.POSSIBLE,
    "perhaps": Modality.POSSIBLE,
    "probably": Modality.POSSIBLE,
    "likely": Modality.POSSIBLE,
    "maybe": Modality.POSSIBLE,
}
_MODALS = {
    "will": Modality.PLANNED,
    "'ll": Modality.PLANNED,
    "shall": Modality.PLANNED,
    "may": Modality.POSSIBLE,
    "might": Modality.POSSIBLE,
}
_PLANNING = word_set(
    "plan plans planned intend intends intended aim aims aimed hope hopes hoped expect expects "
    "due set scheduled promised promises pledged pledges vowed vows"
)
_TOLD = {
    "reported": Modality.REPORTED,
    "said": Modality.REPORTED,
    "believed": Modality.REPORTED,
    "thought": Modality.REPORTED,
    "alleged": Modality.ALLEGED,
    "accused": Modality.ALLEGED,
    "suspected": Modality.ALLEGED,
}
_DENYING = frozenset({"deny", "denies", "denied", "denying"})


def modality_of(tree: Tree, head: int) -> Modality:
    """The stance of a clause towards what it says."""
    if tree.words[head] in _DENYING:
        negated = tree.has(head, "advmod", "not", "n't", "never")
        return Modality.ASSERTED if negated else Modality.DENIED
    for child in tree.children(head, "advmod"):
        if tree.words[child] in _ADVERBS:
            return _ADVERBS[tree.words[child]]
    for child in tree.children(head, "aux"):
        if tree.words[child] in _MODALS:
            return _MODALS[tree.words[child]]
    complement = tree.child(head, "xcomp") is not None
    if complement and tree.words[head] in _PLANNING:
        return Modality.PLANNED
    if tree.words[head] in _TOLD and tree.child(head, "aux:pass") is not None:
        return _TOLD[tree.words[head]]
    # "is to be met by": an obligation or a plan.
    to = any(tree.words[child] == "to" for child in tree.children(head, "mark"))
    finite = any(
        tree.words[child] in ("is", "are", "was", "were") for child in tree.children(head, "aux", "aux:pass", "cop")
    )
    return Modality.PLANNED if to and finite else Modality.ASSERTED
