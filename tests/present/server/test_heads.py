"""HEAD is answered as GET is, without the body; forms are bounded and judged before they are read."""

import asyncio

import pytest
from tests.present import served as served_archive

from rashomon.present.server.app import make_app
from rashomon.present.server.heads import Heads
from rashomon.present.server.limits import FORM_BYTES, Limits

PATHS = (
    "/",
    "/search?q=a",
    "/enter",
    "/healthz",
    "/api/v1/stories",
    "/openapi.json",
    "/outlets",
    "/none",
    "/api/v1/none",
)


@pytest.mark.parametrize("path", PATHS)
def test_head_has_the_head_of_get_and_no_body(guest, path):
    whole, head = guest.get(path), guest.head(path)
    assert head.status_code == whole.status_code
    assert head.content == b""
    for name in ("Content-Type", "Content-Security-Policy", "ETag"):
        assert head.headers.get(name) == whole.headers.get(name)
    assert int(head.headers["Content-Length"]) > 0


def test_where_nothing_can_be_got_head_is_no_method(guest):
    assert guest.head("/api/v1/accounts").status_code == 405
    assert "HEAD" in guest.delete("/api/v1/stories").headers["Allow"]


def test_head_of_what_goes_on_for_ever_ends():
    ended = []

    async def stream(scope, receive, send):
        try:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await asyncio.sleep(600)
        finally:
            ended.append(scope["method"])

    async def asked():
        sent = []

        async def send(message):
            sent.append(message)

        scope = {"type": "http", "method": "HEAD", "state": {}}
        await asyncio.wait_for(Heads(stream)(scope, None, send), 60)
        return scope["method"], [message["type"] for message in sent]

    assert asyncio.run(asked()) == ("HEAD", ["http.response.start", "http.response.body"])
    assert ended == ["GET"]


class Reading:
    """A body that says how much of it was read."""

    def __init__(self, size):
        self.left, self.read = size, 0

    async def __call__(self):
        part = min(self.left, 10_000)
        self.left, self.read = self.left - part, self.read + part
        return {"type": "http.request", "body": b"a" * part, "more_body": self.left > 0}


def posted(desk, path, body, headers=()):
    """The status of what is sent without a length, to the whole application."""
    status = []

    async def send(message):
        if message["type"] == "http.response.start":
            status.append(message["status"])
            status.append(body.read)

    form = (b"content-type", b"application/x-www-form-urlencoded")
    scope = {
        "type": "http", "method": "POST", "path": path, "raw_path": path.encode(), "query_string": b"", "root_path": "",
        "headers": [(b"host", b"127.0.0.1:8000"), form, *headers], "http_version": "1.1", "scheme": "http",
        "client": ("127.0.0.1", 5000), "server": ("127.0.0.1", 8000),
    }  # fmt: skip
    asyncio.run(make_app(desk)(scope, body, send))
    return status


@pytest.mark.parametrize("path", ["/enter", "/leave"])
def test_a_form_of_a_page_is_short(desk, path):
    status, read = posted(desk, path, Reading(5_000_000))
    assert status == 413
    assert read <= FORM_BYTES + 10_000


def test_the_form_for_keys_is_short_for_whoever_may_make_them(desk):
    bearer = (b"authorization", f"Bearer {served_archive.key(desk, 'admin')}".encode())
    status, read = posted(desk, "/keys", Reading(5_000_000), [bearer])
    assert status == 413
    assert read <= FORM_BYTES + 10_000


@pytest.mark.parametrize(
    "path", ["/keys", "/keys/x/end", "/add", "/stories/x/work", "/api/v1/keys", "/api/v1/documents"]
)
def test_whoever_may_not_is_refused_before_anything_is_read(desk, path):
    bearer = (b"authorization", f"Bearer {served_archive.key(desk, 'read')}".encode())
    assert posted(desk, path, Reading(5_000_000), [bearer]) == [403, 0]


def test_reports_may_be_longer_than_forms():
    limits = Limits(request_bytes=1_000_000)
    assert {limits.at(path).request_bytes for path in ("/add", "/api/v1/documents", "/api/v1/accounts")} == {1_000_000}
    assert limits.at("/decisions/x/end").request_bytes == FORM_BYTES
    assert Limits(request_bytes=100).at("/enter").request_bytes == 100
