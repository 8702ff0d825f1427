"""Three to eight sentences, each in the reports' own words and checked against the places it cites."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rashomon.account.claims import clause_text, in_lead, short
from rashomon.core import Citation, Claim, DigestSentence, Document, Part, Problem, Span, Standing
from rashomon.core.alignment import Telling
from rashomon.core.words import key_stems, words

MOST = 8
DANGLING = re.compile(
    r"^(?:[“\"'‘]?)(?:He|She|It|They|His|Her|Their|Its|This|That|These|Those|But|And|However|Meanwhile)\b"
)
NAME_OR_FIGURE = re.compile(r"\b(?:[A-Z][\w’'.-]+|\d[\d.,]*)")


def digest_of(
    claims: Sequence[Claim],
    tellings: Mapping[str, Sequence[Telling]],
    documents: Mapping[str, Document],
) -> tuple[tuple[DigestSentence, ...], tuple[Problem, ...]]:
    """The digest, and a problem for each sentence that the checker dropped.

    What most documents carry without a dispute opens it; a disputed or denied claim is told once for each side. Every
    sentence is a clause or sentence of a report, named with its outlet where sides differ.
    """
    sentences: list[DigestSentence] = []
    problems: list[Problem] = []
    used: set[tuple[str, Span]] = set()
    opening = [c for c in claims if c.standing not in SIDES][:1]
    for claim in (*opening, *(c for c in claims if c not in opening)):
        if len(sentences) >= MOST:
            break
        told = tellings[claim.id]
        carried = len({t.document for t in told})
        if carried < 2 and claim.standing is not Standing.DENIED and (len(documents) > 1 or len(sentences) >= 3):
            continue
        made = _contrasted(claim, told, documents) if claim.standing in SIDES else _plain(claim, told, documents, used)
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
    claim: Claim, told: Sequence[Telling], documents: Mapping[str, Document], used: set[tuple[str, Span]]
) -> DigestSentence | None:
    """The whole sentence of one report that tells the claim best, citing all reports."""

    def rank(t: Telling) -> tuple[bool, bool, bool, int, str, Span]:
        text = _sentence(t, documents)
        lead = in_lead(t.event.sentence, documents[t.document])
        return (t.event.sentence.part is Part.HEADLINE, bool(DANGLING.match(text)), not lead, len(text), t.document,
                t.event.sentence)  # fmt: skip

    for t in sorted(told, key=rank):
        place = (t.document, t.event.sentence)
        text = _sentence(t, documents)
        if place in used or _is_headline(t, documents) or not 40 <= len(text) <= 400 or DANGLING.match(text):
            continue
        used.add(place)
        first = Citation(document=t.document, span=t.event.sentence)
        others = sorted({Citation(document=o.document, span=o.event.span) for o in told if o is not t})
        return DigestSentence(text=text, citations=(first, *others), claims=(claim.id,))
    return None


def _is_headline(t: Telling, documents: Mapping[str, Document]) -> bool:
    headline = documents[t.document].headline_span
    return headline is not None and headline.covers(t.event.sentence)


def _sentence(t: Telling, documents: Mapping[str, Document]) -> str:
    return " ".join(documents[t.document].words_at(t.event.sentence).split())


def _contrasted(claim: Claim, told: Sequence[Telling], documents: Mapping[str, Document]) -> DigestSentence | None:
    """The sides of a claim beside each other, each in the words of one report."""
    sides: dict[str, Telling] = {}
    for t in sorted(told, key=lambda t: (len(clause_text(t, documents[t.document])) > 160, t.document)):
        sides.setdefault(t.event.status, t)
    if len(sides) < 2:
        return None
    parts, citations = [], []
    for status, t in list(sides.items())[:3]:
        outlet = documents[t.document].outlet or f"the report “{short(documents[t.document].headline or t.document)}”"
        parts.append(f"{outlet} has it as {status}: “{clause_text(t, documents[t.document])}”")
        citations.append(Citation(document=t.document, span=t.event.span))
    others = sorted({Citation(document=t.document, span=t.event.span) for t in told} - set(citations))
    text = "; ".join(parts)
    text = f"{text[0].upper()}{text[1:]}."
    return DigestSentence(text=text, citations=(*citations, *others), claims=(claim.id,))


def not_in_citations(sentence: DigestSentence, documents: Mapping[str, Document]) -> set[str]:
    """The figures and names of a sentence that stand in none of the places it cites.

    An outlet's own name needs no place: it names the document that is cited.
    """
    cited = {documents[c.document] for c in sentence.citations}
    carried: set[str] = set()
    for c in sentence.citations:
        carried.update(words(documents[c.document].words_at(c.span)))
    for d in cited:
        carried.update(words(f"{d.outlet or d.headline or d.id} the report"))
    wanted = {w for m in NAME_OR_FIGURE.finditer(sentence.text) for w in words(m.group())}
    return wanted - carried
