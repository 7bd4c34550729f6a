"""What `factcheck check` is asked to do: its options, and which of them exclude each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from factcheck.cli.config_options import ConfigOption, IsolatedOption
from factcheck.cli.decision_options import DecisionsDirOption
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
from factcheck.errors import UsageError
from factcheck.report import Format


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of a check, as the command line takes them; None and empty where they are not given."""

    paths: PathsArgument = None
    references: ReferencesOption = None
    references_from: ReferencesFromOption = None
    independent: IndependentOption = None
    claims: ClaimsOption = None
    select: SelectOption = None
    ignore: IgnoreOption = None
    extend_select: ExtendSelectOption = None
    per_file_ignores: PerFileIgnoresOption = None
    fail_level: FailLevelOption = None
    exit_zero: ExitZeroOption = False
    min_confidence: MinConfidenceOption = None
    diff_base: DiffBaseOption = None
    filter_mode: FilterModeOption = None
    baseline: BaselineOption = None
    no_baseline: NoBaselineOption = False
    no_decisions: Annotated[
        bool, typer.Option("--no-decisions", help="Leave out what reviewers decided in `factcheck review`.")
    ] = False
    decisions_dir: DecisionsDirOption = None
    ignore_suppressions: IgnoreSuppressionsOption = False
    fix: FixOption = False
    exclude: ExcludeOption = None
    extend_exclude: ExtendExcludeOption = None
    force_exclude: ForceExcludeOption = False
    files_from: FilesFromOption = None
    stdin_filename: StdinFilenameOption = None
    show_files: ShowFilesOption = False
    allow_empty: AllowEmptyOption = False
    format: FormatOption = Format.FULL
    output_file: OutputFileOption = None
    report: ReportOption = None
    explain: ExplainOption = False
    statistics: StatisticsOption = False
    show_suppressed: ShowSuppressedOption = False
    config: ConfigOption = None
    isolated: IsolatedOption = False
    nli: NliOption = None
    splitter: SplitterOption = None
    cache_dir: CacheDirOption = None
    no_cache: NoCacheOption = False
    jobs: JobsOption = None
    watch: WatchOption = False
    color: ColorOption = When.AUTO
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Only findings and the coverage line.")] = False
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="All evidence with the model's probabilities.")] = (
        False
    )

    def __post_init__(self) -> None:
        for one, other, both in (
            ("-q", "-v", self.quiet and self.verbose),
            ("--exit-zero", "--fail-level", self.exit_zero and self.fail_level is not None),
            ("--baseline", "--no-baseline", self.baseline is not None and self.no_baseline),
            ("--fix", "--ignore-suppressions", self.fix and self.ignore_suppressions),
            ("--cache-dir", "--no-cache", self.cache_dir is not None and self.no_cache),
            ("--watch", "--fix", self.watch and self.fix),
            ("--watch", "--output-file", self.watch and self.output_file is not None),
            ("--watch", "--report", self.watch and bool(self.report)),
        ):
            if both:
                raise UsageError(f"{one} and {other} exclude each other")
        if self.watch and (self.format not in (Format.FULL, Format.CONCISE) or "-" in (self.paths or ())):
            raise UsageError(
                "--watch tells people of changed files: it goes with the formats full and concise, not with -"
            )
        if self.claims is not None:
            if self.paths or self.files_from is not None:
                raise UsageError("--claims takes the place of articles: name one or the other")
            if self.fix or self.diff_base is not None:
                raise UsageError("--claims are no article: --fix and --diff-base do not go with them")
