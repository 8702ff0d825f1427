"""What makes a clause finite, and that asking leaves nothing remembered of a tree that is still being mended."""

from __future__ import annotations

import pytest

from rashomon.read.clauses import finite
from rashomon.read.status_syntax import auxiliaries
from rashomon.read.tree import children


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The mill burned on Monday.", "burned", True),
        ("The mill is old.", "is", True),
        ("The mill will burn.", "burn", True),
        ("The mill has been burned by thieves.", "burned", True),
        ("Thieves tried to burn the mill.", "burn", False),
        ("Thieves kept burning the mill.", "burning", False),
    ],
)
def test_a_clause_is_finite_by_its_verb_or_an_auxiliary(reader, text, word, expected):
    verb = next(t for t in reader.nlp(text) if t.text == word)
    assert finite(verb) is expected


def test_an_auxiliary_may_be_shared(reader):
    verb = next(t for t in reader.nlp("The firm will close the mill and sell the land.") if t.text == "sell")
    assert not finite(verb)
    assert finite(verb, auxiliaries(verb))


def test_a_tree_is_asked_as_it_stands(reader):
    doc = reader.nlp("The mill will burn.")
    modal, verb, noun = doc[2], doc[3], doc[1]
    assert finite(verb)
    modal.head = noun
    assert not finite(verb)
    assert modal not in children(verb)
