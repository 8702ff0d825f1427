"""Stories, the latest first, by what their reports and claims are."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.present import ferry
from tests.present.questions.kept import NOW, archive, document, filled, keep_account

from rashomon.core import Standing, Story
from rashomon.present import questions
from rashomon.present.questions import Asked, AskedError, by_story
from rashomon.stores.memory import MemoryStore


@pytest.fixture(scope="module")
def store():
    return archive()


def ids(store, asked=Asked(), **more):  # noqa: B008  # frozen
    with store.view() as view:
        return [answer.id for answer in questions.stories(view, asked, **more).results]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(), ["s1", "e1"]),
        (Asked(outlet="Ledger"), ["e1"]),
        (Asked(words="cracks"), ["s1"]),
        (Asked(words="envoys OR cracks"), ["s1", "e1"]),
        (Asked(since=NOW - timedelta(days=4)), ["s1"]),
        (Asked(until=NOW - timedelta(days=4)), ["e1"]),
        (Asked(standing="denied"), ["s1", "e1"]),
        (Asked(standing="disputed"), ["s1"]),
        (Asked(code="SANCTION"), ["e1"]),
        (Asked(party="Tesmark"), ["e1"]),
        (Asked(party="Orsk"), ["e1"]),  # who only speaks is a party too
        (Asked(party="Orsk", status="denied"), ["e1"]),
        (Asked(status="denied", voice="Hollis"), []),
        (Asked(standing="denied", words="cracks"), ["s1"]),
        (Asked(standing="disputed", words="envoys"), []),
        (Asked(standing="denied", until=NOW - timedelta(days=4)), ["e1"]),
    ],
)
def test_stories_by_filter(store, asked, found):
    assert ids(store, asked) == found


def test_stories_by_the_origins_they_rest_on(store):
    assert ids(store, least_origins=3) == ["s1"]
    assert ids(store, least_origins=2) == ["s1", "e1"]
    assert ids(store, least_origins=5) == []


def test_a_story_says_how_it_stands(store):
    with store.view() as view:
        answer = questions.stories(view, Asked()).results[0]
    assert answer.title == "Harrow Sound bridge closed"
    assert answer.outlets == ("Harrow Courier", "The Sentinel", "Coast Echo", "Northern Gazette")
    assert answer.latest == ferry.DOCUMENTS["gazette"].published_at
    assert answer.standings[Standing.SINGLE] == 2
    assert answer.origins == 3
    assert answer.accounted
    assert answer.fresh


def test_a_story_that_changed_since_its_account_says_so_and_one_without_is_listed():
    store = archive(ferry.account())
    more = document("late", "Quay Times", "The bridge again.", NOW)
    alone = document("alone", "Quay Times", "A fish was caught.", NOW + timedelta(hours=1))
    with store.writer() as writer:
        for each in (more, alone):
            writer.add(each, seen_at=NOW, made_by="test.v1")
        own = Story(id="s1", documents=(*ferry.DOCUMENTS, "late"))
        writer.settle([own, Story(id="z1", documents=("alone",))], made_by="test.v1")
    with store.view() as view:
        first, second = questions.stories(view, Asked()).results
    assert (first.id, first.accounted, first.fresh, first.title) == ("z1", False, False, "")
    assert (second.id, second.accounted, second.fresh) == ("s1", True, False)


def test_a_document_in_no_story_is_no_story():
    store = MemoryStore()
    with store.writer() as writer:
        writer.add(document("alone", "Quay Times", "A fish.", NOW), seen_at=NOW, made_by="test.v1")
    assert ids(store) == []


@pytest.mark.parametrize(
    "asked",
    [Asked(), Asked(outlet="post"), Asked(standing="disputed"), Asked(words="harbour OR mill", status="denied")],
)
def test_pages_have_each_story_once_in_the_order_of_one_long_page(asked):
    store = filled(MemoryStore(), 25, claims=4)
    whole = ids(store, asked, limit=1000)
    assert len(whole) == len(set(whole)) > 6
    with store.view() as view:
        seen, before = [], None
        while True:
            page = questions.stories(view, asked, limit=3, before=before)
            seen += [answer.id for answer in page.results]
            before = page.before
            if before is None:
                break
    assert seen == whole


def test_a_page_that_has_looked_at_enough_is_short_and_goes_on(monkeypatch):
    monkeypatch.setattr(by_story, "LOOKED_AT", 5)
    store = filled(MemoryStore(), 8, documents=2, claims=2)
    with store.view() as view:
        seen, before, pages = 0, None, 0
        while True:
            page = questions.stories(view, Asked(), least_origins=1, before=before)
            assert len(page.results) <= 3
            seen, before, pages = seen + len(page.results), page.before, pages + 1
            if before is None:
                break
    assert seen == 8
    assert pages > 2


def test_the_latest_report_decides_the_order():
    late = replace(ferry.account().documents[0], id="again", published_at=NOW, address="reports/again.txt")
    store = archive()
    with store.writer() as writer:
        writer.add(late, seen_at=NOW, made_by="test.v1")
        writer.settle([Story(id="e1", documents=("wire", "ledger", "again"))], made_by="test.v1")
    assert ids(store) == ["e1", "s1"]


@pytest.mark.parametrize("name", ["speaker", "form", "unit", "story"])
def test_what_stories_cannot_be_asked_by_is_refused_with_what_they_can(store, name):
    with store.view() as view, pytest.raises(AskedError, match="they can by party"):
        questions.stories(view, Asked(**{name: "direct"}))


def test_a_field_of_claims_in_the_words_is_a_filter(store):
    with store.view() as view:
        for words, same in (
            ("standing:denied", Asked(standing="denied")),
            ('cracks  voice:"Tobin Ashgrove"', Asked(words="cracks", voice="Tobin Ashgrove")),
        ):
            assert questions.stories(view, Asked(words=words)) == questions.stories(view, same)


@pytest.mark.parametrize("words", ["-standing:denied", "standing:denied OR cracks", "standing:denied standing:single"])
def test_a_field_of_claims_that_is_no_plain_filter_is_refused_with_the_filters(store, words):
    with store.view() as view, pytest.raises(AskedError, match="filters of their own are party"):
        questions.stories(view, Asked(words=words))


def test_keeping_the_same_account_twice_changes_nothing(store):
    before = ids(store)
    keep_account(store, ferry.account())
    assert ids(store) == before
