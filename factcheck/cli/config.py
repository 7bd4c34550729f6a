"""`factcheck config`: which values are in force and which file set them; checks; the schema."""

from __future__ import annotations

import typer

from factcheck.cli.config_options import ConfigOption, IsolatedOption
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.file_options import PathsArgument
from factcheck.cli.options import ListingFormat, ListingFormatOption
from factcheck.cli.streams import emit

app = typer.Typer(help="Show, check or describe the configuration.", no_args_is_help=False)


@app.command()
def show(
    paths: PathsArgument = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    format: ListingFormatOption = ListingFormat.FULL,
) -> ExitCode:
    """Print every value with its origin: default, a file and its line, or the command line."""
    from factcheck.cli.configured import configured
    from factcheck.config.describe import described, toml_value
    from factcheck.output.json_report import dumped
    from factcheck.output.plain import one_line

    found = configured(paths or (), config, isolated=isolated)
    rows = [(key, value, str(origin)) for key, value, origin in described(found)]
    if format is ListingFormat.JSON:
        values = {key: {"value": value, "origin": origin} for key, value, origin in rows}
        emit(dumped({"schema": "factcheck/config/1", "files": list(found.files), "values": values}))
        return ExitCode.CLEAN
    lines = [(one_line(f"{key} = {toml_value(value)}"), one_line(origin)) for key, value, origin in rows]
    width = min(max(len(line) for line, _ in lines), 60)
    emit("".join(f"{line:<{width}}  # {origin}\n" for line, origin in lines))
    return ExitCode.CLEAN


@app.command()
def check(paths: PathsArgument = None, config: ConfigOption = None, isolated: IsolatedOption = False) -> ExitCode:
    """Check the configuration; a mistake is told with its file, line and key.

    Exit codes: 0 it can be used, 2 it cannot.
    """
    from factcheck.cli.configured import configured
    from factcheck.output.plain import one_line

    found = configured(paths or (), config, isolated=isolated)
    for file in found.files:
        emit(f"{one_line(file)}: can be used\n")
    if not found.files:
        emit("no configuration file: the defaults hold\n")
    return ExitCode.CLEAN


@app.command()
def schema() -> ExitCode:
    """Print the JSON Schema of factcheck.toml."""
    from importlib.resources import files

    emit(files("factcheck.config").joinpath("schema.json").read_text("utf-8"))
    return ExitCode.CLEAN
