"""References that an article names in its front matter: `references:`, a list of paths or of tables.

As all front matter it is read as a stream of events: nothing is constructed, and aliases are refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from factcheck.errors import InputError
from factcheck.readers.front_matter import front_matter_lines

_KEY = "references"
_DEEPEST = 4
_MOST = 2000
"""Nodes of the whole list; more than a reader would ever look at."""


def front_matter_references(path: str, text: str) -> list[str | dict[str, Any]]:
    """What an article's front matter names under `references`, in order: texts, and tables of texts by key.

    Args:
        path: The article as shown in errors.
        text: Its text, whose front matter is valid YAML.

    Raises:
        InputError: The list has another form.
    """
    lines = front_matter_lines(text)
    if lines is None:
        return []
    source = text[lines[0].next : lines[-1].start]
    try:
        value = _value(yaml.parse(source, Loader=yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError):
        raise InputError(path, "front matter: references are not valid YAML") from None
    except _OddError as error:
        raise InputError(path, f"front matter: references {error}") from None
    entries = value if isinstance(value, list) else [value]
    found: list[str | dict[str, Any]] = []
    for entry in entries:
        if isinstance(entry, list):
            raise InputError(path, "front matter: references hold a list in a list")
        if entry:
            found.append(entry)
    return found


class _OddError(Exception):
    """The list has a form that nobody needs."""


def _value(events: Iterator[yaml.Event]) -> Any:
    """What stands under the key at the top of a mapping; "" if nothing does."""
    depth = 0
    is_key = True
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.NodeEvent):
            if depth == 1 and is_key and isinstance(event, yaml.ScalarEvent) and event.value.lower() == _KEY:
                return _Built(events).node(next(events), 0)
            is_key = not is_key if depth == 1 else is_key
            depth += isinstance(event, yaml.CollectionStartEvent)
    return ""


class _Built:
    """Builds lists, tables and texts from events."""

    def __init__(self, events: Iterator[yaml.Event]) -> None:
        self._events = events
        self._nodes = 0

    def node(self, event: yaml.Event, depth: int) -> Any:
        self._nodes += 1
        if depth > _DEEPEST or self._nodes > _MOST:
            raise _OddError("are too many, or nested too deeply")
        if isinstance(event, yaml.ScalarEvent):
            return "" if event.style is None and event.value in ("~", "null") else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return [self.node(item, depth + 1) for item in self._until(yaml.SequenceEndEvent)]
        if isinstance(event, yaml.MappingStartEvent):
            return {
                str(self.node(key, depth + 1)): self.node(next(self._events), depth + 1)
                for key in self._until(yaml.MappingEndEvent)
            }
        raise _OddError("hold an alias")

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        while not isinstance(event := next(self._events), end):
            yield event
