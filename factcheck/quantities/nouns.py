"""Nouns behind numbers: where the phrase ends, its head in the singular, and the words that narrow it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from factcheck.quantities.number_words import NUMBER_WORDS, ORDINALS
from factcheck.quantities.tokens import NAME, WORD, Token
from factcheck.quantities.wordlist import word_set

_IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "feet":
    "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife", "knives":
    "knife", "leaves": "leaf", "wolves": "wolf", "halves": "half", "shelves": "shelf", "thieves": "thief",
    "criteria": "criterion", "phenomena": "phenomenon", "buses": "bus", "gases": "gas", "viruses": "virus",
    "houses": "house", "cases": "case", "bases": "base", "horses": "horse", "nurses": "nurse", "courses":
    "course", "databases": "database", "purchases": "purchase", "licences": "licence", "causes": "cause",
    "phrases": "phrase", "diagnoses": "diagnosis", "crises": "crisis", "analyses": "analysis", "movies":
    "movie", "ties": "tie", "shoes": "shoe", "aircraft": "aircraft", "series": "series", "species":
    "species", "police": "police", "personnel": "personnel", "staff": "staff", "dead": "dead", "injured":
    "injured", "wounded": "wounded", "missing": "missing", "troops": "troop", "sheep": "sheep", "fish":
    "fish", "cattle": "cattle", "cannon": "cannon", "others": "other", "homeless": "homeless", "spacecraft":
    "spacecraft", "offspring": "offspring", "crew": "crew", "alumni": "alumnus", "data": "data",
    "unemployed": "unemployed", "media": "media", "axes": "axe", "lenses": "lens", "taxes": "tax", "caches":
    "cache", "headaches": "headache", "clothes": "clothes", "moustaches": "moustache", "diabetes": "diabetes",
    "prizes": "prize", "sizes": "size", "rises": "rise", "exercises": "exercise", "promises": "promise", "enterprises":
    "enterprise", "franchises": "franchise",
}  # fmt: skip
_NOT_PLURAL = word_set(
    """
    is was has does its this his hers ours theirs yours as us less plus across various previous perhaps
    always besides towards afterwards yes thus minus versus sometimes nowadays whereas unless times's 's means
    diabetes rabies measles aids
    """
)
STOP = word_set(
    """
    a an the this that these those my your his her its our their some any each every all both either
    neither no and or but nor so yet if because although though while when where who whom whose which what
    why how than as then of in on at to for by from with without within into onto upon over under above
    below between among against during before after since until till through throughout across along
    around about near behind beyond beside off out up down per via amid despite except like unlike toward
    towards inside outside i you he she it we they me him them us himself herself itself themselves there
    here is are was were be been being am has have had having do does did will would shall should can
    could may might must not never ever also only just even still already too very quite almost nearly
    comes goes becomes gets soon again once twice later earlier ago away apart altogether each yesterday today tomorrow
    respectively overall said says say told tells went came come goes go got get gets took take takes made
    make makes found left died die dies killed hurt remained remain stood stand fell fall rose rise grew
    grow held began begin won lost saw see ran run kept keep became become led lead met meet paid pay sent
    send brought bring took gave give given voted joined moved lived live work worked according including
    compared because such respectively instead together however therefore meanwhile nor
    contained showed reported received suffered carried scored posted produced included reached
    """
)
_COMPARED = frozenset({"more", "fewer", "less", "higher", "lower", "faster", "slower", "longer", "shorter", "further"})
_QUANTIFIERS = frozenset({"more", "other", "further", "additional", "extra", "fewer", "less", "new"})
_ADJECTIVES = word_set(
    """
    full new big large small major main public great long short young old armed foreign whole good bad
    serious key top straight consecutive successive senior junior free high low early late
    """
)
_ADJECTIVE_ENDINGS = (
    "ous", "al", "ive", "ful", "ic", "less", "ary", "ent", "ant", "able", "ible", "ed", "ern", "ish", "an",
)  # fmt: skip
_NO_ADJECTIVES = word_set(
    """
    anniversary library salary secretary summary diary boundary documentary dictionary missionary animal hospital trial
    goal arrival festival journal rival capital medal meal signal deal election parent student president patient client
    agent accident incident moment element document instrument tournament apartment table cable vegetable seed
    bed shed reed speed breed feed plan man woman pan can fan van ban loan clan ocean veteran pecan music clinic topic
    traffic picnic critic republic archive drive dive hive detective executive objective initiative relative
    """
)
"""Nouns that end as adjectives do."""
_PLURAL_ENDINGS = ("men", "women", "people", "folk", "children")
_NOT_PLURAL_ENDINGS = ("ss", "ous", "us", "is", "'s", "ises", "izes", "ifies")
_PLURAL_MODIFIERS = word_set(
    """
    sports sales arms goods works savings earnings news rights operations systems drugs weapons police
    media data staff women men children people parts records communications human resources services
    diabetes measles rabies rickets herpes olympics species series headquarters
    """
)
"""Nouns in the plural, or that look like it, which stand before others: "442 diabetes patients"."""
_SUBJECT = "ics"
"""How fields of study end, which do so too: "40 physics students"."""
VERBS_TOO = frozenset(
    {"lives", "leaves", "works", "needs", "shows", "wins", "plans", "costs", "claims", "moves", "runs", "stops"}
)
"""Plural nouns that are verbs as well, behind what may be a subject: "Windows 10 works"."""
_FATES = frozenset({"dead", "injured", "wounded", "missing", "homeless", "unemployed"})
"""What is counted by itself ("two dead") and stands before what is ("two dead swans")."""
_VOWELS = frozenset("aeiouy")
"""Letters of which a plural acronym of three has none: "MPs", "TVs"."""
_TRAILERS = frozenset({"by", "up", "on", "law"})
"""What stands behind the plural of a noun in parts: "passers-by", "runners-up", "mothers-in-law"."""
_LONGEST_LABEL = 5
_REACH = 4
"""How many words a noun phrase may have before its head."""


class Noun(NamedTuple):
    """A noun phrase: the index behind it, its head in the singular, and the words before the head."""

    end: int
    head: str
    modifiers: tuple[str, ...]


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    if word in _IRREGULAR:
        return True
    if word in _NOT_PLURAL or word in STOP or len(word) < 3 or word.endswith("wards"):
        return False
    return word.endswith(_PLURAL_ENDINGS) or (word.endswith("s") and not word.endswith(_NOT_PLURAL_ENDINGS))


@lru_cache(maxsize=8192)  # two quantities are compared by their heads, over and over
def singular(word: str) -> str:
    """The singular of a lower-case noun; words that are no plural stay as they are."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for many, one in (("women", "woman"), ("men", "man"), ("people", "person"), ("children", "child")):
        if word.endswith(many):
            return word[: -len(many)] + one
    if len(word) == 3 and word[2] == "s" and not _VOWELS & set(word):
        return word[:2]
    if len(word) < 4 or not is_plural(word.rpartition("-")[2]):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("zzes"):
        return word[:-3]
    if word.endswith(("ches", "shes", "sses", "xes", "tzes", "oes", "buses", "viruses")):
        return word[:-2]
    return word[:-1]


def read_noun(tokens: list[Token], i: int, one: bool) -> Noun | None:
    """The noun phrase that starts at token `i`, behind a number.

    Args:
        tokens: The text.
        i: Where it would start.
        one: Whether the number is one, so that the noun is a singular.
    """
    if one:
        return _one(tokens, i)
    at = i
    before: list[str] = []
    for _ in range(_REACH):
        if not _may_be_in_phrase(tokens[at]):
            return None
        word, end = _hyphenated(tokens, at)
        if end > at + 1 and tokens[end - 1].low in _TRAILERS and is_plural(tokens[at].low):
            return Noun(end, singular(tokens[at].low) + word[len(tokens[at].low) :], tuple(before))
        after = tokens[end]
        fate = word in _FATES and after.kind == WORD and is_plural(after.low) and after.low not in _FATES | VERBS_TOO
        if is_plural(tokens[end - 1].low) and not fate:
            modifies = word in _PLURAL_MODIFIERS or word.endswith(_SUBJECT)
            named = after.kind == WORD and is_plural(after.low) and after.low not in VERBS_TOO
            if modifies and named and not (word == "people" and after.low in _FATES):
                return Noun(end + 1, singular(after.low), (*before, word))
            return Noun(end, singular(word), tuple(before))
        before.append(word)
        at = end
    return None


def _hyphenated(tokens: list[Token], at: int) -> tuple[str, int]:
    """The word at `at` with all that hyphens join to it, and the index behind."""
    word = tokens[at].low
    at += 1
    while tokens[at].low == "-" and tokens[at].glued and tokens[at + 1].kind == WORD and tokens[at + 1].glued:
        word += "-" + tokens[at + 1].low
        at += 2
    return word, at


def _one(tokens: list[Token], i: int) -> Noun | None:
    """A singular noun, with one adjective at most before it."""
    word = tokens[i].low
    if not _may_be_in_phrase(tokens[i]) or word in _COMPARED or word.endswith(("ly", "wards")):
        return None
    after = tokens[i + 1]
    if (
        (word.endswith(_ADJECTIVE_ENDINGS) and word not in _NO_ADJECTIVES)
        or word in _QUANTIFIERS
        or word in _ADJECTIVES
    ):
        noun = after.kind == WORD and after.low not in STOP and after.text.islower()
        if noun and not after.low.endswith("ed") and not is_plural(after.low):  # "one plant employs"
            return Noun(i + 2, singular(after.low), (word,))
        if word in _QUANTIFIERS:
            return None
    return Noun(i + 1, singular(word), ())


def _may_be_in_phrase(token: Token) -> bool:
    if token.kind == NAME:
        return True
    if token.kind != WORD or token.low in STOP or "'" in token.low:
        return False
    return token.low not in NUMBER_WORDS and token.low not in ORDINALS


def read_label(tokens: list[Token], i: int) -> Noun | None:
    """The noun that a label gives to the bare number at token `i`: "Houses destroyed: 2,310"."""
    if i < 2 or tokens[i - 1].low != ":":
        return None
    first = i - 1
    while first > 0 and i - first <= _LONGEST_LABEL and tokens[first - 1].kind == WORD:
        first -= 1
    label = [token.low for token in tokens[first : i - 1]]
    for place, word in enumerate(label):
        if is_plural(word):
            others = [other for other in label[:place] + label[place + 1 :] if other not in STOP]
            return Noun(i, singular(word), tuple(others))
    return None


def read_comparison(tokens: list[Token], i: int) -> int:
    """The index behind a comparative at `i` ("two more", "a third less"), or `i`."""
    word = tokens[i].low
    return i + 1 if word in _COMPARED or (word.endswith("er") and tokens[i + 1].low == "than") else i
