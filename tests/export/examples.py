"""A reviewed article, a harmless one and one whose every text is an attack."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from factcheck.claim import Claim
from factcheck.decisions import Ledger
from factcheck.document import Block, BlockKind, Document, Metadata, Reference, Span
from factcheck.evidence import Evidence, EvidenceRelation, Verdict, VerdictLabel
from factcheck.export.reviewed import Reviewed, gather
from factcheck.report import CheckedClaim, DecisionKind, Report
from factcheck.tui.state import ReviewState
from tests.tui.examples import report

OK, ERROR, NEEDS_SOURCE, OPINION, PASS = DecisionKind

SCRIPT = "<script>alert(1)</script>"
HOSTILE = (
    f'=HYPERLINK("http://x.example") {SCRIPT} "><img src=x onerror=alert(1)> \u202etxt.exe\x1b[31m {{{{7*7}}}} &amp;'
)


def decide(what: Report, reviewer: str, act: Callable[[ReviewState], None]) -> None:
    state = ReviewState(what.documents[0], Ledger.of(Path(what.documents[0].path), reviewer))
    state.load(what)
    act(state)


def reviewed(what: Report | None = None) -> Reviewed:
    """mk: an error with a note, a correction and a citation; an ok; a needs source. jr: an ok on the first."""
    found = what or report()

    def mk(state: ReviewState) -> None:
        state.select(0)
        state.cite(2)
        state.set_note("where is 12 from?")
        state.set_correction("rose 9.5 percent")
        state.decide(ERROR)
        state.decide(OK)
        state.select(3)
        state.decide(NEEDS_SOURCE)

    decide(found, "mk", mk)
    decide(found, "jr", lambda state: state.decide(OK))
    return gather(found)


def hostile() -> Reviewed:
    """One claim; article, reference, metadata, note and reviewer's words are all attacks."""
    text = f"# {HOSTILE}\n\n{HOSTILE}\n"
    end = text.index("\n")
    heading = Block(BlockKind.HEADING, Span(2, end))
    body = Block(BlockKind.PARAGRAPH, Span(end + 2, len(text) - 1), section=0)
    article = Document("evil.md", text, (heading, body), Metadata(HOSTILE), "0" * 64)
    source = Document(
        "refs/<b>.md",
        HOSTILE,
        (Block(BlockKind.PARAGRAPH, Span(0, len(HOSTILE))),),
        Metadata(HOSTILE, HOSTILE, url="javascript:alert(1)//https://x.example"),
        "0" * 64,
    )
    claim = Claim("c1", HOSTILE, (body.span,), body.span, attribution=HOSTILE)
    evidence = Evidence(0, Span(0, len(HOSTILE)), EvidenceRelation.CONTRADICTS, 0.1, 0.1, 0.8)
    verdict = Verdict(VerdictLabel.CONTRADICTED, 0.9, HOSTILE, (evidence,))
    what = Report((article,), (Reference("r<1>", source),), claims=(CheckedClaim(0, claim, verdict),))

    def mk(state: ReviewState) -> None:
        state.cite(1)
        state.set_note(HOSTILE)
        state.set_correction(HOSTILE)
        state.decide(ERROR)

    decide(what, "mk", mk)
    return gather(what)
