"""Whether a claim only foretells: what nobody has decided and nobody answers for.

Plans, schedules and forecasts with a figure, a date or a named source can be held against that source; "it will
rain", "prices may fall" and "analysts expect a recovery" cannot.
"""

from __future__ import annotations

from collections.abc import Collection

from factcheck.claims.inflection import participle_base
from factcheck.claims.opinion import is_anchored
from factcheck.claims.tree import Tree
from factcheck.claims.verbs import subject
from factcheck.claims.vocabulary import word_set

_FUTURE = word_set("will shall 'll wo")
_UNSURE = word_set("may might could")
_SURELY = word_set("surely certainly undoubtedly inevitably eventually someday doubtless")
_SOME_DAY = (("one", "day"), ("sooner", "or", "later"), ("no", "doubt"), ("in", "the", "end"))
_UNDECIDED = word_set(
    "rain snow love enjoy hate regret hurt suffer thrive flourish succeed prevail win recover improve worsen punish "
    "transform matter tell prove disappear vanish rebound deteriorate benefit"
)
"""What comes about without anybody's decision: with "will" these foretell, others announce."""
_TURNING = _UNDECIDED | word_set(
    "rise fall drop grow shrink climb soar plunge slump weaken strengthen soften decline increase decrease tighten "
    "slow ease spread struggle lose backfire fail collapse"
)
"""What things may do by themselves: with "may" or "expect" these foretell."""
_STAYING = word_set("continue keep get become turn start begin stop")
_EXPECTING = word_set("expect expects predict predicts forecast forecasts anticipate anticipates foresee foresees")
_HOPING = word_set("hope hopes fear fears bet bets")
_BOUND = word_set("likely unlikely bound sure certain destined expected predicted forecast tipped poised")
_PAST = word_set("have been")


def is_prediction(tree: Tree, head: int, words: Collection[int]) -> bool:
    """Whether a claim that nobody else makes foretells without a figure or date.

    Args:
        tree: The sentence.
        head: The claim's predicate.
        words: The claim's words outside quotation marks.
    """
    if is_anchored(tree, words):
        return False
    told = tree.words[head]
    if told in _EXPECTING:
        return tree.upos[head] == "VERB" and _expects(tree, head)
    if told in _HOPING:
        return tree.has(head, "obl", "for") or any(tree.has(c, "case", "for") for c in tree.children(head, "obl"))
    if told in ("remain", "remains") and tree.words[head + 1 : head + 4] == ["to", "be", "seen"]:
        return True
    if told in ("promise", "promises") and _is_quality(tree, head):
        return True
    if told in _BOUND:
        return any(_turns(tree, child, _TURNING) for child in tree.children(head, "xcomp", "csubj"))
    if told == "going":
        return any(_turns(tree, child, _UNDECIDED) for child in tree.children(head, "xcomp"))
    return _by_modal(tree, head, words)


def _by_modal(tree: Tree, head: int, words: Collection[int]) -> bool:
    modals = {tree.words[child] for child in tree.children(head, "aux")}
    if modals & _FUTURE:
        if any(tree.words[word] in _SURELY for word in tree.children(head, "advmod")) or _some_day(tree, words):
            return True
        conditional = any(tree.has(child, "mark", "if", "when") for child in tree.children(head, "advcl"))
        return _turns(tree, head, _UNDECIDED) and not conditional  # "it will fail if ...": how a thing behaves
    if modals & _UNSURE and not modals & _PAST:
        return subject(tree, head) is not None and _turns(tree, head, _TURNING)
    return False


def _some_day(tree: Tree, words: Collection[int]) -> bool:
    texts = tuple(tree.words[word] for word in sorted(words))
    return any(texts[at : at + len(day)] == day for day in _SOME_DAY for at in range(len(texts)))


def _expects(tree: Tree, head: int) -> bool:
    """Whether what is expected is a turn of things, not somebody's deed ("expects to hire")."""
    inner = tree.children(head, "xcomp", "ccomp")
    if inner:
        return any(_turns(tree, child, _TURNING) for child in inner)
    return tree.child(head, "obj") is not None


def _turns(tree: Tree, word: int, turning: Collection[str]) -> bool:
    """Whether a verb tells of a turn of things: "fall", "keep falling", "get worse"."""
    if tree.words[word] in _STAYING:
        return any(_is_worse(tree, c) or _stem(tree.words[c]) in turning for c in tree.children(word, "xcomp"))
    modals = {tree.words[child] for child in tree.children(word, "aux")}
    if tree.words[word] == "change":  # "will change how we work", not "will change monthly"
        return any(tree.has(child, "advmod", "how") for child in tree.children(word))
    if turning is _TURNING and tree.child(word, "obj") is not None:
        return False  # "may increase the dose", "could lose the seat": what one thing does to another
    return tree.words[word] in turning and not modals & _PAST


def _is_worse(tree: Tree, word: int) -> bool:
    return tree.words[word] in ("better", "worse") or tree.has(word, "advmod", "more", "less")


def _stem(word: str) -> str:
    return participle_base(word) if word.endswith("ing") else word


def _is_quality(tree: Tree, head: int) -> bool:
    """Whether a verb gives its subject a quality: "promises to be difficult"."""
    return any(tree.upos[c] == "ADJ" and tree.child(c, "cop") is not None for c in tree.children(head, "xcomp"))
