"""Classes of numeric expressions, each with a switch: which are checked and which are left out."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from factcheck.claim import QuantityKind, SkipReason


class NumberClass(StrEnum):
    """A sort of numeric expression, under the name that the configuration gives it."""

    ADDRESSES = "addresses"
    AGES = "ages"
    COUNTS = "counts"
    DATES = "dates"
    DURATIONS = "durations"
    FIGURES = "figures"
    FOOTNOTES = "footnotes"
    FORMULAS = "formulas"
    FRACTIONS = "fractions"
    IDENTIFIERS = "identifiers"
    IDIOMS = "idioms"
    LABELS = "labels"
    LIST_MARKERS = "list-markers"
    MEASURES = "measures"
    MONEY = "money"
    MULTIPLES = "multiples"
    NAMES = "names"
    NAMES_WITH_DIGITS = "names-with-digits"
    ORDINALS = "ordinals"
    PAGES = "pages"
    PERCENTAGES = "percentages"
    PHONES = "phones"
    POSTCODES = "postcodes"
    PRONOUNS = "pronouns"
    SCORES = "scores"
    SECTIONS = "sections"
    TABLES = "tables"
    TIME_ZONES = "time-zones"
    TIMES = "times"
    UNITS = "units"
    VERSIONS = "versions"


_KINDS = {
    NumberClass.AGES: QuantityKind.AGE,
    NumberClass.COUNTS: QuantityKind.COUNT,
    NumberClass.DATES: QuantityKind.DATE,
    NumberClass.DURATIONS: QuantityKind.DURATION,
    NumberClass.FRACTIONS: QuantityKind.FRACTION,
    NumberClass.MEASURES: QuantityKind.MEASURE,
    NumberClass.MONEY: QuantityKind.MONEY,
    NumberClass.MULTIPLES: QuantityKind.MULTIPLE,
    NumberClass.ORDINALS: QuantityKind.ORDINAL,
    NumberClass.PERCENTAGES: QuantityKind.PERCENT,
    NumberClass.SCORES: QuantityKind.SCORE,
    NumberClass.TIMES: QuantityKind.TIME,
}
"""Checked unless they are to be left out."""
_REASONS = {
    NumberClass.ADDRESSES: SkipReason.ADDRESS,
    NumberClass.FIGURES: SkipReason.FIGURE,
    NumberClass.FOOTNOTES: SkipReason.FOOTNOTE,
    NumberClass.FORMULAS: SkipReason.FORMULA,
    NumberClass.IDENTIFIERS: SkipReason.IDENTIFIER,
    NumberClass.IDIOMS: SkipReason.IDIOM,
    NumberClass.LABELS: SkipReason.LABEL,
    NumberClass.LIST_MARKERS: SkipReason.LIST_MARKER,
    NumberClass.NAMES: SkipReason.NAME,
    NumberClass.NAMES_WITH_DIGITS: SkipReason.NAME_WITH_DIGITS,
    NumberClass.PAGES: SkipReason.PAGE,
    NumberClass.PHONES: SkipReason.PHONE,
    NumberClass.POSTCODES: SkipReason.POSTCODE,
    NumberClass.PRONOUNS: SkipReason.PRONOUN,
    NumberClass.SECTIONS: SkipReason.SECTION,
    NumberClass.TABLES: SkipReason.TABLE,
    NumberClass.TIME_ZONES: SkipReason.TIME_ZONE,
    NumberClass.UNITS: SkipReason.UNIT,
    NumberClass.VERSIONS: SkipReason.VERSION,
}
"""Left out unless they are to be checked."""


def kinds_of(classes: Iterable[NumberClass]) -> frozenset[QuantityKind]:
    """The kinds of quantities among some classes."""
    return frozenset(_KINDS[one] for one in classes if one in _KINDS)


def reasons_of(classes: Iterable[NumberClass]) -> frozenset[SkipReason]:
    """The reasons to leave an expression out among some classes."""
    return frozenset(_REASONS[one] for one in classes if one in _REASONS)
