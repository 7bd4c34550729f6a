r"""What a log holds: events, one JSON object a line.

    {"event":"decide","id":"…","at":"2024-06-17T09:12:44Z","replaces":null,"claim":{…},"kind":"ok",
     "evidence":[{"reference":"r1","quote":"…"}],"note":""}
    {"event":"batch","id":"…","at":"…","decisions":[{…},{…}]}     one key press for several claims
    {"event":"undo","id":"…","of":"…","at":"…"}
    {"event":"redo","id":"…","of":"…","at":"…"}
    {"event":"visit","id":"…","at":"…","seen":{"article":"…","references":{…},"claims":"…"}}
    {"event":"sign-off","id":"…","at":"…","pass":1,"passes":2,"counts":{"ok":31,"open":0},"seen":{…}}
    {"event":"repair","at":"…","of":"…"}          a line with that digest was torn by a crash, never acknowledged

Events tell what was done, not what is: the state follows from replaying them (`history`). The id tells a line that a
merge brought twice from the same thing done twice; logs of version 0.1 have none in undo and redo, and no digest in
repair. A decision's `correction` (a wording to take instead) and `pass` are left out where they are "" and 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.decisions.anchor import Anchor
from factcheck.decisions.snapshot import Snapshot
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
        pass_number: In which pass of the review, from 1.
    """

    id: str
    at: str
    anchor: Anchor
    kind: DecisionKind | None
    citations: tuple[Citation, ...] = ()
    note: str = ""
    replaces: str | None = None
    correction: str = ""
    pass_number: int = 1


@dataclass(frozen=True, slots=True)
class Batch:
    """Several decisions made by one key press: undone and redone together, and on disk all or none."""

    id: str
    at: str
    decides: tuple[Decide, ...]


@dataclass(frozen=True, slots=True)
class Undo:
    """What was done under the id `of`, a decision, a batch or a sign-off, no longer counts."""

    of: str
    at: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Redo:
    """The undone decision, batch or sign-off `of` counts again."""

    of: str
    at: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """The reviewer looked at the article and its references as they were in `seen`."""

    id: str
    at: str
    seen: Snapshot


@dataclass(frozen=True, slots=True)
class SignOff:
    """The reviewer finished a pass; the last one signs the article off.

    Attributes:
        id: Unique in the log.
        at: When, UTC, ISO 8601 to the second.
        pass_number: The pass that is finished, from 1.
        passes: How many the article was to have.
        seen: What was signed.
        counts: How many claims had each state ("ok", "open"), by state.
    """

    id: str
    at: str
    pass_number: int
    passes: int
    seen: Snapshot
    counts: tuple[tuple[str, int], ...] = field(default=())

    @property
    def is_last(self) -> bool:
        """Whether the article as a whole is signed off."""
        return self.pass_number >= self.passes


@dataclass(frozen=True, slots=True)
class Repair:
    """An unreadable line is the rest of a write that a crash cut off.

    Attributes:
        at: When it was found.
        of: The line's digest; "" for the line before this one.
    """

    at: str
    of: str = ""


Event = Decide | Batch | Undo | Redo | Visit | SignOff | Repair
