"""The steps of `factcheck check`, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.cli.configured import lookup
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.options import When
from factcheck.cli.progress import progress_bar
from factcheck.cli.streams import colored, complain, emit
from factcheck.inputs.articles import ArticleFiles, names_in
from factcheck.inputs.gather import Inputs, gather, read_articles
from factcheck.readers.article import STANDARD_INPUT
from factcheck.readers.given import ReadClaims, read_claims
from factcheck.report import Level, ReadError, Report
from factcheck.settings import FailLevel

if TYPE_CHECKING:
    from factcheck.api import Checker
    from factcheck.cli.check import Format
    from factcheck.config import Configuration


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


def reference_names(named: Sequence[str] | None, listed_in: str | None) -> list[str]:
    """The references that the command line names.

    Raises:
        InputError: The file of names cannot be read.
    """
    return [*(named or ()), *(names_in(listed_in) if listed_in is not None else ())]


def article_inputs(
    files: ArticleFiles, config: Configuration, references: Sequence[str], stdin_filename: str | None
) -> CheckInputs:
    """The articles and the references of each."""
    documents, unread = read_articles(files.paths, stdin_name=stdin_filename or STANDARD_INPUT)
    read = gather(documents, lookup(config), references=references, searched=files.searched)
    return CheckInputs(read, (*files.errors, *unread, *read.errors))


def claim_inputs(path: str, config: Configuration, references: Sequence[str]) -> CheckInputs:
    """Claims that are given, and their references.

    Raises:
        InputError: They cannot be read.
    """
    claims = read_claims(path)
    read = gather([claims.document], lookup(config), references=references)
    return CheckInputs(read, read.errors, claims)


def tell(errors: Iterable[ReadError]) -> None:
    """Say on stderr what could not be read."""
    for error in errors:
        complain(f"{error.path}: {error.message}")


def list_files(inputs: CheckInputs) -> ExitCode:
    """Print the articles, one a line."""
    from factcheck.output.plain import one_line

    emit("".join(f"{one_line(document.path)}\n" for document in inputs.read.documents))
    return ExitCode.INCOMPLETE if inputs.errors else ExitCode.CLEAN


def is_nothing(inputs: CheckInputs, references: Sequence[str], names: Sequence[str], *, allow_empty: bool) -> bool:
    """Whether there is nothing to check, which is told unless something else was told already."""
    if references and not inputs.read.references:
        return True
    if inputs.read.documents or (allow_empty and not inputs.errors):
        return False
    if not inputs.errors:
        where = f" in {', '.join(names)}" if names else ""
        complain(f"no article was found{where}; name one, set `articles` in factcheck.toml, or pass --allow-empty")
    return True


def judge(inputs: CheckInputs, checker: Checker, *, decisions: bool, quiet: bool) -> Report:
    """The report, with what could not be read."""
    read = inputs.read
    with progress_bar(wanted=not quiet) as progress:
        if inputs.claims is not None:
            report = checker.run_claims(inputs.claims, read.references, progress=progress, decisions=decisions)
        else:
            report = checker.run(
                read.documents,
                read.references,
                checked_against=read.checked_against,
                progress=progress,
                decisions=decisions,
            )
    tell(report.errors)
    return replace(report, errors=(*inputs.errors, *report.errors))


def print_report(report: Report, format: Format, *, quiet: bool, verbose: bool, color: When) -> None:
    """Print a report on stdout; the same bytes for a terminal and a pipe, colours apart."""
    from factcheck import output
    from factcheck.cli.check import Format

    in_color = colored(color)
    if format is Format.JSON:
        emit(output.json_report(report))
    elif format is Format.CONCISE:
        emit(output.concise(report, color=in_color))
    else:
        detail = output.Detail.QUIET if quiet else output.Detail.VERBOSE if verbose else output.Detail.NORMAL
        emit(output.full(report, detail=detail, color=in_color))


def exit_code(report: Report, fail_level: FailLevel) -> ExitCode:
    """What a report means for a build; it does not depend on the format."""
    if report.errors:
        return ExitCode.INCOMPLETE
    if fail_level is FailLevel.NEVER:
        return ExitCode.CLEAN
    least = Level(fail_level.value).rank
    failing = any(finding.level.rank >= least for finding in report.findings)
    return ExitCode.FINDINGS if failing else ExitCode.CLEAN
