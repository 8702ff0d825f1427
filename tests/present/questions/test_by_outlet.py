"""Who publishes, who copies whom, and who is credited."""

from datetime import timedelta

import pytest
from tests.present.questions.kept import NOW, archive, copied, filled, press

from rashomon.core import CopyKind, Direction
from rashomon.present import questions
from rashomon.present.questions import Asked, AskedError
from rashomon.stores.memory import MemoryStore

REPORTS = (
    ("w1", "Corvane Agency"),
    ("w2", "Corvane Agency"),
    ("m1", "Quay Mail", "Corvane Agency"),
    ("m2", "Quay Mail"),
    ("t1", "Tidal Post", "Corvane Agency"),
    ("t2", "Tidal Post"),
    ("h1", "Harbour Sheet"),
)
COPIES = (
    copied("w1", "m1", 0.8),
    copied("w2", "m2", 0.4),
    copied("w1", "t1", 0.9),
    copied("t2", "h1", 0.5, direction=Direction.UNKNOWN),
    copied("w1", "h1", 0.1, kind=CopyKind.SHARED_QUOTATION),
    copied("m1", "m2", 0.9),
)


@pytest.fixture
def view():
    with archive(press(REPORTS, COPIES)).view() as view:
        yield view


def by_name(page):
    return {answer.name: answer for answer in page.results}


def test_which_outlets_copy_an_agency_most(view):
    (agency,) = questions.outlets(view, Asked(outlet="Corvane")).results
    assert [(pair.outlet, pair.reports, pair.share) for pair in agency.copied_by] == [
        ("Quay Mail", 2, pytest.approx(0.6)),
        ("Tidal Post", 1, pytest.approx(0.9)),
    ]
    assert {pair.outlet: pair.reports for pair in agency.credited_by} == {"Quay Mail": 1, "Tidal Post": 1}
    assert (agency.reports, agency.copies) == (2, 0)


def test_an_outlet_is_told_with_how_much_of_it_is_copied_and_from_whom(view):
    mail = by_name(questions.outlets(view, Asked()))["Quay Mail"]
    assert (mail.reports, mail.copies) == (2, 2)
    assert [(pair.outlet, pair.reports) for pair in mail.copied_from] == [("Corvane Agency", 2)]  # not itself
    assert mail.latest == NOW + timedelta(minutes=3)


def test_shared_words_of_unknown_direction_and_shared_quotations_are_no_copies(view):
    sheet = by_name(questions.outlets(view, Asked()))["Harbour Sheet"]
    assert (sheet.copies, sheet.sharing, sheet.copied_from) == (0, 1, ())


def test_the_answer_says_over_how_many_reports_it_is(view):
    page = questions.outlets(view, Asked(), look_at=3)
    assert (page.looked_at, page.whole) == (3, False)
    assert by_name(page)["Tidal Post"].reports == 2
    every = questions.outlets(view, Asked())
    assert (every.looked_at, every.whole) == (len(REPORTS), True)


def test_who_is_only_credited_stands_last_without_reports():
    with archive(press((("a", "Quay Mail", "Reuters"), ("b", "Tidal Post")))).view() as view:
        page = questions.outlets(view, Asked())
        assert [(answer.name, answer.reports) for answer in page.results][-1] == ("Reuters", 0)
        assert page.results[-1].known.kind == "agency"
        (agency,) = questions.outlets(view, Asked(outlet="Reuters")).results
        assert [pair.outlet for pair in agency.credited_by] == ["Quay Mail"]


def test_an_outlet_of_the_table_is_found_by_all_its_names():
    with archive(press((("a", "AP"), ("b", "Associated Press"), ("c", "apnews.com")))).view() as view:
        (agency,) = questions.outlets(view, Asked(outlet="The Associated Press")).results
    assert (agency.name, agency.reports) == ("Associated Press", 3)


def test_outlets_come_page_by_page():
    with filled(MemoryStore(), 12).view() as view:
        whole = questions.outlets(view, Asked(), limit=1000).results
        first = questions.outlets(view, Asked(), limit=5)
        second = questions.outlets(view, Asked(), limit=5, before=first.before)
        assert (*first.results, *second.results) == whole[:10]
        with pytest.raises(AskedError, match="before"):
            questions.outlets(view, Asked(), before="x")


def test_times_hold_for_the_reports_counted(view):
    page = questions.outlets(view, Asked(since=NOW + timedelta(minutes=6)))
    assert [answer.name for answer in page.results] == ["Harbour Sheet"]
