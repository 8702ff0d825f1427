"""Documents on disk give the same copies and stories as those in memory, one after another."""

import pickle
import random
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from benchmarks.press import Press, reports
from hypothesis import given
from hypothesis import strategies as st

from rashomon.core import CopyKind, Document, RashomonError
from rashomon.engines.processes import Processes
from rashomon.group import Shelf, Stories, StorySettings, each_copy, each_story, find_copies, find_stories
from rashomon.group.heads import head_of
from rashomon.group.met import Met
from rashomon.group.order import in_order
from rashomon.group.spooled import Spooled, let_go

STATUS = Path("/proc/self/status")


@pytest.fixture(scope="module")
def news():
    """Some hundred invented reports of one day, many of them copies, and one that came twice."""
    made = [report.document for report in islice(reports(Press(documents=160, seed=5, a_day=160)), 160)]
    return [*made, made[7]]


def test_a_shelf_holds_each_document_once_in_the_order_of_publishing(news):
    mixed = random.Random(3).sample(news, len(news))
    shelf = Shelf(iter(mixed))
    wanted = list(in_order(news).values())
    assert list(shelf) == wanted
    assert len(shelf) == len(news) - 1
    assert shelf[3] == wanted[3]
    assert shelf[-1] == wanted[-1]
    assert shelf[2:9:3] == wanted[2:9:3]
    assert [shelf.head(number) for number in range(len(shelf))] == [head_of(document) for document in wanted]
    with pytest.raises(IndexError):
        shelf[len(news)]


def test_an_empty_shelf_has_no_copies_and_no_stories():
    shelf = Shelf(())
    assert not list(shelf)
    assert not find_copies(shelf)
    assert not list(each_copy(shelf))
    assert not list(each_story(shelf))


def test_a_shelf_is_no_longer_than_what_it_holds(news):
    """What `pickle` makes of it is packed."""
    shelf = Shelf(news)
    assert shelf._file.seek(0, 2) < 0.6 * sum(len(pickle.dumps(document)) for document in news)


def test_copies_come_by_the_later_document(news):
    shelf = Shelf(news)
    told = list(each_copy(shelf))
    places = {document.id: number for number, document in enumerate(shelf)}
    by_place = [sorted((places[copy.origin], places[copy.copy]), reverse=True) for copy in told]
    assert len(told) > 20
    assert by_place == sorted(by_place)
    assert sorted(told, key=repr) == sorted(find_copies(news), key=repr)
    assert find_copies(shelf) == find_copies(news)


def test_copies_do_not_change_with_the_size_of_what_is_compared_together(news, monkeypatch):
    told = list(each_copy(news))
    monkeypatch.setattr("rashomon.group.blocks.PAIRS_TOGETHER", 3)
    monkeypatch.setattr("rashomon.group.candidates.EVENTS_AT_ONCE", 50)
    monkeypatch.setattr("rashomon.group.candidates.PRINTS_AT_ONCE", 700)
    monkeypatch.setattr("rashomon.group.candidates.HELD_AT_ONCE", 400)
    monkeypatch.setattr("rashomon.group.candidates.LOOKED_THROUGH", 501)
    monkeypatch.setattr("rashomon.group.spooled.MOST_BYTES", 1000)
    assert list(each_copy(news)) == told


@pytest.mark.parametrize("live", [4, 50_000])
def test_stories_that_rest_are_handed_over_and_the_same(news, live, monkeypatch):
    monkeypatch.setattr("rashomon.group.finding.RESTING", 1)
    settings = StorySettings(live_stories=live)
    shelf = Shelf(news)
    told = list(each_story(shelf, each_copy(shelf), settings=settings))
    wanted = find_stories(news, find_copies(news), settings=settings)
    assert sorted(told, key=repr) == sorted(wanted, key=repr)
    assert max(len(story.documents) for story in told) > 1


def test_of_documents_whose_stories_were_handed_over_no_copies_are_remembered(news, monkeypatch):
    """However long the stream is: a later copy of such a document says nothing of any story that lives."""
    streams = []

    class Remembered(Stories):
        def __init__(self, *given, **more):
            super().__init__(*given, **more)
            streams.append(self)

    monkeypatch.setattr("rashomon.group.finding.RESTING", 1)
    monkeypatch.setattr("rashomon.group.finding.Stories", Remembered)
    shelf = Shelf(news)
    assert list(each_story(shelf, each_copy(shelf), settings=StorySettings(live_stories=4)))
    (stream,) = streams
    assert 0 < len(stream._state.story_of) < len(shelf)
    assert set(stream._judge._copied) <= set(stream._state.story_of)


def test_of_one_id_and_one_time_the_document_that_came_first_is_kept():
    """The order of what ties is that in which it came, on disk as in memory."""
    made = [Document(id=name, text=text, passages=()) for name, text in (("b", "one"), ("a", "two"), ("b", "three"))]
    assert [document.text for document in Shelf(made)] == ["two", "one"]
    assert list(Shelf(made)) == list(in_order(made).values())
    assert [document.text for document in Shelf(made[::-1])] == ["two", "three"]


@pytest.mark.parametrize("taken", [1, 3])
def test_what_is_left_half_way_ends_the_processes_and_begins_anew(news, monkeypatch, taken):
    monkeypatch.setattr("rashomon.group.elsewhere.ELSEWHERE_FROM", 1)
    monkeypatch.setattr("rashomon.group.blocks.PAIRS_TOGETHER", 3)
    monkeypatch.setattr("rashomon.group.counted.COUNTED_TOGETHER", 8)
    monkeypatch.setattr("rashomon.group.finding.RESTING", 1)
    wanted = list(each_copy(news))
    few = StorySettings(live_stories=4)
    with closing(Processes(workers=2)) as engine:
        copies = each_copy(Shelf(news), engine=engine)
        assert list(islice(copies, taken)) == wanted[:taken]
        assert engine.pids
        copies.close()
        assert not engine.pids
        stories = each_story(Shelf(news), wanted, settings=few, engine=engine)
        first = list(islice(stories, taken))
        assert engine.pids
        del stories
        assert not engine.pids
        assert list(each_copy(news, engine=engine)) == wanted
        again = list(each_story(news, wanted, settings=few, engine=engine))
        assert again[:taken] == first
        assert again == list(each_story(news, wanted, settings=few))


def test_copies_out_of_turn_are_not_lost_in_silence(news):
    copies = list(each_copy(news))
    with pytest.raises(RashomonError, match="out of turn"):
        list(each_story(news, [copies[-1], copies[0]]))


@pytest.mark.parametrize("resting", [0, 10_000])
def test_a_copy_waits_for_its_later_document_whatever_was_handed_over(news, resting, monkeypatch):
    """It is the next of the copies already when its earlier document comes."""
    monkeypatch.setattr("rashomon.group.finding.RESTING", resting)
    settings, made = StorySettings(live_stories=4), list(in_order(news).values())
    one, other = made[-2:]
    whole = replace(
        next(each_copy(news)), origin=one.id, copy=other.id, kind=CopyKind.VERBATIM, share_without_quotations=1.0
    )
    told = list(each_story(made, [whole], settings=settings))
    assert sorted(told, key=repr) == sorted(find_stories(made, [whole], settings=settings), key=repr)
    assert any({one.id, other.id} <= set(story.documents) for story in told)


@pytest.mark.parametrize("resting", [0, 10_000])
def test_a_copy_that_comes_too_early_is_refused_whatever_was_handed_over(news, resting, monkeypatch):
    monkeypatch.setattr("rashomon.group.finding.RESTING", resting)
    turn = {name: number for number, name in enumerate(in_order(news))}
    by_earlier = sorted(each_copy(news), key=lambda copy: sorted((turn[copy.origin], turn[copy.copy])))
    with pytest.raises(RashomonError, match="came out of turn"):
        list(each_story(news, by_earlier, settings=StorySettings(live_stories=4)))


@given(st.lists(st.lists(st.integers(min_value=0, max_value=12), unique=True, max_size=5), max_size=40))
def test_numbers_are_counted_in_columns_as_in_a_dictionary(batches):
    """With so few in the dictionary each batch is put away."""
    met, times = Met(), dict.fromkeys(range(13), 0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rashomon.group.met.LATEST", 3)
        for batch in batches:
            assert met.times(batch) == [times[number] for number in batch]
            met.meet(batch)
            for number in batch:
                times[number] += 1
    assert met.times(range(13)) == list(times.values())


def test_more_than_can_be_counted_stays_the_most():
    met = Met()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rashomon.group.met.LATEST", 1)
        for _ in range(300):
            met.meet([2**64 - 1])
    assert met.times([2**64 - 1, 0]) == [255, 0]


@pytest.mark.parametrize("most", [0, 10, 1 << 20])
def test_a_column_is_the_same_on_disk_and_after_it_was_let_go(most, monkeypatch):
    monkeypatch.setattr("rashomon.group.spooled.MOST_BYTES", most)
    column = Spooled("i4")
    for first in range(0, 9000, 3000):
        column.append(np.arange(first, first + 3000))
    assert len(column) == 9000
    whole = column.whole()
    let_go([whole])
    assert whole.tolist() == list(range(9000))


@pytest.mark.skipif(not STATUS.exists(), reason="only Linux tells how much of its files a process has in memory")
def test_what_is_let_go_leaves_memory(monkeypatch):
    def of_files() -> int:
        return next(int(line.split()[1]) for line in STATUS.read_text().splitlines() if line.startswith("RssFile"))

    monkeypatch.setattr("rashomon.group.spooled.MOST_BYTES", 0)
    column = Spooled("i8")
    column.append(np.ones(1 << 22))
    whole = column.whole()
    least = 20_000  # kilobytes of 32,768: each processor counts for itself, and tells the others in lumps
    before = of_files()
    assert whole.sum() == 1 << 22
    looked_at = of_files()
    assert looked_at - before > least
    let_go([whole])
    assert looked_at - of_files() > least
    assert whole.sum() == 1 << 22


def test_more_words_than_numbers_of_32_bits_are_refused(news, monkeypatch):
    monkeypatch.setattr("rashomon.group.gathered.MOST_WORDS", 1000)
    with pytest.raises(RashomonError, match="1,000 words"):
        find_copies(news)
