"""Numbers that count nothing, or only some of what is counted."""

import pytest

from rashomon.align.numerals import counts_nothing, part_of_others
from rashomon.core import Document, Figure, Span


def figure(text, number, counted, unit=None):
    """The figure of a text, by its words."""
    at, behind = text.index(number), text.index(counted)
    return Figure(
        span=Span(at, at + len(number)),
        value=1.0,
        unit=unit,
        counts=counted,
        counts_span=Span(behind, behind + len(counted)),
        head=counted.rsplit(" ", 1)[-1],
    )


@pytest.mark.parametrize(
    ("text", "number", "counted", "expected"),
    [
        ("they seized 40 pistols", "40", "pistols", False),
        ("they seized a 12-gauge shotgun", "12", "gauge shotgun", True),
        ("some 1, 500 homes were lost", "500", "homes", True),
        ("a .357 revolver was found", "357", "revolver", True),
        ("two AB-12 pumps failed", "12", "pumps", True),
        ("grade 12 students marched", "12", "students", True),
        ("on Friday 30 people marched", "30", "people", False),
        ("a four-by-four car", "four", "car", True),
        ("a plot of 40 by 60 metres", "60", "metres", True),
        ("a plot of 40 by 60 metres", "40", "metres", True),
        ("by 12 votes", "12", "votes", False),
        ("the letter was signed by 26 doctors", "26", "doctors", False),
        ("the hall was taken by nineteen pupils", "nineteen", "pupils", False),
        ("some 40 by Friday evening", "40", "evening", False),
    ],
)
def test_what_counts_nothing(text, number, counted, expected):
    assert counts_nothing(figure(text, number, counted), Document(id="d", text=text)) is expected


@pytest.mark.parametrize(
    ("text", "number", "counted", "unit", "expected"),
    [
        ("grabbed six of his 11 rebounds", "six", "rebounds", None, True),
        ("grabbed 11 rebounds", "11", "rebounds", None, False),
        ("40 percent to 70 percent of the houses", "40 percent", "houses", "percent", True),
        ("40 percent to 70 percent of the houses", "70 percent", "houses", "percent", True),
        ("70 percent of the houses", "70 percent", "houses", "percent", False),
    ],
)
def test_what_is_part_of_others(text, number, counted, unit, expected):
    assert part_of_others(figure(text, number, counted, unit), Document(id="d", text=text)) is expected
