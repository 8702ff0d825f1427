"""One shape for every fault, whoever finds it: the API, the framework, the door, or nobody until it happened."""

import pytest
from tests.present import served as served_archive

from rashomon.core import RashomonError
from rashomon.present.rest import errors
from rashomon.present.server.jobs import BusyError
from rashomon.present.server.worker import TaskFailedError, WorkerLostError
from rashomon.stores.errors import ArchiveError, ArchiveLocked, Refused

KEYS = ["type", "title", "status", "detail"]


def told(response, name, status):
    """The problem of a response, which has to be of this kind."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    given = response.json()
    assert [key for key in given if key != "errors"] == KEYS
    assert (given["type"], given["status"]) == (f"/api/v1/problems/{name}", status)
    return given


@pytest.mark.parametrize(
    "path", ["/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v1/stories/a/b", "/api/v1/%2e%2e/%2e%2e/etc"]
)
def test_an_address_that_is_none(visitor, path):
    told(visitor.get(path), "not-found", 404)


def test_a_method_that_an_address_does_not_have(served):
    response = served.request("PATCH", "/api/v1/decisions", headers={"Origin": served_archive.BASE})
    told(response, "method-not-allowed", 405)
    assert response.headers["allow"] == "GET, HEAD, POST"


def test_pages_of_people_are_answered_as_before(visitor):
    assert visitor.get("/nothing").headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("path", ["/api/v1/decisions", "/api/v1/documents", "/api/v1/keys"])
def test_a_key_is_asked_for(visitor, path):
    response = visitor.post(path, json={})
    told(response, "no-key", 401)
    assert response.headers["www-authenticate"].startswith("Bearer")


def test_a_key_that_is_none(visitor):
    told(visitor.get("/api/v1/stories", headers={"Authorization": "Bearer x"}), "no-key", 401)


def test_a_key_for_something_else(keyed):
    told(keyed("read").post("/api/v1/documents", json={"documents": [{"text": "Orle"}]}), "not-allowed", 403)


def test_a_host_that_is_not_this_one(visitor):
    told(visitor.get("/api/v1/stories", headers={"Host": "elsewhere.example"}), "wrong-host", 421)


def test_a_page_of_another_site(visitor):
    sent = {"Origin": "https://elsewhere.example"}
    told(visitor.post("/api/v1/accounts", json={"documents": [{"text": "Orle"}]}, headers=sent), "not-allowed", 403)


@pytest.mark.parametrize(
    ("error", "name", "status"),
    [
        (BusyError("others are being answered"), "busy", 503),
        (ArchiveLocked("somebody else writes"), "archive", 503),
        (ArchiveError("it is gone"), "archive", 503),
        (Refused("it stands otherwise"), "conflict", 409),
        (TaskFailedError("nothing was read in it"), "not-understood", 422),
        (WorkerLostError("the process ended"), "fault", 500),
        (RashomonError("give something else"), "not-understood", 422),
        (ZeroDivisionError("secret words"), "fault", 500),
    ],
)
def test_faults_of_every_part_have_their_kind(service, monkeypatch, error, name, status):
    def fails(*_, **__):
        raise error

    with served_archive.client(service) as client:
        client._transport.raise_server_exceptions = False
        monkeypatch.setattr("rashomon.present.questions.claims", fails)
        response = client.get("/api/v1/claims")
    given = told(response, name, status)
    assert "secret" not in response.text
    assert status == 500 or given["detail"] == str(error)
    assert ("retry-after" in response.headers) == (status == 503)


def test_what_is_repeated_of_a_request_is_short(visitor):
    long = "x" * 5000
    assert len(visitor.get(f"/api/v1/claims?{long}=1").text) < 1000
    assert len(visitor.get(f"/api/v1/claims?standing={long}").text) < 2000
    assert len(visitor.post("/api/v1/checks", json={long: 1}).text) < 4000


@pytest.mark.parametrize("kind", errors.KINDS.values(), ids=lambda kind: kind.name)
def test_the_type_of_a_problem_is_an_address_that_explains_it(visitor, kind):
    given = visitor.get(f"/api/v1/problems/{kind.name}").json()
    assert (given["name"], given["status"], given["title"], given["says"]) == (
        kind.name,
        kind.status,
        kind.title,
        kind.says,
    )
    assert given in visitor.get("/api/v1/problems").json()["results"]


def test_every_status_has_a_kind_of_its_own():
    assert len(errors.BY_STATUS) == len({kind.status for kind in errors.KINDS.values()})
    assert errors.BY_STATUS[503] is errors.BUSY
    assert errors.BY_STATUS[422] is errors.NOT_UNDERSTOOD
