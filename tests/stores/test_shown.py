"""Where an archive is, as it may be shown: never with a password."""

from __future__ import annotations

import pytest

from rashomon.stores import open_store
from rashomon.stores.errors import ArchiveError
from rashomon.stores.shown import without_password


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("desk.db", "desk.db"),
        (":memory:", ":memory:"),
        ("postgresql:///news", "postgresql:///news"),
        ("postgresql://desk@host:5432/news?archive=a", "postgresql://desk@host:5432/news?archive=a"),
        ("postgresql://desk:s3cret@host/news", "postgresql://desk@host/news"),
        ("postgresql://desk:s3cr/et?@host/news", "postgresql://desk@host/news"),
        ("postgresql://desk:s3@cret@host/news", "postgresql://desk@host/news"),
        ("postgresql://:s3cret@host/news", "postgresql://@host/news"),
        ("postgresql://host/news?user=desk&password=s3cret", "postgresql://host/news?user=desk&password=***"),
        ("postgresql://host/news?p%61ssword=s3cret&x=1", "postgresql://host/news?p%61ssword=***&x=1"),
    ],
)
def test_the_place_of_an_archive_is_shown_without_its_password(place: str, shown: str) -> None:
    assert without_password(place) == shown
    assert "s3cret" not in shown


@pytest.mark.parametrize("address", ["postgresql://desk:s3cret@host:port/news", "postgresql://desk:s3cret@h[/news"])
def test_an_address_that_is_none_is_refused_without_being_repeated(address: str) -> None:
    with pytest.raises(ArchiveError) as refused:
        open_store(address)
    assert "s3cret" not in str(refused.value)


def test_a_server_that_does_not_answer_is_named_without_the_password() -> None:
    with pytest.raises(ArchiveError, match=r"postgresql://desk@127\.0\.0\.1:1/none") as refused:
        open_store("postgresql://desk:s3cret@127.0.0.1:1/none?archive=one", wait_seconds=1)
    assert "s3cret" not in str(refused.value)
