"""Like deeds in two towns, or of people of two countries, are two; one place named at two grains is one."""

import pytest
from tests.newsrooms import newsroom

from rashomon.align.whereabouts import named_in, set_apart, shows_names, told_around
from rashomon.core import Document

POST, MAIL, ECHO = "The Harbour Post", "Norholm Mail", "Evening Echo"


def apart(left, right, text=""):
    """Whether two phrases are set apart, in a story with this text."""
    beside = told_around([Document(id="d", text=text)])
    found = [named_in(phrase, beside) for phrase in (left, right)]
    assert set_apart(*found) == set_apart(*reversed(found))
    return set_apart(*found)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("firemen in Orm", "firemen in Vell"),
        ("in Orm", "a blaze in the town of Vell"),
        ("at the Orm bridge", "near the Vell bridge"),
        ("guards of Aldany", "guards of Belmor"),
        ("guards from Aldany", "guards of Belmor"),
        ("in northern Harl", "in southern Tosk"),
        ("in Harl county", "in Tosk county"),
        ("in Norway", "in Chile"),
    ],
)
def test_names_that_say_the_same_of_two_set_them_apart(left, right):
    assert apart(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("firemen in Orm", "firemen"),
        ("firemen in Orm", "the firemen of Orm Fen"),
        ("in Orm", "in Harl county"),
        ("in Orm", "in the province of Harl"),
        ("at the Orm bridge", "in Vell"),
        ("guards of Aldany", "guards in Vell"),
        ("in Orm", "in Norway"),
        ("in Orm", "in March"),
        ("in Orm", "in Parliament"),
        ("in Norway", "from Norwegian towns in Norway"),
        ("of US diplomats", "of American diplomats"),
    ],
)
def test_names_of_two_grains_or_of_two_meanings_do_not(left, right):
    assert not apart(left, right)


@pytest.mark.parametrize(
    "text",
    [
        "A boat sank in Orm, Harl, on Monday.",
        "A boat sank off Orm, a small port in Harl.",
        "A boat sank in Orm, in the north of Harl.",
        "Harl’s port of Orm was shut.",
        "They met in Orm in northern Harl.",
    ],
)
def test_a_town_within_what_the_story_tells_around_it_is_not_set_apart(text):
    assert not apart("in Orm", "in Harl", text)


def test_towns_in_one_county_are_two():
    assert apart("in Orm", "in Vell", "Boats sank in Orm, Harl, and later off Vell, a port in Harl.")


def test_listed_towns_are_none_within_another():
    assert apart("in Orm", "in Vell", "Boats sank in Orm, Vell and Tarm Fen.")


def test_capitals_of_headlines_show_no_names():
    assert not shows_names("Man Hurt in Night Ferry Fire")
    assert shows_names("Man hurt in Vell ferry fire")


@newsroom
def test_like_deeds_in_three_towns_are_three(room, ledger_of):
    """Three fires, told in the same words.

    == The Harbour Post, 2031-05-06 08:00 +02:00 ==
    Fire in Orm

    Firemen in Orm rescued two women from a burning shop on Sunday, a fire officer said.

    == Norholm Mail, 2031-05-06 09:00 +02:00 ==
    Fire in Vell

    Firemen in Vell rescued two women from a burning shop on Sunday, a fire officer said.

    == Evening Echo, 2031-05-06 10:00 +02:00 ==
    Fire in Tarm

    Firemen rescued two women from a burning shop in Tarm on Sunday, a fire officer said.
    """
    ledger = ledger_of(room)
    assert not ledger.together((POST, "rescued two women"), (MAIL, "rescued two women"))
    assert not ledger.together((POST, "rescued two women"), (ECHO, "rescued two women"))
    assert not ledger.together((MAIL, "rescued two women"), (ECHO, "rescued two women"))


@newsroom
def test_a_town_and_its_region_are_one_place(room, ledger_of):
    """One fire; one report names the town, another the county, the third both.

    == The Harbour Post, 2031-05-06 08:00 +02:00 ==
    Fire in Orm

    Firemen in Orm rescued two women from a burning shop on Sunday, a fire officer said.

    == Norholm Mail, 2031-05-06 09:00 +02:00 ==
    Fire in Harl

    Firemen in Harl rescued two women from a burning shop on Sunday, a fire officer said.

    == Evening Echo, 2031-05-06 10:00 +02:00 ==
    Shop burns

    The fire broke out in Orm, a town in northern Harl. Firemen in Harl county rescued two women from a burning shop
    on Sunday.
    """
    ledger = ledger_of(room)
    assert ledger.together((POST, "rescued two women"), (MAIL, "rescued two women"), (ECHO, "rescued two women"))


@newsroom
def test_who_acts_for_two_countries_did_two_deeds(room, ledger_of):
    """The same day and stuff, guards of two countries.

    == The Harbour Post, 2031-05-06 08:00 +02:00 ==
    Tea found

    Guards of Aldany seized 340 kg of tea at the harbour on Tuesday.

    == Norholm Mail, 2031-05-06 09:00 +02:00 ==
    More tea found

    Guards of Belmor seized 34 kg of tea at the harbour on Tuesday.

    == Evening Echo, 2031-05-06 10:00 +02:00 ==
    Tea taken

    Guards of Aldany seized 340 kg of tea at the harbour on Tuesday morning.
    """
    ledger = ledger_of(room)
    assert not ledger.together((POST, "seized 340"), (MAIL, "seized 34"))
    assert ledger.together((POST, "seized 340"), (ECHO, "seized 340"))


@newsroom
def test_exact_counts_that_differ_are_a_conflict_behind_by_too(room, ledger_of):
    """Two numbers of those who signed one letter.

    == The Harbour Post, 2031-05-06 08:00 +02:00 ==
    Doctors write

    Twenty-nine doctors signed the letter against Olga Brenn on Wednesday.

    == Norholm Mail, 2031-05-06 09:00 +02:00 ==
    Letter of doctors

    The letter against Olga Brenn was signed by 26 doctors on Wednesday.
    """
    ledger = ledger_of(room)
    assert ledger.together((POST, "signed the letter"), (MAIL, "was signed"))
    assert ledger.figures(POST, "Twenty-nine").relation == "conflict"
    assert ledger.figures(POST, "Twenty-nine") == ledger.figures(MAIL, "26")


@newsroom
def test_rounded_counts_go_with_the_exact_one(room, ledger_of):
    """About forty, more than forty, and forty-three.

    == The Harbour Post, 2031-05-06 08:00 +02:00 ==
    Doctors write

    About 40 doctors signed the letter against Olga Brenn on Wednesday.

    == Norholm Mail, 2031-05-06 09:00 +02:00 ==
    Letter of doctors

    The letter against Olga Brenn was signed by 43 doctors on Wednesday.

    == Evening Echo, 2031-05-06 10:00 +02:00 ==
    Letter sent

    More than 40 doctors signed the letter against Olga Brenn on Wednesday.
    """
    ledger = ledger_of(room)
    assert ledger.together((POST, "signed the letter"), (MAIL, "was signed"), (ECHO, "signed the letter"))
    assert ledger.figures(MAIL, "43").relation == "compatible"
    assert ledger.figures(MAIL, "43") == ledger.figures(POST, "40") == ledger.figures(ECHO, "40")
