"""Folders are followed: files are taken in once they are still, and again when they change."""

from __future__ import annotations

import os

import pytest
from tests.archive.newsstand import Newsstand, page, rss

from rashomon.archive.watching import Outcome


@pytest.fixture
def stand():
    return Newsstand()


def put(stand, file, raw, *, seconds_ago=3600.0):
    file.write_bytes(raw)
    at = stand.wall - seconds_ago
    os.utime(file, (at, at))


def names(stand):
    return [one.address.rsplit("/", 1)[1] for one in stand.taken]


def test_files_are_taken_in_once_and_again_when_they_change(stand, tmp_path):
    put(stand, tmp_path / "1.html", page("One"))
    put(stand, tmp_path / "2.txt", b"The mayor spoke at noon.")
    put(stand, tmp_path / ".hidden", b"Words.")
    (visited,) = stand.once(str(tmp_path))
    assert (visited.new, visited.taken, visited.entries) == (2, 2, 2)
    (visited,) = stand.once(str(tmp_path))
    assert (visited.outcome, visited.taken) == (Outcome.UNCHANGED, 0)
    put(stand, tmp_path / "2.txt", b"The mayor spoke at one.", seconds_ago=1800)
    (visited,) = stand.once(str(tmp_path))
    assert (visited.new, visited.changed) == (0, 1)
    assert names(stand) == ["1.html", "2.txt", "2.txt"]
    assert stand.via == [str(tmp_path)] * 2
    assert all(one.octets for one in stand.taken)


def test_a_file_that_was_just_written_is_waited_for(stand, tmp_path):
    put(stand, tmp_path / "1.html", page("One"), seconds_ago=0)
    visits = stand.once(str(tmp_path))
    assert [visited.taken for visited in visits] == [0, 1]


def test_a_file_that_is_still_being_written_is_left_until_it_is_still(stand, tmp_path):
    file = tmp_path / "1.html"
    put(stand, file, page("One")[:50], seconds_ago=0)

    def grows(seconds):
        stand.passes(seconds)
        put(stand, file, page("One")[:80], seconds_ago=0)

    watcher = stand.watcher(str(tmp_path))
    watcher._sleep = grows
    *_, visited = watcher.once()
    assert (visited.taken, visited.left) == (0, 1)
    assert stand.taken == []
    put(stand, file, page("One"), seconds_ago=0)
    stand.once(str(tmp_path))
    (taken,) = stand.taken
    assert "ran aground" in taken.text


def test_a_file_of_the_future_is_taken_in_too(stand, tmp_path):
    put(stand, tmp_path / "1.html", page("One"), seconds_ago=-90_000)
    stand.once(str(tmp_path))
    assert names(stand) == ["1.html"]


def test_what_cannot_be_read_is_named_once(stand, tmp_path):
    put(stand, tmp_path / "1.html", b"\x89PNG\r\n\x1a\n\x00\x00")
    (visited,) = stand.once(str(tmp_path))
    assert (visited.set_aside, stand.codes()) == (1, ["not-text"])
    stand.once(str(tmp_path))
    assert stand.codes() == ["not-text"]


def test_feed_files_in_a_folder_give_the_reports_that_they_carry(stand, tmp_path):
    words = "<description>" + "The bridge of Orsk is closed for a week. " * 12 + "</description>"
    put(stand, tmp_path / "feed.xml", rss(("/1", "Bridge closed", words)))
    stand.once(str(tmp_path))
    assert [one.given.headline for one in stand.taken] == ["Bridge closed"]


def test_the_archives_own_files_are_left(stand, tmp_path):
    put(stand, tmp_path / "rashomon.db", b"words")
    (visited,) = stand.once(str(tmp_path), leave=lambda path: path.name == "rashomon.db")
    assert (visited.entries, stand.taken) == (0, [])


def test_files_that_went_are_forgotten_and_taken_in_when_they_are_back(stand, tmp_path):
    file = tmp_path / "1.html"
    put(stand, file, page("One"))
    stand.once(str(tmp_path))
    file.unlink()
    stand.once(str(tmp_path))
    put(stand, file, page("One"))
    (visited,) = stand.once(str(tmp_path))
    assert visited.outcome is Outcome.READ
    assert visited.new == 1
