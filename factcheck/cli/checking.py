"""The steps of `factcheck check`, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NoReturn

from factcheck.cli import configured, silencing
from factcheck.cli.asked import Asked
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.progress import progress_bar
from factcheck.cli.reporting import Target, print_statistics, publish, targets
from factcheck.cli.streams import colored, complain, emit, note, warn
from factcheck.inputs.articles import names_in
from factcheck.inputs.gather import Inputs, gather, read_articles
from factcheck.output import Detail
from factcheck.output.formats import Manner, written
from factcheck.readers.article import STANDARD_INPUT
from factcheck.readers.given import ReadClaims, read_claims
from factcheck.report import Format, Level, ReadError, Report
from factcheck.rules.page import pages
from factcheck.settings import FailLevel

if TYPE_CHECKING:
    from factcheck.api import Checker
    from factcheck.config import Configuration
    from factcheck.config.schema import Config
    from factcheck.rules.selection import Selection
    from factcheck.scope import Changes


@dataclass(frozen=True, slots=True)
class CheckInputs:
    """What a check reads.

    Attributes:
        read: Articles and references.
        errors: What could not be read.
        claims: Claims that were given in the place of articles.
    """

    read: Inputs
    errors: tuple[ReadError, ...]
    claims: ReadClaims | None = None


def run(asked: Asked) -> ExitCode:
    """Check as asked.

    Raises:
        FactcheckError: An option or the configuration cannot be used, or a report cannot be written.
    """
    if asked.watch:
        watch_rounds(asked)
    beside = targets(asked.report or [], asked.output_file)
    names = configured.named(asked.paths, asked.files_from, asked.stdin_filename)
    settings = _configuration(asked, names)
    selected = _selected(asked, settings)
    inputs = _inputs(asked, names, settings)
    tell(inputs.errors)
    if asked.show_files:
        return _list_files(inputs)
    if _is_nothing(asked, inputs, names):
        return ExitCode.INCOMPLETE
    report = _silenced(asked, inputs, settings, configured.checker(settings, selected))
    _publish(report, asked, settings.values.fail_level, beside)
    return exit_code(report, settings.values.fail_level)


def watch_rounds(asked: Asked) -> NoReturn:
    """Check as asked, and again after every change; what is loaded stays loaded as long as the settings are the same.

    Raises:
        FactcheckError: The first check cannot be done.
        KeyboardInterrupt: The user ends it.
    """
    from factcheck.cli.watch import Round, watch
    from factcheck.output import news

    color = colored(asked.color)
    loaded: list[tuple[Config, Selection, Checker]] = []

    def check() -> Round:
        names = configured.named(asked.paths, asked.files_from)
        settings = _configuration(asked, names)
        selected = _selected(asked, settings)
        inputs = _inputs(asked, names, settings)
        tell(inputs.errors)
        watched = _watched(asked, inputs, settings, names)
        if _is_nothing(asked, inputs, names):
            return Round(None, watched)
        if not loaded or loaded[0][:2] != (settings.values, selected):
            loaded[:] = [(settings.values, selected, configured.checker(settings, selected))]
        return Round(_silenced(asked, inputs, settings, loaded[0][2]), watched)

    def show(report: Report, before: Report | None) -> str:
        if before is not None:
            return news(before, report, brief=asked.format is Format.CONCISE, color=color)
        return written(report, asked.format, _manner(asked, None))

    watch(check, show)


def _watched(asked: Asked, inputs: CheckInputs, settings: Configuration, names: Sequence[str]) -> tuple[str, ...]:
    """All on which the outcome of a check depends: what is named, what was found, and what is kept beside it."""
    read = inputs.read
    found = [document.path for document in (*read.documents, *(one.document for one in read.references))]
    kept = [str(settings.path(name)) for name in ("decisions", "baseline")]
    globs = [] if names else [str(settings.root / one) for one in settings.values.articles]
    given = (asked.references_from, asked.files_from, asked.claims)
    listed = [name for name in given if name is not None]
    return (*names, *(asked.references or ()), *listed, *found, *kept, *globs, *settings.files)


def _selected(asked: Asked, settings: Configuration) -> Selection:
    return configured.rules(
        settings,
        select=asked.select,
        extend_select=asked.extend_select,
        ignore=asked.ignore,
        per_file_ignores=asked.per_file_ignores,
    )


def _configuration(asked: Asked, names: Sequence[str]) -> Configuration:
    options = {
        "exclude": asked.exclude,
        "independent": asked.independent,
        "fail-level": FailLevel.NEVER if asked.exit_zero else asked.fail_level,
        "min-confidence": asked.min_confidence,
        "nli": asked.nli,
        "splitter": asked.splitter,
        "decisions": asked.decisions_dir and str(asked.decisions_dir),
        "baseline": asked.baseline and str(asked.baseline),
        "cache": False if asked.no_cache else None,
        "cache-dir": asked.cache_dir,
        "jobs": asked.jobs,
    }
    places = [*names, *(one for one in (asked.stdin_filename, asked.claims) if one)]
    return configured.configured(places, asked.config, isolated=asked.isolated, options=options)


def _inputs(asked: Asked, names: Sequence[str], settings: Configuration) -> CheckInputs:
    """The articles, or the claims in their place, and the references of each."""
    sources = [*(asked.references or ())]
    if asked.references_from is not None:
        sources += names_in(asked.references_from)
    lookup = configured.lookup(settings)
    if asked.claims is not None:
        claims = read_claims(asked.claims)
        read = gather([claims.document], lookup, references=sources)
        return CheckInputs(read, read.errors, claims)
    files = configured.articles(
        names,
        settings,
        named_nothing=not asked.paths and asked.files_from is None,
        extend_exclude=asked.extend_exclude or (),
        force_exclude=asked.force_exclude,
    )
    documents, unread = read_articles(files.paths, stdin_name=asked.stdin_filename or STANDARD_INPUT)
    read = gather(documents, lookup, references=sources, searched=files.searched)
    _warn_of_unmatched(read)
    return CheckInputs(read, (*files.errors, *unread, *read.errors))


def _warn_of_unmatched(read: Inputs) -> None:
    """Tell of articles without references whose configured ones are not there: a slip in a path looks like that."""
    pairs = zip(read.documents, read.sources, strict=True)
    without = [(document.path, source.unmatched) for document, source in pairs if source.unmatched and not source.files]
    if without:
        path, globs = without[0]
        others = f" (and so for {len(without) - 1} more)" if len(without) > 1 else ""
        warn(f"{path}: what [references] names for it matches no file{others}: {', '.join(globs)}")


def tell(errors: Iterable[ReadError]) -> None:
    """Say on stderr what could not be read."""
    for error in errors:
        complain(f"{error.path}: {error.message}")


def _list_files(inputs: CheckInputs) -> ExitCode:
    """Print the articles, one a line."""
    from factcheck.output.plain import one_line

    emit("".join(f"{one_line(document.path)}\n" for document in inputs.read.documents))
    return ExitCode.INCOMPLETE if inputs.errors else ExitCode.CLEAN


def _is_nothing(asked: Asked, inputs: CheckInputs, names: Sequence[str]) -> bool:
    """Whether there is nothing to check, which is told unless something else was told already."""
    if (asked.references or asked.references_from is not None) and not inputs.read.references:
        return True
    if inputs.read.documents or (asked.allow_empty and not inputs.errors):
        return False
    if not inputs.errors:
        where = f" in {', '.join(names)}" if names else ""
        complain(f"no article was found{where}; name one, set `articles` in factcheck.toml, or pass --allow-empty")
    return True


def _silenced(asked: Asked, inputs: CheckInputs, settings: Configuration, checker: Checker) -> Report:
    """The report, less what decisions, suppressions, the baseline and the scope of a change keep back."""
    changes = silencing.changes_since(asked.diff_base, asked.filter_mode, inputs.read.documents)
    if changes:
        inputs = replace(inputs, read=_in_question(inputs.read, changes))
    report = _judged(asked, inputs, settings, checker)
    fixed = silencing.fix_suppressions(report) if asked.fix else []
    if fixed:
        inputs = replace(inputs, read=replace(inputs.read, documents=tuple(fixed)))
        report = _judged(asked, inputs, settings, checker)
    tell(report.errors)
    silencing.warn_of_set_aside(report)
    if not asked.no_baseline:
        file = configured.baseline(settings)
        report = silencing.apply_baseline(report, file, active=silencing.active_rules(settings.values.nli))
    if changes:
        report = silencing.narrowed(report, changes, asked.filter_mode)
    return replace(report, errors=(*inputs.errors, *report.errors))


def _in_question(read: Inputs, changes: Changes) -> Inputs:
    """The articles that a change has to do with, each with its references."""
    references = [[read.references[index] for index in chosen] for chosen in read.checked_against]
    kept = silencing.touched(changes, read.documents, references)
    return replace(
        read,
        documents=tuple(read.documents[index] for index in kept),
        checked_against=tuple(read.checked_against[index] for index in kept),
        sources=tuple(read.sources[index] for index in kept),
    )


def _judged(asked: Asked, inputs: CheckInputs, settings: Configuration, checker: Checker) -> Report:
    read, review = inputs.read, configured.review(settings)
    with progress_bar(wanted=not asked.quiet, kept=lambda: checker.has_cache) as progress:
        if inputs.claims is not None:
            report = checker.run_claims(
                inputs.claims, read.references, progress=progress, decisions=not asked.no_decisions, review=review
            )
        else:
            report = checker.run(
                read.documents,
                read.references,
                checked_against=read.checked_against,
                progress=progress,
                decisions=not asked.no_decisions,
                review=review,
                since=asked.diff_base,
                suppressions=not asked.ignore_suppressions,
            )
    if checker.cache_failure and (asked.verbose or asked.cache_dir):  # a folder that was asked for is missed
        note(f"{configured.cache(settings)}: went without the cache: {checker.cache_failure}")
    return report


def _publish(report: Report, asked: Asked, fail_level: FailLevel, beside: Sequence[Target]) -> None:
    """The report in all formats that were asked for; the same bytes for a terminal and a pipe, colours apart."""
    manner = _manner(asked, _least(fail_level))
    publish(report, asked.format, manner, file=asked.output_file, beside=beside)
    if asked.statistics:
        print_statistics(report)


def _manner(asked: Asked, fail_level: Level | None) -> Manner:
    return Manner(
        pages=pages(),
        detail=Detail.QUIET if asked.quiet else Detail.VERBOSE if asked.verbose else Detail.NORMAL,
        color=colored(asked.color) and asked.output_file is None,
        explain=asked.explain,
        show_silenced=asked.show_suppressed,
        fail_level=fail_level,
    )


def _least(fail_level: FailLevel) -> Level | None:
    return None if fail_level is FailLevel.NEVER else Level(fail_level.value)


def exit_code(report: Report, fail_level: FailLevel) -> ExitCode:
    """What a report means for a build; it does not depend on the format."""
    if report.errors:
        return ExitCode.INCOMPLETE
    least = _least(fail_level)
    failing = least is not None and any(finding.level.rank >= least.rank for finding in report.findings)
    return ExitCode.FINDINGS if failing else ExitCode.CLEAN
