"""What an address answers, or the problem that kept it from answering."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from rashomon.core import Problem
from rashomon.ingest import connections
from rashomon.ingest.connections import posted
from rashomon.ingest.language_model import LanguageModel


@contextmanager
def served(answer):
    """The address of a server that answers each POST with what `answer(handler, body)` does."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            answer(self, self.rfile.read(int(self.headers["Content-Length"])))

        def log_message(self, *_):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def says(words, status=200, **headers):
    def answer(handler, body):
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(words)))
        handler.end_headers()
        handler.wfile.write(words)

    return answer


def ask(address, seconds=60.0):
    return posted(address, b"question", headers={}, seconds=seconds)


def test_an_answer_comes_back_as_it_is():
    with served(lambda handler, body: says(body[::-1])(handler, body)) as address:
        assert ask(address) == b"noitseuq"


@pytest.mark.parametrize("status", [301, 404, 500])
def test_any_other_status_is_a_problem_and_no_redirection_is_followed(status):
    with served(says(b"elsewhere", status, Location="http://127.0.0.1:9/")) as address:
        found = ask(address)
    assert isinstance(found, Problem)
    assert (found.code, str(status) in found.message) == ("address-not-fetched", True)


def test_a_slow_answer_is_given_up():
    def drip(handler, _):
        handler.send_response(200)
        handler.end_headers()
        for _ in range(1200):
            try:
                handler.wfile.write(b".")
                handler.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)

    with served(drip) as address:
        began = time.monotonic()
        found = ask(address, seconds=0.2)
    assert isinstance(found, Problem)
    assert found.code == "address-too-slow"
    assert time.monotonic() - began < 30  # it drips for a minute


def test_an_endless_answer_is_cut_off(monkeypatch):
    monkeypatch.setattr(connections, "MOST_BYTES", 1000)
    with served(says(b"x" * 5000)) as address:
        found = ask(address)
    assert isinstance(found, Problem)
    assert found.code == "answer-too-long"


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://127.0.0.1:9/v1", "address-not-fetched"),
        ("file:///etc/hosts", "address-not-understood"),
        ("nowhere", "address-not-understood"),
        ("http://[::1/v1", "address-not-understood"),
        ("http://127.0.0.1:99999/v1", "address-not-understood"),
        ("http://127.0.0.1:9/a\nb", "address-not-fetched"),
    ],
)
def test_an_address_that_leads_nowhere_is_a_problem(address, code):
    found = ask(address)
    assert isinstance(found, Problem)
    assert found.code == code


def test_a_model_is_asked_with_its_name_and_key():
    asked = {}

    def answer(handler, body):
        asked.update(path=handler.path, key=handler.headers["Authorization"], body=body)
        says(b'{"choices": [{"message": {"content": "yes"}}]}')(handler, body)

    with served(answer) as address:
        model = LanguageModel(address=address, model="scribe", key="k3y")
        assert model("Is it?") == "yes"
    assert (asked["path"], asked["key"]) == ("/v1/chat/completions", "Bearer k3y")
    assert b'"scribe"' in asked["body"]
    assert b"Is it?" in asked["body"]
    assert "k3y" not in repr(model)


@pytest.mark.parametrize(
    "words", [b"<html>", b"{}", b'{"choices": []}', b'{"choices": [{"message": {"content": 3}}]}', b"[" * 100_000]
)
def test_what_is_no_chat_completion_is_a_problem(words):
    with served(says(words)) as address:
        found = LanguageModel(address=address, model="scribe")("Is it?")
    assert isinstance(found, Problem)
    assert (found.stage, found.code) == ("account", "digest-model-answer")
