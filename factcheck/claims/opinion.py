"""Whether a claim judges, tells the writer's own mind, or says what should be: nothing a source could settle.

A figure or a date makes a claim of fact of it, and so does somebody else to whom it is attributed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Set

from factcheck.claims.inflection import is_past_participle
from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.verbs import is_infinitive, subject
from factcheck.claims.vocabulary import word_set

_PRAISE = word_set(
    "beautiful lovely wonderful amazing fantastic delightful nice exciting superb stunning brilliant marvellous "
    "gorgeous charming delicious tasty enjoyable magical elegant pleasant excellent splendid hilarious "
    "inspiring unforgettable refreshing adorable cosy impressive awesome incredible fabulous magnificent breathtaking "
    "thrilling heartwarming intuitive friendliest loveliest nicest prettiest wise admirable"
)
_BLAME = word_set(
    "terrible horrible awful grim dull disappointing unfair foolish silly stupid absurd ridiculous clunky "
    "annoying outrageous shameful disgraceful pathetic ugly tedious overrated shocking appalling dreadful depressing "
    "laughable pointless tasteless unacceptable inexcusable frustrating infuriating ugliest dullest silliest "
    "unwise cruel heartless cynical"
)
_VERDICTS = word_set(
    "disgrace shame masterpiece joy delight pleasure gem triumph farce nightmare travesty outrage insult tragedy "
    "pity blessing gift treat scandal nonsense slap marvel wonder disappointment mistake"
)
_TASTE = _PRAISE | _BLAME
_LINKS = word_set(
    "feel feels felt look looks looked sound sounds sounded taste tastes tasted seem seems seemed smell smells have "
    "has had offer offers make makes made provide provides deliver delivers remain remains"
)
"""Verbs that give their subject a quality."""
_UTTERLY = word_set(
    "painfully truly utterly incredibly absolutely wonderfully ridiculously hopelessly terribly awfully"
)
_BEST = word_set("best worst greatest")
_MEASURED = word_set(
    "result time performance score year month quarter week day finish start season figure record mark placing showing "
    "total attendance harvest return"
)
"""What can be the best by count."""
_CANDID = word_set("honestly frankly arguably")
_MIND = word_set(
    "think believe feel love hate like prefer hope wish want fear doubt wonder guess suppose reckon regret enjoy adore "
    "admire imagine agree disagree argue care dream miss understand need know mean worry thought believed felt loved "
    "hoped wished wanted feared wondered regretted enjoyed admired suspect trust"
)
_MOODS = word_set(
    "proud delighted happy happier glad sorry thrilled excited grateful pleased honoured honored afraid sad lucky sure "
    "convinced confident thankful humbled ashamed sceptical optimistic hopeful worried keen eager encouraged"
)
_TELLING = word_set("announce report say confirm inform tell note add")
_OWN_WORDS = word_set("view opinion feeling mind hunch impression guess belief experience")
_DOING = word_set(
    "act do stop listen learn ask remember forget think talk try start begin look visit keep consider take"
)
_USING = word_set("use try check run install download set choose click want")
_ACTORS = word_set("government council board minister state country city court parliament party committee leader")
_BARE = 2  # words of "a deal is a deal" that tell
_FIRST = frozenset({"i", "we"})
_EMPTY = word_set("say says said be is was tell tells do does did")
_TELLS = ("NOUN", "PROPN", "NUM", "ADJ", "SYM")
_SEASONS = word_set("spring summer autumn winter")
_DATES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december"
)


def is_anchored(tree: Tree, words: Collection[int]) -> bool:
    """Whether words hold a number or a date, which a source can settle whatever else they say."""
    return any(
        tree.words[word][0].isdigit()
        or (tree.upos[word] == "NUM" and tree.words[word] != "one")
        or (tree.words[word] in _DATES and tree.tokens[word].text[0].isupper())
        or (tree.words[word] in _SEASONS and tree.words[word - 1 : word] in (["in"], ["by"], ["this"]))
        for word in words
    )


def is_opinion(tree: Tree, head: int, words: Set[int]) -> bool:
    """Whether a claim that nobody else makes is an opinion, a mood, advice or an empty phrase.

    Args:
        tree: The sentence.
        head: The claim's predicate.
        words: The claim's words outside quotation marks.
    """
    if is_anchored(tree, words):
        # "Her account of the night of 3 May makes grim reading": the date only says which account.
        rest = words - _naming(tree, head)
        return not is_anchored(tree, rest) and _judges(tree, head, rest)
    return (
        _judges(tree, head, words)
        or _is_personal(tree, head, words)
        or _advises(tree, head)
        or _says_nothing(tree, head, words)
    )


def _naming(tree: Tree, head: int) -> set[int]:
    """The words of a subject that only say which one is meant."""
    own = subject(tree, head)
    parts = tree.children(own, "nmod", "nmod:poss", "acl", "acl:relcl") if own is not None else []
    return {word for part in parts for word in tree.subtree(part)}


# --- judgements


def _judges(tree: Tree, head: int, words: Collection[int]) -> bool:
    near = list(_predicate(tree, head, words))
    if any(tree.words[word] in _TASTE or tree.words[word] in _VERDICTS for word in near):
        return True
    if any(tree.words[word] in _CANDID for word in words if tree.rels[word] in ("advmod", "discourse")):
        return True
    return any(_is_superlative(tree, word) or _is_utter(tree, word) or _is_idiom(tree, word) for word in near)


def _predicate(tree: Tree, head: int, words: Collection[int]) -> Iterator[int]:
    """The words that give the subject its quality: those of a nominal predicate, or a linking verb's complement."""
    linked = tree.child(head, "cop") is not None or tree.words[head] in ("is", "was", "be", "are", "were", "'s")
    todo = [head] if linked or tree.upos[head] == "ADJ" else []
    there = tree.child(head, "expl") is not None
    if there or tree.words[head] in _LINKS or tree.upos[head] == "AUX":
        todo += tree.children(head, "xcomp", "obj", *(("nsubj",) if there else ()))
    while todo:
        word = todo.pop()
        if word not in words:
            continue
        yield word
        inner = (
            ("amod", "advmod", "conj", "nmod", "obl", "compound", "det", "fixed")
            if word == head
            else ("amod", "advmod")
        )
        todo += [child for child in tree.children(word, *inner) if child != word]


def _is_superlative(tree: Tree, word: int) -> bool:
    """Whether a word ranks by taste: "the best book", not "her best time", "best-selling"."""
    if tree.words[word] not in _BEST or tree.words[word - 1 : word] != ["the"]:
        return False
    noun = tree.words[tree.heads[word]].removesuffix("s") if tree.heads[word] != ROOT else ""
    hyphen = tree.words[word + 1 : word + 2] == ["-"]
    return not hyphen and noun not in _MEASURED


def _is_utter(tree: Tree, word: int) -> bool:
    host = tree.heads[word]
    adjective = host != ROOT and tree.upos[host] == "ADJ" and not is_past_participle(tree.words[host])
    far = tree.words[word] == "too" and tree.words[word - 1 : word] == ["far"]
    return adjective and (tree.words[word] in _UTTERLY or far)


def _is_idiom(tree: Tree, word: int) -> bool:
    """Whether a word is part of a praise such as "well worth" or "as good as it gets"."""
    before, after = tree.words[word - 1 : word], tree.words[word + 1 : word + 4]
    if tree.words[word] == "worth":
        return before == ["well"] or any(text.endswith("ing") for text in after[:1])
    return after == ["as", "it", "gets"]


# --- the writer's own mind


def _is_personal(tree: Tree, head: int, words: Collection[int]) -> bool:
    own = subject(tree, head)
    if own is not None and tree.words[own] in _FIRST:
        if tree.words[head] in _MOODS:
            return not any(tree.words[word] in _TELLING for word in tree.children(head, "xcomp"))
        return tree.words[head] in _MIND
    host = tree.heads[head]
    if host != ROOT and tree.words[host] in _MIND and tree.rels[head] == "ccomp":  # "I think" has been cut off
        speaker = subject(tree, host)
        if speaker is not None and tree.words[speaker] in _FIRST:
            return True
    return any(
        tree.words[word] in _OWN_WORDS and any(tree.words[child] in ("my", "our") for child in tree.children(word))
        for word in words
        if tree.heads[word] == head or word == own
    )


# --- what should be


def _advises(tree: Tree, head: int) -> bool:
    own = subject(tree, head)
    who = tree.words[own] if own is not None else ""
    modals = {tree.words[child] for child in tree.children(head, "aux")}
    if tree.words[head] in ("let", "lets") and own is None:
        return True
    if (
        who in ("it", "this", "that")
        and tree.words[head] == "time"
        and any(is_infinitive(tree, c) for c in tree.children(head))
    ):
        return True  # "It is time to act"
    if modals & {"should", "ought"}:  # "Work should begin in May" is a schedule
        return own is not None and _is_addressed(tree, own) and tree.child(head, "aux:pass") is None
    if tree.words[head] == "ought":
        return True
    if "must" in modals:
        return who in (*_FIRST, "you") or tree.words[head] in _DOING
    if who == "you":
        return bool(modals & {"can", "may", "could", "might"}) and tree.words[head] in _USING
    return tree.words[head] in ("deserve", "deserves") and tree.child(head, "obj") is None


def _is_addressed(tree: Tree, own: int) -> bool:
    """Whether a subject can be told what to do: a pronoun, people in general, a body that governs."""
    if tree.upos[own] == "PRON" or tree.words[own] in _ACTORS:
        return True
    general = not tree.children(own, "det", "nmod:poss", "nummod", "nmod")
    return general and tree.upos[own] == "NOUN" and tree.words[own].endswith(("ers", "ors", "ists", "ians", "ents"))


def _says_nothing(tree: Tree, head: int, words: Collection[int]) -> bool:
    """Whether a claim is an empty phrase: "That says it all", "Enough is enough"."""
    own = subject(tree, head)
    if own is None or own not in words:
        return False
    if tree.words[own] == tree.words[head]:
        return sum(tree.upos[word] in (*_TELLS, "VERB") for word in words) <= _BARE
    telling = any(tree.upos[word] in _TELLS for word in words)
    return not telling and tree.words[own] in ("that", "this") and tree.words[head] in _EMPTY
