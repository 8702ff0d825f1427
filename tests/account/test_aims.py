"""Who denied planning something denies it, and carries nothing of it."""

from tests.account.ledger import Desk
from tests.newsrooms import newsroom
from tests.properties.press import told

from rashomon.core import Standing, Status
from rashomon.present.report.resting import told_origins, within

POST, MAIL, ECHO = "Harrow Post", "Norholm Mail", "Evening Echo"


@newsroom
def test_an_aim_denied_is_a_denial_and_no_origin(room, ledger_of, reader):
    """Two outlets tell the plan, the third that its planner denied planning it.

    == Harrow Post, 2031-05-02 10:00 +02:00 ==
    Tessel Line and the ferry

    The Tessel Line denied planning to sell the ferry.

    == Norholm Mail, 2031-05-02 11:00 +02:00 ==
    Ferry to be sold

    The Tessel Line plans to sell the ferry to a yard in Norholm, two pilots said.

    == Evening Echo, 2031-05-02 12:00 +02:00 ==
    Norholm and its ferry

    The Tessel Line will sell the ferry, the harbour council said.
    """
    ledger = ledger_of(room)
    claim = ledger.claim(MAIL, "to sell")
    assert ledger.statuses(claim) == {POST: {Status.DENIED}, MAIL: {Status.PLANNED}, ECHO: {Status.PLANNED}}
    assert claim.standing is Standing.DENIED
    assert "denied" not in claim.text, "the text is what is denied"
    assert claim.origins == 2
    assert told_origins(claim, within(claim, ledger.story.origins)) == "2 origins"
    assert [c.text for c in ledger.story.claims].count(claim.text) == 1
    made = told(Desk(reader=reader), room.documents).story.digest
    assert sum("denie" in s.text for s in made) == 1, "the denial is told, and once"
    assert any("; the Tessel Line denies it, according to Harrow Post" in s.text for s in made)


@newsroom
def test_an_aim_denied_in_a_clause_is_one_too(room, ledger_of):
    """The mayor denies that the council was planning it.

    == Harrow Post, 2031-05-02 10:00 +02:00 ==
    Council and the lock

    Mayor Tilda Renn denied that the council was planning to close the lock.

    == Norholm Mail, 2031-05-02 11:00 +02:00 ==
    Lock to close

    The council plans to close the lock, two pilots said.
    """
    ledger = ledger_of(room)
    claim = ledger.claim(MAIL, "to close the lock")
    assert ledger.statuses(claim) == {POST: {Status.DENIED}, MAIL: {Status.PLANNED}}
    assert (claim.standing, claim.origins) == (Standing.DENIED, 1)


@newsroom
def test_who_says_that_he_does_not_plan_it_refuses(room, ledger_of):
    """Nobody denies: the Line tells what it does not plan, and what it will not do.

    == Harrow Post, 2031-05-02 10:00 +02:00 ==
    Tessel Line and the ferry

    The Tessel Line does not plan to sell the ferry.

    == Norholm Mail, 2031-05-02 11:00 +02:00 ==
    Ferry stays

    The Tessel Line will not sell the ferry.
    """
    ledger = ledger_of(room)
    assert set().union(*ledger.statuses(ledger.claim(POST, "to sell")).values()) == {Status.REFUSED}
