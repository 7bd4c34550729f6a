"""Tables and data files as references, from the command line."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from factcheck.cli.exit_codes import ExitCode
from tests.cli.conftest import Run

ARTICLE = """The Inner route carried 2.8 million trips in 2023.

Trips on the Inner route rose 21 percent in 2023.

Heron has 8,200 users.

| Route | Boats |
|---|---|
| Inner | 9 |
| Outer | 6 |
"""
TRIPS = "Trips by route (million),,,\nRoute,2022,2023,Boats\nInner,2.5,2.8,9\nOuter,1.6,1.2,5\n"
MODELS = '{"models": {"Heron": {"accuracy": 0.913, "users": 8200}}}'


@pytest.fixture
def sources(folder: Path) -> Path:
    (folder / "article.md").write_text(ARTICLE, encoding="utf-8")
    for path in (folder / "references").iterdir():
        path.unlink()
    (folder / "references" / "trips.csv").write_bytes(b"\xef\xbb\xbf" + TRIPS.encode())
    (folder / "references" / "models.json").write_text(MODELS, encoding="utf-8")
    return folder


def test_quotations_stand_in_the_file_and_name_their_cells(run: Run, sources: Path) -> None:
    ran = run("check", "article.md", "-r", "references", "--nli", "none", "--format", "json")
    report = json.loads(ran.out)
    schema = json.loads((files("factcheck.output") / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, schema)
    told = {}
    for claim in report["claims"]:
        for quoted in [*claim["evidence"], *(q["evidence"] for q in claim["quantities"] if q["evidence"])]:
            text = (sources / quoted["path"]).read_text(encoding="utf-8-sig")
            assert text[quoted["start"] : quoted["end"]] == quoted["text"]
        for quantity in claim["quantities"]:
            evidence = quantity["evidence"] or {}
            told[quantity["text"]] = (quantity["verdict"], evidence.get("text"), evidence.get("cell"))
    table = "table 'Trips by route'"
    assert told["2.8 million trips"] == ("supported", "2.8", f"{table}, row Inner, column 2023")
    assert told["2023"] == ("supported", "2023", f"{table}, row Inner, column 2023")
    assert told["21 percent"] == ("contradicted", "2.5", f"{table}, row Inner, column 2022 and column 2023")
    assert told["8,200 users"] == ("supported", "8200", "models.Heron.users")
    assert told["9"] == ("supported", "9", f"{table}, row Inner, column Boats")
    assert told["6"] == ("contradicted", "5", f"{table}, row Outer, column Boats")


def test_a_finding_names_the_cell(run: Run, sources: Path) -> None:
    ran = run("check", "article.md", "-r", "references", "--nli", "none", "--format", "concise")
    assert ran.code == ExitCode.FINDINGS
    full = run("check", "article.md", "-r", "references", "--nli", "none").out
    assert "source trips: 5 (table 'Trips by route', row Outer, column Boats)" in " ".join(full.split())
    assert "2.5 million trips to 2.8 million trips = +12%" in " ".join(full.split())


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bad.json", '{"a": 1,}', "references/bad.json: line 1: not valid JSON: expecting a name in double quotes"),
        ("bad.yaml", "a: [1\n", "references/bad.yaml: line 2: not valid YAML: "),
        ("bad.csv", 'a,b\n"1,2\n', "references/bad.csv: line 2: a quoted cell is never closed"),
        ("bad.tsv", "", "references/bad.tsv: is empty"),
    ],
)
def test_a_broken_file_is_one_line_and_nothing_else_is_lost(
    run: Run, sources: Path, name: str, content: str, said: str
) -> None:
    (sources / "references" / name).write_text(content, encoding="utf-8")
    ran = run("check", "article.md", "-r", "references", "--nli", "none")
    assert ran.code == ExitCode.INCOMPLETE
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert "2 references" in ran.out
