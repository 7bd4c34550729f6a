"""The page of rules."""

from __future__ import annotations

from pathlib import Path

from factcheck.rules import registry
from factcheck.rules.page import data, page

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_in_docs_is_that_of_the_rules() -> None:
    made = page(registry().values())
    assert PAGE.read_text("utf-8") == made, "make it again: factcheck rule --all > docs/rules.md"


def test_each_rule_is_told_whole() -> None:
    for rule in registry().values():
        told = data(rule)
        assert told["id"] == rule.id
        assert all(told[key] for key in ("summary", "model", "why", "example", "what to do", "since", "examples"))
