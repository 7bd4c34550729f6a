"""What `--from REPORT.json` gives commands that work on one article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.report import Report


def saved_report(path: str, article: str | None, references: Sequence[str] | None) -> Report:
    """A report read back, cut down to one article.

    Args:
        path: The report's file.
        article: Which article of it; None if it has only one.
        references: What the user gave with `-r`: a report has its references already.

    Raises:
        UsageError: References are given too, or it is not told which article is meant, or it is not in the report.
        InputError: The file is no report, or articles or references have changed since it was made.
    """
    from factcheck.review.saved_report import read_report

    if references:
        raise UsageError("--from has its references already: leave -r out")
    return read_report(path, article)
