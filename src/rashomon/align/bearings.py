"""Where the reports of one story tell the points of a sentence, and what each tells otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.align.deeds import events_told
from rashomon.align.described import Described
from rashomon.align.otherwise import differences, named
from rashomon.align.paraphrased import paraphrased
from rashomon.align.parties import Parties
from rashomon.align.points import Point, way_of_saying
from rashomon.align.sameness import same_voice
from rashomon.align.sayings import END, sentence_parts
from rashomon.align.scope import of_all_missing
from rashomon.align.support import Anchor, supported
from rashomon.align.told import Told, all_forms, states
from rashomon.align.told_words import in_other_words, said_alike, said_in_the_same_words
from rashomon.core import Document, Form, Quotation, Reading, Span, Status
from rashomon.core.check import Bearing, Difference
from rashomon.core.sameness import comparable_deeds, same_deed
from rashomon.core.told_before import corrects_itself, told_before


@dataclass(frozen=True, slots=True)
class Heard:
    """One document of the story, what was read in it, and how it speaks of its parties."""

    document: Document
    reading: Reading
    described: Described


def bearings(
    claim: tuple[Document, Reading, Sequence[Point]],
    documents: Sequence[Document],
    readings: Sequence[Reading],
) -> tuple[Bearing, ...]:
    """Every place of a story that tells a point of a sentence, as given or otherwise.

    Args:
        claim: the sentence as a document, its reading and its points.
        documents: the story's documents.
        readings: their readings, in the same order.
    """
    sentence, read, points = claim
    parties = Parties(readings)
    given = {p.number: all_forms(p.event, sentence, read) for p in points if p.event is not None}
    heard = [Heard(d, _told_now(d, r), Described.of(d, r)) for d, r in zip(documents, readings, strict=True)]
    told = [[all_forms(e, h.document, h.reading) for e in h.reading.events] for h in heard]
    found: list[Bearing] = []
    anchors: dict[int, list[tuple[str, Anchor]]] = {}
    for one, deeds in zip(heard, told, strict=True):
        stated = [deed for deed in deeds if states(deed[0].event, one.reading)]
        for point in points:
            if point.event is not None:
                found += _told_alike(point, given[point.number], (stated, deeds), one, parties, anchors)
            if point.quotation is not None:
                found += _of_words(point, sentence, one, parties)
            if point.event is None and point.quotation is None:
                found += _of_sentences(point, sentence.words_at(point.span), one)
    found = [_of_as_many(b, sentence, read, heard) for b in found]
    bare = {n: {b.document for b in found if b.point == n and not b.differs} for n in range(len(points))}
    if set.intersection(*bare.values()):
        for one, deeds in zip(heard, told, strict=True):
            for number, forms in given.items():
                if one.document.id in bare[number]:
                    continue
                others = [a for document, a in anchors.get(number, ()) if document != one.document.id]
                found += _supported(points[number], forms, others, deeds, one, parties)
    return tuple(found)


def _told_now(document: Document, reading: Reading) -> Reading:
    """What is read in a document, without what it says that it said before it was corrected."""
    told = replace(reading, events=events_told(document, reading))
    if not corrects_itself(document):
        return told

    def now(place: Span) -> bool:
        around = next((s for s in told.sentences if s.covers(place)), place)
        return not told_before(document, place, around)

    return replace(
        told,
        events=tuple(e for e in told.events if now(e.predicate.span)),
        quotations=tuple(q for q in told.quotations if now(q.span)),
    )


def _only_before(sentence: Span, document: Document) -> bool:
    """Whether a sentence has in it what its report says that it said before."""
    end = Span(sentence.end, sentence.end, sentence.part)
    wrong = any(n.wrong is not None and sentence.covers(n.wrong) for n in document.notices)
    return wrong or told_before(document, end, sentence)


def _supported(
    point: Point,
    given: Sequence[Told],
    anchors: Sequence[Anchor],
    deeds: Sequence[Sequence[Told]],
    heard: Heard,
    parties: Parties,
) -> Iterator[Bearing]:
    """Where a document tells less exactly what another tells as given."""
    if not anchors:
        return
    for others in deeds:
        like = [o for o in others for one in given if supported(one, anchors, o, heard.described)]
        if like:
            yield _bearing(point, like[0], parties, ())


def _of_as_many(bearing: Bearing, sentence: Document, read: Reading, heard: Sequence[Heard]) -> Bearing:
    """A bearing with what differs where the sentence tells of all and the report does not."""
    if bearing.differs:
        return bearing
    one = next(h for h in heard if h.document.id == bearing.document)
    word = of_all_missing(sentence, read, one.document, bearing.span, one.reading)
    if word is None:
        return bearing
    return replace(bearing, differs=(Difference(on="figure", told=f"does not say “{word}”"),))


def _told_alike(
    point: Point,
    given: Sequence[Told],
    told: tuple[Sequence[Sequence[Told]], Sequence[Sequence[Told]]],
    heard: Heard,
    parties: Parties,
    anchors: dict[int, list[tuple[str, Anchor]]],
) -> list[Bearing]:
    """Where a document tells a point, in the sentence's terms or, where it does not, in others.

    Of `told`, the first are the deeds that a document states, the second all that it names.
    """
    stated, deeds = told
    borne = []
    for nearest, other, differs in _of_event(given, stated, heard.described):
        borne.append(_bearing(point, other, parties, differs))
        if not differs:
            anchors.setdefault(point.number, []).append((heard.document.id, Anchor(nearest, heard.described)))
    if all(b.differs for b in borne):
        borne += _paraphrased(point, given, deeds, heard, parties)
    return borne


def _paraphrased(
    point: Point, given: Sequence[Told], deeds: Sequence[Sequence[Told]], heard: Heard, parties: Parties
) -> Iterator[Bearing]:
    """Where a document tells a point in other words."""
    for others in deeds:
        if any(paraphrased(one, other, heard.described) for one in given for other in others):
            yield _bearing(point, others[0], parties, ())


def _of_event(
    given: Sequence[Told], all_told: Sequence[Sequence[Told]], described: Described
) -> Iterator[tuple[Told, Told, tuple[Difference, ...]]]:
    """Each deed of a document that may be compared with a point: as it stands, in the nearest form, what differs."""
    for others in all_told:
        compared = [found for one in given for other in others if (found := _compared(one, other, described))]
        if compared:
            differs, other = min(compared, key=lambda found: len(found[0]))
            yield other, others[0], differs


def _bearing(point: Point, other: Told, parties: Parties, differs: tuple[Difference, ...]) -> Bearing:
    voice = other.event.voice
    return Bearing(
        point=point.number,
        document=other.document.id,
        span=other.event.span,
        status=other.event.status,
        voice=parties.of(voice.name) if voice else None,
        speaker=" ".join(voice.name.split()) if voice else None,
        event=other.event.id,
        quotation=other.event.quotation,
        differs=differs,
    )


def _compared(given: Told, other: Told, described: Described) -> tuple[tuple[Difference, ...], Told] | None:
    """On what two tellings differ, None where they have too little in common."""
    if not comparable_deeds(given.event.predicate.lemma, other.event.predicate.lemma):
        return None
    differs = differences(given, other, described)
    return None if differs is None else (differs, other)


def _of_words(point: Point, sentence: Document, heard: Heard, parties: Parties) -> Iterator[Bearing]:
    """Quotations that have the words which the sentence gives as said."""
    given = point.quotation
    if given is None:
        return
    said = sentence.words_at(given.span)
    verbatim = given.form not in {Form.INDIRECT, Form.HEADLINE}
    way = way_of_saying(given)
    for quotation in heard.reading.quotations:
        if way_of_saying(quotation) != way:
            continue
        found = _where_said(said, quotation, heard, verbatim=verbatim)
        if found is None:
            continue
        span, exactly = found
        differs = []
        if verbatim and not exactly:
            how = in_other_words(said, heard.document.words_at(span))
            differs.append(Difference(on="words", told=f"not in these words: {how}" if how else "not in these words"))
        differs += _speaker(given, quotation, heard.described)
        speaker = quotation.speaker
        yield Bearing(
            point=point.number,
            document=heard.document.id,
            span=span,
            status=_status_of(span, heard.reading, point),
            voice=parties.of(speaker.name) if speaker else None,
            speaker=named(speaker) if speaker else None,
            quotation=quotation.id,
            differs=tuple(differs),
        )


def _of_sentences(point: Point, words_given: str, heard: Heard) -> Iterator[Bearing]:
    """Sentences that say all that the sentence says, where no event of it is read."""
    for sentence in heard.reading.sentences:
        if said_alike(words_given, heard.document.words_at(sentence)) and not _only_before(sentence, heard.document):
            yield Bearing(
                point=point.number,
                document=heard.document.id,
                span=sentence,
                status=_status_of(sentence, heard.reading, point),
            )


WANTING = frozenset({"propose", "request", "demand"})
"""Ways of saying after which "that it should be done" and "that it be done" are the same."""


def _where_said(said: str, quotation: Quotation, heard: Heard, *, verbatim: bool) -> tuple[Span, bool] | None:
    """The place in a quotation that has these words, and whether it has exactly these; None where it has not.

    Words that the speaker only passes on, as those of somebody else, are not the speaker's.
    """
    if verbatim and quotation.form is not Form.INDIRECT:
        span = _verbatim(said, quotation, heard.document)
        if span is not None:
            return span, True
    for part in sentence_parts(heard.document, quotation):
        neutral = frozenset({"should"}) if way_of_saying(quotation) in WANTING else frozenset()
        if said_alike(said, heard.document.words_at(part), neutral=neutral) and not _passed_on(part, quotation, heard):
            return part, False
    return None


def _verbatim(said: str, quotation: Quotation, document: Document) -> Span | None:
    """The sentence of a quotation that has these very words, or the whole where they go over several."""
    parts = sentence_parts(document, quotation)
    for part in parts:
        if said_in_the_same_words(said, document.words_at(part)):
            return part
    over_several = len(END.findall(said)) and said_in_the_same_words(said, document.words_at(quotation.span))
    return quotation.span if over_several else None


def _passed_on(part: Span, quotation: Quotation, heard: Heard) -> bool:
    """Whether something in this part of a quotation is laid to another than its speaker."""
    voices = [e.voice for e in heard.reading.events if e.voice is not None and part.covers(e.predicate.span)]
    return any(quotation.speaker is None or not same_voice(v, quotation.speaker, heard.described) for v in voices)


def _speaker(given: Quotation, quotation: Quotation, described: Described) -> Iterator[Difference]:
    if given.speaker is None:
        return
    if quotation.speaker is None:
        yield Difference(on="speaker", told=f"not laid to {named(given.speaker)}")
    elif not same_voice(given.speaker, quotation.speaker, described):
        yield Difference(on="speaker", told=f"said by {named(quotation.speaker)}, not by {named(given.speaker)}")


def _status_of(span: Span, reading: Reading, point: Point) -> Status | None:
    """The status of what a place tells of the point: of the same deed where it is read there.

    Words that say the same as a deed of the sentence tell it with the sentence's status; of words without a deed, the
    first event in them has it.
    """
    inside = [e for e in reading.events if span.covers(e.predicate.span)]
    if point.event is None:
        return next((e.status for e in inside), None)
    deed = point.event.predicate.lemma
    return next((e.status for e in inside if same_deed(deed, e.predicate.lemma)), point.event.status)
