"""The baseline: what is let pass, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Checker
from factcheck.api import read_text
from factcheck.baseline import Entry, entries_of, gone, read_baseline, silence, write_baseline
from factcheck.errors import BaselineError
from factcheck.fingerprint import content_hashes, fingerprints
from factcheck.report import Report, Silencer
from factcheck.rules import registry
from factcheck.settings import NO_NLI, SENTENCE

CHECKER = Checker(nli=NO_NLI, splitter=SENTENCE)
NAMES = {0: "a.md"}
SENTENCE_OF_ARTICLE = st.sampled_from(
    [
        "The mayor, TK, came.",
        "The storm sank some XX boats.",
        "TK met TK.",
        "Boats lay idle.",
        "It was Tuesday, 5 March 2025.",
    ]
)
ARTICLES = st.lists(st.lists(SENTENCE_OF_ARTICLE, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=4)


def checked(text: str) -> Report:
    return CHECKER.run([read_text(text, name="a.md")], [])


@given(ARTICLES)
def test_what_is_in_the_baseline_is_not_reported(paragraphs: list[str]) -> None:
    report = checked("\n\n".join(paragraphs))
    entries = set(entries_of(report, NAMES).values())
    quiet = silence(report, entries, NAMES)
    assert quiet.findings == ()
    assert {one.finding for one in quiet.silenced} == set(report.findings)
    assert gone(report, entries, NAMES, active=registry()) == set()
    assert set(entries_of(quiet, NAMES).values()) == entries


@given(ARTICLES, st.sampled_from([" ", "\n", "\r\n"]))
def test_inserting_and_wrapping_change_no_entry(paragraphs: list[str], blank: str) -> None:
    before = checked("\n\n".join(paragraphs))
    wrapped = [paragraph.replace(" ", blank) for paragraph in paragraphs]
    after = checked("\n\n".join(["A calm day.", *wrapped]))
    assert set(entries_of(after, NAMES).values()) == set(entries_of(before, NAMES).values())


@given(ARTICLES)
def test_no_two_findings_have_one_fingerprint(paragraphs: list[str]) -> None:
    report = checked("\n\n".join(paragraphs))
    found = fingerprints(report)
    assert len(set(found.values())) == len(report.findings)
    assert all(len(value) == 32 and int(value, 16) >= 0 for value in found.values())


def test_a_fingerprint_tells_rule_and_article_apart_and_silencing_changes_none() -> None:
    report = checked("The mayor, TK, came.")
    quiet = silence(report, set(entries_of(report, NAMES).values()), NAMES)
    assert content_hashes(quiet) == content_hashes(report)
    assert set(fingerprints(report).values()).isdisjoint(fingerprints(report, ["b.md"]).values())


def test_another_sentence_with_the_same_words_is_a_new_finding() -> None:
    report = checked("The mayor, TK, came.")
    entries = set(entries_of(report, NAMES).values())
    edited = checked("The mayor, TK, came late.")
    assert [f.rule for f in silence(edited, entries, NAMES).findings] == ["P301"]
    assert {entry.rule for entry in gone(edited, entries, NAMES, active=registry())} == {"P301"}


def test_a_second_copy_of_a_finding_is_new() -> None:
    entries = set(entries_of(checked("The mayor, TK, came."), NAMES).values())
    twice = silence(checked("The mayor, TK, came.\n\nThe mayor, TK, came."), entries, NAMES)
    assert [(f.rule, f.span.start) for f in twice.findings] == [("P301", 33)]
    assert {one.by for one in twice.silenced} == {Silencer.BASELINE}


def test_entries_of_other_articles_and_of_rules_that_did_not_run_are_not_gone() -> None:
    report = checked("Boats lay idle.")
    others = {Entry("b.md", "P301", "0" * 32), Entry("a.md", "C502", "0" * 32)}
    assert gone(report, others, NAMES, active=registry(nli=False)) == set()


@given(st.sets(st.builds(Entry, st.text(min_size=1), st.sampled_from(["N101", "P301"]), st.just("ab"))))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, entries: set[Entry]) -> None:
    path = tmp_path_factory.mktemp("b") / "new" / "baseline.jsonl"
    write_baseline(path, entries)
    first = path.read_bytes()
    assert read_baseline(path) == entries
    assert first.splitlines() == sorted(first.splitlines())
    write_baseline(path, read_baseline(path))
    assert path.read_bytes() == first


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"hash":"a","path":"a.md","rule":"N1"}\n<<<<<<< HEAD\n', "line 2: a merge conflict: keep the lines of both"),
        (b"=======\n", "line 1: a merge conflict"),
        (b"\n[]\n", "line 2: not an entry"),
        (b'{"hash":1,"path":"a.md","rule":"N1"}\n', "line 1: not an entry"),
        (b"\xff\n", "line 1: not an entry"),
        (b"[" * 100_000, "line 1: not an entry"),
    ],
)
def test_a_file_that_is_no_baseline(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "baseline.jsonl"
    path.write_bytes(content)
    with pytest.raises(BaselineError, match=said):
        read_baseline(path)


def test_a_failed_write_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "baseline.jsonl"
    write_baseline(path, {Entry("a.md", "N101", "ab")})
    before = path.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(BaselineError, match="no space left on device: the baseline is not saved"):
        write_baseline(path, {Entry("b.md", "N101", "ab")})
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
