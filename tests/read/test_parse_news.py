"""Arcs that parsers get wrong in news, seen in what is then read: who acts, when, and of whose doing it tells."""

from __future__ import annotations

import pytest


@pytest.fixture
def headline_events(reader, headed):
    """Read a headline over a report: its own events by lemma."""

    def read(words):
        document = headed(words)
        span = document.headline_span
        return {e.predicate.lemma: e for e in reader.read(document).events if span.covers(e.predicate.span)}

    return read


@pytest.fixture
def headed():
    """Make a report of one sentence under a headline."""
    from rashomon.core import Document, Passage, Role, Span, content_id

    def make(headline):
        text = f"{headline}\nNo more was known by noon."
        head, body = Span(0, len(headline)), Span(len(headline) + 1, len(text))
        return Document(
            id=content_id("document", text),
            text=text,
            headline=headline,
            headline_span=head,
            passages=(Passage(span=head, role=Role.HEADLINE), Passage(span=body, role=Role.PARAGRAPH)),
        )

    return make


@pytest.mark.parametrize(
    ("headline", "lemma", "status", "actor"),
    [
        ("Council to close Ashmill school", "close", "planned", "Council"),
        ("Airlines to cut 300 jobs", "cut", "planned", "Airlines"),
        ("Kesh likely to leave pact", "leave", "possible", "Kesh"),
        ("Minister quits over harbour leak", "quit", "done", "Minister"),
        ("Keep off the ice, coastguard tells skaters", "keep off", "proposed", None),
        ("Don't drink the water, Tal residents told", "drink", "refused", None),
        ("Bank denies hiding losses", "hide", "denied", "Bank"),
        ("Wolf 'killed' by Tresk hunters", "kill", "alleged", "Tresk hunters"),
        ("Rail strike called off", "strike", "denied", None),
        ("Ashmill school closure delayed", "closure", "planned", None),
        ("Firm fined £2m for dumping waste", "dump", "done", "Firm"),
    ],
)
def test_what_a_headline_tells(headline_events, headline, lemma, status, actor):
    event = headline_events(headline)[lemma]
    assert (str(event.status), event.actor.name if event.actor else None) == (status, actor)


def test_a_headline_infinitive_after_a_noun_of_planning_is_no_act_of_the_plan(headline_events):
    assert headline_events("Plan to close Ashmill school")["close"].actor is None


def test_costs_that_rise_are_not_what_is_denied(events_in):
    assert "rise" not in events_in("The bank denies rising costs.")


def test_a_day_before_the_clause_is_that_of_the_saying(reader, document_of):
    document = document_of("The ministry said on Monday it would reopen the bridge on Friday.")
    (event,) = [e for e in reader.read(document).events if e.predicate.lemma == "reopen"]
    assert document.words_at(event.time) == "Friday"


def test_a_day_behind_that_stays_with_its_clause(reader, document_of):
    document = document_of("The ministry said that on Monday the bridge would reopen.")
    (event,) = [e for e in reader.read(document).events if e.predicate.lemma == "reopen"]
    assert document.words_at(event.time) == "Monday"


def test_who_is_accused_keeps_their_own_name(events_in):
    events = events_in("The council accused the firm of dumping waste in 2019.")
    assert events["accuse"].target.name == "the firm"
    assert events["dump"].actor.name == "the firm"


def test_what_two_signed_is_the_target_however_it_is_told(events_in):
    for text in ("The treaty was signed by Vell and Orlec.", "Vell and Orlec signed the treaty."):
        assert events_in(text)["sign"].target.name.lower() == "the treaty"


def test_what_two_states_sign_is_between_them(events_in):
    event = events_in("Norway and Chile signed the treaty.")["sign"]
    assert (event.actor.name, event.target.name) == ("Norway", "Chile")
    assert [how for how, _ in event.others] == ["object"]


def test_nobody_is_the_target_of_their_own_denial(events_in):
    assert events_in("The minister denied that he had left.")["deny"].target is None


def test_nothing_speaks(events_in):
    event = events_in("Nothing suggests that the guard opened the gate.")["open"]
    assert event.voice is None
