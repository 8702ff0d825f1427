"""What is removed for good is gone from everything, stays out, and the rest is as if it had never been there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
import zstandard
from tests.account.ledger import Desk
from tests.archive.keeping import BEGAN, BRIDGE_TOO, FERRY, PAGES, SECRET, accounts, archive_at, id_of, page

from rashomon.archive.deciding import DecideError, write
from rashomon.archive.deciding import Desk as DecisionDesk
from rashomon.archive.keeping_checked import check
from rashomon.archive.keeping_forget import forget, going
from rashomon.archive.laying import ROWS
from rashomon.core import Problem
from rashomon.pipeline import silent
from rashomon.stores.errors import Refused
from rashomon.stores.facts import Taken

OTHERS = (PAGES[0], PAGES[2])


@pytest.fixture(scope="module")
def desk(reader):
    """Reads each document once."""
    return Desk(reader=reader)


def faults(archive):
    with archive.store.view() as view:
        return [each for each in check(view, archive.pipeline.makers, silent) if isinstance(each, Problem)]


def removed(archive, **named):
    return forget(archive, by="Ada Orsk", reason="a court said so", **named)[0]


@pytest.mark.parametrize("place", [":memory:", "file"])
def test_the_rest_is_as_if_it_had_never_been_there(desk, tmp_path, place):
    archive = archive_at(place if place == ":memory:" else tmp_path / "desk.db", desk)
    before = accounts(archive.store)
    made = removed(archive, document=id_of(archive.store, "bridgekeeper"))
    without = archive_at(":memory:", desk, pages=OTHERS)
    assert accounts(archive.store) == accounts(without.store) != before
    assert len(made.documents) == len(made.stories) == 1
    assert faults(archive) == []
    archive.store.close()


def test_nothing_of_its_words_is_left_in_the_file(desk, tmp_path):
    path = tmp_path / "desk.db"
    archive = archive_at(path, desk)
    archive.take_in([page(BRIDGE_TOO + " It rained.", address="https://courier.example/shut", outlet="Bay Courier")])
    assert told_in(path)
    removed(archive, document=id_of(archive.store, "bridgekeeper"))
    again = archive.take_in([page(BRIDGE_TOO, address="https://courier.example/shut", outlet="Bay Courier")])
    assert again.taken == {Taken.FORGOTTEN: 1}
    assert told_in(path) == []
    archive.store.close()
    assert told_in(path) == []


def told_in(path):
    """Where words of the removed report stand: in the bytes of the files, and in any value that they hold packed."""
    beside = [path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")]
    found = [
        each.name for each in beside if each.exists() and any(s.encode() in each.read_bytes().lower() for s in SECRET)
    ]
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as raw:
        tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in raw.execute(f"SELECT * FROM {table}"):
                for value in row:
                    octets = value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")
                    if octets[:4] == b"\x28\xb5\x2f\xfd":
                        octets = zstandard.decompress(octets)
                    if any(secret.encode() in octets.lower() for secret in SECRET):
                        found.append(table)
    return found


def test_it_is_not_taken_in_again_and_the_record_says_who_and_why(desk):
    archive = archive_at(":memory:", desk)
    name = id_of(archive.store, "bridgekeeper")
    removed(archive, document=name)
    assert archive.take_in([PAGES[1]]).taken == {Taken.FORGOTTEN: 1}
    with archive.store.view() as view:
        (record,) = view.forgettings()
        assert view.counts().originals == len(OTHERS)
    assert (record.by, record.reason, record.documents) == ("Ada Orsk", "a court said so", (name,))
    with pytest.raises(Refused, match="removed for good before"):
        removed(archive, document=name)


def test_all_of_an_outlet_goes_and_its_stories_end(desk):
    archive = archive_at(":memory:", desk)
    with archive.store.view() as view:
        gone = going(view, outlet="Norholm Mail")
    assert (len(gone.documents), len(gone.stories), len(gone.ending)) == (2, 2, 1)
    removed(archive, outlet="Norholm Mail")
    (left,), (alone,) = (
        accounts(archive.store).values(),
        accounts(archive_at(":memory:", desk, pages=PAGES[1:2]).store).values(),
    )
    assert (left.documents, left.digest, len(left.claims)) == (alone.documents, alone.digest, len(alone.claims))
    assert left.id != alone.id  # a story keeps the id that its first report gave it
    assert faults(archive) == []


def test_a_story_goes_on_without_what_was_removed(desk):
    archive = archive_at(":memory:", desk)
    removed(archive, document=id_of(archive.store, "bridgekeeper"))
    removed(archive, document=id_of(archive.store, "ferry"))
    later = page(FERRY.replace("Seven", "Nine"), address="https://bay.example/f", at=BEGAN + timedelta(days=3, hours=2))
    archive.take_in([later])
    assert accounts(archive.store) == accounts(archive_at(":memory:", desk, pages=[PAGES[0], later]).store)
    assert faults(archive) == []


def test_names_that_nothing_bears_are_refused_with_what_is_like_them(desk):
    archive = archive_at(":memory:", desk)
    with pytest.raises(Refused, match="is not in this archive"):
        removed(archive, document="none")
    with pytest.raises(Refused, match="there is Norholm Mail"):
        removed(archive, outlet="norholm mail")


def test_in_an_archive_of_other_versions_it_is_gone_at_once_and_accounted_when_rebuilt(desk):
    archive = archive_at(":memory:", desk)
    archive.pipeline.makers = archive.pipeline.makers._replace(accounted="account.later")
    _, summary = forget(archive, by="A", reason="r", document=id_of(archive.store, "bridgekeeper"))
    assert [problem.code for problem in summary.problems] == ["rebuild-needed"]
    archive.rebuild()
    assert accounts(archive.store) == accounts(archive_at(":memory:", desk, pages=OTHERS).store)


SHUT = "https://courier.example/shut"
OTHERS_TEXT = (
    "Council shuts swing bridge\n\nThe Harbour Council closed the swing bridge on Friday, Norholm Mail readers said."
)


def test_of_an_outlet_exactly_what_is_told_goes_also_where_another_has_the_line_by_now(desk, tmp_path):
    path = tmp_path / "desk.db"
    archive = archive_at(path, desk)
    archive.take_in([page(OTHERS_TEXT, address=SHUT, at=BEGAN + timedelta(days=1))])  # by Norholm Mail
    with archive.store.view() as view:
        gone = going(view, outlet="Bay Courier")
    assert gone.lines == (SHUT,)
    assert [(version.document.outlet, version.current) for version in gone.versions] == [
        ("Bay Courier", False), ("Norholm Mail", True)
    ]  # fmt: skip
    assert [version.document.outlet for version in gone.others] == ["Norholm Mail"]
    assert told_in(path)
    assert removed(archive, outlet="Bay Courier").documents == gone.documents
    assert told_in(path) == []
    assert accounts(archive.store) == accounts(archive_at(":memory:", desk, pages=OTHERS).store)
    assert faults(archive) == []
    archive.store.close()


def test_nothing_else_goes_than_was_agreed_to(desk):
    archive = archive_at(":memory:", desk)
    with archive.store.view() as view:
        agreed = going(view, outlet="Norholm Mail")
    archive.take_in([page(FERRY + " It rained.", address="https://norholm.example/rain", at=BEGAN + timedelta(days=4))])
    with pytest.raises(Refused, match="has changed since"):
        removed(archive, outlet="Norholm Mail", agreed=agreed)
    with archive.store.view() as view:
        assert (view.counts().documents, view.forgettings()) == (4, ())
        agreed = going(view, outlet="Norholm Mail")
    assert removed(archive, outlet="Norholm Mail", agreed=agreed).documents == agreed.documents


def made(archive, make):
    """What somebody decides at a desk."""
    with archive.store.view() as view:
        return make(DecisionDesk(view, by="Ada Orsk", reason="to be seen", at=BEGAN + timedelta(days=9)))


def place_of(archive, words):
    """The place of these words, as it is written, in the report that has them."""
    name = id_of(archive.store, words)
    with archive.store.view() as view:
        at = view.document(name).text.index(words)
    return f"{name}:{at}-{at + len(words)}"


def test_no_word_of_it_is_left_in_what_was_decided(desk, tmp_path):
    path = tmp_path / "desk.db"
    archive = archive_at(path, desk)
    places = [place_of(archive, "bridgekeeper wept"), place_of(archive, "the ferry struck the quay")]
    decision = made(archive, lambda person: person.note(places))
    write(archive.store, decision)
    archive.bring_up_to_date()
    assert "decisions" in told_in(path)
    removed(archive, document=id_of(archive.store, "bridgekeeper"))
    assert told_in(path) == []
    with archive.store.view() as view:
        assert view.decisions() == (replace(decision, words=("", "the ferry struck the quay")),)
    assert faults(archive) == []
    archive.store.close()


def test_what_is_decided_while_the_report_is_removed_does_not_bring_its_words_back(desk):
    archive = archive_at(":memory:", desk)
    decision = made(archive, lambda person: person.note([place_of(archive, "bridgekeeper wept")]))
    removed(archive, document=id_of(archive.store, "bridgekeeper"))
    with pytest.raises(DecideError, match="no longer has"):
        write(archive.store, decision)
    with archive.store.view() as view:
        assert view.decisions() == ()


def test_it_is_in_no_story_of_those_that_grouping_made_before_people_decided(desk):
    archive = archive_at(":memory:", desk)
    gone, ferry = id_of(archive.store, "bridgekeeper"), id_of(archive.store, "ferry")
    write(archive.store, made(archive, lambda person: person.merge([gone, ferry])))
    archive.bring_up_to_date()
    assert told_of(archive, gone)
    removed(archive, document=gone)
    assert not told_of(archive, gone)
    assert told_of(archive, ferry)
    removed(archive, document=ferry)
    assert not told_of(archive, ferry)
    assert faults(archive) == []


def told_of(archive, document):
    """The rows of grouping's own stories that name a document, in their keys or in what they hold."""
    with archive.store.view() as view:
        return [key for key, row in view.stream(ROWS) if document in key or document.encode() in row]
