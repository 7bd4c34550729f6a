"""What speaks for and against an entity as a pronoun's antecedent, as features of a log-linear model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.claims.entities import Entity, Seen
from factcheck.claims.kinds import GROUP, MANY, PERSON, Kind, Kinds
from factcheck.claims.mentions import Mention, speaks
from factcheck.claims.tree import Tree
from factcheck.claims.verbs import is_predicate, subject

_RANKS = ("subject", "inner subject", "object", "agent", "oblique", "owner", "inner", "other")
_CLAUSAL = ("acl", "acl:relcl", "advcl", "ccomp", "xcomp", "parataxis", "csubj")
_CASES = frozenset({"of", "in", "at", "by", "with", "from", "for", "to", "on", "as"})
_SURE = {Kind.HE: PERSON, Kind.SHE: PERSON, Kind.IT: GROUP, Kind.THEY: MANY}
_GROUPS = {Kind.HE: "person", Kind.SHE: "person", Kind.IT: "it", Kind.THEY: "they"}


@dataclass(frozen=True, slots=True)
class Place:
    """A pronoun in its sentence.

    Attributes:
        tree: The sentence.
        unit: Its number.
        mention: The pronoun.
        kind: Which pronoun.
        unclear: The unit of the latest pronoun of this kind that nobody is known for; 0 if there is none.
    """

    tree: Tree
    unit: int
    mention: Mention
    kind: Kind
    unclear: int = 0

    @property
    def sort(self) -> str:
        """The pronouns that are as hard to tell: "person subject", "they owner", "it object" ..."""
        role = self.mention.role
        return f"{self.group} {role if role == 'owner' else 'subject' if role.endswith('subject') else 'object'}"

    @property
    def group(self) -> str:
        """The pronouns that share weights."""
        return _GROUPS[self.kind]


def candidates(place: Place, entities: Iterable[Entity]) -> list[Entity]:
    """The entities that a pronoun can mean by its form and by its place, the most salient first."""
    found = [entity for entity in entities if place.kind in entity.kinds and not _is_barred(place, entity)]
    return sorted(found, key=lambda entity: _order(place, entity))


def is_rivalled(place: Place, entity: Entity, found: Iterable[Entity]) -> bool:
    """Whether a person or group that no such pronoun has meant before stands beside another that it fits as well."""
    if place.kind is Kind.IT or entity.pronouns[place.kind]:
        return False
    sure = [other for other in found if other is not entity and other.kinds <= _SURE[place.kind]]
    return any(other.seen[-1].unit >= place.unit - 1 for other in sure)


def is_alone(place: Place, entity: Entity, found: Iterable[Entity]) -> bool:
    """Whether this sentence and the one before speak of nobody else that a "he" or "she" can mean."""
    others = [other for other in found if other is not entity and other.seen[-1].unit >= place.unit - 1]
    return place.group == "person" and not others


def _is_barred(place: Place, entity: Entity) -> bool:
    """Whether the grammar keeps a pronoun from meaning an entity: "Orme fined him", "its owner"."""
    tree, word = place.tree, place.mention.word
    for seen in entity.seen[-4:]:
        if seen.unit != place.unit:
            continue
        other = seen.mention.word
        if tree.heads[other] == word or _holds(tree, other, word):
            return True
        possessive = tree.rels[word] == "nmod:poss"
        if not possessive and tree.heads[other] == tree.heads[word] and tree.rels[other] not in ("nmod", "nmod:poss"):
            return True
    return False


def _holds(tree: Tree, noun: int, word: int) -> bool:
    """Whether a word is part of a noun's phrase, no clause between them."""
    while word != noun:
        if tree.rels[word] in _CLAUSAL or tree.heads[word] < 0:
            return False
        word = tree.heads[word]
    return True


def _order(place: Place, entity: Entity) -> tuple[int, int, int]:
    last = entity.seen[-1]
    role = min(_RANKS.index(seen.mention.role) for seen in _together(entity))
    return place.unit - last.unit, role, last.mention.word


def _together(entity: Entity) -> list[Seen]:
    """The mentions in the unit of the latest."""
    last = entity.seen[-1].unit
    return [seen for seen in entity.seen[-5:] if seen.unit == last]


def features(place: Place, found: Sequence[Entity]) -> list[list[str]]:
    """For each candidate, and at the end for none of them, the names of its features."""
    sure = [entity.kinds <= _SURE[place.kind] for entity in found]
    rows = [_of_entity(place, entity, rank, found, sure) for rank, entity in enumerate(found)]
    rows.append(_of_none(place, found, sure))
    return [[*row, *(f"{place.group}: {name}" for name in row)] for row in rows]


def _of_entity(place: Place, entity: Entity, rank: int, found: Sequence[Entity], sure: Sequence[bool]) -> list[str]:
    last = entity.seen[-1]
    away = place.unit - last.unit
    near = min(away, 2)
    said = entity.pronouns[place.kind]
    role = _RANKS[min(_RANKS.index(seen.mention.role) for seen in _together(entity))]
    own = place.mention.role
    form = last.mention.form.name if last.enough else "UNSURE"
    rivals = sum(sure) - sure[rank]
    names = [
        f"away {away}",
        f"away {near} role {role}",
        f"own {own} role {role}",
        f"rivals {min(rivals, 2)} sure {sure[rank]} role {role} away {near}",
        f"own {own} away {near}",
        f"form {form} away {near}",
        f"kinds {_spell(entity.kinds)}",
        f"said {min(3, said)}",
        f"said {said > 0} unclear {place.unclear > last.unit} {min(2, place.unit - place.unclear)}",
        f"most said {said > 0 and all(said >= other.pronouns[place.kind] for other in found)}",
        f"most mentioned {all(len(entity.seen) >= len(other.seen) for other in found)}",
        f"mentioned {_bucket(len(entity.seen))}",
        f"rank {min(rank, 3)}",
        f"rank {min(rank, 3)} rivals {min(rivals, 3)} {sure[rank]}",
        f"{'one' if last.mention.is_pair else 'pair'}",
    ]
    names += [f"named {entity.is_named}"]
    if all(seen.mention.is_where for seen in entity.seen[-3:]):
        names.append("where")
    if not entity.text:
        names.append("wordless")
    if entity.speaks and speaks(place.tree, place.mention.word) and away == 1:
        names.append("both speak")
    if any(name[0][-1:] == "a" for name in entity.names if len(name) > 1) and place.kind in (Kind.HE, Kind.SHE):
        names.append(f"a {place.kind.name}")
    if away == 0:
        names += _beside(place, entity)
    elif last.mention.role in ("oblique", "inner"):
        names.append(f"far {last.mention.role}")
    return names


def _beside(place: Place, entity: Entity) -> list[str]:
    """Features of a candidate in the pronoun's own sentence."""
    tree, word, other = place.tree, place.mention.word, entity.seen[-1].mention.word
    own = place.mention.role
    names = [f"gap {_bucket((word - other) // 3)}"]
    clause = _clause(tree, word)
    for level in ("own", "upper", "third"):
        if clause is None:
            break
        first = subject(tree, clause)
        if first is not None and any(s.unit == place.unit and s.mention.word == first for s in entity.seen[-4:]):
            names.append(f"{level} subject of {own}")
            break
        if first is not None or level != "own":
            clause = _clause(tree, clause)
    if tree.words[word - 1] in ("that", "and", "but", "when", "because", "as", "if"):
        names.append(f"after {tree.words[word - 1]} {entity.seen[-1].mention.role}")
    return names


def _clause(tree: Tree, word: int) -> int | None:
    return next((above for above in tree.ancestors(word) if is_predicate(tree, above)), None)


def _of_none(place: Place, found: Sequence[Entity], sure: Sequence[bool]) -> list[str]:
    tree, word = place.tree, place.mention.word
    names = [
        "none",
        f"none own {place.mention.role}",
        f"none of {min(len(found), 4)}",
        f"none sure {min(sum(sure), 4)}",
    ]
    clause = _clause(tree, word)
    if clause is not None and tree.rels[clause] == "advcl" and tree.heads[clause] > word:
        names.append("none fronted")
    if place.kind is Kind.IT and clause is not None:
        names.append(f"none head {tree.upos[clause]}")
        names += [f"none has {rel}" for rel in ("csubj", "ccomp", "xcomp", "advcl") if tree.child(clause, rel)]
    return names


def _spell(kinds: Kinds) -> str:
    return "+".join(kind.name for kind in Kind if kind in kinds)


def _bucket(number: int) -> int:
    return number if number < 3 else 3 if number < 6 else 6
