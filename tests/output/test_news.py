"""What --watch tells after a change."""

from __future__ import annotations

from dataclasses import replace

from factcheck.output import news
from factcheck.rules import apply
from tests.reports import report

AFTER = apply(report(), nli=True)
BEFORE = replace(AFTER, findings=AFTER.findings[1:])


def test_what_is_new_is_told_as_the_format_tells_it() -> None:
    full = news(BEFORE, AFTER)
    assert full.startswith("ferries.md:3:18-27: error N101 number-contradicted: `12 percent` differs")
    assert "source annual: 9.5 percent\n" in full
    assert full.count("error N101") == 1
    brief = news(BEFORE, AFTER, brief=True)
    assert brief.startswith(
        "ferries.md:3:18: N101 `12 percent` differs from the sources (source annual: 9.5 percent)\n"
    )
    assert brief.count("\n") == 2


def test_what_is_gone_is_told_in_a_line() -> None:
    for brief in (False, True):
        assert news(AFTER, BEFORE, brief=brief).startswith("ferries.md: gone: N101 `12 percent` differs")
