"""What a reporting word reports: the words that fill its frames in the parse.

The frames stand in the table of reporting words; each function here finds one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.core.marks import PAIRS
from rashomon.read.cues import Cue, cues
from rashomon.read.nouns import nouns
from rashomon.read.quotations_bounds import added, aside, meanwhile, reach, without_asides
from rashomon.read.quotations_going_on import going_on
from rashomon.read.quotations_holders import holder_of
from rashomon.read.quotations_objects import HEARERS, is_no_words, is_questioned
from rashomon.read.quotations_phrases import Phrase, phrase_at
from rashomon.read.status_conditions import in_condition_phrase, opens_condition
from rashomon.read.syntax import relays, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token


MARKS = frozenset("".join(PAIRS) + "".join(PAIRS.values()))
NAMED = frozenset({"oprd", "xcomp"})
ABOUT_IT = frozenset({"as", "for", "of", "to", "against", "with", "over", "about", "from"})
"""Prepositions that say what an object is praised or blamed for, and not when or where: `condemned him for ...`."""

OBJECTS = frozenset("oar")
REASONS = frozenset({"as", "for", "over"})
"""Prepositions that give the reason of an attack or thanks, or the name under which it is made."""

Piece = tuple["Token", tuple[int, int], "Token | None"]
"""A reporting word, the tokens `[start, end)` of what it reports, and the token of the speaker."""


def pieces(tokens: list[Token]) -> Iterator[Piece]:
    """What the reporting words among tokens report: those of one sentence that stand outside marks."""
    verbs, nouns_of_words = cues(), cues().nouns
    for token in tokens:
        verb = token.tag_.startswith("V")
        if (not verb and token.pos_ != "NOUN" and token.lower_ != "according") or token.dep_ in {"amod", "compound"}:
            continue
        if verb and (in_condition_phrase(token) or opens_condition(token)):
            continue  # "will lend it if Orsk promises to repay it": nobody has promised anything
        if (phrase := phrase_at(token)) is not None:
            yield _clause_around(phrase)
        elif verb and (cue := verbs.verb(token)) is not None:
            yield from _verb(token, cue)
        elif token.pos_ == "NOUN" and (noun := nouns_of_words.get(token.lemma_.lower())) is not None:
            yield from _noun(token, noun)


def _verb(token: Token, cue: Cue) -> Iterator[Piece]:
    """The content of a reporting verb, by the frames that the table gives it."""
    subject = subject_of(token)
    bounds = None
    if _is_idiom(token, subject) or _is_imperative(token, subject) or _is_unsaid(token, cue):
        return
    if cue.takes("c") or (cue.frames & {"q", "o"} and any(_opened(c) for c in token.children if c.i > token.i)):
        bounds = _clause(token)
    if bounds is None and cue.takes("c") and subject is not None:
        bounds = _as_said(token)
    if bounds is None and cue.takes("i"):
        bounds = _infinitive(token, cue)
    if bounds is None and cue.frames & OBJECTS:
        bounds = _object(token, cue)
    if bounds is None:
        bounds = _phrase(token, cue)
    finite = token.tag_ != "VBN" or token.dep_ == "advcl" or any(c.dep_ == "auxpass" for c in token.children)
    if bounds is not None and (subject is not None or finite):
        for part in _apart(bounds, token):
            yield token, part, subject
        if cue.takes("q") and cue.takes("c") and (further := going_on(token, bounds[1])) is not None:
            yield token, further, subject


def _is_idiom(token: Token, subject: Token | None) -> bool:
    """`It is hard to say`, `too early to tell`, `it goes without saying`: nobody said anything."""
    if token.lemma_ not in {"say", "tell"}:
        return False
    if token.dep_ == "pcomp":
        return token.head.lower_ == "without" and token.head.head.lemma_ == "go"
    unsaid = token.head.pos_ == "ADJ" or token.head.lemma_ == "be"
    return unsaid and token.dep_ in {"xcomp", "advcl", "ccomp"} and token.tag_ == "VB" and _nobody(subject)


def _is_unsaid(token: Token, cue: Cue) -> bool:
    """`Police could not say who fired`, `Kerr never said that ...`: the words that follow were not spoken."""
    return cue.takes("q") and any(c.dep_ == "neg" and c.i < token.i for c in token.children)


def _is_imperative(token: Token, subject: Token | None) -> bool:
    """`Thank you for reading`, `Think of the sea`: the writer speaks to the reader."""
    return (
        subject is None
        and token.dep_ == "ROOT"
        and token.tag_ == "VB"
        and not any(c.dep_ in {"aux", "nsubj"} for c in token.children)
    )


def _nobody(subject: Token | None) -> bool:
    return subject is None or subject.lower_ in {"it", "there"}


def _clause(token: Token) -> tuple[int, int] | None:
    """`said (that) ...`; the clause may stand before the verb, or be what the verb's clause is put into."""
    clauses = [c for c in token.children if c.dep_ == "ccomp" and (c.i > token.i or not _stands_alone(c, token))]
    if clauses:
        # of two, what stands behind the verb is reported; the one before it is a clause that the parser hung there
        return reach(next((c for c in clauses if c.i > token.i), clauses[0]), token)
    if (told := _told(token)) is not None:
        return told.left_edge.i, told.right_edge.i + 1
    if token.dep_ in {"parataxis", "ccomp"} and token.head.pos_ in {"VERB", "AUX"} and subject_of(token) is not None:
        head = token.head
        if _apart_by_semicolon(head, token) or any(c.dep_ == "dobj" for c in token.children):
            return None  # "..., you guessed it, ...": the verb has its object
        left, right = head.left_edge.i, head.right_edge.i + 1
        if token.dep_ == "parataxis" or (
            token.i > head.i and not any(c.dep_ == "mark" for c in token.children) and _at_end(token)
        ):
            if token.left_edge.i > head.i:
                right = token.left_edge.i
            elif token.right_edge.i < head.i and not _splits_subject(token, head):
                left = token.right_edge.i + 1
            return (left, right) if right - left > 2 else None
    return None


def _told(token: Token) -> Token | None:
    """`told a meeting of leaders that few ...`: the clause, where the parser hung it on the noun before it."""
    hearer = next((c for c in token.children if c.dep_ == "dobj" and c.i > token.i), None)
    if hearer is None or token.lemma_ not in HEARERS:
        return None
    for verb in hearer.subtree:
        mark = next((c for c in verb.children if c.lower_ == "that" and c.dep_ == "mark"), None)
        if mark is not None and verb.dep_ in {"relcl", "acl"} and any(c.dep_ == "nsubj" for c in verb.children):
            return verb
    return None


def _stands_alone(clause: Token, verb: Token) -> bool:
    """Whether a clause before a verb is not what the verb reports.

    `Soldiers turn lorries back: the army closed the road`: a colon right before the verb's own clause, or an object
    that hears nothing, parts the two.
    """
    if _apart_by_semicolon(clause, verb):
        return True
    between = clause.doc[clause.i + 1 : verb.i]
    colon = next((t.i for t in reversed(between) if t.text == ":"), None)
    if colon is not None and not any(t.pos_ in {"VERB", "AUX"} for t in clause.doc[colon : verb.i]):
        return True
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i and not c.ent_type_]
    return any(c.pos_ == "NOUN" and nouns().kinds.get(c.lemma_.lower()) is None for c in objects)


def _apart_by_semicolon(clause: Token, verb: Token) -> bool:
    """`Residents complained; others praised the mayor`: two sentences in one, neither reports the other."""
    return any(t.text == ";" for t in clause.doc[min(clause.i, verb.i) : max(clause.i, verb.i)])


def _splits_subject(token: Token, head: Token) -> bool:
    """Whether a reporting clause stands between a subject and its verb: `The bridge, Kerr said, would reopen`."""
    return any(c.dep_ in {"nsubj", "nsubjpass"} and c.i < token.i for c in head.children)


def _as_said(token: Token) -> tuple[int, int] | None:
    """`..., as police have said`: the rest of the sentence's clause."""
    if not any(
        (c.dep_ == "mark" and c.lower_ == "as") or (c.lower_ == "as" and c.dep_ == "advmod") for c in token.children
    ):
        return None
    head, start, end = token.head, token.left_edge.i, token.right_edge.i + 1
    if (
        token.dep_ != "advcl"
        or head.pos_ not in {"VERB", "AUX"}
        or any(c.dep_ in {"dobj", "ccomp"} for c in token.children)
    ):
        return None
    left, right = head.left_edge.i, head.right_edge.i + 1
    if start <= left + 1:
        return end, right
    return (left, start) if token.doc[start - 1].text == "," and end >= right - 2 else None


def _at_end(token: Token) -> bool:
    """Whether a clause closes its sentence behind a comma: `..., police said`."""
    before = token.left_edge.i - 1
    return before > 0 and token.doc[before].text == "," and token.right_edge.i >= len(token.doc) - 2


def _infinitive(token: Token, cue: Cue) -> tuple[int, int] | None:
    """`promised to ...`, `urged them to ...` (with them), `threatened ...-ing`."""
    for child in token.children:
        if child.dep_ in {"xcomp", "ccomp"} and child.i > token.i and child.pos_ in {"VERB", "AUX"}:
            left = child.left_edge.i
            objects = [c for c in token.children if c.dep_ in {"dobj", "dative"} and token.i < c.i < child.i]
            if objects and "demand" in cue.classes:
                left = min(left, objects[0].left_edge.i)
            called = [
                c
                for c in token.children
                if c.lower_ in cue.frames and c.dep_ in {"prep", "prt"} and token.i < c.i < child.i
            ]
            if cue.takes("a") and not called:
                return None
            if called:
                left = min(left, called[0].i + 1)
            right = meanwhile(child, aside(child, reach(child, token)[1]))
            return left, added(child, right, {"VBG"})
    return None


def _object(token: Token, cue: Cue) -> tuple[int, int] | None:
    """`criticized the plan`, `called the plan a trap`, `accused them of ...`."""
    objects = [c for c in token.children if c.dep_ in {"dobj", "oprd"} and c.i > token.i]
    if not objects:
        for child in token.children:
            if cue.takes("a") and child.dep_ == "ccomp" and child.i > token.i:
                return child.left_edge.i, child.right_edge.i + 1
        return None
    if objects[0].lemma_.lower() in cues().nouns and any(_holds(c) for c in objects[0].rights):
        return None  # "repeated her claim that ...": the noun holds the words
    marked = bool(MARKS & {t.text for t in objects[0].subtree})
    if not cue.takes("o") and not cue.takes("a") and not any(c.lower_ in REASONS for c in token.children):
        return None  # "attacked the fort": blows, not words
    if cue.lemma == "cite" and (nouns().kinds.get(objects[0].lemma_.lower()) or objects[0].ent_type_ == "PERSON"):
        return None  # "citing two officials": whom it has the words from
    if is_questioned(objects[0], cue) or relays(token):
        return None
    left, right = objects[0].left_edge.i, without_asides(objects[-1])
    behind = [c for c in token.children if c.i > token.i and (c.dep_ in NAMED or c.dep_ == "prep")]
    right = max([right, *(c.right_edge.i + 1 for c in behind if cue.takes("a") or c.lower_ in ABOUT_IT)])
    if "naming" in cue.classes and not behind and not MARKS & set(token.doc[left:right].text):
        return None  # "called his lawyer": nothing is said of the object
    if not marked and not cue.takes("a") and right == without_asides(objects[-1]) and is_no_words(objects[0], cue):
        return None
    right = added(objects[0], right, {"VBG", "WDT", "WP"})
    if not marked and all(t.pos_ in {"PROPN", "DET", "PUNCT"} for t in token.doc[left:right]):
        return None  # "backed Anna Kerr": whom it is about, and no words
    return (left, right) if right - left > 1 or cue.takes("a") else None


def _phrase(token: Token, cue: Cue) -> tuple[int, int] | None:
    """`called for ...`, `spoke of ...`."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in cue.frames and child.i > token.i:
            for inner in child.children:
                if inner.dep_ in {"pobj", "pcomp"}:
                    right = child.right_edge.i + 1
                    named = (c for c in token.children if c.left_edge.i == right and c.lower_ == "as")
                    described = next((c.right_edge.i + 1 for c in named), None)
                    marked = MARKS & {t.text for t in inner.subtree}
                    if described is None and not marked and inner.dep_ == "pobj" and is_no_words(inner, cue):
                        return None  # "referred to her rival": whom it is about
                    return inner.left_edge.i, described or right
    return None


def _noun(token: Token, cue: Cue) -> Iterator[Piece]:
    """`his claim that ...`, `her vow to ...`, `the union's call for ...`; without `that` only where it has an owner."""
    for child in token.children:
        if child.i < token.i:
            continue
        if cue.takes("c") and _holds(child):
            yield token, (child.left_edge.i, child.right_edge.i + 1), holder_of(token, cue)
        elif (
            cue.takes("i")
            and child.dep_ in {"acl", "relcl"}
            and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
        ):
            if (speaker := holder_of(token, cue)) is not None:
                yield token, (child.left_edge.i, aside(child, child.right_edge.i + 1)), speaker
        elif child.dep_ == "prep" and child.lower_ in cue.frames and (speaker := holder_of(token, cue)) is not None:
            inner = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
            if inner is not None and inner != speaker:
                yield token, (inner.left_edge.i, child.right_edge.i + 1), speaker


def _opened(clause: Token) -> bool:
    """Whether a clause is one by its first word, also behind verbs that else take words or an object."""
    return clause.dep_ == "ccomp" and clause.left_edge.lower_ in {"that", "what", "how", "whether", "why"}


def _holds(clause: Token) -> bool:
    """Whether a dependent of a noun is the clause that it holds: `her claim that ...`."""
    return clause.dep_ in {"acl", "ccomp"} and any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)


def _clause_around(phrase: Phrase) -> Piece:
    """`According to Kerr, ...`, `In her view, ...`: the rest of the clause is hers."""
    doc, start, end = phrase.cue.doc, phrase.start, phrase.end
    last = len(doc)
    if start <= 2:
        return phrase.cue, (end, last), phrase.speaker
    head = phrase.above
    left = head.left_edge.i if head.pos_ in {"VERB", "AUX"} else 0
    left = end if left == start else left  # "and, according to Kerr, the road is closed"
    if end >= last - 2 or doc[end].text in ".;":
        return phrase.cue, (0, start), phrase.speaker
    return phrase.cue, (left, max(head.right_edge.i + 1, end)), phrase.speaker


def _apart(bounds: tuple[int, int], cue: Token) -> list[tuple[int, int]]:
    """The bounds without the reporting clause where it is put into the middle: `The plan, she said, would fail`."""
    left, right = bounds
    if not left <= cue.i < right:
        return [bounds]
    inner = [
        cue,
        *(t for c in cue.children if c.dep_ in {"nsubj", "aux", "advmod", "neg", "npadvmod"} for t in c.subtree),
    ]
    first, last = min(t.i for t in inner), max(t.i for t in inner)
    return [part for part in ((left, first), (last + 1, right)) if part[1] - part[0] > 1]
