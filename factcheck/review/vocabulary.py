"""The signs and words of the screen: a sign goes with every colour, so colour is never the only carrier."""

from __future__ import annotations

from factcheck.output.colour import VERDICT_SIGN
from factcheck.report import CheckedClaim, DecisionKind

NOT_JUDGED = "."
STYLES = {"+": "supported", "!": "contradicted", "?": "unverified", NOT_JUDGED: "not-judged"}
"""Names of the signs, as component classes of the widgets."""

OPEN, STALE = "..", "~~"
CODES = {
    DecisionKind.OK: "ok",
    DecisionKind.ERROR: "ER",
    DecisionKind.NEEDS_SOURCE: "NS",
    DecisionKind.OPINION: "op",
    DecisionKind.PASS: "??",
}
KEYS = {
    DecisionKind.OK: "a",
    DecisionKind.ERROR: "x",
    DecisionKind.NEEDS_SOURCE: "s",
    DecisionKind.OPINION: "o",
    DecisionKind.PASS: "p",
}


def sign_of(checked: CheckedClaim) -> str:
    """The machine's verdict in one character."""
    if not (checked.claim.checkworthy or checked.claim.quantities or checked.verdict.instead):
        return NOT_JUDGED
    return VERDICT_SIGN[checked.verdict.label]


def verdict_word(checked: CheckedClaim) -> str:
    """The machine's verdict in words."""
    return "not judged" if sign_of(checked) == NOT_JUDGED else checked.verdict.label.value


def number_of(checked: CheckedClaim) -> str:
    """The claim's number as shown: its id without the letter."""
    return checked.claim.id.removeprefix("c")


def kind_of(checked: CheckedClaim) -> str:
    """What the claim turns on, in at most eight characters: its first quantity's kind, or "text"."""
    return checked.claim.quantities[0].kind.value if checked.claim.quantities else "text"
