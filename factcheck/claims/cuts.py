"""What leaves a clause to become a claim of its own, and what must stay.

Stays: conditions, comparatives with their standard, infinitives, restrictive relatives that identify,
    whatever stands
inside quotation marks, and alternatives ("wrecked or damaged").
"""

from __future__ import annotations

from enum import Enum, auto

from factcheck.claims.inflection import Tense
from factcheck.claims.phrases import has_number, is_indefinite, is_number, is_time, short_phrase
from factcheck.claims.tree import Tree
from factcheck.claims.verbs import (
    MODALS,
    SUBJECTS,
    finite_word,
    is_infinitive,
    is_ing,
    is_participle,
    is_plural,
    is_predicate,
    subject,
    tense,
)
from factcheck.claims.vocabulary import word_set

_CLAUSE_MARKS = word_set(
    "after before when while whereas although though as once because since but until with whereupon even"
)
_KEPT_MARKS = word_set("if unless than whether so provided lest until like that")
_ING_MARKS = word_set("while after before when whilst then thereby thus")
_PREPOSITIONAL = word_set("compared given based provided according including regarding")
RELATIVE_WORDS = word_set("who whom whose which that where when")


_ANCHORS = frozenset({"after", "before", "since", "when", "once"})
_FROM_THEN = frozenset({"after", "before", "since"})
_SPANS = word_set("second minute hour day week fortnight month year decade century moment season")
_AGES = frozenset({"old", "age", "aged"})
_LENGTHS = word_set("for in within over than during")
_COUNTS = word_set("a an few several many some the more couple")
_WHERE = word_set("in at near from of to outside around for")
_RANKS = word_set("first second third fourth fifth sixth seventh eighth ninth tenth last only most")
_PARTLY = word_set("mainly partly chiefly largely only mostly simply just primarily")
_TELLING = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "SYM")
_ENOUGH = 4  # content words that a main clause needs to stand by itself


class Cut(Enum):
    """How a part of a clause becomes a claim."""

    CONJUNCT = auto()
    RELATIVE = auto()
    SUMMARY = auto()
    """A relative clause about the whole clause before it."""
    APPOSITION = auto()
    PARTICIPLE = auto()
    ADVERBIAL = auto()
    REDUCED = auto()
    """A participle that describes a noun."""
    PARATAXIS = auto()
    ABSOLUTE = auto()
    """A subject with a predicate and no finite verb: "half of them made before 2010"."""
    REASON = auto()
    """Why the clause came about: told with its core."""
    SOURCE = auto()
    """"according to X"."""
    GAPPED = auto()
    """A clause that does not say its verb again: "and the rest a drink"."""


def cut_of(tree: Tree, word: int, *, splittable: bool) -> Cut | None:
    """How the subtree of a word leaves its clause; None if it stays.

    Args:
        tree: The sentence.
        word: Head of the part in question.
        splittable: Whether the word's head is itself a clause that stands for a claim, so that coordination
            below it may be split.
    """
    match tree.rels[word]:
        case "conj" if tree.child(word, "orphan") is not None and is_predicate(tree, tree.heads[word]):
            return Cut.GAPPED
        case "conj":
            return Cut.CONJUNCT if splittable and _is_clause_conjunct(tree, word) else None
        case "acl:relcl":
            return _relative(tree, word)
        case "advcl:relcl":
            return Cut.SUMMARY
        case "appos":
            return _apposition(tree, word)
        case "advcl":
            return _adverbial(tree, word)
        case "acl":
            return _reduced(tree, word)
        case "parataxis":
            return _parataxis(tree, word)
        case "obl":
            return _oblique(tree, word)
        case _:
            return None


def _parataxis(tree: Tree, word: int) -> Cut | None:
    own = subject(tree, word)
    if own is None or not is_predicate(tree, word):
        return None
    return Cut.SUMMARY if tree.words[own] == "which" else Cut.PARATAXIS


def set_off(tree: Tree, word: int) -> bool:
    """Whether a phrase is set off by a comma, dash or bracket."""
    first = tree.subtree(word)[0]
    marks = (",", "–", "—", "(", "--", ";", ":")
    return tree.words[first] in marks or (first > 0 and tree.words[first - 1] in marks)


def _is_clause_conjunct(tree: Tree, word: int) -> bool:
    head = tree.heads[word]
    if not is_predicate(tree, head) or tree.has(word, "cc", "or", "nor", "as", "rather", "instead"):
        return False
    if tree.has(head, "case", "between"):
        return False
    if "well" in tree.words[tree.subtree(word)[0] : word]:  # "charged, as well as discharged, at any temperature"
        return False
    if not is_predicate(tree, word):
        # "is full in an hour and empty in two": a second complement that says enough of its own.
        alike = tree.upos[word] == tree.upos[head] == "ADJ" and tree.child(head, "cop") is not None
        return alike and tree.child(word, "obl", "advcl") is not None
    if subject(tree, word) is not None:
        return True
    if is_infinitive(tree, word) or is_infinitive(tree, head):
        return False
    # "build and run the plant": what follows the second verb belongs to both.
    bare = all(tree.rels[child] in ("cc", "aux", "aux:pass", "advmod", "punct") for child in tree.children(word))
    shared = any(child > word and tree.rels[child] in ("obj", "xcomp") for child in tree.children(head))
    return not (bare and shared)


def _relative(tree: Tree, word: int) -> Cut | None:
    if not _is_news(tree, word):
        return None
    # "were cast by post, which delayed the count": a bare noun is seldom meant, but what was told of it.
    noun = tree.heads[word]
    bare = tree.upos[noun] == "NOUN" and not tree.children(noun, "det", "nmod:poss", "nummod", "nmod", "amod")
    about = any(tree.words[child] == "which" for child in tree.children(word, "nsubj"))
    if about and set_off(tree, word) and is_plural(tree, noun) and _is_singular(tree, word):
        return Cut.SUMMARY  # "has sent 400 tents, which leaves a shortfall of 200"
    inside = tree.rels[noun] in ("obl", "obj", "nmod", "obl:agent") and not is_plural(tree, noun)
    return Cut.SUMMARY if bare and about and inside and set_off(tree, word) else Cut.RELATIVE


def _is_singular(tree: Tree, word: int) -> bool:
    """Whether a finite verb has the form for one."""
    finite = finite_word(tree, word)
    text = tree.words[finite]
    return text in ("is", "was", "has", "does") or (finite == word and text.endswith("s") and not text.endswith("ss"))


def _is_news(tree: Tree, word: int) -> bool:
    """Whether a relative clause tells something rather than says which one is meant."""
    noun = tree.heads[word]
    if tree.words[noun] in ("those", "people", "what", "all", "everything", "anyone", "one", "ones"):
        # "one of the nurses, who had left": which one is told by what it is one of.
        return set_off(tree, word) and (tree.words[noun] == "people" or tree.child(noun, "nmod") is not None)
    if set_off(tree, word) or tree.upos[noun] == "PROPN":
        return True
    if tree.children(word, "cc"):  # ", which rose and which fell": the second tells if the first does
        return any(set_off(tree, other) for other in tree.children(noun, "acl:relcl") if other < word)
    # "A city which cannot heat its schools should not ...": a rule about a kind, not news of one.
    generic = any(tree.words[aux] in MODALS for host in tree.ancestors(noun) for aux in tree.children(host, "aux"))
    return is_indefinite(tree, noun) and not generic


def _oblique(tree: Tree, word: int) -> Cut | None:
    """What "according to X" and "..., because of X" become."""
    if tree.has(word, "case", "according"):
        return Cut.SOURCE
    why = tree.has(word, "case", "because", "thanks", "due")
    return Cut.REASON if why and set_off(tree, word) and word > tree.heads[word] else None


def _apposition(tree: Tree, word: int) -> Cut | None:
    if tree.words[word] in RELATIVE_WORDS:
        return None
    if any(tree.rels[child] in SUBJECTS for child in tree.children(word)):
        return _absolute(tree, word)
    dates = is_time(tree, tree.subtree(word)) and is_time(tree, short_phrase(tree, tree.heads[word], ()))
    first = tree.subtree(word)[0]
    bracket = tree.words[first] == "(" and first > 0
    # "42 dB(A)" is a name, "Night Train (2014)" a name with its year.
    part = bracket and (tree.tokens[first - 1].span.end == tree.tokens[first].span.start or tree.upos[word] == "NUM")
    told = set_off(tree, word) and not part and not dates and not _is_place(tree, word)
    return Cut.APPOSITION if told else None


def _is_place(tree: Tree, word: int) -> bool:
    """Whether a bare name after a bare name tells where that is: "in Pensacola, Florida"."""
    head = tree.heads[word]
    names = tree.upos[word] == "PROPN" and tree.tokens[head].text[0].isupper()
    bare = not tree.children(word, "det", "nmod", "nmod:poss", "acl:relcl")
    bare = bare and all(tree.tokens[w].text[0].isupper() for w in tree.children(word, "amod"))
    cases = [*tree.children(head, "case"), *tree.children(word, "case")]
    return names and bare and any(tree.words[case] in _WHERE for case in cases)


def _adverbial(tree: Tree, word: int) -> Cut | None:
    marks = {tree.words[child] for child in tree.children(word, "mark", "case", "advmod")}
    if is_infinitive(tree, word):
        return None
    if subject(tree, word) is not None:
        return _subordinate(tree, word, marks)
    if marks & _KEPT_MARKS:
        return None
    if is_ing(tree, word):
        fronted = word < tree.heads[word]
        plain = not tree.children(word, "mark", "case")
        return Cut.PARTICIPLE if (plain and (set_off(tree, word) or fronted)) or marks & _ING_MARKS else None
    told = is_participle(tree, word) and not tree.children(word, "mark") and set_off(tree, word)
    return Cut.PARTICIPLE if told and tree.words[word] not in _PREPOSITIONAL else None


def _subordinate(tree: Tree, word: int, marks: set[str]) -> Cut | None:
    """An adverbial clause with a subject of its own."""
    own = subject(tree, word)
    misread = own is not None and tree.words[own] in ("who", "which")  # part of a relative clause
    manner = "as" in marks and not set_off(tree, word)  # "is published as it stood"
    if misread or manner:
        return None
    if marks & _KEPT_MARKS:
        return Cut.ADVERBIAL if "so" in marks and set_off(tree, word) else None  # ", so that it holds"
    if "with" in marks and not (set_off(tree, word) and (is_ing(tree, word) or _has_figure(tree, word))):
        return None
    if "because" in marks:
        return _because(tree, word)
    if measured(tree, word) is not None:
        return None  # "two hours before the dam broke"
    if "when" in marks and tree.words[word] in _AGES:
        return None  # "when he was 15 years old": he no longer is
    if _is_slight(tree, word) or ("when" in marks and tense(tree, word) is Tense.PRESENT):
        return None  # "when it rains" is a condition
    if marks & _ANCHORS and _is_needed(tree, word, marks):
        return None
    verbal = tree.upos[word] in ("VERB", "AUX") or tree.child(word, "cop") is not None
    if marks & _CLAUSE_MARKS:
        return Cut.ADVERBIAL if verbal else None
    return _absolute(tree, word)


def _absolute(tree: Tree, word: int) -> Cut | None:
    """A subject with its predicate between commas, unless it says too little: "fuel excluded"."""
    telling = sum(tree.upos[w] in _TELLING for w in tree.subtree(word))
    return Cut.ABSOLUTE if set_off(tree, word) and telling > 2 else None


def _because(tree: Tree, word: int) -> Cut | None:
    """A reason is told with what it explains where that says little by itself, or where it is one of several."""
    head = tree.heads[word]
    explained = sum(tree.upos[w] in _TELLING for w in tree.subtree(head, without=(word,)))
    partly = tree.has(word, "advmod", *_PARTLY)
    if explained >= _ENOUGH and not partly:
        return Cut.ADVERBIAL
    return Cut.REASON if word > head else None


def measured(tree: Tree, word: int) -> int | None:
    """The conjunction of a clause that a measure of time stands right before: "two hours after it had opened"."""
    for mark in tree.children(word, "mark", "case", "advmod"):
        if tree.words[mark] not in _FROM_THEN or mark < 2:
            continue
        unit, before = tree.words[mark - 1], mark - 2
        span = unit.removesuffix("s") in _SPANS and (is_number(tree, before) or tree.words[before] in _COUNTS)
        half = unit in ("half", "quarter") and tree.words[before] == "a"
        if (span or half) and not _is_length(tree, before):
            return mark
    return None


def _is_length(tree: Tree, word: int) -> bool:
    """Whether the measure that ends at a word says how long ("for two hours"), not how much earlier or later."""
    while word > 0 and (is_number(tree, word) or tree.words[word] in _COUNTS or tree.upos[word] == "ADV"):
        word -= 1
    return tree.words[word] in _LENGTHS


def _is_slight(tree: Tree, word: int) -> bool:
    """Whether a clause says too little by itself: "when they land"."""
    return sum(tree.upos[w] in _TELLING for w in tree.subtree(word)) < 2


def retold(tree: Tree, head: int) -> list[int]:
    """Clauses that stay in another and say enough to be told by themselves as well."""
    return [
        word
        for word in tree.children(head, "advcl")
        if subject(tree, word) is not None
        and measured(tree, word) is not None
        and sum(tree.upos[w] in _TELLING for w in tree.subtree(word)) >= _ENOUGH
    ]


def _is_needed(tree: Tree, word: int, marks: set[str]) -> bool:
    """Whether a clause of time belongs to its main clause: "calls have halved since the form went online"."""
    head = tree.heads[word]
    rest = set(tree.subtree(head, without=(word,)))
    if "since" in marks and any(tree.words[w] in _RANKS for w in rest):
        return True
    if set_off(tree, word) and word > head:
        return False
    if "since" in marks and any(tree.words[w] == "than" for w in rest):
        return True  # "less than at any time since records began"
    return sum(tree.upos[w] in _TELLING for w in rest) < _ENOUGH


def _reduced(tree: Tree, word: int) -> Cut | None:
    if is_infinitive(tree, word) or tree.children(word, "mark", "case"):
        return None
    if subject(tree, word) is not None:
        return _absolute(tree, word)
    if not (is_ing(tree, word) or is_participle(tree, word)):
        return None
    told = is_indefinite(tree, tree.heads[word]) and _has_figure(tree, word)
    return Cut.REDUCED if set_off(tree, word) or told else None


def _has_figure(tree: Tree, word: int) -> bool:
    return has_number(tree, tree.subtree(word))
