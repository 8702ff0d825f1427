"""A plan is not told without the denial of the one who is told to plan it."""

from __future__ import annotations

import re

import pytest
from tests.account.verifying import verifier_of
from tests.newsrooms import parse_newsroom

from rashomon.account import Digest, account_of
from rashomon.account.digest import Material, Offer, digest_of
from rashomon.account.digest_composer import Composer
from rashomon.account.digest_propositions import Propositions
from rashomon.account.verify import Verifier
from rashomon.core import Citation, DigestSentence, Status, Story

PLAN = """
    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Ferries to stay in port

    Anna Orsk plans to ground all ferries. The ferries carry ten thousand people a day.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Ferry owners alarmed

    Anna Orsk plans to ground all ferries. Owners met in Belmar on Friday.

    == Quay Bee, 2031-05-02 16:00 +02:00 ==
    What the crews fear

    {denial} The crews met in Belmar on Friday.
    """
OWN_PLAN = "Anna Orsk denied that she would ground all ferries."
OWN_DEED = "Anna Orsk denied that she had grounded all ferries."
OFFICE = "Orsk's office denied that she would ground all ferries."
PASSIVE = "Anna Orsk denied that all ferries would be grounded."
ANOTHER = "Anna Orsk denied that she would close all schools."


@pytest.fixture(scope="module")
def account_made(ledger_of, reader):
    """The account of the plan with one denial, its digest in one form."""

    def made(denial, form="composed"):
        room = parse_newsroom(PLAN.format(denial=denial))
        ledger = ledger_of(room)
        story = Story(id="story", documents=tuple(d.id for d in room.documents))
        digest = Digest(form=form, read=reader.read)
        return account_of(story, room.documents, ledger.readings, (), ledger.alignment, digest=digest)

    return made


@pytest.mark.parametrize(
    ("denial", "told"),
    [
        (OWN_PLAN, r"Anna Orsk denie[sd] "),
        (OWN_DEED, r"; Anna Orsk denied that she had grounded all ferries, according to Quay Bee\.$"),
        (OFFICE, r"Orsk['’]s office denie[sd] "),
        (PASSIVE, r"Anna Orsk denie[sd] "),
    ],
)
def test_a_plan_is_told_with_the_denial_of_its_planner(account_made, denial, told):
    digest = account_made(denial).digest
    plans = [s for s in digest if "plans to ground" in s.text or "as planned" in s.text]
    assert plans, digest
    assert all(re.search(told, s.text) for s in plans), digest
    assert all(len({c.document for c in s.citations}) == 3 for s in plans), digest


def test_the_denial_is_not_told_again(account_made):
    texts = [s.text for s in account_made(OWN_DEED).digest]
    assert sum("denied that she had grounded" in text for text in texts) == 1, texts


@pytest.mark.parametrize(
    "denial",
    [
        ANOTHER,
        "Orsk's team denied that Kerr would ground all ferries.",
        "Orsk's team denied that storms had grounded all ferries.",
        "Anna Orsk denied that Tavria would ground all ferries.",
        "Anna Orsk denied that the owners would ground all ferries.",
    ],
)
def test_the_denial_of_something_else_does_not(account_made, denial):
    plan = next(s.text for s in account_made(denial).digest if "plans to ground" in s.text)
    assert "denie" not in plan


@pytest.mark.parametrize("denial", [OWN_PLAN, OWN_DEED, OFFICE])
def test_in_the_reports_own_words_no_plan_stands_before_its_denial(account_made, denial):
    texts = [s.text for s in account_made(denial, "extracted").digest]
    plan = next((n for n, text in enumerate(texts) if "plans to ground" in text), None)
    assert plan is None or any("denied" in text for text in texts[: plan + 1]), texts


def test_who_denies_the_deed_is_not_told_to_deny_the_plan(ledger_of, reader):
    plan = "Anna Orsk plans to ground all ferries, according to The Harbour Post and Norholm Mail"
    for denial, holds in ((OWN_PLAN, True), (OWN_DEED, False)):
        room = parse_newsroom(PLAN.format(denial=denial))
        ledger = ledger_of(room)
        verifier = Verifier(
            documents={d.id: d for d in room.documents},
            readings={r.document: r for r in ledger.readings},
            parties=ledger.alignment.parties,
            claims=ledger.story.claims,
            read=reader.read,
        )
        places = tuple(Citation(document=d, span=s) for d, r in verifier.readings.items() for s in r.sentences)
        text = f"{plan}; Anna Orsk denies it, according to Quay Bee."
        sentence = DigestSentence(text=text, citations=places, claims=tuple(c.id for c in verifier.claims))
        assert (not verifier.unborne(sentence)) is holds, verifier.unborne(sentence)


@pytest.fixture(scope="module")
def material_of(ledger_of, reader):
    """What a digest of a press review may be made of."""

    def made(text):
        room = parse_newsroom(text)
        ledger = ledger_of(room)
        verifier = verifier_of(room, ledger, reader)
        return Material(
            claims=ledger.story.claims,
            tellings={p.id: p.tellings for p in ledger.alignment.propositions},
            documents=verifier.documents,
            readings=verifier.readings,
            parties=ledger.alignment.parties,
            utterances=ledger.alignment.utterances,
            figures=ledger.story.figures,
            verifier=verifier,
        )

    return made


def sentence_with(material, words):
    """A report's own sentence that has these words, with its place."""
    for document, reading in material.readings.items():
        for span in reading.sentences:
            text = material.documents[document].words_at(span).strip()
            if words in text and not material.documents[document].headline_span.covers(span):
                return DigestSentence(text=text, citations=(Citation(document=document, span=span),), claims=())
    raise AssertionError(words)


def test_a_denial_that_was_told_is_not_told_beside_the_plan_again(material_of):
    material = material_of(PLAN.format(denial=OWN_DEED))
    plan = next(c for c in material.claims if "ground all ferries" in c.text and len(c.reports) > 1)

    def form(_):
        yield Offer(sentences=[sentence_with(material, "denied")])
        yield Offer(sentences=Composer(material).sentences(plan))

    texts = [s.text for s in digest_of(material, form)[0]]
    assert any("plans to ground" in t for t in texts), texts
    assert sum(t.count("denied that she had grounded") for t in texts) == 1, texts


def test_without_it_the_plan_is_told_with_the_denial(material_of):
    material = material_of(PLAN.format(denial=OWN_DEED))
    plan = next(c for c in material.claims if "ground all ferries" in c.text and len(c.reports) > 1)
    (told,) = digest_of(material, lambda _: [Offer(sentences=Composer(material).sentences(plan))])[0]
    assert "denied that she had grounded" in told.text


def test_a_plan_whose_denial_cannot_be_worded_waits_for_it(material_of, monkeypatch):
    material = material_of(PLAN.format(denial=OWN_DEED))
    plan = next(c for c in material.claims if "ground all ferries" in c.text and len(c.reports) > 1)
    of = Propositions.of
    monkeypatch.setattr(Propositions, "of", lambda self, t: () if t.event.status is Status.DENIED else of(self, t))
    composer = Composer(material)
    assert composer.sentences(plan) == []
    waiting = Offer(sentences=composer.waiting(plan))
    assert not digest_of(material, lambda _: [waiting])[0]
    told = Offer(sentences=[sentence_with(material, "denied")])
    texts = [s.text for s in digest_of(material, lambda _: [told, waiting])[0]]
    assert [t.startswith("Anna Orsk plans to ground all ferries") for t in texts] == [False, True], texts
