"""Tellings of one act joined by the learned decision; what sets two tellings apart is never overruled."""

from tests.newsrooms import newsroom

from rashomon.core import Status

POST, MAIL, ECHO = "The Harbour Post", "Norholm Mail", "Evening Echo"


@newsroom
def test_one_act_told_with_and_without_its_actor_is_one_claim(room, ledger_of):
    """The bodies are recovered in all three, by somebody or by nobody named.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Ferry lost

    The ferry Alma sank off Norholm on Sunday. Divers recovered the bodies from the wreck on Monday night.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Search goes on

    The ferry Alma sank off Norholm on Sunday. The coast guard said it was recovering the bodies from the wreck.
    """
    assert ledger_of(room).together((POST, "recovered the bodies"), (MAIL, "recovering the bodies"))


@newsroom
def test_a_refusal_stays_with_the_deed(room, ledger_of):
    """What one does and the other will not do is one proposition with two statuses.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Lock to close

    The company will not repair the lock at Norholm this year.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Lock mended

    The company has repaired the lock at Norholm this year.
    """
    ledger = ledger_of(room)
    assert ledger.together((POST, "repair the lock"), (MAIL, "repaired the lock"))
    told = ledger.statuses(ledger.claim(POST, "repair the lock"))
    assert told[MAIL] == {Status.DONE}
    assert told[POST] != {Status.DONE}


@newsroom
def test_two_deals_described_otherwise_are_apart(room, ledger_of):
    """Each phrase has a word that the other has not.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Talks

    The port and the pilots negotiated a new deal in Norholm on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Anger

    The pilots said the union had negotiated the worst deal in Norholm on record.
    """
    assert not ledger_of(room).together((POST, "negotiated a new"), (MAIL, "negotiated the worst"))


@newsroom
def test_two_persons_of_one_surname_are_apart(room, ledger_of):
    """The same happened to two players.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Player out

    Peter Thorn was injured in the match at Norholm on Sunday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Another out

    Diana Thorn was injured in the match at Norholm on Sunday.
    """
    assert not ledger_of(room).together((POST, "Thorn was injured"), (MAIL, "Thorn was injured"))


@newsroom
def test_opposite_deeds_to_one_thing_are_never_joined(room, ledger_of):
    """All but the verb is the same: across actions nothing is joined, however alike the rest is.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    App gone

    Brightwater removed the messaging app Pling from its store on Thursday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    App back

    Brightwater reinstated the messaging app Pling in its store on Thursday.
    """
    assert not ledger_of(room).together((POST, "removed the messaging"), (MAIL, "reinstated the messaging"))


@newsroom
def test_a_charge_told_by_verb_and_by_noun_is_one_claim(room, ledger_of):
    """Charged with fraud, fraud charges filed against.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Mayor charged

    Prosecutors charged Edda Orsk with fraud on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Charges

    Prosecutors filed fraud charges against Edda Orsk on Friday.
    """
    assert ledger_of(room).together((POST, "charged Edda"), (MAIL, "filed fraud charges"))


@newsroom
def test_a_plane_that_went_down_and_its_crash_are_one_claim(room, ledger_of):
    """A particle verb and a noun.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Plane down

    A small plane went down in the hills of Brall on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Crash

    The crash of the small plane in the hills of Brall on Friday is being investigated.
    """
    assert ledger_of(room).together((POST, "plane went down"), (MAIL, "The crash of the small plane"))
