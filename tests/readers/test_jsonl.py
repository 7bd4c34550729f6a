from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factcheck.document import BlockKind, Span
from factcheck.errors import InputError
from factcheck.readers import read_references


def records(path: Path, *lines: str) -> str:
    path.write_bytes("\n".join(lines).encode())
    return str(path)


def test_fields(tmp_path: Path) -> None:
    name = records(
        tmp_path / "wire.jsonl",
        '{"id": "w1", "text": "A ship sank.", "title": "Ship", "source": "Wire", "date": "2024-06-16", '
        '"url": "https://example.org", "rank": "secondary", "other": [1]}',
        "",
        '{"text": "It burnt.\\n\\nThen it rained.", "title": null}\r',
        '{"id": 7, "text": "Seven."}',
    )
    references, errors = read_references([name])
    assert errors == []
    assert [reference.id for reference in references] == ["w1", "wire:3", "7"]
    first, second, _ = references
    meta = first.document.meta
    assert (meta.title, meta.source, meta.date, meta.rank) == ("Ship", "Wire", date(2024, 6, 16), "secondary")
    assert meta.url == "https://example.org"
    assert [block.span.of(second.text) for block in second.document.blocks] == [
        "It burnt.",
        "Then it rained.",
    ]
    assert {block.kind for block in second.document.blocks} == {BlockKind.PARAGRAPH}
    assert len({reference.document.sha256 for reference in references}) == 1


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "open', "not valid JSON: Unterminated string"),
        ("[1]", "not a JSON object"),
        ("{}", 'no "text"'),
        ('{"text": null}', 'no "text"'),
        ('{"text": ["a"]}', '"text" is not a string'),
        ('{"text": " \\n"}', '"text" is empty'),
        ('{"text": "a", "title": {}}', '"title" is not a string'),
        ('{"text": "a", "date": "2024-02-30"}', "2024-02-30 is not a date"),
        ("[" * 100_000, "not valid JSON: nested too deeply"),
        ('{"text": "a", "n": ' + "9" * 5000 + "}", "not valid JSON: a number is too long"),
    ],
)
def test_broken_line_is_told_and_the_others_are_read(tmp_path: Path, line: str, reason: str) -> None:
    name = records(tmp_path / "w.jsonl", '{"text": "Good."}', "", line)
    references, (error,) = read_references([name])
    assert [reference.text for reference in references] == ["Good."]
    assert error.path == name
    assert error.message.startswith(f"line 3: {reason}")


def test_several_broken_lines_are_one_error(tmp_path: Path) -> None:
    name = records(tmp_path / "w.jsonl", '{"text": "Good."}', "{}", "{}", "{}")
    _, (error,) = read_references([name])
    assert error.message == 'line 2: no "text" (and 2 more)'


@pytest.mark.parametrize("lines", [[""], ["{}"]])
def test_nothing_readable(tmp_path: Path, lines: list[str]) -> None:
    name = records(tmp_path / "w.jsonl", *lines)
    with pytest.raises(InputError, match="no readable references"):
        read_references([name])


def test_half_a_surrogate_pair_is_replaced(tmp_path: Path) -> None:
    name = records(tmp_path / "w.jsonl", r'{"text": "a\ud83db \ud83d\ude00", "title": "\udc00"}')
    (reference,), _ = read_references([name])
    assert reference.text == "a\ufffdb 😀"
    assert reference.document.meta.title == "\ufffd"
    assert reference.in_file(Span(1, 2))[1] == r"\ud83d"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip),
    before=st.text(st.characters(codec="utf-8")),
    ascii_only=st.booleans(),
    data=st.data(),
)
@example(text='"\\/\b\f\n\r\t\u2019😀\u2028', before='text": "no', ascii_only=True, data=None)
def test_every_span_leads_back_to_the_file(
    tmp_path: Path, text: str, before: str, ascii_only: bool, data: st.DataObject | None
) -> None:
    record = {before: before, "x": {"text": before}, "text": text, "z": [{"text": "no"}]}
    path = tmp_path / "w.jsonl"
    # A first "text" that a later one overrides, as in every JSON reader.
    twice = '{"text": "first", ' + json.dumps(record, ensure_ascii=ascii_only)[1:]
    path.write_bytes((json.dumps({"text": "other"}) + "\n\t" + twice).encode())
    (_, reference), errors = read_references([str(path)])
    assert errors == []
    assert reference.text == text
    assert reference.origin is not None
    assert len(reference.origin) == len(text) + 1
    start = data.draw(st.integers(0, len(text))) if data else 0
    end = data.draw(st.integers(start, len(text))) if data else len(text)
    place, quotation = reference.in_file(Span(start, end))
    assert quotation == path.read_bytes().decode()[place.start : place.end]
    assert json.loads(f'"{quotation}"') == text[start:end]
