"""Options of `check` that keep findings from being reported, and what they do."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.circularity import ITSELF
from factcheck.cli.streams import note, warn
from factcheck.errors import BaselineError, UsageError

if TYPE_CHECKING:
    from factcheck.document import Document, Reference
    from factcheck.report import Report
    from factcheck.scope import Changes


class Filter(StrEnum):
    """How far around a change findings are reported."""

    CHANGED = "changed"
    BLOCK = "block"
    FILE = "file"
    ALL = "all"


IgnoreSuppressionsOption = Annotated[
    bool, typer.Option("--ignore-suppressions", help="Report what comments in the articles silence.")
]
FixOption = Annotated[
    bool, typer.Option("--fix", help="Take unused and expired suppressions out of the articles; nothing else changes.")
]
BaselineOption = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Findings to let pass; the project's .factcheck/baseline.jsonl if there is one.",
        show_default=False,
    ),
]
NoBaselineOption = Annotated[bool, typer.Option("--no-baseline", help="Report what is in the baseline, too.")]
DiffBaseOption = Annotated[
    str | None,
    typer.Option(
        "--diff-base",
        metavar="REF",
        help="Report only what changed since HEAD left this branch or commit, references included.",
        show_default=False,
    ),
]
FilterModeOption = Annotated[
    Filter | None,
    typer.Option(
        "--filter-mode",
        help="How far around a change: its sentences, its blocks, its files, or all (the default without --diff-base).",
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class Project:
    """Articles that share a baseline.

    Attributes:
        root: The project's folder.
        baseline: Its file.
        names: By the article's index in the report, its path from the project's root.
    """

    root: Path
    baseline: Path
    names: dict[int, str]


def projects(report: Report, file: Path | None) -> list[Project]:
    """The projects of a report's articles; standard input belongs to none.

    Args:
        report: The report.
        file: One baseline for all, or None for each project's own.

    Raises:
        BaselineError: A link leads the project's own out of it.
    """
    from factcheck.baseline import DEFAULT
    from factcheck.decisions.place import project_root

    found: dict[Path, Project] = {}
    for index, document in enumerate(report.documents):
        if document.path == "-":
            continue
        article = Path(document.path).resolve()
        root = project_root(article)
        path = file or root / DEFAULT
        if file is None and not path.resolve().is_relative_to(root):
            raise BaselineError(f"{DEFAULT.as_posix()}: a link leads out of the project")
        found.setdefault(path, Project(root, Path(shown(path)), {})).names[index] = article.relative_to(root).as_posix()
    return list(found.values())


def apply_baseline(report: Report, file: Path | None, *, active: Collection[str]) -> Report:
    """The report without what is in the baselines; entries that are gone are told on stderr.

    Raises:
        BaselineError: A baseline cannot be read, or the one that is named is not there.
    """
    from factcheck.baseline import gone, read_baseline, silence

    for project in projects(report, file):
        if file is None and not project.baseline.exists():
            continue
        entries = read_baseline(project.baseline)
        report = silence(report, entries, project.names)
        old = gone(report, entries, project.names, active=active)
        if old:
            what = "1 entry is" if len(old) == 1 else f"{len(old)} entries are"
            warn(f"{shown(project.baseline)}: {what} gone from the articles: factcheck baseline prune")
    return report


def active_rules(nli: str) -> Collection[str]:
    """Ids of the rules that run with a judge."""
    from factcheck.rules import registry
    from factcheck.settings import NO_NLI

    return registry(nli=nli != NO_NLI).keys()


def fix_suppressions(report: Report) -> list[Document]:
    """Take unused and expired suppressions out of the articles, telling how many.

    Returns:
        The articles as they are then; none if there was nothing to take out.

    Raises:
        InputError: An article cannot be written.
    """
    from factcheck.readers import read_document
    from factcheck.suppressions import fix

    done = fix(report)
    for path, count in done.items():
        note(f"{path}: {count} suppression{'' if count == 1 else 's'} taken out")
    return [read_document(d.path) if d.path in done else d for d in report.documents] if done else []


def warn_of_set_aside(report: Report) -> None:
    """Name the references that are no sources for an article."""
    for one in report.set_aside:
        reference, document = report.references[one.reference], report.documents[one.document]
        advice = "" if one.reason == ITSELF else "; if it is a source of its own, name it with --independent"
        warn(f"{reference.document.path}: set aside as a source for {document.path}: it {one.reason}{advice}")


def narrowed(report: Report, changes: Changes, mode: Filter | None) -> Report:
    """The report without what a change has nothing to do with."""
    from factcheck.scope import FilterMode, narrow

    return narrow(report, changes, FilterMode(mode or Filter.CHANGED))


def shown(path: Path) -> str:
    """A path as it is told: from the working directory where it lies below."""
    here = Path.cwd()
    absolute = path.resolve()
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else path.as_posix()


def changes_since(ref: str | None, mode: Filter | None, articles: Sequence[Document]) -> Changes | None:
    """What changed since a commit; None if everything is to be reported.

    Raises:
        UsageError: A mode that needs a commit, without one.
        GitError: The comparison cannot be made.
    """
    if ref is None:
        if mode not in (None, Filter.ALL):
            raise UsageError(f"--filter-mode {mode} needs --diff-base REF: the branch that the change is to go to")
        return None
    from factcheck.scope import Changes

    changes = Changes(ref, articles)
    return None if mode is Filter.ALL else changes


def touched(changes: Changes, articles: Sequence[Document], references: Sequence[Sequence[Reference]]) -> Sequence[int]:
    """The articles in which anything is in question; the others need not be judged, and their number is told.

    Args:
        changes: What changed.
        articles: All that are named.
        references: By article what it is checked against.

    Returns:
        Their indices.
    """
    pairs = zip(articles, references, strict=True)
    found = [index for index, (article, own) in enumerate(pairs) if changes.touches(article, own)]
    if len(found) < len(articles):
        rest = len(articles) - len(found)
        what = "1 article is" if rest == 1 else f"{rest} articles are"
        note(f"{what} untouched since {changes.ref}, references included: not checked")
    return found
