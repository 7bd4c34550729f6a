"""What of the screen reaches outside: the editor, the browser, the clipboard. Nothing from a text is ever executed."""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

from factcheck.document import Reference, Span
from factcheck.errors import UsageError
from factcheck.output.plain import one_line, visible
from factcheck.review.fragments import at_quotation
from factcheck.tui.state import ReviewState

Edit = Callable[[Path, int], None]
"""Lets the reviewer edit a file, beginning at a line (from 1); returns when that is done. Raises UsageError."""

_AT_LINE = frozenset({"vi", "vim", "nvim", "view", "nano", "pico", "emacs", "micro", "joe", "ne", "kak", "mg"})
"""Editors that take "+LINE" before the file."""
_WITH_COLON = frozenset({"hx", "helix"})
"""Editors that take "FILE:LINE"."""


def editor_command(path: Path, line: int) -> list[str]:
    """The command that opens a file in the reviewer's editor ($VISUAL, $EDITOR, or vi).

    Raises:
        UsageError: The variable cannot be read as a command.
    """
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        command = shlex.split(chosen)
    except ValueError as error:
        raise UsageError(f"$EDITOR {chosen!r} is no command: {error}") from None
    if not command:
        raise UsageError("$EDITOR is blank: name a command")
    # An absolute path is never taken for an option.
    name, file = Path(command[0]).name, str(path.absolute())
    if name in _AT_LINE:
        return [*command, f"+{line}", file]
    if name in _WITH_COLON:
        return [*command, f"{file}:{line}"]
    if name in ("code", "codium"):
        return [*command, "--wait", "--goto", f"{file}:{line}"]
    return [*command, file]


def run_editor(path: Path, line: int) -> None:
    """Run the editor and wait for it.

    Raises:
        UsageError: It cannot be run, or it says that it failed.
    """
    command = editor_command(path, line)
    try:
        code = subprocess.run(command, check=False).returncode
    except OSError as error:
        raise UsageError(f"{command[0]} cannot be run: {error.strerror}: set $EDITOR") from None
    if code:
        raise UsageError(f"{command[0]} ended with exit code {code}: nothing is taken over")


def edited(text: str, edit: Edit) -> str:
    """A text as the reviewer leaves it in the editor.

    Raises:
        UsageError: The editor fails, or what it leaves is no text.
    """
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        path = Path(folder, "note.txt")
        path.write_text(text, "utf-8")
        edit(path, 1)
        try:
            return path.read_text("utf-8").strip()
        except (OSError, ValueError) as error:
            raise UsageError(f"the note cannot be read: {error}") from None


def web_address(url: str) -> tuple[str, str]:
    """A URL that a browser may be given, and the host that it leads to.

    Raises:
        UsageError: It is none, or of another kind than http and https.
    """
    shown = visible(url)
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode()
        valid = parts.port is None or parts.port > 0
    except ValueError:
        raise UsageError(f"no web address: {shown!r}") from None
    if parts.scheme.lower() not in ("http", "https") or not host or not valid:
        raise UsageError(f"no web address, so not opened: {shown!r}")
    if shown != url or any(char.isspace() or char in '"<>\\^`{|}' for char in url):
        raise UsageError(f"not opened, since it holds characters that no web address has: {shown!r}")
    return url, host


@dataclass(frozen=True, slots=True)
class WebPage:
    """Where a source is on the web.

    Attributes:
        url: As the source names it.
        host: Where that leads.
        at_quotation: The same at the words quoted.
    """

    url: str
    host: str
    at_quotation: str


def web_page(reference: Reference, quoted: Span) -> WebPage:
    """Where a source is on the web.

    Raises:
        UsageError: It names no URL, or none that a browser may be given.
    """
    if not reference.document.meta.url:
        raise UsageError(f"no URL is known of {one_line(reference.id)}")
    url, host = web_address(reference.document.meta.url)
    return WebPage(url, host, at_quotation(url, reference.document.prose(quoted)))


def system_browser(url: str) -> bool:
    """Open a web address in the reviewer's browser; returns whether there is one."""
    import webbrowser

    return webbrowser.open(url)


def system_clipboard(text: str) -> None:
    """Copy to the clipboard of the machine, where it has one that a program can reach."""
    import pyperclip

    with contextlib.suppress(pyperclip.PyperclipException, OSError):
        pyperclip.copy(text)


@dataclass(frozen=True, slots=True)
class Export:
    """A form in which the review can leave the program.

    Attributes:
        key: Chooses it in the menu.
        about: What it is.
        save: Writes it and says where; raises FactcheckError.
    """

    key: str
    about: str
    save: Callable[[ReviewState], str]


@dataclass(frozen=True, slots=True)
class Outside:
    """What the screen uses of the machine.

    Attributes:
        edit: Lets the reviewer edit a file.
        clip: Copies to the machine's clipboard.
        browse: Opens a web address; returns whether it could.
        exports: In what forms the review can be saved.
        clock: Seconds that only go forward, for the guard against typing into the wrong window.
    """

    edit: Edit = run_editor
    clip: Callable[[str], None] = system_clipboard
    browse: Callable[[str], bool] = system_browser
    exports: Sequence[Export] = ()
    clock: Callable[[], float] = monotonic
