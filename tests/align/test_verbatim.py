"""Copies word for word follow their originals and join nothing of their own weight."""

from dataclasses import replace
from datetime import timedelta

from tests.newsrooms import newsroom

from rashomon.align import align
from rashomon.align.frames import Frame
from rashomon.align.verbatim import set_aside


def told_at(proposition, document):
    return [t.event.predicate.span for t in proposition.tellings if t.document == document]


@newsroom
def test_a_copy_tells_what_its_original_tells_and_joins_nothing_else(documents, reader):
    """One report gives two counts, as two others do; a copy of it must not bring them together.

    == Post, 2031-05-02 09:00 Z; id: post ==
    Pilots walk out

    Seven people were hurt when the ferry struck the quay. Nine people were hurt on Sunday.

    == Mail, 2031-05-02 10:00 Z; id: mail ==
    A long day

    Nine people were hurt when the ferry struck the quay.
    """
    readings = [reader.read(d) for d in documents]
    copies = [
        replace(documents[0], id=f"copy-{n}", published_at=documents[0].published_at + timedelta(hours=2 + n))
        for n in range(3)
    ]
    before = align(documents, readings).propositions
    after = align([*documents, *copies], [*readings, *(reader.read(d) for d in copies)]).propositions
    assert [told_at(p, "post") + told_at(p, "mail") for p in before] == [
        told_at(p, "post") + told_at(p, "mail") for p in after
    ]
    for proposition in after:
        for copy in copies:
            assert told_at(proposition, copy.id) == told_at(proposition, "post")


def test_the_same_words_of_another_year_are_no_copy(document_of):
    """A year in the text is the present of one report and the past of a later one."""
    document = document_of("In 2031 the council closed the bridge.")
    frame = Frame(telling=None, action="close", actor=None, target=None, context=frozenset({"bridge"}))
    past = replace(frame, year=2031)
    kept, copies = set_aside([document, replace(document, id="later")], [[frame], [past]])
    assert kept == [frame, past]
    assert copies == {}
