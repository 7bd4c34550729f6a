from __future__ import annotations

import random
import re
import string
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.claim import Claim
from factcheck.claims import BundledSplitter, SentenceSplitter, Splitter
from factcheck.claims.verbs import SAYING
from factcheck.claims.vocabulary import word_set
from factcheck.document import Document, Metadata, Span
from factcheck.errors import InputError
from factcheck.sentences import sentences
from tests.claims.articles import article, quantities_of
from tests.claims.example import Example
from tests.claims.examples import EXAMPLES

_WORDS = [word for example in EXAMPLES for word in example.text.split()]
_PIECES = st.one_of(
    st.sampled_from(_WORDS),
    st.sampled_from(
        [",", ";", ".", "“", "”", '"', "(", ")", "—", "# ", "| a | b |", "\n\n", "\u202e", "\x1b[31m", "[b]"]
    ),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=6),
    st.text(alphabet=string.printable, max_size=6),
)


def _is_readable(text: str) -> bool:
    try:
        article(text)
    except InputError:
        return False
    return True


_ARTICLES = st.lists(_PIECES, max_size=40).map(" ".join).filter(_is_readable)
_JOINING = word_set("among including although though while where which whose whom after before because according")
_slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("whole", [False, True])
@_slow
@given(text=_ARTICLES)
def test_any_text_gives_claims_with_valid_places(splitter: Splitter, whole: bool, text: str) -> None:
    if whole:
        splitter = SentenceSplitter()
    document = article(text)
    found = sentences(document)
    quantities = quantities_of(document)
    claims = splitter.split(document, found, quantities)
    places = [sentence.span for sentence in found]
    assert [claim.id for claim in claims] == [f"c{i}" for i in range(1, len(claims) + 1)]
    assert [claim.sentence for claim in claims] == sorted(claim.sentence for claim in claims)
    for claim in claims:
        assert claim.text
        assert claim.sentence in places
        assert claim.spans
        assert all(span.start < span.end and claim.sentence.contains(span) for span in claim.spans)
        assert all(a.end <= b.start for a, b in zip(claim.spans, claim.spans[1:], strict=False))
    carried = {quantity for claim in claims for quantity in claim.quantities}
    assert carried == {q for q in quantities if any(place.contains(q.span) for place in places)}


@dataclass(frozen=True)
class _Made:
    heads: Sequence[int]
    deprels: Sequence[str]
    upos: Sequence[str]


_RELS = sorted(
    word_set(
        "nsubj nsubj:pass obj obl conj cc acl acl:relcl advcl ccomp parataxis appos flat compound nmod det case mark "
        "aux aux:pass cop punct nummod amod advmod xcomp obl:agent nmod:poss"
    )
)
_UPOS = sorted(word_set("NOUN PROPN VERB AUX PRON DET ADP NUM ADJ PUNCT CCONJ SCONJ PART ADV SYM"))


class _AnyTree:
    """A parser that is always wrong: it hangs words on each other at random."""

    name, sha256 = "random", ""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[_Made]:
        return [self._tree(len(words)) for words in sentences]

    def _tree(self, size: int) -> _Made:
        order = self._random.sample(range(size), size)
        heads = [0] * size
        for i, word in enumerate(order[1:], 1):
            heads[word] = self._random.choice(order[max(0, i - 4) : i]) + 1
        rels = ["root" if head == 0 else self._random.choice(_RELS) for head in heads]
        return _Made(heads, rels, self._random.choices(_UPOS, k=size))


def _lost(claims: Sequence[Claim], text: str) -> list[str]:
    """Words of five letters or more that stand in no claim and in no attribution."""
    told = " ".join(claim.attribution or "" for claim in claims)
    words = [(Span(m.start(), m.end()), m.group()) for m in re.finditer(r"\b\w{5,}\b", text)]
    return [
        word
        for place, word in words
        if word not in told and not any(span.overlaps(place) for claim in claims for span in claim.spans)
    ]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text[:50])
def test_claims_cover_the_words_of_their_sentence(splitter: Splitter, example: Example) -> None:
    document = article(example.text)
    claims = splitter.split(document, sentences(document), [])
    lost = [word.lower() for word in _lost(claims, document.text)]
    assert not set(lost) - SAYING.keys() - _JOINING


@_slow
@given(st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=6))
def test_claims_cover_the_words_of_any_text(splitter: Splitter, examples: list[Example]) -> None:
    document = article("\n\n".join(example.text for example in examples))
    claims = splitter.split(document, sentences(document), [])
    assert not {word.lower() for word in _lost(claims, document.text)} - SAYING.keys() - _JOINING


@_slow
@given(_ARTICLES, st.integers(0, 2**32))
def test_a_parser_that_errs_gives_no_invalid_claim(text: str, seed: int) -> None:
    document = article(text)
    found = sentences(document)
    for claim in BundledSplitter(_AnyTree(seed)).split(document, found, quantities_of(document)):
        assert claim.text
        assert claim.spans
        assert all(claim.sentence.contains(span) for span in claim.spans)


@_slow
@given(_ARTICLES)
def test_splitting_is_deterministic(splitter: Splitter, text: str) -> None:
    document = article(text)
    found = sentences(document)
    assert splitter.split(document, found, []) == splitter.split(document, found, [])


def test_neighbours_do_not_change_how_a_sentence_is_cut(splitter: Splitter) -> None:
    one = "The bridge opened in 2011 and carries 12,000 cars a day."
    alone = [claim.text for claim in splitter.split(article(one), sentences(article(one)), [])]
    both = article(f"{one} Prices fell.")
    assert [claim.text for claim in splitter.split(both, sentences(both), [])][: len(alone)] == alone


def test_sentence_of_hundreds_of_words_is_split(splitter: Splitter) -> None:
    text = "The council " + " and ".join(f"closed {n} schools in district {n}" for n in range(2, 120)) + "."
    document = article(text)
    assert len(splitter.split(document, sentences(document), [])) > 10


def test_empty_document_has_no_claims(splitter: Splitter) -> None:
    document = Document("-", "", (), Metadata(), "")
    assert splitter.split(document, sentences(document), []) == []
