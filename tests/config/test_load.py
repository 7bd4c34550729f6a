"""Files, the command line and defaults become one configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.config import load_config, starting_folder
from factcheck.errors import ConfigError, UsageError
from factcheck.settings import FailLevel


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(path: str, text: str) -> Path:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
    return Path(path)


def test_without_a_file_the_defaults_hold(folder: Path) -> None:
    config = load_config(folder)
    assert config.values.fail_level is FailLevel.ERROR
    assert config.files == ()
    assert str(config.origin("fail-level")) == "default"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("factcheck.toml", 'jobs = 2\n[numbers]\nround-to = "1%"\n'),
        ("pyproject.toml", '[tool.factcheck]\njobs = 2\n[tool.factcheck.numbers]\nround-to = "1%"\n'),
    ],
)
def test_the_nearest_file_upward_is_read(folder: Path, name: str, text: str) -> None:
    written(name, text)
    written("other/factcheck.toml", "jobs = 7\n")
    (folder / "articles" / "deep").mkdir(parents=True)
    config = load_config(folder / "articles" / "deep")
    assert (config.values.jobs, config.values.numbers.round_to) == (2, "1%")
    assert config.root == folder
    assert str(config.origin("numbers", "round-to")).startswith(f"{name}:")


def test_a_pyproject_without_a_table_of_ours_is_passed_by(folder: Path) -> None:
    written("factcheck.toml", "jobs = 2\n")
    written("sub/pyproject.toml", "[tool.other]\njobs = 5\n")
    assert load_config(folder / "sub").values.jobs == 2


def test_the_search_starts_where_the_articles_have_in_common(folder: Path) -> None:
    (folder / "a" / "x").mkdir(parents=True)
    (folder / "a" / "y").mkdir()
    assert starting_folder(["a/x/one.md", "a/y/*.md"]) == folder / "a"
    assert starting_folder(["-"]) == Path.cwd() == starting_folder([])


def test_values_stand_over_those_of_the_extended_file_entry_by_entry(folder: Path) -> None:
    written("desk/base.toml", 'jobs = 2\nselect = ["N"]\n[levels]\nN107 = "note"\nN106 = "error"\n')
    written("project/factcheck.toml", 'extend = "../desk/base.toml"\njobs = 3\n[levels]\nN107 = "error"\n')
    config = load_config(folder / "project")
    assert (config.values.jobs, config.values.select) == (3, ("N",))
    assert {key: level.value for key, level in config.values.levels.items()} == {"N107": "error", "N106": "error"}
    assert str(config.origin("levels", "N107")) == "project/factcheck.toml:4"
    assert str(config.origin("levels", "N106")) == "desk/base.toml:5"


def test_paths_are_relative_to_the_file_that_has_them(folder: Path) -> None:
    written("desk/base.toml", 'decisions = "log"\n')
    written("project/factcheck.toml", 'extend = "../desk/base.toml"\nbaseline = "known.jsonl"\n')
    config = load_config(folder / "project")
    assert config.path("decisions") == folder / "desk" / "log"
    assert config.path("baseline") == folder / "project" / "known.jsonl"
    assert config.path("decisions") != load_config(folder).path("decisions") == folder / ".factcheck" / "decisions"


def test_the_command_line_stands_over_files(folder: Path) -> None:
    written("factcheck.toml", 'jobs = 2\nnli = "none"\n')
    config = load_config(
        folder, given=["jobs=3", "numbers.round-to=exact"], options={"nli": "bundled", "splitter": None}
    )
    assert (config.values.jobs, config.values.nli, config.values.numbers.round_to) == (3, "bundled", "exact")
    assert str(config.origin("jobs")) == "command line"
    assert str(config.origin("splitter")) == "default"


def test_isolated_reads_no_file(folder: Path) -> None:
    written("factcheck.toml", "jobs = 2\n")
    assert load_config(folder, isolated=True).values.jobs == 0
    with pytest.raises(UsageError, match="exclude each other"):
        load_config(folder, isolated=True, given=["factcheck.toml"])


def test_a_named_file_is_used_in_the_place_of_the_one_found(folder: Path) -> None:
    written("factcheck.toml", "jobs = 2\n")
    written("ci.toml", "jobs = 4\n")
    assert load_config(folder, given=["ci.toml"]).values.jobs == 4


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('slect = ["N"]', "factcheck.toml:1: unknown key 'slect'; did you mean 'select'?"),
        ('[numbers]\nround_to = "exact"', "factcheck.toml:2: unknown key 'round_to'; did you mean 'round-to'?"),
        ('[numbers]\nskip = ["ordinal"]', "2: numbers.skip: 'ordinal' is no known name; did you mean 'ordinals'?"),
        ('[numbers]\nround-to = "1"', "2: numbers.round-to: '1' is neither exact, hedge nor a percentage"),
        ('[numbers]\nskip = ["names"]\ncheck = ["names"]', "3: numbers.check: 'names' is in numbers.skip as well"),
        ('jobs = "two"', "factcheck.toml:1: jobs: expected a whole number, got a string"),
        ("jobs = -1", "factcheck.toml:1: jobs: expected a whole number >= 0"),
        ('select = "N"', "factcheck.toml:1: select: expected a list, got a string"),
        ("[[review]]\npasses = 1", "factcheck.toml:1: review: expected a table, got a list"),
        ('\nselect = ["N901"]', "factcheck.toml:2: select: no rule is called 'N901'; did you mean 'S901'?"),
        ('[levels]\nN101 = "eror"', "2: levels.N101: 'eror' is none of error, warning, note; did you mean 'error'?"),
        ('[levels]\nQ1 = "note"', "factcheck.toml:2: levels.Q1: no rule is called 'Q1'"),
        ('[per-file-ignores]\n"a/**" = ["Q"]', "factcheck.toml:2: per-file-ignores.a/**: no rule is called 'Q'"),
        ('extend = "gone.toml"', "factcheck.toml:1: extend: gone.toml: no such file"),
        ('extend = "factcheck.toml"', "factcheck.toml: extends itself"),
        ("jobs =", "factcheck.toml: not valid TOML: invalid value"),
        ("[tool.factcheck]\njobs = 1", "the keys stand at the top of this file"),
        ("min-confidence = nan", "min-confidence"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_key(folder: Path, text: str, said: str) -> None:
    written("factcheck.toml", text)
    with pytest.raises(ConfigError) as refused:
        load_config(folder)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["jbs=3"], "command line: unknown key 'jbs'; did you mean 'jobs'?"),
        (["gone.toml"], "gone.toml: no such file"),
        (["jobs="], "command line: jobs: expected a whole number, got a string"),
    ],
)
def test_mistakes_of_the_command_line(folder: Path, given: list[str], said: str) -> None:
    with pytest.raises(ConfigError) as refused:
        load_config(folder, given=given)
    assert str(refused.value) == said


def test_a_file_that_is_no_text_is_refused(folder: Path) -> None:
    (folder / "factcheck.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match=r"^factcheck\.toml: "):
        load_config(folder)
