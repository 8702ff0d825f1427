"""What an outlet reported, had alone and corrected, and its ties to others."""

from dataclasses import replace

import pytest
from tests.present.questions.kept import archive, copied, keep_account, press

from rashomon.core import Notice, NoticeKind, Span
from rashomon.present.questions import AskedError
from rashomon.present.questions.one_outlet import one_outlet
from rashomon.stores.memory import MemoryStore


@pytest.fixture(scope="module")
def store():
    return archive()


def asked(store, name, **more):
    with store.view() as view:
        return one_outlet(view, name, **more)


def test_what_it_reported_page_by_page():
    store = archive(press([(f"r{n}", "Quay Times") for n in range(5)]))
    page = asked(store, "Quay Times", limit=3)
    rest = asked(store, "Quay Times", limit=3, before=page.reports.before)
    assert [one.id for one in (*page.reports.results, *rest.reports.results)] == ["r4", "r3", "r2", "r1", "r0"]
    assert rest.reports.before is None
    assert page.tally.reports == rest.tally.reports == 5


def test_whom_it_copies_and_who_copies_it():
    account = press(
        [("a", "Quay Times"), ("b", "Ostrel Post", "Quay Times"), ("c", "Tarn Mail")],
        [copied("a", "b", 0.5), copied("c", "a", 0.25)],
    )
    own = asked(archive(account), "Quay Times")
    assert [(one.outlet, one.reports) for one in own.tally.copied_by] == [("Ostrel Post", 1)]
    assert [(one.outlet, one.share) for one in own.tally.copied_from] == [("Tarn Mail", 0.25)]
    assert [one.outlet for one in own.tally.credited_by] == ["Ostrel Post"]


def test_what_it_had_alone_has_no_report_of_another(store):
    for outlet in ("Harrow Courier", "The Sentinel", "Coast Echo", "Northern Gazette"):
        for answer in asked(store, outlet).alone:
            assert {report.telling.outlet for report in answer.reports} == {outlet}


def test_a_story_that_nobody_else_reports_is_not_had_alone(store):
    with store.view() as view:
        kept = view.account("s1").account
    single = next(claim for claim in kept.claims if len({report.document for report in claim.reports}) == 1)
    only = single.reports[0].document
    alone = replace(kept, id="alone", documents=(only,), claims=(single,), copies=(), utterances=(), figures=())
    with store.view() as view:
        own = view.document(only)
    apart = MemoryStore()
    keep_account(apart, replace(press([]), documents=(own,), stories=(alone,)))
    assert asked(apart, own.outlet).alone == ()


def test_corrections_and_withdrawals_with_their_words():
    account = press([("a", "Quay Times"), ("b", "Quay Times")])
    first, second = account.documents
    notice = Notice(span=Span(0, 6), kind=NoticeKind.CORRECTION)
    own = asked(archive(replace(account, documents=(replace(first, notices=(notice,)), second))), "Quay Times")
    assert [(one.document, one.notice.kind, one.words) for one in own.noted] == [("a", NoticeKind.CORRECTION, "Report")]


def test_an_outlet_of_the_table_is_found_by_all_its_names():
    store = archive(press([("a", "NYT"), ("b", "The New York Times")]))
    own = asked(store, "nyt")
    assert own.name == own.known.name
    assert len(own.reports.results) == 2


def test_nothing_is_known_of_who_is_not_there(store):
    own = asked(store, "Nowhere Gazelle")
    assert (own.reports.results, own.tally, own.alone, own.noted) == ((), None, (), ())
    with pytest.raises(AskedError, match="no letter or digit"):
        asked(store, "--")
