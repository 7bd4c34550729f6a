"""MDX: Markdown in which JSX is no prose."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.document import Document, Metadata
from factcheck.readers.mdx import read_mdx
from factcheck.sentences import sentences


def prose(text: str) -> list[str]:
    document = Document("a.mdx", text, read_mdx("a.mdx", text).blocks, Metadata(), "0" * 64)
    return [sentence.text for sentence in sentences(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Six\n\nSix men.\n", ["Six", "Six men."]),
        ("{/* 12 notes\n\nof 13 lines */}\n\nSix men.\n", ["Six men."]),
        ("Six {/* not 7 */}men.\n", ["Six men."]),
        ("Six {/* not {7} <A/> */}men.\n", ["Six men."]),
        ("Six men. {/* never closed\n\nSeven men.\n", ["Six men."]),
        ("{/* a long comment at the start */} Six men.\n", ["Six men."]),
        ('import {Chart} from "./chart"\nexport const a = 12\n\nSix men.\n', ["Six men."]),
        ("export const data = {\n  a: 12,\n}\n\nSix men.\n", ["Six men."]),
        ('<Chart data={[1, {a: 2}]} title="12 men" />\n\nSix men.\n', ["Six men."]),
        ("<Note>\n\nSix men.\n\n</Note>\n", ["Six men."]),
        ("There are {count} men, six of them old.\n", ["There are men, six of them old."]),
        ("Important: six men.\n", ["Important: six men."]),
    ],
)
def test_jsx_is_no_prose(text: str, expected: list[str]) -> None:
    assert [" ".join(one.split()) for one in prose(text)] == expected


def test_braces_and_tags_in_code_are_text() -> None:
    assert prose("Use `{x} <A>` or `import a` with six men.\n") == ["Use {x} <A> or import a with six men."]
    assert prose("```\nimport {a}\n\n<B/>\n```\n\nSix men.\n") == ["Six men."]


@settings(deadline=None)
@example("1<p>1")
@given(st.text(alphabet="ab {}/*<>A=\"'`\n#-1import", max_size=60))
def test_every_text_is_read_and_every_sentence_stands_in_it(text: str) -> None:
    blocks = read_mdx("a.mdx", text).blocks
    document = Document("a.mdx", text, blocks, Metadata(), "0" * 64)
    for sentence in sentences(document):
        assert "\u2060" not in sentence.text
        for char, at in zip(sentence.text, sentence.offsets, strict=True):  # a blank stands for blanks and for tags
            assert char == text[at] or (char == " " and (text[at].isspace() or text[at] == "<"))
