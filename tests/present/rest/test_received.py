"""Bodies are read after it is known who may send them, bounded, and never where all requests wait."""

import asyncio
import json

import pytest

from rashomon.present.rest import bodies, bounds, received

V1 = "/api/v1"
ASKED = ["/decisions", "/decisions/0123abcd/end", "/keys"]


@pytest.mark.parametrize("address", ASKED)
def test_who_may_not_has_nothing_parsed(keyed, address, monkeypatch):
    client = keyed("read")

    def never(*_):
        raise AssertionError("the body was parsed")

    monkeypatch.setattr(received, "parsed", never)
    assert client.post(V1 + address, content=b"{", headers={"Content-Type": "application/json"}).status_code == 403


@pytest.mark.parametrize("address", ASKED)
def test_a_body_without_reports_has_a_bound_of_its_own(writing, address):
    told = {"Content-Type": "application/json"}
    long = b'"' + b"a" * bounds.WORDS_BYTES + b'"'
    assert f"{bounds.WORDS_BYTES:,}" in writing.detail("POST", address, 413, content=long, headers=told)
    chunks = iter([long[:500_000], long[500_000:]])
    assert writing.client.post(V1 + address, content=chunks, headers=told).status_code == 413


@pytest.mark.parametrize("address", ASKED)
def test_a_body_of_another_kind_is_not_taken(writing, address):
    assert "application/json" in writing.detail("POST", address, 415, content=b"{}", headers={"Content-Type": "a/b"})


def test_bodies_are_parsed_beside_the_loop(writing, monkeypatch):
    on_loop = []

    def watched(own):
        def run(*given):
            try:
                asyncio.get_running_loop()
                on_loop.append(own.__name__)
            except RuntimeError:
                seen.add(own.__name__)
            return own(*given)

        return run

    seen = set()
    monkeypatch.setattr(received, "parsed", watched(received.parsed))
    monkeypatch.setattr(bodies, "parsed", watched(bodies.parsed))
    monkeypatch.setattr(bodies, "uploads_of", watched(bodies.uploads_of))
    writing.post("/keys", json={"name": "Ida Brook", "scopes": ["read"]})
    writing.post("/documents", json={"documents": [{"text": "Orle opened a second weir on Friday."}]})
    assert seen == {"parsed", "uploads_of"}
    assert on_loop == []


def test_what_is_not_of_its_shape_is_told_by_its_place(writing):
    told = writing.post("/decisions", json={"kind": "note", "about": [], "reason": "why"})
    assert told.status_code == 422
    assert json.loads(told.content)["errors"][0]["name"] == "note/about"
