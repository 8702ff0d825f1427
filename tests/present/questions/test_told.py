"""Claims, quotations, figures and documents; and the questions that people ask first."""

from datetime import timedelta

import pytest
from tests.present import ferry
from tests.present.questions.kept import NOW, archive

from rashomon.core import Standing, Status
from rashomon.present import questions
from rashomon.present.questions import Asked, AskedError, moments
from rashomon.stores.query import QueryError


@pytest.fixture(scope="module")
def store():
    return archive()


@pytest.fixture
def view(store):
    with store.view() as view:
        yield view


def texts(page):
    return [answer.claim.text for answer in page.results]


def test_who_said_that_anything_was_expelled(view):
    (said,) = questions.quotations(view, Asked(words="expel*")).results
    assert (said.speaker, said.telling.outlet, said.telling.words) == (
        "Ada Orsk",
        "Corvane Agency",
        "Tesmark expelled four envoys",
    )
    (claim,) = questions.claims(view, Asked(words="expel*")).results
    assert {(report.voice, report.report.status) for report in claim.reports} == {
        ("Ada Orsk", Status.DONE),
        ("Ada Orsk", Status.DENIED),
    }


def test_claims_disputed_this_week(view):
    week = moments.since("this week", NOW)
    assert texts(questions.claims(view, Asked(standing="disputed", since=week))) == [
        "The Harrow Sound bridge is closed"
    ]
    assert texts(questions.claims(view, Asked(standing="disputed", since=NOW - timedelta(days=1)))) == []


def test_what_somebody_denied(view):
    assert texts(questions.claims(view, Asked(status="denied", voice="Orsk"))) == ["Tesmark expelled four envoys"]
    assert texts(questions.claims(view, Asked(status="denied", voice="Tobin"))) == [
        "The mayor's office was warned in March"
    ]
    # Hollis alleged it, and another denied it: that is no denial of his
    assert texts(questions.claims(view, Asked(status="denied", voice="Hollis"))) == []


def test_a_claim_has_its_reports_with_outlet_time_voice_and_the_words_that_stand_there(view):
    (answer,) = questions.claims(view, Asked(standing="disputed")).results
    assert answer.story == "s1"
    assert answer.title == ferry.STORY.title
    assert answer.claim.standing is Standing.DISPUTED
    assert answer.at == ferry.DOCUMENTS["courier"].published_at
    for told in answer.reports:
        own = ferry.DOCUMENTS[told.report.document]
        assert told.telling.words == own.words_at(told.report.span)
        assert (told.telling.outlet, told.telling.published_at) == (own.outlet, own.published_at)
    assert "engineers" in {told.voice for told in answer.reports}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(party="Tesmark"), 1),
        (Asked(actor="Tesmark"), 1),
        (Asked(target="Tesmark"), 0),
        (Asked(code="sanction"), 1),
        (Asked(story="s1"), 5),
        (Asked(story="s1", outlet="sentinel"), 3),
        (Asked(words="bridge OR envoys"), 2),
        (Asked(words="standing:denied"), 2),
        (Asked(words="standing:denied", code="SANCTION"), 1),
        (Asked(since=NOW), 0),
        (Asked(until=NOW - timedelta(days=9)), 1),
        (Asked(words="since:2031-05-10", until=NOW), 4),
    ],
)
def test_claims_by_filter(view, asked, found):
    assert len(questions.claims(view, asked).results) == found


def test_quotations_by_speaker_outlet_and_form(view):
    said = questions.quotations(view, Asked(speaker="Fennimore")).results
    assert said
    assert {answer.speaker for answer in said} == {"Oda Fennimore"}
    assert {a.telling.outlet for a in questions.quotations(view, Asked(outlet="Echo")).results} == {"Coast Echo"}
    assert {a.form for a in questions.quotations(view, Asked(form="indirect", story="e1")).results} == {"indirect"}


def test_figures_have_each_value_with_its_places(view):
    for answer in questions.figures(view, Asked()).results:
        for value, places in zip(answer.figure.values, answer.tellings, strict=True):
            assert [place.document for place in places] == [c.document for c in value.reports]
            assert all(ferry.DOCUMENTS[p.document].words_at(p.span) == p.words for p in places)


def test_documents_are_in_their_stories_latest_first(view):
    found = questions.documents(view, Asked()).results
    assert [d.id for d in found] == ["gazette", "echo", "sentinel", "courier", "ledger", "wire", "overseas"]
    assert {d.story for d in found} == {"s1", "e1"}
    assert found[1].credits == ("Harrow Courier",)


def test_pages_go_on_to_the_end(view):
    seen, before = [], None
    while True:
        page = questions.claims(view, Asked(), limit=2, before=before)
        seen += texts(page)
        before = page.before
        if before is None:
            break
    assert seen == texts(questions.claims(view, Asked(), limit=100))


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (Asked(speaker="Orsk"), "claims cannot be asked by 'speaker'; they can by"),
        (Asked(standing="wrong"), "standing is one of agreed"),
        (Asked(party="  "), "nothing|no letter"),
        (Asked(party="!!"), "no letter or digit"),
        (Asked(words="bridge OR"), "OR stands between"),
        (Asked(words='"bridge'), "marks do not close"),
        (Asked(story='a"b'), "there is no story"),
        (Asked(story="s"), "there is no story 's'"),
        (Asked(words="story:nowhere"), "there is no story 'nowhere'"),
        (Asked(document="nowhere"), "there is no document 'nowhere'"),
        (Asked(code="FOO"), "code is a PLOVER event type, one of ACCUSE, AGREE"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_can(view, asked, message):
    with pytest.raises((QueryError, AskedError), match=message):
        questions.claims(view, asked)


@pytest.mark.parametrize("before", ["", "x", "-1", "9" * 30, "1.5"])
def test_a_cursor_that_no_page_gave_is_refused(view, before):
    with pytest.raises(AskedError, match="before"):
        questions.claims(view, Asked(), before=before)


@pytest.mark.parametrize("limit", [0, -1, 1001])
def test_a_page_has_a_length(view, limit):
    with pytest.raises(AskedError, match="1 to 1000"):
        questions.claims(view, Asked(), limit=limit)


def test_a_filter_is_never_taken_into_an_or_of_the_words(view):
    both = questions.claims(view, Asked(words="bridge OR envoys", standing="denied"))
    assert texts(both) == ["Tesmark expelled four envoys"]


def test_marks_in_a_name_ask_for_its_words(view):
    assert texts(questions.claims(view, Asked(party='"Tesmark"'))) == ["Tesmark expelled four envoys"]
