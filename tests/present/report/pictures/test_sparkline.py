"""A sparkline counts every report once, says in words what it shows, and holds nothing that a strict policy forbids."""

from datetime import UTC, datetime, timedelta

import lxml.html
from hypothesis import given
from hypothesis import strategies as st

from rashomon.present.report.pictures.sparkline import COLUMNS, columns, sparkline

SINCE = datetime(2031, 5, 12, tzinfo=UTC)
UNTIL = SINCE + timedelta(days=2)
hours = st.lists(st.floats(-30, 80, allow_nan=False).map(lambda hour: SINCE + timedelta(hours=hour)), max_size=60)


def drawn(moments, since=SINCE, until=UNTIL):
    return lxml.html.fragment_fromstring(str(sparkline(moments, since=since, until=until)))


@given(hours)
def test_each_moment_inside_is_counted_once(moments):
    inside = [moment for moment in moments if SINCE <= moment <= UNTIL]
    assert sum(columns(moments, since=SINCE, until=UNTIL)) == len(inside)


@given(hours)
def test_no_column_leaves_the_picture(moments):
    picture = drawn(moments)
    width, height = float(picture.get("width")), float(picture.get("height"))
    for bar in picture.xpath(".//rect"):
        assert 0 <= float(bar.get("x")) <= width - float(bar.get("width")) + 0.01
        assert 0 <= float(bar.get("y")) <= height - float(bar.get("height")) + 0.01


def test_the_ends_of_the_stretch_are_in_the_first_and_the_last_column():
    counts = columns([SINCE, UNTIL], since=SINCE, until=UNTIL)
    assert (counts[0], counts[-1], len(counts)) == (1, 1, COLUMNS)


def test_what_it_shows_is_told_in_words():
    picture = drawn([SINCE + timedelta(hours=8), SINCE + timedelta(hours=9), UNTIL + timedelta(hours=1)])
    told = "2 reports from 12 May 2031, 08:00 UTC to 12 May 2031, 09:00 UTC; 1 at other times"
    assert picture.get("aria-label") == told
    assert (picture.get("role"), picture.xpath("./title")[0].text) == ("img", told)


def test_no_report_and_no_time_between_still_make_a_picture():
    assert drawn([]).get("aria-label").startswith("no report from")
    assert drawn([SINCE, SINCE], until=SINCE).get("aria-label") == "2 reports, 12 May 2031, 00:00 UTC"


def test_nothing_in_it_needs_a_style_or_a_script():
    picture = drawn([SINCE])
    assert not picture.xpath(".//@style | .//script | .//@*[starts-with(name(), 'on')] | .//@href")
