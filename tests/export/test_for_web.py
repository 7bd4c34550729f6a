"""An article ready to publish."""

from __future__ import annotations

import pytest

from factcheck.api import read_text
from factcheck.errors import InputError
from factcheck.export.for_web import for_web


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
        ("A.\r\n<!-- factcheck-ignore-until 2026-12-31 N102:\r\n due -->\r\nB.\r\n", "A.\r\nB.\r\n"),
        ("<!-- factcheck-ignore N1 --> It rose.\n", "It rose.\n"),
        ("It rose.<!-- factcheck-ignore N1 -->", "It rose."),
        ("Text <!-- editor: keep --> here.\n", "Text <!-- editor: keep --> here.\n"),
        ("```\n<!-- factcheck-ignore N1 -->\n```\n", "```\n<!-- factcheck-ignore N1 -->\n```\n"),
        ("Write `<!-- factcheck-ignore -->` so.\n", "Write `<!-- factcheck-ignore -->` so.\n"),
    ],
)
def test_only_factchecks_comments_go(text: str, expected: str) -> None:
    assert published(text) == expected


def test_a_comment_without_an_end_is_told_with_its_line() -> None:
    with pytest.raises(InputError, match=r"a\.md: line 3: a factcheck comment has no end"):
        published("One.\n\nTwo. <!-- factcheck-ignore N1\n")
