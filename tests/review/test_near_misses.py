from __future__ import annotations

from dataclasses import replace

from factcheck.document import Reference
from factcheck.evidence import QuantityEvidence, QuantityVerdict
from factcheck.readers import parse_document
from factcheck.review.near_misses import near_misses, words_around
from factcheck.review.passages import passages_of
from tests.tui.examples import report, span_in

PAGE = b'<p width="12">It took 112 days, or 12.5 weeks; <a href="/12">12</a> people helped.</p>'


def twelve() -> QuantityVerdict:
    return report().claims[0].verdict.quantities[0]


def test_a_figure_in_the_words_of_a_page_is_a_near_miss_and_none_in_its_markup_or_in_another_figure() -> None:
    page = Reference("r1", parse_document("page.html", PAGE))
    found = near_misses(twelve(), [page], [])
    assert [words_around(page.document, miss.span, 40) for miss in found] == ["…days, or 12.5 weeks; 12 people helped."]
    assert found[0].span.of(page.text) == "12"


def test_what_is_evidence_already_is_no_near_miss_and_what_the_check_found_comes_first() -> None:
    yearbook = (
        "Trips increased by 9.5 percent, not 12 percent, to 4.61 million. Alma has room for 90 cars. It had 12 cars."
    )
    whole = report(yearbook=yearbook)
    judged, text = whole.claims[0].verdict.quantities[0], whole.references[0].text
    passages = passages_of(whole.claims[0].verdict)
    inside, outside = text.index("12 percent"), text.index("12 cars")
    assert any(passage.span.start <= inside < passage.span.end for passage in passages)
    assert [miss.span.start for miss in near_misses(judged, whole.references, passages)] == [outside]
    wire = QuantityEvidence(1, span_in(whole.references[1].text, "tenth"), "", None)
    known = near_misses(replace(judged, elsewhere=wire), whole.references, passages)
    assert [miss.reference for miss in known] == [1, 0]
