"""How a conformance check says what it expected and what it got."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rashomon.checks.made_up import MADE_BY, MadeUp
from rashomon.stores.base import Store, Writer


class NotConforming(AssertionError):  # noqa: N818  # test runners show it as any failed assertion
    """A store does not do what every store does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """How a check gets its stores.

    `make` gives a new and empty one. `address` tells where it is, so that another process can open it (`open_store`);
    None where none can.
    """

    make: Callable[[], Store]
    address: Callable[[Store], str] | None = None

    @contextmanager
    def new(self) -> Iterator[Store]:
        """An empty store that is closed in the end."""
        store = self.make()
        try:
            yield store
        finally:
            store.close()


def same(found: object, wanted: object, what: str) -> None:
    """Both must be equal."""
    if found != wanted:
        raise NotConforming(f"{what}: expected {_short(wanted)}, and got {_short(found)}")


def holds(condition: bool, what: str) -> None:  # noqa: FBT001  # an assertion
    """What is told must be so."""
    if not condition:
        raise NotConforming(what)


def raises(kind: type[Exception], act: Callable[[], object], what: str) -> None:
    """The act must fail with this."""
    try:
        act()
    except kind:
        return
    except Exception as fault:
        raise NotConforming(f"{what}: expected {kind.__name__}, and got {type(fault).__name__}: {fault}") from fault
    raise NotConforming(f"{what}: expected {kind.__name__}, and nothing was raised")


def keep(writer: Writer, made: MadeUp, *, made_by: str = MADE_BY) -> None:
    """Write a whole story, as an intake would: each document with its original, reading and placement; the account."""
    for document, reading, placement in zip(made.documents, made.readings, made.placements, strict=True):
        original = writer.keep_original(document.text.encode())
        seen_at = document.published_at
        if seen_at is None:
            raise NotConforming("an invented document has a time")
        added = writer.add(document, seen_at=seen_at, made_by=made_by, original=original)
        if added.version is not None:
            writer.keep_reading(added.version, reading, made_by=made_by)
        writer.place(placement, made_by=made_by)
    writer.keep_copies(made.copies, made_by=made_by)
    writer.settle([made.story], made_by=made_by)
    story = writer.view.story(made.story.id)
    if story is None or made.documents[-1].published_at is None:
        raise NotConforming("a story that was settled in a block is not there in the same block")
    writer.keep_account(made.account, revision=story.revision, made_by=made_by, made_at=made.documents[-1].published_at)


def _short(value: object) -> str:
    told = repr(value)
    return told if len(told) <= 600 else f"{told[:300]} ... {told[-300:]}"
