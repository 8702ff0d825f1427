"""What every request passes before anything else sees it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.present import served as served_archive

from rashomon.present.server.headers import HEADERS
from rashomon.present.server.service import Service
from rashomon.settings import Settings
from rashomon.stores import MEMORY, open_store

POLICY = {
    "default-src": ["'none'"],
    "style-src": ["'self'"],
    "script-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
}


def policy_of(answer):
    told = [each.split() for each in answer.headers["Content-Security-Policy"].split(";")]
    return {name: sources for name, *sources in told}


@pytest.mark.parametrize("host", ["rebinding.example", "rebinding.example:8000", "127.0.0.1.rebinding.example", ""])
def test_a_name_of_another_site_that_leads_here_is_not_answered(guest, host):
    refused = guest.get("/", headers={"Host": host})
    assert refused.status_code == 421
    assert policy_of(refused) == POLICY


def test_who_watches_the_server_may_ask_under_any_name(guest):
    assert guest.get("/healthz", headers={"Host": "10.1.2.3:8000"}).status_code == 200


def test_a_key_does_not_help_under_another_name(desk, guest):
    served_archive.keyed(guest, desk)
    assert guest.get("/", headers={"Host": "rebinding.example"}).status_code == 421


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_what_another_sites_page_sends_is_refused(desk, guest, headers):
    served_archive.entered(guest, desk)
    sent = {"token": guest.token, "name": "x", "scope": "read"}
    assert guest.post("/keys", data=sent, headers=headers).status_code == 403
    assert guest.post("/api/v1/accounts", json={}, headers=headers).status_code == 403
    with desk.view() as view:
        assert len(view.keys()) == 1


def test_without_a_key_elsewhere_a_body_is_not_even_read(bare):
    def never():
        raise AssertionError("the body was read")
        yield b""

    with served_archive.client(bare(host="0.0.0.0")) as client:
        assert client.post("/keys", content=b"x" * 1000).status_code == 401
        assert client.post("/api/v1/jobs", content=b"x" * 1000).status_code == 401


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../../../../../etc/passwd",
        "/assets/x/..%2f..%2f..%2fsettings.py",
        "/assets/%2e%2e/%2e%2e/settings.py",
        "/assets/x/%2e%2e%2ftemplates%2fbase.html.j2",
        "/assets//etc/passwd",
        "/..%5c..%5cetc/passwd",
        "/documents/..%2f..%2f..%2fetc%2fpasswd",
        "/documents/..%2f..%2fetc%2fpasswd/original",
        "/%00",
        "/assets/x/rashomon.css%00.png",
        "/" + "a/" * 2000,
    ],
)
def test_no_path_leads_out_of_what_is_served(guest, path):
    found = guest.get(path)
    assert found.status_code in {400, 404}
    assert "root:" not in found.text
    assert "{%" not in found.text


@pytest.fixture(scope="module")
def anybody():
    store = open_store(MEMORY)
    service = Service(Settings(archive=MEMORY), store)
    with served_archive.client(service) as client:
        yield client
    service.close()
    store.close()


@settings(max_examples=150, deadline=None)
@given(
    path=st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="#"), max_size=60),
    headers=st.dictionaries(
        st.sampled_from(["Cookie", "Authorization", "X-Request-Id", "Origin", "Content-Length", "Rashomon-Part"]),
        st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126), max_size=40),
    ),
    method=st.sampled_from(["GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "TRACE", "BREW"]),
)
def test_whatever_comes_is_answered(anybody, path, headers, method):
    found = anybody.request(method, "/" + path.replace("%", "%25"), headers=headers)
    assert found.status_code < 500
    assert found.headers["X-Request-Id"]


def test_nothing_inline_and_nothing_from_elsewhere_is_run(guest):
    for path in ("/", "/enter", "/none", "/api/v1/stories"):
        assert policy_of(guest.get(path)) == POLICY, path


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"Rashomon-Token": "none"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 201),
        ({"Origin": served_archive.BASE}, 201),
    ],
)
def test_a_session_sends_to_the_api_what_a_page_of_ours_sends(desk, guest, headers, status):
    served_archive.entered(guest, desk)
    wanted = {"name": "Ida Brook", "scopes": ["read"]}
    assert guest.post("/api/v1/keys", json=wanted, headers=headers).status_code == status
    assert guest.post("/api/v1/keys", json=wanted, headers={"Rashomon-Token": guest.token}).status_code == 201
    bearer = {"Authorization": f"Bearer {guest.key}"}
    assert guest.post("/api/v1/keys", json=wanted, headers=bearer).status_code == 201


def test_every_answer_has_the_headers_that_keep_a_page_in_its_place(guest):
    for path in ("/", "/enter", "/none", "/healthz", "/keys", "/api/v1/none"):
        headers = guest.get(path).headers
        for name, value in HEADERS:
            if name != b"cache-control":
                assert headers[name.decode()] == value.decode(), path
        assert headers["Cache-Control"]


def test_an_answer_may_be_stricter_than_all(guest):
    @guest.app.get("/strict")
    def strict():
        from fastapi import Response

        return Response("", headers={"Content-Security-Policy": "sandbox", "Cache-Control": "no-store"})

    headers = guest.get("/strict").headers
    assert headers["Content-Security-Policy"] == "sandbox"
    assert headers["Cache-Control"] == "no-store"


def test_pages_of_ours_hold_nothing_that_the_policy_forbids(guest, desk):
    served_archive.entered(guest, desk)
    for path in ("/enter", "/keys", "/none"):
        text = guest.get(path).text
        assert "<script>" not in text
        assert " style=" not in text
        assert " on" not in "".join(part.split(">")[0] for part in text.split("<")[1:]).replace(" only", "")
