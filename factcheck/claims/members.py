"""Members of a group that an aside lists: "three men, among them a judge", "awards, including two medals"."""

from __future__ import annotations

from factcheck.claims.asides import whole
from factcheck.claims.clauses import Walker
from factcheck.claims.draft import Draft, joined
from factcheck.claims.frame import Frame
from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.verbs import be, is_plural, tense

_LEAD = frozenset({"among", "including", "them", "these"})


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
    first = tree.subtree(host)[0]
    cases = tree.children(place, "case")
    before = [word for word in tree.subtree(place) if word < first and word not in cases]
    inner = tree.children(host, "case") if host != place else []
    return place, (*before, *inner)


def members(walker: Walker, tree: Tree, start: int, after: int) -> tuple[list[Draft], dict[int, str]]:
    """The claims of such an aside: "the court held a judge", else "a judge was among the three men".

    Args:
        walker: That of the unit.
        tree: The aside's own tree.
        start: What to add to its indices.
        after: The word before the aside.

    Returns:
        The drafts, and what to say in the place of words.
    """
    outer = walker.tree
    head = walker.predicate_of(after)
    place, before = _holder(outer, head, after)
    when = tense(outer, head)
    inner = Walker(tree, ())
    top = next((w for w in range(len(tree)) if tree.words[w] not in _LEAD), 0)
    while tree.heads[top] != ROOT and tree.words[tree.heads[top]] not in _LEAD:
        top = tree.heads[top]
    others = tree.children(top, "conj")
    drafts: list[Draft] = []
    for member in [top, *others]:
        cuts = {word: cut for word, cut in inner.cuts(member).items() if word not in others}
        body = [w for w in tree.subtree(member, without=[*cuts, *others]) if tree.words[w] not in _LEAD]
        while body and tree.upos[body[0]] in ("CCONJ", "PUNCT", "ADP"):
            body.pop(0)
        if body:
            shifted = tuple(w + start for w in body)
            if place is not None:
                pieces = walker.core(head, {place: joined(before, shifted)})
            else:
                pieces = joined(shifted, be(when, is_plural(tree, member)), "among", whole(walker, after))
            drafts.append(Draft(pieces, shifted[0]))
        inner.walk_parts(member, cuts, Frame(tense=when))
    drafts += [draft.shifted(start) for draft in inner.drafts]
    return drafts, {word + start: said for word, said in inner.spoken.items()}
