"""The key map of the review screen; help, footer and palette are made of it.

Unshifted letters decide, and nothing else does: no enter, backspace or delete, no click, no paste. The keys
that open something have priority: they take effect before the next key is passed on, so that a letter typed fast
behind them goes where it was meant to go.
"""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from textual.binding import Binding
from textual.keys import Keys, format_key

from factcheck.errors import UsageError
from factcheck.report import DecisionKind
from factcheck.review.vocabulary import KEYS

_MEANING = {
    DecisionKind.OK: "ok: the claim stands",
    DecisionKind.ERROR: "error: the claim is wrong and must change",
    DecisionKind.NEEDS_SOURCE: "needs a source: may be right, not shown",
    DecisionKind.OPINION: "opinion, not checkable",
    DecisionKind.PASS: "pass: seen, decide later",
}


@dataclass(frozen=True, slots=True)
class Key:
    """Something the reviewer can do by a key.

    Attributes:
        id: Its name in a mapping of keys.
        keys: As Textual names them, separated by commas.
        action: The screen's action.
        about: What it does.
        group: Where the help lists it.
        opens: Whether it opens something that takes the next keys.
        writes: Whether it changes decisions.
    """

    id: str
    keys: str
    action: str
    about: str
    group: str
    opens: bool = False
    writes: bool = False

    @property
    def names(self) -> list[str]:
        """The keys as a mapping may name them."""
        shown = ((key, format_key(key)) for key in self.keys.split(","))
        return [short if len(short) == 1 and short.isascii() else key for key, short in shown]

    @property
    def shown(self) -> list[str]:
        """The keys for people."""
        return [format_key(key) for key in self.keys.split(",")]


def _all() -> Iterator[Key]:
    yield from _moving()
    yield from _deciding()
    yield from _citing()
    yield from _looking()
    yield from _working()


def _moving() -> Iterator[Key]:
    group = "Move"
    yield Key("claim.next", "j,down", "move(1)", "next claim", group)
    yield Key("claim.previous", "k,up", "move(-1)", "previous claim", group)
    yield Key("claim.next-open", "n", "next_open(1)", "next open claim", group)
    yield Key("claim.previous-open", "N", "next_open(-1)", "previous open claim", group)
    yield Key("claim.first", "g,home", "move(-1_000_000_000)", "first claim", group)
    yield Key("claim.last", "G,end", "move(1_000_000_000)", "last claim", group)
    yield Key("claim.page-down", "pagedown", "move(10)", "ten claims on", group)
    yield Key("claim.page-up", "pageup", "move(-10)", "ten claims back", group)
    yield Key("pane.next", "tab", "pane(1)", "next pane", group)
    yield Key("pane.previous", "shift+tab", "pane(-1)", "previous pane", group)
    yield Key("enter", "enter", "enter", "into the evidence, again: into the source", group)
    yield Key("back", "escape", "back", "back; end the filter", group, opens=True)


def _deciding() -> Iterator[Key]:
    group = "Decide"
    for kind, key in KEYS.items():
        id = f"decide.{kind.value.replace(' ', '-')}"
        yield Key(id, key, f"decide({kind.value!r})", _MEANING[kind], group, writes=True)
    yield Key("undo", "u,ctrl+z", "undo", "undo, without limit", group, writes=True)
    yield Key("redo", "U,ctrl+y", "redo", "redo", group, writes=True)


def _citing() -> Iterator[Key]:
    evidence, notes = "Evidence", "Notes"
    for n in range(1, 10):
        yield Key(f"cite.{n}", str(n), f"cite({n})", "cite or un-cite that evidence", evidence, writes=True)
    yield Key("source", "v", "source", "the source in full, at the passage", evidence, opens=True)
    yield Key("browse", "b", "browse", "the source's URL in the browser", evidence, opens=True)
    yield Key("why", "w", "why", "why: rule, values, arithmetic, near misses", evidence, opens=True)
    yield Key("add-reference", "R", "add_reference", "add a reference file and check again", evidence, opens=True)
    yield Key("note", "c", "note", "note (enter keeps, esc leaves)", notes, opens=True, writes=True)
    yield Key("long-note", "C,f4", "long_note", "long note in your editor", notes, opens=True, writes=True)
    yield Key("correction", "t", "correction", "suggest a wording", notes, opens=True, writes=True)
    yield Key("copy", "y", "copy", "copy: citation, claim, fact-sheet row", notes, opens=True)


def _looking() -> Iterator[Key]:
    many, group = "Many", "View"
    about = "one decision for marked claims, or identical facts"
    yield Key("mark", "space", "mark", "mark (in the evidence: cite)", many)
    yield Key("decide-all", "A", "decide_all", about, many, opens=True, writes=True)
    yield Key("filter", "slash,ctrl+f", "filter", "filter by text (regular expression, ! inverts)", group, opens=True)
    yield Key("filter-menu", "f", "filter_menu", "filter menu", group, opens=True)
    yield Key("verdicts", "m", "verdicts", "hide or show the machine's verdicts", group)
    yield Key("changes", "D", "changes", "what changed since your last visit", group, opens=True)
    yield Key("list", "l", "list", "claim list", group)
    yield Key("zoom", "z", "zoom", "zoom this pane", group)


def _working() -> Iterator[Key]:
    group = "Work"
    yield Key("edit", "e", "edit", "edit the article here, check again on return", group, opens=True)
    yield Key("recheck", "r", "recheck", "check this claim again", group)
    yield Key("export", "E", "export", "export", group, opens=True)
    yield Key("sign-off", "S", "sign_off", "finish the pass, sign off", group, opens=True, writes=True)
    yield Key("help", "question_mark,f1", "help", "these keys", group, opens=True)
    yield Key("palette", "ctrl+p", "palette", "all commands", group, opens=True)
    yield Key("quit", "q", "leave", "quit, or first back to the claims; everything is saved already", group)


_EDITING = frozenset({"enter", "backspace", "delete", "space", "tab", "shift+tab"})
"""Keys that edit text or leave a line: they must never decide, whoever maps them."""
_TAKEN = frozenset({"ctrl+c", "ctrl+q"})
"""Textual's own."""


class KeyMap:
    """Which key does what.

    Attributes:
        keys: All of them, in the order of the help.
    """

    def __init__(self, mapping: Mapping[str, str] | None = None) -> None:
        """The default map with some actions on other keys.

        Args:
            mapping: Keys by action ("decide.error": "x,f8"), separated by commas or blanks, as `factcheck keys` prints
                them; an action named here has these keys and no others.

        Raises:
            UsageError: An action or a key is not known, two actions share a key, or an editing key would decide.
        """
        asked = dict(mapping or {})
        known = {key.id: key for key in _all()}
        for id in asked:
            if id not in known:
                raise UsageError(f"keys: there is no action {id!r}: `factcheck keys` lists them")
        self.keys = tuple(
            replace(key, keys=_named(key.id, asked[id])) if (id := key.id) in asked else key for key in _all()
        )
        self._refuse_clashes()

    def _refuse_clashes(self) -> None:
        seen: dict[str, str] = {}
        for key in self.keys:
            for each in key.keys.split(","):
                shown = format_key(each)
                if each in _TAKEN:
                    raise UsageError(f"keys: {shown!r} cannot be given to {key.id!r}: it copies or quits everywhere")
                if key.id.startswith("decide.") and each in _EDITING:
                    raise UsageError(f"keys: {shown!r} cannot be given to {key.id!r}: editing keys must not decide")
                if each in seen:
                    raise UsageError(f"keys: {shown!r} is given to {seen[each]!r} and to {key.id!r}")
                seen[each] = key.id

    @property
    def overrides(self) -> dict[str, str]:
        """What differs from the default map, as Textual takes it."""
        default = {key.id: key.keys for key in _all()}
        return {key.id: key.keys for key in self.keys if key.keys != default[key.id]}

    def shown(self, id: str) -> str:
        """The first key of an action, for people."""
        return next(key.shown[0] for key in self.keys if key.id == id)

    def listing(self) -> str:
        """The map as plain text: keys, the names of the actions for a mapping, what they do."""
        lines = []
        for group in dict.fromkeys(key.group for key in self.keys):
            lines.append(f"{group}\n")
            for key in self.keys:
                if key.group == group:
                    lines.append(f"  {' '.join(key.names):<16} {key.id:<22} {key.about}\n")
        return "".join(lines)

    def action_of(self, name: str) -> Key | None:
        """What a key does, by Textual's name of it."""
        return next((key for key in self.keys if name in key.keys.split(",")), None)


def _named(id: str, keys: str) -> str:
    """Keys as Textual names them."""
    names = [_name(id, each) for each in keys.replace(",", " ").split()] or (["comma"] if "," in keys else [])
    if not names:
        raise UsageError(f"keys: {id!r} is given no key")
    return ",".join(dict.fromkeys(names))


def _name(id: str, key: str) -> str:
    last = key.rpartition("+")[2]
    if len(last) != 1 and last not in _NAMES:
        raise UsageError(f"keys: {key!r} for {id!r} is no key: `factcheck keys --check` shows what your terminal sends")
    return _textual_name(key)


def _textual_name(key: str) -> str:
    """A key's name as bindings have it ("/" is "slash")."""
    return next(iter(Binding.make_bindings([Binding(key, "", "")]))).key


PUNCTUATION = {_textual_name(char): char for char in string.punctuation if char != ","}
"""Signs by the names of their keys; Textual itself does not know all of them ("slash") for printable."""
_NAMES = {key.value for key in Keys} | PUNCTUATION.keys()

BINDINGS = [Binding(key.keys, key.action, key.about, id=key.id, priority=key.opens, show=False) for key in _all()]
"""For the screen; a `KeyMap` is laid over them."""
