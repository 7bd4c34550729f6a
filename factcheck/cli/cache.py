"""`factcheck cache`: what earlier runs have left, and its removal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from factcheck.cli.config_options import ConfigOption, IsolatedOption
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.run_options import CacheDirOption
from factcheck.cli.streams import emit
from factcheck.errors import CacheError

if TYPE_CHECKING:
    from factcheck.cache import Store

app = typer.Typer(help="Show or remove what earlier runs have left to be quicker.")


@app.command()
def info(cache_dir: CacheDirOption = None, config: ConfigOption = None, isolated: IsolatedOption = False) -> ExitCode:
    """Show where the cache is, what it holds and how large it is."""
    store = _store(cache_dir, config, isolated)
    contents = store.contents()
    if store.failure is not None:
        raise CacheError(f"{store.folder}: no cache: {store.failure}; remove it with `factcheck cache clean`")
    lines = [f"{store.folder}", f"{_mebibytes(contents.size)} of at most {_mebibytes(store.limit)}"]
    emit("\n".join([*lines, *(f"{count:8,} {stage}" for stage, count in contents.stages)]) + "\n")
    return ExitCode.CLEAN


@app.command()
def clean(cache_dir: CacheDirOption = None, config: ConfigOption = None, isolated: IsolatedOption = False) -> ExitCode:
    """Remove the cache; the next run computes everything anew."""
    store = _store(cache_dir, config, isolated)
    try:
        freed = store.clean()
    except OSError as error:
        raise CacheError(f"{store.folder}: the cache cannot be removed: {error.strerror}") from None
    emit(f"{store.folder}: removed {_mebibytes(freed)}\n")
    return ExitCode.CLEAN


def _store(cache_dir: str | None, given: list[str] | None, isolated: bool) -> Store:
    from factcheck.cache import Store
    from factcheck.cli import configured

    settings = configured.configured([], given, isolated=isolated, options={"cache-dir": cache_dir})
    return Store(configured.cache(settings))


def _mebibytes(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MiB"
