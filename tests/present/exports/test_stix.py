"""STIX: parsed by the kept library as strictly as it can; deterministic ids; no confidence made up."""

import json
from uuid import UUID

import pytest
import stix2
from tests.present.exports.accounts import ACCOUNTS, decided, many

from rashomon.present.exports.kinds import KINDS


def made(account, **more):
    return json.loads(KINDS["stix"].make(account, **more))


@pytest.mark.parametrize("name", ACCOUNTS)
def test_the_library_takes_every_account_without_custom_content(name):
    row = made(ACCOUNTS[name]())
    bundle = stix2.parse(row, allow_custom=False, version="2.1")
    assert {each.type for each in bundle.objects} <= {"identity", "note", "report"}
    assert len(bundle.objects) == len({each.id for each in bundle.objects})
    assert json.loads(bundle.serialize())["objects"]


@pytest.mark.parametrize("name", ACCOUNTS)
def test_every_reference_leads_to_an_object_of_the_bundle(name):
    objects = made(ACCOUNTS[name]())["objects"]
    ids = {each["id"] for each in objects}
    for each in objects:
        assert set(each.get("object_refs", [])) <= ids
        assert each.get("created_by_ref", objects[0]["id"]) in ids


def test_ids_are_names_of_version_five_that_stay_and_nothing_has_a_confidence():
    objects = made(decided())["objects"]
    assert {UUID(each["id"].split("--")[1]).version for each in objects} == {5}
    assert made(decided()) == made(decided())
    assert not [each for each in objects if "confidence" in each]


def test_a_story_is_a_report_with_its_claims_as_notes():
    objects = made(decided())["objects"]
    (report,) = [each for each in objects if each["type"] == "report"]
    notes = [each for each in objects if each["type"] == "note"]
    assert report["name"] == "Harrow Sound bridge closed"
    assert report["published"] == report["created"] == "2031-05-12T08:05:00.000Z"
    assert report["modified"] == "2031-05-12T11:05:00.000Z"
    assert {each["id"] for each in notes} <= set(report["object_refs"])
    assert [each["source_name"] for each in report["external_references"]][:2] == ["Harrow Courier", "The Sentinel"]
    (denied,) = [
        each
        for each in notes
        if each["abstract"].startswith("The mayor's office was warned in March (denied: told as ")
    ]
    assert denied["labels"][0] == "denied"
    assert denied["labels"][1].startswith("denied: ")
    assert "Harrow Courier: denied (says Tobin Ashgrove)" in denied["content"]
    assert "independent origins: 3" in denied["content"]


def test_an_outlet_of_several_stories_is_one_object():
    objects = made(many(20))["objects"]
    outlets = [each["name"] for each in objects if each.get("roles") == ["outlet"]]
    assert len(outlets) == len(set(outlets))
