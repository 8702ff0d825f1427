"""The picture of times: what happened over it, what was reported under it, and far times folded."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.present import ferry

from rashomon.core import TimelineEntry
from rashomon.present.report.pictures.slots import FOLDED_FROM, day_slot, folded, slot_of
from rashomon.present.report.pictures.timeline import WITH_TIME, laid, timeline
from rashomon.present.report.sheet import Column, sheets


def columns(count=5, *, at=datetime(2031, 5, 12, 8, 5, tzinfo=UTC)):
    document = ferry.DOCUMENTS["courier"]
    return [
        Column(document=replace(document, id=f"d{n}", published_at=at + timedelta(minutes=n)), letter=f"L{n}", name="n")
        for n in range(count)
    ]


def entry(when):
    return TimelineEntry(when=when, precision="day", claim="c", text="t", citations=())


def drawn(entries, reports):
    return lxml.html.fragment_fromstring(str(timeline(entries, reports)))


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
        ("2031-12", date(2031, 12, 1), date(2031, 12, 31)),
        ("2031-05-12", date(2031, 5, 12), date(2031, 5, 12)),
        ("2031-05-12T13:31:00+00:00", date(2031, 5, 12), date(2031, 5, 12)),
        ("2031-W20", date(2031, 5, 12), date(2031, 5, 18)),
        ("1990/1999", date(1990, 1, 1), date(1999, 12, 31)),
        ("2031-05-10/2031-05-11", date(2031, 5, 10), date(2031, 5, 11)),
        ("2031-05-10/", date(2031, 5, 10), date(2031, 5, 10)),
    ],
)
def test_a_time_has_its_stretch(when, first, last):
    slot = slot_of(when)
    assert (slot.first, slot.last) == (first, last)


@given(st.text(max_size=25))
def test_no_time_is_too_odd_to_draw_around(when):
    slot = slot_of(when)
    assert slot is None or slot.first <= slot.last


def test_happenings_stand_over_the_axis_by_number_and_reports_under_it_by_letter_and_hour():
    (sheet,) = sheets(ferry.account())
    picture = drawn(ferry.STORY.timeline, sheet.columns)
    words = [text.text for text in picture.xpath(".//text")]
    assert [word for word in words if word.isdigit() and len(word) < 3] == ["1", "2", "2"]
    assert [word for word in words if word in set("ABCDE")] == ["A", "B", "C", "D"]
    assert [word for word in words if ":" in word] == ["08:05", "09:05", "10:05", "11:05"]
    assert len(picture.xpath(".//circle[contains(@class, 'otherwise')]")) == 1
    assert picture.get("aria-label") == (
        "Timeline: 2 happenings and the reports of them, from Mar 2031 to 12 May 2031; "
        "A was published first, 12 May 2031, 08:05 UTC; 1 report without a time. "
        "The list has every happening in words."
    )


def test_nothing_dated_is_nothing_drawn():
    assert timeline([entry("one day")], []) == ""


def test_what_lies_far_before_the_reports_is_folded_into_one_stretch():
    years = [slot_of(str(year)) for year in range(1990, 1990 + FOLDED_FROM)]
    near = day_slot(date(2031, 5, 11))
    found = folded([*years, near], [date(2031, 5, 12)])
    assert [(slot.head, slot.below) for slot in found] == [("1990 –", "1993"), ("11 May", "2031")]
    assert folded([*years[1:], near], [date(2031, 5, 12)]) == [*years[1:], near]


@given(
    st.lists(st.sampled_from(["1990", "1991", "1992", "1993", "1994", "2031-05-10", "2031-05", "2033"]), max_size=40)
)
def test_every_dated_happening_is_drawn_once_and_inside(whens):
    reports = columns(3)
    places = laid([entry(when) for when in whens], reports)
    numbers = [number for place in places for number, _ in place.happened]
    assert sorted(numbers) == list(range(1, len(whens) + 1))
    picture = drawn([entry(when) for when in whens], reports)
    width, height = float(picture.get("width")), float(picture.get("height"))
    for circle in picture.xpath(".//circle"):
        assert 0 < float(circle.get("cx")) < width
        assert 0 < float(circle.get("cy")) < height


@pytest.mark.parametrize("count", [WITH_TIME, WITH_TIME + 1, 50])
def test_many_reports_of_a_day_stand_side_by_side(count):
    picture = drawn([], columns(count))
    assert len(picture.xpath(".//rect")) == count
    assert float(picture.get("height")) < 320
    assert bool([t for t in picture.xpath(".//text") if ":" in t.text]) == (count <= WITH_TIME)
