"""Which reports tell of one happening."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.newsrooms import newsroom

from rashomon.core import Document, Part, Passage, Role, Span, content_id
from rashomon.group import Stories, StorySettings, find_copies, find_stories
from rashomon.group.order import stream_order


def together(documents):
    return {frozenset(story.documents) for story in find_stories(documents, find_copies(documents))}


@newsroom
def test_like_happenings_in_two_places_are_two_stories(documents):
    """Two ferries, two harbours, one day.

    == The Harbour Post, 2031-05-02 14:10 Z; id: n1 ==
    Ferry runs aground off Norholm

    The ferry Silver Tern ran aground off Norholm on Friday with 212 passengers aboard. Lifeboats from Norholm took
    everyone ashore, coastguard captain Joren Haske said.

    == Norholm Mail, 2031-05-02 16:00 Z; id: n2 ==
    212 rescued from Silver Tern

    All 212 passengers of the Silver Tern were brought ashore after the ferry struck rocks near Norholm. Captain Joren
    Haske of the coastguard praised the lifeboat crews.

    == The Harbour Post, 2031-05-02 17:00 Z; id: v1 ==
    Ferry runs aground off Vastermund

    The ferry Queen Ada ran aground off Vastermund on Friday with 96 passengers aboard. Tugs pulled her free at dusk,
    harbour master Linnea Quill said.

    == Vastermund Courier, 2031-05-02 18:00 Z; id: v2 ==
    Queen Ada freed by tugs

    Tugs freed the Queen Ada at dusk after the ferry went aground near Vastermund with 96 people on board, according to
    harbour master Linnea Quill.
    """
    assert together(documents) == {frozenset({"n1", "n2"}), frozenset({"v1", "v2"})}


@newsroom
def test_a_deed_and_its_refusal_are_one_story(documents):
    """One outlet says that she will, another that she will not.

    == The Harbour Post, 2031-05-02 14:10 Z ==
    Orlow will close Lantern bridge

    Transport Minister Tessa Orlow will close the Lantern bridge in Norholm to lorries after a barge struck its pier.

    == Norholm Mail, 2031-05-02 16:00 Z ==
    Orlow will not close Lantern bridge

    Transport Minister Tessa Orlow will not close the Lantern bridge in Norholm to lorries, her office said, after a
    barge struck its pier.
    """
    assert len(together(documents)) == 1


@newsroom
def test_the_same_kind_of_happening_next_year_is_another_story(documents):
    """A flood in one town, and 568 days later another under an alike headline.

    == The Harbour Post, 2031-05-02 14:10 Z; id: a1 ==
    Norholm floods as Ferrin breaks its banks

    The Ferrin burst its banks in Norholm on Friday and drowned the fish market. Mayor Ansel Greeve asked the army for
    pumps. Some 40 families slept in the school.

    == Norholm Mail, 2031-05-02 16:00 Z; id: a2 ==
    Fish market under water

    Norholm's fish market lay under water after the Ferrin burst its banks. Mayor Ansel Greeve called for army pumps
    while 40 families moved into the school.

    == The Harbour Post, 2032-11-20 09:00 Z; id: b1 ==
    Norholm floods as Ferrin breaks its banks again

    The Ferrin burst its banks in Norholm on Thursday, for the second time in two years. Governor Ilse Tamm ordered
    the evacuation of the lower town, 1,300 people, to barracks in the hills.
    """
    assert together(documents) == {frozenset({"a1", "a2"}), frozenset({"b1"})}


@newsroom
def test_a_decision_says_which_signals_made_it_and_who_came_second(documents):
    """Explain names the signals.

    == The Harbour Post, 2031-05-02 14:10 Z; id: a ==
    Orlow closes Lantern bridge

    Transport Minister Tessa Orlow closed the Lantern bridge in Norholm on Friday.

    == Vastermund Courier, 2031-05-02 15:00 Z; id: b ==
    Cup final postponed

    Vastermund Rovers asked the league on Friday to put off the final against Norholm Town.

    == Norholm Mail, 2031-05-02 16:00 Z; id: c ==
    Lantern bridge shut

    Norholm's Lantern bridge was closed by Transport Minister Tessa Orlow.
    """
    stream = Stories()
    for document in sorted(documents, key=stream_order):
        stream.add(document)
    decision = stream.explain("c")
    assert decision.story == stream.explain("a").story == content_id("story", "a")
    assert not decision.opened
    assert {s.name for s in decision.signals} >= {"words", "names", "days between"}
    assert decision.score == pytest.approx(sum(s.adds for s in decision.signals))
    assert stream.explain("a").opened
    assert stream.explain("a").score is None
    with pytest.raises(KeyError):
        stream.explain("never added")


def test_a_document_is_decided_without_what_comes_later():
    rows = [
        report(i, place, hour=i) for i, place in enumerate(["Norholm", "Vastermund", "Norholm", "Ferrin", "Norholm"])
    ]
    whole = Stories()
    answers = [whole.add(r) for r in rows]
    for stop in range(1, len(rows)):
        partly = Stories()
        assert [partly.add(r) for r in rows[:stop]] == answers[:stop]
    assert whole.add(rows[0]) == answers[0], "a document seen before keeps its story"


@newsroom
def test_undated_reports_find_stories_of_any_age(documents):
    """An old story, a new one, and a clipping of the old one without a date, which is taken last.

    == The Harbour Post, 2021-05-02 14:10 Z; id: old ==
    Orlow closes Lantern bridge

    Transport Minister Tessa Orlow closed the Lantern bridge in Norholm after a barge struck its pier.

    == Vastermund Courier, 2031-05-02 15:00 Z; id: new ==
    Cup final postponed

    Vastermund Rovers asked the league to put off the final against Ferrin Town.

    == Norholm Mail; id: clipping ==
    Lantern bridge shut

    Norholm's Lantern bridge was closed by Transport Minister Tessa Orlow because a barge had struck a pier.
    """
    assert together(documents) == {frozenset({"old", "clipping"}), frozenset({"new"})}


@newsroom
def test_a_day_of_its_own_speaks_for_another_happening(documents):
    """Three weeks later: one report looks back, the other has news of its own day about the same people.

    == The Harbour Post, 2031-05-02 14:10 Z; id: first ==
    Halberd recalls 180,000 Strada cars

    Halberd recalled 180,000 Strada cars on Friday because their brake hoses leak, engineer Ansel Greeve said.

    == Norholm Mail, 2031-05-23 16:00 Z; id: back ==
    Why Halberd recalled the Strada

    Halberd's recall of 180,000 Strada cars, whose brake hoses leaked, cost engineer Ansel Greeve his place.

    == Norholm Mail, 2031-05-23 16:00 Z; id: again ==
    Halberd recalls the Tarn van

    Halberd recalled 95,000 Tarn vans on Thursday because their doors open by themselves, engineer Ansel Greeve said.
    """
    first, back, again = sorted(documents, key=lambda document: ["first", "back", "again"].index(document.id))
    days = {}
    for late in (back, again):
        stream = Stories()
        stream.add(first)
        stream.add(late)
        (days[late.id],) = (s for s in stream.explain(late.id).signals if s.name.startswith("days between"))
    assert days["again"].name == "days between, on a day of its own"
    assert days["again"].adds < days["back"].adds < 0


def test_a_story_at_rest_takes_no_more_documents():
    stream = Stories()
    first = stream.add(report(0, "Norholm", hour=0))
    assert stream.add(report(1, "Norholm", hour=1)) == first
    assert stream.add(report(2, "Norholm", hour=24 * 1500)) != first


def test_a_stream_taken_up_again_goes_on_as_if_never_stopped():
    rows = [
        report(i, place, hour=i) for i, place in enumerate(["Norholm", "Vastermund", "Norholm", "Ferrin", "Norholm"])
    ]
    whole = Stories()
    for row in rows:
        whole.add(row)
    for stop in range(len(rows)):
        first = Stories()
        for row in rows[:stop]:
            first.add(row)
        taken_up = Stories.restore(first.save())
        for row in rows:
            taken_up.add(row)
        assert taken_up.stories() == whole.stories()
        assert taken_up.save() == whole.save()


def test_a_released_story_is_forgotten_and_the_others_stay():
    stream = Stories()
    first = stream.add(report(0, "Norholm", hour=0))
    second = stream.add(report(1, "Vastermund", hour=24 * 1500))
    assert stream.release() == (), "one date may be false"
    stream.add(report(2, "Vastermund", hour=24 * 1500 + 1))
    assert [story.id for story in stream.release()] == [first]
    assert [story.id for story in stream.stories()] == [second]
    assert stream.release() == ()
    with pytest.raises(KeyError):
        stream.explain("Norholm-0")


def test_live_stories_are_bounded_without_dates_too():
    stream = Stories(StorySettings(live_stories=3))
    for number in range(12):
        stream.add(Document(id=f"blank-{number}", text=""))
    assert len(stream.release()) == 9


def test_two_beginnings_of_one_story_join_late():
    rows = [*(report(i, "Norholm", hour=i) for i in range(3)), Document(id="other", text="")]
    strict = Stories(StorySettings(join_at=50.0))
    for row in rows:
        strict.add(row)
    assert len(strict.stories()) == 4
    late = Stories.restore(strict.save())
    late.settle()
    assert {frozenset(s.documents) for s in late.stories()} == {frozenset(r.id for r in rows[:3]), frozenset({"other"})}
    moved = [document for change in late.changes if change.kind == "joined" for document in change.documents]
    assert len(moved) == 2, "each that moved says whence; the story joined stays"


def test_what_group_tells_of_early_documents_is_the_same_whatever_follows():
    rows = [report(i, place, hour=i) for i, place in enumerate(["Norholm", "Vastermund", "Norholm", "Ferrin"] * 3)]
    whole = Stories(copies=find_copies(rows)).feed(rows)
    for stop in range(1, len(rows)):
        partly = Stories(copies=find_copies(rows[:stop])).feed(rows[:stop])
        assert partly == {key: whole[key] for key in partly}


def test_documents_without_words_stand_alone():
    nothing = Document(id="nothing", text="")
    blank = Document(id="blank", text="\n\n")
    assert len(find_stories([nothing, blank, report(0, "Norholm", hour=0)])) == 3
    assert find_stories([]) == ()


PLACES = ("Norholm", "Vastermund", "Ferrin", "Ostrand")


def report(number, place, *, hour=None):
    headline = f"Ferry aground off {place}"
    text = f"A ferry ran aground off {place} on Friday, the {place} coastguard said. Report {number} tells of tugs."
    return Document(
        id=f"{place}-{number}",
        text=text,
        headline=headline,
        headline_span=Span(0, len(headline), Part.HEADLINE),
        published_at=None if hour is None else datetime(2031, 5, 2, tzinfo=UTC) + timedelta(hours=hour),
        passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),),
    )


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(PLACES), st.none() | st.integers(0, 48)), min_size=1, max_size=8),
    st.data(),
)
def test_the_order_of_input_changes_nothing(rows, data):
    documents = [report(i, place, hour=hour) for i, (place, hour) in enumerate(rows)]
    shuffled = data.draw(st.permutations(documents))
    assert find_stories(documents) == find_stories(shuffled)
    assert sorted(d for s in find_stories(documents) for d in s.documents) == sorted(d.id for d in documents)
