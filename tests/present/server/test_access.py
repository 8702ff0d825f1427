"""Which scope each address needs: each is tried with each, here and from elsewhere."""

import re

import pytest
from fastapi.routing import iter_route_contexts
from tests.present import served as served_archive
from tests.present.server.conftest import NO_LIMITS

from rashomon.present.server.access import Scope, checked_form, scopes_needed
from rashomon.present.server.app import make_app

FOR_EVERYBODY = {
    ("GET", "/healthz"),
    ("GET", "/assets/{mark}/{name}"),
    ("GET", "/favicon.ico"),
    ("GET", "/enter"),
    ("POST", "/enter"),
    ("POST", "/leave"),
    ("GET", "/openapi.json"),
    ("GET", "/api/v1/problems/{name}"),
    ("GET", "/api/v1/problems"),
}
"""What needs no key anywhere, named here so that one more is a decision."""
CHANGES_NOTHING = {("POST", "/api/v1/accounts"), ("POST", "/api/v1/checks")}
"""What is sent and not kept, for which reading is enough."""
WRITING = {Scope.ADD, Scope.DECIDE, Scope.ADMIN}


def addresses(app):
    """Each method of each address, with the scopes it declares and what it depends on."""
    for route in iter_route_contexts(app.routes):
        for method in sorted((route.methods or set()) - {"HEAD", "OPTIONS"}):
            dependant = getattr(route, "dependant", None)
            needed = frozenset() if dependant is None else scopes_needed(dependant)
            yield method, route.path_format or route.path, needed, dependant


def depends_on(dependant, call):
    return dependant.call is call or any(depends_on(each, call) for each in dependant.dependencies)


def tried(path):
    """An address of that form, of something that is not there."""
    return re.sub(r"\{[^}]*\}", "no-such-thing", path)


@pytest.fixture
def app(desk):
    return make_app(desk)


@pytest.fixture
def desk(desk):
    """A service whose streams of changes end as they begin, so that each address answers."""
    desk.changes.close()
    return desk


def test_every_address_declares_what_it_needs(app):
    found = {(method, path): needed for method, path, needed, _ in addresses(app)}
    assert {each for each, needed in found.items() if not needed} <= FOR_EVERYBODY
    assert ("GET", "/") in found
    assert ("POST", "/keys") in found


def test_whatever_changes_something_needs_more_than_reading(app):
    for method, path, needed, _ in addresses(app):
        if method != "GET" and (method, path) not in FOR_EVERYBODY | CHANGES_NOTHING:
            assert needed & WRITING, f"{method} {path} needs only {sorted(needed)}"


def test_every_form_is_one_of_ours(app):
    """Pages take forms; the API takes no cookie's word without a check of where the request came from."""
    for method, path, _, dependant in addresses(app):
        if method != "GET" and not path.startswith("/api/"):
            assert depends_on(dependant, checked_form), f"{method} {path} takes a form of anybody"


@pytest.mark.parametrize("scope", list(Scope))
def test_a_key_opens_what_its_scope_says_and_nothing_else(desk, scope):
    with served_archive.client(desk, NO_LIMITS) as client:
        served_archive.keyed(client, desk, scope.value)
        for method, path, needed, _ in addresses(client.app):
            if path == "/enter":  # it takes another key
                continue
            status = client.request(method, tried(path)).status_code
            opens = needed <= {scope}
            assert (status not in {401, 403}) is opens, f"{scope} {method} {path}: {status}"
            assert status < 500, f"{method} {path}: {status}"


@pytest.mark.parametrize(
    ("settings", "opens"),
    [
        ({}, {Scope.READ}),
        ({"open_reading": False}, set()),
        ({"host": "0.0.0.0"}, set()),
        ({"proxies": "10.0.0.1"}, set()),
    ],
)
def test_without_a_key_only_reading_is_open_and_only_at_this_machine(bare, settings, opens):
    service = bare(**settings)
    service.changes.close()
    with served_archive.client(service, NO_LIMITS) as client:
        for method, path, needed, _ in addresses(client.app):
            if (method, path) in FOR_EVERYBODY:
                continue
            status = client.request(method, tried(path)).status_code
            assert (status != 401) is (needed <= opens), f"{method} {path}: {status}"


def test_what_is_for_everybody_is_so_from_everywhere(bare):
    with served_archive.client(bare(host="0.0.0.0"), NO_LIMITS) as client:
        for method, path, *_ in addresses(client.app):
            if (method, path) in FOR_EVERYBODY and method == "GET":
                assert client.get(tried(path)).status_code in {200, 404}, path


def test_a_wrong_key_is_worse_than_none(guest):
    assert guest.get("/").status_code == 200
    assert guest.get("/", headers={"Authorization": "Bearer no"}).status_code == 401
    assert guest.get("/", headers={"Authorization": "Basic YTpi"}).status_code == 401


def test_an_ended_key_opens_nothing_from_that_moment(desk, guest):
    served_archive.keyed(guest, desk)
    assert guest.get("/keys").status_code == 200
    with desk.store.writer() as writer:
        (kept,) = writer.view.keys()
        writer.end_key(kept.id, by="Ana Norlo", at=desk.now())
    assert guest.get("/keys").status_code == 401


def test_the_last_use_of_a_key_is_written_down_now_and_then(desk, clock):
    def used():
        with desk.view() as view:
            (kept,) = view.keys()
        return kept.used_at

    with served_archive.client(desk) as client:
        served_archive.keyed(client, desk)
        client.get("/")
        assert used() is None  # a request writes nothing
        client.app.state.callers.note_uses()
        first = used()
        assert first == clock.at
        clock.goes_on(minutes=59)
        client.get("/")
        client.app.state.callers.note_uses()
        assert used() == first
        clock.goes_on(minutes=1)
        client.get("/")
    assert used() == clock.at  # written when the server stops


def test_what_is_refused_says_why_in_the_form_that_was_asked_for(guest):
    page = guest.get("/keys")
    assert page.status_code == 401
    assert "Enter a key" in page.text
    assert page.headers["WWW-Authenticate"].startswith("Bearer")
    told = guest.get("/api/v1/none")
    assert told.headers["Content-Type"] == "application/problem+json"
    assert told.json()["status"] == 404
