"""What a pair shares, where its words are quoted and where they are of the subject."""

from dataclasses import replace

import numpy as np

from rashomon.core import Document, Passage, Role, Span
from rashomon.core.engine import Local
from rashomon.group.equal_runs import equal_runs
from rashomon.group.evidence import shared
from rashomon.group.printed import printed
from rashomon.group.settings import CopySettings

SUBJECT = "the barge and the lantern and the sluice and the quay and the rudder"
"""Words of which both reports are full."""
LEFT = "At noon a rudder lay about. On a quay some sluice leaked. By night one lantern burned while no barge moved."
RIGHT = "Some barge had come. A lantern went out, so a sluice stuck; one quay sank. Nobody had seen a rudder there."
NOTHING_BY_ITSELF = replace(CopySettings(), topic_discount=0.0)
"""Words that both documents use elsewhere too tell nothing, unless they are quoted."""


def shared_words(left, right, settings):
    """The pairs of equal words by which two texts share more than chance makes, by their places in the texts."""
    documents = [
        Document(id=key, text=text, passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),))
        for key, text in (("left", left), ("right", right))
    ]
    row, _ = printed(documents, settings, None, Local())
    told = shared(equal_runs(np.array([0]), np.array([1]), row, settings), 1, row, settings)
    return [(i, j) for _, i, j in zip(*(column.tolist() for column in told.equal), strict=True)]


def test_words_of_the_subject_are_told_in_full_where_either_report_quotes_them():
    quoting = [f"{LEFT} “{SUBJECT},” she said.", f"{RIGHT} He heard “{SUBJECT}” too."]
    plain = [f"{LEFT} {SUBJECT}.", f"{RIGHT} {SUBJECT}."]
    assert not shared_words(*plain, NOTHING_BY_ITSELF)
    for left, right in (quoting, (quoting[0], plain[1]), (plain[0], quoting[1])):
        shared_by_both = shared_words(left, right, NOTHING_BY_ITSELF)
        assert shared_by_both, "a speech is known again by its words, however common the subject"


def test_a_quotation_in_one_passage_does_not_make_another_tell_more():
    quoted = "a cook of the guard had thrown his ladle over the harbour wall"
    left = f"{LEFT} “{quoted},” she said. {'Rain fell. ' * 9}{SUBJECT}."
    right = f"{SUBJECT}. {'Snow lay. ' * 9}{RIGHT} He heard “{quoted}” too."
    assert len(shared_words(left, right, NOTHING_BY_ITSELF)) == len(quoted.split())
