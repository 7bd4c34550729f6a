"""What JSON and YAML files have in common once parsed: named values in groups, each at its place in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factcheck.document import Span

MAX_DEPTH = 64
"""Of groups in groups; results are a few levels deep."""
MAX_VALUES = 50_000
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value.

    Attributes:
        span: Its content, without quotes.
        text: What it says, escapes resolved.
        escapes: Places within the span that stand for other characters than they are.
        is_text: Whether it is written as a text (quoted), so that it is never a missing value.
    """

    span: Span
    text: str
    escapes: tuple[Span, ...] = ()
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A value in a group.

    Attributes:
        name: Its key; "" in a list.
        place: Where the key stands; None in a list.
        value: The value.
    """

    name: str
    place: Span | None
    value: Node


@dataclass(slots=True)
class Group:
    """A mapping or a list.

    Attributes:
        is_list: Whether it is a list.
        members: In order of place. Of a key given twice the last counts, as for the usual parsers.
    """

    is_list: bool
    members: list[Member] = field(default_factory=list)

    def deduplicated(self) -> Group:
        """The group with the last value of each key."""
        if self.is_list:
            return self
        last = {member.name: i for i, member in enumerate(self.members)}
        return Group(False, [member for i, member in enumerate(self.members) if last[member.name] == i])


Node = Scalar | Group


def escapes_in(text: str, span: Span) -> tuple[Span, ...]:
    """The backslash escapes in a quoted text."""
    return tuple(Span(*match.span()) for match in _ESCAPE.finditer(text, span.start, span.end))


class BrokenError(Exception):
    """A file that cannot be parsed: why, and the offset where.

    Attributes:
        at: Offset of the trouble.
    """

    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.at = at


class Budget:
    """Counts values and levels, so that a hostile file ends in an error and not in a full memory."""

    def __init__(self) -> None:
        self._left = MAX_VALUES

    def spend(self, at: int) -> None:
        """Takes note of a value.

        Raises:
            TooMuchError: If there are too many.
        """
        self._left -= 1
        if self._left < 0:
            raise TooMuchError(f"has more than {MAX_VALUES:,} values", at)

    @staticmethod
    def check_depth(depth: int, at: int) -> None:
        """Raises TooMuchError where groups are nested too deeply."""
        if depth > MAX_DEPTH:
            raise TooMuchError("is nested too deeply", at)


class TooMuchError(BrokenError):
    """A file that may be valid, and is too large or too deep to be read."""
