"""The result of a run: flat lists; rules read it, outputs print it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from factcheck.claim import Claim, Skipped
from factcheck.document import Document, Reference, Span
from factcheck.evidence import Verdict


class Level(StrEnum):
    """How severe a finding is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Higher is more severe."""
        return ("note", "warning", "error").index(self.value)


class DecisionKind(StrEnum):
    """What a reviewer said of a claim."""

    OK = "ok"
    ERROR = "error"
    NEEDS_SOURCE = "needs source"
    OPINION = "opinion"
    PASS = "pass"


@dataclass(frozen=True, slots=True)
class Decision:
    """The state of a reviewer's decision on a claim, read from the log.

    Attributes:
        kind: What was decided.
        reviewer: Who.
        stale: Whether the sentence or the cited evidence has changed since.
        changed: What has changed, for people; empty if it is not stale.
        note: What the reviewer wrote about it, or empty.
        correction: The wording that the reviewer suggests, or empty.
        seconded: The others who let the claim stand as well, by name.
        pending: Whether the claim was let stand, but not yet in as many passes as the project asks for.
    """

    kind: DecisionKind
    reviewer: str
    stale: bool = False
    changed: str = ""
    note: str = ""
    correction: str = ""
    seconded: tuple[str, ...] = ()
    pending: bool = False


@dataclass(frozen=True, slots=True)
class SignedOff:
    """An article's last sign-off, read from the log.

    Attributes:
        document: Index of its Document in the report.
        reviewer: Who signed.
        at: When, UTC, ISO 8601 to the second.
        article: SHA-256 of the article's file that was signed.
        references: Id and SHA-256 of each reference's file that it was signed on.
    """

    document: int
    reviewer: str
    at: str
    article: str
    references: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim with what the machine and, apart from it, a human said.

    Attributes:
        document: Index of its Document in the report.
        claim, verdict: The claim and what the references say of it.
        decision: The human's side; None while open.
    """

    document: int
    claim: Claim
    verdict: Verdict
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule reports about a place in an article.

    Attributes:
        rule, name: "N101" and "number-contradicted".
        level: Severity.
        document: Index of the Document in the report.
        span: The smallest place that is at fault.
        claim: The claim's id, or None.
        message: One line, lower case, no final stop, plain text.
        label: The source's side in a few words ("source r2: 45 days"), or empty.
        help: What to do about it, in one line, or empty.
    """

    rule: str
    name: str
    level: Level
    document: int
    span: Span
    claim: str | None
    message: str
    label: str = ""
    help: str = ""

    @property
    def summary(self) -> str:
        """Message and label in one line, for outputs that show nothing else."""
        return f"{self.message} ({self.label})" if self.label else self.message


class Silencer(StrEnum):
    """What keeps a finding from being reported."""

    DECISION = "decision"
    SUPPRESSION = "suppression"
    BASELINE = "baseline"
    SCOPE = "scope"


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding that is not reported: it neither fails a run nor is printed unless asked for.

    Attributes:
        finding: The finding.
        by: What silences it.
        reason: Who or why, in a few words ("mk: ok", "author's interview, tape 14:20"), or empty.
    """

    finding: Finding
    by: Silencer
    reason: str = ""


class Format(StrEnum):
    """How a report is written."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    JSONL = "jsonl"
    GITHUB = "github"
    GITLAB = "gitlab"
    RDJSON = "rdjson"
    SARIF = "sarif"
    JUNIT = "junit"
    MARKDOWN = "markdown"


class SuppressionState(StrEnum):
    """What came of a suppression in a run."""

    USED = "used"
    UNUSED = "unused"
    EXPIRED = "expired"
    """Its day is over: it silences nothing any more."""
    NOT_JUDGED = "not judged"
    """The rules that it names did not run."""
    MALFORMED = "malformed"
    """It cannot be understood, and silences nothing."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment of an article that keeps findings from being reported, or is meant to.

    Attributes:
        document: Index of the Document in the report.
        span: The whole comment.
        text: The directive as the program understands it ('factcheck-ignore N102 "1.2bn"'), without its reason; as
            written where it is malformed.
        state: What came of it.
        needs_reason: Whether it silences something without saying why.
        until: Its last day, or None.
        problem: What is wrong with it, and what to write instead; empty unless it is malformed.
        ends: The comments that end its range and nothing else: without it they say nothing.
    """

    document: int
    span: Span
    text: str
    state: SuppressionState
    needs_reason: bool = False
    until: date | None = None
    problem: str = ""
    ends: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SetAside:
    """A reference that is no source for an article, since it is that article in another place or time.

    Attributes:
        document: Index of the Document in the report.
        reference: Index of the Reference in the report.
        reason: What it is, behind its name in a message: "is a near-copy of the article".
    """

    document: int
    reference: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReadError:
    """A file that could not be read, and why."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class ModelId:
    """A model that took part, by name and digest."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a run found.

    Attributes:
        documents: The articles.
        references: The sources of all articles.
        checked_against: By document, the indices of the references that it was checked against.
        claims: All claims, by document and place; ids are unique in the report.
        findings: What the rules report, by document and place.
        silenced: Findings that are not reported, by document and place.
        suppressions: The comments that silence findings or are meant to, by document and place.
        set_aside: References that are no sources for an article, by document and reference.
        errors: Files that could not be read.
        skipped: By document, the numeric expressions that are no quantities.
        models: The models that took part.
        sign_offs: The articles' last sign-offs, by document.
        given: Whether its document holds claims of the caller's, a line each, and is no article.
        fresh_decisions: Findings that would be reported, or be more severe, without the decisions that came with the
            change under check; None if there is no earlier state to compare with.
    """

    documents: tuple[Document, ...]
    references: tuple[Reference, ...] = ()
    checked_against: tuple[tuple[int, ...], ...] = ()
    claims: tuple[CheckedClaim, ...] = ()
    findings: tuple[Finding, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    errors: tuple[ReadError, ...] = ()
    skipped: tuple[tuple[Skipped, ...], ...] = ()
    models: tuple[ModelId, ...] = ()
    sign_offs: tuple[SignedOff, ...] = ()
    given: bool = False
    fresh_decisions: tuple[Silenced, ...] | None = None
