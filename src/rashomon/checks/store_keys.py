"""Keys are kept by their digests, never change, and end for good."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta, timezone

from rashomon.checks.expecting import Maker, holds, keep, raises, same
from rashomon.checks.made_up import BEGAN, made_up
from rashomon.core import content_id
from rashomon.stores.base import Store
from rashomon.stores.encoding import line_of
from rashomon.stores.errors import Refused
from rashomon.stores.facts import AccessKey


def _key(name: str, **more: object) -> AccessKey:
    told: dict[str, object] = {
        "id": content_id("key", name)[:12],
        "name": name,
        "digest": hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest(),
        "scopes": ("read", "add"),
        "made_at": BEGAN,
        "made_by": "Ana Norlo",
    }
    return AccessKey(**(told | more))  # type: ignore[arg-type]  # the fields by their names


def keys_are_kept_as_they_are(maker: Maker) -> None:
    """What is kept comes back whole, whatever its name is written in; the same key stands once."""
    east, ends = timezone(timedelta(hours=5)), BEGAN + timedelta(days=9)
    first = _key("the desk", until=ends.astimezone(east))
    odd = _key("b\\u0000 \x00 \ud800 \u202e", scopes=("admin",), made_by="\x00\\")
    with maker.new() as store:
        with store.view() as view:
            same((view.keys(), view.key(first.id)), ((), None), "the keys of a new archive")
        with store.writer() as writer:
            writer.keep_key(first)
            writer.keep_key(odd)
            writer.keep_key(first)
            same(writer.view.key(first.id), first, "a key within the block that keeps it")
        with store.view() as view:
            same(view.keys(), (first, odd), "the keys, in the order they were made")
            same((view.key(odd.id), view.key("none")), (odd, None), "keys by their ids")
            holds(view.keys()[0].holds_at(BEGAN), "a key does not hold before its end")
            holds(not view.keys()[0].holds_at(ends), "a key holds after its end")


def keys_end_for_good(maker: Maker) -> None:
    """The first ending stays; no key comes back, nor does another take its place."""
    first, second = _key("the desk"), _key("a script")
    later = BEGAN + timedelta(days=1)
    ended = replace(first, ended_at=BEGAN, ended_by="Bo Tormar")
    with maker.new() as store:
        with store.writer() as writer:
            writer.keep_key(first)
            writer.keep_key(second)
        with store.writer() as writer:
            writer.end_key(first.id, by="Bo Tormar", at=BEGAN)
            writer.end_key(first.id, by="Ana Norlo", at=later)
            writer.keep_key(first)
        with store.view() as view:
            same(view.keys(), (ended, second), "the keys after one was ended twice and kept again")
            holds(not ended.holds_at(BEGAN - timedelta(days=1)), "an ended key holds")
        for what, bad in (
            ("another key of the same id", replace(first, name="somebody else")),
            ("another secret under the same id", replace(second, digest="0" * 64)),
            ("a key that opens nothing", _key("x", scopes=())),
            ("a scope of two words", _key("x", scopes=("read add",))),
            ("a key of nobody", _key(" ")),
            ("a key that nobody made", _key("x", made_by="")),
            ("a secret in place of its digest", _key("x", digest="open sesame")),
            ("a time without a zone", _key("x", made_at=BEGAN.replace(tzinfo=None))),
            ("a new key that has ended", _key("x", ended_at=BEGAN)),
        ):
            raises(Refused, _kept(store, bad), what)
        raises(Refused, _ended(store, "none", "Bo Tormar"), "the ending of no key")
        raises(Refused, _ended(store, second.id, " "), "an ending by nobody")
        with store.view() as view:
            same(view.keys(), (ended, second), "the keys after what was refused")


def _kept(store: Store, key: AccessKey) -> Callable[[], None]:
    def kept() -> None:
        with store.writer() as writer:
            writer.keep_key(key)

    return kept


def _ended(store: Store, key: str, by: str) -> Callable[[], None]:
    def ended() -> None:
        with store.writer() as writer:
            writer.end_key(key, by=by, at=BEGAN)

    return ended


def the_last_use_of_a_key_is_noted(maker: Maker) -> None:
    """Only forwards, and of keys that there are; a key is no part of what is removed for good."""
    key, made = _key("the desk"), made_up(1)
    later = BEGAN + timedelta(hours=3)
    with maker.new() as store:
        with store.writer() as writer:
            keep(writer, made)
            writer.keep_key(key)
            writer.note_uses({key.id: later, "none": later})
        with store.writer() as writer:
            writer.note_uses({key.id: BEGAN})
            writer.forget([line_of(made.documents[0])], by="Bo Tormar", at=BEGAN, reason="a court said so")
        with store.view() as view:
            same(view.keys(), (replace(key, used_at=later),), "when a key was used last")


CHECKS = (keys_are_kept_as_they_are, keys_end_for_good, the_last_use_of_a_key_is_noted)
