"""What a party said, denied and announced, and where it is told otherwise."""

import pytest
from tests.present.questions.kept import archive

from rashomon.core import Status
from rashomon.present.questions import AskedError
from rashomon.present.questions.one_party import one_party


@pytest.fixture(scope="module")
def store():
    return archive()


def asked(store, name, **more):
    with store.view() as view:
        return one_party(view, name, **more)


def test_what_a_party_said_with_its_report(store):
    said = asked(store, "Ada Orsk").said.results
    assert [(each.speaker, each.telling.outlet, each.telling.words) for each in said] == [
        ("Ada Orsk", "Corvane Agency", "Tesmark expelled four envoys")
    ]


def test_what_it_denied_is_what_reports_have_it_deny(store):
    denied = asked(store, "orsk").denied.claims
    assert [each.claim.id for each in denied] == ["x1"]
    first = denied[0].reports[0]
    assert (first.report.status, first.voice) == (Status.DENIED, "Ada Orsk")  # before who tells it as done
    assert {each.report.status for each in denied[0].reports} == {Status.DENIED, Status.DONE}


def test_who_only_is_told_to_act_denies_nothing(store):
    assert asked(store, "Tesmark").denied.claims == ()


def test_where_it_is_told_otherwise_whoever_it_is_in_the_claim(store):
    assert [each.claim.id for each in asked(store, "Tesmark").otherwise.claims] == ["x1"]
    assert [each.claim.id for each in asked(store, "Ada Orsk").otherwise.claims] == ["x1"]


def test_what_is_announced_has_it_as_who_acts(store):
    found = asked(store, "ministry").announced.claims
    assert all(any(report.report.status is Status.PLANNED for report in each.reports) for each in found)
    assert asked(store, "Orsk").announced.claims == ()


def test_the_names_found_are_told(store):
    assert asked(store, "orsk").called == ("Ada Orsk",)
    assert asked(store, "Tesmark").called == ("Tesmark",)


def test_nobody_of_that_name(store):
    found = asked(store, "Nobody Atall")
    assert not found.found
    assert found.said.results == ()


def test_a_name_without_a_letter_is_refused(store):
    with pytest.raises(AskedError, match="no letter or digit"):
        asked(store, "?!")
