"""One report with all that is known of it, and a place in it with the passages around."""

from datetime import timedelta

import pytest
from tests.present import ferry
from tests.present.questions.kept import NOW, archive, document

from rashomon.core import Part, Reading, Span, Story
from rashomon.present.questions import AskedError
from rashomon.present.questions.one_document import AROUND_CHARS, one_document, words_beside
from rashomon.stores.memory import MemoryStore


@pytest.fixture
def view():
    with archive(ferry.account()).view() as opened:
        yield opened


def test_a_report_has_its_story_its_copies_and_its_claims(view):
    found = one_document(view, "echo")
    assert found.document.id == "echo"
    assert found.story.story.id == "s1"
    assert [beside.other_id("echo") for beside in found.copies] == ["courier"]
    assert found.copies[0].other.outlet == "Harrow Courier"
    assert [here.claim.id for here in found.claims] == ["c1", "c3"]
    assert found.claims[0].reports[0].span.part is Part.HEADLINE
    assert found.party("p1") == "Oda Fennimore"
    assert "Oda Fennimore" in found.people()
    assert "Harrow Sound bridge" not in found.people()


def test_a_report_is_named_by_the_beginning_of_its_id(view):
    assert one_document(view, "gaze").document.id == "gazette"
    with pytest.raises(AskedError):
        one_document(view, "nothing")


def test_a_report_alone_has_nothing_else():
    store = MemoryStore()
    with store.writer() as writer:
        writer.add(document("alone", None, "A fish.", NOW), seen_at=NOW, made_by="t")
        writer.settle([Story(id="s", documents=("alone",))], made_by="t")
    with store.view() as view:
        found = one_document(view, "alone")
    assert found.account is None
    assert not found.claims
    assert not found.copies
    assert found.reading is None
    assert found.party("p1") is None


def test_an_earlier_version_has_its_own_words_and_nothing_concluded_of_the_later_one():
    store = archive(ferry.account())
    with store.view() as view:
        line = view.version(view.version_of("sentinel")).line
    with store.writer() as writer:
        first = writer.view.version_of("sentinel")
        later = document("sentinel", "The Sentinel", "The bridge is open.", NOW)
        second = writer.add(later, seen_at=NOW + timedelta(hours=1), made_by="t", line=line).version
        writer.keep_reading(second, Reading(document="sentinel", models=("p",)), made_by="t")
    with store.view() as view:
        old, new = one_document(view, first), one_document(view, "sentinel")
    assert "proposed" in old.document.text
    assert not old.claims
    assert old.current.id == second
    assert new.document.text == "The bridge is open."
    assert new.reading.models == ("p",)
    assert len(old.versions) == len(new.versions) == 2


def test_words_stand_with_the_passages_around_them(view):
    place = ferry.at("gazette", "19 cracks")
    found = words_beside(view, "gazette", place)
    own = ferry.DOCUMENTS["gazette"]
    assert any(passage.span.covers(place) for passage in found.passages)
    assert found.passages == own.passages
    assert not found.before
    assert not found.after


def test_of_a_long_report_only_what_is_near_is_shown():
    text = "\n".join(
        f"Paragraph {number} tells of the weir at Sandrow and of the people there." for number in range(60)
    )
    own = document("long", "Post", text, NOW)
    passages, at = [], 0
    for line in text.split("\n"):
        passages.append(type(own.passages[0])(span=Span(at, at + len(line)), role=own.passages[0].role))
        at += len(line) + 1
    from dataclasses import replace

    store = MemoryStore()
    with store.writer() as writer:
        writer.add(replace(own, passages=tuple(passages)), seen_at=NOW, made_by="t")
    place = Span(text.index("Paragraph 30"), text.index("Paragraph 30") + 12)
    with store.view() as view:
        found = words_beside(view, "long", place)
    assert found.before
    assert found.after
    shown = found.passages[-1].span.end - found.passages[0].span.start
    assert shown <= 2 * AROUND_CHARS + len(place) + 2
    assert any(passage.span.covers(place) for passage in found.passages)


def test_a_place_in_what_is_set_aside_has_its_line(view):
    place = ferry.at("overseas", "Share this story")
    found = words_beside(view, "overseas", place)
    assert len(found.passages) == 1
    assert found.passages[0].span.covers(place)


def test_a_place_in_the_headline(view):
    found = words_beside(view, "echo", ferry.at("echo", "shut", Part.HEADLINE))
    assert found.passages[0].span.part is Part.HEADLINE


@pytest.mark.parametrize("place", [Span(0, 10_000), Span(5, 5), Span(0, 900, Part.HEADLINE)])
def test_a_place_that_is_not_there(view, place):
    with pytest.raises(AskedError, match="no words stand"):
        words_beside(view, "echo", place)


def test_a_text_that_is_not_current_any_more_is_no_copy_beside():
    account = ferry.account()
    store = archive(account)
    with store.view() as view:
        line = view.version(view.version_of("courier")).line
    with store.writer() as writer:
        later = document("courier-2", "Harrow Courier", "The bridge is open.", NOW)
        writer.add(later, seen_at=NOW + timedelta(hours=1), made_by="t", line=line)
    with store.view() as view:
        assert not one_document(view, "echo").copies
