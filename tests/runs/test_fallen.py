"""What two processes end over is told, counted with its place, and tried again; what it left behind is made anew."""

from __future__ import annotations

from contextlib import closing

import pytest
from tests.account.ledger import Desk
from tests.properties.test_accounts import OneDesk
from tests.runs.conftest import WRITTEN
from tests.runs.press import inputs, left, plan

from rashomon.archive import Archive
from rashomon.core.engine import Fallen, Local
from rashomon.pipeline import Pipeline, silent
from rashomon.present.cli.run import _code
from rashomon.present.cli.run_told import in_words, row
from rashomon.read import Reader
from rashomon.runs import Run, read_plan
from rashomon.stores import open_store


class Poisoned(Local):
    """An engine over whose work processes end, where something named is handed to it."""

    def __init__(self, *, report=None, story=None):
        self.report, self.story = report, story

    def each(self, work, given, *, together, alone=0):
        def falls(thing):
            if isinstance(thing, tuple):
                return self.story is not None and self.story in thing[0].documents
            return self.report is not None and getattr(thing, "id", None) == self.report

        for thing in given:
            yield Fallen(given=thing) if falls(thing) else work([thing])[0]


class FallingDesk(Desk):
    """Reads each document once; the empty readings are those of the product's own reader."""

    def fallen(self, document):
        return self.reader.fallen(document)


class Falling(OneDesk):
    """A pipeline over whose work processes end."""

    def __init__(self, desk, **poison):
        super().__init__(FallingDesk(reader=desk.reader, kept=desk.kept))
        self.engine = Poisoned(**poison)
        self.tolerant = True


@pytest.fixture
def file(tmp_path):
    return plan(tmp_path / "desk", inputs(tmp_path / "in", stories=2))


@pytest.fixture
def go(desk, file):
    def run(**poison):
        plan, problems = read_plan(file), []
        with closing(open_store(plan.archive)) as store:
            run = Run(plan, store, Falling(desk, **poison), written=WRITTEN)
            return run.go(silent, note=lambda line: None, tell=problems.append), problems

    return run


def first(tmp_path, desk):
    """What an unbroken run leaves, in another folder, and one of its reports."""
    whole = plan(tmp_path / "whole", tmp_path / "in")
    read = read_plan(whole)
    with closing(open_store(read.archive)) as store:
        Run(read, store, OneDesk(desk), written=WRITTEN).go(silent, note=lambda line: None, tell=lambda problem: None)
        with store.view() as view:
            story = view.stories(limit=1)[0].story
            return left(tmp_path / "whole")[1], view.document(story.documents[0]), story


def test_a_report_that_could_not_be_read_is_told_counted_and_read_the_next_time(go, tmp_path, desk):
    parts, report, _ = first(tmp_path, desk)
    fell, problems = go(report=report.id)
    ended = [problem for problem in problems if problem.code == "process-ended"]
    assert [(problem.stage, problem.document) for problem in ended] == [("read", report.id)]
    assert {stage: (aside.number, aside.example) for stage, aside in fell.fallen.items()} == {
        "read": (1, report.address)
    }
    assert not fell.whole
    assert _code(fell, rehearsed=False) == 1
    assert f"Out and not read: 1, as {report.address}: " in in_words(fell)
    assert row(fell, rehearsed=False)["fallen"] == {"read": {"number": 1, "example": report.address}}

    again, problems = go(report=report.id)  # it falls once more, and is told once more
    assert (again.read, dict(again.fallen)) == (1, dict(fell.fallen))
    assert [problem.document for problem in problems if problem.code == "process-ended"] == [report.id]

    well, problems = go()
    assert (well.read, well.accounts, well.whole, dict(well.fallen)) == (1, 1, True, {})
    assert not [problem for problem in problems if problem.code == "process-ended"]
    assert left(tmp_path / "desk")[1] == parts
    assert (go()[0].read, go()[0].accounts) == (0, 0)


def test_a_report_that_a_fault_of_ours_kept_from_being_read_is_told_counted_and_read_the_next_time(
    go, tmp_path, desk, monkeypatch
):
    parts, report, _ = first(tmp_path, desk)
    read, tolerant = Desk.read, Reader()
    tolerant._loaded = desk.reader.loaded

    def broken(*_):
        raise IndexError("no such word")

    def falls(self, document):
        if document.id != report.id:
            return read(self, document)
        with monkeypatch.context() as patched:
            patched.setattr("rashomon.read.events.find_events", broken)
            return tolerant.read(document)

    with monkeypatch.context() as patched:
        patched.setattr(Desk, "read", falls)
        fell, problems = go()
    told = [(each.stage, each.document, each.address) for each in problems if each.code == "reading-failed"]
    assert told == [("read", report.id, report.address)]
    assert (fell.fallen["read"].number, fell.fallen["read"].example) == (1, report.address)
    assert (fell.whole, _code(fell, rehearsed=False)) == (False, 1)
    assert f"Out and not read: 1, as {report.address}: " in in_words(fell)

    well, _ = go()
    assert (well.read, well.whole, dict(well.fallen)) == (1, True, {})
    assert left(tmp_path / "desk")[1] == parts


def test_a_story_that_could_not_be_told_is_told_of_counted_and_told_the_next_time(go, tmp_path, desk):
    parts, report, story = first(tmp_path, desk)
    fell, problems = go(story=report.id)
    ended = [problem for problem in problems if problem.code == "process-ended"]
    assert [(problem.stage, problem.address) for problem in ended] == [("account", f"story {story.id}")]
    assert (fell.fallen["account"].number, fell.fallen["account"].example) == (1, f"story {story.id}")
    assert (fell.whole, _code(fell, rehearsed=False)) == (False, 1)
    assert left(tmp_path / "desk")[1] != parts

    well, _ = go()
    assert (well.read, well.accounts, well.written, well.whole) == (0, 1, 1, True)
    assert left(tmp_path / "desk")[1] == parts


def test_a_story_that_a_fault_of_ours_kept_from_being_told_ends_no_run_and_is_told_the_next_time(
    go, tmp_path, desk, monkeypatch
):
    parts, report, story = first(tmp_path, desk)
    told = Pipeline.story_told

    def broken(self, given, material, digest=None):
        if report.id in given.documents:
            raise IndexError("no such word")
        return told(self, given, material, digest)

    with monkeypatch.context() as patched:
        patched.setattr(Pipeline, "story_told", broken)
        fell, problems = go()
    failed = [problem for problem in problems if problem.code == "account-failed"]
    assert [(problem.stage, problem.address) for problem in failed] == [("account", f"story {story.id}")]
    assert "by a fault of Rashomon (IndexError in " in failed[0].message
    assert (fell.fallen["account"].number, fell.whole, fell.stories > 1) == (1, False, True)
    assert f"Stories not told: 1, as story {story.id}: processes ended, or by a fault of Rashomon" in in_words(fell)

    well, _ = go()
    assert (well.accounts, well.whole, dict(well.fallen)) == (1, True, {})
    assert left(tmp_path / "desk")[1] == parts


def test_whoever_adds_to_the_archive_is_told_and_does_not_try_again_each_time(go, tmp_path, desk, file):
    _, report, _ = first(tmp_path, desk)
    go(report=report.id)
    with closing(open_store(read_plan(file).archive)) as store:
        assert Archive(store, OneDesk(desk)).bring_up_to_date().read == 0
        assert Archive(store, OneDesk(desk)).rebuild().read == 1
    assert go()[0].whole
