"""Who speaks: from the subject of a reporting word to the party that its words are laid to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Referent
from rashomon.read.cues import cues
from rashomon.read.names import Names
from rashomon.read.nouns import nouns
from rashomon.read.parse import Sentence
from rashomon.read.syntax import owner_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def speaker_at(token: Token | None, sentence: Sentence, names: Names) -> Referent | None:
    """The speaker that a subject stands for; a document or remark is answered for by whoever owns it."""
    if token is None or token.ent_type_ in {"DATE", "TIME"}:
        return None
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN" and (lemma in nouns().documents or lemma in cues().nouns):
        owner = owner_of(token)
        if owner is not None:
            return names.referent(owner, sentence)
    return names.referent(token, sentence)
