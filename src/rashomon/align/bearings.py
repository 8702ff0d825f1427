"""Where the reports of one story tell the points of a sentence, and what each tells otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.align.fillers import PRONOUNS, Described, Filler, filler_of, name_of, same_name, same_party
from rashomon.align.frames import lead_of
from rashomon.align.parties import Parties
from rashomon.align.points import Point, asked_for, way_of_saying
from rashomon.align.propositions import BARE_VERBS
from rashomon.align.told_words import said_alike, said_in_the_same_words
from rashomon.align.utterances import sentence_parts
from rashomon.core import Document, Event, Figure, Form, Quotation, Reading, Referent, Span, Status
from rashomon.core.check import Bearing, Difference
from rashomon.core.predicates import class_of_stem, is_converse
from rashomon.core.quantities import compatible
from rashomon.core.sameness import comparable_deeds, same_deed, words_that
from rashomon.core.words import FUNCTION_WORDS, key_stems, stem, words

SAME_STATUS = (
    frozenset({Status.DONE, Status.UNDERWAY}),
    frozenset({Status.REFUSED, Status.DENIED}),
)
"""Statuses that say the same of a deed to somebody who checks a sentence; every other one stands alone, for a deed
that is asked for is not one that is planned."""

UNREAL = SAME_STATUS[1]
OWN_WILL = frozenset({Status.PLANNED, Status.REFUSED, Status.THREATENED})
"""Statuses that tell what the actor wants: whether he is said to have said so adds nothing."""

NOT_PLAIN = frozenset(
    """
    not no never nobody none nothing neither nor without hardly barely almost nearly n't will would may might could
    should must if unless want wanted wants wish wished hope hoped plan planned plans propose proposed proposes suggest
    suggested suggests urge urged urges ask asked call called demand demanded recommend recommended threaten threatened
    refuse refused decline declined deny denied denies reject rejected consider considered offer offered promise
    promised vow vowed allegedly reportedly fail failed try tried attempt attempted whether
    """.split()
)
"""Words that, between the beginning of a clause and its verb, cast doubt on a plain "done" that was read there."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the document in which it stands, its roles made comparable."""

    document: Document
    reading: Reading
    event: Event
    actor: Filler | None
    targets: tuple[Filler, ...]
    others: tuple[Filler, ...]


def told(event: Event, document: Document, reading: Reading) -> Told:
    """An event made comparable; the roles of a converse verb change places.

    Whom something is given or sent to counts as one of the others, the thing given as the target. Who only proposes a
    deed is not who would do it ("proposed expelling ..."), and "she" in "Orsk said she would not resign" is Orsk.
    """

    def filler(referent: Referent | None) -> Filler | None:
        return filler_of(referent, event, document, reading) if referent is not None else None

    actor = event.actor
    if event.voice is not None and actor is not None:
        pronoun = document.words_at(actor.span).lower() in PRONOUNS
        if pronoun and event.status in OWN_WILL and actor.name != event.voice.name:
            actor = event.voice
        if event.status is Status.PROPOSED and same_name(name_of(actor), name_of(event.voice)) and not pronoun:
            actor = None
    objects = [r for how, r in event.others if how == "object"]
    others = [r for how, r in event.others if how != "object"]
    if event.target is not None and objects:
        others.append(event.target)
    elif event.target is not None:
        objects = [event.target]
    targets = tuple(filter(None, map(filler, objects)))
    who = filler(actor)
    if is_converse(event.predicate.lemma):
        who, targets = (targets[0] if targets else None), ((who,) if who is not None else ())
    return Told(document, reading, event, who, targets, tuple(filter(None, map(filler, others))))


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
    found: list[Bearing] = []
    for document, reading in zip(documents, readings, strict=True):
        described = Described.of(document, reading)
        all_told = [told(e, document, reading) for e in reading.events if _states(e, reading)]
        for point in points:
            if point.event is not None:
                given = told(point.event, sentence, read)
                found += _of_event(point, given, all_told, described, parties)
            if point.quotation is not None:
                found += _of_words(point, sentence, document, reading, parties)
    return tuple(found)


def _states(event: Event, reading: Reading) -> bool:
    """Whether an event states something: a noun only names a happening, save one that is asked for."""
    return event.predicate.form != "noun" or any(asked_for(o, event) for o in reading.events)


def _of_event(
    point: Point, given: Told, all_told: Sequence[Told], described: Described, parties: Parties
) -> Iterator[Bearing]:
    for other in all_told:
        if not comparable_deeds(given.event.predicate.lemma, other.event.predicate.lemma):
            continue
        differs = _differences(given, other, described)
        if differs is None:
            continue
        voice = other.event.voice
        yield Bearing(
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


def _differences(given: Told, other: Told, described: Described) -> tuple[Difference, ...] | None:
    """On what a report's event differs from the sentence's; None where the two have too little in common."""
    roles, anchored = _roles(given, other, described)
    if not anchored:
        return None
    found = [*roles]
    ours, theirs = given.event.predicate.lemma, other.event.predicate.lemma
    if not same_deed(ours, theirs):
        found.append(Difference(on="action", told=f"told as “{theirs}”, not “{ours}”"))
    found += _status(given, other)
    found += _voice(given, other)
    found += _around(given, other)
    return tuple(dict.fromkeys(found))


def _roles(given: Told, other: Told, described: Described) -> tuple[list[Difference], bool]:
    """What differs in the roles, and whether at least one role of the sentence is filled alike."""
    if _swapped(given, other, described):
        who = f"{other.actor.shown if other.actor else ''} and {other.targets[0].shown} the other way round"
        return [Difference(on="actor", told=f"told with {who}")], True
    differs: list[Difference] = []
    anchored = False
    pairs: list[tuple[str, Filler, tuple[Filler, ...]]] = []
    theirs = (other.actor,) if other.actor is not None else ()
    if given.actor is not None:
        # "two spans collapsed": who suffers it may stand as either role where there is one role only
        labile = other.event.predicate.lemma in words_that("labile")
        alone = not given.targets and (not theirs or (labile and bool(other.targets)))
        pairs.append(("actor", given.actor, other.targets if alone else theirs))
    for target in given.targets:
        alone = given.actor is None and not other.targets and not other.others
        pairs.append(("target", target, theirs if alone else other.targets or other.others))
    for on, ours, fillers in pairs:
        like = next((f for f in fillers if same_party(ours, f, described)), None)
        if like is None:
            differs.append(_unlike(on, ours, fillers[:1] if on == "target" else fillers))
            continue
        anchored = True
        if (figure := _figure(ours, like)) is not None:
            differs.append(figure)
    return differs, anchored


def _swapped(given: Told, other: Told, described: Described) -> bool:
    if given.actor is None or other.actor is None or not given.targets or not other.targets:
        return False
    crossed = same_party(given.actor, other.targets[0], described) and same_party(
        given.targets[0], other.actor, described
    )
    return crossed and not same_party(given.actor, other.actor, described)


def _unlike(on: str, ours: Filler, fillers: Sequence[Filler]) -> Difference:
    if not fillers or fillers[0].pronoun:
        return Difference(on=on, told=f"does not tell that it is {ours.shown}")
    return Difference(on=on, told=f"told of {fillers[0].shown}, not {ours.shown}")


def _figure(ours: Filler, theirs: Filler) -> Difference | None:
    """What differs in number; a bound that the sentence leaves out counts, "about" aside."""
    if ours.figure is None:
        return None
    if theirs.figure is None:
        return Difference(on="figure", told=f"gives no number, not {_number(ours.figure)}")
    if same_figure(ours.figure, theirs.figure) or (
        ours.quantity is not None and ours.quantity == theirs.quantity and theirs.figure.bound == "equal"
    ):
        return None
    return Difference(on="figure", told=f"{_number(theirs.figure)}, not {_number(ours.figure)}")


def same_figure(ours: Figure, theirs: Figure) -> bool:
    """Whether a report's figure is the sentence's, or within the sentence's own bound."""
    if ours.unit != theirs.unit:
        return False
    if ours.bound in {"exact", "about"}:
        return ours.value == theirs.value and theirs.bound in {"exact", "about"}
    return compatible(ours, theirs) and theirs.value is not None


def _number(figure: Figure) -> str:
    if figure.value is None:
        return "a vague number"
    bound = f"{figure.bound} " if figure.bound in {"at least", "at most", "about"} else ""
    return f"{bound}{figure.value:,.10g}"


def _status(given: Told, other: Told) -> Iterator[Difference]:
    ours, theirs = given.event.status, other.event.status
    if ours is not theirs and not any({ours, theirs} <= same for same in SAME_STATUS):
        on = "negation" if (ours in UNREAL) != (theirs in UNREAL) else "status"
        yield Difference(on=on, told=f"told as {theirs}, not {ours}")
    elif theirs in SAME_STATUS[0] and (doubt := _before_the_verb(other) - _before_the_verb(given)):
        yield Difference(on="status", told=f"not told plainly: “{min(doubt)}” stands before it")


def _before_the_verb(one: Told) -> set[str]:
    """The words in the clause before its verb that may keep it from being plainly told."""
    event = one.event
    if event.span.part is not event.predicate.span.part or event.predicate.span.start < event.span.start:
        return set()
    text = one.document.part(event.span.part)[event.span.start : event.predicate.span.start]
    found = set(words(text.replace("n't", " n't").replace("n’t", " n't"))) & NOT_PLAIN
    return found | ({"not"} if "n't" in text.replace("’", "'") else set())


def _voice(given: Told, other: Told) -> Iterator[Difference]:
    ours, theirs = given.event.voice, other.event.voice
    if ours is None:
        return
    if theirs is not None and same_speaker(ours, theirs):
        return
    own = other.actor is not None and other.actor.name and same_name(name_of(ours), other.actor.name)
    if theirs is None and own and given.event.status in OWN_WILL:
        return
    if theirs is not None:
        yield Difference(on="speaker", told=f"laid to {_named(theirs)}, not to {_named(ours)}")
    else:
        yield Difference(on="speaker", told=f"not laid to {_named(ours)}")


def same_speaker(ours: Referent, theirs: Referent) -> bool:
    """Whether two voices are one: by name, or by the same description."""
    left, right = name_of(ours), name_of(theirs)
    if left and right:
        return same_name(left, right)
    if bool(left) != bool(right):
        return False
    return ours.head.lower() == theirs.head.lower() and set(ours.modifiers) <= set(theirs.modifiers)


def _named(referent: Referent) -> str:
    return " ".join(referent.name.split())


def _around(given: Told, other: Told) -> Iterator[Difference]:
    """What the sentence's clause names, counts or dates besides its roles and the report's sentence does not."""
    text = other.document.words_at(other.event.sentence)
    stems = set(key_stems(text))
    for mention in other.reading.mentions:
        if other.event.sentence.covers(mention.span):
            stems |= set(key_stems(mention.name))
    roles = [f for f in (given.actor, *given.targets) if f is not None]
    rest = [f for f in given.others if not any(f.referent.span.touches(r.referent.span) for r in roles)]
    for filler in rest:
        wanted = {s for name in (filler.name or filler.proper) for s in key_stems(name)}
        if not wanted <= stems and not (filler.name and not _other_place(other) and wanted <= _lead(other)):
            yield Difference(on="name", told=f"does not name {filler.shown}")
        elif (given.event.predicate.lemma in BARE_VERBS or (wanted and not filler.name)) and not set(
            key_stems(filler.head)
        ) <= stems:
            yield Difference(on="words", told=f"says nothing of {filler.shown}")
    yield from _left_over(given, other, [*roles, *rest], stems)
    yield from _numbers(given, other, roles)
    yield from _times(given, other)


def _lead(other: Told) -> set[str]:
    """The stems of the passages in which a report tells its main happening, which say where it plays."""
    return {s for span in lead_of(other.document) for s in key_stems(other.document.words_at(span))}


def _other_place(other: Told) -> bool:
    """Whether the report's event names somebody or someplace of its own besides its roles."""
    return any(f.name or f.proper for f in other.others)


def _left_over(given: Told, other: Told, known: Sequence[Filler], stems: set[str]) -> Iterator[Difference]:
    """Words of the sentence's clause that are in no role and that the report does not use ("called it a lie")."""
    document, event = given.document, given.event
    taken = [event.predicate.span, *(f.referent.span for f in known)]
    taken += [m.span for m in given.reading.times] + [f.span for f in given.reading.figures]
    if event.voice is not None:
        taken.append(event.voice.span)
    taken += [q.cue for q in given.reading.quotations if q.cue is not None]
    taken += [e.span for e in given.reading.events if e is not event and not e.span.covers(event.span)]
    taken += [e.predicate.span for e in given.reading.events]
    text, start = document.part(event.span.part), event.span.start
    rest = "".join(
        " " if any(t.start <= at < t.end for t in taken) else text[at] for at in range(start, event.span.end)
    )
    classes = class_of_stem()
    heard = stems | {classes[s] for s in stems if s in classes}
    if event.predicate.lemma not in words_that("predicating"):
        heard |= set(key_stems(other.document.text))
    for word in words(rest):
        if word in FUNCTION_WORDS or word in NOT_PLAIN or len(word) < 3:
            continue
        if stem(word) not in heard and classes.get(stem(word)) not in heard:
            yield Difference(on="words", told=f"does not say “{word}”")


def _numbers(given: Told, other: Told, roles: Sequence[Filler]) -> Iterator[Difference]:
    theirs = [f for f in other.reading.figures if other.event.sentence.covers(f.span)]
    timed = [m.span for m in given.reading.times]
    for figure in given.reading.figures:
        if not given.event.span.covers(figure.span) or any(r.figure is figure for r in roles):
            continue
        if any(t.covers(figure.span) for t in timed) or any(same_figure(figure, f) for f in theirs):
            continue
        alike = [f for f in theirs if f.unit == figure.unit and (not figure.head or f.head == figure.head)]
        told_as = f"{_number(alike[0])}, not {_number(figure)}" if alike else f"does not tell {_number(figure)}"
        yield Difference(on="figure", told=told_as)


def _times(given: Told, other: Told) -> Iterator[Difference]:
    sentence = other.event.sentence
    theirs = [m for m in other.reading.times if sentence.covers(m.span)]
    for moment in given.reading.times:
        if not given.event.span.covers(moment.span):
            continue
        ours = set(key_stems(given.document.words_at(moment.span)))
        if any(moment.value is not None and moment.value == m.value for m in theirs):
            continue
        if ours <= set(key_stems(other.document.words_at(sentence))):
            continue
        told_as = given.document.words_at(moment.span)
        if theirs:
            yield Difference(on="time", told=f"told of {other.document.words_at(theirs[0].span)}, not {told_as}")
        else:
            yield Difference(on="time", told=f"does not tell that it is {told_as}")


def _of_words(
    point: Point, sentence: Document, document: Document, reading: Reading, parties: Parties
) -> Iterator[Bearing]:
    """Quotations that have the words which the sentence gives as said."""
    given = point.quotation
    if given is None:
        return
    said = sentence.words_at(given.span)
    verbatim = given.form not in {Form.INDIRECT, Form.HEADLINE}
    way = way_of_saying(given)
    if way not in {"say", "deny"}:
        return
    for quotation in reading.quotations:
        if way_of_saying(quotation) != way:
            continue
        found = _where_said(said, verbatim=verbatim, quotation=quotation, document=document, reading=reading)
        if found is None:
            continue
        span, exactly = found
        differs = [] if exactly or not verbatim else [Difference(on="words", told="not in these words")]
        differs += _speaker(given, quotation)
        speaker = quotation.speaker
        yield Bearing(
            point=point.number,
            document=document.id,
            span=span,
            status=_status_of(span, reading),
            voice=parties.of(speaker.name) if speaker else None,
            speaker=_named(speaker) if speaker else None,
            quotation=quotation.id,
            differs=tuple(differs),
        )


def _where_said(
    said: str, *, verbatim: bool, quotation: Quotation, document: Document, reading: Reading
) -> tuple[Span, bool] | None:
    """The place in a quotation that has these words, and whether it has exactly these; None where it has not.

    Words that the speaker only passes on, as those of somebody else, are not the speaker's.
    """
    marked = verbatim and quotation.form is not Form.INDIRECT
    if marked and said_in_the_same_words(said, document.words_at(quotation.span)):
        return quotation.span, True
    for part in sentence_parts(document, quotation):
        if said_alike(said, document.words_at(part)) and not _passed_on(part, quotation, reading):
            return part, False
    return None


def _passed_on(part: Span, quotation: Quotation, reading: Reading) -> bool:
    """Whether something in this part of a quotation is laid to another than its speaker."""
    voices = [e.voice for e in reading.events if e.voice is not None and part.covers(e.predicate.span)]
    return any(quotation.speaker is None or not same_speaker(v, quotation.speaker) for v in voices)


def _speaker(given: Quotation, quotation: Quotation) -> Iterator[Difference]:
    if given.speaker is None:
        return
    if quotation.speaker is None:
        yield Difference(on="speaker", told=f"not laid to {_named(given.speaker)}")
    elif not same_speaker(given.speaker, quotation.speaker):
        yield Difference(on="speaker", told=f"said by {_named(quotation.speaker)}, not by {_named(given.speaker)}")


def _status_of(span: Span, reading: Reading) -> Status | None:
    """The status of the first event told inside a quotation."""
    return next((e.status for e in reading.events if span.covers(e.predicate.span)), None)
