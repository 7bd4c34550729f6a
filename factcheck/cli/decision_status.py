"""How far the review of an article is, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.claim import Claim
from factcheck.decisions import ArticleReview, Decide, Sources, Standing, current_pass, review_of
from factcheck.decisions.policy import finished, last_sign_off
from factcheck.document import Document, Reference
from factcheck.output.json_report import dumped
from factcheck.output.plain import one_line
from factcheck.report import DecisionKind
from factcheck.settings import Review

_OPEN = (None, DecisionKind.PASS)


@dataclass(frozen=True, slots=True)
class Status:
    """An article's review.

    Attributes:
        document: The article.
        claims: Its claims.
        references: What it is checked against; None if not known.
        asked: What the project asks.
        review: What the logs say.
    """

    document: Document
    claims: Sequence[Claim]
    references: Sequence[Reference] | None
    asked: Review
    review: ArticleReview

    @property
    def decided(self) -> frozenset[int]:
        """Claims with a decision that holds, by index."""
        return frozenset(
            index
            for index, said in self.review.said().items()
            if any(not each.stale and each.decide.kind not in _OPEN for each in said.values())
        )

    @property
    def open(self) -> list[int]:
        """Claims that wait for a decision, by index."""
        return [i for i, claim in enumerate(self.claims) if claim.checkworthy and i not in self.decided]


def status_of(
    document: Document, claims: Sequence[Claim], references: Sequence[Reference] | None, asked: Review
) -> Status:
    """Read the logs of an article and hold them against it as it is."""
    return Status(document, claims, references, asked, review_of(document, claims, Sources(references), asked))


def status_text(found: Sequence[Status]) -> str:
    """A paragraph an article."""
    return "\n".join("".join(f"{line}\n" for line in _lines(status)) for status in found)


def status_json(found: Sequence[Status]) -> str:
    """The same for programs."""
    return dumped({"schema": "factcheck/decision-status/1", "articles": [_data(status) for status in found]})


def _lines(status: Status) -> Iterator[str]:
    asked = status.asked
    signed = status.review.sign_offs
    total = len(status.open) + len(status.decided)
    done = finished(asked, signed) >= asked.passes
    stage = "all passes done" if done else f"pass {current_pass(asked, signed)} of {asked.passes}"
    path = one_line(status.document.path)
    claims = "1 claim" if total == 1 else f"{total} claims"
    yield f"{path}: {claims}, {len(status.decided)} decided, {len(status.open)} open; {stage}"
    yield from (f"  {line}" for line in _reviewer_lines(status))
    yield from (f"  {line}" for line in _sign_off_lines(status))
    for name, standing, index in _stale(status):
        yield f"  stale   {_place(status, index)}  {_said(name, standing.decide)}: {one_line(standing.stale)}"
    for name, decide in _lost(status):
        yield f"  lost    {_said(name, decide)} on “{one_line(decide.anchor.text)}”: {_why_lost(status, decide)}"
    for index, said in status.review.differing().items():
        voices = ", ".join(f"{one_line(name)} {_kind(each.decide)}" for name, each in said.items())
        yield f"  differ  {_place(status, index)}  {voices}: {one_line(status.claims[index].text)}"
    if status.references is None and any(decide.citations for _, decide in status.review.since("")):
        yield "  whether the passages cited still stand was not looked at: name the references with -r"


def _reviewer_lines(status: Status) -> Iterator[str]:
    for name, reviewed in status.review.reviewers.items():
        passes: Counter[tuple[int, str]] = Counter()
        for standing in reviewed.standing.values():
            if standing.decide.kind is not None:
                kind = "stale" if standing.stale else standing.decide.kind.value
                passes[standing.decide.pass_number, kind] += 1
        for number in sorted({number for number, _ in passes}) or [1]:
            counts = [f"{count} {kind}" for (of, kind), count in sorted(passes.items()) if of == number]
            yield f"{one_line(name)}, pass {number}: {', '.join(counts) or 'nothing decided'}"


def _sign_off_lines(status: Status) -> Iterator[str]:
    for name, sign_offs in status.review.sign_offs.items():
        for each in sign_offs:
            done = f"pass {each.pass_number} of {each.passes} on {one_line(each.at[:10])}"
            yield f"{one_line(name)} signed off {done}, {_compared(status, each.seen.article)}"
    last = last_sign_off(status.asked, status.review.sign_offs)
    if last is not None and status.references is not None:
        now = {reference.id: reference.document.sha256 for reference in status.references}
        other = [id for id, digest in last[1].seen.references if now.get(id) != digest]
        if other:
            yield f"references changed since the sign-off: {', '.join(map(one_line, other))}"


def _compared(status: Status, signed: str) -> str:
    return "the text is the same" if signed == status.document.sha256 else "the text has changed since"


def _stale(status: Status) -> list[tuple[str, Standing, int]]:
    return [
        (name, standing, index)
        for index, said in status.review.said().items()
        for name, standing in said.items()
        if standing.stale
    ]


def _lost(status: Status) -> list[tuple[str, Decide]]:
    return [(name, decide) for name, reviewed in status.review.reviewers.items() for decide in reviewed.lost]


def _why_lost(status: Status, decide: Decide) -> str:
    if status.review.index.changed(decide.anchor):
        return "the claim that it may have become has a decision of its own"
    return "no claim of the article is like it any more"


def _place(status: Status, index: int) -> str:
    claim = status.claims[index]
    line, column = status.document.line_column(claim.places[0].start)
    return f"{line}:{column}"


def _said(name: str, decide: Decide) -> str:
    return f"{_kind(decide)} by {one_line(name)}"


def _kind(decide: Decide) -> str:
    return decide.kind.value if decide.kind else "a note"


def _data(status: Status) -> dict[str, Any]:
    asked, signed = status.asked, status.review.sign_offs
    return {
        "path": status.document.path,
        "sha256": status.document.sha256,
        "claims": len(status.open) + len(status.decided),
        "decided": len(status.decided),
        "open": [status.claims[index].id for index in status.open],
        "pass": current_pass(asked, signed),
        "passes": asked.passes,
        "passes_done": finished(asked, signed),
        "reviewers": [
            {
                "reviewer": name,
                "decisions": [
                    {
                        "claim": status.claims[index].id,
                        "kind": _kind(standing.decide),
                        "pass": standing.decide.pass_number,
                        "stale": standing.stale or None,
                    }
                    for index, standing in sorted(reviewed.standing.items())
                    if standing.decide.kind is not None
                ],
                "lost": [
                    {"text": decide.anchor.text, "kind": _kind(decide), "reason": _why_lost(status, decide)}
                    for decide in reviewed.lost
                ],
                "sign_offs": [
                    {
                        "pass": each.pass_number,
                        "passes": each.passes,
                        "at": each.at,
                        "counts": dict(each.counts),
                        "same_text": each.seen.article == status.document.sha256,
                    }
                    for each in signed[name]
                ],
            }
            for name, reviewed in status.review.reviewers.items()
        ],
        "differ": [status.claims[index].id for index in status.review.differing()],
    }
