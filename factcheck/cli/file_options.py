"""Options that say which files are read."""

from __future__ import annotations

from typing import Annotated

import typer

PathsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help='Articles: text, Markdown or HTML files, folders, globs, or "-" for standard input; what the '
        "configuration calls articles if none is named.",
        show_default=False,
    ),
]
FilesFromOption = Annotated[
    str | None,
    typer.Option(
        "--files-from", metavar="FILE", help='Paths of articles, one a line; "-": standard input.', show_default=False
    ),
]
StdinFilenameOption = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename", metavar="PATH", help="The article whose text standard input is.", show_default=False
    ),
]
ExcludeOption = Annotated[
    list[str] | None,
    typer.Option("--exclude", metavar="GLOB", help="What is left out of folders and globs.", show_default=False),
]
ExtendExcludeOption = Annotated[
    list[str] | None,
    typer.Option("--extend-exclude", metavar="GLOB", help="The same, beside what is configured.", show_default=False),
]
ForceExcludeOption = Annotated[
    bool,
    typer.Option("--force-exclude", help="Leave it out, and what is no article, even where it is named outright."),
]
ShowFilesOption = Annotated[bool, typer.Option("--show-files", help="List the articles and check nothing.")]
AllowEmptyOption = Annotated[bool, typer.Option("--allow-empty", help="Let it pass that there is no article.")]
ReferencesFromOption = Annotated[
    str | None,
    typer.Option(
        "--references-from",
        metavar="FILE",
        help='Paths of references, one a line; "-": standard input.',
        show_default=False,
    ),
]
IndependentOption = Annotated[
    list[str] | None,
    typer.Option(
        "--independent",
        metavar="GLOB",
        help="References that are sources although they read like a copy of the article; repeat it for more.",
        show_default=False,
    ),
]
ClaimsOption = Annotated[
    str | None,
    typer.Option(
        "--claims",
        metavar="FILE",
        help='JSONL with a claim a line, to be judged as it is, in the place of articles: {"text": "..."}, and as '
        'you like "id", "context" and "date".',
        show_default=False,
    ),
]
