"""Which documents hold a fingerprint, in the order they were taken in."""

from __future__ import annotations

import random
from datetime import timedelta

from rashomon.checks.expecting import Maker, keep, raises, same
from rashomon.checks.made_up import BEGAN, MADE_BY, made_up
from rashomon.stores.balance import imbalances
from rashomon.stores.base import Store
from rashomon.stores.encoding import line_of
from rashomon.stores.errors import Refused

EDGES = (0, 1, 2**63 - 1, 2**63, 2**64 - 1)
"""Where numbers with and without a sign part."""
MANY = 32_000
"""So many hashes are asked at once."""
STORIES = 4


def _filled(store: Store) -> list[str]:
    """Stories whose later documents are the earlier ones by their times; gives the ids in the order they came."""
    names: list[str] = []
    for number in reversed(range(STORIES)):
        made = made_up(number)
        with store.writer() as writer:
            keep(writer, made)
        names += [document.id for document in made.documents]
    return names


def the_first_holders_are_told(maker: Maker) -> None:
    """Of each hash the first so many documents that hold it, whatever their times and whenever it was told."""
    with maker.new() as store:
        names = _filled(store)
        with store.writer() as writer:
            for at, name in reversed(list(enumerate(names))):
                writer.keep_fingerprints(name, (*EDGES, *EDGES, 1000 + at))
        with store.view() as view:
            same(view.fingerprints(names[2]), tuple(sorted({*EDGES, 1002})), "the fingerprints of a document")
            same(list(view.holders([], most=5)), [], "the holders of nothing")
            same(list(view.holders([77], most=5)), [], "the holders of a hash that none has")
            asked = (1003, 2**64 - 1, 0, 1003, 77)
            wanted = [(1003, names[3]), *((h, name) for h in (2**64 - 1, 0) for name in names[:5])]
            same(list(view.holders(asked, most=5)), wanted, "the first five holders")
            every = [(h, name) for h in EDGES for name in names]
            same(list(view.holders(EDGES, most=1000)), every, "all holders")
            same(view.counts().fingerprinted, len(names), "how many documents have fingerprints")
            same(list(imbalances(view)), [], "what does not fit together")


def fingerprints_are_replaced_whole(maker: Maker) -> None:
    """Told again they stand in the place of those before; of no document, and of no such number, they are refused."""
    with maker.new() as store:
        names = _filled(store)
        with store.writer() as writer:
            for name in names:
                writer.keep_fingerprints(name, range(200))
        with store.writer() as writer:
            writer.keep_fingerprints(names[0], (5, 2**64 - 1))
            writer.keep_fingerprints(names[1], ())
            same(list(writer.view.holders([5], most=2)), [(5, names[0]), (5, names[2])], "holders within a block")
        with store.view() as view:
            same([h for h in range(200) if (h, names[0]) in set(view.holders([h], most=1))], [5], "what is still held")
            same(view.fingerprints(names[1]), (), "fingerprints that were replaced by none")
            same(list(view.holders([6], most=1)), [(6, names[2])], "the first holder of a hash that others had before")
            same(list(imbalances(view)), [], "what does not fit together")

        def of_nothing() -> None:
            with store.writer() as writer:
                writer.keep_fingerprints("none", (1,))

        def signed() -> None:
            with store.writer() as writer:
                writer.keep_fingerprints(names[0], (-1,))

        raises(Refused, of_nothing, "fingerprints of no document")
        raises(Refused, signed, "a fingerprint with a sign")


def fingerprints_go_with_their_document(maker: Maker) -> None:
    """What is removed for good is held by nothing; those of documents of before a time are dropped when asked."""
    with maker.new() as store:
        names = _filled(store)
        with store.writer() as writer:
            for name in names:
                writer.keep_fingerprints(name, (7,))
        with store.writer() as writer:
            writer.forget([line_of(made_up(STORIES - 1).documents[0])], by="B", at=BEGAN, reason="why")
            same(next(writer.view.holders([7], most=1)), (7, names[1]), "the first holder, the one before it removed")
        with store.writer() as writer:
            same(writer.drop_fingerprints(BEGAN), 0, "how many are of before everything")
            last = made_up(STORIES - 1).documents[1].published_at or BEGAN
            same(writer.drop_fingerprints(last), len(names) - 3, "how many documents are of before the last two")
        with store.view() as view:
            same(list(view.holders([7], most=99)), [(7, names[1]), (7, names[2])], "the holders that are left")
            same(view.fingerprint_sums(), (2, 2), "how many fingerprints are left")
            same(list(imbalances(view)), [], "what does not fit together")
        with store.writer() as writer:
            again = made_up(9).documents[0]
            writer.add(again, seen_at=BEGAN + timedelta(days=1), made_by=MADE_BY)
            writer.keep_fingerprints(again.id, (7,))
            writer.keep_fingerprints(names[3], (7,))
        with store.view() as view:
            held = [name for _, name in view.holders([7], most=99)]
            same(held, [names[1], names[2], names[3], again.id], "the holders after some came back")


def many_hashes_are_asked_at_once(maker: Maker) -> None:
    """Tens of thousands in one question have the answers that each has alone."""
    dice = random.Random(5)  # noqa: S311  # nothing hangs on it
    with maker.new() as store:
        names = _filled(store)
        own = {name: [dice.getrandbits(64) for _ in range(125)] for name in names}
        with store.writer() as writer:
            for name, hashes in own.items():
                writer.keep_fingerprints(name, hashes)
        asked = [dice.getrandbits(64) for _ in range(MANY)] + [h for hashes in own.values() for h in hashes]
        dice.shuffle(asked)
        holder = {h: name for name, hashes in own.items() for h in hashes}
        with store.view() as view:
            wanted = [(h, holder[h]) for h in asked if h in holder]
            same(list(view.holders(asked, most=8)), wanted, "the holders of tens of thousands of hashes")


CHECKS = (
    the_first_holders_are_told,
    fingerprints_are_replaced_whole,
    fingerprints_go_with_their_document,
    many_hashes_are_asked_at_once,
)
