"""Who does what a verb says, and whose words a noun holds: walks in the parse that names and quotations share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.clauses import TENSED
from rashomon.read.cues import cues
from rashomon.read.nouns import concrete_nouns, nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
MEANWHILE = frozenset({"as", "after", "before", "while", "since", "until"})
"""Words that open a clause of time, which the parser may take for prepositions."""
RELAYED = frozenset({"quote", "cite", "report"})
OBJECT_CONTROL = frozenset(
    """
    ask tell order urge require allow force enable want permit compel cause prompt help persuade convince instruct
    direct command beg implore encourage advise invite warn press challenge teach get lead push expect forbid
    """.split()
)
"""Verbs whose object does what the infinitive behind says: `required candidates to disclose`."""
EMPTY = frozenset({"it", "that", "this", "there"})
"""Subjects that say nothing: `her letter said that was untrue and dismissed ...`."""
ULTIMATUM = frozenset({"give", "grant", "allow", "set", "order", "tell", "ask", "warn", "instruct", "urge"})
"""Verbs that tell somebody what to do by when."""
BRACKETS = frozenset("()")
ISSUES = frozenset({"issue", "release", "publish", "post", "write", "deliver", "circulate", "give", "send"})
"""Verbs whose subject answers for the document that is their object."""
OWNERS = frozenset({"by", "from", "of"})
SIGNED = frozenset({"sign", "issue", "release", "write", "send", "author", "pen", "draft", "compile", "prepare"})
"""Participles behind a document whose `by` names whose words it holds: `a leaflet signed by the guild`."""
MADE = frozenset(
    """
    report study survey poll letter memo memorandum analysis audit review paper dossier article statement book leaflet
    """.split()
)
"""Documents that somebody makes; a `notice by the door` is only where it is."""
AMOUNTS = frozenset({"DATE", "TIME", "CARDINAL", "QUANTITY", "MONEY", "PERCENT"})


def subject_of(cue: Token, depth: int = 0) -> Token | None:
    """The token that does the reporting: subject, agent of a passive, or the subject of the verb above."""
    if depth > 4:
        return None
    if depth and (borne := _borne(cue)) is not None:
        return borne
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in cue.children) or is_told(cue)
    for child in cue.children:
        if child.dep_ == "agent" or (passive and child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if passive:
        return None
    if cue.dep_ == "pcomp" and cue.head.lower_ == "as" and cue.head.head.lemma_ in RELAYED:
        return relayed(cue.head.head)
    if (own := _own_subject(cue)) is not None:
        return _antecedent(cue) if _is_relative(own) else own
    if cue.dep_ in {"conj", "xcomp", "advcl", "pcomp", "parataxis", "ccomp", "dep"} and cue.head != cue:
        return _subject_above(cue, depth)
    if cue.dep_ in {"acl", "relcl"}:
        return None if cue.tag_ == "VBN" else _upwards(cue.head, depth)
    return None


def is_told(cue: Token) -> bool:
    """Whether the subject of "told" hears, as in headlines that end with it: "Dam may fail, residents told"."""
    last = cue.i + 1 == len(cue.doc)
    return last and cue.lower_ == "told" and not any(c.dep_ in {"aux", "dobj", "dative"} for c in cue.children)


def _subject_above(cue: Token, depth: int) -> Token | None:
    """The subject that a clause without one takes over from the verb above it."""
    if cue.tag_ == "VBN" and cue.dep_ == "advcl" and not any(c.dep_ == "aux" for c in cue.children):
        return None  # "asked whether she would go, Kerr said": somebody else asked her
    above = cue.head
    while above.pos_ not in {"VERB", "AUX"} and above.head != above:
        above = above.head
    if cue.dep_ in {"ccomp", "parataxis"} and cue.tag_ != "VBG":
        return None
    if cue.dep_ == "xcomp" and above.lemma_.lower() in OBJECT_CONTROL and above.i < cue.i:
        controller = next((c for c in above.children if c.dep_ == "dobj" and c.i < cue.i), None)
        if controller is not None:
            return controller
    return subject_of(_reporter_of(cue, above), depth + 1)


def relays(verb: Token) -> bool:
    """Whether a verb hands on what another said: `quoted Kerr as saying`, `cites Kerr as having told the board`."""
    if verb.lemma_.lower() not in RELAYED:
        return False
    behind = [c for c in verb.subtree if c.dep_ == "pcomp" and c.i > verb.i]
    return any(
        c.head.lower_ == "as" and c.head.head in {verb, relayed(verb)} and (said := cues().verb(c)) and said.takes("q")
        for c in behind
    )


def relayed(verb: Token) -> Token | None:
    """Who says what is quoted: `quoted Kerr as saying`, `Kerr was quoted as saying`."""
    found = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    return _antecedent(verb) if found is not None and _is_relative(found) else found


def _borne(verb: Token) -> Token | None:
    """The subject of a passive, seen from a verb that hangs on it: `Arn was heard saying ...`."""
    bearer = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    return _antecedent(verb) if bearer is not None and _is_relative(bearer) else bearer


def _is_relative(token: Token) -> bool:
    """Whether a word stands for what its clause belongs to: `who`, and `many of whom`."""
    if token.lower_ in RELATIVE:
        return token.tag_ in {"WP", "WDT"}
    return any(c.lower_ in RELATIVE for of in token.children if of.lower_ == "of" for c in of.children)


def _reporter_of(verb: Token, above: Token) -> Token:
    """The verb with which another shares its subject, where the parser hung it on the clause that is reported.

    `Kerr said the port would close and suggested ...`: a past tense goes on from the past tense and not from `would`.
    `Experts said rain had weakened it, citing ...`: rain cites nothing.
    """
    if above.dep_ != "ccomp" or above.head.pos_ != "VERB" or above.head.i > above.i:
        return above
    modal = any(c.tag_ == "MD" for c in above.children)
    if verb.dep_ == "conj" and verb.tag_ == "VBD" and modal and above.head.tag_ == "VBD":
        return above.head
    if verb.dep_ == "conj" and verb.tag_ == above.head.tag_ and _is_empty(above):
        return above.head
    subject = _own_subject(above) or next((c for c in above.children if c.dep_ == "nsubjpass"), None)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and subject is not None and subject.pos_ == "NOUN":
        return above if nouns().speaks(subject.lemma_.lower()) else above.head
    return above


def _is_empty(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl"} and c.lower_ in EMPTY for c in verb.children)


def _own_subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "nsubj"), None) or stranded_subject(verb)


def stranded_subject(verb: Token) -> Token | None:
    """The subject of `as Norland threatens to ...` where the parser hung it on `as`, as in headlines it often does."""
    if verb.dep_ != "advcl" or verb.tag_ not in TENSED or verb.i == 0:
        return None
    noun = verb.nbor(-1)
    while noun.dep_ != "pobj" and noun.right_edge == verb.nbor(-1) and noun.head.i < noun.i:
        noun = noun.head
    fits = noun.dep_ == "pobj" and noun.right_edge == verb.nbor(-1) and noun.head.lower_ in MEANWHILE
    return noun if fits and noun.head.dep_ == "prep" else None


def _upwards(noun: Token, depth: int) -> Token | None:
    """The speaker behind a noun with a participle: `a statement saying`, `Kerr, adding`."""
    if noun.dep_ in SUBJECTS or nouns().speaks(noun.lemma_.lower()) or noun.pos_ == "PROPN":
        return noun
    above = noun.head
    while above.pos_ not in {"VERB", "AUX"} and above.head != above:
        above = above.head
    return subject_of(above, depth + 1) if above.pos_ in {"VERB", "AUX"} else None


def _antecedent(cue: Token) -> Token | None:
    verb = cue
    while verb.dep_ in {"conj", "ccomp", "xcomp"} and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ in {"relcl", "acl"} else None


def owner_of(noun: Token) -> Token | None:
    """Whose words a noun holds: `Kerr's statement`, `a statement by the ministry`, `comments from officials`."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in OWNERS:
            owner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if owner is not None and (_can_own(owner) or (child.lower_ == "by" and _is_maker(noun, owner))):
                return owner
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in SIGNED:
            by = next((c for c in child.children if c.dep_ == "agent"), None)
            owner = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
            if owner is not None and (_can_own(owner) or _is_maker(noun, owner)):
                return owner
    for child in noun.children:
        if child.dep_ == "relcl" and child.lemma_ in ISSUES and (giver := _own_subject(child)) is not None:
            return giver if giver.lower_ not in RELATIVE else None
    if noun.dep_ == "dobj" and noun.head.lemma_ in ISSUES:
        return subject_of(noun.head)
    return None


def giver(failing: Token) -> Token | None:
    """Who gives somebody time to do something, `failing which it would sue`."""
    if failing.i + 1 == len(failing.doc) or failing.nbor().lower_ != "which":
        return None
    for verb in failing.ancestors:
        if verb.tag_ in TENSED or any(c.tag_ in TENSED and c.dep_ == "aux" for c in verb.children):
            return subject_of(verb) if verb.lemma_ in ULTIMATUM else None
    return None


def _can_own(owner: Token) -> bool:
    """Whether a noun is a name or in the table of those that speak."""
    return owner.pos_ == "PROPN" or owner.lemma_.lower() in nouns().kinds


def _is_maker(noun: Token, owner: Token) -> bool:
    """Whether whoever stands behind `by` made a document: `a report by the audit chamber`, not `a letter by hand`."""
    lemma = owner.lemma_.lower()
    if noun.lemma_.lower() not in MADE or owner.ent_type_ in AMOUNTS or lemma in concrete_nouns() | {"time", "end"}:
        return False
    return any(c.dep_ == "det" and c.i < owner.i for c in owner.children)


def in_credit(token: Token) -> bool:
    """Whether a name stands in a picture's credit, `(Ida Brandt/NNA)`: nobody goes on to speak of it."""
    doc = token.doc
    opening = token.i - 1
    while opening >= 0 and opening >= token.i - 6 and doc[opening].text not in BRACKETS:
        opening -= 1
    if opening < max(0, token.i - 6) or doc[opening].text != "(":
        return False
    closing = next((t.i for t in doc[token.i : token.i + 9] if t.text == ")"), len(doc))
    words = doc[opening + 1 : closing].text
    return "/" in words or " via " in words
