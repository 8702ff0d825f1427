"""Happenings at their own time, apart from when they were reported."""

from tests.newsrooms import newsroom

POST, MAIL = "The Harbour Post", "Norholm Mail"


@newsroom
def test_happenings_stand_in_order_of_their_own_time(room, ledger_of):
    """The later happening is told first.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk closes quay

    Edda Orsk closed the northern quay on Friday. Pablo Rengo had sold the cranes on Tuesday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay closed

    On Friday Edda Orsk closed the northern quay.
    """
    ledger = ledger_of(room)
    sold, closed = ledger.claim(POST, "had sold"), ledger.claim(POST, "closed the northern")
    assert [(e.claim, e.when, e.precision) for e in ledger.story.timeline] == [
        (sold.id, "2031-04-29", "day"),
        (closed.id, "2031-05-02", "day"),
    ]
    assert {ledger.outlet(c.document) for c in ledger.story.timeline[1].citations} == {POST, MAIL}


@newsroom
def test_a_citation_of_the_timeline_is_the_time_itself(room, ledger_of):
    """Words that name a time.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk closes quay

    Edda Orsk closed the northern quay on Friday.
    """
    ledger = ledger_of(room)
    (entry,) = ledger.story.timeline
    assert [room[POST].words_at(c.span).removeprefix("on ") for c in entry.citations] == ["Friday"]


@newsroom
def test_what_was_only_asked_for_is_no_happening(room, ledger_of):
    """A proposal for Friday has no place in time.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Rengo asks

    Pablo Rengo asked the president to dismiss 20 Norwegian pilots on Monday.
    """
    ledger = ledger_of(room)
    dismissed = ledger.claim(POST, "dismiss 20")
    assert dismissed.id not in {e.claim for e in ledger.story.timeline}
