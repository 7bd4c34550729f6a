"""From a report's JSON, whose form is right, to a Report over the files that it was made from."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from factcheck.claim import Antecedent, Claim, Interval, Modality, Quantity, QuantityKind
from factcheck.document import Document, Reference, Span
from factcheck.evidence import (
    Evidence,
    EvidenceRelation,
    NumberReason,
    OtherValue,
    QuantityEvidence,
    QuantityRelation,
    QuantityVerdict,
    Verdict,
    VerdictLabel,
)
from factcheck.quantities import quantities_in
from factcheck.report import (
    CheckedClaim,
    Decision,
    DecisionKind,
    Finding,
    Level,
    ModelId,
    ReadError,
    Report,
    SetAside,
    Silenced,
    Silencer,
)
from factcheck.sentences import sentences

Record = Mapping[str, Any]


class MisfitError(Exception):
    """Something that the files do not bear out; its text says what."""


class Rebuilding:
    """One article's part of a report, put together again.

    Raises:
        MisfitError: From `report`: a place, a quotation or a name does not fit.
    """

    def __init__(
        self, data: Record, index: int, document: Document, references: Sequence[Reference], against: Iterable[str]
    ) -> None:
        """Lay out what belongs together.

        Args:
            data: The whole report.
            index: Of the article in it.
            document: The article.
            references: Those of the article, also those that were set aside.
            against: Ids of those that it was checked against.
        """
        self._against = tuple(against)
        self._data = data
        self._index = index
        self._document = document
        self._references = references
        self._numbers = {reference.id: number for number, reference in enumerate(references)}
        found = [quantities_in(document, sentence) for sentence in sentences(document)]
        self._read = {quantity.span: quantity for part in found for quantity in part.quantities}
        self._skipped = tuple(skipped for part in found for skipped in part.skipped)

    def report(self) -> Report:
        """The report on the article alone."""
        claims = tuple(map(self._claim, self._mine("claims")))
        ids = {checked.claim.id for checked in claims}
        if len(ids) != len(claims):
            raise MisfitError("two claims have one id")
        return Report(
            documents=(self._document,),
            references=tuple(self._references),
            checked_against=(tuple(self._numbers[id] for id in self._against),),
            claims=claims,
            findings=tuple(self._finding(entry, ids) for entry in self._mine("findings")),
            silenced=tuple(
                Silenced(self._finding(entry, ids), Silencer(entry["by"]), entry["reason"])
                for entry in self._mine("silenced")
            ),
            set_aside=tuple(
                SetAside(0, self._numbers[entry["reference"]], entry["reason"]) for entry in self._mine("set_aside")
            ),
            fresh_decisions=self._fresh(ids),
            errors=tuple(ReadError(entry["path"], entry["message"]) for entry in self._data["errors"]),
            skipped=(self._skipped,),
            models=tuple(ModelId(entry["name"], entry["sha256"]) for entry in self._data["tool"]["models"]),
        )

    def _mine(self, part: str) -> Iterator[Record]:
        return (entry for entry in self._data[part] if entry["document"] == self._index)

    def _fresh(self, ids: set[str]) -> tuple[Silenced, ...] | None:
        """What decisions that came with the change under check keep back; None where nothing was compared."""
        fresh: Sequence[Record] | None = self._data.get("fresh_decisions")
        if fresh is None:
            return None
        return tuple(
            Silenced(self._finding(entry["finding"], ids), Silencer.DECISION, entry["reason"])
            for entry in fresh
            if entry["finding"]["document"] == self._index
        )

    def _place(self, start: int, end: int) -> Span:
        """A place in the article."""
        if not start <= end <= len(self._document.text):
            raise MisfitError(f"{self._document.path} has no place {start} to {end}")
        return Span(start, end)

    def _claim(self, entry: Record) -> CheckedClaim:
        quantities = tuple(map(self._quantity_verdict, entry["quantities"]))
        antecedents = entry.get("antecedents", ())
        claim = Claim(
            id=entry["id"],
            text=entry["text"],
            spans=tuple(self._place(*span) for span in entry["spans"]),
            sentence=self._place(*entry["sentence"]),
            attribution=entry["attribution"],
            modality=Modality(entry["modality"]),
            checkworthy=entry["checkworthy"],
            quantities=tuple(judged.quantity for judged in quantities),
            antecedents=tuple(
                Antecedent(self._place(a["start"], a["end"]), a["text"], self._place(*a["source"])) for a in antecedents
            ),
        )
        verdict = Verdict(
            label=VerdictLabel(entry["verdict"]),
            confidence=entry["confidence"],
            rationale=entry["rationale"],
            evidence=tuple(map(self._evidence, entry["evidence"])),
            quantities=quantities,
        )
        return CheckedClaim(0, claim, verdict, _decision(entry["decision"]))

    def _quantity_verdict(self, entry: Record) -> QuantityVerdict:
        reason = entry["reason"]
        return QuantityVerdict(
            quantity=self._quantity(entry),
            label=VerdictLabel(entry["verdict"]),
            relation=QuantityRelation(entry["relation"]),
            evidence=self._value(entry["evidence"]),
            confidence=entry["confidence"],
            reason=NumberReason(reason) if reason else None,
            distance=entry["distance"] or "",
            elsewhere=self._value(entry["elsewhere"]),
            others=tuple(self._others(entry["others"])),
        )

    def _others(self, entries: Iterable[Record]) -> Iterable[OtherValue]:
        for entry in entries:
            value = self._value(entry["evidence"])
            if value:
                yield OtherValue(value, entry["agrees"])

    def _quantity(self, entry: Record) -> Quantity:
        """The quantity as it is read in the article; what another version read has a meaning, but no value."""
        span = self._place(entry["start"], entry["end"])
        if span.of(self._document.text) != entry["text"]:
            raise MisfitError(f"{self._document.path} does not have {entry['text'][:40]!r} at {span.start}")
        read = self._read.get(span)
        if read and (read.kind.value, read.meaning) == (entry["kind"], entry["meaning"]):
            return read
        unknown = Interval(-math.inf, math.inf)
        return Quantity(span, entry["text"], QuantityKind(entry["kind"]), math.nan, unknown, meaning=entry["meaning"])

    def _evidence(self, entry: Record) -> Evidence:
        number, span = self._quotation(entry)
        relation = EvidenceRelation(entry["relation"])
        odds = (entry["entailment"], entry["neutral"], entry["contradiction"])
        return Evidence(number, span, relation, *odds, highlights=tuple(self._words(entry, number, span)))

    def _words(self, entry: Record, number: int, quoted: Span) -> Iterator[Span]:
        """The words of a quotation that the report points out; they are in order and do not overlap."""
        at = quoted.start
        for start, end in entry["highlights"]:
            place = _in_text(self._references[number], Span(start, end)) if start < end else None
            if place is None or place.start < at or place.end > quoted.end:
                raise MisfitError(f"{entry['text'][:40]!r} has no words {start} to {end}")
            at = place.end
            yield place

    def _value(self, entry: Record | None) -> QuantityEvidence | None:
        if entry is None:
            return None
        number, span = self._quotation(entry)
        return QuantityEvidence(number, span, entry["meaning"], entry["arithmetic"], entry.get("cell", ""))

    def _quotation(self, entry: Record) -> tuple[int, Span]:
        """A reference's index and a place in its text, from the place in its file."""
        number = self._numbers.get(entry["reference"])
        if number is None:
            raise MisfitError(f"there is no reference {entry['reference'][:40]!r}")
        reference = self._references[number]
        span = _in_text(reference, Span(entry["start"], entry["end"]))
        if span is None or reference.in_file(span)[1] != entry["text"]:
            raise MisfitError(f"{reference.document.path} does not have {entry['text'][:40]!r} at {entry['start']}")
        return number, span

    def _finding(self, entry: Record, ids: set[str]) -> Finding:
        if entry["claim"] is not None and entry["claim"] not in ids:
            raise MisfitError(f"there is no claim {entry['claim'][:40]!r}")
        place = self._place(entry["start"], entry["end"])
        level = Level(entry["level"])
        return Finding(entry["rule"], entry["name"], level, 0, place, entry["claim"], entry["message"])


def _in_text(reference: Reference, place: Span) -> Span | None:
    """Where a place of a reference's file stands in its text; None if it has no such place."""
    if reference.origin is None:
        return place if place.start <= place.end <= len(reference.text) else None
    start, end = (bisect_left(reference.origin, at) for at in (place.start, place.end))
    if start > end or end >= len(reference.origin):
        return None
    return Span(start, end) if Span(reference.origin[start], reference.origin[end]) == place else None


def _decision(entry: Record | None) -> Decision | None:
    if entry is None:
        return None
    return Decision(
        kind=DecisionKind(entry["kind"]),
        reviewer=entry["reviewer"],
        stale=entry["stale"],
        changed=entry["changed"],
        note=entry["note"],
        correction=entry["correction"],
        seconded=tuple(entry["seconded"]),
        pending=entry["pending"],
    )
