"""However many documents wait, and wherever the work is done, they are placed as one at a time in one process."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from benchmarks.intake import page_of as page_of_input
from hypothesis import given
from hypothesis import strategies as st
from tests.properties.press import examples

from rashomon.archive.placing import Placing
from rashomon.clean import document
from rashomon.core import content_id
from rashomon.core.engine import Fallen, Local
from rashomon.engines.processes import Processes
from rashomon.group import StorySettings
from rashomon.group.blocks import Block
from rashomon.group.counted import Ahead
from rashomon.group.order import stream_order
from rashomon.pipeline import silent
from rashomon.stores import open_store


@pytest.fixture(scope="module")
def reports():
    """Reports with copies, stock phrases and paragraphs printed again."""
    return [document(page_of_input(number)) for number in range(90)]


def taken_in(documents, *, backwards=False):
    """A store that holds documents in the order of their publishing, or the other way round."""
    store = open_store(":memory:")
    with store.writer() as writer:
        for each in sorted(documents, key=stream_order, reverse=backwards):
            writer.add(each, seen_at=each.published_at, made_by="clean.test")
    return store


def kept(store, documents):
    """All that an archive tells of where these documents are and what they share."""
    with store.view() as view:
        placements = [view.placement(each.id).story for each in documents]
        copies = [[(c.made_by, c.copy) for c in view.copies(each.id)] for each in documents]
        return placements, copies, sorted(repr(one.story) for one in view.stories(limit=1000))


def placed(documents, *, together, ahead=4, engine=None, anew=False, backwards=False):
    """The same after so many are placed in one transaction."""
    store = taken_in(documents, backwards=backwards)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rashomon.archive.placing.TOGETHER", together)
        patch.setattr("rashomon.archive.placing.AHEAD", ahead)
        patch.setattr("rashomon.group.elsewhere.ELSEWHERE_FROM", 20)
        patch.setattr("rashomon.group.printed.DOCUMENTS_AT_ONCE", 16)
        patch.setattr("rashomon.group.counted.COUNTED_TOGETHER", 8)
        placing = Placing(store, "group.test", engine=engine)
        assert (placing.group_anew if anew else placing.bring_up_to_date)(silent) == len(documents)
    return kept(store, documents)


@pytest.fixture(scope="module")
def single(reports):
    """What comes of placing one at a time."""
    placements, copies, stories = placed(reports, together=1)
    assert sum(map(len, copies)) > 30
    assert len(stories) > 10
    return placements, copies, stories


@given(together=st.integers(2, 95), ahead=st.integers(1, 5))
@examples(0.1)
def test_however_many_are_placed_at_once_every_row_is_the_same(reports, single, together, ahead):
    assert placed(reports, together=together, ahead=ahead) == single


def test_real_processes_place_every_document_where_one_process_does(reports, single):
    with closing(Processes(workers=2)) as engine:
        asked = Asked(engine)
        for together in (7, 40, 95):
            assert placed(reports, together=together, engine=asked) == single
        assert placed(reports, together=40, engine=asked, anew=True) == single
    assert asked.times > 40


def several(piece):
    """Whether a piece is of several pairs or documents, and can be taken apart."""
    if isinstance(piece, Block):
        return len(piece.lefts) > 1
    documents = piece[0] if isinstance(piece, tuple) else piece
    return len(documents) > 1


class Asked:
    """An engine, and how many pieces it was asked for; one is lost now and then, and none of what is tried alone."""

    def __init__(self, engine, *, loses=lambda number: False):
        self.engine, self.times, self.loses = engine, 0, loses

    def each(self, work, given, *, together, alone=0):
        asked = []

        def noted():
            for each in given:
                asked.append(each)
                self.note(work)
                yield each

        for number, made in enumerate(self.engine.each(work, noted(), together=together, alone=alone)):
            yield Fallen(given=asked[number]) if self.loses(number) and several(asked[number]) else made

    def note(self, work):
        self.times += 1

    def close(self):
        """The engine is closed by whoever made it."""


def test_taken_in_backwards_the_answer_rests_on_the_transactions_and_on_no_engine(reports):
    """The limit: who holds a phrase first is told by when reports were taken in, so transactions stay as they are."""
    one, many = (placed(reports, together=size, backwards=True) for size in (1, 30))
    assert one != many
    for ahead in (1, 2, 5):
        asked = Asked(Local(), loses=lambda number: number % 4 == 3)
        assert placed(reports, together=30, ahead=ahead, engine=asked, backwards=True) == many
        assert asked.times > 0


def test_reports_are_placed_by_when_they_were_published_whatever_their_time_zone(reports):
    """At two in the afternoon in one place it is earlier than at half past twelve in another."""
    at = datetime(2031, 5, 2, 12, 30, tzinfo=UTC)
    late = replace(reports[0], id="late", published_at=at)
    early = replace(reports[0], id="early", address="https://quillon.example/1", outlet="Quillon Courier")
    early = replace(early, published_at=datetime(2031, 5, 2, 14, tzinfo=timezone(timedelta(hours=2))))
    one, both = (placed([late, early], together=size) for size in (1, 2))
    assert one == both
    assert one[0] == [content_id("story", "early")] * 2


def test_what_processes_fall_over_is_placed_all_the_same(reports, single):
    asked = Asked(Local(), loses=lambda number: number % 3 == 1)
    assert placed(reports, together=40, engine=asked) == single


def test_few_that_wait_trouble_no_engine(reports):
    asked = Asked(Local())
    placed(reports[:19], together=40, engine=asked)
    assert asked.times == 0
    placed(reports[:20], together=5, engine=asked)
    assert asked.times > 0


def test_what_a_document_tells_is_found_out_before_the_writer_is_asked(reports, monkeypatch):
    store, writing, seen = taken_in(reports[:30]), [], []

    class Watched(Asked):
        def note(self, work):
            seen.append((work.func.__name__, bool(writing)))

    class Told:
        view = store.view

        @contextmanager
        def writer(self):
            with store.writer() as writer:
                writing.append(1)
                yield writer
                writing.pop()

    monkeypatch.setattr("rashomon.group.elsewhere.ELSEWHERE_FROM", 20)
    monkeypatch.setattr("rashomon.archive.placing.TOGETHER", 8)
    Placing(Told(), "group.test", engine=Watched(Local())).bring_up_to_date(silent)
    assert {within for name, within in seen if name == "counted"} == {False}
    assert {within for name, within in seen if name != "counted"} == {True}


def test_a_text_that_changed_after_it_was_counted_is_counted_again(reports):
    old, new = reports[:2]
    ahead = Ahead([old])
    settings = StorySettings()
    assert ahead.of(old, settings) is not None
    assert ahead.of(replace(new, id=old.id), settings) is None
    assert ahead.of(old, replace(settings, join_at=9.0)) is None
