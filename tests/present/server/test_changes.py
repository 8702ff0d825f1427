"""What changes in an archive while people look at it."""

import asyncio
import io
from threading import Event
from types import SimpleNamespace

from tests.present.served import STRIKE

from rashomon.archive import Archive
from rashomon.ingest import pages_of_stream
from rashomon.pipeline import Pipeline
from rashomon.present.server.changes import Change, _changed, _revisions

THIRD = (
    STRIKE.splitlines()[1]
    .replace('"strike-2"', '"strike-3"')
    .replace("Orle Evening Star", "Sandrow Herald")
    .replace("orlestar.example/buses", "sandrow.example/strike")
    .replace("T09:40", "T11:20")
)


def add_third(service):
    with service.view() as view:
        story = view.story_of("strike-1").story.id
    archive = Archive(service.store, Pipeline(service.settings), now=service.now)
    archive.take_in(pages_of_stream(io.BytesIO(THIRD.encode()), address="third.jsonl", keep_octets=True))
    return story


SECONDS = 240


async def first_change(service, story, add=add_third):
    """What is added while somebody follows a story, or with None all, and the first change that they are told of."""
    looked, look = Event(), service.changes._look

    def looks(seen):
        found = look(seen)
        if found:  # what there is now is known: what comes from here on is news
            looked.set()
        return found

    async def wait():
        async for change in service.changes.follow(story):
            if change is not None:
                return change
        return None

    service.changes._look = looks
    waiting = asyncio.create_task(wait())
    assert await asyncio.to_thread(looked.wait, SECONDS)
    touched = await asyncio.to_thread(add, service)
    return touched, await asyncio.wait_for(waiting, SECONDS)


def test_who_follows_a_story_is_told_of_one_more_report(service):
    with service.view() as view:
        story = view.story_of("strike-1").story.id
    touched, change = asyncio.run(first_change(service, story))
    assert change.story == touched == story
    with service.view() as view:
        assert view.outline(story).revision == change.revision


def test_who_follows_all_stories_is_told_too(service):
    touched, change = asyncio.run(first_change(service, None))
    assert change.story == touched


def test_closing_ends_the_following(service):
    async def follow():
        async def wait():
            return [change async for change in service.changes.follow("none")]

        waiting = asyncio.create_task(wait())
        while not service.changes._waiting:
            await asyncio.sleep(0)
        await asyncio.to_thread(service.changes.close)
        return await asyncio.wait_for(waiting, SECONDS)

    assert asyncio.run(follow()) == []


OTHER = """\
{"id": "lamp-1", "outlet": "Sandrow Herald", "headline": "Lighthouse of Kell goes dark", \
"published_at": "2031-05-31T18:00:00+00:00", \
"text": "The lighthouse of Kell went dark on Saturday after 90 years. Keeper Lena Orm said the lamp is worn out."}
"""


def add_other(service):
    archive = Archive(service.store, Pipeline(service.settings), now=service.now)
    archive.take_in(pages_of_stream(io.BytesIO(OTHER.encode()), address="other.jsonl", keep_octets=True))
    with service.view() as view:
        return view.story_of("lamp-1").story.id


def test_who_follows_all_stories_is_told_of_a_new_one(service):
    story, change = asyncio.run(first_change(service, None, add_other))
    assert change.story == story
    assert change.revision is not None


def test_a_fault_in_a_look_is_outlived(service, monkeypatch):
    look, faults = service.changes._look, [ValueError("not as it should be")]

    def looks(seen):
        if faults:
            raise faults.pop()
        return look(seen)

    monkeypatch.setattr(service.changes, "_look", looks)
    monkeypatch.setattr("rashomon.present.server.changes.SECONDS", 0.2)
    touched, change = asyncio.run(first_change(service, None))
    assert change.story == touched
    assert not faults


class Outlines:
    """A view of these outlines."""

    def __init__(self, **revisions):
        self.there = {name: SimpleNamespace(revision=revision) for name, revision in revisions.items()}

    def outlines_of(self, names):
        return {name: each for name, each in self.there.items() if name in names}

    def documents(self, *_args, **_more):
        return SimpleNamespace(results=[])

    def stories_of(self, _documents):
        return {}


def test_a_story_that_is_no_more_is_told_once():
    before = {"s1": 4}
    for followed in ("s1", None):
        now = _revisions(Outlines(), followed, before)
        assert _changed(before, now) == [Change(story="s1", revision=None)]
        assert _changed(now, _revisions(Outlines(), followed, now)) == []


def test_a_story_that_is_only_old_is_no_news():
    assert _changed({"s1": 4}, _revisions(Outlines(s1=5), None, {"s1": 4})) == []
