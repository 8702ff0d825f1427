"""Reports over the API: their words, what was read, their versions; ids of any characters."""

import re
import time

import pytest


def test_a_document_comes_with_its_words_its_version_and_its_story(reading, strike):
    own = reading.get("/documents/strike-1").json()
    assert own["text"].startswith("Bus drivers in Orle")
    assert own["story"] == strike
    assert own["version"] == reading.results("/documents?document=strike-1")[0]["version"]


def test_what_was_read_has_its_places(reading):
    text = reading.get("/documents/strike-2").json()["text"]
    told = reading.get("/documents/strike-2/reading").json()
    words = [text[each["start"] : each["end"]] for each in told["quotations"] if each["form"] == "direct"]
    assert words == ["We will not drive until the company talks to us,"]


def test_versions_of_a_report(reading):
    told = reading.get("/documents/strike-1/versions").json()
    assert told["line"] == "https://tarnvalley.example/strike"
    assert [each["number"] for each in told["versions"]] == [1]
    assert told["steps"] == []


@pytest.mark.parametrize(
    "name", ["zzz", "strike-", "%ff%fe", "..%2f..%2fetc%2fpasswd", "%E2%80%AE", "a%0Ab", "%F0%9F%9A%8C"]
)
@pytest.mark.parametrize("behind", ["", "/versions", "/reading"])
def test_what_is_not_there_is_not_found(reading, name, behind):
    assert re.search("there is no|several documents begin", reading.detail("GET", f"/documents/{name}{behind}", 404))


@pytest.mark.parametrize("name", ["%00", "a%00b", "x" * 301])
def test_names_that_no_document_can_have_are_refused(reading, name):
    assert reading.get(f"/documents/{name}").status_code == 422


def test_an_id_may_hold_slashes_and_is_its_own(writing):
    report = {"id": "2031/05/a b?#", "text": "The council of Orle closed the bridge on Friday, mayor Ada Vance said."}
    job = writing.post("/documents", json={"documents": [report]})
    assert job.status_code == 202
    ended(writing, job)
    own = writing.get("/documents/2031%2F05%2Fa%20b%3F%23").json()
    assert (own["id"], own["text"]) == (report["id"], report["text"])
    assert writing.get("/documents/2031/05/a%20b%3F%23/reading").json()["id"] == report["id"]


def test_what_is_sent_is_added_and_the_job_tells_its_stories(writing):
    lines = b'{"id": "n1", "text": "Orle opened a second weir on Friday, mayor Peter Vance said."}\n{"text": 5}\n'
    job = writing.post("/documents", content=lines, headers={"Content-Type": "application/x-ndjson"})
    assert job.headers["location"] == f"/api/v1/jobs/{job.json()['id']}"
    told = ended(writing, job)
    assert (told["state"], told["summary"]["taken"]) == ("done", {"new": 1})
    assert [each["code"] for each in told["problems"] if each["fatal"]] == ["no-text"]
    assert told["stories"] == [writing.get("/documents/n1").json()["story"]]
    assert [each["id"] for each in writing.results("/jobs")] == [told["id"]]


def test_addresses_are_of_the_web_and_never_of_this_machine(writing):
    assert writing.post("/documents", json={"addresses": ["/etc/passwd"]}).status_code == 422
    assert writing.post("/documents", json={"addresses": ["file:///etc/passwd"]}).status_code == 422
    job = writing.post("/documents", json={"addresses": ["http://127.0.0.1:9/x"]})
    assert [each["fatal"] for each in ended(writing, job)["problems"] if each["stage"] == "ingest"] == [True]


def test_nothing_is_nothing_to_add(writing):
    assert "nothing is given" in writing.detail("POST", "/documents", 422, json={})


def ended(api, job, seconds=240):  # a busy machine is no fault
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        told = api.get(f"/jobs/{job.json()['id']}").json()
        if told["state"] in {"done", "failed"}:
            return told
        time.sleep(0.05)
    raise AssertionError(told)
