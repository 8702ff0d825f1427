"""Times in invented sentences, seen from Friday 30 December 2016, 18:00 UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.core import Document, Passage, Role, Span
from rashomon.read.figures_amounts import amounts
from rashomon.read.figures_numbers import LARGEST, NUMBER_WORDS, number_of
from rashomon.read.parse import parse
from rashomon.read.times import find, find_times
from rashomon.read.times_calendar import weekday

FRIDAY = datetime(2016, 12, 30, 18, 0, tzinfo=UTC)

RESOLVED = [
    # dates in full
    ("The bridge opened on December 30, 2016.", "December 30, 2016", "2016-12-30", "day"),
    ("The bridge opened on Dec. 30, 2016.", "Dec. 30, 2016", "2016-12-30", "day"),
    ("The bridge opened on 30 December 2016.", "30 December 2016", "2016-12-30", "day"),
    ("The bridge opened on the 3rd of March 2015.", "the 3rd of March 2015", "2015-03-03", "day"),
    ("The bridge opened on 2016-12-29.", "2016-12-29", "2016-12-29", "day"),
    ("The bridge opened on 29/12/2016.", "29/12/2016", "2016-12-29", "day"),
    ("The bridge opened on 12/29/2016.", "12/29/2016", "2016-12-29", "day"),
    ("The bridge opened on 03/04/2016.", "03/04/2016", None, "day"),
    ("The bridge opened on 03.04.2016.", "03.04.2016", "2016-04-03", "day"),
    ("The bridge opened on Tuesday, Dec. 27, 2016.", "Tuesday, Dec. 27, 2016", "2016-12-27", "day"),
    # dates without a year
    ("The bridge opened on October 19.", "October 19", "2016-10-19", "day"),
    ("The bridge opened on 19 Oct and closed.", "19 Oct", "2016-10-19", "day"),
    ("The mayor takes office on 20 January.", "20 January", "2017-01-20", "day"),
    ("The bridge opened on Sept. 3rd.", "Sept. 3rd", "2016-09-03", "day"),
    # months and years
    ("The bridge opened in March 2014.", "March 2014", "2014-03", "month"),
    ("The bridge opened in early June 2014.", "early June 2014", "2014-06", "month"),
    ("The bridge opened in November.", "November", "2016-11", "month"),
    ("It was seized in late November.", "late November", "2016-11", "month"),
    ("The school will open in March.", "March", "2017-03", "month"),
    ("It has been shut since last December.", "December", "2015-12", "month"),
    ("The bridge opened in 2001.", "2001", "2001", "year"),
    ("The 1998 accord still holds.", "1998", "1998", "year"),
    ("The accord (1998) still holds.", "1998", "1998", "year"),
    ("The firm has grown since the 1990s.", "the 1990s", "1990/1999", "decade"),
    # weekdays
    ("The minister resigned on Thursday.", "Thursday", "2016-12-29", "day"),
    ("The minister resigned on Friday.", "Friday", "2016-12-30", "day"),
    ("The minister resigned early Friday.", "early Friday", "2016-12-30", "day"),
    ("The minister resigned late on Wednesday night.", "late on Wednesday night", "2016-12-28", "day"),
    ("Earlier on Friday, the minister resigned.", "Earlier on Friday", "2016-12-30", "day"),
    ("The minister resigned last Friday.", "last Friday", "2016-12-23", "day"),
    ("The minister will resign on Monday.", "Monday", "2017-01-02", "day"),
    ("The minister is due to resign on Tuesday.", "Tuesday", "2017-01-03", "day"),
    ("The minister plans to travel on Tuesday.", "Tuesday", "2017-01-03", "day"),
    ("The talks resume on Monday.", "Monday", "2017-01-02", "day"),
    ("The minister is leaving on Sunday.", "Sunday", "2017-01-01", "day"),
    ("The council meets next Friday.", "next Friday", "2017-01-06", "day"),
    ("The council met on Tuesday last week.", "Tuesday last week", "2016-12-20", "day"),
    ("The damage from Thursday's storm is large.", "Thursday", "2016-12-29", "day"),
    # relative days, weeks, months, years
    ("The union struck yesterday.", "yesterday", "2016-12-29", "day"),
    ("The union struck today.", "today", "2016-12-30", "day"),
    ("The union meets tonight.", "tonight", "2016-12-30", "day"),
    ("The union will strike tomorrow.", "tomorrow", "2016-12-31", "day"),
    ("The fire broke out last night.", "last night", "2016-12-29", "day"),
    ("The union struck the day before yesterday.", "the day before yesterday", "2016-12-28", "day"),
    ("The union struck last week.", "last week", "2016-W51", "week"),
    ("The union strikes next week.", "next week", "2017-W01", "week"),
    ("The union struck this week.", "this week", "2016-W52", "week"),
    ("The union struck earlier this month.", "earlier this month", "2016-12", "month"),
    ("The union will strike next month.", "next month", "2017-01", "month"),
    ("The union struck last year.", "last year", "2015", "year"),
    ("The bank closed two days ago.", "two days ago", "2016-12-28", "day"),
    ("The bank closed three weeks ago.", "three weeks ago", "2016-W49", "week"),
    ("The bank closed about three years ago.", "about three years ago", None, "year"),
    ("The bank closed several months ago.", "several months ago", None, "unknown"),
    # named days
    ("The ferry sank on New Year's Eve.", "New Year's Eve", "2016-12-31", "day"),
    ("The ferry sank on New Year’s Day.", "New Year’s Day", "2017-01-01", "day"),
    ("The ferry sank on Christmas Eve 2014.", "Christmas Eve 2014", "2014-12-24", "day"),
    ("The ferry sailed before Christmas.", "Christmas", "2016-12-25", "day"),
    # durations
    ("The crew had 72 hours to depart.", "72 hours", "PT72H", "duration"),
    ("The trial lasted two weeks.", "two weeks", "P2W", "duration"),
    ("They observed a 10-minute silence.", "10-minute", "PT10M", "duration"),
    ("She waited half an hour.", "half an hour", "PT30M", "duration"),
    ("She waited two and a half hours.", "two and a half hours", "PT150M", "duration"),
    ("The mine ran for two decades.", "two decades", "P20Y", "duration"),
    ("She spoke for an hour.", "an hour", "PT1H", "duration"),
    # runs, decades, centuries
    ("The fair ran from 2 to 5 September 2015.", "2 to 5 September 2015", "2015-09-02/2015-09-05", "day"),
    ("The fair ran on Sept. 2-5, 2015.", "Sept. 2-5, 2015", "2015-09-02/2015-09-05", "day"),
    ("He governed in 2003-2011.", "2003-2011", "2003/2011", "year"),
    ("They won in 2015-16.", "2015-16", "2015/2016", "year"),
    ("The 1900s were calm.", "The 1900s", None, "decade"),
    ("The port was built in the 19th century.", "the 19th century", "1801/1900", "century"),
    # not guessed
    ("The road was shut overnight.", "overnight", None, "day"),
    ("The same day she left.", "The same day", None, "day"),
    ("He spoke on the eve of the summit.", "the eve of ", None, "unknown"),
    ("The army left last summer.", "last summer", None, "unknown"),
    ("Output fell in the third quarter.", "the third quarter", None, "unknown"),
    ("She left at half past two.", "half past two", None, "hour"),
    ("He met her three or four months ago.", "four months ago", None, "month"),
    ("“We leave today,” she said.", "today", None, "day"),
    ("The deal lapsed at the end of the year.", "the end of the year", None, "year"),
    ("On a dark Sunday she left.", "Sunday", None, "day"),
    ("They meet every Friday.", "Friday", None, "day"),
    # ahead
    ("The deal expires at the end of the year.", "the end of the year", "2016", "year"),
    ("In two weeks the court will rule.", "In two weeks", "2017-W02", "week"),
    ("The ban lifts in five days' time.", "in five days' time", "2017-01-04", "day"),
    ("Two weeks from now the lease ends.", "Two weeks from now", "2017-W02", "week"),
    ("What do you get in February?", "February", "2017-02", "month"),
    # a year beside it
    ("She quit in April last year.", "April last year", "2015-04", "month"),
    ("She quit on 1 April this year.", "1 April this year", "2016-04-01", "day"),
    ("It fell on 12/27/16.", "12/27/16", "2016-12-27", "day"),
    ("She waited an hour and a half.", "an hour and a half", "PT90M", "duration"),
    ("It starts at 9:30 p.m. EST on Saturday.", "9:30 p.m. EST on Saturday", "2017-01-01T02:30:00+00:00", "minute"),
    # times of day, with and without zone
    ("He fled on 30 Dec 2016 at 1:31 pm GMT.", "30 Dec 2016 at 1:31 pm GMT", "2016-12-30T13:31:00+00:00", "minute"),
    ("Dec 30, 2016 06:17 PM EST", "Dec 30, 2016 06:17 PM EST", "2016-12-30T23:17:00+00:00", "minute"),
    ("She spoke at 3 p.m. ET on Dec. 29.", "3 p.m. ET on Dec. 29", "2016-12-29T20:00:00+00:00", "hour"),
    ("It fell at 3 p.m. ET on July 29, 2016.", "3 p.m. ET on July 29, 2016", "2016-07-29T19:00:00+00:00", "hour"),
    ("It fell at 1500 GMT on Wednesday.", "1500 GMT on Wednesday", "2016-12-28T15:00:00+00:00", "minute"),
    ("It fell at noon on Tuesday.", "noon on Tuesday", "2016-12-27T12:00:00", "hour"),
    ("Midnight Moscow time on Thursday passed.",
     "Midnight Moscow time on Thursday", "2016-12-28T21:00:00+00:00", "hour"),
    ("It fell at 12:10 p.m. Sunday, officers said.", "12:10 p.m. Sunday", "2016-12-25T12:10:00", "minute"),
    ("It fell at 12:10 p.m. in a field.", "12:10 p.m.", None, "minute"),
    ("It fell at 4 pm IST on Thursday.", "4 pm IST on Thursday", "2016-12-29T16:00:00", "hour"),
    ("At 2016-12-29T10:30:00+02:00 it fell.", "2016-12-29T10:30:00+02:00", "2016-12-29T08:30:00+00:00", "minute"),
]  # fmt: skip

NO_TIME = [
    "The Sunday Times reported the theft.",
    "Shops were crowded on Black Friday.",
    "Theresa May spoke to reporters.",
    "They may march again.",
    "An 18-year-old student won.",
    "The fund paid $2001 to each of 2016 people.",
    "The team won 3-1 on Route 66.",
    "The flat cost 1,998 crowns.",
    "USA Today printed the letter.",
    "He drove 30 miles.",
    "The Friday Gazette printed the letter.",
    "One day it will end.",
    "It was an overnight success.",
    "It was said in those days.",
]


@pytest.mark.parametrize(
    ("text", "words", "value", "precision"), RESOLVED, ids=[r[0][:44] + "|" + r[1] for r in RESOLVED]
)
def test_a_time_has_its_place_value_and_precision(
    reader: Any, document_of: Any, text: str, words: str, value: str | None, precision: str
) -> None:
    document = document_of(text, FRIDAY)
    moments = find_times(parse(document, reader.nlp))
    assert [(document.words_at(m.span), m.value, m.precision) for m in moments] == [(words, value, precision)]


@pytest.mark.parametrize("text", NO_TIME)
def test_what_only_looks_like_a_time_is_none(reader: Any, document_of: Any, text: str) -> None:
    assert find_times(parse(document_of(text, FRIDAY), reader.nlp)) == ()


@pytest.mark.parametrize(
    "text", ["It fell on Thursday.", "It fell yesterday.", "It fell on 19 October.", "It fell in June."]
)
def test_without_a_time_of_publishing_nothing_relative_is_guessed(reader: Any, document_of: Any, text: str) -> None:
    (moment,) = find_times(parse(document_of(text), reader.nlp))
    assert moment.value is None
    assert moment.precision in {"day", "month"}


def test_a_weekday_that_may_already_be_today_elsewhere_stays_open(reader: Any, document_of: Any) -> None:
    late = datetime(2017, 1, 1, 22, 0, tzinfo=UTC)
    (moment,) = find_times(parse(document_of("The minister resigned on Monday.", late), reader.nlp))
    assert (moment.value, moment.precision) == (None, "day")


def test_one_word_turns_a_weekday_round(reader: Any, document_of: Any) -> None:
    past, future = (
        find_times(parse(document_of(f"The council {verb} on Tuesday.", FRIDAY), reader.nlp))[0].value
        for verb in ("voted", "will vote")
    )
    assert (past, future) == ("2016-12-27", "2017-01-03")


def test_a_present_tense_in_a_headline_tells_the_past(reader: Any) -> None:
    text = "Mayor quits office on Thursday"
    passage = Passage(span=Span(0, len(text)), role=Role.HEADLINE)
    document = Document(id="d", text=text, published_at=FRIDAY, passages=(passage,))
    (moment,) = find_times(parse(document, reader.nlp))
    assert moment.value == "2016-12-29"


def test_offsets_count_in_the_whole_document(reader: Any, document_of: Any) -> None:
    document = document_of("A first paragraph.\n\nThe ferry sank. Crews came on Thursday, at 9.15am.", FRIDAY)
    (moment,) = find_times(parse(document, reader.nlp))
    assert document.words_at(moment.span) == "Thursday, at 9.15am"


@given(st.integers(-(10**7), 10**7), st.integers(0, 6), st.booleans())
def test_a_weekday_is_never_more_than_a_week_away(minutes: int, number: int, ahead: bool) -> None:
    aware = FRIDAY + timedelta(minutes=minutes)
    day = weekday(number, aware, ahead=ahead)
    if day is not None:
        away = (day - aware.date()).days
        assert day.weekday() == number
        assert (0 <= away <= 6) if ahead else (-6 <= away <= 0)


@given(st.text(alphabet="0123456789:.,-/ apmGTZMayJunSundaylastweek'’$%", max_size=60))
def test_no_text_breaks_it_and_places_are_in_order(text: str) -> None:
    found = find(text, FRIDAY, lambda _: False)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


BEYOND = [
    "999999999999 weeks ago",
    "In 99999999999999999999 days it will open",
    "9" * 330 + " days",
    "hundred " * 160 + "days",
    "900000 years ago",
    "in 10000000 months' time",
    "3000000 years",
]


@pytest.mark.parametrize("text", BEYOND)
def test_a_time_beyond_the_calendar_is_found_without_a_value(text: str) -> None:
    (found,) = find(text, FRIDAY, lambda _: True)
    assert found.value is None


@pytest.mark.parametrize(
    "text", ["next Monday", "last Monday", "yesterday", "tomorrow", "last week", "next week", "next decade",
             "Friday next week", "Monday last week", "next month", "last year", "9999-12-31T23:59-05:00",
             "0001-01-01T00:00+05:00", "at 11pm EST on 31 December", "a century ago"]
)  # fmt: skip
@pytest.mark.parametrize("when", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)])
def test_at_the_ends_of_the_calendar_nothing_fails(text: str, when: datetime) -> None:
    for found in find(text, when, lambda _: True):
        assert found.value is None or len(found.value.split("-")[0].split("/")[0]) in {4, len("P1Y")}


def test_a_long_duration_has_no_exponent() -> None:
    assert [f.value for f in find("It ran for 1,234,567 hours.", FRIDAY, lambda _: False)] == ["PT1234567H"]


NUMERALS = st.one_of(
    st.text("0123456789", min_size=1, max_size=400),
    st.lists(st.sampled_from(sorted(NUMBER_WORDS)), min_size=1, max_size=200).map(" ".join),
    st.lists(st.sampled_from([*sorted(NUMBER_WORDS), "7", "1.5", "and", "a", "of"]), max_size=12).map(" ".join),
)


@given(
    NUMERALS, st.sampled_from(["day", "week", "month", "year", "decade", "hour", "century", "minute"]), st.booleans()
)
def test_no_number_however_large_fails_or_is_without_bounds(numeral: str, unit: str, ahead: bool) -> None:
    value = number_of(numeral)
    assert value is None or value < LARGEST
    for text in (f"{numeral} {unit}s ago", f"In {numeral} {unit}s it will open", f"It took {numeral} {unit}s."):
        for found in find(text, FRIDAY, lambda _: ahead):
            assert found.value is None or "inf" not in found.value
    for amount in amounts(f"{numeral} to {numeral} million people"):
        assert all(end is None or end < LARGEST for end in (amount.value, amount.low, amount.high))
