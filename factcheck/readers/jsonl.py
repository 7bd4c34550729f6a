"""JSONL: one reference snippet a line, with the way back from its text to the file."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.document import Document, Metadata, Span
from factcheck.errors import InputError
from factcheck.readers.front_matter import metadata
from factcheck.readers.plain import plain_blocks
from factcheck.readers.text import decode, read_bytes, shown_path, split_lines

_BLANK = re.compile(r"[ \t\r\n]*")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
# What stands for one code point in a JSON string.
_CODE_POINT = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|.", re.DOTALL
)
_FIELDS = ("title", "source", "date", "rank", "url")


@dataclass(frozen=True, slots=True)
class Record:
    """A line of a JSONL file.

    Attributes:
        id: Its own id; "" if it has none.
        line: The line it stands in, counted from 1.
        document: Its text, read as plain text.
        origin: For each code point of the text its place in the file, and one more for the end.
        context: What a reader knows before it; "" if it tells nothing.
    """

    id: str
    line: int
    document: Document
    origin: tuple[int, ...]
    context: str = ""


@dataclass(frozen=True, slots=True)
class Records:
    """What a JSONL file holds.

    Attributes:
        records: In order of the file.
        file_text: The file as decoded.
        problem: The first line that could not be read and why, and how many more there are; "" if all could.
    """

    records: tuple[Record, ...]
    file_text: str
    problem: str


class _BrokenLineError(Exception):
    """A line that is no record; its text says why."""


def read_records(path: str) -> Records:
    """Reads a JSONL file of snippets; a line that cannot be read does not keep the others from it.

    Raises:
        InputError: If the file cannot be read at all or holds nothing.
    """
    name = shown_path(path)
    data = read_bytes(path)
    return records_of(name, data, decode(name, data))


def records_of(name: str, data: bytes, text: str) -> Records:
    """The records of a JSONL text.

    Args:
        name: The file as shown in errors.
        data: Its bytes.
        text: The file as decoded.

    Raises:
        InputError: It holds nothing.
    """
    digest = hashlib.sha256(data).hexdigest()
    records: list[Record] = []
    problems: list[str] = []
    for number, line in enumerate(split_lines(text), start=1):
        if not line.span.of(text).strip():
            continue
        try:
            records.append(_record(name, digest, text, line.span, number))
        except _BrokenLineError as broken:
            problems.append(f"line {number}: {broken}")
        except InputError as error:  # it names the line itself
            problems.append(error.reason)
    if not records and not problems:
        raise InputError(name, "is empty")
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return Records(tuple(records), text, problems[0] + more if problems else "")


def _record(path: str, digest: str, file_text: str, line: Span, number: int) -> Record:
    source = line.of(file_text)
    fields = _parsed(source)
    text = fields.get("text")
    if text is None:
        raise _BrokenLineError('no "text"')
    if not isinstance(text, str):
        raise _BrokenLineError('"text" is not a string')
    if not text.strip():
        raise _BrokenLineError('"text" is empty')
    literal = _text_literal(source).shifted(line.start)
    text = _HALF_PAIR.sub("\ufffd", text)  # half a surrogate pair is no character and could not be printed
    document = Document(path, text, tuple(plain_blocks(text)), _metadata(path, fields, number), digest)
    return Record(_id(fields), number, document, _origin(file_text, literal), _string(fields, "context"))


def _parsed(source: str) -> dict[str, object]:
    try:
        fields = json.loads(source)
    except json.JSONDecodeError as error:
        raise _BrokenLineError(f"not valid JSON: {error.msg} at column {error.pos + 1}") from None
    except RecursionError:
        raise _BrokenLineError("not valid JSON: nested too deeply") from None
    except ValueError:
        raise _BrokenLineError("not valid JSON: a number is too long") from None
    if not isinstance(fields, dict):
        raise _BrokenLineError("not a JSON object")
    return fields


def _string(fields: dict[str, object], key: str) -> str:
    value = fields.get(key)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise _BrokenLineError(f'"{key}" is not a string')
    return _HALF_PAIR.sub("\ufffd", str(value))


def _id(fields: dict[str, object]) -> str:
    return " ".join(_string(fields, "id").split())


def _metadata(path: str, fields: dict[str, object], number: int) -> Metadata:
    return metadata(path, {key: (_string(fields, key), number) for key in _FIELDS})


def _text_literal(source: str) -> Span:
    """The characters between the quotes of the last "text" of a valid JSON object, the one that counts."""
    found = Span(0, 0)
    for key, value in _members(source):
        if key == "text":
            found = Span(value.start + 1, value.end - 1)
    return found


def _members(source: str) -> Iterator[tuple[str, Span]]:
    """The names of a valid JSON object, and where their values stand."""
    decoder = json.JSONDecoder()
    at = _skip_blanks(source, source.index("{") + 1)
    while source[at] != "}":
        key, at = decoder.raw_decode(source, at)
        start = _skip_blanks(source, _skip_blanks(source, at) + 1)  # behind the colon
        _, end = decoder.raw_decode(source, start)
        yield key, Span(start, end)
        at = _skip_blanks(source, end)
        if source[at] == ",":
            at = _skip_blanks(source, at + 1)


def _skip_blanks(source: str, at: int) -> int:
    match = _BLANK.match(source, at)
    return match.end() if match else at


def _origin(file_text: str, literal: Span) -> tuple[int, ...]:
    places = [match.start() for match in _CODE_POINT.finditer(file_text, literal.start, literal.end)]
    return (*places, literal.end)
