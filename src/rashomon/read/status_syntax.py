"""What the tree around a verb says that status and roles both ask: its lemmas, voice, mark, and governing noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.status_lexicon import (
    Governor,
    intransitive,
    marks,
    noun_governor,
    particle_verbs,
    transitive,
    verb_governor,
    verb_phrases,
)
from rashomon.read.tree import children, remembered

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = frozenset({"VERB", "AUX"})

PARTICLES = frozenset({"home", "back", "down", "up", "out", "off", "away", "over", "apart", "aground", "aside"})
"""Adverbs that make one verb with the verb before them, where the two are declared."""

APART = frozenset({"conj", "cc", "punct", "nsubj", "nsubjpass", "relcl", "appos"})
"""Arcs across which no verb makes a phrase."""

COMPLEMENTS = frozenset({"dobj", "acomp", "oprd", "xcomp", "ccomp", "advmod"})
"""How one word may hang on the verb with which it makes a phrase: "join forces", "found him guilty"."""

WH_TAGS = frozenset({"WP", "WP$", "WDT", "WRB"})


@remembered
def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb, those it shares with the verb it is coordinated with when it has none itself."""
    own = [t for t in children(verb) if t.dep_ in {"aux", "auxpass"}]
    if own or not shares(verb):
        return own
    return auxiliaries(verb.head)


def shares(verb: Token) -> bool:
    """Whether a coordinated verb is under the first one's auxiliaries: without subject or auxiliary, same form."""
    if verb.dep_ != "conj" or verb.head.pos_ not in VERBAL:
        return False
    if any(t.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "expl"} for t in children(verb)):
        return False
    helped = any(t.dep_ in {"aux", "auxpass"} for t in children(verb.head)) or verb.head.dep_ == "conj"
    if not helped:
        return False
    return verb.tag_ == verb.head.tag_ or {verb.tag_, verb.head.tag_} <= {"VBD", "VBN"} or verb.tag_ in {"VB", "VBP"}


@remembered
def lemmas_of(verb: Token, *, prepositions: bool = True) -> tuple[str, ...]:
    """A verb's lemma with the words that a table declares with it, with each particle and preposition, and bare.

    The longest come first: "shy away from", "shy away", "shy". Prepositions may be left out.
    """
    lemma = verb.lemma_.lower()
    phrases = [
        " ".join((lemma, *tail))
        for tail, found in phrases_of(verb)
        if prepositions or all(t.dep_ != "prep" for t in found)
    ]
    particles = [t.lower_ for t in children(verb) if is_particle(t)]
    after = [t.lower_ for t in children(verb) if prepositions and t.dep_ == "prep" and t.i > verb.i]
    return tuple(dict.fromkeys((*phrases, *(f"{lemma} {p}" for p in (*particles, *after)), lemma)))


NEAR = 6
"""How many words may stand between two of one phrase: "put the two former guards on trial"."""


@remembered
def phrases_of(verb: Token) -> tuple[tuple[tuple[str, ...], tuple[Token, ...]], ...]:
    """The declared phrases that a verb makes, one word and a particle or preposition aside: the words and their tokens.

    Each word hangs on the verb or on a word of the phrase before it, so that "took an active part in" is
    "take part in", and "fell, in short, apart" no phrase.
    """
    found = []
    for tail in verb_phrases().get(verb.lemma_.lower(), ()):
        tokens = _along(verb, tail)
        if tokens is not None and (len(tail) > 1 or tokens[0].dep_ in COMPLEMENTS):
            found.append((tail, tokens))
    return tuple(found)


def _along(verb: Token, tail: tuple[str, ...]) -> tuple[Token, ...] | None:
    reached = [verb]
    for word in tail:
        following = (t for above in reached for t in children(above) if 0 < t.i - reached[-1].i <= NEAR)
        found = next((t for t in following if word in {t.lower_, t.lemma_.lower()} and t.dep_ not in APART), None)
        if found is None:
            return None
        reached.append(found)
    return tuple(reached[1:])


def phrase_ending(word: Token) -> tuple[str, Token] | None:
    """The declared phrase that ends in a word, and its verb: "fall short of" for the "of" in "fell short of it"."""
    for verb in (above for above in word.ancestors if above.pos_ in VERBAL and above.i < word.i):
        for tail, found in phrases_of(verb):
            if found[-1].i == word.i:
                return " ".join((verb.lemma_.lower(), *tail)), verb
    return None


def is_particle(word: Token) -> bool:
    """Whether a word makes one verb with the verb it hangs on: "throw out", "send home", "hit back".

    Parsers take many for adverbs; those count where a table declares the two together. What stands right before a
    name is a preposition, whatever the parser says ("sank off Lys").
    """
    if word.dep_ == "prt":
        named = word.i + 1 < len(word.doc) and word.nbor().pos_ == "PROPN" and word.nbor().dep_ == "npadvmod"
        return not (named and word.lower_ in {"off", "in", "on", "over"})
    if word.dep_ not in {"advmod", "npadvmod"} or word.lower_ not in PARTICLES:
        return False
    return f"{word.head.lemma_.lower()} {word.lower_}" in particle_verbs()


def small_clause(verb: Token) -> bool:
    """Whether a bare participle is what a verb wants or has done: "ordered 28 workers sent home"."""
    if verb.tag_ not in {"VBN", "VBD"} or verb.dep_ not in {"ccomp", "xcomp", "oprd"} or verb.head.pos_ not in VERBAL:
        return False
    if any(t.dep_ in {"aux", "auxpass", "mark"} for t in children(verb)):
        return False
    wanted = verb.tag_ == "VBN" or verb.head.lemma_.lower() in {"want", "order", "need"}
    return wanted and any(t.dep_ == "nsubj" for t in children(verb))


def ordered(verb: Token) -> Token | None:
    """The object of which a participle tells what is ordered: the workers in "ordered 28 of the workers sent home"."""
    if verb.tag_ not in {"VBN", "VBD"} or any(t.dep_ in {"aux", "auxpass", "mark", "nsubj"} for t in children(verb)):
        return None
    head = verb.head
    if verb.dep_ == "acl":
        if head.dep_ == "pobj" and head.head.lower_ == "of":
            head = head.head.head  # "28 of the workers"
        return head if head.dep_ == "dobj" and head.head.lemma_.lower() == "order" else None
    if verb.dep_ not in {"ccomp", "xcomp", "oprd"} or head.lemma_.lower() != "order":
        return None
    return next((t for t in children(head) if t.dep_ == "dobj" and head.i < t.i < verb.i), None)


PENALISING = frozenset({"fine", "dock", "jail", "ban", "suspend", "sentence", "award"})
"""Verbs that have a sum or a time behind them in the passive too: "Firm fined 2m crowns"."""

SUMS = frozenset({"MONEY", "DATE", "TIME", "QUANTITY", "CARDINAL"})


def _is_sum(noun: Token) -> bool:
    return noun.ent_type_ in SUMS or any(t.tag_ == "$" for t in noun.subtree)


@remembered
def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: a passive subject or auxiliary, or a bare participle after a noun or in a headline."""
    if any(t.dep_ in {"nsubjpass", "auxpass", "agent", "csubjpass"} for t in children(verb)):
        return True
    if verb.dep_ == "conj" and shares(verb) and verb.tag_ == "VBN":
        return is_passive(verb.head)
    if verb.tag_ not in {"VBN", "VBD"} or auxiliaries(verb):
        return False
    if verb.dep_ == "conj" and _lacks_object(verb) and verb.head.pos_ in VERBAL and is_passive(verb.head):
        return True  # "two people were killed and 19 injured"
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod", "advcl"}:
        return verb.lemma_.lower() not in intransitive()
    return _headline_passive(verb)


def _headline_passive(verb: Token) -> bool:
    """Whether a past form without auxiliary or object is the passive of a headline: "Norland envoys expelled".

    Only a verb that is never without an object counts, and a sentence that no point ends.
    """
    return verb.doc[-1].text not in {".", "?", "!", "”", '"'} and _lacks_object(verb)


def _lacks_object(verb: Token) -> bool:
    """Whether a verb that is never without an object has a subject and none."""
    lemma = verb.lemma_.lower()
    if lemma not in transitive() and not any(f"{lemma} {t.lower_}" in transitive() for t in children(verb)):
        return False
    roles = {t.dep_ for t in children(verb) if not (lemma in PENALISING and t.dep_ == "dobj" and _is_sum(t))}
    if lemma == "tell":
        roles -= {"ccomp"}  # "Dam may fail, residents told": they hear it
    return "nsubj" in roles and not roles & {"dobj", "dative", "ccomp", "xcomp", "oprd", "aux"}


def noun_before(verb: Token) -> Token | None:
    """The governing noun whose phrase ends right before an infinitive that the parser hung on the verb above it.

    "The remarks followed calls from the minister to expel ..." is often read as a purpose of the remarks.
    """
    first = min(t.i for t in (verb, *children(verb)) if t.i == verb.i or t.dep_ in {"aux", "mark", "neg"})
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
    for t in children(verb):
        if t.dep_ in {"dobj", "nsubjpass"} and t.pos_ == "NOUN":
            return noun_governor(t.lemma_.lower())
    return None


@remembered
def mark_of(verb: Token) -> str:
    """The word that introduces a clause ("that", "if", "after"), empty without one."""
    return next((t.lower_ for t in children(verb) if t.dep_ == "mark" or (t.dep_ == "advmod" and t.tag_ == "WRB")), "")


@remembered
def wh_clause(verb: Token) -> bool:
    """Whether a finite clause opens with who, what, why, how, when or where, and so takes its happening for granted."""
    if verb.tag_ == "VB" or any(t.dep_ == "aux" and t.lower_ == "to" for t in children(verb)):
        return False
    opening = [word for t in children(verb) if t.i < verb.i for word in (t, *children(t))]
    opening += [c for word in opening if word.lower_ in {"many", "much", "few"} for c in children(word)]
    return any(w.tag_ in WH_TAGS and w.lower_ not in {"that", "whether", "whatever", "whoever"} for w in opening)


@remembered
def denies_its_noun(verb: Token) -> bool:
    """Whether a clause after a noun denies what the noun sums up: "a charge that Bree rejects"."""
    if verb.dep_ not in {"relcl", "acl"} or verb.lemma_.lower() not in marks()["denying"]:
        return False
    roles = [t for t in children(verb) if t.lower_ not in {"that", "which"}]
    return any(t.dep_ == "nsubj" and t.i < verb.i for t in roles) and not any(
        t.dep_ in {"dobj", "ccomp"} for t in roles
    )


def told_noun(verb: Token) -> Token | None:
    """The noun of telling right before a clause that complements it without "that": "after reports ships sank".

    Parsers often hang such a clause on the verb of the main clause.
    """
    subject = next((t for t in children(verb) if t.dep_ in {"nsubj", "nsubjpass"} and t.i < verb.i), None)
    whole = verb.dep_ == "relcl" and any(
        t.dep_ == "dobj" and t.tag_ != "WDT" for t in children(verb)
    )  # not "reports the firm published"
    if mark_of(verb) not in {"", "that"} or denies_its_noun(verb):
        return None
    suspected = mark_of(verb) == "that" and verb.dep_ in {"conj", "advcl", "ccomp", "parataxis", "dep", "relcl"}
    if subject is None or not (whole or suspected or verb.dep_ in {"conj", "advcl", "ccomp", "parataxis", "dep"}):
        return None
    first = min(t.left_edge.i for t in children(verb) if t.i <= subject.i and t.dep_ != "cc")
    noun = verb.doc[first - 1] if first else None
    if noun is None or noun.pos_ != "NOUN" or verb.is_ancestor(noun) or _only_where(noun, verb):
        return None
    governor = noun_governor(noun.lemma_.lower())
    return noun if governor is not None and governor.name in {"claim", "report", "accuse", "suspect"} else None


def _only_where(noun: Token, verb: Token) -> bool:
    """Whether a noun only says in what somebody tells a clause: "found in its report that the wards were locked"."""
    placed = noun.dep_ == "pobj" and noun.head.lower_ in {"in", "on", "at"} and noun.head.head.i == verb.head.i
    governor = verb_governor(verb.head.lemma_.lower()) if verb.dep_ == "ccomp" else None
    return placed and governor is not None and (governor.gives_voice or governor.name == "know")


def complement_noun(verb: Token) -> Token | None:
    """The noun of telling that a "that" clause complements across a phrase: "an allegation by a worker that it lied".

    Parsers hang such a clause on the nearest noun, which takes no complement.
    """
    if verb.dep_ not in {"acl", "relcl"} or not _opens_with_that(verb) or denies_its_noun(verb):
        return None
    noun = verb.head
    while noun_governor(noun.lemma_.lower()) is None:
        if noun.dep_ != "pobj" or noun.head.dep_ not in {"prep", "agent"}:
            return None
        above = noun.head.head
        if above.pos_ in VERBAL:  # "denied an allegation by a worker that", with the phrase hung on the verb
            above = next((t for t in children(above) if t.dep_ == "dobj" and t.i < noun.head.i), noun)
        if above.i >= noun.i or above.pos_ != "NOUN":
            return None
        noun = above
    return noun


def _opens_with_that(verb: Token) -> bool:
    """Whether a clause opens with a "that" that is no role in it, since it has subject and object without it."""
    that = next((t for t in children(verb) if t.lower_ == "that" and t.i < verb.i), None)
    if that is None or not any(t.dep_ in {"nsubj", "nsubjpass", "expl"} and t.i != that.i for t in children(verb)):
        return False
    return that.dep_ == "mark" or sum(t.dep_ == "dobj" for t in children(verb)) > 1


def coordinate(verb: Token) -> Token:
    """The verb that a coordinated one is on a par with: a past tense with a finite verb, whatever the parser says.

    In "bars them from selling and capped imports" the second act is not one that is barred.
    """
    head = verb.head
    while verb.tag_ == "VBD" and head.tag_ in {"VBG", "VB"} and _untensed(head) and head.head.i != head.i:
        head = head.head if head.head.pos_ in VERBAL or head.head.head.i == head.head.i else head.head.head
    return head if head.pos_ in VERBAL else verb.head


def _untensed(verb: Token) -> bool:
    """Whether a verb has no auxiliary but "to": no past tense stands beside it, "expects to hire and reaffirmed"."""
    return all(t.lower_ == "to" for t in auxiliaries(verb))


def hearsay(verb: Token) -> bool:
    """Whether a verb of saying passes on what it does not vouch for: unnamed media as subject, or unnamed sources."""
    for t in children(verb):
        if t.dep_ == "nsubj" and t.lower_ in marks()["hearsay"]:
            return not any(
                c.dep_ == "poss" or c.ent_type_ in {"ORG", "PERSON"} or _of_the_state(c) for c in children(t)
            )
    citing = (t for t in verb.subtree if t.lower_ == "citing" and abs(t.i - verb.i) <= 8)
    return any(w.lower_ in marks()["unnamed"] for t in citing for o in children(t) for w in children(o))


def _of_the_state(word: Token) -> bool:
    """Whether a word before "media" says whose they are: state media are a known teller, though not by name."""
    return word.lower_ in {"state", "run", "owned", "controlled", "state-run", "state-owned", "state-controlled"}


def on_hearsay(verb: Token) -> bool:
    """Whether a clause rests on unnamed reports: "according to media reports"."""
    return any(
        source.pos_ != "PROPN"  # "Quillan Press" is a name
        and source.lower_ in marks()["hearsay"]
        and not any(_of_the_state(c) for c in children(source))
        for t in children(verb)
        if t.lower_ == "according"
        for to in children(t)
        for source in children(to)
    )


def in_order(verb: Token) -> bool:
    """Whether an infinitive stands after "in order"."""
    return verb.i > 1 and any(t.lower_ == "order" for t in verb.doc[max(0, verb.i - 3) : verb.i])


def full(verb: Token) -> bool:
    """Whether a verb has its complement after it, and a clause before it stands for itself.

    "It sank, 12 are lost"; "I did not pay her, I asked nobody to pay her"; "They want nine; the firm has offered four".
    """
    if any(t.dep_ in {"oprd", "acomp", "xcomp"} and t.i > verb.i for t in children(verb)):
        return True
    return any(t.text == ";" and t.i < verb.i for t in children(verb))


def has_modal(verb: Token) -> bool:
    """Whether a verb has a modal, its own or a shared one."""
    return any(t.tag_ == "MD" for t in auxiliaries(verb))


def past_tense(verb: Token) -> bool:
    """Whether a verb is in the past or the perfect."""
    return verb.tag_ == "VBD" or any(t.lower_ in {"had", "has", "have", "was", "were"} for t in auxiliaries(verb))


def subjunctive(verb: Token) -> bool:
    """Whether a complement asks for something: a bare verb, "should", or the present after "proposed that"."""
    if any(t.tag_ == "MD" for t in auxiliaries(verb)):
        return any(t.lower_ == "should" for t in auxiliaries(verb))
    if any(t.lemma_.lower() == "do" for t in auxiliaries(verb)):
        return False  # "insists that he did not leave" tells; what is asked for has a bare "not"
    return verb.tag_ in {"VB", "VBP"} and not past_tense(verb)
