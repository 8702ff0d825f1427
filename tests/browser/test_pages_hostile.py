"""Reports that carry markup, handlers, addresses and endless words are shown as words on every page of an archive."""

import pytest
from tests.browser import layout
from tests.browser.served_pages import PAGES, addresses_in
from tests.browser.test_one_file_hostile import assert_only_words, provoke
from tests.browser.visits import DESKTOP, NARROW, PHONE, what_ran


@pytest.fixture(scope="session")
def places(taken_over):
    return addresses_in(taken_over.service)


@pytest.fixture(params=PAGES)
def place(request, places):
    return places[request.param]


def test_nothing_runs_though_nothing_stops_it_and_the_layout_holds(visit_taken_over, place):
    page = visit_taken_over(place, heeding=False)
    provoke(page)
    assert_only_words(page)
    assert what_ran(page) == []
    layout.assert_holds_at(page, DESKTOP, PHONE, NARROW)


def test_the_policy_of_a_page_has_nothing_to_stop(visit_taken_over, places):
    page = visit_taken_over("/")
    for place in dict.fromkeys(places.values()):
        visit_taken_over.go(page, place)
        assert what_ran(page) == []


def test_the_layout_holds_without_scripts(visit_taken_over, places):
    page = visit_taken_over("/", scripts=False)
    for place in dict.fromkeys(places.values()):
        visit_taken_over.go(page, place)
        layout.assert_holds_at(page, DESKTOP, NARROW)
