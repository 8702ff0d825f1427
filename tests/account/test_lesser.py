"""Which clauses stand behind another of their sentence."""

from tests.newsrooms import newsroom

POST = "The Harbour Post"


@newsroom
def test_what_is_proposed_comes_before_the_proposing(room, ledger_of):
    """The content and the act stand in one report each.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Baths

    Aldo Brenn urged the council to close the Quay Street baths.
    """
    ledger = ledger_of(room)
    order = [c.action for c in ledger.story.claims]
    assert order.index("close") < order.index("urge")


@newsroom
def test_a_clause_comes_before_the_clause_inside_it(room, ledger_of):
    """A relative clause stands in the middle of the main one.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Baths

    The council, which repaired the tram depot, has sold the Quay Street baths.
    """
    ledger = ledger_of(room)
    assert [c.action for c in ledger.story.claims] == ["sell", "repair"]


@newsroom
def test_what_more_reports_tell_still_comes_first(room, ledger_of):
    """Rank by clause decides between equals only.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Baths

    The council, which repaired the tram depot, has sold the Quay Street baths.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Depot

    The council repaired the tram depot.
    """
    ledger = ledger_of(room)
    assert [c.action for c in ledger.story.claims] == ["repair", "sell"]
