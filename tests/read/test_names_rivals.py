"""Pronouns that two people can be meant by, in invented reports: who is not told is not accused."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.read import Reader


def actor_of(reader: Reader, document: Any, verb: str) -> str | None:
    """Who does what a verb names."""
    event = next(e for e in reader.read(document).events if e.predicate.lemma == verb)
    return event.actor.name if event.actor is not None else None


# text, a verb, who must not be its actor
NOT_ACCUSED = [
    ("Brask's lawyer, Ivo Melk, said it was absurd to suggest that she sank the boat.", "sink", "Ivo Melk"),
    ("Brask's lawyer said it was absurd to suggest that she sank the boat.", "sink", "Brask's lawyer"),
    ("Ingra Brask's lawyer, Runa Melk, said she had sunk the boat by mistake.", "sink", "Runa Melk"),
    ("Her spokeswoman, Runa Melk, said she had sunk the boat by mistake.", "sink", "Runa Melk"),
    ("Judge Ymra Sand told Brask she had cheated the court.", "cheat", "Ymra Sand"),
]


@pytest.mark.parametrize(("text", "verb", "name"), NOT_ACCUSED, ids=[t[:45] for t, *_ in NOT_ACCUSED])
def test_what_is_told_of_one_is_not_laid_to_who_tells_it(
    reader: Reader, document_of: Any, text: str, verb: str, name: str
) -> None:
    assert actor_of(reader, document_of(text), verb) != name


# text, a verb, its actor: nobody else can be meant
TOLD = [
    ("Karl Brask's lawyer, Anna Melk, said she had sunk the boat.", "sink", "Anna Melk"),
    ("Ida Melk said she had sunk the boat.", "sink", "Ida Melk"),
    ("Norway's foreign minister, Ingra Melk, said she had signed the pact.", "sign", "Ingra Melk"),
    ("Judge Anna Sand told Karl Brask he had cheated the court.", "cheat", "Karl Brask"),
    ("Ymra Sand told reporters she had signed the pact.", "sign", "Ymra Sand"),
    ("Brask's wife, Runa Brask, said she had signed the pact.", "sign", "Runa Brask"),
]


@pytest.mark.parametrize(("text", "verb", "name"), TOLD, ids=[t[:45] for t, *_ in TOLD])
def test_a_pronoun_that_one_alone_can_be_meant_by_is_theirs(
    reader: Reader, document_of: Any, text: str, verb: str, name: str
) -> None:
    assert actor_of(reader, document_of(text), verb) == name


# text, how the words begin, who says them
AFTER_TWO = [
    ('Mayor Anna Kroll met union leader Ida Lindal on Monday. "We will strike," she said.', "We will", None),
    ('Mayor Anna Kroll met with union leader Ida Lindal. "We will strike," she said.', "We will", None),
    ("Doctor Anna Fenn treated Ida Melk. She said the wound was deep.", "the wound", None),
    ('Mayor Anna Kroll met union leader Karl Lindal. "We will strike," she said.', "We will", "Anna Kroll"),
    ('Mayor Anna Kroll met residents on Monday. "We will build," she said.', "We will", "Anna Kroll"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), AFTER_TWO, ids=[t[:55] for t, *_ in AFTER_TWO])
def test_after_two_who_met_a_pronoun_stays_open(said: Any, text: str, words: str, speaker: str | None) -> None:
    found = said(text).of(words).speaker
    assert (found.name if found is not None else None) == speaker
