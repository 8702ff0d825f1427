"""What a later version of a report tells otherwise: told by what changed of the sense, not by every word."""

from __future__ import annotations

import pytest

from rashomon.archive.alterations import alterations
from rashomon.clean import document
from rashomon.core import AlterationKind as K
from rashomon.core import Document, Given, Page

HEAD = "Bridge falls in Norvale"
LINES = (
    "The fall of the Lantern bridge killed 12 people on Friday, the Port Board said.",
    "Mayor Ines Calder will close the harbour on Monday.",
    "“The light was green when we passed the bridge,” engineer Tom Reyes told reporters outside the town hall.",
    "The board had sold two pillars to a scrap dealer in Kestrin, according to a clerk of the port.",
    "Residents of the old town slept in schools and gyms, and volunteers brought soup and blankets.",
)


def report(*lines: str, headline: str = HEAD) -> Document:
    made = document(Page(address="-", kind="ready", text="\n\n".join(lines), given=Given(headline=headline, id="r")))
    assert isinstance(made, Document)
    return made


@pytest.fixture(scope="module")
def told(reader):
    """What a report with these lines changed tells otherwise: kind, words before, words now."""

    def made(changed: dict[int, str | None], *more: str, headline: str = HEAD):
        old = report(*LINES)
        lines = [changed.get(n, line) for n, line in enumerate(LINES)]
        new = report(*(line for line in lines if line is not None), *more, headline=headline)
        found = alterations(old, reader.read(old), new, reader.read(new))
        for a in found:
            if a.kind is not K.SPEAKER:
                assert " ".join(old.words_at(a.before).split()) == a.words_before
                assert a.now is None or " ".join(new.words_at(a.now).split()) == a.words_now
        return [(a.kind, a.words_before, a.words_now) for a in found]

    return made


def test_the_same_report_tells_the_same(told):
    assert told({}) == []


def test_a_figure(told):
    assert told({0: LINES[0].replace("12", "14")}) == [(K.FIGURE, "12", "14")]


def test_a_figure_in_words_is_the_same_figure(told):
    assert told({0: LINES[0].replace("12", "twelve")}) == []


def test_a_status_turned(told):
    ((kind, before, now),) = told({1: LINES[1].replace("will close", "will not close")})
    assert kind is K.STATUS
    assert "will close" in before
    assert "will not close" in now


def test_a_plan_that_became_a_deed(told):
    ((kind, _, now),) = told({1: LINES[1].replace("will close", "closed")})
    assert (kind, "closed" in now) == (K.STATUS, True)


def test_the_words_of_a_quotation(told):
    ((kind, before, now),) = told({2: LINES[2].replace("was green", "was red")})
    assert kind is K.QUOTATION
    assert "green" in before
    assert "red" in now


def test_a_speaker(told):
    assert told({2: LINES[2].replace("Tom Reyes", "Ada Moor")}) == [(K.SPEAKER, "Tom Reyes", "Ada Moor")]


def test_a_speaker_with_more_of_a_name_is_the_same(told):
    assert told({2: LINES[2].replace("Tom Reyes", "Tom B. Reyes")}) == []


def test_the_headline(told):
    assert told({}, headline="Bridge falls: 14 dead") == [(K.HEADLINE, HEAD, "Bridge falls: 14 dead")]


def test_a_headline_in_other_letters_is_the_same(told):
    assert told({}, headline=HEAD.upper()) == []


def test_what_was_removed_in_silence(told):
    assert told({3: None}) == [(K.REMOVED, LINES[3], None)]


def test_what_moved_was_not_removed(told):
    assert told({3: None}, LINES[3]) == []


def test_what_is_told_again_in_other_words_was_not_removed(told):
    again = "According to a port clerk, the board sold the two pillars to some scrap dealer from Kestrin."
    assert told({3: None}, again) == []


def test_new_sentences_and_small_words_change_nothing_told_before(told):
    more = "Divers will look at the second pier once the tide allows, and the army has lent a crane."
    assert told({4: LINES[4].replace("volunteers", "many volunteers")}, more) == []
