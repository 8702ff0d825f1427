"""The OpenAPI document: valid, complete, and true to the routes."""

import json
import re

import pytest
from jsonschema import Draft202012Validator

from rashomon.present.exports import schema, schema_answers
from rashomon.present.rest.errors import KINDS, MEDIA_TYPE


def references(part):
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        for value in part.values():
            yield from references(value)
    elif isinstance(part, list):
        for value in part:
            yield from references(value)


@pytest.fixture(scope="module")
def openapi(documented):
    return documented.openapi


def test_it_is_served_as_it_is(visitor, openapi):
    response = visitor.get("/openapi.json")
    assert response.headers["content-type"] == "application/json"
    assert response.json() == json.loads(json.dumps(openapi))


def test_it_is_openapi_3_1(openapi):
    from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR

    assert openapi["openapi"] == "3.1.0"
    OPENAPI_31_VALIDATOR.validate(openapi)


def test_every_reference_leads_somewhere(openapi):
    known = {f"#/components/schemas/{name}" for name in openapi["components"]["schemas"]}
    assert set(references(openapi)) <= known


def test_no_two_shapes_differ_by_the_case_of_their_letters(openapi):
    """Generated clients have a file for each, and some disks do not tell them apart."""
    names = [name.lower().replace("_", "") for name in openapi["components"]["schemas"]]
    assert len(names) == len(set(names))


def test_every_shape_is_a_schema_and_those_of_the_commands_are_theirs(openapi):
    shapes = openapi["components"]["schemas"]
    for shape in shapes.values():
        Draft202012Validator.check_schema(shape)
    for name, own in {**schema.DEFINITIONS, **schema_answers.DEFINITIONS}.items():
        assert shapes[name]["type"] == own["type"]
        assert shapes[name].get("required") == own.get("required")


def test_every_operation_says_what_it_is(openapi):
    tags = {each["name"] for each in openapi["tags"]}
    names = set()
    for own in openapi["paths"].values():
        for operation in own.values():
            assert operation["summary"]
            assert operation["description"]
            assert set(operation["tags"]) <= tags
            names.add(operation["operationId"])
            for parameter in operation.get("parameters", ()):
                assert parameter["description"], (operation["operationId"], parameter["name"])
                assert parameter["schema"].get("type") or parameter["schema"].get("$ref"), parameter
                bounded = {"maxLength", "maximum", "enum", "$ref"} & set(parameter["schema"])
                assert bounded or parameter["in"] == "header" or parameter["schema"]["type"] == "boolean", parameter
    assert len(names) == sum(len(own) for own in openapi["paths"].values())


def test_every_fault_is_documented_in_one_shape(openapi):
    statuses = {str(kind.status) for kind in KINDS.values()}
    for path, own in openapi["paths"].items():
        for operation in own.values():
            faults = {status: told for status, told in operation["responses"].items() if status >= "400"}
            assert {"403", "422", "429", "500"} <= set(faults) <= statuses
            for told in faults.values():
                assert list(told["content"]) == [MEDIA_TYPE]
            assert ("404" in faults) == bool(re.search("{", path)) or operation["operationId"] == "check"


def test_pages_are_not_in_it(openapi):
    assert all(path.startswith("/api/v1/") for path in openapi["paths"])
