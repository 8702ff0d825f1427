"""Who does what a verb says, and whose words a noun holds: walks in the parse that names and quotations share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.nouns import nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
MEANWHILE = frozenset({"as", "after", "before", "while", "since", "until"})
"""Words that open a clause of time, which the parser may take for prepositions."""
BRACKETS = frozenset("()")
OWNERS = frozenset({"by", "from", "of"})


def subject_of(cue: Token, depth: int = 0) -> Token | None:
    """The token that does the reporting: subject, agent of a passive, or the subject of the verb above."""
    if depth > 4:
        return None
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in cue.children)
    for child in cue.children:
        if child.dep_ == "agent" or (passive and child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if passive:
        return None
    if (own := _own_subject(cue)) is not None:
        return _antecedent(cue) if own.lower_ in RELATIVE and own.tag_ in {"WP", "WDT"} else own
    if cue.dep_ in {"conj", "xcomp", "advcl", "pcomp", "parataxis", "ccomp", "dep"} and cue.head != cue:
        above = cue.head
        while above.pos_ not in {"VERB", "AUX"} and above.head != above:
            above = above.head
        if cue.dep_ in {"ccomp", "parataxis"} and cue.tag_ != "VBG":
            return None
        return subject_of(above, depth + 1)
    if cue.dep_ in {"acl", "relcl"}:
        return None if cue.tag_ == "VBN" else _upwards(cue.head, depth)
    return None


def _own_subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "nsubj"), None) or stranded_subject(verb)


def stranded_subject(verb: Token) -> Token | None:
    """The subject of `as Norland threatens to ...` where the parser hung it on `as`, as in headlines it often does."""
    if verb.dep_ != "advcl" or verb.tag_ not in {"VBZ", "VBP", "VBD"} or verb.i == 0:
        return None
    noun = verb.nbor(-1)
    while noun.dep_ != "pobj" and noun.right_edge == verb.nbor(-1) and noun.head.i < noun.i:
        noun = noun.head
    fits = noun.dep_ == "pobj" and noun.right_edge == verb.nbor(-1) and noun.head.lower_ in MEANWHILE
    return noun if fits and noun.head.dep_ == "prep" else None


def _upwards(noun: Token, depth: int) -> Token | None:
    """The speaker behind a noun with a participle: `a statement saying`, `Kerr, adding`."""
    if noun.dep_ in SUBJECTS or nouns().speaks(noun.lemma_.lower()) or noun.pos_ == "PROPN":
        return noun
    above = noun.head
    while above.pos_ not in {"VERB", "AUX"} and above.head != above:
        above = above.head
    return subject_of(above, depth + 1) if above.pos_ in {"VERB", "AUX"} else None


def _antecedent(cue: Token) -> Token | None:
    verb = cue
    while verb.dep_ in {"conj", "ccomp", "xcomp"} and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ in {"relcl", "acl"} else None


def owner_of(noun: Token) -> Token | None:
    """Whose words a noun holds: `Kerr's statement`, `a statement by the ministry`, `comments from officials`."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in OWNERS:
            owner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if owner is not None and (owner.pos_ == "PROPN" or nouns().kinds.get(owner.lemma_.lower())):
                return owner
    return None


def in_credit(token: Token) -> bool:
    """Whether a name stands in a picture's credit, `(Ida Brandt/NNA)`: nobody goes on to speak of it."""
    doc = token.doc
    opening = token.i - 1
    while opening >= 0 and opening >= token.i - 6 and doc[opening].text not in BRACKETS:
        opening -= 1
    if opening < max(0, token.i - 6) or doc[opening].text != "(":
        return False
    closing = next((t.i for t in doc[token.i : token.i + 9] if t.text == ")"), len(doc))
    words = doc[opening + 1 : closing].text
    return "/" in words or " via " in words
