"""Events made comparable: their roles, context, time and place, whatever their status."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from rashomon.align import contraries
from rashomon.align.about import ABOUT_DEEDS, told_about
from rashomon.align.apposed import apposed
from rashomon.align.contraries import Marks, marks_of
from rashomon.align.parties import Parties
from rashomon.align.pointed import pointed_at
from rashomon.align.roles import Part, role_of, with_whose
from rashomon.align.whereabouts import NONE, Beside, Named, shows_names, where
from rashomon.core import Document, Event, Reading, Role, Span, Status
from rashomon.core.alignment import Telling
from rashomon.core.predicates import is_converse, predicate_class
from rashomon.core.words import key_stems, words

YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


FROM_WHERE_THE_ACTOR_RULES = frozenset({"expel", "ban"})
"""Actions that only the one who rules a place does: "expelled from Norvia" was done by Norvia."""


OF_WHAT_IT_BEFALLS = frozenset({"crash", "derail", "sink", "collapse"})
"""Actions whose noun has after "of" what their verb has as subject: "the crash of the plane", "the plane crashed"."""


def not_brought_about(event: Event) -> bool:
    """Whether all that is denied of a deed is that somebody was made to do it: "nobody was forced to leave".

    They may have left of their own will, so that it is no telling of the deed.
    """
    return event.status is Status.DENIED and bool(event.why) and event.why[-1].endswith("(cause): denied")


@dataclass(frozen=True, slots=True)
class Frame:
    """A telling with its action class and roles, the stems of its clause, and those of them outside the roles.

    `year` is set where the clause tells of another year than that of publishing. `prominent` tells that it stands
    where a report tells its main happening: the headline or the lead. `wording` is the sentence's words with the
    place of the predicate among them: equal wordings are one sentence, copied. Of an act that is about another deed
    `held` are the classes of the deeds that its clause tells, and `about` the stems of what is said of them. `where`
    are the places that the clause names, and `marks` what says by itself that another telling is of something else.
    """

    telling: Telling
    action: str
    actor: Part | None
    target: Part | None
    context: frozenset[str]
    clause: frozenset[str] = frozenset()
    wording: tuple[str, int] = ("", 0)
    year: int | None = None
    prominent: bool = False
    held: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    where: frozenset[Named] = NONE
    marks: Marks = contraries.NONE


def frames_of(
    document: Document,
    reading: Reading,
    parties: Parties,
    sides: Mapping[str, frozenset[str]],
    *,
    beside: Beside = MappingProxyType({}),
) -> list[Frame]:
    """All events of one document as frames; `beside` tells which names of the story are told around others."""
    lead, years = lead_of(document), background_years(document, reading)
    frames = [
        replace(
            _frame(event, document, reading, parties, sides, beside),
            year=years.get(event.sentence),
            prominent=any(span.covers(event.predicate.span) for span in lead),
        )
        for event in reading.events
    ]
    return _marked_alike(frames)


def _marked_alike(frames: list[Frame]) -> list[Frame]:
    """The frames of one report, each with what those of the same deed and thing say of which it is."""
    same: dict[tuple[str, str, int | None], list[Marks]] = {}
    for f in frames:
        if f.target is not None and f.target.head:
            same.setdefault((f.action, f.target.head, f.year), []).append(f.marks)
    found = {key: contraries.together(some) for key, some in same.items() if len(some) > 1}
    return [
        replace(f, marks=marks)
        if f.target is not None and (marks := found.get((f.action, f.target.head, f.year), contraries.NONE)).told
        else f
        for f in frames
    ]


def background_years(document: Document, reading: Reading) -> dict[Span, int]:
    """The year of each sentence that tells of another year than that of publishing.

    A year holds for the sentences after it in its paragraph until another time is named: news returns to the
    present with a new paragraph or a new time.
    """
    published = document.published_at.year if document.published_at else None
    found: dict[Span, int] = {}
    timed = [m.span for m in reading.times if m.precision != "duration"]
    for passage in document.prose():
        current: int | None = None
        for sentence in (s for s in reading.sentences if passage.span.covers(s)):
            named = {int(y) for y in YEAR.findall(document.words_at(sentence))}
            earlier = sorted(y for y in named if published is None or y < published)
            if earlier:
                current = earlier[0]
            elif named or any(sentence.covers(t) for t in timed):
                current = None
            if current is not None:
                found[sentence] = current
    return found


LEAD_PARAGRAPHS = 2


def lead_of(document: Document) -> tuple[Span, ...]:
    """The headline, the standfirst and the first paragraphs: where news tells its main happening."""
    lead, seen = [], 0
    for passage in document.prose():
        seen += passage.role not in {Role.HEADLINE, Role.STANDFIRST}
        if seen > LEAD_PARAGRAPHS:
            break
        lead.append(passage.span)
    return tuple(lead)


def _frame(
    event: Event,
    document: Document,
    reading: Reading,
    parties: Parties,
    sides: Mapping[str, frozenset[str]],
    beside: Beside,
) -> Frame:
    meant = [pointed_at(r, reading) or r if r is not None else None for r in (event.actor, event.target)]
    actor, target = (role_of(r, event, document, reading, parties, sides) for r in meant)
    actor, target = (
        replace(part, party=apposed(r, document, reading, parties)) if part is not None and part.party is None else part
        for part, r in ((actor, event.actor), (target, event.target))
    )
    telling = Telling(
        document=document.id,
        event=event,
        actor=actor.party if actor else None,
        target=target.party if target else None,
        voice=parties.of(event.voice.name) if event.voice else None,
    )
    action = predicate_class(event.predicate.lemma, event.predicate.form) or event.predicate.lemma
    if not_brought_about(event):
        action = f"be made to {action}"
    names = shows_names(document.words_at(event.sentence))
    if names:
        actor, target = (with_whose(p, r, beside) for p, r in ((actor, event.actor), (target, event.target)))
    if actor is None and action in FROM_WHERE_THE_ACTOR_RULES:
        place = next((r for how, r in event.others if how == "from"), None)
        actor = role_of(place, event, document, reading, parties, sides)
    if action in OF_WHAT_IT_BEFALLS and event.predicate.form == "noun" and actor is None:
        actor, target = target, None
    if is_converse(event.predicate.lemma):
        actor, target = target, actor
    held, about = told_about(event, document, reading) if action in ABOUT_DEEDS else (frozenset(), frozenset())
    clause = document.words_at(event.span)
    predicate = document.words_at(event.predicate.span)
    taken = set(key_stems(predicate))
    for role in (actor, target):
        taken |= role.stems if role else set()
    return Frame(
        telling=telling,
        action=action,
        actor=actor,
        target=target,
        context=frozenset(key_stems(clause)) - taken,
        clause=frozenset(key_stems(clause)),
        wording=(
            " ".join(words(document.words_at(event.sentence))),
            len(words(document.part(event.sentence.part)[event.sentence.start : event.predicate.span.start])),
        ),
        held=held,
        about=about,
        where=where(event, beside) if names else NONE,
        marks=marks_of(event, actor, target, parties, document, reading),
    )
