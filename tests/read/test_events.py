"""Who did what to whom, in invented sentences."""

from __future__ import annotations

import pytest

from rashomon.core import Status


def words(event):
    return (event.actor.head if event.actor else None, event.target.head if event.target else None)


@pytest.mark.parametrize(
    ("text", "lemma", "actor", "target"),
    [
        ("Norland expelled four envoys.", "expel", "norland", "envoy"),
        ("Four envoys were expelled by Norland.", "expel", "norland", "envoy"),
        ("The kingdom threw out four envoys.", "throw out", "kingdom", "envoy"),
        ("The ministry decided to expel four envoys.", "expel", "ministry", "envoy"),
        ("The union urged the ministry to close the mine.", "close", "ministry", "mine"),
        ("The union called on the ministry to close the mine.", "close", "ministry", "mine"),
        ("The union accused the ministry of poisoning the river.", "poison", "ministry", "river"),
        ("The ministry responded by expelling four envoys.", "expel", "ministry", "envoy"),
        ("The police seized the boat that carried the weapons.", "carry", "boat", "weapon"),
        ("The expulsion of four envoys by Norland stunned the court.", "expulsion", "norland", "envoy"),
        ("The king's order to expel four envoys stunned the court.", "expel", "king", "envoy"),
        ("The ministry imposed sanctions on the company.", "sanction", "ministry", "company"),
        ("The king gave four envoys a week to leave Arl.", "order out", "king", "envoy"),
    ],
)
def test_roles(events_in, text, lemma, actor, target):
    assert words(events_in(text)[lemma]) == (actor, target)


def test_a_call_to_act_is_two_events(events_in):
    found = events_in("The union called on the ministry to close the mine.")
    assert found["call on"].status is Status.DONE
    assert found["call on"].code == "REQUEST"
    assert found["close"].status is Status.PROPOSED


def test_a_reporting_verb_is_the_voice_and_no_event(events_in):
    found = events_in("The admiral said that the fleet will not leave the port.")
    assert "say" not in found
    assert found["leave"].voice is not None
    assert found["leave"].voice.head == "admiral"
    assert found["leave"].status is Status.REFUSED


def test_the_nearest_speaker_is_the_voice(events_in):
    found = events_in("The daily reported that the admiral said the fleet had left the port.")
    assert found["leave"].voice.head == "admiral"


def test_what_the_outlet_says_itself_has_no_voice(events_in):
    assert events_in("The fleet left the port.")["leave"].voice is None


def test_an_accusation_with_a_target_is_an_event_of_its_own(events_in):
    found = events_in("The admiral accused the captain of burning the boat.")
    assert (found["accuse"].status, found["accuse"].code) == (Status.DONE, "ACCUSE")
    assert found["burn"].status is Status.ALLEGED
    assert found["burn"].voice.head == "admiral"


def test_the_first_person_in_a_quotation_is_its_speaker(reader, document_of):
    text = "“We will not expel anyone,” President Marta Ivel said in Torvik."
    event = next(e for e in reader.read(document_of(text)).events if e.predicate.lemma == "expel")
    assert event.status is Status.REFUSED
    assert event.quotation is not None
    assert event.voice is not None
    assert "Ivel" in event.voice.name
    assert event.actor == event.voice


def test_the_clause_leaves_out_what_others_do(reader, document_of):
    text = "Norland expelled four envoys, while the union closed the mine after the miners left."
    document = document_of(text)
    found = {e.predicate.lemma: document.words_at(e.span) for e in reader.read(document).events}
    assert found["expel"] == "Norland expelled four envoys"
    assert found["close"].endswith("closed the mine")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ministers met in Torvik.", "CONSULT"),
        ("The army bombed the village.", "ASSAULT"),
        ("Police arrested the editor.", "COERCE"),
        ("Thousands protested against the tax.", "PROTEST"),
        ("The ministry rejected the offer.", "REJECT"),
        ("A tram derailed in Torvik.", None),
    ],
)
def test_codes(reader, document_of, text, code):
    assert reader.read(document_of(text)).events[0].code == code


def test_every_event_rereads_to_its_words(reader, document_of):
    document = document_of("The guild asked the mayor to sell the land.\nHe refused to sell it, the daily said.")
    for event in reader.read(document).events:
        assert event.sentence.covers(event.span) or event.sentence.touches(event.span)
        assert event.span.touches(event.predicate.span)
        assert event.why or event.status is Status.DONE


def denied(reader, document_of, text):
    """The happenings of a text that are denied by pointing back, with the last word of who denies each."""
    events = reader.read(document_of(text)).events
    back = [e for e in events if e.why and "told before" in e.why[-1]]
    assert all(e.status is Status.DENIED and e.sentence.covers(e.predicate.span) for e in back)
    return [(e.predicate.lemma, e.voice.name.split()[-1]) for e in back]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officials told their media that Norland closed the school. That’s a lie, Mara Voss wrote.",
            [("close", "Voss")],
        ),
        ("Alba accused Norland of hacking the bank. Norland denied the accusation.", [("hack", "Norland")]),
        ("Alba accused Norland of hacking the bank. Norland denied any involvement.", [("hack", "Norland")]),
        ("The Lys Times reported that Norland sold oil. Jon Arn called the report baseless.", [("sell", "Arn")]),
        ("The Lys Times reported that Norland sold oil. Jon Arn said the report was not true.", [("sell", "Arn")]),
        ("The Lys Times reported that Norland sold oil.\nJon Arn denied the report.", [("sell", "Arn")]),
        ("The Lys Times alleged that Chilean ships sold oil. Chile denied the report.", [("sell", "Chile")]),
        ("The Lys Times alleged that Peruvian ships sold oil. Chile denied the report.", []),
        ("The army said it had seized the vessel. Jon Arn dismissed the claim.", []),
        # nobody else told it, nobody denies it, or too far away
        ("Jon Arn said that Norland sold oil. Jon Arn said this was not true.", []),
        ("The Lys Times reported that Norland sold oil. Jon Arn did not deny the report.", []),
        ("The Lys Times reported that Norland sold oil. Jon Arn said the report was true.", []),
        ("The mayor resigned on Monday. Jon Arn said this was false.", []),
        ("Alba accused Norland of hacking the bank. Bree denied any involvement.", []),
        ("The Lys Times reported that Norland sold oil. It rained. Snow fell. Jon Arn said this was false.", []),
    ],
)
def test_a_denial_points_back_at_what_somebody_else_told(reader, document_of, text, expected):
    assert denied(reader, document_of, text) == expected


def test_the_denial_of_a_report_is_in_the_voice_of_the_denier(events_in):
    found = events_in("Norland denied reports that its ships sold oil.")
    assert found["sell"].status is Status.DENIED
    assert found["sell"].voice.head == "norland"


def test_who_asks_after_a_happening_does_not_tell_it(events_in):
    assert events_in("Police are looking into what caused the ferry to sink.")["sink"].voice is None


def test_a_promise_is_told_as_the_act_it_promises(events_in):
    found = events_in("Norland promised to release the editor.")
    assert "promise" not in found
    assert (found["release"].status, found["release"].code) == (Status.PLANNED, "AGREE")


def test_a_refused_cooperative_act_is_a_rejection(events_in):
    assert events_in("Norland refused to help the miners.")["help"].code == "REJECT"


def test_a_link_between_happenings_is_none_itself(events_in):
    found = events_in("Norland expelled four envoys in response to the attack on the port.")
    assert "response" not in found
    assert found["attack"].status is Status.DONE


def test_a_participle_after_an_embedded_clause_has_no_certain_actor(events_in):
    found = events_in("Police are looking into what caused the ferry to sink, killing ten sailors.")
    assert found["kill"].actor is None


@pytest.mark.parametrize(
    ("text", "lemma", "actor", "target"),
    [
        ("Norland gave humanitarian aid to the islanders.", "aid", "norland", "islander"),
        ("Norland returned the stolen vases to the museum.", "return", "norland", "museum"),
        ("Norland withdrew its troops from the valley.", "withdraw troops", "norland", "valley"),
        ("The union called for sanctions against the company over the spill.", "call for", "union", "company"),
        ("Norland lifted the sanctions imposed on the company.", "lift", "norland", "company"),
        ("The prosecutor opened an investigation into the company.", "investigation", "prosecutor", "company"),
        ("The king surrendered to the rebels.", "surrender", "king", "rebel"),
        ("The abbot ordered four monks sent home.", "send home", "abbot", "monk"),
        ("Four envoys had two days to depart.", "order out", None, "envoy"),
        ("Norland expelled four envoys from the valley.", "expel", "norland", "envoy"),
        ("Norland sent 200 soldiers to the valley.", "send", "norland", "soldier"),
    ],
)
def test_the_party_behind_a_preposition_is_the_target_unless_persons_are_acted_on(
    events_in, text, lemma, actor, target
):
    assert words(events_in(text)[lemma]) == (actor, target)


def test_an_object_that_gives_way_to_a_party_is_kept(events_in):
    others = dict(events_in("Norland withdrew its troops from the valley.")["withdraw troops"].others)
    assert others["object"].head == "troop"


def test_a_silent_e_is_not_lost(events_in):
    assert events_in("The mayor hoped to visit the camp.")["visit"].status is Status.PLANNED


def test_a_speakers_own_reproach_alleges_what_a_report_of_it_takes_for_granted(events_in):
    own = events_in("I am appalled that Norland closed the school.")
    told = events_in("The abbot was appalled that Norland closed the school.")
    assert own["close"].status is Status.ALLEGED
    assert told["close"].status is Status.DONE


def test_a_bare_noun_is_an_event(events_in):
    assert events_in("Two hours after the crash, the road was open.")["crash"].actor is None


def test_a_denial_does_not_reach_what_only_gives_the_time(reader, document_of):
    accusation = (
        "It accuses an Alban pilot of ignoring a red light before the Grey Heron, a gravel barge, hit the gate."
    )
    text = f"{accusation}\nAlba has denied the accusation."
    denied = {e.predicate.lemma for e in reader.read(document_of(text)).events if e.status is Status.DENIED}
    assert "hit" not in denied


def test_a_name_behind_its_noun_belongs_to_the_clause(reader, document_of):
    document = document_of("Norholm agreed to lease the ferry to the operator Blue Heron Lines, Mayor Orlow said.")
    leased = next(e for e in reader.read(document).events if e.predicate.lemma == "lease")
    assert document.words_at(leased.span).endswith("to the operator Blue Heron Lines")


def test_an_aside_between_commas_does_not(reader, document_of):
    document = document_of("Norholm leased the ferry to Blue Heron Lines, a family firm.")
    leased = next(e for e in reader.read(document).events if e.predicate.lemma == "lease")
    assert document.words_at(leased.span).endswith("to Blue Heron Lines")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The average wait for a bed at Norholm Hospital rose to 19 days, according to its annual report.", ["rise"]),
        ("The average wait for a licence at Quay Court fell to 19 days in May, according to the court.", ["fall"]),
        ("The young want work and left the town.", ["want", "leave"]),
        ("Residents wait for a bed and rise at dawn.", ["wait", "rise"]),
    ],
)
def test_a_bare_verb_with_a_singular_subject_before_a_verb_is_a_noun(events_in, text, told):
    found = events_in(text)
    assert [lemma for lemma in ("want", "wait", "leave", "rise", "fall") if lemma in found] == told
