"""What stands between quotation marks stands so in a report: in one stretch, or with a mark where some are left out."""

from __future__ import annotations

import pytest
from tests.account.test_reviews import REVIEWS
from tests.newsrooms import parse_newsroom

from rashomon import account as account_of_paths
from rashomon.account import Digest, account_of
from rashomon.account.digest import LEFT_OUT, glued
from rashomon.account.verify_spoken import quotations_in
from rashomon.account.verify_words import contains
from rashomon.core import Citation, DigestSentence, Document, Span, Story
from rashomon.core.words import words
from rashomon.demo import paths

TEXT = "Orlin council said on Friday, after a vote, that it had dropped a plan to close the Belmar library."


def stand_so(text, documents):
    """The quotations of a text that stand in no document so."""
    there = [words(f"{d.headline or ''}\n{d.text}") for d in documents]
    return [
        said
        for said in quotations_in(text)
        if not any(all(contains(t, words(piece)) for piece in LEFT_OUT.split(said)) for t in there)
    ]


@pytest.fixture(scope="module")
def digest_of(ledger_of, reader):
    """The documents of a press review and its digest's sentences."""

    def made(text, form):
        room = parse_newsroom(text)
        ledger = ledger_of(room)
        story = Story(id="story", documents=tuple(d.id for d in room.documents))
        digest = Digest(form=form, read=reader.read)
        found = account_of(story, room.documents, ledger.readings, (), ledger.alignment, digest=digest)
        return room.documents, [s.text for s in found.digest]

    return made


@pytest.mark.parametrize("name", sorted(REVIEWS))
@pytest.mark.parametrize("form", ["composed", "extracted"])
def test_no_quotation_of_an_invented_review_is_glued(digest_of, name, form):
    text = "\n".join(line for line in REVIEWS[name].splitlines() if not line.startswith("# "))
    documents, told = digest_of(text, form)
    assert not [said for t in told for said in stand_so(t, documents)]


def test_no_quotation_of_the_demo_is_glued():
    result = account_of_paths([str(p) for p in paths()])
    told = [s.text for story in result.stories for s in story.digest]
    assert any("“" in t for t in told)
    assert not [said for t in told for said in stand_so(t, result.documents)]


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("it had dropped a plan to close the Belmar library", True),
        ("Orlin council said on Friday … that it had dropped a plan", True),
        ("after a vote, that it [the council] had dropped a plan", True),
        ("Orlin council to close the Belmar library", False),
        ("it to close the Belmar library", False),
        ("a plan of Orlin council", False),
    ],
)
def test_parts_set_together_are_seen(said, whole):
    documents = {"a": Document(id="a", text=TEXT)}
    place = Citation(document="a", span=Span(0, len(TEXT)))
    sentence = DigestSentence(
        text=f"The report tells it as planned, in the words “{said}”.", citations=(place,), claims=()
    )
    assert (not glued(sentence, documents)) is whole


SIDES = """
    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Council votes on library

    Orlin council voted 7 to 2 on Tuesday to close the Belmar library next spring.

    == Norholm Mail, 2031-05-09 15:00 +02:00 ==
    Library saved

    Orlin council has dropped its plan to close the Belmar library, council leader Edda Orsk said on Wednesday.
    """


@pytest.mark.parametrize("form", ["composed", "extracted"])
def test_the_sides_of_a_dispute_stand_in_the_reports_words(digest_of, form):
    documents, told = digest_of(SIDES, form)
    assert not [said for t in told for said in stand_so(t, documents)]
    assert not any("“its to" in t or "council to close" in t for t in told)
