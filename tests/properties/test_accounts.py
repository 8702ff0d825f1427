"""What holds for the account of any press review.

`pytest tests/properties --hypothesis-profile=many` tries each on many more press reviews.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.account.ledger import Desk
from tests.properties.press import OUTLETS, RENAMED, Told, examples, reviews, told

from rashomon.core import Account, Claim, Document, Provenance, Standing, StoryAccount
from rashomon.core.predicates import predicate_class
from rashomon.core.words import words
from rashomon.pipeline import Pipeline
from rashomon.present.exports.account_rows import account_row

Place = tuple[str, int, int, str]
"""A document, where in it, and the status or form there."""


class OneDesk(Pipeline):
    """A pipeline that reads each document once over all examples."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(tolerant=False)
        self._reader = desk  # type: ignore[assignment]


@pytest.fixture(scope="module")
def desk(reader):
    """Reads each document once."""
    return Desk(reader=reader)


def row_of(made: Told) -> dict[str, Any]:
    """A story as it is shown."""
    nothing = Provenance(version="", stages=(), models=(), degraded=False)
    whole = Account(documents=made.documents, stories=(made.story,), problems=(), provenance=nothing)
    return account_row(whole)


def tells(claim: Claim) -> frozenset[Place]:
    """Where a claim is told, and with which status."""
    kind = (
        predicate_class(claim.action) or claim.action
    )  # two claims may stand in one clause: the urging, what is urged
    return frozenset((r.document, r.span.start, r.span.end, f"{kind} {r.status}") for r in claim.reports)


def copy_of(document: Document, hours: int) -> Document:
    """The same words in another outlet, later and without any credit."""
    later = document.published_at + timedelta(hours=hours) if document.published_at else None
    return replace(document, id=f"copy-{document.id}", outlet="The Borrower", credits=(), published_at=later)


@given(documents=reviews(), chance=st.randoms(use_true_random=False))
@examples()
def test_the_order_of_the_input_changes_only_the_order_of_the_documents(desk, documents, chance):
    def row(given):
        made = account_row(OneDesk(desk).account_of(given))
        made["documents"].sort(key=lambda d: d["id"])
        made["problems"].sort(key=json.dumps)  # those of documents stand in the documents' order
        return made

    shuffled = documents[:]
    chance.shuffle(shuffled)
    assert json.dumps(row(shuffled)) == json.dumps(row(documents))


@given(documents=reviews())
@examples(0.5)
def test_a_second_run_gives_the_same_bytes(desk, reader, documents):
    again = Desk(reader=reader)  # reads anew, after all that was read before
    assert json.dumps(row_of(told(again, documents))) == json.dumps(row_of(told(desk, documents)))


@given(documents=reviews(), chosen=st.integers(0, 5), hours=st.integers(0, 6))
@examples()
def test_a_verbatim_copy_adds_no_origin_and_turns_no_standing(desk, documents, chosen, hours):
    """Who tells a claim stays who told it, and the copy besides; only a single claim is told by one document more."""
    copy = copy_of(documents[chosen % len(documents)], hours)
    before = {tells(c): c for c in told(desk, documents).story.claims}
    after = told(desk, [*documents, copy]).story.claims
    for claim in after:
        others = frozenset(place for place in tells(claim) if place[0] != copy.id)
        assert others in before, "a claim without the copy is a claim that was there before"
        was = before[others]
        assert claim.origins <= was.origins
        if claim.standing is not was.standing:
            assert (was.standing, claim.standing) == (Standing.SINGLE, Standing.AGREED)
            assert claim.origins == 1
    assert len(after) == len(before)


@given(documents=reviews(), chosen=st.integers(0, 5))
@examples()
def test_what_does_not_rest_on_a_document_stays_without_it(desk, documents, chosen):
    """Without a document the account is that of the rest, and what the document had no part in is the same as with it.

    It has a part in a claim where it tells any act of that kind, in a dispute on figures where it may give one, in
    an utterance where it quotes that speaker or one whom it does not name.
    """
    removed = documents[chosen % len(documents)]
    rest = [d for d in documents if d is not removed]
    whole, less = told(desk, documents), told(desk, rest)
    acts = {
        predicate_class(e.predicate.lemma, e.predicate.form) or e.predicate.lemma for e in desk.read(removed).events
    }
    of_claim = {p.id: p.action for p in whole.alignment.propositions}
    kept = {tells(c): c for c in less.story.claims}
    for claim in whole.story.claims:
        if of_claim[claim.id] not in acts:
            assert tells(claim) in kept
            same = kept[tells(claim)]
            assert (claim.text, claim.origins) == (same.text, same.origins)
            if "figure" not in claim.differs:
                assert (claim.standing, claim.standing_reason) == (same.standing, same.standing_reason)
    quoted = {q.speaker.name if q.speaker else None for q in desk.read(removed).quotations}
    if None not in quoted:
        kept_words = {wordings(u) for u in less.story.utterances}
        names = {p.id: {p.name, *p.aliases} for p in whole.story.parties}
        for utterance in whole.story.utterances:
            if utterance.speaker is not None and not names[utterance.speaker] & quoted:
                assert wordings(utterance) in kept_words


def wordings(utterance) -> frozenset[tuple[str, int, int]]:
    """Where an utterance is quoted."""
    return frozenset((w.document, w.span.start, w.span.end) for w in utterance.quotations)


@given(documents=reviews())
@examples()
def test_renaming_the_outlets_changes_nothing_but_their_names(desk, documents):
    """The names are of outlets that no table knows and no report credits; origins stand in the order of their words."""
    names = dict(zip(OUTLETS, RENAMED, strict=True))
    renamed = json.dumps(row_of(told(desk, [replace(d, outlet=names[d.outlet or ""]) for d in documents])))
    for old, new in names.items():
        renamed = renamed.replace(new, old)
    rows = json.loads(renamed), json.loads(json.dumps(row_of(told(desk, documents))))
    for row in rows:
        row["stories"][0]["origins"].sort(key=lambda o: o["id"])
    assert rows[0] == rows[1]


@given(documents=reviews())
@examples()
def test_every_span_reads_the_words_that_are_stored(desk, documents):
    made = told(desk, documents)
    story = made.story
    for utterance in story.utterances:
        assert utterance.text in {made.words(w.document, w.span) for w in utterance.quotations}
        assert all(w.whole.covers(w.span) for w in utterance.quotations)
    for claim in story.claims:
        told_there = [words(made.words(r.document, sentence_at(desk, made, r.document, r.span))) for r in claim.reports]
        assert any(set(words(claim.text)) <= set(there) for there in told_there), claim.text
    for party in story.parties:
        assert all(made.words(m.document, m.span).strip() for m in party.mentions)
    for framing in story.framing:
        for wording in framing.wordings:
            there = {" ".join(made.words(c.document, c.span).split()) for c in wording.citations}
            assert wording.words in there
    for document, span in places(story):
        found = made.words(document, span)
        assert found == found.strip()
        assert found


def sentence_at(desk, made: Told, document: str, span):
    """The sentence that holds a place."""
    reading = desk.read(next(d for d in made.documents if d.id == document))
    return next((s for s in reading.sentences if s.covers(span)), span)


def places(story: StoryAccount) -> Iterator[tuple[str, Any]]:
    """All places that a story cites."""
    for claim in story.claims:
        yield from ((r.document, r.span) for r in claim.reports)
    for utterance in story.utterances:
        yield from ((w.document, w.span) for w in utterance.quotations)
    for line in story.figures:
        yield from ((c.document, c.span) for v in line.values for c in v.reports)
    for entry in (*story.timeline, *story.answers, *story.digest):
        yield from ((c.document, c.span) for c in entry.citations)


@given(documents=reviews())
@examples()
def test_no_claim_has_more_origins_than_reports_and_the_balance_holds(desk, documents):
    made = told(desk, documents)
    origins: Callable[[Claim], set[str]] = lambda claim: {r.origin for r in claim.reports}  # noqa: E731
    known = {o.id: set(o.documents) for o in made.story.origins}
    for claim in made.story.claims:
        tellers = {r.document for r in claim.reports}
        assert 1 <= claim.origins <= len(tellers) <= len(claim.reports)
        assert claim.origins <= claim.outlets
        assert origins(claim) <= known.keys()
        assert all(r.document in known[r.origin] for r in claim.reports)
    assert [p for p in made.story.problems if p.stage == "balance"] == []
    quoted = {(w.document, w.whole) for u in made.story.utterances for w in u.quotations}
    assert quoted == {(d.id, q.span) for d in made.documents for q in desk.read(d).quotations}
