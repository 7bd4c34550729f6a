"""Nouns that head what is counted, and the words that narrow them: the same, related, narrower, in contrast."""

from __future__ import annotations

from factcheck.claim import Quantity
from factcheck.quantities.kinds import are_synonyms, is_human, is_kind_of, is_role
from factcheck.quantities.nouns import singular

SAME_THING = 0.3
"""Quantities of things less alike than this are no conflict."""
UNKNOWN = 0.5
KIND = 0.6
"""Likeness of a thing and a kind of it, from which two nouns may name one thing."""
_OPPOSITES = tuple(
    tuple(frozenset(side.split()) for side in line.split("|"))
    for line in """
teacher | pupil student schoolchild
doctor nurse physician surgeon medic | patient
passenger | crew driver pilot
guard warder officer policeman | prisoner inmate detainee
man boy | woman girl
adult | child
soldier | civilian
worker employee staff | customer client
candidate | voter
player | spectator fan
buyer | seller
landlord owner | tenant
""".strip().split("\n")
)
"""Sorts of people that no one is both of in one sentence."""
_FATES = frozenset(["death", "fatality", "life", "victim", "casualty", "injury", "arrest", "detention", "survivor"])
"""What happens to people counts people: "31 lives" may be the "31 people" of a claim whose verb says so."""
_POSTS = frozenset(["job", "post", "position", "vacancy", "seat", "mandate", "place", "bed"])
"""What one person each holds: 24 posts are 24 firefighters, 47 seats 47 members."""
_CONTRASTS = tuple(
    frozenset(line.split())
    for line in """
killed dead injured wounded hurt missing arrested rescued freed
male female
primary secondary
urban rural
domestic foreign international
public private
gross net
main minor
full-time part-time
planned actual
new old existing
public-sector private-sector
onshore offshore
large small
direct indirect
confirmed suspected
eastern western northern southern
more fewer
total remaining
""".strip().split("\n")
)
_NEUTRAL = frozenset(["more", "other", "further", "additional", "all", "total", "about", "only", "people"])


def related_heads(one: str, other: str) -> float:
    """How alike two heads are.

    Returns:
        0.95 the same, 0.85 synonyms, 0.6 a thing and a kind of it, 0.5 people and what befalls them,
        0 teachers and pupils, else 0.1.
    """
    one, other = singular(one), singular(other)
    if one == other:
        return 0.95
    if are_synonyms(one, other):
        return 0.85
    if _are_opposites(one, other):
        return 0.0
    if is_kind_of(one, other) or is_kind_of(other, one):
        return KIND
    if (one in _FATES and _counts_people(other)) or (other in _FATES and _counts_people(one)):
        return UNKNOWN
    if (one in _POSTS and _holds_one(other)) or (other in _POSTS and _holds_one(one)):
        return UNKNOWN
    if one == "time" or other == "time":  # "viewed 12,000 times" counts what the verb says: views
        return UNKNOWN
    if one.endswith("-" + other) or other.endswith("-" + one):
        return 0.8
    return 0.1


def _are_opposites(one: str, other: str) -> bool:
    return any((one in a and other in b) or (one in b and other in a) for a, b in _OPPOSITES)


def _holds_one(noun: str) -> bool:
    return _counts_people(noun) or is_role(noun)


def _counts_people(noun: str) -> bool:
    return noun == "person" or noun in _FATES or is_human(noun)


def like_modifiers(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How well the words before two alike heads agree: a contrast speaks against, one more word a little."""
    mine, theirs = set(one) - _NEUTRAL, set(other) - _NEUTRAL
    if mine == theirs:
        return 1.0
    for words in _CONTRASTS:
        if mine & words and theirs & words and not mine & theirs & words:
            return 0.15
    if not mine or not theirs or mine <= theirs or theirs <= mine:
        return 0.8
    return 0.9 if mine & theirs else 0.5


def narrower(one: Quantity, other: Quantity) -> bool:
    """Whether one quantity counts a part of what the other counts: nurses of people, wooden boats of boats."""
    head, whole = singular(one.counted), singular(other.counted)
    if not head or not whole:
        return False
    mine, theirs = set(one.modifiers) - _NEUTRAL, set(other.modifiers) - _NEUTRAL
    if head == whole:
        return theirs < mine
    return is_kind_of(head, whole) and theirs <= mine
