"""A sum that does not come out is shown as a problem."""

from dataclasses import replace

import pytest
from tests.newsrooms import parse_newsroom

from rashomon.account.balance import check_run, check_story
from rashomon.core import Citation, DigestSentence, Span

ROOM = parse_newsroom(
    """
    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk closes quay

    Edda Orsk closed the northern quay of Norholm on Friday. "The quay is not safe," she said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay closed

    The northern quay of Norholm was closed by Edda Orsk on Friday.
    """
)
BLANK = Span(16, 18)
"""Between the headline and the first paragraph."""


def no_utterances(story):
    return replace(story, utterances=())


def too_many_origins(story):
    first = story.claims[0]
    return replace(story, claims=(replace(first, origins=len(first.reports) + 1), *story.claims[1:]))


def unknown_origin(story):
    first = story.claims[0]
    reports = (replace(first.reports[0], origin="nowhere"), *first.reports[1:])
    return replace(story, claims=(replace(first, reports=reports), *story.claims[1:]))


def blank_report(story):
    first = story.claims[0]
    document = story.documents[0]
    at = next(n for n, r in enumerate(first.reports) if r.document == document)
    reports = [*first.reports]
    reports[at] = replace(reports[at], span=BLANK)
    return replace(story, claims=(replace(first, reports=tuple(reports)), *story.claims[1:]))


def digest_without_citation(story):
    return replace(story, digest=(DigestSentence(text="The quay is closed.", citations=(), claims=()),))


def digest_with_a_lie(story):
    place = (Citation(document=story.documents[0], span=Span(0, 16)),)
    return replace(story, digest=(DigestSentence(text="Orsk closes 14 quays.", citations=place, claims=()),))


@pytest.fixture(scope="module")
def ledger(ledger_of):
    """An account that is in balance."""
    return ledger_of(ROOM)


def problems(ledger, story):
    documents = {d.id: d for d in ROOM.documents}
    return [p.code for p in check_story(story, documents, {r.document: r for r in ledger.readings})]


def test_an_account_is_in_balance(ledger):
    assert ledger.story.claims[0].reports
    assert ledger.story.utterances
    assert ledger.story.digest
    assert problems(ledger, ledger.story) == []
    assert [p for p in ledger.story.problems if p.stage == "balance"] == []


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (no_utterances, "quotation-unaligned"),
        (too_many_origins, "more-origins-than-documents"),
        (unknown_origin, "origin-unknown"),
        (blank_report, "empty-place"),
        (digest_without_citation, "digest-without-citation"),
        (digest_with_a_lie, "digest-unsupported"),
    ],
)
def test_a_broken_account_is_named(ledger, broken, code):
    assert set(problems(ledger, broken(ledger.story))) == {code}


def test_every_document_is_in_one_story(ledger):
    assert check_run(ROOM.documents, [ledger.story]) == ()
    assert [p.document for p in check_run(ROOM.documents, [])] == [d.id for d in ROOM.documents]
    twice = check_run(ROOM.documents, [ledger.story, replace(ledger.story, id="again")])
    assert {p.code for p in twice} == {"document-not-in-one-story"}
    lone = replace(ledger.story, documents=ledger.story.documents[:1])
    assert [p.document for p in check_run(ROOM.documents, [lone])] == [ROOM.documents[1].id]
