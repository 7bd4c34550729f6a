"""Words around two quantities that tell that they are not of one thing: the injured and the killed, imports, exports.

"14 people were injured" and "14 people were killed" have one noun; the verbs tell them apart. Words count by what they
mean: a set of classes excludes one another where a quantity can belong to one of them only. Near a quantity the class
named nearest to it is its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck.quantities.ways import FALLS, NO_RISE, RISES
from factcheck.quantities.wording import SENTENCE_END, around, stems
from factcheck.quantities.wordlist import WORD

_CLASSES = """
kill killed kills dead death deaths die died dies fatality fatalities slain
    | injure injured injuries injury wounded hurt | missing | arrest arrested arrests detained
    | rescue rescued saved freed released survive survived survivors survivor
open opened opens opening | close closed closes closing shut shuts closure closures
pass passed passes | fail failed fails failing
import imports imported importing | export exports exported exporting
win won wins winning | lose lost loses losing | draw drew drawn
hire hired hires recruit recruited | fire fired sack sacked laid
male men man boys | female women woman girls
minimum lowest least youngest smallest shortest | maximum highest most oldest largest longest
    | average mean median typical
north northern | south southern | east eastern | west western
accept accepted approve approved | reject rejected refuse refused
arrive arrived arrives arrival | leave left leaves depart departed departure
start started starts begin began begins | end ended ends finish finished
revenue revenues turnover sales | profit profits earnings | loss losses | cost costs spending
married marriages weddings | divorced divorces
births born | deaths died
urban | rural
spent spend spends | unspent left remaining remains
gross | net
combined altogether | each apiece
wrote written writes author authored | translated translates translator | edited edits editor | illustrated illustrator
"""
_DONE = """
buy bought buys purchase purchased | sell sold sells sale sales
make makes made making produce produces produced producing production manufactured manufactures built builds build
    assembled | sold sell sells selling sales
directed directs director | produced produces producer
owns owned own | rents rented leases leased
planned plans plan | completed
ordered orders order | delivered delivers
charged | convicted | acquitted
sent sends send | received receives receive
planted plants | felled
borrowed borrows | lent lends
hatched | laid
proposed | adopted
infected | vaccinated
painted paints wrote written writes | owns owned own
scored scores | conceded concedes
composed composes | conducted conducts
present attended attend | absent missed
employs employed | trained
"""
"""What is done to things that are counted: of other quantities these words tell too little."""
_FROM_OTHER_SIDE = re.compile(
    r"\b(?:bought|buys?|purchased?|borrow\w*|rent\w*|leas\w+|received?s?|order\w*)\b[^.;]*\bfrom\b|"
    r"\b(?:s[oe]lls?|sold|lends?|lent|rent\w*|leas\w+|sent|sends?|deliver\w*)\b[^.;]*\bto\b"
)
"""One deed that two sides do: what is bought from the one is sold by it."""


def _groups(lines: str) -> list[dict[str, int]]:
    """For each group of classes the class of each of its words."""
    unfolded = re.sub(r"\n\s+", " ", lines.strip()).split("\n")
    return [{word: i for i, part in enumerate(line.split("|")) for word in part.split()} for line in unfolded]


_THINGS = _groups(_CLASSES)
_DEEDS = _groups(_DONE)
_WAYS = [dict.fromkeys(RISES, 0) | dict.fromkeys(FALLS, 1)]
_CLAUSE = re.compile(r",|\b(?:and|but|while|whereas)\b|[()]|[–—]")
_ACROSS = 8
"""Steps that the end of a clause adds between a word and a quantity."""
_REACH = 14
"""Steps within which a word may speak of a quantity."""
_FAR = 400
"""Characters on either side that are looked at."""
_STEPS = {"to": "reached", "at": "reached", "by": "change", "from": "left"}
"""What a number is to a change, by the word before it."""
_INSTEAD = re.compile(r"\binstead of\s+(?:the\s+)?$", re.IGNORECASE)
_INSTEAD_BEHIND = re.compile(r"\s+(?:[^\W\d_]+\s+)?instead of\s+(?:the\s+)?\S*\d", re.IGNORECASE)
"""What makes of a number the one that another has taken the place of: "now 5 instead of 6"."""
_TO_BEHIND = re.compile(r"^[^.;]{0,30}?\bto\s+\S")
_TO_BEFORE = re.compile(r"\bto\s+[^.;]{1,40}\bfrom\s$")
"""What makes "from" the start of a change: "from 280 to 320", "to 320 from 280"."""

_UP = (
    "more|higher|greater|warmer|hotter|longer|larger|bigger|taller|heavier|faster|older|dearer|richer|wider|deeper|"
    "thicker|stronger"
)
_DOWN = (
    "fewer|less|lower|cooler|colder|shorter|smaller|lighter|slower|younger|cheaper|poorer|narrower|shallower|thinner|"
    "weaker"
)
_THAN = re.compile(
    rf"[\s,]+(?:\w+\s+)?(?:(?:(?P<up>{_UP})|{_DOWN}) than "
    r"(?=(?:the|in|last|during|at|on|before|normal|usual|average|expected|forecast|planned|his|her|its|their|"
    r"it|a (?:year|month|week|decade))\b|(?-i:[A-Z]))"
    r"|(?:(?P<above>above|over)|below|under) "
    r"(?=(?:the |its |their )?(?:\w+ )?(?:normal|average|usual|mean|forecasts?|targets?|level|limit|sea)\b))",
    re.IGNORECASE,
)
"""What compares a quantity before it with an earlier one; "more than a dozen" is a quantity itself."""

_MORE = re.compile(rf"^\s+(?:(?P<up>{_UP})|{_DOWN})\b", re.IGNORECASE)
"""What makes of per cents a change: "exported 12 per cent more wheat"."""
_PLUS = re.compile(r"(?:\+|\bplus )$", re.IGNORECASE)
"""The sign of a value that rose: "+0.3%", "plus 8 per cent"."""
_PER_CENT = re.compile(r"(?:%|\bper ?cent)$", re.IGNORECASE)
_EARLIER = r"\((?:previous|prior|last|year|before|from|up from|down from|(?:19|20)\d\d:)"
_BEFORE_BRACKET = re.compile(rf"^[^()\d]{{0,12}}{_EARLIER}", re.IGNORECASE)
_IN_BRACKET = re.compile(rf"{_EARLIER}[^()]*$", re.IGNORECASE)
"""Brackets that tell what a value was before: "NOK 84m (previous year: NOK 97m)"."""
_NOT = re.compile(
    r"\b(?:not|never|failed to|refused to|\w+n't)\s+(?:been |be |yet |have )*(?P<verb>[a-z]+)", re.IGNORECASE
)
_KIN = re.compile(
    r"(?P<owner>\w+)(?:'s|’s)\s+(?:\w+\s+)?(?P<kin>wife|husband|son|daughter|brother|sister|father|mother|partner|widow|"
    r"deputy|successor|predecessor|rival|neighbour|twin|uncle|aunt|cousin|grandson|granddaughter)\b[^.;]{0,40}$"
)
_NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|without|fail\w*|refus\w+|\w+n't|un\w+)\b", re.IGNORECASE)
_KEY = re.compile(r"[^\W\d_]+|(?<![\d,.])(?:19|20)\d\d(?![\d,.]\d|\d)")
_LONGEST_NAME = 20

Place = tuple[int, int]


def told_apart(claim_text: str, claim: Place, passage: str, source: Place) -> bool:
    """Whether the words around two quantities name excluding classes of things or events.

    Args:
        claim_text: The claim.
        claim: Where its quantity stands in it.
        passage: The passage.
        source: Where the other quantity stands in it.
    """
    if _other_steps(_step(claim_text, claim), _step(passage, source)) or _denied(
        claim_text[claim[1] :], passage, source
    ):
        return True
    if _of_kin(claim_text, passage, source) or _of_kin(passage, claim_text, claim):
        return True
    return _exclude(_named_things(claim_text, claim), _named_things(passage, source))


def done_apart(claim_text: str, claim: Place, passage: str, source: Place) -> bool:
    """Whether two sentences tell of other deeds done to things that they count: made, sold.

    Args: as of `told_apart`.
    """
    if _FROM_OTHER_SIDE.search(claim_text) or _FROM_OTHER_SIDE.search(passage):
        return False
    return _exclude(_named_deeds(claim_text, claim), _named_deeds(passage, source))


def turned(claim_text: str, claim: Place, passage: str, source: Place) -> bool:
    """Whether the words around two quantities say that things went opposite ways, so that no value bears out the other.

    Args: as of `told_apart`.
    """
    return _exclude(_named_ways(claim_text, claim), _named_ways(passage, source))


def of_other_names(claim_text: str, claim: Place, passage: str, source: Place) -> bool:
    """Whether two sentences are the same but for a name or a year: "the plant in Leith", "the plant in Perth".

    Args: as of `told_apart`.
    """
    if abs(len(claim_text) - len(passage)) > _LONGEST_NAME or len(claim_text) > _FAR:
        return False
    around_both = ((claim_text, claim), (passage, source))
    mine, theirs = (_KEY.findall(f"{text[: at[0]]}\0{text[at[1] :]}") for text, at in around_both)
    if len(mine) != len(theirs):
        return False
    differ = [(a, b) for a, b in zip(mine, theirs, strict=True) if a.lower() != b.lower()]
    return len(differ) == 1 and _are_names(*differ[0])


def _of_kin(text: str, other: str, place: Place) -> bool:
    """Whether another sentence tells its number of a relative of somebody: "the mayor's son is 22"."""
    kin = _KIN.search(other[: place[0]])
    if kin is None or re.search(rf"\b{kin['kin']}\b", text, re.IGNORECASE):
        return False
    named = {word for word in WORD.findall(other[kin.end() : place[0]]) if word[0].isupper()}
    return kin["owner"].lower() in text.lower() and not any(name in text for name in named)


def _denied(said: str, passage: str, source: Place) -> bool:
    """Whether a passage denies of its number what a claim says behind its own: "70 percent did not hatch"."""
    clause = _CLAUSE.split(SENTENCE_END.split(passage[source[1] : source[1] + _FAR])[0])[0]
    verb = _NOT.search(clause)
    return verb is not None and bool(stems(verb["verb"]) & stems(said)) and not _NEGATION.search(said)


def _are_names(one: str, other: str) -> bool:
    years = len(one) == len(other) == 4 and one.isdecimal() and other.isdecimal()
    named = all(word[0].isupper() and not word.isupper() and stems(word) for word in (one, other))
    return years or (named and one[:3].lower() != other[:3].lower())


def _exclude(one: Sequence[int | None], other: Sequence[int | None]) -> bool:
    """Whether a group has two classes named, one on each side."""
    return any(a is not None and b is not None and a != b for a, b in zip(one, other, strict=True))


def _other_steps(one: str | None, other: str | None) -> bool:
    """Whether two values are different parts of a change: "grew by 200", "grew to 200", "grew from 200 to 300"."""
    return one is not None and other is not None and one != other


def _step(text: str, place: Place) -> str | None:
    """Whether a number is a change, the value reached or the value left behind; None where the words do not tell."""
    if _IN_BRACKET.search(text[max(0, place[0] - 60) : place[0]]):
        return "left"
    if _BEFORE_BRACKET.match(text[place[1] : place[1] + 60]):
        return "reached"
    if _INSTEAD.search(text[max(0, place[0] - 60) : place[0]]):
        return "left"
    if _INSTEAD_BEHIND.match(text, place[1]):
        return "reached"
    before = text[max(0, place[0] - 60) : place[0]].lower()
    step = _STEPS.get(next(iter(WORD.findall(before[-12:])[-1:]), ""))
    if step == "left" and not (_TO_BEHIND.match(text[place[1] : place[1] + 60].lower()) or _TO_BEFORE.search(before)):
        return None
    return step


def _as_verb(compared: re.Match[str]) -> str:
    """The verb that says the same as "more than a year before"."""
    found = compared.groupdict()
    return " rose " if found["up"] or found.get("above") else " fell "


@lru_cache(maxsize=8192)  # a claim meets every snippet, and a snippet every claim
def _named_things(text: str, place: Place) -> tuple[int | None, ...]:
    """For each group of things and events the class named nearest to a quantity."""
    steps = _steps(text, place)
    return tuple(_nearest(group, steps) for group in _THINGS)


@lru_cache(maxsize=8192)
def _named_deeds(text: str, place: Place) -> tuple[int | None, ...]:
    steps = _steps(text, place)
    return tuple(_nearest(group, steps) for group in _DEEDS)


@lru_cache(maxsize=8192)
def _named_ways(text: str, place: Place) -> tuple[int | None, ...]:
    """For each group of ways the class named nearest to a quantity; behind it "fewer than in May" names one too."""
    behind = _THAN.sub(_as_verb, text[place[1] : place[1] + _FAR])
    if _PER_CENT.search(text[: place[1]]):
        behind = _MORE.sub(_as_verb, behind, count=1)
    if _PLUS.search(text[: place[0]]):
        return (0,) * len(_WAYS)
    before = NO_RISE.sub(lambda found: " " * len(found.group()), text[: place[0]])  # places stay as they are
    steps = _steps(before + text[place[0] : place[1]] + behind, place)
    return tuple(_nearest(group, steps) for group in _WAYS)


def _steps(text: str, place: Place) -> tuple[tuple[int, str], ...]:
    """The words of a quantity's sentence, with how many steps each lies from it."""
    start, end = place
    first, last = around(text, place, SENTENCE_END, _FAR)
    before, after = text[first:start], text[end:last]
    own = [(0, word) for word in WORD.findall(text[start:end].lower())]
    return (*_away(before, backwards=True), *own, *_away(after, backwards=False))


def _away(part: str, *, backwards: bool) -> list[tuple[int, str]]:
    found = []
    steps = 1 if backwards else 0
    tokens = re.findall(r"[^\W\d_]+|[^\w\s]", part.lower())
    for token in reversed(tokens) if backwards else tokens:
        steps += _ACROSS if _CLAUSE.fullmatch(token) else 1
        if WORD.fullmatch(token):
            found.append((steps, token))
    return found


def _nearest(group: dict[str, int], words: Sequence[tuple[int, str]]) -> int | None:
    """The class of a group that is named nearest; None if none is, or two are as near."""
    near = sorted((steps, group[word]) for steps, word in words if word in group and steps <= _REACH)
    if not near or (len(near) > 1 and near[1][0] == near[0][0] and near[1][1] != near[0][1]):
        return None
    return near[0][1]
