"""From the root of a sentence to a predicate: each word on the way turns the status and may give the voice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rashomon.core import Status
from rashomon.read.status import REAL, UNREAL, State, compose, governed
from rashomon.read.status_lexicon import Governor, adjective_governor, noun_governor, verb_governor
from rashomon.read.status_marks import VERBAL, asked, auxiliaries, marks, noun_state, own_state, shares

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "oprd", "acomp", "pcomp"})
CIRCUMSTANCE = frozenset({"in", "on", "over", "about", "to", "at", "during", "after", "before"})
"""Prepositions after which a noun names a circumstance that is taken for granted: "charged in the bombing"."""

DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your"})


def lemmas_of(verb: Token) -> tuple[str, ...]:
    """A verb's lemma with its particle, with each preposition, and bare, longest first."""
    lemma = verb.lemma_.lower()
    particles = [t.lower_ for t in verb.children if t.dep_ == "prt"]
    prepositions = [t.lower_ for t in verb.children if t.dep_ == "prep" and t.i > verb.i]
    return (*(f"{lemma} {p}" for p in (*particles, *prepositions)), lemma)


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: a passive subject or auxiliary, or a bare participle after a noun."""
    if any(t.dep_ in {"nsubjpass", "auxpass", "agent", "csubjpass"} for t in verb.children):
        return True
    if verb.dep_ == "conj" and shares(verb) and verb.tag_ == "VBN":
        return is_passive(verb.head)
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod", "advcl"} and not auxiliaries(verb)


@dataclass(slots=True)
class StatusPaths:
    """The states of one sentence's tokens, worked out once each from the root down."""

    doc: Doc
    _states: dict[int, State] = field(default_factory=dict)
    _contexts: dict[int, State] = field(default_factory=dict)
    _governors: dict[int, Token] = field(default_factory=dict)

    def state(self, token: Token) -> State:
        """The status of the happening that a token names, in its whole context."""
        if token.i not in self._states:
            self._states[token.i] = State(Status.DONE)  # a cycle cannot be, but a broken parse must end
            context = self.context(token)
            verbal = token.pos_ in VERBAL and token.dep_ not in {"amod", "compound"}
            own = self._own(token) if verbal else self._own_noun(token, context)
            self._states[token.i] = State(compose(context.status, own.status), (*context.why, *own.why))
        return self._states[token.i]

    def context(self, token: Token) -> State:
        """The status of the place where a token stands, before its own marks."""
        if token.i not in self._contexts:
            self._contexts[token.i] = State()
            self._contexts[token.i] = self._context(token)
        return self._contexts[token.i]

    def _own(self, verb: Token) -> State:
        return own_state(verb, reported=self._reported(verb), in_question=verb.dep_ == "ROOT" and asked(verb))

    def _own_noun(self, noun: Token, context: State) -> State:
        if noun.pos_ == "ADJ":
            head = noun.head
            return own_state(head, reported=False, in_question=asked(head)) if noun.dep_ == "acomp" else State()
        return noun_state(noun, negated=context.status in UNREAL)

    def _reported(self, verb: Token) -> bool:
        """Whether a clause stands under speech or thought in the past, so that its "would" looks ahead from there."""
        head = verb
        while head.dep_ in {"conj", "xcomp"} and head.head.i != head.i:
            head = head.head
        return head.dep_ in {"ccomp", "relcl", "parataxis"} and head.head.tag_ in {"VBD", "VBN", "NN", "VBZ", "VBG"}

    def _context(self, token: Token) -> State:
        dep, head = token.dep_, token.head
        if dep == "ROOT" or head == token:
            return State()
        if token.pos_ in VERBAL and dep not in {"amod", "compound"}:
            return self._verb_context(token, dep, head)
        return self._noun_context(token, dep, head)

    def _verb_context(self, verb: Token, dep: str, head: Token) -> State:
        if dep == "conj":
            if head.pos_ in VERBAL:
                return self.context(head)
            return self.state(head)
        if dep in CLAUSAL:
            return self._governed(verb, head)
        infinitive = any(t.dep_ == "aux" and t.lower_ == "to" for t in verb.children)
        if dep == "acl" or (dep == "relcl" and infinitive and head.pos_ in {"NOUN", "PROPN"}):
            return self._after_noun(verb, head)
        if dep == "advcl":
            return self._adverbial(verb, head)
        if dep in {"parataxis", "dep", "appos", "prep", "dobj", "attr"} and head.pos_ in VERBAL:
            return self.context(head)
        return State()

    def _governed(self, verb: Token, head: Token) -> State:
        """The context of a complement: by the class of the word that governs it and that word's own state."""
        if verb.dep_ == "pcomp" or head.dep_ == "prep":
            return self._after_preposition(verb, head)
        if head.pos_ == "ADJ" and head.dep_ in {"acomp", "oprd", "amod", "conj", "attr", "ccomp"}:
            return self._by(adjective_governor(head.lemma_.lower()), verb, head, head.head)
        if head.lemma_.lower() in {"be", "become"}:
            return self._under_be(verb, head)
        if head.pos_ in VERBAL:
            governor = self._verb_class(verb, head)
            if verb.i < head.i and verb.dep_ == "ccomp" and (governor is None or not governor.gives_voice):
                return self.context(head)  # two main clauses side by side
            return self._by(governor, verb, head, head)
        if head.pos_ in {"NOUN", "PROPN"}:
            return self._by(noun_governor(head.lemma_.lower()), verb, head, head)
        return self.state(head)

    def _verb_class(self, verb: Token, head: Token) -> Governor | None:
        lemmas = lemmas_of(head)
        if head.lemma_.lower() == "go" and head.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.tag_ == "VB":
            return verb_governor("intend")
        if head.lemma_.lower() == "have" and verb.dep_ == "xcomp" and verb.tag_ == "VB":
            return verb_governor("manage" if head.tag_ in {"VBD", "VBN"} else "need")
        if head.lemma_.lower() == "suggest" and verb.dep_ == "ccomp" and not _subjunctive(verb):
            return verb_governor("claim" if _past_tense(verb) else "say")
        if head.lemma_.lower() in {"insist", "argue"} and _subjunctive(verb):
            return verb_governor("propose")
        carried = light_governor(head)
        if carried is not None and verb.dep_ in {"ccomp", "xcomp"}:
            return carried
        return verb_governor(*lemmas)

    def _under_be(self, verb: Token, head: Token) -> State:
        adjective = next((t for t in head.children if t.dep_ in {"acomp", "attr", "oprd"}), None)
        if adjective is not None and adjective.i != verb.i:
            governor = (
                adjective_governor(adjective.lemma_.lower())
                if adjective.pos_ == "ADJ"
                else noun_governor(adjective.lemma_.lower())
            )
            return self._by(governor, verb, adjective, head)
        state = self.state(head)
        if verb.dep_ == "xcomp" and any(t.lower_ == "to" for t in verb.children):
            return state.step(compose(state.status, Status.PLANNED), "be to")
        return state

    def _by(self, governor: Governor | None, verb: Token, word: Token, bearer: Token) -> State:
        """The context under a governing word; `bearer` is the verb that carries its tense and negation."""
        state = self.state(bearer) if bearer.pos_ in VERBAL or bearer == word else self.state(word)
        if word.pos_ == "NOUN" and governor is not None and governor.gives_voice and state.status in UNREAL:
            state = noun_state(word)  # a call or claim that is rejected was made all the same
        if governor is None:
            return state
        self._governors[verb.i] = word
        way = self._way(verb, word)
        effect = governor.effect(way)
        if effect == ".":
            return state
        if governor.gives_voice and governor.name in {"say", "claim", "believe", "announce"} and effect == "=":
            status = governed(state.status, effect, governor.effects["negated"])
            # a plan to say is still a saying: what is said keeps its own status
            status = status if state.status in UNREAL else (Status.DONE if state.status in REAL else status)
            return State(status, (*state.why, f"{word.lemma_.lower()}: voice"))
        status = governed(state.status, effect, governor.effects["negated"])
        return state.step(status, f"{word.lemma_.lower()} ({governor.name})")

    def _way(self, verb: Token, word: Token) -> str:
        helped = any(t.dep_ in {"aux", "auxpass"} and t.tag_ in {"VBD", "VBP", "VBZ", "MD"} for t in verb.children)
        finite = helped or verb.dep_ in {"ccomp", "csubj", "csubjpass"} or verb.dep_ == "acl"
        if verb.pos_ not in VERBAL:
            return "noun"
        if finite and (
            helped
            or verb.tag_ in {"VBD", "VBP", "VBZ", "MD"}
            or _has_modal(verb)
            or _mark(verb) in {"that", "whether", "if"}
        ):
            return "that"
        if any(t.dep_ in {"nsubj", "nsubjpass"} for t in verb.children):
            return "that" if verb.tag_ == "VB" and not any(t.lower_ == "to" for t in verb.children) else "other"
        if word.pos_ in VERBAL:
            if is_passive(word):
                return "passive" if verb.tag_ != "VBN" else "that"
            objects = [t for t in word.children if t.dep_ in {"dobj", "dative"} and t.i < verb.i]
            if word.lemma_.lower() == "call":
                objects += [t for t in word.children if t.dep_ == "prep"]
            return "other" if objects else "to"
        return "to"

    def _after_preposition(self, verb: Token, preposition: Token) -> State:
        """A clause or noun after a preposition: "accused of acting", "without acting", "call for action"."""
        head = preposition.head
        word = preposition.lower_
        instead = marks()["instead"]
        before = preposition.doc[preposition.i - 1].lower_ if preposition.i else ""
        if word in instead or (word in {"of", "than"} and before in instead):
            return State().step(Status.DENIED, word if word in instead else f"{before} {word}")
        if word in marks()["independent"]:
            return State()
        if head.pos_ in VERBAL:
            return self._after_verb_and_preposition(verb, head, word)
        if head.pos_ == "ADJ":
            return self._by(adjective_governor(head.lemma_.lower()), verb, head, head.head)
        if head.pos_ in {"NOUN", "PROPN"}:
            return self._after_noun_and_preposition(verb, head, word)
        return State()

    def _after_verb_and_preposition(self, verb: Token, head: Token, word: str) -> State:
        if word == "by":
            return self.state(head) if verb.pos_ in VERBAL else State()
        lemmas = lemmas_of(head)
        governor = verb_governor(*(lemma for lemma in lemmas if lemma.endswith(f" {word}")))
        if governor is None and word in {"of", "from", "to", "in", "on", "against", "with", "into"}:
            governor = verb_governor(lemmas[-1])
        if verb.pos_ in VERBAL:
            return self._by(governor, verb, head, head) if governor is not None else self.state(head)
        if governor is not None and governor.effects["noun"] != "." and word not in CIRCUMSTANCE:
            return self._by(governor, verb, head, head)
        return self._open(verb, head) if word in {"for", "to", "into", "with"} else State()

    def _after_noun_and_preposition(self, verb: Token, head: Token, word: str) -> State:
        governor = noun_governor(head.lemma_.lower())
        if governor is not None and word in {"of", "for", "on", "to", "in", "against", "about", "over"}:
            if verb.pos_ not in VERBAL and governor.effects["noun"] == ".":
                return State()
            return self._by(governor, verb, head, head)
        if head.lower_ in marks()["contingency"] and word == "of":
            return State().step(Status.POSSIBLE, f"{head.lower_} of")
        return self.context(head) if verb.pos_ in VERBAL else State()

    def _after_noun(self, verb: Token, noun: Token) -> State:
        """A clause that complements a noun ("the order to expel") or modifies it ("a bomb killing twelve")."""
        infinitive = any(t.dep_ == "aux" and t.lower_ == "to" for t in verb.children)
        governor = noun_governor(noun.lemma_.lower())
        if infinitive or _mark(verb) == "that":
            if governor is None:
                return self.context(noun).step(Status.POSSIBLE, "to + infinitive") if infinitive else self.state(noun)
            return self._by(governor, verb, noun, noun)
        if verb.tag_ == "VBG":
            state = self.state(noun)
            return state if state.status not in REAL and noun.dep_ != "nsubj" else State()
        return State()

    def _adverbial(self, verb: Token, head: Token) -> State:
        """An adverbial clause: conditions are open, reasons and times told as facts, purposes intended."""
        mark = _mark(verb)
        outer = self.state(head)
        if mark in marks()["condition"]:
            return outer.step(Status.POSSIBLE, mark)
        if mark in marks()["factual"]:
            future = outer.status not in REAL | UNREAL and verb.tag_ in {"VBZ", "VBP", "VBN"}
            if (future or outer.status is Status.REFUSED) and mark in {
                "once",
                "when",
                "until",
                "till",
                "after",
                "before",
            }:
                return outer.step(Status.POSSIBLE, mark)
            return State()
        if any(t.dep_ == "aux" and t.lower_ == "to" for t in verb.children):
            if (noun := noun_before(verb)) is not None:
                return self._by(noun_governor(noun.lemma_.lower()), verb, noun, noun)
            governor = verb_governor(*lemmas_of(head)) if head.pos_ in VERBAL else None
            if governor is not None and governor.name not in {"say", "manage", "begin"} and not _in_order(verb):
                return self._by(governor, verb, head, head)
            return outer.step(Status.PLANNED if outer.status in REAL else outer.status, "purpose")
        return State() if outer.status in UNREAL else (outer if verb.i > head.i else self.context(head))

    def _noun_context(self, noun: Token, dep: str, head: Token) -> State:
        """The status that the place of a noun gives the happening it names."""
        lemma = head.lemma_.lower()
        if dep == "conj":
            return self.context(head)
        if dep in {"amod", "compound", "nmod"}:
            return self.state(head) if head.pos_ in {"NOUN", "PROPN"} else State()
        if dep == "pobj":
            return self._after_preposition(noun, head)
        if head.pos_ not in VERBAL:
            return State()
        if dep in {"attr", "acomp"} and lemma == "be":
            return self.state(head)
        governor = verb_governor(*lemmas_of(head))
        if dep in {"dobj", "oprd", "dative"} or (dep == "nsubjpass"):
            if governor is not None and governor.effects["noun"] != ".":
                return self._by(governor, noun, head, head)
            if lemma in marks()["light"]:
                return self.state(head)
            return self._open(noun, head)
        if dep == "nsubj" and set(lemmas_of(head)) & marks()["occur"]:
            return self.state(head)
        if dep == "nsubj":
            return self._open(noun, head)
        return State()

    def _open(self, noun: Token, verb: Token) -> State:
        """A bare or indefinite noun under an open verb is as open as the verb; a definite one is taken for granted."""
        state = self.state(verb)
        definite = any(t.dep_ in {"det", "poss"} and (t.lower_ in DEFINITE or t.dep_ == "poss") for t in noun.children)
        if definite or state.status in REAL | UNREAL:
            return State()
        return state


def noun_before(verb: Token) -> Token | None:
    """The governing noun whose phrase ends right before an infinitive that the parser hung on the verb above it.

    "The remarks followed calls from the minister to expel ..." is often read as a purpose of the remarks.
    """
    first = min(t.i for t in (verb, *verb.children) if t.i == verb.i or t.dep_ in {"aux", "mark", "neg"})
    for t in reversed(verb.doc[max(0, first - 10) : first]):
        if t.pos_ in VERBAL:
            return None
        if t.pos_ == "NOUN" and t.right_edge.i == first - 1 and noun_governor(t.lemma_.lower()) is not None:
            return t
    return None


def light_governor(verb: Token) -> Governor | None:
    """The class of the noun that a light verb carries: "made a declaration that ...", "issued an order to ..."."""
    if verb.lemma_.lower() not in marks()["light"]:
        return None
    for t in verb.children:
        if t.dep_ in {"dobj", "nsubjpass"} and t.pos_ == "NOUN":
            return noun_governor(t.lemma_.lower())
    return None


def _mark(verb: Token) -> str:
    """The word that introduces a clause ("that", "if", "after"), empty without one."""
    return next((t.lower_ for t in verb.children if t.dep_ == "mark" or (t.dep_ == "advmod" and t.tag_ == "WRB")), "")


def _in_order(verb: Token) -> bool:
    return verb.i > 1 and any(t.lower_ == "order" for t in verb.doc[max(0, verb.i - 3) : verb.i])


def _has_modal(verb: Token) -> bool:
    return any(t.tag_ == "MD" for t in auxiliaries(verb))


def _past_tense(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(t.lower_ in {"had", "has", "have", "was", "were"} for t in auxiliaries(verb))


def _subjunctive(verb: Token) -> bool:
    """Whether a complement asks for something: a bare verb, "should", or the present after "proposed that"."""
    if any(t.tag_ == "MD" for t in auxiliaries(verb)):
        return any(t.lower_ == "should" for t in auxiliaries(verb))
    return verb.tag_ in {"VB", "VBP"} and not _past_tense(verb)
