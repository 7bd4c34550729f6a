"""Decisions as W3C Web Annotations, for other annotation tools.

Positions count code points of the article's file as decoded, as the model asks; quotes survive edits, positions
do not, so each target has both.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from typing import Any

from factcheck.decisions import Citation, normalised
from factcheck.document import Reference, Span
from factcheck.export.links import is_web_address, path_address
from factcheck.export.reviewed import Reviewed, Said
from factcheck.output.json_report import dumped
from factcheck.report import CheckedClaim, DecisionKind
from factcheck.review.passages import passages_of
from factcheck.review.vocabulary import verdict_word
from factcheck.version import __version__

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 40
"""Code points of prefix and suffix: enough to tell repeated passages apart."""
_DATE_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
_SOFTWARE = {"type": "Software", "name": f"factcheck {__version__}"}


def web_annotations(reviewed: Reviewed, *, source: str | None = None) -> bytes:
    """One annotation for each reviewer's say on a claim, in a collection of one page.

    Args:
        reviewed: The article and its decisions.
        source: The article's address on the web; its path if None.
    """
    target = source or path_address(reviewed.article.path)
    items = [
        _annotation(reviewed, checked, said, target)
        for checked, by_claim in zip(reviewed.report.claims, reviewed.said, strict=True)
        for said in by_claim
    ]
    named = f"{reviewed.article.sha256} {' '.join(item['id'] for item in items)}"
    collection = {
        "@context": CONTEXT,
        "id": _name(f"collection {named}"),
        "type": "AnnotationCollection",
        "label": f"Fact check of {reviewed.article.path}",
        "generator": _SOFTWARE,
        "total": len(items),
    }
    if items:
        collection["first"] = {"id": _name(f"page {named}"), "type": "AnnotationPage", "startIndex": 0, "items": items}
    return dumped(collection).encode()


def _name(of: str) -> str:
    """A name for a thing that has no address: the same for the same."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"factcheck {of}").urn


def _annotation(reviewed: Reviewed, checked: CheckedClaim, said: Said, source: str) -> dict[str, Any]:
    decide = said.standing.decide
    spans = checked.claim.places
    whole = Span(spans[0].start, max(span.end for span in spans))
    return {
        "id": _name(f"decision {said.reviewer} {decide.id}"),
        "type": "Annotation",
        "motivation": _motivation(decide.kind),
        "creator": {"type": "Person", "nickname": said.reviewer},
        **({"created": decide.at} if _DATE_TIME.fullmatch(decide.at) else {}),
        "generator": _SOFTWARE,
        "body": list(_bodies(reviewed, checked, said)),
        "target": {"type": "SpecificResource", "source": source, "selector": _selectors(reviewed.article.text, whole)},
    }


def _motivation(kind: DecisionKind | None) -> str:
    if kind is None:
        return "commenting"
    return "questioning" if kind is DecisionKind.NEEDS_SOURCE else "assessing"


def _bodies(reviewed: Reviewed, checked: CheckedClaim, said: Said) -> Iterator[dict[str, Any]]:
    decide = said.standing.decide
    if decide.kind:
        yield _words("classifying", decide.kind.value)
    if said.standing.stale:
        yield _words("tagging", "stale")
    yield {**_words("classifying", verdict_word(checked)), "creator": _SOFTWARE}
    yield {**_words("describing", checked.claim.text), "creator": _SOFTWARE}
    if decide.note:
        yield _words("commenting", decide.note)
    if decide.correction:
        yield _words("editing", decide.correction)
    references = reviewed.report.references
    places: dict[Citation, tuple[Reference, Span]] = {}
    for passage in passages_of(checked.verdict):
        reference = references[passage.reference]
        places[Citation(reference.id, normalised(passage.span.of(reference.text)))] = reference, passage.span
    by_id = {reference.id: reference for reference in references}
    for citation in decide.citations:
        yield _evidence(citation, places.get(citation), by_id.get(citation.reference))


def _words(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _evidence(citation: Citation, found: tuple[Reference, Span] | None, reference: Reference | None) -> dict[str, Any]:
    source = path_address(citation.reference)
    if reference is not None:
        url = reference.document.meta.url
        source = url if is_web_address(url) else path_address(reference.document.path)
    selectors = [{"type": "TextQuoteSelector", "exact": citation.quote}]
    if found and found[0].origin is None:
        selectors = _selectors(found[0].text, found[1])
    return {"type": "SpecificResource", "purpose": "linking", "source": source, "selector": selectors}


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]
