"""What opens or frames a clause: conditions of several words, inverted conditions, questions taken for granted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rashomon.core import Status
from rashomon.read.clauses import announces
from rashomon.read.status import State
from rashomon.read.status_lexicon import Governor, marks, verb_governor
from rashomon.read.status_syntax import VERBAL, WH_TAGS, auxiliaries, hearsay, lemmas_of
from rashomon.read.tree import SENTENCES, children, remembered, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})

LONGEST_PHRASE = 5
"""The most words between a verb of refraining and its preposition: "stopped well short of"."""


@lru_cache(maxsize=SENTENCES)
def condition_ends(doc: Doc) -> dict[int, str]:
    """Where a clause would begin that a condition of several words opens: index -> the words before it."""
    words = [t.lower_ for t in tokens(doc)]
    found = {}
    for phrase in marks()["condition-phrase"]:
        parts = phrase.split()
        for at, word in enumerate(words):
            if word != parts[0] or words[at : at + len(parts)] != parts:
                continue
            end = at + len(parts)
            found[end] = phrase
            if words[end : end + 1] == ["that"]:
                found[end + 1] = phrase
    return found


@remembered
def opening_condition(verb: Token) -> str | None:
    """The condition that opens a clause: "in case", "on condition that", or its auxiliary before its subject."""
    subject = _subject_before(verb)
    if subject is None:
        return None
    if ends := condition_ends(verb.doc):
        phrase = ends.get(subject.left_edge.i)
        if phrase is not None:
            return phrase
    helper = inverted(verb)
    return None if helper is None else f"{helper.lower_} + subject"


def inverted(verb: Token) -> Token | None:
    """The auxiliary by which a clause that is not asked is made a condition: "Should the river rise, ..."."""
    if verb.dep_ in {"conj", "relcl"} or verb.doc[-1].text == "?":
        return None
    split = _parted_had(verb)
    if verb.dep_ == "ROOT":
        return _had_after_result(verb)
    helper = split if split is not None else next((t for t in children(verb) if t.dep_ == "aux"), None)
    if helper is None or helper.lower_ not in {"should", "had", "were"}:
        return None
    if helper.lower_ == "were" and not any(t.lower_ == "to" for t in children(verb)):
        return None
    subject = _subject_before(verb)
    clear = split is not None or helper.i == 0 or _opens_clause(verb, helper)
    return helper if subject is not None and helper.i < subject.left_edge.i and clear else None


def _subject_before(verb: Token) -> Token | None:
    """The subject before a verb, where the parser hung it on the auxiliary of its passive too: "should it be shut"."""
    helpers = [t for t in children(verb) if t.dep_ == "auxpass"]
    words = [t for above in (verb, *helpers) for t in children(above)]
    return next((t for t in words if t.dep_ in SUBJECTS and t.i < verb.i), None)


def _opens_clause(verb: Token, helper: Token) -> bool:
    """Whether an auxiliary before its subject opens a condition by where it stands.

    It does behind a mark or "but", and right behind an act that is announced: "will close the mine should it flood".
    """
    before = helper.nbor(-1)
    if before.tag_ in WH_TAGS or before.lower_ in {"nor", "neither", "so", "not"}:
        return False  # "nor should it", "what should it do"
    if before.is_punct or before.dep_ == "cc":
        return True
    if helper.lower_ != "should" or verb.dep_ not in {"advcl", "ccomp"}:
        return False
    acts = (verb.head, *(t for t in children(verb.head) if t.dep_ == "ccomp" and t.i < helper.i))
    return any(act.i < helper.i and announces(act) for act in acts) or before.lower_ == "that"


def _parted_had(verb: Token) -> Token | None:
    """The "had" of an inverted condition that the parser took for a verb over it: "that, had the firm agreed, it"."""
    head = verb.head
    if verb.dep_ != "ccomp" or verb.tag_ not in {"VBN", "VBD"} or head.lower_ != "had" or head.i > verb.i:
        return None
    after = head.dep_ in {"ccomp", "dep"} and any(t.lower_ == "would" for t in auxiliaries(head.head))
    parted = after or head.dep_ == "advcl"
    return head if parted and not any(t.dep_ in SUBJECTS for t in children(head)) else None


def _had_after_result(verb: Token) -> Token | None:
    """The "had" of an inverted condition after its result, which parsers take for the main clause.

    "We would have closed the mill had they agreed": nobody agreed.
    """
    helper = next((t for t in children(verb) if t.dep_ == "aux" and t.lower_ == "had"), None)
    subject = next((t for t in children(verb) if t.dep_ in SUBJECTS and t.i < verb.i), None)
    if helper is None or subject is None or helper.i > subject.left_edge.i:
        return None
    before = (t for t in children(verb) if t.dep_ == "ccomp" and t.i < helper.i)
    return helper if any(a.lower_ == "would" for t in before for a in auxiliaries(t)) else None


def averted(verb: Token) -> State | None:
    """What a negated condition of something unreal takes to be so: "it would have sunk had the crew not sealed it".

    The crew did seal it: the clause's own negation is turned by the context.
    """
    parted = _parted_had(verb)
    helpers = {t.lower_ for t in auxiliaries(verb)}
    if not ("had" in helpers or parted is not None) or not any(t.dep_ == "neg" for t in children(verb)):
        return None
    above = verb.head if parted is None else parted.head
    for main in (above, *(t for t in children(verb) if t.dep_ == "ccomp")):
        if {t.lower_ for t in auxiliaries(main)} >= {"would", "have"}:
            return State().step(Status.DENIED, "unless it had")
    return None


def asks_whether(verb: Token) -> bool:
    """Whether a complement asks if something is so, which leaves it open whoever asks, knows or does not say."""
    if verb.dep_ not in {"ccomp", "xcomp", "pcomp", "csubj", "csubjpass", "acl"} and not (
        verb.dep_ == "advcl" and verb.head.pos_ == "AUX"
    ):
        return False
    return any(t.dep_ in {"mark", "preconj"} and t.lower_ in {"whether", "if"} for t in children(verb))


def indifferent(verb: Token) -> bool:
    """Whether a question is one whose answer makes no difference or all: "no matter what", "depending on who"."""
    first = verb.left_edge
    if first.tag_ not in WH_TAGS or not first.i:
        return False
    before = [t.lower_ for t in verb.doc[max(0, first.i - 2) : first.i]]
    return before[-1] == "matter" or (before[0] in {"regardless", "irrespective", "depending"})


def refraining(verb: Token, preposition: Token) -> tuple[Governor, Token] | None:
    """The class of a verb with the words up to a preposition, and the verb: "stopped just short of acting"."""
    head = preposition.head
    if head.pos_ not in VERBAL:
        head = head.head
    if head.pos_ not in VERBAL or not 0 < preposition.i - head.i <= LONGEST_PHRASE:
        return None
    between = [t.lower_ for t in verb.doc[head.i + 1 : preposition.i + 1]]
    for start in range(len(between) - 1):
        governor = verb_governor(" ".join([head.lemma_.lower(), *between[start:]]))
        if governor is not None:
            return governor, head
    return None


def in_vain(verb: Token) -> bool:
    """Whether what a verb tries is said to have failed: "tried in vain", "fought unsuccessfully"."""
    for t in children(verb):
        if t.dep_ == "advmod" and t.lower_ in marks()["vainly"]:
            return True
        if t.dep_ == "prep" and t.lower_ == "in" and any(o.lower_ == "vain" for o in children(t)):
            return True
    return False


def confirmed(noun: Token) -> Token | None:
    """The verb by which somebody confirms a telling: "confirmed the report that", "confirmed as accurate reports"."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "as":
        head = head.head
    elif noun.dep_ not in {"dobj", "nsubjpass"}:
        return None
    found = head.pos_ in VERBAL and head.lemma_.lower() in marks()["confirming"]
    return head if found and noun.lemma_.lower() in marks()["telling"] else None


def ought(verb: Token) -> Token | None:
    """The "ought" over an infinitive, which parsers take for a verb of its own."""
    return verb.head if verb.dep_ in {"xcomp", "ccomp"} and verb.head.lower_ in {"ought", "oughtn't"} else None


def doubted_saying(verb: Token) -> str | None:
    """Why what is said is not vouched for: an unnamed source."""
    return "unnamed source" if hearsay(verb) else None


def speaks(verb: Token) -> bool:
    """Whether a verb lays words to its subject."""
    governor = verb_governor(*lemmas_of(verb)) if verb.pos_ in VERBAL else None
    return governor is not None and governor.gives_voice


def headline_future(verb: Token) -> bool:
    """Whether an infinitive with a subject of its own tells a plan, under words of saying in a headline.

    "Minister to resign, report says", "Union says minister to resign", but "Dover tells minister to resign".
    """
    head, before = verb.head, [t for t in children(verb) if t.i < verb.i]
    to = next((t for t in before if t.lower_ == "to"), None)
    if verb.dep_ != "ccomp" or to is None or verb.doc[-1].text in {".", "?", "!"} or not speaks(head):
        return False
    own = any(t.dep_ in SUBJECTS and t.i < to.i for t in before)
    return own and (verb.i < head.i or head.lemma_.lower() == "say")
