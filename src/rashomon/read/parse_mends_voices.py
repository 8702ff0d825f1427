"""What parsers get wrong about who speaks: a second speaker set against the first, an act taken for one that is told.

Each construction is told by its own words (a comma, a semicolon, a tense), so that what may be read either way is left
as the parser has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core.marks import DOUBLES
from rashomon.read.clauses import SUBJECTS, TENSED, finite
from rashomon.read.cues import cues
from rashomon.read.nouns import nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = frozenset({"VERB", "AUX"})
SET_AGAINST = frozenset({"while", "whereas", "though", "although"})
"""Words that set a clause against the one before it."""
TURNING = frozenset({"but", "yet", "and"})
SHIFTED = frozenset({"had", "would"})
"""Auxiliaries that tell that words are still reported behind a verb in the past."""
LETTER_PREPOSITIONS = frozenset({"in", "by", "via", "through", "at", "on"})
FINDINGS = frozenset({"ruling", "decision", "verdict", "judgment", "judgement", "finding", "speech", "interview"})
"""Nouns in which somebody tells something, and which are no documents."""
WRITTEN = frozenset(
    "write sign send read obtain see leak receive publish post issue release circulate deliver draft have".split()
)
"""What is done with a letter, so that a clause about it may tell of that: `in a letter that she had signed`."""


def mend_voices(token: Token) -> None:
    """Put the arcs around one word right, where it stands in one of the constructions below."""
    dep = token.dep_
    if dep == "advcl":
        _set_against(token, _opened_by(token, SET_AGAINST))
        _ruled_out(token)
    elif dep == "conj":
        _set_against(token, _joined_by(token))
        _past_beside_modal(token)
        _inverted(token)
    elif dep == "ROOT":
        _inverted(token)
    elif dep == "ccomp":
        _behind_semicolon(token)
    elif dep == "relcl":
        _teller_behind(token)
        _in_a_letter(token)
    elif dep == "acl":
        _in_a_letter(token)
    elif dep == "prep":
        _in_its_place(token)


def _opened_by(verb: Token, words: frozenset[str]) -> Token | None:
    return next((t for t in verb.lefts if t.dep_ == "mark" and t.lower_ in words), None)


def _joined_by(verb: Token) -> Token | None:
    """The `but` with which a clause goes on from another, where it stands right before it."""
    first = verb.left_edge
    return first.nbor(-1) if first.i and first.nbor(-1).lower_ in TURNING else None


def _reports(verb: Token) -> bool:
    """Whether a verb is one of speech."""
    cue = cues().verb(verb)
    return cue is not None and cue.takes("q")


def _tells(verb: Token) -> bool:
    """Whether a verb tells what a clause says: `said`, `ruled`, `found`."""
    cue = cues().verb(verb)
    return cue is not None and cue.takes("c")


def _set_against(verb: Token, link: Token | None) -> None:
    """A second speaker behind a comma is no part of what the first says: `Orr said it held, while Kell said it leaks`.

    Both verbs have one tense; without a comma, or with another tense, the second may be told by the first.
    """
    clause = verb.head
    if link is None or link.i == 0 or link.nbor(-1).text != "," or clause.dep_ not in {"ccomp", "xcomp"}:
        return
    above = clause.head
    if not above.i < clause.i < verb.i or verb.tag_ != above.tag_ or verb.tag_ not in TENSED:
        return
    named = any(t.dep_ == "nsubj" and t.pos_ != "PRON" for t in verb.lefts)
    if named and _reports(verb) and _reports(above):
        verb.head = above
        link.nbor(-1).head = above
        if link.head == clause:
            link.head = above


def _past_beside_modal(verb: Token) -> None:
    """A bare past goes on from what somebody said, not from `would`: `said he would never sell, and signed the pledge`.

    Verbs that do not change in the past (`cut`, `put`) may be under the modal.
    """
    if verb.tag_ != "VBD" or verb.lower_ == verb.lemma_.lower() or any(t.dep_ in SUBJECTS for t in verb.lefts):
        return
    first = verb.head
    while first.dep_ == "conj" and first.head.pos_ in VERBAL:
        first = first.head
    above = first.head
    modal = any(t.tag_ == "MD" for t in first.lefts)
    modal &= not any(t.lower_ == "have" for t in first.lefts)  # "would have sold the mill and burned the papers"
    if not modal or first.dep_ != "ccomp" or above.i > first.i or above.tag_ != "VBD" or not _reports(above):
        return
    if any(t.tag_ == "VBD" for t in first.rights if t.dep_ == "conj" and t.i < verb.i):
        return
    link = next((t for t in first.rights if t.dep_ == "cc" and t.i < verb.i), None)
    verb.head = above
    if link is not None and link.i >= verb.left_edge.i - 2:
        link.head = above
        if link.i and link.nbor(-1).text == ",":
            link.nbor(-1).head = above


def _behind_semicolon(verb: Token) -> None:
    """Of two sentences joined by a semicolon neither governs the other: `It begins so; police do not know who wrote`.

    Only a clause whose tense is still that of reported words goes on with them: `..., police said; a heater had caught
    fire`. A clause that ends with the one that reports both (`...; ..., police said`) is left alone, and so are marks.
    """
    above, doc = verb.head, verb.doc
    between = [t for t in doc[min(verb.i, above.i) : max(verb.i, above.i)] if t.text == ";"]
    if len(between) != 1 or not finite(verb) or not any(t.dep_ in SUBJECTS for t in verb.children):
        return
    semicolon = between[0]
    if sum(t.text in DOUBLES or t.is_quote for t in doc[: semicolon.i]) % 2:
        return
    if verb.i > above.i:
        if not any(t.dep_ in SUBJECTS and t.i > semicolon.i for t in verb.children):
            return
        for t in list(verb.children):
            if t.i <= semicolon.i:
                t.head = above
        verb.head, verb.dep_ = _goes_on_from(above, verb, semicolon), "conj"
        return
    own = [t for t in above.children if t.i != verb.i and not t.is_punct]
    closing = any(t.dep_ == "ccomp" and semicolon.i < t.i < above.i for t in own)
    if above.dep_ != "ROOT" or closing or any(t.left_edge.i < semicolon.i for t in own):
        return
    if not any(t.dep_ in SUBJECTS for t in own):
        return
    verb.head, verb.dep_ = verb, "ROOT"
    above.head, above.dep_ = _goes_on_from(verb, above, semicolon), "conj"
    for t in list(above.children):
        if t.is_punct and t.i <= semicolon.i:
            t.head = verb


def _goes_on_from(first: Token, second: Token, semicolon: Token) -> Token:
    """The verb from which the one behind a semicolon goes on: what was reported before it, if it is reported too."""
    told = next((t for t in first.children if t.dep_ == "ccomp" and t.i < semicolon.i), None)
    shifted = first.tag_ == "VBD" and _reports(first) and any(t.lower_ in SHIFTED for t in second.lefts)
    return told if told is not None and shifted else first


def _teller_behind(verb: Token) -> None:
    """A verb of speech with its own teller is no relative clause of a verb: `"We fled," a nurse who left told us`."""
    clause, noun = verb.head, verb.head
    teller = next((t for t in verb.lefts if t.dep_ == "nsubj" and t.tag_ not in {"WP", "WDT"}), None)
    while clause.pos_ not in VERBAL and clause.head != clause:
        clause = clause.head
    if clause.pos_ not in VERBAL or clause.dep_ != "ROOT" or teller is None or not noun.i < teller.i < verb.i:
        return
    before = verb.doc[noun.i : teller.left_edge.i]
    if _reports(verb) and verb.tag_ in TENSED and any(t.text == "," for t in before) and before[-1].text in DOUBLES:
        verb.head, verb.dep_ = verb, "ROOT"
        clause.head, clause.dep_ = verb, "ccomp"


def _inverted(verb: Token) -> None:
    """Whoever stands behind a verb of speech put into a sentence says it: `It will close, warned Ida Torn, if ...`.

    Where whoever the clause before is about can warn somebody, in the same tense, the order is open.
    """
    before = next((t for t in verb.lefts if t.dep_ == "ccomp"), verb)
    clause, doc = (before if verb.dep_ == "ROOT" else verb.head), verb.doc
    if verb.tag_ not in {"VBD", "VBZ"} or not _reports(verb) or not verb.i or verb.nbor(-1).text != ",":
        return
    told = next((t for t in verb.rights if t.dep_ in {"dobj", "npadvmod"} and t.pos_ == "PROPN"), None)
    if (
        told is None
        or verb.lemma_ == "tell"
        or any(t.dep_ in SUBJECTS for t in verb.children)
        or told.left_edge.i != verb.i + 1
    ):
        return
    behind = told.right_edge.i + 1
    if told.ent_type_ != "PERSON" or behind >= len(doc) or doc[behind].text not in {",", "."}:
        return
    subject = next((t for t in clause.lefts if t.dep_ in SUBJECTS), None)
    hung = clause.dep_ == "ROOT" or verb.dep_ == "ROOT"
    if not hung or subject is None or not any(t.tag_ == "MD" for t in clause.lefts):
        return
    verb.head, verb.dep_ = verb, "ROOT"
    clause.head, clause.dep_ = verb, "ccomp"
    told.dep_ = "nsubj"


def _in_a_letter(verb: Token) -> None:
    """What somebody announces in a letter is no clause about the letter: `announced in a letter that she had resigned`.

    `In a letter that she had signed` may tell of the letter, and so may all that is done with one.
    """
    noun, that = verb.head, next((t for t in verb.lefts if t.lower_ == "that" and t.dep_ in {"dobj", "mark"}), None)
    document = noun.lemma_.lower() in nouns().documents | FINDINGS
    if that is None or not document or noun.dep_ != "pobj" or that.i != noun.i + 1:
        return
    preposition = noun.head
    teller = preposition.head
    if preposition.lower_ not in LETTER_PREPOSITIONS or teller.pos_ != "VERB" or not _tells(teller):
        return
    if any(t.dep_ in {"ccomp", "dobj"} for t in teller.rights) or not any(
        t.dep_ in {"nsubj", "nsubjpass"} for t in verb.lefts
    ):
        return
    roleless = that.dep_ == "mark"
    alone = not any(t.dep_ in {"prep", "xcomp", "ccomp", "acomp"} for t in verb.rights)
    again = any(t.lower_ == "that" for t in verb.doc[that.i + 1 :])  # "in a letter that he sent that the plan was bad"
    if again or (alone and not roleless and verb.lemma_.lower() in WRITTEN):
        return
    verb.head, verb.dep_ = teller, "ccomp"
    that.dep_, that.tag_, that.pos_ = "mark", "IN", "SCONJ"


def _ruled_out(act: Token) -> None:
    """A gerund right behind `ruled out` is what is ruled out and no circumstance: `ruled out sending troops`."""
    verb, before = act.head, act.nbor(-1) if act.i else act
    if act.tag_ == "VBG" and verb.lemma_ == "rule" and before.lower_ == "out" and before.head == verb:
        act.dep_ = "xcomp"


def _in_its_place(preposition: Token) -> None:
    """What stands in place of a phrase hangs on the same verb: `The car was hit not by Orr but by Kell, she said`."""
    above, doc = preposition.head, preposition.doc
    if preposition.i < 4 or doc[preposition.i - 1].lower_ != "but" or above.i < preposition.i:
        return
    for other in reversed(doc[: preposition.i - 1]):
        if other.text in {",", ";"} or other.pos_ in VERBAL:
            return
        if other.lower_ == preposition.lower_ and other.i and other.nbor(-1).lower_ == "not":
            preposition.head = other.head
            return
