from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.document import BlockKind, Document
from factcheck.errors import InputError
from factcheck.readers.data import read_data
from factcheck.readers.json_tree import parse_json
from factcheck.readers.tree import MAX_DEPTH, MAX_VALUES, Node, Scalar
from factcheck.readers.yaml_tree import MAX_LENGTH, parse_yaml

RESULTS = """{"title": "Night run", "date": "2024-05-01",
 "results": {"heron_small": {"accuracy": 0.874, "durationMs": 90}, "heron_large": {"accuracy": 0.91}},
 "years": [{"year": 2022, "users": 1200}, {"year": 2023, "users": 1500}],
 "scores": [1, 2.5],
 "summary": "The large model took far longer than the \\"small\\" one did."}
"""


def read(tmp_path: Path, text: str, name: str = "run.json") -> Document:
    path = tmp_path / name
    path.write_bytes(text.encode())
    return read_data(str(path))


def values(doc: Document) -> dict[str, str]:
    return {cell.path: cell.span.of(doc.text) for block in doc.blocks for cell in block.cells}


def labels(doc: Document) -> list[list[str]]:
    return [[label.text for label in block.labels] for block in doc.blocks if block.cells]


def test_values_have_their_paths(tmp_path: Path) -> None:
    doc = read(tmp_path, RESULTS)
    assert values(doc) == {
        "results.heron_small.accuracy": "0.874",
        "results.heron_small.durationMs": "90",
        "results.heron_large.accuracy": "0.91",
        "years[0].year": "2022",
        "years[0].users": "1200",
        "years[1].year": "2023",
        "years[1].users": "1500",
        "scores[0]": "1",
        "scores[1]": "2.5",
    }
    assert (doc.meta.title, doc.meta.date) == ("Night run", date(2024, 5, 1))


def test_rows_are_about_the_names_that_lead_to_them(tmp_path: Path) -> None:
    doc = read(tmp_path, RESULTS)
    assert labels(doc) == [
        ["results", "heron small"],
        ["results", "heron large"],
        ["years", "2022"],
        ["years", "2023"],
        ["scores"],
    ]
    first = doc.blocks[0]
    assert first.span.of(doc.text) == '"accuracy": 0.874, "durationMs": 90'
    assert [cell.header for cell in first.cells] == ["accuracy", "duration Ms"]
    assert [cell.heading and cell.heading.of(doc.text) for cell in first.cells] == ["accuracy", "durationMs"]


def test_long_texts_are_prose_without_their_escapes(tmp_path: Path) -> None:
    doc = read(tmp_path, RESULTS)
    (prose,) = [block for block in doc.blocks if block.kind is BlockKind.PARAGRAPH]
    assert prose.span.of(doc.text).startswith("The large model")
    assert [hole.of(doc.text) for hole in prose.masked] == ['\\"', '\\"']


def test_yaml_reads_alike(tmp_path: Path) -> None:
    text = "results:\n  heron_small: {accuracy: 0.874, runs: [3, '4']}\nunit: GWh\nnone: ~\n"
    doc = read(tmp_path, text, "run.yaml")
    assert values(doc) == {
        "results.heron_small.accuracy": "0.874",
        "results.heron_small.runs[0]": "3",
        "results.heron_small.runs[1]": "4",
        "unit": "GWh",
    }
    assert doc.blocks[0].table is not None
    assert "GWh" in doc.blocks[0].table.notes


def test_a_listed_group_is_about_the_name_that_it_gives(tmp_path: Path) -> None:
    doc = read(tmp_path, '[{"score": 3, "name": "Wren"}, {"team": "Blue", "score": 4}, {"score": 5}]')
    assert labels(doc) == [["Wren"], ["Blue"], []]


def test_of_a_name_given_twice_the_last_counts(tmp_path: Path) -> None:
    assert values(read(tmp_path, '{"a": 1, "b": 2, "a": 3}')) == {"b": "2", "a": "3"}
    assert values(read(tmp_path, "a: 1\nb: 2\na: 3\n", "t.yml")) == {"b": "2", "a": "3"}


def test_a_date_that_is_none_is_no_trouble(tmp_path: Path) -> None:
    assert read(tmp_path, '{"date": "2024-13-41", "a": 1}').meta.date is None


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("t.json", " \n", "is empty"),
        ("t.json", "{}", "holds no values"),
        ("t.yaml", "# nothing\n", "holds no values"),
        ("t.json", '{"a": 1,\n}', "line 2: not valid JSON: expecting a name in double quotes"),
        ("t.json", '{"a" 1}', "line 1: not valid JSON: expecting ':'"),
        ("t.json", '["a]', "line 1: not valid JSON: unterminated string starting at"),
        (
            "t.json",
            '{"a": 1}\n{"a": 2}\n',
            "line 2: not valid JSON: something follows the value (one value a line is read by the suffix .jsonl)",
        ),
        ("t.json", '{"a": 1, "b": "\0"}', "not a text file"),
        ("t.json", "[" * (MAX_DEPTH + 2) + "]" * (MAX_DEPTH + 2), "line 1: is nested too deeply"),
        ("t.json", "[" * 100_000, "line 1: is nested too deeply"),
        ("t.yaml", "[" * 100_000, "line 1: is nested too deeply"),
        ("t.json", "[" + "1," * MAX_VALUES + "1]", f"line 1: has more than {MAX_VALUES:,} values"),
        ("t.yaml", "a: " + "x" * MAX_LENGTH, f"line 1: is longer than {MAX_LENGTH:,} characters"),
        ("t.yaml", "a: 1\nb: [2\n", "line 3: not valid YAML: expected ',' or ']', but got '<stream end>'"),
        ("t.yaml", "a: \x01", "line 1: not valid YAML: special characters are not allowed"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path, name: str, text: str, reason: str) -> None:
    with pytest.raises(InputError) as error:
        read(tmp_path, text, name)
    assert error.value.reason == reason


def test_a_number_of_many_digits_is_only_text(tmp_path: Path) -> None:
    digits = "9" * 100_000
    assert values(read(tmp_path, f'{{"a": {digits}}}')) == {"a": digits}


def test_tags_make_nothing_and_aliases_copy_nothing(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*a, *a, *a]\n" for i in range(20))
    assert values(read(tmp_path, bomb, "t.yaml")) == {"a[0]": "x", "a[1]": "x"}
    tagged = "a: !!python/object/apply:os.getcwd []\nb: !!int '3'\n"
    assert values(read(tmp_path, tagged, "t.yaml")) == {"b": "3"}


def plain(node: Node, text: str) -> Any:
    """A tree as the usual parsers would give it, each value as its text."""
    if isinstance(node, Scalar):
        if not node.escapes:
            written = node.span.of(text)
            quoted = text[: node.span.start].endswith("'")  # within single quotes, one is written as two
            assert node.text.split() == (written.replace("''", "'") if quoted else written).split()
        return node.text
    if node.is_list:
        return [plain(member.value, text) for member in node.members]
    return {member.name: plain(member.value, text) for member in node.members}


_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8)
_TREES = st.recursive(
    _TEXT,
    lambda children: st.lists(children, max_size=4) | st.dictionaries(_TEXT, children, max_size=4),
    max_leaves=12,
)


@given(_TREES, st.sampled_from([None, 2]), st.booleans())
def test_json_gives_what_was_written(tree: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(tree, indent=indent, ensure_ascii=ascii_only)
    assert plain(parse_json(text), text) == tree


@given(_TREES, st.booleans())
@example("0''", False)
def test_yaml_gives_what_was_written(tree: Any, flow: bool) -> None:
    text = yaml.safe_dump(tree, default_flow_style=flow, allow_unicode=True, width=10**6)
    assert plain(parse_yaml(text), text) == tree
