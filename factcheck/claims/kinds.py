"""Which pronouns a noun phrase can take, by its form: titles, kinship, endings of words for people, names."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from factcheck.claims.tree import Tree
from factcheck.claims.verbs import is_plural_member
from factcheck.claims.vocabulary import word_set


class Kind(Enum):
    """A set of pronouns that stand for the same things."""

    HE = auto()
    SHE = auto()
    IT = auto()
    THEY = auto()


Kinds = frozenset[Kind]
PERSON: Kinds = frozenset({Kind.HE, Kind.SHE})
THING: Kinds = frozenset({Kind.IT})
GROUP: Kinds = frozenset({Kind.IT, Kind.THEY})
MANY: Kinds = frozenset({Kind.THEY})
ANY_ONE: Kinds = PERSON | THING
_HE: Kinds = frozenset({Kind.HE})
_SHE: Kinds = frozenset({Kind.SHE})

PRONOUNS = {
    "he": Kind.HE,
    "him": Kind.HE,
    "his": Kind.HE,
    "she": Kind.SHE,
    "her": Kind.SHE,
    "it": Kind.IT,
    "its": Kind.IT,
    "they": Kind.THEY,
    "them": Kind.THEY,
    "their": Kind.THEY,
}
_MALE = word_set(
    "mr sir lord king prince duke baron emperor father pope man father husband son brother boy uncle grandfather "
    "nephew grandson widower businessman spokesman chairman policeman fisherman actor"
)
_FEMALE = word_set(
    "mrs ms miss lady queen princess duchess baroness empress dame woman mother wife daughter sister girl aunt "
    "grandmother niece granddaughter widow businesswoman spokeswoman chairwoman policewoman actress"
)
TITLES = word_set(
    "mr mrs ms miss sir lord lady dr prof professor bishop mayor president judge captain sergeant colonel general "
    "king queen prince princess senator justice minister chancellor governor"
)
_PEOPLE = word_set(
    "person child baby infant teenager adult parent cousin friend guest human president king judge mayor bishop chief "
    "coach nurse monk nun saint thief artist athlete candidate witness suspect victim patient student pilot spouse "
    "coroner guard captive hostage inmate prisoner cook chef expert critic clerk surgeon cyclist chair head pupil "
    "youth toddler pensioner bride groom hero heir refugee migrant employee trainee nominee mechanic"
)
_NOT_HUMAN = word_set(
    "number water power paper winter summer weather order matter river member quarter letter chapter center computer "
    "server compiler parser printer counter filter error motor sensor document government parliament statement "
    "department event development agreement movement investment treatment payment settlement equipment environment "
    "element moment amount content percent continent component restaurant plant grant cent accident incident extent "
    "tower newspaper answer color floor door factor sector corner border centre offer layer master disaster character "
    "shower theater theatre cancer fever dinner barrier harbor elevator monitor indicator vector tumor behavior humor "
    "flavor trailer container trigger poster folder transfer register gender shelter tractor reactor mirror interior "
    "exterior list mist wrist twist interest"
)
_HUMAN_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ant", "ent")
_GROUPS = word_set(
    "team company firm group band government ministry council committee club party army navy union family board "
    "agency court crew bank party police staff gang jury parliament senate university school organisation "
    "organization association commission office administration orchestra crowd public majority church charity "
    "federation league institute institution department publisher network"
)
_PAIRS = word_set("couple pair duo trio twins both")
_PLACES = word_set(
    "university company corporation bank institute museum school college club party council ministry agency street "
    "river lake park hotel airport station island mountain hospital church festival award prize act treaty league cup "
    "times post news journal union army war battle association society foundation committee commission city county "
    "court department office group inc ltd corp co plc gmbh road bridge center centre house palace castle hall valley "
    "north south east west"
)
"""Words of names that are no person's."""
_NAME_PARTS = ("flat", "compound", "nmod:desc", "nmod:unmarked", "amod")
_DEMONYMS = ("ean", "ian", "ese", "ish", "can")


def kinds_of(tree: Tree, noun: int, words: Sequence[int]) -> Kinds:
    """The pronouns that one noun phrase can take, conjuncts left aside.

    Args:
        tree: The sentence.
        noun: The phrase's head.
        words: The phrase.
    """
    head = tree.words[noun]
    if head in _PAIRS:
        return MANY
    if tree.upos[noun] != "PROPN":
        return _of_noun(tree, noun)
    return THING if _is_label(tree, words) else _of_name(tree, noun, words)


def _of_name(tree: Tree, noun: int, words: Sequence[int]) -> Kinds:
    head = tree.words[noun]
    parts = [word for word in words if word == noun or (tree.heads[word] == noun and tree.rels[word] in _NAME_PARTS)]
    texts = [tree.words[word].rstrip(".") for word in parts]
    by_title = next((kinds for text in texts for kinds in (_gender(text),) if kinds), None)
    if by_title is not None:
        return by_title
    if any(text in TITLES for text in texts):
        return PERSON
    if any(text in _PLACES or text in _GROUPS for text in texts):
        return GROUP
    if tree.has(noun, "det", "the"):
        if head.endswith("s") and is_plural_member(tree, noun):
            return GROUP
        return ANY_ONE if head.endswith(_DEMONYMS) else GROUP
    if _has_who(tree, noun) or tree.child(noun, "flat") is not None:  # names of firms are compounds
        return PERSON
    if len(texts) > 1:
        return GROUP
    return ANY_ONE


def _is_label(tree: Tree, words: Sequence[int]) -> bool:
    """Whether a name has a number in it, is a title or code: "model K-2"."""
    return any(tree.tokens[w].read or any(char.isdigit() for char in tree.words[w]) for w in words)


def _gender(text: str) -> Kinds | None:
    return _HE if text in _MALE else _SHE if text in _FEMALE else None


def _of_noun(tree: Tree, noun: int) -> Kinds:
    word = tree.words[noun]
    if is_plural_member(tree, noun):
        return GROUP if word == "police" else MANY
    gendered = _gender(word)
    if gendered is not None:
        return gendered
    if word in _GROUPS:
        return GROUP
    human = word in _PEOPLE or (word.endswith(_HUMAN_ENDINGS) and word not in _NOT_HUMAN)
    return PERSON if human or _has_who(tree, noun) else THING


def _has_who(tree: Tree, noun: int) -> bool:
    """Whether a relative clause calls it "who"."""
    return any(tree.words[w] == "who" for clause in tree.children(noun, "acl:relcl") for w in tree.children(clause))
