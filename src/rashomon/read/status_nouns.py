"""The status that the place of a noun, or of a clause after a preposition, gives the happening it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Status
from rashomon.core.predicates import predicate_class
from rashomon.read.status import NEGATED, REAL, SUPPOSED, UNREAL, State, compose, governed
from rashomon.read.status_governors import advice_before
from rashomon.read.status_lexicon import Governor, adjective_governor, marks, noun_governor, verb_governor
from rashomon.read.status_negation import negators
from rashomon.read.status_openings import refraining
from rashomon.read.status_syntax import VERBAL, is_passive, lemmas_of, phrase_ending
from rashomon.read.status_withdrawals import come_to_nothing, cut_short
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.read.status_paths import StatusPaths

CIRCUMSTANCE = frozenset({"in", "on", "over", "about", "to", "at", "during", "after", "before"})
"""Prepositions after which a noun names a circumstance that is taken for granted: "charged in the bombing"."""


TRAVEL = frozenset({"arrive", "leave", "return", "take-off"})


LASTING = frozenset({"continue", "end", "persist", "last"})
"""Verbs whose subject is going on, whenever they say that it goes on or ends."""

LINKING = frozenset({"be", "seem", "look", "appear", "become", "remain", "'s", "’s"})

NEARNESS = frozenset({"likely", "unlikely", "due", "about"})
"""Classes of adjectives that say of a happening itself how near it is."""

HYPOTHETICAL = frozenset({"event", "case"})
"""Nouns that suppose what they are of; what is on the verge of happening is told to be near."""

DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your"})


def after_preposition(paths: StatusPaths, verb: Token, preposition: Token) -> State:
    """A clause or noun after a preposition: "accused of acting", "without acting", "call for action"."""
    head = preposition.head
    word = preposition.lower_
    instead = marks()["instead"]
    before = preposition.doc[preposition.i - 1].lower_ if preposition.i else ""
    if word in instead or (word in {"of", "than"} and before in instead):
        return State().step(Status.DENIED, word if word in instead else f"{before} {word}")
    if word == "from" and (head.lower_ == "far" or (before == "far" and verb.tag_ == "VBG")):
        return State().step(Status.DENIED, "far from")
    if (phrased := _not_guilty(paths, preposition) or _after_phrase(paths, verb, preposition)) is not None:
        return phrased
    if word == "against" and verb.pos_ not in VERBAL:
        return State()  # "appealed against the verdict", "protested against the ban"
    if word == "before" and verb.tag_ == "VBG" and head.pos_ in VERBAL:
        outer = paths.state(head)
        return State() if outer.status in REAL | UNREAL else outer.step(Status.POSSIBLE, "before")
    if word == "about" and verb.tag_ == "VBG" and (head.lemma_.lower() == "be" or _unmoved(head)):
        return paths.context(head).step(Status.POSSIBLE, "about")
    if word in marks()["independent"]:
        return State()
    if head.pos_ in VERBAL:
        return _after_verb_and_preposition(paths, verb, head, word)
    if head.pos_ == "ADJ":
        return paths.under(adjective_governor(head.lemma_.lower()), verb, head, head.head)
    if head.pos_ in {"NOUN", "PROPN"}:
        return _after_noun_and_preposition(paths, verb, head, word)
    return State()


def _not_guilty(paths: StatusPaths, preposition: Token) -> State | None:
    """What stands after "not guilty of" or "not guilty to": a plea or a verdict that denies it."""
    before = [t for t in preposition.doc[max(0, preposition.i - 3) : preposition.i] if t.is_alpha]
    if [t.lower_ for t in before[-2:]] != ["not", "guilty"]:
        return None
    bearer = before[-1].head
    state = paths.state(bearer) if bearer.pos_ in VERBAL and not negators(bearer) else State()
    return state.step(Status.DENIED if state.status in REAL else Status.POSSIBLE, "not guilty")


def _after_phrase(paths: StatusPaths, verb: Token, preposition: Token) -> State | None:
    """What stands after a declared phrase: "stopped just short of acting", "ruled out the possibility of acting"."""
    if verb.pos_ in VERBAL and (phrase := refraining(verb, preposition)) is not None:
        return paths.under(phrase[0], verb, phrase[1], phrase[1])
    ending = phrase_ending(preposition) or phrase_ending(preposition.head)
    governor = verb_governor(ending[0]) if ending is not None else None
    if ending is None or governor is None or (verb.pos_ not in VERBAL and governor.effects["noun"] == "."):
        return None
    return paths.under(governor, verb, ending[1], ending[1])


def _unmoved(head: Token) -> bool:
    """Whether an adjective takes nothing for granted: "serious about reaching", but "sorry about closing"."""
    lemma = head.lemma_.lower()
    return head.pos_ == "ADJ" and (adjective_governor(lemma) is None or lemma in marks()["anxious"])


def _after_verb_and_preposition(paths: StatusPaths, verb: Token, head: Token, word: str) -> State:
    if word == "by":
        return paths.state(head) if verb.pos_ in VERBAL else State()
    if word == "in" and verb.pos_ in VERBAL and head.lemma_.lower() in {"delay", "hamper", "hinder", "help"}:
        return paths.state(head)  # who is delayed in acting acts
    if (advice := advice_before(verb, head, word)) is not None:
        return _after_noun_and_preposition(paths, verb, advice, word)
    if head.lemma_.lower() == "be" and verb.pos_ == "NOUN" and word in {"in", "under", "on", "at"} and bare(verb):
        return paths.state(head)  # "is in talks", "was under attack", "are on strike"
    if verb.lemma_.lower() in marks()["scheduled"] and word in {"in", "at", "during", "for"}:
        outer = paths.state(head)
        if outer.status in {Status.PLANNED, Status.PROPOSED, Status.POSSIBLE, Status.THREATENED}:
            return outer.step(Status.PLANNED, f"{word} what is to come")
    lemmas = lemmas_of(head)
    governor = verb_governor(*(lemma for lemma in lemmas if lemma.endswith(f" {word}")))
    if governor is None and word in {"of", "from", "to", "in", "on", "against", "with", "into"}:
        governor = verb_governor(lemmas[-1])
    if verb.pos_ in VERBAL and word == "for" and governor is None:
        blaming = verb_governor(lemmas[-1])  # "blame the railway for killing forty sheep"
        governor = blaming if blaming is not None and blaming.name == "lay" else None
    if verb.pos_ in VERBAL:
        return paths.under(governor, verb, head, head) if governor is not None else paths.state(head)
    if governor is not None and governor.effects["noun"] != "." and word not in CIRCUMSTANCE:
        return paths.under(governor, verb, head, head)
    return _open(paths, verb, head) if word in {"for", "to", "into", "with"} else State()


def _after_noun_and_preposition(paths: StatusPaths, verb: Token, head: Token, word: str) -> State:
    governor = noun_governor(head.lemma_.lower())
    if governor is not None and governor.name == "report" and word != "of":
        return State()  # "a report on the crash" tells of what is known
    if governor is not None and governor.name == "report" and verb.pos_ not in VERBAL and definite(verb):
        return State()  # "reports of the crash"
    if governor is not None and word in {
        "of",
        "for",
        "on",
        "to",
        "in",
        "against",
        "about",
        "over",
        "regarding",
        "concerning",
    }:
        if verb.tag_ == "VBG" and head.lemma_.lower() in marks()["advising"]:
            governor = noun_governor("proposal") or governor
        if verb.pos_ not in VERBAL and governor.effects["noun"] == ".":
            return State()
        return paths.under(governor, verb, head, head)
    if head.lower_ in marks()["contingency"] and word == "of":
        opened = State().step(Status.POSSIBLE, f"{head.lower_} of")
        return opened.noted(SUPPOSED) if head.lower_ in HYPOTHETICAL else opened
    return paths.context(head) if verb.pos_ in VERBAL else State()


def noun_context(paths: StatusPaths, noun: Token, dep: str, head: Token) -> State:
    """The status that the place of a noun gives the happening it names."""
    lemma = head.lemma_.lower()
    if dep == "conj":
        return paths.context(head)
    if dep == "amod" and noun.tag_ == "VBN":
        return State()  # "took banned substances": banned they are, whatever was done with them
    if dep in {"amod", "compound", "nmod"}:
        return paths.state(head) if head.pos_ in {"NOUN", "PROPN"} else State()
    if dep == "pobj":
        return after_preposition(paths, noun, head)
    if head.pos_ not in VERBAL:
        return State()
    if dep == "ccomp":
        return paths.complement(noun, head)
    if dep in {"attr", "acomp"} and lemma == "be":
        return paths.state(head)
    return _role_context(paths, noun, dep, head)


def _role_context(paths: StatusPaths, noun: Token, dep: str, head: Token) -> State:
    """The status that a noun has as subject or object of a verb."""
    lemma = head.lemma_.lower()
    if dep == "nsubj" and is_passive(head):
        dep = "nsubjpass"  # "Rail strike called off"
    # "called an election for May": the preposition after the object makes no other verb
    governor = verb_governor(*lemmas_of(head, prepositions=dep not in {"dobj", "nsubjpass"}))
    if dep in {"dobj", "oprd", "dative"} or (dep == "nsubjpass"):
        if _there_already(noun, head, governor) or _known_of(noun, head, paths):
            return State()
        if lemma in marks()["contending"] and noun.lemma_.lower() not in marks()["standing"]:
            return paths.state(head).step(Status.POSSIBLE, f"{lemma} what may come")
        if lemma == "set" and dep == "dobj":
            return paths.state(head)  # "set fire to", against "was set for"
        called = lemma == "call" and lemmas_of(head, prepositions=False)[0] == lemma  # not "called off"
        if called and dep == "dobj" and not definite(noun) and not _named(head):
            return paths.state(head).step(compose(paths.state(head).status, Status.PLANNED), "call")
        if cut_short(noun, head) and paths.state(head).status in REAL:
            return paths.state(head).step(Status.POSSIBLE, f"{lemma}: not brought to its end")
        if governor is not None and governor.name == "postpone" and predicate_class(noun.lemma_, "noun") in TRAVEL:
            return paths.state(head)  # what is delayed on its way comes all the same
        if governor is not None and governor.effects["noun"] != ".":
            return paths.under(governor, noun, head, head)
        if lemma in marks()["light"] or (lemma in marks()["obtaining"] and noun.lemma_.lower() in marks()["obtained"]):
            return paths.state(head)
        return _open(paths, noun, head)
    return _as_subject(paths, noun, head) if dep == "nsubj" else State()


def _as_subject(paths: StatusPaths, noun: Token, head: Token) -> State:
    """The status that a noun has as subject of a verb."""
    if head.lemma_.lower() in LASTING:
        return State()  # what will continue, or end, is there
    if (said := _said_of(head)) is not None:
        return _as_said(paths, head, said)
    if set(lemmas_of(head)) & marks()["occur"]:
        return paths.state(head)
    if come_to_nothing(head):
        state = paths.state(head)
        return state.step(NEGATED[state.status] if state.status in REAL else Status.POSSIBLE, "fell through")
    return _open(paths, noun, head)


def _there_already(noun: Token, verb: Token, governor: Governor | None) -> bool:
    """Whether a verb takes for granted the happening that is its object."""
    if verb.lemma_.lower() in marks()["probing"]:  # "investigating the poisoning of a dog": it was poisoned
        return any(t.dep_ == "det" and t.lower_ in DEFINITE for t in children(noun))
    if verb.lemma_.lower() in marks()["ending"]:
        return True  # what will end, or will not, is there
    if governor is None:
        return False
    if governor.name == "cancel" and (noun.lemma_.lower() in marks()["under-way"] or _goes_on(verb)):
        return True
    if noun.lemma_.lower() in marks()["telling"] and governor.effect("noun") in UNREAL:
        return True  # who denies a report does not deny that it was made
    return governor.name == "expect" and any(t.lower_ == "had" for t in children(verb))  # "had been expected"


def _known_of(noun: Token, verb: Token, paths: StatusPaths) -> bool:
    """Whether a known happening is seen, extended or joined: it is there, whether somebody does so or not.

    One that somebody is yet to join may itself be yet to come ("will join the march on Friday"), and what nobody will
    see never comes ("will never see the sale").
    """
    lemma = verb.lemma_.lower()
    if not definite(noun) or lemma not in marks()["prolonging"] | marks()["joining"]:
        return False
    status = paths.state(verb).status
    unseen = lemma == "see" and status is Status.REFUSED
    return lemma in marks()["prolonging"] or (status in REAL | UNREAL and not unseen)


def _goes_on(verb: Token) -> bool:
    """Whether what is called off is to be taken up again: "was called off and will resume on Monday"."""
    return any(t.dep_ == "conj" and t.lemma_.lower() in {"resume", "restart"} for t in children(verb))


def _said_of(verb: Token) -> Governor | None:
    """The class of the adjective that says of a happening how near it is: "a strike is likely", "cuts were overdue"."""
    if verb.lemma_.lower() not in LINKING:
        return None
    for t in children(verb):
        if t.dep_ == "acomp":
            if t.lower_ in marks()["overdue"]:
                return verb_governor("need")
            governor = adjective_governor(t.lower_)
            return governor if governor is not None and governor.name in NEARNESS else None
    return None


def _as_said(paths: StatusPaths, verb: Token, governor: Governor) -> State:
    state = paths.state(verb)
    status = governed(state.status, governor.effect("noun"), governor.effects["negated"])
    return state.step(status, f"said of it ({governor.name})")


def _open(paths: StatusPaths, noun: Token, verb: Token) -> State:
    """A bare or indefinite noun under an open verb is as open as the verb; a definite one is taken for granted."""
    state = paths.state(verb)
    if definite(noun) or state.status in REAL | UNREAL:
        return State()
    return state


def definite(noun: Token) -> bool:
    """Whether a noun has an article or an owner by which it is known: "the strike", "its ban"."""
    return any(t.dep_ in {"det", "poss"} and (t.lower_ in DEFINITE or t.dep_ == "poss") for t in children(noun))


def bare(noun: Token) -> bool:
    """Whether a noun has no article or owner: "in talks"."""
    return not any(t.dep_ in {"det", "poss"} for t in children(noun))


def _named(verb: Token) -> bool:
    """Whether a verb names its object something: "called the vote a farce"."""
    return any(t.dep_ in {"oprd", "xcomp", "ccomp", "attr", "acomp"} for t in children(verb))
