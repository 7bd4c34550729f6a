"""An article ready to publish."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.api import read_text
from factcheck.errors import InputError
from factcheck.export.for_web import for_web
from factcheck.readers import read_document


def published(text: str) -> str:
    return for_web(read_text(text, name="a.md"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# T\n\n<!-- factcheck-disable-file N106: glossary -->\n\nText.\n", "# T\n\nText.\n"),
        ('It was 1.2bn. <!-- factcheck-ignore N102 "1.2bn": tape 14:20 -->\nMore.\n', "It was 1.2bn.\nMore.\n"),
        ("It rose <!-- factcheck-ignore N102 --> to 12.\n", "It rose to 12.\n"),
        ("It rose{/* factcheck-ignore N102 */} to 12.\n", "It rose to 12.\n"),
        ("{/*factcheck-disable N1*/}\nIt rose.\n{/* factcheck-enable N1 */}\n", "It rose.\n"),
        ('[//]: # (factcheck-ignore N102 "1.2bn" here)\nIt rose.\n', "It rose.\n"),
        ("It rose.\n\n[//]: # 'factcheck-ignore N102'\n\nMore.\n", "It rose.\n\nMore.\n"),
        ("A.\r\n<!-- factcheck-ignore-until 2026-12-31 N102:\r\n due -->\r\nB.\r\n", "A.\r\n\r\nB.\r\n"),
        ("<!-- factcheck-ignore N1 --> It rose.\n", "It rose.\n"),
        ("It rose.<!-- factcheck-ignore N1 -->", "It rose."),
        ("Text <!-- editor: keep --> here.\n", "Text <!-- editor: keep --> here.\n"),
        ("```\n<!-- factcheck-ignore N1 -->\n```\n", "```\n<!-- factcheck-ignore N1 -->\n```\n"),
        ("Write `<!-- factcheck-ignore -->` so.\n", "Write `<!-- factcheck-ignore -->` so.\n"),
    ],
)
def test_only_factchecks_comments_go(text: str, expected: str) -> None:
    assert published(text) == expected


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.md", "One.\n\n<!-- factcheck-ignore N1\n\nTwo.\n", "line 3: a factcheck comment: the comment does not end"),
        ("a.md", "One.\n\nTwo. <!-- factcheck-ignore N1\n", "line 3: a factcheck comment: it is shown to readers"),
        ("a.md", "One.\n[//]: # (factcheck-ignore N1: x)\n", "line 2: a factcheck comment: it is shown to readers"),
        ("a.txt", "One. <!-- factcheck-ignore N1: x -->\n", "line 1: a factcheck comment: it is shown to readers"),
        ("a.html", "<p>One. {/* factcheck-ignore N1 */}</p>", "line 1: a factcheck comment: it is shown to readers"),
        ("a.html", "<p>One.</p><!-- factcheck-ignore N1", "line 1: a factcheck comment: the comment does not end"),
    ],
)
def test_what_is_no_comment_is_told_with_its_line(name: str, text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(said)):
        for_web(read_document(str(tmp_path / name)))


def test_a_page_of_html_keeps_its_other_comments(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<p>It <!-- factcheck-ignore N1: x --> rose.</p><p>B <!-- x --></p><!--factcheck-enable-->\n")
    assert for_web(read_document(str(page))) == "<p>It rose.</p><p>B <!-- x --></p>\n"
