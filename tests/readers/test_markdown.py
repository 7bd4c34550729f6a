from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from factcheck.document import PROSE, Block, BlockKind, Span
from factcheck.readers.markdown import read_markdown
from tests.readers.files import document, prose, quoted

ENDINGS = ["\n", "\r\n", "\r"]


def blocks(text: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, prose(text, block)) for block in read_markdown("a.md", text).blocks]


def only(text: str) -> Block:
    (block,) = read_markdown("a.md", text).blocks
    return block


@pytest.mark.parametrize("end", ENDINGS)
def test_kinds(end: str) -> None:
    lines = [
        "Harbour *news* today",
        "====================",
        "",
        "## The fire ##",
        "Two crews",
        "  came.",
        "- one",
        "  1. nested",
        "",
        "     with more",
        "- [x] done",
        "",
        "> She said",
        "it burnt.",
        "> - in a list",
        "",
        "```py",
        "x = 1",
        "```",
        "",
        "    indented 7",
        "",
        "<div>",
        "9",
        "</div>",
        "",
        "<!-- 8 -->",
        "[r]: /u 'x'",
        "",
        "***",
        "",
        "[^1]: A note.",
    ]
    assert blocks(end.join(lines)) == [
        (BlockKind.HEADING, "Harbour news today"),
        (BlockKind.HEADING, "The fire"),
        (BlockKind.PARAGRAPH, "Two crews came."),
        (BlockKind.LIST_ITEM, "one"),
        (BlockKind.LIST_ITEM, "nested"),
        (BlockKind.LIST_ITEM, "with more"),
        (BlockKind.LIST_ITEM, "done"),
        (BlockKind.QUOTE, "She said it burnt."),
        (BlockKind.LIST_ITEM, "in a list"),
        (BlockKind.CODE, "```py x = 1 ```"),
        (BlockKind.CODE, "indented 7"),
        (BlockKind.MARKUP, "<div> 9 </div>"),
        (BlockKind.MARKUP, "<!-- 8 -->"),
        (BlockKind.MARKUP, "[r]: /u 'x'"),
        (BlockKind.PARAGRAPH, "A note."),
    ]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("#  A # b ##  ", "A # b"),
        ("# # #", "#"),
        ("> ## \\# 5\n", "\\# 5"),
        ("A *b\nc* d\n---", "A *b\nc* d"),
        ("   Text. \t", "Text."),
        ("12) Text.", "Text."),
        ("-\tText.", "Text."),
        ("> - * Text.", "Text."),
    ],
)
def test_span_leaves_out_the_signs_of_the_block(text: str, span: str) -> None:
    assert only(text).span.of(text) == span


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a *b* __c__ ***d*** ~~e~~ f", "a b c d e f"),
        ("snake_case 2*3*4 ** and ~~~", "snake_case 234 ** and ~~~"),
        ("[the *site*](https://example.org/1 'No. 2') says", "the site says"),
        ("[ref][r] [r][] [r] [x]\n\n[r]: /1", "ref r r [x]"),
        ("in `x = 1` and `` ` `` and `open", "in x = 1 and ` and `open"),
        (r"1\. \*no\* \a", r"1. *no* \a"),
        ("<b>in</b> <!-- 7 --> <i class='8'>text</i>", "in text"),
        ("<https://example.org/5> here", "https://example.org/5 here"),
        ("note[^1] and[^long] and^[7 inline]", "note and and"),
        ("before ![alt 4](x.png '5') after", "before after"),
        ("hard\\\nbreak  \nsoft", "hard break soft"),
        ("> a\n> b\nc\n>d", "a b c d"),
        ("- a\n\t  b", "a b"),
        ("[a\nb](<c d>\n'e')", "a b"),
        ("x &amp; y", "x &amp; y"),
    ],
)
def test_prose_is_what_a_reader_sees(text: str, shown: str) -> None:
    first = read_markdown("a.md", text).blocks[0]
    assert prose(text, first) == shown


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("`` v2.1 `` and <https://example.org/5>", ["v2.1", "https://example.org/5"]),
        (
            "see https://example.org/a_b_c, or [www.example.org](x)",
            ["https://example.org/a_b_c", "www.example.org"],
        ),
        ("[text](https://example.org/5) ![7](https://example.org/6)", []),
    ],
)
def test_identifiers(text: str, names: list[str]) -> None:
    assert [span.of(text) for span in only(text).identifiers] == names


def test_paragraph_without_prose_is_markup() -> None:
    assert blocks("<span></span><!-- 4 -->\n\n**") == [
        (BlockKind.MARKUP, "<span></span><!-- 4 -->"),
        (BlockKind.PARAGRAPH, "**"),
    ]


@pytest.mark.parametrize("end", ENDINGS)
def test_tables(end: str) -> None:
    text = end.join(
        [
            "> | Town | *Dead* |",
            "> |:--|--:|",
            ">  | Odde\\|Voss | **12** | 13 |  ",
            "> | Bø",
            "> || `4` |",
        ]
    )
    found = read_markdown("a.md", text).blocks
    assert [block.kind for block in found] == [BlockKind.TABLE_HEADER] + [BlockKind.TABLE_ROW] * 3
    assert [block.span.of(text) for block in found] == [
        "| Town | *Dead* |",
        "| Odde\\|Voss | **12** | 13 |",
        "| Bø",
        "|| `4` |",
    ]
    assert [[(cell.header, cell.span.of(text)) for cell in block.cells] for block in found] == [
        [("Town", "Town"), ("Dead", "*Dead*")],
        [("Town", "Odde\\|Voss"), ("Dead", "**12**")],
        [("Town", "Bø"), ("Dead", "")],
        [("Town", ""), ("Dead", "`4`")],
    ]
    assert prose(text, found[1]) == "Odde|Voss | 12"
    assert [span.of(text) for span in found[3].identifiers] == ["4"]


def test_captions() -> None:
    text = (
        "![A *ship* at sea](a.png)\n\n[![one](a)](b) ![two](c)\n\n![](d)\n*Photo: 1998*\n\n*Just stress.*\n\n"
        "Prose.\n\n*Table 1: losses*\n\n| a |\n|---|\n| 1 |\n\n*Source: board*\n\n*Not* all of it.\n\n"
        "![x](y) and so on\n"
    )
    found = blocks(text)
    assert [shown for kind, shown in found if kind is BlockKind.CAPTION] == [
        "A ship at sea",
        "one",
        "two",
        "Photo: 1998",
        "Just stress.",
        "Table 1: losses",
        "Source: board",
    ]
    assert (BlockKind.PARAGRAPH, "Not all of it.") in found
    assert (BlockKind.PARAGRAPH, "and so on") in found


def test_emphasis_far_from_images_is_a_paragraph() -> None:
    assert blocks("![a](b)\n\nProse.\n\n*Stress.*")[-1] == (BlockKind.PARAGRAPH, "Stress.")


def test_sections() -> None:
    text = "Lead.\n\n# A\n\n## B\n\nb\n\n### C\n\nc\n\n## D\n\nd\n\n# \n\ne"
    found = read_markdown("a.md", text).blocks
    under = {
        prose(text, block): prose(text, found[block.section]) if block.section is not None else None for block in found
    }
    assert under == {
        "Lead.": None,
        "A": None,
        "B": "A",
        "b": "B",
        "C": "B",
        "c": "C",
        "D": "A",
        "d": "D",
        "e": "D",
    }


def test_title_is_the_first_heading_of_level_one(tmp_path: Path) -> None:
    text = "## Small\n\n# The `big` [one](x)\n\n# Other"
    assert document(tmp_path, text).meta.title == "The big one"
    assert document(tmp_path, "---\ntitle: Own\n---\n" + text).meta.title == "Own"
    assert document(tmp_path, "## Small").meta.title == ""


def test_places_count_from_the_start_of_the_file(tmp_path: Path) -> None:
    doc = document(tmp_path, "---\r\ntitle: T\r\n---\r\n- a *b*\r\n  c\r\n")
    assert quoted(doc, BlockKind.LIST_ITEM) == ["a *b*\r\n  c"]
    assert [span.of(doc.text) for span in doc.blocks[1].masked] == ["*", "*", "  "]


@pytest.mark.parametrize("suffix", [".md", ".MD", ".markdown", ".mdx"])
def test_markdown_suffixes(tmp_path: Path, suffix: str) -> None:
    assert document(tmp_path, "# A", "a" + suffix).meta.title == "A"


FRAGMENTS = [
    *[
        "# ",
        "## ",
        "> ",
        "- ",
        "* ",
        "1. ",
        "  ",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "  \n",
        "===\n",
        "---\n",
    ],
    *[
        "word ",
        "Two words. ",
        "é😀",
        "12 ",
        "\u00a0",
        "\u2028",
        "\x0b",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "``",
        "```\n",
    ],
    *[
        "[",
        "]",
        "(",
        ")",
        "](/u 't')",
        "[r]",
        "[r]: /u 'x'\n",
        "![a](b)",
        "[^1]",
        "[^1]: ",
        "^[n]",
        "\\",
        "\\|",
        "|",
    ],
    *[
        "<b>",
        "</b>",
        "<!-- c -->",
        "a<!-- c -->",
        "{/* c */}",
        "{/* ",
        " */}",
        "<div>\n",
        "<http://x.y>",
        "http://a.b/c_d.",
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
    ],
    *["[x] ", "<br>", "&amp;", "a: b\n", "x | y\n", "1,2\n"],
]


def markdown(without: tuple[str, ...] = ()) -> st.SearchStrategy[str]:
    fragments = [fragment for fragment in FRAGMENTS if fragment not in without]
    return st.lists(st.sampled_from(fragments), max_size=30).map("".join)


@given(markdown())
@example("| a |\n|---|\n\u00a0| 1 |")
@example("```\n[^1]: ```\n")
def test_blocks_are_disjoint_sorted_and_inside_the_file(text: str) -> None:
    found = read_markdown("a.md", text).blocks
    end = 0
    for block in found:
        assert end <= block.span.start < block.span.end <= len(text)
        end = block.span.end
        assert block.span.of(text).strip(" \t\r\n") == block.span.of(text)
        for ranges in (block.masked, block.identifiers):
            at = block.span.start
            for span in ranges:
                assert at <= span.start < span.end <= block.span.end
                at = span.end
        cells = [Span(block.span.start, block.span.start), *(cell.span for cell in block.cells)]
        assert all(a.end <= b.start for a, b in pairwise(cells))
        assert all(block.span.contains(cell) for cell in cells)
        assert block.section is None or found[block.section].kind is BlockKind.HEADING


# Text behind a comment that opens a line, and MDX comments, are read otherwise on purpose.
_OWN_WAYS = ("&amp;", "![a](b)", "[x] ", "a: b\n", "x | y\n", "1,2\n", "<!-- c -->", "{/* c */}", "{/* ", " */}")


@given(markdown(without=_OWN_WAYS))
@example("``x\ny`` *a\n> b*")
@example("*a | b\n1 | 2*")
@example("\\| a | b |\n|---|---|\n| 1 | \\|2 |\n")
def test_prose_is_what_markdown_it_renders(text: str) -> None:
    kinds = PROSE | {BlockKind.TABLE_HEADER, BlockKind.TABLE_ROW}
    found = [prose(text, block) for block in read_markdown("a.md", text).blocks if block.kind in kinds]
    reference = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    reference.use(footnote_plugin, move_to_end=False, always_match_refs=True)
    shown = [rendered(token) for token in reference.parse(text) if token.type == "inline"]
    assert folded(found) == folded(shown)


def rendered(inline: Token) -> str:
    breaks = {"softbreak": " ", "hardbreak": " "}
    texts = ("text", "code_inline")
    return "".join(
        token.content if token.type in texts else breaks.get(token.type, "") for token in inline.children or []
    )


def folded(texts: list[str]) -> str:
    """All of it without blanks and what a table without rules may make of pipes."""
    return "".join("".join(texts).replace("|", "").replace("-", "").split())
