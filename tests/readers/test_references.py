from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.readers import read_references
from factcheck.report import ReadError


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, content: bytes = b"Some text.") -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def paths(*names: str) -> list[str]:
    references, errors = read_references(names)
    assert errors == []
    return [reference.document.path for reference in references]


def test_directory_is_searched_in_natural_order() -> None:
    for name in ["r10.md", "r2.txt", "sub/a.markdown", "r2.mdx", "z.png", ".hidden.md", ".git/x.md", "noext"]:
        write(f"refs/{name}")
    assert paths("refs") == ["refs/r2.mdx", "refs/r2.txt", "refs/r10.md", "refs/sub/a.markdown"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("refs/*.md", ["refs/a.md"]),
        ("refs/**/*.md", ["refs/a.md", "refs/sub/b.md"]),
        ("refs/*", ["refs/a.md", "refs/sub/b.md"]),
        ("./refs/a.md", ["./refs/a.md"]),
        ("refs/notes", ["refs/notes"]),
        ("refs/[x].md", ["refs/[x].md"]),
    ],
)
def test_names(name: str, found: list[str]) -> None:
    for path in ["refs/a.md", "refs/sub/b.md", "refs/notes", "refs/c.png"]:
        write(path)
    if "[" in name:
        write(name)
    assert paths(name) == found


def test_same_file_twice_is_read_once() -> None:
    write("refs/a.md")
    Path("link.md").symlink_to("refs/a.md")
    assert paths("refs", "refs/a.md", "refs/*.md", "./refs", "link.md") == ["./refs/a.md"]


@pytest.mark.parametrize("name", ["nowhere", "nowhere/*.md", "a\0b"])
def test_name_that_means_nothing(name: str) -> None:
    write("a.md")
    with pytest.raises(InputError) as caught:
        read_references(["a.md", name])
    assert caught.value.path == name


def test_no_names() -> None:
    assert read_references([]) == ([], [])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\0", "not a text file"),
        (b"ab\xff", "not valid UTF-8 at byte 3 (line 1)"),
        (b"\n", "is empty"),
    ],
)
def test_unreadable_files_are_told(content: bytes, reason: str) -> None:
    write("refs/b.md", content)
    write("refs/a.md")
    references, errors = read_references(["refs"])
    assert [reference.id for reference in references] == ["a"]
    assert errors == [ReadError("refs/b.md", reason)]
    with pytest.raises(InputError) as caught:
        read_references(["refs/b.md"])
    assert str(caught.value) == f"refs/b.md: no readable references (refs/b.md: {reason})"


@pytest.mark.parametrize("name", ["refs", "refs/*"])
def test_a_document_that_is_no_text_is_told_unless_its_text_lies_beside_it(name: str) -> None:
    for document, data in {"scan.pdf": b"%PDF-1.7\n", "memo.docx": b"PK\x03\x04\x14", "chart.png": b"\x89PNG"}.items():
        write(f"refs/{document}", data)
    write("refs/a.md")
    assert read_references([name])[1] == [
        ReadError(
            "refs/memo.docx", "not a text file but an office document or an archive: save it as text, Markdown or HTML"
        ),
        ReadError("refs/scan.pdf", "not a text file but a PDF: save it as text, Markdown or HTML"),
    ]
    write("refs/scan.pdf.txt")
    write("refs/memo.html")
    references, errors = read_references([name])
    assert [reference.id for reference in references] == ["a", "memo", "scan.pdf"]
    assert errors == []


def test_nothing_readable_in_several_names() -> None:
    write("refs/a.png")
    write("b.md", b"\0")
    write("c.md", b"\0")
    with pytest.raises(InputError) as caught:
        read_references(["refs", "b.md", "c.md"])
    assert str(caught.value) == "refs, b.md, c.md: no readable references (b.md: not a text file, and 1 more)"


def test_broken_links_and_pipes_in_a_directory_are_told() -> None:
    write("refs/a.md")
    Path("refs/gone.md").symlink_to("nowhere.md")
    os.mkfifo("refs/pipe.md")
    _, errors = read_references(["refs"])
    assert errors == [
        ReadError("refs/gone.md", "no such file"),
        ReadError("refs/pipe.md", "not a regular file"),
    ]


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["a.md", "b.md"], ["a", "b"]),
        (["x.md", "x.txt"], ["x.md", "x.txt"]),
        (["a/x.md", "b/x.md", "c.md"], ["a/x", "b/x", "c"]),
        (["a/x.md", "a/x.txt", "b/x.md"], ["a/x", "x.txt", "b/x"]),
        (["p/a/x.md", "q/a/x.md"], ["p/a/x", "q/a/x"]),
        ([".x.md", "..y"], ["..y", ".x"]),
    ],
)
def test_ids(names: list[str], ids: list[str]) -> None:
    for name in names:
        write(name)
    references, _ = read_references(names)
    assert [reference.id for reference in references] == ids


def test_ids_of_records_stay_unique() -> None:
    write("r1.md")
    write("a.jsonl", b'{"id": "r1", "text": "A"}\n{"id": "x", "text": "B"}\n{"id": "x", "text": "C"}\n')
    write("b.jsonl", b'{"text": "D"}\n')
    write("sub/b.jsonl", b'{"text": "E"}\n')
    references, _ = read_references(["."])
    assert {reference.id: reference.text for reference in references} == {
        "r1.md": "Some text.",
        "a:1": "A",
        "a:2": "B",
        "a:3": "C",
        "./b.jsonl:1": "D",
        "sub/b:1": "E",
    }
