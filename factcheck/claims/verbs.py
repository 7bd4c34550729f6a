"""Questions about predicates: subject, tense, number, and verbs of saying."""

from __future__ import annotations

from factcheck.claim import Modality
from factcheck.claims.inflection import (
    Tense,
    is_past_form,
    is_past_participle,
    is_present_participle,
    past,
    present,
)
from factcheck.claims.phrases import is_number, is_time
from factcheck.claims.tree import Tree
from factcheck.claims.vocabulary import word_set

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer", "expl")
AUXILIARIES = ("aux", "aux:pass", "cop")
_PAST_AUX = frozenset({"was", "were", "had", "did"})
_PRESENT_AUX = word_set("is are am has have do does 's 're 've 'm")
STATES = word_set(
    "based located made called known used intended meant situated owned run named held aged given designed linked"
)
"""Participles that tell of a state ("based in Oslo"), not of something done ("born in 1938")."""
MODALS = word_set("will would shall should can could may might must 'll 'd wo ca")

_SAYING = {
    Modality.REPORTED: (
        "say tell report announce add note state explain recall believe think estimate conclude reckon "
        "insist argue confirm acknowledge observe remark reply retort declare stress point calculate "
        "write hear suggest indicate show disclose reveal testify find understand expect maintain"
    ),
    Modality.ALLEGED: "allege claim contend accuse suspect",
    Modality.DENIED: "deny dispute",
    Modality.PLANNED: "promise pledge vow threaten propose",
}
_NEWS = "deny dispute promise pledge vow threaten warn apologise apologize complain admit concede rule"


def _forms(base: str) -> list[str]:
    return [base, past(base), present(base, plural=False), base.removesuffix("e") + "ing"]


def forms_of(bases: str) -> frozenset[str]:
    """All forms of verbs given by their base forms, blanks between them."""
    return frozenset(form for base in bases.split() for form in _forms(base))


SAYING = {form: modality for modality, bases in _SAYING.items() for base in bases.split() for form in _forms(base)}
"""Forms of verbs whose content clause is what somebody says, with the stance they give it."""


def subject(tree: Tree, head: int) -> int | None:
    """The subject of a predicate."""
    return tree.child(head, *SUBJECTS)


def is_predicate(tree: Tree, word: int) -> bool:
    """Whether a word heads a clause: a verb, or a noun or adjective with a copula, auxiliary or subject."""
    return tree.upos[word] in ("VERB", "AUX") or any(
        tree.rels[child] in SUBJECTS or tree.rels[child] in AUXILIARIES for child in tree.children(word)
    )


def is_ing(tree: Tree, head: int) -> bool:
    """Whether a predicate is a bare present participle ("freeing")."""
    return is_present_participle(tree.words[head]) and not tree.children(head, *AUXILIARIES)


def is_participle(tree: Tree, head: int) -> bool:
    """Whether a predicate is a bare past participle ("born in 1938")."""
    return (
        tree.upos[head] in ("VERB", "ADJ")
        and is_past_participle(tree.words[head])
        and not tree.children(head, *AUXILIARIES)
    )


def is_infinitive(tree: Tree, head: int) -> bool:
    """Whether a predicate is a to-infinitive."""
    return any(tree.words[child] == "to" and tree.upos[child] == "PART" for child in tree.children(head, "mark"))


def finite_word(tree: Tree, head: int) -> int:
    """The word of a predicate that agrees with its subject: the first auxiliary, or the verb itself."""
    return [*tree.children(head, *AUXILIARIES), head][0]


def tense(tree: Tree, head: int) -> Tense:
    """The tense of a finite predicate, by its first auxiliary or its own form."""
    auxiliaries = tree.children(head, *AUXILIARIES)
    word = tree.words[auxiliaries[0]] if auxiliaries else tree.words[head]
    if word in ("will", "shall", "'ll", "wo"):
        return Tense.FUTURE
    if word in MODALS or word in _PRESENT_AUX:
        # A present perfect tells of the past: "has opened, drawing" -> "drew".
        perfect = word in ("has", "have", "'ve") and bool(auxiliaries)
        return Tense.PAST if perfect else Tense.PRESENT
    return Tense.PAST if word in _PAST_AUX or is_past_form(word) else Tense.PRESENT


def is_plural(tree: Tree, noun: int) -> bool:
    """Whether a noun phrase takes a plural verb."""
    others = [c for c in tree.children(noun, "conj") if not tree.has(c, "cc", "&")]  # "Orme & Sons" is one firm
    return bool(others) or is_plural_member(tree, noun)


def is_plural_member(tree: Tree, noun: int) -> bool:
    """Whether a noun phrase takes a plural verb when those coordinated with it are left aside."""
    word = tree.words[noun]
    if word in _PARTS:
        of = next((child for child in tree.children(noun, "nmod", "obl") if tree.has(child, "case", "of")), None)
        return word in _ALWAYS if of is None else is_plural(tree, of)
    if word in _ALWAYS or (word.endswith("men") and word not in _NO_MEN):
        return True
    if tree.upos[noun] == "NUM":
        return word not in ("one", "1")
    if tree.upos[noun] == "PROPN" and not tree.has(noun, "det", "the"):
        return False
    number = tree.child(noun, "nummod")
    if number is not None and number < noun and tree.upos[noun] == "NOUN" and tree.words[number] in _SMALL:
        return True
    return word.endswith("s") and not word.endswith(_SINGULAR_ENDINGS) and word not in _SINGULAR_S


_ALWAYS = word_set(
    "they we you these those both many several few all most some people police others children feet teeth mice geese "
    "cattle media criteria whom"
)
_PARTS = word_set("all most some none half third quarter rest majority minority number lot dozens")
_NO_MEN = word_set("specimen regimen omen abdomen acumen semen ramen")
_SMALL = word_set("two three four five six seven eight nine ten eleven twelve 2 3 4 5 6 7 8 9 10 11 12")
_SINGULAR_ENDINGS = ("ss", "us", "is")
_SINGULAR_S = word_set(
    "news series this was gas lens chaos canvas atlas bias headquarters 's diabetes rabies politics economics "
    "mathematics physics athletics gymnastics genetics ethics linguistics"
)


def keeps_saying(tree: Tree, head: int) -> bool:
    """Whether the saying itself is the news: denied, promised, apologised ..., or how many said it."""
    speaker = subject(tree, head)
    if speaker is not None:
        near = [speaker, *tree.children(speaker, "nummod", "amod", "det")]
        if any(is_number(tree, word) for word in near):
            return True
    return tree.words[head] in _NEWS_FORMS


_NEWS_FORMS = forms_of(_NEWS)


def is_bare_saying(tree: Tree, head: int) -> bool:
    """Whether a verb of saying comes with nothing said: "Reuters reported", "the mayor said on Friday"."""
    if tree.words[head] not in SAYING or tree.upos[head] not in ("VERB", "AUX") or tree.children(head, "aux:pass"):
        return False
    if tree.has(head, "aux", *MODALS) or is_infinitive(tree, head):  # "the board is to report in May"
        return False
    for child in tree.children(head):
        if tree.rels[child] in _SLIGHT or tree.rels[child] in SUBJECTS:
            continue
        if not (tree.rels[child] in ("obl", "obl:unmarked") and is_time(tree, tree.subtree(child))):
            return False
    return True


_SLIGHT = ("aux", "advmod", "punct", "cc", "mark", "advcl")


def be(when: Tense, plural: bool) -> str:
    """The copula."""
    if when is Tense.FUTURE:
        return "will be"
    if when is Tense.PAST:
        return "were" if plural else "was"
    return "are" if plural else "is"
