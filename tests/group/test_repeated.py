"""What an outlet prints under every report is no evidence of copying."""

import pytest
from tests.newsrooms import newsroom

from rashomon.group import find_copies
from rashomon.group.repeated import desk_note, repeated

HABIT = "The Harbour Post asks its readers every week which boats, bridges and bakeries of the coast deserve a visit."


@newsroom
def test_a_column_heading_that_two_earlier_reports_bear_makes_no_copies(documents):
    """Four reports of one outlet on four things, all under one heading.

    == The Harbour Post, 2031-05-02 10:00 Z; id: a ==
    Barge strikes bridge

    The Harbour Post asks its readers every week which boats, bridges and bakeries of the coast deserve a visit.

    A gravel barge struck the Lantern bridge at dawn and engineer Ansel Greeve sent all lorries through the old tunnel.

    Divers will look at the second pier once the tide allows, and the mayor has asked the army to lend a crane.

    == The Harbour Post, 2031-05-09 10:00 Z; id: b ==
    Pilots walk out

    The Harbour Post asks its readers every week which boats, bridges and bakeries of the coast deserve a visit.

    Forty pilots of Vastermund Air left their cockpits over night shifts, and their union wants a fifth crew by June.

    Passengers slept between suitcases, while the airline hired two ferries and promised soup to whoever would wait.

    == The Harbour Post, 2031-05-16 10:00 Z; id: c ==
    Clerk sentenced

    The Harbour Post asks its readers every week which boats, bridges and bakeries of the coast deserve a visit.

    Judge Odile Varn gave a harbour clerk two years for selling forged cargo papers to smugglers from three countries.

    His lawyer will appeal because the ledger was never found, and two witnesses had left the town before the trial.

    == The Harbour Post, 2031-05-23 10:00 Z; id: d ==
    Tomb opened

    The Harbour Post asks its readers every week which boats, bridges and bakeries of the coast deserve a visit.

    Archaeologists lifted a mosaic of dolphins from a tomb below the market and found a comb, a coin and a child's shoe.

    The museum wants the shoe, the market wants its square back, and the bishop wants to know who was buried there.
    """
    pairs = {(copy.origin, copy.copy) for copy in find_copies(documents)}
    assert pairs <= {("a", "b")}, "what later reports bear too is a habit; of the first two nothing can be known"
    found = [places for _, places in repeated(sorted(documents, key=lambda d: d.id))]
    assert found[:4] == [frozenset(), frozenset(), frozenset({1}), frozenset({1})]
    assert not any(found[4:])


@newsroom
def test_the_same_words_in_another_outlet_are_a_copy(documents):
    """What one outlet prints by habit, another may still take.

    == The Harbour Post, 2031-05-02 10:00 Z; id: a ==
    The Harbour Post asks its readers every week which boats, bridges and bakeries of the coast deserve a visit.

    == The Harbour Post, 2031-05-03 10:00 Z; id: b ==
    The Harbour Post asks its readers every week which boats, bridges and bakeries of the coast deserve a visit.

    == Norholm Mail, 2031-05-04 10:00 Z; id: c ==
    The Harbour Post asks its readers every week which boats, bridges and bakeries of the coast deserve a visit.
    """
    assert ("a", "c") in {(copy.origin, copy.copy) for copy in find_copies(documents)}


@newsroom
def test_a_third_version_of_a_report_is_still_a_copy(documents):
    """One report, printed three times by its outlet.

    == The Harbour Post, 2031-05-02 10:00 Z; id: a ==
    A gravel barge struck the Lantern bridge at dawn and engineer Ansel Greeve sent all lorries through the old tunnel.

    == The Harbour Post, 2031-05-02 12:00 Z; id: b ==
    A gravel barge struck the Lantern bridge at dawn and engineer Ansel Greeve sent all lorries through the old tunnel.

    == The Harbour Post, 2031-05-02 14:00 Z; id: c ==
    A gravel barge struck the Lantern bridge at dawn and engineer Ansel Greeve sent all lorries through the old tunnel.

    Divers will look at the second pier once the tide allows.
    """
    assert {(copy.origin, copy.copy) for copy in find_copies(documents)} >= {("a", "c"), ("b", "c")}
    assert not any(places for _, places in repeated(documents))


@pytest.mark.parametrize(
    ("stretch", "note"),
    [
        ("Editor's note: The Harbour Post counts a barge as a boat.", True),
        ("EDITORS’ NOTE — This page names nobody under age.", True),
        ("Correction: an earlier headline gave the wrong pier.", True),
        ("This article was updated at noon with the words of the mayor.", True),
        ("Corrections officers left the Ferrin jail at noon.", False),
        ("The editor's note on the door said that the Post had moved.", False),
    ],
)
def test_notes_of_the_desk_are_known_by_how_they_begin(stretch, note):
    assert desk_note(stretch) is note
