from __future__ import annotations

import pytest

from factcheck.models import Parse, ParserModel

SENTENCE = [
    "The",
    "minister",
    "who",
    "resigned",
    "on",
    "Friday",
    "told",
    "reporters",
    "that",
    "the",
    "bridge",
    "had",
    "collapsed",
    ".",
]


def assert_tree(parse: Parse, count: int) -> None:
    assert len(parse.heads) == len(parse.deprels) == len(parse.upos) == count
    assert parse.heads.count(0) == 1
    assert all(h == 0 or parse.heads[h - 1] != i + 1 for i, h in enumerate(parse.heads))
    assert [d == "root" for d in parse.deprels] == [h == 0 for h in parse.heads]
    for start in range(1, count + 1):
        node, steps = start, 0
        while node:
            node, steps = parse.heads[node - 1], steps + 1
            assert steps <= count


def test_canonical_parse(parser: ParserModel) -> None:
    parse = parser.parse([SENTENCE])[0]
    assert parse.heads == (2, 7, 4, 2, 6, 4, 0, 7, 13, 11, 13, 13, 7, 7)
    assert parse.deprels[1] == "nsubj"
    assert parse.deprels[3] == "acl:relcl"
    assert parse.deprels[12] == "ccomp"
    assert parse.upos[:3] == ("DET", "NOUN", "PRON")


def test_same_parse_in_any_company(parser: ParserModel) -> None:
    others = [SENTENCE[i:] for i in range(len(SENTENCE))]
    assert parser.parse(others)[3] == parser.parse([others[3]])[0]


def test_no_sentences_and_empty_sentence(parser: ParserModel) -> None:
    assert parser.parse([]) == []
    empty, whole = parser.parse([[], SENTENCE])
    assert empty == Parse((), (), ())
    assert_tree(whole, len(SENTENCE))


@pytest.mark.parametrize("count", [300, 1500])
def test_sentence_longer_than_the_encoder(parser: ParserModel, count: int) -> None:
    words = (SENTENCE[:-1] * count)[:count]
    assert_tree(parser.parse([words])[0], count)


def test_hostile_words(parser: ParserModel) -> None:
    words = ["", " ", "\x00", "\x1b[31m", "\ud800", "😀", "a/b." * 900, "x" * 5000, "[SEP]", "文"]
    assert_tree(parser.parse([words])[0], len(words))
    for word in words:
        assert_tree(parser.parse([[word]])[0], 1)
