"""A sentence taken apart into what a report must bear."""

import pytest

from rashomon.align.points import points_of
from rashomon.pipeline import claim_document


@pytest.fixture
def points(reader):
    def of(claim):
        document = claim_document(claim)
        return [document.words_at(p.span) for p in points_of(document, reader.read(document))]

    return of


def test_a_verb_that_leads_to_a_deed_is_no_point_of_its_own(points):
    assert points("Edda Orsk proposed that the council should close the lock.") == ["the council should close the lock"]


def test_who_passes_on_what_another_said_is_a_point(points):
    assert len(points("Ida Brenn said that Edda Orsk told the pilots to leave.")) == 2


def test_who_is_left_in_a_state_is_one_point(points):
    assert len(points("The strike has left 2,400 travellers stranded.")) == 1


def test_each_deed_is_a_point(points):
    assert len(points("Norholm dismissed the pilots and closed the lock.")) == 2


def test_words_between_marks_are_one_point_whatever_they_tell(points):
    assert points('Edda Orsk said: "We closed the lock and left."') == ["We closed the lock and left."]


def test_what_is_said_beside_a_deed_is_a_point_too(points):
    assert len(points("Edda Orsk said that she was sorry for what happened.")) == 2


def test_a_noun_is_no_point_beside_a_verb(points):
    assert len(points("The owner appealed against the closure of the lock.")) == 1


def test_nothing_read_gives_no_points(points):
    assert points("Hello") == []
