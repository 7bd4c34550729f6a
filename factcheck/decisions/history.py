"""From events to what is in force: undo and redo without limit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from factcheck.decisions.event import Batch, Decide, Event, Redo, Repair, SignOff, Undo, Visit


class History:
    """Events replayed in order.

    Undo and redo name what they mean, and every event counts once, so two copies of a log can be joined line by line,
    in any order that git's union merge makes of them.
    """

    def __init__(self) -> None:
        self._decides: dict[str, Decide] = {}
        self._step_of: dict[str, str] = {}
        self._replaces: dict[str, str] = {}
        # What counts is kept up with each event: a screen asks after every key.
        self._counting: dict[str, Decide] = {}
        self._replacers: Counter[str] = Counter()
        self._steps: dict[str, tuple[Decide, ...]] = {}
        self._done: list[str] = []
        self._undone: list[str] = []
        self._sign_offs: dict[str, SignOff] = {}
        self._withdrawn: set[str] = set()
        self._visits: list[Visit] = []
        self._seen: set[Event] = set()
        self._waiting: dict[str, list[Undo | Redo]] = defaultdict(list)
        self._events: list[Event] = []

    @property
    def events(self) -> tuple[Event, ...]:
        """All that was done, as it came, each once."""
        return tuple(self._events)

    def apply(self, event: Event) -> None:
        """Take the next event into account; undo and redo of what has not come yet wait for it."""
        # Without an id (undo and redo of version 0.1) a repeated line cannot be told from a repeated key.
        if event in self._seen and not (isinstance(event, Undo | Redo) and not event.id):
            return
        self._seen.add(event)
        self._events.append(event)
        match event:
            case Decide():
                self._do(event.id, (event,))
            case Batch():
                self._do(event.id, event.decides)
            case SignOff():
                self._sign_offs.setdefault(event.id, event)
                self._catch_up(event.id)
            case Visit():
                self._visits.append(event)
            case Undo() | Redo():
                self._flip(event)
            case Repair():
                pass

    def _do(self, id: str, decides: tuple[Decide, ...]) -> None:
        if id in self._steps or any(decide.id in self._decides for decide in decides):
            return
        for decide in decides:
            # One that is not there (its line is broken, say) cannot be replaced; nor can a later one.
            if decide.replaces in self._decides:
                self._replaces[decide.id] = decide.replaces
            self._decides[decide.id] = decide
            self._step_of[decide.id] = id
        self._steps[id] = decides
        self._done.append(id)
        self._count(decides)
        self._undone.clear()
        self._catch_up(id)

    def _count(self, decides: tuple[Decide, ...]) -> None:
        for decide in decides:
            self._counting[decide.id] = decide
            if decide.id in self._replaces:
                self._replacers[self._replaces[decide.id]] += 1

    def _discount(self, decides: tuple[Decide, ...]) -> None:
        for decide in decides:
            del self._counting[decide.id]
            if decide.id in self._replaces:
                self._replacers[self._replaces[decide.id]] -= 1

    def _catch_up(self, id: str) -> None:
        for flip in self._waiting.pop(id, []):
            self._flip(flip)

    def _flip(self, event: Undo | Redo) -> None:
        undo = isinstance(event, Undo)
        if event.of in self._sign_offs:
            (self._withdrawn.add if undo else self._withdrawn.discard)(event.of)
        elif event.of in self._steps:
            self._move(event.of, undo=undo)
        else:
            self._waiting[event.of].append(event)

    def _move(self, of: str, *, undo: bool) -> None:
        source, target = (self._done, self._undone) if undo else (self._undone, self._done)
        if source and source[-1] == of:
            source.pop()
        elif of in source:
            source.remove(of)
        elif undo or of in self._done:
            return  # done already, by the same reviewer at another terminal
        target.append(of)
        (self._discount if undo else self._count)(self._steps[of])

    @property
    def last_done(self) -> tuple[str, tuple[Decide, ...]] | None:
        """What undo would take back: its id and decisions."""
        return (self._done[-1], self._steps[self._done[-1]]) if self._done else None

    @property
    def last_undone(self) -> tuple[str, tuple[Decide, ...]] | None:
        """What redo would bring back: its id and decisions."""
        return (self._undone[-1], self._steps[self._undone[-1]]) if self._undone else None

    @property
    def last_visit(self) -> Visit | None:
        """When the reviewer last looked, by the time told, the later one in the log of two; None: never."""
        return max(reversed(self._visits), key=lambda visit: visit.at, default=None)

    @property
    def looks(self) -> tuple[Visit | SignOff, ...]:
        """When the reviewer had the article before them, and how it was then; a sign-off that was withdrawn counts."""
        return (*self._visits, *self._sign_offs.values())

    @property
    def sign_offs(self) -> tuple[SignOff, ...]:
        """The passes that the reviewer finished and did not withdraw, oldest first."""
        valid = (sign_off for id, sign_off in self._sign_offs.items() if id not in self._withdrawn)
        return tuple(sorted(valid, key=lambda sign_off: sign_off.at))

    def meant(self, id: str) -> tuple[Decide, ...] | SignOff | None:
        """What an undo or redo of that id is about; None if it is not in the log."""
        return self._steps.get(id) or self._sign_offs.get(id)

    def step_of(self, decide: Decide) -> tuple[Decide, ...]:
        """All decisions that were made by the key press which made this one."""
        return self._steps[self._step_of[decide.id]] if decide.id in self._step_of else (decide,)

    def touched_by(self, decide: Decide) -> tuple[Decide, ...]:
        """What comes into force or goes out of it when the step that made this decision is done or undone."""
        step = self.step_of(decide)
        replaced = (self._decides[self._replaces[each.id]] for each in step if each.id in self._replaces)
        return (*step, *replaced)

    def is_in_force(self, decide: Decide) -> bool:
        """Whether a decision counts and no other one replaces it."""
        return decide.id in self._counting and not self._replacers[decide.id]

    def in_force(self) -> list[Decide]:
        """The decisions that count and that no other one replaces, oldest first by the time told.

        Two of one claim are there if they were made in copies of the log that knew nothing of each other.
        """
        return sorted(filter(self.is_in_force, self._counting.values()), key=lambda decide: decide.at)

    def earlier_passes(self, decide: Decide) -> Iterator[Decide]:
        """What the reviewer had said last on the claim in each earlier pass, the latest first."""
        before, id = decide.pass_number, self._replaces.get(decide.id)
        while id is not None:
            earlier = self._decides[id]
            if id in self._counting and earlier.pass_number < before:
                yield earlier
                before = earlier.pass_number
            id = self._replaces.get(id)
