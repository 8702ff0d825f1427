"""Who a speaker is by decision: the quotations at its places, and all that their reading rests on that speaker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.archive.decided_findings import Findings
from rashomon.archive.decided_places import alike, anchored, places_of
from rashomon.core import Decision, DecisionKind, Document, Event, Kind, Mention, Quotation, Reading, Referent, Span

LEAST_ALIKE = 0.5
"""A quotation read at about the same place is the one that was decided about; below this it is another."""

SELF = frozenset({"i", "me", "my", "mine", "myself"})
"""Words by which a speaker speaks of nobody else."""

BY_NAME = "name"


def with_speakers(
    documents: Sequence[Document], readings: Sequence[Reading], decisions: Sequence[Decision]
) -> tuple[tuple[Reading, ...], Findings]:
    """The readings with the speakers that people named, and what came of each decision.

    Args:
        documents: those that were read; a decision's places in others are passed over.
        readings: theirs.
        decisions: those that hold, in the order they were written; those of other kinds are passed over.
    """
    by_id = {each.id: each for each in documents}
    read = {each.document: each for each in readings}
    findings = Findings()
    decided: dict[str, Decision] = {}
    """By quotation, the last decision about it."""
    found: dict[str, list[str]] = {}
    for decision in decisions:
        if decision.kind is not DecisionKind.SPEAKER:
            continue
        for quotation in _quotations(decision, by_id, read, findings):
            decided[quotation.id] = decision
            found.setdefault(decision.id, []).append(quotation.id)
    by_decision = {each.id: each for each in decisions}
    for name, quotations in found.items():
        later = {decided[each].id: decided[each] for each in quotations if decided[each].id != name}
        if later and all(decided[each].id != name for each in quotations):
            if all(each.names[:1] == by_decision[name].names[:1] for each in later.values()):
                findings.without_effect(by_decision[name], "a later one says the same")
            else:
                findings.overruled(by_decision[name], later.values())
    return tuple(_corrected(by_id[r.document], r, decided, findings) for r in readings), findings


def _quotations(
    decision: Decision, documents: Mapping[str, Document], read: Mapping[str, Reading], findings: Findings
) -> list[Quotation]:
    """The quotations at a decision's places, with those that go on from them."""
    found: dict[str, Quotation] = {}
    for place, words in places_of(decision):
        document = documents.get(place.document)
        if document is None:
            continue
        span = anchored(document, place.span, words)
        if span is None:
            findings.lost(decision, f"the words {_short(words)}", document=document.id)
            continue
        quotations = read[document.id].quotations
        best = _at(span, quotations)
        if best is None:
            findings.lost(decision, f"a quotation at {_short(document.words_at(span))}", document=document.id)
            continue
        found.update({each.id: each for each in _whole(best, quotations)})
    return list(found.values())


def _at(span: Span, quotations: Sequence[Quotation]) -> Quotation | None:
    """The quotation that stands at a place, or else the innermost that holds it (a sentence of it is enough)."""
    if near := [each for each in quotations if alike(span, each.span) >= LEAST_ALIKE]:
        return max(near, key=lambda each: alike(span, each.span))
    return min((each for each in quotations if each.span.covers(span)), key=lambda each: len(each.span), default=None)


def _whole(quotation: Quotation, quotations: Sequence[Quotation]) -> list[Quotation]:
    """A quotation with the parts of it that stand before and behind its cue."""
    first = quotation.continues or quotation.id
    return [each for each in quotations if first in (each.id, each.continues)]


@dataclass(frozen=True, slots=True)
class _Change:
    """Of one quotation: its speaker as read and as decided."""

    quotation: Quotation
    old: Referent | None
    new: Referent | None


def _corrected(document: Document, reading: Reading, decided: Mapping[str, Decision], findings: Findings) -> Reading:
    """One reading with the speakers as decided, and with the voices and the phrases that stand for them."""
    changes: dict[str, _Change] = {}
    for quotation in reading.quotations:
        decision = decided.get(quotation.id)
        if decision is None:
            continue
        new = _referent(document, reading, quotation, decision.names[0]) if decision.names else None
        old = quotation.speaker
        said, was, now = _short(document.words_at(quotation.span)), old and old.name, new and new.name
        if was == now:
            findings.without_effect(decision, f"reading has {now or 'nobody'} as the speaker of {said} by itself")
            continue
        changes[quotation.id] = _Change(quotation, old, new)
        findings.effect(decision, f"the speaker of {said} is {now or 'not known'}, and not {was or 'unknown'}")
    if not changes:
        return reading
    renamed = {
        (c.old.span, c.old.name): c.new.name
        for c in changes.values()
        if c.old is not None and c.new is not None and c.old.span == c.new.span
    }
    return replace(
        reading,
        quotations=tuple(replace(q, speaker=changes[q.id].new) if q.id in changes else q for q in reading.quotations),
        events=tuple(_event(document, e, changes, renamed) for e in reading.events),
        mentions=tuple(_mention(m, renamed) for m in reading.mentions),
    )


def _referent(document: Document, reading: Reading, quotation: Quotation, name: str) -> Referent:
    """The speaker of that name: at the phrase by which the report tells who speaks, unless that is another's name."""
    old = quotation.speaker
    stands_for = [m for m in reading.mentions if name in (m.name, document.words_at(m.span))]
    at = quotation.cue or quotation.span
    near = min(stands_for, key=lambda m: (m.span.part != at.part, abs(m.span.start - at.start)), default=None)
    full = near.name if near is not None else name
    kind = near.kind if near is not None else old.kind if old is not None else Kind.PERSON
    pointing = old is not None and not any(m.span == old.span and m.form == BY_NAME for m in reading.mentions)
    if old is not None and (pointing or old.name == full):
        return replace(old, name=full, kind=kind)
    head = full.split()[-1].lower() if full.split() else ""
    return Referent(span=near.span if near is not None else at, name=full, kind=kind, head=head)


def _event(
    document: Document, event: Event, changes: Mapping[str, _Change], renamed: Mapping[tuple[Span, str], str]
) -> Event:
    """An event whose voice and roles follow the speaker: told in the quotation, or by the phrase for that speaker."""
    change = changes.get(event.quotation or "")

    def follow(role: Referent | None) -> Referent | None:
        if role is None:
            return None
        if (role.span, role.name) in renamed:
            return replace(role, name=renamed[role.span, role.name])
        own = change is not None and change.old is not None and role.name == change.old.name
        if own and change is not None and document.words_at(role.span).lower() in SELF:
            return replace(role, name=change.new.name) if change.new is not None else None
        return role

    voice = event.voice
    if change is not None and (voice.name if voice else None) == (change.old.name if change.old else None):
        voice = change.new
    else:
        voice = follow(voice)
    return replace(
        event,
        actor=follow(event.actor),
        target=follow(event.target),
        others=tuple((how, each) for how, role in event.others if (each := follow(role)) is not None),
        voice=voice,
    )


def _mention(mention: Mention, renamed: Mapping[tuple[Span, str], str]) -> Mention:
    name = renamed.get((mention.span, mention.name))
    return mention if name is None else replace(mention, name=name)


def _short(words: str, most_chars: int = 60) -> str:
    """Words of a document in a message: on one line, in marks, cut where they are long."""
    line = " ".join(words.split())
    return f"“{line if len(line) <= most_chars else line[:most_chars].rsplit(' ', 1)[0] + ' …'}”"
