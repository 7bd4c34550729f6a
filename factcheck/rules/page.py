"""Rules explained: their docstrings and examples, as text, as data and as one page."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from factcheck.rule_page import RulePage
from factcheck.rules.base import Example, Rule
from factcheck.rules.registry import registry

_PART = re.compile(r"^(Level|Why|Example|What to do|Since):[ \n]", re.MULTILINE)


def pages() -> dict[str, RulePage]:
    """The pages of all rules by id."""
    return {rule.id: page_of(rule) for rule in registry().values()}


def page_of(rule: Rule) -> RulePage:
    """A rule's page, from the parts of its documentation."""
    pieces = _PART.split(explained(rule))
    parts = {name: body.strip("\n") for name, body in zip(pieces[1::2], pieces[2::2], strict=True)}
    _, _, model = parts["Level"].partition("Needs a model:")
    return RulePage(
        id=rule.id,
        name=rule.name,
        level=rule.level,
        title=_flowing(pieces[0].partition(": ")[2]).rstrip("."),
        why=_capital(_flowing(parts["Why"])),
        example=inspect.cleandoc("\n" + parts["Example"]),
        what_to_do=_flowing(parts["What to do"]),
        model=_flowing(model).rstrip("."),
        since=parts["Since"].strip().rstrip("."),
    )


def explained(rule: Rule) -> str:
    """A rule's documentation as its file has it."""
    return inspect.getdoc(sys.modules[type(rule).__module__]) or ""


def data(rule: Rule) -> dict[str, Any]:
    """A rule as plain data."""
    told = page_of(rule)
    return {
        "id": told.id,
        "name": told.name,
        "level": told.level.value,
        "summary": told.title,
        "model": told.model,
        "why": told.why,
        "example": told.example,
        "what to do": told.what_to_do,
        "since": told.since,
        "examples": [
            {"article": one.article, "references": list(one.references), "flagged": one.flagged}
            for one in rule.examples
        ],
    }


def page(rules: Iterable[Rule]) -> str:
    """One Markdown page of rules: a table, then each of them."""
    told = [(page_of(rule), rule.examples) for rule in rules]
    rows = [f"| [{one.id}](#{one.id.lower()}-{one.name}) | {one.name} | {one.level} | {one.title} |" for one, _ in told]
    head = [
        "# Rules",
        "",
        "Select them by id, name or prefix: `--select N,D`, `--ignore number-hedge`, or in factcheck.toml.",
        "This page is made by `factcheck rule --all`.",
        "",
        "| id | name | level | reports |",
        "|---|---|---|---|",
        *rows,
    ]
    return "\n".join([*head, *(f"\n{_section(*one)}" for one in told)]) + "\n"


def _section(told: RulePage, examples: Sequence[Example]) -> str:
    flagged, passed = ([e for e in examples if (e.flagged is None) is which] for which in (False, True))
    lines = [
        f"## {told.id} {told.name}",
        "",
        f"{_capital(told.title)}. Level: {told.level}. Needs a model: {told.model}.",
        "",
        told.why,
        "",
        "```text",
        told.example,
        "```",
        "",
        f"What to do: {told.what_to_do}",
        "",
        *(_example("Reported", one) for one in flagged[:1]),
        *(_example("Passes", one) for one in passed[:1]),
        f"Since {told.since}.",
    ]
    return "\n".join(lines)


def _example(word: str, example: Example) -> str:
    """An article of a rule's examples, with its references."""
    told = [f"article: {example.article.rstrip()}", *(f"source: {text.rstrip()}" for text in example.references)]
    return "\n".join([f"{word}:", "", "```text", *told, "```", ""])


def _flowing(text: str) -> str:
    """Wrapped lines as one."""
    return " ".join(text.split())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
