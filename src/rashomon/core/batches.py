"""Things taken so many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")


def batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of `size`, the last one shorter; none is taken before it is asked for."""
    waiting = iter(items)
    while batch := list(islice(waiting, size)):
        yield batch
