"""`factcheck check`: judge articles against references, for people and for CI jobs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.options import ColorOption, NliOption, ReferencesOption, SplitterName, SplitterOption, When
from factcheck.cli.progress import progress_bar
from factcheck.cli.silencing import (
    BaselineOption,
    DiffBaseOption,
    FilterModeOption,
    FixOption,
    IgnoreSuppressionsOption,
    NoBaselineOption,
    active_rules,
    apply_baseline,
    changes_since,
    fix_suppressions,
    narrowed,
    touched,
    warn_of_set_aside,
)
from factcheck.cli.streams import colored, complain, emit
from factcheck.errors import InputError, UsageError
from factcheck.settings import BUNDLED

if TYPE_CHECKING:
    from factcheck.document import Document, Reference
    from factcheck.report import ReadError, Report


class Format(StrEnum):
    """How a report is printed."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


class FailLevel(StrEnum):
    """From which level on a finding makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


def _confidence(value: str) -> float:
    """A number from 0 to 1, refused with the value as it was written."""
    try:
        confidence = float(value)
    except ValueError:
        confidence = -1.0
    if not 0 <= confidence <= 1:
        raise typer.BadParameter(f"{value!r} is not a number from 0 to 1")
    return confidence


def check(
    articles: Annotated[
        list[str],
        typer.Argument(
            metavar="ARTICLE", show_default=False, help='Text or Markdown files, or "-" for standard input.'
        ),
    ],
    references: ReferencesOption = None,
    format: Annotated[Format, typer.Option("--format", help="How to print the report.")] = Format.FULL,
    fail_level: Annotated[
        FailLevel, typer.Option("--fail-level", help="From which level on a finding makes the exit code 1.")
    ] = FailLevel.ERROR,
    min_confidence: Annotated[
        float,
        typer.Option(
            "--min-confidence",
            metavar="0..1",
            parser=_confidence,
            help="Contradictions below it are called unverified; numbers supported with less are noted (N110).",
        ),
    ] = 0.0,
    nli: NliOption = BUNDLED,
    splitter: SplitterOption = SplitterName.BUNDLED,
    no_decisions: Annotated[
        bool, typer.Option("--no-decisions", help="Leave out what reviewers decided in `factcheck review`.")
    ] = False,
    ignore_suppressions: IgnoreSuppressionsOption = False,
    fix: FixOption = False,
    baseline: BaselineOption = None,
    no_baseline: NoBaselineOption = False,
    diff_base: DiffBaseOption = None,
    filter_mode: FilterModeOption = None,
    color: ColorOption = When.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Only findings and the coverage line.")] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="All evidence with the model's probabilities.")
    ] = False,
) -> ExitCode:
    """Judge the claims of articles against references.

    Exit codes: 0 nothing found at the fail level, 1 something found, 2 not everything could be checked.
    """
    if quiet and verbose:
        raise UsageError("-q and -v exclude each other")
    if baseline and no_baseline:
        raise UsageError("--baseline and --no-baseline exclude each other")
    if fix and ignore_suppressions:
        raise UsageError("--fix and --ignore-suppressions exclude each other")
    documents, sources, errors = _read(articles, references or [])
    if not documents or (references and not sources):
        return ExitCode.INCOMPLETE
    changes = changes_since(diff_base, filter_mode, documents)
    if changes:
        documents = touched(changes, documents, sources)
    from factcheck.api import Checker

    checker = Checker(nli=nli, splitter=splitter, min_confidence=min_confidence)

    def run(articles: Sequence[Document]) -> Report:
        with progress_bar(wanted=not quiet) as progress:
            return checker.run(
                articles,
                sources,
                progress=progress,
                decisions=not no_decisions,
                suppressions=not ignore_suppressions,
            )

    report = run(documents)
    if fix:
        fixed = fix_suppressions(report)
        report = run(fixed) if fixed else report
    _tell(report.errors)
    warn_of_set_aside(report)
    if not no_baseline:
        report = apply_baseline(report, baseline, active=active_rules(nli))
    if changes:
        report = narrowed(report, changes, filter_mode)
    report = replace(report, errors=(*errors, *report.errors))
    emit(_printed(report, format, quiet=quiet, verbose=verbose, color=colored(color)))
    return _exit_code(report, fail_level)


def _read(
    articles: Sequence[str], references: Sequence[str]
) -> tuple[list[Document], list[Reference], list[ReadError]]:
    """What can be read, and what cannot, which is told on stderr at once."""
    from factcheck.readers import read_document, read_references
    from factcheck.readers.names import find_files
    from factcheck.report import ReadError

    documents: list[Document] = []
    errors: list[ReadError] = []
    for article in dict.fromkeys(articles):
        try:
            documents.append(read_document(article))
        except InputError as error:
            errors.append(ReadError(error.path, error.reason))
    named: list[str] = []
    for name in references:
        try:
            find_files([name])
            named.append(name)
        except InputError as error:
            errors.append(ReadError(error.path, error.reason))
    _tell(errors)
    sources, unread = read_references(named)
    _tell(unread)
    return documents, sources, errors + unread


def _tell(errors: Sequence[ReadError]) -> None:
    for error in errors:
        complain(f"{error.path}: {error.message}")


def _printed(report: Report, format: Format, *, quiet: bool, verbose: bool, color: bool) -> str:
    from factcheck import output

    if format is Format.JSON:
        return output.json_report(report)
    if format is Format.CONCISE:
        return output.concise(report, color=color)
    detail = output.Detail.QUIET if quiet else output.Detail.VERBOSE if verbose else output.Detail.NORMAL
    return output.full(report, detail=detail, color=color)


def _exit_code(report: Report, fail_level: FailLevel) -> ExitCode:
    from factcheck.report import Level

    if report.errors:
        return ExitCode.INCOMPLETE
    if fail_level is FailLevel.NEVER:
        return ExitCode.CLEAN
    least = Level(fail_level.value).rank
    failing = any(finding.level.rank >= least for finding in report.findings)
    return ExitCode.FINDINGS if failing else ExitCode.CLEAN
