"""Comments in Markdown: no prose, and no hiding place for prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.api import read_text
from factcheck.sentences import sentences


def prose(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(read_text(text, name="a.md"))]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A boat {/* of 12 */} sank.\n", ["A boat sank."]),
        ("{/* of\n\n 12 */}\n\nA boat sank.\n", ["A boat sank."]),
        ("{/* a */}\nA boat sank.\n", ["A boat sank."]),
        ("A boat\n{/* a */}\nsank.\n", ["A boat", "sank."]),
        ("| Boat {/* a */} | Crew |\n|---|---|\n| Ada | 12 <!-- b --> |\n", ["Ada | 12"]),
        ("<!-- a --> A boat sank.\nIt had 12 men.\n", ["A boat sank.", "It had 12 men."]),
        ("<!-- a\n\nb --> A boat sank.\n", ["A boat sank."]),
        ("{/* a\n\nb */} A boat sank.\n", ["A boat sank."]),
        ("<!-- a --> <!-- b -->\nA boat sank.\n", ["A boat sank."]),
        ("- A boat <!-- a -->\n- A mast {/* b */}\n", ["A boat", "A mast"]),
        ("Set `{/* x */}` and `<!-- y -->`.\n", ["Set {/* x */} and <!-- y -->."]),
        ("{/* never closed\n\nA boat sank.\n", ["{/* never closed", "A boat sank."]),
    ],
)
def test_comments_are_no_prose_and_text_beside_them_is(text: str, shown: list[str]) -> None:
    assert prose(text) == shown


PIECES = st.lists(st.sampled_from(["<!-- x -->", "{/* x */}", " word ", "\n", "{/* ", " */}", "`", "- "]), max_size=12)


@given(PIECES)
def test_each_character_of_a_sentence_stands_in_the_file(pieces: list[str]) -> None:
    text = "Start.\n\n" + "".join(pieces)
    for sentence in sentences(read_text(text, name="a.md")):
        for char, offset in zip(sentence.text, sentence.offsets, strict=True):
            assert text[offset] == char or (char == " " and text[offset].isspace())
