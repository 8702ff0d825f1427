"""Whatever comes over a connection, fetching ends with an answer or a problem, and raises nothing."""

from __future__ import annotations

import httpcore
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.web import PUBLIC, QUICK

from rashomon.core import Problem
from rashomon.ingest.connections import Fetched, Fetcher, FetchSettings, Network

LINES = st.sampled_from(
    [
        b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 Found\r\n", b"HTTP/1.1 304 Not Modified\r\n", b"HTTP/1.0 200\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 101 Switching\r\n", b"HTTP/1.1 503 Busy\r\n", b"HTTP/9.9 999 \r\n",
        b"HTTP/1.1 103 Hints\r\n\r\n",
    ]
)  # fmt: skip
PIECES = st.sampled_from(
    [
        b"Location: ", b"/a", b"//", b"http://[", b"https://mail.example:0/", b"\xff\xfe", b"javascript:", b"?#%",
        b"Content-Length: 3\r\n", b"Content-Length: x\r\n", b"Content-Type: text/html; charset=", b'ETag: "x"\r\n',
        b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"Content-Encoding: br, , deflate\r\n",
        b"Set-Cookie: a=b; domain=.;;\r\n", b"Set-Cookie: \xff; expires=Mon, 99 Foo\r\n", b"Retry-After: 0\r\n",
        b"Refresh: 0; url=/\r\n", b"Connection: close\r\n", b" folded\r\n", b"\r\n", b"\n", b"\r\n\r\n",
        b"3\r\nabc\r\n", b"0\r\n\r\n", b"ffffffffffffffff\r\n", b"\x1f\x8b\x08", b"abc", b"\x00",
    ]
)  # fmt: skip


class Wire(Network):
    """The first connection finds no robots.txt, each further one the same bytes."""

    def __init__(self, chunks):
        self.chunks = chunks
        self.connections = 0

    def addresses_of(self, host, port):
        return [PUBLIC]

    def connected(self, address, port, seconds):
        self.connections += 1
        no_rules = [b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"]
        return httpcore.MockStream(no_rules if self.connections == 1 else list(self.chunks))


@given(LINES, st.lists(st.one_of(PIECES, st.binary(max_size=20)), max_size=16).map(b"".join), st.integers(1, 200))
def test_any_bytes_are_an_answer_or_a_problem(first, rest, size):
    words = first + rest
    chunks = [words[at : at + size] for at in range(0, len(words), size)]
    settings = FetchSettings(**(QUICK | {"back_off_seconds": 0.0}))
    with Fetcher(settings, network=Wire(chunks)) as fetcher:
        found = fetcher.fetch("http://post.example/a")
    assert isinstance(found, Fetched) or (isinstance(found, Problem) and found.fatal)
