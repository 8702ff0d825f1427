"""Decisions over the API: each kind as `rashomon decide` takes it, signed, ended and never erased."""

import pytest

TWO_REPORTS = "strike-1"


def place_of(api, words, document="strike-2"):
    text = api.get(f"/documents/{document}").json()["text"]
    return f"{document}:{text.index(words)}-{text.index(words) + len(words)}"


def claim_of(api, status, story):
    return next(each for each in api.results(f"/claims?story={story}&status={status}&limit=100"))


@pytest.fixture
def strike(writing):
    return writing.get("/documents/strike-1").json()["story"]


@pytest.fixture
def weir(writing):
    return writing.get("/documents/weir-1").json()["story"]


def decided(api, **given):
    response = api.post("/decisions", json={"reason": "the desk asked", **given})
    assert response.status_code == 201, response.text
    told = response.json()
    assert response.headers["location"] == f"/api/v1/decisions/{told['decision']['id']}"
    return told


def test_stories_are_merged_and_the_accounts_follow_by_a_job(writing, strike, weir):
    told = decided(writing, kind="merge", stories=[strike, weir])
    assert told["decision"]["kind"] == "merge"
    assert set(told["decision"]["documents"]) == {"strike-1", "strike-2", "weir-1"}
    assert told["job"]["words"].startswith("accounts after decision")
    assert writing.get("/documents/weir-1").json()["story"] == writing.get("/documents/strike-1").json()["story"]


def test_documents_leave_their_story(writing, strike):
    decided(writing, kind="split", documents=["strike-2"])
    assert writing.get("/documents/strike-2").json()["story"] != strike


def test_a_document_is_moved(writing, weir):
    decided(writing, kind="move", document="strike-2", story=weir)
    assert writing.get("/documents/strike-2").json()["story"] == weir


def test_the_speaker_of_a_quotation_is_corrected_and_may_be_nobody_known(writing):
    said = place_of(writing, "We will not drive")
    told = decided(writing, kind="speaker", said=[said], name="Ida Brook")
    assert told["decision"]["names"] == ["Ida Brook"]
    assert told["decision"]["places"][0]["words"] == "We will not drive"
    assert decided(writing, kind="speaker", said=[said], name=None)["decision"]["names"] == []


def test_two_names_are_one_party_in_a_story(writing, strike):
    told = decided(writing, kind="one-party", names=["Mira Holt", "the union"], story=strike)
    assert set(told["decision"]["documents"]) == {"strike-1", "strike-2"}


def test_a_report_does_not_tell_that_claim(writing, strike):
    claim = next(each for each in writing.results(f"/claims?story={strike}&limit=100") if len(each["reports"]) > 1)
    report = claim["reports"][-1]
    part = f"{report['in']}:" if "in" in report else ""
    place = f"{report['document']}:{part}{report['start']}-{report['end']}"
    told = decided(writing, kind="not-that-claim", report=place, claim=[claim["id"]])
    assert len(told["decision"]["places"]) == len(claim["reports"])


def test_what_no_copy_is_known_of_cannot_be_denied(writing):
    given = {"kind": "not-a-copy", "left": "strike-1", "right": "weir-1", "reason": "written at our desk"}
    assert "knows of no copy" in writing.detail("POST", "/decisions", 422, json=given)


def test_a_note_stands_beside_and_is_ended_once(writing):
    note = decided(writing, kind="note", about=["strike-1", place_of(writing, "300 drivers", "strike-1")])["decision"]
    assert (note["state"]["code"], note["ended"], note["at"]) == ("note", None, "2031-06-01T12:00:00+00:00")
    assert writing.get(f"/decisions/{note['id'][:6]}").json()["id"] == note["id"]
    told = writing.post(f"/decisions/{note['id']}/end", json={"reason": "answered"}).json()
    assert told["decision"]["ended"]["reason"] == "answered"
    assert writing.get(f"/decisions/{note['id']}").json()["state"]["code"] == "ended"
    assert "ended before" in writing.detail("POST", f"/decisions/{note['id']}/end", 409, json={"reason": "again"})


def test_decisions_are_listed_the_latest_first_page_by_page_and_by_document(writing):
    first = decided(writing, kind="note", about=["strike-1"])["decision"]["id"]
    second = decided(writing, kind="note", about=["weir-1"])["decision"]["id"]
    assert [each["id"] for each in writing.results("/decisions")] == [second, first]
    assert [each["id"] for each in writing.results("/decisions?document=strike-1")] == [first]
    page = writing.get("/decisions?limit=1").json()
    assert [each["id"] for each in writing.results(f"/decisions?before={page['before']}")] == [first]
    assert "not what a page gave" in writing.detail("GET", "/decisions?before=x", 422)
    assert "no document" in writing.detail("GET", "/decisions?document=zzzz", 422)


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "merge", "stories": ["strike-1", "strike-2"], "reason": "these are one story already"},
        {"kind": "split", "documents": ["strike-1", "strike-2"], "reason": "nothing would be left"},
        {"kind": "speaker", "said": ["strike-2:0-9999"], "name": "Ida Brook", "reason": "no such place"},
        {
            "kind": "speaker",
            "said": ["strike-2:99999999999999999999-999999999999999999999"],
            "name": None,
            "reason": "x",
        },
        {"kind": "note", "about": ["zzzz"], "reason": "of nothing"},
        {"kind": "note", "about": ["strike-1"], "reason": "  "},
        {"kind": "note", "about": [], "reason": "of nothing"},
        {"kind": "note", "about": ["strike-1"]},
        {"kind": "note", "about": ["strike-1"], "reason": "x", "by": "somebody else"},
        {"kind": "note", "about": ["a\u0000b"], "reason": "x"},
        {"kind": "note", "about": ["strike-1"], "reason": "x" * 10_001},
        {"kind": "note", "about": ["x" * 400], "reason": "x"},
        {"kind": "erase", "reason": "no such kind"},
        {},
        [],
    ],
)
def test_what_cannot_be_decided_is_refused_and_not_written(writing, given):
    assert writing.post("/decisions", json=given).status_code == 422
    assert writing.results("/decisions") == []


def test_lone_surrogates_are_refused(writing):
    body = b'{"kind": "note", "about": ["strike-1"], "reason": "\\ud800"}'
    assert writing.post("/decisions", content=body, headers={"Content-Type": "application/json"}).status_code == 422


def test_a_decision_that_is_not_there(writing):
    assert writing.get("/decisions/zzzz").status_code == 404
    assert writing.post("/decisions/zzzz/end", json={"reason": "none"}).status_code == 404
