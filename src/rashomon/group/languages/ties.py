"""Which tellings in different languages tell one story."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rashomon.group.languages.tellings import Key


class Ties:
    """For each telling the first one of its story; a telling that is tied to none is the first of its own.

    A story has one telling a language, unless the stream of that language later brought two tellings together.
    """

    __slots__ = ("_first", "_members", "_order")

    def __init__(self) -> None:
        self._first: dict[Key, Key] = {}
        self._members: dict[Key, list[Key]] = {}
        self._order: dict[Key, int] = {}

    def open(self, key: Key) -> None:
        """Note a telling; the order in which tellings are noted decides which is the first of a story."""
        self._order.setdefault(key, len(self._order) and 1 + next(reversed(self._order.values())))

    def first(self, key: Key) -> Key:
        """The first telling of the story."""
        return self._first.get(key, key)

    def members(self, key: Key) -> tuple[Key, ...]:
        """All tellings of the story, the first one first."""
        first = self.first(key)
        return (first, *self._members.get(first, ()))

    def number(self, key: Key) -> int:
        """How many tellings were noted before."""
        return self._order[key]

    def tie(self, left: Key, right: Key) -> None:
        """The stories of two tellings are one; the story that opened first keeps its id."""
        one, other = sorted((self.first(left), self.first(right)), key=self.number)
        if one == other:
            return
        moved = self.members(other)
        self._members.pop(other, None)
        self._first.update(dict.fromkeys(moved, one))
        self._members.setdefault(one, []).extend(moved)

    def replace(self, key: Key, by: Key) -> None:
        """A telling is part of another one now, and what it was tied to is tied to that."""
        others = [each for each in self.members(key) if each != key]
        self.drop(self.members(key))
        for each in (*others, by):
            self.open(each)
        del self._order[key]
        for each in others:
            self.tie(each, by)

    def drop(self, keys: Iterable[Key]) -> None:
        """Untie these tellings, which are all those of a story."""
        for key in keys:
            self._first.pop(key, None)
            self._members.pop(key, None)

    def forget(self, keys: Iterable[Key]) -> None:
        """Forget these tellings, which are all those of a story."""
        keys = tuple(keys)
        self.drop(keys)
        for key in keys:
            self._order.pop(key, None)

    def row(self) -> dict[str, Any]:
        """The ties as plain values."""
        return {
            "order": [[*key, number] for key, number in self._order.items()],
            "tied": [[*key, *first] for key, first in self._first.items()],
        }

    def take_up(self, row: dict[str, Any]) -> None:
        """Go on from what `row` gave."""
        self._order = {Key(stream, story): number for stream, story, number in row["order"]}
        for stream, story, *first in row["tied"]:
            key, root = Key(stream, story), Key(*first)
            self._first[key] = root
            self._members.setdefault(root, []).append(key)
