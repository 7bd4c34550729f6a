"""`factcheck check`: judge articles against references, for people and for CI jobs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.decision_options import DecisionsDirOption
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.options import (
    ColorOption,
    ExplainOption,
    FormatOption,
    NliOption,
    OutputFileOption,
    ReferencesOption,
    ReportOption,
    ShowSuppressedOption,
    SplitterName,
    SplitterOption,
    StatisticsOption,
    When,
)
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
from factcheck.cli.streams import colored, complain
from factcheck.errors import InputError, UsageError
from factcheck.report import Format, Level
from factcheck.settings import BUNDLED, Review

if TYPE_CHECKING:
    from factcheck.document import Document, Reference
    from factcheck.report import ReadError, Report


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
    format: FormatOption = Format.FULL,
    output_file: OutputFileOption = None,
    report: ReportOption = None,
    explain: ExplainOption = False,
    statistics: StatisticsOption = False,
    show_suppressed: ShowSuppressedOption = False,
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
    decisions_dir: DecisionsDirOption = None,
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
    from factcheck.cli.reporting import print_statistics, publish, targets

    beside = targets(report or [])
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
                review=Review(directory=decisions_dir),
                since=diff_base,
                suppressions=not ignore_suppressions,
            )

    found = run(documents)
    if fix and fix_suppressions(found):
        found = run(_read([document.path for document in documents], [])[0])
    _tell(found.errors)
    warn_of_set_aside(found)
    if not no_baseline:
        found = apply_baseline(found, baseline, active=active_rules(nli))
    if changes:
        found = narrowed(found, changes, filter_mode)
    found = replace(found, errors=(*errors, *found.errors))
    from factcheck.output import Detail
    from factcheck.output.formats import Manner
    from factcheck.rules.pages import pages

    detail = Detail.QUIET if quiet else Detail.VERBOSE if verbose else Detail.NORMAL
    in_color = colored(color) and output_file is None
    manner = Manner(pages(), detail, in_color, explain, show_suppressed, _failing(fail_level))
    publish(found, format, manner, file=output_file, beside=beside)
    if statistics:
        print_statistics(found)
    return _exit_code(found, fail_level)


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


def _failing(fail_level: FailLevel) -> Level | None:
    return None if fail_level is FailLevel.NEVER else Level(fail_level.value)


def _exit_code(report: Report, fail_level: FailLevel) -> ExitCode:
    if report.errors:
        return ExitCode.INCOMPLETE
    least = _failing(fail_level)
    failing = least is not None and any(finding.level.rank >= least.rank for finding in report.findings)
    return ExitCode.FINDINGS if failing else ExitCode.CLEAN
