"""`factcheck baseline`: which findings are let pass because they were there before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck.cli import configured
from factcheck.cli.config_options import ConfigOption, IsolatedOption
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.file_options import PathsArgument
from factcheck.cli.options import ReferencesOption
from factcheck.cli.rule_options import MinConfidenceOption
from factcheck.cli.run_options import NliOption, SplitterOption
from factcheck.cli.silencing import BaselineOption, Project, active_rules, projects, shown
from factcheck.cli.streams import emit
from factcheck.errors import InputError
from factcheck.settings import SplitterName

if TYPE_CHECKING:
    from factcheck.baseline import Entry
    from factcheck.config import Configuration
    from factcheck.report import Report

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    help="Let pass the findings that are there today; new ones are always reported.",
)


@app.command()
def create(
    articles: PathsArgument = None,
    references: ReferencesOption = None,
    baseline: BaselineOption = None,
    nli: NliOption = None,
    splitter: SplitterOption = None,
    min_confidence: MinConfidenceOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> ExitCode:
    """Put every finding of the articles into the baseline, in place of what it has of them.

    Entries of other articles stay. What decisions and suppressions silence needs no entry.
    """
    from factcheck.baseline import entries_of, write_baseline

    options = _options(baseline, nli, splitter, min_confidence)
    settings = configured.configured(articles or (), config, isolated=isolated, options=options)
    for project, report in _checked(articles, references, settings):
        others = {entry for entry in _read(project) if entry.path not in project.names.values()}
        found = entries_of(report, project.names)
        write_baseline(project.baseline, others | set(found.values()))
        emit(f"{shown(project.baseline)}: {_count(found)} of {_articles(project)}\n")
    return ExitCode.CLEAN


@app.command()
def prune(
    articles: PathsArgument = None,
    references: ReferencesOption = None,
    baseline: BaselineOption = None,
    nli: NliOption = None,
    splitter: SplitterOption = None,
    min_confidence: MinConfidenceOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> ExitCode:
    """Take out the entries whose findings or whose articles are gone; nothing is added.

    Entries of other articles stay.
    """
    from factcheck.baseline import read_baseline, write_baseline

    options = _options(baseline, nli, splitter, min_confidence)
    settings = configured.configured(articles or (), config, isolated=isolated, options=options)
    for project, report in _checked(articles, references, settings):
        entries = read_baseline(project.baseline)
        old = _gone(project, report, entries, settings.values.nli)
        if old:
            write_baseline(project.baseline, entries - old)
        emit(f"{shown(project.baseline)}: {_count(old)} taken out, {len(entries - old)} left\n")
    return ExitCode.CLEAN


@app.command()
def status(
    articles: PathsArgument = None,
    references: ReferencesOption = None,
    baseline: BaselineOption = None,
    nli: NliOption = None,
    splitter: SplitterOption = None,
    min_confidence: MinConfidenceOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> ExitCode:
    """Tell how many entries still hold, which are gone, and how many findings are new.

    Exit codes: 0 no entry is gone, 1 some are, 2 not everything could be checked.
    """
    from factcheck.baseline import entries_of, read_baseline

    options = _options(baseline, nli, splitter, min_confidence)
    settings = configured.configured(articles or (), config, isolated=isolated, options=options)
    stale = False
    for project, report in _checked(articles, references, settings):
        entries = read_baseline(project.baseline)
        old = _gone(project, report, entries, settings.values.nli)
        found = set(entries_of(report, project.names).values())
        counts = f"{len(entries & found)} found, {len(old)} gone, {len(entries - found - old)} not checked"
        lines = [f"{shown(project.baseline)}: {_count(entries)}: {counts}; {len(found - entries)} new"]
        lines += [f"gone: {entry.path}: {entry.rule} {entry.hash}" for entry in sorted(old)]
        emit("\n".join(lines) + "\n")
        stale = stale or bool(old)
    return ExitCode.FINDINGS if stale else ExitCode.CLEAN


def _options(
    baseline: Path | None, nli: str | None, splitter: SplitterName | None, min_confidence: float | None
) -> dict[str, object]:
    """The options by the keys that they stand for."""
    return {
        "baseline": baseline and str(baseline),
        "nli": nli,
        "splitter": splitter,
        "min-confidence": min_confidence,
    }


def _checked(
    articles: list[str] | None, references: list[str] | None, settings: Configuration
) -> Iterator[tuple[Project, Report]]:
    """The projects of the articles, each with the report as `check` has it before the baseline.

    Nothing unreadable is let pass here.
    """
    from factcheck.cli.judging import judged

    report = judged(articles or (), references, settings)
    if report.errors:
        raise InputError(report.errors[0].path, report.errors[0].message)
    yield from ((project, report) for project in projects(report, configured.baseline(settings)))


def _gone(project: Project, report: Report, entries: frozenset[Entry], nli: str) -> set[Entry]:
    """The entries that have outlived their findings, or their articles."""
    from factcheck.baseline import gone

    orphans = {entry for entry in entries if not (project.root / entry.path).exists()}
    return orphans | gone(report, entries, project.names, active=active_rules(nli))


def _read(project: Project) -> Iterable[Entry]:
    """The entries so far; none if there is no file yet."""
    from factcheck.baseline import read_baseline

    return read_baseline(project.baseline) if project.baseline.exists() else ()


def _count(entries: Iterable[object]) -> str:
    count = len(list(entries))
    return "1 entry" if count == 1 else f"{count} entries"


def _articles(project: Project) -> str:
    count = len(project.names)
    return "1 article" if count == 1 else f"{count} articles"
