"""Which claim answers which."""

from tests.newsrooms import newsroom

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
