"""What people decide takes effect in the account, is named there, and outlives whatever is run again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from evals.decided import KINDS, figures, outcomes
from tests.archive.bridge import AT, DOCUMENTS, ROOM, decision, place

from rashomon.account.grounds import shared_ground
from rashomon.archive.decided import Decided, _still_one
from rashomon.archive.decided_findings import Findings
from rashomon.archive.labels import labels
from rashomon.core import Decision, DecisionKind, Document, Passage, Role, Span
from rashomon.present.exports.account_rows import account_row
from rashomon.stores import open_store

MERGE, SPLIT, MOVE = DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.MOVE
SPEAKER, ONE_PARTY, NOTE = DecisionKind.SPEAKER, DecisionKind.ONE_PARTY, DecisionKind.NOTE
NOT_THAT_CLAIM, NOT_A_COPY = DecisionKind.NOT_THAT_CLAIM, DecisionKind.NOT_A_COPY

SAID = "We will not gamble with a single life on this crossing"
DISMISSED = "The Tessel Line dismissed 12 pilots"
FALK = "Mira Falk"


def groups(account):
    return {frozenset(story.documents) for story in account.stories}


def speakers(story, words=SAID):
    """By document, who said these words."""
    names = {party.id: party.name for party in story.parties}
    return {
        wording.document: names.get(utterance.speaker)
        for utterance in story.utterances
        if words in utterance.text
        for wording in utterance.quotations
    }


def voices(story, words=SAID):
    names = {party.id: party.name for party in story.parties}
    reports = [report for claim in story.claims if words in claim.text for report in claim.reports]
    return {report.document: names.get(report.voice) for report in reports}


def codes(story):
    return [problem.code for problem in story.problems if problem.stage == "decide"]


def test_without_decisions_the_review_is_read_as_it_is(account, story):
    assert groups(account()) == {
        frozenset({"post", "mail", "echo", "courier"}),
        frozenset({"star"}),
        frozenset({"dispatch"}),
    }
    assert speakers(story()) == {"post": "Tessa Orlow", "echo": "Tessa Orlow", "mail": FALK}
    assert (story().decisions, story().notes) == ((), ())


def test_no_decision_changes_nothing(account, pipeline):
    assert account_row(account()) == account_row(pipeline.account_of(ROOM.documents))


def test_merged_stories_are_one_account_that_names_who_merged_them(account):
    merge = decision(1, MERGE, "star", "dispatch", reason="one strike")
    made = account(merge)
    assert frozenset({"star", "dispatch"}) in groups(made)
    strike = next(each for each in made.stories if "star" in each.documents)
    (own,) = [each for each in account().stories if each.documents == ("star",)]
    assert strike.id == own.id
    (named,) = strike.decisions
    assert (named.id, named.kind, named.by, named.at, named.reason) == (
        "d1",
        "merge",
        "Ana Norlo",
        merge.at,
        "one strike",
    )
    assert "in one" in named.effect
    assert not any(each.decisions for each in made.stories if "post" in each.documents)


def test_a_split_is_named_in_the_story_that_lost_the_documents_too(account):
    made = account(decision(1, SPLIT, "courier"))
    assert {frozenset({"post", "mail", "echo"}), frozenset({"courier"})} <= groups(made)
    shaped = {story.documents: [each.id for each in story.decisions] for story in made.stories}
    assert shaped["courier",] == ["d1"]
    assert shaped["post", "mail", "echo"] == ["d1"]
    assert shaped["star",] == []


def test_a_document_is_moved(account):
    made = account(decision(1, MOVE, "courier", "star"))
    assert {frozenset({"post", "mail", "echo"}), frozenset({"star", "courier"})} <= groups(made)


def test_a_speaker_is_who_the_decision_says_and_the_voice_follows(story):
    wrong = decision(1, SPEAKER, places=[place("post", SAID), place("echo", SAID)], names=[FALK])
    made = story(wrong)
    assert speakers(made) == {"post": FALK, "echo": FALK, "mail": FALK}
    assert voices(made) == {"post": FALK, "echo": FALK, "mail": FALK}
    assert len([u for u in made.utterances if SAID in u.text]) == 1
    (named,) = made.decisions
    assert "is Mira Falk, and not Tessa Orlow" in named.effect


def test_a_speaker_is_corrected_at_the_places_named_alone(story):
    assert speakers(story(decision(1, SPEAKER, places=[place("post", SAID)], names=[FALK])))["echo"] == "Tessa Orlow"


def test_a_speaker_may_be_somebody_whom_the_report_does_not_name(story):
    made = story(decision(1, SPEAKER, places=[place("post", SAID)], names=["Una Strake"]))
    assert speakers(made)["post"] == "Una Strake"


def test_a_speaker_may_be_nobody_known(story):
    made = story(decision(1, SPEAKER, places=[place("post", SAID), place("echo", SAID)]))
    assert voices(made) | {"mail": None} == {"post": None, "echo": None, "mail": None}
    assert "is not known, and not Tessa Orlow" in made.decisions[0].effect


def test_a_part_of_a_quotation_is_enough_to_name_it(story):
    made = story(decision(1, SPEAKER, places=[place("post", "not gamble with a single life")], names=[FALK]))
    assert speakers(made)["post"] == FALK


def test_the_later_of_two_speakers_wins_and_the_earlier_is_named(story):
    at = [place("post", SAID)]
    made = story(decision(1, SPEAKER, places=at, names=["Una Strake"]), decision(2, SPEAKER, places=at, names=[FALK]))
    assert speakers(made)["post"] == FALK
    assert codes(made) == ["decision-overruled"]
    assert [(each.id, each.effect is None) for each in made.decisions] == [("d1", True), ("d2", False)]


def test_a_speaker_that_reading_finds_by_itself_is_a_decision_without_effect(story):
    made = story(decision(1, SPEAKER, places=[place("mail", SAID)], names=[FALK]))
    assert codes(made) == ["decision-without-effect"]
    assert made.decisions[0].effect is None


def moved_down(document: Document, words: str) -> Document:
    """The document as another cleaning has it: other words before all, and every place further down."""
    by = len(words) + 2
    passages = (Passage(span=Span(p.span.start + by, p.span.end + by), role=p.role) for p in document.passages)
    return replace(
        document,
        text=f"{words}\n\n{document.text}".replace("“", '"').replace("”", '"'),
        headline_span=Span(document.headline_span.start + by, document.headline_span.end + by),
        passages=(Passage(span=Span(0, len(words)), role=Role.KICKER), *passages),
    )


def test_a_place_is_found_again_by_its_words_where_cleaning_moved_them(story):
    speaker = decision(1, SPEAKER, places=[place("post", f"“{SAID},”")], names=[FALK])
    cleaned = moved_down(DOCUMENTS["post"], "Harbour and coast")
    documents = [cleaned, *(each for each in ROOM.documents if each.id != "post")]
    assert speakers(story(speaker, documents=documents))["post"] == FALK


def test_a_place_whose_words_are_gone_is_named(story):
    speaker = decision(1, SPEAKER, places=[place("post", SAID)], names=[FALK])
    other = replace(DOCUMENTS["post"], text=DOCUMENTS["post"].text.replace("gamble", "juggle"))
    documents = [other, *(each for each in ROOM.documents if each.id != "post")]
    made = story(speaker, documents=documents)
    assert codes(made) == ["decision-lost"]
    assert made.decisions[0].effect is None


def test_a_document_that_another_stands_in_place_of_is_followed(story):
    speaker = decision(1, SPEAKER, places=[place("post", SAID)], names=[FALK])
    newer = replace(DOCUMENTS["post"], id="post-2")
    documents = [newer, *(each for each in ROOM.documents if each.id != "post")]
    found = story(speaker, documents=[*documents, DOCUMENTS["post"]], instead={"post": "post-2"})
    assert speakers(found)["post-2"] == FALK


def test_two_names_are_one_party(story):
    lady, orlow = "The Iron Lady of Norholm", "Tessa Orlow"
    before = {party.name for party in story().parties}
    made = story(decision(1, ONE_PARTY, names=[orlow, lady]))
    assert {orlow, lady} <= before
    assert len(made.parties) == len(before) - 1
    assert any({orlow, lady} <= {party.name, *party.aliases} for party in made.parties)
    assert "are one party" in made.decisions[0].effect


def test_names_are_one_party_in_the_story_named_alone(story):
    names = ["Tessa Orlow", "The Iron Lady of Norholm"]
    assert len(story(decision(1, ONE_PARTY, "star", names=names)).parties) == len(story().parties)
    assert len(story(decision(1, ONE_PARTY, "courier", names=names)).parties) == len(story().parties) - 1


def test_names_that_a_story_does_not_use_are_no_matter_of_it(story):
    assert story(decision(1, ONE_PARTY, names=["Una Strake", "The Eel"])).decisions == ()
    made = story(decision(1, ONE_PARTY, "post", names=["Una Strake", "The Eel"]))
    assert codes(made) == ["decision-without-effect"]


def reports(story, document, words):
    """The documents that tell the claim which a document tells in these words."""
    at = place(document, words).span
    claims = [c for c in story.claims if any(r.document == document and r.span.touches(at) for r in c.reports)]
    assert len(claims) == 1
    return {report.document for report in claims[0].reports}


def test_a_report_is_told_apart_from_a_claim(story):
    apart = decision(1, NOT_THAT_CLAIM, places=[place("courier", DISMISSED), place("post", DISMISSED)])
    assert reports(story(), "post", DISMISSED) == {"post", "echo", "courier"}
    made = story(apart)
    assert reports(made, "post", DISMISSED) == {"post", "echo"}
    assert reports(made, "courier", DISMISSED) == {"courier"}
    assert "another claim" in made.decisions[0].effect


def test_a_report_stays_apart_where_some_of_the_others_are_in_another_story(account):
    """The decision is named in the story that has the report, and not in the other."""
    places = [place("courier", DISMISSED), place("post", DISMISSED), place("echo", DISMISSED)]
    made = account(decision(1, NOT_THAT_CLAIM, places=places), decision(2, SPLIT, "echo"))
    bridge = next(each for each in made.stories if "post" in each.documents)
    other = next(each for each in made.stories if "echo" in each.documents)
    assert reports(bridge, "courier", DISMISSED) == {"courier"}
    assert [each.id for each in bridge.decisions] == ["d1", "d2"]
    assert [each.id for each in other.decisions] == ["d2"]
    assert codes(bridge) == codes(other) == []


def test_tellings_that_are_apart_by_themselves_are_named(story):
    made = story(
        decision(
            1,
            NOT_THAT_CLAIM,
            places=[
                place("courier", DISMISSED),
                place("mail", "The swing bridge at Norholm was closed by the Harbour Council on Friday"),
            ],
        )
    )
    assert codes(made) == ["decision-without-effect"]


def test_what_is_no_copy_adds_an_origin(story):
    def copies(made):
        return {frozenset((each.origin, each.copy)) for each in made.copies}

    def origins(made):
        return next(claim.origins for claim in made.claims if claim.text.startswith("inspectors found 14 cracks"))

    pair = frozenset({"post", "echo"})
    made = story(decision(1, NOT_A_COPY, "post", "echo"))
    assert pair in copies(story())
    assert pair not in copies(made)
    assert (origins(story()), origins(made)) == (1, 2)
    assert made.decisions[0].effect == "echo is not told as a copy of post"


def test_what_is_no_copy_and_rests_on_one_origin_all_the_same_says_why(pipeline):
    by_id = {each.id: each for each in ROOM.documents}
    assert shared_ground(tuple(by_id.values()), (), "post", "echo") is None
    crediting = replace(by_id["echo"], credits=(by_id["post"].outlet,))
    others = tuple(each for name, each in by_id.items() if name != "echo")
    why = shared_ground((*others, crediting), (), "post", "echo")
    assert why is not None
    assert f"credits {by_id['post'].outlet}" in why
    findings = Findings()
    apart = decision(1, NOT_A_COPY, "post", "echo")
    findings.effect(apart, "echo is not told as a copy of post")
    _still_one((), (*others, crediting), [apart], findings)
    assert "origins do not change, since both rest on one all the same" in findings.effects[apart.id]


def test_a_note_stands_beside_the_story(story):
    made = story(decision(1, NOTE, "mail", places=[place("post", SAID)], reason="She told us this on the quay."))
    (note,) = made.notes
    assert (note.by, note.text, note.documents) == ("Ana Norlo", "She told us this on the quay.", ("mail",))
    assert note.places == (place("post", SAID),)
    assert (made.decisions, codes(made)) == ((), [])


EVERY = (
    decision(1, MERGE, "star", "dispatch"),
    decision(2, SPEAKER, places=[place("post", SAID)], names=[FALK]),
    decision(3, ONE_PARTY, names=["Tessa Orlow", "The Iron Lady of Norholm"]),
    decision(4, NOT_THAT_CLAIM, places=[place("courier", DISMISSED), place("post", DISMISSED)]),
    decision(5, NOT_A_COPY, "post", "echo"),
    decision(6, NOTE, "mail"),
    decision(7, SPLIT, "mail"),
)


def test_documents_in_another_order_give_the_same_account(account):
    def row(documents):
        made = account_row(account(*EVERY, documents=documents))
        made["documents"].sort(key=lambda each: each["id"])
        return made

    assert row(ROOM.documents) == row(ROOM.documents[::-1])


@pytest.mark.parametrize("number", range(len(EVERY)))
def test_a_decision_that_was_ended_is_as_if_never_taken(account, number):
    never = [each for n, each in enumerate(EVERY) if n != number]
    assert account(*EVERY, endings=[EVERY[number].id]) == account(*never)


def test_a_decision_written_twice_is_as_written_once(story):
    again = [replace(each, id=f"{each.id}-again") for each in EVERY if each.kind is not NOTE]
    once, twice = story(*EVERY), story(*EVERY, *again)
    assert replace(twice, decisions=(), problems=()) == replace(once, decisions=(), problems=())


def test_a_correction_laid_over_a_reading_twice_is_as_laid_once(pipeline):
    held = Decided.of(EVERY)
    post = DOCUMENTS["post"]
    (reading,) = pipeline.reader.read_all([post])
    grouped = pipeline.account_of([post]).stories[0]
    own = {"post": grouped}.get

    def laid(read):
        return held.over(grouped, [post], [read], [], order=str, own=own).readings[0]

    assert laid(reading) != reading
    assert laid(laid(reading)) == laid(reading)


def test_a_place_without_words_holds_as_it_is(story):
    bare = Decision(id="d1", kind=SPEAKER, by="B", at=AT, reason="r", places=(place("post", SAID),), names=(FALK,))
    assert speakers(story(bare))["post"] == FALK


def test_accounts_hold_to_the_labels_of_the_decisions_laid_over_them(account):
    """And not to those of what is told otherwise without them."""
    made = (*EVERY[:6], replace(decision(7, SPLIT, "courier"), others=("post", "mail", "echo")))
    with open_store(":memory:").writer() as writer:
        for each in made:
            writer.decide(each)
        told = list(labels(writer.view))
    laid = figures(outcomes(told, account_row(account(*made))))
    without = figures(outcomes(told, account_row(account())))
    assert {kind: share for kind, share in laid.items() if "coverage" not in kind} == dict.fromkeys(KINDS, 1.0)
    assert {kind: share for kind, share in without.items() if "coverage" not in kind} == dict.fromkeys(KINDS, 0.0)
