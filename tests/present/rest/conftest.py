"""An application over the small archive, and a client that holds each reply against the OpenAPI document."""

import pytest
from tests.present import served as served_archive
from tests.present.rest.conforming import Documented

from rashomon.present.server.app import make_app
from rashomon.present.server.service import Service
from rashomon.settings import Settings
from rashomon.stores import MEMORY, open_store
from rashomon.stores.memory import MemoryStore

V1 = "/api/v1"


class Api:
    """Asks the API; every reply must be as documented."""

    def __init__(self, client, documented):
        self.client, self.documented = client, documented

    def ask(self, method, address, **more):
        response = self.client.request(method, V1 + address, **more)
        self.documented.holds(response)
        return response

    def get(self, address, **more):
        return self.ask("GET", address, **more)

    def post(self, address, **more):
        return self.ask("POST", address, **more)

    def results(self, address):
        response = self.get(address)
        assert response.status_code == 200, response.text
        return response.json()["results"]

    def detail(self, method, address, status, **more):
        """What a problem says of what is asked."""
        response = self.ask(method, address, **more)
        assert response.status_code == status, response.text
        return response.json()["detail"]


@pytest.fixture(scope="module", autouse=True)
def here(worked_here):
    """The API only hands work on."""


@pytest.fixture(scope="session")
def documented():
    service = Service(Settings(archive=MEMORY), MemoryStore())
    yield Documented(make_app(service).openapi())
    service.close()


@pytest.fixture(scope="module")
def reading(built, documented, tmp_path_factory):
    """The API over an archive that no test of a module changes."""
    chosen = served_archive.copied(built, tmp_path_factory.mktemp("reading") / "desk.db")
    store = open_store(chosen.archive)
    service = Service(chosen, store, now=lambda: served_archive.NOW)
    with served_archive.client(service) as client:
        yield Api(client, documented)
    service.close()
    store.close()


@pytest.fixture
def writing(keyed, documented):
    """The API over an archive of the test's own, by a key that opens everything."""
    return Api(keyed(), documented)


@pytest.fixture
def strike(reading):
    """The id of the story of the strike."""
    return reading.get("/documents/strike-1").json()["story"]
