"""YAML with places, read as a stream of events.

Nothing is constructed: tags mean nothing, and an alias is left out rather than copied, so that a short file cannot
stand for a long one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from factcheck.document import Span
from factcheck.readers.tree import BrokenError, Budget, Group, Member, Node, Scalar, TooMuchError, escapes_in

MAX_LENGTH = 1_000_000
"""Code points; PyYAML reads about 200,000 a second."""
_PROPERTIES = re.compile(r"(?:[!&]\S*\s+)+")


def parse_yaml(text: str) -> Node:
    """The values of a YAML text; those of several documents as a list.

    Raises:
        BrokenError: If it is no YAML, too long, nested too deeply, or holds too many values.
    """
    if len(text) > MAX_LENGTH:
        raise TooMuchError(f"is longer than {MAX_LENGTH:,} characters", 0)
    try:
        roots = _Builder(text).roots()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise BrokenError(error.problem or "cannot be parsed", mark.index if mark else 0) from None
    except yaml.reader.ReaderError as error:
        raise BrokenError(error.reason, error.position) from None
    if len(roots) == 1:
        return roots[0]
    return Group(True, [Member("", None, root) for root in roots])


class _Builder:
    """Takes events one by one and keeps the groups that are open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._budget = Budget()
        self._roots: list[Node] = []
        self._open: list[Group] = []
        self._keys: list[Scalar | None] = []
        """For each open group the key that waits for its value; None where a key comes next, or in a list."""
        self._is_key_next: list[bool] = []

    def roots(self) -> list[Node]:
        """Reads everything."""
        events = yaml.parse(self._text, Loader=yaml.SafeLoader)
        for event in events:
            if isinstance(event, yaml.CollectionEndEvent):
                group = self._open.pop()
                self._keys.pop()
                self._is_key_next.pop()
                self._put(group.deduplicated())
            elif isinstance(event, yaml.NodeEvent):
                self._node(event, events)
        return self._roots

    def _node(self, event: yaml.NodeEvent, events: Iterator[yaml.Event]) -> None:
        at = event.start_mark.index if event.start_mark else 0
        self._budget.spend(at)
        self._budget.check_depth(len(self._open), at)
        if self._is_key_next and self._is_key_next[-1]:
            self._is_key_next[-1] = False
            if isinstance(event, yaml.CollectionStartEvent):
                _skip(events)
            self._keys[-1] = self._scalar(event) if isinstance(event, yaml.ScalarEvent) else None
        elif isinstance(event, yaml.CollectionStartEvent):
            is_list = isinstance(event, yaml.SequenceStartEvent)
            self._open.append(Group(is_list))
            self._keys.append(None)
            self._is_key_next.append(not is_list)
        else:
            self._put(self._scalar(event) if isinstance(event, yaml.ScalarEvent) else None)

    def _put(self, node: Node | None) -> None:
        """Puts a value where it belongs; one without a readable key, and an alias, belong nowhere."""
        if not self._open:
            self._roots += [node] if node is not None else []
            return
        group = self._open[-1]
        if group.is_list:
            group.members += [Member("", None, node)] if node is not None else []
            return
        key = self._keys[-1]
        if key is not None and node is not None:
            group.members.append(Member(key.text, key.span, node))
        self._keys[-1] = None
        self._is_key_next[-1] = True

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start = event.start_mark.index if event.start_mark else 0
        end = event.end_mark.index if event.end_mark else start
        properties = _PROPERTIES.match(self._text, start, end)
        start = properties.end() if properties else start
        if event.style in ("'", '"'):
            span = Span(start + 1, end - 1)
            return Scalar(span, event.value, escapes_in(self._text, span) if event.style == '"' else (), is_text=True)
        if event.style in ("|", ">"):  # behind the line with the mark
            body = self._text.find("\n", start, end) + 1 or end
            content = self._text[body:end].rstrip()
            return Scalar(Span(body, body + len(content)), event.value, is_text=True)
        return Scalar(Span(start, end), event.value)


def _skip(events: Iterator[yaml.Event]) -> None:
    """Leaves out the rest of a collection that has begun."""
    depth = 1
    while depth:
        event = next(events)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
