"""The configuration described: values, schema, the template of `factcheck init`."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import jsonschema
import msgspec
import pytest

from factcheck.claim import QuantityKind, SkipReason
from factcheck.config import load_config, number_settings
from factcheck.config.classes import NumberClass, kinds_of, reasons_of
from factcheck.config.describe import described, schema, toml_value
from factcheck.config.schema import Config


def test_the_schema_that_ships_is_that_of_the_code() -> None:
    assert files("factcheck.config").joinpath("schema.json").read_text("utf-8") == schema()


def test_the_schema_knows_what_is_right_and_wrong() -> None:
    validator = jsonschema.Draft202012Validator(msgspec.json.decode(schema()))
    validator.check_schema(msgspec.json.decode(schema()))
    assert validator.is_valid({"select": ["N"], "numbers": {"round-to": "1%", "skip": ["ordinals"]}})
    for wrong in ('{"slect": []}', '{"numbers": {"round-to": "2"}}', '{"numbers": {"skip": ["x"]}}', '{"jobs": -1}'):
        assert not validator.is_valid(msgspec.json.decode(wrong))


def test_the_template_shows_every_key_with_its_default() -> None:
    text = files("factcheck.templates").joinpath("factcheck.toml").read_text("utf-8")
    opened = re.sub(r"^# (?=\[|\"|[a-zA-Z0-9-]+ = )", "", text, flags=re.MULTILINE)
    data = tomllib.loads(opened)
    assert data.pop("extend") == "../newsroom.toml"
    for example in ("per-file-ignores", "levels", "references"):
        assert data.pop(example)
    assert data["review"].pop("keys")
    defaults = msgspec.to_builtins(Config())
    assert msgspec.to_builtins(msgspec.convert(data, Config)) == defaults
    named = set(data) | {"extend", "per-file-ignores", "levels", "references"}
    assert named == set(defaults)


def test_the_template_as_it_is_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text(files("factcheck.templates").joinpath("factcheck.toml").read_text("utf-8"))
    assert load_config(tmp_path).values == Config()


def test_what_is_described_can_be_read_again(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('[references]\n"a/**" = ["r \\"1\\"/*"]\n[levels]\nN107 = "note"\n')
    config = load_config(tmp_path)
    text = "".join(f"{key} = {toml_value(value)}\n" for key, value, _ in described(config))
    assert msgspec.convert(tomllib.loads(text), Config) == config.values


def test_every_reason_and_kind_has_a_switch() -> None:
    assert kinds_of(NumberClass) == set(QuantityKind)
    assert reasons_of(NumberClass) == set(SkipReason) - {SkipReason.LEFT_OUT}


@pytest.mark.parametrize(("text", "expected"), [("exact", 0.0), ("hedge", None), ("1%", 0.01), ("2.5 %", 0.025)])
def test_how_far_numbers_may_be_rounded(tmp_path: Path, text: str, expected: float | None) -> None:
    settings = number_settings(load_config(tmp_path, given=[f"numbers.round-to={text}"]))
    assert settings.round_to == expected
