"""The check behind the screen: in a thread, its results shown as they come."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from textual.screen import Screen
from textual.worker import get_current_worker

from factcheck.claim import Claim
from factcheck.errors import FactcheckError
from factcheck.evidence import Verdict
from factcheck.report import Report
from factcheck.tui import found
from factcheck.tui.desk import Desk
from factcheck.tui.messages import Checked, ClaimsFound, Failed, Judged, Progressed
from factcheck.tui.state import ReviewState


class _LeftError(Exception):
    """The reviewer has left, or another check has begun; this one need not go on."""


class CheckingScreen(Screen[None]):
    """Runs checks; a new one takes the place of one that still runs.

    Attributes:
        failures: Why the check failed, or what could not be read; empty if all went well.
        state: What is shown.
        desk: The files.
    """

    def __init__(self, state: ReviewState, desk: Desk) -> None:
        super().__init__()
        self.failures: tuple[str, ...] = ()
        self.state = state
        self.desk = desk
        self._check_number = 0

    def begin_check(self) -> None:
        """Check the article as last read."""
        self._check_number += 1
        number, earlier = self._check_number, self.state.report
        self.run_worker(
            lambda: self._check(number, earlier),
            thread=True,
            exclusive=True,
            group="check",
            description="checking the article",
        )

    @property
    def check_number(self) -> int:
        """The check whose messages count."""
        return self._check_number

    def _check(self, number: int, earlier: Report) -> None:
        listener = _Listener(self, number, earlier)
        try:
            report = self.desk.check(listener.tell, listener)
        except _LeftError:
            return
        except FactcheckError as error:
            self.post_message(Failed(number, str(error)))
        # A fault in the check must not take the screen, with decisions in the making, down with it.
        except Exception as error:
            self.post_message(Failed(number, f"internal error: {type(error).__name__}: {error}"))
        else:
            self.post_message(Checked(number, report))


class _Listener:
    """Passes on to the screen what it hears in the checking thread."""

    def __init__(self, screen: CheckingScreen, number: int, earlier: Report) -> None:
        self._screen, self._number, self._earlier = screen, number, earlier
        self._material = screen.desk.material
        self._worker = get_current_worker()

    def tell(self, stage: str, done: int, total: int) -> None:
        """Progress; the place where a check that nobody waits for ends."""
        if self._worker.is_cancelled:
            raise _LeftError
        self._screen.post_message(Progressed(self._number, stage, done, total))

    def split(self, claims: Sequence[tuple[int, Claim]]) -> Collection[str]:
        """All claims; those that an earlier check has not judged come first."""
        mine = [claim for _, claim in claims]
        split = found.split(self._material.article, self._material.references, mine, self._earlier)
        self._screen.post_message(ClaimsFound(self._number, split))
        return [mine[index].id for index in split.waiting]

    def judged(self, verdicts: Mapping[str, Verdict]) -> None:
        """Some verdicts."""
        self._screen.post_message(Judged(self._number, verdicts))
