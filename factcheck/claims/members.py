"""Members of a group that an aside lists: "three men, among them a judge", "awards, including two medals"."""

from __future__ import annotations

from factcheck.claims.asides import shared, whole
from factcheck.claims.clauses import Walker
from factcheck.claims.draft import Draft, joined
from factcheck.claims.frame import Frame
from factcheck.claims.phrases import short_phrase
from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.units import Aside
from factcheck.claims.verbs import be, is_plural, is_plural_member, tense
from factcheck.claims.vocabulary import word_set

_LEAD = frozenset({"among", "including", "them", "these"})
_COLLECTIONS = word_set("range variety number series array list host collection selection group string")
_MARKS = frozenset('“”"«»')


def _holder(tree: Tree, head: int, after: int) -> tuple[int | None, tuple[int, ...]]:
    """The argument of a clause that a list of members stands in for, and what of it comes before the list.

    It holds the nearest plural noun before the list: in "titles in his career, including two belts" the
    titles.
    """
    host = next((w for w in range(after, -1, -1) if tree.upos[w] == "NOUN" and is_plural(tree, w)), None)
    while host is not None and tree.rels[host] == "conj":
        host = tree.heads[host]
    if host is None or head not in tree.ancestors(host):
        return None, ()
    place = host
    while tree.heads[place] != head:
        place = tree.heads[place]
    if tree.rels[place] not in ("obj", "obl"):
        return None, ()
    if host != place and tree.words[place] in _COLLECTIONS and tree.heads[host] == place:
        return place, ()  # "a range of topics, including law": the range is of law
    first = tree.subtree(host)[0]
    cases = tree.children(place, "case")
    before = [word for word in tree.subtree(place) if word < first and word not in cases]
    inner = tree.children(host, "case") if host != place else []
    return place, (*before, *inner)


def _of_members(tree: Tree, top: int, start: int, aside: Aside) -> Draft:
    """What the tail of a list tells of a part of it: of the only member, else of "these"."""
    texts = [token.text.lower() for token in aside.tail]
    words = tuple(range(start + len(tree), start + len(tree) + len(texts)))
    if tree.children(top, "conj"):
        return shared(("these" if "which" in texts else "them",), words, texts)
    return shared(tuple(w + start for w in short_phrase(tree, top, ()) if tree.words[w] not in _LEAD), words, texts)


def _quotations(tree: Tree) -> dict[int, int]:
    """Words within quotation marks, marks included, with the place where their quotation begins."""
    found: dict[int, int] = {}
    start: int | None = None
    for word in range(len(tree)):
        if tree.words[word] not in _MARKS:
            continue
        if start is None:
            start = word
        else:
            found.update((inner, start) for inner in range(start, word + 1))
            start = None
    return found


def members(walker: Walker, tree: Tree, start: int, aside: Aside) -> tuple[list[Draft], dict[int, str]]:
    """The claims of such an aside: "the court held a judge", else "a judge was among the three men".

    Args:
        walker: That of the unit.
        tree: The aside's own tree.
        start: What to add to its indices.
        aside: The aside, whose tail is counted on after its tree.

    Returns:
        The drafts, and what to say in the place of words.
    """
    outer, after = walker.tree, aside.after
    head = walker.predicate_of(after)
    place, before = _holder(outer, head, after)
    when = tense(outer, head)
    marked = _quotations(tree)
    inner = Walker(tree, marked)
    top = next((w for w in range(len(tree)) if tree.words[w] not in _LEAD and tree.upos[w] != "PUNCT"), 0)
    while tree.heads[top] != ROOT and tree.words[tree.heads[top]] not in _LEAD:
        top = tree.heads[top]
    others = [word for word in tree.children(top, "conj") if word not in marked or marked[word] != marked.get(top)]
    drafts: list[Draft] = []
    for member in [top, *others]:
        cuts = {word: cut for word, cut in inner.cuts(member).items() if word not in others}
        own = set(tree.subtree(member, without=[*cuts, *others]))
        own |= {word for word, start in marked.items() if member in marked and start == marked[member]}
        body = sorted(word for word in own if tree.words[word] not in _LEAD)
        while body and tree.upos[body[0]] in ("CCONJ", "PUNCT", "ADP") and body[0] not in marked:
            body.pop(0)
        if body:
            shifted = tuple(w + start for w in body)
            if place is not None:
                pieces = walker.core(head, {place: joined(before, shifted)})
            else:
                pieces = joined(shifted, be(when, is_plural_member(tree, member)), "among", whole(walker, after))
            drafts.append(Draft(pieces, shifted[0]))
        inner.walk_parts(member, cuts, Frame(tense=when))
    drafts += [draft.shifted(start) for draft in inner.drafts]
    if aside.tail:
        drafts.append(_of_members(tree, top, start, aside))
    return drafts, {word + start: said for word, said in inner.spoken.items()}
