"""How much, how slowly, how often."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.exceptions import HTTPException
from tests.present import served as served_archive

from rashomon.present.server.callers import bucket_of
from rashomon.present.server.limits import Buckets, Limits, bounded, told_length


class Ticking:
    def __init__(self):
        self.at = 0.0

    def __call__(self):
        return self.at


def test_a_bucket_is_empty_after_as_many_as_it_holds_and_fills_evenly():
    clock = Ticking()
    buckets = Buckets(60, clock)
    assert [buckets.take("a") for _ in range(60)] == [0.0] * 60
    assert buckets.take("a") == pytest.approx(1.0)
    assert buckets.take("b") == 0.0
    clock.at = 1.0
    assert buckets.take("a") == 0.0
    assert buckets.take("a") == pytest.approx(1.0)


def test_no_limit_is_none():
    assert {Buckets(0, Ticking()).take("a") for _ in range(1000)} == {0.0}


@given(st.lists(st.floats(min_value=0, max_value=100), max_size=300), st.integers(1, 50))
def test_however_they_come_no_more_pass_than_it_held_and_got_back(pauses, a_minute):
    clock = Ticking()
    buckets = Buckets(a_minute, clock)
    passed = 0
    for pause in pauses:
        clock.at += pause
        passed += buckets.take("a") == 0.0
    assert passed <= a_minute + clock.at * a_minute / 60 + 1e-6


def test_of_those_who_ask_only_so_many_are_remembered(monkeypatch):
    monkeypatch.setattr("rashomon.present.server.limits.MOST_BUCKETS", 10)
    buckets = Buckets(1, Ticking())
    for number in range(100):
        buckets.take(str(number))
    assert len(buckets._left) == 10


def test_a_household_has_one_bucket_whatever_address_of_its_network_it_uses():
    assert bucket_of("2001:db8:1:2::1") == bucket_of("2001:db8:1:2:ffff::9")
    assert bucket_of("2001:db8:1:3::1") != bucket_of("2001:db8:1:2::1")
    assert bucket_of("::ffff:203.0.113.9") == bucket_of("203.0.113.9")
    assert bucket_of("testclient") == "testclient"


@pytest.mark.parametrize("told", [b"", b"-1", b"1e3", b"0x10", b"+5", b"9" * 30, b"5, 5"])
def test_a_length_that_is_no_number_is_refused(told):
    with pytest.raises(HTTPException) as refused:
        told_length(told)
    assert refused.value.status_code == 400


def test_who_asks_too_often_is_told_when_to_come_again(desk):
    with served_archive.client(desk, Limits(reads_a_minute=3, writes_a_minute=1)) as client:
        served_archive.keyed(client, desk, "read", "admin")
        assert [client.get("/").status_code for _ in range(3)] == [200] * 3
        refused = client.get("/")
        assert refused.status_code == 429
        assert 1 <= int(refused.headers["Retry-After"]) <= 21
        assert client.post("/keys").status_code == 400  # writing is counted apart
        assert client.post("/keys").status_code == 429


def test_a_key_has_its_own_bucket(desk):
    with served_archive.client(desk, Limits(reads_a_minute=1)) as client:
        for _ in range(3):
            served_archive.keyed(client, desk, "read")
            assert client.get("/").status_code == 200


def test_whoever_sits_at_the_machine_may_read_as_often_as_they_like(desk):
    with served_archive.client(desk, Limits(reads_a_minute=1)) as client:
        assert {client.get("/").status_code for _ in range(5)} == {200}


def test_keys_that_are_none_are_counted_by_address_and_lock_nobody_out(desk):
    with served_archive.client(desk, Limits(failures_a_minute=3)) as client:
        served_archive.keyed(client, desk, "read")
        good = client.headers["Authorization"]
        client.headers["Authorization"] = f"Bearer rashomon_{'0' * 10}_{'A' * 43}"
        assert [client.get("/").status_code for _ in range(5)] == [401, 401, 401, 429, 429]
        assert client.get("/").headers["Retry-After"]
        client.headers["Authorization"] = good
        assert client.get("/").status_code == 200
        served_archive.keyed(client, desk, "read")  # one made just now
        assert client.get("/").status_code == 200


def test_the_form_for_a_key_is_counted_too(desk):
    with served_archive.client(desk, Limits(failures_a_minute=2)) as client:
        token = served_archive.token_in(client.get("/enter").text)
        sent = {"token": token, "key": "rashomon_no"}
        found = [client.post("/enter", data=sent) for _ in range(4)]
        assert [each.status_code for each in found] == [401, 401, 429, 429]
        assert found[-1].headers["Retry-After"]
        assert "aria-invalid" in found[0].text


SMALL = Limits(request_bytes=1000, reads_a_minute=0, writes_a_minute=0)


def test_a_body_that_is_told_to_be_too_long_is_refused_at_once(desk):
    with served_archive.client(desk, SMALL) as client:
        served_archive.keyed(client, desk)
        assert client.post("/keys", data={"name": "n" * 900}).status_code == 400  # it was read
        refused = client.post("/keys", data={"name": "n" * 1000})
        assert refused.status_code == 413
        assert "1,000 bytes" in refused.text


def test_a_body_in_chunks_is_counted_as_it_comes(desk):
    def chunks():
        for _ in range(50):
            yield b"name=" + b"n" * 100

    with served_archive.client(desk, SMALL) as client:
        served_archive.keyed(client, desk)
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        assert client.post("/keys", content=chunks(), headers=headers).status_code == 413


def reading(limits, parts):
    """What reads a body of these parts, each with the seconds before it comes; they pass at once, for the loop too."""
    coming, clock, loop = iter(parts), Ticking(), asyncio.get_running_loop()
    loop.time = clock

    async def receive():
        seconds, message = next(coming)
        clock.at += seconds
        for _ in range(3):  # turns of the loop, in which what is due by then is done
            await asyncio.sleep(0)
        return message

    scope = {"state": {}}
    return scope, bounded(scope, receive, limits)


async def whole(read):
    while (await read()).get("more_body"):
        pass


def test_a_body_that_drips_is_broken_off():
    async def drip():
        part = {"type": "http.request", "body": b"x", "more_body": True}
        scope, read = reading(Limits(body_seconds=20, bytes_a_second=10), [(1, part)] * 1000)
        with pytest.raises(HTTPException) as refused:
            await whole(read)
        return scope, refused.value

    scope, refused = asyncio.run(drip())
    assert refused.status_code == 408
    assert refused.headers == {"Connection": "close"}
    assert scope["state"]["broken_off"]


def test_a_long_body_at_a_good_pace_may_take_longer():
    async def flow():
        parts = [(3, {"type": "http.request", "body": b"x" * 1000, "more_body": number < 9}) for number in range(10)]
        _, read = reading(Limits(body_seconds=10, bytes_a_second=400), parts)
        return sum([len((await read())["body"]) for _ in range(10)])

    assert asyncio.run(flow()) == 10_000


def test_once_a_body_is_whole_nothing_hurries():
    async def wait():
        parts = [(0, {"type": "http.request", "body": b"x", "more_body": False}), (300, {"type": "http.disconnect"})]
        _, read = reading(Limits(body_seconds=5), parts)
        return [(await read())["type"] for _ in range(2)]

    assert asyncio.run(wait()) == ["http.request", "http.disconnect"]
