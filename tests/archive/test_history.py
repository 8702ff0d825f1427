"""The versions of a line as an archive keeps them, and what earlier ones said otherwise."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rashomon.archive.edits import applied
from rashomon.archive.history import earlier_of, history_of
from rashomon.clean import document
from rashomon.core import AlterationKind, Document, Given, Page, Part
from rashomon.stores import open_store

FIRST = "The fall of the Lantern bridge killed 12 people on Friday, the Port Board said in Norvale."
SECOND = "Engineers found cracks in two of its pillars last week, according to Tom Reyes of the Port Board."
NOON = datetime(2031, 5, 2, 12, tzinfo=UTC)


def version(number: int, *lines: str, headline: str = "Bridge falls") -> Document:
    given = Given(id=f"v{number}", address="https://mail.example/bridge", headline=headline, outlet="Ostrand Mail")
    made = document(Page(address="-", kind="ready", text="\n\n".join(lines), given=given))
    assert isinstance(made, Document)
    return made


@pytest.fixture(scope="module")
def view(reader):
    """Three versions: the toll changed, then a link and a notice came; of the second nothing was read."""
    store = open_store(":memory:")
    documents = (
        version(1, FIRST, SECOND, "Share this story"),
        version(2, FIRST.replace("12", "13"), SECOND, "Share this story"),
        version(3, FIRST.replace("12", "14"), SECOND, "Read more", "Correction: The toll is 14, not 12."),
        version(9, FIRST, SECOND),
    )
    with store.writer() as writer:
        for number, each in enumerate(documents[:3]):
            added = writer.add(each, seen_at=NOON + timedelta(hours=number), made_by="clean.test")
            if number != 1:
                writer.keep_reading(added.version, reader.read(each), made_by="read.test")
    with store.view() as view:
        yield view


def test_each_version_is_told_against_the_one_before(view, reader):
    history = history_of(view, "v1", read=reader.read)
    assert [v.document.id for v in history.versions] == ["v1", "v2", "v3"]
    for step in history.steps:
        assert applied(step.old.document.text, step.new.document.text, step.edits) == step.new.document.text
    told = [[(a.words_before, a.words_now) for a in step.alterations] for step in history.steps]
    assert told == [[("12", "13")], [("13", "14")]]


def test_furniture_is_kept_apart_from_the_reports_own_words(view):
    _, last = history_of(view, "v3").steps
    old, new = last.old.document, last.new.document
    assert any("13" in e.old.of(old.text) for e in last.report)
    assert any("Share this story" in e.old.of(old.text) for e in last.furniture)
    assert not any("Share" in e.old.of(old.text) for e in last.report)
    assert any("Correction" in e.new.of(new.text) for e in last.report)


def test_what_earlier_versions_said_is_told_of_the_current_one(view, reader):
    told = earlier_of(view, ["v3"], read=reader.read)["v3"]
    assert [e.seen_at for e in told] == [NOON, NOON + timedelta(hours=1)]
    assert [[(a.kind, a.words_before, a.words_now) for a in e.alterations] for e in told] == [
        [(AlterationKind.FIGURE, "12", "14")],
        [(AlterationKind.FIGURE, "13", "14")],
    ]


def test_a_version_that_nobody_read_is_known_by_its_headline_alone(view):
    assert [e.seen_at for e in earlier_of(view, ["v3"])["v3"]] == [NOON]


def test_a_first_version_has_nothing_earlier_and_an_unknown_document_no_history(view):
    assert earlier_of(view, ["v1", "nobody"]) == {}
    assert history_of(view, "nobody") is None


def test_edits_of_a_headline_outside_the_text_count_in_the_headline(reader):
    store = open_store(":memory:")
    with store.writer() as writer:
        for number, headline in enumerate(("Bridge falls", "Bridge falls in Norvale")):
            writer.add(version(number, FIRST, headline=headline), seen_at=NOON + timedelta(hours=number), made_by="t")
    with store.view() as view:
        (step,) = history_of(view, "v0", read=reader.read).steps
    (edit,) = step.headline
    assert edit.new.part is Part.HEADLINE
    assert edit.new.of(step.new.document.headline).strip() == "in Norvale"
    assert step.edits == ()
    assert [a.kind for a in step.alterations] == [AlterationKind.HEADLINE]
