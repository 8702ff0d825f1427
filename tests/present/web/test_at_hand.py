"""The account of a story is decoded once for all its pages, and a page of decisions is bounded."""

import re
from datetime import timedelta

import pytest
from tests.present.served import NOW

from rashomon.archive.deciding import Desk
from rashomon.present.web import addresses
from rashomon.present.web.decisions import MOST_DECISIONS
from rashomon.stores.sql.view import SqlView

EARLIER = 7


@pytest.fixture
def decoded(monkeypatch):
    """Which accounts the archive decoded, in order."""
    found = []
    own = SqlView.account

    def account(view, story):
        found.append(story)
        return own(view, story)

    monkeypatch.setattr(SqlView, "account", account)
    return found


@pytest.fixture
def strike(service):
    with service.view() as view:
        return view.story_of("strike-1").story.id


@pytest.fixture
def many(service, strike):
    """More decisions about a story than one page tells."""
    with service.view() as view:
        notes = [
            Desk(view, by="Ada", reason=f"note {number}", at=NOW + timedelta(seconds=number)).note([strike])
            for number in range(MOST_DECISIONS + EARLIER)
        ]
    with service.store.writer() as writer:
        for note in notes:
            writer.decide(note)
    return notes


def test_the_pages_around_a_story_decode_its_account_once(served, strike, decoded):
    pages = [
        addresses.story(strike),
        addresses.document("strike-1"),
        addresses.compare("strike-1", "strike-2"),
        addresses.work(strike),
    ]
    for address in (*pages, *pages):
        assert served.get(address).status_code == 200
    assert decoded == [strike]


def test_a_page_of_decisions_decodes_the_account_they_are_about_once(served, strike, many, decoded):
    page = served.get(addresses.DECISIONS)
    assert len(re.findall(r'<li id="decision-', page.text)) == MOST_DECISIONS
    assert decoded == [strike]


def test_the_page_of_work_tells_the_latest_decisions_and_how_many_come_before(served, strike, many):
    page = served.get(addresses.work(strike)).text
    told = re.findall(r"note \d+", page)
    assert len(told) == MOST_DECISIONS
    assert told[0] == many[-1].reason
    assert f"and {EARLIER} earlier" in page


def test_a_story_without_an_account_has_none_at_hand(service, served, monkeypatch):
    monkeypatch.setattr(SqlView, "outline", lambda view, story: None)
    monkeypatch.setattr(SqlView, "account", lambda view, story: None)
    page = served.get(addresses.document("weir-1"))
    assert page.status_code == 200
    assert "What it tells" not in page.text
