"""Which claim answers which."""

from tests.newsrooms import newsroom

from rashomon.core import Standing

POST, MAIL, ECHO = "The Harbour Post", "Norholm Mail", "Evening Echo"


@newsroom
def test_an_act_in_response_to_another(room, ledger_of):
    """The words between them say so.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Ports

    Chile closed its ports in response to the expulsion of 35 Chilean diplomats by Norway.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Closed

    Chile closed its ports on Friday. Norway expelled 35 Chilean diplomats.
    """
    ledger = ledger_of(room)
    closed, expelled = ledger.claim(POST, "closed its ports"), ledger.claim(POST, "expulsion of 35")
    found = [a for a in ledger.story.answers if (a.claim, a.to) == (closed.id, expelled.id)]
    assert [a.kind for a in found] == ["responds"]
    assert [
        room[POST].words_at(c.span).startswith("Chile closed its ports in response") for c in found[0].citations
    ] == [True]


@newsroom
def test_a_refusal_of_what_was_asked(room, ledger_of):
    """The president does not do it.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    President refuses

    Pablo Rengo proposed to expel 35 Norwegian diplomats. The president said that Chile would not expel anyone.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    No expulsions

    Pablo Rengo proposed to expel 35 Norwegian diplomats. Chile will not expel anyone, the president said.
    """
    ledger = ledger_of(room)
    refused, asked = ledger.claim(POST, "expel anyone"), ledger.claim(POST, "expel 35")
    assert ("refuses", refused.id, asked.id) in {(a.kind, a.claim, a.to) for a in ledger.story.answers}


@newsroom
def test_two_acts_without_a_link_do_not_answer_each_other(room, ledger_of):
    """One after the other is no answer.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Ports

    Chile closed its ports. Norway expelled 35 Chilean diplomats.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Closed

    Chile closed its ports and Norway expelled 35 Chilean diplomats.
    """
    assert ledger_of(room).story.answers == ()


def links(ledger):
    """The kind of each link with the texts of its two claims."""
    texts = {c.id: c.text for c in ledger.story.claims}
    return {(a.kind, texts[a.claim], texts[a.to]) for a in ledger.story.answers}


def linked(ledger, kind, answering, answered):
    """Whether one claim whose text has the first words answers one that has the second."""
    return any(k == kind and answering in one and answered in other for k, one, other in links(ledger))


@newsroom
def test_an_act_despite_what_the_other_side_did(room, ledger_of):
    """Who acts, or does not, was acted on before.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    No expulsions

    Chile will not expel Norwegian diplomats despite Norway's order to expel 35 Chilean diplomats.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Chile calm

    Chile will not expel Norwegian diplomats. Norway expelled 35 Chilean diplomats on Friday.
    """
    assert linked(ledger_of(room), "responds", "will not expel Norwegian", "35 Chilean diplomats")


@newsroom
def test_despite_a_mere_contrast_is_no_answer(room, ledger_of):
    """Weather answers nobody.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Ferries

    The ferries left the harbour despite storms that closed two bridges.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Ferries out

    The ferries left the harbour. The storm closed two bridges.
    """
    assert ledger_of(room).story.answers == ()


@newsroom
def test_who_responded_by_doing_answers_the_sentence_before(room, ledger_of):
    """Two old expulsions.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    An old quarrel

    In 2009, Norway expelled 12 Chilean diplomats accused of spying. Chile responded by expelling 11 Norwegian
    diplomats.
    """
    found = ledger_of(room)
    assert linked(found, "responds", "11 Norwegian diplomats", "12 Chilean diplomats")
    (answer,) = [a for a in found.story.answers if a.kind == "responds"]
    assert len(answer.citations) == 2


@newsroom
def test_praise_of_what_somebody_decided(room, ledger_of):
    """The decision is named by whose it is.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk will not close the quay

    Edda Orsk said that she would not close the northern quay.

    Pablo Rengo praised Ms Orsk's decision on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay stays open

    Edda Orsk said she would not close the northern quay.
    """
    assert linked(ledger_of(room), "responds", "praised", "will not close the quay")


@newsroom
def test_blame_for_doing_something(room, ledger_of):
    """What somebody is criticised for stands behind "for".

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Quay row

    Pablo Rengo criticised Edda Orsk for closing the northern quay.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay closed

    Edda Orsk closed the northern quay on Friday.
    """
    assert linked(ledger_of(room), "responds", "criticised", "closed the northern quay")


@newsroom
def test_praise_of_a_person_answers_nothing(room, ledger_of):
    """The workers are praised, and somebody tasked them.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Thanks

    Edda Orsk praised the workers repairing the northern quay.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Repairs

    Edda Orsk praised the workers. They are repairing the northern quay.
    """
    assert [a for a in ledger_of(room).story.answers if a.kind == "responds"] == []


@newsroom
def test_a_denial_and_a_confirmation(room, ledger_of):
    """Both of what another report tells.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Poison

    The union has poisoned the harbour's water tank, TV Norholm reported. The union denied poisoning the harbour's
    water tank.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay

    Edda Orsk confirmed that the port had closed the northern quay.

    == Evening Echo, 2031-05-02 16:00 +02:00 ==
    Closed and poisoned

    The port closed the northern quay on Friday. The union has poisoned the harbour's water tank.
    """
    ledger = ledger_of(room)
    assert linked(ledger, "denies", "denied poisoning", "poisoned")
    assert linked(ledger, "confirms", "confirmed", "closed the northern quay")


@newsroom
def test_a_confirmation_of_what_nobody_else_tells_has_nothing_to_answer(room, ledger_of):
    """One report, one sentence.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Quay

    Edda Orsk confirmed that the port had closed the northern quay.
    """
    assert ledger_of(room).story.answers == ()


@newsroom
def test_calls_that_were_ignored_are_refused(room, ledger_of):
    """What was called for stands behind the calls.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk stays

    Edda Orsk rejected calls to close the northern quay.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Rengo asks

    Pablo Rengo asked Edda Orsk to close the northern quay.
    """
    assert linked(ledger_of(room), "refuses", "rejected calls", "close the northern quay")


@newsroom
def test_what_cannot_be_done_refuses_no_other_request(room, ledger_of):
    """The same verb of another thing.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    The tide

    Pablo Rengo asked the union to stop the race. His boat will not stop the flood.
    """
    assert [a for a in ledger_of(room).story.answers if a.kind == "refuses"] == []


@newsroom
def test_a_corrected_report(room, ledger_of):
    """The minister had proposed; the statement is taken back by whose it was.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    A report retracted

    Pablo Rengo suggested that Chile expel 20 Norwegian pilots. The president retracted Rengo's statement.
    """
    assert linked(ledger_of(room), "corrects", "retracted", "20 Norwegian pilots")


@newsroom
def test_a_chain_stands_in_the_order_in_which_it_was_told(room, ledger_of):
    """Report, denial, correction; the correction stands first in the files.

    == Evening Echo, 2031-05-03 16:00 +02:00 ==
    A report retracted

    The Harbour Post retracted its report that Edda Orsk took a bribe from the pilots.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk and the pilots

    Edda Orsk took a bribe from the pilots, two clerks said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Orsk denies it

    Edda Orsk denied that she had taken a bribe from the pilots.
    """
    story = ledger_of(room).story
    taken = next(c for c in story.claims if c.standing is Standing.DENIED)
    assert [(a.kind, a.to) for a in story.answers] == [("denies", taken.id), ("corrects", taken.id)]


@newsroom
def test_a_denied_report_is_what_it_says_of_the_denier(room, ledger_of):
    """Another thing was reported since.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Trawler sunk

    The Norwegian navy allegedly sank a trawler on Monday, according to a published report.

    The treaty bars Chile from importing coal, the Tessel News Agency reported.

    The news follows a report that Chilean ships have illegally shipped coal to Aldania.

    On Friday, the Norwegian foreign ministry denied the report.
    """
    story = ledger_of(room).story
    (denied,) = (c for c in story.claims if c.standing is Standing.DENIED)
    assert denied.action == "sink"
