"""A digest in the reports' own words: whole sentences, and the sides of a dispute beside each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from rashomon.account.claims import in_lead
from rashomon.account.digest import SIDES, Material, Offer, places
from rashomon.account.digest_order import in_order
from rashomon.account.digest_readable import DANGLING, freed, readable
from rashomon.account.titles import FIRST_OR_POINTING, clause_text, on_one_line, representative
from rashomon.account.verify_frames import AS, name_of
from rashomon.account.verify_words import contains
from rashomon.core import Citation, Claim, DigestSentence, Document, Form, Quotation, Span, Status
from rashomon.core.alignment import Telling
from rashomon.core.words import key_stems, words

SPOKEN = frozenset({Form.DIRECT, Form.BLOCK})
POINTING = frozenset({"he", "she", "they", "it", "we", "i"})
READABLE_CHARS = (25, 400)
MOST_SIDES = 3


def extracted(material: Material) -> Iterator[Offer]:
    """For each claim worth telling, the sentences of reports that tell it; for a dispute, its sides."""
    used: set[tuple[str, Span]] = set()
    bearers = bearers_of(material.tellings)
    quotations = material.quotations()
    for claim in in_order(material):
        told = material.tellings[claim.id]
        if representative(told, material.documents).event.predicate.form == "noun":
            continue
        if claim.standing in SIDES:
            made = contrasted(claim, told, material.documents)
            if made is not None:
                yield Offer(sentences=[made])
                continue
        offered = []
        for place, sentence in whole_sentences(claim, told, material.documents, quotations, bearers):
            if place not in used:
                offered.append(sentence)
                used.add(place)
                break
        yield Offer(sentences=offered, spare=not material.worth_telling(claim))


def whole_sentences(
    claim: Claim,
    told: Sequence[Telling],
    documents: Mapping[str, Document],
    quotations: Mapping[str, Quotation],
    bearers: Callable[[Telling], frozenset[str]],
) -> Iterator[tuple[tuple[str, Span], DigestSentence]]:
    """The whole sentences of reports that tell a claim, the best first, citing the reports that bear all of each.

    `bearers` gives, for a telling, the documents that carry every claim told in its sentence: only they may be
    cited for the sentence. A sentence out of somebody's mouth is given with the name that the report gives there,
    or not at all.
    """

    def rank(t: Telling) -> tuple[bool, int, bool, bool, int, str, Span]:
        text = sentence_text(t, documents)
        spoken = speech(t, quotations) is not None
        lead = in_lead(t.event.sentence, documents[t.document])
        return (spoken, -len(bearers(t)), bool(DANGLING.match(text)), not lead, len(text), t.document, t.event.sentence)

    for t in sorted(told, key=rank):
        document = documents[t.document]
        text = sentence_text(t, documents)
        spoken = speech(t, quotations)
        if spoken is not None:
            said = said_by(spoken, text, document)
            if said is None:
                continue
            text = said
        fewest, most = READABLE_CHARS
        if not fewest <= len(text) <= most or text.endswith("?") or is_headline(t, documents):
            continue
        if DANGLING.match(text) or (spoken is None and not readable(text)):
            continue
        cited = [Citation(document=t.document, span=t.event.sentence)]
        if spoken is not None and spoken.speaker is not None:
            cited.append(Citation(document=t.document, span=spoken.speaker.span))
        others = places(o for o in told if o.document in bearers(t)) - set(cited)
        made = DigestSentence(text=text, citations=(*cited, *sorted(others)), claims=(claim.id,))
        yield (t.document, t.event.sentence), made


def bearers_of(tellings: Mapping[str, Sequence[Telling]]) -> Callable[[Telling], frozenset[str]]:
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


def speech(telling: Telling, quotations: Mapping[str, Quotation]) -> Quotation | None:
    """The quotation in the speaker's own words that holds the sentence's beginning, if one does."""
    quotation = quotations.get(telling.event.quotation or "")
    if quotation is None or quotation.form not in SPOKEN:
        return None
    start, sentence = quotation.span.start, telling.event.sentence
    return quotation if start <= sentence.start + 2 and sentence.start < quotation.span.end else None


def said_by(quotation: Quotation, sentence: str, document: Document, name: str | None = None) -> str | None:
    """A spoken sentence behind its speaker's name; None where the report names nobody near by."""
    if quotation.speaker is None:
        return None
    name = name or " ".join(document.words_at(quotation.speaker.span).split())
    if not name[:1].isupper() or name.lower() in POINTING:
        return None
    words_said = re.split(r"[”\"]", sentence.lstrip('“"‘ '))[0].strip(" ,;")
    return f"{name}: “{words_said}”"


def is_headline(telling: Telling, documents: Mapping[str, Document]) -> bool:
    """Whether a telling stands in its document's headline."""
    headline = documents[telling.document].headline_span
    return headline is not None and headline.covers(telling.event.sentence)


def sentence_text(telling: Telling, documents: Mapping[str, Document]) -> str:
    """The whole sentence of a telling, on one line."""
    line = " ".join(documents[telling.document].words_at(telling.event.sentence).split())
    return re.sub(r" (?=[.,;:!?](?: |$))", "", line)


def contrasted(claim: Claim, told: Sequence[Telling], documents: Mapping[str, Document]) -> DigestSentence | None:
    """The sides of a claim beside each other, each in the words of the report that tells it best."""
    sides: dict[Status, list[Telling]] = {}
    for t in told:
        if not FRAGMENT.search(in_its_words(t, documents[t.document])):
            sides.setdefault(t.event.status, []).append(t)
    if len(sides) < 2:
        return None
    # that it may be is the least of a side: an outlet that tells more is shown with that
    order = sorted(sides, key=lambda s: (s is Status.POSSIBLE, -len({t.document for t in sides[s]}), s))
    shown: dict[Status, Telling] = {}
    for status in order:
        outlets = {name_of(documents[t.document]) for t in shown.values()}
        # an outlet that tells it in two ways does not differ from itself
        left = [t for t in sides[status] if name_of(documents[t.document]) not in outlets]
        if left and len(shown) < MOST_SIDES:
            shown[status] = representative(left, documents)
    if len(shown) < 2:
        return None
    clauses = [in_its_words(t, documents[t.document]) for t in shown.values()]
    if not _of_one_thing(clauses) or any(len(clause) > LONGEST_SHOWN for clause in clauses):
        return None
    parts, citations = [], []
    for (status, t), clause in zip(shown.items(), clauses, strict=True):
        words_shown = clause.translate(INNER_MARKS)
        parts.append(f"{name_of(documents[t.document])} tells it as {AS[status]}, in the words “{words_shown}”")
        citations.append(Citation(document=t.document, span=t.event.sentence))
    others = sorted(places(told) - set(citations))
    text = f"The reports differ: {'; '.join(parts)}."
    return DigestSentence(text=text, citations=(*citations, *others), claims=(claim.id,))


def in_its_words(telling: Telling, document: Document) -> str:
    """The words of a clause in one stretch of its report, as they may stand between quotation marks.

    A clause whose subject or governing verb stands further off is given from there on, and one that by itself only
    names a deed ("to close the school", "its closure") from the beginning of its sentence.
    """
    event = telling.event
    whole = document.words_at(event.sentence)
    clause = clause_text(telling, document)
    first = (words(clause) or [""])[0]
    if contains(words(whole), words(clause)) and first != "to" and first not in FIRST_OR_POINTING:
        return clause
    own = words(document.words_at(event.span))[:1]
    before = [r.span for r in (event.actor, event.target) if r is not None and event.sentence.covers(r.span)]
    start = min((r.start for r in before if r.start < event.span.start), default=event.span.start)
    opener = words(document.part(event.span.part)[start : event.span.end])[:1]
    if own == ["to"] or first in FIRST_OR_POINTING or opener == ["to"]:
        start = event.sentence.start
    return freed(on_one_line(document, Span(start, event.span.end, event.span.part)))


def _of_one_thing(clauses: Sequence[str]) -> bool:
    """Whether the sides of a dispute have a word in common, without which nobody sees what they differ on."""
    return bool(frozenset.intersection(*(frozenset(key_stems(c)) for c in clauses)))


LONGEST_SHOWN = 240
"""How many characters of a report a sentence shows as its telling."""
FRAGMENT = re.compile(
    r"^(?:what|how|why|whether|which|who|whom|whose|where|when)\b|\b(?:and|or|but|to|of|the|a|an|with|that|as)$",
    re.IGNORECASE,
)
"""Clauses that show nothing by themselves: questions within sentences, and what breaks off."""
INNER_MARKS = str.maketrans({"“": "‘", "”": "’", '"': "’"})
"""Marks within a quotation that is put between marks itself."""
