"""Rules' pages, read from the docstrings of their modules."""

from __future__ import annotations

import inspect
import re
import sys
import textwrap

from factcheck.rule_page import RulePage
from factcheck.rules.base import Rule
from factcheck.rules.registry import registry

_TITLE = re.compile(r"(?P<id>[A-Z]\d{3}) (?P<name>[a-z-]+): (?P<title>.+?)\.?\n\n", re.DOTALL)
_SECTION = re.compile(r"^(Level|Why|Example|What to do|Since):", re.MULTILINE)
_NEEDS_MODEL = re.compile(r"Needs a model: yes")


def pages() -> dict[str, RulePage]:
    """The pages of all rules by id."""
    return {rule.id: page_of(rule) for rule in registry().values()}


def page_of(rule: Rule) -> RulePage:
    """A rule's page.

    Args:
        rule: Its module's docstring has a title line "N101 number-contradicted: ..." and sections that begin with
            "Level:", "Why:", "Example:" and "What to do:".

    Raises:
        ValueError: The docstring has another form.
    """
    text = inspect.getdoc(sys.modules[type(rule).__module__]) or ""
    head = _TITLE.match(text)
    if head is None or (head["id"], head["name"]) != (rule.id, rule.name):
        raise ValueError(f"{type(rule).__module__}: its docstring is no page of {rule.id} {rule.name}")
    sections = _sections(text[head.end() :])
    return RulePage(
        id=rule.id,
        name=rule.name,
        level=rule.level,
        title=" ".join(head["title"].split()),
        needs_model=bool(_NEEDS_MODEL.search(sections.get("Level", ""))),
        why=_paragraphs(sections.get("Why", "")),
        example=textwrap.dedent(sections.get("Example", "").strip("\n")).rstrip(),
        what_to_do=_paragraphs(sections.get("What to do", "")),
    )


def _sections(text: str) -> dict[str, str]:
    """What stands under each heading."""
    heads = list(_SECTION.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    return {head[1]: text[head.end() : end] for head, end in zip(heads, ends, strict=True)}


def _paragraphs(text: str) -> str:
    """Paragraphs without their line breaks."""
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))
