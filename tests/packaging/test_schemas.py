"""The files follow the schemas of those who read them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from pre_commit.clientlib import load_config, load_manifest

from factcheck.cli.app import app
from tests.packaging.files import ACTION, COMPONENT, EXAMPLE, HOOKS, documents, interpolated

INPUTS = {
    "package": "git+https://gitlab.example.com/newsroom/factcheck@v0.1.0",
    "args": "check articles",
    "diff-base": "auto",
    "job": "factcheck",
    "stage": "test",
    "image": "python:3.12",
}


def holds(schema: str, *files: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *map(str, files)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_action_is_one() -> None:
    holds("github-actions", ACTION)


def test_the_workflow_of_the_example_is_one() -> None:
    holds("github-workflows", EXAMPLE / ".github" / "workflows" / "factcheck.yml")


def test_the_component_is_a_pipeline_with_declared_inputs(tmp_path: Path) -> None:
    spec, _ = documents(COMPONENT)
    assert set(spec["spec"]["inputs"]) == set(INPUTS)
    job = interpolated(COMPONENT.read_text(encoding="utf-8").split("\n---\n")[1], INPUTS)
    assert "$[[" not in job
    (tmp_path / "spec.yml").write_text(yaml.safe_dump(spec), encoding="utf-8")
    (tmp_path / "job.yml").write_text(job, encoding="utf-8")
    holds("gitlab-ci", tmp_path / "spec.yml", tmp_path / "job.yml", EXAMPLE / ".gitlab-ci.yml")


def test_the_pipeline_of_the_example_gives_inputs_that_the_component_has() -> None:
    (included,) = documents(EXAMPLE / ".gitlab-ci.yml")[0]["include"]
    assert set(included["inputs"]) <= set(INPUTS)


def test_the_workflow_of_the_example_gives_inputs_that_the_action_has() -> None:
    (workflow,) = documents(EXAMPLE / ".github" / "workflows" / "factcheck.yml")
    given = workflow["jobs"]["factcheck"]["steps"][-1]["with"]
    assert set(given) <= set(documents(ACTION)[0]["inputs"])


def test_pre_commit_takes_the_hooks_and_the_configuration_of_the_example() -> None:
    ids = {hook["id"] for hook in load_manifest(str(HOOKS))}
    (repo,) = load_config(str(EXAMPLE / ".pre-commit-config.yaml"))["repos"]
    assert {hook["id"] for hook in repo["hooks"]} <= ids


def scripts() -> list[tuple[str, str]]:
    steps = [step["run"] for step in documents(ACTION)[0]["runs"]["steps"] if "run" in step]
    (job,) = documents(COMPONENT)[1].values()
    return [*(("action", step) for step in steps), *(("component", line) for line in job["script"])]


@pytest.mark.parametrize(("name", "script"), scripts())
def test_no_expression_is_written_into_a_script(name: str, script: str) -> None:
    assert "${{" not in script
    assert "$[[" not in script


@pytest.mark.parametrize("script", [script for _, script in scripts()])
def test_no_file_of_the_workspace_is_taken_for_a_module(script: str) -> None:
    calls = re.findall(r'"\$(?:bin/python|BIN/python|PYTHON)"[^\n]*|(?<![\w/])python [^\n]*', script)
    assert calls
    assert all(" -I " in call for call in calls)


def options(command: str) -> set[str]:
    import typer

    commands: Any = typer.main.get_command(app)
    return {name for option in commands.commands[command].params for name in option.opts}


def test_the_options_in_the_files_are_options_of_the_program() -> None:
    known = options("check")
    for hook in load_manifest(str(HOOKS)):
        program, command, *rest = hook["entry"].split()
        assert (program, command) == ("factcheck", "check")
        assert {word for word in rest if word.startswith("--")} <= known
    for _, script in scripts():
        assert set(re.findall(r'"(--[a-z-]+)', script)) <= known
