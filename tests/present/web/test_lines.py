"""The one-line state of a story is never more than its leading claim and its reports say."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.present.questions.test_leading import claim, report

from rashomon.core import Span, Standing, Status
from rashomon.present.questions.leading import told_as
from rashomon.present.web.lines import by_marks, day, day_time, outlet_called, short_day, state

DONE, PLANNED, DENIED, PROPOSED = Status.DONE, Status.PLANNED, Status.DENIED, Status.PROPOSED


def line(*statuses, standing=Standing.AGREED, **more):
    """The line of a claim told by one report of an origin of its own for each status."""
    reports = [report(f"d{n}", status, f"o{n}") for n, status in enumerate(statuses)]
    return "".join(state(told_as(claim("weir", *reports, standing=standing, **more))))


def test_agreed_by_several_origins():
    assert line(DONE, DONE, DONE) == "3 independent origins agree; told as done"
    assert line(DONE, PLANNED, DONE) == "3 independent origins agree: 2 tell it as done, 1 as planned"


def test_one_origin_agrees_with_nobody():
    reports = [report("a", DONE, "x"), report("b", DONE, "x")]
    assert "".join(state(told_as(claim("weir", *reports)))) == "2 reports of one origin: told as done"


def test_a_denial_on_which_all_agree_is_no_agreement_that_nothing_happened():
    assert line(DENIED, DENIED, action="deny") == "2 independent origins tell that the denial was made"
    assert line(DENIED, DENIED, action="open") == "2 independent origins agree; told as denied"


def test_disputed_and_denied_tell_both_sides():
    assert line(DONE, DONE, PROPOSED, standing=Standing.DISPUTED, differs=("status",)) == (
        "2 origins tell it as done, 1 as proposed"
    )
    assert line(DENIED, DONE, standing=Standing.DENIED) == "1 origin tells it as done, 1 as denied"


def test_a_dispute_that_is_not_of_the_status_says_of_what():
    told = line(DONE, DONE, standing=Standing.DISPUTED, differs=("figure",))
    assert told == "2 origins tell it as done; the figures differ"
    assert line(DONE, DONE, standing=Standing.DISPUTED, differs=("place",)).endswith("; they differ on place")


def test_one_report_alone():
    assert line(PLANNED, standing=Standing.SINGLE) == "told by one report alone, as planned"
    reason = "one document tells it; others only name it"
    assert line(DONE, DONE, standing=Standing.SINGLE, standing_reason=reason) == reason


def test_numbers_that_do_not_add_up_are_left_out():
    reports = [report("a", DONE, "x"), report("a", PLANNED, "x"), report("b", DONE, "y")]
    told = state(told_as(claim("weir", *reports, standing=Standing.DISPUTED, differs=("status",))))
    assert "".join(told) == "told as done and planned"
    assert line(DONE, DONE, origins=5) == "5 independent origins agree; told as done"


def test_withdrawn_reports_are_not_told_as_if_they_stood():
    only = claim("weir", report("a", DONE, "x", revised=("retraction",)))
    assert state(told_as(only)) == ("told by withdrawn reports alone",)


statuses = st.sampled_from(Status)
reports_of_claims = st.lists(
    st.tuples(st.sampled_from("abcd"), statuses, st.sampled_from("xyz"), st.booleans()), min_size=1, max_size=8
)


@settings(deadline=None)  # a busy machine is no fault
@given(reports_of_claims, st.sampled_from(Standing), st.integers(0, 5))
def test_the_line_holds_whatever_the_claim(rows, standing, origins):
    reports = [
        report(document, status, origin, revised=("retraction",) if out else ())
        for document, status, origin, out in rows
    ]
    made = claim("weir", *reports, standing=standing, origins=origins)
    told = state(told_as(made))
    words = "".join(told)
    counted = [r for r in reports if not r.revised]
    assert {piece for piece in told if isinstance(piece, Status)} <= {r.status for r in counted}
    assert ("agree" in words) <= (standing is Standing.AGREED and origins > 1)
    numbers = [int(word) for word in words.replace(":", " ").replace(",", " ").split() if word.isdecimal()]
    assert all(number <= max(origins, len({r.document for r in counted})) for number in numbers)


@settings(deadline=None)
@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5))))
def test_marked_words_are_the_words(words, places):
    marks, at = [], 0
    for skip, length in places:
        start = at + skip
        if start + length > len(words):
            break
        marks.append(Span(start, start + length))
        at = start + length
    pieces = list(by_marks(words, marks))
    assert "".join(piece for piece, _ in pieces) == words
    assert [piece for piece, found in pieces if found] == [mark.of(words) for mark in marks]


def test_times_and_names():
    moment = datetime(2031, 5, 2, 9, 5, tzinfo=UTC)
    assert day_time(moment) == "2 May 2031, 09:05 UTC"
    assert day(moment) == "Friday, 2 May 2031"
    assert short_day(moment) == "2 May 2031"
    assert outlet_called("Quay\nTimes") == "Quay Times"


@pytest.mark.parametrize(("name", "called"), [("nytimes.com", "New York Times"), ("Tarn Mail", "Tarn Mail")])
def test_an_outlet_is_called_as_the_table_has_it(name, called):
    assert outlet_called(name) == called
