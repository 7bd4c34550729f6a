"""Nouns that head what is counted, and the words that narrow them: the same, related, narrower, in contrast."""

from __future__ import annotations

from factcheck.claim import Quantity
from factcheck.quantities.nouns import singular
from factcheck.quantities.wordlist import word_set

UNKNOWN = 0.5
_SAME_GROUPS = """
person individual human; prisoner inmate detainee convict; guard warder warden jailer; dead death fatality
injured wounded casualty; house home dwelling household; flat apartment; worker employee staff personnel
job post position; policeman police; passenger traveller flyer; child kid youngster; pupil student schoolchild
mp lawmaker legislator parliamentarian deputy; firm company business; car vehicle automobile
blaze fire wildfire; shop store outlet; rise increase; fall decrease drop
gunman attacker assailant hostage-taker captor
hostage captive; soldier troop serviceman; protester demonstrator marcher; doctor physician
plane aircraft jet
ship vessel boat; country nation state; town city; goal strike; game match; seat place; bug defect; fix bugfix
trial study; participant volunteer subject; patient case; vote ballot; villager resident inhabitant
firefighter fireman; book volume; prize award; daughter girl; son boy; time occasion
customer client subscriber
farmer grower; lorry truck; shell round; parameter weight; speed rate; charge count; building structure
"""
_GROUPS: dict[str, set[int]] = {}
for _index, _group in enumerate(_SAME_GROUPS.replace("\n", ";").split(";")):
    for _word in _group.split():
        _GROUPS.setdefault(_word, set()).add(_index)
_HUMAN = word_set(
    """
    prisoner inmate detainee convict guard warder officer policeman gunman attacker hostage captive
    soldier civilian migrant refugee protester demonstrator marcher doctor nurse patient pupil student
    teacher child woman man boy girl worker employee passenger traveller villager resident citizen member
    volunteer participant victim firefighter adult voter lawmaker mp councillor judge lawyer bailiff
    suspect witness survivor player customer client engineer reporter journalist farmer fan visitor
    speaker russian american ukrainian native national subscriber manager
    inhabitant recipient striker reader delegate colleague relative neighbour tenant owner user candidate juror trainee
    apprentice graduate applicant spectator viewer visitor pensioner musician researcher guest pilgrim climber diver
    runner cyclist rider driver motorist pedestrian sailor subject homeowner householder singer actor dancer bearer
    resident student activist deputy minister senator commuter shopper diner buyer seller investor shareholder donor
    caller attendee contestant rescuer medic paramedic patient
    """
)
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
        0.95 the same, 0.85 synonyms, 0.6 a person and a kind of person, 0.5 people and what befalls them,
        0 teachers and pupils, else 0.1.
    """
    one, other = singular(one), singular(other)
    if one == other:
        return 0.95
    if _GROUPS.get(one, set()) & _GROUPS.get(other, set()):
        return 0.85
    if _are_opposites(one, other):
        return 0.0
    if (one == "person" and is_human(other)) or (other == "person" and is_human(one)):
        return 0.6
    if (one in _FATES and _counts_people(other)) or (other in _FATES and _counts_people(one)):
        return UNKNOWN
    if one == "time" or other == "time":  # "viewed 12,000 times" counts what the verb says: views
        return UNKNOWN
    if one.endswith("-" + other) or other.endswith("-" + one):
        return 0.8
    return 0.1


def _are_opposites(one: str, other: str) -> bool:
    return any((one in a and other in b) or (one in b and other in a) for a, b in _OPPOSITES)


def _counts_people(noun: str) -> bool:
    return noun == "person" or noun in _FATES or is_human(noun)


def is_human(noun: str) -> bool:
    """Whether a noun in the singular names a kind of person."""
    return noun in _HUMAN or noun.endswith(("man", "woman", "person", "ist", "worker"))


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
    return whole == "person" and is_human(head) and theirs <= mine
