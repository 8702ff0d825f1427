"""Parties filed under what their names must share with another name of theirs, so that few are compared with it.

A name can stand for a party only as its whole name, by a last word spelt alike, without a second surname, as its
acronym, or without its place; each of these has a file of its own. A name is compared with the parties that it finds
there, and no party that it could stand for is missed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

Key = tuple[str, ...]
Party = TypeVar("Party")

PLACED = frozenset({"of", "in", "at", "for"})
"""What may follow a body's name before the place that tells it from others ("Harbour School of Norholm")."""

SKIPPED = frozenset({"of", "and", "for", "in"})
"""Words without a letter in an acronym."""


def acronym(key: Key) -> str:
    """The first letters of a name's words."""
    return "".join(word[0] for word in key if word not in SKIPPED)


class Filed(Generic[Party]):
    """Parties by their names' keys.

    Args:
        spelt_alike: whether two words differ by spelling alone; such words begin with one letter.
    """

    def __init__(self, spelt_alike: Callable[[str, str], bool]) -> None:
        self._spelt_alike = spelt_alike
        self._files: dict[tuple[str, object], dict[int, Party]] = {}
        self._lasts: dict[str, dict[str, tuple[str, ...]]] = {}
        """First letter -> last words -> those known that are spelt alike."""

    def add(self, party: Party, key: Key, country: str | None) -> None:
        """File a party under one more of its names."""
        files: Iterable[tuple[str, object]] = [("country", country)] if country is not None else _under(key)
        for file in files:
            self._files.setdefault(file, {}).setdefault(id(party), party)
        if key and country is None:
            self._spelt(key[-1])

    def near(self, key: Key, country: str | None) -> list[Party]:
        """The parties that a name could stand for, each once."""
        found: dict[int, Party] = {}
        for file in [("country", country)] if country is not None else self._sought(key):
            found.update(self._files.get(file, {}))
        return list(found.values())

    def _sought(self, key: Key) -> Iterator[tuple[str, object]]:
        yield "whole", key
        if not key:
            return
        for word in self._spelt(key[-1]):
            yield "last", word
        yield "but last", key
        yield "whole", key[:-1]
        yield "whole", (acronym(key),)
        yield "placed", key
        for place in _places(key):
            yield "whole", key[:place]
        if len(key) == 1:
            yield "acronym", key[0]

    def _spelt(self, word: str) -> tuple[str, ...]:
        """The known last words that are spelt alike, the word itself among them."""
        known = self._lasts.setdefault(word[:1], {})
        if word not in known:
            alike = [other for other in known if self._spelt_alike(word, other)]
            for other in alike:
                known[other] = (*known[other], word)
            known[word] = (word, *alike)
        return known[word]


def _under(key: Key) -> Iterator[tuple[str, object]]:
    yield "whole", key
    if not key:
        return
    yield "last", key[-1]
    if len(key) > 1:
        yield "but last", key[:-1]
        yield "acronym", acronym(key)
    for place in _places(key):
        yield "placed", key[:place]


def _places(key: Key) -> Iterator[int]:
    """Where in a name its place may begin."""
    return (n for n, word in enumerate(key) if n > 1 and word in PLACED)
