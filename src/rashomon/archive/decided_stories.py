"""Merge, split and move, laid over the stories that grouping found; its own answer stays what it is.

Each document's place is given by the last decision that moved it; a merge joins the stories of its documents, but for
those that were moved later. So a later decision wins over an earlier one, whatever grouping makes of the documents, and
laying the same decisions over the result again changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from rashomon.archive.decided_findings import Findings
from rashomon.core import Decision, DecisionKind, Story, content_id

OF_STORIES = frozenset({DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.MOVE})

Order: TypeAlias = Callable[[str], Any]
"""The key by which documents stand in order: their time, then their id."""

Label: TypeAlias = tuple[str, int]
"""What documents that are together share: a story of grouping's by its number, or a split by that of its decision."""


@dataclass(slots=True)
class _Places:
    """Where the documents are by decision; filled from the last decision to the first."""

    part_of: dict[str, int]
    moved: dict[str, int] = field(default_factory=dict)
    """By document, the decision that gives its place."""
    target: dict[str, str] = field(default_factory=dict)
    merged: dict[int, list[str]] = field(default_factory=dict)

    def here(self, documents: Iterable[str]) -> list[str]:
        return [each for each in dict.fromkeys(documents) if each in self.part_of]

    def free(self, documents: Iterable[str]) -> list[str]:
        """Those that no later decision has moved."""
        return [each for each in self.here(documents) if each not in self.moved]

    def label(self, document: str) -> Label:
        """What a document shares with those beside it, before anything is merged."""
        while document in self.target:
            document = self.target[document]
        return ("split", self.moved[document]) if document in self.moved else ("part", self.part_of[document])


def regrouped(
    stories: Sequence[Story], decisions: Sequence[Decision], *, order: Order
) -> tuple[tuple[Story, ...], Findings]:
    """The stories as decided, and what came of each decision.

    Args:
        stories: as grouping has them, with all documents that the decisions name, as far as these are there.
        decisions: those that hold, in the order they were written; those not about stories are passed over.
        order: by which documents stand in order; the elder of merged stories is the one whose first document is.
    """
    places = _Places({each: n for n, story in enumerate(stories) for each in story.documents})
    made = [each for each in decisions if each.kind in OF_STORIES]
    findings = Findings()
    for number in reversed(range(len(made))):
        _placed(places, number, made, findings)
    groups = _groups(places)
    for number in range(len(made)):
        _judged(places, number, made, groups, findings)
    return _named(stories, places, groups, made, order), findings


def _placed(places: _Places, number: int, made: Sequence[Decision], findings: Findings) -> None:
    """Give the documents of one decision their places, as far as no later one has."""
    decision = made[number]
    gone = [each for each in decision.documents if each not in places.part_of]
    free = places.free(decision.documents)
    if decision.kind is DecisionKind.MOVE:
        gone = gone if not places.here(decision.documents[1:]) else [d for d in gone if d == decision.documents[0]]
        to = [each for each in places.free(decision.documents[1:]) if each != decision.documents[0]]
        if decision.documents[0] in free and to:
            places.moved[decision.documents[0]] = number
            places.target[decision.documents[0]] = to[0]
    elif decision.kind is DecisionKind.SPLIT:
        places.moved.update(dict.fromkeys(free, number))
    else:
        places.merged[number] = free
    if gone:
        few = ", ".join(gone[:5]) + (f" and {len(gone) - 5} more" if len(gone) > 5 else "")
        findings.lost(decision, f"documents {few}", document=gone[0])


def _groups(places: _Places) -> dict[str, Label]:
    """By document the label of its group, once stories are merged."""
    home: dict[Label, Label] = {}

    def root(label: Label) -> Label:
        while home.get(label, label) != label:
            label = home[label]
        return label

    for number in sorted(places.merged):
        labels = sorted({root(places.label(each)) for each in places.merged[number]})
        for label in labels[1:]:
            home[label] = labels[0]
    return {document: root(places.label(document)) for document in places.part_of}


def _judged(
    places: _Places, number: int, made: Sequence[Decision], groups: dict[str, Label], findings: Findings
) -> None:
    """Say what one decision changed, or why it changed nothing."""
    decision = made[number]
    here = places.here(decision.documents)
    later = {places.moved[each] for each in here if places.moved.get(each, -1) > number}
    if decision.kind is DecisionKind.MERGE:
        free = places.merged[number]
        if len(free) < 2 <= len(here):
            findings.overruled(decision, [made[n] for n in sorted(later)])
        elif len({places.label(each) for each in free}) > 1:
            parts = len({places.part_of[each] for each in free})
            findings.effect(decision, f"{len(free)} documents, in {parts} stories by grouping, are in one")
        elif len(here) > 1:
            findings.without_effect(decision, "grouping has these documents in one story by itself")
        return
    subject = decision.documents[:1] if decision.kind is DecisionKind.MOVE else decision.documents
    own = [each for each in subject if places.moved.get(each) == number]
    if not own:
        stands_on = subject if decision.kind is DecisionKind.SPLIT else decision.documents
        later = {places.moved[each] for each in places.here(stands_on) if places.moved.get(each, -1) > number}
        if later:
            findings.overruled(decision, [made[n] for n in sorted(later)])
        return
    if decision.kind is DecisionKind.MOVE:
        _moved(places, decision, findings)
    else:
        _split(places, number, made, groups, findings)


def _moved(places: _Places, decision: Decision, findings: Findings) -> None:
    document, target = decision.documents[0], places.target[decision.documents[0]]
    if places.label(document) == ("part", places.part_of[document]):
        findings.without_effect(decision, f"grouping has {document} in that story by itself")
    else:
        findings.effect(decision, f"{document} is in the story of {target}, where grouping does not have it")


def _split(
    places: _Places, number: int, made: Sequence[Decision], groups: dict[str, Label], findings: Findings
) -> None:
    """A split is overruled where a later merge has its documents with those that they left."""
    decision = made[number]
    own = [each for each in places.here(decision.documents) if places.moved.get(each) == number]
    parts = {places.part_of[each] for each in own}
    left = [each for each, part in places.part_of.items() if part in parts and each not in places.moved]
    again = [each for each in left if groups[each] == groups[own[0]]]
    merges = [
        made[n] for n, free in places.merged.items() if n > number and any(groups[d] == groups[own[0]] for d in free)
    ]
    shown = ", ".join(own[:5]) + (f" and {len(own) - 5} more" if len(own) > 5 else "")
    if again and merges:
        findings.overruled(decision, merges)
    elif left or len(parts) > 1:
        findings.effect(decision, f"apart from a story in which grouping has them: {shown}")
    else:
        findings.without_effect(decision, f"grouping has {shown} apart by itself")


def _named(
    stories: Sequence[Story], places: _Places, groups: dict[str, Label], made: Sequence[Decision], order: Order
) -> tuple[Story, ...]:
    """The groups as stories: an unchanged one as it is, a merged one with the elder's id, a split one with its own."""
    members: dict[Label, list[str]] = {}
    for document in places.part_of:
        members.setdefault(groups[document], []).append(document)
    found = []
    for documents in members.values():
        story = stories[places.part_of[documents[0]]]
        if len(documents) == len(story.documents) and set(documents) == set(story.documents):
            found.append(story)
            continue
        stayed = [stories[n] for n in sorted({places.part_of[d] for d in documents if d not in places.moved})]
        if stayed:
            base = min(stayed, key=lambda each: (order(each.documents[0]), each.id))
        else:
            first = min(places.label(d)[1] for d in documents)
            base = replace(story, id=content_id("story", "decided", made[first].id))
        found.append(replace(base, documents=tuple(sorted(documents, key=order))))
    return tuple(found)
