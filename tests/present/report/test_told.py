"""Times in words."""

import pytest

from rashomon.present.report.told import told_when


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2031", "2031"),
        ("2031-05", "May 2031"),
        ("2031-05-02", "2 May 2031"),
        ("2031-W19", "the week of 5 May 2031"),
        ("1990/1999", "between 1990 and 1999"),
        ("2031-05-02/2031-05-04", "between 2 May 2031 and 4 May 2031"),
        ("2031-05-02T14:10:00+00:00", "2 May 2031, 14:10 UTC"),
        ("2031-05-02T14:10:00", "2 May 2031, 14:10"),
        ("2031-13-40", "2031-13-40"),
        ("spring", "spring"),
    ],
)
def test_a_time_is_told_to_its_precision(when, words):
    assert told_when(when) == words
