"""Reports whose statuses do not go together: with themselves, or with what their own source only proposed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from rashomon.account.kindred import action_of, kindred, may_be_asked
from rashomon.account.standing import HAPPENED
from rashomon.account.timeline import moment_of
from rashomon.account.titles import short
from rashomon.core import Document, Problem, Reading, Status
from rashomon.core.alignment import Telling
from rashomon.core.periods import go_together
from rashomon.core.quantities import compatible

STAGE = "account"
CONTRARY = frozenset({Status.PROPOSED, Status.REFUSED, Status.DENIED})
STATED = frozenset({"verb", "light"})
ELSEWHERE = frozenset(
    """
    had yet until before initially originally previously first earlier prior once if unless could couldn't couldn’t
    new more further another again
    """.split()
)
"""Words by which a clause speaks of another time or another thing: what had not happened may have happened since."""

FIRST_TIME = re.compile(r"\b(?:first|last|only) time\b", re.IGNORECASE)
"""What makes a negation one of order: "not the first time that cables were cut" tells that they were."""

OF_A_WISH = re.compile(r"\((?:try|want|hope|intend|need|must|think|believe|know|right|hesitate|expect|due|doubt)\)")
"""Steps to a status by which not the deed is denied or asked for, but the wish, the attempt or the thought of it."""

ASKED_FOR = re.compile(r"\((?:propose|suggest|ask)\): proposed$")
"""The step by which somebody asks for a deed; what is needed, due or required is no proposal."""

Tellings = Mapping[str, Sequence[Telling]]


def asked_for(telling: Telling) -> bool:
    """Whether a telling tells that somebody asked for a deed."""
    why = telling.event.why
    inner = [step for step in why if not step.endswith((": voice", "(allow): proposed"))]
    return telling.event.status is Status.PROPOSED and bool(inner) and ASKED_FOR.search(inner[-1]) is not None


def contradictions(
    tellings: Tellings, documents: Mapping[str, Document], readings: Mapping[str, Reading]
) -> list[Problem]:
    """Happenings that one document tells both as having happened and as only asked for or not done, in one voice.

    Tellings that aligning kept apart count where one document uses the same word of the same thing.
    """
    found: dict[tuple[str, object], Problem] = {}
    for done, contrary in _pairs(tellings, readings):
        document = documents[done.document]
        if not _exclude_each_other(done, contrary, document, readings[done.document]):
            continue
        words_done, words_not = (document.words_at(t.event.span) for t in (done, contrary))
        found.setdefault(
            (document.id, done.event.span),
            Problem(
                stage=STAGE,
                code="self-contradiction",
                message=f"told as done (“{short(words_done)}”) and as {contrary.event.status} "
                f"(“{short(words_not)}”) in the same report",
                document=document.id,
                span=done.event.span,
            ),
        )
    return list(found.values())


def _pairs(tellings: Tellings, readings: Mapping[str, Reading]) -> Iterator[tuple[Telling, Telling]]:
    """What one document tells as done beside what it tells as not done, of one claim or of one thing."""
    claim_of = {(t.document, t.event.id): claim for claim, told in tellings.items() for t in told}
    by_word: dict[tuple[str, str], list[Telling]] = {}
    for told in tellings.values():
        for t in told:
            by_word.setdefault((t.document, action_of(t.event)), []).append(t)
    for (document, _), here in sorted(by_word.items()):
        reading = readings[document]
        here.sort(key=lambda t: t.event.predicate.span)
        for done in (t for t in here if t.event.status in HAPPENED and t.event.predicate.form in STATED):
            for contrary in (t for t in here if t.event.status in CONTRARY and t.event.predicate.form in STATED):
                one = claim_of[document, done.event.id] == claim_of[document, contrary.event.id]
                word = done.event.predicate.lemma == contrary.event.predicate.lemma
                alike = word and kindred(done, contrary, (reading, reading))
                if (one and not _counted_apart(done, contrary, reading)) or (not one and alike):
                    yield done, contrary


def _counted_apart(left: Telling, right: Telling, reading: Reading) -> bool:
    """Whether who acts is counted differently: a poll of 500 people and one of 1,000 are two polls."""
    figures = [
        next((f for f in reading.figures if actor is not None and actor.span.covers(f.span)), None)
        for actor in (left.event.actor, right.event.actor)
    ]
    return figures[0] is not None and figures[1] is not None and not compatible(figures[0], figures[1])


def _exclude_each_other(done: Telling, contrary: Telling, document: Document, reading: Reading) -> bool:
    """Whether one voice says both, of one time.

    Only a denial speaks against the outlet's own word: what it tells as asked for or refused may have been done since.
    """
    if done.event.sentence == contrary.event.sentence:
        return False  # "we made none, whatever they say of our having made some"
    voices = voices_of(done, reading), voices_of(contrary, reading)
    own = not voices[0] and not voices[1]
    if not own and not voices[0] & voices[1]:
        return False
    if own and contrary.event.status is not Status.DENIED:
        return False
    moments = [moment_of(t.event, reading) for t in (done, contrary)]
    values = [m.value for m in moments if m is not None and m.value is not None]
    if len(values) == 2 and not go_together(*values):
        return False
    if _bare_participle(done, document) or (contrary.event.why[-1:] and contrary.event.why[-1].startswith("no:")):
        return False  # "gave no margin" says nothing of other margins
    if any(OF_A_WISH.search(step) for step in contrary.event.why) or FIRST_TIME.search(
        document.words_at(contrary.event.sentence)
    ):
        return False
    clause = {w.lower().strip(",.") for w in document.words_at(contrary.event.span).split()}
    return not clause & ELSEWHERE or contrary.event.status is Status.PROPOSED


def _bare_participle(telling: Telling, document: Document) -> bool:
    """Whether a happening is told by a participle, which does not say that it happened."""
    return document.words_at(telling.event.predicate.span).lower().partition(" ")[0].endswith("ing")


def voices_of(telling: Telling, reading: Reading) -> frozenset[str]:
    """Whom a telling may be laid to, by the last words of their names; empty where the outlet says it itself.

    A telling under a verb of saying whose subject was not found may be anybody's who was named before it in its
    sentence.
    """
    event = telling.event
    if event.voice is not None:
        return frozenset(event.voice.name.lower().split()[-1:])
    if not any(why.endswith(": voice") for why in event.why):
        return frozenset()
    before = [m for m in reading.mentions if event.sentence.covers(m.span) and m.span.end <= event.span.start]
    return frozenset(m.name.lower().split()[-1] for m in before if m.name.strip())


LATE = timedelta(hours=24)
"""A report published so much later than all that tell a proposal may tell what came of it."""


def done_on_a_proposal(
    tellings: Tellings, documents: Mapping[str, Document], readings: Mapping[str, Reading]
) -> list[Problem]:
    """What one document alone tells as done while two others have it as only proposed."""
    found = []
    counted: dict[str, list[tuple[Telling, set[float]]]] = {}
    for t in (t for told in tellings.values() for t in told if _stated_as_done(t, documents)):
        if counts := _exact_counts(t, readings):
            counted.setdefault(action_of(t.event), []).append((t, counts))
    for told in tellings.values():
        asked = {t.document: t for t in told if asked_for(t)}
        if len(asked) < 2:
            continue
        here = {(t.document, t.event.id) for t in told}
        wanted = set().union(*(_exact_counts(t, readings) for t in told))
        rivals = counted.get(action_of(told[0].event), ()) if wanted else ()
        others = [t for t, counts in rivals if counts & wanted and (t.document, t.event.id) not in here]
        stated = [t for t in told if _stated_as_done(t, documents)]
        stated += [t for t in others if _tells_the_asked(t, list(asked.values()), readings)]
        done = {t.document: t for t in reversed(stated)}
        refused = {t.document for t in told if t.event.status is Status.REFUSED}
        besides = len(set(asked) - set(done))
        if (
            len(done) == 1
            and not set(done) & refused
            and besides >= 2
            and not _later(next(iter(done)), asked, documents)
        ):
            t = next(iter(done.values()))
            found.append(
                Problem(
                    stage=STAGE,
                    code="proposal-told-as-done",
                    message=f"told as done here; {besides} other reports have it as proposed",
                    document=t.document,
                    span=t.event.span,
                )
            )
    return found


def _stated_as_done(telling: Telling, documents: Mapping[str, Document]) -> bool:
    stated = telling.event.status is Status.DONE and telling.event.predicate.form in STATED
    return stated and not _bare_participle(telling, documents[telling.document])


def _tells_the_asked(telling: Telling, asked: Sequence[Telling], readings: Mapping[str, Reading]) -> bool:
    """Whether a telling of another claim is of the very act that others have as asked for."""
    own = readings[telling.document]
    return all(may_be_asked(telling, t, (own, readings[t.document])) for t in asked) and any(
        kindred(telling, t, (own, readings[t.document]), actors=False) for t in asked
    )


def _exact_counts(telling: Telling, readings: Mapping[str, Reading]) -> set[float]:
    """The exact counts in what a telling acts on."""
    target = telling.event.target
    inside = [f for f in readings[telling.document].figures if target is not None and target.span.covers(f.span)]
    return {f.value for f in inside if f.value is not None and f.bound == "exact" and f.unit is None}


def _later(done: str, asked: Mapping[str, Telling], documents: Mapping[str, Document]) -> bool:
    at = documents[done].published_at
    others = [documents[d].published_at for d in asked if d != done]
    return at is not None and all(o is not None and at - o > LATE for o in others)
