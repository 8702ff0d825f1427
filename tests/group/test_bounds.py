"""What the equal runs of a pair can tell at most, where the words are quoted and where they are of the subject."""

from dataclasses import replace

import numpy as np

from rashomon.core import Document, Passage, Role, Span
from rashomon.group.bounds import telling
from rashomon.group.equal_runs import equal_runs
from rashomon.group.evidence import shared
from rashomon.group.gathered import gathered, in_a_row
from rashomon.group.lexicon import Lexicon
from rashomon.group.settings import CopySettings
from rashomon.group.sides import Sides

SUBJECT = "the barge and the lantern and the sluice and the quay and the rudder"
"""Words of which both reports are full."""
LEFT = "At noon a rudder lay about. On a quay some sluice leaked. By night one lantern burned while no barge moved."
RIGHT = "Some barge had come. A lantern went out, so a sluice stuck; one quay sank. Nobody had seen a rudder there."
NOTHING_BY_ITSELF = replace(CopySettings(), topic_discount=0.0)
"""Words that both documents use elsewhere too tell nothing, unless they are quoted."""


def compared(left, right, settings):
    """What two texts share by all their equal runs, and by those that the bound leaves."""
    documents = [
        Document(id=key, text=text, passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),))
        for key, text in (("left", left), ("right", right))
    ]
    lexicon = Lexicon(settings)
    row = in_a_row(gathered(documents, lexicon, settings).words, lexicon)
    sides = Sides(documents, row)
    found = equal_runs(np.array([0]), np.array([1]), row, settings)
    return tuple(
        shared(
            sides.of(0),
            sides.of(1),
            [(int(i), int(j - row.begins[1]), int(words)) for _, i, j, words in zip(*runs, strict=True)],
            settings,
        )
        for runs in (found, telling(found, 1, row, settings))
    )


def test_words_of_the_subject_are_told_in_full_where_either_report_quotes_them():
    quoting = [f"{LEFT} “{SUBJECT},” she said.", f"{RIGHT} He heard “{SUBJECT}” too."]
    plain = [f"{LEFT} {SUBJECT}.", f"{RIGHT} {SUBJECT}."]
    assert compared(*plain, NOTHING_BY_ITSELF) == (None, None)
    for left, right in (quoting, (quoting[0], plain[1]), (plain[0], quoting[1])):
        by_all, by_what_is_left = compared(left, right, NOTHING_BY_ITSELF)
        assert by_all is not None, "a speech is known again by its words, however common the subject"
        assert by_what_is_left == by_all


def test_a_quotation_in_one_passage_does_not_make_another_tell_more():
    quoted = "a cook of the guard had thrown his ladle over the harbour wall"
    left = f"{LEFT} “{quoted},” she said. {'Rain fell. ' * 9}{SUBJECT}."
    right = f"{SUBJECT}. {'Snow lay. ' * 9}{RIGHT} He heard “{quoted}” too."
    by_all, by_what_is_left = compared(left, right, NOTHING_BY_ITSELF)
    assert by_what_is_left == by_all
    (run,) = by_all.runs
    assert len(run.equal) == len(quoted.split())
