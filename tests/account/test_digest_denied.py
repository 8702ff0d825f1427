"""A plan is not told without the denial of the one who is told to plan it."""

from __future__ import annotations

import re

import pytest
from tests.newsrooms import parse_newsroom

from rashomon.account import Digest, account_of
from rashomon.account.verify import Verifier
from rashomon.core import Citation, DigestSentence, Story

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
