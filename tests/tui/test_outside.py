from __future__ import annotations

import sys
from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.tui.outside import edited, editor_command, run_editor, web_address


@pytest.mark.parametrize(
    ("editor", "expected"),
    [
        ("vim", ["vim", "+7", "{file}"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "{file}"]),
        ("hx", ["hx", "{file}:7"]),
        ("code", ["code", "--wait", "--goto", "{file}:7"]),
        ("'my editor' -x", ["my editor", "-x", "{file}"]),
    ],
)
def test_the_editor_opens_the_file_at_the_line(
    editor: str, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    file = str(Path("-x; rm.md").absolute())
    assert editor_command(Path("-x; rm.md"), 7) == [part.replace("{file}", file) for part in expected]


@pytest.mark.parametrize("editor", ["'unclosed", " "])
def test_an_editor_that_is_no_command_is_refused(editor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", editor)
    with pytest.raises(UsageError, match="EDITOR"):
        editor_command(Path("a.md"), 1)


def test_an_editor_that_fails_or_is_not_there_takes_nothing_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor-at-all")
    with pytest.raises(UsageError, match="cannot be run"):
        run_editor(Path("a.md"), 1)
    monkeypatch.setenv("VISUAL", f"{sys.executable} -c 'raise SystemExit(3)'")
    with pytest.raises(UsageError, match="exit code 3"):
        run_editor(Path("a.md"), 1)


def test_a_note_is_what_the_editor_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    script = "import sys, pathlib; p = pathlib.Path(sys.argv[1]); p.write_text(p.read_text() + ' and more')"
    monkeypatch.setenv("VISUAL", f'{sys.executable} -c "{script}"')
    assert edited("before", run_editor) == "before and more"


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://stats.example/a?b=c#d", "stats.example"),
        ("http://user@evil.example:8080/", "evil.example"),
        ("https://bücher.example/", "xn--bcher-kva.example"),
    ],
)
def test_web_addresses_show_the_host_that_they_lead_to(url: str, host: str) -> None:
    assert web_address(url) == (url, host)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://a.example/",
        "//a.example",
        "https://",
        "https://a.example/\x1b[31m",
        "https://a.example/a b",
        "https://a.example/'`rm`",
        "https://a.example:x/",
        "https://a.example/\u202egpj.exe",
        "--help",
    ],
)
def test_anything_else_is_not_opened_and_shown_harmlessly(url: str) -> None:
    with pytest.raises(UsageError) as error:
        web_address(url)
    assert "\x1b" not in str(error.value)
    assert "\u202e" not in str(error.value)
