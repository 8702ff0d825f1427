"""Links that an act makes to what it is done to: a denial of a report, praise of a decision, a refused proposal."""

from __future__ import annotations

import re

from rashomon.account.answers_index import Key, Told, named_like
from rashomon.account.kindred import action_of
from rashomon.account.standing import AHEAD, of_the_deed
from rashomon.core import Citation, Event, Referent, Status
from rashomon.core.alignment import Telling

KINDS = {
    "deny": "denies",
    "confirm": "confirms",
    "refuse": "refuses",
    "praise": "responds",
    "condemn": "responds",
    "criticise": "responds",
    "mock": "responds",
    "oppose": "responds",
    "support": "responds",
}
"""How an act of each class answers what it is done to."""

TAKING_SIDES = frozenset({"support", "oppose"})
"""Classes that are an answer only to something decided or asked for: "supports the police" answers nothing."""

CORRECTING = frozenset({"correct", "retract", "recant", "backtrack", "walk back", "row back", "take back", "withdraw"})
REJECTING = frozenset({"ignore", "reject", "dismiss", "adopt", "accept", "heed", "follow", "turn down", "overrule"})
"""Verbs that turn down what was asked for; "adopt", "accept", "heed" and "follow" only where they are negated."""
TAKEN_UP = frozenset({"adopt", "accept", "heed", "follow"})

ASKING_NOUNS = frozenset(
    "proposal proposition request call demand suggestion recommendation appeal plea advice".split()
)
SAID_NOUNS = frozenset("statement declaration report claim remark comment story account announcement figure".split())
DECIDED_NOUNS = frozenset(
    "response decision move refusal announcement step gesture restraint order action plan reaction resolution".split()
)
POSSESSOR = re.compile(r"^(?:the |mr\.? |mrs\.? |ms\.? )?(.+?)(?:['’]s|s['’]) ", re.IGNORECASE)
MOST_WORDS_OFF = 6
"""How many words may stand between an act and the happening that its own clause names."""


def acts_upon(told: Told) -> list[tuple[Key, Citation]]:
    """The links of every act that is done to another claim, with the sentence that tells the act."""
    found = []
    for document, here in told.by_document.items():
        for claim, telling in here:
            kind = kind_of(telling.event)
            if kind is None:
                continue
            place = told.cite(document, telling.event.sentence)
            found += [((claim, answered, kind), place) for answered in answered_by(told, telling, kind)]
    return found


def kind_of(event: Event) -> str | None:
    """How an act answers, None for one that answers nothing; what was only proposed or denied is no act."""
    lemma, negated = event.predicate.lemma.lower(), event.status in {Status.DENIED, Status.REFUSED}
    noun = event.target.head.lower() if event.target is not None else ""
    if event.predicate.form == "light" and negated and event.predicate.lemma in ASKING_NOUNS:
        return "refuses"
    if lemma in REJECTING and noun in ASKING_NOUNS:
        return "refuses" if (lemma in TAKEN_UP) == negated else None
    if lemma in REJECTING and "call" in _object_words(event):
        return "refuses" if lemma not in TAKEN_UP and not negated else None
    if event.status not in {Status.DONE, Status.UNDERWAY} or event.predicate.form == "noun":
        return None
    if lemma in CORRECTING:
        return "corrects" if noun in SAID_NOUNS else None
    return KINDS.get(action_of(event))


def _object_words(event: Event) -> set[str]:
    """The words of a thing that the reading keeps as object beside the person concerned."""
    return {w.rstrip("s") for how, r in event.others if how == "object" for w in r.name.lower().split()}


def answered_by(told: Told, act: Telling, kind: str) -> list[str]:
    """The claims that an act is done to: those its own clause holds, else one that it names by whose it is."""
    held = held_by(told, act, kind)
    if held or kind in {"denies", "confirms"}:
        return held
    owner = _owner(act.event.target)
    noun = act.event.target.head.lower() if act.event.target is not None else ""
    if act.event.predicate.form == "light" and act.event.predicate.lemma in ASKING_NOUNS:
        owner = owner or _owner_in(told.documents[act.document].words_at(act.event.span), act.event.predicate.lemma)
        noun = act.event.predicate.lemma
    if owner is None:
        return []
    if noun in DECIDED_NOUNS and kind == "responds":
        return _main_act(told, act, owner)
    return _asked_by(told, act, owner) if noun in ASKING_NOUNS | SAID_NOUNS else []


def held_by(told: Told, act: Telling, kind: str) -> list[str]:
    """The claim told within an act's own clause, right behind its verb ("rejected calls to expel ten pilots")."""
    text = told.documents[act.document].part(act.event.span.part)
    for claim, held in told.in_sentence(act.document, act.event.sentence):
        if held.event.id == act.event.id or held.event.span.part != act.event.span.part:
            continue
        if kind in {"denies", "confirms"}:
            if _cued(act, held, kind) and _told_besides(told, claim, act, held, kind):
                return [claim]
        elif _behind(act, held, text) and _is_meant(act, held, kind, text):
            return [claim]
    return []


def _cued(act: Telling, held: Telling, kind: str) -> bool:
    """Whether it is this act by which a happening is denied or confirmed."""
    cued = any(why.startswith(f"{act.event.predicate.lemma} ") or " + " in why for why in held.event.why)
    right = held.event.status is Status.DENIED if kind == "denies" else held.event.status is not Status.DENIED
    voice, actor = held.event.voice, act.event.actor
    own = voice is not None and actor is not None and (voice.span == actor.span or voice.name == actor.name)
    return cued and right and own


def _told_besides(told: Told, claim: str, act: Telling, held: Telling, kind: str) -> bool:
    """Whether a claim is also told elsewhere: what only its denial or confirmation tells has no answer.

    Who denies a deed does not answer a plan.
    """
    no_answer = {Status.DENIED, *(AHEAD if of_the_deed(held) else ())}
    others = [t for t in told.of(claim) if (t.document, t.event.sentence) != (act.document, act.event.sentence)]
    return any(kind != "denies" or t.event.status not in no_answer for t in others)


BREAKS = re.compile(r"[.;:!?]|\b(?:and|but|while|who|which|after|before|when|as|during)\b", re.IGNORECASE)
FOR_DOING = re.compile(r"\bfor (?:not |\w+ \w+ in )?$", re.IGNORECASE)


def _behind(act: Telling, held: Telling, text: str) -> bool:
    """Whether a happening is told right behind an act, in its clause, with nothing that breaks off between."""
    at, place = act.event.predicate.span, held.event.predicate.span
    target = act.event.target.span if act.event.target is not None else at
    joined = 0 <= held.event.span.start - target.end <= 1  # "calls to close the quay": the reading parts the clauses
    if place.start <= at.end or held.event.predicate.form == "light" or place.start < target.start:
        return False
    if not act.event.span.covers(place) and not joined:
        return False
    between = text[at.end : place.start]
    return BREAKS.search(between) is None and len(between.split()) <= MOST_WORDS_OFF + 2


def _is_meant(act: Telling, held: Telling, kind: str, text: str) -> bool:
    """Whether what stands behind an act is what it is done to.

    It is where the act's object is a decision or request to do it, or is the happening itself, and where somebody is
    praised or blamed for doing it; what is refused must have been asked for.
    """
    target = act.event.target
    noun = target.head.lower() if target is not None else ""
    named = noun in DECIDED_NOUNS | ASKING_NOUNS | SAID_NOUNS or "call" in _object_words(act.event)
    if kind == "refuses":
        return held.event.status is Status.PROPOSED
    if kind == "corrects" or action_of(act.event) in TAKING_SIDES:
        return named
    itself = target is not None and noun == held.event.predicate.lemma and target.span.covers(held.event.predicate.span)
    between = text[act.event.predicate.span.end : held.event.predicate.span.start]
    decided = re.search(r"\b(?:decision|move|refusal|order|plan|resolution|vote) to $", between) is not None
    return named or itself or decided or FOR_DOING.search(between) is not None


def _owner(target: Referent | None) -> str | None:
    """Whose it is: "Ms Orsk" of "Ms Orsk's decision"."""
    match = POSSESSOR.match(" ".join(target.name.split()) + " ") if target is not None else None
    return match.group(1) if match else None


def _owner_in(clause: str, noun: str) -> str | None:
    """Whose proposal it is, in a clause that names it before the noun."""
    match = re.search(rf"([\w.-]+)['’]s (?:\w+ )?{re.escape(noun)}", clause)
    return match.group(1) if match else None


def _main_act(told: Told, act: Telling, owner: str) -> list[str]:
    """What somebody did or decided, as most documents tell it, among what this document told before the act."""
    before = [
        (c, t)
        for c, t in told.by_document[act.document]
        if t.event.predicate.span < act.event.predicate.span
        and t.event.status in {Status.DONE, Status.REFUSED, Status.PLANNED, Status.UNDERWAY}
        and (named_like(t.event.actor, owner) or named_like(t.event.voice, owner))
        and kind_of(t.event) is None
    ]
    if not before:
        return []
    own = [x for x in before if named_like(x[1].event.actor, owner)] or before
    weight = {c: len({r.document for r in told.claim(c).reports}) for c, _ in own}
    best = max(weight.values())
    most = sorted(c for c, n in weight.items() if n == best)
    return most if len(most) == 1 and best > 1 else []


def _asked_by(told: Told, act: Telling, owner: str) -> list[str]:
    """What somebody asked for or said, when this document lays just one such claim to that party."""
    asked = {
        c
        for c, t in told.by_document[act.document]
        if t.event.status is Status.PROPOSED and (named_like(t.event.voice, owner) or named_like(t.event.actor, owner))
    }
    return sorted(asked, key=lambda c: (-len(told.claim(c).reports), c))[:1]
