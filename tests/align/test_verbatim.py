"""Copies word for word follow their originals and join nothing of their own weight."""

from dataclasses import replace
from datetime import timedelta

from tests.newsrooms import newsroom

from rashomon.align import align


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


@newsroom
def test_the_same_words_of_another_year_are_no_copy(documents, reader):
    """A year in the text is the present of one and the past of the other.

    == Post, 2031-05-02 09:00 Z; id: post ==
    Pilots walk out

    In 2031 the council closed the bridge. The pilots refused to sail.
    """
    (document,) = documents
    later = replace(document, id="later", published_at=document.published_at + timedelta(days=400))
    made = align([document, later], [reader.read(document), reader.read(later)]).propositions
    closing = [p for p in made if told_at(p, "post") and p.action == "close"]
    assert all(told_at(p, "later") == [] for p in closing)
