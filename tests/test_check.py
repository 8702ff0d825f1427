"""A sentence held against invented reports: what carries it, and what never does."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.newsrooms import Newsroom, newsroom, parse_newsroom

from rashomon.core import Check, ClaimError
from rashomon.pipeline import Pipeline, claim_document
from rashomon.read import Reader

ROOM = parse_newsroom(
    """
    == The Harbour Post, 2031-05-02 14:10 +02:00; id: post ==
    Norholm sends pilots home

    Norholm dismissed 28 pilots on Friday after a barge had hit the lock. The harbour master, Edda Orsk, said that the
    lock would reopen on Monday.

    "Not a single pilot will come back before June," Orsk told reporters.

    Pablo Rengo of the pilots' union proposed that the town close the port. The council did not adopt the proposal.

    == Norholm Mail, 2031-05-02 15:00 +02:00; id: mail ==
    Pilots out, lock to reopen

    The 28 pilots were dismissed by Norholm on Friday. Harbour master Edda Orsk denied that she had ignored a
    warning.

    Rengo, the leader of the union, suggested that the town should close the port. "We were not asked," he said.

    The lock will reopen on Monday, according to Orsk.

    == Evening Echo, 2031-05-02 17:30 +02:00; id: echo ==
    Rowing club of Norholm wins cup

    The rowing club of Norholm won the cup of the northern ports on Saturday. Its cox, Ida Brenn, was carried home.
    """
)


class OnceMade(Pipeline):
    """A pipeline that makes the account of a press review once."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._kept: dict = {}

    def _made(self, documents, problems, progress, **more):
        key = tuple(documents)
        if key not in self._kept:
            self._kept[key] = super()._made(documents, problems, progress, **more)
        return self._kept[key]


@dataclass(slots=True)
class Checker:
    """Checks sentences against press reviews, each read once."""

    pipeline: Pipeline

    def __call__(self, claim: str, room: Newsroom = ROOM) -> Check:
        return self.pipeline.check_of(claim, room.documents)


@pytest.fixture(scope="session")
def check(reader: Reader) -> Checker:
    return Checker(OnceMade(reader))


def carriers(made: Check) -> set[str]:
    return {r.document for r in made.carried}


def differences(made: Check, document: str) -> set[str]:
    return {d.on for r in made.otherwise if r.document == document for d in r.differs}


@pytest.mark.parametrize(
    ("claim", "wanted"),
    [
        ("Norholm has dismissed 28 pilots.", {"post", "mail"}),
        ("28 pilots were dismissed by Norholm.", {"post", "mail"}),
        ("Edda Orsk said the lock would reopen on Monday.", {"post", "mail"}),
        ("Rengo proposed that the town should close the port.", {"post", "mail"}),
        ("Orsk denied that she had ignored a warning.", {"mail"}),
        ('Orsk said: "Not a single pilot will come back before June."', {"post"}),
        ("The leader of the union suggested that the town should close the port.", {"mail"}),
    ],
)
def test_a_true_sentence_in_other_words_is_carried_by_the_reports_that_tell_it(check, claim, wanted):
    assert carriers(check(claim)) == wanted


@pytest.mark.parametrize(
    ("claim", "on"),
    [
        ("Norholm did not dismiss 28 pilots.", "negation"),
        ("Norholm dismissed 82 pilots.", "figure"),
        ("Edda Orsk dismissed 28 pilots.", "actor"),
        ("Norholm dismissed 28 captains.", "target"),
        ("The town closed the port.", "status"),
        ("The town will close the port.", "status"),
        ("Edda Orsk proposed that the town should close the port.", "speaker"),
        ("Rengo said the lock would reopen on Monday.", "speaker"),
        ("Edda Orsk said the lock would reopen on Tuesday.", "time"),
    ],
)
def test_a_distorted_sentence_is_told_otherwise_and_never_carried(check, claim, on):
    made = check(claim)
    assert not made.carried
    assert on in differences(made, "post")


@pytest.mark.parametrize(
    "claim",
    [
        "Edda Orsk ignored a warning.",
        "Edda Orsk said that she had ignored a warning.",
        'Rengo said: "Not a single pilot will come back before June."',
        'Orsk said: "A single pilot will come back before June."',
        "28 pilots dismissed Norholm.",
        "Norholm dismissed 28 pilots and closed the port.",
        "The council adopted the proposal.",
    ],
)
def test_other_distortions_are_not_carried_either(check, claim):
    assert not check(claim).carried


def test_what_differs_is_said_in_words(check):
    told = {d.told for r in check("The town closed the port.").otherwise for d in r.differs}
    assert "told as proposed, not done" in told
    assert "28, not 82" in {d.told for r in check("Norholm dismissed 82 pilots.").otherwise for d in r.differs}


def test_each_document_is_carried_otherwise_or_absent(check):
    made = check("Norholm has dismissed 28 pilots.")
    assert set(made.absent) == {"echo"}
    heard = carriers(made) | {r.document for r in made.otherwise}
    assert heard.isdisjoint(made.absent)
    assert heard | set(made.absent) == {d.id for d in made.documents}


def test_where_nothing_is_near_everything_is_absent(check):
    made = check("Lightning destroyed a windmill.")
    assert made.absent == tuple(d.id for d in made.documents)


def test_every_report_rereads_to_its_words_and_belongs_to_the_ledger(check):
    made = check("Norholm has dismissed 28 pilots.")
    documents = {d.id: d for d in made.documents}
    for report in made.carried:
        assert " ".join(documents[report.document].words_at(report.span).split()) == report.words
        assert report.claim is not None
        assert report.origin is not None
    assert len({r.claim for r in made.carried}) == 1


def test_a_document_that_bears_one_of_two_points_says_which_it_leaves_out(check):
    made = check("Norholm dismissed 28 pilots and sold two barges.")
    assert not made.carried
    assert any("does not tell: " in d.told for r in made.otherwise for d in r.differs)


@pytest.mark.parametrize("claim", ["", "Hello", "reports/*.txt"])
def test_a_sentence_in_which_nothing_is_read_is_refused(check, claim):
    with pytest.raises(ClaimError, match="who did what"):
        check(claim)


def test_a_sentence_becomes_a_document_of_one_paragraph():
    document = claim_document("  The council\n closed the bridge. ")
    assert document.text == "The council closed the bridge."
    assert [p.span.of(document.text) for p in document.passages] == [document.text]


@newsroom
def test_a_report_that_contradicts_itself_stands_on_both_sides(room, check):
    """The headline tells as done what the text tells as asked for.

    == The Harbour Post, 2031-05-02 14:10 +02:00; id: post ==
    Council closes port

    Pablo Rengo proposed that the council close the port.
    """
    made = check("The council closed the port.", room)
    assert carriers(made) == {"post"}
    assert differences(made, "post") == {"status"}


@newsroom
def test_words_that_a_speaker_passes_on_are_not_his(room, check):
    """A spokeswoman repeats what others say to call it a lie.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Spokeswoman angry

    "Officials told their papers that Norholm closed the harbour school. That is a lie," spokeswoman Mara Zelt wrote.
    """
    assert not check("Mara Zelt wrote that Norholm closed the harbour school.", room).carried


@newsroom
def test_the_number_of_one_side_is_not_that_of_the_other(room, check):
    """The same number on both sides.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Tit for tat

    Norway expelled 35 Chilean diplomats. Chile then expelled its 35 diplomats from Norway.
    """
    assert check("Norway expelled 35 Chilean diplomats.", room).carried
    assert not check("Norway expelled 35 Norwegian diplomats.", room).carried
    assert not check("Chile expelled 35 Chilean diplomats.", room).carried


@newsroom
def test_who_is_attacked_does_not_attack(room, check):
    """A passive without an agent.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Attack at night

    The Norholm garrison was attacked on Friday.
    """
    assert check("The Norholm garrison was attacked.", room).carried
    assert not check("The Norholm garrison attacked.", room).carried


@newsroom
def test_a_bound_that_the_sentence_leaves_out_is_a_difference(room, check):
    """At least twelve are not twelve; more than ten are told of by twelve.

    == The Harbour Post, 2031-05-02 14:10 +02:00; id: post ==
    Pilots hurt

    The storm injured at least 12 pilots.

    == Norholm Mail, 2031-05-02 15:00 +02:00; id: mail ==
    Storm hurts pilots

    The storm injured 12 pilots.
    """
    assert carriers(check("The storm injured 12 pilots.", room)) == {"mail"}
    assert "mail" in carriers(check("The storm injured more than 10 pilots.", room))


@newsroom
def test_what_is_told_on_a_condition_carries_no_sentence_without_it(room, check):
    """One with a condition, one with none.

    == The Harbour Post, 2031-05-02 14:10 +02:00; id: post ==
    Pilots and the lock

    Union leader Tessa Orlow said that pilots would not return if the lock is sold.

    == Norholm Mail, 2031-05-02 15:00 +02:00; id: mail ==
    Orlow speaks

    Tessa Orlow, the leader of the union, said that pilots would not return.
    """
    made = check("Tessa Orlow said that pilots would not return.", room)
    assert carriers(made) == {"mail"}
    assert "status" in differences(made, "post")
    assert carriers(check("Tessa Orlow said that pilots would not return if the lock is sold.", room)) == {"post"}


@newsroom
def test_a_decision_that_was_taken_back_carries_no_deed(room, check):
    """Closed, and not.

    == The Harbour Post, 2031-05-02 14:10 +02:00; id: post ==
    Baths

    The council closed the baths in April.

    == Norholm Mail, 2031-05-02 15:00 +02:00; id: mail ==
    Baths after all

    The council reversed its decision to close the baths after protests.
    """
    assert carriers(check("The council closed the baths.", room)) == {"post"}


@newsroom
def test_a_deed_named_by_a_noun_says_nothing_of_who_did_it(room, check):
    """The name stands in the sentence before.

    == The Harbour Post, 2031-05-02 14:10 +02:00; id: post ==
    Lock sold

    Edda Orsk sold the lock.

    == Norholm Mail, 2031-05-02 15:00 +02:00; id: mail ==
    After the sale

    "I am tired," Edda Orsk said. The sale of the lock angered Norholm.
    """
    assert carriers(check("Edda Orsk sold the lock.", room)) == {"post"}


@newsroom
def test_what_a_report_said_before_it_was_corrected_carries_nothing(room, check):
    """A figure that was wrong.

    == The Harbour Post, 2031-05-02 14:10 +02:00; id: post ==
    Pilots held

    Guards detained four pilots. An earlier version of this report said that guards detained nine pilots.
    """
    assert not check("Guards detained nine pilots.", room).carried
    assert check("Guards detained four pilots.", room).carried


@newsroom
def test_who_says_less_is_not_said_to_tell_of_others(room, check):
    """'The pilots' may be the lock pilots of the sentence; the dockers are not.

    == The Harbour Post, 2031-05-02 14:10 +02:00; id: post ==
    Offer refused

    The pilots have not accepted the offer.

    == Norholm Mail, 2031-05-02 15:00 +02:00; id: mail ==
    Offer refused

    The dockers have not accepted the offer.
    """
    made = check("Lock pilots have accepted the offer.", room)
    told = {r.document: {d.told for d in r.differs if d.on == "actor"} for r in made.otherwise}
    assert told["post"] == {"does not tell that it is Lock pilots"}
    assert told.get("mail", {"told of The dockers, not Lock pilots"}) == {"told of The dockers, not Lock pilots"}
