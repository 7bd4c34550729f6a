"""A report read back: the same report, or a clear word on what does not fit."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from factcheck.api import Checker
from factcheck.document import Span
from factcheck.errors import FactcheckError, InputError, UsageError
from factcheck.output import json_report
from factcheck.output.json_report import report_data
from factcheck.readers import read_document, read_references
from factcheck.report import Report, SetAside, Silenced, Silencer
from factcheck.review.saved_report import read_report

ARTICLE = "# Ferries\n\nFerry trips rose 12 percent in 2025.\n\nThe strike lasted nine days.\n"
OTHER = "The boat carries 90 cars.\n"
REPORT = "---\ntitle: Annual report\n---\n\nFerry trips rose 9.5 percent in 2025.\n"
RECORDS = '{"id": "w1", "text": "The strike lasted \\u0022nine\\u0022 days."}\n{"text": "The boat carries 90 cars."}\n'


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    """A folder with a report in it, made once."""
    folder = tmp_path_factory.mktemp("checked")
    (folder / "refs").mkdir()
    for name, text in (
        ("a.md", ARTICLE),
        ("b.md", OTHER),
        ("refs/report.md", REPORT),
        ("refs/wires.jsonl", RECORDS),
        ("refs/t.csv", "Year,Trips\n2024,410\n2025,449\n"),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        sources, errors = read_references(["refs"])
        assert not errors
        checker = Checker(nli="none", splitter="sentence")
        report = checker.run([read_document("a.md"), read_document("b.md")], sources)
        Path("report.json").write_text(json_report(report), encoding="utf-8")
    return folder, report


@pytest.fixture
def made(checked: tuple[Path, Report], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    folder, report = checked
    shutil.copytree(folder, tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    return report


@pytest.mark.parametrize(("article", "index"), [("a.md", 0), ("./b.md", 1)])
def test_one_article_of_a_report_comes_back_as_it_was(made: Report, article: str, index: int) -> None:
    back = report_data(read_report("report.json", article))
    whole = report_data(made)
    assert back["documents"] == [whole["documents"][index]]
    assert back["references"] == whole["references"]
    for part in ("claims", "findings"):
        expected = [entry for entry in whole[part] if entry["document"] == index]
        assert back[part] == [{**entry, "document": 0} for entry in expected]


def test_what_was_kept_back_and_each_articles_own_references_come_back(made: Report) -> None:
    numbers = {reference.id: index for index, reference in enumerate(made.references)}
    mine = made.findings[0]
    other = replace(mine, document=1, span=Span(0, 3), claim=None)
    whole = replace(
        made,
        checked_against=((numbers["report"], numbers["w1"]), (numbers["t"],)),
        claims=tuple(replace(c, verdict=replace(c.verdict, evidence=(), quantities=())) for c in made.claims),
        findings=(),
        silenced=(Silenced(mine, Silencer.BASELINE), Silenced(other, Silencer.DECISION, "mk: ok")),
        set_aside=(SetAside(0, numbers["wires:2"], "is a near-copy of the article"),),
        fresh_decisions=(Silenced(other, Silencer.DECISION, "mk: ok"),),
    )
    data = report_data(whole)
    Path("report.json").write_text(json.dumps(data), encoding="utf-8")
    Path("refs/t.csv").unlink()
    back = read_report("report.json", "a.md")
    assert [reference.id for reference in back.references] == ["report", "w1", "wires:2"]
    assert (back.checked_against, back.fresh_decisions) == (((0, 1),), ())
    assert [(each.by, each.finding.rule) for each in back.silenced] == [(Silencer.BASELINE, mine.rule)]
    assert back.set_aside == (SetAside(0, 2, "is a near-copy of the article"),)
    again = report_data(back)
    for part in ("silenced", "set_aside"):
        assert again[part] == [entry for entry in data[part] if entry["document"] == 0]
    with pytest.raises(InputError, match="no such file"):
        read_report("report.json", "b.md")


def test_a_reference_that_a_report_does_not_have_is_told(made: Report) -> None:
    data = report_data(made)
    data["documents"][0]["references"] = ["another"]
    Path("report.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(InputError, match="there is no reference 'another'"):
        read_report("report.json", "a.md")


def test_quantities_have_their_values_again(made: Report) -> None:
    back = read_report("report.json", "a.md")
    assert [c.claim.quantities for c in back.claims] == [c.claim.quantities for c in made.claims if c.document == 0]


def test_words_that_are_pointed_out_stand_in_the_quotation_or_the_report_does_not_fit(made: Report) -> None:
    data = json.loads(Path("report.json").read_text(encoding="utf-8"))
    evidence = next(one for claim in data["claims"] for one in claim["evidence"] if one["highlights"])
    for wrong in ([evidence["end"], evidence["end"] + 2], [evidence["start"], evidence["start"]], [0, 10**9]):
        evidence["highlights"] = [wrong]
        Path("report.json").write_text(json.dumps(data), encoding="utf-8")
        with pytest.raises(InputError, match=r"^report\.json: does not fit the files it names"):
            read_report("report.json", "a.md")


def test_the_article_must_be_named_where_there_are_several(made: Report) -> None:
    with pytest.raises(UsageError, match=r"a report on a\.md, b\.md: name the article"):
        read_report("report.json")
    with pytest.raises(UsageError, match=r"says nothing of c\.md"):
        read_report("report.json", "c.md")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a.md", r"^a\.md: has changed since the report was made"),
        ("refs/report.md", r"^refs/report\.md: has changed"),
        ("refs/wires.jsonl", r"^refs/wires\.jsonl: has changed"),
    ],
)
def test_a_file_that_has_changed_or_is_gone_is_named(made: Report, name: str, message: str) -> None:
    with Path(name).open("a", encoding="utf-8") as file:
        file.write(" \n")
    with pytest.raises(InputError, match=message):
        read_report("report.json", "a.md")
    Path(name).unlink()
    with pytest.raises(InputError, match=f"^{name}: no such file; work in the folder"):
        read_report("report.json", "a.md")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "not valid JSON"),
        ("[" * 200_000, "not valid JSON"),
        ('{"schema": NaN}', "not valid JSON"),
        ("1" * 5000, "not valid JSON"),
        ("[]", "not a report"),
        ("{}", "not a report"),
        ('{"schema": "factcheck/report/9"}', "a report of form 'factcheck/report/9': this version reads"),
        ('{"schema": "factcheck/report/1"}', "not a whole report: the whole: "),
        ('{"schema": "factcheck/review/1", "report": 3}', "not a report"),
    ],
)
def test_what_is_no_report_is_said_in_a_line(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(content)
    with pytest.raises(InputError, match=message) as caught:
        read_report(str(path))
    assert "\n" not in str(caught.value)


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield (*path, key)
        yield from places(value, (*path, key))


def changed(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    copy = json.loads(json.dumps(data))
    node = copy
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    return copy


def test_no_value_put_anywhere_makes_more_than_a_complaint(made: Report) -> None:
    whole = json.loads(Path("report.json").read_text(encoding="utf-8"))
    whole["claims"] = whole["claims"][:2]
    whole["findings"] = [finding for finding in whole["findings"] if finding["claim"] in (None, "c1", "c2")]
    values: Iterator[Any] = cycle((None, 10**9, "\x1b[31m", []))
    for path, value in zip(places(whole), values, strict=False):
        Path("broken.json").write_text(json.dumps(changed(whole, path, value)), encoding="utf-8")
        with contextlib.suppress(FactcheckError):
            read_report("broken.json", "a.md")


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("claims", 0, "spans", 0), [0, 10_000], "has no place"),
        (("claims", 0, "sentence"), [9, 3], "has no place"),
        (("claims", 1, "quantities", 0, "text"), "99", "does not have"),
        (("claims", 1, "quantities", 0, "evidence", "reference"), "r9", "no reference"),
        (("claims", 1, "quantities", 0, "evidence", "text"), "99 percent", "does not have"),
        (("claims", 1, "id"), "c1", "two claims have one id"),
        (("findings", 0, "claim"), "c99", "no claim"),
        (("references", 1, "id"), "report", "have the id"),
        (("documents", 0, "path"), "-", "standard input"),
        (("references", 0, "path"), "refs", "no such file"),
    ],
)
def test_what_the_files_do_not_bear_out_is_refused(
    made: Report, path: tuple[Any, ...], value: Any, message: str
) -> None:
    whole = json.loads(Path("report.json").read_text(encoding="utf-8"))
    Path("broken.json").write_text(json.dumps(changed(whole, path, value)), encoding="utf-8")
    article = "-" if value == "-" else "a.md"
    with pytest.raises(InputError, match=message):
        read_report("broken.json", article)


def test_the_report_within_an_exported_review_is_read_too(made: Report) -> None:
    review = {"schema": "factcheck/review/1", "report": report_data(made), "decisions": []}
    Path("review.json").write_text(json.dumps(review), encoding="utf-8")
    assert read_report("review.json", "a.md") == read_report("report.json", "a.md")
