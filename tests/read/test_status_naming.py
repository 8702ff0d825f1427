"""To call something an act of war names it; to call for an act asks for it; to call a vote sets it."""

from __future__ import annotations

import pytest

from rashomon.core.predicates import predicate_class


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The minister called the closure an act of war.", "done"),
        ("The minister called the closure of the bridge illegal.", "done"),
        ("The closure was called an act of war by the minister.", "done"),
        ("Sand calls closure an act of war", "done"),
        ("Guild calls closure a disgrace", "done"),
        ("Guild calls closure of mill a fraud", "done"),
        ("Envoy calls closure ‘act of war’", "done"),
        ("The minister called for the closure of the bridge.", "proposed"),
        ("Guild calls for closure of bridge", "proposed"),
        ("Calls for the closure of the bridge grew.", "proposed"),
    ],
)
def test_what_is_named_is_not_asked_for(status_of, text, status):
    assert status_of(text, "closure") == status


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The minister called the closure an act of war.", "call"),
        ("Mayor Ruth Anders has called the bill “a cruel joke”.", "call"),
        ("The union called a strike for Monday.", "call"),
        ("The minister called for the closure of the bridge.", "call for"),
        ("The minister again called strongly for the closure of the bridge.", "call for"),
        ("The guild has called for the minister to resign.", "call for"),
        ("The minister called on Monday for the mill to be closed.", "call for"),
        ("The minister called on Monday.", "call"),
        ("The minister called on Bree to close the bridge.", "call on"),
        ("The minister called upon Bree to close the bridge.", "call upon"),
        ("The mayor called the strike off.", "call off"),
    ],
)
def test_the_word_behind_a_call_says_which_it_is(event_of, text, lemma):
    assert event_of(text, "called").predicate.lemma == lemma


def test_only_a_call_for_something_is_a_request():
    assert predicate_class("call for") == predicate_class("call on") == predicate_class("call upon") == "request"
    assert predicate_class("call", "noun") == "request"
    assert predicate_class("call") != "request"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The minister called the closing of the bridge a disgrace.", "the closing of the bridge"),
        ("Sand calls closure an act of war", "closure"),
        ("Mayor calls strike a disgrace", "strike"),
    ],
)
def test_what_it_is_called_is_no_part_of_what_is_called_so(reader, document_of, text, target):
    headline = text.startswith("")
    document = document_of(text.removeprefix(""))
    (event,) = [e for e in reader.read(document).events if e.predicate.lemma == "call"]
    assert headline or event.target is not None
    assert document.words_at(event.target.span) == target
