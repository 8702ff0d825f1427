"""Which words of a report are quoted, and so no copying."""

import numpy as np

from rashomon.core import Role
from rashomon.core.marks import MARK, TANGLED
from rashomon.group import CopySettings
from rashomon.group.said import FIRST_PERSON, Line, said
from rashomon.group.words import WORD


def quoted(*passages, **settings):
    """The words that are quoted, of passages that are texts or pairs of role and text."""
    lines, words, starts, start = [], [], [], 0
    for passage in passages:
        role, text = passage if isinstance(passage, tuple) else (Role.PARAGRAPH, passage)
        found = list(WORD.finditer(text))
        words += [each.group() for each in found]
        starts += [start + each.start() for each in found]
        marks = [pattern.search(text) is not None for pattern in (MARK, TANGLED, FIRST_PERSON)]
        lines.append(Line(role, start, text, len(found), *marks))
        start += len(text) + 1
    told = said(lines, np.array(starts, dtype=np.int32), CopySettings(**settings))
    return " ".join(word for word, is_said in zip(words, told.tolist(), strict=True) if is_said)


def test_the_paragraph_behind_a_colon_is_quoted_without_marks():
    assert quoted("The harbour master wrote:", "The pier is gone.", "Nobody slept.") == "The pier is gone"


def test_a_long_paragraph_that_ends_in_a_colon_introduces_nothing():
    assert quoted("The harbour master wrote this:", "The pier is gone.", colon_line_words=4) == ""


def test_a_headline_behind_a_colon_is_not_quoted():
    assert quoted("The harbour master wrote:", (Role.HEADLINE, "Pier gone")) == ""


def test_a_block_quotation_is_quoted():
    assert quoted("It was late.", (Role.BLOCK_QUOTE, "The pier is gone."), "Nobody slept.") == "The pier is gone"


def test_some_words_between_marks_are_a_quotation_and_fewer_are_not():
    text = "She called the “gone pier” a shame and “a loss for all of Norholm” too."
    assert quoted(text) == "a loss for all of Norholm"
    assert quoted(text, least_quotation_words=2) == "gone pier a loss for all of Norholm"


def test_a_sentence_in_the_first_person_is_speech_whatever_became_of_its_marks():
    assert quoted("Divers went down. We found the pier cracked. Lorries must wait.") == "We found the pier cracked"
    assert quoted("Divers went down. They found the pier cracked.") == ""


def test_marks_with_blanks_on_both_sides_open_and_close_by_turns():
    assert quoted('He said " the pier is gone now " and left. Nobody slept.') == "the pier is gone now"


def test_a_loose_mark_goes_on_into_the_next_passage_that_bears_one():
    assert quoted('He said " the pier is gone', 'and nobody slept there " that night.', "Rain fell.") == (
        "the pier is gone and nobody slept there"
    )
    assert quoted('He said " the pier is gone', "Rain fell that night.", 'Snow lay "on" it.') == "the pier is gone"
