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


def framed(ledger, kind):
    """The words of each framing of a kind."""
    return [{w.words for w in f.wordings} for f in ledger.story.framing if f.kind == kind]


@newsroom
def test_alleged_here_and_bare_there(room, ledger_of):
    """One outlet hedges in its own words.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Poison

    Norway imposed sanctions over Chile's alleged hacking of the port's computers.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Computers

    Norway imposed sanctions over Chile's hacking of the port's computers.
    """
    ledger = ledger_of(room)
    (hedge,) = [f for f in ledger.story.framing if f.kind == "hedge"]
    assert [(w.words, w.hedged, ledger.outlet(w.citations[0].document)) for w in hedge.wordings] == [
        ("alleged hacking", True, POST),
        ("hacking", False, MAIL),
    ]


@newsroom
def test_a_hedge_of_somebody_else_is_no_hedge_of_the_act(room, ledger_of):
    """The militants are suspected, what they did is not.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Bridge

    Suspected gangsters burned the bridge on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Bridge burned

    Gangsters burned the bridge on Friday.
    """
    assert framed(ledger_of(room), "hedge") == []


@newsroom
def test_the_verbs_of_headlines(room, ledger_of):
    """Boots out, expels.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Norway boots out 35 Chilean diplomats

    Norway expelled 35 Chilean diplomats on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Norway expels 35 Chilean diplomats

    Norway expelled 35 Chilean diplomats on Friday.
    """
    (verbs,) = framed(ledger_of(room), "headline")
    assert verbs == {"boots out", "expels"}


@newsroom
def test_a_ruler_by_two_names(room, ledger_of):
    """Leader here, strongman there; titles that are no choice are left alone.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Visit

    Edda Orsk met Chilean leader Pablo Rengo on Friday. She met lawyer Vera Holm.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Talks

    Edda Orsk met Chilean strongman Pablo Rengo on Friday. She met violinist Vera Holm.
    """
    assert {"leader Pablo Rengo", "strongman Pablo Rengo"} in framed(ledger_of(room), "name")
    assert not any("Holm" in w for words in framed(ledger_of(room), "name") for w in words)


@newsroom
def test_another_one_is_not_the_same_one(room, ledger_of):
    """Two ships, and a phrase that says so.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Ships

    Norway seized a Chilean tanker on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Seized

    Norway seized another Chilean ferry on Friday.
    """
    assert framed(ledger_of(room), "name") == []


@newsroom
def test_words_only_in_quotations_are_marked(room, ledger_of):
    """The outlet keeps its distance.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Chileans go

    Norway expelled 35 Chilean diplomats on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Chileans out

    Norway expelled 35 Chilean "spies" on Friday.
    """
    (framing,) = [f for f in ledger_of(room).story.framing if f.kind == "name"]
    assert {w.words.replace('"', ""): w.quoted for w in framing.wordings} == {
        "35 Chilean diplomats": False,
        "35 Chilean spies": True,
    }


@newsroom
def test_the_verbs_that_headlines_give_to_one_party(room, ledger_of):
    """The first verb of each headline; a colon is no verb.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Edda Orsk slams union

    Edda Orsk spoke to the union on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Edda Orsk blames pilots

    Edda Orsk spoke to the union on Friday.

    == Evening Echo, 2031-05-02 16:00 +02:00 ==
    Edda Orsk: the quay is ours

    Edda Orsk spoke to the union on Friday.
    """
    (verbs,) = [f for f in ledger_of(room).story.framing if f.kind == "headline"]
    assert (verbs.of, {w.words for w in verbs.wordings}) == ("Edda Orsk", {"slams", "blames"})
