"""What the export key of the review screen writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.cli.screen_exports import screen_exports
from factcheck.decisions import Ledger
from factcheck.errors import UsageError
from factcheck.export.registry import EXPORTERS
from factcheck.tui.state import ReviewState
from tests.tui.examples import report


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReviewState:
    (tmp_path / "factcheck.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    return ReviewState(report().documents[0], Ledger.of(Path("ferries.md"), "mk"))


def test_every_format_has_a_key_and_goes_where_no_check_looks(state: ReviewState) -> None:
    state.load(report())
    exports = screen_exports()
    assert len({export.key for export in exports}) == len(EXPORTERS)
    for export, exporter in zip(exports, EXPORTERS.values(), strict=True):
        path = export.save(state)
        assert path == f".factcheck/exports/ferries.md{exporter.suffix}"
        assert Path(path).stat().st_size > 100


def test_before_the_check_is_done_nothing_is_written(state: ReviewState) -> None:
    with pytest.raises(UsageError, match="not done"):
        screen_exports()[0].save(state)
    assert not Path(".factcheck").exists()


def test_a_link_leads_none_out_of_the_project(state: ReviewState, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    Path(".factcheck").mkdir()
    Path(".factcheck/exports").symlink_to(outside)
    state.load(report())
    with pytest.raises(UsageError, match="out of the project"):
        screen_exports()[0].save(state)
    assert not list(outside.iterdir())
