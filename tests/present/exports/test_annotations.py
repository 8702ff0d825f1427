"""Web annotations: of the shape of the recommendation, and each selects its words."""

import json

import jsonschema
import pytest
from pyld import jsonld as processor
from tests.present.exports.accounts import ACCOUNTS, decided, hostile

from rashomon.present.exports.annotations import citations
from rashomon.present.exports.excerpts import EXCERPT_CHARS
from rashomon.present.exports.identity import iri
from rashomon.present.exports.kinds import KINDS

SELECTOR = {
    "oneOf": [
        {
            "type": "object",
            "required": ["type", "exact", "prefix", "suffix"],
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                "exact": {"type": "string", "minLength": 1},
                "prefix": {"type": "string", "maxLength": 32},
                "suffix": {"type": "string", "maxLength": 32},
            },
            "additionalProperties": False,
        },
        {
            "type": "object",
            "required": ["type", "start", "end"],
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 1},
            },
            "additionalProperties": False,
        },
    ]
}
IRI = {"type": "string", "format": "iri", "pattern": "^tag:rashomon.example,2026:[!-~]+$"}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "motivation", "body", "target"],
    "additionalProperties": False,
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"const": "describing"},
        "body": {
            "type": "object",
            "required": ["type", "value", "format", "purpose", "rashomon:part", "rashomon:of"],
            "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string"}},
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "additionalProperties": False,
            "properties": {
                "source": {
                    "type": "object",
                    "required": ["id", "type", "format"],
                    "properties": {"id": IRI, "type": {"const": "Text"}, "via": {"pattern": "^https?://"}},
                },
                "selector": {"type": "array", "items": SELECTOR, "minItems": 1, "maxItems": 2},
            },
        },
    },
}
COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type", "label", "total", "first"],
    "properties": {
        "@context": {"type": "array", "prefixItems": [{"const": "http://www.w3.org/ns/anno.jsonld"}]},
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["id", "type", "startIndex", "items"],
            "properties": {
                "type": {"const": "AnnotationPage"},
                "items": {"type": "array", "items": ANNOTATION},
            },
        },
    },
}
OA, AS, DC = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#", "http://purl.org/dc/elements/1.1/"
ID = {"@type": "@id"}
CONTEXT = {
    "id": "@id",
    "type": "@type",
    **{name: OA + name for name in ("Annotation", "TextQuoteSelector", "TextPositionSelector")},
    "TextualBody": OA + "TextualBody",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "describing": f"{OA}describing",
    "body": {"@id": f"{OA}hasBody", **ID},
    "target": {"@id": f"{OA}hasTarget", **ID},
    "source": {"@id": f"{OA}hasSource", **ID},
    "selector": {"@id": f"{OA}hasSelector", **ID},
    "via": {"@id": f"{OA}via", **ID},
    "start": {"@id": f"{OA}start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "end": {"@id": f"{OA}end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    **{name: OA + name for name in ("exact", "prefix", "suffix")},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": f"{DC}format",
    "language": f"{DC}language",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "total": f"{AS}totalItems",
    "first": {"@id": f"{AS}first", **ID},
    "items": {"@id": f"{AS}items", "@container": "@list", **ID},
    "startIndex": f"{AS}startIndex",
}
"""The terms of the recommendation's context that are used, as it defines them."""


def load(address, options):
    assert address == "http://www.w3.org/ns/anno.jsonld"
    return {
        "contextUrl": None,
        "documentUrl": address,
        "document": {"@context": CONTEXT},
        "contentType": "application/ld+json",
    }


def made(account, **more):
    return json.loads(KINDS["annotations"].make(account, **more))


def source_of(account, annotation):
    for document in account.documents:
        name = iri("document", document.id)
        if annotation["target"]["source"]["id"] == name:
            return document.text
        if annotation["target"]["source"]["id"] == f"{name}/headline":
            return document.headline
    raise AssertionError("no such source")


@pytest.mark.parametrize("name", ACCOUNTS)
def test_the_collection_has_the_shape_of_the_recommendation(name):
    collection = made(ACCOUNTS[name]())
    jsonschema.Draft202012Validator(COLLECTION).validate(collection)
    assert collection["total"] == len(collection["first"]["items"])
    ids = [each["id"] for each in collection["first"]["items"]]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", ACCOUNTS)
def test_it_is_json_ld_with_no_term_that_means_nothing(name):
    collection = made(ACCOUNTS[name]())
    expanded = processor.expand(collection, {"documentLoader": load})
    assert json.dumps(expanded).count(f'"{OA}hasTarget"') == collection["total"]
    processor.to_rdf(collection, {"documentLoader": load})


@pytest.mark.parametrize("name", ACCOUNTS)
@pytest.mark.parametrize("with_texts", [False, True])
def test_both_selectors_select_the_same_words(name, with_texts):
    account = ACCOUNTS[name]()
    for annotation in made(account, with_texts=with_texts)["first"]["items"]:
        text = source_of(account, annotation)
        *quoted, position = annotation["target"]["selector"]
        words = text[position["start"] : position["end"]]
        for quote in quoted:
            assert quote["exact"] == words
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert text[position["start"] - len(quote["prefix"]) :].startswith(around)
        assert quoted or (len(words) > EXCERPT_CHARS and not with_texts)


def test_every_citation_of_every_part_is_there():
    account = decided()
    collection = made(account)
    (story,) = account.stories
    assert {each["body"]["rashomon:part"] for each in collection["first"]["items"]} == {
        "claim", "utterance", "digest", "figure", "timeline", "answer", "framing", "party", "note", "problem"
    }  # fmt: skip
    places = {(c.document, c.span.part, c.span.start, c.span.end) for c in citations(story)}
    given = set()
    for each in collection["first"]["items"]:
        name = each["target"]["source"]["id"].removeprefix(iri("document", ""))
        part = "headline" if name.endswith("/headline") else "text"
        position = each["target"]["selector"][-1]
        given.add((name.removesuffix("/headline"), part, position["start"], position["end"]))
    assert given == places


def test_the_offsets_are_code_points_beyond_the_first_plane_too():
    account = hostile()
    first = made(account)["first"]["items"][0]
    quote, position = first["target"]["selector"]
    assert position["start"] == 3
    assert quote["exact"].endswith("javascript:alert(1)")
    assert quote["prefix"] == "\U0001f30a\U0001f30a "


def test_a_report_of_a_claim_carries_its_status_and_voice():
    bodies = [each["body"] for each in made(decided())["first"]["items"]]
    told = {(b["value"], b["rashomon:status"]) for b in bodies if b["rashomon:part"] == "claim"}
    assert ("denied: The mayor's office was warned in March", "denied") in told
    voices = [b["rashomon:voice"]["id"] for b in bodies if "rashomon:voice" in b]
    assert iri("story", "s1", "party", "p2") in voices
