"""The hand-made account that the faces are tested on."""

from shutil import copyfile

import pytest
from tests.once import folder_of_run, once
from tests.present import ferry
from tests.present import served as served_archive

from rashomon.present.server.service import Service
from rashomon.stores import open_store


@pytest.fixture
def account():
    return ferry.account()


@pytest.fixture
def story():
    return ferry.STORY


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """A small archive as a file, the same for all of this process; tests work on copies of it."""
    made = once(folder_of_run(tmp_path_factory), served_archive.NAME, served_archive.build)
    own = tmp_path_factory.mktemp("built") / "desk.db"
    copyfile(made, own)
    return own


@pytest.fixture(scope="module")
def worked_here():
    """What is sent to a service is done in this process, as far as nothing tells that from the work of another one."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("rashomon.present.server.service.worker_for", served_archive.WorkedHere.of)
        yield


@pytest.fixture
def service(built, tmp_path):
    """The service over a copy of the small archive."""
    settings = served_archive.copied(built, tmp_path / "desk.db")
    store = open_store(settings.archive)
    made = Service(settings, store, now=lambda: served_archive.NOW)
    yield made
    made.close()
    store.close()


@pytest.fixture
def served(service):
    """A browser that has entered with a key that opens everything; its forms carry `served.token`.

    Its `app.state.service` is the service; `served.key` is the key.
    """
    with served_archive.client(service) as client:
        yield served_archive.entered(client, service)


@pytest.fixture
def visitor(service):
    """A browser at this machine that has not entered: it may read."""
    with served_archive.client(service) as client:
        yield client


@pytest.fixture
def keyed(service):
    """A program that sends a key with each request: `keyed("read", "add")`; without scopes, one for everything."""
    with served_archive.client(service) as client:
        yield lambda *scopes: served_archive.keyed(client, service, *scopes)
