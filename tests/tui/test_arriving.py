"""What the screen shows while a check goes on."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace

from factcheck.checker import Progress, Stream
from factcheck.claim import Claim
from factcheck.report import Report
from factcheck.tui.desk import Material
from tests.tui.examples import report
from tests.tui.session import session


async def test_claims_are_shown_before_their_verdicts_and_can_be_decided_meanwhile() -> None:
    go, whole = threading.Event(), report()

    def judge(given: Material, tell: Progress, stream: Stream | None) -> Report:
        assert stream
        first = stream.split([(0, checked.claim) for checked in whole.claims])
        assert set(first) == {"c1", "c2", "c3", "c4"}
        stream.judged({"c1": whole.claims[0].verdict})
        go.wait()
        return whole

    async with session(judge=judge, wait=False) as s:
        while "CONTRADICTED" not in s.text:
            await s.pilot.pause()
        await s.press("j")
        assert "2 - BEING JUDGED" in s.text
        await s.press("S")
        assert "the check is not done yet" in s.text
        await s.press("escape", "x")
        go.set()
        await s.settle()
        assert s.codes == ".. ER .. .. .."
        assert s.state.current == 2
        assert "SUPPORTED" in s.text


async def test_a_new_check_keeps_what_the_last_one_said_until_it_knows_better() -> None:
    go, whole = threading.Event(), report()
    go.set()
    split: list[Sequence[str]] = []

    def judge(given: Material, tell: Progress, stream: Stream | None) -> Report:
        assert stream
        claims = [(0, checked.claim) for checked in whole.claims]
        split.append(list(stream.split(claims)))
        go.wait()
        return whole

    async with session(judge=judge) as s:
        go.clear()
        s.app.review.begin_check()
        while len(split) < 2:
            await s.pilot.pause()
        await s.pilot.pause()
        assert split[1] == []
        assert "CONTRADICTED" in s.text
        go.set()
        await s.settle()


def test_a_claim_that_reads_otherwise_waits_for_its_verdict() -> None:
    from factcheck.tui import found

    whole = report()
    article = replace(whole.documents[0], text=whole.documents[0].text.replace("90 cars", "95 cars"))
    claims: list[Claim] = [checked.claim for checked in whole.claims]
    split = found.split(article, whole.references, claims, whole)
    assert split.waiting == frozenset({2})
    changed = replace(whole.references[0], document=replace(whole.references[0].document, sha256="f" * 64))
    assert len(found.split(article, [changed], claims, whole).waiting) == 4
