"""`factcheck check`: judge articles against references, for people and for CI jobs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.config_options import ConfigOption, IsolatedOption
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.file_options import (
    AllowEmptyOption,
    ClaimsOption,
    ExcludeOption,
    ExtendExcludeOption,
    FilesFromOption,
    ForceExcludeOption,
    PathsArgument,
    ReferencesFromOption,
    ShowFilesOption,
    StdinFilenameOption,
)
from factcheck.cli.options import ColorOption, ReferencesOption, When
from factcheck.cli.rule_options import (
    ExitZeroOption,
    ExtendSelectOption,
    FailLevelOption,
    IgnoreOption,
    MinConfidenceOption,
    PerFileIgnoresOption,
    SelectOption,
)
from factcheck.cli.run_options import NliOption, SplitterOption
from factcheck.errors import UsageError


class Format(StrEnum):
    """How a report is printed."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


def check(
    paths: PathsArgument = None,
    references: ReferencesOption = None,
    references_from: ReferencesFromOption = None,
    claims: ClaimsOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    extend_select: ExtendSelectOption = None,
    per_file_ignores: PerFileIgnoresOption = None,
    fail_level: FailLevelOption = None,
    exit_zero: ExitZeroOption = False,
    min_confidence: MinConfidenceOption = None,
    exclude: ExcludeOption = None,
    extend_exclude: ExtendExcludeOption = None,
    force_exclude: ForceExcludeOption = False,
    files_from: FilesFromOption = None,
    stdin_filename: StdinFilenameOption = None,
    show_files: ShowFilesOption = False,
    allow_empty: AllowEmptyOption = False,
    format: Annotated[Format, typer.Option("--format", help="How to print the report.")] = Format.FULL,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    nli: NliOption = None,
    splitter: SplitterOption = None,
    no_decisions: Annotated[
        bool, typer.Option("--no-decisions", help="Leave out what reviewers decided in `factcheck review`.")
    ] = False,
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
    if exit_zero and fail_level is not None:
        raise UsageError("--exit-zero and --fail-level exclude each other")
    from factcheck.cli import checking, configured
    from factcheck.settings import FailLevel

    names = configured.named(paths, files_from, stdin_filename)
    options = {
        "exclude": exclude,
        "fail-level": FailLevel.NEVER if exit_zero else fail_level,
        "min-confidence": min_confidence,
        "nli": nli,
        "splitter": splitter,
    }
    settings = configured.configured(
        [*names, *(one for one in (stdin_filename, claims) if one)], config, isolated=isolated, options=options
    )
    rules = configured.rules(
        settings, select=select, extend_select=extend_select, ignore=ignore, per_file_ignores=per_file_ignores
    )
    sources = checking.reference_names(references, references_from)
    if claims is not None:
        if paths or files_from is not None:
            raise UsageError("--claims takes the place of articles: name one or the other")
        inputs = checking.claim_inputs(claims, settings, sources)
    else:
        files = configured.articles(
            names,
            settings,
            named_nothing=not paths and files_from is None,
            extend_exclude=extend_exclude or (),
            force_exclude=force_exclude,
        )
        inputs = checking.article_inputs(files, settings, sources, stdin_filename)
    checking.tell(inputs.errors)
    if show_files:
        return checking.list_files(inputs)
    if checking.is_nothing(inputs, sources, names, allow_empty=allow_empty):
        return ExitCode.INCOMPLETE
    report = checking.judge(inputs, configured.checker(settings, rules), decisions=not no_decisions, quiet=quiet)
    checking.print_report(report, format, quiet=quiet, verbose=verbose, color=color)
    return checking.exit_code(report, settings.values.fail_level)
