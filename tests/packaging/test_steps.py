"""The shell steps of the action and of the component, run."""

from __future__ import annotations

import json
import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.packaging.files import COMPONENT, ROOT, Ran, action_step, documents, run_bash
from tests.repository import git

ARTICLE = "Ferry trips rose 12 percent in 2025, the harbour authority said.\n"
SOURCE = "Ferry trips rose 9.5 percent in 2025, the harbour authority said.\n"
NUMBERS = "check article.md -r 'harbour report.md' --nli none --splitter sentence"

RECORDING = f"""#!{sys.executable}
import json, os, sys
with open(os.environ["CALLS"], "a") as calls:
    print(json.dumps(sys.argv[1:]), file=calls)
if "venv" in sys.argv:
    os.makedirs(sys.argv[-1] + "/bin")
    os.symlink(os.path.abspath(__file__), sys.argv[-1] + "/bin/python")
sys.exit(int(os.environ.get("CODE", "0")))
"""


def executable(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def calls(folder: Path) -> list[list[str]]:
    lines = (folder / "calls").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A checkout in which modules of the standard library's names lie in wait."""
    folder = tmp_path / "work space"
    folder.mkdir()
    (folder / "article.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "harbour report.md").write_text(SOURCE, encoding="utf-8")
    for name in ("shlex", "venv", "pip", "subprocess", "sitecustomize"):
        (folder / f"{name}.py").write_text("import os\nos.mkdir('taken')\n", encoding="utf-8")
    return folder


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder as the step that installs leaves it: an interpreter, and the program of this checkout."""
    folder = tmp_path / "bin"
    executable(folder / "python", f'#!/bin/sh\nexec {shlex.quote(sys.executable)} "$@"\n')
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from factcheck.cli import main; sys.exit(main())"
    executable(folder / "factcheck", f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -I -c {shlex.quote(code)} "$@"\n')
    return folder


@pytest.fixture
def recorded(tmp_path: Path, program: Path) -> Path:
    """The same with a program that notes how it is called."""
    executable(program / "factcheck", RECORDING)
    return program


Check = Callable[..., Ran]


@pytest.fixture
def check(tmp_path: Path, workspace: Path) -> Check:
    """The action's step that checks, with its inputs as the runner gives them."""

    def run(bin: Path, *, args: str, diff_base: str = "auto", base_ref: str = "", sarif: str = "false") -> Ran:
        return run_bash(
            action_step("check")["run"],
            workspace,
            BIN=str(bin),
            ARGS=args,
            DIFF_BASE=diff_base,
            BASE_REF=base_ref,
            SARIF=sarif,
            RUNNER_TEMP=str(tmp_path / "temp"),
            GITHUB_STEP_SUMMARY=str(tmp_path / "summary"),
            GITHUB_OUTPUT=str(tmp_path / "output"),
            CALLS=str(tmp_path / "calls"),
            CODE="1",
        )

    return run


def test_the_step_sets_all_that_its_script_reads() -> None:
    assert set(action_step("check")["env"]) == {"BIN", "ARGS", "DIFF_BASE", "BASE_REF", "SARIF"}
    assert set(action_step("install")["env"]) == {"PYTHON"}


def test_the_action_is_installed_from_its_own_checkout(tmp_path: Path, workspace: Path) -> None:
    ran = run_bash(
        action_step("install")["run"],
        workspace,
        PYTHON=str(executable(tmp_path / "python", RECORDING)),
        RUNNER_TEMP=str(tmp_path / "temp"),
        GITHUB_ACTION_PATH="/actions/factcheck/v1",
        GITHUB_OUTPUT=str(tmp_path / "output"),
        CALLS=str(tmp_path / "calls"),
    )
    assert ran.code == 0, ran.err
    made, installed = calls(tmp_path)
    assert made == ["-I", "-m", "venv", f"{tmp_path}/temp/factcheck"]
    assert installed[:4] == ["-I", "-m", "pip", "install"]
    assert installed[-1] == "/actions/factcheck/v1"
    assert (tmp_path / "output").read_text(encoding="utf-8") == f"bin={tmp_path}/temp/factcheck/bin\n"


def test_the_action_annotates_summarises_and_keeps_the_report(
    check: Check, program: Path, tmp_path: Path, workspace: Path
) -> None:
    ran = check(program, args=NUMBERS, sarif="true")
    assert ran.code == 1, ran.err
    assert ran.out.startswith("::error file=article.md,line=1,")
    assert "12 percent" in (tmp_path / "summary").read_text(encoding="utf-8")
    report = json.loads((workspace / "factcheck.json").read_text(encoding="utf-8"))
    assert [finding["rule"] for finding in report["findings"]] == ["N101"]
    sarif = json.loads((workspace / "factcheck.sarif").read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["N101"]
    assert (tmp_path / "output").read_text(encoding="utf-8") == "exit-code=1\n"
    assert not (workspace / "taken").exists()


def test_the_action_passes_when_nothing_is_found(check: Check, program: Path, tmp_path: Path, workspace: Path) -> None:
    (workspace / "article.md").write_text(SOURCE.replace("said", "says"), encoding="utf-8")
    ran = check(program, args=NUMBERS)
    assert (ran.code, ran.err) == (0, "")
    assert (tmp_path / "output").read_text(encoding="utf-8") == "exit-code=0\n"
    assert not (workspace / "factcheck.sarif").exists()


@pytest.mark.parametrize(
    ("diff_base", "base_ref", "given"),
    [
        ("auto", "main", ["--diff-base=origin/main"]),
        ("auto", "", []),
        ("", "main", []),
        ("v1.2", "main", ["--diff-base=v1.2"]),
        (
            "auto",
            "$(touch taken)`touch taken`;touch taken",
            ["--diff-base=origin/$(touch taken)`touch taken`;touch taken"],
        ),
    ],
)
def test_a_pull_request_is_compared_with_its_target(
    check: Check, recorded: Path, tmp_path: Path, diff_base: str, base_ref: str, given: list[str]
) -> None:
    check(recorded, args="check articles", diff_base=diff_base, base_ref=base_ref)
    (words,) = calls(tmp_path)
    assert [word for word in words if word.startswith("--diff-base")] == given


def test_what_the_workflow_says_comes_last(check: Check, recorded: Path, tmp_path: Path) -> None:
    ran = check(recorded, args='check articles --format "full"\n  --fail-level warning')
    assert ran.code == 1
    (words,) = calls(tmp_path)
    assert words[0] == "check"
    assert f"--cache-dir={tmp_path}/temp/factcheck-cache" in words
    assert words[1:3] == ["--format", "github"]
    assert words[-5:] == ["articles", "--format", "full", "--fail-level", "warning"]


@pytest.mark.parametrize(
    "hostile", ["$(touch taken)", "`touch taken`", "; touch taken", "| touch taken", "\"' && touch taken '\"", "*"]
)
def test_arguments_are_words_and_never_commands(
    check: Check, recorded: Path, tmp_path: Path, workspace: Path, hostile: str
) -> None:
    check(recorded, args=f"check {hostile}", base_ref=hostile)
    assert not (workspace / "taken").exists()
    (words,) = calls(tmp_path)
    assert words[-len(shlex.split(hostile)) :] == shlex.split(hostile)


@pytest.mark.parametrize(("args", "said"), [("check 'articles", "input args: No closing quotation"), (" ", "is empty")])
def test_arguments_that_are_none_end_with_2(check: Check, recorded: Path, tmp_path: Path, args: str, said: str) -> None:
    ran = check(recorded, args=args)
    assert ran.code == 2
    assert ran.err.startswith("factcheck: error: ")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert (tmp_path / "output").read_text(encoding="utf-8") == "exit-code=2\n"
    assert not (tmp_path / "calls").exists()


def component(tmp_path: Path, workspace: Path, program: Path | None, **variables: str) -> Ran:
    """The component's script in one shell, as a runner joins it, with an interpreter that notes what it installs."""
    (job,) = documents(COMPONENT)[1].values()
    install, check = job["script"]
    if program is not None:
        install = f"bin={shlex.quote(str(program))}"
    interpreter = executable(tmp_path / "path" / "python", RECORDING)
    return run_bash(
        f"{install}\n{check}",
        workspace,
        PATH=f"{interpreter.parent}:{os.environ['PATH']}",
        CALLS=str(tmp_path / "calls"),
        **variables,
    )


def test_the_component_installs_what_it_is_told(tmp_path: Path, workspace: Path) -> None:
    package = "git+https://gitlab.example.com/newsroom/factcheck@v0.1.0"
    ran = component(tmp_path, workspace, None, FACTCHECK_PACKAGE=package)
    assert ran.code == 0, ran.err
    made, installed, checked = calls(tmp_path)
    assert made[:3] == ["-I", "-m", "venv"]
    assert not Path(made[3]).is_relative_to(workspace)
    assert installed[:4] == ["-I", "-m", "pip", "install"]
    assert installed[-1] == package
    assert checked[:2] == ["-I", "-c"]


def test_the_component_writes_what_gitlab_reads(tmp_path: Path, workspace: Path, program: Path) -> None:
    ran = component(tmp_path, workspace, program, FACTCHECK_ARGS=NUMBERS, FACTCHECK_DIFF_BASE="auto")
    assert ran.code == 1, ran.err
    assert "error N101" in ran.out
    (job,) = documents(COMPONENT)[1].values()
    written = [*job["artifacts"]["paths"], *job["artifacts"]["reports"].values()]
    assert sorted(written) == sorted(path.name for path in workspace.iterdir() if path.name.startswith("factcheck"))
    quality = json.loads((workspace / "factcheck-codequality.json").read_text(encoding="utf-8"))
    assert [entry["location"]["path"] for entry in quality] == ["article.md"]
    assert not (workspace / "taken").exists()


def test_a_cache_that_a_merge_request_brings_is_thrown_away(tmp_path: Path, workspace: Path, recorded: Path) -> None:
    kept = workspace / ".factcheck-ci-cache" / "answers"
    kept.parent.mkdir()
    kept.write_text("made up", encoding="utf-8")
    asked = {"FACTCHECK_ARGS": "check", "FACTCHECK_DIFF_BASE": ""}
    git(workspace, "init", "-q")
    component(tmp_path, workspace, recorded, **asked)
    assert kept.exists()  # the runner restored it: git knows nothing of it
    git(workspace, "add", "-f", str(kept))
    component(tmp_path, workspace, recorded, **asked)
    assert not kept.parent.exists()
    assert all("--cache-dir=.factcheck-ci-cache" in words for words in calls(tmp_path))
    (job,) = documents(COMPONENT)[1].values()
    assert job["cache"]["paths"] == [".factcheck-ci-cache"]


@pytest.mark.parametrize(
    ("diff_base", "merge_request", "given"),
    [("auto", "3f2a", ["--diff-base=3f2a"]), ("auto", "", []), ("", "3f2a", []), ("v1", "3f2a", ["--diff-base=v1"])],
)
def test_a_merge_request_is_compared_with_its_base(
    tmp_path: Path, workspace: Path, recorded: Path, diff_base: str, merge_request: str, given: list[str]
) -> None:
    variables = {"FACTCHECK_ARGS": "check $(touch taken)", "FACTCHECK_DIFF_BASE": diff_base}
    component(tmp_path, workspace, recorded, CI_MERGE_REQUEST_DIFF_BASE_SHA=merge_request, **variables)
    (words,) = calls(tmp_path)
    assert [word for word in words if word.startswith("--diff-base")] == given
    assert words[-2:] == ["$(touch", "taken)"]
    assert not (workspace / "taken").exists()
