"""What the commands that list things of articles share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.cli.configured import articles
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.streams import complain
from factcheck.inputs.gather import read_articles
from factcheck.output.plain import one_line
from factcheck.report import ReadError

if TYPE_CHECKING:
    from factcheck.config import Configuration
    from factcheck.document import Document


def articles_read(paths: Sequence[str] | None, config: Configuration) -> tuple[list[Document], list[ReadError]]:
    """The articles that are named, or else those that the configuration means, and what cannot be read."""
    files = articles(paths or (), config, named_nothing=not paths)
    documents, unread = read_articles(files.paths)
    return documents, [*files.errors, *unread]


def sections(documents: Sequence[Document], texts: Sequence[str]) -> str:
    """Listings one after the other, each under its article's path where there are several."""
    if len(documents) == 1:
        return texts[0]
    headed = (f"{one_line(document.path)}\n\n{text}" for document, text in zip(documents, texts, strict=True))
    return "\n".join(headed)


def ended(errors: Sequence[ReadError], documents: Sequence[Document]) -> ExitCode:
    """How a listing ends: what could not be read is told, and that there was nothing to list."""
    for error in errors:
        complain(f"{error.path}: {error.message}")
    if not documents and not errors:
        complain("no article was found; name one, or set `articles` in factcheck.toml")
    return ExitCode.INCOMPLETE if errors or not documents else ExitCode.CLEAN
