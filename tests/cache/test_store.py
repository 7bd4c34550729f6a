"""The cache on disk: what it gives back, and what it does when its file is no good."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.cache import Store
from factcheck.cache.store import FILE

ENTRIES = {b"one": b"1", b"two": b"", b"three": bytes(range(256))}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    made = Store(folder)
    yield made
    made.close()


def again(store: Store) -> Store:
    """The same cache as a later run finds it."""
    store.close()
    return Store(store.folder)


def test_what_was_put_is_got(store: Store) -> None:
    store.put("nli", ENTRIES)
    assert store.get([b"one", b"two", b"three", b"four"]) == ENTRIES
    later = again(store)
    assert later.get(list(ENTRIES)) == ENTRIES
    assert later.contents().stages == (("nli", 3),)
    later.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(st.binary(min_size=1, max_size=20), st.binary(max_size=50), max_size=30))
def test_any_bytes_come_back(store: Store, values: dict[bytes, bytes]) -> None:
    store.put("any", values)
    assert store.get(list(values)) == values


def test_more_keys_than_fit_one_statement(store: Store) -> None:
    many = {number.to_bytes(4, "big"): b"x" for number in range(2500)}
    store.put("many", many)
    assert store.get(list(many)) == many


def test_the_folder_says_that_it_is_a_cache(store: Store, folder: Path) -> None:
    store.put("nli", ENTRIES)
    assert (folder / ".gitignore").read_text() == "*\n"
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_a_folder_of_the_users_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    store = Store(tmp_path)
    store.put("nli", ENTRIES)
    assert not (tmp_path / ".gitignore").exists()
    assert store.clean() > 0
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_cleaning_removes_the_folder(store: Store, folder: Path) -> None:
    store.put("nli", ENTRIES)
    assert store.clean() > 0
    assert not folder.exists()
    assert store.clean() == 0


def test_a_changed_value_is_as_good_as_none(store: Store, folder: Path) -> None:
    store.put("nli", ENTRIES)
    store.close()
    with sqlite3.connect(folder / FILE) as connection:
        connection.execute("UPDATE entries SET value = x'00ff' || substr(value, 2) WHERE key = ?", (b"three",))
        connection.execute("UPDATE entries SET value = 7 WHERE key = ?", (b"two",))
    connection.close()
    assert Store(folder).get(list(ENTRIES)) == {b"one": b"1"}


@pytest.mark.parametrize("damage", [b"no database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_cache_is_left_alone(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / FILE).write_bytes(damage)
    store = Store(tmp_path)
    assert store.get([b"one"]) == {}
    store.put("nli", ENTRIES)
    assert store.failure
    assert store.contents().stages == ()
    assert (tmp_path / FILE).read_bytes() == damage


def test_a_database_of_something_else_is_no_cache(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("CREATE TABLE entries (name TEXT)")
    connection.close()
    store = Store(tmp_path)
    store.put("nli", ENTRIES)
    assert store.get(list(ENTRIES)) == {}
    assert store.failure


def test_no_folder_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file" / "cache")
    store.put("nli", ENTRIES)
    assert store.get(list(ENTRIES)) == {}
    assert store.failure
    store.close()


def test_it_keeps_to_its_limit_and_forgets_the_oldest(store: Store, folder: Path) -> None:
    small = Store(folder, limit=20_000)
    for number in range(40):
        small.put("text", {number.to_bytes(2, "big"): bytes(1000)})
    small.close()
    later = again(small)
    left = later.get([number.to_bytes(2, "big") for number in range(40)])
    later.close()
    assert 10 <= len(left) <= 20
    assert (39).to_bytes(2, "big") in left
    assert (0).to_bytes(2, "big") not in left
    assert (folder / FILE).stat().st_size < 60_000


WRITER = """
import sys
from pathlib import Path
from factcheck.cache import Store
store = Store(Path(sys.argv[1]))
print("ready", flush=True)
for number in range(int(sys.argv[3])):
    store.put("text", {f"{sys.argv[2]} {number} {part}".encode(): bytes(500) for part in range(3)})
assert store.failure is None, store.failure
store.close()
"""


def writer(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(folder), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_processes_write_at_once(store: Store, folder: Path) -> None:
    writers = [writer(folder, name, 100) for name in "abc"]
    for process in writers:
        process.communicate()
        assert process.returncode == 0
    assert store.contents().stages == (("text", 900),)


def test_a_killed_writer_leaves_whole_entries(store: Store, folder: Path) -> None:
    process = writer(folder, "a", 1_000_000)
    assert process.stdout is not None
    process.stdout.readline()
    while not store.get([b"a 20 0"]):
        assert store.failure is None
    process.kill()
    process.communicate()
    ((_, count),) = store.contents().stages
    assert count >= 60
    assert count % 3 == 0
    store.put("nli", ENTRIES)
    assert store.get(list(ENTRIES)) == ENTRIES
