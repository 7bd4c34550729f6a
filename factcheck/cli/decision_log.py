"""What reviewers did, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.decisions.event import Batch, Decide, Event, Redo, Repair, SignOff, Undo, Visit
from factcheck.decisions.line import record_of
from factcheck.decisions.logs import ReviewerLog
from factcheck.output.json_report import dumped
from factcheck.output.plain import one_line

Logs = Sequence[tuple[Path, Sequence[ReviewerLog]]]
"""Articles with their reviewers' logs."""


def log_text(found: Logs) -> str:
    """One line an event, with what belongs to it below."""
    return "".join(f"{line}\n" for article, logs in found for line in _article_lines(article, logs))


def log_json(found: Logs) -> str:
    """Every event as it stands in its log, with its article, its reviewer and whether it counts today."""
    events = [
        {
            "article": article.as_posix(),
            "reviewer": entry.log.reviewer,
            **record_of(entry.event),
            **_counting(entry),
        }
        for article, logs in found
        for entry in _entries(logs)
    ]
    return dumped({"schema": "factcheck/decisions/1", "events": events})


def undone(step: Sequence[Decide]) -> str:
    """What one key press had decided, in a line."""
    first = f"{_kind(step[0])} on “{one_line(step[0].anchor.text)}”"
    return first if len(step) == 1 else f"{first} and {len(step) - 1} more"


def signed(event: SignOff) -> str:
    """A sign-off in a line."""
    counts = ", ".join(f"{count} {one_line(state)}" for state, count in event.counts)
    done = f"pass {event.pass_number} of {event.passes} signed off"
    return f"{done}: {counts}" if counts else done


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event with its log and the ids of that log's decisions in force."""

    event: Event
    log: ReviewerLog
    in_force: frozenset[str]


def _entries(logs: Sequence[ReviewerLog]) -> list[_Entry]:
    entries = []
    for log in logs:
        in_force = frozenset(decide.id for decide in log.history.in_force())
        entries += [_Entry(event, log, in_force) for event in log.history.events]
    return sorted(entries, key=lambda entry: entry.event.at)


def _article_lines(article: Path, logs: Sequence[ReviewerLog]) -> Iterator[str]:
    entries = _entries(logs)
    yield f"{one_line(article.as_posix())}: {len(entries) or 'no'} {'entry' if len(entries) == 1 else 'entries'}"
    width = max((len(log.reviewer) for log in logs), default=0)
    for entry in entries:
        at = one_line(entry.event.at).replace("T", " ").removesuffix("Z")
        head = f"  {at}  {one_line(entry.log.reviewer):<{width}}  "
        for number, line in enumerate(_event_lines(entry)):
            yield (" " * len(head) if number else head) + line


def _event_lines(entry: _Entry) -> Iterator[str]:
    match entry.event:
        case Decide() as decide:
            yield from _decide_lines(decide, entry.in_force)
        case Batch(decides=decides):
            yield f"{len(decides)} claims at once"
            for decide in decides:
                yield from (f"  {line}" for line in _decide_lines(decide, entry.in_force))
        case Undo(of=of):
            yield f"undo: {_meant(of, entry.log)}"
        case Redo(of=of):
            yield f"redo: {_meant(of, entry.log)}"
        case Visit():
            yield "looked at it"
        case SignOff() as sign_off:
            yield signed(sign_off)
        case Repair():
            yield "a line that a crash had cut off was set aside"


def _decide_lines(decide: Decide, in_force: frozenset[str]) -> Iterator[str]:
    aside = "" if decide.id in in_force else "  (not in force)"
    yield f"{_kind(decide)}: {one_line(decide.anchor.text)}{aside}"
    for citation in decide.citations:
        yield f"  cites {one_line(citation.reference)}: “{one_line(citation.quote)}”"
    if decide.note:
        yield f"  note: {one_line(decide.note)}"
    if decide.correction:
        yield f"  suggests: {one_line(decide.correction)}"


def _meant(id: str, log: ReviewerLog) -> str:
    meant = log.history.meant(id)
    if meant is None:
        return "something that is not in this log"
    return signed(meant) if isinstance(meant, SignOff) else undone(meant)


def _kind(decide: Decide) -> str:
    return decide.kind.value if decide.kind else "open again"


def _counting(entry: _Entry) -> dict[str, Any]:
    match entry.event:
        case Decide(id=id):
            return {"in_force": id in entry.in_force}
        case Batch(decides=decides):
            return {"in_force": [decide.id in entry.in_force for decide in decides]}
        case SignOff() as sign_off:
            return {"in_force": sign_off in entry.log.history.sign_offs}
        case _:
            return {}
