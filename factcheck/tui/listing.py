"""Which claims are listed and which of them is selected: moving never decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence


class Listing:
    """Claims by their index, in order, one of them selected.

    Attributes:
        rows: The claims that are listed.
        current: The selected one, always one of `rows`; None if there is none.
    """

    def __init__(self) -> None:
        self.rows: list[int] = []
        self.current: int | None = None

    def show(self, rows: Sequence[int]) -> None:
        """List these; the selected claim stays, or else the next one after it is selected."""
        self.rows = list(rows)
        if self.current not in self.rows:
            after = (index for index in self.rows if self.current is not None and index > self.current)
            self.current = next(after, self.rows[0] if self.rows else None)

    def move(self, by: int) -> None:
        """Go down, or up when negative, staying inside the list."""
        if self.current is not None:
            place = self.rows.index(self.current) + by
            self.current = self.rows[max(0, min(place, len(self.rows) - 1))]

    def next(self, wanted: Callable[[int], bool], step: int = 1) -> bool:
        """Go to the next wanted claim, the previous one for step -1; at the end begin again.

        The selected claim itself comes last. Returns whether there is one.
        """
        if self.current is None:
            return False
        place, count = self.rows.index(self.current), len(self.rows)
        around = (self.rows[(place + step * n) % count] for n in range(1, count + 1))
        found = next((index for index in around if wanted(index)), None)
        if found is None:
            return False
        self.current = found
        return True
