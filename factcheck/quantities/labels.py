"""Numbers that tell which one, not how many: "Section 4.2", "level 9", "pp. 12-14", "HTTP 404", "exit 12B"."""

from __future__ import annotations

import re

from factcheck.claim import SkipReason
from factcheck.quantities.nouns import VERBS_TOO, is_plural
from factcheck.quantities.number_words import SCALES, SMALL
from factcheck.quantities.tokens import END, NUMBER, SIGN, VERSION, WORD, Token
from factcheck.quantities.units import read_unit
from factcheck.quantities.wordlist import word_set

_LISTED = {
    SkipReason.SECTION: "section sections sec chapter chapters ch article articles art paragraph paragraphs para clause"
    " clauses annex appendix rule rules verse psalm act scene exhibit item question recital equation eq theorem lemma"
    " exercise listing lesson schedule §",
    SkipReason.FIGURE: "figure figures fig figs",
    SkipReason.TABLE: "table tables",
    SkipReason.PAGE: "page pages p pp",
    SkipReason.VERSION: "version versions firmware release",
    SkipReason.FOOTNOTE: "footnote note",
    SkipReason.NAME: "formula",
    SkipReason.ADDRESS: "box",
    SkipReason.LABEL: (
        "number"
        " line lines level levels scope scopes phase stage type class grade room block gate platform terminal unit"
        " flight highway route channel issue step steps option zone group episode volume vol part lot door error"
        " port ward bus tram exit junction interstate motorway tier category model series season apartment apt"
        " suite bay hall pier dock berth track heat code status id ref reference case docket invoice order"
        " account receipt licence license permit patent isbn issn rfc iso din pep ieee zip postcode extension ext"
        " pin seat row reactor squadron run pump tank sensor turbine engine boiler form locker test experiment player"
        " patient sample size"
    ),
}
_LABELS = {word: reason for reason, listed in _LISTED.items() for word in listed.split()}
_TURNS = frozenset({"week", "day", "round", "year", "lap", "hole", "game", "race"})
_STEPS = frozenset({"number", "phase", "stage", "step", "level", "chapter", "part", "act"})
"""Labels behind which words number too: "phase two"."""
_BEFORE_TURN = frozenset({"in", "at", "on", "by", "of", "from", "through", "until", "since", "after", "for"})
"""Words behind which "week 12" tells which week."""
_SHORT = frozenset({"fig", "figs", "p", "pp", "ch", "sec", "art", "vol", "eq", "para", "apt", "ext", "ref"})
"""Labels that are written with a point."""
_ONLY_CAPITAL = word_set("test experiment player patient sample season case act model form series status class")
"""Nouns that count often enough to be labels only as names: "Patient 31", not "the patient 31 hours later"."""
_BEFORE_VERB = word_set(
    """
    will would could can may might should must to not they we he she it who that you i also still cannot did
    does do
    """
)
"""Words behind which a lower-case label may be a verb: "could seat 366"."""
_CENTURIES = frozenset({"19", "20"})
"""How years begin, which a label may have behind it: "key figures 2023/24"."""
_SURE = frozenset({SkipReason.SECTION, SkipReason.FIGURE, SkipReason.TABLE, SkipReason.PAGE, SkipReason.VERSION})
_VERBS = frozenset({"order", "issue", "seat", "test", "pin", "stage", "block", "exit", "step", "line"})
"""Labels that may begin an order to someone: "Order 12 pizzas"."""
_JOINTS = frozenset({"-", "–", "and", ",", "to", "or", "&"})
_MOST = 12
"""How many numbers one label may have."""

_COMPARED = frozenset({"older", "newer", "earlier", "later", "lower", "higher", "greater", "less"})
_BOUNDS = frozenset({"below", "above", "before", "after", "under", "over", "from", "since"})
Skip = tuple[int, int, SkipReason]
"""First token, index behind the last, reason."""


_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")


def labelled(tokens: list[Token], i: int) -> Skip | None:
    """As in "Section 4.2", "level 9", "Scopes 1 and 2": a numbered thing, whose number stands at token `i`."""
    point = i > 1 and tokens[i - 1].low == "." and tokens[i - 2].low in _SHORT
    at = i - 2 if point else i - 1
    if at < 0:
        return None
    label = tokens[at]
    reason = _LABELS.get(label.low)
    worded = tokens[i].kind != NUMBER
    told = at > 0 and (tokens[at - 1].low in _BEFORE_TURN or label.text[0].isupper())
    if label.low in _TURNS and (told or worded):
        reason = SkipReason.LABEL
    if reason is None or not _is_label(tokens, at, i) or _is_measured(tokens, label, i) or _amounts_to(tokens, at, i):
        return None
    end = _past_numbers(tokens, i, label.low.endswith("s") or label.low in ("pp", "p"))
    start = at - 1 if label.low in ("box", "code") and at and tokens[at - 1].low in ("po", "zip", "error") else at
    return start, end, reason


def bounded_version(tokens: list[Token], i: int) -> Skip | None:
    """As in "versions older than 13", "versions before 4": what opens at `i` bounds versions."""
    i -= tokens[i].kind == NUMBER
    if i < 1 or _LABELS.get(tokens[i - 1].low) is not SkipReason.VERSION:
        return None
    than = tokens[i].low in _COMPARED and tokens[i + 1].low == "than"
    at = i + 2 if than else i + 1
    bounds = than or tokens[i].low in _BOUNDS
    plural = tokens[at + 1].kind == WORD and is_plural(tokens[at + 1].low)
    return (i, at + 1, SkipReason.VERSION) if bounds and tokens[at].kind == NUMBER and not plural else None


def _is_label(tokens: list[Token], at: int, i: int) -> bool:
    """Whether the label at `at` names the number at `i`, and is no verb before things that are counted."""
    label, after = tokens[at], tokens[i + 1]
    capital = label.text[:1].isupper()
    if _GROUPED.fullmatch(tokens[i].text):  # "the old line 10,000 and the new line 50,000", "Print Hall 2,985"
        return False
    if label.text in ("P", "PP") or (
        tokens[i].text[:2] in _CENTURIES and len(tokens[i].text) == 4 and not label.text.isupper()
    ):
        return False
    if tokens[i].kind != NUMBER:
        turn = (label.low in _TURNS or label.low in _STEPS) and not is_plural(after.low) and tokens[i].low in SMALL
        return turn or (capital and tokens[i].text[:1].isupper() and i > 1)
    if label.low in _ONLY_CAPITAL and not (capital and at > 0):
        return at > 0 and tokens[at - 1].low in _BEFORE_TURN and after.kind in (SIGN, END)
    if not capital and label.low != "§" and at > 0 and tokens[at - 1].low in _BEFORE_VERB:
        return at > 2 and tokens[at - 2].kind == NUMBER and tokens[at - 3].low == label.low  # "from step 3 to step 4"
    if _LABELS.get(label.low) in _SURE or (capital and label.low not in _VERBS):
        return True
    plural = after.kind == WORD and not after.glued and is_plural(after.low) and after.low not in VERBS_TOO
    return label.low == "size" or not plural


def _is_measured(tokens: list[Token], label: Token, i: int) -> bool:
    """Whether a unit stands behind the number, so that "level" is what was measured: "sound level 500 m away"."""
    return label.low in ("level", "size") and not tokens[i + 1].glued and read_unit(tokens, i + 1, True) is not None


def _amounts_to(tokens: list[Token], at: int, i: int) -> bool:
    """Whether "number" is the verb: "its users number 2,100 million", "the dead number 40"."""
    scaled = tokens[i + 1].low in SCALES or "," in tokens[i].text
    return tokens[at].text == "number" and at > 0 and (scaled or is_plural(tokens[at - 1].low))


def _past_numbers(tokens: list[Token], i: int, many: bool) -> int:
    """The index behind the number at `i`, its letter ("12B"), its parts ("14-2") and, for a plural label, its like."""
    end = _past_one(tokens, i)
    for _ in range(_MOST):
        joint = tokens[end]
        if joint.low not in _JOINTS or tokens[end + 1].kind not in (NUMBER, VERSION):
            return end
        glued = joint.low in ("-", "–") and joint.glued and tokens[end + 1].glued
        if not (many or glued) or (is_plural(tokens[end + 2].low) and tokens[end + 2].kind == WORD):
            return end
        end = _past_one(tokens, end + 1)
    return end


def _past_one(tokens: list[Token], i: int) -> int:
    after = tokens[i + 1]
    return i + 2 if after.kind == WORD and after.glued and len(after.text) < 3 else i + 1
