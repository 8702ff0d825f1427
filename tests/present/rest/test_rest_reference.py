"""The page of the documentation on the API names each address, parameter, kind of fault and body; its examples run."""

import re
import shlex
from pathlib import Path

import pytest
from tests.present import served as served_archive

from rashomon.core import DecisionKind
from rashomon.present.exports.kinds import KINDS as FORMS
from rashomon.present.rest import bounds
from rashomon.present.rest.bodies import FILES, FORM, JSON, LINES
from rashomon.present.rest.errors import KINDS

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "rest.md").read_text("utf-8")
EXAMPLES = re.findall(r"^\$ (curl .+)$", PAGE, re.MULTILINE)
REPORT = "Bridge at Orle shut\n\nThe council of Orle closed the bridge on Friday, mayor Ada Vance said.\n"


def test_every_address_is_listed_with_its_scope_and_no_other_is(documented):
    listed = set(re.findall(r"^\| `((?:GET|POST|DELETE) /[^`]*)` \| (\w+) \|", PAGE, re.MULTILINE))
    made = set()
    for path, method in documented.operations():
        told = documented.openapi["paths"][path][method]["security"]
        scopes = {scope for way in told for scopes in way.values() for scope in scopes}
        made.add((f"{method.upper()} {path.removeprefix('/api/v1')}", "".join(scopes) or "none"))
    assert listed == made


def test_every_parameter_is_told(documented):
    names = {
        each["name"]
        for own in documented.openapi["paths"].values()
        for operation in own.values()
        for each in operation.get("parameters", ())
        if each["in"] != "path"
    }
    assert {name for name in names if f"`{name}`" not in PAGE} == set()


def test_every_kind_of_fault_is_told_with_its_status():
    assert all(f"| `{kind.name}` | {kind.status} |" in PAGE for kind in KINDS.values())


def test_every_kind_of_body_decision_and_form_is_told():
    assert all(f"`{media}`" in PAGE for media in (JSON, FORM, *LINES, *FILES))
    assert all(f"| `{kind.value}` |" in PAGE for kind in DecisionKind)
    assert all(f"`{name}`" in PAGE for name in FORMS)


def test_the_bounds_are_those_of_the_code():
    for number in (
        bounds.BODY_BYTES,
        bounds.TEXT_CHARS,
        bounds.MOST_DOCUMENTS,
        bounds.MOST_LOOKED_AT,
        bounds.EXPORTED_DOCUMENTS,
    ):
        assert f"{number:,}" in PAGE


@pytest.mark.parametrize("line", EXAMPLES)
def test_the_examples_run(visitor, service, documented, line):
    words = shlex.split(line.replace("$KEY", served_archive.key(service)))
    address, headers, body, files = "", {}, None, []
    options = iter(words[1:])
    for word in options:
        if word == "-H":
            name, _, value = next(options).partition(": ")
            headers[name] = value
        elif word == "-d":
            body = next(options).encode()
        elif word == "--data-binary":
            assert next(options) == "@report.jsonl"
            body = b'{"id": "n1", "text": "Orle opened a second weir on Friday."}\n'
        elif word == "-F":
            name, _, file = next(options).partition("=@")
            files.append((name, (file, REPORT.encode())))
        elif word == "-o":
            next(options)
        elif word != "-s":
            address = word
    if body is None and not files:
        response = visitor.get(address, headers=headers)
    else:
        response = visitor.post(address, headers=headers, content=body, files=files or None)
    assert response.status_code < 300, response.text
    documented.holds(response)


def test_there_are_examples():
    assert len(EXAMPLES) > 8
