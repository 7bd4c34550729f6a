"""All commands. Each imports what it needs when it runs, so that `--help` and mistakes answer at once."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.baseline import app as baseline
from factcheck.cli.cache import app as cache
from factcheck.cli.check import check
from factcheck.cli.claims import claims
from factcheck.cli.config import app as config
from factcheck.cli.decisions import decisions
from factcheck.cli.export import export
from factcheck.cli.init import init
from factcheck.cli.keys import keys
from factcheck.cli.numbers import numbers
from factcheck.cli.refs import app as refs
from factcheck.cli.review import review
from factcheck.cli.rule import rule
from factcheck.cli.version import version

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


def _print_version(asked: bool) -> None:
    if asked:
        version()
        raise typer.Exit


@app.callback()
def factcheck(
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    """Check the claims of articles against references."""


for command in (check, review, export, claims, numbers, rule, keys, init, version):
    app.command()(command)
app.add_typer(decisions)
for name, group in (("baseline", baseline), ("cache", cache), ("config", config), ("refs", refs)):
    app.add_typer(group, name=name)
