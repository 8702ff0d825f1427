"""Every citation of an account as a W3C Web Annotation (2017), so that its words can be shown in their report.

A place is given twice: `TextPositionSelector` counts Unicode code points, as the recommendation asks and as spans do;
`TextQuoteSelector` finds the words again where the text has changed. Both select in the text that Rashomon has of the
report, which is not the page: `via` of the source is the page's address. A citation in a headline that its text does
not hold selects in a source of its own, the headline.

The body says of what the words are a citation (`rashomon:part`) and, of a report of a claim, the status and the voice;
of an indirect quotation it has the whole sentence, since the cue says what becomes of the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rashomon.core import Citation, Document, Form, Part, Span, StoryAccount, Wording, content_id
from rashomon.present.exports.contract import Row
from rashomon.present.exports.encoding import compact, listed
from rashomon.present.exports.excerpts import AROUND_CHARS, EXCERPT_CHARS, excerpt
from rashomon.present.exports.identity import TERMS, iri, web_address
from rashomon.present.exports.indirect import Places
from rashomon.present.exports.jsonld import party_iri
from rashomon.present.exports.telling import Source
from rashomon.present.questions.sentences import sentence_of
from rashomon.present.report.statuses import not_as_fact

CONTEXT: list[str | Row] = ["http://www.w3.org/ns/anno.jsonld", {"rashomon": {"@id": TERMS, "@prefix": True}}]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A place that an account cites: of which part of it (`claim`, `utterance` ...), of which id, and what it says."""

    part: str
    of: str
    document: str
    span: Span
    words: str
    says: Row = field(default_factory=dict)
    indirect: Span | None = None
    """The whole indirect quotation that it is a part of: its cue says what becomes of its words."""


def chunks(source: Source, *, with_texts: bool = False) -> Iterator[bytes]:
    """One collection with one page, an annotation a line.

    Args:
        source: what to write.
        with_texts: whether citations longer than an excerpt are quoted too; else they have their position alone.
    """
    number = 0

    def counted() -> Iterator[Row]:
        nonlocal number
        for row in annotation_rows(source, with_texts=with_texts):
            number += 1
            yield row

    head = b'{"@context": ' + compact(CONTEXT)
    head += b', "id": ' + compact(iri("annotations")) + b', "type": "AnnotationCollection", "label": "Citations", '
    head += b'"first": {"id": ' + compact(iri("annotations", 1))
    head += b', "type": "AnnotationPage", "startIndex": 0, "items": '
    yield from listed(head, counted(), b"}")
    # the last, when it is known
    yield f', "total": {number}}}\n'.encode()


def annotation_rows(source: Source, *, with_texts: bool = False) -> Iterator[Row]:
    """An annotation for each citation, in the order of the account; the same citation once."""
    for account in source.stories():
        known = {document.id: document for document in account.documents}
        for story in account.stories:
            seen: set[str] = set()
            for cited in citations(story):
                if cited.document not in known:
                    continue
                made = _annotation(story, cited, known[cited.document], with_texts=with_texts)
                if made["id"] not in seen:
                    seen.add(made["id"])
                    yield made


def citations(story: StoryAccount) -> Iterator[Cited]:
    """Every citation of a story, part by part."""
    places = Places(story)
    for claim in story.claims:
        for report in claim.reports:
            says: Row = {"rashomon:status": report.status.value, "rashomon:standing": claim.standing.value}
            told = f"{report.status.value}: {claim.text}"
            if report.revised:
                says["rashomon:revised"] = list(report.revised)
            if report.voice is not None:
                says["rashomon:voice"] = {"id": party_iri(story, report.voice)}
            yield Cited(part="claim", of=claim.id, document=report.document, span=report.span, words=told, says=says)
    for utterance in story.utterances:
        said: Row = {}
        if utterance.speaker is not None:
            said["rashomon:speaker"] = {"id": party_iri(story, utterance.speaker)}
        for wording in utterance.quotations:
            yield Cited(
                part="utterance",
                of=utterance.id,
                document=wording.document,
                span=wording.span,
                words=utterance.text,
                says=said | _told(wording, places),
                indirect=wording.whole if wording.form is Form.INDIRECT else None,
            )
    yield from _plain(story)


def _plain(story: StoryAccount) -> Iterator[Cited]:
    """The citations that say nothing but where."""
    claims = {claim.id: claim for claim in story.claims}
    groups: list[tuple[str, str, str, Iterable[tuple[str, Span]]]] = []
    groups += [("digest", str(n), s.text, _places(s.citations)) for n, s in enumerate(story.digest)]
    for number, line in enumerate(story.figures):
        for at, value in enumerate(line.values):
            told = next((str(v) for v in (value.figure.value, value.figure.low) if v is not None), "?")
            groups.append(("figure", f"{number}.{at}", f"{line.counts}: {told}", _places(value.reports)))
    for number, entry in enumerate(story.timeline):
        text = entry.text + not_as_fact(claims.get(entry.claim))
        groups.append(("timeline", str(number), f"{entry.when}: {text}", _places(entry.citations)))
        groups += [
            ("timeline", f"{number}.{at}", f"{other.when}: {text}", _places(other.citations))
            for at, other in enumerate(entry.otherwise)
        ]
    groups += [("answer", str(n), f"{a.kind} {a.to}", _places(a.citations)) for n, a in enumerate(story.answers)]
    for number, framing in enumerate(story.framing):
        groups += [
            ("framing", f"{number}.{at}", f"{framing.of}: {wording.words}", _places(wording.citations))
            for at, wording in enumerate(framing.wordings)
        ]
    groups += [("party", party.id, party.name, _places(party.mentions)) for party in story.parties]
    groups += [("note", note.id, note.text, _places(note.places)) for note in story.notes]
    for part, of, words, places in groups:
        for document, span in places:
            yield Cited(part=part, of=of, document=document, span=span, words=words)
    for problem in story.problems:
        if problem.document is not None and problem.span is not None:
            yield Cited(
                part="problem", of=problem.code, document=problem.document, span=problem.span, words=problem.message
            )


def _told(wording: Wording, places: Places) -> Row:
    row: Row = {"rashomon:form": wording.form.value}
    found = places.statuses(wording)
    return row | ({"rashomon:status": [status.value for status in found]} if found else {})


def _places(found: Iterable[Citation]) -> list[tuple[str, Span]]:
    return [(each.document, each.span) for each in found]


def _annotation(story: StoryAccount, cited: Cited, document: Document, *, with_texts: bool) -> Row:
    place = (cited.document, cited.span.part.value, cited.span.start, cited.span.end)
    name = content_id(story.id, cited.part, cited.of, *place, *map(str, cited.says.values()))
    body: Row = {
        "type": "TextualBody",
        # of an indirect quotation the sentence, which has its cue
        "value": excerpt(
            cited.words if cited.indirect is None else sentence_of(document, cited.indirect), whole=with_texts
        ),
        "format": "text/plain",
        "purpose": "describing",
        "rashomon:part": cited.part,
        "rashomon:of": {"id": iri("story", story.id, cited.part, cited.of)},
        **cited.says,
    }
    return {
        "id": iri("annotation", name),
        "type": "Annotation",
        "motivation": "describing",
        "body": body,
        "target": {
            "source": _source(document, cited.span.part),
            "selector": _selectors(document, cited.span, whole=with_texts),
        },
    }


def _source(document: Document, part: Part) -> Row:
    name = iri("document", document.id)
    row: Row = {"id": name if part is Part.TEXT else f"{name}/headline", "type": "Text", "format": "text/plain"}
    if document.language is not None:
        row["language"] = document.language
    address = web_address(document.address)
    if address is not None:
        row["via"] = address
    return row


def _selectors(document: Document, span: Span, *, whole: bool) -> list[Row]:
    text = document.part(span.part)
    position: Row = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    if len(span) > EXCERPT_CHARS and not whole:
        return [position]
    quoted: Row = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - AROUND_CHARS) : span.start],
        "suffix": text[span.end : span.end + AROUND_CHARS],
    }
    return [quoted, position]
