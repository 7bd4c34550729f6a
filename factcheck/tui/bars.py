"""The lines above and below the panes: each drops what matters least when the terminal is narrow."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text
from textual.widget import Widget

from factcheck.output.plain import one_line
from factcheck.tui.state import ReviewState

_GAP = "   "
_KEYS = (
    "a ok  x error  s source?  o opinion  p pass | 1-9 cite  c note | n next open  u undo  / filter | ? keys  q quit",
    "a ok  x error  s source?  o opinion  p pass | n next  u undo  l list | ? keys  q quit",
    "a ok x error s source? o opin p pass | n next u undo l list | ? keys q quit",
    "a x s o p decide | n next u undo | tab pane | ? keys q quit",
    "a x s o p | tab | u undo | ? keys q quit",
    "? keys  q quit",
)


class HeaderBar(Widget):
    """Article, references, reviewer, how far the review is, and what happened last."""

    DEFAULT_CSS = """
    HeaderBar { height: 1; }
    """

    def __init__(self, state: ReviewState, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._state = state
        self.progress = ""

    def render(self) -> Text:
        """As much as fits, the most important kept."""
        left, right = self._parts(), one_line(self.progress or self._state.notice or "all saved")
        order = sorted(left, key=lambda part: part[0])
        while len(left) > 1 and _width(left) + len(_GAP) + cell_len(right) > self.size.width - 2:
            left.remove(order.pop())
        text = Text(" " + _GAP.join(part for _, part in left), no_wrap=True, overflow="ellipsis")
        room = self.size.width - 1 - text.cell_len - cell_len(right)
        return text.append(" " * max(len(_GAP), room)).append(right)

    def _parts(self) -> list[tuple[int, str]]:
        """Rank (0 stays longest) and text of each part, in order of place."""
        state, counts = self._state, self._state.counts()
        opened = " ".join(f"{number}{sign}" for sign, number in counts.open_by_sign.items())
        unread = len(state.problems)
        parts = [
            (1, one_line(state.article.path.rpartition("/")[2])),
            (4, f"reviewer {state.reviewer}"),
        ]
        if state.claims:
            parts += [
                (5, f"refs {len(state.report.references)}" + (f" ({unread} unread)" if unread else "")),
                (2, f"decided {counts.decided}/{counts.total}"),
                (0, f"open {counts.open}" + (f": {opened}" if opened else "")),
            ]
        if counts.lost:
            parts.append((3, f"lost {counts.lost}"))
        if state.filter:
            parts.append((3, f"filter {one_line(state.filter)}"))
        return parts


class KeyBar(Widget):
    """The keys; labels go before "? keys" and "q quit" do."""

    DEFAULT_CSS = """
    KeyBar { height: 1; }
    """

    def render(self) -> Text:
        """The longest line that fits."""
        fitting = (keys for keys in _KEYS if len(keys) <= self.size.width - 2)
        return Text(f" {next(fitting, _KEYS[-1])}", no_wrap=True)


def _width(parts: list[tuple[int, str]]) -> int:
    return sum(cell_len(part) for _, part in parts) + len(_GAP) * (len(parts) - 1)
