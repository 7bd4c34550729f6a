"""The grammar's driver: hedge, number or range, what it counts, hedge behind; one pass from left to right."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.claim import Hedge, Interval, Quantity, QuantityKind, Skipped, SkipReason
from factcheck.document import Span
from factcheck.quantities import hedges
from factcheck.quantities.age_groups import as_age, read_age_group
from factcheck.quantities.amounts import read_amount
from factcheck.quantities.bare import bare, is_listed
from factcheck.quantities.counts import read_rank
from factcheck.quantities.dates import DATE_WORDS, read_date
from factcheck.quantities.draft import Draft
from factcheck.quantities.idioms import IDIOM_WORDS
from factcheck.quantities.meaning import describe
from factcheck.quantities.measures import below_zero
from factcheck.quantities.nouns import read_noun, singular
from factcheck.quantities.number_words import DENOMINATORS, FEW, NUMBER_WORDS, ORDINALS, SCALES, SMALL, TENS
from factcheck.quantities.ordinals import read_ordinal
from factcheck.quantities.pronouns import is_pronoun_one
from factcheck.quantities.ranges import read_range, read_start_of_change
from factcheck.quantities.scores import read_score
from factcheck.quantities.skips import by_identifiers, skip_at
from factcheck.quantities.times import read_time
from factcheck.quantities.tokens import END, NUMBER, SIGN, WORD, Token, tokenise
from factcheck.quantities.units import read_unit, to_base
from factcheck.quantities.wordlist import word_set
from factcheck.quantities.words import HALVES, WORDS, read_word

_CLOCK_WORDS = frozenset({*SMALL, "a", "half", "quarter", "twenty", "between", "noon", "midday", "midnight"})
_PERIOD_WORDS = DATE_WORDS | frozenset({*ORDINALS, *TENS})
_NUMERIC = NUMBER_WORDS | frozenset({"a", "an", "half", "between", "from", "minus", "aged", "age"})
_AFTER_ARTICLE = frozenset({*SCALES, *FEW, *DENOMINATORS, "half", "quarter", "good", "full", "mere", "whole"})
"""Words behind an article that make it part of a number: "a dozen", "a few", "a good third"."""
_BEGINNINGS = (
    _CLOCK_WORDS
    | _PERIOD_WORDS
    | _NUMERIC
    | WORDS
    | frozenset({"halves", "all", "another", "every", "magnitude", "the", "under", "over", "not"})
)
_TRIGGERS = _BEGINNINGS | hedges.FIRST_WORDS | IDIOM_WORDS | {"-", "'", "‘"}
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
"""Outside of these a text's date is no date, and the next and the last century would leave the calendar."""
_NOTHING = "\0"
"""What a token says that an identifier hides."""
_OFTEN = word_set(
    """
    day night morning evening afternoon weekend week month quarter year decade hour minute second time monday tuesday
    wednesday thursday friday saturday sunday game match round season edition issue attempt try stop step line row
    column page floor block
    """
)
"""What is said to come round with "every second": how often, not how many."""
_PREFIXES = frozenset({"all", "another", "every", "the", "magnitude"})
_REST = frozenset({"other", "remaining"})
_BEFORE_BOUND = word_set(
    """
    for of in lasting lasted lasts last took takes take taking spent spend spends waited wait waiting served after with
    is was are were a an the and or than worked lived been well just till until back runs ran
    , ( : ; . — – " “
    """
)
"""Words behind which "over two years" says how long, not within what time."""
_SENTENCE_ENDS = frozenset({".", "!", "?"})
_AFTER_SPELL = word_set(", the a an its his her their our it he she they we this that these those there")
"""What follows the spell that a sentence begins with: "Over five years, the city spent"."""
_COMPARATIVES = frozenset(
    {"less", "more", "fewer", "higher", "lower", "longer", "shorter", "larger", "smaller", "greater"}
)


@dataclass(frozen=True)
class Found:
    """The numeric expressions of a text.

    Attributes:
        quantities: Those that mean a quantity, by place, disjoint.
        skipped: Those that do not, with the reason; disjoint from each other and from the quantities.
    """

    quantities: tuple[Quantity, ...]
    skipped: tuple[Skipped, ...]


def find_quantities(
    text: str,
    *,
    today: date | None = None,
    identifiers: Sequence[Span] = (),
    checked: Collection[SkipReason] = (),
) -> Found:
    """Every numeric and temporal expression of a sentence or text.

    Args:
        text: The text; any Unicode.
        today: The text's own date, against which "on Sunday", "last year" and "22 March" are resolved.
        identifiers: Ranges of `text` that are names (inline code, URLs): nothing in them is a quantity.
        checked: Reasons to leave an expression out that do not count: it is read as the number that it holds.

    Returns:
        Quantities and skipped expressions, with spans in `text`.
    """
    if today is not None and not _FIRST_YEAR <= today.year <= _LAST_YEAR:
        today = None
    names = () if SkipReason.IDENTIFIER in checked else tuple(sorted(identifiers))
    tokens = _hidden(tokenise(text), names)
    quantities: list[Quantity] = []
    skipped = [Skipped(span, span.of(text), why) for span, why in by_identifiers(text, names)]
    i = last = taken = 0
    while tokens[i].kind != END:
        token = tokens[i]
        if token.kind in (WORD, SIGN) and token.low not in _TRIGGERS:
            i += 1
            continue
        if token.kind == NUMBER and is_listed(tokens, i):
            quantities.append(bare(token))
            i = last = taken = i + 1
            continue
        skip = skip_at(tokens, i)
        if skip is not None and not (skip[2] in checked and read_amount(tokens, i) is not None):
            first, end, why = skip
            if first >= taken:
                span = Span(tokens[first].start, tokens[end - 1].end)
                skipped.append(Skipped(span, span.of(text), why))
            i = taken = end
            continue
        compares = i == last and bool(quantities) and _compares(tokens, i, quantities[-1])
        read = _asked_for(tokens, i, today, asked=skip is not None, compares=compares)
        if read is None:
            i += 1
            continue
        quantities.append(_finished(text, tokens, *read))
        i = last = taken = read[0].end
    return Found(tuple(quantities), tuple(sorted(skipped, key=lambda one: one.span)))


def _asked_for(
    tokens: list[Token], i: int, today: date | None, *, asked: bool, compares: bool
) -> tuple[Draft, Hedge, bool] | None:
    """The expression at `i`, and "one" that the grammar would not count by itself where it is asked for."""
    read = None if compares else _read(tokens, i, today)
    if read is None and asked:
        amount = read_amount(tokens, i)
        read = None if amount is None else (amount, Hedge.EXACT, False)
    return read


def _compares(tokens: list[Token], i: int, before: Quantity) -> bool:
    """Whether "less than" at `i` belongs to the quantity right before it, as in "14% less than a year earlier".

    Behind a time it is a hedge, if a number follows: "within 48 hours more than 2,000 came".
    """
    if tokens[i].low not in _COMPARATIVES or tokens[i + 1].low != "than":
        return False
    timed = before.kind in (QuantityKind.DURATION, QuantityKind.DATE, QuantityKind.TIME)
    return not (timed and (tokens[i + 2].kind == NUMBER or tokens[i + 2].low in NUMBER_WORDS))


def _hidden(tokens: list[Token], names: Sequence[Span]) -> list[Token]:
    """The tokens, those that touch an identifier, or stand behind one of blanks, as signs that say nothing."""
    if not names:
        return tokens
    shown: list[Token] = []
    at = behind = 0
    for token in tokens:
        while at < len(names) and names[at].end <= behind:
            at += 1
        touched = at < len(names) and names[at].start < token.end and token.kind != END
        shown.append(token._replace(text=_NOTHING, low=_NOTHING, kind=SIGN) if touched else token)
        behind = token.end
    return shown


def _read(tokens: list[Token], i: int, today: date | None) -> tuple[Draft, Hedge, bool] | None:
    """The expression that starts at token `i`, hedges included."""
    draft = read_age_group(tokens, i)
    hedge, close = Hedge.EXACT, False
    before = hedges.read_before(tokens, i) if draft is None else None
    if before is not None:
        second = hedges.read_before(tokens, before.end)
        if second is not None and second.hedge is not Hedge.ABOUT:
            return None
        draft = _core(tokens, second.end if second else before.end, today, True)
        hedge, close = hedges.as_denied(tokens, i, before)
        if draft is None or not _hedgeable(tokens, i, draft, hedge):
            return None
    elif draft is None and (tokens[i].kind != WORD or tokens[i].low in _BEGINNINGS):
        draft = _core(tokens, i, today, False)
    if draft is None:
        return None
    draft.start = i
    draft = as_age(tokens, draft, hedge)
    if draft.kind is QuantityKind.AGE and tokens[draft.end].low == "years":
        draft.end += 1
    if draft.hedge is not None and hedge is Hedge.EXACT:
        hedge = draft.hedge
    after = hedges.read_after(tokens, draft.end)
    if after is not None:
        draft.end, hedge = after.end, after.hedge if hedge is Hedge.EXACT else hedge
        _read_on(tokens, draft)
    return draft, *(hedges.turned_about(hedge, close) if tokens[draft.end - 1].low in HALVES else (hedge, close))


def _read_on(tokens: list[Token], draft: Draft) -> None:
    """What a bare number counts where that stands behind its hedge: "three or more years"."""
    if draft.kind is not QuantityKind.COUNT or draft.counted:
        return
    unit = read_unit(tokens, draft.end, False)
    if unit is not None and unit.unit.dimension == "time" and unit.times == 1:
        draft.kind, draft.unit, draft.end = QuantityKind.DURATION, unit.unit.name, unit.end
        return
    noun = read_noun(tokens, draft.end, False)
    if noun is not None:
        draft.counted, draft.modifiers, draft.end = noun.head, noun.modifiers, noun.end


def _hedgeable(tokens: list[Token], i: int, draft: Draft, hedge: Hedge) -> bool:
    """Whether the hedge at token `i` hedges the draft: "within" no date, "over" no time in which something happened."""
    if draft.kind is QuantityKind.DATE:
        return hedge in (Hedge.ABOUT, Hedge.EXACT)
    if draft.kind is QuantityKind.DURATION and tokens[i].low == "over":
        if i == 0 or tokens[i - 1].low in _SENTENCE_ENDS:
            return tokens[draft.end].low not in _AFTER_SPELL
        return tokens[i - 1].low in _BEFORE_BOUND
    return True


def _core(tokens: list[Token], i: int, today: date | None, hedged: bool) -> Draft | None:
    """The expression at token `i` without its hedges."""
    low = tokens[i].low
    if low in _PREFIXES:
        return _prefixed(tokens, i, hedged)
    if low == "not":
        return _not_one(tokens, i)
    if low in ("between", "from"):
        days = read_date(tokens, i + 1, today)
        if days is not None and days.unit == "day" and days.low != days.high:
            return days
    worded = tokens[i].kind == WORD
    if low in ("a", "an") and tokens[i + 1].low not in _AFTER_ARTICLE:
        return read_word(tokens, i, hedged)
    dated = (not worded or low in _CLOCK_WORDS) and read_time(tokens, i)
    dated = dated or ((not worded or low in _PERIOD_WORDS) and read_date(tokens, i, today)) or None
    if dated is not None:
        return dated
    if not worded or low in _NUMERIC:
        number = read_score(tokens, i) or read_range(tokens, i) or read_start_of_change(tokens, i) or _amount(tokens, i)
        if number is not None:
            return below_zero(tokens, number)
    return read_word(tokens, i, hedged) or read_rank(tokens, i)


def _prefixed(tokens: list[Token], i: int, hedged: bool) -> Draft | None:
    """Numbers with a word before them: "all seven", "another 20", "the other two", "magnitude 6.3"."""
    low, at = tokens[i].low, i + 1
    if low == "every":
        return _every(tokens, i)
    if low == "the":
        if tokens[at].low not in _REST:
            return None
        low, at = tokens[at].low, at + 1
    elif low == "another" and not hedged:
        return None
    draft = _amount(tokens, at)
    if draft is None or draft.kind is not QuantityKind.COUNT:
        return draft if low == "another" else None
    if low == "magnitude":
        draft.kind, draft.unit = QuantityKind.MEASURE, low
    else:
        draft.modifiers = (low, *draft.modifiers)
    return draft


def _every(tokens: list[Token], i: int) -> Draft | None:
    """As in "every sixth post": one in six; not "every second year", which tells how often."""
    rank = read_ordinal(tokens, i + 1)
    if rank is None or rank[0] < 2 or tokens[rank[1]].kind != WORD or tokens[rank[1]].low in _OFTEN:
        return None
    part = 1 / rank[0]
    return Draft(i, rank[1], QuantityKind.FRACTION, part, part / 5, counted=singular(tokens[rank[1]].low))


def _not_one(tokens: list[Token], i: int) -> Draft | None:
    """As in "not one of the wells", "not a single vote": none."""
    if tokens[i + 1].low != "one" and tokens[i + 2].low != "single":
        return None
    draft = _amount(tokens, i + 1) or read_word(tokens, i + 1, False)
    if draft is None or draft.kind is not QuantityKind.COUNT or draft.value != 1:
        return None
    draft.value = 0
    return draft


def _amount(tokens: list[Token], i: int) -> Draft | None:
    return None if tokens[i].low == "one" and is_pronoun_one(tokens, i) else read_amount(tokens, i)


def _finished(text: str, tokens: list[Token], draft: Draft, hedge: Hedge, close: bool) -> Quantity:
    """The quantity that a draft has become."""
    span = Span(tokens[draft.start].start, tokens[draft.end - 1].end)
    kind = draft.kind
    in_base = kind in (QuantityKind.MEASURE, QuantityKind.DURATION)
    low = draft.value if draft.low is None else draft.low
    high = draft.value if draft.high is None else draft.high
    value, low, high = ((to_base(x, draft.unit) if in_base else x) for x in (draft.value, low, high))
    precision = draft.precision
    if in_base:
        precision = abs(to_base(draft.precision, draft.unit) - to_base(0.0, draft.unit))
    signed = draft.unit in ("°C", "°F")
    interval = hedges.widen(
        Interval(low, high), hedge, close, precision, signed=signed, loose=kind is QuantityKind.DURATION
    )
    if kind is QuantityKind.TIME and hedge in (Hedge.ABOUT, Hedge.NEARLY):
        interval = Interval(value - 15, value + (15 if hedge is Hedge.ABOUT else 0))
    if kind is QuantityKind.DATE:
        interval = Interval(low, high)
    if draft.vague and hedge is Hedge.EXACT:
        hedge = Hedge.VAGUE
    meaning = draft.shown or describe(kind, interval, draft.unit, draft.counted, draft.per)
    if kind is QuantityKind.TIME and not interval.is_point:
        meaning = describe(kind, interval, draft.unit, "", "")
    if not math.isfinite(value):
        meaning = draft.shown or span.of(text)
    return Quantity(
        span, span.of(text), kind, value, interval, hedge, draft.unit, draft.counted, draft.modifiers,
        meaning, precision, draft.per,
    )  # fmt: skip
