"""What parsers get wrong where a phrase stands between a verb and what belongs to it, or before its subject.

`The inspectorate found in its report that the wards were locked`: the inspectorate found that. `In a post on Pling,
striker Omar Sell wrote`: it is he who wrote. `Urged its members on Thursday to open`: that is what they are urged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.read.clauses import HELPING, SUBJECTS, TENSED
from rashomon.read.cues import cues
from rashomon.read.nouns import nouns
from rashomon.read.status_lexicon import marks, verb_governor

if TYPE_CHECKING:
    from spacy.tokens import Token

ASKING = frozenset({"propose", "order", "tell", "ask"})
"""Classes of verbs that ask an act of whom they name."""
PLACES = frozenset({"GPE", "LOC", "FAC"})
DATED = frozenset({"DATE", "TIME"})


def mend_placed(token: Token) -> None:
    """Put the arcs around one word right, where it stands in one of the constructions above."""
    dep = token.dep_
    if dep == "csubj" and token.tag_ == "VB":
        _or_else(token)
    elif token.tag_ == "VB" and token.i and token.nbor(-1).text == ":":
        _or_else_behind(token)
    elif dep == "acl" and token.tag_ in {"VBN", "VBD"} and token.head.dep_ == "ROOT":
        _found_that(token)
    elif dep in {"pobj", "appos"} and token.pos_ == "PROPN":
        _behind_a_comma(token)
        _behind_a_date(token)
    elif dep == "ccomp" and token.head.i < token.i:
        _cleft(token)
    elif dep == "advcl" and token.tag_ == "VB":
        _asked_of(token)
    elif token.lemma_.lower() in marks()["telling"] and token.tag_ in {"NNS", "VBZ"}:
        _called_untrue(token)


def _or_else(command: Token) -> None:
    """Of `Lift the ban or boats will block the port` the boats are not lifted: they are what comes otherwise."""
    verb, doc = command.head, command.doc
    thing = next((t for t in command.rights if t.dep_ == "dobj"), None)
    link = next((t for t in thing.rights if t.lower_ == "or"), None) if thing is not None else None
    other = next((t for t in thing.rights if t.dep_ == "conj"), None) if thing is not None else None
    will = next((t for t in verb.lefts if t.tag_ == "MD"), None)
    if link is None or other is None or will is None or other.right_edge.i != will.i - 1:
        return
    if any(t.tag_ == "TO" or t.dep_ in SUBJECTS for t in command.lefts):
        return
    teller = next((t for t in verb.lefts if t.dep_ == "ccomp" and t.i < command.i), None)
    behind_colon = bool(command.i) and doc[command.i - 1].text == ":"
    if (teller is not None) != behind_colon:
        return
    top = teller if teller is not None else command
    top.head, top.dep_ = (top if verb.head == verb else verb.head), verb.dep_
    if teller is not None:
        command.head, command.dep_ = teller, "parataxis"
        for t in list(verb.lefts):
            if t.i < command.i:
                t.head = teller
    verb.head, verb.dep_, link.head = command, "conj", command
    other.head, other.dep_ = verb, "nsubj"


def _or_else_behind(command: Token) -> None:
    """Of `a message: free the guards or men will burn the fort` it is the guards that are freed, the men that burn."""
    verb = next((t for t in command.rights if t.dep_ == "ccomp"), None)
    thing = next((t for t in verb.lefts if t.dep_ == "nsubj"), None) if verb is not None else None
    link = next((t for t in thing.rights if t.lower_ == "or"), None) if thing is not None else None
    other = next((t for t in thing.rights if t.dep_ == "conj"), None) if thing is not None else None
    if verb is None or thing is None or link is None or other is None or thing.left_edge.i != command.i + 1:
        return
    if other.right_edge.i < verb.i and verb.doc[other.right_edge.i + 1].tag_ == "MD":
        thing.head, thing.dep_ = command, "dobj"
        verb.dep_, link.head = "conj", command
        other.head, other.dep_ = verb, "nsubj"


def _cleft(verb: Token) -> None:
    """What tells of somebody put in front hangs on who that is: `It was not Kesh that broke the truce`."""
    be, that = verb.head, next((t for t in verb.lefts if t.lower_ == "that" and t.dep_ == "nsubj"), None)
    noun = next((t for t in be.rights if t.dep_ == "attr" and t.i < verb.i), None)
    it = any(t.lower_ == "it" and t.dep_ in SUBJECTS for t in be.lefts)
    if be.lemma_ == "be" and it and noun is not None and that is not None and noun.right_edge.i == that.i - 1:
        verb.head, verb.dep_ = noun, "relcl"
        that.tag_, that.pos_ = "WDT", "PRON"


def _found_that(verb: Token) -> None:
    """A sentence is no noun with a participle where `that` follows: `The inquiry found in May that ...`."""
    noun, doc = verb.head, verb.doc
    cue = cues().verb(verb)
    if cue is None or not cue.takes("c") or verb.i != noun.i + 1 or doc[-1].text not in {".", "”"}:
        return
    behind = [*noun.rights, *(t for t in verb.subtree if t.i > verb.i)]
    clauses = (t for t in behind if t.i > verb.i + 1 and t.dep_ in {"acl", "relcl", "ccomp"} and _with_that(t))
    clause = next(clauses, None)
    if clause is None or any(t.dep_ in SUBJECTS | {"cop"} for t in noun.lefts):
        return
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    for t in list(noun.children):
        if t.i > verb.i:
            t.head = verb
    noun.head, noun.dep_ = verb, "nsubj"
    clause.head, clause.dep_ = verb, "ccomp"


def _with_that(clause: Token) -> bool:
    """Whether a finite clause opens with a `that` that has no role in it."""
    that = any(t.lower_ == "that" and t.dep_ == "mark" for t in clause.lefts)
    tensed = clause.tag_ in TENSED or any(t.tag_ in TENSED | {"MD"} for t in clause.lefts if t.dep_ in HELPING)
    return that and tensed and any(t.dep_ in SUBJECTS for t in clause.lefts)


def _behind_a_comma(name: Token) -> None:
    """A name between the comma after an opening phrase and a verb without a subject is its subject."""
    doc, behind = name.doc, name.right_edge.i + 1
    start = next((t.i for t in name.subtree if not t.is_punct), name.i)
    if start < 2 or behind >= len(doc) or doc[start - 1].text != "," or doc[0].pos_ != "ADP":
        return
    verb = doc[behind].head if doc[behind].dep_ in HELPING else doc[behind]
    if doc[behind].tag_ not in TENSED | {"MD"} or verb.i < behind or verb.dep_ != "ROOT":
        return
    if name.ent_type_ in PLACES or any(t.text == "," for t in (*doc[: start - 1], *doc[start:behind])):
        return  # "In Lys, Orsk, Rabbi Ida Kant said"
    if any(t.dep_ in SUBJECTS for t in verb.children):
        return
    above = name.head
    if doc[0].is_ancestor(name) and doc[0].head == verb and above.i < start:
        name.head, name.dep_ = verb, "nsubjpass" if any(t.dep_ == "auxpass" for t in verb.lefts) else "nsubj"
        doc[start - 1].head = verb


def _behind_a_date(name: Token) -> None:
    """Nothing is done on somebody: `On Monday councillor Uwe Thamm closed the pool`, it was he who closed it."""
    office, doc = name.head, name.doc
    on = office.head
    date = next((t for t in office.lefts if t.dep_ == "compound" and t.ent_type_ in DATED), None)
    behind = name.right_edge.i + 1
    if date is None or on.i or on.dep_ != "prep" or office.dep_ != "pobj" or name.dep_ != "appos" or behind >= len(doc):
        return
    verb = on.head
    person = nouns().kinds.get(office.lemma_.lower()) is Kind.PERSON and name.left_edge.i == office.i + 1
    if not person or doc[behind].i != verb.i or verb.tag_ not in TENSED or any(t.dep_ in SUBJECTS for t in verb.lefts):
        return
    date.head, date.dep_ = on, "pobj"
    office.head, office.dep_ = name, "compound"
    name.head, name.dep_ = verb, "nsubj"


def _asked_of(act: Token) -> None:
    """What somebody is asked to do is no purpose, though a date stands before it: `urged members on Friday to open`."""
    verb = act.head
    governor = verb_governor(verb.lemma_.lower()) if verb.pos_ == "VERB" and verb.i < act.i else None
    if governor is None or governor.name not in ASKING or not any(t.tag_ == "TO" for t in act.lefts):
        return
    asked = next((t for t in verb.rights if t.dep_ == "dobj"), None)
    if asked is None or not (asked.ent_type_ == "PERSON" or nouns().kinds.get(asked.lemma_.lower()) is not None):
        return
    between = verb.doc[asked.right_edge.i + 1 : act.left_edge.i]
    dated = any(t.ent_type_ in DATED for t in between) and not any(t.is_punct for t in between)
    if dated and not any(t.dep_ in {"xcomp", "ccomp"} for t in verb.rights):
        act.dep_ = "xcomp"


def _called_untrue(told: Token) -> None:
    """What is dismissed stands behind what it is dismissed as: `dismissed as “nonsense” reports that it fell`."""
    doc = told.doc
    as_ = next((t for t in reversed(doc[max(0, told.i - 6) : told.i]) if t.lower_ == "as"), None)
    clause = next((t for t in told.rights if t.dep_ in {"acl", "relcl", "ccomp"}), None)
    if as_ is None or as_.dep_ != "prep" or clause is None or not any(t.lower_ == "that" for t in clause.lefts):
        return
    verb = as_.head
    between = [t for t in doc[as_.i + 1 : told.i] if not t.is_punct and not t.is_quote]
    dismissing = verb.lemma_.lower() in marks()["calling"] | marks()["denying"]
    if not between or not dismissing or any(t.dep_ == "dobj" for t in verb.rights):
        return
    word = between[-1]
    if told.is_ancestor(verb) or word.is_ancestor(as_):
        return
    if word.pos_ not in {"NOUN", "ADJ"} or not (word.lower_ in marks()["untrue"] or _marked(word)):
        return
    word.head, word.dep_ = as_, "pobj"
    for t in list(told.lefts):
        t.head = word
    told.tag_, told.pos_, told.head, told.dep_ = "NNS", "NOUN", verb, "dobj"
    clause.dep_ = "acl"


def _marked(word: Token) -> bool:
    """Whether a word ends what stands between quotation marks."""
    return word.i + 1 < len(word.doc) and word.nbor().is_quote
