"""Decisions in an archive: they shape what is settled and accounted, and outlive what comes and is run again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.archive.bridge import AT, DOCUMENTS, ROOM, decision, place

from rashomon.archive.accounts import account_of_all
from rashomon.archive.archive import Archive
from rashomon.archive.decided import Decided
from rashomon.archive.decided_stories import regrouped
from rashomon.archive.deciding import DecideError, Desk, end, write
from rashomon.archive.labels import labels
from rashomon.archive.laying import ROWS, settle
from rashomon.core import Decision, DecisionKind, Ending, Given, Page, Story
from rashomon.present.exports.account_rows import account_row
from rashomon.stores import open_store
from rashomon.stores.facts import Derived

MERGE, SPLIT, MOVE, SPEAKER = DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.MOVE, DecisionKind.SPEAKER
SAID = "We will not gamble with a single life on this crossing"
DISMISSED = "The Tessel Line dismissed 12 pilots"
BRIDGE = ("post", "mail", "echo", "courier")


@pytest.fixture(params=["memory", "file"])
def store(request, tmp_path):
    opened = open_store(":memory:" if request.param == "memory" else tmp_path / "a.db")
    yield opened
    opened.close()


@pytest.fixture
def shelf(store):
    """An archive with the documents and no readings, in three stories: the bridge, the bakers, their ovens."""
    with store.writer() as writer:
        for document in ROOM.documents:
            writer.add(document, seen_at=AT, made_by="clean.v1")
    settled(store, story("bridge", *BRIDGE), story("bakers", "star"), story("ovens", "dispatch"))
    return store


def story(name, *documents):
    return Story(id=name, documents=documents)


def settled(store, *stories):
    with store.writer() as writer:
        return settle(writer, stories, made_by="group.v1")


def groups(store):
    with store.view() as view:
        return {kept.story.id: set(kept.story.documents) for kept in view.stories()}


def ended(made, number=9):
    return Ending(decision=made.id, by="Bo Tormar", at=AT + timedelta(hours=number), reason="it was not so")


def test_a_merge_is_settled_and_its_ending_brings_grouping_back(shelf):
    merge = decision(1, MERGE, "star", "dispatch")
    touched = write(shelf, merge)
    assert touched == ("bakers",)
    assert groups(shelf) == {"bridge": set(BRIDGE), "bakers": {"star", "dispatch"}}
    assert set(end(shelf, ended(merge))) == {"bakers", "ovens"}
    assert groups(shelf) == {"bridge": set(BRIDGE), "bakers": {"star"}, "ovens": {"dispatch"}}
    with shelf.view() as view:
        assert list(view.stream(ROWS)) == []


def test_a_document_that_grouping_puts_into_a_merged_story_later_goes_with_it(shelf):
    write(shelf, decision(1, MERGE, "star", "dispatch"))
    later = replace(
        DOCUMENTS["dispatch"], id="later", text="Bread is back, the guild said.", passages=(), headline_span=None
    )
    with shelf.writer() as writer:
        writer.add(later, seen_at=AT, made_by="clean.v1")
        settle(writer, [story("ovens", "dispatch", "later")], made_by="group.v1")
    assert groups(shelf) == {"bridge": set(BRIDGE), "bakers": {"star", "dispatch", "later"}}


def test_a_split_holds_when_grouping_joins_the_documents_again(shelf):
    split = decision(1, SPLIT, "courier")
    write(shelf, split)
    settled(shelf, story("bridge", *BRIDGE, "star"), story("bakers"))
    found = groups(shelf)
    assert {"courier"} in found.values()
    assert found["bridge"] == {"post", "mail", "echo", "star"}
    assert "bakers" not in found
    end(shelf, ended(split))
    assert groups(shelf) == {"bridge": {*BRIDGE, "star"}, "ovens": {"dispatch"}}


def test_a_merged_story_stays_one_when_grouping_parts_it(shelf):
    write(shelf, decision(1, MERGE, *BRIDGE, "star"))
    settled(shelf, story("bridge", "post", "mail", "echo"), story("pilots", "courier"))
    assert groups(shelf) == {"bridge": {*BRIDGE, "star"}, "ovens": {"dispatch"}}


def test_a_document_that_leaves_grouping_leaves_the_decided_story_too(shelf):
    """As where a later version of it has an id of its own."""
    write(shelf, decision(1, SPLIT, "courier"))
    settled(shelf, story("bridge", "post", "mail", "echo"))
    assert groups(shelf) == {"bridge": {"post", "mail", "echo"}, "bakers": {"star"}, "ovens": {"dispatch"}}


def test_what_is_settled_is_what_laying_over_the_whole_grouping_gives(shelf):
    """One story after another, whatever order they come in."""
    made = [
        decision(1, MERGE, "courier", "star"),
        decision(2, MOVE, "dispatch", "mail"),
        decision(3, SPLIT, "mail", "post"),
        decision(4, MERGE, "echo", "dispatch"),
    ]
    for each in made:
        write(shelf, each)
    grouping = (
        story("bridge", "post", "mail"),
        story("second", "echo", "courier"),
        story("bakers", "star", "dispatch"),
    )
    for each in grouping:
        settled(shelf, each)
    settled(shelf, story("ovens"))
    times = {document.id: (document.published_at, document.id) for document in ROOM.documents}
    whole, _ = regrouped(grouping, made, order=times.get)
    assert groups(shelf) == {each.id: set(each.documents) for each in whole}


def test_a_later_version_under_an_id_of_its_own_stands_where_the_earlier_one_was_decided_to(store):
    with store.writer() as writer:
        for document in ROOM.documents:
            writer.add(document, seen_at=AT, made_by="clean.v1", line=f"https://{document.id}.example/")
    settled(store, story("bridge", *BRIDGE), story("bakers", "star"), story("ovens", "dispatch"))
    write(store, decision(1, MERGE, "star", "dispatch"))
    newer = replace(DOCUMENTS["star"], id="star-2", text=DOCUMENTS["star"].text + " Talks failed.")
    with store.writer() as writer:
        writer.add(newer, seen_at=AT + timedelta(hours=1), made_by="clean.v1", line="https://star.example/")
        settle(writer, [story("bakers", "star-2")], made_by="group.v1")
    assert groups(store)["bakers"] == {"star-2", "dispatch"}


class Clock:
    """Each look is a minute later."""

    def __init__(self):
        self.at = AT

    def __call__(self):
        self.at += timedelta(minutes=1)
        return self.at


def page(document):
    return Page(
        address=f"{document.id}.txt",
        kind="ready",
        text=document.text,
        given=Given(
            id=document.id,
            headline=document.headline,
            outlet=document.outlet,
            published_at=document.published_at,
            language="en",
            passages=document.passages,
        ),
    )


@pytest.fixture
def archive(store, pipeline):
    """An archive that took the review in, with accounts."""
    kept = Archive(store, pipeline, now=Clock())
    kept.take_in(map(page, ROOM.documents))
    return kept


def account_with(archive, document):
    with archive.store.view() as view:
        return view.account(view.story_of(document).story.id).account


def speaker_in(account, document):
    names = {party.id: party.name for party in account.parties}
    (found,) = {
        names.get(u.speaker)
        for u in account.utterances
        for w in u.quotations
        if w.document == document and SAID in u.text
    }
    return found


class Opened:
    """A desk that opens a view for each decision."""

    def __init__(self, store, at):
        self._store, self._at = store, at

    def __getattr__(self, kind):
        def make(*about, **more):
            with self._store.view() as view:
                return getattr(Desk(view, by="Ana Norlo", reason="she was there", at=self._at), kind)(*about, **more)

        return make


def desk(archive, number=1):
    return Opened(archive.store, AT + timedelta(days=number))


def test_a_speaker_is_corrected_in_the_archive_and_stays_so_when_reports_come(archive):
    assert speaker_in(account_with(archive, "post"), "post") == "Tessa Orlow"
    at = place("post", SAID)
    made = desk(archive).speaker([f"post:{at.span.start}-{at.span.end}"], name="Mira Falk")
    assert made.words == (SAID,)
    write(archive.store, made)
    assert archive.bring_up_to_date().accounts == 1
    assert speaker_in(account_with(archive, "post"), "post") == "Mira Falk"
    later = replace(DOCUMENTS["mail"], id="later", outlet="Aldgrove Record", published_at=AT)
    archive.take_in([page(later)])
    found = account_with(archive, "post")
    assert "later" in found.documents
    assert speaker_in(found, "post") == "Mira Falk"
    assert [(each.id, each.effect is not None) for each in found.decisions] == [(made.id, True)]


def test_names_that_are_one_party_everywhere_make_the_accounts_anew_that_use_them(archive):
    made = desk(archive).one_party(["Tessa Orlow", "The Iron Lady of Norholm"])
    (touched,) = write(archive.store, made)
    with archive.store.view() as view:
        assert view.stale(Derived.ACCOUNTS, archive.pipeline.makers.accounted) == (touched,)
    archive.bring_up_to_date()
    names = [{party.name, *party.aliases} for party in account_with(archive, "post").parties]
    assert any({"Tessa Orlow", "The Iron Lady of Norholm"} <= each for each in names)
    assert archive.bring_up_to_date().accounts == 0


def test_merged_stories_get_one_account_that_names_the_decision(archive):
    write(archive.store, desk(archive).merge(["star", "dispatch"]))
    archive.bring_up_to_date()
    found = account_with(archive, "dispatch")
    assert set(found.documents) == {"star", "dispatch"}
    assert [each.kind for each in found.decisions] == ["merge"]


def test_a_claim_is_resolved_into_the_places_of_its_reports(archive):
    at = place("courier", DISMISSED).span
    whole = next(
        c for c in account_with(archive, "post").claims if {r.document for r in c.reports} >= {"courier", "post"}
    )
    made = desk(archive).not_that_claim(f"courier:{at.start}-{at.end}", [whole.id])
    assert made.places[0] == place("courier", DISMISSED)
    assert {each.document for each in made.places[1:]} == {"post", "echo"}
    assert desk(archive).not_that_claim(f"courier:{at.start}-{at.end}") == made
    write(archive.store, made)
    archive.bring_up_to_date()
    claims = [
        c
        for c in account_with(archive, "post").claims
        if any(r.span == at and r.document == "courier" for r in c.reports)
    ]
    assert [{r.document for r in c.reports} for c in claims] == [{"courier"}]


def test_an_utterance_is_resolved_into_its_quotations(archive):
    found = account_with(archive, "post")
    utterance = next(u for u in found.utterances if SAID in u.text and len(u.quotations) == 2)
    made = desk(archive).speaker([utterance.id], name=None, within="post")
    assert {each.document for each in made.places} == {"post", "echo"}
    assert made.names == ()


def test_a_note_is_about_stories_documents_or_places(archive):
    at = place("post", SAID).span
    made = desk(archive).note(["star", f"post:{at.start}-{at.end}"])
    assert (made.documents, made.places) == (("star",), (place("post", SAID),))
    with archive.store.view() as view:
        bridge = view.story_of("post").story
    assert desk(archive).note([bridge.id]).documents == bridge.documents


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda desk: desk.merge(["post", "mail"]), "a merge needs two stories"),
        (lambda desk: desk.merge(["post", "nowhere"]), "no story and no document nowhere"),
        (lambda desk: desk.split(["star"]), "nothing to split them from"),
        (lambda desk: desk.split(["star", "mail"]), "are in 2 stories"),
        (lambda desk: desk.split(["nowhere"]), "no document 'nowhere'"),
        (lambda desk: desk.move("post", "mail"), "is in story"),
        (lambda desk: desk.speaker(["post:0-9999"], name="A"), "no words stand at post:0-9999; the text of post has"),
        (lambda desk: desk.speaker(["post:7-7"], name="A"), "no words stand"),
        (
            lambda desk: desk.speaker(["post:0-8"], name="A"),
            "no quotation stands at post:0-8; the nearest: post:231-286",
        ),
        (lambda desk: desk.speaker(["u1"], name="A"), "say in which story: --in STORY"),
        (lambda desk: desk.speaker(["u1"], name="A", within="post"), "has no utterance u1"),
        (lambda desk: desk.speaker(["post:231-285"], name=" "), "the speaker has no name"),
        (lambda desk: desk.one_party(["A", "A"]), "two names or more"),
        (lambda desk: desk.not_that_claim("post:0-21", ["c1"]), "has no claim c1"),
        (lambda desk: desk.not_that_claim("star:0-3"), "is the only report of claim"),
        (lambda desk: desk.not_that_claim("nonsense"), "is no place: write DOCUMENT:START-END"),
        (lambda desk: desk.not_a_copy("post", "star"), "knows of no copy between post and star"),
        (lambda desk: desk.note(["nowhere"]), "no story and no document nowhere"),
    ],
)
def test_what_cannot_be_decided_is_told_with_what_to_give(archive, make, told):
    with pytest.raises(DecideError, match=told):
        make(desk(archive))


def test_a_decision_is_signed_and_dated(archive):
    with archive.store.view() as view:
        with pytest.raises(DecideError, match="--by and --reason"):
            Desk(view, by=" ", reason="r", at=AT)
        with pytest.raises(DecideError, match="has no zone"):
            Desk(view, by="A", reason="r", at=AT.replace(tzinfo=None))


def test_what_was_never_decided_or_was_ended_cannot_be_ended(shelf):
    made = decision(1, MERGE, "star", "dispatch")
    with pytest.raises(DecideError, match="there is no decision d1"):
        end(shelf, ended(made))
    write(shelf, made)
    end(shelf, ended(made))
    with pytest.raises(DecideError, match="was ended by Bo Tormar"):
        end(shelf, ended(made))


def test_decisions_are_given_as_labels_with_the_words(archive):
    at = place("post", SAID).span
    made = [
        desk(archive, 1).split(["courier"]),
        desk(archive, 2).speaker([f"post:{at.start}-{at.end}"], name="Mira Falk"),
        desk(archive, 3).not_a_copy("post", "echo"),
        desk(archive, 4).note(["post"]),
        desk(archive, 5).one_party(["A", "B"]),
    ]
    for each in made:
        write(archive.store, each)
    end(archive.store, ended(made[4]))
    with archive.store.view() as view:
        found = list(labels(view))
    assert [each["label"] for each in found] == ["story", "speaker", "copy"]
    assert found[0]["together"] == ["courier"]
    assert set(found[0]["apart_from"]) == {"post", "mail", "echo"}
    assert (found[1]["words"], found[1]["speaker"], found[1]["start"]) == (SAID, "Mira Falk", at.start)
    assert (found[2]["documents"], found[2]["by"], found[2]["reason"]) == (
        ["post", "echo"],
        "Ana Norlo",
        "she was there",
    )


def test_a_decision_kept_before_words_were_is_read_as_it_was(shelf):
    bare = Decision(id="old", kind=SPEAKER, by="B", at=AT, reason="r", places=(place("post", SAID),), names=("X",))
    write(shelf, bare)
    with shelf.view() as view:
        assert view.decisions() == (bare,)


def test_an_archive_fed_in_parts_around_decisions_has_the_accounts_of_one_run_with_them(store, pipeline):
    def row(account):
        made = account_row(account)
        for name in ("documents", "problems"):
            made[name].sort(key=json.dumps)
        return made

    archive = Archive(store, pipeline, now=Clock())
    archive.take_in(map(page, ROOM.documents[:4]))
    at = place("post", SAID).span
    made = [
        desk(archive, 1).split(["courier"]),
        desk(archive, 2).speaker([f"post:{at.start}-{at.end}"], name="Mira Falk"),
        desk(archive, 3).not_a_copy("post", "echo"),
        desk(archive, 4).one_party(["Tessa Orlow", "The Iron Lady of Norholm"]),
    ]
    for each in made:
        write(store, each)
    archive.take_in([page(ROOM.documents[4])])
    made.append(desk(archive, 5).move("courier", "star"))
    write(store, made[-1])
    archive.take_in([page(ROOM.documents[5])])
    made.append(desk(archive, 6).merge(["star", "dispatch"]))
    write(store, made[-1])
    archive.bring_up_to_date()
    with store.view() as view:
        found = account_of_all(view, pipeline)
    assert row(found) == row(pipeline.account_of(found.documents, decided=Decided.of(made)))
    assert {frozenset(each.documents) for each in found.stories} == {
        frozenset({"post", "mail", "echo"}),
        frozenset({"courier", "star", "dispatch"}),
    }
