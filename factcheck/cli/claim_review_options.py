"""The options of `factcheck export claimreview`: what the markup says and no report knows."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class AuthorType(StrEnum):
    """Who made a claim."""

    PERSON = "person"
    ORGANIZATION = "organization"


ClaimOption = Annotated[
    str | None, typer.Option("--claim", metavar="N", help="claimreview: the claim, by its number; it must be decided.")
]
AuthorOption = Annotated[
    str | None, typer.Option("--author", metavar="NAME", help="claimreview: the organisation that checked.")
]
AuthorUrlOption = Annotated[str | None, typer.Option("--author-url", metavar="URL", help="claimreview: its home page.")]
DateOption = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help="claimreview: day of publication; the decision's if not given."),
]
ItemAuthorOption = Annotated[
    str | None, typer.Option("--item-author", metavar="NAME", help="claimreview: who made the claim.")
]
ItemAuthorTypeOption = Annotated[
    AuthorType | None, typer.Option("--item-author-type", help="claimreview: what the author of the claim is; person.")
]
ItemUrlOption = Annotated[
    list[str] | None,
    typer.Option("--item-url", metavar="URL", help="claimreview: where the claim was made; repeat it for more."),
]
ItemDateOption = Annotated[
    str | None, typer.Option("--item-date", metavar="YYYY-MM-DD", help="claimreview: when it was made.")
]
RatingOption = Annotated[
    str | None,
    typer.Option("--rating", metavar="WORDS", help="claimreview: the rating in words; from the decision if not given."),
]
MediaReviewOption = Annotated[
    str | None,
    typer.Option("--media-review", metavar="FILE", help="claimreview: JSON that goes in as associatedMediaReview."),
]
