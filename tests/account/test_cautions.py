"""What a careful editor would flag, and nothing besides."""

from tests.newsrooms import newsroom

from rashomon.core import Standing

POST, MAIL, ECHO = "The Harbour Post", "Norholm Mail", "Evening Echo"
EDITORS = frozenset({"headline-quotation-absent", "self-contradiction", "quotation-altered", "proposal-told-as-done"})


@newsroom
def test_a_headline_quotation_that_the_body_lacks(room, ledger_of):
    """And one that the body has.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    ‘Let them swim’: Orsk closes quay

    Edda Orsk closed the northern quay on Friday. "It is not safe," she said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay ‘is not safe’

    Edda Orsk closed the northern quay. "The quay is not safe," she said.
    """
    assert ledger_of(room).problems("headline-quotation-absent") == [(POST, "Let them swim")]


@newsroom
def test_a_report_that_contradicts_itself(room, ledger_of):
    """Opened in one paragraph, not opened in another.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Quay news

    The port reopened the northern quay on Thursday.

    The port has not reopened the northern quay since the collision.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay open

    The port reopened the northern quay on Thursday.
    """
    assert [outlet for outlet, _ in ledger_of(room).problems("self-contradiction")] == [POST]


@newsroom
def test_two_voices_that_differ_are_no_contradiction_of_the_report(room, ledger_of):
    """A fair report of both sides.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Quay news

    Edda Orsk said that the port had reopened the northern quay. Pablo Rengo said that the port had not reopened
    the northern quay.
    """
    assert ledger_of(room).problems("self-contradiction") == []


@newsroom
def test_a_proposal_that_one_outlet_tells_as_done(room, ledger_of):
    """Two have it as asked for.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Rengo asks

    Pablo Rengo asked the president to dismiss 20 Norwegian pilots.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Pilots may go

    Pablo Rengo proposed to dismiss 20 Norwegian pilots.

    == Evening Echo, 2031-05-02 16:00 +02:00 ==
    Pilots go

    Pablo Rengo has dismissed 20 Norwegian pilots.
    """
    found = ledger_of(room).problems("proposal-told-as-done")
    assert [outlet for outlet, _ in found] == [ECHO]
    assert "dismissed 20 Norwegian pilots" in found[0][1]


@newsroom
def test_one_proposal_against_one_deed_is_a_dispute_and_no_caution(room, ledger_of):
    """It may have been done since.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Rengo asks

    Pablo Rengo asked the president to dismiss 20 Norwegian pilots.

    == Evening Echo, 2031-05-02 16:00 +02:00 ==
    Pilots go

    Pablo Rengo has dismissed 20 Norwegian pilots.
    """
    ledger = ledger_of(room)
    assert ledger.claim(ECHO, "has dismissed 20").standing is Standing.DISPUTED
    assert ledger.problems("proposal-told-as-done") == []


@newsroom
def test_a_quotation_within_a_headline_quotation_is_flagged_once(room, ledger_of):
    """Marks within marks.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    “He called my quay ‘a rusty bathtub’ twice”: Orsk

    Edda Orsk closed the northern quay on Friday.
    """
    assert ledger_of(room).problems("headline-quotation-absent") == [
        (POST, "He called my quay ‘a rusty bathtub’ twice")
    ]


@newsroom
def test_an_altered_quotation_is_flagged_where_it_is_altered(room, ledger_of):
    """Two have the same words, the third another figure.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk speaks

    "The port has dismissed 40 pilots since the beginning of the winter," Edda Orsk said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Orsk tells

    "The port has dismissed 40 pilots since the beginning of the winter," Edda Orsk said.

    == Evening Echo, 2031-05-02 16:00 +02:00 ==
    Orsk on pilots

    "The port has dismissed 60 pilots since the beginning of the winter," Edda Orsk said.
    """
    found = ledger_of(room).problems("quotation-altered")
    assert [outlet for outlet, _ in found] == [ECHO]


@newsroom
def test_fair_reports_raise_no_caution(room, ledger_of):
    """Nothing to flag.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk closes ‘unsafe’ quay

    Edda Orsk closed the northern quay on Friday. "The quay is unsafe and old," she said. She may reopen it in May.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay closed

    Edda Orsk closed the northern quay, calling it "unsafe". She did not close the southern one.
    """
    assert {p.code for p in ledger_of(room).story.problems} & EDITORS == set()


@newsroom
def test_a_quotation_cut_in_the_headline_stands_in_the_body(room, ledger_of):
    """Dots for what was left out, brackets for what was put in.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    ‘Not safe ... not for [our] boats’: Orsk

    "The quay is not safe at all, and not for the boats of this town," Edda Orsk said. "Not for boats of any kind."
    """
    assert ledger_of(room).problems("headline-quotation-absent") == []


@newsroom
def test_what_had_not_happened_may_have_happened_since(room, ledger_of):
    """An earlier time, and another one of its kind.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Quay news

    The port had not reopened the northern quay before the storm. The port reopened the northern quay on Thursday.

    The port has not built any new cranes. The port built the cranes in 2009.
    """
    assert ledger_of(room).problems("self-contradiction") == []


@newsroom
def test_a_source_who_only_proposed_is_told_to_have_done(room, ledger_of):
    """One minister, one report, two statuses.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Minister acts

    Pablo Rengo said that Chile had dismissed 20 Norwegian pilots.

    "I have proposed to dismiss 20 Norwegian pilots," Pablo Rengo said.
    """
    assert [outlet for outlet, _ in ledger_of(room).problems("self-contradiction")] == [POST]


@newsroom
def test_a_deed_reported_days_after_the_proposals_raises_no_caution(room, ledger_of):
    """It has been done since.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Rengo asks

    Pablo Rengo asked the president to dismiss 20 Norwegian pilots.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Pilots may go

    Pablo Rengo proposed to dismiss 20 Norwegian pilots.

    == Evening Echo, 2031-05-06 16:00 +02:00 ==
    Pilots go

    Chile has dismissed 20 Norwegian pilots.
    """
    assert ledger_of(room).problems("proposal-told-as-done") == []


@newsroom
def test_parts_that_do_not_add_up(room, ledger_of):
    """A full list behind a colon; a list that need not be full is left alone.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Pilots go

    Norway expelled 28 Chileans: 22 pilots and five engineers.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Pilots out

    Norway expelled 28 Chileans, including 20 pilots and five engineers.

    == Evening Echo, 2031-05-02 16:00 +02:00 ==
    Out

    Norway expelled 28 Chileans (22 pilots and six engineers).
    """
    assert ledger_of(room).problems("figures-do-not-add-up") == [(POST, "28")]


@newsroom
def test_a_deed_dated_after_the_report(room, ledger_of):
    """The month is wrong; a date ahead and a deadline are not.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Quay news

    Edda Orsk closed the northern quay on 28 June 2031.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay

    Edda Orsk will close the northern quay on 28 June 2031. The fair opens on 3 July 2031. She had to sell the cranes
    by 1 June 2031.
    """
    found = ledger_of(room).problems("date-after-publishing")
    assert [outlet for outlet, _ in found] == [POST]
    assert "28 June 2031" in found[0][1]


@newsroom
def test_two_sentences_of_one_speaker_are_no_altered_quotation(room, ledger_of):
    """They only begin alike.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk speaks

    "We have done everything we can," Edda Orsk said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Orsk tells

    "We have not done everything yet that the law of the sea asks of a port of this size," Edda Orsk said.
    """
    assert ledger_of(room).problems("quotation-altered") == []


@newsroom
def test_a_wish_that_is_denied_contradicts_no_deed(room, ledger_of):
    """She broke it without meaning to.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Record

    Edda Orsk broke the harbour record on Friday. "I did not want to break the harbour record," Edda Orsk said.
    """
    assert ledger_of(room).problems("self-contradiction") == []


@newsroom
def test_what_is_required_is_no_proposal(room, ledger_of):
    """A rule is told by two, its keeping by one.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Rule

    Pilots are required to consult 20 Norwegian engineers.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Rule

    Pilots must consult 20 Norwegian engineers.

    == Evening Echo, 2031-05-02 16:00 +02:00 ==
    Kept

    Pilots have consulted 20 Norwegian engineers.
    """
    assert ledger_of(room).problems("proposal-told-as-done") == []


@newsroom
def test_a_year_in_a_name_is_no_date_of_the_act(room, ledger_of):
    """And one that is.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Fair

    Norholm won the 2033 Harbour Fair on Thursday. Edda Orsk opened the quay on 3 June 2033.
    """
    assert [words for _, words in ledger_of(room).problems("date-after-publishing")] == ["3 June 2033"]


@newsroom
def test_a_number_spelt_out_alters_no_quotation(room, ledger_of):
    """House styles differ.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk

    "By closing this eleventh hour loophole we are ensuring that every pilot receives protection," Edda Orsk said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Orsk

    "By closing this 11th hour loophole we are ensuring that every pilot receives protection," Edda Orsk said.
    """
    assert ledger_of(room).problems("quotation-altered") == []
