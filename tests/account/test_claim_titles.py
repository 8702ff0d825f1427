"""What a claim is called: by a telling that it is so, with its own subject and verb, of the time that is told."""

from __future__ import annotations

import pytest
from tests.newsrooms import parse_newsroom

TWO = """
    == The Harbour Post, {first} ==
    Words on the lock

    {post}

    == Norholm Mail, {second} ==
    More words on the lock

    {mail}
    """
POST, MAIL = "The Harbour Post", "Norholm Mail"


@pytest.fixture(scope="module")
def ledger(ledger_of):
    """The ledger of two reports."""

    def made(post, mail, first="2031-05-05 14:10 +02:00", second="2031-05-06 15:00 +02:00"):
        return ledger_of(parse_newsroom(TWO.format(post=post, mail=mail, first=first, second=second)))

    return made


@pytest.mark.parametrize(
    ("post", "mail", "words", "title"),
    [
        (
            "Belmar will not sell the old lock, Edda Orsk said.",
            "Belmar sold the old lock on Monday.",
            "sold the old lock",
            "Belmar sold the old lock on Monday",
        ),
        (
            "The mayor of Orlin did not close the north bridge on Monday.",
            "The mayor of Orlin closed the north bridge on Monday, police said.",
            "closed the north bridge",
            "The mayor of Orlin closed the north bridge on Monday",
        ),
        (
            "Miners refused to leave the Tarn pit on Monday.",
            "Miners left the Tarn pit on Monday, the owner said.",
            "left the Tarn pit",
            "Miners left the Tarn pit on Monday",
        ),
    ],
)
def test_a_claim_is_called_by_who_tells_it_as_so(ledger, post, mail, words, title):
    assert ledger(post, mail).claim(MAIL, words).text == title


@pytest.mark.parametrize(
    ("post", "words"),
    [
        ("Belmar has not sold the old lock.", "sold the old lock"),
        ("The mayor of Orlin did not close the north bridge on Monday.", "close the north bridge"),
        ("Miners never left the Tarn pit.", "left the Tarn pit"),
    ],
)
def test_what_only_a_negation_tells_keeps_it(ledger, post, words):
    claim = ledger(post, "The quay was swept on Sunday.").claim(POST, words)
    assert any(word in claim.text.split() for word in ("not", "never"))


def test_a_pronoun_is_a_title_only_where_nothing_else_is(ledger):
    found = ledger(
        "Divers raised the barge Lys in Belmar on Monday.",
        "Divers came to Belmar. They raised the barge Lys in Belmar on Monday.",
    )
    assert found.claim(POST, "raised the barge").text == "Divers raised the barge Lys in Belmar on Monday"
    alone = ledger("Edda Orsk came. She sold the barge Lys on Monday.", "The quay was swept on Sunday.")
    assert alone.claim(POST, "sold the barge").text.startswith("She sold")


def test_an_infinitive_behind_a_pronoun_stands_in_the_words_of_its_report(ledger):
    found = ledger(
        "Parents in Belmar said they would go to court to stop the closure of the school.", "The quay was swept."
    )
    titles = [c.text for c in found.story.claims]
    assert not any(t.startswith("they to ") for t in titles), titles


def test_a_headline_is_not_cut_before_its_verb(ledger_of):
    found = ledger_of(
        parse_newsroom("""
    == The Harbour Post, 2031-05-05 14:10 +02:00 ==
    Tarn denies lock is broken

    Bo Tarn, who runs the lock in Belmar, denied on Monday that the lock was broken.
    """)
    )
    assert "Tarn denies lock" not in [c.text for c in found.story.claims]


@pytest.mark.parametrize(
    ("post", "mail"),
    [
        (
            "Envoys of Belmar and Orlin met in Tarn on Sunday, the host said.",
            "Envoys of Belmar and Orlin met in Tarn on Saturday, the host said.",
        ),
        ("A flood broke the Orlin lock on Friday.", "A flood broke the Orlin lock on Thursday."),
        ("Divers found the barge Lys on Sunday.", "Divers found the barge Lys on Saturday."),
    ],
)
def test_a_timeline_tells_no_day_but_its_own(ledger, post, mail):
    days = {"2031-05-01": "Thursday", "2031-05-02": "Friday", "2031-05-03": "Saturday", "2031-05-04": "Sunday"}
    entries = ledger(post, mail).story.timeline
    assert any(e.otherwise for e in entries)
    for entry in entries:
        others = set(days.values()) - {days[entry.when]}
        assert not [day for day in others if day in entry.text]


def test_a_timeline_of_one_day_keeps_the_words_of_its_claim(ledger):
    found = ledger("A flood broke the Orlin lock on Friday.", "A flood broke the Orlin lock on Friday.")
    assert [e.text for e in found.story.timeline] == [c.text for c in found.story.claims if "broke" in c.text]


@pytest.mark.parametrize(
    "post",
    [
        "The Belmar lock will close as planned on Friday.",
        "Divers raised the barge Lys as scheduled, Edda Orsk said.",
        "The ferry left Orlin on Monday, as previously announced.",
    ],
)
def test_what_something_is_likened_to_is_no_claim(ledger, post):
    assert not [c.text for c in ledger(post, "The quay was swept.").story.claims if c.text.startswith("as ")]


@pytest.mark.parametrize(
    ("post", "words"),
    [
        ("Belmar planned to close the lock on Friday.", "close the lock"),
        ("As divers raised the barge Lys, the pier sank.", "raised the barge"),
        ("The council agreed on Monday to buy the ferry.", "buy the ferry"),
    ],
)
def test_what_is_told_of_a_plan_or_at_its_time_is_one(ledger, post, words):
    assert ledger(post, "The quay was swept.").claim(POST, words)
