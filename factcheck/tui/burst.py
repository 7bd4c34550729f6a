"""The guard against typing into the wrong window: decisions faster than anybody decides."""

from __future__ import annotations

from collections import deque

LIMIT, SECONDS = 6, 1.5
"""That many decisions within that time are no decisions."""


class Burst:
    """Watches when decisions are made.

    Attributes:
        since: How far the log was before the first decision of the burst; None while there is none.
    """

    def __init__(self) -> None:
        self._recent: deque[tuple[float, int]] = deque(maxlen=LIMIT)
        self.since: int | None = None

    def hit(self, now: float, steps: int) -> bool:
        """A decision is about to be made.

        Args:
            now: Seconds on a clock that only goes forward.
            steps: How many steps the session has made before it.

        Returns:
            Whether it completes a burst: the reviewer is to be asked, and nothing to be decided until then.
        """
        self._recent.append((now, steps))
        first, before = self._recent[0]
        if len(self._recent) == LIMIT and now - first <= SECONDS:
            self.since = before
        return self.since is not None

    def clear(self) -> None:
        """The reviewer has answered."""
        self._recent.clear()
        self.since = None
