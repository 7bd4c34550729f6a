"""Front matter: the YAML between two `---` lines at the start of a file, read as data.

The YAML is read as a stream of events: nothing is constructed, so tags, aliases and deep nesting can do no
harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import yaml

from factcheck.document import Metadata, Span
from factcheck.errors import InputError
from factcheck.readers.text import Line, split_lines

MAX_FRONT_MATTER = 64 * 1024
"""Code points; real front matter is a few hundred."""

_DEEPEST = 100
"""Collections within collections; real front matter has two or three, and the parser's time grows with their square."""
_RANKS = frozenset({"primary", "secondary"})
_KEYS = frozenset({"title", "source", "date", "published", "rank", "url"})
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


def read_front_matter(path: str, text: str) -> tuple[Metadata, Span | None]:
    """What a file says of itself, and where; (Metadata(), None) if it has no front matter.

    A first line `---` that a blank line follows, that nothing closes, or that no YAML mapping follows is a
    thematic break and no front matter.

    Raises:
        InputError: If the YAML is broken, too long, or its date is none, with the line in the file.
    """
    lines = front_matter_lines(text)
    if lines is None:
        return Metadata(), None
    span = Span(0, lines[-1].end)
    if len(span) > MAX_FRONT_MATTER:
        raise InputError(path, f"front matter is longer than {MAX_FRONT_MATTER} characters")
    source = text[lines[0].next : lines[-1].start]
    try:
        fields = {key: (value, line) for key, value, line in _fields(source)}
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line if error.problem_mark else 0) + 2
        raise InputError(path, f"line {line}: front matter is not valid YAML: {error.problem}") from None
    except yaml.reader.ReaderError as error:
        line = len(split_lines(source[: error.position] + ".")) + 1
        raise InputError(path, f"line {line}: front matter is not valid YAML: {error.reason}") from None
    except _NotAMappingError:
        return Metadata(), None
    except _TooDeepError:
        raise InputError(path, f"front matter is nested more than {_DEEPEST} deep") from None
    return metadata(path, fields), span


def metadata(path: str, fields: dict[str, tuple[str, int]]) -> Metadata:
    """Metadata from fields by name, each with the line of the file that it stands in.

    Raises:
        InputError: If a date has the form of one but is none.
    """

    def value(key: str) -> str:
        return " ".join(fields[key][0].split()) if key in fields else ""

    rank = value("rank").lower()
    day = fields.get("date") or fields.get("published")
    return Metadata(
        title=value("title"),
        source=value("source"),
        date=_date(path, *day) if day else None,
        rank=rank if rank in _RANKS else "",
        url=value("url"),
    )


def _date(path: str, value: str, line: int) -> date | None:
    """The day of an ISO date or date and time; other ways to write a date are not read."""
    match = _DATE.match(value.strip())
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise InputError(path, f"line {line}: {match.group()} is not a date") from None


class _TooDeepError(Exception):
    """Collections stand within collections without end."""


class _NotAMappingError(Exception):
    """The YAML holds something else than names and values."""


def front_matter_lines(text: str) -> list[Line] | None:
    """The lines of a text's front matter, with those that open and close it; None if it has none."""
    lines = split_lines(text[: MAX_FRONT_MATTER * 2])
    if len(lines) < 2 or lines[0].span.of(text).rstrip() != "---" or not lines[1].span.of(text).strip():
        return None
    for index, line in enumerate(lines[1:], start=2):
        if line.span.of(text).rstrip() in ("---", "..."):
            return lines[:index]
    return None


def _fields(source: str) -> Iterator[tuple[str, str, int]]:
    """The scalar values at the top of a YAML mapping: key, value and the value's line in the file."""
    key: str | None = None
    for event in _top_nodes(source):
        scalar = event if isinstance(event, yaml.ScalarEvent) else None
        if key is None:
            key = scalar.value.lower() if scalar else ""
            continue
        is_null = scalar is None or (scalar.style is None and scalar.value in _NULLS)
        if scalar and scalar.start_mark and key in _KEYS and not is_null:
            yield key, scalar.value, scalar.start_mark.line + 2
        key = None


def _top_nodes(source: str) -> Iterator[yaml.Event]:
    """The keys and values of a YAML mapping in turn: each a scalar, an alias, or the end of a collection."""
    depth = 0
    for event in yaml.parse(source, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.NodeEvent):
            if depth == 0 and not isinstance(event, yaml.MappingStartEvent):
                raise _NotAMappingError
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > _DEEPEST:
                    raise _TooDeepError
                continue
        else:
            continue
        if depth == 1:
            yield event
