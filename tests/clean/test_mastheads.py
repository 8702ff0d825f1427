"""Outlets' names in the head, agencies' datelines, and whom a report credits."""

import pytest
from tests.clean.newsroom import FIRST, SECOND, THIRD, cleaned, labels, prose

from rashomon.clean.mastheads import is_masthead, names_outlet

HEADLINE = "Harbour bridge stays closed after engineers find cracks"


@pytest.mark.parametrize("name", ["City Eye", "Selder Echo", "The Harbour Post", "Times of Norvale", "Reuters"])
@pytest.mark.parametrize("between", ["", "By Ada Moor\n", "6 June 2025\n"])
def test_an_outlets_name_above_the_headline_is_the_outlet(name, between):
    made = cleaned(f"{name}\n{HEADLINE}\n{between}\n{FIRST}\n\n{SECOND}")
    assert (made.outlet, made.headline) == (name, HEADLINE)
    assert labels(made)[name] == "byline"
    assert prose(made) == [FIRST, SECOND]


def test_the_time_may_stand_between_the_outlets_name_and_the_headline():
    made = cleaned(f"Selder Echo\n6 June 2025, 09:00 GMT\n{HEADLINE}\n\n{FIRST}\n\n{SECOND}")
    assert (made.outlet, made.headline) == ("Selder Echo", HEADLINE)
    assert made.published_at is not None
    assert made.published_at.isoformat() == "2025-06-06T09:00:00+00:00"


@pytest.mark.parametrize(
    ("headline", "below"),
    [
        ("Harbour closed", "The east pier stays shut until Monday after a barge struck it"),
        ("Harbour Closed", "The east pier stays shut until Monday after a barge struck it"),
        ("Bridge Falls", "Mayor of Norvale waits for her engineers before she decides"),
        ("Rising Star", "Jon Vance of Norvale rows for the cup at nineteen"),
        ("Minister Meets Press", "Tom Reyes answers for the cracks that his engineers missed"),
        ("Morning Star", "The ferry of that name has gone aground off Norvale in fog"),
        ("Ines Calder", "Mayor of Norvale who kept the harbour open for ten years"),
    ],
)
def test_a_short_headline_above_a_standfirst_stays_the_headline(headline, below):
    made = cleaned(f"{headline}\n{below}\n\n{FIRST}\n\n{SECOND}")
    assert (made.headline, made.outlet) == (headline, None)


def test_a_name_like_no_other_is_an_outlet_where_the_page_gives_it_as_its_owner():
    assert is_masthead("Norvale Beacon", HEADLINE, ["© 2025 Norvale Beacon. All rights reserved."])
    assert not is_masthead("Norvale Beacon", HEADLINE, ["The Norvale Beacon was lit on Monday."])


@pytest.mark.parametrize(
    ("line", "outlet", "time", "names"),
    [
        ("The Harbour Post, 6 June 2025, 09:00 GMT", "The Harbour Post", "2025-06-06T09:00", ()),
        ("Selder Echo | 6 June 2025 | 09:00", "Selder Echo", "2025-06-06T09:00", ()),
        ("Ada Moor | Selder Echo | 6 June 2025", "Selder Echo", "2025-06-06T00:00", ("Ada Moor",)),
        ("Selder Echo\n6 June 2025", "Selder Echo", "2025-06-06T00:00", ()),
        ("Published by Selder Echo on 6 June 2025", "Selder Echo", "2025-06-06T00:00", ()),
        ("Ada Moor, 6 June 2025, 09:00 GMT", None, "2025-06-06T09:00", ("Ada Moor",)),
        ("Norvale, 6 June 2025, 09:00 GMT", None, "2025-06-06T09:00", ()),
    ],
)
def test_the_outlet_beside_the_time(line, outlet, time, names):
    made = cleaned(f"{HEADLINE}\n{line}\n\n{FIRST}\n\n{SECOND}")
    assert (made.headline, made.outlet, made.bylines) == (HEADLINE, outlet, names)
    assert made.published_at is not None
    assert made.published_at.isoformat()[:16] == time
    assert prose(made) == [FIRST, SECOND]


def test_an_outlet_behind_a_writers_name_is_no_writer():
    assert cleaned(f"{HEADLINE}\nBy Ada Moor, Selder Echo\n\n{FIRST}\n\n{SECOND}").bylines == ("Ada Moor",)


@pytest.mark.parametrize(
    ("name", "yes"),
    [("Selder Gazette", True), ("Breaking News", False), ("Gazette", False), ("Mayor Slams Press", False)],
)
def test_names_of_outlets(name, yes):
    assert names_outlet(name) is yes


@pytest.mark.parametrize(
    ("opening", "agency", "time"),
    [
        ("NORVALE, 11 March 2025, 07:30 GMT (Finwire) - ", "Finwire", "2025-03-11T07:30"),
        ("NORVALE, 3 October 2024, 14:50 GMT (KNA) - ", "KNA", "2024-10-03T14:50"),
        ("NORVALE, Oct. 3, 2024 (KNA) -- ", "KNA", "2024-10-03T00:00"),
        ("NORVALE, Thursday, 3 October 2024 (KNA) — ", "KNA", "2024-10-03T00:00"),
        ("Norvale, 3 October 2024 (KNA) - ", "KNA", "2024-10-03T00:00"),
        ("NEW NORVALE, Jan 5 (PTI) - ", "Press Trust of India", None),
        ("NORVALE (AFP) — ", "Agence France-Presse", None),
        ("NORVALE, Oct 3 (KNA): ", "KNA", None),
        ("LYS, Norland (NNA) — ", "NNA", None),
        ("NORVALE – ", None, None),
    ],
)
def test_an_agencys_dateline_gives_time_and_agency(opening, agency, time):
    made = cleaned(f"{HEADLINE}\n\n{opening}{FIRST}\n\n{SECOND}\n\n{THIRD}")
    assert labels(made)[opening.strip()] == "dateline"
    assert prose(made) == [FIRST, SECOND, THIRD]
    assert (made.outlet, made.credits) == (agency, (agency,) if agency else ())
    assert (made.published_at.isoformat()[:16] if made.published_at else None) == time


def test_an_agencys_report_in_a_named_outlet_is_that_outlets_with_a_credit():
    opening = "NORVALE, 3 October 2024, 14:50 GMT (KNA) - "
    made = cleaned(f"Selder Echo\n{HEADLINE}\n4 October 2024, 08:00 GMT\n\n{opening}{FIRST}\n\n{SECOND}")
    assert (made.outlet, made.credits) == ("Selder Echo", ("KNA",))
    assert made.published_at is not None
    assert made.published_at.isoformat() == "2024-10-04T08:00:00+00:00"


def test_a_short_first_sentence_behind_a_dateline_is_told():
    made = cleaned(f"{HEADLINE}\n\nNORVALE, 3 October 2024, 14:50 GMT (KNA) - Norvale floods.\n\n{SECOND}")
    assert prose(made) == ["Norvale floods.", SECOND]


def test_a_day_alone_in_a_dateline_is_said():
    made = cleaned(f"{HEADLINE}\n\nNORVALE, 3 October 2024 (KNA) - {FIRST}\n\n{SECOND}")
    assert [p.code for p in made.problems] == ["published-day-only"]


@pytest.mark.parametrize(("outlet", "named"), [("Selder Echo", ()), ("The Harbour Post", ("Selder Echo",))])
def test_nobody_credits_himself(outlet, named):
    made = cleaned(f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}\n\nSource: Selder Echo", outlet=outlet)
    assert made.credits == named


@pytest.mark.parametrize("opening", ["Norvale, 40 miles (64 km) - ", "Ines Calder (Labour) - "])
def test_other_brackets_are_no_datelines(opening):
    made = cleaned(f"{HEADLINE}\n\n{opening}{FIRST}\n\n{SECOND}")
    assert prose(made)[0] == f"{opening}{FIRST}"


TOWN = "The council of Norvale met on Monday. Delmar lies to the north, and Pia Sun told Commerce Daily that she left."


@pytest.mark.parametrize(
    "name",
    [
        "Valley Courier",
        "Norvale Daily",
        "Delmar Sun",
        "The Coastal Record",
        "The Norvale Sun",
        "Harbour Voice",
        "Selder Morning Post",
        "Northern Echo Wire",
        "Quillon State Radio",
        "Evening Standard-Bearer",
        "Commerce Daily",
        "Norvale Bugle",
        "Agence Selder",
        "Radio Selder",
        "Fishers' Voice",
        "The Selder Register",
    ],
)
@pytest.mark.parametrize("head", ["{}\n6 June 2025", "6 June 2025\n{}", "{}\nBy Ada Moor\n6 June 2025"])
def test_an_outlets_name_on_a_line_of_its_own_below_the_headline(name, head):
    made = cleaned(f"{HEADLINE}\n{head.format(name)}\n\n{FIRST}\n\n{TOWN}")
    assert (made.headline, made.outlet) == (HEADLINE, name)
    assert made.bylines == (("Ada Moor",) if "Ada" in head else ())
    assert prose(made) == [FIRST, TOWN]


@pytest.mark.parametrize("name", ["The Selderan", "The Northern Lantern"])
def test_a_name_with_an_article_is_the_outlet_to_which_somebody_told_it(name):
    told = f"“Nobody was asked,” Tom Reyes told {name} on Monday, and he did not say who should have been."
    assert cleaned(f"{HEADLINE}\n{name}\n6 June 2025\n\n{FIRST}\n\n{told}").outlet == name
    if "Lantern" not in name:
        assert cleaned(f"{HEADLINE}\n{name}\n6 June 2025\n\n{FIRST}\n\n{SECOND}").outlet is None


@pytest.mark.parametrize("name", ["Valley Courier", "The Coastal Record", "Selder Herald-Tribune", "The Norvale Sun"])
def test_without_a_time_the_name_stands_right_above_the_report(name):
    made = cleaned(f"{HEADLINE}\n{name}\n\n{FIRST}\n\n{SECOND}")
    assert (made.headline, made.outlet) == (HEADLINE, name)
    assert prose(made) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "line",
    [
        "Norvale",  # a place
        "Port Selder",
        "Delmar, Quillon",
        "The Hague",
        "Ada Post",  # a writer
        "Pia Sun",
        "Mary Ann Star",
        "By Lena Press",
        "Business",  # a section
        "World News",
        "Local Radio",
        "Book Review",
        "Judicial Review",
        "Track Record",
        "Daily Briefing",
        "Your Voice",
        "Coldest Winter On Record",  # what stands below a headline
        "Mayor Meets Press",
        "Council Answers Guardian",
        "Mayor waits for the world",
        "Independent Review",
    ],
)
def test_other_lines_below_the_headline_name_no_outlet(line):
    for head in ("{}\n6 June 2025", "{}\nBy Ada Moor", "{}"):
        assert cleaned(f"{HEADLINE}\n{head.format(line)}\n\n{FIRST}\n\n{TOWN}").outlet is None, head
