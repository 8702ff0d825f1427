"""A clause that closes a sentence, `..., the coast guard said`, reports all of it, where the parser hung it on a part.

Parsers know the construction behind one clause and lose it behind several: they hang the reporting verb on the first
clause as if it went on with it, or the clauses on different words, or take the subject of the first for its own.
Whoever reads the tree then finds half of the sentence without a speaker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.clauses import MAIN, PARTING, TENSED, finite
from rashomon.read.cues import cues
from rashomon.read.parse_mends_telling import ENDING
from rashomon.read.quotations_objects import HEARERS
from rashomon.read.status_lexicon import verb_governor

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HELPING = frozenset({"has", "have", "had"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
VERBAL = frozenset({"VERB", "AUX"})
TAIL = frozenset({"prep", "npadvmod", "advmod", "dobj", "dative", "punct", "nsubj", "appos"})
"""How what follows a closing verb in its own clause may hang on it."""
OPENING = frozenset({"SCONJ", "CCONJ", "ADP", "VERB", "AUX", "ADV", "PART"})
"""Kinds of words with which no subject begins: `..., as police said`, `..., and police said`."""


def mend_closing(doc: Doc) -> None:
    """Hang all clauses before a closing reporting clause on its verb, and the noun beside the verb as its subject."""
    if len(doc) < 5 or doc[-1].text not in ENDING:
        return
    verb = next((t for t in reversed(doc) if t.tag_ in TENSED | {"VBN"} and t.dep_ not in {"acl", "amod"}), None)
    if verb is not None:
        _free(verb)
    beside = _beside(verb) if verb is not None and _reports(verb) else None
    if verb is None or beside is None:
        return
    teller, start = beside
    clauses = _clauses(verb, start)
    mains = [main for clause in clauses for main in _chain(clause, start)]
    if not mains or any(t.text in PARTING for t in doc[:start]):
        return
    if len(mains) > 1 and _is_denial(mains[-1]):
        _part(verb, mains)
    elif not any(_tells(main) for main in mains):
        _join(verb, clauses)
    else:
        return
    teller.head, teller.dep_ = verb, "nsubj"
    for t in doc[start:]:
        if t.head.i < start and t.is_punct:
            t.head = verb  # so that no clause before reaches behind its own end


def _free(verb: Token) -> None:
    """Take a closing verb out of the clause before it: "It is untrue that the ferry sank, the owner said"."""
    above, that = verb.head, next((t for t in verb.lefts if t.dep_ == "mark" and t.lower_ == "that"), None)
    clause = next((t for t in verb.lefts if t.dep_ == "ccomp" and t.tag_ in TENSED), None)
    if that is None or clause is None or verb.dep_ != "ccomp" or not above.i < that.i < clause.i:
        return
    teller = next((t for t in verb.children if t.dep_ == "nsubj" and t.i > clause.i), None)
    if teller is None or not any(t.text == "," for t in verb.doc[clause.i : teller.i]):
        return
    clause.head, that.head = above, clause
    noun = next((t for t in clause.lefts if t.dep_ == "compound" and t.i == clause.i - 1), None)
    if noun is not None and not any(t.dep_ in {"nsubj", "nsubjpass", "expl"} for t in clause.lefts):
        for t in list(clause.lefts):
            if t.i < noun.i and t.dep_ in {"det", "amod", "poss", "compound", "nummod"}:
                t.head = noun
        noun.dep_ = "nsubj"


def _reports(verb: Token) -> bool:
    """Whether a verb can close a sentence as the one that reports it: finite, of speech, without words of its own."""
    cue = cues().verb(verb)
    if cue is None or not (cue.takes("q") and cue.takes("c")):
        return False
    if verb.tag_ == "VBN" and (verb.i == 0 or verb.nbor(-1).lower_ not in HELPING):
        return False
    for t in verb.children:
        if t.i < verb.i and (t.dep_ in {"neg", "mark", "auxpass"} or t.tag_ in {"MD", "TO"}):
            return False
        if t.i > verb.i and (t.dep_ not in TAIL or (t.dep_ == "dobj" and verb.lemma_.lower() not in HEARERS)):
            return False
    return verb.right_edge.i >= len(verb.doc) - 2


def _beside(verb: Token) -> tuple[Token, int] | None:
    """The head of the noun phrase beside a closing verb, and the comma at which its clause begins."""
    doc, at = verb.doc, verb.i
    while at and doc[at - 1].lower_ in HELPING:
        at -= 1
    behind = next((t for t in verb.children if t.dep_ == "nsubj" and t.i > verb.i), None)
    if behind is not None:
        return (behind, at - 1) if at and doc[at - 1].text == "," else None
    comma = _comma_before(doc, at)
    if comma == at - 1:  # "Ida Brandt, a spokeswoman, said"
        at, end = _comma_before(doc, comma), comma
        if at < 0 or _phrase(doc, at + 1, end) is None:
            return None
        comma = _comma_before(doc, at)
    noun = _phrase(doc, comma + 1, at) if comma > 0 else None
    return (noun, comma) if noun is not None else None


def _comma_before(doc: Doc, end: int) -> int:
    return next((at for at in range(end - 1, -1, -1) if doc[at].text == ","), -1)


def _phrase(doc: Doc, start: int, end: int) -> Token | None:
    """The head of the words `[start, end)` where they are one noun phrase, however it is hung."""
    if start >= end or doc[start].pos_ in OPENING or doc[start].tag_ in {"WDT", "WP", "WRB", "EX"}:
        return None
    tops = [t for t in doc[start:end] if t.head.i == t.i or not start <= t.head.i < end]
    return tops[0] if len(tops) == 1 and tops[0].pos_ in NOMINAL else None


def _clauses(verb: Token, start: int) -> list[Token]:
    """The verbs of the clauses before `start` that hang on nothing there, none where something else hangs so."""
    found = []
    for t in verb.doc[:start]:
        if t.head.i != t.i and t.head.i < start:
            continue
        if t.dep_ in {"nsubj", "nsubjpass"} and t.head == verb:
            clause = _taken_from(t)
            if clause is None:
                return []
            found.append(clause)
        elif t.pos_ in VERBAL and t.dep_ in MAIN:
            if not finite(t):
                return []
            found.append(t)
        elif t.head.i == t.i:
            return []
    return found


def _taken_from(noun: Token) -> Token | None:
    """The clause whose subject the parser gave to the closing verb: `The ferry Blue Heather sank, the harbour said`."""
    for t in noun.children:
        if t.dep_ in {"relcl", "acl"} and t.i > noun.i and t.pos_ in VERBAL and finite(t):
            relative = any(c.tag_ in {"WP", "WDT", "WP$"} or c.dep_ == "mark" for c in t.subtree if c.i < t.i)
            return None if relative else t
    return None


def _chain(clause: Token, start: int) -> list[Token]:
    """A clause and those that go on with it, in text order."""
    on = [t for t in clause.children if t.dep_ == "conj" and t.pos_ in VERBAL and clause.i < t.i < start]
    return [clause, *(main for t in on for main in _chain(t, start))]


def _is_denial(clause: Token) -> bool:
    """Whether a clause turns against what stands before it: `..., but the mayor denied it`."""
    governor = verb_governor(clause.lemma_.lower())
    turned = any(t.dep_ == "cc" and t.lower_ in {"but", "yet"} and t.i < clause.i for t in clause.head.children)
    return turned and governor is not None and governor.name == "deny"


def _tells(clause: Token) -> bool:
    """Whether a clause itself reports words: `The mayor said that ..., and the road is closed, police said`."""
    cue = cues().verb(clause)
    if cue is None or not (cue.takes("q") and cue.takes("c")):
        return False
    return any(t.dep_ == "ccomp" for t in clause.children)


def _join(verb: Token, clauses: list[Token]) -> None:
    """Make the closing verb the root, the first clause its complement, and each later one go on with that before."""
    verb.head, verb.dep_ = verb, "ROOT"
    above, arc = verb, "ccomp"
    for clause in clauses:
        noun = clause.head
        if clause.dep_ in {"relcl", "acl"} and noun.head == verb:
            clause.head = above
            for t in list(clause.children):
                if t.dep_ == "nsubj" and t.i < clause.i:
                    t.head, t.dep_ = noun, "appos"  # the ship's name
            noun.head = clause
        clause.head, clause.dep_ = above, arc
        above, arc = clause, "conj"


def _part(verb: Token, mains: list[Token]) -> None:
    """Leave to the closing verb the denial alone: who reports it need not be who told what is denied."""
    first, last = mains[0], mains[-1]
    if first.dep_ in {"relcl", "acl"}:
        return
    first.head, first.dep_ = first, "ROOT"
    verb.head, verb.dep_ = first, "conj"
    last.head, last.dep_ = verb, "ccomp"
