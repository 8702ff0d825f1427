"""Work done here or in processes beside: the same answer, in order, with nothing lost or twice."""

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import closing
from functools import partial
from itertools import count
from queue import SimpleQueue

import pytest
from tests.engines.conftest import ROOT, SECONDS, kill, runs, short_reports, until, warm
from tests.engines.loaded import loaded, stuck

from rashomon.checks import check_engine
from rashomon.checks.engine import account_by, doubled
from rashomon.core import Reading, apart
from rashomon.core.engine import Fallen, Local
from rashomon.engines import engine_of, pool
from rashomon.engines.errors import EngineError, WorkError
from rashomon.engines.processes import AHEAD, Processes
from rashomon.group import elsewhere, find_copies, find_stories
from rashomon.pipeline import Pipeline
from rashomon.read import Reader
from rashomon.settings import Settings


@pytest.fixture
def two():
    engine = Processes(workers=2)
    yield engine
    engine.close()


def slowly(numbers):
    time.sleep(0.05)
    return [(os.getpid(), number) for number in numbers]


def while_fewer_than(number, pids, seconds=SECONDS):
    """Numbers, until so many processes have taken part: one that has just begun may be slow on a busy machine."""
    end = time.monotonic() + seconds
    for each in count():
        if len(pids) >= number:
            return
        assert time.monotonic() < end, pids
        yield each


def test_one_process_keeps_to_what_an_engine_is():
    check_engine(Local, outlives=False)


class OfOthers:
    """An engine as others write one: what the protocol asks for, and no class of ours above it."""

    def __init__(self):
        self.local = Local()

    def each(self, work, given, *, together, alone=0):
        return self.local.each(work, given, together=together, alone=alone)

    def close(self):
        """Nothing is held."""


class Far(OfOthers):
    """One that is done by somebody who may not be there."""

    there = True

    def reach(self):
        if not self.there:
            raise EngineError("nobody is there")


class Tired(Far):
    """One that does nothing once it was come to."""

    def reach(self):
        self.local.each = lambda *_, **__: iter(())


@pytest.mark.parametrize("engine", [OfOthers, Far])
def test_an_engine_of_others_keeps_to_it_whether_it_can_be_come_to_or_has_nothing_to_come_to(engine):
    check_engine(engine, outlives=False)


def test_an_engine_that_does_nothing_once_it_was_come_to_is_told():
    with pytest.raises(AssertionError, match="once it was reached"):
        check_engine(Tired, outlives=False)


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_processes_keep_to_what_an_engine_is(workers):
    check_engine(lambda: Processes(workers=workers))


def test_a_process_that_is_killed_is_replaced_and_nothing_is_lost_or_twice(two):
    killed = []

    def kill_one():
        until(lambda: two.pids)
        time.sleep(0.5)
        killed.append(min(two.pids))
        kill(killed[0])

    killer = threading.Thread(target=kill_one)
    killer.start()
    found = list(two.each(slowly, range(80), together=2))
    killer.join()
    assert killed
    assert [number for _, number in found] == list(range(80))
    assert {pid for pid, _ in found} - set(killed)
    again = set()
    for pid, _ in two.each(slowly, while_fewer_than(2, again), together=1):
        again.add(pid)
    assert not again & set(killed)


def test_a_process_is_replaced_after_so_many_things_and_the_answers_are_the_same(monkeypatch):
    monkeypatch.setattr(pool, "WORN", 6)
    with closing(Processes(workers=1)) as engine:
        found = list(engine.each(slowly, range(18), together=2))
        assert not engine.pids, "the last one is worn too, and none is started before there is work"
    assert [number for _, number in found] == list(range(18))
    pids = [pid for pid, _ in found]
    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [6, 6, 6]


def test_what_a_process_hangs_over_is_tried_alone_and_set_aside_and_the_rest_is_done():
    told = []
    with closing(Processes(workers=2, seconds=5, tell=told.append)) as engine:
        warm(engine)
        found = list(engine.each(stuck, range(16), together=4))
        assert not any(map(runs, {int(line.split()[2]) for line in told}))
    assert found == [Fallen(given=each) if each in {7, 13} else 2 * each for each in range(16)]
    assert len(told) == 4
    assert all("has been at one batch for 5 s and is ended" in line and "work_seconds" in line for line in told)


def test_a_process_may_take_longer_over_more_that_it_is_given(monkeypatch):
    """Time does not pass here: it is the bound that is looked at."""
    monkeypatch.setattr(pool, "SCALED_BYTES", 1000)
    hand = pool._Hand(SimpleQueue())
    hand._stream, hand._process, hand._megabytes = pool.Stream(), Killed(), 3
    assert [hand.hangs(1.0, 2.0) for _ in range(6)] == [None] * 5 + [(77, 6.0)]
    assert hand._process.killed
    hand._stream, hand._process.killed = None, False
    assert hand.hangs(100.0, 2.0) is None, "it has nothing in hand"
    assert not hand._process.killed


class Killed:
    """A process that is only told to end."""

    pid, killed = 77, False

    def kill(self):
        self.killed = True


def test_how_long_a_piece_may_take_is_a_setting():
    assert engine_of(Settings())._seconds == 600
    assert engine_of(Settings(work_seconds=5.0))._seconds == 5
    assert engine_of(Settings(work_seconds=0.0))._seconds is None


def test_little_work_is_done_here(two):
    assert {pid for pid, _ in two.each(slowly, range(4), together=2, alone=4)} == {os.getpid()}


@pytest.mark.parametrize("workers", [1, 2])
def test_of_more_than_little_work_nothing_is_done_here(workers):
    with closing(Processes(workers=workers)) as engine:
        pids = {pid for pid, _ in engine.each(slowly, range(5), together=1, alone=4)}
    assert pids
    assert os.getpid() not in pids


def test_where_it_is_asked_for_not_even_little_work_is_done_here():
    with closing(engine_of(Settings(workers=1), here=False)) as engine:
        assert {pid for pid, _ in engine.each(slowly, [1], together=1, alone=4)} == engine.pids
        assert len(engine.pids) == 1


def test_who_takes_slowly_is_not_run_away_from(two):
    taken = 0

    def counted():
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield number

    stream = two.each(doubled, counted(), together=3)
    for number in range(5):
        assert next(stream) == 2 * number
        time.sleep(0.1)
        assert taken <= number + AHEAD * two.workers * 3 + 3
    stream.close()
    assert not two.pids, "what is broken off leaves no process"


def noted(folder, numbers):
    """Notes in a folder that a piece was begun."""
    (folder / str(numbers[0])).touch()
    return numbers


def test_while_one_result_is_looked_at_more_than_one_piece_a_process_is_worked_on(two, tmp_path):
    stream = two.each(partial(noted, tmp_path), range(100), together=2)
    assert next(stream) == 0
    until(lambda: len(list(tmp_path.iterdir())) == AHEAD * two.workers + 1)
    assert list(stream) == list(range(1, 100))


def test_to_close_it_from_elsewhere_ends_who_waits_for_it_in_words(two):
    found, told = [], []

    def take():
        try:
            found.extend(two.each(slowly, range(10_000), together=1))
        except EngineError as error:
            told.append(str(error))

    taker = threading.Thread(target=take, daemon=True)
    taker.start()
    until(lambda: len(two.pids) == 2)
    pids = two.pids
    two.close()
    taker.join(timeout=SECONDS)
    assert not taker.is_alive()
    assert "closed in the middle of the work" in told[0]
    until(lambda: not any(map(runs, pids)))
    assert list(two.each(doubled, [3], together=1)) == [6], "it begins anew"


def test_a_stream_that_is_left_takes_nothing_from_another(two):
    """Both have pieces in hand; nothing of the other one is lost, counted as an end, or waited for."""
    left, other = two.each(slowly, range(1000), together=1), two.each(slowly, range(40), together=1)
    first = [next(other)[1], next(left)[1]]
    left.close()
    found = []
    taker = threading.Thread(target=lambda: found.extend(other), daemon=True)
    taker.start()
    taker.join(timeout=SECONDS)
    assert first == [0, 0]
    assert [number for _, number in found] == list(range(1, 40))


def test_who_begins_while_another_is_broken_off_is_not_closed_with_it(two, monkeypatch):
    """The last stream is left; before its pool has ended another thread comes."""
    found, told, leave = [], [], pool.Pool.left

    def take():
        try:
            found.extend(two.each(slowly, range(60), together=1))
        except EngineError as error:
            told.append(str(error))

    taker = threading.Thread(target=take, daemon=True)

    def left(own, stream, *, whole):
        answer = leave(own, stream, whole=whole)
        if not whole and not taker.ident:
            taker.start()
            time.sleep(0.3)
        return answer

    monkeypatch.setattr(pool.Pool, "left", left)
    stream = two.each(slowly, range(1000), together=1)
    next(stream)
    stream.close()
    taker.join(timeout=SECONDS)
    assert not told
    assert [number for _, number in found] == list(range(60))


def test_a_worker_that_never_begins_is_told_and_no_report_is_blamed_for_it(two, monkeypatch, capfd):
    monkeypatch.setattr(pool, "WORKER", "rashomon.engines.nowhere")
    with pytest.raises(EngineError, match=r"before it took any work \(exit status 1\).*--engine local"):
        list(two.each(doubled, range(4), together=1))
    assert "nowhere" in capfd.readouterr().err
    monkeypatch.undo()
    assert list(two.each(doubled, [3], together=1)) == [6]


def test_a_worker_that_is_killed_while_it_begins_is_replaced(two, monkeypatch):
    begun, killed = pool._Hand._begin, []

    def kill_first(hand, process):
        if not killed:
            killed.append(process.pid)
            kill(process.pid)
        begun(hand, process)

    monkeypatch.setattr(pool._Hand, "_begin", kill_first)
    assert list(two.each(doubled, range(4), together=2)) == [0, 2, 4, 6]
    assert killed


def test_who_was_given_all_and_asks_for_no_more_leaves_the_processes_be(two):
    pids = warm(two).pids
    stream = two.each(doubled, range(5), together=2)
    assert [next(stream) for _ in range(5)] == [0, 2, 4, 6, 8]
    stream.close()
    assert two.pids >= pids, "nothing was broken off"


def test_processes_that_only_group_load_no_parser_and_outlive_it(two, monkeypatch):
    """The model is loaded by the reading of reports, in whichever process reads; this one does not."""
    monkeypatch.setattr(elsewhere, "ELSEWHERE_FROM", 1)
    documents = list(short_reports(3, 6))
    copies = find_copies(documents, engine=two)
    stories = find_stories(documents, copies, engine=two)
    assert (copies, stories) == (find_copies(documents), find_stories(documents, find_copies(documents)))
    pids = two.pids
    assert pids
    heavy = ("spacy", "thinc", "trafilatura", "lxml")
    found = list(two.each(loaded, heavy * 8, together=1))
    assert not any(is_loaded for is_loaded, _ in found)
    assert {pid for _, pid in found} & pids, "what grouped works on"
    assert [reading.document for reading in Pipeline(engine=two).read_all(documents)] == [d.id for d in documents]
    assert any(is_loaded for is_loaded, _ in two.each(loaded, ("spacy",) * 8, together=1)), "it can be seen"


def test_two_threads_take_from_it_at_once(two):
    found = {}

    def take(first):
        found[first] = [number for _, number in two.each(slowly, range(first, first + 20), together=3)]

    takers = [threading.Thread(target=take, args=(first,), daemon=True) for first in (0, 100)]
    for taker in takers:
        taker.start()
    for taker in takers:
        taker.join(timeout=SECONDS)
    assert found == {first: list(range(first, first + 20)) for first in (0, 100)}
    assert len(two.pids) == 2, "they share the processes"


def test_what_cannot_be_sent_is_told_and_not_waited_for(two):
    with pytest.raises(Exception, match="pickle"):
        list(two.each(lambda numbers: numbers, range(4), together=1))
    assert list(two.each(doubled, [3], together=1)) == [6]


class OddError(Exception):
    """Cannot be made again of what pickle keeps of it."""

    def __init__(self, first, second):
        super().__init__(first)


def oddly(numbers):
    raise OddError("the berth", "the lock")


def unsendable(numbers):
    return [lambda: None for _ in numbers]


def too_few(numbers):
    return numbers[1:]


@pytest.mark.parametrize(
    ("work", "fault", "words"),
    [(oddly, WorkError, "the berth"), (unsendable, Exception, "pickle"), (too_few, EngineError, "of 2 things 1")],
)
def test_what_comes_back_in_no_order_is_told_and_the_process_goes_on(two, work, fault, words):
    with pytest.raises(fault, match=words):
        list(two.each(work, range(2), together=2))
    assert list(two.each(doubled, [3], together=1)) == [6]


def test_a_fault_says_where_in_the_other_process_it_was(two):
    with pytest.raises(TypeError) as caught:
        list(two.each(doubled, [None], together=1))
    assert "in doubled" in "".join(caught.value.__notes__)


def test_that_no_process_can_be_started_is_told(two, monkeypatch):
    def fails(*_args, **_more):
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(apart.subprocess, "Popen", fails)
    with pytest.raises(EngineError, match=r"unavailable.*--workers"):
        list(two.each(doubled, [3], together=1))


class Mortal(Reader):
    """Ends its process over a report that names the lock, and reads nothing in others."""

    def read_some(self, documents):
        if any("lock" in document.text for document in documents):
            os._exit(9)
        return [Reading(document=document.id) for document in documents]

    def __reduce__(self):
        return Mortal, ()


def test_a_report_that_ends_two_processes_is_set_aside_by_name_and_the_rest_is_read(two, document_of):
    pipeline = Pipeline(engine=warm(two))
    pipeline._reader = Mortal()
    words = [f"Berth {number} was closed, and nobody said why." for number in range(20)]
    documents = [document_of(text) for text in (*words[:7], "The lock at Torsund was closed.", *words[7:])]
    readings = list(pipeline.read_all(documents))
    assert [reading.document for reading in readings] == [document.id for document in documents]
    told = [(problem.code, problem.document) for reading in readings for problem in reading.problems]
    assert told == [("process-ended", documents[7].id)]
    account = pipeline.account_of(documents)
    assert {document.id for document in account.documents} == {document.id for document in documents}
    named = [p for story in account.stories for p in story.problems if p.code == "process-ended"]
    assert [problem.document for problem in named] == [documents[7].id]


PROGRAM = """
import sys
from rashomon.engines.processes import Processes
from tests.engines.test_engines import slowly

for pid, _ in Processes(workers=2).each(slowly, range(100_000), together=1):
    print(pid, flush=True)
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda how: how.name)
def test_no_process_outlives_the_one_that_started_it(how):
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    pids = set()
    while len(pids) < 2:
        pids.add(int(program.stdout.readline()))
    assert all(map(runs, pids))
    program.send_signal(how)
    _, told = program.communicate(timeout=SECONDS)
    assert ("KeyboardInterrupt" in told) is (how is signal.SIGINT)
    until(lambda: not any(map(runs, pids)))


def test_the_accounts_are_the_same_byte_for_byte(two, demo, review, here):
    warm(two)
    assert (account_by(two, demo), account_by(two, review)) == here
    assert all(b'"claims"' in account for account in here)
    assert b'"copies":[{' in here[1]
