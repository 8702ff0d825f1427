"""A server over an empty archive in memory, whose clock the tests set."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.present import served as served_archive

from rashomon.present.server.limits import Limits
from rashomon.present.server.service import Service
from rashomon.settings import Settings
from rashomon.stores import MEMORY, open_store

NO_LIMITS = Limits(reads_a_minute=0, writes_a_minute=0)


class Clock:
    """Tells the time that it is set to."""

    def __init__(self):
        self.at = datetime(2031, 6, 1, 12, tzinfo=UTC)

    def __call__(self):
        return self.at

    def goes_on(self, **more):
        self.at += timedelta(**more)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def bare(clock):
    """Makes services over an empty archive; settings by their names."""
    made = []

    def make(**settings):
        store = open_store(MEMORY)
        service = Service(Settings(archive=MEMORY, **settings), store, now=clock)
        made.append((service, store))
        return service

    yield make
    for service, store in made:
        service.close()
        store.close()


@pytest.fixture
def desk(bare):
    """A service over an empty archive, at this machine."""
    return bare()


@pytest.fixture
def guest(desk):
    """A browser of this machine that has not entered."""
    with served_archive.client(desk) as client:
        yield client
