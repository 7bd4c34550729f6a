"""Dates that only the article's own date can resolve: "last year", "on Sunday"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from factcheck.document import PROSE, BlockKind, Document, Span
from factcheck.quantities.periods import MONTHS
from factcheck.sentences import sentences

_UNITS = "year|month|week|weekend|quarter|night|spring|summer|autumn|winter"
_DAYS = "|".join(calendar.day_name)
_MONTHS = "|".join(name for name in calendar.month_name if name)
_RELATIVE = re.compile(
    rf"\b(?:yesterday|tomorrow|tonight|(?:last|next|this)\s(?:{_UNITS}|{_DAYS}|{_MONTHS})\b(?!['’]s)|on\s(?:{_DAYS})\b"
    rf"(?!,?\s(?:the\s)?[0-9]|,?\s(?:{_MONTHS})\b))",
    re.IGNORECASE,
)
_MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_FULL = re.compile(
    rf"\b[0-3]?[0-9]\s(?:{_MONTH_NAMES})\.?,?\s[12][0-9]{{3}}\b|\b(?:{_MONTH_NAMES})\.?\s[0-3]?[0-9],?\s[12][0-9]{{3}}\b"
    r"|\b[12][0-9]{3}-[01][0-9]-[0-3][0-9]\b",
    re.IGNORECASE,
)
_DATELINE = 2
"""Blocks at the start of an article in which a full date is its dateline."""


def relative_dates(document: Document) -> Iterator[Span]:
    """Relative dates of an article that has no date and no dateline, by place, in the file."""
    if document.meta.date is not None:
        return
    found = [sentence for sentence in sentences(document) if sentence.kind in PROSE]
    opening = sorted({s.block for s in found if s.kind is not BlockKind.HEADING})[:_DATELINE]
    if any(_FULL.search(sentence.text) for sentence in found if sentence.block in opening):
        return
    for sentence in found:
        for match in _RELATIVE.finditer(sentence.text):
            yield sentence.to_file(Span(match.start(), match.end()))
