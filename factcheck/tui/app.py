"""The Textual application: it only wires the review screen, its styles and its state."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.screen import Screen

from factcheck.tui.messages import Load
from factcheck.tui.screen import ReviewScreen
from factcheck.tui.state import ReviewState


class ReviewApp(App[None]):
    """A reviewer's session on one article."""

    TITLE = "factcheck review"
    CSS_PATH: ClassVar[str | Path] = "review.tcss"

    def __init__(self, state: ReviewState, load: Load) -> None:
        """Prepare a session.

        Args:
            state: The article and the reviewer's decisions.
            load: Checks the article, in a thread while the article is already on the screen.
        """
        super().__init__()
        self._review = ReviewScreen(state, load)

    @property
    def failures(self) -> tuple[str, ...]:
        """Why the check failed, or what could not be read; empty if all went well."""
        return self._review.failures

    def get_default_screen(self) -> Screen[None]:
        """The review screen."""
        return self._review
