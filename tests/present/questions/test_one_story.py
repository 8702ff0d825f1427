"""One story of an archive is an account of the published shape."""

import jsonschema
import pytest
from tests.present import ferry
from tests.present.questions.kept import NOW, archive, document, keep_account

from rashomon.core import Reading, Story
from rashomon.present import questions
from rashomon.present.exports.account_rows import account_row
from rashomon.present.exports.schema import schema
from rashomon.present.questions import AskedError
from rashomon.stores.memory import MemoryStore


def test_a_story_is_its_account_with_its_documents():
    with archive().view() as view:
        made = questions.story(view, "s1")
    assert made.stories == (ferry.STORY,)
    assert set(made.documents) == set(ferry.DOCUMENTS.values())
    row = account_row(made)
    jsonschema.validate(row, schema("account"))
    assert row["stories"] == account_row(ferry.account())["stories"]
    assert made.provenance.stages == ("align.v1", "account.v1")


def test_the_models_are_those_of_the_readings():
    readings = {name: Reading(document=name, models=("parser-1",), degraded=name == "echo") for name in ferry.DOCUMENTS}
    with keep_account(MemoryStore(), ferry.account(), readings).view() as view:
        made = questions.story(view, "s1").provenance
    assert (made.models, made.degraded) == (("parser-1",), True)


def test_a_story_that_has_changed_since_says_so():
    store = archive(ferry.account())
    with store.writer() as writer:
        writer.add(document("late", "Quay Times", "The bridge again.", NOW), seen_at=NOW, made_by="test.v1")
        writer.settle([Story(id="s1", documents=(*ferry.DOCUMENTS, "late"))], made_by="test.v1")
    with store.view() as view:
        made = questions.story(view, "s1")
    (problem,) = (p for p in made.problems if p.stage == questions.ARCHIVE_STAGE)
    assert problem.code == "account-behind"
    assert "late" not in {d.id for d in made.documents}


def test_a_story_without_an_account_has_its_documents_and_says_so():
    store = MemoryStore()
    with store.writer() as writer:
        writer.add(document("alone", "Quay Times", "A fish.", NOW), seen_at=NOW, made_by="test.v1")
        writer.settle([Story(id="story-alone", documents=("alone",))], made_by="test.v1")
    with store.view() as view:
        made = questions.story(view, "story-alone")
        assert questions.story(view, "stor") == made
    assert "account-missing" in {p.code for p in made.problems}
    assert made.stories[0].documents == ("alone",)
    jsonschema.validate(account_row(made), schema("account"))


def test_a_story_is_named_by_the_beginning_of_its_id_where_no_other_begins_so():
    store = MemoryStore()
    with store.writer() as writer:
        for name in ("abcd-1", "abcd-2", "abce-1"):
            writer.add(document(name, "Quay Times", f"{name}.", NOW), seen_at=NOW, made_by="test.v1")
            writer.settle([Story(id=name, documents=(name,))], made_by="test.v1")
    with store.view() as view:
        assert questions.story(view, "abce").stories[0].id == "abce-1"
        assert questions.story(view, "abcd-2").stories[0].id == "abcd-2"
        with pytest.raises(AskedError, match="several stories begin"):
            questions.story(view, "abcd")
        for name in ("abc", "", "zzzz", "abcd-3"):
            with pytest.raises(AskedError, match="there is no story"):
                questions.story(view, name)


class Counted:
    """A view that notes which accounts are decoded."""

    def __init__(self, view):
        self._view, self.decoded = view, []

    def __getattr__(self, name):
        return getattr(self._view, name)

    def account(self, story):
        self.decoded.append(story)
        return self._view.account(story)


def test_the_account_of_a_story_is_decoded_once():
    with archive().view() as view:
        counted = Counted(view)
        questions.story(counted, "s1")
    assert counted.decoded == ["s1"]
