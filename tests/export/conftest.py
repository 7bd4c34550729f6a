"""A project folder, and reviews of articles in it."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "factcheck.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path
