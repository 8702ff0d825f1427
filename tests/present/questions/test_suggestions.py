"""What somebody may mean who has begun to write."""

import pytest
from tests.present.questions.kept import archive, filled

from rashomon.present.questions.suggestions import MOST, begins, suggestions
from rashomon.stores.memory import MemoryStore


@pytest.fixture(scope="module")
def store():
    return archive()


def suggested(store, begun):
    with store.view() as view:
        return suggestions(view, begun)


@pytest.mark.parametrize(
    ("begun", "party"),
    [("ors", "Ada Orsk"), ("ada", "Ada Orsk"), ("ADA OR", "Ada Orsk"), ("Ådå", "Ada Orsk"), ("tesm", "Tesmark")],
)
def test_parties_by_any_word_of_their_name(store, begun, party):
    assert party in suggested(store, begun).parties


def test_outlets_of_the_archive_stand_before_those_of_the_table(store):
    found = suggested(store, "harrow").outlets
    assert found[0] == "Harrow Courier"
    assert "Reuters" in suggested(store, "reut").outlets


def test_stories_by_words_of_their_title(store):
    assert [each.story for each in suggested(store, "harrow sound br").stories] == ["s1"]
    assert suggested(store, "fennimore").stories == ()  # in the text, not in a title


@pytest.mark.parametrize("begun", ["", "o", " ", "?!", "·status·", "zzz", "ork", "a" * 5000])
def test_too_little_nothing_and_odd_things_suggest_nothing(store, begun):
    found = suggested(store, begun)
    assert (found.parties, found.stories) == ((), ())


def test_a_phrase_in_lower_case_is_no_name():
    store = filled(MemoryStore(), 3)
    with store.view() as view:
        for begun in ("har", "bor", "mar", "sel"):
            assert all(name[0].isupper() for name in suggestions(view, begun).parties)


def test_each_kind_is_bounded_and_each_name_stands_once():
    store = filled(MemoryStore(), 60)
    found = suggested(store, "po")  # every third outlet is a Post
    assert len(found.outlets) == MOST == len(set(found.outlets))
    found = suggested(store, "ma")
    assert 0 < len(found.parties) <= MOST
    assert len(found.parties) == len(set(found.parties))


def test_what_begins_so_stands_first():
    store = filled(MemoryStore(), 60)
    names = suggested(store, "mar").parties
    firsts = [name.lower().startswith("mar") for name in names]
    assert firsts == sorted(firsts, reverse=True)


def test_words_stand_beside_each_other_and_the_last_is_begun():
    assert begins("Ada von Orsk", ["von", "or"])
    assert not begins("Ada von Orsk", ["ada", "or"])
    assert not begins("Ada von Orsk", ["vo", "orsk"])
