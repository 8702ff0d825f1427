"""The context of a clause that hangs beside another or on a noun: conditions, reasons, times, purposes, complements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Status
from rashomon.core.predicates import predicate_class
from rashomon.read.nouns import nouns
from rashomon.read.status import REAL, SUPPOSED, UNREAL, State
from rashomon.read.status_conditions import compared, in_default
from rashomon.read.status_cues import noun_cue_governor
from rashomon.read.status_governors import announced, governor_over, implied_by_phrase, that_complement, told_of
from rashomon.read.status_lexicon import adjective_governor, marks, noun_governor, verb_governor
from rashomon.read.status_marks import hedged
from rashomon.read.status_openings import averted
from rashomon.read.status_syntax import (
    VERBAL,
    auxiliaries,
    in_order,
    lemmas_of,
    mark_of,
    noun_before,
    ordered,
    phrase_ending,
)
from rashomon.read.status_tenses import WOULD
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.read.status_paths import StatusPaths

PURPOSEFUL = frozenset({"say", "manage", "begin", "stop", "prevent", "avoid", "reject", "ban", "cancel", "deny"})
"""Classes whose verbs take no infinitive, so that one after them tells a purpose: "blocked the road to protest"."""

ON_THE_POINT = frozenset({"about", "going", "preparing", "poised"})
"""Words before an act that is broken off; what "was due to sail when it was mended" may yet sail."""


TURNING = frozenset({"reject", "deny", "consider", "avoid", "cancel", "postpone"})
"""Classes whose verbs have what they turn right behind them."""
ENDING = frozenset({"until", "till", "before"})
"""Marks behind which the past may be one that is still to come: "refused to leave until he had apologised"."""


OPENING = frozenset({"once", "when", "until", "till", "after", "before"})
"""Marks of a time that is as open as what it belongs to."""
PAST = frozenset({"had", "was", "were"})


def takes_clause(noun: Token, clause: Token) -> bool:
    """Whether a noun has a clause as its complement by either table."""
    return noun_governor(noun.lemma_.lower()) is not None or noun_cue_governor(noun, clause) is not None


def after_noun(paths: StatusPaths, verb: Token, noun: Token) -> State:
    """A clause that complements a noun ("the order to expel") or modifies it ("a bomb killing twelve")."""
    infinitive = any(t.dep_ == "aux" and t.lower_ == "to" for t in children(verb))
    governor = noun_governor(noun.lemma_.lower())
    if (carried := ordered(verb)) is not None:
        return paths.state(carried.head)
    if (ending := phrase_ending(noun)) is not None and (ruled := verb_governor(ending[0])) is not None:
        return paths.under(ruled, verb, ending[1], ending[1])  # "ruled out the possibility that"
    carrier = noun.head.head if noun.dep_ == "pobj" else noun.head
    if infinitive and noun.dep_ in {"dobj", "pobj"} and (implied := implied_by_phrase(carrier)) is not None:
        return paths.under(implied, verb, carrier, carrier)
    somebody = noun.pos_ == "PROPN" or noun.lemma_.lower() in nouns().kinds
    if infinitive and noun.dep_ == "dobj" and noun.head.lemma_.lower() == "get" and somebody:
        return paths.under(verb_governor("cause"), verb, noun.head, noun.head)
    if infinitive or mark_of(verb) == "that" or (governor is not None and that_complement(verb)):
        governor = governor or noun_cue_governor(noun, verb)
        if noun.lemma_.lower() == "decision" and infinitive and announced(noun):
            return paths.state(noun.head).step(Status.PLANNED, "announced a decision")
        if governor is None:
            return paths.context(noun).step(Status.POSSIBLE, "to + infinitive") if infinitive else paths.state(noun)
        return paths.under(governor, verb, noun, noun)
    seen = verb_governor(*lemmas_of(noun.head)) if noun.dep_ == "dobj" and noun.head.pos_ in VERBAL else None
    if verb.tag_ == "VBN" and _yet_to_see(noun) and paths.state(noun.head).status not in REAL:
        return paths.state(noun.head).noted(f"{noun.head.lower_}: yet to be seen")
    if verb.tag_ in {"VBG", "VBN"} and seen is not None and seen.name in {"perceive", "show"}:
        return paths.under(seen, verb, noun.head, noun.head)
    if verb.tag_ == "VBG":
        if governor is not None and told_of(verb, noun):
            return paths.under(governor, verb, noun, noun)
        state = paths.state(noun)
        return state if state.status not in REAL and noun.dep_ != "nsubj" else State()
    return State()


ASKING = frozenset({"WP", "WDT", "WRB", "WP$"})
"""Tags of the words that ask."""


def _yet_to_see(noun: Token) -> bool:
    """Whether a participle behind a noun is what somebody has yet to see done: "wants to see the bridge rebuilt".

    Of "a film shot in May" it only says which one.
    """
    which = any(t.lower_ in {"a", "an", "any", "some"} for t in children(noun))
    return noun.dep_ == "dobj" and noun.head.lemma_.lower() == "see" and noun.head.tag_ == "VB" and not which


def seen_done(verb: Token, head: Token) -> bool:
    """Whether a clause is what somebody has yet to see done, as parsers put it: "hopes to see the law changed".

    "Wait and see what happened" asks after a fact.
    """
    if any(t.tag_ in ASKING for t in children(verb)):
        return False
    if head.lemma_.lower() != "see" or head.tag_ != "VB" or verb.tag_ not in {"VBD", "VBN"} or auxiliaries(verb):
        return False
    return not mark_of(verb) and not any(t.dep_ in {"dobj", "ccomp", "xcomp"} for t in children(verb))


def adverbial(paths: StatusPaths, verb: Token, head: Token) -> State:
    """An adverbial clause: conditions are open, reasons and times told as facts, purposes intended."""
    mark = mark_of(verb)
    outer = paths.state(head)
    if mark == "if" and (held := averted(verb)) is not None:
        return held
    if in_default(verb) and outer.status not in REAL:
        return State().step(Status.POSSIBLE, "failing").noted(SUPPOSED)
    if compared(verb):
        return State().step(Status.POSSIBLE, "as if").noted(SUPPOSED)
    if mark in marks()["condition"]:
        opened = outer.step(Status.POSSIBLE, mark)
        return opened.noted(SUPPOSED) if mark not in {"whether", "lest"} else opened
    if mark in marks()["factual"]:
        return _timed(verb, head, mark, outer)
    if any(t.dep_ == "aux" and t.lower_ == "to" for t in children(verb)):
        return _purpose(paths, verb, head, mark)
    if verb.tag_ == "VBG" and not mark and (governed := _gerund(paths, verb, head)) is not None:
        return governed
    return State() if outer.status in UNREAL else (outer if verb.i > head.i else paths.context(head))


def _timed(verb: Token, head: Token, mark: str, outer: State) -> State:
    """The context of a time or reason: told as a fact, but open where what it belongs to is yet to come or refused."""
    if mark == "when" and _breaks_in(verb, head):
        return State()
    if mark in {"until", "till"} and _refusing(head):
        return outer.step(Status.POSSIBLE, f"refused {mark}")
    if outer.status is Status.REFUSED and _over(verb, head, mark):
        return State()
    future = outer.status not in REAL | UNREAL and verb.tag_ in {"VBZ", "VBP", "VBN"}
    opened = (future or outer.status is Status.REFUSED) and mark in OPENING
    return outer.step(Status.POSSIBLE, mark) if opened else State()


def _gerund(paths: StatusPaths, verb: Token, head: Token) -> State | None:
    """The context of a gerund that the verb before it governs, which parsers take for a manner; None of others."""
    caused = verb_governor(*lemmas_of(head)) if head.pos_ in VERBAL else None
    if caused is None:
        return None
    if caused.name == "forbear" or (caused.name in TURNING and _right_behind(verb, head)):
        return paths.under(caused, verb, head, head)  # "ruled out sending troops"
    if caused.name == "cause" and hedged(head):
        return paths.context(head).noted(f"{head.lower_}: who or what did it is in doubt, not that it happened")
    return None


def _right_behind(gerund: Token, head: Token) -> bool:
    """Whether only a particle parts a gerund from a verb: "ruled out sending", but not "fell, sending"."""
    between = gerund.doc[head.i + 1 : gerund.i]
    return gerund.i > head.i and all(t.dep_ in {"prt", "advmod", "neg"} for t in between)


def _refusing(head: Token) -> bool:
    """Whether a verb refuses an act, so that "until" tells what would end the refusal."""
    governor = verb_governor(*lemmas_of(head)) if head.pos_ in VERBAL else None
    acts = any(t.dep_ == "xcomp" for t in children(head))
    return governor is not None and governor.name == "refuse" and acts


def _over(verb: Token, head: Token, mark: str) -> bool:
    """Whether a time or reason behind an act given up is over: "dropped its plan to sail after guards objected".

    The infinitive has no tense to which the past of the clause could belong, unlike "said it would sail after".
    """
    bare = not auxiliaries(verb) and any(t.dep_.startswith("nsubj") for t in children(verb))
    past = (verb.tag_ in {"VBD", "VBN"} and bare) or any(t.lower_ in PAST for t in auxiliaries(verb))
    untensed = all(t.lower_ == "to" for t in auxiliaries(head)) and head.tag_ in {"VB", "VBG"}
    return past and untensed and mark not in ENDING


def _purpose(paths: StatusPaths, verb: Token, head: Token, mark: str) -> State:
    """The context of an infinitive that hangs on a clause: its purpose, its outcome, or what a word there governs."""
    outer = paths.state(head)
    if mark == "for" and (adjective := _said_of(head)) is not None:
        return paths.complement(verb, adjective)
    if (noun := noun_before(verb)) is not None:
        return paths.under(noun_governor(noun.lemma_.lower()), verb, noun, noun)
    governor = governor_over(verb, head) if head.pos_ in VERBAL else None
    if (
        governor is not None
        and (governor.name not in PURPOSEFUL or set(lemmas_of(head)) & marks()["proceeding"])
        and not in_order(verb)
    ):
        return paths.under(governor, verb, head, head)
    if outer.status in REAL and predicate_class(head.lemma_.lower()) == "win":
        return outer.noted("to + infinitive after a win: its outcome")
    return outer.step(Status.PLANNED if outer.status in REAL else outer.status, "purpose")


def _breaks_in(verb: Token, head: Token) -> bool:
    """Whether a clause tells what came when something was about to be done: "about to sign when she was arrested"."""
    if verb.tag_ != "VBD" and not any(t.lower_ in {"was", "were", "had"} for t in auxiliaries(verb)):
        return False
    words = [head]
    while words[-1].dep_ in {"xcomp", "acomp"}:
        words.append(words[-1].head)
    forms = {t.lower_ for above in words for t in (above, *auxiliaries(above))}
    return bool(forms & {"was", "were"}) and bool(forms & ON_THE_POINT)


def _said_of(verb: Token) -> Token | None:
    """The adjective that says of an act what "it" announces: "it was impossible for her to have fired"."""
    if verb.lemma_.lower() != "be" or not any(t.lower_ == "it" for t in children(verb)):
        return None
    adjective = next((t for t in children(verb) if t.dep_ == "acomp"), None)
    return adjective if adjective is not None and adjective_governor(adjective.lemma_.lower()) is not None else None


def passed_over(verb: Token) -> Token | None:
    """The act that somebody would rather do than this one: who "would rather resign than shell it" refuses to shell."""
    than = verb.nbor(-1) if verb.i else verb
    if than.lower_ == "to" and than.i:
        than = than.nbor(-1)
    if verb.tag_ not in {"VB", "VBP"} or than.lower_ != "than":
        return None
    for t in verb.doc[: than.i]:
        if t.dep_ == "advmod" and t.lower_ in {"rather", "sooner"} and t.i < t.head.i < than.i:
            return t.head if any(a.lower_ in WOULD for a in auxiliaries(t.head)) else None
    return None
