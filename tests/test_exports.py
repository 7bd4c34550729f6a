"""The public surface, by hand: adding or removing a name is a decision."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import factcheck

PUBLIC = [
    "CheckedClaim",
    "Checker",
    "Claim",
    "Decision",
    "DecisionError",
    "Document",
    "Evidence",
    "EvidenceRelation",
    "FactcheckError",
    "Finding",
    "GivenClaim",
    "InputError",
    "Level",
    "Metadata",
    "ModelError",
    "Quantity",
    "QuantityVerdict",
    "Reference",
    "Report",
    "Span",
    "UsageError",
    "Verdict",
    "VerdictLabel",
    "__version__",
    "check",
    "read_text",
]


def test_the_names_are_these() -> None:
    assert sorted(factcheck.__all__) == sorted(PUBLIC)


@pytest.mark.parametrize("name", PUBLIC)
def test_each_name_is_there(name: str) -> None:
    assert name in dir(factcheck)
    assert getattr(factcheck, name) is not None


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        _ = factcheck.chekc


def test_the_import_loads_nothing_of_the_package_but_its_version() -> None:
    code = "import sys, factcheck; print(sorted(m for m in sys.modules if m.startswith('factcheck.')))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "['factcheck.version']\n"


def test_the_version_is_the_one_of_the_package() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == factcheck.__version__
