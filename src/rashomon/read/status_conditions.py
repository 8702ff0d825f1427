"""On which condition an act hangs, and when an act that is warned of is the warner's own and so a threat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.read.nouns import nouns
from rashomon.read.status_lexicon import marks
from rashomon.read.status_negation import negators
from rashomon.read.status_openings import SUBJECTS, condition_ends, inverted
from rashomon.read.status_syntax import VERBAL, is_passive
from rashomon.read.syntax import subject_of
from rashomon.read.tree import children, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

IF = frozenset({"if", "unless"})
CONCESSIVE = "even"
"""Before "if" it tells that the condition makes no difference: "will sell the mine even if prices rise"."""

ITSELF = frozenset({"it", "they", "he", "she"})
"""Subjects by which a speaker is told of again in its own reported words."""
OURSELVES = frozenset({"we", "i"})
"""Subjects by which a speaker tells of itself in words between marks."""
OWN = frozenset({"its", "their", "his", "her", "our", "my"})
ACTING = frozenset({Kind.PERSON, Kind.BODY, Kind.PEOPLE})


def has_if_clause(verb: Token) -> bool:
    """Whether a clause with if or unless, or an inverted one, hangs on a verb."""
    return any(
        (t.dep_ == "advcl" and _if(t) is not None and _has_subject(t))
        or (t.dep_ in {"ccomp", "advcl"} and t.i < verb.i and inverted(t) is not None)
        for t in children(verb)
    )


def conditional(verb: Token) -> bool:
    """Whether an act that is announced hangs on a condition, whatever its form: "if", "should", "provided that".

    A refusal stays one where the condition would end it ("will not sign unless"), and "even if" is no condition.
    """
    if _if(verb) is not None:
        return True
    refused = bool(negators(verb))
    for t in (*children(verb), *_beside(verb)):
        if t.dep_ not in {"advcl", "ccomp"}:
            continue
        if inverted(t) is not None:
            return True
        mark = _if(t)
        told = mark is not None and (_has_subject(t) or _elliptic(t)) and not (refused and mark.lower_ == "unless")
        if mark is not None and told and not (mark.i and mark.nbor(-1).lower_ == CONCESSIVE):
            return True
    return _phrased(verb)


def _if(clause: Token) -> Token | None:
    return next((m for m in children(clause) if m.dep_ == "mark" and m.lower_ in IF), None)


def _has_subject(clause: Token) -> bool:
    return any(t.dep_ in {"nsubj", "nsubjpass", "expl"} for t in children(clause))


def _elliptic(clause: Token) -> bool:
    """Whether a condition leaves its subject out: "would resign if elected", but "if needed" says nothing."""
    return clause.tag_ in {"VBN", "VBD"} and clause.lemma_.lower() not in {"need", "require"}


def _beside(verb: Token) -> list[Token]:
    """The clauses behind a reported one that the parser hung beside it, on the verb that reports."""
    if verb.dep_ != "ccomp" or verb.head.pos_ not in VERBAL:
        return []
    return [t for t in children(verb.head) if t.i > verb.i > verb.head.i]


def _phrased(verb: Token) -> bool:
    """Whether a condition of several words belongs to a verb: "on condition that", "in the event of a strike"."""
    doc = verb.doc
    for end, phrase in condition_ends(doc).items():
        start = end - len(phrase.split()) - (doc[end - 1].lower_ == "that")
        if phrase.startswith(CONCESSIVE) or not _opens(doc, start, end):
            continue
        if phrase.startswith(("as ", "so ")) and verb.i == start - 1:
            continue  # "will take as long as it takes"
        above = doc[start]
        while (start <= above.i < end or above.pos_ not in VERBAL) and above.head.i != above.i:
            above = above.head
        if above.i == verb.i or (verb.dep_ == "ccomp" and above.i == verb.head.i and verb.i < start):
            return True
    return False


def _opens(doc: Doc, start: int, end: int) -> bool:
    """Whether the words `[start, end)` open a condition: a clause with its subject follows, or "of"."""
    if end >= len(doc) or any(t.dep_ in {"aux", "auxpass"} for t in children(doc[start])):
        return False  # "information will be provided that is new"
    if doc[end].lower_ == "of":
        return doc[end - 1].lower_ in marks()["contingency"]
    relative = doc[end].lower_ == "that" and doc[end].dep_ in SUBJECTS
    return not relative and _clause_at(doc[end])


def in_condition_phrase(word: Token) -> bool:
    """Whether a word only opens a condition: the "provided" of "provided that", the "event" of "in the event of"."""
    for end, phrase in condition_ends(word.doc).items():
        first = end - (word.doc[end - 1].lower_ == "that") - 1
        if word.i == first and _opens(word.doc, first - len(phrase.split()) + 1, end):
            return True
    return False


def _clause_at(first: Token) -> bool:
    """Whether a clause begins with its subject at a word."""
    return any(t.dep_ in SUBJECTS and t.left_edge.i == first.i for t in tokens(first.doc)[first.i : first.i + 8])


def threatens(verb: Token, warning: Token) -> bool:
    """Whether a warning is a threat: of what the warner itself would do if something else were so."""
    return conditional(verb) and not negators(verb) and _own_act(verb, warning)


def _own_act(verb: Token, warning: Token) -> bool:
    """Whether an act that somebody warns of is one that the warner would do: "warned that it would recall its envoy".

    Args:
        verb: the act, with its subject.
        warning: the word of warning, a verb or a noun.

    Where somebody else is warned, a pronoun can mean either, and nothing is concluded ("warned the firm that it would
    lose"); nor from a passive, or from a verb that tells what befalls its subject ("warned that it would run out").
    """
    subject = next((t for t in children(verb) if t.dep_ == "nsubj"), None)
    warner = _warner(warning)
    if subject is None or warner is None or is_passive(verb) or _befalls(verb):
        return False
    if subject.lower_ in OURSELVES:
        return True
    if any(t.dep_ in {"dobj", "dative"} and t.pos_ in {"NOUN", "PROPN", "PRON"} for t in children(warning)):
        return False
    if subject.lower_ in ITSELF:
        return True
    if warner.lower_ in ITSELF and warner.i > verb.i:
        return True  # "Bree will close the port if ..., it warned"
    if any(t.dep_ == "poss" and t.lower_ in OWN for t in children(subject)):
        return nouns().kinds.get(subject.lemma_.lower()) in ACTING
    return subject.lemma_.lower() == warner.lemma_.lower()


def _warner(warning: Token) -> Token | None:
    """Who warns: the subject of the verb, whose the noun is, or who gives the warning."""
    if warning.pos_ in VERBAL:
        return subject_of(warning)
    owner = next((t for t in children(warning) if t.dep_ == "poss"), None)
    return subject_of(warning.head) if owner is None and warning.head.pos_ in VERBAL else owner


def _befalls(verb: Token) -> bool:
    """Whether a verb tells what happens to its subject or how it is, and not what it does."""
    adjective = any(t.dep_ in {"acomp", "attr"} for t in children(verb))
    return verb.pos_ == "AUX" or adjective or verb.lemma_.lower() in marks()["befalling"]
