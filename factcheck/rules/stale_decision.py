"""S904 stale-decision: a decision or a sign-off was made on another text.

Level: warning. Needs a model: no.

Why: a decision holds for the sentence and the passage that the reviewer had before them. When either changes the
finding returns, and what was decided is said here, so that it can be confirmed with one key. An article that differs
from the one that was signed off was not seen by whoever signed it.

Example:
    article.md:3:1-29: warning S904 stale-decision: claim `Trips rose 9.5 percent` was decided ok by mk, which does not
    hold any more
      |
    3 | Ferry trips rose 9.5 percent.
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ it was worded otherwise: “Trips rose 12 percent.”

What to do: look at it again in `factcheck review`; the same key confirms the decision.

Since: 0.2.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.document import Span
from factcheck.report import CheckedClaim, Decision, DecisionKind, Finding, Level, Report, SignedOff
from factcheck.rules import wording
from factcheck.rules.base import Earlier, Example
from factcheck.rules.claims import extent

_DAM = "The dam holds 37 million cubic metres of water when it is full.\n"
_FULL = "When it is full, the dam holds 37 million cubic metres of water.\n"
_EXAMPLES = (
    Example(
        "The dam holds 41 million cubic metres of water when it is full.\n",
        (_FULL,),
        flagged="The dam holds 41 million cubic metres of water when it is full.",
        earlier=Earlier(_DAM, (_FULL,)),
    ),
    Example(f"{_DAM}\nIt was built by prisoners.\n", (_FULL,), flagged="", earlier=Earlier(_DAM, (_FULL,))),
    Example(_DAM, (_FULL,), earlier=Earlier(_DAM, (_FULL,))),
    Example(_DAM, (_FULL,)),
)


@dataclass(frozen=True, slots=True)
class StaleDecision:
    """A decision or a sign-off that was made on another text."""

    id: str = "S904"
    name: str = "stale-decision"
    level: Level = Level.WARNING
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a claim whose decision is stale, and one an article that is not the one signed off."""
        for claim in report.claims:
            if claim.decision is not None and claim.decision.stale and claim.decision.kind is not DecisionKind.PASS:
                yield self._stale(claim, claim.decision)
        for signed in report.sign_offs:
            if signed.article != report.documents[signed.document].sha256:
                yield self._changed(signed)

    def _stale(self, claim: CheckedClaim, decision: Decision) -> Finding:
        said = f"was decided {decision.kind} by {decision.reviewer}"
        return Finding(
            rule=self.id,
            name=self.name,
            level=self.level,
            document=claim.document,
            span=extent(claim),
            claim=claim.claim.id,
            message=f"{wording.claim(claim)} {said}, which does not hold any more",
            label=wording.folded(decision.changed),
            help="confirm it or decide it anew in factcheck review",
        )

    def _changed(self, signed: SignedOff) -> Finding:
        return Finding(
            rule=self.id,
            name=self.name,
            level=self.level,
            document=signed.document,
            span=Span(0, 0),
            claim=None,
            message=f"the article has changed since {signed.reviewer} signed it off on {signed.at[:10]}",
            help="review what has changed, and sign it off again",
        )
