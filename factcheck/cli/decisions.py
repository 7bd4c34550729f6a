"""`factcheck decisions`: what reviewers decided, how it stands today, taking it back, joining copies of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.config_options import ConfigOption, IsolatedOption
from factcheck.cli.decision_options import (
    AllReviewedArticles,
    DecisionsDirOption,
    PassesOption,
    ReviewedArticles,
    ReviewerOption,
)
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.options import (
    ListingFormat,
    ListingFormatOption,
    ReferencesOption,
)
from factcheck.cli.run_options import SplitterOption
from factcheck.cli.streams import complain, emit
from factcheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.config import Configuration
    from factcheck.report import ReadError

decisions = typer.Typer(
    name="decisions",
    help="Look into, take back and join what reviewers decided.",
    add_completion=False,
    rich_markup_mode=None,
)


@decisions.command()
def log(
    articles: AllReviewedArticles = None,
    reviewer: Annotated[
        str | None, typer.Option("--reviewer", metavar="NAME", help="Only this one's.", show_default=False)
    ] = None,
    format: ListingFormatOption = ListingFormat.FULL,
    decisions_dir: DecisionsDirOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> ExitCode:
    """List everything that was done, oldest first, also what was undone."""
    from factcheck.cli import configured
    from factcheck.cli.decision_log import log_json, log_text
    from factcheck.decisions.logs import logs_on_disk
    from factcheck.decisions.place import reviewer_id

    found = []
    failures: list[ReadError] = []
    directory = configured.review(_settings(articles, decisions_dir, config, isolated)).directory
    for article in _all_paths(articles, directory):
        logs, errors = logs_on_disk(article, directory)
        if not (logs or errors or article.exists()):
            raise InputError(article.as_posix(), "no such file, and no decisions on it")
        wanted = reviewer_id(reviewer, article) if reviewer is not None else None
        found.append((article, [each for each in logs if wanted in (None, each.reviewer)]))
        failures += errors
    emit(log_json(found) if format is ListingFormat.JSON else log_text(found))
    return _told(failures)


@decisions.command()
def status(
    articles: AllReviewedArticles = None,
    references: ReferencesOption = None,
    splitter: SplitterOption = None,
    passes: PassesOption = None,
    format: ListingFormatOption = ListingFormat.FULL,
    decisions_dir: DecisionsDirOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> ExitCode:
    """Tell how far the review is: decided, open, stale and lost decisions, where reviewers differ, sign-offs.

    References are looked for as in `check`; where an article has none, it is not known whether the passages cited
    still stand, and everything else is told.
    """
    from factcheck.checker import Pipeline
    from factcheck.cli import configured
    from factcheck.cli.decision_status import status_json, status_of, status_text
    from factcheck.inputs.gather import gather
    from factcheck.readers import read_document
    from factcheck.report import ReadError
    from factcheck.settings import Settings

    settings = _settings(articles, decisions_dir, config, isolated, splitter)
    asked = configured.review(settings)
    review = asked if passes is None else replace(asked, passes=passes)
    lookup, pipeline = configured.lookup(settings), Pipeline(Settings(splitter=settings.values.splitter))
    found, errors = [], list[ReadError]()
    for path in _all_paths(articles, asked.directory):
        if articles is None and not path.exists():
            errors.append(ReadError(_shown(path), "no such file, but there are decisions on it"))
            continue
        document = read_document(str(path))
        inputs = gather([document], lookup, references=references or ())
        found.append(status_of(document, pipeline.claims(document), inputs.references or None, review))
        errors += (*inputs.errors, *found[-1].review.errors)
    emit(status_json(found) if format is ListingFormat.JSON else status_text(found))
    return _told(dict.fromkeys(errors))


@decisions.command()
def undo(
    articles: ReviewedArticles,
    reviewer: ReviewerOption = None,
    sign_off: Annotated[bool, typer.Option("--sign-off", help="Take back the last sign-off instead.")] = False,
    decisions_dir: DecisionsDirOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> ExitCode:
    """Take back a reviewer's last decision, as `u` does in the review; again: the one before it."""
    from factcheck.cli import configured
    from factcheck.cli.decision_log import signed, undone
    from factcheck.decisions import Ledger

    directory = configured.review(_settings(articles, decisions_dir, config, isolated)).directory
    for article in _paths(articles):
        ledger = Ledger.of(article, reviewer, directory)
        if sign_off:
            withdrawn = ledger.withdraw()
            what = signed(withdrawn) if withdrawn else ""
        else:
            last = ledger.undo()
            what = undone(ledger.step_of(last)) if last else ""
        line = f"undone: {what}" if what else "nothing to be undone"
        emit(f"{_shown(article)}: {ledger.reviewer}: {line}\n")
    return ExitCode.CLEAN


@decisions.command()
def merge(
    articles: ReviewedArticles,
    copies: Annotated[
        list[Path] | None,
        typer.Option(
            "--from",
            metavar="LOG|DIR",
            help="A copy of a log, or a project or decisions directory that has copies; repeat it for more.",
            show_default=False,
        ),
    ] = None,
    reviewer: Annotated[
        str | None,
        typer.Option("--reviewer", metavar="NAME", help="Whose log a copy is, if not by its name.", show_default=False),
    ] = None,
    decisions_dir: DecisionsDirOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> ExitCode:
    """Join copies of a reviewer's log into one: nothing is lost and nothing stands twice.

    Without --from an article's own logs are tidied: double lines and the marks of a git conflict are taken out.
    """
    from factcheck.cli import configured
    from factcheck.cli.decision_copies import copies_of
    from factcheck.decisions.joining import join_logs

    failures = 0
    directory = configured.review(_settings(articles, decisions_dir, config, isolated)).directory
    for article in _paths(articles):
        found = copies_of(article, copies or [], reviewer, directory)
        if not found:
            emit(f"{_shown(article)}: no decisions to merge\n")
        for log_file, others in found:
            joined = join_logs(log_file, others)
            added = "1 line" if joined.added == 1 else f"{joined.added} lines"
            counts = f"{added} added, {joined.dropped} taken out, {joined.unreadable} cannot be read"
            emit(f"{_shown(article)}: {_shown(Path(log_file.name))}: {counts}\n")
            failures += joined.unreadable
    return ExitCode.INCOMPLETE if failures else ExitCode.CLEAN


def _settings(
    articles: Sequence[str] | None,
    decisions_dir: Path | None,
    config: Sequence[str] | None,
    isolated: bool,
    splitter: str | None = None,
) -> Configuration:
    from factcheck.cli import configured

    options = {"decisions": decisions_dir and str(decisions_dir), "splitter": splitter}
    return configured.configured(articles or (), config, isolated=isolated, options=options)


def _all_paths(articles: Sequence[str] | None, directory: Path | None) -> list[Path]:
    """The articles as given, or else all of the project that have decisions."""
    from factcheck.decisions.place import reviewed_articles

    if articles:
        return _paths(articles)
    found = reviewed_articles(Path(), directory)
    if not found:
        raise UsageError("no decisions are kept here: name an article, or work in its project")
    return found


def _paths(articles: Iterable[str]) -> list[Path]:
    names = list(dict.fromkeys(articles))
    if "-" in names:
        raise UsageError("decisions are kept beside a file; standard input has none")
    return [Path(name) for name in names]


def _shown(path: Path) -> str:
    from factcheck.output.plain import one_line

    return one_line(path.as_posix())


def _told(errors: Iterable[ReadError]) -> ExitCode:
    code = ExitCode.CLEAN
    for error in errors:
        complain(f"{error.path}: {error.message}")
        code = ExitCode.INCOMPLETE
    return code
