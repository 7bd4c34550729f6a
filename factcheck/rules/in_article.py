"""Findings that rest on the article alone: what N106, D202, D203 and P301 share."""

from __future__ import annotations

from factcheck.document import Span
from factcheck.report import Finding, Report
from factcheck.rules import wording
from factcheck.rules.base import Rule


def finding(rule: Rule, report: Report, document: int, span: Span, message: str, label: str, advice: str) -> Finding:
    """A rule's finding at a place of an article.

    Args:
        rule: The rule.
        report: In which the article stands.
        document: The article's index.
        span: The place.
        message: What is wrong, behind the quoted words.
        label: More about it in a few words, or "".
        advice: What to do about it.
    """
    words = report.documents[document].prose(span)
    return Finding(
        rule=rule.id,
        name=rule.name,
        level=rule.level,
        document=document,
        span=span,
        claim=None,
        message=f"{wording.quoted(words)} {message}",
        label=label,
        help=advice,
    )
