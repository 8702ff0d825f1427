"""A small archive of the bundled reports and an invented strike, and the application over a copy of it."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from shutil import copyfile

from starlette.testclient import TestClient

from rashomon.archive import Archive
from rashomon.core.frames import received, send
from rashomon.ingest import pages, pages_of_stream
from rashomon.pipeline import Pipeline
from rashomon.present.server.app import make_app
from rashomon.present.server.keys import Scope, new_key
from rashomon.present.server.limits import Limits
from rashomon.present.server.service import Service
from rashomon.present.server.worker import Here
from rashomon.settings import Settings
from rashomon.stores import MEMORY, Store, open_store

NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)

NAME = "plain.db"
"""What its file is called where processes share it."""

STRIKE = """\
{"id": "strike-1", "outlet": "Tarn Valley Post", "headline": "Bus drivers in Orle begin strike", \
"published_at": "2031-05-30T06:10:00+00:00", "address": "https://tarnvalley.example/strike", \
"text": "Bus drivers in Orle began a strike on Friday. About 300 drivers stayed at home, the union said. \
\\"We will not drive until the company talks to us,\\" said union leader Mira Holt. \
The Orle Transport Company denied that it had cut pay."}
{"id": "strike-2", "outlet": "Orle Evening Star", "headline": "Orle buses stand still", \
"published_at": "2031-05-30T09:40:00+00:00", "address": "https://orlestar.example/buses", \
"text": "Bus drivers in Orle began a strike on Friday. About 250 drivers stayed at home. \
\\"We will not drive until the company talks to us,\\" union leader Mira Holt told reporters. \
The Orle Transport Company plans to hire other drivers, a spokeswoman said."}
{"id": "weir-1", "outlet": "Orle Evening Star", "headline": "Weir at Sandrow opens", \
"published_at": "2031-05-29T15:00:00+00:00", \
"text": "The mayor of Sandrow, Peter Vance, opened the new weir on Thursday. It cost 4 million crowns."}
"""


def build(place: Path, pipeline: Pipeline | None = None) -> Path:
    """The archive as a file."""
    demo = files("rashomon.demo")
    named = sorted(each for each in demo.iterdir() if each.name.endswith((".txt", ".html")))
    store = open_store(place)
    try:
        archive = Archive(store, pipeline or Pipeline(Settings(archive=str(place))), now=lambda: NOW)
        archive.take_in(pages([str(each) for each in named], keep_octets=True))
        archive.take_in(pages_of_stream(io.BytesIO(STRIKE.encode()), address="strike.jsonl", keep_octets=True))
    finally:
        store.close()
    return place


class WorkedHere(Here):
    """A worker in this process, to which tasks come and from which answers go as they do between processes.

    Those load the parser anew, which takes seconds; they are tested in `tests/present/server`.
    """

    @classmethod
    def of(cls, settings: Settings, store: Store, *, keeps: bool) -> "WorkedHere":
        """In the place of `worker_for`."""
        if keeps:
            return cls(settings, store)
        return cls(replace(settings, archive=MEMORY, engine="local"), open_store(MEMORY))

    def do(self, task, progress):
        """Do a task."""
        return sent(super().do(sent(task), progress))


def sent(told):
    """What another process has of what is sent to it."""
    frame = io.BytesIO()
    send(frame, told)
    frame.seek(0)
    return received(frame)


def copied(built: Path, to: Path) -> Settings:
    """Settings of a server over a copy of it."""
    copyfile(built, to)
    return Settings(archive=str(to))


BASE = "http://127.0.0.1:8000"


def client(service: Service, limits: Limits | None = None) -> TestClient:
    """A browser of this machine; `limits` in place of those of the settings."""
    return TestClient(make_app(service, limits=limits), base_url=BASE, follow_redirects=False)


def key(service: Service, *scopes: str, name: str = "the desk", until: datetime | None = None) -> str:
    """A key with these scopes; without any, one that opens everything."""
    made, kept = new_key(
        name, [Scope(each) for each in scopes] or list(Scope), by="Ana Norlo", at=service.now(), until=until
    )
    with service.store.writer() as writer:
        writer.keep_key(kept)
    return made


def keyed(browser: TestClient, service: Service, *scopes: str) -> TestClient:
    """The client as a program that sends a key with each request."""
    browser.headers["Authorization"] = f"Bearer {key(service, *scopes)}"
    return browser


def token_in(page: str) -> str:
    """What the forms of a page carry."""
    return re.search(r'name="token" value="([^"]*)"', page)[1]


def entered(browser: TestClient, service: Service, *scopes: str) -> TestClient:
    """The client after it has entered, as people do."""
    browser.key = key(service, *scopes)
    token = token_in(browser.get("/enter").text)
    answer = browser.post("/enter", data={"token": token, "key": browser.key}, headers={"Origin": BASE})
    assert answer.status_code == 303, answer.text
    browser.token = token_in(browser.get("/enter").text)
    return browser
