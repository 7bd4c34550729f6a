from __future__ import annotations

import codecs
import hashlib
import io
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from factcheck.document import BlockKind
from factcheck.errors import InputError
from factcheck.readers import read_document
from tests.readers.files import document, quoted


def test_reads_a_file_as_it_stands(tmp_path: Path) -> None:
    data = b"One line.\r\n\r\nAnother\rline \xc3\xa9.\n"
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    doc = read_document(str(path))
    assert doc.text == data.decode()
    assert doc.sha256 == hashlib.sha256(data).hexdigest()
    assert doc.path == str(path)


def test_standard_input_is_markdown() -> None:
    doc = read_document("-", stdin=io.BytesIO(b"# Ferry\n\nIt *sank*.\n"))
    assert doc.path == "-"
    assert doc.meta.title == "Ferry"
    assert [block.kind for block in doc.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("mark", "codec"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_byte_order_mark_is_dropped(tmp_path: Path, mark: bytes, codec: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(mark + "Zürich 🌊 flooded.".encode(codec))
    assert read_document(str(path)).text == "Zürich 🌊 flooded."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"good\nand\r\nb\xffd", "not valid UTF-8 at byte 12 (line 3)"),
        (b"\xffbad", "not valid UTF-8 at byte 1 (line 1)"),
        (codecs.BOM_UTF8 + b"a\xc3", "not valid UTF-8 at byte 5 (line 1)"),
        (
            codecs.BOM_UTF16_LE + "a\nb".encode("utf-16-le") + b"\x00\xdc",
            "not valid UTF-16 at byte 9 (line 2)",
        ),
        (b"PK\x03\x04\x00\x00", "not a text file but an office document or an archive: save it as "),
        (b"%PDF-1.4 all of it text", "not a text file but a PDF: save it as text, Markdown or HTML"),
        (b"\x00\x01", "not a text file"),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\x00", "not a text file"),
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"---\ntitle: Only this\n---\n\n", "is empty but for its front matter"),
        (b"---\ntitle: [unclosed\n---\n\nText.", "line 3: front matter is not valid YAML: "),
        (b"---\ntitle: Bell\x07\n---\n\nText.", "line 2: front matter is not valid YAML: "),
        (b"---\ntitle: A\ndate: 2024-13-05\n---\n\nText.", "line 3: 2024-13-05 is not a date"),
        (
            b"---\ntitle: A\nx: " + b"y" * 70_000 + b"\n---\n\nText.",
            "front matter is longer than 65536 characters",
        ),
        (b"> " * 150 + b"deep", "line 1: lists and quotes are nested too deeply"),
    ],
)
def test_unreadable_content_has_one_clear_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_document(str(path))
    assert caught.value.path == str(path)
    assert caught.value.reason.startswith(reason)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.md", "no such file"),
        (".", "is a directory, not a file"),
        ("null\0.md", "no such file"),
        ("a.md/b.md", "not a directory"),
    ],
)
def test_unreadable_name(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "a.md").write_text("Text.")
    with pytest.raises(InputError) as caught:
        read_document(f"{tmp_path}/{name}")
    assert caught.value.reason == reason


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A file that the test may not read. Root may read everything, so root acts as someone else."""
    path = tmp_path / "a.md"
    path.write_text("Text.")
    path.chmod(0)
    if os.geteuid() != 0:
        yield path
        return
    os.seteuid(65534)
    try:
        yield path
    finally:
        os.seteuid(0)


def test_permission(locked: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_document(str(locked))
    assert caught.value.reason == "permission denied"


def test_a_device_is_refused() -> None:
    with pytest.raises(InputError, match="not a regular file"):
        read_document("/dev/zero")


def test_front_matter(tmp_path: Path) -> None:
    head = (
        '---\ntitle: "Dam: what we know"\nsource: River  Board\ndate: 2024-06-16T10:00:00Z\nrank: Primary\n'
        "url: https://example.org/7\ntags: [a, title, {title: b}]\n? [x, title]\n: title\n"
        "nested:\n  title: no\n---"
    )
    doc = document(tmp_path, head + "\n\n# Heading\n\nText.")
    meta = doc.meta
    assert (meta.title, meta.source, meta.date) == ("Dam: what we know", "River Board", date(2024, 6, 16))
    assert (meta.rank, meta.url) == ("primary", "https://example.org/7")
    assert quoted(doc, BlockKind.FRONT_MATTER) == [head]
    assert [block.section for block in doc.blocks] == [None, None, 1]


@pytest.mark.parametrize("value", ["", "~", "null", "[a]", "{a: b}", "*gone", "&x"])
def test_front_matter_value_that_says_nothing(tmp_path: Path, value: str) -> None:
    doc = document(tmp_path, f"---\nx: &gone 1\ntitle: {value}\nsource: S\n---\n\n# Heading\n\nText.")
    assert (doc.meta.title, doc.meta.source) == ("Heading", "S")


@pytest.mark.parametrize("value", ["June 2024", "16/6/24", "[2024]"])
def test_date_in_another_form_is_none(tmp_path: Path, value: str) -> None:
    assert document(tmp_path, f"---\ndate: {value}\n---\n\nText.").meta.date is None


@pytest.mark.parametrize("text", ["---\n\nkey: value\n\n---\n", "---\nkey: value\n", "---\njust words\n---\n\nText."])
def test_rules_are_no_front_matter(tmp_path: Path, text: str) -> None:
    doc = document(tmp_path, text)
    assert quoted(doc, BlockKind.FRONT_MATTER) == []
    assert any(block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) for block in doc.blocks)


@pytest.mark.parametrize(
    "yaml",
    [
        "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\ntitle: T",
        "a: !!python/object/apply:os.system ['exit 1']\ntitle: T",
    ],
)
def test_hostile_front_matter_is_only_data(tmp_path: Path, yaml: str) -> None:
    assert document(tmp_path, f"---\n{yaml}\n---\n\nText.").meta.title == "T"


def test_front_matter_nested_without_end_is_refused(tmp_path: Path) -> None:
    nested = "[" * 20_000 + "]" * 20_000
    with pytest.raises(InputError, match="nested more than 100 deep"):
        document(tmp_path, f"---\na: {nested}\ntitle: T\n---\n\nText.")


def test_front_matter_of_plain_text(tmp_path: Path) -> None:
    doc = document(tmp_path, "---\r\nsource: Wire\r\n---\r\n\r\nText.", "r.txt")
    assert doc.meta.source == "Wire"
    assert quoted(doc, BlockKind.PARAGRAPH) == ["Text."]
