"""Claims and the quantities in them: frozen data, no behaviour beyond small questions."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from factcheck.document import Span


class Modality(StrEnum):
    """How far the article itself stands behind a claim."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ALLEGED = "alleged"
    DENIED = "denied"
    PLANNED = "planned"
    POSSIBLE = "possible"


class QuantityKind(StrEnum):
    """What sort of numeric or temporal expression."""

    COUNT = "count"
    ORDINAL = "ordinal"
    MONEY = "money"
    PERCENT = "percent"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    """"twice", "two and a half times", "tenfold"."""
    MEASURE = "measure"
    """A number with a unit: 12 km, 84 MiB, 30 °C, 120 km/h."""
    DURATION = "duration"
    AGE = "age"
    DATE = "date"
    TIME = "time"
    SCORE = "score"


SHARES = frozenset({QuantityKind.PERCENT, QuantityKind.FRACTION})
"""Kinds that tell parts of a whole."""
TEMPORAL = frozenset({QuantityKind.DATE, QuantityKind.TIME})
"""Kinds that tell when."""


class Hedge(StrEnum):
    """How an expression qualifies its number."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    """Just under: nearly, almost, close to."""
    OVER = "over"
    """More than, over, above: the bound itself is excluded."""
    AT_LEAST = "at least"
    UNDER = "under"
    """Fewer than, under, below: the bound itself is excluded."""
    AT_MOST = "at most"
    """Up to, no more than, within."""
    VAGUE = "vague"
    """Dozens, hundreds, a few."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A set of numbers between two ends, either of which may be infinite or excluded."""

    low: float
    high: float
    open_low: bool = False
    open_high: bool = False

    @property
    def is_point(self) -> bool:
        """Whether it holds a single number."""
        return self.low == self.high

    def __contains__(self, value: float) -> bool:
        above = value > self.low or (value == self.low and not self.open_low)
        below = value < self.high or (value == self.high and not self.open_high)
        return above and below

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are finite."""
        return math.isfinite(self.low) and math.isfinite(self.high)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A numeric or temporal expression and what it means.

    Attributes:
        span: Its place in its Document or Reference, hedge and unit included ("at least 144 people").
        text: What a reader sees there, without markup.
        kind: What sort of expression.
        value: The number as written, hedge and rounding apart, in the unit's base (dates: proleptic ordinal days,
            times of day: minutes after midnight, durations: seconds, percent: 12 for "12 %").
        interval: What the expression claims, hedge included, in the same base ("at least 144" is [144, inf)).
            Dates are intervals of ordinal days at their precision ("March 2024" is a month of days).
        hedge: How it is qualified.
        unit: Canonical unit ("" for plain counts; "USD", "%", "pp", "km", "d", "day", ...).
        counted: Head noun of what is counted or measured, lower case, singular ("person", "inmate"); "" if none.
        modifiers: Words that narrow what is counted, lower case ("injured", "russian").
        meaning: The interval for people: "[144, inf) people", "[0, 60] d", "2024-03-22", "22:40".
        precision: Size of the last written digit's place, in the base unit: 100 for "4,500", 1 for "144".
        per: Canonical denominator of a rate ("h" in km/h, "1000 person"); "" if none.
        round_to: How far an unhedged number may be off, as a share of it; None where its writing tells.
        reading: The whole expression where the text is only its number: "3.4 million passengers" for the cell
            "3.4" under "Passengers (million)"; "" where the text says it all.
    """

    span: Span
    text: str
    kind: QuantityKind
    value: float
    interval: Interval
    hedge: Hedge = Hedge.EXACT
    unit: str = ""
    counted: str = ""
    modifiers: tuple[str, ...] = ()
    meaning: str = ""
    precision: float = 1.0
    per: str = ""
    reading: str = ""
    round_to: float | None = None

    @property
    def is_range(self) -> bool:
        """Whether both ends are written: "20 to 30"."""
        return self.hedge is Hedge.EXACT and self.interval.is_bounded and not self.interval.is_point


class SkipReason(StrEnum):
    """Why a numeric expression is not taken for a quantity."""

    ADDRESS = "address"
    """Web, mail and street addresses."""
    FIGURE = "figure number"
    FOOTNOTE = "footnote"
    FORMULA = "formula"
    """The power in x^2 or 2^31."""
    IDENTIFIER = "identifier"
    """Code, links and whatever else the reader says is a name."""
    IDIOM = "idiom"
    LABEL = "label"
    """A numbered thing: level 9, gate 12, error 404."""
    LIST_MARKER = "list marker"
    NAME = "name"
    """No. 1, Boeing 747, Five Eyes."""
    NAME_WITH_DIGITS = "name with digits"
    """P12, Covid-19, 1080p."""
    LEFT_OUT = "left out"
    """A kind of number that the configuration leaves out."""
    PAGE = "page number"
    PHONE = "phone number"
    POSTCODE = "postcode"
    PRONOUN = "pronoun"
    """"One" that counts nothing."""
    SECTION = "section number"
    TABLE = "table number"
    TIME_ZONE = "time zone"
    UNIT = "unit of figures"
    """What the figures of a table are in: "(million)", "in million kronor"."""
    VERSION = "version"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A numeric expression that is not taken for a quantity, and why."""

    span: Span
    text: str
    reason: SkipReason


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What a claim says in the place of a pronoun or a short description of its article.

    Attributes:
        place: Where the article has the pronoun or the description.
        text: What the claim says there ("Ruth Orme's").
        source: Where the article has the phrase that the text comes from ("Ruth Orme", "a paper mill").
    """

    place: Span
    text: str
    source: Span


@dataclass(frozen=True, slots=True)
class GivenClaim:
    """A claim that a caller gives to be judged as it is.

    Attributes:
        text: One stand-alone sentence.
        id: The caller's own name for it, unique among the claims given; "" to have it numbered.
        context: What a reader knows before it, for what it leaves open; "" if nothing.
        date: The day on which it is said, against which "on Sunday" or "last year" are read.
    """

    text: str
    id: str = ""
    context: str = ""
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition of an article.

    Attributes:
        id: "c1", "c2", ... in order of the articles; unique in a report.
        text: A short stand-alone sentence.
        spans: The places that carry it, sorted, disjoint.
        sentence: The sentence (or heading, list item, table row) it comes from.
        attribution: Who is said to have said it, as written, or None.
        modality: How far the article stands behind it.
        checkworthy: False for opinions, questions, captions, boilerplate, and for the carrier of a number that no
            proposition holds.
        quantities: Those of the article that lie in its spans, by place.
        context: The sentence before and the section or title, for what the claim itself leaves open; "" if none.
        antecedents: What its text says in the place of pronouns and short descriptions, by place.
    """

    id: str
    text: str
    spans: tuple[Span, ...]
    sentence: Span
    attribution: str | None = None
    modality: Modality = Modality.ASSERTED
    checkworthy: bool = True
    quantities: tuple[Quantity, ...] = ()
    context: str = ""
    antecedents: tuple[Antecedent, ...] = ()

    @property
    def places(self) -> tuple[Span, ...]:
        """Where a reader is led to: its spans, or its sentence if it has no words of its own."""
        return self.spans or (self.sentence,)
