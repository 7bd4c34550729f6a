"""From options to what a command is to do: its configuration, its articles and the rules it applies."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.cli.streams import warn
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.api import Checker
    from factcheck.config import Configuration
    from factcheck.inputs.articles import ArticleFiles
    from factcheck.inputs.gather import Inputs
    from factcheck.inputs.lookup import Lookup
    from factcheck.rules.selection import Selection
    from factcheck.settings import Review

STANDARD_INPUT = "-"


def configured(
    names: Sequence[str],
    given: Sequence[str] | None = None,
    *,
    isolated: bool = False,
    options: Mapping[str, Any] | None = None,
) -> Configuration:
    """The configuration of a command; its file is looked for upward from the articles.

    Args:
        names: The articles as named.
        given: What `--config` names.
        isolated: Whether no file is read.
        options: Values of options by the keys that they stand for; None for those not given.

    Raises:
        ConfigError, UsageError: See `load_config`.
    """
    from factcheck.config import load_config, starting_folder

    return load_config(starting_folder(names), given=given or (), isolated=isolated, options=options)


def named(paths: Sequence[str] | None, files_from: str | None, stdin_filename: str | None = None) -> list[str]:
    """The articles as the user names them.

    Raises:
        InputError: The file of names cannot be read.
        UsageError: Standard input is to be two things, or has a name and is not read.
    """
    from factcheck.inputs.articles import names_in

    names = list(paths or ())
    if files_from == STANDARD_INPUT and STANDARD_INPUT in names:
        raise UsageError('standard input cannot be an article ("-") and a list of files (--files-from -)')
    if stdin_filename is not None and STANDARD_INPUT not in names:
        raise UsageError('--stdin-filename needs "-" as an article')
    return names + (names_in(files_from) if files_from is not None else [])


def articles(
    names: Sequence[str],
    config: Configuration,
    *,
    named_nothing: bool,
    extend_exclude: Sequence[str] = (),
    force_exclude: bool = False,
) -> ArticleFiles:
    """The articles' files.

    Args:
        names: As `named` gives them.
        config: Tells what an article is, and what is left out.
        named_nothing: Whether the user left it to the configuration.
        extend_exclude: More globs of what is left out.
        force_exclude: Whether that holds for files named outright.
    """
    from factcheck.config import patterns
    from factcheck.inputs.articles import ArticleSearch
    from factcheck.patterns import Patterns

    more = (Patterns(Path.cwd(), tuple(extend_exclude)),) if extend_exclude else ()
    search = ArticleSearch(
        articles=patterns(config, "articles"),
        exclude=(*patterns(config, "exclude", "extend-exclude"), *more),
        gitignore=config.values.respect_gitignore,
        force_exclude=force_exclude,
    )
    return search.find([os.path.relpath(config.root)] if named_nothing else names)


def lookup(config: Configuration) -> Lookup:
    """Finds the references of articles as configured."""
    from factcheck.config import reference_patterns
    from factcheck.inputs.lookup import Lookup

    return Lookup(reference_patterns(config), config.root if config.files else None)


def inputs(names: Sequence[str] | None, config: Configuration, references: Sequence[str] | None = None) -> Inputs:
    """Articles and their references, read, for commands that take neither lists nor exclusions.

    Raises:
        InputError: There is no article.
    """
    from dataclasses import replace

    from factcheck.inputs.gather import gather, read_articles

    files = articles(names or (), config, named_nothing=not names)
    documents, unread = read_articles(files.paths)
    found = gather(documents, lookup(config), references=references or (), searched=files.searched)
    return replace(found, errors=(*files.errors, *unread, *found.errors))


def rules(
    config: Configuration,
    *,
    select: Iterable[str] | None = None,
    extend_select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    per_file_ignores: Iterable[str] | None = None,
) -> Selection:
    """Which rules are applied.

    Raises:
        UsageError: An option names no rule, with the nearest that there is.
    """
    from factcheck.config import selection
    from factcheck.rules.selection import Choice

    chosen = Choice(
        _selectors("--select", select), _selectors("--extend-select", extend_select), _selectors("--ignore", ignore)
    )
    return selection(config, chosen, tuple(_ignored(per_file_ignores or ())))


def checker(config: Configuration, selected: Selection) -> Checker:
    """Judges as configured."""
    from factcheck.api import Checker
    from factcheck.config import number_settings, patterns

    values = config.values
    return Checker(
        nli=values.nli,
        splitter=values.splitter,
        min_confidence=values.min_confidence,
        numbers=number_settings(config),
        selection=selected,
        tk=values.marks.tk,
        cq=values.marks.cq,
        independent=patterns(config, "independent"),
        cache=_trusted_cache(config) if values.cache else None,
        jobs=values.jobs or None,
    )


def cache(config: Configuration) -> Path:
    """The folder of the cache."""
    from factcheck.cache import user_cache

    return config.path("cache-dir") if config.values.cache_dir else user_cache()


def _trusted_cache(config: Configuration) -> Path | None:
    """The folder of the cache, unless others may have filled it, which is told."""
    from factcheck.cache import from_elsewhere
    from factcheck.readers.text import shown_path

    folder = cache(config)
    reason = from_elsewhere(folder) if config.values.cache_dir else ""
    if reason:
        shown = shown_path(os.path.relpath(folder))
        warn(f"{shown}: {reason}, so it may hold what others made up: went without the cache")
    return None if reason else folder


def baseline(config: Configuration) -> Path | None:
    """The one baseline of all articles, or None for each project's own."""
    return config.path("baseline") if config.is_set("baseline") else None


def review(config: Configuration) -> Review:
    """How articles are reviewed, as configured."""
    from factcheck.settings import Review

    values = config.values.review
    return Review(
        passes=values.passes,
        pass2_other_person=values.pass2_other_person,
        require_evidence=values.require_evidence,
        directory=config.path("decisions") if config.is_set("decisions") else None,
    )


def _selectors(option: str, given: Iterable[str] | None) -> tuple[str, ...]:
    from factcheck.rules.selection import UnknownRuleError, resolved

    selectors = tuple(part.strip() for one in given or () for part in one.split(",") if part.strip())
    for selector in selectors:
        try:
            resolved(selector)
        except UnknownRuleError as error:
            raise UsageError(f"{option}: {error}") from None
    return selectors


def _ignored(given: Iterable[str]) -> Iterable[tuple[str, str]]:
    for one in given:
        glob, colon, selectors = one.rpartition(":")
        if not colon or not glob or not selectors.strip():
            raise UsageError(f"--per-file-ignores: {one!r} is not GLOB:RULE")
        yield from ((glob, selector) for selector in _selectors("--per-file-ignores", [selectors]))
