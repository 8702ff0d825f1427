"""What whoever keeps the server running sees of it: health, numbers, lines."""

import json
import logging

import pytest
from tests.present import served as served_archive

from rashomon.present.server.logs import Lines
from rashomon.stores.errors import ArchiveUnreachable


@pytest.fixture
def lines(caplog):
    """What is written for the requests of a test."""
    caplog.set_level(logging.INFO, "rashomon.server")
    return lambda: [record.told for record in caplog.records if record.name == "rashomon.server.access"]


def test_a_server_that_works_is_well(guest):
    assert guest.get("/healthz").json() == {"status": "ok", "archive": "ok", "worker": "ok"}


def test_a_server_whose_archive_went_away_is_not_well_and_says_so_in_every_form(desk, guest, monkeypatch):
    def gone():
        raise ArchiveUnreachable("the server at postgresql://desk:secret@db/ went away")

    monkeypatch.setattr(desk.store, "view", gone)
    found = guest.get("/healthz")
    assert found.status_code == 503
    assert found.json()["archive"] == "failed"
    for path in ("/", "/api/v1/stories"):
        refused = guest.get(path)
        assert refused.status_code == 503, path
        assert refused.headers["Retry-After"]
    assert "secret" not in guest.get("/").text


def test_a_server_whose_worker_ended_is_not_well(desk, guest, monkeypatch):
    monkeypatch.setattr(desk.jobs, "alive", lambda: False)
    assert guest.get("/healthz").json() == {"status": "failed", "archive": "ok", "worker": "failed"}


def test_a_request_is_known_by_the_id_it_brings_or_gets(guest, lines):
    assert guest.get("/healthz", headers={"X-Request-Id": "watch-7.a_b"}).headers["X-Request-Id"] == "watch-7.a_b"
    made = guest.get("/healthz").headers["X-Request-Id"]
    assert len(made) == 16
    assert [line["request"] for line in lines()] == ["watch-7.a_b", made]


@pytest.mark.parametrize("told", ["a b", "x" * 65, "é", "<script>", "a,b", ""])
def test_an_id_that_is_no_plain_word_is_replaced(guest, told):
    given = {"X-Request-Id": told.encode("latin-1")}
    assert guest.get("/healthz", headers=given).headers["X-Request-Id"] not in {told, ""}


def test_a_line_tells_who_asked_what_and_how_it_went(desk, guest, lines):
    served_archive.keyed(guest, desk, "read")
    guest.get("/search?q=what+nobody+should+know")
    (line,) = lines()
    assert (line["method"], line["path"], line["route"], line["status"]) == ("GET", "/search", "/search", 200)
    assert line["caller"] == guest.headers["Authorization"].split("_")[1]  # the id of the key
    assert line["bytes"] > 100
    assert line["ms"] > 0
    assert "nobody" not in json.dumps(line)


def test_no_line_holds_a_key_or_a_cookie(desk, guest, caplog):
    caplog.set_level(logging.DEBUG, "rashomon.server")
    served_archive.entered(guest, desk)
    guest.get("/keys")
    guest.get("/", headers={"Authorization": f"Bearer {guest.key}"})
    written = "\n".join(Lines(as_json=True).format(record) for record in caplog.records)
    assert "/keys" in written
    assert guest.key.split("_", 2)[2] not in written
    assert guest.cookies["rashomon_session"] not in written


def test_what_falls_over_is_answered_and_its_trace_is_in_the_log_under_its_id(guest, caplog, lines):
    @guest.app.get("/falls")
    def falls():
        raise ZeroDivisionError("the secret of the house")

    found = guest.get("/falls", headers={"X-Request-Id": "fell"})
    assert found.status_code == 500
    assert found.headers["X-Request-Id"] == "fell"
    assert found.headers["X-Content-Type-Options"] == "nosniff"
    assert "secret" not in found.text
    (record,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert "ZeroDivisionError" in Lines(as_json=False).format(record)
    assert lines()[-1]["status"] == 500


def test_nothing_in_a_trace_is_acted_on_by_a_terminal():
    fault = ValueError("a\x1b]0;title\x07 b\u202e\nrashomon: c")
    record = logging.LogRecord("rashomon.server", logging.ERROR, "", 0, "it fell", (), (ValueError, fault, None))
    written = Lines(as_json=False).format(record)
    assert "ValueError: a?]0;title? b?" in written
    assert all(each.isprintable() for each in written.split("\n"))


def test_where_pages_cannot_be_made_plain_words_are_sent(guest, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError

    monkeypatch.setattr("rashomon.present.web.rendering.environment", broken)
    found = guest.get("/enter")
    assert found.status_code == 500
    assert "log" in found.text


def test_lines_are_of_json_or_plain_and_one_each():
    record = logging.LogRecord("rashomon.server.access", logging.INFO, "", 0, "request", (), None)
    record.told = {
        "request": "r1", "address": "127.0.0.1", "caller": "-", "method": "GET", "path": "/\x1b[31m\n", "route": "/",
        "status": 200, "bytes": 5, "ms": 1.5,
    }  # fmt: skip
    told = json.loads(Lines(as_json=True).format(record))
    assert told["at"].endswith("+00:00")
    assert (told["level"], told["message"], told["status"], told["path"]) == ("info", "request", 200, "/\x1b[31m\n")
    assert "\n" not in Lines(as_json=True).format(record)
    assert Lines(as_json=False).format(record) == "127.0.0.1 - GET /?[31m? 200 5 bytes 1.5 ms r1"


def numbers(text):
    return dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))


def test_numbers_are_by_route_and_never_by_path(desk, guest):
    for path in ("/", "/", "/outlets/Nobody%20At%20All", "/no/such/page", "/wp-admin.php", "/api/v1/stories/none"):
        guest.get(path)
    guest.request("BREW", "/")
    text = guest.get("/metrics").text
    found = numbers(text)
    assert found['rashomon_requests_total{method="GET",route="/",status="200"}'] == "2.0"
    assert found['rashomon_requests_total{method="GET",route="/outlets/{name}",status="404"}'] == "1.0"
    assert found['rashomon_requests_total{method="GET",route="none",status="404"}'] == "2.0"
    assert found['rashomon_requests_total{method="other",route="/",status="405"}'] == "1.0"
    assert found['rashomon_request_seconds_count{route="/"}'] == "3.0"
    assert "/api/v1/stories/{story}" in text
    assert "wp-admin" not in text
    assert "Nobody" not in text
    assert found["rashomon_requests_running"] == "1.0"  # the one that asks


def test_numbers_tell_of_work_and_of_what_the_archive_holds(desk, guest, monkeypatch):
    asked = []
    whole = desk.store.view

    def counted():
        asked.append(1)
        return whole()

    monkeypatch.setattr(desk.store, "view", counted)
    found = numbers(guest.get("/metrics").text)
    assert found['rashomon_archive{of="documents"}'] == "0.0"
    assert found['rashomon_jobs{state="waiting"}'] == "0.0"
    times = len(asked)
    guest.get("/metrics")
    assert len(asked) == times  # counted once a minute


def test_two_servers_in_one_process_count_apart(bare):
    with served_archive.client(bare()) as one, served_archive.client(bare()) as other:
        one.get("/")
        assert 'route="/"' not in other.get("/metrics").text
