"""What hangs on a condition is not told without it."""

from __future__ import annotations

import re

import pytest
from tests.account.verifying import standing_in, verifier_of
from tests.newsrooms import parse_newsroom

from rashomon.account import Digest, account_of
from rashomon.account.digest_told import tells_again
from rashomon.account.verify_conditions import Conditions
from rashomon.core import Story

REVIEW = """
    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    The lock of Norholm

    {first}

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Norholm lock in doubt

    {second}
    """
PLAIN = "Edda Orsk will sell the old lock, her office said on Friday."
CONDITIONS = [
    ("Edda Orsk will sell the old lock if the council agrees.", "if the council agrees"),
    ("Edda Orsk will sell the old lock unless the council pays, her office said.", "unless the council pays"),
    ("Edda Orsk will sell the old lock should the council agree, she said.", "should the council agree"),
    ("Should the river rise again, Edda Orsk will sell the old lock.", "Should the river rise again"),
    ("Edda Orsk will sell the old lock provided the council agrees.", "provided the council agrees"),
    ("Edda Orsk would have sold the lock had the council agreed to it.", "had the council agreed to it"),
    ("Edda Orsk will sell the lock in the event that the port reopens.", "in the event that the port reopens"),
]
NONE = [
    "The council should sell the old lock, Edda Orsk said.",
    "Edda Orsk provided the money for the old lock.",
    "Tessa Orlow asked the council if Edda Orsk would sell the lock.",
    "Edda Orsk will sell the old lock even if the council refuses.",
    "Should Edda Orsk sell the old lock?",
    "Edda Orsk had the old lock closed on Friday.",
    "Edda Orsk spoke on condition of anonymity.",
]


@pytest.fixture(scope="module")
def read(ledger_of):
    """The conditions of a sentence, and for each verb on how many of them it hangs."""

    def made(text):
        room = parse_newsroom(REVIEW.format(first=text, second=PLAIN))
        readings = {r.document: r for r in ledger_of(room).readings}
        conditions = Conditions(documents={d.id: d for d in room.documents}, readings=readings)
        document = room.documents[0]
        sentence = next(s for s in readings[document.id].sentences if document.words_at(s).strip() == text)
        found = conditions.within(document.id, sentence)
        events = [e for e in readings[document.id].events if sentence.covers(e.predicate.span)]
        hanging = {e.predicate.lemma: len(conditions.of(document.id, e)) for e in events}
        return document, found, hanging

    return made


@pytest.mark.parametrize(("text", "condition"), CONDITIONS)
def test_a_condition_is_found_however_it_opens(read, text, condition):
    document, found, hanging = read(text)
    assert [c.text for c in found] == [condition]
    assert [document.words_at(c.span) for c in found] == [condition]
    assert hanging["sell"] == 1


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_condition_is_none(read, text):
    _, found, _ = read(text)
    assert found == ()


def test_what_happened_does_not_hang_on_a_condition_of_its_sentence(read):
    _, found, hanging = read("Edda Orsk met the council on Friday and said she would sell the lock if the river rose.")
    assert len(found) == 1
    assert hanging["meet"] == 0
    assert hanging["sell"] == 1


@pytest.fixture(scope="module")
def stands(ledger_of, reader):
    """Whether a sentence stands over two reports."""

    def made(first, second, text):
        room = parse_newsroom(REVIEW.format(first=first, second=second))
        ledger = ledger_of(room)
        return standing_in(room, verifier_of(room, ledger, reader))(text)

    return made


@pytest.mark.parametrize(
    ("report", "without"),
    [
        ("Edda Orsk will sell the old lock if the council agrees.", "Edda Orsk will sell the old lock."),
        (
            "The mayor will sell the old lock should the council agree, Edda Orsk said.",
            "Edda Orsk said the mayor will sell the old lock.",
        ),
        (
            "Tessa Orlow said the quay would have sunk if Edda Orsk had gone.",
            "Tessa Orlow said the quay would have sunk.",
        ),
    ],
)
def test_a_sentence_without_the_condition_does_not_stand(stands, report, without):
    assert not stands(report, PLAIN, without.replace(".", ", according to The Harbour Post."))
    assert stands(report, PLAIN, report.replace("agrees.", "agrees, according to The Harbour Post."))


def test_a_report_that_has_a_condition_does_not_tell_what_has_none(stands):
    conditional = "Edda Orsk will sell the old lock if the council agrees, her office said on Friday."
    told = "Edda Orsk will sell the old lock, her office said on Friday, according to {}."
    assert stands(PLAIN, PLAIN, told.format("The Harbour Post and Norholm Mail"))
    assert not stands(PLAIN, conditional, told.format("The Harbour Post and Norholm Mail"))
    assert stands(PLAIN, conditional, told.format("The Harbour Post"))


def test_reports_with_two_conditions_do_not_tell_the_same(stands):
    first = "Edda Orsk will sell the old lock if the council agrees, her office said on Friday."
    second = "Edda Orsk will sell the old lock if the river rises, her office said on Friday."
    told = f"{first.removesuffix('.')}, according to {{}}."
    assert stands(first, first, told.format("The Harbour Post and Norholm Mail"))
    assert not stands(first, second, told.format("The Harbour Post and Norholm Mail"))


def test_a_side_shown_in_its_words_shows_its_condition(stands):
    first = "Edda Orsk closed the old lock on Friday."
    second = "Edda Orsk will close the old lock if the council agrees."
    sides = (
        "The reports differ: The Harbour Post tells it as done, in the words “Edda Orsk closed the old lock on Friday”"
    )
    assert not stands(
        first, second, f"{sides}; Norholm Mail tells it as possible, in the words “Edda Orsk will close the old lock”."
    )


@pytest.fixture(scope="module")
def digest_of(ledger_of, reader):
    """The digest's sentences over some reports."""

    def made(first, second):
        room = parse_newsroom(REVIEW.format(first=first, second=second))
        ledger = ledger_of(room)
        story = Story(id="story", documents=tuple(d.id for d in room.documents))
        digest = Digest(form="composed", read=reader.read)
        account = account_of(story, room.documents, ledger.readings, (), ledger.alignment, digest=digest)
        return [s.text for s in account.digest]

    return made


def test_a_digest_tells_the_condition(digest_of):
    conditional = "Edda Orsk will sell the old lock should the council agree, her office said on Friday."
    told = digest_of(conditional, conditional)
    assert any("sell the old lock should the council agree" in s for s in told)
    assert not any(re.search(r"sell the old lock(?! should)", s) for s in told)


def test_a_digest_says_who_tells_it_on_a_condition(digest_of):
    conditional = "The old lock will be sold by Edda Orsk should the council agree, she said on Friday."
    told = digest_of("Edda Orsk will sell the old lock, her office said on Friday.", conditional)
    assert any(s.endswith("according to The Harbour Post; Norholm Mail tells it on a condition.") for s in told), told


def test_what_is_told_on_a_condition_is_no_repetition():
    plain = "Edda Orsk will sell the old lock, according to Norholm Mail."
    on_one = "Edda Orsk will sell the old lock if the council agrees, according to Norholm Mail."
    assert not tells_again(on_one, [plain])
    assert tells_again(on_one, [plain, on_one])
    assert tells_again(plain, [on_one])
