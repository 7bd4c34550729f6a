"""What is found for a claim, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.claim import Quantity
from factcheck.document import Span


class VerdictLabel(StrEnum):
    """What the references say of a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNVERIFIED = "unverified"


class EvidenceRelation(StrEnum):
    """What one snippet does to a claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    NEUTRAL = "neutral"


class QuantityRelation(StrEnum):
    """How a source's quantity bears on the article's."""

    EQUAL = "equal"
    ENTAILED = "entailed"
    """The source is narrower, or rounds to it: "about 140" by 140, "at least 144" by 151."""
    COMPATIBLE = "compatible"
    """Both can be true, neither follows."""
    CONFLICTING = "conflicting"
    INCOMPARABLE = "incomparable"


MATCHING = frozenset({QuantityRelation.EQUAL, QuantityRelation.ENTAILED})
"""Relations by which a source's quantity makes the article's true."""


@dataclass(frozen=True, slots=True)
class RowCell:
    """A cell of a table row, or a named value, as a source.

    Attributes:
        column: Its column's header, or the value's name.
        parts: What names it for people: its table, row and column ("table 'Ridership'", "row North", "column 2024"),
            or its path in a data file alone ("results.model_a.accuracy"); each "" where nothing names it.
        text: Its content.
        quantities: Those in it, with offsets in the Reference's text.
        periods: The dates that its header gives it.
    """

    column: str
    parts: tuple[str, str, str]
    text: str
    quantities: tuple[Quantity, ...] = ()
    periods: tuple[Quantity, ...] = ()

    @property
    def place(self) -> str:
        """The parts of its name that it has, in one line."""
        return ", ".join(part for part in self.parts if part)


@dataclass(frozen=True, slots=True)
class Row:
    """A table row as a source.

    Attributes:
        table: Which table of its reference.
        title: The table's title; "" if it has none.
        names: What the row is about, each with what sort of name it is: ("Region", "North").
        periods: The dates that it is about.
        cells: Its cells, in order.
    """

    table: int
    title: str
    names: tuple[tuple[str, str], ...]
    periods: tuple[Quantity, ...]
    cells: tuple[RowCell, ...]

    def place(self, quantity: Quantity) -> str:
        """What names the cell in which a quantity stands, or above which if it is the header's; "" if none does."""
        for cell in self.cells:
            if any(quantity.span == known.span for known in (*cell.quantities, *cell.periods)):
                return cell.place
        return ""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of a reference: one to a few sentences or one table row.

    Attributes:
        reference: Index of the Reference in the run's list.
        span: Its place in the Reference's text.
        text: As given to the models: masked markup removed, a table row spelled out with its headers.
        context: Title, publisher and date of the reference, and the section the passage stands in.
        quantities: Those in it, with offsets in the Reference's text.
        tabular: Whether it is a table row, whose numbers get their unit from a header or caption.
        row: The row, cell by cell; only for a table row.
    """

    reference: int
    span: Span
    text: str
    context: str = ""
    quantities: tuple[Quantity, ...] = ()
    tabular: bool = False
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A snippet judged against a claim.

    Attributes:
        reference: Index of the Reference in the run's list.
        span: What to quote, in the Reference's text.
        relation: What it does to the claim.
        entailment, neutral, contradiction: The model's probabilities; they sum to 1.
        highlights: The words in it that speak of what the claim speaks of, by place, in the Reference's text.
    """

    reference: int
    span: Span
    relation: EvidenceRelation
    entailment: float
    neutral: float
    contradiction: float
    highlights: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class QuantityEvidence:
    """The source's side of a quantity comparison.

    Attributes:
        reference: Index of the Reference in the run's list.
        span: The source's expression in the Reference's text.
        meaning: The source's value for people.
        arithmetic: How it was computed ("22:40 Monday to 05:40 Wednesday = 31 h"), or None when read off directly.
        cell: What names the table cell or value it stands in; "" in running text.
        beside: The other operand, where it was computed over two passages: its reference and its place there.
    """

    reference: int
    span: Span
    meaning: str
    arithmetic: str | None = None
    cell: str = ""
    beside: tuple[int, Span] | None = None


class NumberReason(StrEnum):
    """What more is known of a number's verdict."""

    WRONG_REFERENT = "wrong referent"
    """The figure stands in a source, but of something else."""
    UNIT_MISMATCH = "unit mismatch"
    """A source has the same digits with another unit, currency or scale."""
    ARITHMETIC = "arithmetic"
    """A sum, difference, change or share that the source's values do not give."""
    HEDGE = "hedge"
    """The figure is about right, but "more than", "nearly" or "at least" points the wrong way."""
    SUPERSEDED = "superseded"
    """Only an older or lower-ranked source says so; a better one says otherwise."""
    SOURCES_DISAGREE = "sources disagree"
    """A source supports it; another, no better one, says otherwise."""


@dataclass(frozen=True, slots=True)
class OtherValue:
    """What another source says of the same quantity.

    Attributes:
        evidence: The other source's side.
        agrees: Whether it agrees with the article.
    """

    evidence: QuantityEvidence
    agrees: bool


@dataclass(frozen=True, slots=True)
class QuantityVerdict:
    """What the references say of one quantity of a claim.

    Attributes:
        quantity: The article's.
        label: The verdict.
        relation: How the value of `evidence` bears on the article's.
        evidence: The value that decides, or for some reasons the one that explains.
        confidence: In the label, 0 to 1.
        reason: What more is known, or None.
        distance: How far the article's value and the source's lie apart, for people, or "".
        elsewhere: Where the figure stands of something else (WRONG_REFERENT), or None.
        others: Other sources that speak of the same, the best first.
    """

    quantity: Quantity
    label: VerdictLabel
    relation: QuantityRelation = QuantityRelation.INCOMPARABLE
    evidence: QuantityEvidence | None = None
    confidence: float = 1.0
    reason: NumberReason | None = None
    distance: str = ""
    elsewhere: QuantityEvidence | None = None
    others: tuple[OtherValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the references say of a claim.

    Attributes:
        label: Supported, contradicted or unverified.
        confidence: In the label, 0 to 1.
        rationale: One line for people: "article 60 days, source r1 45 days".
        evidence: Best first.
        quantities: One entry for each of the claim's quantities.
        instead: Of a contradicted claim the name or code that a passage has in place of one of the claim's; else "".
    """

    label: VerdictLabel
    confidence: float
    rationale: str = ""
    evidence: tuple[Evidence, ...] = ()
    quantities: tuple[QuantityVerdict, ...] = ()
    instead: str = ""
