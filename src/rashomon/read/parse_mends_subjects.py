"""What parsers get wrong about whom a name or noun belongs to: two subjects of one verb, a name hung on a place.

`According to the mayor, Ida Kant, the road is closed`: Ida Kant is the mayor, and it is the road that is closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.read.clauses import HELPING, SUBJECTS, TENSED
from rashomon.read.nouns import nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMED = frozenset({"nsubj", "nsubjpass"})
ANY = frozenset({"any", "every", "each", "no", "all", "some", "a", "an", "those", "anyone", "everyone", "anybody"})
"""Words of which one that a participle describes is meant and not the act: `any vessel entering the bay`."""


def mend_subjects(token: Token) -> None:
    """Put the arcs around one word right, where it stands in one of the constructions below."""
    dep = token.dep_
    if dep in NAMED:
        _maker(token)
        _on_its_verb(token)
        _noun_taken_for_verb(token)
        _accorded_beside(token)
        _right_behind(token)
    elif dep in {"csubj", "csubjpass"}:
        _whoever(token)
    elif dep == "appos":
        _of_a_place(token)
        _behind_a_semicolon(token)
    elif dep == "advmod":
        _trade(token)
    elif dep == "ROOT":
        _accorded(token)
    if dep in {"ROOT", "ccomp"}:
        _two_verbs(token)


def _is_office(noun: Token) -> bool:
    """Whether a noun means one person by office or trade."""
    return noun.tag_ == "NN" and nouns().kinds.get(noun.lemma_.lower()) is Kind.PERSON


def _whoever(act: Token) -> None:
    """Of whatever does something, itself is told and not its doing: `any vessel entering the bay would be sunk`."""
    verb = act.head
    noun = next((t for t in act.lefts if t.dep_ == "nsubj"), None)
    if act.tag_ != "VBG" or noun is None or noun.right_edge.i != act.i - 1 or noun.tag_ == "PRP$" or verb.i < act.i:
        return
    told = noun.left_edge.lower_ in ANY or (noun.tag_ == "NNS" and noun.left_edge.lower_ not in {"the", "his", "her"})
    if not told or any(t.dep_ in NAMED for t in verb.lefts):
        return
    noun.head, noun.dep_ = verb, "nsubjpass" if act.dep_ == "csubjpass" else "nsubj"
    act.head, act.dep_ = noun, "acl"


def _trade(noun: Token) -> None:
    """Somebody's trade before their name takes no object: `quoted tycoon Ida Torn as saying`."""
    named = [*noun.rights, *noun.head.rights]
    name = next((t for t in named if t.left_edge.i == noun.i + 1 and t.pos_ == "PROPN"), None)
    if not _is_office(noun) or name is None or name.dep_ not in {"pobj", "dep", "npadvmod"} or noun.i < noun.head.i:
        return
    above = noun.head
    taken = any(t.dep_ == "dobj" for t in above.rights)
    if above.pos_ == "VERB" and not taken:
        name.head, name.dep_ = above, "dobj"
        for t in list(noun.children):
            if t.i != name.i:
                t.head = name
        noun.head, noun.dep_ = name, "compound"


def _on_its_verb(subject: Token) -> None:
    """A subject is the verb's and not its auxiliary's: `the runway was closed`."""
    helping = subject.head
    verb = helping.head
    if helping.dep_ not in HELPING or any(t.dep_ in SUBJECTS for t in verb.lefts):
        return
    if subject.i < helping.i < verb.i:
        subject.head, subject.dep_ = verb, "nsubjpass" if helping.dep_ == "auxpass" else "nsubj"


def _noun_taken_for_verb(word: Token) -> None:
    """A bare verb is no subject; at the head of a sentence it is a noun before another: `Harbour pilots denied`."""
    behind = word.nbor() if word.i + 1 < len(word.doc) else word
    if word.i or word.tag_ != "VB" or behind.dep_ != "dobj" or behind.head != word or behind.tag_ != "NNS":
        return
    behind.head, behind.dep_ = word.head, word.dep_
    for t in list(word.children):
        t.head = behind
    word.head, word.dep_, word.tag_, word.pos_ = behind, "compound", "NN", "NOUN"


def _accorded(name: Token) -> None:
    """Who is told behind an office opens no clause: `According to the ferry's owner, Ida Kant, the ramp jammed`."""
    doc, start = name.doc, name.left_edge.i
    according = next((t for t in name.lefts if t.lower_ == "according"), None)
    office = _accorded_to(according) if according is not None else None
    noun = next((t for t in name.rights if t.dep_ == "appos"), None)
    if name.pos_ != "PROPN" or according is None or office is None or noun is None:
        return
    verb = next((t for t in noun.rights if t.dep_ in {"acl", "relcl"} and t.tag_ in TENSED | {"VBN"}), None)
    comma = doc[office.right_edge.i + 1]
    if start > according.i or comma.text != "," or verb is None or doc[noun.left_edge.i - 1].text != ",":
        return
    if not _is_office(office) or any(t.dep_ in SUBJECTS for t in verb.lefts):
        return
    passive = any(t.dep_ == "auxpass" for t in verb.lefts)
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"
    for t in list(name.children):
        if t.i >= noun.i or t.i <= comma.i:
            t.head = verb
    name.head, name.dep_ = office, "appos"


def _accorded_beside(name: Token) -> None:
    """No verb has two subjects: of `According to the mayor, Ida Kant, the road is closed` the first is the mayor."""
    verb, doc, start = name.head, name.doc, name.left_edge.i
    other = next((t for t in verb.lefts if t.dep_ in NAMED and t.i > name.i), None)
    according = next((t for t in verb.lefts if t.lower_ == "according" and t.i < name.i), None)
    office = _accorded_to(according) if according is not None else None
    if name.pos_ != "PROPN" or other is None or office is None or not start or doc[start - 1].text != ",":
        return
    if _is_office(office) and office.right_edge.i == start - 2 and doc[name.i + 1].text == ",":
        name.head, name.dep_ = office, "appos"


def _right_behind(name: Token) -> None:
    """A name right behind a noun that has the same verb says who that is: `the old fiddler Olm Trask left`."""
    noun = name.left_edge.nbor(-1) if name.left_edge.i else name
    if name.pos_ == "PROPN" and noun.tag_ == "NN" and noun.dep_ in NAMED and noun.head == name.head:
        name.head, name.dep_ = noun, "appos"


def _maker(name: Token) -> None:
    """A verb with two subjects leaves the first to the verb before it: `The toy maker Arlo denied that ...`."""
    told = name.head
    noun, main = told.head, told.head.head
    beside = name.left_edge.i == noun.i + 1 and name.pos_ == "PROPN" and noun.tag_ == "NN"
    if not beside or told.dep_ != "relcl" or told.tag_ not in TENSED or main.dep_ != "ROOT" or noun.dep_ not in NAMED:
        return
    other = next((t for t in main.lefts if t.dep_ in NAMED and t.i > told.i), None)
    if other is None or noun.head != main or any(t.text == "," for t in name.doc[noun.i : told.i]):
        return
    told.head, told.dep_ = told, "ROOT"
    main.head, main.dep_ = told, "ccomp"
    noun.head, noun.dep_ = told, "nsubj"
    name.head, name.dep_ = noun, "appos"
    for t in list(other.children):
        if t.lower_ == "that" and t.i < other.i and other.tag_ in {"NN", "NNS"} and t.dep_ == "det":
            t.head, t.dep_, t.tag_, t.pos_ = main, "mark", "IN", "SCONJ"
    for t in list(main.children):
        if t.is_punct and t.i > main.i and t.i + 1 == len(t.doc):
            t.head = told


def _two_verbs(verb: Token) -> None:
    """Of two verbs with one subject the first describes it: `solvent found in the wells had leaked`."""
    subject = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
    later = next((t for t in verb.rights if t.dep_ == "ccomp" and t.i > verb.i + 1), None)
    if subject is None or later is None or verb.tag_ not in {"VBD", "VBN"} or verb.nbor().pos_ != "ADP":
        return
    helped = later.left_edge.tag_ in TENSED | {"MD"} and later.left_edge.dep_ in HELPING
    plain = all(t.dep_ in {"nsubj", "mark", "prep", "punct", "ccomp", "npadvmod"} for t in verb.children)
    if not helped or not plain or any(t.dep_ in SUBJECTS | {"mark"} for t in later.lefts) or subject.i > verb.i:
        return
    if any(t.text == "," for t in verb.doc[verb.i : later.i]) or subject.right_edge.i != verb.i - 1:
        return
    later.head, later.dep_ = (later if verb.head == verb else verb.head), verb.dep_
    for t in list(verb.children):
        if t.dep_ == "mark" or t.i > later.i:
            t.head = later
    subject.head = later
    subject.dep_ = "nsubjpass" if any(t.dep_ == "auxpass" for t in later.lefts) else "nsubj"
    verb.head, verb.dep_, verb.tag_ = subject, "acl", "VBN"


def _behind_a_semicolon(name: Token) -> None:
    """A name right behind a semicolon opens a clause of its own: `"...," said Tessa Orlow; Ida Kant said`."""
    first = name.left_edge
    if not first.i or first.nbor(-1).text != ";":
        return
    verb = next((t for t in name.doc[name.i + 1 :] if t.tag_ in TENSED), None)
    if verb is not None and not any(t.dep_ in SUBJECTS for t in verb.children):
        name.head, name.dep_ = verb, "nsubj"


def _of_a_place(name: Token) -> None:
    """A person's name is no place's: of `the mayor of Lys, Ida Kant, said` it is the mayor's."""
    place, doc, start = name.head, name.doc, name.left_edge.i
    if name.ent_type_ != "PERSON" or place.dep_ != "pobj" or place.pos_ != "PROPN":
        return
    office, behind = place.head.head, name.right_edge.i + 1
    if not _is_office(office) or name.i == start:
        return
    if start and doc[start - 1].text == "," and behind < len(doc) and doc[behind].text in {",", "."}:
        name.head, name.dep_ = office, "appos"


def _accorded_to(according: Token) -> Token | None:
    to = next((t for t in according.rights if t.lower_ == "to"), None)
    return next((t for t in to.rights if t.dep_ == "pobj"), None) if to is not None else None
