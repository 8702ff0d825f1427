"""A date without a time is a day on every face, and midnight a time; no separators stand bare where nobody is known."""

from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO

import feedparser
import pytest
from rich.console import Console
from starlette.testclient import TestClient
from tests.present import ferry
from tests.present.questions.kept import archive
from tests.present.served import NOW

from rashomon.core import Problem
from rashomon.present import questions
from rashomon.present.exports import feeds
from rashomon.present.questions import Asked
from rashomon.present.report import listed
from rashomon.present.report.pictures.sparkline import in_words
from rashomon.present.server.app import make_app
from rashomon.present.server.service import Service
from rashomon.settings import Settings

MIDNIGHT = datetime(2031, 5, 12, tzinfo=UTC)
DAY = Problem(
    stage="clean", code="published-day-only", message="The page gives the day it was published, not the time."
)


def bridge(*, outlet, problems):
    """The account of the bridge, its reports all of one midnight."""
    account = ferry.account()
    made = [
        replace(each, published_at=MIDNIGHT, outlet=outlet and each.outlet, problems=problems, address=None)
        for each in account.documents
    ]
    return archive(replace(account, documents=tuple(made)))


@pytest.fixture(scope="module")
def days():
    """Reports that give the day alone, and no outlet."""
    return bridge(outlet=False, problems=(DAY,))


@pytest.fixture(scope="module")
def midnights():
    """Reports that were published at midnight, and say so."""
    return bridge(outlet=True, problems=())


def printed(store, width=90):
    console = Console(file=StringIO(), width=width, highlight=False, markup=False, emoji=False)
    with store.view() as view:
        listed.stories(questions.stories(view, Asked()).results, console)
        listed.documents(questions.documents(view, Asked()).results, console)
        listed.claims(questions.claims(view, Asked()).results, console)
        listed.quotations(questions.quotations(view, Asked()).results, console)
        listed.figures(questions.figures(view, Asked()).results, console)
        listed.hits(questions.search(view, Asked(words="bridge")).results, console)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [90, 200])
def test_lists_in_the_terminal_give_the_day_alone(days, midnights, width):
    told = printed(days, width)
    assert "2031-05-12" in told
    assert "00:00" not in told
    assert "2031-05-12 00:00" in printed(midnights, width)


def test_one_report_with_a_time_gives_its_story_the_time(days):
    with days.view() as view:
        assert questions.stories(view, Asked()).results[0].latest_day_only
    account = ferry.account()
    first, *others = account.documents
    mixed = (
        replace(first, published_at=MIDNIGHT, problems=()),
        *(replace(each, published_at=MIDNIGHT, problems=(DAY,)) for each in others),
    )
    with archive(replace(account, documents=mixed)).view() as view:
        assert not questions.stories(view, Asked()).results[0].latest_day_only


def pages(store):
    service = Service(Settings(archive="desk.db"), store, now=lambda: NOW)
    client = TestClient(make_app(service), base_url="http://127.0.0.1:8000")
    with store.view() as view:
        reports = [each.id for each in questions.documents(view, Asked()).results]
    asked = ["/?days=0", "/search?q=bridge", "/outlets", f"/compare?left={reports[0]}&right={reports[1]}"]
    told = {address: client.get(address).text for address in asked}
    service.close()
    return told


def test_pages_give_the_day_and_say_that_the_time_was_not_given(days, midnights):
    for address, text in pages(days).items():
        assert "00:00 UTC" not in text, address
        assert "T00:00:00" not in text, address
        assert "time not given" in text, address
    assert "12 May 2031, 00:00 UTC" in pages(midnights)["/?days=0"]


def test_no_separators_stand_beside_each_other_where_no_outlet_is_known(days):
    assert "outlet unknown; 5 reports" in " ".join(printed(days).split())
    for address, text in pages(days).items():
        plain = " ".join(text.split())
        assert "· ·" not in plain, address
        assert "·  ·" not in plain, address
    assert "· outlet unknown ·" in " ".join(pages(days)["/?days=0"].split())


def fed(store):
    with store.view() as view:
        stories = questions.stories(view, Asked()).results
        claims = questions.claims(view, Asked(standing="disputed")).results
    of_stories = feeds.of_stories(stories, "https://desk.example", address=str)
    return of_stories, feeds.of_disputed(claims, "https://desk.example", address=lambda *ids: "/".join(ids))


def test_feeds_leave_out_the_time_that_need_not_be_there_and_say_so(days, midnights):
    for feed in fed(days):
        for entry in feedparser.parse(feeds.atom(feed)).entries:
            assert "published" not in entry
            assert "12 May 2031, time not given" in entry.summary
    for feed in fed(midnights):
        for entry in feedparser.parse(feeds.atom(feed)).entries:
            assert entry.published == "2031-05-12T00:00:00Z"
            assert "time not given" not in entry.summary


def test_a_feed_names_no_outlet_by_an_id(days):
    _, disputed = fed(days)
    lines = [line for entry in disputed.entries for line in entry.summary.splitlines()[1:]]
    assert lines
    assert all(line.startswith("outlet unknown: ") for line in lines)


def test_a_row_of_columns_tells_days_as_days():
    noon = MIDNIGHT.replace(hour=12)
    told = in_words([MIDNIGHT, noon], since=MIDNIGHT, until=noon, days=[MIDNIGHT])
    assert told == "2 reports from 12 May 2031, time not given to 12 May 2031, 12:00 UTC"
