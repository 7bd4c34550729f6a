"""JSON and YAML files of results as sources: groups of values as table rows, each value with its name and path.

A file with the suffix .json, .yaml or .yml is data and read here; one with the suffix .jsonl is a set of snippets,
one a line with its "text" (`readers.jsonl`). The suffix alone tells them apart, never the content.

The single values of a mapping make a row, whose headers are their names; the names that lead to the mapping, or the
first text of a mapping in a list, tell what the row is about: {"results": {"model_a": {"accuracy": 0.874}}} has a row
"results", "model a" with 0.874 under "accuracy". Texts of a sentence or more are read as prose.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import PurePath

from factcheck.document import Block, BlockKind, Cell, Document, Label, Metadata, Span, Table
from factcheck.errors import InputError
from factcheck.readers.assemble import is_label
from factcheck.readers.front_matter import metadata
from factcheck.readers.json_tree import parse_json
from factcheck.readers.table import header_words
from factcheck.readers.text import decode, read_bytes, shown_path, split_lines
from factcheck.readers.tree import BrokenError, Group, Member, Node, Scalar, TooMuchError
from factcheck.readers.yaml_tree import parse_yaml

_FIELDS = frozenset({"title", "source", "date", "rank", "url"})
_NAMING = ("name", "title", "label")
_UNIT_KEYS = frozenset({"unit", "units", "currency", "scale"})
_MISSING = frozenset({"", "~", "null", "Null", "NULL", "NaN", "nan", ".nan"})
_WORDY = 8  # words; a text as long as that tells something by itself
_HUMP = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_LONGEST_NAME = 120  # code points of a name that are shown


def read_data(path: str) -> Document:
    """Reads a JSON file (by its suffix) or a YAML file.

    Raises:
        InputError: If it cannot be read or parsed, with the line, or holds no values.
    """
    name = shown_path(path)
    data = read_bytes(path)
    text = decode(name, data)
    if not text.strip():
        raise InputError(name, "is empty")
    is_json = PurePath(path).suffix.lower() == ".json"
    try:
        root = parse_json(text) if is_json else parse_yaml(text)
    except TooMuchError as error:
        raise InputError(name, f"line {_line(text, error.at)}: {error}") from None
    except BrokenError as error:
        form = "JSON" if is_json else "YAML"
        raise InputError(name, f"line {_line(text, error.at)}: not valid {form}: {error}") from None
    meta = _metadata(name, root)
    title = meta.title or _words(PurePath(path).stem.replace("-", "_"))
    reader = _Reader(text, title)
    reader.read(root)
    if not reader.blocks:
        raise InputError(name, "holds no values")
    return Document(name, text, tuple(reader.blocks), meta, hashlib.sha256(data).hexdigest())


class _Reader:
    """Walks the groups and keeps the rows, in order of place."""

    def __init__(self, text: str, title: str) -> None:
        self._text = text
        self._table = Table(0, title, (title,))
        self.blocks: list[Block] = []

    def read(self, root: Node) -> None:
        """Reads everything."""
        if isinstance(root, Scalar):
            root = Group(True, [Member("", None, root)])
        self._group(root, "", (), ("",))

    def _group(self, group: Group, path: str, labels: tuple[Label, ...], names: tuple[str, ...]) -> None:
        """Adds a group's rows: its single values, as far as nothing stands between them.

        Args:
            group: The group.
            path: Where it is.
            labels: What its values are about.
            names: The nearest key, for the values of a list, and texts that may tell their unit.
        """
        units = [m.value.text for m in group.members if isinstance(m.value, Scalar) and m.name.lower() in _UNIT_KEYS]
        names = (names[0], *units, *names[1:])
        run: list[Cell] = []
        escapes: list[Span] = []
        for index, member in enumerate(group.members):
            place = f"{path}[{index}]" if group.is_list else f"{path}.{member.name}" if path else member.name
            name = names[0] if group.is_list else _words(member.name)
            if not path and member.name in _FIELDS and isinstance(member.value, Scalar):
                continue  # what the file says of itself, as front matter does
            if isinstance(member.value, Group):
                self._flush(run, escapes, labels, names)
                own = self._label(member, group.is_list)
                self._group(member.value, place, (*labels, own) if own else labels, (name, *names[1:]))
            elif _is_prose(member.value):
                self._flush(run, escapes, labels, names)
                self._add_prose(member.value)
            elif member.value.is_text or member.value.text not in _MISSING:
                run.append(Cell(member.value.span, name, member.place, _short(place)))
                escapes += member.value.escapes
        self._flush(run, escapes, labels, names)

    def _label(self, member: Member, is_listed: bool) -> Label | None:
        """What a group within a group is about: the name it says it has, else its key, else its first text or year."""
        members = member.value.members if isinstance(member.value, Group) else []
        single = [(m.name.lower(), m.value) for m in members if isinstance(m.value, Scalar)]
        named = [value for name, value in single if name in _NAMING and is_label(value.text)]
        if not named and is_listed:
            named = [value for _, value in single[:1] if is_label(value.text)]
        if named:
            return Label(_words(named[0].text), named[0].span)
        return Label(_words(member.name), member.place) if member.place and _words(member.name) else None

    def _flush(self, run: list[Cell], escapes: list[Span], labels: tuple[Label, ...], names: tuple[str, ...]) -> None:
        """Adds the row of some values, and empties the lists for the next."""
        if run:
            first = run[0].heading or run[0].span
            whole = Span(self._quoted(first).start, self._quoted(run[-1].span).end)
            table = replace(self._table, notes=(*names[1:], *self._table.notes))
            self.blocks.append(
                Block(BlockKind.TABLE_ROW, whole, tuple(escapes), cells=tuple(run), table=table, labels=labels)
            )
            run.clear()
            escapes.clear()

    def _add_prose(self, scalar: Scalar) -> None:
        self.blocks.append(Block(BlockKind.PARAGRAPH, scalar.span, masked=scalar.escapes))

    def _quoted(self, span: Span) -> Span:
        """A span with its quotes, if it has any."""
        before, behind = self._text[max(0, span.start - 1) : span.start], self._text[span.end : span.end + 1]
        return Span(span.start - 1, span.end + 1) if before == behind and before in ('"', "'") else span


def _is_prose(value: Scalar) -> bool:
    return len(value.text.split()) >= _WORDY


def _words(name: str) -> str:
    """A name as words: "handed_in" and "handedIn" read alike."""
    shown = "".join(char if char.isprintable() else " " for char in name)
    return _short(header_words(_HUMP.sub(" ", shown)))


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + "…"


def _metadata(path: str, root: Node) -> Metadata:
    """What the file says of itself in single values at its top."""
    members = root.members if isinstance(root, Group) and not root.is_list else []
    fields = {m.name: (m.value.text, 0) for m in members if isinstance(m.value, Scalar) and m.name in _FIELDS}
    try:
        return metadata(path, fields)
    except InputError:  # a date that is none: here it is data, and may mean something else
        return metadata(path, {key: value for key, value in fields.items() if key != "date"})


def _line(text: str, at: int) -> int:
    return max(1, len(split_lines(text[:at] + ".")))
