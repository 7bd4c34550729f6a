"""A configuration described: its values with their origins, and its JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from factcheck.config.configuration import Configuration, Origin
from factcheck.config.schema import Config
from factcheck.config.toml import Key

SCHEMA_URL = "https://json-schema.org/draft/2020-12/schema"


def described(config: Configuration) -> Iterator[tuple[str, Any, Origin]]:
    """Every key as written in TOML, its value as plain data and where it comes from, in the order of the schema."""
    data = msgspec.to_builtins(config.values)
    data.pop("extend")
    yield from _flat(config, data, ())


def _flat(config: Configuration, data: dict[str, Any], above: Key) -> Iterator[tuple[str, Any, Origin]]:
    for name, value in data.items():
        key = (*above, name)
        if isinstance(value, dict) and value:
            yield from _flat(config, value, key)
        else:
            yield ".".join(map(toml_key, key)), value, config.origin(*key)


def toml_key(name: str) -> str:
    """A name as a key of TOML."""
    bare = name.replace("-", "").replace("_", "")
    return name if bare.isalnum() and bare.isascii() else toml_value(name)


def toml_value(value: Any) -> str:
    """Plain data as a value of TOML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml_key(key)} = {toml_value(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml_value, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def schema() -> str:
    """The JSON Schema of factcheck.toml."""
    made = msgspec.json.schema(Config)
    definitions = made.pop("$defs")
    top = definitions.pop("Config")
    top |= {"$schema": SCHEMA_URL, "title": "factcheck.toml", "$defs": definitions}
    return json.dumps(top, indent=2, sort_keys=True) + "\n"
