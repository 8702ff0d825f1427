"""The server as a program: what it prints, how long it waits, how it stops."""

import gc
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager

import httpx
import pytest

from rashomon.present.server.listening import COLLECTED_AFTER, collected_seldom

START_SECONDS = 240
SECONDS = 240.0
"""So long anything that is waited for may take: a busy machine is no fault."""


class Running:
    """A server that runs as a process of its own."""

    def __init__(self, process, lines):
        self.process, self.lines = process, lines
        self.address = next(found[1] for line in lines if (found := re.search(r"^Serving .* at (http://\S+)$", line)))
        self.port = int(re.search(r":(\d+)/", self.address)[1])

    @property
    def key(self):
        return next((line.strip() for line in self.lines if line.startswith("  rashomon_")), None)

    def stop(self, sig=signal.SIGTERM, seconds=SECONDS):
        self.process.send_signal(sig)
        return self.process.wait(seconds)

    def connected(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=SECONDS)


@contextmanager
def running(folder, *options, setup=""):
    program = f"import sys\n{setup}\nfrom rashomon.present.cli import main\nmain()"
    command = [sys.executable, "-c", program, "serve", "desk.db", "--port", "0", *options]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("RASHOMON_")}
    with (folder / "stderr").open("w") as stderr:
        process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=stderr, text=True, env=environment
        )
    try:
        lines = []
        for line in process.stdout:
            lines.append(line.rstrip("\n"))
            if line.startswith("Serving"):
                break
        else:
            pytest.fail(f"it did not start: {(folder / 'stderr').read_text()}")
        made = Running(process, lines)
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:  # the socket listens before anybody takes from it
            try:
                httpx.get(f"{made.address}healthz", timeout=SECONDS)
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield made
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def got(address, **more):
    return httpx.get(address, timeout=SECONDS, **more)


def until(holds):
    end = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_it_starts_answers_and_stops(tmp_path):
    with running(tmp_path, "--log", "json") as server:
        assert got(server.address).status_code == 200
        headers = {"Authorization": f"Bearer {server.key}", "X-Request-Id": "mine"}
        assert got(f"{server.address}keys", headers=headers).status_code == 200
        assert server.stop() == 0
    written = [json.loads(line) for line in (tmp_path / "stderr").read_text().splitlines()]
    assert ("mine", "/keys", 200) in [(each.get("request"), each.get("path"), each.get("status")) for each in written]
    assert server.key.split("_", 2)[2] not in (tmp_path / "stderr").read_text()
    with running(tmp_path) as again:
        assert again.key is None  # shown once
        assert got(f"{again.address}keys", headers=headers).status_code == 200
        assert again.stop(signal.SIGINT) == 130
    assert "the server has stopped" in (tmp_path / "stderr").read_text()


SLOW = """
import time
from pathlib import Path
from rashomon.present.web import front
@front.router.get("/slow")
def slow():
    Path("asked").touch()
    time.sleep(2)
    return {"done": True}
"""


def test_what_is_being_answered_comes_to_its_end_and_streams_end(tmp_path):
    with running(tmp_path, setup=SLOW) as server:
        found = {}

        def answered():
            found["slow"] = got(f"{server.address}slow")

        def streamed():
            with httpx.stream("GET", f"{server.address}api/v1/stories/events", timeout=SECONDS) as stream:
                found["begun"] = stream.status_code
                found["stream"] = b"".join(stream.iter_raw())

        threads = [threading.Thread(target=each) for each in (answered, streamed)]
        for thread in threads:
            thread.start()
        until(lambda: (tmp_path / "asked").exists() and "begun" in found)
        idle = server.connected()
        assert server.stop() == 0
        for thread in threads:
            thread.join(SECONDS)
        assert found["slow"].json() == {"done": True}
        assert found["begun"] == 200
        assert "stream" in found  # it ended as streams do, and was not cut off
        idle.close()
        with pytest.raises(OSError, match="refused"):
            server.connected()


QUICK = """
from rashomon.present.server import limits, listening
listening.HEAD_SECONDS = 2.0
import dataclasses
whole = limits.Limits.of
limits.Limits.of = classmethod(lambda cls, settings: dataclasses.replace(whole(settings), body_seconds=2.0))
"""


def test_nobody_holds_a_connection_by_being_slow(tmp_path):
    with running(tmp_path, setup=QUICK) as server:
        dripping = server.connected()
        dripping.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ")
        body = (
            b"POST /enter HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\n\r\nkey="
        )
        sending = server.connected()
        sending.sendall(body)
        silent = server.connected()
        assert silent.recv(1000) == b""
        assert dripping.recv(1000).startswith(b"HTTP/1.1 408 ")
        assert sending.recv(1000).startswith(b"HTTP/1.1 408 ")
        assert got(server.address).status_code == 200
        for each in (silent, dripping, sending):
            each.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """One that takes short bodies, and that no test changes."""
    folder = tmp_path_factory.mktemp("listening")
    (folder / "rashomon.toml").write_text("request_bytes = 100_000\n")
    with running(folder) as made:
        yield made


def test_a_body_that_is_too_long_is_answered_while_it_is_sent(server):
    headers = {"Authorization": f"Bearer {server.key}"}
    told = httpx.post(f"{server.address}keys", content=b"x" * 3_000_000, headers=headers, timeout=SECONDS)
    assert told.status_code == 413
    chunked = httpx.post(
        f"{server.address}api/v1/accounts", content=(b"x" * 50_000 for _ in range(60)),
        headers={**headers, "Content-Type": "application/json"}, timeout=SECONDS,
    )  # fmt: skip
    assert chunked.status_code == 413
    assert chunked.headers["Content-Type"] == "application/problem+json"


def test_what_is_no_http_gets_a_short_answer(server):
    for said in (b"\x16\x03\x01\x02\x00\x01", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"a" * 200_000):
        with server.connected() as connection:
            connection.sendall(said)
            assert connection.recv(1000).startswith(b"HTTP/1.1 400 ")
    assert got(server.address).status_code == 200


def test_elsewhere_it_says_that_it_can_be_reached_and_answers_nobody_without_a_key(tmp_path):
    with running(tmp_path, "--host", "0.0.0.0") as server:  # that is the point
        assert "can be reached from other machines" in (tmp_path / "stderr").read_text()
        address = f"http://127.0.0.1:{server.port}/"
        assert got(address).status_code == 401
        assert got(address, headers={"Authorization": f"Bearer {server.key}"}).status_code == 200


def test_a_port_that_is_taken_is_bad_usage(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        command = [sys.executable, "-c", "from rashomon.present.cli import main; main()", "serve", "desk.db", "--port"]
        command.append(str(taken.getsockname()[1]))
        ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=240, check=False)
    assert ended.returncode == 2
    assert "already in use" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_full_looks_for_garbage_are_seldom_while_it_serves_and_as_before_after_it():
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    with collected_seldom():
        assert gc.get_threshold() == COLLECTED_AFTER
        assert gc.get_freeze_count() > frozen
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
