"""Whether the clause around a time speaks of what is to come, by the verb over it and the words right before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.parse import Sentence
from rashomon.read.times_tables import ARRANGING, BOUNDING, SHIFTING

if TYPE_CHECKING:
    from spacy.tokens import Token

BETWEEN = frozenset("on at from in by early late the next , noon dawn dusk midnight midday daybreak".split())
"""What may stand between a word of beginning and its day: "starting at dawn on Friday"."""

BEING = frozenset({"be", "have", "become", "seem"})
"""Lemmas of the verbs that make a clause of their own of a word of beginning: "was starting", "is due"."""


def lies_ahead(sentence: Sentence, at: int, *, headline: bool) -> bool:
    """Whether the clause around a place speaks of what is to come.

    Told by the verb that governs the place: "will" or "shall" before it, an infinitive after a word that looks
    ahead ("due to", "plans to"), a present tense of the schedule ("resumes on Monday", "is leaving on Monday").
    """
    token = next((t for t in sentence.doc if t.idx <= at < t.idx + len(t.text_with_ws)), None)
    if token is not None and (bound := _bounding(token)) is not None:
        return _bound_ahead(bound, headline=headline)
    verb = token
    while verb is not None and verb.pos_ not in {"VERB", "AUX"}:
        verb = None if verb.head.i == verb.i else verb.head
    if verb is None or token is None:
        return False
    # "Thursday's storm is feared": a present tense says nothing of the day itself
    return _verb_ahead(verb, headline=headline or token.dep_ == "poss")


def _verb_ahead(verb: Token, *, headline: bool) -> bool:
    helpers = {t.lower_ for t in verb.children if t.dep_ in {"aux", "auxpass"}}
    if helpers & {"will", "’ll", "'ll", "shall", "wo", "would"}:
        return "have" not in helpers
    if "to" in helpers:
        head = verb.head
        return headline or head.lemma_.lower() in SHIFTING or (head.lemma_ == "be" and head.i < verb.i)
    if helpers & {"may", "could", "might", "must", "should", "can"}:
        return "have" not in helpers
    if headline or "did" in helpers:
        return False
    if helpers & {"do", "does"}:
        return True
    if verb.tag_ == "VB" and verb.dep_ == "ROOT":
        return not helpers and not any(t.dep_ == "nsubj" for t in verb.lefts)  # "Call before Sunday"
    if verb.tag_ == "VBG":
        return bool(helpers & {"is", "are", "am", "'s", "'re", "’s", "’re"})
    if verb.tag_ == "VBN" and helpers & {"is", "are"}:
        return verb.lemma_.lower() in SHIFTING
    if verb.dep_ in {"conj", "xcomp", "ccomp"} and verb.tag_ == "VB":
        return verb.head.i != verb.i and _verb_ahead(verb.head, headline=headline)
    return verb.tag_ in {"VBZ", "VBP"} and not helpers


def _bounding(token: Token) -> Token | None:
    """The word of beginning or ending that hangs on a noun and whose day a token is; None of others.

    "A ceasefire starting on Thursday", "talks due on Friday", but neither "is due on Friday" nor "the opening on
    Friday".
    """
    at = token.i - 1
    while at >= 0 and (token.doc[at].lower_ in BETWEEN or token.doc[at].ent_type_ == "TIME"):
        at -= 1
    if at < 1 or token.doc[at].lower_ not in BOUNDING:
        return None
    word = token.doc[at]
    helped = any(t.dep_ in {"aux", "auxpass"} for t in word.children)
    if helped or word.nbor(-1).lemma_.lower() in BEING or word.dep_ in {"acomp", "ROOT"}:
        return None
    named = word.tag_ == "NN" and word.dep_ in {"dobj", "pobj", "nsubj", "nsubjpass", "attr", "conj", "compound"}
    return None if named else word


def _bound_ahead(word: Token, *, headline: bool) -> bool:
    """Whether what begins or ends is yet to come: unless a past verb tells of it as something that was there.

    It is ahead behind a verb of arranging ("agreed to talks starting on Friday") or as the subject of one in the
    passive; "a strike starting on Monday crippled the port" is over. What is "effective Friday" enters into force.
    """
    if word.lower_ == "effective":
        return True
    verb = word
    while verb == word or verb.pos_ not in {"VERB", "AUX"}:
        if verb.head.i == verb.i:
            return True
        verb = verb.head
    if _verb_ahead(verb, headline=headline):
        return True
    arranged = any(t.lemma_.lower() in ARRANGING for t in (verb, *_over(verb)))
    passive = any(t.dep_ == "auxpass" for t in verb.children)
    return arranged and (verb.i < word.i or passive)


def _over(verb: Token) -> list[Token]:
    """The verb of ordering over a small clause: "ordered the schools closed starting on Thursday"."""
    small = verb.dep_ == "ccomp" and verb.tag_ in {"VBN", "VBD"} and verb.head.lemma_.lower() == "order"
    return [verb.head] if small and not any(t.dep_ in {"aux", "auxpass", "mark"} for t in verb.children) else []
