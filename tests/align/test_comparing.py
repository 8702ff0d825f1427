"""Whether two named persons are one."""

from tests.newsrooms import newsroom


@newsroom
def test_two_persons_of_one_surname_do_not_resign_together(room, ledger_of):
    """The offices differ, and the forenames.

    == The Harbour Post, 2031-05-06 14:10 +02:00 ==
    Minister quits

    Interior minister John Dahl resigned on Monday.

    == Norholm Mail, 2031-05-06 15:00 +02:00 ==
    Minister goes

    Finance minister Adam Dahl resigned on Monday.
    """
    ledger = ledger_of(room)
    assert not ledger.together(("The Harbour Post", "resigned"), ("Norholm Mail", "resigned"))


@newsroom
def test_one_person_with_and_without_a_forename_resigns_once(room, ledger_of):
    """The second report has the surname alone.

    == The Harbour Post, 2031-05-06 14:10 +02:00 ==
    Minister quits

    Interior minister John Dahl resigned on Monday.

    == Norholm Mail, 2031-05-06 15:00 +02:00 ==
    Minister goes

    Interior minister Dahl resigned on Monday.
    """
    ledger = ledger_of(room)
    assert ledger.together(("The Harbour Post", "resigned"), ("Norholm Mail", "resigned"))
