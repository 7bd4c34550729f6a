"""A git repository with articles and references, for tests of what changed."""

from __future__ import annotations

import subprocess
from pathlib import Path

ARTICLE = """# Ferries fill up

Ferry trips rose 9.5 percent in 2025, the harbour authority said.

The strike of the dockers lasted nine days. The pier cost 40 million euros.

Captain Toll, TK, steered the boat. The harbour has 14 cranes.
"""
OTHER = "The tide at Lugo fell by 3 metres, said TK.\n"
REPORT = "Ferry trips rose 9.5 percent in 2025, the harbour authority said.\n"
WIRE = "The strike of the dockers lasted nine days.\n"


def git(folder: Path, *args: str) -> str:
    settings = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    ran = subprocess.run(["git", *settings, *args], cwd=folder, capture_output=True, text=True, check=True)
    return ran.stdout.strip()


def repository(folder: Path) -> Path:
    """A repository on branch `topic`, as it was when it left `main`."""
    (folder / "refs").mkdir(parents=True)
    for name, text in {
        "article.md": ARTICLE,
        "other.md": OTHER,
        "refs/report.md": REPORT,
        "refs/wire.txt": WIRE,
    }.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "one")
    git(folder, "checkout", "-q", "-b", "topic")
    return folder
