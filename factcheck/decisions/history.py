"""From events to what is in force: undo and redo without limit."""

from __future__ import annotations

from factcheck.decisions.event import Decide, Event, Redo, Repair, Undo


class History:
    """Events replayed in order.

    Undo and redo name the decision they mean, so two logs of one reviewer can be joined line by line.
    """

    def __init__(self) -> None:
        self._decides: dict[str, Decide] = {}
        self._replaces: dict[str, str] = {}
        self._done: list[str] = []
        self._undone: list[str] = []

    def apply(self, event: Event) -> None:
        """Take the next event into account.

        Raises:
            ValueError: It undoes or redoes what is not in the log.
        """
        match event:
            case Decide():
                # A merge of two copies of a log may bring a line twice.
                if event.id not in self._decides:
                    # One that is not there (its line is broken, say) cannot be replaced; nor can a later one.
                    if event.replaces in self._decides:
                        self._replaces[event.id] = event.replaces
                    self._decides[event.id] = event
                    self._done.append(event.id)
                    self._undone.clear()
            case Undo(of=of) | Redo(of=of):
                if of not in self._decides:
                    raise ValueError("undoes or redoes a decision that is not in this log")
                self._flip(of, undo=isinstance(event, Undo))
            case Repair():
                pass

    def _flip(self, of: str, *, undo: bool) -> None:
        source, target = (self._done, self._undone) if undo else (self._undone, self._done)
        if source and source[-1] == of:
            source.pop()
        elif of in source:
            source.remove(of)
        elif undo or of in self._done:
            return  # done already, by the same reviewer at another terminal
        target.append(of)

    @property
    def last_done(self) -> Decide | None:
        """What undo would take back."""
        return self._decides[self._done[-1]] if self._done else None

    @property
    def last_undone(self) -> Decide | None:
        """What redo would bring back."""
        return self._decides[self._undone[-1]] if self._undone else None

    def in_force(self) -> list[Decide]:
        """The decisions that count and that no other one replaces, oldest first."""
        done = [self._decides[id] for id in self._done]
        replaced = {self._replaces.get(id) for id in self._done}
        return [decide for decide in done if decide.id not in replaced]
