"""Options of the commands that read or write reviewers' decisions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DecisionsDirOption = Annotated[
    Path | None,
    typer.Option(
        "--decisions-dir",
        metavar="DIR",
        help="Where decisions are kept; .factcheck/decisions of the article's project if not given.",
        show_default=False,
    ),
]
ReviewedArticles = Annotated[
    list[str], typer.Argument(metavar="ARTICLE", show_default=False, help="The articles that decisions are about.")
]
AllReviewedArticles = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ARTICLE]...", show_default=False, help="The articles that decisions are about; all that have any."
    ),
]
ReviewerOption = Annotated[
    str | None,
    typer.Option(
        "--reviewer",
        metavar="NAME",
        help="Whose decisions; git's user.name or the login name if not given.",
        show_default=False,
    ),
]
PassesOption = Annotated[
    int | None,
    typer.Option(
        "--passes",
        min=1,
        max=2,
        metavar="1|2",
        help="How many passes must let a claim stand; as configured if not given.",
        show_default=False,
    ),
]
