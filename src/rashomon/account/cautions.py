"""What a careful editor would flag."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rashomon.account.cautions_doers import doers_in_doubt
from rashomon.account.cautions_figures import false_sums
from rashomon.account.cautions_status import contradictions, done_on_a_proposal
from rashomon.account.cautions_times import impossible_times
from rashomon.account.titles import short
from rashomon.core import Document, Form, Problem, Reading, Span, Utterance
from rashomon.core.alignment import Telling
from rashomon.core.marks import quoted
from rashomon.core.words import key_stems, words

STAGE = "account"


def headline_quotations(document: Document) -> list[Problem]:
    """Words between quotation marks in the headline that stand nowhere in the body."""
    place = document.headline_span
    if place is None:
        return []
    headline = document.part(place.part)
    body = [w for p in document.prose() if p.span != place for w in words(document.words_at(p.span))]
    found = []
    for q in quoted(headline, place.start, place.end):
        pieces = [words(piece) for piece in CUTS.split(headline[q.start : q.end])]
        said = [w for piece in pieces for w in piece]
        absent = any(piece and not _stands_in(piece, body) for piece in pieces)
        if q.depth == 0 and len(said) >= 2 and absent and not REOPENED.search(headline[q.start : q.end]):
            found.append(
                Problem(
                    stage=STAGE,
                    code="headline-quotation-absent",
                    message=f"the headline quotes “{headline[q.start : q.end]}”; the body has no such words",
                    document=document.id,
                    span=Span(q.start, q.end, place.part),
                )
            )
    return found


CUTS = re.compile(r"…|\.\.\.|\[[^\]]*\]|\([^)]*\)")
"""Marks that something was cut from a quotation, or put in by the editor."""


REOPENED = re.compile(r"\w['’‘](?=\s).*\s['’‘](?=\w)")
"""A mark that closes and one that opens inside a quotation: two short ones, taken for one long one."""


def _stands_in(said: Sequence[str], body: Sequence[str]) -> bool:
    n = len(said)
    return any(body[i : i + n] == list(said) for i in range(len(body) - n + 1))


def altered_quotations(utterances: Sequence[Utterance], documents: Mapping[str, Document]) -> list[Problem]:
    """Wordings that differ from the fullest one by a figure or a negation."""
    return [
        Problem(
            stage=STAGE,
            code="quotation-altered",
            message=f"“{short(documents[w.document].words_at(w.span))}” differs in sense from “{short(u.text)}”",
            document=w.document,
            span=w.span,
        )
        for u in utterances
        if u.differences == "altered"
        for w in u.quotations
        if w.form is not Form.INDIRECT and _retold(documents[w.document].words_at(w.span), u.text)
    ]


ENOUGH_STEMS, MOST_SHARED = 5, 0.7
"""Of how many words a wording must be, and what share of the shorter both must have, to be told as altered."""


_CARDINALS = "one two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
IN_DIGITS = {w: str(n) for n, w in enumerate(_CARDINALS, 1)} | {
    w: f"{n}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(n, 'th') }" for n, w in enumerate(_ORDINALS, 1)
}
"""Small numbers in words, which one outlet's house style spells out and another's does not."""


NO_NEGATION = re.compile(
    r"\b(?:nothing|no|not) (?:less|more|fewer|other) than\b|\bnothing but\b|\bnot (?:only|just|merely)\b", re.IGNORECASE
)
"""Phrases with a negation that deny nothing: a wording without them has the same sense."""


def _retold(wording: str, fullest: str) -> bool:
    """Whether two wordings are one sentence in almost the same words; else they are no version of each other."""
    one, other = set(key_stems(wording)), set(key_stems(fullest))
    shorter = min(len(one), len(other))
    if NO_NEGATION.search(wording) or NO_NEGATION.search(fullest):
        return False
    alike = shorter >= ENOUGH_STEMS and len(one & other) >= MOST_SHARED * shorter
    return alike and _figures_as_digits(wording) != _figures_as_digits(fullest)


def _figures_as_digits(said: str) -> list[str]:
    """The words of a quotation with numbers in digits: "eleventh-hour" and "11th hour" are the same words."""
    return [IN_DIGITS.get(w, w) for word in words(said) for w in word.replace("-", " ").split()]


def cautions_of(
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
    utterances: Sequence[Utterance],
    tellings: Mapping[str, Sequence[Telling]],
) -> tuple[Problem, ...]:
    """All cautions of one story, by document and place."""
    found = [p for d in documents.values() for p in headline_quotations(d)]
    found += contradictions(tellings, documents, readings)
    found += doers_in_doubt(tellings, documents, readings)
    found += altered_quotations(utterances, documents)
    found += done_on_a_proposal(tellings, documents, readings)
    found += [p for d, r in readings.items() for p in false_sums(documents[d], r)]
    found += [p for d, r in readings.items() for p in impossible_times(documents[d], r)]
    found += [p for r in readings.values() for p in r.problems]
    return tuple(sorted(found, key=lambda p: (p.document or "", p.span or Span(0, 0), p.code, p.message)))
