"""On which condition an act hangs, whatever the form in which it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.clauses import HELPING, IF
from rashomon.read.status_lexicon import marks
from rashomon.read.status_negation import negators
from rashomon.read.status_openings import SUBJECTS, condition_ends, inverted, opening_condition, speaks
from rashomon.read.status_syntax import VERBAL, lemmas_of, shares
from rashomon.read.tree import children, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

CONCESSIVE = frozenset({"even", "matter", "regardless", "irrespective"})
"""Words before "if" that tell that the condition makes no difference: "even if prices rise", "no matter if"."""
NEEDED = frozenset({"necessary", "needed", "required", "possible", "able", "alive", "free", "willing"})
"""What somebody or something is as long as an act is to last: "as long as it is needed"."""


def conditional(verb: Token, *, refused: bool = False) -> bool:
    """Whether an act that is announced hangs on a condition, whatever its form: "if", "should", "provided that".

    A refusal stays one where the condition would end it ("will not sign unless"), and "even if" is no condition.

    Args:
        verb: the act.
        refused: whether what announces the act is negated, where the act itself is not: "is not going to sign".
    """
    return _if(verb) is not None or bool(conditions(verb, refused=refused)) or otherwise(verb)


def otherwise(verb: Token) -> bool:
    """Whether an act is told of the case that what was named before is not so: "the mill will close otherwise".

    "Failing which it would close" says the same, though parsers take "failing" for a verb of its own.
    """
    if any(t.dep_ == "advmod" and t.lower_ == "otherwise" for t in children(verb)):
        return True
    return failing_which(verb) or any(in_default(t) for t in children(verb))


def in_default(clause: Token) -> bool:
    """Whether "failing" tells what must not be missing: "failing payment they would sue"."""
    bare = all(t.dep_ in {"dobj", "pobj", "punct"} for t in children(clause))
    return clause.lower_ == "failing" and clause.dep_ in {"advcl", "prep"} and bare and clause.i < clause.head.i


def failing_which(verb: Token) -> bool:
    """Whether a clause stands behind "failing which" or "failing that"."""
    head = verb.head
    if head.lower_ != "failing" or verb.i < head.i or verb.dep_ not in {"ccomp", "xcomp"}:
        return False
    return head.nbor().lower_ in {"which", "that", "this"}


def unreal(verb: Token) -> bool:
    """Whether what would have been hangs on something that was not so, or would have been whatever was so.

    The thing may be a clause ("if", "had they agreed", "even if"), a phrase ("without Bree", "but for Bree", "in the
    absence of Bree") or an adverb ("otherwise", "anyway"). A verb that shares its auxiliaries shares it too.
    """
    if shares(verb) and unreal(verb.head):
        return True
    below = [t for t in (*children(verb), *_shared(verb)) if t.dep_ not in HELPING]
    if any(t.dep_ == "advmod" and t.lower_ in marks()["regardless"] for t in below):
        return True
    if any(t.dep_ in {"prep", "cc"} and _stands_for_condition(t) for t in below):
        return True
    clauses = [t for t in (*below, *_beside(verb)) if t.dep_ in {"advcl", "ccomp"}]
    return (
        any(_if(t) is not None or inverted(t) is not None for t in clauses)
        or bool(_phrased(verb))
        or (verb.dep_ == "ccomp" and verb.i < verb.head.i and inverted(verb.head) is not None)
    )


def _shared(verb: Token) -> Iterator[Token]:
    """What stands behind the last of several verbs with one auxiliary: "would have sold it and gone without a loan"."""
    for t in children(verb):
        if t.dep_ == "conj" and shares(t):
            yield from (c for c in children(t) if c.i > t.i)
            yield from _shared(t)


def _stands_for_condition(word: Token) -> bool:
    """Whether a phrase stands for "if it were not for": "without Bree", "but for Bree", "in the absence of Bree"."""
    if word.lower_ in marks()["counter"]:
        return True
    if word.lower_ == "but":
        return word.i + 1 < len(word.doc) and word.nbor().lower_ == "for"
    nouns = (t for t in children(word) if t.dep_ == "pobj")
    return word.lower_ == "in" and any(
        t.lower_ in marks()["counter-noun"] and any(c.lower_ == "of" for c in children(t)) for t in nouns
    )


def conditions(verb: Token, *, refused: bool = False) -> list[Token]:
    """What an act that is announced hangs on: the verbs of its conditions, and the noun behind "in the event of"."""
    refused = refused or bool(negators(verb))
    found = []
    for t in (*children(verb), *_beside(verb)):
        if t.dep_ not in {"advcl", "ccomp"}:
            continue
        mark = _if(t)
        told = mark is not None and (_has_subject(t) or _elliptic(t)) and not (refused and mark.lower_ == "unless")
        conceded = mark is not None and mark.i and mark.nbor(-1).lower_ in CONCESSIVE
        if inverted(t) is not None or (told and not conceded):
            found.append(t)
    return found + _phrased(verb)


def _if(clause: Token) -> Token | None:
    """The "if" or "unless" of a clause; "as if" only compares."""
    marked = (m for m in children(clause) if m.dep_ == "mark" and m.lower_ in IF)
    return next((m for m in marked if not (m.i and m.nbor(-1).lower_ == "as")), None)


def compared(clause: Token) -> bool:
    """Whether a clause only compares: "spoke as if the bank had failed", of which nobody tells that it did."""
    marked = [m for m in children(clause) if m.dep_ in {"mark", "advmod"} and m.lower_ in {"if", "though"}]
    return any(m.i and m.nbor(-1).lower_ == "as" for m in marked)


def _has_subject(clause: Token) -> bool:
    """Whether a clause has a subject: who or what; "if need be" has none, as "if needed"."""
    subjects = (t for t in children(clause) if t.dep_ in {"nsubj", "nsubjpass", "expl"})
    return any(t.lower_ not in {"need", "needs"} or clause.lower_ != "be" for t in subjects)


def _elliptic(clause: Token) -> bool:
    """Whether a condition leaves its subject out: "would resign if elected", but "if needed" says nothing."""
    return clause.tag_ in {"VBN", "VBD"} and clause.lemma_.lower() not in {"need", "require"}


def _beside(verb: Token) -> list[Token]:
    """The clauses that the parser hung on the verb that reports, beside the reported one to which they belong.

    They stand behind it, or before the reporting words: "If elected, the mayor said, she would sell the mill".
    """
    head = verb.head
    if verb.dep_ != "ccomp" or head.pos_ not in VERBAL or verb.i < head.i:
        return []
    before = [t for t in children(head) if t.i < head.i and t.left_edge.i == 0] if speaks(head) else []
    return [*before, *(t for t in children(head) if t.i > verb.i)]


def _phrased(verb: Token) -> list[Token]:
    """What a verb hangs on by a condition of several words: "on condition that", "in the event of a strike"."""
    doc, found = verb.doc, []
    for end, phrase in condition_ends(doc).items():
        start = end - len(phrase.split()) - (doc[end - 1].lower_ == "that")
        if phrase.split()[0] in CONCESSIVE or not _opens(doc, start, end) or _of_duration(doc, start, end):
            continue
        above = doc[start]
        while (start <= above.i < end or above.pos_ not in VERBAL) and above.head.i != above.i:
            above = above.head
        if above.i == verb.i or (verb.dep_ == "ccomp" and above.i == verb.head.i and verb.i < start):
            found.append(_opened(doc, end))
        elif (opened := _opened(doc, end)).dep_ == "advcl" and opened.head.i == verb.i and opened.i < verb.i:
            found.append(opened)  # "Provided the bank lends it money, the firm will hire"
    return found


def _opened(doc: Doc, end: int) -> Token:
    """The verb of the clause that begins at a place, or the noun behind the "of" there."""
    if doc[end].lower_ == "of":
        return next((t for t in children(doc[end]) if t.dep_ == "pobj"), doc[end])
    return _subject_at(doc[end]).head


def _of_duration(doc: Doc, start: int, end: int) -> bool:
    """Whether "as long as" in `[start, end)` tells how long an act lasts, and not on what it hangs.

    It does behind "for", and before what itself lasts, is needed or wanted: "as long as the siege goes on", "as long
    as it takes", but "as long as Bree pays".
    """
    if doc[end - 1].lower_ != "as" or doc[start].lower_ not in {"as", "so"}:
        return False
    verb = _opened(doc, end)
    words = list(children(verb))
    bare = not any(t.dep_ in {"dobj", "xcomp"} and t.i > verb.i for t in words)  # not "goes on paying"
    if (start and doc[start - 1].lower_ == "for") or verb.lemma_.lower() in marks()["wanting"]:
        return True
    if verb.lower_ in NEEDED or any(t.dep_ == "acomp" and t.lower_ in NEEDED for t in words):
        return True
    if verb.lemma_.lower() == "take":
        it = any(t.dep_ in SUBJECTS and t.lower_ == "it" for t in words)
        return it and (bare or any(_infinitive(t) for t in words))  # "as long as it takes to repay the loan"
    progressive = verb.tag_ == "VBG" and any(t.dep_ == "aux" and t.lemma_.lower() == "be" for t in words)
    return bare and (progressive or not marks()["lasting"].isdisjoint(lemmas_of(verb)))


def _infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(t.tag_ == "TO" for t in children(verb))


def _opens(doc: Doc, start: int, end: int) -> bool:
    """Whether the words `[start, end)` open a condition: a clause with its subject follows, or "of"."""
    if end >= len(doc) or any(t.dep_ in {"aux", "auxpass"} for t in children(doc[start])):
        return False  # "information will be provided that is new"
    if doc[end].lower_ == "of":
        return doc[end - 1].lower_ in marks()["contingency"]
    relative = doc[end].lower_ == "that" and doc[end].dep_ in SUBJECTS
    return not relative and _clause_at(doc[end])


def in_condition_phrase(word: Token) -> bool:
    """Whether a word only opens a condition: the "provided" of "provided that", the "event" of "in the event of"."""
    for end, phrase in condition_ends(word.doc).items():
        first = end - (word.doc[end - 1].lower_ == "that") - 1
        if word.i == first and _opens(word.doc, first - len(phrase.split()) + 1, end):
            return True
    return False


def opens_condition(verb: Token) -> bool:
    """Whether a verb is that of a condition: nobody tells that it came about."""
    return verb.dep_ == "advcl" and (_if(verb) is not None or opening_condition(verb) is not None)


def _clause_at(first: Token) -> bool:
    """Whether a clause begins with its subject at a word."""
    return _subject_at(first).dep_ in SUBJECTS


def _subject_at(first: Token) -> Token:
    """The subject that begins at a word; the word itself where none does."""
    near = tokens(first.doc)[first.i : first.i + 8]
    return next((t for t in near if t.dep_ in SUBJECTS and t.left_edge.i == first.i), first)
