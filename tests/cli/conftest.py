"""A folder with an article and its references, and the command line run in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.cli import main

ARTICLE = """# Ferries fill up

Ferry trips rose 12 percent in 2025, the harbour authority said.

The strike of the dockers lasted nine days.
"""
REPORT = """---
title: Annual report
source: Harbour authority
date: 2026-02-03
---

Ferry trips rose 9.5 percent in 2025, the harbour authority said.
"""
WIRE = "The strike of the dockers lasted nine days.\n"


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def ran(*args: str) -> Ran:
        code = main(args)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return ran


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: article.md and references/."""
    (tmp_path / "article.md").write_text(ARTICLE, encoding="utf-8")
    references = tmp_path / "references"
    references.mkdir()
    (references / "report.md").write_text(REPORT, encoding="utf-8")
    (references / "wire.txt").write_text(WIRE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
