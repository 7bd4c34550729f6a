"""Who and what an article has spoken of so far, known by their names and by what they are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.claims.kinds import PERSON, Kind, Kinds
from factcheck.claims.mentions import Form, Mention
from factcheck.document import Span

_WINDOW = 5  # units before this one in which a pronoun's antecedent may lie


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention of an entity.

    Attributes:
        unit: The unit it stands in, counted from 1.
        mention: The phrase.
        sure: How sure it is that it means the entity.
        enough: Whether that is sure enough to be told.
    """

    unit: int
    mention: Mention
    sure: float
    enough: bool


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something.

    Attributes:
        kinds: The pronouns that it can take.
        text: How it is said again; "" if it cannot be.
        source: The place in the file of the phrase that `text` comes from.
        names: Its names, each a sequence of words in lower case.
        nouns: What it has been called.
        seen: Its mentions in order.
        pronouns: How often each kind of pronoun has stood for it.
        speaks: Whether the latest clause about it tells what it says.
    """

    kinds: Kinds
    text: str
    source: Span
    names: list[tuple[str, ...]] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    seen: list[Seen] = field(default_factory=list)
    pronouns: Counter[Kind] = field(default_factory=Counter)
    speaks: bool = False

    @property
    def is_named(self) -> bool:
        """Whether a name of it is known."""
        return bool(self.names)

    @property
    def full(self) -> tuple[str, ...]:
        """The longest name."""
        return max(self.names, key=len, default=())

    def see(self, unit: int, mention: Mention, *, sure: float, enough: bool) -> None:
        """Add a mention; a longer name, or a name at all, is how it is said from now on."""
        self.seen.append(Seen(unit, mention, sure, enough))
        if mention.form is Form.PRONOUN:
            if enough:
                self.pronouns.update(mention.kinds)
                self.kinds = (self.kinds & mention.kinds) or self.kinds
            return
        self.kinds = (self.kinds & mention.kinds) or (mention.kinds if mention.kinds <= PERSON else self.kinds)
        # The first full name is how it is said from now on; till then the first name, and before that the first phrase.
        fuller = mention.name and (not self.names or (len(self.full) == 1 < len(mention.name)))
        if mention.text and (fuller or not self.text):
            self.text, self.source = mention.text, mention.source
        if mention.name and mention.name not in self.names:
            self.names.append(mention.name)


class Entities:
    """The entities of an article; feed it the mentions in order."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Entity]] = {}
        self._recent: list[Entity] = []

    def recent(self, unit: int) -> list[Entity]:
        """Those of this unit and the few before it."""
        self._recent = [e for e in self._recent if e.seen and e.seen[-1].unit >= unit - _WINDOW]
        return list(self._recent)

    def add(
        self,
        unit: int,
        mention: Mention,
        noun: str,
        entity: Entity | None = None,
        *,
        sure: float = 1.0,
        enough: bool = True,
    ) -> Entity:
        """Note a mention of an entity, of a new one if none is given.

        Args:
            unit: The unit it stands in.
            mention: The phrase.
            noun: Its head in lower case.
            entity: What it means.
            sure: How sure that is.
            enough: Whether that is sure enough to be told.
        """
        if entity is None:
            entity = Entity(mention.kinds, mention.text, mention.source)
        entity.see(unit, mention, sure=sure, enough=enough)
        if entity in self._recent:
            self._recent.remove(entity)
        self._recent.append(entity)
        if mention.form is not Form.PRONOUN and not mention.is_pair:
            for key in mention.name or (noun,):
                self._key(key, entity)
            if not mention.name:
                entity.nouns.add(noun)
        return entity

    def call(self, entity: Entity, noun: str) -> None:
        """Note what an entity is called beside its name: "Anna Reuel, the mayor"."""
        entity.nouns.add(noun)
        self._key(noun, entity)

    def _key(self, key: str, entity: Entity) -> None:
        known = self._by_word.setdefault(key, [])
        if entity not in known:
            known.append(entity)

    def named(self, mention: Mention) -> list[Entity]:
        """The entities that a name may mean: those of the very name, else those whose name holds it."""
        keyed = dict.fromkeys(e for word in mention.name for e in self._by_word.get(word, []))
        same = [e for e in keyed if mention.name in e.names and not _differ(e.kinds, mention.kinds)]
        return same or [e for e in keyed if e.kinds & mention.kinds & PERSON and _is_short(mention.name, e)]

    def called(self, noun: str, kinds: Kinds) -> list[Entity]:
        """The entities that have been called by a noun."""
        return [e for e in self._by_word.get(noun, []) if noun in e.nouns and e.kinds & kinds]

    def __iter__(self) -> Iterator[Entity]:
        return iter(dict.fromkeys(entity for known in self._by_word.values() for entity in known))


def _differ(kinds: Kinds, others: Kinds) -> bool:
    """Whether one is a man and the other a woman."""
    return kinds <= PERSON and others <= PERSON and not kinds & others


def _is_short(name: tuple[str, ...], entity: Entity) -> bool:
    """Whether a name is a person's surname or first name, or a fuller form of a name said once (in a headline)."""
    full = entity.full
    if len(name) > len(full) > 1:
        return full == name[: len(full)]
    if len(name) > len(full):
        return len(entity.seen) == 1 and entity.seen[0].unit == 1 and full == name[-1:]
    return len(name) < len(full) and name in (full[-len(name) :], full[: len(name)])
