"""A full disk has a name, and leaves nothing behind."""

import errno
import gc
import io
import tempfile
from pathlib import Path

import numpy as np
import pytest

from rashomon.core import Document
from rashomon.group import Shelf, each_copy
from rashomon.group.spooled import Spooled
from rashomon.group.unnamed import DiskFullError, unnamed, wanting_room

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")


@pytest.fixture
def full(monkeypatch):
    """Every file without a name lies on a full disk; those that were opened."""
    opened = []

    def open_full():
        opened.append(FULL.open("w+b"))
        return opened[-1]

    monkeypatch.setattr("rashomon.group.unnamed.TemporaryFile", open_full)
    return opened


def reports(number, chars=100):
    """Documents that no packing makes much shorter."""
    rng = np.random.default_rng(3)
    for each in range(number):
        yield Document(id=f"d{each}", text=rng.bytes(chars).hex(), passages=())


@needs_full
@pytest.mark.parametrize("number", [1, 3000])
def test_a_shelf_on_a_full_disk_says_so_and_is_closed(full, number):
    """Whether the disk is full at the first document or when the last ones are put away."""
    with pytest.raises(DiskFullError, match=r"no room in .*TMPDIR") as caught:
        Shelf(reports(number))
    assert caught.value.code == "disk-full"
    assert caught.value.__cause__.errno == errno.ENOSPC
    del caught
    gc.collect()
    assert [file.closed for file in full] == [True]


@needs_full
@pytest.mark.parametrize("numbers", [300, 30_000])
def test_a_column_on_a_full_disk_says_so_and_is_closed(full, monkeypatch, numbers):
    monkeypatch.setattr("rashomon.group.spooled.MOST_BYTES", 100)
    column = Spooled("i4")
    with pytest.raises(DiskFullError):  # noqa: PT012  # the one or the other, as they are held back
        column.append(np.arange(numbers))
        column.append(np.arange(numbers))
        column.whole()
    del column
    gc.collect()
    assert [file.closed for file in full] == [True]


@needs_full
def test_copies_told_on_a_full_disk_say_so(full, monkeypatch):
    monkeypatch.setattr("rashomon.group.spooled.MOST_BYTES", 0)
    with pytest.raises(DiskFullError):
        list(each_copy(list(reports(3))))


def descriptors():
    return len(list(Path("/dev/fd").iterdir()))


def test_what_is_left_half_way_leaves_no_file_open(monkeypatch):
    """Documents that cannot be had, and columns to which no more comes: a warning would be an error here."""
    monkeypatch.setattr("rashomon.group.spooled.MOST_BYTES", 10)

    def broken():
        yield from reports(3)
        raise KeyError("the fourth is lost")

    before = descriptors()
    for _ in range(20):
        with pytest.raises(KeyError):
            Shelf(broken())
        column = Spooled("i4")
        column.append(np.arange(100))
        del column
    gc.collect()
    assert descriptors() == before


def test_another_fault_of_the_disk_keeps_its_name():
    with pytest.raises(PermissionError), wanting_room():
        raise PermissionError(errno.EACCES, "no")


def test_no_room_for_a_file_at_all_is_told(monkeypatch):
    def fails():
        raise OSError(errno.EDQUOT, "quota")

    monkeypatch.setattr("rashomon.group.unnamed.TemporaryFile", fails)
    with pytest.raises(DiskFullError, match=tempfile.gettempdir()):
        unnamed(io.BytesIO())
