"""From the root of a sentence to a predicate: each word on the way turns the status and may give the voice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rashomon.core import Status
from rashomon.read.clauses import finite
from rashomon.read.status import REAL, SUPPOSED, UNREAL, State, compose, governed
from rashomon.read.status_clauses import adverbial, after_noun, passed_over, seen_done, takes_clause
from rashomon.read.status_conditions import failing_which
from rashomon.read.status_denials import denied_telling
from rashomon.read.status_governors import (
    failing,
    governor_over,
    reproach,
    way_of,
)
from rashomon.read.status_lexicon import Governor, adjective_governor, noun_governor, verb_governor
from rashomon.read.status_marks import asked, hedged, noun_state, own_state
from rashomon.read.status_negation import negators
from rashomon.read.status_nouns import after_preposition, noun_context
from rashomon.read.status_openings import (
    averted,
    confirmed,
    doubted_saying,
    inverted,
    opening_condition,
    speaks,
)
from rashomon.read.status_questions import asked_context, still_open, threatening
from rashomon.read.status_quoted import quoted_in, scare_quoted
from rashomon.read.status_restrictions import OPEN, bearer_above, dated, free, which_of_a_kind
from rashomon.read.status_syntax import (
    VERBAL,
    auxiliaries,
    complement_noun,
    coordinate,
    denies_its_noun,
    full,
    lemmas_of,
    mark_of,
    on_hearsay,
    ordered,
    past_tense,
    small_clause,
    told_noun,
    wh_clause,
)
from rashomon.read.status_tenses import foretold
from rashomon.read.status_threats import menaces
from rashomon.read.status_ultimata import behind_command, dares, or_else, pressed
from rashomon.read.status_withdrawals import turned
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "oprd", "acomp", "pcomp"})
ADJECTIVE_PLACES = frozenset({"acomp", "oprd", "amod", "conj", "attr", "ccomp", "advcl", "acl", "ROOT", "dep"})
"""Where an adjective stands that has a clause as its complement."""


@dataclass(slots=True)
class StatusPaths:
    """The states of one sentence's tokens, worked out once each from the root down."""

    doc: Doc
    _states: dict[int, State] = field(default_factory=dict)
    _contexts: dict[int, State] = field(default_factory=dict)

    def state(self, token: Token) -> State:
        """The status of the happening that a token names, in its whole context."""
        if token.i not in self._states:
            self._states[token.i] = State(Status.DONE)  # a cycle cannot be, but a broken parse must end
            context = self.context(token)
            verbal = token.pos_ in VERBAL and token.dep_ not in {"amod", "compound"}
            own = self._own(token, context) if verbal else self._own_noun(token, context)
            self._states[token.i] = State(compose(context.status, own.status), (*context.why, *own.why))
        return self._states[token.i]

    def context(self, token: Token) -> State:
        """The status of the place where a token stands, before its own marks."""
        if token.i not in self._contexts:
            self._contexts[token.i] = State()
            self._contexts[token.i] = self._context(token)
        return self._contexts[token.i]

    def _own(self, verb: Token, context: State) -> State:
        if verb.dep_ == "ROOT" and (condition := inverted(verb)) is not None:
            return State().step(Status.POSSIBLE, f"{condition.lower_} + subject").noted(SUPPOSED)
        own = own_state(verb, reported=self._reported(verb), in_question=verb.dep_ == "ROOT" and asked(verb))
        if own.hangs and context.status is Status.PLANNED:  # who promises to act if elected means to act
            return own.step(Status.REFUSED if negators(verb) else Status.PLANNED, "promised")
        if own.status in REAL and verb.dep_ == "ROOT" and scare_quoted(verb):
            return own.step(Status.ALLEGED, "between marks")
        return own.step(Status.ALLEGED, "according to reports") if own.status in REAL and on_hearsay(verb) else own

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
        return noun_context(self, token, dep, head)

    def _verb_context(self, verb: Token, dep: str, head: Token) -> State:
        if (first := self._supposed(verb) or self._answering(verb)) is not None:
            return first
        if quoted_in(head) and not quoted_in(verb) and speaks(verb):
            return State()  # the verb that reports stands outside what it reports
        if (noun := told_noun(verb)) is not None:
            return self.under(noun_governor(noun.lemma_.lower()), verb, noun, noun)
        if denies_its_noun(verb):
            return State()
        if (noun := complement_noun(verb)) is not None and noun.i != head.i:
            return self.under(noun_governor(noun.lemma_.lower()), verb, noun, noun)
        if dep == "conj":
            return self.context(coordinate(verb)) if head.pos_ in VERBAL else self.state(head)
        if dep == "pobj" and verb.tag_ == "VBG":
            return after_preposition(self, verb, head)  # "the mayor, accused of lying,"
        if dep in CLAUSAL or (dep == "advcl" and head.pos_ in VERBAL and mark_of(verb) == "that"):
            return self.complement(verb, head)
        infinitive = any(t.dep_ == "aux" and t.lower_ == "to" for t in children(verb))
        complement = infinitive or (mark_of(verb) == "that" and takes_clause(head, verb))
        if dep == "acl" or (dep == "relcl" and complement and head.pos_ in {"NOUN", "PROPN"}):
            return after_noun(self, verb, head)
        if dep == "advcl":
            return adverbial(self, verb, head)
        if dep in {"parataxis", "dep", "appos", "prep", "dobj", "attr"} and head.pos_ in VERBAL:
            return self.context(head)
        return State()

    def _answering(self, verb: Token) -> State | None:
        """The context of what is told as worse than another act, or as the answer to one; None of others."""
        if (other := passed_over(verb)) is not None:
            return self.context(other).step(Status.REFUSED, "rather than")
        if dares(verb):
            return State().step(Status.THREATENED, "imperative + will")
        if (link := behind_command(verb)) is not None:
            return State().step(Status.POSSIBLE, f"imperative + {link}")
        if or_else(verb) is not None:
            return State().step(Status.THREATENED, "or + own act against others")
        return State().step(Status.THREATENED, "or + what befalls") if pressed(verb) else None

    def _supposed(self, verb: Token) -> State | None:
        """The context of a condition, or of a clause that only says which of a kind are meant; None of others."""
        if (condition := opening_condition(verb)) is not None:
            return averted(verb) or State().step(Status.POSSIBLE, condition).noted(SUPPOSED)
        word = which_of_a_kind(verb)
        if word is None:
            return None
        if not free(word):
            above = bearer_above(verb if verb.dep_.startswith("csubj") else verb.head)
            if above is None or self.state(above).status not in OPEN or dated(verb):
                return None
        return State().step(Status.POSSIBLE, f"{word} + clause").noted(SUPPOSED)

    def complement(self, verb: Token, head: Token) -> State:
        """The context of a complement: by the class of the word that governs it and that word's own state."""
        if head.lemma_.lower() == "order" and (small_clause(verb) or ordered(verb) is not None):
            return self.state(head)  # who orders the gates shut has ordered it as much as who orders their closing
        if (asked := asked_context(self, verb, head)) is not None:
            return asked
        above = head.head  # of a clause after a preposition: "looking into what caused it"
        if verb.dep_ == "pcomp" and self._granted(verb, above, verb_governor(*lemmas_of(above))):
            return State(why=("wh-clause: taken for granted",))
        if verb.dep_ == "pcomp" or head.dep_ == "prep":
            return after_preposition(self, verb, head)
        if (own := self._ungoverned(verb, head)) is not None:
            return own
        if head.pos_ == "ADJ" and head.dep_ in ADJECTIVE_PLACES:
            ready = adjective_governor(head.lemma_.lower())
            return foretold(self.under(ready, verb, head, head.head), verb, head, ready)
        if head.lemma_.lower() in {"be", "become"}:
            return self._under_be(verb, head)
        if head.pos_ in VERBAL:
            governor = governor_over(verb, head)
            if self._granted(verb, head, governor):
                return State(why=("wh-clause: taken for granted",))
            if (
                verb.i < head.i
                and verb.dep_ == "ccomp"
                and (governor is None or not governor.gives_voice or full(head) or inverted(head))
            ):
                return self.context(head)  # two main clauses side by side
            return foretold(self.under(governor, verb, head, head), verb, head, governor)
        if head.pos_ in {"NOUN", "PROPN"}:
            return self.under(noun_governor(head.lemma_.lower()), verb, head, head)
        return self.state(head)

    def _ungoverned(self, verb: Token, head: Token) -> State | None:
        """The context of a complement that the class of the word over it does not tell; None of others."""
        if seen_done(verb, head) and self.state(head).status not in REAL:
            return self.state(head).noted("see: yet to be seen")
        if failing_which(verb):
            return self._in_default(verb, head)
        if reproach(verb, head):
            return self.context(head).step(Status.ALLEGED, f"{head.lower_}: reproach")
        return None

    def _in_default(self, verb: Token, failing: Token) -> State:
        """The context of what follows if a demand is not met: "gave it a week to pay, failing which it would sue"."""
        above = bearer_above(failing)
        while above is not None and not finite(above, auxiliaries(above)) and above.dep_ != "ROOT":
            above = bearer_above(above)
        if above is not None and self.state(above).status in REAL and menaces(verb, above):
            return State().step(Status.THREATENED, "failing which + own act against others")
        return State()

    def _granted(self, verb: Token, head: Token, governor: Governor | None) -> bool:
        """Whether a complement asks who or why, and so takes for granted that: "looking into what caused"."""
        if not wh_clause(verb) or (governor is not None and governor.name in {"claim", "accuse"}):
            return False
        if past_tense(verb) or self.state(head).status in REAL:
            return True
        return finite(verb, auxiliaries(verb)) and self.state(head).status in UNREAL

    def _under_be(self, verb: Token, head: Token) -> State:
        adjective = next((t for t in children(head) if t.dep_ in {"acomp", "attr", "oprd"}), None)
        if adjective is not None and adjective.i != verb.i:
            governor = (
                adjective_governor(adjective.lemma_.lower())
                if adjective.pos_ == "ADJ"
                else noun_governor(adjective.lemma_.lower())
            )
            return foretold(self.under(governor, verb, adjective, head), verb, adjective, governor)
        if any(t.dep_ == "prep" and t.lower_ in {"until", "till"} for t in children(head)) and mark_of(verb) == "that":
            return self.context(head).noted("not until")  # "it was not until May that it closed": it closed in May
        state = self.state(head)
        if verb.dep_ == "xcomp" and any(t.lower_ == "to" for t in children(verb)) and verb.lower_ != "blame":
            if any(t.dep_ == "aux" and t.lower_ == "have" for t in children(verb)):
                return state.step(compose(state.status, Status.DENIED), "was to have")
            return foretold(state.step(compose(state.status, Status.PLANNED), "be to"), verb, head)
        return state

    def under(self, governor: Governor | None, verb: Token, word: Token, bearer: Token) -> State:
        """The context under a governing word; `bearer` is the verb that carries its tense and negation."""
        state = self.state(bearer) if bearer.pos_ in VERBAL or bearer == word else self.state(word)
        if word.pos_ == "NOUN" and governor is not None and governor.gives_voice and state.status in UNREAL:
            state = noun_state(word)  # a call or claim that is rejected was made all the same
        if word.pos_ == "NOUN" and (denial := denied_telling(word)) is not None:
            return State().step(Status.DENIED, f"{denial.word.lower_} + {word.lower_}")
        if word.pos_ == "NOUN" and (confirming := confirmed(word)) is not None:
            return self.state(confirming).noted(f"{confirming.lower_} + {word.lower_}")
        if governor is None:
            return state
        other = turned(self, verb, word, governor, state) or threatening(governor, verb, word, state)
        if other is not None:
            return other
        if governor.name == "prevent" and (failed := failing(word)) is not None:
            return self.state(failed).noted(f"failed to {word.lemma_.lower()}")
        if governor.name == "cause" and word.i == bearer.i and hedged(word):
            return self.context(word).noted(f"{word.lower_}: who or what did it is in doubt, not that it happened")
        way = way_of(verb, word)
        effect = governor.effect(way)
        if effect == ".":
            return state
        if governor.gives_voice and governor.name in {"say", "claim", "believe", "announce"} and effect == "=":
            status = governed(state.status, effect, governor.effects["negated"])
            # a plan to say is still a saying: what is said keeps its own status
            status = status if state.status in UNREAL else (Status.DONE if state.status in REAL else status)
            said = State(status, (*state.why, f"{word.lemma_.lower()}: voice"))
            doubted = doubted_saying(word) if status in REAL else None
            return said if doubted is None else said.step(Status.ALLEGED, doubted)
        status = governed(state.status, effect, governor.effects["negated"])
        if (left_open := still_open(governor, verb, word, state, way=way)) is not None:
            return left_open
        if effect == "=" and way == "that" and status is Status.UNDERWAY and finite(verb, auxiliaries(verb)):
            status = Status.DONE  # who is celebrating that it fell celebrates a fall that is over
        return state.step(status, f"{word.lemma_.lower()} ({governor.name})")
