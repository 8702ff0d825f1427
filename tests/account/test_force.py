"""The status of a report whose clause tells of an act of telling."""

from tests.newsrooms import newsroom

from rashomon.core import Status

POST = "The Harbour Post"


def statuses(ledger, words):
    """The statuses of the claim that these words of the one report tell."""
    return [r.status for r in ledger.claim(POST, words).reports]


@newsroom
def test_an_act_has_the_status_that_it_confers(room, ledger_of):
    """Urging, threatening, refusing and asking, with a clause and with a thing.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Baths

    Fourteen clubs urged Henrik Dahl to step aside. Dahl threatened to sue the clubs. The council offered him a loan
    in April. Dahl turned it down. Mayor Pia Holt asked Dahl for his keys.
    """
    ledger = ledger_of(room)
    assert statuses(ledger, "urged") == [Status.PROPOSED]
    assert statuses(ledger, "threatened") == [Status.THREATENED]
    assert statuses(ledger, "turned it down") == [Status.REFUSED]
    assert statuses(ledger, "asked") == [Status.PROPOSED]


@newsroom
def test_a_deed_that_stops_another_is_a_deed(room, ledger_of):
    """To bar is done, though what is barred is not.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Court

    A court barred Brask Glass from dismantling the works.
    """
    assert statuses(ledger_of(room), "barred") == [Status.DONE]


@newsroom
def test_an_act_that_did_not_take_place_confers_nothing(room, ledger_of):
    """The negation of the act stands.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Clubs

    The clubs have never urged Henrik Dahl to step aside.
    """
    assert Status.PROPOSED not in statuses(ledger_of(room), "urged")


@newsroom
def test_who_rejects_claims_denies_what_they_tell(room, ledger_of):
    """One rule for "denied that" and "rejected claims that".

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Baths

    Mayor Pia Holt denied that wardens had sold the pumps. Henrik Dahl rejected claims that clubs had paid the wardens.
    Ada Brenn denied reports that she had left the town.
    """
    ledger = ledger_of(room)
    assert statuses(ledger, "Holt denied that") == [Status.DENIED]
    assert statuses(ledger, "Dahl rejected") == [Status.DENIED]
    assert statuses(ledger, "Brenn denied") == [Status.DENIED]
