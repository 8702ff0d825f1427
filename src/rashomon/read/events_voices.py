"""To whom the passage lays a happening: the nearest party that speaks on the way up, or the one quoted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rashomon.core import Form, Quotation, Referent, Span
from rashomon.read.events_subjects import subject_of
from rashomon.read.names import Names
from rashomon.read.nouns import nouns
from rashomon.read.parse import Sentence
from rashomon.read.quotations_speaker import HEARING
from rashomon.read.status_cues import noun_cue_governor, verb_cue_governor
from rashomon.read.status_denials import denied_telling
from rashomon.read.status_governors import ruled_out
from rashomon.read.status_lexicon import Governor, marks, noun_governor, verb_governor
from rashomon.read.status_negation import negators
from rashomon.read.status_syntax import (
    VERBAL,
    complement_noun,
    coordinate,
    denies_its_noun,
    full,
    is_passive,
    lemmas_of,
    light_governor,
    mark_of,
    wh_clause,
)
from rashomon.read.status_ultimata import behind_command, or_else, sender_of
from rashomon.read.status_withdrawals import mistaken
from rashomon.read.syntax import giver, owner_of
from rashomon.read.tree import SENTENCES, children, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "ours", "mine", "myself", "ourselves"})
OTHERS = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself"})
"""Pronouns by which nobody speaks of themselves between quotation marks."""
UNTOLD = frozenset("nsubj nsubjpass advcl conj relcl poss compound amod appos npadvmod".split())
"""The places in a clause whose happening its verb does not tell."""

PUBLISHING = frozenset(
    {"publish", "spread", "air", "broadcast", "print", "run", "release", "level", "voice", "express"}
)
"""Verbs whose subject tells what the noun they carry tells."""

ASKING = frozenset({"suspect", "ask", "doubt", "consider"})
"""Classes whose subject asks about a happening that it takes for granted, and so does not tell it."""


def innermost(quotations: tuple[Quotation, ...], place: Span) -> Quotation | None:
    """The shortest quotation that holds a place."""
    holding = [q for q in quotations if q.span.covers(place)]
    return min(holding, key=lambda q: len(q.span), default=None)


def voice_of(
    token: Token, sentence: Sentence, names: Names, quotations: tuple[Quotation, ...]
) -> tuple[Referent | None, Quotation | None]:
    """The voice of a happening, and the innermost quotation that holds it.

    Where nobody tells what comes otherwise ("gave it until noon to pay or they would sue"), whoever threatens it does.
    """
    if denies_its_noun(token):
        return None, None  # an outlet's own remark on what it has just passed on
    voice, quotation = _told(token, sentence, names, quotations)
    if voice is None and not (quotation is not None and quotation.form == "indirect"):
        threatening = _threatening(token)
        if threatening is not None:
            return person(threatening, sentence, names, quotations), innermost(quotations, sentence.place(token))
    return voice, quotation


def _told(
    token: Token, sentence: Sentence, names: Names, quotations: tuple[Quotation, ...]
) -> tuple[Referent | None, Quotation | None]:
    """The nearest party that tells a happening, or else the one quoted, and the quotation that holds it."""
    place = sentence.place(token)
    quotation = innermost(quotations, place)
    spoken = innermost(tuple(q for q in quotations if _lays(q)), place)
    head = token
    while (above := coordinate(head) if head.dep_ == "conj" and head.pos_ in VERBAL else head.head).i != head.i:
        below, head = head, above
        denial = denied_telling(head) if head.pos_ == "NOUN" else None
        if denial is not None and denial.denier is not None and below.dep_ in {"acl", "relcl", "prep"}:
            return person(denial.denier, sentence, names, quotations), quotation
        if mistaken(head, _governor(head, below)) is not None:  # whoever calls a report wrong tells the opposite
            quotation = innermost(quotations, sentence.place(head))
            spoken = innermost(tuple(q for q in quotations if _lays(q)), sentence.place(head))
            continue
        if spoken is not None and not spoken.span.covers(sentence.place(head)):
            break
        if below.dep_ == "ccomp" and head.lower_ == "failing" and (source := giver(head)) is not None:
            return person(source, sentence, names, quotations), quotation
        governor = _speaking(head, below) if denial is None else None
        if governor is not None and not negators(head):  # who did not say it is not its voice
            speaker = _speaker(head)
            if speaker is not None and speaker.pos_ != "PROPN" and speaker.lower_ in marks()["nobody"]:
                break
            if speaker is not None:
                speaker = _answering(speaker)
                return person(speaker, sentence, names, quotations), quotation
    return (spoken.speaker, quotation) if spoken is not None else _by_source(sentence, names, quotations, quotation)


def _by_source(
    sentence: Sentence, names: Names, quotations: tuple[Quotation, ...], quotation: Quotation | None
) -> tuple[Referent | None, Quotation | None]:
    """The voice of what nobody is told to say: the party of an "according to" in the sentence."""
    if any(q.cue_lemma == "accord" for q in quotations):
        return None, quotation  # whose word it is reaches no further than the clause that it stands in
    source = _according(sentence.doc)
    return names.referent(source, sentence) if source is not None else None, None


def _threatening(token: Token) -> Token | None:
    """Who gives others a time and tells what comes otherwise: "gave it until noon to pay or they would sue"."""
    if token.pos_ not in VERBAL:
        return None
    if behind_command(token) is not None and (sender := sender_of(token)) is not None:
        return sender
    setting = or_else(token)
    return subject_of(setting) if setting is not None else None


def _lays(quotation: Quotation) -> bool:
    """Whether a quotation lays its words to its speaker; "decided that" tells an intention, no speech."""
    if quotation.form != "indirect" or quotation.cue_lemma is None:
        return True
    governor = verb_governor(quotation.cue_lemma) or noun_governor(quotation.cue_lemma)
    return governor is None or governor.gives_voice


def _speaking(head: Token, below: Token) -> Governor | None:
    """The class of a word on the way up, where it gives a voice to what stands below it."""
    if denies_its_noun(below):
        return None
    if below.dep_ in {"acl", "relcl"} and (teller := complement_noun(below)) is not None and teller.i != below.head.i:
        return noun_governor(teller.lemma_.lower()) if teller.i == head.i else None
    if below.dep_ == "relcl" and mark_of(below) == "that" and head.pos_ == "NOUN":
        return noun_governor(head.lemma_.lower())
    that = below.dep_ == "advcl" and mark_of(below) == "that"  # a complement that stands far from its verb
    if not that and below.dep_ in UNTOLD:
        return None
    if head.pos_ in VERBAL:
        if below.dep_ == "ccomp" and below.i < head.i and full(head):
            return None
        clause = next((t for t in children(below) if t.dep_ == "pcomp"), below) if below.dep_ == "prep" else below
        if _asks(head, clause):
            return None
    governor = _governor(head, below)
    if governor is None or not governor.gives_voice:
        return None
    if below.dep_ in {"dobj", "prep"} and governor.effects["noun"] == ".":
        return None
    return governor


def _governor(head: Token, below: Token) -> Governor | None:
    """The class of a verb or noun over what stands below it, by the classes of status or else by its cue."""
    if head.pos_ in VERBAL:
        if ruled_out(below, head):
            return verb_governor("deny")
        carried = light_governor(head) if below.dep_ == "ccomp" else None
        governor = carried if carried is not None else verb_governor(*lemmas_of(head))
        return governor or (verb_cue_governor(head, below) if below.dep_ in {"ccomp", "xcomp"} else None)
    if head.pos_ != "NOUN" or below.dep_ not in {"acl", "prep"}:
        return None
    return noun_governor(head.lemma_.lower()) or (noun_cue_governor(head, below) if below.dep_ == "acl" else None)


def _leaves_unsaid(verb: Token) -> bool:
    """Whether somebody does not say what is asked: "did not say who", "refused to say why", "has yet to say how"."""
    if negators(verb):
        return True
    above = verb_governor(*lemmas_of(verb.head)) if verb.dep_ == "xcomp" and verb.head.pos_ in VERBAL else None
    yet = verb.dep_ == "xcomp" and any(t.lower_ == "yet" for t in children(verb.head))
    return yet or (above is not None and above.name in {"refuse", "fail", "avoid", "forbear"})


def _asks(head: Token, clause: Token) -> bool:
    """Whether a verb asks, or leaves unsaid, what its clause takes for granted: "could not say who fired"."""
    if mark_of(clause) in {"whether", "if"}:
        return bool(negators(head))
    asked = verb_governor(*lemmas_of(head))
    asking = asked is not None and asked.name in ASKING
    return wh_clause(clause) and bool(asking or negators(head) or _leaves_unsaid(head))


def _speaker(head: Token) -> Token | None:
    if head.pos_ in VERBAL and head.lemma_.lower() in HEARING:
        return None  # "the court heard of thefts": it listens
    if head.pos_ in VERBAL:
        if is_passive(head):
            agent = next((t for t in children(head) if t.dep_ == "agent"), None)
            return next((t for t in children(agent) if t.dep_ == "pobj"), None) if agent is not None else None
        return subject_of(head)
    owner = next((t for t in children(head) if t.dep_ == "poss"), None)
    if owner is not None:
        return owner
    of = next((t.i for t in children(head) if t.dep_ == "prep" and t.lower_ == "of"), len(head.doc))
    for t in children(head):
        if t.lower_ == "by" and t.i > of:
            continue  # "allegations of torture by guards": who does it
        if t.dep_ == "prep" and t.lower_ in {"by", "from"}:
            return next((o for o in children(t) if o.dep_ == "pobj"), None)
    if head.dep_ != "dobj" or head.head.pos_ not in VERBAL or head.head.lemma_.lower() in HEARING:
        return None
    # "made the claim that", "repeated a report that"; what "follows a report that" tells nothing
    governor = verb_governor(*lemmas_of(head.head))
    telling = head.head.lemma_.lower() in marks()["light"] | PUBLISHING
    return subject_of(head.head) if telling or (governor is not None and governor.gives_voice) else None


def _answering(speaker: Token) -> Token:
    """Who answers for what a document says: `a report by the audit chamber`, `a leaflet signed by the guild`."""
    document = speaker.pos_ == "NOUN" and speaker.lemma_.lower() in nouns().documents
    return (owner_of(speaker) if document else None) or speaker


@lru_cache(maxsize=SENTENCES)
def _according(doc: Doc) -> Token | None:
    """The party of an "according to" in a sentence."""
    for t in tokens(doc):
        if t.lower_ == "according":
            for to in children(t):
                for o in children(to):
                    if o.dep_ == "pobj":
                        return o
    return None


def person(token: Token, sentence: Sentence, names: Names, quotations: tuple[Quotation, ...]) -> Referent | None:
    """The referent of a role's head; a first person is the speaker of the quotation it stands in."""
    if token.lower_ in FIRST_PERSON and token.tag_ in {"PRP", "PRP$"}:
        quotation = innermost(quotations, sentence.place(token))
        if quotation is not None and quotation.speaker is not None:
            return quotation.speaker
    party = names.referent(token, sentence)
    if party is not None and token.lower_ in OTHERS:
        spoken = innermost(tuple(q for q in quotations if q.form in {Form.DIRECT, Form.BLOCK}), sentence.place(token))
        if spoken is not None and spoken.speaker is not None and spoken.speaker.name == party.name:
            return None  # whoever speaks says "I"
    return party
