"""Things taken so many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

Item = TypeVar("Item")


def batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of `size`, the last one shorter; none is taken before it is asked for."""
    waiting = iter(items)
    while batch := list(islice(waiting, size)):
        yield batch


def few_or_more(items: Iterator[Item], few: int) -> tuple[list[Item], Iterator[Item]]:
    """All items and nothing, where there are no more than so `few`; else nothing and all items, few of them taken."""
    first = list(islice(items, few + 1))
    return (first, iter(())) if len(first) <= few else ([], chain(first, items))
