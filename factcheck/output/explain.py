"""A rule's page for people, as text."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from factcheck.output.colour import ASIDE_STYLE, VALUE_STYLE
from factcheck.output.layout import hanging
from factcheck.rule_page import RulePage


def explanation(page: RulePage) -> Iterator[Text]:
    """The lines of a rule's page."""
    yield Text.assemble((f"{page.id} {page.name}", VALUE_STYLE), f" ({page.level}): {page.title}")
    for paragraph in filter(None, (page.why, page.what_to_do and f"What to do: {page.what_to_do}")):
        yield from hanging(Text(paragraph, ASIDE_STYLE), "  ", "  ")
