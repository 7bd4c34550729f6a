"""Kinds of things: which nouns name a kind of what another names, as violinists are musicians and dogs animals."""

from __future__ import annotations

from factcheck.quantities.nouns import singular
from factcheck.quantities.wordlist import word_set

_SAME_GROUPS = """
person individual human; prisoner inmate detainee convict; guard warder warden jailer; dead death fatality
injured wounded casualty; house home dwelling household; flat apartment; worker employee staff personnel
job post position; policeman policewoman police officer constable; passenger traveller flyer
child kid youngster; pupil student schoolchild
mp lawmaker legislator parliamentarian deputy; firm company business; car vehicle automobile
blaze fire wildfire; shop store outlet; rise increase; fall decrease drop
gunman attacker assailant hostage-taker captor
hostage captive; soldier troop serviceman; protester demonstrator marcher; doctor physician
plane aircraft jet; photo photograph picture image
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
_LISTED = """
animal: dog cat horse cow sheep pig goat bird chicken hen elephant lion tiger bear wolf deer seal whale dolphin monkey
    ape gorilla rabbit fox puppy kitten calf lamb pony donkey camel rhino rhinoceros giraffe zebra swan goose duck
    penguin snake lizard turtle tortoise frog insect bee fish lynx otter beaver boar pigeon owl eagle reptile mammal
    kangaroo koala leopard cheetah bull rat mouse hamster squirrel badger bison buffalo
bird: swan goose duck penguin pigeon owl eagle hawk falcon crow raven gull stork crane heron sparrow robin finch parrot
    hen chicken turkey ostrich flamingo vulture swift swallow puffin
livestock: cow sheep pig goat cattle horse calf lamb chicken
mammal: dog cat horse cow sheep pig goat elephant lion tiger bear wolf deer seal whale dolphin monkey ape
insect: bee wasp ant beetle fly mosquito butterfly moth locust
fish: cod salmon trout herring tuna carp eel shark sardine mackerel
tree: oak pine fir birch elm beech maple palm spruce ash olive apple cedar cypress
vehicle: car lorry truck bus van motorcycle motorbike tractor taxi ambulance tram scooter bicycle bike tank minibus suv
ship: tanker ferry freighter trawler frigate destroyer submarine yacht cruiser warship
vessel: ship boat tanker ferry freighter trawler frigate destroyer submarine yacht cruiser warship
aircraft: helicopter plane jet drone airliner bomber fighter glider
building: house church school hospital hotel factory warehouse barn mosque temple museum library tower block cottage
    office apartment shop
home: house flat apartment cottage bungalow
weapon: gun rifle pistol knife grenade missile revolver bomb sword
gun: rifle pistol revolver shotgun
crime: murder theft burglary robbery rape fraud assault arson homicide
offence: murder theft burglary robbery rape fraud assault arson homicide
publication: book newspaper magazine journal leaflet
fruit: apple pear orange banana grape cherry plum lemon
vegetable: carrot onion potato cabbage tomato leek
drug: cocaine heroin cannabis ecstasy painkiller antibiotic
medal: gold silver bronze
work: painting sculpture drawing engraving novel poem symphony opera film
musician: violinist pianist cellist guitarist drummer trumpeter singer flautist organist violist bassist harpist
    saxophonist percussionist trombonist oboist clarinettist
athlete: runner swimmer cyclist gymnast sprinter rower skier footballer boxer wrestler
artist: painter sculptor photographer musician
scientist: physicist chemist biologist geologist astronomer
doctor: surgeon gp cardiologist oncologist anaesthetist paediatrician
politician: senator minister mp councillor mayor deputy congressman
child: boy girl toddler baby infant
adult: man woman voter pensioner
relative: brother sister cousin aunt uncle son daughter
lawyer: barrister solicitor prosecutor
soldier: infantryman paratrooper sniper conscript
employee: teacher nurse driver engineer manager clerk
"""
_WIDER: dict[str, set[str]] = {}
for _line in _LISTED.strip().replace("\n    ", " ").split("\n"):
    _wide, _, _kinds = _line.partition(":")
    for _word in _kinds.split():
        _WIDER.setdefault(_word, set()).add(_wide)
_HUMAN = word_set(
    """
    prisoner inmate detainee convict guard warder officer policeman gunman attacker hostage captive
    soldier civilian migrant refugee protester demonstrator marcher doctor nurse patient pupil student
    teacher child woman man boy girl worker employee passenger traveller villager resident citizen member
    volunteer participant victim firefighter adult voter lawmaker mp councillor judge lawyer bailiff
    suspect witness survivor player customer client engineer reporter journalist farmer fan visitor
    speaker russian american ukrainian native national subscriber manager
    inhabitant recipient striker reader delegate colleague relative neighbour tenant owner user candidate juror trainee
    apprentice graduate applicant spectator viewer pensioner musician researcher guest pilgrim climber diver
    runner cyclist rider driver motorist pedestrian sailor subject homeowner householder singer actor dancer bearer
    activist deputy minister senator commuter shopper diner buyer seller investor shareholder donor
    caller attendee contestant rescuer medic paramedic athlete politician miner baker butcher builder painter swimmer
    dentist plumber carpenter mechanic electrician fisher retiree teenager youth infant baby toddler adolescent
    fisherman parent mother father widow orphan monk nun priest bishop hunter fighter commander conscript recruit
    author writer editor translator director producer composer conductor drummer trumpeter surgeon barrister solicitor
    prosecutor detective constable physician rower skier boxer wrestler footballer sprinter mayor analyst trader banker
    programmer developer designer architect consultant accountant clerk secretary waiter cook chef cleaner porter
    life contributor maintainer supporter sponsor organiser adviser observer leader helper founder
    crew crewman beekeeper shepherd gardener winemaker brewer trucker courier pilot steward referee coach trainer umpire
    """
)
_PLACES = word_set(
    """
    branch shop store outlet office plant factory school hospital hotel site building house home farm village town city
    country park museum library station restaurant clinic ward warehouse depot airport port campus theatre church
    """
)
_ROLES = word_set(
    """
    worker employee staff resident inhabitant villager passenger traveller visitor victim participant member guest
    spectator viewer protester demonstrator marcher striker survivor applicant user customer client subscriber fan
    subject volunteer attendee contestant recipient bearer reader caller donor pilgrim patient detainee prisoner inmate
    captive hostage respondent suspect witness delegate evacuee owner tenant commuter shopper diner buyer seller human
    life contributor maintainer supporter individual fatality casualty dead attacker gunman climber cyclist runner rider
    """
)
"""What a person is by what the sentence tells of them: those who work somewhere are its workers."""


def is_human(noun: str) -> bool:
    """Whether a noun in the singular names a kind of person."""
    return noun in _HUMAN or noun.endswith(("man", "woman", "person", "ist", "worker"))


def is_place(noun: str) -> bool:
    """Whether a noun in the singular names a place where people are, which is none of them."""
    return noun in _PLACES


def is_role(noun: str) -> bool:
    """Whether a noun in the singular says of people only what the sentence around it tells: "worker", "passenger"."""
    return noun == "person" or noun in _ROLES


def are_synonyms(one: str, other: str) -> bool:
    """Whether two different nouns in the singular name the same thing."""
    return not _GROUPS.get(one, set()).isdisjoint(_GROUPS.get(other, set()))


def is_kind_of(one: str, other: str) -> bool:
    """Whether a noun names a kind of what the other names."""
    head, whole = singular(one), singular(other)
    if not head or head == whole or are_synonyms(head, whole):
        return False
    return whole in _wider(head) or (whole == "person" and is_human(head))


def adds(one: str, other: str) -> bool:
    """Whether a noun says more than the other, which names what it is a kind of, and is no mere role."""
    return is_kind_of(one, other) and singular(one) not in _ROLES


def _wider(head: str) -> set[str]:
    """All that a noun is a kind of: of violinists musicians, and of those artists."""
    found: set[str] = set()
    new = {head}
    while new:
        new = set().union(*(_WIDER.get(word, set()) for word in new)) - found
        found |= new
    return found
