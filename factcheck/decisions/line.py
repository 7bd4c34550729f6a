"""An event as a line of a log, and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from factcheck.decisions.anchor import Anchor
from factcheck.decisions.event import Batch, Citation, Decide, Event, Redo, Repair, SignOff, Undo, Visit
from factcheck.decisions.snapshot import Snapshot
from factcheck.report import DecisionKind


def to_line(event: Event) -> bytes:
    """The event as one line of JSON in UTF-8, line break included."""
    text = json.dumps(record_of(event), ensure_ascii=False, separators=(",", ":"))
    # A lone surrogate has no UTF-8; JSON's own escape keeps it.
    safe = "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text)
    return safe.encode() + b"\n"


def record_of(event: Event) -> dict[str, Any]:
    """The event as plain lists and dictionaries."""
    match event:
        case Decide():
            return {"event": "decide", **_say(event)}
        case Batch():
            return {"event": "batch", "id": event.id, "at": event.at, "decisions": [_say(d) for d in event.decides]}
        case Undo() | Redo():
            name = "undo" if isinstance(event, Undo) else "redo"
            return {"event": name, "id": event.id, "of": event.of, "at": event.at}
        case Visit():
            return {"event": "visit", "id": event.id, "at": event.at, "seen": _seen(event.seen)}
        case SignOff():
            return {
                "event": "sign-off",
                "id": event.id,
                "at": event.at,
                "pass": event.pass_number,
                "passes": event.passes,
                "counts": dict(event.counts),
                "seen": _seen(event.seen),
            }
        case Repair():
            return {"event": "repair", "at": event.at, "of": event.of}


def _say(decide: Decide) -> dict[str, Any]:
    return {
        "id": decide.id,
        "at": decide.at,
        "replaces": decide.replaces,
        "claim": asdict(decide.anchor),
        "kind": decide.kind,
        "evidence": [asdict(citation) for citation in decide.citations],
        "note": decide.note,
        **({"correction": decide.correction} if decide.correction else {}),
        **({"pass": decide.pass_number} if decide.pass_number != 1 else {}),
    }


def _seen(seen: Snapshot) -> dict[str, Any]:
    # The claims in one string: an article of 3,000 would make 3,000 lists at each visit.
    claims = " ".join(f"{name}{verdict}" for name, verdict in seen.claims)
    return {"article": seen.article, "references": dict(seen.references), "claims": claims}


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
    except (KeyError, TypeError, AttributeError):
        raise ValueError(f"not a whole {_text(record, 'event', 'event')!r} event") from None


def _event(record: dict[str, Any]) -> Event:
    match record.get("event"):
        case "decide":
            return _decide(record)
        case "batch":
            decides = tuple(_decide(each) for each in record["decisions"])
            if not decides:
                raise TypeError("decisions")
            return Batch(_text(record, "id"), _text(record, "at"), decides)
        case "undo":
            return Undo(_text(record, "of"), _text(record, "at"), _text(record, "id", ""))
        case "redo":
            return Redo(_text(record, "of"), _text(record, "at"), _text(record, "id", ""))
        case "visit":
            return Visit(_text(record, "id"), _text(record, "at"), _snapshot(record["seen"]))
        case "sign-off":
            return SignOff(
                _text(record, "id"),
                _text(record, "at"),
                _count(record, "pass", 1),
                _count(record, "passes", 1),
                _snapshot(record["seen"]),
                tuple((state, _count(record["counts"], state, 0)) for state in record["counts"]),
            )
        case "repair":
            return Repair(_text(record, "at"), _text(record, "of", ""))
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
        pass_number=_count(record, "pass", 1) if "pass" in record else 1,
    )


def _snapshot(record: dict[str, Any]) -> Snapshot:
    references = record["references"]
    if not isinstance(references, dict):
        raise TypeError("references")
    return Snapshot(
        _text(record, "article"),
        tuple((id, _text(references, id)) for id in references),
        tuple((name[:-1], name[-1]) for name in _text(record, "claims").split()),
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
