"""The list of keys, over the review screen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rich.cells import cell_len
from rich.text import Text

from factcheck.review.vocabulary import CODES, KEYS, OPEN, STALE
from factcheck.tui.dialogs import Page
from factcheck.tui.keys import KeyMap
from factcheck.tui.rows import Row

_SIGNS = "+ supported   ! contradicted   ? unverified   . not judged   - no verdict yet, or hidden"
_LIST = "> selected   < just decided   * marked   (= 17) the same fact as 17"


def help_page(keymap: KeyMap, refused: Mapping[str, str]) -> Page:
    """Every key with what it does, then the signs and codes.

    Args:
        keymap: The keys.
        refused: Why some actions are not to be had here, by id.
    """
    codes = "   ".join(f"{CODES[kind]} {kind.value}" for kind in KEYS)
    closing = next(key.keys for key in keymap.keys if key.id == "help")
    return Page(
        "keys",
        (
            *key_lines(keymap, refused),
            Text(f"\nThe same key again opens the claim again. Clicks only select.\n\n{_SIGNS}"),
            Text(f"{OPEN} open   {codes}   {STALE} changed since decided\n{_LIST}"),
        ),
        closing=closing,
    )


def key_lines(keymap: KeyMap, refused: Mapping[str, str] | None = None) -> Iterator[Row]:
    """The key map by groups, in columns."""
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    why = {key.about: refused[key.id] for key in keymap.keys if refused and key.id in refused}
    for key in keymap.keys:
        rows[key.group, key.about] += key.shown
    shown = {row: f"{names[0]}-{names[-1]}" if len(names) > 2 else " ".join(names) for row, names in rows.items()}
    groups, keys = max(len(group) for group, _ in rows) + 2, max(map(cell_len, shown.values())) + 2
    last = ""
    for (group, about), names in shown.items():
        not_here = f" (not here: {why[about]})" if about in why else ""
        left = Text.assemble(f"{group if group != last else '':<{groups}}", (names, "bold"))
        yield Row(left, Text(about + not_here, "dim" if not_here else ""), groups + keys)
        last = group
