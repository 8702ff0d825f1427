"""Names of places and parts are the same wherever an account is shown, and safe in an element and an address."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.core import Part, Span
from rashomon.present.report.links import OnThePage, name_of, place_name
from rashomon.present.web.addresses import written


def test_a_place_is_named_by_its_document_and_where_it_stands():
    assert place_name("9ab0", Span(12, 34)) == "9ab0:12-34"
    assert place_name("9ab0", Span(0, 9, Part.HEADLINE)) == "9ab0:headline:0-9"


def test_the_served_page_writes_a_place_in_the_same_way():
    for span in (Span(12, 34), Span(0, 9, Part.HEADLINE)):
        assert place_name("d", span) == f"d:{written(span)}"


@given(st.text(st.characters()), st.text(st.characters()))
def test_a_name_has_no_blank_and_stands_for_one_id_alone(left, right):
    assert not set(name_of(left)) & set(" \t\n\f\r\"'<>:~")
    assert (name_of(left) == name_of(right)) == (left == right)


def test_half_a_character_has_a_name_too():
    assert name_of("\ud800") != name_of("\ud801")


def test_an_id_with_blanks_is_found_by_its_link():
    links = OnThePage(frozenset({"a b"}))
    # a browser looks for the fragment as it is, and then for what it stands for: the id is "a%20b:1-2"
    assert links.words("a b", Span(1, 2), "") == "#a%2520b:1-2"


def test_what_is_not_on_the_page_has_no_link():
    links = OnThePage(frozenset({"here"}), mark="~2")
    assert links.words("there", Span(0, 1), "") is None
    assert links.report("there") is None
    assert (links.words("here", Span(0, 1), ""), links.report("here")) == ("#here:0-1~2", "#report-here~2")
    assert [links.document("here"), links.outlet("x"), links.party("x"), links.compare("a", "b"), links.work()] == [
        None
    ] * 5
