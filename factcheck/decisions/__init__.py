"""What reviewers decided: a log for each reviewer and article, and what it means for today's text."""

from factcheck.decisions.anchor import Anchor, AnchorIndex, anchors_of
from factcheck.decisions.event import Citation, Decide, SignOff, Visit
from factcheck.decisions.facts import identical_facts, same_figures
from factcheck.decisions.ledger import Ledger
from factcheck.decisions.logs import stamps_on_disk
from factcheck.decisions.merge import attach
from factcheck.decisions.policy import current_pass, objection, pass_of, sign_off_objection
from factcheck.decisions.review import ArticleReview, review_of, reviewers_standings
from factcheck.decisions.since import logs_before
from factcheck.decisions.snapshot import Changes, Snapshot, changes, snapshot
from factcheck.decisions.standing import Sources, Standing, Standings, standings
from factcheck.fingerprint import normalised

__all__ = [
    "Anchor",
    "AnchorIndex",
    "ArticleReview",
    "Changes",
    "Citation",
    "Decide",
    "Ledger",
    "SignOff",
    "Snapshot",
    "Sources",
    "Standing",
    "Standings",
    "Visit",
    "anchors_of",
    "attach",
    "changes",
    "current_pass",
    "identical_facts",
    "logs_before",
    "normalised",
    "objection",
    "pass_of",
    "review_of",
    "reviewers_standings",
    "same_figures",
    "sign_off_objection",
    "snapshot",
    "stamps_on_disk",
    "standings",
]
