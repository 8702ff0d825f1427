"""The front: the stories of some days, by origins and by what is disputed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.present import ferry
from tests.present.questions.kept import NOW, archive, document, expulsion, filled, keep_account, press

from rashomon.core import Standing
from rashomon.present.questions import Asked, AskedError, front
from rashomon.present.questions.front import newest_day
from rashomon.stores.memory import MemoryStore


@pytest.fixture(scope="module")
def store():
    return archive()


def ids(store, asked=Asked(), **more):  # noqa: B008  # frozen
    with store.view() as view:
        return [one.story.id for one in front.front(view, asked, **more).results]


def of(account, id_, *, origins, standing=Standing.SINGLE, hours=0):
    """The expulsion as another story, with a claim of so many origins."""
    at = timedelta(hours=hours)
    story = account.stories[0]
    named = {old: f"{id_}-{old}" for old in story.documents}
    claim = replace(
        story.claims[0],
        origins=origins,
        standing=standing,
        reports=tuple(replace(report, document=named[report.document]) for report in story.claims[0].reports),
    )
    return replace(
        account,
        documents=tuple(
            replace(one, id=named[one.id], published_at=one.published_at + at) for one in account.documents
        ),
        stories=(replace(story, id=id_, documents=tuple(named.values()), claims=(claim,), utterances=(), origins=()),),
    )


def test_origins_come_first_then_disputes_then_the_newest():
    base = expulsion()
    store = archive(
        of(base, "few", origins=1, standing=Standing.DENIED, hours=5),
        of(base, "agreed", origins=3, standing=Standing.AGREED, hours=4),
        of(base, "denied", origins=3, standing=Standing.DENIED, hours=1),
        of(base, "disputed", origins=3, standing=Standing.DISPUTED, hours=2),
    )
    assert ids(store) == ["disputed", "denied", "agreed", "few"]


def test_a_copy_ranks_a_story_no_higher():
    often = press([(f"p{n}", f"Paper {n}") for n in range(9)], story="often")
    store = keep_account(archive(), often)
    assert ids(store)[-1] == "often"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(since=NOW - timedelta(days=4)), ["s1"]),
        (Asked(until=NOW - timedelta(days=4)), ["e1"]),
        (Asked(standing="disputed"), ["s1"]),
        (Asked(standing="agreed", outlet="Ledger"), []),
        (Asked(party="Orsk"), ["e1"]),
        (Asked(status="denied", voice="Orsk"), ["e1"]),
        (Asked(status="done", voice="Hollis"), []),
        (Asked(code="SANCTION"), ["e1"]),
        (Asked(outlet="Ledger"), ["e1"]),
        (Asked(language="fr"), []),
        (Asked(words="cracks"), ["s1"]),
        (Asked(words="cracks", standing="denied"), ["s1"]),
        (Asked(words="since:2031-05-10"), ["s1"]),
    ],
)
def test_filters(store, asked, found):
    assert ids(store, asked) == found


def test_a_claim_told_before_the_stretch_still_finds_its_story():
    late = archive()
    with late.writer() as writer:
        again = document("again", "Tesmark Ledger", "The envoys left.", NOW)
        writer.add(again, seen_at=NOW, made_by="test.v1")
        writer.settle(
            [replace(writer.view.story("e1").story, documents=("wire", "ledger", "again"))], made_by="test.v1"
        )
    with late.view() as view:
        page = front.front(view, Asked(status="denied", since=NOW - timedelta(hours=1), until=NOW + timedelta(hours=1)))
    assert [(one.story.id, one.here, len(one.times)) for one in page.results] == [("e1", 1, 3)]


def test_what_cannot_be_asked_is_said(store):
    with pytest.raises(AskedError, match="the front cannot be asked by speaker"):
        ids(store, Asked(speaker="Orsk"))
    with pytest.raises(AskedError, match="standing is one of"):
        ids(store, Asked(standing="true"))
    with pytest.raises(AskedError, match="not what a page gave"):
        ids(store, before="-1")


def test_a_page_says_of_what_it_is(store):
    day = NOW.replace(hour=0, minute=0)
    with store.view() as view:
        page = front.front(view, Asked(since=day - timedelta(days=3), until=day))
        assert page.newest == max(one.published_at for one in ferry.DOCUMENTS.values() if one.published_at)
        assert page.earlier is not None
        assert page.earlier < page.since
        assert page.whole
        assert front.front(view, Asked(since=day + timedelta(days=300))).results == ()


@pytest.mark.parametrize("asked", [Asked(), Asked(standing="disputed"), Asked(status="done")])
def test_pages_are_one_long_page(asked):
    store = filled(MemoryStore(), 23, claims=4)
    whole = ids(store, asked, limit=1000)
    assert len(whole) > 10
    seen, before = [], None
    with store.view() as view:
        while True:
            page = front.front(view, asked, limit=5, before=before)
            seen += [one.story.id for one in page.results]
            before = page.before
            if before is None:
                break
    assert seen == whole
    assert len(seen) == len(set(seen))


def test_no_more_reports_are_looked_at_than_is_said(monkeypatch):
    monkeypatch.setattr(front, "LOOKED_AT", 5)
    store = filled(MemoryStore(), 8, documents=2, claims=2)
    with store.view() as view:
        page = front.front(view, Asked())
    assert page.looked_at == 5
    assert not page.whole
    assert page.stories == len(page.results) <= 5


def test_the_newest_day_is_that_of_the_newest_report(store):
    with store.view() as view:
        begin, end = front.newest_day(view, NOW)
        newest = max(one.published_at for one in ferry.DOCUMENTS.values() if one.published_at)
    assert begin <= newest < end
    assert end - begin == timedelta(days=1)


def test_one_report_with_a_date_far_ahead_is_not_the_day():
    store = keep_account(archive(), press([("a", "Quay Times")]))
    wrong = document("wrong", "Quay Times", "The regatta.", datetime(2199, 1, 1, tzinfo=UTC))
    with store.writer() as writer:
        writer.add(wrong, seen_at=NOW, made_by="test.v1")
    with store.view() as view:
        assert newest_day(view, NOW)[0].date() == NOW.date()
        assert newest_day(view, datetime(2000, 1, 1, tzinfo=UTC))[0].year == 2199
    with MemoryStore().view() as view:
        assert newest_day(view, NOW) is None


def test_undated_reports_have_a_front_where_no_time_is_asked():
    alone = press([("a", "Quay Times")])
    store = archive(replace(alone, documents=tuple(replace(one, published_at=None) for one in alone.documents)))
    with store.view() as view:
        page = front.front(view, Asked())
    assert [one.times for one in page.results] == [()]
    assert page.newest is None
