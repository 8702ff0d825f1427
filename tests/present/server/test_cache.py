"""What was made lately and is asked for again."""

import threading
import time

import pytest

from rashomon.present.server.cache import Cache


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_it_is_made_once_however_many_ask():
    cache, made = Cache(10), []

    def make():
        time.sleep(0.05)
        made.append(1)
        return "page"

    threads = [threading.Thread(target=lambda: cache.get("front", make)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1


def test_it_is_made_anew_when_it_is_too_old():
    clock = Clock()
    cache = Cache(10, clock=clock)
    assert cache.get("front", lambda: 1, seconds=2) == 1
    clock.now = 1.9
    assert cache.get("front", lambda: 2, seconds=2) == 1
    clock.now = 2.0
    assert cache.get("front", lambda: 3, seconds=2) == 3


def test_the_longest_unused_goes_first():
    cache = Cache(5)
    for key in "abcde":
        cache.get(key, lambda: 1)
    cache.get("a", lambda: 2)
    cache.get("f", lambda: 1)
    assert cache.get("a", lambda: 3) == 1
    assert cache.get("b", lambda: 3) == 3


def test_one_heavier_than_all_room_is_still_given():
    cache = Cache(5)
    assert cache.get("small", lambda: "s") == "s"
    assert cache.get("big", lambda: "x" * 9, weight=len) == "x" * 9
    assert cache.get("small", lambda: "again") == "again"


def test_what_cannot_be_made_is_tried_again_by_the_next():
    cache = Cache(5)
    with pytest.raises(ZeroDivisionError):
        cache.get("a", lambda: 1 // 0)
    assert cache.get("a", lambda: 7) == 7


def test_while_it_is_made_anew_others_get_the_one_before():
    clock, begun, go_on, got = Clock(), threading.Event(), threading.Event(), []
    cache = Cache(10, clock=clock)
    cache.get("front", lambda: "old", seconds=2, old_seconds=60)
    clock.now = 5.0

    def slowly():
        begun.set()
        go_on.wait(60)
        return "new"

    making = threading.Thread(target=lambda: got.append(cache.get("front", slowly, seconds=2, old_seconds=60)))
    making.start()
    assert begun.wait(60)
    assert cache.get("front", lambda: "other", seconds=2, old_seconds=60) == "old"
    go_on.set()
    making.join()
    assert got == ["new"]
    assert cache.get("front", lambda: "other", seconds=2, old_seconds=60) == "new"
    clock.now = 100.0
    assert cache.get("front", lambda: "later", seconds=2, old_seconds=60) == "later"
