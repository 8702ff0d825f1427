"""The calendar's words."""

import calendar

import pytest

from rashomon.core.calendar import MONTHS


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_has_its_name_and_its_short_form(number):
    assert MONTHS[calendar.month_name[number].lower()] == number
    assert MONTHS[calendar.month_abbr[number].lower()] == number


def test_no_name_has_a_capital():
    assert all(name == name.lower() for name in MONTHS)
