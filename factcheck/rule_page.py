"""A rule as people read about it: in `factcheck rule`, in code scanning, on the rules page."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.report import Level


@dataclass(frozen=True, slots=True)
class RulePage:
    """The parts of a rule's page; all but the first four may be empty.

    Attributes:
        id, name: "N101" and "number-contradicted".
        level: Of its findings, unless the configuration says otherwise.
        title: What it reports, in half a sentence.
        why: Why that matters.
        example: A finding as it is printed.
        what_to_do: What a writer can do about it.
        model: Whether it needs one, and for what.
        since: The version that brought it.
    """

    id: str
    name: str
    level: Level
    title: str
    why: str = ""
    example: str = ""
    what_to_do: str = ""
    model: str = ""
    since: str = ""
