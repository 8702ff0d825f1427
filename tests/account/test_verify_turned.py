"""What weakens or turns a telling is laid on nobody who does not say so."""

from __future__ import annotations

import pytest
from tests.newsrooms import parse_newsroom

from rashomon.account import Digest, account_of
from rashomon.account.verify_turned import carried_by, turns_in
from rashomon.core import Story

TWO = """
    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Story

    {post}

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Story

    {mail}
    """
BOTH = ("The Harbour Post", "Norholm Mail")


@pytest.fixture(scope="module")
def digest(ledger_of, reader):
    """The digest of two reports of one sentence each."""

    def made(post, mail):
        room = parse_newsroom(TWO.format(post=post, mail=mail))
        ledger = ledger_of(room)
        story = Story(id="story", documents=tuple(d.id for d in room.documents))
        made_by = Digest(form="composed", read=reader.read)
        found = account_of(story, room.documents, ledger.readings, (), ledger.alignment, digest=made_by)
        return [s.text for s in found.digest]

    return made


@pytest.mark.parametrize(
    ("post", "mail"),
    [
        (
            "The ferry Lys pretended to leave Belmar harbour on Tuesday.",
            "The ferry Lys nearly left Belmar harbour on Tuesday.",
        ),
        (
            "The mayor of Orlin failed to open the lock on Friday.",
            "The mayor of Orlin almost opened it on Friday.",
        ),
        (
            "Guards accidentally burned 40 files in Belmar on Monday.",
            "Guards deliberately burned 40 files in Belmar on Monday.",
        ),
        (
            "Farmers briefly blocked the Orlin road on Tuesday.",
            "Farmers partly blocked the Orlin road on Tuesday.",
        ),
    ],
)
def test_what_turns_a_telling_is_not_laid_on_who_does_not_say_it(digest, post, mail):
    told = digest(post, mail)
    assert not [t for t in told if turns_in(t) and all(outlet in t.partition("; ")[0] for outlet in BOTH)]


@pytest.mark.parametrize(
    ("post", "mail"),
    [
        (
            "The ferry Lys nearly sank off Belmar on Tuesday.",
            "On Tuesday the ferry Lys almost sank off Belmar.",
        ),
        ("Guards burned nearly 40 files in Belmar on Monday.", "Guards burned almost 40 files in Belmar on Monday."),
        ("Farmers blocked the Orlin road on Tuesday.", "The Orlin road was blocked by farmers on Tuesday."),
    ],
)
def test_what_both_say_is_told_of_both(digest, post, mail):
    assert any(all(outlet in t for outlet in BOTH) for t in digest(post, mail))


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("The bridge all but collapsed in the storm", "nearly"),
        ("The crew could not start the pump", "failed"),
        ("The judge was wrongly named in the letter", "wrongly"),
        ("The envoy is unlikely to sign", "unlikely"),
    ],
)
def test_a_turn_is_known(text, sense):
    assert turns_in(text) == {sense}
    assert carried_by(turns_in(text), [text])
    assert not carried_by(turns_in(text), ["The bridge collapsed", "The judge was named"])


@pytest.mark.parametrize(
    "text",
    [
        "Nearly 40 people were hurt",
        "Two people died in the accident",
        "A power failure darkened the town",
        "“We nearly lost her,” the doctor said",
    ],
)
def test_what_turns_nothing_is_no_turn(text):
    assert not turns_in(text)
