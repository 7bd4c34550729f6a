"""How a claim's quantity relates to a source's with regard to the words around both.

`relate` knows the values alone. The sentences tell more: "before 2010" is no year but all the time before one, and the
injured are not the killed although both are people.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.claim import TEMPORAL, Hedge, Interval, Quantity, QuantityKind
from factcheck.evidence import MATCHING, QuantityRelation
from factcheck.quantities.age_owners import of_somebody_else
from factcheck.quantities.bounds import admitted
from factcheck.quantities.contrasts import Place, done_apart, of_other_names, told_apart, turned
from factcheck.quantities.date_roles import LIVED, is_life, of_another_role
from factcheck.quantities.earlier_values import is_label, of_another_year
from factcheck.quantities.intervals import disjoint, within
from factcheck.quantities.kinds import adds
from factcheck.quantities.limits import limited
from factcheck.quantities.numerals import is_numeral
from factcheck.quantities.periods import NO_YEAR, year_of
from factcheck.quantities.rate_words import names_rate, paced, rate_named
from factcheck.quantities.recurring import as_frequency
from factcheck.quantities.relate import relate
from factcheck.quantities.roles import role
from factcheck.quantities.swapped import swapped
from factcheck.quantities.units import unit_named
from factcheck.quantities.ways import Direction, direction, unhedged
from factcheck.quantities.wording import SENTENCE_END, around, stems
from factcheck.quantities.wordlist import WORD, word_set

_BOUND = re.compile(r"(?P<near>\b(?:just|shortly) )?\b(?P<way>before|after)\s$", re.IGNORECASE)
_OR_LATER = re.compile(
    r"\s(?:(?P<later>or (?:later|after)|and (?:later|after)|onwards?)|or (?:earlier|before))\b", re.IGNORECASE
)
_BY_TIME = re.compile(r"\bby\s$", re.IGNORECASE)
_ANCHOR = re.compile(
    r"\b(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?|soon|immediately|long|later)\s$",
    re.IGNORECASE,
)
"""Words that make of what follows "after" the point that a time is told from: "three months after 22 March"."""
_NAMED = re.compile(r"\s+(?!(?:are|were|is|was|has|does|there|its|his|as)\b)[a-z]+(?:s|ion|ment|ent|ck|re)\b")
"""A noun behind a date that names an event by it: "after the 22 March attack"."""
_TOP = re.compile(r"\btop[ -]$", re.IGNORECASE)
_HIGHEST = word_set("max maximum most highest longest largest biggest latest oldest tallest top up full peak")
_LOWEST = word_set("min minimum least lowest shortest smallest earliest youngest")
"""Words that tell which end of a range a number is."""
_A_MEASURE = re.compile(
    r"\b(?:an?|one|each|every|per)\s+(?P<unit>[a-z]+)\s+of\s[^.;]{1,40}?\b(?:costs?|sells?|sold|priced|fetche[sd]|goes|went)\b",
    re.IGNORECASE,
)
_FOR_EACH = re.compile(r"\s*(?:for|per) (?:each |every )?(?P<what>[a-z]+)(?: [a-z]+){0,3},", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(?:with|of|from|in|on|for)\s+(?:the\s+)?([^\W\d_]{2,40})\b")
_ALL = re.compile(r"all\b|both\b|every\b", re.IGNORECASE)
_PART = re.compile(r"\bof (?:the|its|his|her|their|these|those|them)\b|\s+of (?:the|its|his|her|their|these|those)\b")
_WHOLE = re.compile(
    r"(?:(?<!every )(?<!each )(?P<part>\b[\w-]+|%) of (?:the|its|his|her|their|these|those)|\bout of(?: the| its)?) $",
    re.IGNORECASE,
)
"""What makes of a number the whole of which a sentence says something of a part: "six of the seven climbers"."""
_PARTS = word_set(
    """
    % cent percent some most many few several half majority minority part one handful dozens third thirds quarter
    quarters fifth fifths
    """
)
_FRONTED = re.compile(r"(?:^|[.;,:]\s)(?:out )?of (?:the |its |their |all )?$", re.IGNORECASE)
_EVERY_ONE = re.compile(r"\b(?:all|every|each|both)\b", re.IGNORECASE)
_TIMES = frozenset({"year", "month", "week", "d", "h", "min", "s"})
_BY = re.compile(r"\bby\s(?:about\s|around\s|some\s)?$", re.IGNORECASE)
_FREEZING = 32 / 1.8
"""Degrees Celsius between the zeros of both scales."""
_FAR = 300
_REACH = 48
_HAPPENED = re.compile(r"\b(?:was|were|had been|have been|has been)\s+(?:\w+ly\s+)?\w+(?:ed|t|n|d)\b", re.IGNORECASE)
"""What tells of what has been done, and not of what is to be done within a time."""
_ALL_BUT = re.compile(r"\ball but\s$", re.IGNORECASE)
_MEASURED = re.compile(
    r"\b(?:recorded|registered|measured|clocked|reported|gusts?|winds?|reached|suffered|saw|caused|brought|delays?|queues?"
    r"|waves?|temperatures?|speeds?)\b",
    re.IGNORECASE,
)
_YEARS = {QuantityKind.AGE, QuantityKind.DURATION}
_SPENT = re.compile(r"\b(?:in|for|after|within|every|over|of|than|by|last|past)\s(?:the )?$", re.IGNORECASE)
"""Words that make of years how long something took, not how old somebody is."""
_FORMER = re.compile(
    r"\b(?:formerly|previously|originally|initially|used to be|at first|hitherto)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE
)
_NOW = re.compile(r"\b(?:now|today|currently|at present|nowadays|since then)\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:formerly|previous(?:ly)?|original(?:ly)?|initial(?:ly)?|used to|was|were|had|before|earlier|old|once|from"
    r"|ago)\b",
    re.IGNORECASE,
)
"""What tells of a time before now."""
_NEXT = 4
"""Words behind a number among which its verb stands."""
_MIDNIGHT = 1440.0
"""Minutes of a day at its end."""
_NEAR = {QuantityKind.TIME: 30.0, QuantityKind.DATE: 31.0}
"""Minutes or days that "just before" reaches back."""


class _Told(NamedTuple):
    """A quantity, the text that tells it, and where it stands there."""

    quantity: Quantity
    text: str
    place: Place

    @property
    def before(self) -> str:
        """The text before it."""
        return self.text[: self.place[0]]

    @property
    def sentence(self) -> str:
        """The sentence that it stands in."""
        first, last = around(self.text, self.place, SENTENCE_END, _FAR)
        return self.text[first:last]


def relate_in_text(
    claim_text: str, claim: Quantity, mine: Place, passage: str, source: Quantity, theirs: Place
) -> QuantityRelation:
    """How the source's quantity bears on the claim's, with the words around them.

    Args:
        claim_text: The claim.
        claim: Its quantity.
        mine: Where that stands in the claim.
        passage: The passage.
        source: Its quantity.
        theirs: Where that stands in the passage.

    Returns:
        As `relate`; INCOMPARABLE also where the words tell that the two are of different things, or that things went
        opposite ways.
    """
    claim, source = limited(claim, claim_text, mine), limited(source, passage, theirs)
    claim, source = _priced(_Told(claim, claim_text, mine)), _priced(_Told(source, passage, theirs))
    source = _unsigned(claim, claim_text, source)
    claim, source = (
        as_frequency(claim, claim_text[: mine[0]], source),
        as_frequency(source, passage[: theirs[0]], claim),
    )
    source = _narrowed_behind(source, passage, theirs, claim.modifiers)
    if _BY.search(claim_text[: mine[0]]) and _BY.search(passage[: theirs[0]]):
        claim, source = _as_difference(claim), _as_difference(source)
    source = admitted(claim, _Told(claim, claim_text, mine).sentence, source, _Told(source, passage, theirs).sentence)
    return _relation(_Told(claim, claim_text, mine), _Told(source, passage, theirs))


def _relation(said: _Told, shown: _Told) -> QuantityRelation:
    """The relation of a claim's quantity and a source's, both read with the words that belong to them."""
    claim, source = said.quantity, shown.quantity
    values = _with_rates(said, shown)
    if claim.kind is QuantityKind.COUNT and source.kind is QuantityKind.ORDINAL and _TOP.search(said.before):
        return QuantityRelation.ENTAILED if source.value <= claim.value else QuantityRelation.CONFLICTING
    if values is QuantityRelation.INCOMPARABLE or said.place[0] == said.place[1]:
        return values
    if claim.kind in TEMPORAL:
        return _of_times(said, shown, values)
    if of_another_year(said.text, said.place, shown.text, shown.place):
        return QuantityRelation.INCOMPARABLE
    if values is QuantityRelation.COMPATIBLE and _ends(said, source):
        return QuantityRelation.ENTAILED
    roles = role(*said), role(*shown)
    if None not in roles and roles[0] is not roles[1]:
        return QuantityRelation.INCOMPARABLE
    if _of_other_things(said, shown):
        return QuantityRelation.INCOMPARABLE
    if values in MATCHING:
        return _borne_out(said, shown, values)
    if values is QuantityRelation.COMPATIBLE and _attained(said, shown):
        return QuantityRelation.ENTAILED
    return _of_limits(said.text, claim, source, values)


def _of_times(said: _Told, shown: _Told, values: QuantityRelation) -> QuantityRelation:
    """The relation of two dates or times with the words that open them on a side or tell what they are of."""
    clock = said.quantity.kind is QuantityKind.TIME
    if of_another_role(said.text, said.place, shown.text, shown.place):
        return QuantityRelation.INCOMPARABLE
    if is_label(shown.text, shown.place) and values not in MATCHING:
        return QuantityRelation.INCOMPARABLE
    if is_life(shown.text, shown.place) and not LIVED.search(said.text):
        return QuantityRelation.INCOMPARABLE
    due = clock and any(_BY_TIME.search(told.before) for told in (said, shown))
    if clock and not due and told_apart(said.text, said.place, shown.text, shown.place):
        return QuantityRelation.INCOMPARABLE
    return _with_bounds(said.quantity, _bound(said, clock), shown.quantity, _bound(shown, clock), values)


def _narrowed_behind(source: Quantity, passage: str, theirs: Place, modifiers: Sequence[str]) -> Quantity:
    """A count with a word behind its noun that another count has before its own: "patients with diabetes"."""
    behind = _BEHIND.match(passage, theirs[1])
    word = behind[1].lower() if behind else ""
    return replace(source, modifiers=(*source.modifiers, word)) if word in modifiers else source


def _attained(said: _Told, shown: _Told) -> bool:
    """Whether a claim's bound lies below what a passage says was reached: "gusts of up to 137 km/h" topped 130."""
    over = said.quantity.hedge in (Hedge.OVER, Hedge.AT_LEAST) and shown.quantity.hedge is Hedge.AT_MOST
    if not over or not shown.quantity.text.lower().startswith("up to"):
        return False
    return said.quantity.interval.low <= shown.quantity.interval.high and _MEASURED.search(shown.before) is not None


def _is_past(said: _Told, shown: _Told) -> bool:
    """Whether a source's value is of before, and it tells another for now: "formerly 30 seconds, is now 60"."""
    if _FORMER.search(shown.before) is None or _NOW.search(shown.sentence) is None:
        return False
    return _BEFORE.search(said.text) is None


def _borne_out(said: _Told, shown: _Told, values: QuantityRelation) -> QuantityRelation:
    """What becomes of a value that fits where the words tell more: which way it went, a part or a kind of what."""
    if _is_past(said, shown) or turned(said.text, said.place, shown.text, shown.place):
        return QuantityRelation.INCOMPARABLE
    if _adds(said.quantity, shown.quantity, shown.text) or _whole_of(said, shown):
        return QuantityRelation.COMPATIBLE
    return QuantityRelation.ENTAILED if adds(shown.quantity.counted, said.quantity.counted) else values


def _of_limits(claim_text: str, claim: Quantity, source: Quantity, values: QuantityRelation) -> QuantityRelation:
    """The relation of two limits of time: of what has happened the shorter gives the longer, of what is due it differs.

    "The claims were paid within 30 days" is true where they were paid within 14.
    """
    limits = claim.hedge is source.hedge is Hedge.AT_MOST and claim.kind is source.kind is QuantityKind.DURATION
    if not limits or values is not QuantityRelation.CONFLICTING or not _HAPPENED.search(claim_text):
        return values
    shorter = source.interval.high <= claim.interval.high
    return QuantityRelation.ENTAILED if shorter else QuantityRelation.COMPATIBLE


def _with_rates(said: _Told, shown: _Told) -> QuantityRelation:
    """The relation of the values, where one may leave out the rate that the other is told in."""
    claim, source = said.quantity, shown.quantity
    if bool(claim.per) == bool(source.per):
        return relate(claim, source)
    claim, source = paced(claim, said.sentence, source), paced(source, shown.sentence, claim)
    if claim.per and source.per:
        return relate(claim, source)
    bare = relate(replace(claim, per=""), replace(source, per=""))
    told = names_rate(claim.per or source.per, (shown if claim.per else said).sentence)
    if told or (bare in MATCHING and _prices(claim, source, shown.text)):
        return bare
    return relate(claim, source)


def _of_other_things(said: _Told, shown: _Told) -> bool:
    """Whether the words around two quantities tell that they are not of one thing."""
    both = said.text, said.place, shown.text, shown.place
    of_two_kinds = {said.quantity.kind, shown.quantity.kind} == _YEARS
    if of_two_kinds and any(_SPENT.search(told.before) for told in (said, shown)):
        return True
    if bool(_ALL_BUT.search(said.before)) != bool(_ALL_BUT.search(shown.before)):
        return True
    if shown.quantity.kind is QuantityKind.AGE and of_somebody_else(*both):
        return True
    if told_apart(*both) or swapped(*both) or of_other_names(*both):
        return True
    return said.quantity.kind is QuantityKind.COUNT and done_apart(*both)


def _priced(told: _Told) -> Quantity:
    """A price with the measure that it is for: "a litre of petrol costs $1.90"."""
    quantity = told.quantity
    if quantity.kind is not QuantityKind.MONEY or quantity.per:
        return quantity
    sentence = told.sentence
    each = _FOR_EACH.match(sentence)
    if each is not None:
        return replace(quantity, per=rate_named(each["what"].lower()))
    found = _A_MEASURE.search(sentence)
    unit = unit_named(found["unit"].lower()) if found else None
    return replace(quantity, per=unit) if unit else quantity


def _unsigned(claim: Quantity, claim_text: str, source: Quantity) -> Quantity:
    """A change below zero as a claim tells it that says so by a verb: "-8%" for "shrank by 8%"."""
    falls = source.kind is claim.kind is QuantityKind.PERCENT and source.interval.is_point and source.value < 0
    if not falls or claim.value < 0 or direction(unhedged(claim_text)) is not Direction.DOWN:
        return source
    return replace(source, value=-source.value, interval=Interval(-source.value, -source.value))


def _adds(claim: Quantity, source: Quantity, passage: str) -> bool:
    """Whether a claim says of what it counts more than the passage: "12 violinists" of "12 musicians"."""
    return adds(claim.counted, source.counted) and not stems(claim.counted) & stems(passage)


def _whole_of(said: _Told, shown: _Told) -> bool:
    """Whether a source's number is the whole of which it tells a part, and the claim's such a part, or all.

    As in "nine of the jurors agreed" and "nine jurors agreed" of "seven of the nine jurors agreed".
    """
    fronted = _FRONTED.search(shown.before) is not None and not _EVERY_ONE.search(shown.sentence)
    parted = _WHOLE.search(shown.before)
    whose = (parted["part"] or "one").lower() if parted else ""
    if not (is_numeral(whose) or whose in _PARTS) and not fronted:
        return False
    written = said.quantity.text
    part = _PART.search(written) or _PART.match(said.text[said.place[1] :]) or _ALL.match(written)
    return part is not None or _goes_on(said) == _goes_on(shown) != ""


def _goes_on(told: _Told) -> str:
    """The first word behind a number that carries meaning: what is said of all that it counts."""
    end = told.place[1]
    words = WORD.findall(told.text[end : end + _FAR])[:_NEXT]
    return next((stem for word in words for stem in stems(word)), "")


def _as_difference(quantity: Quantity) -> Quantity:
    """A temperature told as a difference: by 3.6 °F is by 2 °C."""
    if quantity.unit != "°F":
        return quantity
    end = quantity.interval
    moved = Interval(end.low + _FREEZING, end.high + _FREEZING, end.open_low, end.open_high)
    return replace(quantity, value=quantity.value + _FREEZING, interval=moved, unit="°C")


def _ends(said: _Told, source: Quantity) -> bool:
    """Whether a claim tells the end of the source's range: "at most 7.9 cm", "Max: 7.9", of "4.3 to 7.9 cm"."""
    claim = said.quantity
    if not claim.interval.is_point or source.interval.is_point:
        return False
    near = set(WORD.findall(said.before[-_REACH:].lower()))
    high = claim.value == source.interval.high and near & _HIGHEST
    return bool(high or (claim.value == source.interval.low and near & _LOWEST))


def _prices(claim: Quantity, source: Quantity, passage: str) -> bool:
    """Whether one price may be told with what it is for and once without: "€24.50", "€24.50 a share".

    A passage leaves it out where it has just said it of another price.
    """
    if claim.kind is not QuantityKind.MONEY:
        return False
    return source.per not in _TIMES if source.per else names_rate(claim.per, passage)


def _bound(told: _Told, clock: bool) -> tuple[int, bool]:
    """Which way a date or a time is open: -1 "before", 1 "after", 0 neither; and whether it is said to be near.

    Args:
        told: The date or time.
        clock: Whether it is a time, which "by" opens as well: what is done by ten is done shortly before.
    """
    before, end = told.before[-_REACH:], told.place[1]
    found = _BOUND.search(before)
    if found is None and (behind := _OR_LATER.match(told.text, end)):
        return (1 if behind["later"] else -1), False
    if found is None and clock and _BY_TIME.search(before):
        return -1, True
    if found is None or _ANCHOR.search(before[: found.start()]) or _NAMED.match(told.text[end:]):
        return 0, False
    return (-1 if found["way"].lower() == "before" else 1), found["near"] is not None


def _with_bounds(
    claim: Quantity, ours: tuple[int, bool], source: Quantity, other: tuple[int, bool], values: QuantityRelation
) -> QuantityRelation:
    """The relation of two dates or times of which one or both are open on a side."""
    if not (ours[0] or other[0]):
        return values
    if ours[0] == other[0] and values in MATCHING:
        return values
    if claim.kind is QuantityKind.DATE and NO_YEAR in (year_of(claim.value), year_of(source.value)):
        return values
    said, shown = _opened(claim, *ours), _opened(source, *other)
    if within(shown, said):
        return QuantityRelation.ENTAILED
    # The day itself may be meant by "before" and "after", as when an event is named by it.
    touches = not disjoint(claim.interval, source.interval)
    return QuantityRelation.CONFLICTING if disjoint(said, shown) and not touches else QuantityRelation.COMPATIBLE


def _opened(quantity: Quantity, way: int, near: bool) -> Interval:
    interval = quantity.interval
    reach = _NEAR[quantity.kind] if near else math.inf
    if near and way < 0 and quantity.kind is QuantityKind.TIME and interval.high == 0:
        interval = Interval(_MIDNIGHT, _MIDNIGHT)
    if way < 0:
        return Interval(interval.low - reach, interval.low, open_high=True)
    return Interval(interval.high, interval.high + reach, open_low=True) if way > 0 else interval
