"""Happenings told as past at a time after the report was published."""

from __future__ import annotations

import re
from datetime import timedelta

from rashomon.account.timeline import moment_of
from rashomon.core import Document, Event, Problem, Reading, Status
from rashomon.core.periods import bounds

STAGE = "account"
SLACK = timedelta(days=1)
"""How far apart two calendars of one moment may be: it is tomorrow on the other side of the earth."""

NAMED = frozenset({"day", "month", "year"})
"""Precisions of times that a text names by the calendar."""


YEAR = re.compile(r"\b\d{4}\b")

DEADLINES = frozenset({"by", "until", "till", "before", "for", "through", "from", "to", "of"})
"""Words before a date by which it is no time of the act, but an end, a beginning or what it is about."""

OF_A_THING = frozenset("a an the its his her their this that our your my".split())
"""Words before a date that make it a part of a thing's name: "the 2033 fair", "a November 2033 release"."""


def impossible_times(document: Document, reading: Reading) -> list[Problem]:
    """What a document tells as done, in its own voice, on a day that begins after it was published.

    Only dates with their year: a weekday and a bare month are reckoned from the publishing time and cannot tell.
    """
    if document.published_at is None:
        return []
    last = document.published_at.date() + SLACK
    found = []
    for event in reading.events:
        if event.status is not Status.DONE or event.predicate.form != "verb" or event.voice is not None:
            continue
        moment = moment_of(event, reading)
        reach = bounds(moment.value) if moment is not None and moment.value and moment.precision in NAMED else None
        if moment is None or reach is None or reach[0] <= last:
            continue
        words = document.words_at(moment.span)
        before = document.part(moment.span.part)[: moment.span.start].split()[-1:]
        if not _in_the_past(event, document):
            continue
        if YEAR.search(words) and not (DEADLINES | OF_A_THING) & {w.lower() for w in before}:
            found.append(
                Problem(
                    stage=STAGE,
                    code="date-after-publishing",
                    message=f"told as done on “{words}”; the report was published on {document.published_at:%Y-%m-%d}",
                    document=document.id,
                    span=moment.span,
                )
            )
    return found


def _in_the_past(event: Event, document: Document) -> bool:
    """Whether the verb stands in a past form: "the fair opens on 3 May" is told ahead, in the present."""
    word = document.words_at(event.predicate.span).lower().split()
    return bool(word) and word[0] != event.predicate.lemma.split()[0] and not word[0].endswith(("s", "ing"))
