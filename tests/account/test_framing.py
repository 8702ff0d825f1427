"""The different words that outlets use for one thing."""

from tests.newsrooms import newsroom

POST, MAIL, ECHO = "The Harbour Post", "Norholm Mail", "Evening Echo"


@newsroom
def test_two_words_for_the_same_people_stand_side_by_side(room, ledger_of):
    """Diplomats here, spies there.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Chileans go

    Norway expelled 35 Chilean diplomats on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Chileans out

    Norway expelled 35 Chilean spies on Friday.
    """
    ledger = ledger_of(room)
    (framed,) = ledger.story.framing
    assert {w.words for w in framed.wordings} == {"35 Chilean diplomats", "35 Chilean spies"}
    documents = {d.id: d for d in room.documents}
    for wording in framed.wordings:
        assert [documents[c.document].words_at(c.span) for c in wording.citations] == [wording.words]


@newsroom
def test_the_same_word_is_no_framing(room, ledger_of):
    """Everybody says diplomats.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Chileans go

    Norway expelled 35 Chilean diplomats on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Chileans out

    Norway expelled the 35 Chilean diplomats on Friday.
    """
    assert ledger_of(room).story.framing == ()
