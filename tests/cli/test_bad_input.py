"""Input that cannot be used: one clear line for each, exit 2, nothing on stdout."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from factcheck.cli.exit_codes import ExitCode
from factcheck.models import folder as models
from tests.cli.conftest import Ran, Run


def refused(ran: Ran, said: str) -> None:
    """The command ended with one line that says so."""
    assert ran.code == ExitCode.INCOMPLETE
    assert ran.out == ""
    assert ran.err.startswith("factcheck: error: ")
    assert ran.err.count("\n") == 1
    assert said in ran.err


@pytest.mark.parametrize("command", ["check", "claims", "numbers"])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "bad.md: no such file"),
        (b"", "bad.md: is empty"),
        (b" \n\n", "bad.md: is empty"),
        (b"\x7fELF\x00\x00\x01", "bad.md: "),
        (b"Six \xff men", "bad.md: not valid UTF-8 at byte 5"),
    ],
)
def test_an_article_that_is_none(run: Run, folder: Path, command: str, content: bytes | None, said: str) -> None:
    if content is not None:
        (folder / "bad.md").write_bytes(content)
    refused(run(command, "bad.md"), said)


def test_references_that_name_nothing(run: Run, folder: Path) -> None:
    (folder / "empty").mkdir()
    refused(run("check", "article.md", "-r", "nowhere"), "nowhere: no such file or directory")
    refused(run("check", "article.md", "-r", "*.nothing"), "*.nothing: matches no file")
    refused(run("check", "article.md", "-r", "empty"), "empty: no readable references")


def test_a_broken_record_is_named_by_its_line(run: Run, folder: Path) -> None:
    (folder / "refs.jsonl").write_text('{"id": "a", "text": "Six."}\n{"id": \n', encoding="utf-8")
    ran = run("check", "article.md", "-r", "refs.jsonl")
    assert ran.code == ExitCode.INCOMPLETE
    assert "refs.jsonl: line 2" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("name", ["article.md", "./article.md", "link.md", "hard.md", "."])
def test_an_article_is_no_reference_for_itself(run: Run, folder: Path, name: str) -> None:
    (folder / "link.md").symlink_to("article.md")
    os.link(folder / "article.md", folder / "hard.md")
    ran = run("check", "article.md", "-r", name, "--nli", "none", "--splitter", "sentence")
    assert "set aside as a source for article.md: it is the article itself" in ran.err
    if name != ".":
        assert ran.code == ExitCode.FINDINGS
        assert "R601 no-references" in ran.out
        assert "is the article itself" in ran.out


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions bind no superuser")
def test_a_file_that_may_not_be_read(run: Run, folder: Path) -> None:
    (folder / "article.md").chmod(0)
    refused(run("check", "article.md", "-r", "references"), "article.md: permission denied")


def test_weights_that_were_changed(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(models.locate("parser"), folder / "models" / "parser")
    for name in ("embedder", "nli"):
        (folder / "models" / name).symlink_to(models.locate(name))
    tokenizer = folder / "models" / "parser" / "tokenizer.json"
    tokenizer.write_bytes(tokenizer.read_bytes().replace(b"1", b"2", 1))
    monkeypatch.setattr(models, "_PACKAGE", folder / "package")
    refused(run("check", "--no-cache", "article.md", "-r", "references"), "parser/tokenizer.json")
