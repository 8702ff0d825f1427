"""What a headline or a sentence denies is denied; a bare denial is no deed of its own, in invented reports."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.core import Document, Passage, Role, Span, content_id


@pytest.fixture
def in_headline(reader: Any) -> Any:
    """Read a headline: lemma, actor, target and status of each event."""

    def read(text: str) -> set[tuple[str, str | None, str | None, str]]:
        span = Span(0, len(text))
        document = Document(
            id=content_id("document", text),
            text=text,
            headline=text,
            headline_span=span,
            passages=(Passage(span=span, role=Role.HEADLINE),),
        )
        return {
            (
                e.predicate.lemma,
                e.actor.name if e.actor is not None else None,
                e.target.name if e.target is not None else None,
                str(e.status),
            )
            for e in reader.read(document).events
        }

    return read


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Firm denies leak", "leak"),
        ("Port denies spill", "spill"),
        ("Brandt denies mill sold", "sell"),
        ("Abbey denies bell stolen", "steal"),
        ("Linko denies pipe shut", "shut"),
        ("Club denies coach sacked", "sack"),
        ("Holt denies theft", "theft"),
        ("Ullgren denies leaving", "leave"),
    ],
)
def test_what_a_headline_denies_is_denied(in_headline, text, lemma):
    events = in_headline(text)
    assert {status for what, _, _, status in events if what == lemma} == {"denied"}
    assert {status for what, _, _, status in events if what not in {lemma, "deny"}} == set()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Tanks leak oil", ("leak", "Tanks", "oil", "done")),
        ("Firms deny boats entry", ("deny", "Firms", "entry", "done")),
        ("Abbot says bells ring", ("ring", "bells", None, "done")),
        ("Pipe shut", ("shut", None, "Pipe", "done")),
        ("Abbot buys bell stolen in May", ("buy", "Abbot", "bell", "done")),
    ],
)
def test_other_headlines_stay(in_headline, text, event):
    assert event in in_headline(text)


@pytest.mark.parametrize("text", ["Army denies it", "Abbey denies this", "Holt denies it all"])
def test_a_headline_that_only_points_at_what_it_denies_tells_no_deed(in_headline, text):
    assert {e[3] for e in in_headline(text)} == {"denied"}


def test_what_it_is_stands_as_denied_and_the_verb_not_beside_it(reader, document_of):
    text = "Drovers burned the toll house at dawn, Ana Holt, a clerk, said. Drover Odo Brandt denied it."
    events = reader.read(document_of(text)).events
    assert [(e.predicate.lemma, str(e.status)) for e in events] == [("burn", "done"), ("burn", "denied")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Carter denied the charges.", "denied"),
        ("The guild refuted the allegations on Monday.", "denied"),
        ("Odell has denied any involvement.", "denied"),
        ("Dover denied the boat entry.", "done"),
        ("Holt denied bail to the reeve.", "done"),
        ("The ferry firm denied the leak on Monday.", "denied"),
        ("Judge Finch denied the request.", "done"),
        ("Norlo denied the claim.", "done"),
        ("The firm sold the mill, but the reeve denied it, the union said.", "done"),
        ("The firm denied the theft of a boat.", "done"),
        ("Carter may deny the charges.", "possible"),
        ("Carter did not deny the charges.", "denied"),
    ],
)
def test_a_bare_denial_is_told_as_one(reader, document_of, text, status):
    (event,) = [e for e in reader.read(document_of(text)).events if e.predicate.lemma in {"deny", "refute"}]
    assert event.status == status


def test_a_denial_is_no_denied_denial(event_of):
    assert not any(step.endswith("denied") for step in event_of("Carter denied the charges.", "denied").why)
    assert any(step.endswith("denied") for step in event_of("Carter did not deny the charges.", "deny").why)


def test_a_denial_of_what_was_told_before_stands_beside_what_it_denies(reader, document_of):
    text = "The Quay Times reported that Norlo had sold the lake. Norlo denied the report on Monday."
    events = reader.read(document_of(text)).events
    assert [str(e.status) for e in events if e.predicate.lemma == "deny"] == ["done"]
    assert [str(e.status) for e in events if e.predicate.lemma == "sell"] == ["done", "denied"]
