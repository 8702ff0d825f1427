"""Who quotes the same words rests on one statement, whoever is told to have said them; few words join none."""

import pytest
from tests.newsrooms import newsroom

from rashomon.account.quoted import telling_enough
from rashomon.core.words import fold
from rashomon.present.report.resting import told_origins, within

POST, MAIL, ECHO, STAR = "Harrow Post", "Norholm Mail", "Evening Echo", "Pellmoor Star"


def origins(ledger, outlet, words):
    """How many origins the claim at a place has, in words."""
    claim = ledger.claim(outlet, words)
    return told_origins(claim, within(claim, ledger.story.origins))


def reasons(ledger, outlet, words):
    """The reasons of the origins of the claim at a place."""
    resting = {r.origin for r in ledger.claim(outlet, words).reports}
    return {o.reason for o in ledger.story.origins if o.id in resting}


@newsroom
def test_one_sentence_told_of_a_name_and_of_an_office_is_one_statement(room, ledger_of):
    """Four outlets print her words; each calls her otherwise.

    == Harrow Post, 2031-05-02 10:00 +02:00 ==
    Quay collapse in Norholm

    The old quay in Norholm collapsed on Friday. "The inspectors never saw the cracks below the water line," port
    master Edda Orsk told reporters.

    == Norholm Mail, 2031-05-02 11:00 +02:00 ==
    Norholm quay falls

    The old quay in Norholm collapsed on Friday. "The inspectors never saw the cracks below the water line," the head
    of the Norholm port told reporters.

    == Evening Echo, 2031-05-02 12:00 +02:00 ==
    Old quay gone

    The old quay in Norholm collapsed on Friday. "The inspectors never saw the cracks below the water line," she told
    reporters.

    == Pellmoor Star, 2031-05-02 13:00 +02:00 ==
    No one hurt at quay

    The old quay in Norholm collapsed on Friday. A spokeswoman met reporters. "The inspectors never saw the cracks
    below the water line," she said.
    """
    ledger = ledger_of(room)
    claim = ledger.claim(POST, "never saw")
    assert {ledger.outlet(r.document) for r in claim.reports} == {POST, MAIL, ECHO, STAR}
    assert claim.origins == 1
    (reason,) = reasons(ledger, POST, "never saw")
    assert reason.startswith("what Edda Orsk said; ")
    words = "the words “The inspectors never saw the cracks below the water line” stand in Harrow Post too"
    assert all(f"{outlet}: {words}" in reason for outlet in (MAIL, ECHO, STAR))
    assert len({r.origin for r in claim.reports}) == 1
    assert ledger.claim(POST, "collapsed on Friday").origins == 4, "what each tells in its own words stays its own"


@newsroom
def test_a_statement_printed_in_part_is_the_statement(room, ledger_of):
    """The Mail cuts the sentence, and breaks it by its cue.

    == Harrow Post, 2031-05-02 10:00 +02:00 ==
    Mill to be sold

    "The council will sell the flour mill to the highest bidder and nobody in this valley can stop it," mayor Ivo Stell
    said on Friday.

    == Norholm Mail, 2031-05-02 11:00 +02:00 ==
    Flour mill sale

    "The council will sell the flour mill to the highest bidder," the head of the town said on Friday.

    == Evening Echo, 2031-05-02 12:00 +02:00 ==
    Flour mill for sale

    "The council," he said on Friday, "will sell the flour mill to the highest bidder."
    """
    ledger = ledger_of(room)
    assert ledger.together((POST, "will sell"), (MAIL, "will sell"))
    assert origins(ledger, POST, "will sell") == "1 origin"


@newsroom
def test_equal_words_of_two_named_people_are_one_origin_in_two_voices(room, ledger_of):
    """The Post lays them to the port master, the Mail to the mayor.

    == Harrow Post, 2031-05-02 10:00 +02:00 ==
    Quay collapse in Norholm

    "The inspectors never saw the cracks below the water line," port master Edda Orsk told reporters.

    == Norholm Mail, 2031-05-02 11:00 +02:00 ==
    Norholm quay falls

    "The inspectors never saw the cracks below the water line," mayor Tilda Renn told reporters.
    """
    ledger = ledger_of(room)
    assert origins(ledger, POST, "never saw") == "1 origin, in two voices"
    assert ledger.claim(POST, "never saw").root is None, "no one party said it"
    told = " ".join(reasons(ledger, POST, "never saw"))
    assert "what Edda Orsk said" in told
    assert "what Tilda Renn said" in told
    assert "the words “The inspectors never saw the cracks below the water line” stand in" in told


@newsroom
def test_the_same_said_in_other_words_by_another_stays_an_origin_of_its_own(room, ledger_of):
    """Two people, each in words of their own.

    == Harrow Post, 2031-05-02 10:00 +02:00 ==
    Quay collapse in Norholm

    "The inspectors never saw the cracks below the water line," port master Edda Orsk told reporters.

    == Norholm Mail, 2031-05-02 11:00 +02:00 ==
    Norholm quay falls

    "It is true that the inspectors never saw these cracks," mayor Tilda Renn told reporters.
    """
    ledger = ledger_of(room)
    assert ledger.together((POST, "never saw"), (MAIL, "never saw"))
    assert origins(ledger, POST, "never saw") == "2 origins"


@newsroom
def test_a_short_phrase_of_two_people_is_no_statement_of_one(room, ledger_of):
    """Two men in two towns.

    == Harrow Post, 2031-05-02 10:00 +02:00 ==
    Flood in the valley

    "The water destroyed the town," said a baker in Harrow.

    == Norholm Mail, 2031-05-02 11:00 +02:00 ==
    Flood on the coast

    "The water destroyed the town," said a fisherman in Norholm.
    """
    ledger = ledger_of(room)
    assert ledger.together((POST, "destroyed"), (MAIL, "destroyed"))
    assert origins(ledger, POST, "destroyed") == "2 origins"


@newsroom
def test_who_turns_the_words_of_another_says_something_else(room, ledger_of):
    """The Mail's mayor will not; what stands behind that is the same.

    == Harrow Post, 2031-05-02 10:00 +02:00 ==
    Mill sale

    "We will sell the flour mill at the northern gate to the highest bidder," the chair of the council said.

    == Norholm Mail, 2031-05-02 11:00 +02:00 ==
    Mill sale

    "We will not sell the flour mill at the northern gate to the highest bidder," the mayor said.
    """
    ledger = ledger_of(room)
    assert ledger.together((POST, "will sell"), (MAIL, "will not sell"))
    assert origins(ledger, POST, "will sell") == "2 origins"


@pytest.mark.parametrize(
    ("words", "two", "enough"),
    [
        ("It was terrible", False, False),
        ("I have never seen anything like it in my life", False, False),
        ("The fire should never have happened", False, True),
        ("The council must reopen the school", True, False),
        ("The council must reopen the school before the first snow", True, True),
    ],
)
def test_words_are_no_chance_where_they_are_long_and_say_what_they_are_about(words, two, enough):
    assert telling_enough([fold(w) for w in words.split()], two=two) is enough


@newsroom
def test_a_statement_told_in_reported_speech_is_as_it_was(room, ledger_of):
    """The Mail tells in its own words what somebody of another office said.

    == Harrow Post, 2031-05-02 10:00 +02:00 ==
    Quay collapse in Norholm

    "The inspectors never saw the cracks below the water line," port master Edda Orsk told reporters.

    == Norholm Mail, 2031-05-02 11:00 +02:00 ==
    Norholm quay falls

    Mayor Tilda Renn said the inspectors never saw the cracks below the water line.
    """
    ledger = ledger_of(room)
    assert ledger.together((POST, "never saw"), (MAIL, "never saw"))
    assert origins(ledger, POST, "never saw") == "2 origins"


@newsroom
def test_who_else_tells_it_of_the_same_office_goes_with_the_statement(room, ledger_of):
    """The Echo has no quotation; whom it cites is whom the Mail quotes.

    == Harrow Post, 2031-05-02 10:00 +02:00 ==
    Quay collapse in Norholm

    "The inspectors never saw the cracks below the water line," Edda Orsk told reporters.

    == Norholm Mail, 2031-05-02 11:00 +02:00 ==
    Norholm quay falls

    "The inspectors never saw the cracks below the water line," the head of the Norholm port told reporters.

    == Evening Echo, 2031-05-02 12:00 +02:00 ==
    Old quay gone

    The head of the Norholm port said the inspectors never saw the cracks below the water line.
    """
    ledger = ledger_of(room)
    assert ledger.together((POST, "never saw"), (ECHO, "never saw"))
    assert origins(ledger, POST, "never saw") == "1 origin"


@newsroom
def test_a_copy_that_lays_it_to_another_shares_no_voice_with_its_original(room, ledger_of):
    """The Mail prints the Post's report with another name in it.

    == Harrow Post, 2031-05-02 10:00 +02:00 ==
    No vote on the lock in Harrow

    The council of Harrow met for five hours on Friday and went home without a vote on the repair of the old lock,
    which has leaked since the winter storms and floods the meadows of three farms every month.

    Lena Voss said parents would not block the road.

    == Norholm Mail, 2031-05-03 10:00 +02:00 ==
    No vote on the lock in Harrow

    The council of Harrow met for five hours on Friday and went home without a vote on the repair of the old lock,
    which has leaked since the winter storms and floods the meadows of three farms every month.

    Greta Moll said parents would not block the road.
    """
    ledger = ledger_of(room)
    assert ledger.together((POST, "would not block"), (MAIL, "would not block"))
    assert origins(ledger, POST, "would not block") == "1 origin, in two voices"
    claim = ledger.claim(POST, "would not block")
    by_id = {o.id: o.reason for o in ledger.story.origins}
    assert {ledger.outlet(r.document): by_id[r.origin].split(";")[0].split(":")[0] for r in claim.reports} == {
        POST: "what Lena Voss said",
        MAIL: "what Greta Moll said",
    }
    assert claim.root is None
