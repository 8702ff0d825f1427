"""Who tells what: speakers set against each other, semicolons, acts beside words, in invented sentences.

Of each construction some that are mended and some that look alike and stay as they are.
"""

from __future__ import annotations

from typing import Any

import pytest


def voice(reader: Any, document_of: Any, text: str, word: str) -> str | None:
    """The voice of the happening that a word of a text tells; the word must be one that tells one."""
    document = document_of(text)
    events = [e for e in reader.read(document).events if document.words_at(e.predicate.span) == word]
    assert events, f"{word} tells nothing"
    return events[0].voice.name if events[0].voice is not None else None


# text, a word of a happening, its voice
SET_AGAINST = [
    (
        "Baker Ida Torn said the oven had cooled, while her neighbour Olm Trask said it had exploded.",
        "exploded",
        "Trask",
    ),
    ("The coach said the team had trained, whereas the referee said it had slept.", "slept", "referee"),
    ("The abbot said the roof had held, but the builder said it had cracked.", "cracked", "builder"),
    ("The abbot said the roof had held, but the builder said it had cracked.", "held", "abbot"),
    # one speaker alone
    ("The abbot said the roof had held, while the tower had fallen.", "fallen", "abbot"),
    ("The coach said the team had trained while the rain fell.", "fell", "coach"),
]
PAST_BESIDE_MODAL = [
    ("The smuggler said his crew would never sail again, and gave the boat to the priest.", "gave", None),
    ("The headmistress said the school would never close and unlocked the gate.", "unlocked", None),
    ("Ida Torn said the band would never play there again, and burned the contract.", "burned", None),
    ("Ida Torn said the band would never play there again, and burned the contract.", "play", "Ida Torn"),
    # what is told goes on
    ("The headmistress said the school would close and sell the gate.", "sell", "headmistress"),
    ("The headmistress said the school had closed and sold the gate.", "sold", "headmistress"),
    ("The headmistress said the pupils who had left would return.", "left", "headmistress"),
]
SEMICOLON = [
    ("Reporters asked the diva if she had quit; she walked away.", "walked", None),
    ("The orchard has burned, the abbot said; bees fled to the town.", "fled", None),
    ('The banner begins with the words "Bread for all"; guards do not know who painted it.', "painted", None),
    # still in the tense of reported words
    ("The orchard was burning, the abbot said; a lamp had fallen.", "fallen", "abbot"),
    # one clause closes and reports both
    ("The army fired first; three villagers were killed, the governor said.", "killed", "governor"),
    ('"The dam broke; nobody came to rescue us," said farmer Tilda Roos.', "broke", "Tilda Roos"),
]
LETTERS = [
    ("Ida Torn announced in a letter that she had signed with a theatre in Brenn.", "signed", "Ida Torn"),
    ("Ida Torn wrote in an email that she had quit the choir.", "quit", "Ida Torn"),
    ("The abbot declared in a statement that he had sold the bells.", "sold", "abbot"),
    # the clause tells of the letter
    ("Ida Torn answered in a letter that she had signed.", "signed", None),
]
ULTIMATUM = [
    ("The bank gave Halm until Friday to pay, failing which it would seize the mill.", "seize", "bank"),
    ("The council gave the grocer a week to move, failing which it would tow his van.", "tow", "council"),
    ("The guild gave the bakers a day to pay, failing which it would expel them.", "expel", "guild"),
    # nobody gives anybody time
    ("The bakers have a day to pay, failing which the guild will expel them.", "expel", None),
]
INVERTED = [
    ("The choir will fall silent, warned conductor Olm Trask.", "fall", "Olm Trask"),
    # one who acts may be the one who warns
    ("The general listened, warned minister Ida Torn, and left.", "left", None),
    ("The general arrived, warned Ida Torn and fled.", "arrived", None),
]
EVERY = [*SET_AGAINST, *PAST_BESIDE_MODAL, *SEMICOLON, *LETTERS, *ULTIMATUM, *INVERTED]


@pytest.mark.parametrize(("text", "word", "wanted"), EVERY, ids=[f"{word}: {text[-50:]}" for text, word, _ in EVERY])
def test_who_tells_it(reader: Any, document_of: Any, text: str, word: str, wanted: str | None) -> None:
    found = voice(reader, document_of, text, word)
    assert found is None if wanted is None else found is not None and wanted in found


SPOKEN = [
    ('"We had no choice," an aide who asked not to be named told the Brenn Post.', "We had", "an aide"),
    ('"We ran," a nurse who had hidden in the cellar told reporters.', "We ran", "a nurse"),
    ('"Run," the grocer, Ida Torn, is heard shouting at her sons in the film.', "Run", "Ida Torn"),
    ('"We want bread," the miners were heard chanting outside the gate.', "We want", "the miners"),
    ('The Brenn Post quoted tycoon Ida Torn as saying that she had "no wish to sell".', "no wish", "Ida Torn"),
    ('The editor quoted poet Olm Trask as saying that the prize was "a bad joke".', "a bad joke", "Olm Trask"),
    ('The singer ended with the words "We are free".', "We are free", "The singer"),
    ('The mural ends with the words "We are free"; guards do not know who made it.', "We are free", None),
    ('"Leave at once," the loudspeakers blared.', "Leave", None),
    ('"Leave at once," the leaders blared.', "Leave", "the leaders"),
    ("The town hall said on Sunday that the well had been poisoned.", "that the well", "The town hall"),
    ("The presidential palace said the king had left.", "the king had left", "The presidential palace"),
    ("A leaflet signed by the Guild of Weavers accused the mill of theft.", "the mill", "Guild of Weavers"),
    ("A report by the audit chamber concludes that the mill burned.", "that the mill", "the audit chamber"),
    ("A memo written by the legal department says that the mill burned.", "that the mill", "the legal department"),
    # where it stands, how and when it came
    ("The notice by the door said the pool was closed.", "the pool was closed", "The notice"),
    ("A note by hand said the pool was closed.", "the pool was closed", "A note"),
    ("A letter written in 1920 says the mill was haunted.", "the mill was", "A letter"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), SPOKEN, ids=[text[:60] for text, *_ in SPOKEN])
def test_whose_words_they_are(said: Any, text: str, words: str, speaker: str | None) -> None:
    found = said(text).of(words).speaker
    assert (found.name if found is not None else None) == speaker
