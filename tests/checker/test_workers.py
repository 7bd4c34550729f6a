"""Processes that judge beside each other."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.cache import Store
from factcheck.checker import Pipeline
from factcheck.checker.workers import Job, Workers, processes_for
from factcheck.errors import UsageError, WorkerError
from factcheck.output import json_report
from tests.checker.articles import QUICK, articles, references


def test_as_many_as_pay_or_are_asked_for() -> None:
    assert processes_for(1, None) == 1
    assert processes_for(0, 4) == 1
    assert processes_for(2, 4) == 2
    assert processes_for(100, 3) == 3
    assert 1 <= processes_for(100, None) <= (os.cpu_count() or 1)


@pytest.mark.parametrize("cached", [True, False])
def test_processes_say_what_one_says(cached: bool, tmp_path: Path) -> None:
    documents, sources = articles(tmp_path, 5), references(tmp_path, 4)
    chosen = [(0, 1), (2, 3), (0, 1), (3,), ()]
    alone = Pipeline(QUICK).run(documents, sources, checked_against=chosen)
    store = Store(tmp_path / "cache") if cached else None
    together = Pipeline(QUICK, store, jobs=2).run(documents, sources, checked_against=chosen)
    assert together == alone
    assert json_report(together) == json_report(alone)
    if cached:
        assert dict(Store(tmp_path / "cache").contents().stages)["article"] == 5
        recalled = Pipeline(QUICK, Store(tmp_path / "cache")).run(documents, sources, checked_against=chosen)
        assert recalled == alone


def test_what_goes_wrong_in_a_process_is_told_here(tmp_path: Path) -> None:
    documents, sources = articles(tmp_path, 2), references(tmp_path, 1)
    with pytest.raises(UsageError, match='no splitter is called "magic"'):
        Pipeline(replace(QUICK, splitter="magic"), jobs=2).run(documents, sources)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_process_that_is_killed_is_told(tmp_path: Path) -> None:
    documents, sources = articles(tmp_path, 4), references(tmp_path, 1)
    jobs = [Job(index, document, (0,), None) for index, document in enumerate(documents)]

    def killing(workers: Workers) -> Iterator[int]:
        for index, _ in workers.judge(jobs, sources):
            for worker in workers._workers:
                os.kill(worker.process.pid or 0, signal.SIGKILL)
            yield index

    with Workers(2, QUICK, Store()) as workers, pytest.raises(WorkerError, match=r"signal 9.*--jobs"):
        list(killing(workers))
    assert not any(worker.process.is_alive() for worker in workers._workers)
