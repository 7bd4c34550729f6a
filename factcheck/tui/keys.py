"""The key map of the review screen; the help is made of it.

Unshifted letters decide, and nothing else does: no enter, backspace or delete, no click, no paste. The keys
that open and leave an input line have priority: they take effect before the next key is passed on, so that a
letter typed fast behind them goes where it was meant to go.
"""

from __future__ import annotations

from textual.binding import Binding

from factcheck.review.vocabulary import KEYS

_MEANING = {
    "ok": "ok: the claim stands",
    "error": "error: the claim is wrong and must change",
    "needs source": "needs a source: may be right, not shown",
    "opinion": "opinion, not checkable",
    "pass": "pass: seen, decide later",
}

BINDINGS = [
    Binding("j,down", "move(1)", "next claim", id="claim.next"),
    Binding("k,up", "move(-1)", "previous claim", id="claim.previous"),
    Binding("n", "next_open(1)", "next open claim", id="claim.next-open"),
    Binding("N", "next_open(-1)", "previous open claim", id="claim.previous-open"),
    Binding("g,home", "move(-1_000_000_000)", "first claim", id="claim.first"),
    Binding("G,end", "move(1_000_000_000)", "last claim", id="claim.last"),
    Binding("pagedown", "move(10)", "ten claims on", id="claim.page-down"),
    Binding("pageup", "move(-10)", "ten claims back", id="claim.page-up"),
    *(
        Binding(key, f"decide({kind.value!r})", _MEANING[kind], id=f"decide.{kind.value.replace(' ', '-')}")
        for kind, key in KEYS.items()
    ),
    Binding("u,ctrl+z", "undo", "undo, without limit", id="decide.undo"),
    Binding("U,ctrl+y", "redo", "redo", id="decide.redo"),
    *(Binding(str(n), f"cite({n})", "cite or un-cite that evidence", id=f"cite.{n}") for n in range(1, 10)),
    Binding("c", "note", "note on the claim (enter keeps, esc leaves)", id="note", priority=True),
    Binding("slash,ctrl+f", "filter", "filter by text (regular expression, ! inverts)", id="filter", priority=True),
    Binding("l", "list", "claim list", id="view.list"),
    Binding("tab", "pane(1)", "next pane", id="view.next-pane"),
    Binding("shift+tab", "pane(-1)", "previous pane", id="view.previous-pane"),
    Binding("enter", "evidence", "go into the evidence (arrows scroll)", id="view.evidence"),
    Binding("escape", "back", "back to the list, end the filter", id="view.back", priority=True),
    Binding("question_mark,f1", "help", "these keys", id="help"),
    Binding("q", "leave", "quit: every decision is saved already", id="quit"),
]
