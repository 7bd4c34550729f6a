"""Words side by side on a line that may be too short for all of them: what matters least gives way first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line.

    Attributes:
        forms: What it may say, the longest first; "" where it may be left out.
        worth: For each form but the last, how much it matters that the next one need not stand for it; rising.
    """

    forms: tuple[str, ...]
    worth: tuple[int, ...] = ()


def fitted(groups: Sequence[Sequence[Piece]], width: int, gap: str, between: str) -> list[list[str]]:
    """What each group says in a line of so many cells; groups that say nothing are left out.

    Where the shortest forms are too long as well, they are what is left.

    Args:
        groups: Parts that belong together, in order of place.
        width: Cells of the line.
        gap: Stands between parts of a group.
        between: Stands between groups.
    """
    chosen = [[0] * len(group) for group in groups]
    steps = sorted(
        (worth, g, p) for g, group in enumerate(groups) for p, piece in enumerate(group) for worth in piece.worth
    )

    def said() -> list[list[str]]:
        forms = (
            [piece.forms[form] for piece, form in zip(group, taken, strict=True) if piece.forms[form]]
            for group, taken in zip(groups, chosen, strict=True)
        )
        return [group for group in forms if group]

    def fits() -> bool:
        return cell_len(between.join(gap.join(group) for group in said())) <= width

    given: list[tuple[int, int]] = []
    for _, g, p in steps:
        if fits():
            break
        chosen[g][p] += 1
        given.append((g, p))
    # The last one that gave way may have left room for some of those before it.
    for g, p in reversed(given):
        chosen[g][p] -= 1
        if not fits():
            chosen[g][p] += 1
    return said()


def cut(words: str, width: int) -> str:
    """As much of a line as fits in so many cells, with a mark that there is more."""
    return words if cell_len(words) <= width else f"{set_cell_size(words, width - 1)}…"
