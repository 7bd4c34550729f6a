"""From plain data to a struct, strictly: what does not fit is told with its key, and with the nearest name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec
from msgspec.inspect import DictType, EnumType, Metadata, StructType, Type, UnionType, VarTupleType, type_info

from factcheck.config.suggest import nearest

Built = TypeVar("Built", bound=msgspec.Struct)

_AT = re.compile(r"^(?P<what>.*?)(?: - at `(?:key in )?\$(?P<path>[^`]*)`)?$", re.DOTALL)
_FEW = 6
"""How many names a message lists beside the nearest."""
_PLAIN = {
    "`array`": "a list",
    "`object`": "a table",
    "`str`": "a string",
    "`bool`": "true or false",
    "`int`": "a whole number",
    "`float`": "a number",
}


class MisfitError(Exception):
    """Data that does not fit; its text says why.

    Args:
        key: Where, as a path of names.
        reason: Why, without the key.
    """

    def __init__(self, key: tuple[str, ...], reason: str) -> None:
        super().__init__(reason)
        self.key = key
        self.reason = reason


def strictly(data: dict[str, Any], into: type[Built]) -> Built:
    """The struct that plain data makes.

    Raises:
        MisfitError: A key is unknown, or a value of the wrong type or out of its range.
    """
    for misfit in _misfits(data, type_info(into), ()):
        raise misfit
    try:
        return msgspec.convert(data, into)
    except msgspec.ValidationError as error:
        raise _told(str(error)) from None


def _misfits(value: object, kind: Type, key: tuple[str, ...]) -> Iterator[MisfitError]:
    """Names that do not exist, with the nearest that does."""
    if isinstance(kind, EnumType) and isinstance(value, str):
        allowed = [str(member.value) for member in kind.cls]
        if value not in allowed:
            hint = nearest(value, allowed)
            listed = f"none of {', '.join(allowed)}" if len(allowed) <= _FEW or not hint else "no known name"
            yield MisfitError(key, f"{value!r} is {listed}{hint}")
    if isinstance(kind, StructType) and isinstance(value, dict):
        fields = [field.encode_name for field in kind.fields]
        for name in value:
            if name not in fields:
                yield MisfitError((*key, name), f"unknown key {name!r}{nearest(name, fields)}")
    for step, inner, its in _inside(value, kind):
        yield from _misfits(inner, its, (*key, *step))


def _inside(value: object, kind: Type) -> Iterator[tuple[tuple[str, ...], object, Type]]:
    """What is in a value, with the step to it and its type."""
    match kind, value:
        case Metadata(type=inner), _:
            yield (), value, inner
        case UnionType(types=types), _:
            yield from (((), value, one) for one in types)
        case StructType(fields=fields), dict():
            yield from (((f.encode_name,), value[f.encode_name], f.type) for f in fields if f.encode_name in value)
        case DictType(value_type=inner), dict():
            yield from (((name,), one, inner) for name, one in value.items())
        case VarTupleType(item_type=inner), list():
            yield from (((), one, inner) for one in value)
        case _:
            return


def _told(message: str) -> MisfitError:
    """A message of msgspec in plain words, apart from its place."""
    match = _AT.match(message)
    what, path = (match["what"], match["path"] or "") if match else (message, "")
    for name, plain in _PLAIN.items():
        what = what.replace(name, plain)
    key = tuple(part for part in re.split(r"\[\.*\d*\]|\.", path) if part)
    return MisfitError(key, what[:1].lower() + what[1:].replace("`", "'"))
