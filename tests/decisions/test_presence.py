from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.decisions.presence import present

HOLD = """
import sys
from pathlib import Path
from factcheck.decisions.presence import present
with present(Path(sys.argv[1])) as alone:
    print(alone, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def test_a_second_review_is_told_and_a_killed_one_leaves_nothing(tmp_path: Path) -> None:
    log = tmp_path / "mk.jsonl"
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(log)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout
    assert other.stdin
    with other.stdout, other.stdin:
        assert other.stdout.readline() == "True\n"
        with present(log) as alone:
            assert not alone
        with present(tmp_path / "jr.jsonl") as alone:
            assert alone
        other.kill()
        other.wait()
    with present(log) as alone:
        assert alone
    assert not log.exists()


def test_where_no_note_can_be_made_nobody_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    with present(tmp_path / "mk.jsonl") as alone:
        assert alone
