"""Pages asked for with whatever anybody may send: an answer, never a fault of the server."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient
from tests.present import served as served_archive
from tests.present.questions.kept import archive

from rashomon.present.server.app import make_app
from rashomon.present.server.limits import Limits
from rashomon.present.server.service import Service
from rashomon.settings import Settings
from rashomon.stores import MEMORY

NO_LIMITS = Limits(reads_a_minute=0, writes_a_minute=0, failures_a_minute=0)
DIGITS = "9" * 5000
HEADERS = ("Origin", "Host", "Cookie", "Authorization", "Accept", "If-None-Match", "Range", "Content-Type")
HEADERS = (*HEADERS, "Rashomon-Part", "Sec-Fetch-Site", "Content-Length", "X-Forwarded-For")
VISIBLE = st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f")
TOKENS = st.sampled_from(
    [
        "http://[", "https://[::1", "127.0.0.1:8000", "[::1]:99999", 'W/"', '"', ",", ";", "=", "bytes=5-2", "Bearer ",
        "multipart/form-data; boundary=", "application/json", "text/html;q=x", "rashomon_session=", "beside", "\xff",
        "%", DIGITS,
    ]
)  # fmt: skip
HEADER = st.lists(st.one_of(TOKENS, st.text(VISIBLE, max_size=12)), max_size=4).map("".join)
PLACES = st.sampled_from(
    ["c1", "wire", "nothing", "wire:1-2", f"wire:{DIGITS}-1", f"wire:headline:1-{DIGITS}", "wire:²-³", ":", "\0"]
)
WORDS = st.one_of(PLACES, st.sampled_from([DIGITS, '"', "%", "2031-13-40", "-1", "⁵"]), st.text(max_size=12))
PATHS = st.sampled_from(
    [
        "/", "/search", "/outlets", "/compare", "/jobs", "/add", "/decisions", "/enter", "/feeds/stories.atom",
        "/stories/{}", "/stories/{}/work", "/stories/{}/versions", "/documents/{}", "/documents/{}/original",
        "/documents/{}/versions", "/outlets/{}", "/parties/{}", "/jobs/{}", "/jobs/{}/events", "/decisions/{}",
        "/api/v1/stories", "/api/v1/stories/{}", "/api/v1/documents/{}", "/api/v1/decisions", "/api/v1/keys",
        "/api/v1/documents", "/api/v1/accounts", "/metrics", "/assets/{}",
    ]
)  # fmt: skip
NAMES = st.one_of(st.sampled_from(["s1", "wire", "c1", "s1?", "..", "%2F"]), WORDS)
QUERIES = st.dictionaries(
    st.sampled_from(
        ["at", "before", "q", "day", "days", "since", "until", "limit", "left", "right", "do", "said", "to"]
    ),
    WORDS,
    max_size=3,
)


@pytest.fixture(scope="module")
def served():
    service = Service(Settings(archive=MEMORY), archive(), now=lambda: served_archive.NOW)
    app = make_app(service, limits=NO_LIMITS)
    with TestClient(app, base_url=served_archive.BASE, follow_redirects=False) as client:
        client.own = served_archive.key(service)
        yield client
    service.close()


def quoted(name):
    from urllib.parse import quote

    return quote(name[:6000].encode("utf-8", "replace"))


@settings(max_examples=250, deadline=None)
@given(
    method=st.sampled_from(["GET", "GET", "POST", "DELETE", "HEAD"]),
    path=PATHS,
    name=NAMES,
    query=QUERIES,
    headers=st.dictionaries(st.sampled_from(HEADERS), HEADER, max_size=3),
    keyed=st.booleans(),
    body=st.sampled_from([b"", b"{}", b"[", b"a=b", b"--x\r\n"]),
)
@example("POST", "/enter", "", {}, {"Origin": "http://["}, False, b"")
@example("POST", "/api/v1/accounts", "", {}, {"Origin": "https://[::1"}, False, b"{}")
@example("GET", "/stories/{}", "s1", {"at": f"wire:{DIGITS}-1"}, {}, False, b"")
@example("GET", "/documents/{}", "wire", {"at": f"{DIGITS}-1"}, {}, False, b"")
@example("GET", "/documents/{}", "wire", {"before": DIGITS}, {}, False, b"")
@example("GET", "/search", "", {"before": DIGITS, "q": "a"}, {}, False, b"")
def test_whatever_is_asked_is_answered(served, method, path, name, query, headers, keyed, body):
    sent = {key: value.strip().encode("latin-1", "replace") for key, value in headers.items()}
    if keyed:
        sent["Authorization"] = b"Bearer " + served.own.encode()
    address = path.format(quoted(name))
    if address.endswith("/events"):
        method = "POST"
    found = served.request(method, address, params=query, headers=sent, content=body if method == "POST" else None)
    assert found.status_code < 500, (found.status_code, found.text[:300])


@settings(max_examples=60, deadline=None)
@given(
    do=st.sampled_from(["merge", "split", "move", "speaker", "one-party", "not-that-claim", "not-a-copy", "note", ""]),
    fields=st.dictionaries(
        st.sampled_from(["with", "document", "to", "said", "name", "report", "left", "right", "pair", "about"]), WORDS
    ),
)
@example("note", {"about": f"wire:{DIGITS}-1"})
@example("speaker", {"said": f"wire:1-{DIGITS}", "nobody": "yes"})
@example("not-that-claim", {"report": f"@wire:{DIGITS}-1"})
def test_whatever_is_decided_is_answered(served, do, fields):
    sent = {"do": do, "reason": "why", **fields}
    told = {"Authorization": f"Bearer {served.own}"}
    data = {key: value.encode("utf-8", "replace") for key, value in sent.items()}
    found = served.post("/stories/s1/work", data=data, headers=told)
    assert found.status_code < 500, (found.status_code, found.text[:300])
