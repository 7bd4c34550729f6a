"""Claims with several figures, one for each: "ran 517 sessions for 4,200 participants" tells two things."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.claims.draft import Draft
from factcheck.claims.phrases import is_number, is_time
from factcheck.claims.tree import Tree
from factcheck.claims.vocabulary import word_set

_BEARERS = ("obj", "obl", "obl:unmarked", "nmod", "obl:agent")
_AMOUNTS = word_set("half third quarter dozens hundreds thousands millions twice")
_STANDARDS = word_set("than as instead between per every")
_SETTINGS = ("for", "at", "in", "with", "to", "from", "by")
_LENGTH = word_set("for in within over under after during")


def by_figure(tree: Tree, draft: Draft, head: int, body: Collection[int]) -> list[Draft]:
    """The draft once for each of its dependents with a figure; the draft alone if there is but one.

    The first keeps everything else that the clause says; each of the others keeps the core alone, with the
    figures of the object left out.

    Args:
        tree: The sentence.
        draft: The claim of a clause.
        head: The clause's predicate.
        body: The clause's own words.
    """
    present = set(draft.words) & set(body)
    direct = [child for child in tree.children(head, *_BEARERS) if child > head and child in present]
    inner = [child for noun in direct if tree.rels[noun] == "obj" for child in _added(tree, noun)]
    added = {word for child in inner for word in tree.subtree(child)}
    bearers = [c for c in direct if _bears(tree, c, present - added)]
    bearers = sorted(bearers + [c for c in inner if _bears(tree, c, present)])
    groups = _grouped(tree, bearers)
    if len(groups) < 2:
        return [draft]
    found: list[Draft] = []
    for group in groups:
        others = [bearer for other in groups if other is not group for bearer in other]
        drop: set[int] = set()
        for other in others:
            if tree.rels[other] == "obj":
                drop |= _figures_of(tree, other)
            else:
                drop |= set(tree.subtree(other))
        if group is not groups[0]:
            drop |= _adjuncts(tree, head, [*group, *others])
        found.append(draft.without(drop, None if group is groups[0] else tree.subtree(group[0])[0]))
    return found


def _added(tree: Tree, noun: int) -> list[int]:
    """Phrases behind an object that say for whom, where or with what: "ran 517 sessions for 4,200 people"."""
    return [child for child in tree.children(noun, "nmod") if child > noun and tree.has(child, "case", *_SETTINGS)]


def _bears(tree: Tree, child: int, present: Collection[int]) -> bool:
    """Whether a dependent's figure may stand by itself: no date, ratio or standard of comparison."""
    words = [word for word in tree.subtree(child) if word in present]
    texts = {tree.words[word] for word in words}
    if not any(_is_figure(tree, word) for word in words) or texts & _STANDARDS:
        return False
    bare = not any(tree.upos[word] in ("NOUN", "PROPN", "SYM") for word in words)
    if bare:  # "three in four", "on 8"
        return tree.rels[child] == "obj"
    if is_time(tree, words):
        case = {tree.words[c] for c in tree.children(child, "case")}
        counted = any(tree.upos[w] == "NUM" for w in tree.children(child, "nummod"))
        return bool(case & _LENGTH) and counted and not tree.children(child, "det") and not texts & {"am", "pm"}
    return True


def _is_figure(tree: Tree, word: int) -> bool:
    joined = word + 1 < len(tree) and tree.words[word + 1] == "-"  # "four-core"
    before = tree.tokens[word - 1].text if word else ""
    near = tree.heads[word] in (word - 1, tree.heads[word - 1])
    named = near and tree.upos[word - 1] == "PROPN" and before[1:].islower()  # "Windows 7", "the Hot 100 chart"
    return (tree.upos[word] == "NUM" or tree.words[word] in _AMOUNTS) and not joined and not named


def _grouped(tree: Tree, bearers: list[int]) -> list[list[int]]:
    """Bearers that belong together: "from 955 MB to 244 MB", "by 34 votes to 25"."""
    groups: list[list[int]] = []
    for bearer in bearers:
        case = {tree.words[c] for c in tree.children(bearer, "case")}
        if groups and "to" in case and any(tree.has(b, "case", "from") for b in groups[-1]):
            groups[-1].append(bearer)
        else:
            groups.append([bearer])
    return groups


def _figures_of(tree: Tree, noun: int) -> set[int]:
    """The numbers of a noun phrase and what hedges them, when a noun is left without them."""
    if tree.upos[noun] not in ("NOUN", "PROPN") or any(
        tree.rels[w] != "nummod" and is_number(tree, w) and tree.heads[w] == noun for w in tree.children(noun)
    ):
        return set()
    return {word for child in tree.children(noun, "nummod") for word in tree.subtree(child)}


def _adjuncts(tree: Tree, head: int, kept: Collection[int]) -> set[int]:
    """The words of a clause's other adjuncts."""
    return {
        word
        for child in tree.children(head, "obl", "obl:unmarked", "advcl")
        if child not in kept
        for word in tree.subtree(child)
    }
