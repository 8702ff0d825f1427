"""What parsers get wrong again and again in news, put right in the tree: headline verbs, whose phrase is whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.read.clauses import TENSED
from rashomon.read.nouns import nouns
from rashomon.read.parse_mends_agreement import mend_agreement
from rashomon.read.parse_mends_conditions import mend_condition
from rashomon.read.parse_mends_naming import mend_naming
from rashomon.read.parse_mends_placed import mend_placed
from rashomon.read.parse_mends_subjects import mend_subjects
from rashomon.read.parse_mends_telling import ENDING, mend_intending, mend_telling
from rashomon.read.parse_mends_voices import mend_voices
from rashomon.read.status_lexicon import (
    adjective_governor,
    noun_governor,
    verb_governor,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

MARKED = frozenset({"ccomp", "advcl"})

BRACKETS = frozenset("()")

ASKING = frozenset({"propose", "order", "threaten", "promise"})
"""Classes of nouns that have what they ask for behind "for"."""


def mend(token: Token) -> None:
    """Put the arcs around one word right, where it stands in one of the constructions below."""
    if token.lower_.endswith("ing") and mend_intending(token):
        return
    mend_placed(token)
    if token.tag_ == "MD" and token.head.tag_ in {"VBD", "VBZ"} and token.text[0].isupper():
        _named_as_modal(token)
    elif token.tag_ in {"VB", "VBP"} and token.dep_ == "compound":
        _shared_headline_verb(token)
    elif token.dep_ == "compound" and token.tag_ in {"VBZ", "VBP"}:
        _headline_verb(token)
    elif token.tag_ == "NNS" and token.dep_ in MARKED:
        _clause_verb(token)
    elif token.tag_ == "NNS" and token.dep_ == "compound":
        _headline_noun(token)
    elif token.dep_ in {"nsubj", "nsubjpass"}:
        mend_subjects(token)
        _bracketed(token)
        _named_beside(token)
        _telling_noun(token)
    elif token.dep_ == "appos":
        mend_subjects(token)
        _listed_beside(token)
    elif token.lower_ == "for" and token.dep_ == "prep":
        _asked_for(token)
    elif token.dep_ == "ROOT" and token.pos_ not in {"VERB", "AUX"}:
        _headline_infinitive(token)
        mend_subjects(token)
    else:
        mend_condition(token)
        mend_telling(token)
        mend_naming(token)
        mend_subjects(token)
        mend_voices(token)
        _told_infinitive(token)
        _rejected_call(token)
        mend_agreement(token)


def _named_as_modal(token: Token) -> None:
    """A modal before a verb with a tense of its own is a name: "May said", "Will runs the ferry"."""
    verb = token.head
    if token.i < verb.i and not any(t.dep_ in {"nsubj", "nsubjpass"} for t in verb.children):
        token.tag_, token.pos_, token.dep_, token.lemma_ = "NNP", "PROPN", "nsubj", token.text


def _headline_verb(verb: Token) -> None:
    """A verb with its own subject is no part of the noun after it: "Court blocks sale of mine"."""
    noun = verb.head
    subject = next((t for t in verb.children if t.dep_ == "nsubj" and t.i < verb.i), None)
    if subject is None or noun.i < verb.i or noun.pos_ not in {"NOUN", "PROPN"}:
        return
    above = None if noun.head.i == noun.i else noun.head
    verb.dep_ = noun.dep_
    verb.head = verb if above is None else above
    noun.head, noun.dep_ = verb, "dobj"


def _shared_headline_verb(verb: Token) -> None:
    """A bare verb after two names is theirs and no part of the noun behind it: "Kesh and Lorne sign fishing pact"."""
    noun = verb.head
    first = next((t for t in noun.children if t.dep_ in {"nmod", "compound"} and t.i < verb.i), None)
    if first is None or verb.doc[-1].text in ENDING or noun.i < verb.i or not verb.i:
        return
    if verb.nbor(-1).dep_ == "conj" and verb.nbor(-1).head.i == first.i:
        first.head, first.dep_, verb.tag_, verb.pos_ = verb, "nsubj", "VBP", "VERB"
        _headline_verb(verb)


def _headline_noun(word: Token) -> None:
    """A plural between a noun and a singular, where it can be a verb and no noun: "Judge halts sale of mine"."""
    lemma, noun = word.lemma_.lower(), word.head
    first = word.nbor(-1) if word.i else None
    if first is None or first.dep_ != "compound" or first.head.i != noun.i or noun.tag_ not in {"NN", "NNP"}:
        return
    governs = verb_governor(lemma) is not None and noun_governor(lemma) is None
    if not governs or word.doc[-1].is_punct or any(t.dep_ == "det" for t in noun.children):
        return
    word.tag_, word.pos_, word.lemma_ = "VBZ", "VERB", lemma
    for t in list(noun.children):
        if t.i < first.i and t.dep_ in {"amod", "compound", "poss", "nmod"}:
            t.head = first
    first.head, first.dep_ = word, "nsubj"
    _headline_verb(word)


def _bracketed(subject: Token) -> None:
    """What stands in brackets is no subject of the verb behind them: 'An article ("He paid", page 4) stated that'."""
    verb, doc = subject.head, subject.doc
    if verb.i < subject.i:
        return
    opened = next((t for t in reversed(doc[: subject.i]) if t.text in BRACKETS), None)
    closed = next((t for t in doc[subject.i : verb.i] if t.text in BRACKETS), None)
    if opened is None or closed is None or opened.text != "(" or closed.text != ")" or not opened.i:
        return
    noun = doc[opened.i - 1]
    while noun.head.i < opened.i and noun.head.i != noun.i:
        noun = noun.head
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.is_ancestor(verb):
        return
    inner = [t for t in verb.children if opened.i < t.i < closed.i and t.i != subject.i]
    noun.head, noun.dep_ = verb, subject.dep_
    subject.head, subject.dep_ = noun, "appos"
    for t in inner:
        t.dep_ = "parataxis" if t.pos_ == "VERB" else t.dep_


def _telling_noun(word: Token) -> None:
    """What is the subject of a verb is a noun, whatever its ending: "said that reports it sank were under inquiry"."""
    governor = noun_governor(word.lemma_.lower()) if word.tag_ == "VBZ" and word.i < word.head.i else None
    if governor is None or governor.name not in {"claim", "report", "accuse"}:
        return
    clause = next((t for t in word.rights if t.dep_ in {"ccomp", "acl", "relcl"}), None)
    if clause is None or any(t.dep_ in {"nsubj", "aux"} and t.lower_ != "that" for t in word.lefts):
        return
    word.tag_, word.pos_ = "NNS", "NOUN"
    that = word.nbor(-1) if word.i else word
    if that.lower_ == "that" and that.dep_ == "nsubj":
        that.dep_, that.head = "mark", word.head


def _named_beside(name: Token) -> None:
    """No verb has two subjects with a comma between: of "said the union's chair, Ida Brandt, on Monday" one is both."""
    verb, doc, start = name.head, name.doc, name.left_edge.i
    role = next((t for t in verb.children if t.dep_ == "nsubj" and verb.i < t.i < start), None)
    if name.pos_ != "PROPN" or role is None or role.tag_ != "NN" or nouns().kinds.get(role.lemma_) is not Kind.PERSON:
        return
    behind = name.right_edge.i + 1
    tells = behind < len(doc) and doc[behind].tag_ in TENSED  # "said the mayor, Isle Radio reported"
    comma = doc[start - 1]
    if comma.text == "," and role.right_edge.i in {start - 1, start - 2} and not tells and not _another(name):
        name.head, name.dep_ = role, "appos"
        comma.head = role


def _listed_beside(name: Token) -> None:
    """A name behind somebody's role, with another behind it and no comma between, need not be that somebody's.

    "Said the coach, Mona Kell and Ida Brandt" may tell of two or three, "said a mayor, Joss Hale a councillor" of two.
    Either way it was the coach and a mayor who spoke.
    """
    role = name.head
    beside = name.pos_ == "PROPN" and role.tag_ == "NN" and role.dep_ == "nsubj" and name.i > role.i
    somebody = beside and nouns().kinds.get(role.lemma_) is Kind.PERSON
    if somebody and name.left_edge.nbor(-1).text == "," and _another(name):
        name.dep_ = "conj"
        for t in list(role.rights):
            if t.dep_ == "prep" and t.i > name.i:
                t.head = role.head  # "said ... on Monday"


def _another(name: Token) -> bool:
    """Whether another person is named or told of right behind a name: "and Ida Brandt", "a councillor"."""
    doc, behind = name.doc, name.i + 1
    if behind + 1 >= len(doc):
        return False
    word, after = doc[behind], doc[behind + 1]
    listed = word.lower_ in {"and", "or"} and word.dep_ == "cc" and any(t.dep_ == "conj" for t in name.rights)
    return listed or (word.lower_ in {"a", "an"} and word.head.pos_ == "NOUN" and not after.is_punct)


def _clause_verb(word: Token) -> None:
    """A word after "before" with a noun before it and an object behind it is a verb: "before it repeals the law".

    So is one that has a mark and a subject, whatever its tag: "if the duty rises".
    """
    words = list(word.children)
    opened = any(t.dep_ == "mark" and t.i < word.i for t in words)
    if opened and any(t.dep_ == "nsubj" and t.i < word.i for t in words):
        word.tag_, word.pos_ = "VBZ", "VERB"
        return
    subject = next((t for t in words if t.dep_ == "compound" and t.i == word.i - 1), None)
    if opened and subject is not None and any(t.dep_ == "dobj" and t.i > word.i for t in words):
        word.tag_, word.pos_ = "VBZ", "VERB"
        for t in words:
            if t.i < subject.i and t.dep_ in {"det", "amod", "poss", "compound"}:
                t.head = subject
        subject.dep_ = "nsubj"


def _called_to(noun: Token, verb: Token) -> bool:
    """Whether an infinitive is what a headline's noun asks of whom it names: "Calls for minister to resign"."""
    governor = noun_governor(noun.lemma_.lower())
    asked = next((t for t in noun.rights if t.dep_ == "prep" and t.lower_ in {"for", "on", "to"}), None)
    return governor is not None and governor.name in ASKING and asked is not None and asked.i < verb.i


def _headline_infinitive(noun: Token) -> None:
    """Who will act is the subject of a headline's infinitive: "Council to close school"."""
    doc = noun.doc
    verb = next((t for t in noun.children if t.tag_ == "VB" and t.dep_ in {"relcl", "xcomp", "acl", "advcl"}), None)
    if verb is not None and noun.tag_ == "RB" and adjective_governor(noun.lower_) is not None:
        noun.tag_, noun.pos_ = "JJ", "ADJ"  # "Kesh likely to leave"
        return
    if verb is not None and _called_to(noun, verb):
        verb.dep_ = "acl"
    if verb is None or doc[-1].text in ENDING or noun.i + 1 >= len(doc) or noun.nbor().lower_ != "to":
        return
    passive = verb.lower_ == "be" or any(t.dep_ == "auxpass" for t in verb.children)
    lemma = noun.lemma_.lower()
    acting = noun.pos_ == "PROPN" or lemma in nouns().kinds
    told = any(t.dep_ == "det" or t.lower_ in {"first", "last", "only", "next", "how"} for t in noun.children)
    if told or noun.nbor().head.i != verb.i or noun_governor(lemma) is not None or not (acting or passive):
        return
    for t in list(noun.children):
        if t.i > noun.i and t.i != verb.i:
            t.head = verb
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"
    noun.pos_, noun.tag_ = ("PROPN", "NNP") if noun.pos_ == "PROPN" else ("NOUN", "NN")


def _told_infinitive(noun: Token) -> None:
    """Who will act is so too where a headline says at its end who tells it: "Firm to cut 500 jobs, union says"."""
    doc, teller = noun.doc, noun.head
    if noun.dep_ not in {"advcl", "npadvmod"} or noun.i + 2 >= len(doc) or doc[-1].text in ENDING:
        return
    verb = doc[noun.i + 1].head
    hung = verb.head.i == noun.i and verb.tag_ == "VB" and verb.dep_ in {"relcl", "xcomp", "acl", "advcl"}
    if not hung or noun.nbor().lower_ != "to" or teller.tag_ not in TENSED or teller.i < verb.right_edge.i:
        return
    governor = verb_governor(teller.lemma_.lower())
    told = governor is not None and governor.gives_voice and doc[verb.right_edge.i + 1].text == ","
    acting = noun.pos_ == "PROPN" or noun.lower_ in nouns().kinds or noun.i == 0
    if not told or not acting or noun_governor(noun.lemma_.lower()) is not None:
        return
    noun.pos_, noun.tag_ = ("PROPN", "NNP") if noun.pos_ == "PROPN" else ("NOUN", "NN")
    verb.head, verb.dep_ = teller, "ccomp"
    noun.head, noun.dep_ = verb, "nsubjpass" if any(t.dep_ == "auxpass" for t in verb.lefts) else "nsubj"


def _rejected_call(verb: Token) -> None:
    """An infinitive right behind a call that is rejected is what was called for: "rejected calls not to sell"."""
    to = next((t for t in verb.lefts if t.lower_ == "to"), None)
    if verb.dep_ != "xcomp" or to is None or not to.i:
        return
    noun = to.nbor(-1).nbor(-1) if to.i > 1 and to.nbor(-1).lower_ == "not" else to.nbor(-1)
    asked, above = noun_governor(noun.lemma_.lower()), verb_governor(verb.head.lemma_.lower())
    if noun.dep_ != "dobj" or noun.head.i != verb.head.i or asked is None or above is None:
        return
    if asked.name in ASKING and above.name == "reject":
        verb.head, verb.dep_ = noun, "acl"


def _asked_for(preposition: Token) -> None:
    """What is called for hangs on the call, not on who makes it: "a call by bishops for the release of four"."""
    caller = preposition.head
    by = caller.head
    if caller.dep_ != "pobj" or by.dep_ not in {"prep", "agent"} or by.lower_ not in {"by", "from"}:
        return
    governor = noun_governor(by.head.lemma_.lower()) if by.head.pos_ == "NOUN" else None
    if governor is not None and governor.name in ASKING:
        preposition.head = by.head
