"""Keys over the API, and what each scope opens."""

import pytest
from fastapi.routing import iter_route_contexts
from tests.present import served as served_archive

from rashomon.present.server.access import Scope, scopes_needed

V1 = "/api/v1"


def sent(path):
    """An address with names in the place of its parameters."""
    return path.replace("{document}", "strike-1").replace("{", "").replace("}", "")


def security(documented, method, path):
    told = documented.openapi["paths"][path][method]["security"]
    return {scope for way in told for scopes in way.values() for scope in scopes}, {} in told or not told


def test_a_key_is_told_once_and_opens_what_it_says(writing, visitor):
    told = writing.post(
        "/keys", json={"name": "Ida Brook", "scopes": ["read", "decide"], "until": "2031-07-01T00:00:00Z"}
    )
    assert told.status_code == 201
    made, own = told.json()["key"], told.json()["of"]
    assert told.headers["location"] == f"/api/v1/keys/{own['id']}"
    assert (own["scopes"], own["made_by"], own["until"]) == (
        ["read", "decide"],
        "the desk",
        "2031-07-01T00:00:00+00:00",
    )
    assert made not in writing.get("/keys").text
    bearer = {"Authorization": f"Bearer {made}"}
    note = {"kind": "note", "about": ["strike-1"], "reason": "ask again"}
    decided = visitor.post(f"{V1}/decisions", json=note, headers=bearer)
    assert decided.json()["decision"]["by"] == "Ida Brook"
    assert visitor.get(f"{V1}/keys", headers=bearer).status_code == 403
    ended = writing.ask("DELETE", f"/keys/{own['id']}").json()
    assert (ended["ended_by"], ended["ended_at"]) == ("the desk", "2031-06-01T12:00:00+00:00")
    assert visitor.get(f"{V1}/stories", headers=bearer).status_code == 401
    assert "ended before" in writing.detail("DELETE", f"/keys/{own['id']}", 409)


@pytest.mark.parametrize(
    "given",
    [
        {"name": "x", "scopes": []},
        {"name": "x", "scopes": ["everything"]},
        {"name": "  ", "scopes": ["read"]},
        {"name": "x", "scopes": ["read"], "until": "2031-05-01T00:00:00Z"},
        {"name": "x", "scopes": ["read"], "until": "2032-05-01T00:00:00"},
        {"name": "x", "scopes": ["read"], "until": "9999-12-31T23:59:59-14:00"},
        {"name": "x", "scopes": ["read"], "until": 0},
        {"name": "a\u0000", "scopes": ["read"]},
        {"scopes": ["read"]},
    ],
)
def test_a_key_that_says_too_little_is_not_made(writing, given):
    before = writing.results("/keys")
    assert writing.post("/keys", json=given).status_code == 422
    assert writing.results("/keys") == before


def test_no_such_key(writing):
    assert writing.get("/keys/zzzz").status_code == 404
    assert writing.ask("DELETE", "/keys/zzzz").status_code == 404


@pytest.mark.parametrize("own", Scope)
def test_each_operation_asks_for_the_scope_that_is_documented(service, documented, own):
    """Whoever has a scope comes as far as the request itself is looked at, and whoever has another one does not."""
    with served_archive.client(service) as client:
        served_archive.keyed(client, service, own.value)
        for path, method in documented.operations():
            if path.endswith("/events"):
                continue
            scopes, _ = security(documented, method, path)
            told = client.request(method, sent(path), params={"nosuch": "1"} if not scopes else None)
            refused = told.status_code == 403
            assert refused == (bool(scopes) and own.value not in scopes), (method, path, told.status_code)


def test_without_a_key_reading_is_open_on_this_machine_and_nothing_else_is(visitor, documented):
    for path, method in documented.operations():
        if path.endswith("/events"):
            continue
        _, is_open = security(documented, method, path)
        assert (visitor.request(method, sent(path)).status_code == 401) != is_open, (method, path)


def test_the_documented_scopes_are_those_that_the_routes_declare(visitor, documented):
    found = 0
    for route in iter_route_contexts(visitor.app.routes):
        path = (route.path_format or "").replace(":path", "")
        if path not in documented.openapi["paths"]:
            continue
        for method in route.methods:
            scopes, _ = security(documented, method.lower(), path)
            assert {each.value for each in scopes_needed(route.dependant)} == scopes, (method, path)
            found += 1
    assert found == len(documented.operations())
