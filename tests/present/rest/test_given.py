"""Accounts and checks of what is sent along: in each form of a body, bounded, and nothing of it is kept."""

import io
import json

import pytest

from rashomon.present.rest import bounds

REPORTS = [
    {
        "id": "d1",
        "outlet": "Tarn Valley Post",
        "text": "The council of Orle closed the bridge on Friday, mayor Ada Vance said.",
    },
    {"id": "d2", "outlet": "Orle Evening Star", "text": "The council of Orle denied that it had closed the bridge."},
]
LINES = b"".join(json.dumps(each).encode() + b"\n" for each in REPORTS)


@pytest.fixture(scope="module")
def counted(reading):
    service = reading.client.app.state.service

    def count():
        with service.view() as view:
            return view.counts()

    return count


def test_an_account_of_documents_keeps_nothing(reading, counted):
    before = counted()
    told = reading.post("/accounts", json={"documents": REPORTS})
    assert told.status_code == 200
    assert [each["id"] for each in told.json()["documents"]] == ["d1", "d2"]
    assert told.json()["stories"][0]["claims"]
    assert told.headers["cache-control"] == "no-store"
    assert counted() == before


@pytest.mark.parametrize(
    "kind", ["application/x-ndjson", "application/jsonl", "application/octet-stream", "text/plain"]
)
def test_lines_and_files_give_the_same_account(reading, kind):
    told = reading.post("/accounts", content=LINES, headers={"Content-Type": kind}).json()
    same = reading.post("/accounts", json={"documents": REPORTS}).json()
    assert told["stories"] == same["stories"]


def test_files_of_a_form_are_reports_of_their_own(reading):
    page = b"<html><body><article><h1>Bridge at Orle shut</h1><p>The council of Orle closed the bridge.</p></article>"
    files = [("a", ("one.txt", b"The council of Orle closed the bridge.")), ("b", ("two.html", page))]
    told = reading.post("/accounts", files=files, data={"pasted": "Orle has a bridge, mayor Ada Vance said."}).json()
    assert len(told["documents"]) == 3


def test_one_bad_line_never_loses_the_rest(reading):
    told = reading.post("/accounts", content=LINES + b"{\n", headers={"Content-Type": "application/jsonl"}).json()
    assert len(told["documents"]) == 2
    assert [each["code"] for each in told["problems"] if each["fatal"]] == ["bad-json"]


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, 400),
        ({"content": b"\xff\xfe", "headers": {"Content-Type": "application/json"}}, 400),
        ({"content": b"[" * 100_000, "headers": {"Content-Type": "application/json"}}, 400),
        ({"content": b"", "headers": {"Content-Type": "application/json"}}, 400),
        ({"json": []}, 422),
        ({"json": {"documents": []}}, 422),
        ({"json": {"documents": [{"headline": "no text"}]}}, 422),
        ({"json": {"documents": [{"text": 5}]}}, 422),
        ({"json": {"documents": [{"text": "x", "id": True}]}}, 422),
        ({"json": {"documents": REPORTS, "dokuments": []}}, 422),
        ({"json": {"documents": [{"text": "x"}] * (bounds.MOST_DOCUMENTS + 1)}}, 422),
        ({"content": b"{}\n" * (bounds.MOST_DOCUMENTS + 1), "headers": {"Content-Type": "application/jsonl"}}, 413),
        ({"content": b"  ", "headers": {"Content-Type": "text/plain"}}, 422),
        ({"content": b"\x89PNG", "headers": {"Content-Type": "image/png"}}, 415),
        ({"content": b"Orle"}, 415),
        ({"content": b"Orle", "headers": {"Content-Type": "multipart/form-data"}}, 400),
        ({"content": b"--x\r\nOrle", "headers": {"Content-Type": "multipart/form-data; boundary=x"}}, 422),
        ({"files": [("a", ("a.txt", b""))]}, 422),
        ({"files": [("a", (f"{n}.txt", b"Orle")) for n in range(bounds.MOST_DOCUMENTS + 1)]}, 400),
    ],
)
def test_bodies_that_are_not_as_documented_are_refused(reading, more, status):
    assert reading.post("/accounts", **more).status_code == status


def chunks(number):
    block = b"Orle has a bridge. " * 50_000
    for _ in range(number):
        yield block


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "multipart/form-data; boundary=x"])
def test_a_body_beyond_bounds_is_not_read_to_its_end(reading, kind):
    told = {"Content-Type": kind, "Content-Length": str(bounds.BODY_BYTES + 1)}
    assert reading.post("/accounts", content=b"x", headers=told).status_code == 413
    head = b'--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\n'
    sent = io.BytesIO(head + b"".join(chunks(22)))
    assert (
        reading.post(
            "/accounts", content=iter(lambda: sent.read(1_000_000), b""), headers={"Content-Type": kind}
        ).status_code
        == 413
    )


def test_a_sentence_is_held_against_what_is_sent(reading):
    told = reading.post("/checks", json={"claim": "The council closed the bridge.", "documents": REPORTS}).json()
    assert {each["document"] for each in told["carried"]} == {"d1"}
    assert {each["document"] for each in told["otherwise"]} == {"d2"}


def test_a_sentence_is_held_against_a_story_of_the_archive(reading, strike):
    given = {"claim": "About 300 drivers stayed at home.", "also": ["Drivers began a strike."], "story": strike}
    told = reading.post("/checks", json=given).json()
    assert {each["document"] for each in told["carried"]} == {"strike-1"}
    assert [each["claim"] for each in told["also"]] == ["Drivers began a strike."]


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"claim": "The council closed the bridge."}, 422),
        ({"claim": "The council closed the bridge.", "documents": REPORTS, "story": "strike"}, 422),
        ({"claim": "The council closed the bridge.", "story": "zzzz"}, 404),
        ({"claim": "Who closed the bridge?", "documents": REPORTS}, 422),
        ({"claim": "", "documents": REPORTS}, 422),
        ({"claim": "x" * 2001, "documents": REPORTS}, 422),
        ({"documents": REPORTS}, 422),
    ],
)
def test_what_cannot_be_checked_says_why(reading, given, status):
    assert reading.post("/checks", json=given).status_code == status


def test_a_file_of_too_many_reports_is_not_answered(reading):
    """What a file holds is known only when it is read, and whoever asked waits for the answer."""
    many = json.dumps([{"text": f"Orle opened weir {n} on Friday."} for n in range(bounds.MOST_DOCUMENTS + 1)]).encode()
    told = reading.post("/accounts", content=many, headers={"Content-Type": "application/octet-stream"})
    assert told.status_code == 413
    assert "at most 200 reports" in told.json()["detail"]
