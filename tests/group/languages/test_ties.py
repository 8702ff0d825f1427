"""Which tellings are one story, and what becomes of ties when tellings merge."""

from rashomon.group.languages.tellings import Key
from rashomon.group.languages.ties import Ties

EN, DE, FR, IT = (Key(language, "s") for language in ("", "de", "fr", "it"))


def opened(*keys):
    ties = Ties()
    for key in keys:
        ties.open(key)
    return ties


def test_a_telling_that_is_tied_to_none_is_a_story():
    assert opened(EN).members(EN) == (EN,)


def test_the_story_that_opened_first_keeps_its_id():
    ties = opened(DE, EN, FR)
    ties.tie(EN, FR)
    ties.tie(FR, DE)
    assert ties.first(FR) == ties.first(EN) == DE
    assert ties.members(EN) == (DE, EN, FR)


def test_what_was_tied_to_a_telling_goes_with_it_where_it_merges():
    ties = opened(EN, DE, FR, IT)
    ties.tie(EN, DE)
    ties.tie(FR, IT)
    ties.replace(EN, FR)
    assert set(ties.members(DE)) == {DE, FR, IT}


def test_a_telling_that_merges_and_was_tied_to_another_leaves_it_tied():
    ties = opened(EN, DE, FR)
    ties.tie(EN, DE)
    ties.replace(DE, FR)
    assert ties.members(EN) == (EN, FR)


def test_ties_go_on_from_their_row():
    ties = opened(EN, DE, FR)
    ties.tie(EN, DE)
    again = Ties()
    again.take_up(ties.row())
    again.open(IT)
    assert again.members(DE) == (EN, DE)
    assert again.number(IT) == 3


def test_forgotten_tellings_are_no_stories_any_more():
    ties = opened(EN, DE, FR)
    ties.tie(EN, DE)
    ties.forget(ties.members(EN))
    assert ties.row()["order"] == [["fr", "s", 2]]
    assert not ties.row()["tied"]
