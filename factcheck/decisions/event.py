r"""What a log holds: events, one JSON object a line.

    {"event":"decide","id":"…","at":"2024-06-17T09:12:44Z","replaces":null,"claim":{…},"kind":"ok",
     "evidence":[{"reference":"r1","quote":"…"}],"note":""}
    {"event":"undo","of":"…","at":"…"}
    {"event":"redo","of":"…","at":"…"}
    {"event":"repair","at":"…"}          the line before was torn by a crash and never acknowledged

Events tell what was done, not what is: the state follows from replaying them (`history`).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from factcheck.decisions.anchor import Anchor
from factcheck.report import DecisionKind


@dataclass(frozen=True, slots=True)
class Citation:
    """Evidence that a decision rests on: a reference's id and the passage, normalised."""

    reference: str
    quote: str


@dataclass(frozen=True, slots=True)
class Decide:
    """A reviewer's whole say on a claim from now on.

    Attributes:
        id: Unique in the log.
        at: When, UTC, ISO 8601 to the second.
        anchor: The claim.
        kind: What was decided; None: open again.
        citations: The evidence it rests on.
        note: Free text.
        replaces: Id of the decision it takes the place of, or None for the first on this claim.
        correction: A wording to take instead of the article's, or "".
    """

    id: str
    at: str
    anchor: Anchor
    kind: DecisionKind | None
    citations: tuple[Citation, ...] = ()
    note: str = ""
    replaces: str | None = None
    correction: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """The decision `of` no longer counts."""

    of: str
    at: str


@dataclass(frozen=True, slots=True)
class Redo:
    """The undone decision `of` counts again."""

    of: str
    at: str


@dataclass(frozen=True, slots=True)
class Repair:
    """The unreadable line before this one is the rest of a write that a crash cut off."""

    at: str


Event = Decide | Undo | Redo | Repair


def to_line(event: Event) -> bytes:
    """The event as one line of JSON in UTF-8, line break included."""
    record: dict[str, Any]
    match event:
        case Decide():
            record = {
                "event": "decide",
                "id": event.id,
                "at": event.at,
                "replaces": event.replaces,
                "claim": asdict(event.anchor),
                "kind": event.kind,
                "evidence": [asdict(citation) for citation in event.citations],
                "note": event.note,
                **({"correction": event.correction} if event.correction else {}),
            }
        case Undo():
            record = {"event": "undo", "of": event.of, "at": event.at}
        case Redo():
            record = {"event": "redo", "of": event.of, "at": event.at}
        case Repair():
            record = {"event": "repair", "at": event.at}
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    # A lone surrogate has no UTF-8; JSON's own escape keeps it.
    safe = "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text)
    return safe.encode() + b"\n"


def from_line(line: bytes) -> Event:
    """The event of a line.

    Raises:
        ValueError: The line is no event; the text says why.
    """
    try:
        record = json.loads(line.decode())
    except (ValueError, RecursionError):
        raise ValueError("not a line of JSON") from None
    if not isinstance(record, dict):
        raise ValueError("not an event")
    try:
        return _event(record)
    except (KeyError, TypeError):
        raise ValueError(f"not a whole {_text(record, 'event', 'event')!r} event") from None


def _event(record: dict[str, Any]) -> Event:
    match record.get("event"):
        case "decide":
            return _decide(record)
        case "undo":
            return Undo(_text(record, "of"), _text(record, "at"))
        case "redo":
            return Redo(_text(record, "of"), _text(record, "at"))
        case "repair":
            return Repair(_text(record, "at"))
        case _:
            raise ValueError("an event this version does not know")


def _decide(record: dict[str, Any]) -> Decide:
    claim, kind, replaces = record["claim"], record["kind"], record["replaces"]
    anchor = Anchor(
        text=_text(claim, "text"),
        sentence=_text(claim, "sentence"),
        quote=_text(claim, "quote"),
        prefix=_text(claim, "prefix"),
        suffix=_text(claim, "suffix"),
        occurrence=_count(claim, "occurrence", 0),
        occurrences=_count(claim, "occurrences", 1),
    )
    if anchor.occurrence >= anchor.occurrences:
        raise TypeError("occurrence")
    if kind is not None and kind not in list(DecisionKind):
        raise ValueError("a kind of decision this version does not know")
    return Decide(
        id=_text(record, "id"),
        at=_text(record, "at"),
        anchor=anchor,
        kind=None if kind is None else DecisionKind(kind),
        citations=tuple(Citation(_text(c, "reference"), _text(c, "quote")) for c in record["evidence"]),
        note=_text(record, "note"),
        replaces=None if replaces is None else _text(record, "replaces"),
        correction=_text(record, "correction", ""),
    )


def _text(record: dict[str, Any], key: str, default: str | None = None) -> str:
    value = record[key] if default is None else record.get(key, default)
    if not isinstance(value, str):
        raise TypeError(key)
    return value


def _count(record: dict[str, Any], key: str, least: int) -> int:
    value = record[key]
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise TypeError(key)
    return value
