"""The cache, processes and interrupts as the command line has them."""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cache import Store, user_cache
from factcheck.checker.judged import Judged
from tests.checker.articles import articles, references
from tests.cli.conftest import Run
from tests.cli.process import eventually, running
from tests.repository import git

QUICK = ("--nli", "none", "--splitter", "sentence", "--format", "json")
CHECK = ("check", "article.md", "-r", "references", *QUICK)
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")


def kept(folder: Path) -> int:
    """How many judged articles a cache holds."""
    store = Store(folder)
    found = dict(store.contents().stages).get("article", 0)
    store.close()
    return found


def forge(folder: Path) -> None:
    """Let a cache say of every article that nothing is claimed in it."""
    store = Store(folder)
    with contextlib.closing(sqlite3.connect(folder / "v1.sqlite3")) as connection:
        (key,) = connection.execute("SELECT key FROM entries WHERE stage = 'article'").fetchone()
    store.put("article", {key: Judged((), (), ()).packed()})
    store.close()


def test_it_is_the_users_and_not_the_projects(
    run: Run, folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "factcheck.toml").write_text("", encoding="utf-8")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):  # no other test has kept the same article there
        monkeypatch.setenv(name, str(tmp_path_factory.mktemp("cache")))
    run(*CHECK)
    assert kept(user_cache()) == 1
    assert sorted(path.name for path in folder.iterdir()) == ["article.md", "factcheck.toml", "references"]


def test_nothing_else_is_left_in_the_users_folders(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The runtime of the models would keep a store there of what it reports over the network."""
    home = tmp_path_factory.mktemp("home")
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
    environment |= dict.fromkeys(("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_CACHE_HOME", "XDG_DATA_HOME"), str(home))
    ran = subprocess.run([sys.executable, "-m", "factcheck", *CHECK], env=environment, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (1, b"")
    assert [path.name for path in home.iterdir()] == ["factcheck"]


def test_it_is_where_it_is_asked_for_or_nowhere(run: Run, folder: Path) -> None:
    (folder / "factcheck.toml").write_text("", encoding="utf-8")
    first = run(*CHECK, "--cache-dir", "here")
    assert kept(folder / "here") == 1
    assert run(*CHECK, "--no-cache") == first
    assert run(*CHECK, "--cache-dir", "here") == first
    assert not (folder / ".factcheck").exists()


@pytest.mark.parametrize("tracked", ["here/v1.sqlite3", "here/other/.keep", "HERE/v1.sqlite3"])
def test_one_that_a_commit_brings_is_not_believed(tracked: str, run: Run, folder: Path) -> None:
    """A branch under check could bring answers of its own."""
    (folder / "factcheck.toml").write_text('cache-dir = "here"\n', encoding="utf-8")
    git(folder, "init", "-q")
    good = run(*CHECK, "--no-cache")
    assert run(*CHECK) == good
    assert kept(folder / "here") == 1  # git knows nothing of it
    forge(folder / "here")
    forged = run(*CHECK)
    assert (forged.code, forged.err) == (0, "")  # so that what follows is worth something

    (folder / tracked).parent.mkdir(parents=True, exist_ok=True)
    (folder / tracked).touch()
    git(folder, "add", "-f", tracked)
    told = run(*CHECK)
    assert (told.code, told.out) == (good.code, good.out)
    reason = "git tracks it, so it may hold what others made up: went without the cache"
    assert told.err == f"factcheck: warning: here: {reason}\n"


def test_a_folder_laid_out_like_a_repository_hides_nothing(run: Run, folder: Path) -> None:
    good = run(*CHECK, "--no-cache")
    run(*CHECK, "--cache-dir", "here")
    forge(folder / "here")
    git(folder, "init", "-q", "--bare", "other.git")
    git(folder / "other.git", "config", "core.bare", "false")
    git(folder / "other.git", "config", "core.worktree", "..")
    (folder / "here" / "other").mkdir()
    for name in ("HEAD", "config", "objects", "refs"):
        (folder / "other.git" / name).rename(folder / "here" / name)
    git(folder, "init", "-q")
    git(folder, "add", "-f", "here/v1.sqlite3")
    told = run(*CHECK, "--cache-dir", "here")
    assert (told.code, told.out) == (good.code, good.out)
    assert "git tracks it" in told.err


def test_one_that_is_of_no_use_is_told_only_to_who_asks(run: Run, folder: Path) -> None:
    (folder / "file").write_text("", encoding="utf-8")
    good = run(*CHECK, "--no-cache")
    configured = ("--config", "cache-dir='file/cache'")
    assert run(*CHECK, *configured) == good
    for asked in (("--cache-dir", "file/cache"), (*configured, "-v")):
        told = run(*CHECK, *asked)
        assert (told.code, told.out) == (good.code, good.out)
        assert "file/cache: went without the cache: Not a directory" in told.err
        assert told.err.count("\n") == 1


def test_what_it_holds_can_be_seen_and_removed(run: Run, folder: Path) -> None:
    run(*CHECK, "--cache-dir", "here")
    shown = run("cache", "info", "--cache-dir", "here")
    assert shown.code == 0
    assert "1 article" in shown.out
    assert "of at most 512.0 MiB" in shown.out
    assert run("cache", "clean", "--cache-dir", "here").code == 0
    assert not (folder / "here").exists()
    assert run("cache", "clean", "--cache-dir", "here").code == 0
    assert run("cache", "info", "--cache-dir", "here").out.splitlines()[1].startswith("0.0 MiB")


def test_one_that_is_none_is_told_when_asked_about(run: Run, folder: Path) -> None:
    (folder / "here").mkdir()
    (folder / "here" / "v1.sqlite3").write_bytes(b"something else" * 100)
    shown = run("cache", "info", "--cache-dir", "here")
    assert shown.code == 2
    assert "here: no cache: file is not a database; remove it with" in shown.err


@pytest.mark.parametrize("jobs", ["-1", "many"])
def test_no_processes(jobs: str, run: Run, folder: Path) -> None:
    ran = run(*CHECK, "--jobs", jobs)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("factcheck: error: ")
    assert ran.err.count("\n") == 1


def test_reports_come_in_order_whatever_the_processes(run: Run, folder: Path) -> None:
    names = [document.path for document in articles(folder, 6)]
    one = run("check", *names, "-r", "references", *QUICK, "--no-cache", "--jobs", "1")
    assert run("check", *names, "-r", "references", *QUICK, "--no-cache", "--jobs", "3") == one


@posix
@pytest.mark.parametrize("everybody", [True, False], ids=["terminal", "signal"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_leaves_no_process_and_a_cache_to_go_on_with(jobs: str, everybody: bool, tmp_path: Path) -> None:
    names = [Path(document.path).name for document in articles(tmp_path, 400)]
    references(tmp_path, 3)
    check = ("check", *names, "-r", "references", *QUICK, "--cache-dir", "cache", "--jobs", jobs)
    with running(*check, cwd=tmp_path) as process:
        eventually(lambda: (tmp_path / "cache").is_dir() and kept(tmp_path / "cache") > 2)
        process.interrupt(everybody=everybody)
        assert process.ended() == 130
    (told,) = process.lines.queue  # and no traceback of any process
    assert re.fullmatch(r"factcheck: interrupted: while checking, \d+ of 400 done; what was judged is kept .*\n", told)
    done = kept(tmp_path / "cache")
    assert 2 < done < 400


@posix
def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    names = [Path(document.path).name for document in articles(tmp_path, 400)]
    references(tmp_path, 3)
    check = ("check", *names, "-r", "references", *QUICK, "--cache-dir", "cache", "--jobs", "2")
    with running(*check, cwd=tmp_path) as process:
        eventually(lambda: (tmp_path / "cache").is_dir() and kept(tmp_path / "cache") > 2)
        process.kill()
        assert process.ended() == -9
