"""Stories over the API: their accounts, what need not be sent twice, and news of what changes."""

import asyncio
import json
from contextlib import contextmanager
from types import SimpleNamespace

from tests.present import served as served_archive
from tests.present.questions.kept import NOW, archive

from rashomon.core import Story, StoryAccount
from rashomon.present.rest.stories import _told
from rashomon.present.server.changes import Change
from rashomon.present.server.service import Service
from rashomon.settings import Settings
from rashomon.stores import MEMORY


def test_a_story_is_the_account_of_the_command(reading, strike):
    told = reading.get(f"/stories/{strike}").json()
    assert [each["id"] for each in told["stories"]] == [strike]
    assert {each["id"] for each in told["documents"]} == {"strike-1", "strike-2"}
    assert reading.get(f"/stories/{strike[:5]}").json() == told


def test_no_story_of_that_name(reading):
    assert "there is no story 'zzzz'" in reading.detail("GET", "/stories/zzzz", 404)
    assert reading.get("/stories/%00").status_code == 422


def test_what_has_not_changed_is_not_sent_again(reading, strike):
    for address in (f"/stories/{strike}", "/stories", "/claims?limit=2", "/documents/strike-1", "/problems"):
        tag = reading.get(address).headers["etag"]
        for known in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
            again = reading.get(address, headers={"If-None-Match": known})
            assert (again.status_code, again.headers["etag"]) == (304, tag)
        assert reading.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_decision_makes_another_state_of_the_story(writing):
    story = writing.get("/documents/strike-1").json()["story"]
    tag = writing.get(f"/stories/{story}").headers["etag"]
    note = {"kind": "note", "about": ["strike-1"], "reason": "ask the union for its count"}
    assert writing.post("/decisions", json=note).status_code == 201
    assert writing.get(f"/stories/{story}", headers={"If-None-Match": tag}).status_code == 200


class Followed:
    """A service in which these changes are followed, and whose story has these revisions when it is looked at."""

    def __init__(self, *changes, looked=()):
        self.changes, self._changes, self._looked = self, changes, list(looked)

    async def follow(self, story):
        for change in self._changes:
            yield change

    @contextmanager
    def view(self):
        yield self

    def outline(self, story):
        revision = self._looked.pop(0)
        return None if revision is None else SimpleNamespace(revision=revision)

    def now(self):
        return None


def events(service, story, first=None):
    async def gathered():
        return b"".join([each async for each in _told(service, story, first=first)]).decode()

    *found, end = asyncio.run(gathered()).split("\n\n")
    assert end == ""
    return found


def data(told):
    return json.loads(told.split("data: ")[1])


FIRST = {"story": "s1", "revision": 7, "at": None}


def test_events_tell_the_story_as_it_is_and_each_change():
    begun, idle, changed = events(Followed(None, Change(story="s1", revision=8), looked=[7]), "s1", FIRST)
    assert begun.splitlines()[:2] == ["event: story", "id: 7"]
    assert idle.startswith(":")
    assert data(changed) == {"story": "s1", "revision": 8, "at": None}


def test_a_change_before_the_following_began_is_told_at_the_next_look():
    _, changed, idle = events(Followed(None, None, looked=[8, 8]), "s1", FIRST)
    assert data(changed) == {"story": "s1", "revision": 8, "at": None}
    assert idle.startswith(":")


def test_the_end_of_a_story_is_the_last_event():
    _, ended = events(Followed(None, None, looked=[None]), "s1", FIRST)
    assert data(ended)["revision"] is None


def test_events_of_all_stories_begin_with_the_first_change():
    idle, changed = events(Followed(None, Change(story="s2", revision=8)), None)
    assert idle.startswith(":")
    assert '"story":"s2"' in changed
    assert "id:" not in changed


def test_events_of_no_story_are_not_found(reading):
    assert reading.get("/stories/zzzz/events").status_code == 404
    assert reading.get("/jobs/zzzz/events").status_code == 404


def test_an_account_that_is_made_after_the_story_was_placed_makes_another_state():
    store = archive()
    service = Service(Settings(archive=MEMORY), store, now=lambda: served_archive.NOW)
    with store.writer() as writer:
        account = writer.view.account("s1").account
        writer.settle([Story(id="s1", documents=account.documents[:-1])], made_by="placed.v1")
    with served_archive.client(service) as client:
        tag = client.get("/api/v1/stories/s1").headers["etag"]
        with store.writer() as writer:
            placed = writer.view.story("s1").revision
            assert writer.view.outline("s1").revision < placed
            made = StoryAccount(id="s1", title="", documents=account.documents[:-1])
            writer.keep_account(made, revision=placed, made_by="a.v1", made_at=NOW)
        with store.view() as view:
            assert view.story("s1").revision == placed
        told = client.get("/api/v1/stories/s1", headers={"If-None-Match": tag})
        assert told.status_code == 200
        assert told.headers["etag"] != tag
    service.close()
