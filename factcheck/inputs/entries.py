"""How a sidecar or front matter describes a reference."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from factcheck.config.strict import MisfitError, strictly
from factcheck.document import Metadata

_DIGEST = re.compile(r"[0-9a-f]{64}")


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """A reference as it is named, with what is known of it beside what its own file says."""

    path: Annotated[str, Meta(description="A file, folder or glob, relative to the article.")] = ""
    url: Annotated[str, Meta(description="Where it is published; alone it names the local snapshot.")] = ""
    title: str = ""
    source: str = ""
    date: datetime.date | None = None
    rank: Literal["", "primary", "secondary"] = ""
    sha256: Annotated[str, Meta(description="Of the file when it was added; `refs verify` compares it.")] = ""
    pages: Annotated[dict[str, int], Meta(description="By page the line on which it begins.")] = {}

    def over(self, meta: Metadata) -> Metadata:
        """What a file says of itself, under what the entry says of it."""
        pages = tuple(sorted((line, page) for page, line in self.pages.items()))
        return Metadata(self.title, self.source, self.date, self.rank, self.url, pages).over(meta)


def entry(data: str | dict[str, Any]) -> Entry:
    """An entry from a path, a URL or a table.

    Raises:
        MisfitError: A key is unknown or a value of the wrong type, or it names nothing.
    """
    if isinstance(data, str):
        return Entry(url=data) if is_url(data) else Entry(path=data)
    made = strictly(data, Entry)
    if is_url(made.path):
        raise MisfitError(("path",), f"{made.path!r} is a URL; name it as url")
    if not made.path and not made.url:
        raise MisfitError((), 'a reference needs a "path" or a "url"')
    if made.sha256 and not _DIGEST.fullmatch(made.sha256):
        raise MisfitError(("sha256",), "expected 64 hexadecimal digits")
    return made


def entry_of_texts(data: str | dict[str, Any]) -> Entry:
    """An entry from front matter, whose values are all texts.

    Raises:
        MisfitError: As `entry`; or a date or a page's line is none.
    """
    if isinstance(data, str):
        return entry(data)
    made: dict[str, Any] = {key: value for key, value in data.items() if value != ""}
    if isinstance(made.get("date"), str):
        try:
            made["date"] = datetime.date.fromisoformat(made["date"])
        except ValueError:
            raise MisfitError(("date",), f"{made['date']!r} is not a day like 2024-06-16") from None
    if isinstance(made.get("pages"), dict):
        for page, line in made["pages"].items():
            if not isinstance(line, str) or not line.isdecimal():
                raise MisfitError(("pages", page), "expected the number of a line")
        made["pages"] = {page: int(line) for page, line in made["pages"].items()}
    return entry(made)


def is_url(text: str) -> bool:
    """Whether a text is the address of something on the web."""
    return text.lower().startswith(("http://", "https://"))
