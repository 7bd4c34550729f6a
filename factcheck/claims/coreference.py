"""Who "she", "it" and "their" are, where that is clear.

One rule for all: the antecedent is the subject that was last in focus (of the same sentence, else of the
sentence before) if it agrees in kind and number. A pronoun with no such antecedent stays as it is, and so does
one for whom the sentence before has another candidate; the claim's context then carries that sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from factcheck.claims.draft import Draft
from factcheck.claims.phrases import has_number, is_time, short_phrase
from factcheck.claims.tokens import Token
from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.verbs import SAYING, SUBJECTS, is_plural
from factcheck.claims.vocabulary import word_set

_LONGEST = 6  # words of an antecedent
_OTHERS = ("obj", "iobj", "obl", "obl:agent", "xcomp")


class Kind(Enum):
    """What a pronoun or a phrase can stand for."""

    HE = auto()
    SHE = auto()
    PERSON = auto()
    IT = auto()
    THEY = auto()


_PRONOUNS = {
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
_TITLES = {
    "mr": Kind.HE,
    "sir": Kind.HE,
    "lord": Kind.HE,
    "king": Kind.HE,
    "mrs": Kind.SHE,
    "ms": Kind.SHE,
    "miss": Kind.SHE,
    "lady": Kind.SHE,
    "queen": Kind.SHE,
    "dr": Kind.PERSON,
    "professor": Kind.PERSON,
    "prof": Kind.PERSON,
    "bishop": Kind.PERSON,
    "mayor": Kind.PERSON,
    "president": Kind.PERSON,
    "judge": Kind.PERSON,
}
_PEOPLE = {
    "man": Kind.HE,
    "father": Kind.HE,
    "husband": Kind.HE,
    "son": Kind.HE,
    "brother": Kind.HE,
    "boy": Kind.HE,
    "woman": Kind.SHE,
    "mother": Kind.SHE,
    "wife": Kind.SHE,
    "daughter": Kind.SHE,
    "sister": Kind.SHE,
    "girl": Kind.SHE,
}
_NOT_HUMAN = word_set(
    "number water power paper winter summer weather order matter river member quarter letter "
    "chapter center computer server compiler parser printer counter filter error motor sensor "
    "document government parliament statement department"
)
_DEMONYMS = ("ean", "ian", "ese", "ish", "can")
_HUMAN_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ant", "ent", "teacher")


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What a pronoun stands for.

    Attributes:
        text: As it is said in the pronoun's place.
        possessive: Whether the pronoun is a possessive.
    """

    text: str
    possessive: bool

    @property
    def spoken(self) -> str:
        """The words to put in the pronoun's place."""
        if not self.possessive:
            return self.text
        return self.text + ("'" if self.text.endswith("s") else "'s")


@dataclass(slots=True)
class _Entity:
    text: str
    last: str
    kinds: set[Kind]
    times: int = 0  # how often a pronoun has stood for it
    speaks: bool = False  # whether the latest clause about it is about what it says


@dataclass(slots=True)
class Discourse:
    """What has been spoken of so far; feed it the sentences in order.

    Attributes:
        focus: The subjects in focus, the main one first.
        rivals: What else the sentence before spoke of.
        known: Entities by the last word of their name.
    """

    focus: list[_Entity] = field(default_factory=list)
    rivals: list[_Entity] = field(default_factory=list)
    known: dict[str, _Entity] = field(default_factory=dict)

    def read(self, tree: Tree, quoted: Collection[int]) -> dict[int, Antecedent]:
        """The antecedents of a unit's pronouns; what it speaks of is remembered for the next.

        Args:
            tree: The unit.
            quoted: Its words within quotation marks, which are somebody else's.
        """
        found: dict[int, Antecedent] = {}
        here: list[_Entity] = []
        main: list[_Entity] = []
        own = [word for word in range(len(tree)) if word not in quoted]
        for word in own:
            kind = _PRONOUNS.get(tree.words[word]) if tree.upos[word] == "PRON" else None
            entity = self._noun(tree, word) if kind is None else self._meant(tree, word, kind, here)
            if kind is not None and entity is not None and entity.text:
                found[word] = Antecedent(entity.text, tree.rels[word] == "nmod:poss")
            if entity is not None and tree.rels[word] in SUBJECTS:
                entity.speaks = _speaks(tree, word)
                here.append(entity)
                if tree.heads[word] == tree.root:
                    main.append(entity)
        if here:
            self.focus = main + [entity for entity in here if entity not in main]
            others = [word for word in own if tree.rels[word] in _OTHERS]
            self.rivals = [_rival(tree, word) for word in others if tree.upos[word] in ("NOUN", "PROPN")]
        return found

    def _noun(self, tree: Tree, word: int) -> _Entity | None:
        """What a subject that is no pronoun speaks of."""
        if tree.rels[word] not in SUBJECTS:
            return None
        return self._entity(tree, word) if tree.upos[word] in ("NOUN", "PROPN") else _part(tree, word)

    def _meant(self, tree: Tree, word: int, kind: Kind, here: list[_Entity]) -> _Entity | None:
        """Whom a pronoun means: a nameless entity for an unclear subject, None for another unclear one."""
        # An object's antecedent is not the subject beside it, and seldom clear otherwise.
        possessive, is_subject = tree.rels[word] == "nmod:poss", tree.rels[word] in SUBJECTS
        if not (possessive or is_subject) or _is_empty(tree, word):
            return None
        if possessive and not here and _is_claimed(tree, word, kind):
            return None
        entity = self._resolve(kind, here, [] if possessive and here else self.focus, speaks=_speaks(tree, word))
        if entity is None:
            return _Entity("", "", {kind}) if is_subject else None
        entity.times += 1
        if kind in (Kind.HE, Kind.SHE):
            entity.kinds = {kind}
        return entity

    def _resolve(self, kind: Kind, here: list[_Entity], before: list[_Entity], *, speaks: bool) -> _Entity | None:
        """The nearest subject that agrees; nobody if that is unnamed."""
        for place in (here, before):
            fitting = [entity for entity in place if _agrees(entity, kind)]
            sure = [entity for entity in fitting if Kind.IT not in entity.kinds] if kind is not Kind.IT else fitting
            if fitting and place is here:
                latest = (sure or fitting)[-1]
                rivalled = latest.times == 0 and len({entity.last for entity in sure or fitting}) > 1
                return latest if latest.text and not (rivalled and kind is Kind.THEY) else None
            if fitting:
                first = self._protagonist(kind, (sure or fitting)[0])
                if first is None or (speaks and first.speaks):  # whoever said one thing says the next
                    return first
                return None if self._is_rivalled(first, kind, sure or fitting) else first
        only = [entity for entity in self.known.values() if kind in entity.kinds]
        return only[0] if len(only) == 1 and only[0].times > 1 and not here else None

    def _protagonist(self, kind: Kind, nearest: _Entity) -> _Entity | None:
        """Nobody whose sex is unknown takes "she" from the one who has been "she" all along."""
        if kind in (Kind.HE, Kind.SHE) and kind not in nearest.kinds:
            others = [e for e in self.known.values() if kind in e.kinds and e.times and e is not nearest]
            if others:
                most = max(others, key=lambda entity: entity.times)
                return most if most.times > 1 else None
        return nearest if nearest.text else None

    def _is_rivalled(self, first: _Entity, kind: Kind, subjects: list[_Entity]) -> bool:
        """Whether a subject of the sentence before is not alone in agreeing with a pronoun."""
        if kind is Kind.IT:
            return False  # things are many: the main subject is meant
        if first.times and kind in first.kinds and kind is not Kind.THEY:
            return False
        near = [entity for entity in [*subjects, *self.rivals] if entity.last != first.last]
        return any(kind in entity.kinds or (kind is not Kind.THEY and Kind.PERSON in entity.kinds) for entity in near)

    def _entity(self, tree: Tree, noun: int) -> _Entity:
        words = short_phrase(tree, noun, ())
        text = " ".join(tree.tokens[w].text for w in words)
        texts = [tree.words[w] for w in words]
        text = _spaced(tree, words)
        last = texts[-1]
        kinds = _kinds(tree, noun, texts)
        if tree.upos[noun] == "PROPN" and last in self.known and len(words) <= 2:
            entity = self.known[last]
            if Kind.HE in kinds or Kind.SHE in kinds:
                entity.kinds = kinds
            return entity
        short = len(words) <= _LONGEST and not has_number(tree, words) and _is_named(tree, noun)
        entity = _Entity(text if short else "", last, kinds)
        if tree.upos[noun] == "PROPN" and kinds & {Kind.PERSON, Kind.HE, Kind.SHE}:
            self.known[last] = entity
        return entity


def _speaks(tree: Tree, word: int) -> bool:
    head = tree.heads[word]
    return head != ROOT and tree.rels[word] in SUBJECTS and tree.words[head] in SAYING


def _is_claimed(tree: Tree, word: int, kind: Kind) -> bool:
    """Whether a possessive may mean a person or group that its own sentence has named before it."""
    nouns = [w for w in range(word) if tree.upos[w] in ("NOUN", "PROPN") and tree.rels[w] not in ("compound", "flat")]
    return kind is not Kind.IT and any(_agrees(_rival(tree, noun), kind) for noun in nouns)


def _rival(tree: Tree, noun: int) -> _Entity:
    """What a noun beside the subject may be for a pronoun of the next sentence."""
    words = short_phrase(tree, noun, ())
    kinds = set() if is_time(tree, words) else _kinds(tree, noun, [tree.words[word] for word in words])
    return _Entity("", tree.words[words[-1]], kinds - {Kind.IT})


def _part(tree: Tree, word: int) -> _Entity | None:
    """A nameless part as a subject: "some of the nurses"."""
    of = next((child for child in tree.children(word, "nmod") if tree.has(child, "case", "of")), None)
    if of is None or tree.upos[of] not in ("NOUN", "PROPN"):
        return None
    if is_plural(tree, word):
        return _Entity("", tree.words[of], {Kind.THEY})
    return _Entity("", tree.words[of], {Kind.PERSON, Kind.IT})


def _spaced(tree: Tree, words: list[int]) -> str:
    out = ""
    for i, word in enumerate(words):
        token = tree.tokens[word]
        glued = i > 0 and tree.tokens[words[i - 1]].span.end == token.span.start
        first = token.text
        if i == 0 and word == 0 and tree.upos[word] in ("DET", "ADJ", "NOUN") and token.text[1:].islower():
            first = token.text.lower()
        out += first if glued or i == 0 else " " + first
    return out


def _is_named(tree: Tree, noun: int) -> bool:
    """A name, or a phrase that is definite without pointing elsewhere ("the company", "the mayor")."""
    if tree.upos[noun] == "PROPN":
        return True
    poss = tree.child(noun, "nmod:poss")
    return tree.has(noun, "det", "the") or (poss is not None and tree.upos[poss] == "PROPN")


def _kinds(tree: Tree, noun: int, texts: list[str]) -> set[Kind]:
    if is_plural(tree, noun) and tree.upos[noun] != "PROPN":
        return {Kind.THEY}
    for text in texts:
        title = _TITLES.get(text.rstrip(".")) or _PEOPLE.get(text)
        if title is not None:
            return {title}
    told = any(tree.words[w] == "who" for c in tree.children(noun, "acl:relcl") for w in tree.children(c, *SUBJECTS))
    if told:
        return {Kind.PERSON}
    if tree.upos[noun] == "NOUN":
        human = tree.words[noun].endswith(_HUMAN_ENDINGS) and tree.words[noun] not in _NOT_HUMAN
        return {Kind.PERSON} if human else {Kind.IT}
    if tree.has(noun, "det", "the"):
        return {Kind.PERSON, Kind.IT} if tree.words[noun].endswith(_DEMONYMS) else {Kind.IT}
    if tree.child(noun, "flat") is not None:  # personal names are flat, names of firms are compounds
        return {Kind.PERSON}
    if len(texts) > 1:
        return {Kind.IT}
    says = tree.heads[noun] != ROOT and tree.words[tree.heads[noun]] in SAYING
    return {Kind.PERSON} if says else {Kind.IT, Kind.PERSON}


def _agrees(entity: _Entity, kind: Kind) -> bool:
    if kind in (Kind.HE, Kind.SHE):
        return bool(entity.kinds & {kind, Kind.PERSON})
    return kind in entity.kinds


def _is_empty(tree: Tree, word: int) -> bool:
    """Whether "it" stands for nothing: "it was raining", "it is said that"."""
    if tree.words[word] != "it":
        return False
    if tree.rels[word] == "expl":
        return True
    head = tree.heads[word]
    return head != ROOT and any(tree.rels[c] in ("csubj", "ccomp", "expl") for c in tree.children(head))


def named(draft: Draft, tokens: Sequence[Token], antecedents: Mapping[int, Antecedent]) -> dict[int, str]:
    """What to say for a draft's pronouns: each antecedent once, and not where the draft names it already."""
    said = {tokens[word].text.lower() for word in draft.words if word not in antecedents}
    found: dict[int, str] = {}
    for word in draft.words:
        antecedent = antecedents.get(word)
        if antecedent is None:
            continue
        last = re.split(r"[\s-]", antecedent.text)[-1].lower()
        if last not in said:
            found[word] = antecedent.spoken
            said.add(last)
    return found
