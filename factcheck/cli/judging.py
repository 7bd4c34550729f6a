"""Articles judged as configured, for commands that go on from the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.cli import configured
from factcheck.cli.progress import progress_bar
from factcheck.errors import InputError

if TYPE_CHECKING:
    from factcheck.config import Configuration
    from factcheck.report import Report


def judged(articles: Sequence[str], references: Sequence[str] | None, settings: Configuration) -> Report:
    """The report on articles with today's decisions, and with what could not be read among its errors.

    Args:
        articles: Files, folders or globs; none for those of the configuration.
        references: What the command line names; the articles' own where it names none.
        settings: How to judge.

    Raises:
        InputError: No article can be read, or none of the references that are named.
    """
    read = configured.inputs(articles, settings, references)
    if read.errors and (not read.documents or (references and not read.references)):
        raise InputError(read.errors[0].path, read.errors[0].message)
    checker = configured.checker(settings, configured.rules(settings))
    with progress_bar(wanted=True, kept=lambda: checker.has_cache) as progress:
        report = checker.run(
            read.documents,
            read.references,
            checked_against=read.checked_against,
            progress=progress,
            decisions=True,
            review=configured.review(settings),
        )
    return replace(report, errors=(*read.errors, *report.errors))
