"""Who speaks: from the subject of a reporting word to the party that its words are laid to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.core import Kind, Referent
from rashomon.read.cues import cues
from rashomon.read.names import Names
from rashomon.read.nouns import does_something, nouns
from rashomon.read.parse import Sentence
from rashomon.read.quotations_own import is_own_text
from rashomon.read.syntax import is_told, owner_of, relayed, relays

if TYPE_CHECKING:
    from spacy.tokens import Token

LABEL = re.compile(r"(?P<name>(?:[A-Z][A-Z.’'-]+ ){0,2}[A-Z][A-Z.’'-]{2,}):\s+\S")
"""`KERR: We will go now to Lys.`, as transcripts set names before turns."""
NOBODY = frozenset({"nothing", "nobody", "none", "noone"})
"""Words that stand for no speaker: `Nothing suggests that the guard left`."""
SEATS = frozenset({"town", "city", "village"})
"""Words before `hall` with which it means those who govern there."""
DATA = frozenset({"data", "metadata", "average", "averages"})
"""Figures that are told of as speaking."""
HEARING = frozenset({"hear"})
"""Verbs whose subject does not speak but listens; who speaks is then not said."""
WORDS = frozenset({"neutral", "statement", "finding", "assertion", "warning"})
"""Classes whose nouns mean words set down, which can be told of as speaking: `the notice said`, not `the anger`."""


def teller_of(cue: Token, subject: Token | None) -> Token | None:
    """Who tells what a reporting word reports: its subject, but of `the court heard from Kerr that ...` whom it heard.

    Whoever hears does not speak, so of `the court heard that ...` nobody is the teller. Nor does whoever hands on what
    another said: `"No," Falk quoted Kerr as saying` gives Kerr's words.
    """
    if is_told(cue):
        return None
    if relays(cue):
        return relayed(cue)
    if not cue.tag_.startswith("V") or cue.lemma_.lower() not in HEARING:
        return subject
    source = next((c for c in cue.children if c.dep_ == "prep" and c.lower_ == "from"), None)
    return next((c for c in source.children if c.dep_ == "pobj"), None) if source is not None else None


def speaker_at(token: Token | None, sentence: Sentence, names: Names) -> Referent | None:
    """The speaker that a subject stands for; a document or remark is answered for by whoever owns it."""
    if token is None or (token.ent_type_ in {"DATE", "TIME"} and names.pointer(token, sentence) is None):
        return None
    lemma = token.lemma_.lower()
    if (lemma in NOBODY and token.pos_ != "PROPN") or is_own_text(token):
        return None
    if token.pos_ == "NOUN" and (lemma in nouns().documents or lemma in cues().nouns):
        owner = owner_of(token)
        if owner is not None:
            return names.referent(owner, sentence)
    speaker = names.referent(token, sentence)
    if speaker is not None and speaker.kind is Kind.THING and token.text.islower() and _mute(token):
        beside = (c for c in token.children if c.dep_ == "appos")
        named = next((c for c in beside if (p := names.pointer(c, sentence)) and p.party.kind is Kind.PERSON), None)
        return names.referent(named, sentence) if named is not None else None
    return speaker


def _mute(noun: Token) -> bool:
    """Whether a common noun is neither in the table of those that speak nor formed as one who does something."""
    lemma = noun.lemma_.lower()
    if lemma == "hall" and any(c.dep_ == "compound" and c.lower_ in SEATS for c in noun.children):
        return False
    words = cues().nouns.get(lemma)
    holds = words is not None and not WORDS.isdisjoint(words.classes)
    speaks = nouns().speaks(lemma) or holds or does_something(lemma) or noun.lower_ in DATA
    return not speaks and noun.ent_type_ not in {"PERCENT", "CARDINAL", "ORG", "PERSON"}


def lead_in_name(tokens: list[Token], sentence: Sentence, names: Names) -> Referent | None:
    """The speaker of a lead-in without a reporting word: `From the Lys Courier:` and the bare `Kerr:`."""
    solid = [t for t in tokens if t.text != ":" and not t.is_space]
    if not 1 <= len(solid) <= 8:
        return None
    head = next((t for t in solid if t.dep_ in {"pobj", "ROOT"} and t.pos_ in {"PROPN", "NOUN"}), None)
    pointer = names.pointer(head, sentence) if head is not None else None
    if head is None or pointer is None:
        return None
    kinds = {Kind.PERSON, Kind.BODY}
    if solid[0].text == "From" and pointer.form == "name":
        kinds.add(Kind.THING)
    speaker = names.referent(head, sentence)
    return speaker if speaker is not None and speaker.kind in kinds else None
