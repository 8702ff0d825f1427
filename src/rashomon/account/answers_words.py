"""Links that the words between two happenings make: "in response to", "despite", "after", "responded by"."""

from __future__ import annotations

import re

from rashomon.account.answers_index import Key, Told
from rashomon.account.kindred import action_of
from rashomon.core import Citation, Event, Kind, Referent, Span
from rashomon.core.alignment import Telling
from rashomon.core.places import countries_in

RESPONSE = re.compile(
    r"\b(?:in|as) (?:an? |the )?(?:[\w-]+ )?"
    r"(?:response|retaliation|reply|answer|reprisal|revenge|reaction|protest|retribution)"
    r" (?:to|for|against|at|over)\b"
    r"|\b(?:in|as) (?:an? )?(?:retaliation|protest) (?:to|at|against|over)\b",
    re.IGNORECASE,
)
"""Words that say of what stands before them that it answers what stands after them; "in return for" is a bargain."""

DESPITE = re.compile(r"\b(?:despite|in spite of|in defiance of|notwithstanding|regardless of)\b", re.IGNORECASE)
AFTER = re.compile(r"\b(?:(?:a|one|two|three|several|\d+) (?:hours?|days?|weeks?) )?after\b", re.IGNORECASE)
BREAK = re.compile(r"[,;:–—]|--|\b(?:and|but|or|for|of)\b")
"""What stands before another clause than the one that a link holds."""

MOST_BETWEEN = 24
"""How many characters may stand between a link and the phrase that it holds: an article and an adjective."""


def linked_by_words(told: Told) -> list[tuple[Key, Citation]]:
    """All links of one sentence, and responses that name what they answer in the sentence before."""
    found = []
    for document, here in told.by_document.items():
        for sentence in dict.fromkeys(t.event.sentence for _, t in here):
            found += _in_one_sentence(told, document, sentence)
        found += _responded_by(told, document, here)
    return found


def _in_one_sentence(told: Told, document: str, sentence: Span) -> list[tuple[Key, Citation]]:
    here, text = told.in_sentence(document, sentence), told.documents[document].words_at(sentence)
    found: list[tuple[Key, Citation]] = []
    for pattern, loose in ((RESPONSE, False), (DESPITE, True), (AFTER, True)):
        for match in pattern.finditer(text):
            link = Span(sentence.start + match.start(), sentence.start + match.end(), sentence.part)
            answered = _held(here, link, told.documents[document].part(link.part))
            answering = _holder(here, link)
            if answered is None or answering is None or answering[0] == answered[0]:
                continue
            if loose and not _of_two_sides(answering[1].event, answered[1].event):
                continue
            found.append(((answering[0], answered[0], "responds"), told.cite(document, sentence)))
    return found


def _held(here: list[tuple[str, Telling]], link: Span, text: str) -> tuple[str, Telling] | None:
    """The happening that a link's preposition holds: one that begins right behind it."""

    def begins(event: Event) -> int:
        roles = [r.span for r in (event.actor, event.target) if r is not None and r.span.part == link.part]
        return min((s.start for s in (event.span, *roles) if s.start >= link.end - 1), default=event.span.start)

    behind = [x for x in here if x[1].event.predicate.span.start >= link.end]
    near = [x for x in behind if begins(x[1].event) - link.end <= MOST_BETWEEN]
    near = [x for x in near if BREAK.search(text[link.end : begins(x[1].event)]) is None]
    return min(near, key=lambda x: (begins(x[1].event), x[1].event.predicate.span.start), default=None)


def _holder(here: list[tuple[str, Telling]], link: Span) -> tuple[str, Telling] | None:
    """The happening to which a link is attached by the parse, else the verb nearest before it."""
    attached = [
        x
        for x in here
        if x[1].event.predicate.span.end <= link.start
        and any(r.span.touches(link) or 0 <= r.span.start - link.end <= 1 for _, r in x[1].event.others)
    ]
    verbs = [x for x in here if x[1].event.predicate.span.end <= link.start and x[1].event.predicate.form != "noun"]
    return max(attached or verbs, key=lambda x: x[1].event.predicate.span.start, default=None)


def _of_two_sides(answering: Event, answered: Event) -> bool:
    """Whether one act between two sides follows another that went the other way.

    "after" only tells the order and "despite" only a contrast, unless both are acts of the kinds that sides do to
    each other and who acts now was acted on before.
    """
    if answering.code is None or answered.code is None or not _is_a_side(answering.actor):
        return False
    return _shared(answering.actor, answered.target) and not _shared(answering.actor, answered.actor)


def _is_a_side(party: Referent | None) -> bool:
    """Whether a party is a body, a country or one of its people, and not just anybody."""
    return party is not None and (party.kind in {Kind.BODY, Kind.PLACE} or bool(countries_in(party.name)))


def _shared(left: Referent | None, right: Referent | None) -> bool:
    if left is None or right is None:
        return False
    if left.name == right.name:
        return True
    return bool(frozenset(countries_in(left.name)) & frozenset(countries_in(right.name)))


def _responded_by(told: Told, document: str, here: list[tuple[str, Telling]]) -> list[tuple[Key, Citation]]:
    """Responses to the sentence before: "Norvia responded by expelling 50 Aldans", after what Aldania did to it."""
    found = []
    sentences = list(dict.fromkeys(t.event.sentence for _, t in here))
    for place, (_, t) in enumerate(here):
        if action_of(t.event) != "respond" or t.event.predicate.form != "verb":
            continue
        text = told.documents[document].part(t.event.sentence.part)
        behind = [x for x in here[place + 1 :] if x[1].event.sentence == t.event.sentence]
        by = next((x for x in behind if _gerund_after_by(text, t.event, x[1].event)), None)
        at = sentences.index(t.event.sentence)
        if by is None or not at:
            continue
        before = [x for x in told.in_sentence(document, sentences[at - 1]) if x[1].event.predicate.form != "noun"]
        crossed = [x for x in before if _of_two_sides(by[1].event, x[1].event) or _shared_actor(t.event, x[1].event)]
        if crossed:
            first = told.cite(document, crossed[0][1].event.sentence)
            key = (by[0], crossed[0][0], "responds")
            found += [(key, first), (key, told.cite(document, t.event.sentence))]
    return found


def _gerund_after_by(text: str, event: Event, nested: Event) -> bool:
    between = text[event.predicate.span.end : nested.predicate.span.start]
    return len(between) < 2 * MOST_BETWEEN and between.split()[:1] == ["by"] and nested.predicate.form == "verb"


def _shared_actor(responding: Event, earlier: Event) -> bool:
    """Whether who responds was acted on before."""
    return _shared(responding.actor, earlier.target) and not _shared(responding.actor, earlier.actor)
