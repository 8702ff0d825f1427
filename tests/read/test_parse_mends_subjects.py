"""Whose a name or an act is: offices and those who bear them, passives, two subjects, in invented sentences."""

from __future__ import annotations

from typing import Any

import pytest

# text, a word of a happening, its actor, its target
ROLES = [
    # whoever does something is meant and not the doing
    ("The navy said any trawler entering the bay would be sunk.", "sunk", None, "any trawler"),
    ("The abbot said all monks leaving the house would be punished.", "punished", None, "all monks"),
    ("The guild said every baker raising prices had been fined.", "fined", None, "every baker"),
    ("The vessel entering the harbour was seized.", "seized", None, "The vessel"),
    ("The guild said the bakers had been fined by the court.", "fined", "the court", "the bakers"),
    # the subject hangs on its verb
    ("The director of Halm Airport, Ida Kant, said the runway was closed.", "closed", None, "the runway"),
    # an office, and who bears it
    ("According to the mayor, Ida Kant, the road is closed.", "closed", None, "the road"),
    ("According to the mayor, Ida Kant resigned in May.", "resigned", "Ida Kant", None),
    ("According to the clerk, Ida Kant, the mayor, resigned in May.", "resigned", "Ida Kant", None),
    # not by one but by the other
    ("The bus was hit not by a car but by a van, the driver said.", "hit", "a van", "The bus"),
    # a name beside what somebody does
    ("The young chemist Zia Wren won the prize on Tuesday.", "won", "Zia Wren", None),
    ("The last rower, Bea Lund, was rescued at dusk.", "rescued", None, "Bea Lund"),
    ("The old fiddler Olm Trask left the band.", "left", "Olm Trask", None),
    ("The trawler Ida Kant sank off Lys.", "sank", "The trawler", None),
    ("The last rower, Bea Lund's brother, was rescued at dusk.", "rescued", None, "The last rower"),
    ("A clerk accused the mayor of lying.", "lying", "the mayor", None),
    # a firm may bear the name of whoever runs it
    (
        'The barges are called back by Karsten. "We are careful," managing director Olm Karsten said.',
        "called back",
        "Karsten",
        None,
    ),
    ('Olm Karsten called the barges back. "We are careful," Karsten said.', "called", "Olm Karsten", None),
]


@pytest.mark.parametrize(("text", "word", "actor", "target"), ROLES, ids=[text[:60] for text, *_ in ROLES])
def test_who_does_what_to_whom(
    reader: Any, document_of: Any, text: str, word: str, actor: str | None, target: str | None
) -> None:
    document = document_of(text)
    event = next(e for e in reader.read(document).events if document.words_at(e.predicate.span) == word)
    assert (event.actor.name if event.actor else None) == actor
    if target is not None:
        assert event.target is not None
        assert event.target.name == target


SPEAKERS = [
    ("According to the mayor, Ida Kant, the road is closed.", "the road", "Ida Kant"),
    ("According to the ferry's owner, Bas Kuiper, the ramp jammed twice.", "the ramp", "Bas Kuiper"),
    ("According to the mayor, Ida Kant resigned in May.", "Ida Kant resigned", "the mayor"),
    ("The road is closed, said the mayor of Norholm, Ida Kant.", "The road", "Ida Kant"),
    ("Dock workers said the crane was old.", "the crane", "Dock workers"),
    ("Harbour pilots in Tresk denied that they had left.", "that they", "Harbour pilots in Tresk"),
    # a number tied to a name, and bodies named after others
    ("The Two-River Assembly warned that the dam was weak.", "that the dam", "Two-River Assembly"),
    ("The Friends of the Lake said the water was foul.", "the water", "Friends of the Lake"),
    ("Two river pilots said the water was foul.", "the water", "Two river pilots"),
    # people whom a pronoun tells to be such
    ('Ida Kant sold the mill. "I wept," she said.', "I wept", "Ida Kant"),
    ("Morgan Stanley cut its forecast. She said the market was weak.", "the market", None),
    # either body
    ("The bakery was closed by the council. It said mice had been found.", "mice", None),
    ("The bakery was closed on Friday. It said mice had been found.", "mice", "The bakery"),
    # who tells that it has done something
    ("The bakery has recalled 900 loaves, it said.", "The bakery", "The bakery"),
    # the firm that tells what it has done, and none that was only named
    ("Quayport kept the harbour shut for a day, the company announced.", "Quayport kept", "Quayport"),
    ("Halvex closed its mine in Lode, the company said.", "Halvex closed", "Halvex"),
    ("Halvex has signed a contract with Brost, the company said.", "Halvex has", "the company"),
    ("Halvex has won a contract from Brost, the company said.", "Halvex has", "the company"),
    ("Ida Maru hit a pier, the company said.", "Ida Maru", "the company"),
    ("Brenda closed her shop in Lode, the company said.", "Brenda closed", "the company"),
    # two verbs of which one describes
    ("The glass maker Orvel denied on Friday that dye found in Halm's river had leaked.", "that dye", "Orvel"),
    ("The guard found that the safe had been opened.", "that the safe", "The guard"),
    ("Its operator Quayline said a rail had cracked.", "a rail", "Quayline"),
    ("The ferry had no steering, its owner, Torn Lines, said.", "The ferry", "Torn Lines"),
    ("A bell fell, according to an internal memorandum obtained by the Lys Post.", "A bell", "an internal memorandum"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), SPEAKERS, ids=[text[:60] for text, *_ in SPEAKERS])
def test_who_says_it(said: Any, text: str, words: str, speaker: str | None) -> None:
    found = said(text).of(words).speaker
    assert (found.name if found is not None else None) == speaker
