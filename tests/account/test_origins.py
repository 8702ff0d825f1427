"""Copies, shared voices and credited agencies never add an origin."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.newsrooms import newsroom

from rashomon.account.grounds import Grounds, agency_of, shared_ground
from rashomon.account.origins import ground_each_document, origins_of, root_of
from rashomon.core import (
    Copy,
    CopyKind,
    Direction,
    Document,
    Event,
    Kind,
    Party,
    Predicate,
    Referent,
    SharedPassage,
    Span,
    Status,
)
from rashomon.core.alignment import Telling

POST, MAIL, ECHO = "The Harbour Post", "Norholm Mail", "Evening Echo"

PARTIES = {n: Party(id=n, name=n.title(), kind=Kind.PERSON) for n in ("orsk", "rengo")}


def telling(document, voice=None, start=0):
    """A telling at one place, in the outlet's own voice or a party's."""
    place = Span(start, start + 4)
    event = Event(
        id=f"{document}:{start}",
        span=place,
        sentence=place,
        predicate=Predicate(span=place, lemma="close"),
        status=Status.DONE,
        voice=Referent(span=place, name=voice) if voice else None,
    )
    return Telling(document=document, event=event, voice=voice)


def origins(documents, tellings, copies=()):
    """How many grounds the tellings rest on."""
    return len({g.key for g in ground_each_document(tellings, Grounds(documents, copies, PARTIES)).carried.values()})


def document(name, **more):
    """A document of one outlet, which its id names unless told otherwise."""
    return Document(**{"id": name, "text": "word " * 40, "outlet": name.title(), **more})


def verbatim(origin, copy, share=1.0):
    """The whole of one document in another."""
    return Copy(
        origin=origin,
        copy=copy,
        shared_chars=200,
        share_of_copy=share,
        share_without_quotations=share,
        kind=CopyKind.VERBATIM,
        direction=Direction.EARLIER,
    )


def test_two_outlets_of_their_own_are_two_origins():
    assert origins([document("a"), document("b")], [telling("a"), telling("b")]) == 2


def test_a_copy_adds_none():
    assert origins([document("a"), document("b")], [telling("a"), telling("b")], [verbatim("a", "b")]) == 1


def test_a_chain_of_copies_is_one():
    documents = [document(n) for n in "abc"]
    copies = [verbatim("a", "b"), verbatim("b", "c")]
    assert origins(documents, [telling(n) for n in "abc"], copies) == 1


def test_a_shared_quotation_joins_nothing():
    shared = Copy(
        origin="a",
        copy="b",
        shared_chars=80,
        share_of_copy=0.9,
        share_without_quotations=0.0,
        kind=CopyKind.SHARED_QUOTATION,
        direction=Direction.UNKNOWN,
    )
    assert origins([document("a"), document("b")], [telling("a"), telling("b")], [shared]) == 2


def test_one_voice_in_two_outlets_is_one():
    assert origins([document("a"), document("b")], [telling("a", "orsk"), telling("b", "orsk")]) == 1


def test_two_voices_are_two():
    assert origins([document("a"), document("b")], [telling("a", "orsk"), telling("b", "rengo")]) == 2


def test_an_agency_that_two_credit_is_one():
    documents = [document("a", credits=("Tessel News Agency",)), document("b", credits=("Tessel News Agency",))]
    assert origins(documents, [telling("a"), telling("b")]) == 1


def test_the_agency_itself_and_one_that_credits_it_are_one():
    documents = [document("a", outlet="Tessel News Agency"), document("b", credits=("Tessel News Agency",))]
    assert origins(documents, [telling("a"), telling("b")]) == 1


def test_a_shared_picture_credit_joins_nothing():
    credit = {"credits": ("Tessel News Agency",), "picture_credits": ("Tessel News Agency",)}
    assert origins([document("a", **credit), document("b", **credit)], [telling("a"), telling("b")]) == 2


def test_a_credit_that_names_no_agency_joins_nothing():
    documents = [document("a", credits=("Jens Aldo",)), document("b", credits=("Jens Aldo",))]
    assert agency_of("Jens Aldo") is None
    assert origins(documents, [telling("a"), telling("b")]) == 2


def test_two_documents_of_one_outlet_are_one():
    documents = [document("a", outlet="The Post"), document("b", outlet="the post")]
    assert origins(documents, [telling("a"), telling("b")]) == 1


def test_documents_without_an_outlet_are_not_one_outlet():
    documents = [document("a", outlet=None), document("b", outlet=None)]
    assert origins(documents, [telling("a"), telling("b")]) == 2


def test_the_root_is_the_voice_on_which_all_rest():
    documents = [document("a"), document("b")]
    told = [telling("a", "orsk"), telling("b", "orsk")]
    root = root_of(ground_each_document(told, Grounds(documents, (), PARTIES)), told)
    assert root is not None
    assert root.party == "orsk"
    assert "2" in root.reason


def test_several_roots_are_none():
    documents = [document("a"), document("b")]
    told = [telling("a", "orsk"), telling("b")]
    assert root_of(ground_each_document(told, Grounds(documents, (), PARTIES)), told) is None


def listed(documents, tellings, copies=()):
    """The origins of one claim with these tellings: their documents and reasons."""
    grounded = ground_each_document(tellings, Grounds(documents, copies, PARTIES))
    return {o.documents: o.reason for o in origins_of([(tellings, grounded)], [d.id for d in documents])}


def test_an_origin_tells_all_that_joined_its_documents_in_their_order():
    documents = [document("a"), document("b"), document("c", outlet="A"), document("d", credits=("B",))]
    copies = [verbatim("a", "b", share=0.8)]
    assert listed(documents, [telling(n) for n in "abcd"], copies) == {
        ("a", "b", "c", "d"): "B: 80% of its own prose stands in A; A: of the same outlet; D: credits B"
    }


def test_of_many_joinings_three_are_told_and_the_others_counted():
    documents = [document(n) for n in "abcdef"]
    told = listed(documents, [telling(n) for n in "abcdef"], [verbatim("a", n) for n in "fedcb"])
    whole = "100% of its own prose stands in A"
    assert told == {tuple("abcdef"): f"B: {whole}; C: {whole}; D: {whole}; and 2 more"}
    four = listed(documents[:4], [telling(n) for n in "abcd"], [verbatim("a", n) for n in "bcd"])
    assert four == {tuple("abcd"): f"B: {whole}; C: {whole}; D: {whole}"}


def test_a_reason_is_told_once_of_documents_of_one_name():
    documents = [document("a"), *(document(n, outlet="A") for n in "bc")]
    assert listed(documents, [telling(n) for n in "abc"]) == {("a", "b", "c"): "A: of the same outlet"}


def test_an_origin_tells_nothing_of_documents_that_do_not_rest_on_it():
    documents = [document(n) for n in "abcd"]
    copies = [verbatim("a", "b"), verbatim("a", "c")]
    assert listed(documents, [telling("a"), telling("d")], copies) == {("a",): "A itself", ("d",): "D itself"}
    told = [telling("a"), telling("c")]
    assert listed(documents, told, copies) == {("a", "c"): "C: 100% of its own prose stands in A"}
    root = root_of(ground_each_document(told, Grounds(documents, copies, PARTIES)), told)
    assert root is not None
    assert root.reason == "all 2 reports rest on one document: C: 100% of its own prose stands in A"


def test_who_took_the_words_of_a_report_is_named_in_its_origin():
    passage = SharedPassage(origin=Span(0, 40), copy=Span(0, 40))
    copies = [replace(verbatim("a", n, share=0.2), passages=(passage,)) for n in "bc"]
    assert listed([document(n) for n in "abc"], [telling(n, start=4) for n in "abc"], copies) == {
        ("a", "b", "c"): "B: the words stand in A; C: the words stand in A"
    }


def test_two_documents_that_are_one_say_why_these_two_are():
    documents = [document("a"), document("b"), document("c", outlet="A")]
    copies = [verbatim("a", "b", share=0.8)]
    assert shared_ground(documents, copies, "b", "c") == "B: 80% of its own prose stands in A; A: of the same outlet"
    assert shared_ground(documents, copies, "a", "b") == "B: 80% of its own prose stands in A"
    assert shared_ground([*documents, document("d")], copies, "a", "d") is None


NAMES = "abcde"
TOLD = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from([None, "orsk", "rengo"])), min_size=1, max_size=8)


@given(
    TOLD,
    st.lists(st.sampled_from(["One", "Two", "Three"]), min_size=5, max_size=5),
    st.lists(st.sampled_from([(), ("Tessel News Agency",), ("One",)]), min_size=5, max_size=5),
    st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda p: p[0] < p[1]), max_size=3),
)
def test_there_are_never_more_origins_than_outlets(told, outlets, credited, copied):
    documents = [document(n, outlet=o, credits=c) for n, o, c in zip(NAMES, outlets, credited, strict=True)]
    copies = [verbatim(a, b) for a, b in sorted(copied)]
    tellings = [telling(d, voice) for d, voice in told]
    by_id = {d.id: d.outlet for d in documents}
    assert 1 <= origins(documents, tellings, copies) <= len({by_id[d] for d, _ in told})


@given(TOLD)
def test_a_copy_of_any_document_adds_no_origin(told):
    documents = [document(n) for n in NAMES]
    tellings = [telling(d, voice) for d, voice in told]
    before = origins(documents, tellings)
    for name in {d for d, _ in told}:
        doubled = [*tellings, *(telling("z", voice) for d, voice in told if d == name)]
        assert origins([*documents, document("z")], doubled, [verbatim(name, "z")]) <= before


@newsroom
def test_three_outlets_that_rest_on_one_minister_have_one_origin(room, ledger_of):
    """Nobody saw it; all have it from her.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk on cranes

    Edda Orsk said that thieves had stolen two cranes.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Cranes gone

    Thieves have stolen two cranes, Edda Orsk said.

    == Evening Echo, 2031-05-02 16:00 +02:00 ==
    Crane theft

    According to Edda Orsk, thieves stole two cranes.
    """
    ledger = ledger_of(room)
    claim = ledger.claim(POST, "had stolen two")
    assert {ledger.outlet(r.document) for r in claim.reports} == {POST, MAIL, ECHO}
    assert (claim.outlets, claim.origins) == (3, 1)
    assert claim.root is not None
    assert claim.root.party == ledger.party("Edda Orsk").id


@newsroom
def test_a_verbatim_copy_without_credit_adds_no_origin(room, ledger_of):
    """The Mail prints the Post's report; the Echo has its own.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Quay shut after crane collapse

    Port engineers closed the northern quay on Friday morning after a rusted crane collapsed across two rail tracks
    and crushed an empty grain wagon near the customs shed.

    Nobody stood below the crane when it fell, and the night watchman heard the steel groan for several minutes
    before he ran to the gate.

    == Norholm Mail, 2031-05-02 18:00 +02:00 ==
    Crane falls in harbour

    Port engineers closed the northern quay on Friday morning after a rusted crane collapsed across two rail tracks
    and crushed an empty grain wagon near the customs shed.

    Nobody stood below the crane when it fell, and the night watchman heard the steel groan for several minutes
    before he ran to the gate.

    == Evening Echo, 2031-05-02 19:00 +02:00 ==
    Harbour quay closed

    The northern quay was closed by port engineers, as our reporter saw at noon.
    """
    ledger = ledger_of(room)
    claim = ledger.claim(POST, "closed the northern quay")
    assert (claim.outlets, claim.origins) == (3, 2)
    assert [set(map(ledger.outlet, o.documents)) for o in ledger.story.origins if len(o.documents) > 1] == [
        {POST, MAIL}
    ]


def test_what_a_report_lays_to_two_speakers_is_each_ones_own():
    condition = telling("a", "orsk", 0)
    condition = replace(condition, event=replace(condition.event, status=Status.POSSIBLE))
    told = [condition, telling("a", "rengo", 8)]
    grounded = ground_each_document(told, Grounds([document("a")], (), PARTIES))
    assert [grounded.of(t).itself for t in told] == ["what Orsk said", "what Rengo said"]
    root = root_of(grounded, told)
    assert root is not None
    assert root.party == "rengo"  # who says that it was done, and not who makes a condition of it
    assert len({g.key for g in grounded.carried.values()}) == 1


def test_a_headline_that_calls_the_speaker_by_a_word_names_no_other():
    paper = document("a", text="Bridge shut, port says\n\n" + "word " * 40, headline_span=Span(0, 22))
    named = Referent(span=Span(30, 34), name="the Norholm port")
    short, whole = telling("a", "port", 0), telling("a", "orsk", 30)
    whole = replace(whole, event=replace(whole.event, voice=named), voice=None)
    short = replace(short, voice=None)
    grounded = ground_each_document([short, whole], Grounds([paper], (), PARTIES))
    assert {grounded.of(t).itself for t in (short, whole)} == {"what the Norholm port said"}
