"""Entering with a key, leaving, and the keys of the archive, as people do it."""

from http.cookies import SimpleCookie

import pytest
from tests.present import served as served_archive

from rashomon.present.server.keys import Scope, holder, scopes_of
from rashomon.present.server.sessions import Sessions


def entered(guest, desk, *scopes):
    return served_archive.entered(guest, desk, *scopes)


def cookie_of(answer, name):
    for header in answer.headers.get_list("set-cookie"):
        found = SimpleCookie(header)
        if name in found:
            return found[name]
    return None


def enter(guest, key, **more):
    token = served_archive.token_in(guest.get("/enter").text)
    return guest.post("/enter", data={"token": token, "key": key, **more})


def test_a_session_is_a_cookie_that_no_script_reads_and_no_other_site_sends(desk, guest):
    answer = enter(guest, served_archive.key(desk))
    cookie = cookie_of(answer, "rashomon_session")
    assert answer.status_code == 303
    assert cookie["httponly"] is True
    assert cookie["samesite"] == "strict"
    assert cookie["path"] == "/"
    assert cookie["domain"] == ""
    assert not cookie["secure"]  # plain http on loopback
    assert len(cookie.value) >= 43


def test_over_https_the_cookie_goes_nowhere_else(bare):
    desk = bare(proxies="127.0.0.1", public_names="desk.example.org")
    key = served_archive.key(desk)
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9", "Host": "desk.example.org"}
    with served_archive.client(desk) as client:
        client._transport.client = ("127.0.0.1", 5000)
        client.base_url = "https://desk.example.org"
        client.headers.update(forwarded)
        answer = enter(client, key)
        assert answer.status_code == 303
        assert cookie_of(answer, "rashomon_session")["secure"] is True


def test_the_cookie_is_not_the_key_and_tells_nothing_of_it(desk, guest):
    key = served_archive.key(desk)
    first = cookie_of(enter(guest, key), "rashomon_session").value
    second = cookie_of(enter(guest, key), "rashomon_session").value
    assert first != second
    assert first not in key
    assert key not in first


def test_who_enters_again_ends_the_session_before(desk, guest):
    key = served_archive.key(desk)
    first = cookie_of(enter(guest, key), "rashomon_session").value
    enter(guest, key)
    guest.cookies.clear()
    assert guest.get("/keys", headers={"Cookie": f"rashomon_session={first}"}).status_code == 401


@pytest.mark.parametrize(
    ("to", "led"),
    [
        ("/outlets", "/outlets"),
        ("/search?q=a", "/search?q=a"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\r\nSet-Cookie: x=y", "/"),
        ("", "/"),
    ],
)
def test_entering_leads_to_addresses_of_ours_alone(desk, guest, to, led):
    assert enter(guest, served_archive.key(desk), to=to).headers["Location"] == led


def test_a_form_of_nobody_does_not_enter(desk, guest):
    key = served_archive.key(desk)
    assert guest.post("/enter", data={"key": key}).status_code == 403
    assert guest.post("/enter", data={"key": key, "token": "0" * 64}).status_code == 403


def test_a_form_made_for_another_browser_does_not_enter(desk, guest):
    key = served_archive.key(desk)
    token = served_archive.token_in(guest.get("/enter").text)
    guest.cookies.clear()
    guest.get("/enter")
    assert guest.post("/enter", data={"key": key, "token": token}).status_code == 403


def test_a_form_of_another_session_changes_nothing(desk, guest):
    stolen = entered(guest, desk).token
    guest.cookies.clear()
    entered(guest, desk)
    assert guest.post("/keys", data={"name": "x", "scope": "read", "token": stolen}).status_code == 403
    assert guest.post("/keys", data={"name": "x", "scope": "read"}).status_code == 403
    sent = {"name": "x", "scope": "read", "token": guest.token}
    assert guest.post("/keys", data=sent).status_code == 200


def test_a_script_may_carry_the_token_in_a_header(desk, guest):
    entered(guest, desk)
    headers = {"Rashomon-Token": guest.token}
    assert guest.post("/keys", data={"name": "x", "scope": "read"}, headers=headers).status_code == 200
    headers = {"Rashomon-Token": "no"}
    assert guest.post("/keys", data={"name": "x", "scope": "read"}, headers=headers).status_code == 403


def test_who_leaves_is_out_with_the_cookie_too(desk, guest):
    entered(guest, desk)
    kept = guest.cookies["rashomon_session"]
    assert guest.post("/leave").status_code == 403  # no other page makes anybody leave
    assert guest.post("/leave", data={"token": guest.token}).status_code == 303
    assert guest.get("/keys", headers={"Cookie": f"rashomon_session={kept}"}).status_code == 401


def test_a_session_ends_with_its_hours(bare, clock):
    desk = bare(session_hours=2)
    with served_archive.client(desk) as client:
        entered(client, desk)
        clock.goes_on(minutes=119)
        assert client.get("/keys").status_code == 200
        clock.goes_on(minutes=1)
        assert client.get("/keys").status_code == 401


def test_a_session_ends_with_its_key(desk, guest):
    entered(guest, desk)
    with desk.store.writer() as writer:  # as another program does
        (kept,) = writer.view.keys()
        writer.end_key(kept.id, by="Ana Norlo", at=desk.now())
    assert guest.get("/keys").status_code == 401


def test_a_session_has_the_scopes_of_its_key_and_no_more(desk, guest):
    entered(guest, desk, "read")
    assert guest.get("/").status_code == 200
    assert guest.get("/keys").status_code == 403


def test_sessions_are_bounded(clock, monkeypatch):
    monkeypatch.setattr("rashomon.present.server.sessions.MOST", 3)
    sessions = Sessions(clock, 12)
    cookies = [sessions.begin("k") for _ in range(3)]
    assert sessions.of(cookies[0])
    sessions.begin("k")
    assert sessions.of(cookies[0])
    assert sessions.of(cookies[1]) is None  # the one that was quiet the longest


def test_a_key_is_made_shown_once_and_ended(desk, guest):
    entered(guest, desk)
    sent = {"token": guest.token, "name": "night <b>desk</b>", "scope": ["read", "decide"], "until": "2031-07-01"}
    page = guest.post("/keys", data=sent)
    assert page.status_code == 200
    assert page.headers["Cache-Control"] == "no-store"
    assert "<b>desk" not in page.text
    made = page.text.split("<code>")[1].split("</code>")[0]
    with desk.view() as view:
        kept = holder(view, made, desk.now())
    assert scopes_of(kept) == {Scope.READ, Scope.DECIDE}
    assert (kept.name, kept.made_by, f"{kept.until:%Y-%m-%d}") == ("night <b>desk</b>", "the desk", "2031-07-01")
    again = guest.get("/keys").text
    assert kept.id in again
    assert made not in again
    assert guest.post(f"/keys/{kept.id}/end", data={"token": guest.token}).status_code == 303
    with desk.view() as view:
        assert holder(view, made, desk.now()) is None


@pytest.mark.parametrize(
    "sent",
    [
        {"name": "", "scope": "read"},
        {"name": "x" * 101, "scope": "read"},
        {"name": "x"},
        {"name": "x", "scope": "everything"},
        {"name": "x", "scope": "read", "until": "tomorrow"},
    ],
)
def test_a_key_that_says_too_little_is_not_made(desk, guest, sent):
    entered(guest, desk)
    assert guest.post("/keys", data={"token": guest.token, **sent}).status_code == 400
    with desk.view() as view:
        assert len(view.keys()) == 1


def test_ending_what_is_not_there_is_no_fault_of_ours(desk, guest):
    entered(guest, desk)
    assert guest.post("/keys/none/end", data={"token": guest.token}).status_code == 404
