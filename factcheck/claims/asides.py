"""Claims that asides make of what stands before them."""

from __future__ import annotations

from factcheck.claims.clauses import Walker
from factcheck.claims.draft import Draft, Pieces, joined
from factcheck.claims.inflection import Tense, is_past_participle
from factcheck.claims.phrases import again, has_number, is_number, is_time, owned_by, short_phrase
from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.units import HEDGES, Aside, AsideKind, is_amount, starts_part
from factcheck.claims.verbs import STATES, SUBJECTS, be, is_plural, tense
from factcheck.claims.years import in_brackets

_RANGES = frozenset({"-", "–", "—", "/", ","})
_CURRENCIES = frozenset("€$£¥")
_MIXED = (["a", "half"], ["a", "quarter"])  # "two and a half times"
_DAYS = frozenset({"day", "night", "evening", "morning", "month", "year", "week", "weekend", "season"})
_SPEAKERS = frozenset({"i", "we", "you", "he", "she", "it", "they"})
_FIGURED = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "obl:unmarked", "xcomp"})


def told(walker: Walker, aside: Aside, words: tuple[int, ...], when: Tense) -> list[Draft]:
    """The claims of an aside, lists of members and brackets apart.

    Args:
        walker: That of the unit, which has been walked.
        aside: The aside.
        words: Its words' indices.
        when: The tense of the clause around.
    """
    texts = [token.text.lower() for token in aside.tokens]
    match aside.kind:
        case AsideKind.AGE:
            return [age(mention(walker.tree, aside.after)[0], words)]
        case AsideKind.COMPARISON:
            return comparison(walker, aside.after, words, texts)
        case AsideKind.CHANGE:
            return [change(walker, aside.after, words, texts)]
        case AsideKind.SUPERLATIVE:
            return [superlative(walker, aside.after, words, texts)]
        case AsideKind.WITH:
            return [possessed(walker, aside.after, words, texts)]
        case AsideKind.DESCRIBED:
            return described(walker, aside.after, words, texts, when)
        case AsideKind.PART:
            head = walker.predicate_of(aside.after)
            passive = walker.tree.child(head, "aux:pass") is not None
            return parts(words, texts, whole(walker, aside.after), when, (head,) if passive else ())
        case AsideKind.SHARE:
            return [share(walker, aside.after, words, texts)]
        case AsideKind.BRACKET:
            return bracket(walker, aside.after, words, texts)
        case _:
            return []


def mention(tree: Tree, word: int) -> tuple[Pieces, bool]:
    """The noun phrase that ends at a word, mentioned again, and whether it is plural."""
    top = named_by(tree, word)
    return again(tree, short_phrase(tree, top, ())), is_plural(tree, top)


def named_by(tree: Tree, word: int) -> int:
    """The head of the noun phrase that ends at a word."""
    top = word
    while (head := tree.heads[top]) != ROOT:
        if tree.rels[top] in ("flat", "compound"):
            top = head
            continue
        inside = any(tree.words[child] != "of" for child in tree.children(top, "case"))
        nominal = tree.upos[head] in ("NOUN", "PROPN", "NUM", "PRON", "SYM")
        if inside or not nominal or tree.subtree(head)[-1] != word:
            break
        top = head
    return top


def whole(walker: Walker, after: int) -> Pieces:
    """What "them" in an aside stands for: the figure of the clause before it, or the phrase before it."""
    tree = walker.tree
    top = figure(tree, after, walker.predicate_of(after))
    if top is None:
        pieces, _ = mention(tree, after)
    else:
        of = next((c for c in tree.children(top, "nmod") if tree.has(c, "case", "of")), None)
        if of is not None and is_number(tree, top):  # "30 of the 412 houses ..., most of them"
            return joined("those", (of,))
        pieces = again(tree, short_phrase(tree, top, ()))
    return known(tree, pieces) if any(isinstance(p, int) and is_number(tree, p) for p in pieces) else pieces


def known(tree: Tree, pieces: Pieces) -> Pieces:
    """A phrase with the article that it needs on a second mention: "40 people" becomes "the 40 people"."""
    first = pieces[0]
    bare = isinstance(first, int) and tree.upos[first] in ("NUM", "ADV", "ADP", "ADJ", "NOUN")
    return joined("the", pieces) if bare else pieces


def figure(tree: Tree, after: int, head: int) -> int | None:
    """The phrase with the figure that a comparison is put in the place of.

    Args:
        tree: The sentence.
        after: The word before the comparison.
        head: The predicate of the clause that it stands in.
    """
    found: int | None = None
    for child in tree.children(head):
        words = tree.subtree(child)
        if words[0] > after or tree.rels[child] not in _FIGURED:
            continue
        if _counts(tree, child) and not is_time(tree, words):
            found = child
    return found


def _counts(tree: Tree, noun: int) -> bool:
    """Whether a phrase has a figure of its own, not only in what is added to it: "level 9 to 40 km/h"."""
    added = [c for c in tree.children(noun, "nmod", "acl", "acl:relcl", "conj") if not tree.has(c, "case", "of")]
    return has_number(tree, tree.subtree(noun, without=added))


def comparison(walker: Walker, after: int, words: tuple[int, ...], texts: list[str]) -> list[Draft]:
    """A comparison in the place of the figure that it compares, one draft for each part after "and".

    "The party lost 4 seats, a sixth of its share" gives "the party lost a sixth of its share".
    """
    tree = walker.tree
    head = walker.predicate_of(after)
    place = figure(tree, after, head)
    found: list[Draft] = []
    for part in _alternatives(words, texts):
        if place is None or tree.rels[place] in SUBJECTS:
            pieces = joined(walker.core(head), ",", part)
        else:
            pieces = walker.core(head, {place: part})
        found.append(Draft(pieces, part[0]))
    return found


def _alternatives(words: tuple[int, ...], texts: list[str]) -> list[tuple[int, ...]]:
    """A comparison cut at each "and" that begins a figure of its own."""
    cuts = [
        i
        for i in range(2, len(texts) - 2)
        if texts[i] == "and" and starts_part(texts[i + 1 :]) and texts[i + 1 : i + 3] not in _MIXED
    ]
    starts, ends = [0, *(i + 1 for i in cuts)], [*cuts, len(texts)]
    return [words[start:end] for start, end in zip(starts, ends, strict=True)]


def change(walker: Walker, after: int, words: tuple[int, ...], texts: list[str]) -> Draft:
    """How a figure has changed: "reserves stood at 4m, up by a tenth" gives "reserves were up by a tenth"."""
    head = walker.predicate_of(after)
    if texts[1] == "from":
        place = figure(walker.tree, after, head)
        kept = () if place is None else walker.tree.subtree(place, without=walker.tree.children(place, "case"))
        return Draft(joined(walker.core(head, {place: tuple(kept)} if place and kept else None), ",", words), words[0])
    subject, plural = walker.subjects.get(head, ((), False))
    if not subject:
        subject, plural = mention(walker.tree, after)
    return Draft(joined(subject, be(tense(walker.tree, head), plural), words), words[0])


def superlative(walker: Walker, after: int, words: tuple[int, ...], texts: list[str]) -> Draft:
    """A record: "its output, the lowest since 2013," gives "its output was the lowest since 2013"."""
    tree = walker.tree
    head = walker.predicate_of(after)
    what, plural = mention(tree, after)
    own = [piece for piece in what if isinstance(piece, int)]
    subject, _ = walker.subjects.get(head, ((), False))
    if is_time(tree, own) and set(texts[2:4]) & _DAYS:  # "on 8 August, the coldest day of the year"
        return Draft(joined(_date(tree, after), be(tense(tree, head), plural=False), words), words[0])
    if has_number(tree, own) or set(own) & {piece for piece in subject if isinstance(piece, int)}:
        return Draft(joined(what, be(tense(tree, head), plural), words), words[0])
    return Draft(joined(walker.core(head), ",", words), words[0])


def _date(tree: Tree, after: int) -> tuple[int, ...]:
    """The numbers and names right before a word, and it."""
    start = after
    while start and tree.upos[start - 1] in ("NUM", "PROPN") and tree.words[start - 1] not in (",",):
        start -= 1
    return tuple(range(start, after + 1))


def age(who: Pieces, words: tuple[int, ...]) -> Draft:
    """An age after a name: "Ruth Orme, 34," gives "Ruth Orme is 34 years old"."""
    return Draft(joined(who, "is", words, "years old"), words[0])


def parts(
    words: tuple[int, ...], texts: list[str], of_what: Pieces, when: Tense, participle: Pieces = ()
) -> list[Draft]:
    """Parts of a group: "17 people, most of them French," gives "most of the 17 people were French".

    A second part after "and" is a claim of its own.

    Args:
        words: The aside's words.
        texts: The same in lower case.
        of_what: What "them" stands for.
        when: The tense of the clause around.
        participle: What was done to the whole, if the clause around is passive.
    """
    at = texts.index("them")
    copula = be(when, plural=texts[0] not in ("one", "each", "neither", "either"))
    if texts[at + 1] == "with":  # "most of them with head injuries"
        rest = joined("had" if when is Tense.PAST else "have", words[at + 2 :])
        return [Draft(joined(words[:at], of_what, rest), words[0])]
    if texts[at + 1] == "by" and participle:  # "most of them by volunteers"
        return [Draft(joined(words[:at], of_what, copula, participle, words[at + 1 :]), words[0])]
    end, second = len(texts), []
    for i in range(at + 2, len(texts) - 2):
        # "more than half of them in Denmark and 91 in Latvia"
        if texts[i] == "and" and texts[i + 1][0].isdigit() and texts[i + 2] == texts[at + 1]:
            pieces = joined((words[i + 1],), "of", of_what, copula, words[i + 2 :])
            end, second = i, [Draft(pieces, words[i + 1])]
            break
    return [Draft(joined(words[:at], of_what, copula, words[at + 1 : end]), words[0]), *second]


def share(walker: Walker, after: int, words: tuple[int, ...], texts: list[str]) -> Draft:
    """A part in a clause: "six men, two of whom died," gives "two of the six men died".

    "Of whom 40 stayed" gives "40 of ... stayed", "half of which she gave away" "she gave away half of ...".
    """
    group = whole(walker, after)
    what, _ = mention(walker.tree, after)
    own = [piece for piece in what if isinstance(piece, int)]
    nominal = walker.tree.upos[after] not in ("VERB", "AUX", "ADV", "ADP")
    if nominal and not is_time(walker.tree, own):
        unclear = walker.tree.rels[after] == "conj"  # which of those listed?
        pronoun = "these" if "which" in texts else "them"
        group = (pronoun,) if unclear else known(walker.tree, what)
    elif nominal and "whose" in texts:  # "a team dissolved in October, one of whose members"
        group = _above(walker.tree, after) or group
    if "whose" in texts and group[0] not in ("these", "them"):
        group = owned_by(walker.tree, group)
    return shared(group, words, texts)


def _above(tree: Tree, word: int) -> Pieces:
    """The nearest thing that a time is told of; () if there is none."""
    for noun in tree.ancestors(word):
        if tree.upos[noun] in ("NOUN", "PROPN") and not is_time(tree, [noun]):
            return again(tree, short_phrase(tree, noun, ()))
    return ()


def shared(group: Pieces, words: tuple[int, ...], texts: list[str]) -> Draft:
    """The clause about a part with the group in the place of its relative pronoun."""
    at = texts.index("of")
    rest = words[at + 2 :]
    if at == 0:
        end = next((i for i in range(2, len(texts)) if not is_amount(texts[i])), len(texts))
        return Draft(joined(words[2:end], "of", group, words[end:]), words[0])
    if rest and texts[at + 2] in _SPEAKERS:
        return Draft(joined(rest, words[: at + 1], group), words[0])
    return Draft(joined(words[: at + 1], group, rest), words[0])


def bracket(walker: Walker, after: int, words: tuple[int, ...], texts: list[str]) -> list[Draft]:
    """A figure in brackets: that of another time ("(7,400 in 2022)"), or the size of what stands before.

    Years tell of a life, an event or a work; where and when somebody was born is told as well.
    """
    what, plural = mention(walker.tree, after)
    dated = in_brackets(walker.tree, named_by(walker.tree, after), what, words, texts)
    if dated:
        return dated
    if texts[0] in ("born", "founded") and len(texts) > 1:
        return [Draft(joined(what, be(Tense.PAST, plural), words), words[0])]
    if all(text.isdigit() or text in _RANGES for text in texts):
        return []
    at = next((i for i, text in enumerate(texts) if text not in HEDGES), None)
    money = at is not None and texts[at] in _CURRENCIES and texts[at + 1 : at + 2] != []
    if at is None or not (texts[at][0].isdigit() or money) or len(texts) < 2:
        return []
    tree = walker.tree
    head = walker.predicate_of(after)
    place = figure(tree, after, head)
    if "in" in texts[at + 1 :]:
        return [] if place is None else [Draft(walker.core(head, {place: words}), words[0])]
    if money:  # "payment of the invoice (€7,200)": the amount is the invoice's
        what = again(tree, short_phrase(tree, _last_noun(tree, after), ()))
    own = [piece for piece in what if isinstance(piece, int)]
    if has_number(tree, own) or "+" in texts:
        return []
    return [Draft(joined(what, be(Tense.PRESENT, plural), words), words[0])]


def _last_noun(tree: Tree, word: int) -> int:
    """The head of the shortest phrase that ends at a word."""
    while tree.rels[word] in ("flat", "compound") and tree.heads[word] != ROOT:
        word = tree.heads[word]
    return word


def possessed(walker: Walker, after: int, words: tuple[int, ...], texts: list[str]) -> Draft:
    """What a subject has: "its cells, with a rating of 3 W," gives "its cells have a rating of 3 W"."""
    what, plural = mention(walker.tree, after)
    if texts[0] == "at":
        return Draft(joined(what, be(Tense.PRESENT, plural), words), words[0])
    return Draft(joined(what, "have" if plural else "has", words[1:]), words[0])


def described(walker: Walker, after: int, words: tuple[int, ...], texts: list[str], when: Tense) -> list[Draft]:
    """What was done: "the dam, built in 1959," gives "the dam was built in 1959"; so each part."""
    what, plural = mention(walker.tree, after)
    cuts = [i for i in range(2, len(texts) - 2) if texts[i] == "and" and is_past_participle(texts[i + 1])]
    starts, ends = [0, *(i + 1 for i in cuts)], [*cuts, len(texts)]
    copula = be(when if texts[0] in STATES else Tense.PAST, plural)
    parts_ = [words[start:end] for start, end in zip(starts, ends, strict=True)]
    return [Draft(joined(what, copula, part), part[0]) for part in parts_]
