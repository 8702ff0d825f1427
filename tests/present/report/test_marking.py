"""Marked places nest as elements or are cut into pieces; no word is lost, and each place marks exactly its words."""

import lxml.html
from hypothesis import given
from hypothesis import strategies as st
from tests.present import ferry
from tests.present.report.test_segments import DOCUMENT, TEXT, places

from rashomon.core import Document, Passage, Role, Span
from rashomon.present.report.marking import marked


def name(place):
    return f"d:{place.start}-{place.end}"


def laid(document, cited, **more):
    paragraphs, pieces = marked(document, {place: name(place) for place in cited}, **more)
    html = "".join(f"<p>{paragraph.html}</p>" for paragraph in paragraphs)
    return lxml.html.fragment_fromstring(html, create_parent="div"), pieces


@given(places)
def test_no_word_is_lost_and_no_name_is_given_twice(cited):
    tree, _ = laid(DOCUMENT, cited)
    assert "\n".join(p.text_content() for p in tree) == TEXT
    names = tree.xpath(".//@id")
    assert len(names) == len(set(names))


@given(places)
def test_each_place_marks_exactly_its_words(cited):
    tree, pieces = laid(DOCUMENT, cited)
    for place in set(cited):
        words = place.of(TEXT).replace("\n", "")
        if not words:
            continue
        (own,) = tree.xpath(".//*[@id=$name]", name=name(place))
        if name(place) in pieces:
            class_ = f" {pieces[name(place)]} "
            found = tree.xpath(".//*[contains(concat(' ', @class, ' '), $c)]", c=class_)
            assert "".join(piece.text_content() for piece in found) == words
        else:
            assert own.text_content() == words


def test_what_nests_needs_no_rule_and_what_crosses_does():
    outer, inner, crossing = Span(0, 20), Span(6, 15), Span(10, 24)
    assert laid(DOCUMENT, [outer, inner])[1] == {}
    assert laid(DOCUMENT, [outer, inner, crossing])[1] == {name(crossing): "x1"}
    assert laid(DOCUMENT, [outer, crossing], pieces_before=7)[1] == {name(crossing): "x8"}


def test_a_place_over_two_paragraphs_is_in_pieces_and_begins_once():
    across = Span(6, 60)
    tree, pieces = laid(DOCUMENT, [across])
    assert pieces == {name(across): "x1"}
    assert len(tree.xpath(".//*[@id]")) == 1
    assert len(tree.xpath(".//*[@class='x1']")) == 3


def test_paragraphs_say_what_they_are_and_whether_a_place_is_in_them():
    paragraphs, _ = marked(DOCUMENT, {Span(50, 55): "at"})
    assert [(p.kind, p.holds) for p in paragraphs] == [("paragraph", False), ("aside", False), ("paragraph", True)]


@given(st.text(alphabet="<>&\"'a \u202e\x07", min_size=1, max_size=40))
def test_words_stay_words(words):
    document = Document(id="d", text=words, passages=(Passage(span=Span(0, len(words)), role=Role.PARAGRAPH),))
    tree, _ = laid(document, [Span(0, len(words))])
    assert {element.tag for element in tree.iter()} <= {"div", "p", "span"}
    assert "\u202e" not in tree.text_content()


def test_a_headline_of_its_own_comes_first():
    paragraphs, _ = marked(ferry.DOCUMENTS["echo"], {})
    assert (paragraphs[0].kind, paragraphs[0].html) == ("headline", "Harrow bridge shut “for ever”")
