"""Facts that a noun phrase asserts by the way: how long, how many, from where."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.claims.cuts import RELATIVE_WORDS
from factcheck.claims.draft import Draft, joined
from factcheck.claims.inflection import Tense, article
from factcheck.claims.names import is_role
from factcheck.claims.phrases import again, is_number, is_time, short_phrase
from factcheck.claims.tree import Tree
from factcheck.claims.verbs import is_plural
from factcheck.claims.vocabulary import word_set

_SPANS = word_set("minute hour day week month year decade century")
_EVENTS = word_set(
    "siege trial war strike debate battle outage investigation inquiry blackout hearing search "
    "operation meeting speech visit journey voyage march drought flood fire standoff stand-off "
    "negotiation occupation blockade closure delay walkout campaign match game concert festival "
    "conference lockdown reign ceasefire truce hunt manhunt protest power-cut"
)
_PARTS = word_set("page member storey story seat room bed chapter question point item lane track")
_PASSING = word_set("last first next previous past remaining other final own")
_OWNERS = {"our": "we have", "its": "it has", "their": "they have"}
_TOLD_OF = ("nsubj", "nsubj:pass", "obj")
_LEAST = 10  # a count that is worth a claim of its own


def facets(tree: Tree, quoted: Collection[int], when: Tense) -> list[Draft]:
    """The facts of a unit's noun phrases, outside quotations."""
    found: list[Draft] = []
    for noun in range(len(tree)):
        if noun in quoted or tree.upos[noun] not in ("NOUN", "PROPN"):
            continue
        told = [facet(tree, noun) for facet in (_owned, _origin, _role, _age)]
        told += [_measured(tree, noun, when), _counted(tree, noun, when)]
        found += [draft for draft in told if draft is not None]
    return found


def _measured(tree: Tree, noun: int, when: Tense) -> Draft | None:
    """Size: "a 31-hour siege" lasted 31 hours, "a 612-page report" has 612 pages."""
    for unit in tree.children(noun, "compound", "amod"):
        number = tree.child(unit, "nummod")
        if number is None or number != unit - 2 or tree.words[unit - 1] != "-":
            continue
        many = tree.words[unit] + ("" if tree.words[number] in ("1", "one") else "s")
        if tree.words[unit] in _SPANS and tree.words[noun] in _EVENTS:
            verb = "lasted" if when is Tense.PAST else "lasts"
        elif tree.words[unit] in _PARTS:
            verb = "has"
        else:
            continue
        return Draft(joined("the", (noun,), verb, (number,), many), number)
    return None


def _counted(tree: Tree, noun: int, when: Tense) -> Draft | None:
    """How many there are: "the four suspected gunmen were charged" says that there were four."""
    number = tree.child(noun, "nummod")
    if number is None or tree.rels[noun] not in _TOLD_OF or not tree.has(noun, "det", "the"):
        return None
    passing = any(tree.words[child] in _PASSING for child in tree.children(noun, "amod", "det"))
    described = any(child > number for child in tree.children(noun, "amod", "compound"))
    if passing or not described or not is_plural(tree, noun) or is_time(tree, tree.subtree(noun)):
        return None
    what = [word for word in short_phrase(tree, noun, ()) if word >= number]
    if tree.words[number] in ("one", "1") or tree.children(noun, "conj") or tree.upos[noun] != "NOUN":
        return None
    return Draft(joined("there", "were" if when is Tense.PAST else "are", tuple(what)), number)


def _owned(tree: Tree, noun: int) -> Draft | None:
    """Belongings: "most of Orme's 240 lockers" says that Orme has 240 lockers."""
    owner, number = tree.child(noun, "nmod:poss"), tree.child(noun, "nummod")
    if owner is None or number is None or owner > number:
        return None
    passing = any(tree.words[child] in _PASSING for child in tree.children(noun, "amod"))
    of_number = tree.rels[noun] == "nmod" and tree.upos[tree.heads[noun]] == "NUM"
    if passing or of_number or tree.children(noun, "conj") or not _is_many(tree, number):
        return None
    if tree.upos[owner] == "PROPN":
        who = tree.subtree(owner)
    elif tree.words[owner] in _OWNERS:
        who = []
    else:
        return None
    who = [word for word in who if tree.words[word] not in ("'s", "'")]
    what = [word for word in tree.subtree(noun) if word >= min(tree.subtree(number)) and word <= noun]
    if any(tree.tokens[word].text[:1].isupper() for word in what):
        return None  # a name with a number in it
    have = ("has",) if who else (_OWNERS[tree.words[owner]],)
    return Draft(joined(tuple(who), have, tuple(what)), what[0])


def _origin(tree: Tree, noun: int) -> Draft | None:
    """Where somebody or something is from: "Ruth Orme is a Danish cyclist" says that she is Danish."""
    own, copula = tree.child(noun, "nsubj"), tree.child(noun, "cop")
    if own is None or copula is None or tree.upos[noun] != "NOUN" or not tree.has(noun, "det", "a", "an"):
        return None
    if tree.words[own] in RELATIVE_WORDS or tree.children(noun, "compound") or tree.has(noun, "advmod", "not", "n't"):
        return None
    place = next((word for word in tree.children(noun, "amod") if is_demonym(tree.tokens[word].text)), None)
    if place is None:
        return None
    first = place
    while first and (tree.tokens[first - 1].text[:1].isupper() or tree.words[first - 1] == "-"):
        first -= 1  # "South Korean", "Anglo-Irish"
    who = short_phrase(tree, own, ())
    return Draft(joined(tuple(who), (copula,), tuple(range(first, place + 1))), place)


def _role(tree: Tree, name: int) -> Draft | None:
    """What somebody is: "the physician Ida Orme" says that she is a physician."""
    role = tree.child(name, "nmod:desc")
    if role is None or role > name or not is_role(tree, role) or tree.children(name, "conj"):
        return None
    others = tree.children(role, "det", "conj", "cc")  # "the painter and teacher Ida Orme"
    what = tree.subtree(role, without=others)
    titled = bool(tree.tokens[name].read)
    who = [name] if titled else [word for word in short_phrase(tree, name, (role,)) if word > role]
    if not what or not who or any(tree.upos[word] in ("NUM", "PUNCT") for word in what):
        return None
    own = tree.children(role, "nmod:poss")
    return Draft(joined(tuple(who), "is", () if own else (article(tree.words[what[0]]),), tuple(what)), what[0])


def _age(tree: Tree, noun: int) -> Draft | None:
    """How old somebody is: "the 22-year-old champion" says that the champion is 22 years old."""
    old = next((word for word in tree.children(noun, "amod") if tree.words[word] == "old"), None)
    if old is None or old < 4 or tree.words[old - 3 : old] != ["-", "year", "-"] or not is_number(tree, old - 4):
        return None
    number = tree.words[old - 4]
    if not (number.isdigit() or number.isalpha()) or tree.children(noun, "conj") or is_plural(tree, noun):
        return None
    who = [word for word in short_phrase(tree, noun, ()) if not old - 4 <= word <= old]
    return Draft(joined(again(tree, who), "is", (old - 4,), "years old"), old - 4)


def is_demonym(word: str) -> bool:
    """Whether a word tells of a country or people: "Danish", "Kenyan", "French"."""
    return word[:1].isupper() and word[1:].islower() and (word.endswith(_DEMONYM_ENDINGS) or word.lower() in _DEMONYMS)


_DEMONYM_ENDINGS = ("ian", "ean", "can", "ese", "ish", "yan", "ban", "aqi", "ani", "eli", "emi", "aiti", "wan")
_DEMONYMS = word_set("french dutch greek welsh swiss thai czech german norman roman cypriot")


def _is_many(tree: Tree, number: int) -> bool:
    text = tree.words[number].replace(",", "")
    if text.isdigit():
        return int(text[:9]) >= _LEAST
    return is_number(tree, number) and text in (
        "dozen",
        "hundred",
        "thousand",
        "million",
        "billion",
        "m",
        "bn",
    )
