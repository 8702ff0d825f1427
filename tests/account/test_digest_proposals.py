"""What a digest makes of proposals and of an outlet's own corrections."""

from __future__ import annotations

import pytest
from tests.account.verifying import composed
from tests.newsrooms import parse_newsroom


@pytest.fixture
def told_of(ledger_of, reader):
    """The sentences of the digest of one report, or of a press review."""

    def made(text):
        if not text.lstrip().startswith("=="):
            text = f"== Norholm Mail, 2031-05-02 09:00 +02:00 ==\nNews of the day\n\n{text}"
        room = parse_newsroom(text)
        return composed(room, ledger_of(room), reader)

    return made


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The lifeboat crew has warned bathers to keep off the pier.", "warned bathers to keep off the pier"),
        ("The harbour office has told owners to move their boats.", "told owners to move their boats"),
        ("The union urged dockers to stay at home on Friday.", "urged dockers to stay at home"),
        ("The chamber has proposed that the council sell the old lock.", "proposed that the council sell the old lock"),
    ],
)
def test_a_proposal_keeps_the_verb_and_the_preposition_of_its_report(told_of, text, told):
    assert told in " ".join(told_of(text))


@pytest.mark.parametrize("verb", ["must", "should"])
def test_a_duty_is_not_told_as_a_proposal(told_of, verb):
    told = told_of(f"Bathers {verb} keep off the pier until Sunday, the harbour office said on Friday.")
    assert any(f"athers {verb} keep off the pier" in text for text in told)
    assert not any("proposed" in text for text in told)


def test_who_corrects_itself_does_not_differ_from_itself(told_of):
    told = told_of("""
    == Quay Bee, 2031-05-02 09:00 +02:00; id: first ==
    Council sells lock

    The council sold the old lock on Friday by 14 votes to 9.

    == Quay Bee, 2031-05-03 09:00 +02:00; id: second ==
    Correction: council vote

    The council sold the old lock on Friday by 13 votes to 10.
    """)
    assert told
    assert not any("The reports differ" in text for text in told)
