"""An archive at work: what is kept, known, refused, and made anew."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from tests.account.ledger import Desk
from tests.properties.test_accounts import OneDesk

from rashomon.archive import Archive, account_of_all
from rashomon.archive.accounts import read_documents
from rashomon.archive.intake import Intake
from rashomon.core import Given, Page, Problem
from rashomon.ingest import pages
from rashomon.pipeline import silent
from rashomon.stores import open_store
from rashomon.stores.facts import Outcome, Taken

BRIDGE = (
    "Swing bridge closed\n\nThe Harbour Council closed the swing bridge on Friday. “Nobody warned us,” Mira Falk said."
)
LATER = (
    "Swing bridge closed\n\nThe Harbour Council closed the swing bridge on Friday. “Nobody told us,” Mira Falk said."
)
OTHER = "Swing bridge closed\n\nThe Harbour Council closed the swing bridge on Friday, and nobody was warned."
FERRY = "Ferry strikes quay\n\nSeven people were hurt when the ferry struck the quay, the coastguard said on Monday."
BEGAN = datetime(2031, 5, 2, 6, tzinfo=UTC)


@pytest.fixture(scope="module")
def desk(reader):
    """Reads each document once."""
    return Desk(reader=reader)


@pytest.fixture
def archive(desk):
    """An archive in memory whose clock goes on by a minute with each look at it."""
    ticks = iter(BEGAN + timedelta(minutes=n) for n in range(10_000))
    return Archive(open_store(":memory:"), OneDesk(desk), now=lambda: next(ticks))


def page(text, *, address="https://norholm.example/bridge", outlet="Norholm Mail", name=None):
    given = Given(id=name, address=address, outlet=outlet, published_at=BEGAN)
    return Page(address=address, kind="ready", text=text, given=given, octets=text.encode())


def told(archive):
    with archive.store.view() as view:
        return account_of_all(view, archive.pipeline)


def test_what_is_known_is_not_taken_twice(archive):
    first = archive.take_in([page(BRIDGE)])
    again = archive.take_in([page(BRIDGE)])
    assert (first.taken, first.read, first.accounts) == ({Taken.NEW: 1}, 1, 1)
    assert (again.taken, again.read, again.accounts) == ({Taken.AGAIN: 1}, 0, 0)


def test_a_reading_of_what_was_sorted_anew_or_removed_meanwhile_is_left(archive):
    """Between reading and keeping others write: a version may have become another document's, or be gone."""
    places = [f"https://norholm.example/{name}" for name in ("bridge", "ferry", "later")]
    given = [page(text, address=at, name=at[-3:]) for text, at in zip((BRIDGE, FERRY, LATER), places, strict=True)]
    taken = Intake(
        archive.store, clean=archive.pipeline.cleaned, seen_at=archive.now, made_by=archive.pipeline.makers.cleaned
    )
    list(taken.keep(given))

    def meanwhile(documents):
        for reading in archive.pipeline.read_all(documents):
            yield replace(reading, document="another") if reading.document == "rry" else reading
        with archive.store.writer() as writer:
            writer.forget([places[0]], by="A", at=BEGAN, reason="r")

    reading = SimpleNamespace(makers=archive.pipeline.makers, read_all=meanwhile)
    assert read_documents(archive.store, reading, silent) == 3
    with archive.store.view() as view:
        kept = {name: view.version_of(name) for name in ("dge", "rry", "ter")}
        assert kept.pop("dge") is None
        assert [name for name, version in kept.items() if view.reading(version) is not None] == ["ter"]


def test_a_later_text_at_the_address_takes_the_place_of_the_earlier_one(archive):
    archive.take_in([page(BRIDGE), page(FERRY, address="https://norholm.example/ferry")])
    summary = archive.take_in([page(LATER, address="https://norholm.example/bridge?utm_source=feed")])
    made = told(archive)
    assert summary.taken == {Taken.VERSION: 1}
    assert sorted(d.text for d in made.documents) == sorted([LATER, FERRY])
    assert {d for story in made.stories for d in story.documents} == {d.id for d in made.documents}
    assert not [p for p in made.problems if p.stage == "archive"]


def test_a_text_that_comes_back_takes_its_place_in_the_story_again(archive):
    archive.take_in([page(BRIDGE)])
    first = told(archive)
    archive.take_in([page(LATER)])
    summary = archive.take_in([page(BRIDGE)])
    again = told(archive)
    assert summary.taken == {Taken.RETURNED: 1}
    assert [d.text for d in again.documents] == [BRIDGE]
    assert [story.documents for story in again.stories] == [story.documents for story in first.stories]


def test_another_story_at_the_address_leaves_the_story_of_the_text_before(archive):
    archive.take_in([page(BRIDGE), page(OTHER, address="https://courier.example/closed", outlet="Quillon Courier")])
    archive.take_in([page(FERRY)])
    with archive.store.view() as view:
        stories = [kept.story.documents for kept in view.stories()]
        current = {view.documents_of(documents)[d].text for documents in stories for d in documents}
    assert current == {OTHER, FERRY}


def test_a_text_that_comes_back_is_taken_by_the_stream_once(archive):
    for text in (BRIDGE, LATER, BRIDGE, LATER, BRIDGE):
        archive.take_in([page(text)])
    with archive.store.view() as view:
        row = view.stream_row(f"stories, {archive.pipeline.makers.grouped}", "unsettled")
    assert json.loads(row)["taken"] == 2


def test_an_older_page_of_a_web_archive_does_not_take_the_place_of_a_later_one(archive):
    archive.take_in([page(LATER)])
    crawled = replace(page(BRIDGE), seen_at=BEGAN - timedelta(days=3))
    assert archive.take_in([crawled]).taken == {Taken.VERSION: 1}
    assert [d.text for d in told(archive).documents] == [LATER]


def test_a_clock_that_went_back_is_named_and_nothing_is_lost(archive):
    archive.take_in([page(BRIDGE)])
    archive.now = lambda: BEGAN - timedelta(days=30)
    summary = archive.take_in([page(LATER)])
    assert [p.code for p in summary.problems] == ["clock-behind"]
    assert [d.text for d in told(archive).documents] == [LATER]


def test_what_gives_no_document_is_logged_with_the_reason(archive, tmp_path):
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 50)
    (tmp_path / "report.txt").write_text(BRIDGE, "utf-8")
    summary = archive.take_in(pages([str(tmp_path)], keep_octets=True), via="the desk")
    assert (summary.taken, summary.set_aside) == ({Taken.NEW: 1}, {"not-text": 1})
    with archive.store.view() as view:
        log = {seen.outcome: seen for _, seen in view.log()}
        kept = view.original(log[Outcome.TAKEN].original)
    assert log[Outcome.SET_ASIDE].problem.code == "not-text"
    assert log[Outcome.TAKEN].via == "the desk"
    assert kept == BRIDGE.encode()


def test_a_rehearsal_keeps_nothing_and_knows_what_came_before_it(archive):
    archive.take_in([page(BRIDGE)])
    summary = archive.take_in([page(BRIDGE), page(LATER), page(LATER)], dry_run=True)
    assert summary.dry
    assert summary.taken == {Taken.AGAIN: 2, Taken.VERSION: 1}
    assert [d.text for d in told(archive).documents] == [BRIDGE]


def test_the_same_report_at_another_address_of_its_outlet_is_known(archive):
    archive.take_in([page(BRIDGE)])
    summary = archive.take_in([page(BRIDGE, address="https://norholm.example/live/bridge")])
    assert (summary.taken, summary.problems) == ({Taken.AGAIN: 1}, [])


def test_an_id_that_another_report_has_is_refused_by_name(archive):
    archive.take_in([page(BRIDGE, name="one")])
    summary = archive.take_in([page(FERRY, address="https://norholm.example/ferry", name="one")])
    assert [p.code for p in summary.problems] == ["id-taken"]
    assert summary.set_aside == {"id-taken": 1}
    assert "set aside is “Ferry strikes quay" in summary.problems[0].message


def lines_of(path, *documents):
    path.write_text("".join(json.dumps(document) + "\n" for document in documents), "utf-8")
    return pages([str(path)], keep_octets=True)


@pytest.mark.parametrize("dry_run", [False, True])
@pytest.mark.parametrize("text", [FERRY, BRIDGE])
def test_reports_of_two_outlets_under_one_id_are_no_versions_of_one_another(archive, tmp_path, text, dry_run):
    mail = {"id": "1", "outlet": "Norholm Mail", "text": BRIDGE}
    courier = {"id": "1", "outlet": "Bay Courier", "text": text}
    both = lines_of(tmp_path / "both.jsonl", mail, courier)
    summary = archive.take_in(both, dry_run=dry_run)
    assert summary.taken == {Taken.NEW: 1, Taken.ID_TAKEN: 1}
    (problem,) = [each for each in summary.problems if each.code == "id-taken"]
    assert "(Norholm Mail), in the archive," in problem.message
    assert "(Bay Courier): give it an id of its own" in problem.message
    if not dry_run:
        again = archive.take_in(lines_of(tmp_path / "late.jsonl", courier, mail))
        assert again.taken == {Taken.ID_TAKEN: 1, Taken.AGAIN: 1}
        assert [(d.outlet, d.text) for d in told(archive).documents] == [("Norholm Mail", BRIDGE)]


def test_another_text_of_one_outlet_under_its_id_is_its_new_version(archive, tmp_path):
    for text, taken in ((BRIDGE, Taken.NEW), (LATER, Taken.VERSION)):
        one = {"id": "1", "outlet": "norholm  MAIL" if text == LATER else "Norholm Mail", "text": text}
        assert archive.take_in(lines_of(tmp_path / f"{taken}.jsonl", one)).taken == {taken: 1}


def test_a_file_with_another_report_in_it_is_another_line(archive, tmp_path):
    path = tmp_path / "latest.txt"
    for text, taken in ((BRIDGE, Taken.NEW), (LATER, Taken.VERSION), (FERRY, Taken.NEW), (FERRY, Taken.AGAIN)):
        path.write_text(text, "utf-8")
        assert archive.take_in(pages([str(path)], keep_octets=True)).taken == {taken: 1}


def test_what_broke_off_before_reading_is_taken_up_by_the_next_intake(archive, monkeypatch):
    def broken(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("rashomon.archive.archive.read_documents", broken)
        with pytest.raises(KeyboardInterrupt):
            archive.take_in([page(BRIDGE)])
    summary = archive.take_in([page(FERRY, address="https://norholm.example/ferry")])
    assert (summary.taken, summary.read, summary.accounts) == ({Taken.NEW: 1}, 2, 2)


def test_what_broke_off_while_placing_leaves_no_trace_in_the_stream(archive, monkeypatch):
    archive.take_in([page(BRIDGE)])
    with monkeypatch.context() as patched:
        patched.setattr("rashomon.archive.placing.Placing._current", _full)
        with pytest.raises(OSError, match="no space"):
            archive.take_in([page(FERRY, address="https://norholm.example/ferry")])
    assert archive.take_in([]).placed == 1
    assert len(told(archive).stories) == 2


def _full(*_, **__):
    raise OSError(28, "no space left on device")


def test_accounts_of_other_makers_stay_until_they_are_rebuilt(archive):
    archive.take_in([page(BRIDGE)])
    before = told(archive).stories
    makers = archive.pipeline.makers
    newer = makers._replace(grouped="group.later", accounted="account.later")
    later = Archive(archive.store, archive.pipeline, now=archive.now)
    later.pipeline.makers = newer
    later = Archive(archive.store, later.pipeline, now=archive.now)
    summary = later.take_in([page(FERRY, address="https://norholm.example/ferry")])
    assert [p.code for p in summary.problems] == ["rebuild-needed"]
    assert "grouped by group.v4 (this is group.later)" in summary.problems[0].message
    assert told(later).stories == before
    rebuilt = later.rebuild()
    assert (rebuilt.placed, rebuilt.accounts) == (2, 2)
    assert set(before) < set(told(later).stories)
    assert not later.take_in([]).problems


def test_another_cleaner_reads_the_kept_bytes_again(archive, monkeypatch):
    archive.take_in([page(BRIDGE)])
    newer = archive.pipeline.makers._replace(cleaned="clean.later")
    archive.pipeline.makers = newer
    monkeypatch.setattr("rashomon.ingest.again", _with_rain)
    later = Archive(archive.store, archive.pipeline, now=archive.now)
    assert later.rebuild().taken == {Taken.VERSION: 1}
    assert [d.text.endswith("It rained.") for d in told(later).documents] == [True]
    assert later.rebuild().taken == {}


def _with_rain(octets, *, address, given=None):
    return page(octets.decode() + "\n\nIt rained.")


def test_bytes_that_no_cleaner_takes_any_more_keep_their_document(archive, monkeypatch):
    archive.take_in([page(BRIDGE)])
    archive.pipeline.makers = archive.pipeline.makers._replace(cleaned="clean.later")
    lost = Problem(stage="ingest", code="not-text", message="It is no text.", fatal=True)
    monkeypatch.setattr("rashomon.ingest.again", lambda octets, *, address, given=None: lost)
    later = Archive(archive.store, archive.pipeline, now=archive.now)
    assert later.rebuild().set_aside == {"not-text": 1}
    assert [d.text for d in told(later).documents] == [BRIDGE]
    assert later.rebuild().set_aside == {}
