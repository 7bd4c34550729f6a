"""Rules explained: their docstrings and examples, as text, as data and as one page."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterable
from typing import Any

from factcheck.rule_page import RulePage
from factcheck.rules.base import Example, Rule
from factcheck.rules.registry import registry

_PART = re.compile(r"^(Level|Why|Example|What to do|Since):[ \n]", re.MULTILINE)


def pages() -> dict[str, RulePage]:
    """The pages of all rules by id."""
    return {rule.id: _page(rule) for rule in registry().values()}


def _page(rule: Rule) -> RulePage:
    told = data(rule)
    return RulePage(
        id=rule.id,
        name=rule.name,
        level=rule.level,
        title=told["summary"],
        why=_capital(told["why"]),
        example=told["example"],
        what_to_do=told["what to do"],
    )


def explained(rule: Rule) -> str:
    """A rule's documentation as its file has it."""
    return inspect.getdoc(sys.modules[type(rule).__module__]) or ""


def data(rule: Rule) -> dict[str, Any]:
    """A rule as plain data."""
    return {
        "id": rule.id,
        "name": rule.name,
        "level": rule.level.value,
        **_parts(rule),
        "examples": [
            {"article": one.article, "references": list(one.references), "flagged": one.flagged}
            for one in rule.examples
        ],
    }


def page(rules: Iterable[Rule]) -> str:
    """One Markdown page of rules: a table, then each of them."""
    told = list(rules)
    rows = [f"| [{r.id}](#{r.id.lower()}-{r.name}) | {r.name} | {r.level} | {_parts(r)['summary']} |" for r in told]
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
    return "\n".join([*head, *(f"\n{_section(rule)}" for rule in told)]) + "\n"


def _section(rule: Rule) -> str:
    parts = _parts(rule)
    flagged, passed = ([e for e in rule.examples if (e.flagged is None) is which] for which in (False, True))
    lines = [
        f"## {rule.id} {rule.name}",
        "",
        f"{_capital(parts['summary'])}. Level: {rule.level}. Needs a model: {parts['model']}.",
        "",
        _capital(parts["why"]),
        "",
        "```text",
        parts["example"],
        "```",
        "",
        f"What to do: {parts['what to do']}",
        "",
        *(_example("Reported", one) for one in flagged[:1]),
        *(_example("Passes", one) for one in passed[:1]),
        f"Since {parts['since']}.",
    ]
    return "\n".join(lines)


def _example(word: str, example: Example) -> str:
    """An article of a rule's examples, with its references."""
    told = [f"article: {example.article.rstrip()}", *(f"source: {text.rstrip()}" for text in example.references)]
    return "\n".join([f"{word}:", "", "```text", *told, "```", ""])


def _parts(rule: Rule) -> dict[str, str]:
    """The parts of a rule's documentation, by name in lower case, with its summary and whether it needs a model."""
    text = explained(rule)
    pieces = _PART.split(text)
    parts = {name.lower(): body.strip("\n") for name, body in zip(pieces[1::2], pieces[2::2], strict=True)}
    _, _, model = parts["level"].partition("Needs a model:")
    head = pieces[0].strip().partition(": ")[2]
    return {
        "summary": " ".join(head.split()).rstrip("."),
        "model": " ".join(model.split()).rstrip("."),
        "why": _flowing(parts["why"]),
        "example": inspect.cleandoc("\n" + parts["example"]),
        "what to do": _flowing(parts["what to do"]),
        "since": parts["since"].strip().rstrip("."),
    }


def _flowing(text: str) -> str:
    """Wrapped lines as one."""
    return " ".join(text.split())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
