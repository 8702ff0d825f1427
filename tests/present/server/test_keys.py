"""What a key is, and what is kept of it."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.present.server.keys import Scope, digest, first_key, holder, id_of, new_key, scopes_of
from rashomon.stores import MEMORY, open_store

NOW = datetime(2031, 6, 1, tzinfo=UTC)


@pytest.fixture
def store():
    made = open_store(MEMORY)
    yield made
    made.close()


def kept(store, key):
    with store.writer() as writer:
        writer.keep_key(key)


def test_a_key_has_a_beginning_that_is_recognised_and_256_random_bits():
    some = {new_key("desk", [Scope.READ], by="Ana", at=NOW)[0] for _ in range(200)}
    assert len(some) == 200
    for key in some:
        beginning, own, secret = key.split("_", 2)
        assert (beginning, len(own), len(secret)) == ("rashomon", 10, 43)  # 43 letters of 6 bits


def test_of_a_key_its_digest_is_kept_and_never_itself():
    key, kept = new_key("desk", [Scope.READ], by="Ana", at=NOW)
    assert kept.digest == sha256(key.encode()).hexdigest()
    secret = key.split("_", 2)[2]
    assert secret not in repr(kept)
    assert kept.id == id_of(key)


def test_who_reads_the_archive_has_no_key(store, tmp_path):
    path = tmp_path / "a.db"
    made = open_store(path)
    key = first_key(made, by="Ana", at=NOW)
    made.close()
    octets = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert digest(key).encode() in octets
    assert key.split("_", 2)[2].encode() not in octets


def test_a_key_is_its_holders_until_it_ends(store):
    key, made = new_key("desk", [Scope.ADD], by="Ana", at=NOW, until=NOW + timedelta(days=1))
    kept(store, made)
    with store.view() as view:
        assert holder(view, key, NOW) == made
        assert holder(view, key, NOW + timedelta(days=1)) is None
    with store.writer() as writer:
        writer.end_key(made.id, by="Ana", at=NOW)
    with store.view() as view:
        assert holder(view, key, NOW) is None


def test_a_key_with_the_id_of_another_is_nobodys(store):
    key, made = new_key("desk", [Scope.READ], by="Ana", at=NOW)
    kept(store, made)
    forged = key[:-1] + ("A" if key[-1] != "A" else "B")
    with store.view() as view:
        assert holder(view, forged, NOW) is None
        assert holder(view, f"{key}A", NOW) is None
        assert holder(view, key.upper(), NOW) is None


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_whatever_is_sent_for_a_key_is_nobodys(told):
    store = open_store(MEMORY)
    with store.view() as view:
        assert holder(view, told, NOW) is None
        assert holder(view, f"rashomon_{told}", NOW) is None


def test_what_a_later_version_allows_opens_nothing_here():
    _, made = new_key("desk", [Scope.READ], by="Ana", at=NOW)
    later = type(made)(
        id="x", name="x", digest=made.digest, scopes=("read", "rewrite"), made_at=NOW, made_by="Ana"
    )  # fmt: skip
    assert scopes_of(later) == {Scope.READ}


def test_the_first_key_is_made_once(store):
    key = first_key(store, by="Ana", at=NOW)
    with store.view() as view:
        found = holder(view, key, NOW)
        assert scopes_of(found) == set(Scope)
    assert first_key(store, by="Ana", at=NOW) is None
    with store.writer() as writer:
        writer.end_key(found.id, by="Ana", at=NOW)
    assert first_key(store, by="Ana", at=NOW) is None  # who ended it meant it
