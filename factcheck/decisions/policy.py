"""What a project asks of its reviewers: passes, a second person, evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.decisions.event import Citation, SignOff
from factcheck.report import DecisionKind
from factcheck.settings import Review

SignOffs = Mapping[str, Sequence[SignOff]]
"""The passes that each reviewer has finished."""

LETS_STAND = frozenset({DecisionKind.OK, DecisionKind.OPINION})
"""What keeps a claim's findings back."""


def objection(review: Review, kind: DecisionKind | None, citations: Sequence[Citation], note: str) -> str:
    """Why a decision does not count as it is, for people; "" if nothing speaks against it."""
    if review.require_evidence and kind is DecisionKind.OK and not citations and not note:
        return "an ok needs a cited passage or a note here"
    return ""


def finished(review: Review, sign_offs: SignOffs) -> int:
    """How many passes are done: the second counts only after the first, and by the person it is to be by."""
    first = {reviewer for reviewer, signed in sign_offs.items() if any(each.pass_number == 1 for each in signed)}
    second = {reviewer for reviewer, signed in sign_offs.items() if any(each.pass_number > 1 for each in signed)}
    if not first:
        return 0
    if not second or (review.pass2_other_person and len(first | second) == 1):
        return 1
    return 2


def current_pass(review: Review, sign_offs: SignOffs) -> int:
    """The pass that the article is in, from 1; the last one when all are done."""
    return min(finished(review, sign_offs) + 1, review.passes)


def pass_of(review: Review, reviewer: str, sign_offs: SignOffs) -> int:
    """The pass that a reviewer decides in, from 1.

    That is the one that the article is in; but who has finished an earlier one, and is not to do the next, goes on
    correcting that, and is not shown an article on which nothing is decided.
    """
    number = current_pass(review, sign_offs)
    mine = max((each.pass_number for each in sign_offs.get(reviewer, ())), default=0)
    if not 0 < mine < number:
        return number
    is_done = finished(review, sign_offs) >= review.passes
    return mine if is_done or sign_off_objection(review, reviewer, sign_offs) else number


def sign_off_objection(review: Review, reviewer: str, sign_offs: SignOffs) -> str:
    """Why that reviewer cannot finish the pass that the article is in, for people; "" if nothing speaks against it."""
    if not review.pass2_other_person or current_pass(review, sign_offs) == 1:
        return ""
    others = [name for name, signed in sign_offs.items() if name != reviewer and signed]
    return "" if others else f"pass 1 was {reviewer}'s: the second pass is for another person"


def last_sign_off(review: Review, sign_offs: SignOffs) -> tuple[str, SignOff] | None:
    """Who signed the article off last, and how; None while passes are missing."""
    if finished(review, sign_offs) < review.passes:
        return None
    last = [(who, each) for who, signed in sign_offs.items() for each in signed if each.pass_number >= review.passes]
    return max(last, key=lambda pair: pair[1].at, default=None)
