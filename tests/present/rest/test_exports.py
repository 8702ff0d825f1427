"""Exports of what is asked for: bounded in what they rest on, and in how far they look for it."""

import re

from rashomon.present.questions import by_story
from rashomon.present.rest import exports


def exported(reading, address):
    """The ids of the stories of an export and of those that follow it, and how many answers that took."""
    found, answers = [], 0
    while address is not None:
        answer = reading.client.get(address)
        assert answer.status_code == 200, answer.text
        found += [story["id"] for story in answer.json()["stories"]]
        answers += 1
        following = re.fullmatch(r'<([^>]+)>; rel="next"', answer.headers.get("Link", ""))
        address = None if following is None else following[1]
    return found, answers


def test_what_is_rare_is_looked_for_page_after_page(reading, monkeypatch):
    address = "/api/v1/exports?as=json&words=strike"
    whole, answers = exported(reading, address)
    assert whole
    assert answers == 1
    monkeypatch.setattr(by_story, "LOOKED_AT", 1)
    monkeypatch.setattr(exports, "MOST_TURNS", 1)
    paged, answers = exported(reading, address)
    assert sorted(paged) == sorted(whole)
    assert answers > 1


def test_what_rests_on_too_many_reports_says_what_to_do(reading, monkeypatch):
    monkeypatch.setattr(exports, "MOST_REPORTS", 1)
    for asked in ("", "&words=strike"):
        assert "more than" in reading.detail("GET", f"/exports?as=csv{asked}", 413)
