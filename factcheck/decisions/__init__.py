"""What reviewers decided: a log for each reviewer and article, and what it means for today's text."""

from factcheck.decisions.anchor import Anchor, AnchorIndex, anchors_of, normalised
from factcheck.decisions.event import Citation, Decide
from factcheck.decisions.ledger import Ledger
from factcheck.decisions.merge import attach, reviewers_standings
from factcheck.decisions.read_only import ReadOnlyLedger
from factcheck.decisions.standing import Sources, Standing, standings

__all__ = [
    "Anchor",
    "AnchorIndex",
    "Citation",
    "Decide",
    "Ledger",
    "ReadOnlyLedger",
    "Sources",
    "Standing",
    "anchors_of",
    "attach",
    "normalised",
    "reviewers_standings",
    "standings",
]
