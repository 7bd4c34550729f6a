"""`factcheck check`: judge articles against references, for people and for CI jobs."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.config_options import ConfigOption, IsolatedOption
from factcheck.cli.decision_options import DecisionsDirOption
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.file_options import (
    AllowEmptyOption,
    ClaimsOption,
    ExcludeOption,
    ExtendExcludeOption,
    FilesFromOption,
    ForceExcludeOption,
    IndependentOption,
    PathsArgument,
    ReferencesFromOption,
    ShowFilesOption,
    StdinFilenameOption,
)
from factcheck.cli.options import (
    ColorOption,
    ExplainOption,
    FormatOption,
    OutputFileOption,
    ReferencesOption,
    ReportOption,
    ShowSuppressedOption,
    StatisticsOption,
    When,
)
from factcheck.cli.rule_options import (
    ExitZeroOption,
    ExtendSelectOption,
    FailLevelOption,
    IgnoreOption,
    MinConfidenceOption,
    PerFileIgnoresOption,
    SelectOption,
)
from factcheck.cli.run_options import (
    CacheDirOption,
    JobsOption,
    NliOption,
    NoCacheOption,
    SplitterOption,
    WatchOption,
)
from factcheck.cli.silencing import (
    BaselineOption,
    DiffBaseOption,
    FilterModeOption,
    FixOption,
    IgnoreSuppressionsOption,
    NoBaselineOption,
)
from factcheck.report import Format


def check(
    paths: PathsArgument = None,
    references: ReferencesOption = None,
    references_from: ReferencesFromOption = None,
    independent: IndependentOption = None,
    claims: ClaimsOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    extend_select: ExtendSelectOption = None,
    per_file_ignores: PerFileIgnoresOption = None,
    fail_level: FailLevelOption = None,
    exit_zero: ExitZeroOption = False,
    min_confidence: MinConfidenceOption = None,
    diff_base: DiffBaseOption = None,
    filter_mode: FilterModeOption = None,
    baseline: BaselineOption = None,
    no_baseline: NoBaselineOption = False,
    no_decisions: Annotated[
        bool, typer.Option("--no-decisions", help="Leave out what reviewers decided in `factcheck review`.")
    ] = False,
    decisions_dir: DecisionsDirOption = None,
    ignore_suppressions: IgnoreSuppressionsOption = False,
    fix: FixOption = False,
    exclude: ExcludeOption = None,
    extend_exclude: ExtendExcludeOption = None,
    force_exclude: ForceExcludeOption = False,
    files_from: FilesFromOption = None,
    stdin_filename: StdinFilenameOption = None,
    show_files: ShowFilesOption = False,
    allow_empty: AllowEmptyOption = False,
    format: FormatOption = Format.FULL,
    output_file: OutputFileOption = None,
    report: ReportOption = None,
    explain: ExplainOption = False,
    statistics: StatisticsOption = False,
    show_suppressed: ShowSuppressedOption = False,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    nli: NliOption = None,
    splitter: SplitterOption = None,
    cache_dir: CacheDirOption = None,
    no_cache: NoCacheOption = False,
    jobs: JobsOption = None,
    watch: WatchOption = False,
    color: ColorOption = When.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Only findings and the coverage line.")] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="All evidence with the model's probabilities.")
    ] = False,
) -> ExitCode:
    """Judge the claims of articles against references.

    Exit codes: 0 nothing found at the fail level, 1 something found, 2 not everything could be checked,
    130 interrupted.
    """
    asked = locals()
    from factcheck.cli.asked import Asked
    from factcheck.cli.checking import run

    return run(Asked(**asked))
