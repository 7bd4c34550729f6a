"""`factcheck claims` and `factcheck numbers`."""

from __future__ import annotations

import json
from pathlib import Path

from factcheck.cli.exit_codes import ExitCode
from tests.cli.conftest import ARTICLE, Run


def test_claims_stand_at_their_places(run: Run, folder: Path) -> None:
    ran = run("claims", "article.md")
    assert ran.code == ExitCode.CLEAN
    assert "The strike of the dockers lasted nine days" in ran.out
    assert "to check" in ran.out.splitlines()[-1]
    listed = json.loads(run("claims", "article.md", "--format", "json").out)
    quantities = [q for claim in listed["claims"] for q in claim["quantities"]]
    assert "12 percent" in [q["text"] for q in quantities]
    assert all(ARTICLE[q["start"] : q["end"]] == q["text"] for q in quantities)


def test_numbers_with_their_meanings_and_what_was_left_out(run: Run, folder: Path) -> None:
    (folder / "article.md").write_text("Version 2.3 was used by 12 people.\n", encoding="utf-8")
    plain = run("numbers", "article.md")
    assert plain.code == ExitCode.CLEAN
    assert "12 people" in plain.out
    assert "version" not in plain.out
    assert "version" in run("numbers", "article.md", "--skipped").out
    listed = json.loads(run("numbers", "article.md", "--skipped", "--format", "json").out)
    assert [n["text"] for n in listed["numbers"]] == ["12 people"]
    assert [s["reason"] for s in listed["skipped"]] == ["version"]


def test_whole_sentences_as_claims(run: Run, folder: Path) -> None:
    (folder / "article.md").write_text("The bridge, which opened in 2011, is red and costs £4m.\n", encoding="utf-8")
    listed = json.loads(run("claims", "article.md", "--splitter", "sentence", "--format", "json").out)
    assert [claim["text"] for claim in listed["claims"]] == ["The bridge, which opened in 2011, is red and costs £4m."]
    assert len(json.loads(run("claims", "article.md", "--format", "json").out)["claims"]) > 1


def test_an_unknown_splitter_is_refused(run: Run, folder: Path) -> None:
    ran = run("claims", "article.md", "--splitter", "clauses")
    assert ran.code == ExitCode.INCOMPLETE
    assert "clauses" in ran.err
