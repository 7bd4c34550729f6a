"""`factcheck init`: a commented configuration, a pre-commit hook and a workflow."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.streams import emit

_FILES = (
    ("factcheck.toml", "factcheck.toml"),
    (".pre-commit-config.yaml", "pre-commit.yaml"),
    (".github/workflows/factcheck.yml", "workflow.yml"),
)


def init(
    folder: Annotated[
        str, typer.Argument(metavar="[FOLDER]", help="The project; the working directory if not given.")
    ] = ".",
) -> ExitCode:
    """Write factcheck.toml, a pre-commit hook and a GitHub workflow, all commented; nothing is overwritten."""
    from importlib.resources import files

    from factcheck.errors import InputError
    from factcheck.readers.text import shown_path
    from factcheck.version import __version__

    if not Path(folder).is_dir():
        raise InputError(shown_path(folder), "no such folder")
    for name, template in _FILES:
        path = Path(folder) / name
        text = files("factcheck.templates").joinpath(template).read_text("utf-8").replace("{version}", __version__)
        shown = shown_path(str(path))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
            emit(f"{shown}: written\n")
        except FileExistsError:
            emit(f"{shown}: is there already and stays as it is\n")
            if template == "pre-commit.yaml":
                emit(f"to check in commits, add this to it:\n\n{text}\n")
        except OSError as error:
            raise InputError(shown, (error.strerror or str(error)).lower()) from None
    return ExitCode.CLEAN
