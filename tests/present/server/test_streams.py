"""Streams of events: their places, and that they end with the key."""

import asyncio

import pytest
from starlette.exceptions import HTTPException
from tests.present import served as served_archive

from rashomon.present.server.access import Caller, Scope
from rashomon.present.server.callers import Callers, Found
from rashomon.present.server.keys import id_of
from rashomon.present.server.limits import Buckets
from rashomon.present.server.sessions import Sessions
from rashomon.present.server.streams import Places, _while_allowed


def test_one_has_only_so_many_streams_and_others_have_theirs():
    places = Places(most=3, of_one=2)
    with places.taken("one"), places.taken("one"):
        with pytest.raises(HTTPException) as refused, places.taken("one"):
            pass
        assert refused.value.status_code == 429
        with places.taken("other"):
            with pytest.raises(HTTPException) as refused, places.taken("third"):
                pass
            assert refused.value.status_code == 503
        with places.taken("third"):
            pass


def callers_of(service):
    return Callers(service, Sessions(service.now, 12), Buckets(10))


@pytest.mark.parametrize("ends", [True, False])
def test_a_stream_ends_with_its_key(desk, ends):
    own = id_of(served_archive.key(desk, "read"))
    found = Found(caller=Caller(name="desk", scopes=frozenset({Scope.READ}), key=own, via="key"))
    moments = iter([0, 1, 16, 32])

    async def events():
        yield b"1"
        if ends:
            with desk.store.writer() as writer:
                writer.end_key(own, by="Ana Norlo", at=desk.now())
        yield b"2"
        yield b"3"

    async def told():
        return [each async for each in _while_allowed(events(), callers_of(desk), found, lambda: next(moments, 48))]

    assert asyncio.run(told()) == ([b"1"] if ends else [b"1", b"2", b"3"])


def test_places_bound_what_is_asked_for(desk, guest):
    guest.app.state.places = Places(of_one=0)
    answer = guest.get("/api/v1/stories/events")
    assert answer.status_code == 429
    assert "Retry-After" in answer.headers
    assert guest.get("/healthz").status_code == 200


def test_false_keys_do_not_ask_the_archive_again_and_again_and_one_that_holds_comes_in(desk, monkeypatch):
    monkeypatch.setattr("rashomon.present.server.callers.LOOKS_A_MINUTE", 1)
    callers, right = callers_of(desk), served_archive.key(desk, "read")
    looks = []
    monkeypatch.setattr(callers, "_holder", lambda key, look=callers._holder: looks.append(key) or look(key))

    async def ask():
        for _ in range(30):
            with pytest.raises(HTTPException):
                await callers.by_key(f"rashomon_{'0' * 10}_{'A' * 43}", "10.0.0.1")
        return await callers.by_key(right, "10.0.0.1")

    assert asyncio.run(ask()).id == id_of(right)
    assert len(looks) == 12  # ten, one that may have just been made, and the one that holds
