"""Three to eight sentences, each in the reports' own words and checked against the places it cites."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from rashomon.account.claims import clause_text, in_lead, representative, short
from rashomon.core import (
    Citation,
    Claim,
    DigestSentence,
    Document,
    Form,
    Problem,
    Quotation,
    Reading,
    Span,
    Standing,
    Status,
)
from rashomon.core.alignment import Telling
from rashomon.core.words import key_stems, words
from rashomon.outlets import by_name

MOST = 8
DANGLING = re.compile(
    r"^(?:[“\"'‘]?)(?:He|She|It|They|His|Her|Their|Its|This|That|These|Those|But|And|However|Meanwhile)\b"
)
NAME_OR_FIGURE = re.compile(r"\b(?:[A-Z][\w’'.-]+|\d[\d.,]*)")


def digest_of(
    claims: Sequence[Claim],
    tellings: Mapping[str, Sequence[Telling]],
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
) -> tuple[tuple[DigestSentence, ...], tuple[Problem, ...]]:
    """The digest, and a problem for each sentence that the checker dropped.

    What most documents carry without a dispute opens it; a disputed or denied claim is told once for each side. Every
    sentence is a clause or sentence of a report, named with its outlet where sides differ.
    """
    sentences: list[DigestSentence] = []
    problems: list[Problem] = []
    used: set[tuple[str, Span]] = set()
    quotations = {q.id: q for r in readings.values() for q in r.quotations}
    bearers = _bearers(tellings)
    opening = [c for c in claims if c.standing not in SIDES][:1]
    for claim in (*opening, *(c for c in claims if c not in opening)):
        if len(sentences) >= MOST:
            break
        told = tellings[claim.id]
        carried = len({t.document for t in told})
        if representative(told, documents).event.predicate.form == "noun":
            continue
        if carried < 2 and claim.standing is not Standing.DENIED and (len(documents) > 1 or len(sentences) >= 3):
            continue
        made = (
            _contrasted(claim, told, documents)
            if claim.standing in SIDES
            else _plain(claim, told, documents, quotations, used, bearers)
        )
        if made is None or any(repeats(made.text, s.text) for s in sentences):
            continue
        if unsupported := not_in_citations(made, documents):
            problems.append(
                Problem(
                    stage="account",
                    code="digest-sentence-dropped",
                    message=f"no citation carries {', '.join(sorted(unsupported))} of “{made.text}”",
                )
            )
            continue
        sentences.append(made)
    return tuple(sentences), tuple(problems)


REPEATED = 0.75
"""Share of a sentence's stems that an earlier one has from which it tells nothing new."""


def repeats(text: str, earlier: str) -> bool:
    """Whether a sentence says again what an earlier one says, as copies with small edits do."""
    own, before = set(key_stems(text)), set(key_stems(earlier))
    return bool(own) and len(own & before) >= REPEATED * len(own)


SIDES = frozenset({Standing.DISPUTED, Standing.DENIED})


def _plain(
    claim: Claim,
    told: Sequence[Telling],
    documents: Mapping[str, Document],
    quotations: Mapping[str, Quotation],
    used: set[tuple[str, Span]],
    bearers: Callable[[Telling], frozenset[str]],
) -> DigestSentence | None:
    """The whole sentence of one report that tells the claim best, citing the reports that bear all of it.

    `bearers` gives, for a telling, the documents that carry every claim told in its sentence: only they may be
    cited for the sentence.
    A sentence out of somebody's mouth is given with the name that the report gives there, or not at all.
    """

    def rank(t: Telling) -> tuple[bool, int, bool, bool, int, str, Span]:
        text = _sentence(t, documents)
        spoken = _speech(t, quotations) is not None
        lead = in_lead(t.event.sentence, documents[t.document])
        bearing = -len(bearers(t))
        return (spoken, bearing, bool(DANGLING.match(text)), not lead, len(text), t.document, t.event.sentence)

    for t in sorted(told, key=rank):
        place, document = (t.document, t.event.sentence), documents[t.document]
        text = _sentence(t, documents)
        speech = _speech(t, quotations)
        if speech is not None:
            said = _said(speech, text, document)
            if said is None:
                continue
            text = said
        readable = 40 <= len(text) <= 400 and not text.endswith("?") and not DANGLING.match(text)
        if place in used or _is_headline(t, documents) or not readable:
            continue
        used.add(place)
        cited = [Citation(document=t.document, span=t.event.sentence)]
        if speech is not None and speech.speaker is not None:
            cited.append(Citation(document=t.document, span=speech.speaker.span))
        others = {Citation(document=o.document, span=o.event.span) for o in told if o.document in bearers(t)}
        return DigestSentence(text=text, citations=(*cited, *sorted(others - set(cited))), claims=(claim.id,))
    return None


def _bearers(tellings: Mapping[str, Sequence[Telling]]) -> Callable[[Telling], frozenset[str]]:
    """A function that gives the documents which carry every claim that one telling's sentence holds."""
    carried = {claim: frozenset(t.document for t in told) for claim, told in tellings.items()}
    in_sentence: dict[tuple[str, Span], set[str]] = {}
    for claim, told in tellings.items():
        for t in told:
            in_sentence.setdefault((t.document, t.event.sentence), set()).add(claim)

    def bearing(telling: Telling) -> frozenset[str]:
        claims = in_sentence[telling.document, telling.event.sentence]
        return frozenset.intersection(*(carried[c] for c in claims))

    return bearing


def _speech(telling: Telling, quotations: Mapping[str, Quotation]) -> Quotation | None:
    """The quotation in the speaker's own words that holds the sentence's beginning, if one does."""
    quotation = quotations.get(telling.event.quotation or "")
    if quotation is None or quotation.form not in SPOKEN:
        return None
    start, sentence = quotation.span.start, telling.event.sentence
    return quotation if start <= sentence.start + 2 and sentence.start < quotation.span.end else None


SPOKEN = frozenset({Form.DIRECT, Form.BLOCK})


def _said(quotation: Quotation, sentence: str, document: Document) -> str | None:
    """A spoken sentence behind its speaker's name; None where the report names nobody near by."""
    if quotation.speaker is None:
        return None
    name = " ".join(document.words_at(quotation.speaker.span).split())
    if not name[:1].isupper() or name.lower() in POINTING:
        return None
    words_said = re.split(r"[”\"]", sentence.lstrip('“"‘ '))[0].strip(" ,;")
    return f"{name}: “{words_said}”"


POINTING = frozenset({"he", "she", "they", "it", "we", "i"})


def _is_headline(t: Telling, documents: Mapping[str, Document]) -> bool:
    headline = documents[t.document].headline_span
    return headline is not None and headline.covers(t.event.sentence)


def _sentence(t: Telling, documents: Mapping[str, Document]) -> str:
    return " ".join(documents[t.document].words_at(t.event.sentence).split())


def _contrasted(claim: Claim, told: Sequence[Telling], documents: Mapping[str, Document]) -> DigestSentence | None:
    """The sides of a claim beside each other, each in the words of the report that tells it best."""
    sides: dict[Status, list[Telling]] = {}
    for t in told:
        sides.setdefault(t.event.status, []).append(t)
    if len(sides) < 2:
        return None
    order = sorted(sides, key=lambda s: (-len({t.document for t in sides[s]}), s))[:MOST_SIDES]
    parts, citations = [], []
    for status in order:
        t = representative(sides[status], documents)
        parts.append(f"{name_of(documents[t.document])} has it as {status}: “{clause_text(t, documents[t.document])}”")
        citations.append(Citation(document=t.document, span=t.event.span))
    others = sorted({Citation(document=t.document, span=t.event.span) for t in told} - set(citations))
    text = "; ".join(parts)
    text = f"{text[0].upper()}{text[1:]}." if text.startswith("the report ") else f"{text}."
    return DigestSentence(text=text, citations=(*citations, *others), claims=(claim.id,))


MOST_SIDES = 3


def name_of(document: Document) -> str:
    """How a sentence names a report: by its outlet, or by the beginning of its headline."""
    if document.outlet:
        known = by_name(document.outlet)
        return known.name if known else document.outlet
    return f"the report “{short(document.headline or document.id, 40)}”"


def not_in_citations(sentence: DigestSentence, documents: Mapping[str, Document]) -> set[str]:
    """The figures and names of a sentence that stand in none of the places it cites.

    An outlet's own name needs no place: it names the document that is cited.
    """
    cited = {documents[c.document] for c in sentence.citations}
    carried: set[str] = set()
    for c in sentence.citations:
        carried.update(words(documents[c.document].words_at(c.span)))
    for d in cited:
        carried.update(words(f"{name_of(d)} the report"))
    wanted = {w for m in NAME_OR_FIGURE.finditer(sentence.text) for w in words(m.group())}
    return wanted - carried
