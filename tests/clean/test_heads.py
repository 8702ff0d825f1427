"""Headline, standfirst, byline, publishing time and dateline of plain texts."""

import pytest
from tests.clean.newsroom import FIRST, SECOND, THIRD, cleaned, labels


def test_label_headline_standfirst_name_and_time_are_told_apart():
    """Norvale Post, 3 March 2021: a head of five lines."""
    made = cleaned(
        "Breaking News\n\nHarbour bridge stays closed\n\nMayor waits for the engineers before she decides\n\n"
        f"Ada Moor\nWednesday 3 March 2021 10:15 GMT\n\n{FIRST}\n\n{SECOND}"
    )
    assert made.headline == "Harbour bridge stays closed"
    assert made.bylines == ("Ada Moor",)
    assert made.published_at is not None
    assert made.published_at.isoformat() == "2021-03-03T10:15:00+00:00"
    assert labels(made) == {
        "Breaking News": "(kicker-label)",
        "Harbour bridge stays closed": "headline",
        "Mayor waits for the engineers before she decides": "standfirst",
        "Ada Moor": "byline",
        "Wednesday 3 March 2021 10:15 GMT": "dateline",
        FIRST: "paragraph",
        SECOND: "paragraph",
    }


@pytest.mark.parametrize(
    ("line", "names", "time"),
    [
        ("By Ada Moor and Jon Vance in Norvale", ("Ada Moor", "Jon Vance"), None),
        ("BY ADA MOOR, Harbour Correspondent", ("Ada Moor",), None),
        ("ada moor | | Mar 3, 2021 06:17 PM EST |", ("ada moor",), "2021-03-03T23:17:00+00:00"),
        ("By Ada Moor | Updated March 3, 2021 at 9:05 a.m. ET", ("Ada Moor",), "2021-03-03T14:05:00+00:00"),
        ("Published: 2021-03-03 09:53", (), "2021-03-03T09:53:00+00:00"),
        ("By Associated Press", ("Associated Press",), None),
    ],
)
def test_byline_lines(line, names, time):
    made = cleaned(f"Harbour bridge stays closed\n{line}\n{FIRST}\n{SECOND}\n{THIRD}")
    assert made.bylines == names
    assert (made.published_at.isoformat() if made.published_at else None) == time
    assert line not in [made.words_at(p.span) for p in made.prose()]


def test_a_name_without_a_time_beside_it_is_no_byline():
    made = cleaned(f"Harbour bridge stays closed\n\n{FIRST}\n\nInes Calder\n\n{SECOND}")
    assert made.bylines == ()


def test_a_time_whose_zone_or_clock_is_missing_is_said():
    day = cleaned(f"Harbour bridge stays closed\n3 March 2021\n{FIRST}\n{SECOND}")
    assert [p.code for p in day.problems] == ["published-day-only"]
    zone = cleaned(f"Harbour bridge stays closed\n3 March 2021 10:15\n{FIRST}\n{SECOND}")
    assert [(p.code, p.document) for p in zone.problems] == [("zone-unknown", zone.id)]


def test_a_text_that_begins_with_its_story_has_no_headline():
    made = cleaned(f"{FIRST}\n\n{SECOND}\n\n{THIRD}")
    assert (made.headline, made.headline_span) == (None, None)


def test_a_date_inside_the_story_is_not_the_publishing_time():
    made = cleaned(f"Bridge closed\n\n{FIRST}\n\nIt was opened on 4 May 1998 by Jon Vance, then the mayor.\n\n{SECOND}")
    assert made.published_at is None


@pytest.mark.parametrize(
    ("opening", "named", "outlet"),
    [
        ("NORVALE — ", (), None),
        ("NORVALE, March 3 (Reuters) - ", ("Reuters",), "Reuters"),
        ("West Norvale, Ohio (AP) — ", ("Associated Press",), "Associated Press"),
        ("(CNN) ", ("CNN",), "CNN"),
    ],
)
def test_datelines_are_cut_off_the_first_paragraph(opening, named, outlet):
    made = cleaned(f"Harbour bridge stays closed\n\n{opening}{FIRST}\n\n{SECOND}")
    assert labels(made)[opening.strip()] == "dateline"
    assert labels(made)[FIRST] == "paragraph"
    assert (made.credits, made.outlet) == (named, outlet)


def test_a_bracket_that_names_no_outlet_is_no_dateline():
    made = cleaned(f"Harbour bridge stays closed\n\n(Sic) {FIRST}\n\n{SECOND}")
    assert labels(made)[f"(Sic) {FIRST}"] == "paragraph"


@pytest.mark.parametrize("label", ["HARBOURS", "World", "UK news", "Politics | Ostland", "PORT AND CITY"])
def test_the_section_above_the_headline_is_a_kicker(label):
    made = cleaned(f"{label}\n\nHarbour bridge stays closed after storm\n\n{FIRST}\n\n{SECOND}")
    assert made.headline == "Harbour bridge stays closed after storm"
    assert labels(made)[label] in {"kicker", "(navigation)", "(kicker-label)"}


@pytest.mark.parametrize("headline", ["BRIDGE FALLS", "Flooded", "GOTCHA!"])
def test_a_short_headline_above_the_story_is_no_kicker(headline):
    assert cleaned(f"{headline}\n\n{FIRST}\n\n{SECOND}").headline == headline


def test_the_outlets_own_name_beside_the_time_is_no_part_of_the_story():
    made = cleaned(f"Harbour bridge stays closed\n\nTessel News Agency\nFriday 5 March 2021 14:10 GMT\n\n{FIRST}")
    assert labels(made)["Tessel News Agency"] == "byline"
    assert made.bylines == ()
