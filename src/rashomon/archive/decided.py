"""People's decisions as one thing to lay over what the stages conclude; they outlive every re-run.

What the stages find by themselves stays as it is, and the decisions that hold are laid over it each time, in the order
in which they were written. Each that shaped an account is named there, with who decided it, when, why, and what it
changed; one that changes nothing is named as a problem.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from rashomon.account.grounds import shared_ground
from rashomon.archive.decided_findings import Findings, kept
from rashomon.archive.decided_places import anchored, places_of
from rashomon.archive.decided_speakers import with_speakers
from rashomon.archive.decided_stories import OF_STORIES, Order, regrouped
from rashomon.core import (
    AppliedDecision,
    Citation,
    Copy,
    Decision,
    DecisionKind,
    Document,
    Note,
    Reading,
    Story,
    StoryAccount,
)
from rashomon.core.alignment import Alignment, Constraints, NotThatClaim, OneParty

Own: TypeAlias = Callable[[str], Story | None]
"""The story in which grouping by itself has a document; None for one that is not here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """One story's parts as decided: what to align and to account, and what to say of it afterwards."""

    readings: tuple[Reading, ...]
    copies: tuple[Copy, ...]
    constraints: Constraints
    decisions: tuple[Decision, ...]
    """Those that bear on the story."""
    findings: Findings
    notes: tuple[Note, ...] = ()

    def shown(self, account: StoryAccount, alignment: Alignment) -> StoryAccount:
        """The account with the decisions that shaped it, the notes, and the decisions that changed nothing."""
        findings = Findings()
        findings.add(self.findings)
        by_id = {each.id: each for each in self.decisions}
        for name, words in alignment.held:
            findings.effect(by_id[name], words)
        for decision in self.decisions:
            if decision.id in findings.named or decision.kind is DecisionKind.NOTE:
                continue
            if decision.kind is DecisionKind.ONE_PARTY and decision.documents:
                names = " and ".join(decision.names)
                findings.without_effect(decision, f"{names} are one party here by themselves, or not named")
            elif decision.id in {each.decision for each in self.constraints.not_that_claim}:
                findings.without_effect(decision, "the two are told as different claims by themselves")
        named = {name: each for name, each in by_id.items() if name in findings.named}
        return replace(
            account,
            decisions=tuple(
                AppliedDecision(
                    id=each.id,
                    kind=each.kind.value,
                    by=each.by,
                    at=each.at,
                    reason=each.reason,
                    effect=findings.effects.get(each.id),
                )
                for each in named.values()
            ),
            notes=self.notes,
            problems=(*account.problems, *kept(findings, named)),
        )


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions that hold, in the order they were written."""

    decisions: tuple[Decision, ...] = ()
    _about: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        decisions: Iterable[Decision],
        endings: Iterable[str] = (),
        *,
        instead: Mapping[str, str] | None = None,
    ) -> Decided:
        """Those of the decisions that hold.

        Args:
            decisions: all that were written, in their order.
            endings: the ids of those that were ended (`View.endings()` as it is).
            instead: by id of a document that is named, the one that stands in its place now (a later version that has
                an id of its own).
        """
        ended = frozenset(endings)
        now = instead or {}
        held = tuple(_with_now(each, now) for each in decisions if each.id not in ended)
        about: dict[str, list[int]] = {}
        for number, decision in enumerate(held):
            for document in decision.concerned():
                about.setdefault(document, []).append(number)
        return cls(held, {document: tuple(numbers) for document, numbers in about.items()})

    def about(self, documents: Iterable[str]) -> tuple[Decision, ...]:
        """Those that name one of these documents, in the order they were written."""
        numbers = {number for document in documents for number in self._about.get(document, ())}
        return tuple(self.decisions[number] for number in sorted(numbers))

    def stories(self, stories: Iterable[Story], *, order: Order, own: Own | None = None) -> tuple[Story, ...]:
        """The stories as decided.

        Args:
            stories: as grouping has them.
            order: the key by which documents stand in order, such as `document_order` of the document of an id.
            own: where not all stories are given: how to look up the one in which grouping has a document. Those that
                decisions have to do with are looked up, and given back with the others.
        """
        given = tuple(stories)
        if not any(each.kind in OF_STORIES for each in self.decisions):
            return given
        reached = self._reached(given, own)
        return regrouped(reached, self._of_stories(reached, all_given=own is None), order=order)[0]

    def _of_stories(self, stories: Iterable[Story], *, all_given: bool) -> tuple[Decision, ...]:
        """The decisions on where documents belong: all, or those that name a document of these stories."""
        some = self.decisions if all_given else self.about(d for story in stories for d in story.documents)
        return tuple(each for each in some if each.kind in OF_STORIES)

    def _reached(self, stories: Sequence[Story], own: Own | None) -> tuple[Story, ...]:
        """These stories, and all with which decisions tie them together."""
        if own is None:
            return tuple(stories)
        found = {story.id: story for story in stories}
        waiting = list(stories)
        while waiting:
            story = waiting.pop()
            for decision in self._of_stories((story,), all_given=False):
                for document in decision.documents:
                    other = own(document)
                    if other is not None and other.id not in found:
                        found[other.id] = other
                        waiting.append(other)
        return tuple(found.values())

    def over(
        self,
        story: Story,
        documents: Sequence[Document],
        readings: Sequence[Reading],
        copies: Sequence[Copy],
        *,
        order: Order,
        own: Own,
    ) -> Laid:
        """What the account of one story is made from, as decided.

        Args:
            story: as `stories` gives it.
            documents: its documents.
            readings: theirs, in the same order.
            copies: those among them.
            order: as for `stories`.
            own: the story in which grouping by itself has a document.
        """
        findings = Findings()
        by_id = {each.id: each for each in documents}
        shaped = self._shaped(story, order=order, own=own, findings=findings)
        inside = self.about(story.documents)
        read, found = with_speakers(documents, readings, inside)
        findings.add(found)
        left = _without_copies(copies, inside, frozenset(story.documents), findings)
        _still_one(left, documents, inside, findings)
        everywhere = (each for each in self.decisions if not each.concerned())
        wanted = {each.id for each in (*shaped, *everywhere)}
        wanted |= {each.id for each in inside if each.kind not in OF_STORIES}
        bearing = tuple(each for each in self.decisions if each.id in wanted)
        return Laid(
            readings=read,
            copies=left,
            constraints=_constraints(bearing, by_id, findings),
            decisions=bearing,
            findings=findings,
            notes=tuple(_note(each, by_id, findings) for each in bearing if each.kind is DecisionKind.NOTE),
        )

    def _shaped(self, story: Story, *, order: Order, own: Own, findings: Findings) -> tuple[Decision, ...]:
        """The decisions by which documents are in this story, or are not in it any more."""
        parts = {part.id: part for document in story.documents if (part := own(document)) is not None}
        near = self._of_stories((story, *parts.values()), all_given=False)
        if not near:
            return ()
        reached = self._reached(tuple(parts.values()), own)
        _, found = regrouped(reached, self._of_stories(reached, all_given=False), order=order)
        findings.add(Findings({d.id: found.effects[d.id] for d in near if d.id in found.effects}))
        findings.add(Findings(problems={d.id: found.problems[d.id] for d in near if d.id in found.problems}))
        return near


def _with_now(decision: Decision, now: Mapping[str, str]) -> Decision:
    """A decision with the documents that stand in place of those that it names."""
    if not any(document in now for document in decision.concerned()):
        return decision
    return replace(
        decision,
        documents=tuple(dict.fromkeys(now.get(each, each) for each in decision.documents)),
        places=tuple(replace(each, document=now.get(each.document, each.document)) for each in decision.places),
    )


def _without_copies(
    copies: Sequence[Copy], decisions: Sequence[Decision], members: frozenset[str], findings: Findings
) -> tuple[Copy, ...]:
    """The copies but for the pairs of which a person said that neither took words from the other."""
    left = list(copies)
    for decision in decisions:
        pair = frozenset(decision.documents)
        if decision.kind is not DecisionKind.NOT_A_COPY or not pair <= members:
            continue
        found = [each for each in left if {each.origin, each.copy} == pair]
        left = [each for each in left if each not in found]
        if found:
            findings.effect(decision, f"{found[0].copy} is not told as a copy of {found[0].origin}")
        elif decision.id not in findings.named:
            findings.without_effect(decision, "neither is found to be a copy of the other")
    return tuple(left)


def _still_one(
    copies: Sequence[Copy], documents: Sequence[Document], decisions: Sequence[Decision], findings: Findings
) -> None:
    """Say of documents that are no copies why they rest on one origin all the same, where they do."""
    for decision in decisions:
        if decision.kind is not DecisionKind.NOT_A_COPY or decision.id not in findings.effects:
            continue
        why = shared_ground(documents, copies, *decision.documents[:2])
        if why is not None:
            findings.effect(decision, f"origins do not change, since both rest on one all the same ({why})")


def _constraints(decisions: Sequence[Decision], documents: Mapping[str, Document], findings: Findings) -> Constraints:
    """What alignment is held to, each place where its words stand now."""
    one_party, apart = [], []
    for decision in decisions:
        if decision.kind is DecisionKind.ONE_PARTY:
            one_party.append(OneParty(decision=decision.id, names=decision.names))
        if decision.kind is not DecisionKind.NOT_THAT_CLAIM:
            continue
        report_in, *others_in = (place.document in documents for place in decision.places)
        if not report_in:
            continue  # a matter of the story that has the report
        if not any(others_in):
            findings.without_effect(decision, "what it tells apart stands in different stories, or is not here")
            continue
        report, *others = [_now(place, words, documents) for place, words in places_of(decision)]
        there = tuple(each for each in others if each is not None)
        if report is not None and there:
            apart.append(NotThatClaim(decision=decision.id, report=report, others=there))
        else:
            findings.lost(decision, "the words at its places", document=decision.places[0].document)
    return Constraints(one_party=tuple(one_party), not_that_claim=tuple(apart))


def _now(place: Citation, words: str, documents: Mapping[str, Document]) -> Citation | None:
    document = documents.get(place.document)
    span = anchored(document, place.span, words) if document is not None else None
    return None if span is None else Citation(document=place.document, span=span)


def _note(decision: Decision, documents: Mapping[str, Document], findings: Findings) -> Note:
    """What somebody wrote, with the places in these documents where their words stand now."""
    found = []
    for place, words in places_of(decision):
        now = _now(place, words, documents)
        if now is not None:
            found.append(now)
        elif place.document in documents:
            findings.lost(decision, f"the words at {place.span.start}-{place.span.end}", document=place.document)
    return Note(
        id=decision.id,
        by=decision.by,
        at=decision.at,
        text=decision.reason,
        documents=decision.documents,
        places=tuple(found),
    )
