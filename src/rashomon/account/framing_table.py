"""Nouns between which a writer chooses when speaking of the same people, body or thing; declared data.

Each row is one choice. The words of a row are not synonyms: that outlets choose differently among them is what is
shown. Own compilation from how style guides of news agencies discuss such words.
"""

from __future__ import annotations

CHOICES = {
    "ruler": "leader dictator strongman ruler despot autocrat tyrant president chief supremo",
    "government": "government regime administration junta authorities leadership dictatorship",
    "armed": "militant insurgent terrorist fighter rebel gunman guerrilla extremist jihadist separatist partisan",
    "armed group": "militia army gang faction insurgency",
    "on the move": "migrant refugee immigrant alien seeker newcomer invader",
    "in the street": "protester demonstrator rioter mob activist marcher agitator",
    "envoy": "diplomat operative spy agent envoy",
    "attacker": "attacker assailant shooter gunman bomber terrorist killer suspect",
}
"""People and powers, by what they do."""


def choices_of(head: str) -> frozenset[str]:
    """The names of the choices to which a noun belongs."""
    return frozenset(name for name, nouns in CHOICES.items() if head in nouns.split())
