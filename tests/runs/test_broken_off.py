"""A run that is broken off anywhere goes on, and ends as one that never was: row for row and byte for byte."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from dataclasses import replace

import pytest
from tests.runs.conftest import WRITTEN
from tests.runs.press import inputs, left, plan

from rashomon.runs import parts
from rashomon.runs.marks import TakenOverError
from rashomon.stores.errors import ArchiveLocked

EVERY = 7
"""One in so many transactions is broken off; over all of them it takes two minutes."""


class BrokenOff(BaseException):
    """The end of the process, as far as this one can play it."""


class Ending:
    """A store that ends with the transaction of a number: before it is acknowledged, or right after."""

    def __init__(self, store, *, at, after):
        self._store, self._left, self._after = store, at, after

    def __getattr__(self, name):
        return getattr(self._store, name)

    @contextmanager
    def writer(self):
        self._left -= 1
        with self._store.writer() as writer:
            yield writer
            if not self._left and not self._after:
                raise BrokenOff
        if not self._left:
            raise BrokenOff


def to_the_end(go, file):
    """Go on until nothing ends the run any more; its report, and how often it was ended."""
    ends = 0
    while True:
        try:
            return go(file, over=lambda store, after=ends % 2 == 0: Ending(store, at=4, after=after)), ends
        except BrokenOff:
            ends += 1


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    return inputs(tmp_path_factory.mktemp("reports") / "in")


@pytest.fixture(scope="module")
def small_batches():
    """So few together that every stage has several batches."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rashomon.archive.intake.TOGETHER", 3)
        patch.setattr("rashomon.archive.accounts.READ_TOGETHER", 4)
        patch.setattr("rashomon.archive.placing.TOGETHER", 6)
        yield


@pytest.fixture(scope="module")
def folder_of_unbroken(tmp_path_factory):
    return tmp_path_factory.mktemp("unbroken") / "desk"


@pytest.fixture(scope="module")
def unbroken(go, folder_of_unbroken, reports, small_batches):
    """What is left by a run that nothing breaks off, its report, and how many transactions it has."""
    folder = folder_of_unbroken
    transactions = 0

    def counted(store):
        class Counting(Ending):
            @contextmanager
            def writer(self):
                nonlocal transactions
                transactions += 1
                with store.writer() as writer:
                    yield writer

        return Counting(store, at=0, after=False)

    report = go(plan(folder, reports), over=counted)
    return left(folder), report, transactions


def numbers(report):
    """What a report says of all starts together."""
    return report.counts, report.stories, report.parts, report.whole


def test_broken_off_before_or_after_any_transaction_it_ends_as_one_that_never_was(go, unbroken, reports, tmp_path):
    whole, report, transactions = unbroken
    assert transactions > 20
    for at in range(1, transactions + 1, EVERY):
        folder = tmp_path / f"broken-{at}"
        file = plan(folder, reports)
        with pytest.raises(BrokenOff):
            go(file, over=lambda store, at=at: Ending(store, at=at, after=at % 2 == 0))
        again = go(file)
        assert left(folder) == whole, at
        assert numbers(again) == numbers(report), at


def test_broken_off_again_and_again_it_comes_to_an_end(go, unbroken, reports, tmp_path):
    whole, report, _ = unbroken
    file = plan(tmp_path / "again", reports)
    again, ends = to_the_end(go, file)
    assert ends > 4
    assert left(tmp_path / "again") == whole
    assert numbers(again) == numbers(report)


@pytest.mark.parametrize("at", range(1, 12))
def test_broken_off_while_files_are_brought_to_the_disk_no_part_is_half_there(
    go, unbroken, reports, tmp_path, monkeypatch, at
):
    whole, _, _ = unbroken
    folder = tmp_path / "broken"
    file, waits, fsync = plan(folder, reports), at, os.fsync

    def ends(handle):
        nonlocal waits
        waits -= 1
        if not waits:
            raise BrokenOff
        fsync(handle)

    monkeypatch.setattr(parts.os, "fsync", ends)
    with pytest.raises(BrokenOff):
        go(file)
    monkeypatch.undo()
    for name, octets in left(folder)[1].items():
        assert name.rpartition("/")[2].startswith(".") or octets == whole[1][name], name
    assert "parts/parts.json" not in left(folder)[1]
    go(file)
    assert left(folder) == whole


def test_a_second_run_does_nothing(go, unbroken, folder_of_unbroken):
    whole, report, _ = unbroken
    stages = []
    again = go(folder_of_unbroken / "plan.toml", progress=lambda stage, done, of: stages.append(stage))
    assert not stages
    assert (again.read, again.placed, again.accounts, again.written) == (0, 0, 0, 0)
    assert numbers(again) == numbers(report)
    assert left(folder_of_unbroken) == whole


def test_who_is_overtaken_by_another_process_ends_without_writing(go, reports, tmp_path, small_batches):
    file = plan(tmp_path / "desk", reports)
    overtaken, behind = [], []

    def other(stage, done, of):
        if overtaken:
            behind.append(stage)
        else:
            overtaken.append(go(file))

    with pytest.raises(TakenOverError):
        go(file, progress=other)
    assert overtaken[0].whole
    assert not behind
    now = left(tmp_path / "desk")
    assert go(file).counts == overtaken[0].counts
    assert left(tmp_path / "desk") == now


@pytest.mark.parametrize("within", ["read", "group", "account", "write"])
def test_who_is_overtaken_in_any_stage_does_not_work_on(go, reports, tmp_path, small_batches, within):
    file = plan(tmp_path / "desk", reports)
    went = []

    def other(stage, done, of):
        went.append(stage)
        if stage == within and went.count(within) == 1:
            go(file)

    with pytest.raises(TakenOverError):
        go(file, progress=other)
    assert went.count(within) == 1
    assert went[-1] == within
    assert go(file).whole


def half(view, names, part):
    """Begins a part and is ended."""
    yield f"titles/{part}.jsonl", b"hal"
    raise BrokenOff


def test_who_is_overtaken_while_a_part_is_written_gives_no_half_file_a_name(go, reports, tmp_path, small_batches):
    """The other one is at the same part, in a file of the same name."""
    file = plan(tmp_path / "desk", reports)

    def overtaken(view, names, part):
        yield f"titles/{part}.jsonl", b"whole"
        with pytest.raises(BrokenOff):
            go(file, written=replace(WRITTEN, writes=half))

    with pytest.raises(TakenOverError):
        go(file, written=replace(WRITTEN, writes=overtaken))
    assert not [name for name in left(tmp_path / "desk")[1] if "/." not in name]
    assert go(file).whole


def test_who_is_overtaken_before_parts_are_written_takes_nothing_away(
    go, reports, tmp_path, small_batches, monkeypatch
):
    file = plan(tmp_path / "desk", reports)
    wanted, seen = parts.Parts._wanted, []

    def overtaken(self):
        found = list(wanted(self))
        monkeypatch.setattr(parts.Parts, "_wanted", wanted)
        with pytest.raises(BrokenOff):
            go(file, written=replace(WRITTEN, writes=half))
        seen.append(left(tmp_path / "desk")[1])
        return found

    monkeypatch.setattr(parts.Parts, "_wanted", overtaken)
    with pytest.raises(TakenOverError):
        go(file)
    assert b"hal" in seen[0].values()
    assert left(tmp_path / "desk")[1] == seen[0]


@pytest.mark.parametrize("fault", [OSError(2, "No such file or directory", "part"), ArchiveLocked("busy for too long")])
def test_who_is_overtaken_says_so_whatever_it_fails_over(go, reports, tmp_path, small_batches, monkeypatch, fault):
    """Both write into one folder and one archive: who is overtaken finds its files gone, or the archive busy."""
    file = plan(tmp_path / "desk", reports)
    write = parts.Parts.write

    def fails(self, progress):
        monkeypatch.setattr(parts.Parts, "write", write)
        go(file)
        raise fault

    monkeypatch.setattr(parts.Parts, "write", fails)
    with pytest.raises(TakenOverError, match="another `rashomon run` has done the run desk to its end") as caught:
        go(file)
    assert caught.value.__cause__ is fault
    assert go(file).whole


def test_who_fails_alone_tells_what_failed(go, reports, tmp_path, small_batches, monkeypatch):
    def fails(handle):
        if stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(parts.os, "fsync", fails)
    with pytest.raises(OSError, match="No space left") as caught:
        go(plan(tmp_path / "desk", reports))
    assert caught.value.filename == str(tmp_path / "desk" / "parts"), (
        "a full disk names no file, and the folder is told"
    )
