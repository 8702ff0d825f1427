"""The checker lets through what the cited places bear, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.account.verifying import verifier_of
from tests.newsrooms import parse_newsroom

from rashomon.account.verify_frames import Frames, parts
from rashomon.account.verify_tellers import Borne
from rashomon.account.verify_words import sources_of
from rashomon.core import Citation, DigestSentence, Span

POST, MAIL, BEE = "The Harbour Post", "Norholm Mail", "Quay Bee"
ROOM = parse_newsroom("""
    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orlow wants bridge shut

    Tessa Orlow, the mayor, proposed on Tuesday to close the Lantern bridge. Ansel Greeve denied that his barge had
    hit the bridge. The collision injured 14 dockers. “The bridge is not safe,” Orlow said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Lantern bridge closed

    Tessa Orlow has closed the Lantern bridge. Greeve sued the harbour board. The harbour board dismissed two pilots
    on Friday. Orlow said she would not reopen the bridge. “The pilots slept,” he said.

    == Quay Bee, 2031-05-02 16:00 +02:00 ==
    Bridge to close

    Tessa Orlow proposed to close the Lantern bridge. The collision injured 17 dockers.
    """)


@pytest.fixture(scope="module")
def ledger(ledger_of):
    return ledger_of(ROOM)


@pytest.fixture(scope="module")
def verifier(ledger, reader):
    return verifier_of(ROOM, ledger, reader)


@pytest.fixture(scope="module")
def reasons(verifier):
    """Why a sentence is dropped that cites the sentences with the given words."""

    def why(text, *cites):
        citations = []
        for outlet, words in cites:
            place, document = ROOM.span(outlet, words), ROOM[outlet]
            sentence = next(s for s in verifier.readings[document.id].sentences if s.covers(place))
            citations.append(Citation(document=document.id, span=sentence))
        held = {(c.document, c.span) for c in citations}
        told = [
            c.id
            for c in verifier.claims
            if any(d == r.document and s.covers(r.span) for r in c.reports for d, s in held)
        ]
        return verifier.unborne(DigestSentence(text=text, citations=tuple(citations), claims=tuple(told)))

    return why


PROPOSED = (POST, "proposed on Tuesday")
CLOSED = (MAIL, "has closed")
BEE_PROPOSED = (BEE, "proposed to close")


@pytest.mark.parametrize(
    ("text", "cite"),
    [
        ("Tessa Orlow, the mayor, proposed on Tuesday to close the Lantern bridge.", PROPOSED),
        ("On Tuesday Tessa Orlow proposed to close the Lantern bridge.", PROPOSED),
        ("The Lantern bridge has been closed by Tessa Orlow.", CLOSED),
        ("Tessa Orlow has shut the Lantern bridge.", CLOSED),
        ("Ansel Greeve denied that his barge had hit the bridge.", (POST, "denied that")),
        ("Fourteen dockers were injured.", (POST, "injured 14")),
        ("Tessa Orlow: “The bridge is not safe”", (POST, "is not safe")),
        ("“The bridge is not safe,” Tessa Orlow said.", (POST, "is not safe")),
        ("Ansel Greeve sued the harbour board.", (MAIL, "sued")),
        ("Two pilots were dismissed by the harbour board.", (MAIL, "dismissed two")),
        ("Tessa Orlow refused to reopen the bridge.", (MAIL, "would not reopen")),
        ("Tessa Orlow has closed the Lantern bridge, according to Norholm Mail.", CLOSED),
        ("The Harbour Post reports that the collision injured 14 dockers.", (POST, "injured 14")),
    ],
)
def test_a_truth_is_let_through(reasons, text, cite):
    assert reasons(text, cite) == ()


@pytest.mark.parametrize(
    ("text", "cite", "reason"),
    [
        ("Tessa Orlow closed the Lantern bridge.", PROPOSED, "told as done"),
        ("Ansel Greeve proposed to close the Lantern bridge.", PROPOSED, "Greeve|greeve|ansel"),
        ("On Monday Tessa Orlow proposed to close the Lantern bridge.", PROPOSED, "monday"),
        ("Tessa Orlow has not closed the Lantern bridge.", CLOSED, "not"),
        ("Tessa Orlow may close the Lantern bridge.", CLOSED, "may"),
        ("Ansel Greeve said that his barge had hit the bridge.", (POST, "denied that"), "told as done"),
        ("The collision injured 40 dockers.", (POST, "injured 14"), "40"),
        ("The collision injured at least 14 dockers.", (POST, "injured 14"), "least|figure"),
        ("“The bridge is quite safe,” Tessa Orlow said.", (POST, "is not safe"), "no quotation"),
        ("“The bridge is not safe,” Ansel Greeve said.", (POST, "is not safe"), "is said by"),
        ("“The bridge is safe,” Tessa Orlow said.", (POST, "is not safe"), "no quotation"),
        ("The harbour board sued Ansel Greeve.", (MAIL, "sued"), "actor"),
        ("Two pilots dismissed the harbour board.", (MAIL, "dismissed two"), "actor|target"),
        ("Tessa Orlow will reopen the bridge.", (MAIL, "would not reopen"), "told as planned|negated"),
        ("Tessa Orlow has closed the Lantern bridge, according to Quay Bee.", CLOSED, "no report of that name"),
        ("Tessa Brandt has closed the Lantern bridge.", CLOSED, "brandt"),
        ("Tessa Greeve has closed the Lantern bridge.", CLOSED, "greeve"),
        ("", CLOSED, "says nothing"),
    ],
)
def test_a_lie_is_not_let_through(reasons, text, cite, reason):
    found = reasons(text, cite)
    assert found
    assert any(word in found[0] for word in reason.split("|")), found


def test_words_out_of_a_mouth_need_their_speaker(reasons):
    assert reasons("The bridge is not safe.", (POST, "is not safe"))


def test_a_speaker_known_only_as_he_where_somebody_else_spoke_before_is_not_sure(reasons):
    for name in ("Ansel Greeve", "Tessa Orlow"):
        assert reasons(f"“The pilots slept,” {name} said.", (MAIL, "The pilots slept"))


ALL = (PROPOSED, CLOSED, BEE_PROPOSED)
LEAD = "Tessa Orlow proposed to close the Lantern bridge, according to the Harbour Post and Quay Bee"


@pytest.mark.parametrize(
    "text",
    [f"{LEAD}.", f"{LEAD}; Norholm Mail alone tells it as done."],
)
def test_who_tells_it_is_counted_by_the_ledger(reasons, text):
    assert reasons(text, *ALL) == ()


@pytest.mark.parametrize(
    "text",
    [
        LEAD.replace("and Quay Bee", "and two others"),
        LEAD.replace("Quay Bee", "Norholm Mail"),
        LEAD.replace("the Harbour Post and Quay Bee", "all three reports"),
        LEAD.replace(" and Quay Bee", " alone"),
        f"{LEAD}; Norholm Mail alone tells it as refused",
        f"{LEAD}; Norholm Mail and one other tell it as done",
        f"{LEAD}; Ansel Greeve denies it, according to Norholm Mail",
        f"{LEAD}; all three reports rest on what Tessa Orlow said",
        f"{LEAD}; all two reports rest on what Ansel Greeve said",
    ],
)
def test_a_lie_about_who_tells_it_is_not_let_through(reasons, text):
    assert reasons(f"{text}.", *ALL)


def test_figures_on_which_reports_differ_are_held_against_each_report(reasons):
    cites = ((POST, "injured 14"), (BEE, "injured 17"))
    told = "The reports differ on the number of dockers: the Harbour Post gives 14; Quay Bee gives 17."
    assert reasons(told, *cites) == ()
    assert reasons(told.replace("17", "71"), *cites)
    assert reasons(told.replace("14", "17"), *cites)


def test_a_place_that_is_not_cited_bears_nothing(reasons):
    assert reasons("Tessa Orlow has closed the Lantern bridge.", (MAIL, "sued"))


def test_without_a_reader_only_whole_sentences_pass(verifier):
    blind = replace(verifier, read=None)
    document = ROOM[MAIL]
    place = ROOM.span(MAIL, "Tessa Orlow has closed the Lantern bridge.")
    cited = (Citation(document=document.id, span=place),)

    def held(text):
        return blind.unborne(DigestSentence(text=text, citations=cited, claims=()))

    assert held("Tessa Orlow has closed the Lantern bridge.") == ()
    assert held("The Lantern bridge has been closed by Tessa Orlow.")


@pytest.mark.parametrize(
    "citation",
    [
        Citation(document="nowhere", span=Span(0, 5)),
        Citation(document=ROOM[MAIL].id, span=Span(0, 100_000)),
        Citation(document=ROOM[MAIL].id, span=Span(5, 5)),
    ],
)
def test_a_citation_must_be_a_place(verifier, citation):
    sentence = DigestSentence(text="Tessa Orlow left.", citations=(citation,), claims=())
    assert verifier.unborne(sentence) == ("it cites no place in a report",)


def test_a_sentence_parts_at_its_semicolons_but_not_within_quotation_marks():
    assert parts("One; “two; three”; four.") == ["One", "“two; three”", "four"]


def test_outlets_are_known_by_their_names_with_and_without_an_article():
    found = Frames(ROOM.documents).statements("It rained, according to the Harbour Post and three others.")
    assert [(s.words, s.outlets, s.more) for s in found] == [("It rained", ("Harbour Post",), 3)]


def test_what_is_read_together_is_borne_as_what_is_read_alone_and_not_read_again(verifier, reader):
    document = ROOM[POST]
    reading = verifier.readings[document.id]
    cited = [Citation(document=document.id, span=s) for s in reading.sentences]
    sources = sources_of(cited, verifier.documents, verifier.readings, verifier.names)
    texts = ("Orlow proposed to close the Lantern bridge", "The collision injured 14 dockers on Friday")
    tried = [(text, source) for text in texts for source in sources]
    alone, together = [], []

    def read(one):
        alone.append(one)
        return reader.read(one)

    def read_some(some):
        together.append(some)
        return reader.read_some(some)

    ahead = replace(verifier, read=read, read_some=read_some, _kept={})
    ahead.foresee(tried)
    assert [len(some) for some in together] == [2], "each text once, all in one go"
    plain = replace(verifier, read_some=None, _kept={})
    found, wanted = ([v.borne_by(*each) for each in tried] for v in (ahead, plain))
    assert found == wanted
    assert not alone
    assert any(isinstance(each, Borne) for each in found)


def test_one_sentence_to_read_waits_until_it_is_asked_for(verifier, reader):
    document = ROOM[POST]
    cited = [Citation(document=document.id, span=verifier.readings[document.id].sentences[0])]
    sources = sources_of(cited, verifier.documents, verifier.readings, verifier.names)
    together = []
    ahead = replace(verifier, read_some=together.append, _kept={})
    ahead.foresee([("Orlow proposed to close the Lantern bridge", sources[0])])
    assert not together
