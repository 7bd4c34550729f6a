"""Findings on suppressions: what the S rules share."""

from __future__ import annotations

from factcheck.report import Finding, Suppression
from factcheck.rules import wording
from factcheck.rules.base import Rule


def finding(rule: Rule, suppression: Suppression, message: str, advice: str = "", label: str = "") -> Finding:
    """A rule's finding on a comment.

    Args:
        rule: The rule.
        suppression: The comment.
        message: What is wrong, behind the quoted directive.
        advice: What to do about it, or "".
        label: More about it, or "".
    """
    return Finding(
        rule=rule.id,
        name=rule.name,
        level=rule.level,
        document=suppression.document,
        span=suppression.span,
        claim=None,
        message=f"{wording.quoted(suppression.text)} {message}",
        label=label,
        help=advice,
    )
