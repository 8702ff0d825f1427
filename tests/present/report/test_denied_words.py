"""Words that stand in reports as what their speaker denies are not told as his words."""

from __future__ import annotations

import pytest

from rashomon.present.report.sheet import DENIED


@pytest.mark.parametrize(
    ("before", "denied"),
    [
        ("The union's leader, Bo Tarn, denied ", True),
        ("Bo Tarn denied that ", True),
        ("He rejected claims ", True),
        ("Bo Tarn dismissed the reports that ", True),
        ("The firm denied any suggestion that ", True),
        ("Bo Tarn did not deny ", False),
        ("He never denied ", False),
        ("He didn't deny ", False),
        ("He rejected the offer and said ", False),
        ("Bo Tarn, who denied it, said ", False),
    ],
)
def test_what_stands_before_words_says_whether_they_are_denied(before, denied):
    assert (DENIED.search(before) is not None) is denied
