"""Who is said to have said it, and what: the source of a clause and the clauses that are its content."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from factcheck.claims.cuts import Cut, set_off
from factcheck.claims.phrases import short_phrase
from factcheck.claims.tree import Tree
from factcheck.claims.verbs import SAYING, keeps_saying, subject
from factcheck.claims.vocabulary import word_set

_LONGEST = 14  # words of a source's name; a longer phrase is told in its short form
_HOLDING = word_set("agree agrees agreed hold holds held")
"""Verbs that give what somebody says only with a "that"."""
_OPEN_ENDED = word_set("how what whether who which when where why if")
"""Words that begin a clause which asks rather than tells: "has not said how many"."""
_NOT = ("not", "n't", "never")
_VIEWS = word_set("view opinion estimate account reckoning judgment judgement eyes")
_OWN = word_set("my our i we me us")
_PUTTING = word_set("put puts has had")
_SPEAKERS = word_set(
    "mayor minister ministry president premier governor senator chancellor secretary ambassador government council "
    "parliament court judge prosecutor lawyer police officer army military union company bank regulator agency "
    "watchdog official expert analyst economist scientist researcher doctor historian witness source spokesman "
    "spokeswoman spokesperson coach manager director chairman chairwoman chair report study survey poll review inquiry "
    "audit"
)
"""Whoever and whatever speaks in "Mayor: bridge to close"."""


def contents_of(tree: Tree, head: int) -> list[int]:
    """The clauses that say what somebody said, if the news is in what and not in that."""
    verb = tree.words[head]
    if (verb not in SAYING and verb not in _HOLDING) or keeps_saying(tree, head) or tree.has(head, "advmod", *_NOT):
        return []
    found = [clause for clause in tree.children(head, "ccomp") if subject(tree, clause) is not None][:1]
    for phrase in tree.children(head, "obl"):  # "said in a statement that ...": the parser hangs it on the noun
        if tree.has(phrase, "case", "in", "at", "on"):
            inner = tree.children(phrase, "acl", "acl:relcl", "ccomp")
            found += [clause for clause in inner if _is_that_clause(tree, clause)]
    if verb in _HOLDING:
        found = [clause for clause in found if _is_that_clause(tree, clause)]
    if not found or tree.words[tree.subtree(found[0])[0]] in _OPEN_ENDED:
        return []
    # "said it was shut and that it would stay so": the parser joins the second to the verb of saying.
    return found + [clause for clause in tree.children(head, "conj") if _is_that_clause(tree, clause)]


def _is_that_clause(tree: Tree, clause: int) -> bool:
    return tree.has(clause, "mark", "that") and subject(tree, clause) is not None


def is_source(tree: Tree, word: int) -> bool:
    """Whether a part of a clause names its source: "Per the ministry", "in the view of the court", "as X put it"."""
    if tree.rels[word] == "obl" and tree.has(word, "case", "per"):
        return set_off(tree, word) or tree.subtree(word)[0] == 0
    if tree.rels[word] == "obl" and tree.words[word] in _VIEWS and tree.has(word, "case", "in", "by"):
        owner = tree.child(word, "nmod", "nmod:poss")
        return owner is not None and tree.words[owner] not in _OWN
    if tree.rels[word] != "advcl" or not tree.has(word, "mark", "as") or subject(tree, word) is None:
        return False
    what = tree.child(word, "obj")
    if what is not None:
        return tree.words[word] in _PUTTING and tree.words[what] == "it"
    return tree.words[word] in SAYING and tree.child(word, "aux:pass", "ccomp", "xcomp") is None


def source_words(tree: Tree, word: int, cuts: Mapping[int, Cut]) -> list[int]:
    """The words that name the source in such a part, or in "according to X"."""
    own = subject(tree, word)
    if own is None and tree.words[word] in _VIEWS:
        own = tree.child(word, "nmod", "nmod:poss")
    words = name_of(tree, word if own is None else own, cuts)
    opening = ("according", "to", "per", "of", ",", "by")
    while words and tree.words[words[0]] in opening:
        words.pop(0)
    while words and tree.words[words[-1]] in (",", "'s"):
        words.pop()
    return words


def name_of(tree: Tree, noun: int, cuts: Mapping[int, Cut]) -> list[int]:
    """A source's name phrase as written, with the name that stands beside it but without what is told of it."""
    named = [w for w, cut in cuts.items() if cut is Cut.APPOSITION and tree.upos[w] == "PROPN" != tree.upos[noun]]
    aside = [child for child in tree.children(noun, "nmod", "acl", "acl:relcl", "obl") if set_off(tree, child)]
    words = tree.subtree(noun, without=[word for word in (*cuts, *aside) if word not in named])
    while words and tree.upos[words[-1]] == "PUNCT":
        words.pop()
    return words if len(words) <= _LONGEST else short_phrase(tree, noun, cuts)


def label_source(label: Sequence[str]) -> int:
    """How many words of a label before a colon name a source ("Mayor", "The clerk said"); 0 if it is none."""
    texts = [text.lower() for text in label]
    if len(texts) > 1 and texts[-1] in SAYING:
        return len(texts) - 1
    spoken = texts[-1].removesuffix("s") in _SPEAKERS or texts[-1] in _SPEAKERS
    return len(texts) if spoken else 0


def is_carried(content: Collection[int], tree: Tree, word: int) -> bool:
    """Whether a part lies in one of the clauses that are told by themselves."""
    return any(clause in (word, *tree.ancestors(word)) for clause in content)
