"""What the commands load, seen from inside a process: static graphs do not see deferred imports."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

CODE = """
import json, sys
from factcheck.cli import main
code = main(sys.argv[1:])
print(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


def loaded(*args: str, cwd: Path) -> tuple[int, set[str]]:
    """The exit code of a command and the packages that it loaded."""
    ran = subprocess.run([sys.executable, "-c", CODE, *args], cwd=cwd, capture_output=True, text=True, check=True)
    code, names = json.loads(ran.stdout.splitlines()[-1])
    return code, set(names)


def test_check_loads_neither_torch_nor_textual(tmp_path: Path) -> None:
    (tmp_path / "article.md").write_text("There were six guards.\n", encoding="utf-8")
    (tmp_path / "source.md").write_text("There were four guards.\n", encoding="utf-8")
    code, names = loaded("check", "article.md", "-r", "source.md", "--cache-dir", "cache", cwd=tmp_path)
    assert code == 1
    assert "onnxruntime" in names
    assert names.isdisjoint({"torch", "transformers", "sentence_transformers", "textual", "turbohtml"})
    code, names = loaded("check", "article.md", "-r", "source.md", "--cache-dir", "cache", cwd=tmp_path)
    assert code == 1
    assert names.isdisjoint({"numpy", "onnxruntime", "tokenizers", "bm25s"})


def test_help_and_mistakes_load_no_engine(tmp_path: Path) -> None:
    for code, args in (
        (0, ("--help",)),
        (0, ("check", "--help")),
        (2, ("check", "missing.md", "--format", "xml")),
    ):
        ended, names = loaded(*args, cwd=tmp_path)
        assert ended == code
        assert names.isdisjoint({"numpy", "onnxruntime", "tokenizers", "pint", "bm25s", "textual", "torch"})
