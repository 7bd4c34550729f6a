"""Web Annotations: as JSON-LD, by the structure that the model asks for, and anchored where they say."""

from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft202012Validator
from pyld import jsonld

from factcheck.export.web_annotation import CONTEXT, web_annotations
from tests.export.examples import hostile, reviewed
from tests.tui.examples import TEXT, WIRE

OA, AS, DC = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#", "http://purl.org/dc/terms/"

TERMS = {
    "@context": {
        "oa": OA,
        "id": "@id",
        "type": "@type",
        **{name: f"{OA}{name}" for name in ("Annotation", "SpecificResource", "TextualBody")},
        **{name: f"{OA}{name}" for name in ("TextQuoteSelector", "TextPositionSelector")},
        **{name: f"{OA}{name}" for name in ("exact", "prefix", "suffix", "start", "end")},
        "AnnotationCollection": f"{AS}OrderedCollection",
        "AnnotationPage": f"{AS}OrderedCollectionPage",
        "Person": "http://xmlns.com/foaf/0.1/Person",
        "Software": f"{AS}Application",
        "body": {"@id": f"{OA}hasBody", "@type": "@id"},
        "target": {"@id": f"{OA}hasTarget", "@type": "@id"},
        "source": {"@id": f"{OA}hasSource", "@type": "@id"},
        "selector": {"@id": f"{OA}hasSelector", "@type": "@id"},
        "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
        "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
        **{
            name: f"{OA}{name}"
            for name in (
                *("assessing", "questioning", "classifying", "commenting", "linking"),
                *("editing", "describing", "tagging"),
            )
        },
        "creator": {"@id": f"{DC}creator", "@type": "@id"},
        "created": {"@id": f"{DC}created", "@type": "http://www.w3.org/2001/XMLSchema#dateTime"},
        "generator": {"@id": f"{AS}generator", "@type": "@id"},
        "format": "http://purl.org/dc/elements/1.1/format",
        "name": "http://xmlns.com/foaf/0.1/name",
        "nickname": "http://xmlns.com/foaf/0.1/nick",
        "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
        "label": "http://www.w3.org/2000/01/rdf-schema#label",
        "total": f"{AS}totalItems",
        "first": {"@id": f"{AS}first", "@type": "@id"},
        "startIndex": f"{AS}startIndex",
        "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
    }
}
"""The terms of the annotation context that decisions use, with what they stand for."""

_URI = {"type": "string", "pattern": "^(?:https?://|urn:uuid:)"}
_SELECTOR = {
    "oneOf": [
        {
            "type": "object",
            "additionalProperties": False,
            "required": ["type", "exact"],
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                **{name: {"type": "string"} for name in ("exact", "prefix", "suffix")},
            },
        },
        {
            "type": "object",
            "additionalProperties": False,
            "required": ["type", "start", "end"],
            "properties": {
                "type": {"const": "TextPositionSelector"},
                **{name: {"type": "integer", "minimum": 0} for name in ("start", "end")},
            },
        },
    ]
}
_RESOURCE = {
    "type": "object",
    "required": ["type", "source", "selector"],
    "properties": {
        "type": {"const": "SpecificResource"},
        "source": {"type": "string", "minLength": 1},
        "selector": {"type": "array", "minItems": 1, "items": _SELECTOR},
        "purpose": {"const": "linking"},
    },
    "additionalProperties": False,
}
_TEXTUAL = {
    "type": "object",
    "required": ["type", "value", "purpose"],
    "properties": {
        "type": {"const": "TextualBody"},
        "value": {"type": "string"},
        "format": {"const": "text/plain"},
        "purpose": {"enum": ["classifying", "commenting", "editing", "describing", "tagging"]},
        "creator": {"type": "object"},
    },
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "required": ["@context", "id", "type", "total"],
    "properties": {
        "@context": {"const": CONTEXT},
        "id": _URI,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer"},
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {
                "id": _URI,
                "type": {"const": "AnnotationPage"},
                "items": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["id", "type", "motivation", "creator", "created", "body", "target"],
                        "properties": {
                            "id": _URI,
                            "type": {"const": "Annotation"},
                            "motivation": {"enum": ["assessing", "questioning", "commenting"]},
                            "created": {"pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
                            "body": {"type": "array", "minItems": 1, "items": {"oneOf": [_TEXTUAL, _RESOURCE]}},
                            "target": _RESOURCE,
                        },
                    },
                },
            },
        },
    },
}


def local(url: str, _options: object) -> Any:
    assert url == CONTEXT
    return {"document": TERMS, "documentUrl": url, "contextUrl": None, "contentType": "application/ld+json"}


def decoded(**options: str) -> Any:
    return json.loads(web_annotations(reviewed(), **options))


def test_it_has_the_structure_of_the_model() -> None:
    for collection in (decoded(), json.loads(web_annotations(hostile()))):
        Draft202012Validator(SCHEMA).validate(collection)
        assert collection["total"] == len(collection["first"]["items"])


def test_every_term_is_one_of_the_context() -> None:
    def unknown(node: Any) -> list[str]:
        if isinstance(node, list):
            return [term for item in node for term in unknown(item)]
        if not isinstance(node, dict):
            return []
        known = TERMS["@context"]
        return [key for key in node if key not in known and key != "@context"] + unknown(list(node.values()))

    assert unknown(decoded()) == []


def test_as_linked_data_each_decision_is_an_annotation_with_motivation_creator_and_target() -> None:
    options = {"documentLoader": local, "base": "https://example.org/desk/"}
    (collection,) = jsonld.expand(decoded(), options)
    (page,) = collection[f"{AS}first"]
    annotations = page[f"{AS}items"][0]["@list"]
    assert [a["@type"] for a in annotations] == [[f"{OA}Annotation"]] * 4
    assert [a[f"{OA}motivatedBy"][0]["@id"].removeprefix(OA) for a in annotations] == [
        "assessing",
        "assessing",
        "assessing",
        "questioning",
    ]
    target = annotations[0][f"{OA}hasTarget"][0]
    assert target[f"{OA}hasSource"] == [{"@id": "https://example.org/desk/ferries.md"}]
    linked = [b for b in annotations[0][f"{OA}hasBody"] if f"{OA}hasSource" in b]
    assert linked[0][f"{OA}hasSource"] == [{"@id": "https://example.org/desk/refs/r2.md"}]


def test_quotes_stand_where_the_positions_say() -> None:
    for annotation in decoded()["first"]["items"]:
        resources = [(annotation["target"], TEXT)]
        resources += [(body, WIRE) for body in annotation["body"] if body.get("source") == "refs/r2.md"]
        for resource, text in resources:
            quote, position = resource["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])


def test_the_article_has_the_address_that_is_given_and_a_hostile_one_of_a_reference_is_not_taken() -> None:
    url = "https://example.org/ferries"
    assert {a["target"]["source"] for a in decoded(source=url)["first"]["items"]} == {url}
    assert "javascript:" not in web_annotations(hostile()).decode()


def test_without_decisions_there_is_an_empty_collection() -> None:
    from factcheck.export.reviewed import gather
    from tests.tui.examples import report

    collection = json.loads(web_annotations(gather(report())))
    Draft202012Validator(SCHEMA).validate(collection)
    assert collection["total"] == 0
