"""What `factcheck check` is asked to do: its options, and which of them exclude each other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from factcheck.cli.options import When
from factcheck.cli.silencing import Filter
from factcheck.errors import UsageError
from factcheck.report import Format
from factcheck.settings import FailLevel, SplitterName


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of a check by their names on the command line; None and empty where they are not given."""

    paths: list[str] | None
    references: list[str] | None
    references_from: str | None
    independent: list[str] | None
    claims: str | None
    select: list[str] | None
    ignore: list[str] | None
    extend_select: list[str] | None
    per_file_ignores: list[str] | None
    fail_level: FailLevel | None
    exit_zero: bool
    min_confidence: float | None
    diff_base: str | None
    filter_mode: Filter | None
    baseline: Path | None
    no_baseline: bool
    no_decisions: bool
    decisions_dir: Path | None
    ignore_suppressions: bool
    fix: bool
    exclude: list[str] | None
    extend_exclude: list[str] | None
    force_exclude: bool
    files_from: str | None
    stdin_filename: str | None
    show_files: bool
    allow_empty: bool
    format: Format
    output_file: Path | None
    report: list[str] | None
    explain: bool
    statistics: bool
    show_suppressed: bool
    config: list[str] | None
    isolated: bool
    nli: str | None
    splitter: SplitterName | None
    cache_dir: str | None
    no_cache: bool
    jobs: int | None
    watch: bool
    color: When
    quiet: bool
    verbose: bool

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
