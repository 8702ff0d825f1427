"""Copies and stories are the same wherever the work is done, however it is dealt out and in whatever order it ends."""

import pickle
import random
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.core import Document, Passage, Role, Span
from rashomon.core.engine import Fallen, Local
from rashomon.engines.processes import Processes
from rashomon.group import Stories, StorySettings, find_copies, find_stories
from rashomon.group.apart import NotGroupedError, done_apart
from rashomon.group.background import Background
from rashomon.group.blocks import Block
from rashomon.group.elsewhere import Chosen

PLACES = ("Orlow", "Tessin", "Norholm", "Varga", "Lindesk", "Marrow")
SENTENCES = (
    "The ferry of {0} ran aground on the sandbank before dawn and forty passengers climbed into the lifeboats",
    "“We heard the hull break and nobody told us where to go,” said {0}, a teacher who had sat on the lower deck",
    "Engineers found rust in the third cable of the bridge at {0}, which had been painted only in the spring",
    "The harbour master of {0} refused to say why both tugs had been sent away on the evening before",
    "A judge in {0} ordered the ledgers of the fishing company to be opened after 17 years",
    "Sign up for the morning letter of our desk in {0}, which comes before the first boat leaves the quay",
    "Hauliers fear a detour of 40 kilometres along the river now that {0} has closed the northern road",
)


@pytest.fixture(autouse=True)
def _few_are_enough(monkeypatch):
    monkeypatch.setattr("rashomon.group.elsewhere.ELSEWHERE_FROM", 2)


REPORTS = st.lists(
    st.tuples(
        st.lists(st.tuples(st.sampled_from(range(len(SENTENCES))), st.sampled_from(PLACES)), min_size=1, max_size=6),
        st.integers(min_value=0, max_value=30),
        st.sampled_from(("Harbour Post", "Upland Mail", None)),
    ),
    min_size=2,
    max_size=14,
)
PIECES = st.integers(min_value=1, max_value=5)


def report(number, sentences, day, outlet):
    paragraphs = [SENTENCES[which].format(place) + "." for which, place in sentences]
    passages, start = [], 0
    for paragraph in paragraphs:
        passages.append(Passage(span=Span(start, start + len(paragraph)), role=Role.PARAGRAPH))
        start += len(paragraph) + 2
    return Document(
        id=f"d{number}",
        text="\n\n".join(paragraphs),
        outlet=outlet,
        language="en",
        published_at=datetime(2031, 3, 1, tzinfo=UTC) + timedelta(days=day) if day else None,
        passages=tuple(passages),
    )


def ids_of(thing):
    """The documents of what is given to other processes: a block of pairs, documents with what is known, documents."""
    return {
        each.id for each in (thing.heads if isinstance(thing, Block) else thing[0] if type(thing) is tuple else thing)
    }


class Elsewhere:
    """Work in other processes, as the stages see it: sent away, done in any order, lost now and then.

    What was lost is lost no more when it is taken apart; while that is done, nothing else may be under way.
    """

    def __init__(self, rng, ahead):
        self.rng, self.ahead, self.sent, self.lost, self.under_way = rng, ahead, 0, [], False

    def each(self, work, given, *, together, alone=0):
        assert not self.under_way
        self.under_way = True
        yield from self._each(work, given)
        self.under_way = False

    def _loses(self, work, thing):
        if any(work is other and ids_of(thing) <= lost for other, lost in self.lost):
            return False
        if loses := self.rng.random() < 0.2:
            self.lost.append((work, ids_of(thing)))
        return loses

    def _each(self, work, given):
        source = iter(given)
        while waiting := list(islice(source, self.ahead)):
            made = {}
            for number in self.rng.sample(range(len(waiting)), len(waiting)):
                self.sent += 1
                if self._loses(work, waiting[number]):
                    made[number] = Fallen(given=waiting[number])
                    continue
                task = pickle.loads(pickle.dumps((work, [waiting[number]])))
                made[number] = pickle.loads(pickle.dumps(task[0](task[1])))[0]
            yield from (made[number] for number in range(len(waiting)))

    def close(self):
        """Nothing is held."""


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(REPORTS, PIECES, PIECES, PIECES, PIECES, st.randoms(use_true_random=False))
def test_however_the_work_is_dealt_out_the_answer_is_that_of_the_single_stream(
    told, printed, counted, pairs, ahead, rng
):
    documents = [report(number, *each) for number, each in enumerate(told)]
    copies = find_copies(documents)
    single = Stories(copies=copies)
    for document in sorted(documents, key=lambda d: (d.published_at is None, str(d.published_at), d.id)):
        single.add(document)
    single.settle()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rashomon.group.printed.DOCUMENTS_AT_ONCE", printed)
        patch.setattr("rashomon.group.counted.COUNTED_TOGETHER", counted)
        patch.setattr("rashomon.group.blocks.PAIRS_TOGETHER", pairs)
        engine = Elsewhere(rng, ahead)
        given_anyhow = rng.sample(documents, len(documents))
        found = find_copies(given_anyhow, engine=engine)
        stream = Stories(copies=found)
        stream.feed(given_anyhow, engine=engine)
        stream.settle()
    assert found == copies
    assert stream.save() == single.save()
    assert stream.stories() == single.stories()
    assert engine.sent >= 2


class EndedOver:
    """Processes that end over whatever holds some documents; over those alone only where that is said."""

    def __init__(self, *poison, alone=False):
        self.poison, self.single, self.ends = set(poison), alone, 0

    def each(self, work, given, *, together, alone=0):
        for one in given:
            names = ids_of(one)
            few = len(names) <= (2 if isinstance(one, Block) else 1)
            if self.poison <= names and (self.single or not few):
                self.ends += 1
                yield Fallen(given=one)
            else:
                yield work([one])[0]

    def close(self):
        """Nothing is held."""


def test_what_processes_end_over_is_taken_apart_and_the_answer_is_the_same():
    documents = reports(40)
    copies = find_copies(documents)
    stories = find_stories(documents, copies)
    one, other = copies[3].origin, copies[3].copy
    for poison in ((one,), (one, other)):
        engine = EndedOver(*poison)
        assert find_copies(documents, engine=Chosen(engine)) == copies
        assert find_stories(documents, copies, engine=Chosen(engine)) == stories
        assert engine.ends == 3, "cutting into words, comparing, counting"


def test_what_processes_end_over_also_alone_is_named_and_not_done_here():
    documents = [replace(each, address=f"https://a.example/{each.id}") for each in reports(40)]
    copies = find_copies(documents)
    one, other = copies[3].origin, copies[3].copy
    engine = Chosen(EndedOver(one, alone=True))
    for find in (find_copies, find_stories):
        with pytest.raises(NotGroupedError, match=rf"over the report {one} \(https://a.example/{one}\) while"):
            find(documents, engine=engine)
    with pytest.raises(NotGroupedError, match=rf"over the reports (?=.*{one} \()(?=.*{other} \().* and .* while"):
        find_copies(documents, engine=Chosen(OverPairs(one, other, alone=True)))


class OneAfterAnother:
    """An engine that has some things under way at once and ends over some; it notes what is begun, and by which stream.

    On a cluster the end of a process strikes whatever waited beside, in other streams too.
    """

    def __init__(self, ahead, ends_over):
        self.ahead, self.ends_over, self.begun, self.beside, self.under_way = ahead, ends_over, [], [], 0

    def each(self, work, given, *, together, alone=0):
        source, waiting = iter(given), []
        assert not self.under_way, "two streams at once"
        while True:
            for one in islice(source, self.ahead - len(waiting)):
                waiting.append(one)
                self.under_way += 1
                self.begun.append(one)
                self.beside.append((one, waiting[:-1]))
            if not waiting:
                return
            one = waiting.pop(0)
            self.under_way -= 1
            yield Fallen(given=one) if self.ends_over(one) else work([one])[0]


@pytest.mark.parametrize("ahead", [1, 2, 3, 20])
def test_what_fell_is_taken_apart_while_nothing_else_is_under_way_and_in_its_place(ahead):
    given = [[1, 2], [3, 4], [5, 6], [7], [8, 9], [10], [11, 12]]
    engine = OneAfterAnother(ahead, lambda one: one in ([3, 4], [5, 6], [11, 12]))
    found = list(
        done_apart(
            engine, lambda some: [list(one) for one in some], given, each_of=lambda one: [[n] for n in one], named=list
        )
    )
    assert found == [[1, 2], [3], [4], [5], [6], [7], [8, 9], [10], [11], [12]]
    assert len(engine.begun) == len(given) + 6
    assert not engine.under_way
    parts = [beside for one, beside in engine.beside if one in ([3], [4], [5], [6], [11], [12])]
    assert parts == [[]] * 6, "each part has the engine to itself"


@pytest.mark.parametrize("ahead", [1, 2, 20])
def test_of_what_fell_no_more_is_taken_than_what_is_under_way(ahead):
    """A stream of any length takes the same memory, also where something of it is taken apart."""
    taken = []

    def given():
        for number in range(100):
            taken.append(number)
            yield [number, -number]

    engine = OneAfterAnother(ahead, lambda one: one == [2, -2])
    found = done_apart(engine, lambda some: some, given(), each_of=lambda one: [[n] for n in one], named=list)
    assert list(islice(found, 4)) == [[0, 0], [1, -1], [2], [-2]]
    assert len(taken) <= 3 + ahead


class OverPairs(EndedOver):
    """They end over a pair, and not over its documents."""

    def each(self, work, given, *, together, alone=0):
        for one in given:
            yield from super().each(work, [one], together=1) if isinstance(one, Block) else work([one])


def reports(size):
    rng = random.Random(5)
    return [
        report(
            number,
            [(rng.randrange(len(SENTENCES)), rng.choice(PLACES)) for _ in range(rng.randint(2, 6))],
            rng.randint(0, 20),
            rng.choice(("Harbour Post", "Upland Mail", None)),
        )
        for number in range(size)
    ]


def test_real_processes_give_the_same_copies_and_stories(monkeypatch):
    documents = reports(80)
    copies, stories = find_copies(documents), find_stories(documents, find_copies(documents))
    assert len(copies) > 50
    monkeypatch.setattr("rashomon.group.printed.DOCUMENTS_AT_ONCE", 16)
    monkeypatch.setattr("rashomon.group.counted.COUNTED_TOGETHER", 8)
    monkeypatch.setattr("rashomon.group.blocks.PAIRS_TOGETHER", 50)
    with closing(Processes(workers=2)) as engine:
        found = find_copies(documents, engine=engine)
        assert found == copies
        assert find_stories(documents, found, engine=engine) == stories


def test_terms_forgotten_on_the_way_get_the_numbers_that_the_single_stream_gives_them(monkeypatch):
    monkeypatch.setattr("rashomon.group.background.MOST_TERMS", 40)
    forgotten = []
    forget = Background.forget
    monkeypatch.setattr(Background, "forget", lambda self, held: forgotten.append(1) or forget(self, held))
    few = StorySettings(live_stories=3, join_at=50.0, late_members=0)  # what no live story holds is forgotten
    streams = Stories(few), Stories(few)
    documents = [
        report(number, [(0, f"Qu{one}{other}zul and Wa{other}{one}xin"), (2, f"Yo{one}rup")], 1 + number // 4, None)
        for number, (one, other) in enumerate(product("abcdefgh", repeat=2))
    ]
    for document in sorted(documents, key=lambda d: (d.published_at is None, str(d.published_at), d.id)):
        streams[0].add(document)
    once = len(forgotten)
    streams[1].feed(documents, engine=Elsewhere(random.Random(1), 3))
    assert once > 1
    assert len(forgotten) == 2 * once
    assert streams[0].save() == streams[1].save()


def test_few_documents_trouble_no_other_process(monkeypatch):
    monkeypatch.setattr("rashomon.group.elsewhere.ELSEWHERE_FROM", 21)
    engine = Elsewhere(random.Random(2), 2)
    find_stories(reports(20), find_copies(reports(20), engine=engine), engine=engine)
    assert engine.sent == 0
    find_copies(reports(21), engine=engine)
    assert engine.sent > 0


def test_documents_fed_twice_are_told_what_they_were_told_then():
    documents = reports(20)
    stream = Stories()
    first = stream.feed(documents)
    before = stream.save()
    assert stream.feed([*documents, *documents[:5]], engine=Local()) == first
    assert stream.save() == before
    assert stream.taken == 20
