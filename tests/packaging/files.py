"""The files that bring the program into other people's pipelines, and their shell steps."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
ACTION = ROOT / "action.yml"
COMPONENT = ROOT / "templates" / "factcheck.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
EXAMPLE = ROOT / "docs" / "example"


def documents(path: Path) -> list[Any]:
    """The YAML documents of a file."""
    return list(yaml.safe_load_all(path.read_text(encoding="utf-8")))


def action_step(name: str) -> dict[str, Any]:
    """A step of the action by its id."""
    (found,) = [step for step in documents(ACTION)[0]["runs"]["steps"] if step.get("id") == name]
    return dict(found)


def interpolated(text: str, inputs: Mapping[str, str]) -> str:
    """GitLab's job with the inputs of a component in their places."""
    return re.sub(r"\$\[\[ inputs\.([a-z-]+) \]\]", lambda match: inputs[match.group(1)], text)


@dataclass(frozen=True, slots=True)
class Ran:
    """How a shell step ended and what it wrote."""

    code: int
    out: str
    err: str


def run_bash(script: str, cwd: Path, **environment: str) -> Ran:
    """Run a step as a runner does: its lines in bash, which stops at the first command that fails."""
    ran = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)
