"""What is asked of many documents at once is what each of them would have answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rashomon.checks.expecting import Maker, keep, same
from rashomon.checks.made_up import BEGAN, MADE_BY, made_up
from rashomon.core import Decision, DecisionKind
from rashomon.stores.base import View

STORIES = 4
MANY = 1500
"""So many ids are asked at once, most of which are not there."""


def many_are_asked_at_once(maker: Maker) -> None:
    """Documents, versions, readings, copies, placements, stories, decisions of many documents, in the order asked."""
    stories = [made_up(number) for number in range(STORIES)]
    names = [document.id for made in stories for document in made.documents]
    first = stories[0].documents[0]
    asked = [*reversed(names), "later", *(f"none {number}" for number in range(MANY)), names[0]]
    with maker.new() as store:
        with store.writer() as writer:
            for made in stories:
                keep(writer, made)
            later = replace(first, id="later", text=f"{first.text} Later it rained.")
            writer.add(later, seen_at=BEGAN + timedelta(days=9), made_by=MADE_BY, line=first.address)
            across = replace(stories[0].copies[0], origin=names[-1])
            writer.keep_copies([across], made_by=MADE_BY)
            for name, about in (("b", names[:2]), ("a", names[1:5]), ("c", ["elsewhere"])):
                writer.decide(
                    Decision(id=name, kind=DecisionKind.NOTE, by="B", at=BEGAN, reason="why", documents=tuple(about))
                )
        with store.view() as view:
            _as_one_by_one(view, asked, names)
            pairs = [made.copies[0] for made in stories]
            inner = [kept.copy for kept in view.copies_among(names[:-1])]
            same({(c.origin, c.copy) for c in inner}, {(c.origin, c.copy) for c in pairs}, "copies within some")
            every = [(kept.copy.origin, kept.copy.copy) for kept in view.copies_among(names)]
            same(every, sorted([*((c.origin, c.copy) for c in pairs), (across.origin, across.copy)]), "all copies")
            same(view.copies_among([across.origin]), (), "copies of one document within itself")
            same([d.id for d in view.decisions_about(names[1:3])], ["b", "a"], "decisions about some documents")
            same(view.decisions_about(["none"]), (), "decisions about no document")
            same((view.newest_of([]), view.copies_of([])), ({}, {}), "of nothing")
            same((view.copies_among([]), view.decisions_about([])), ((), ()), "of nothing")


def _as_one_by_one(view: View, asked: list[str], names: list[str]) -> None:
    versions = {name: view.version_of(name) for name in dict.fromkeys(asked)}
    there = {name: version for name, version in versions.items() if version is not None}
    newest = view.newest_of(asked)
    same({name: version.id for name, version in newest.items()}, there, "versions of many documents")
    same(list(newest), list(there), "the order of versions")
    same(list(newest.values()), [view.version(version) for version in there.values()], "the versions themselves")
    same(dict(view.documents_of(asked)), {name: view.document(name) for name in there}, "many documents")
    readings = {version: view.reading(version) for version in there.values()}
    told = {version: reading for version, reading in readings.items() if reading is not None}
    same(dict(view.readings_of([*there.values(), "none"])), told, "readings of many versions")
    copies = {name: own for name in dict.fromkeys(asked) if (own := view.copies(name))}
    same(dict(view.copies_of(asked)), copies, "copies of many documents")
    same(list(view.copies_of(asked)), list(copies), "the order of the documents that are in copies")
    same(dict(view.placements_of(asked)), {n: view.placement(n) for n in reversed(names)}, "placements of many")
    same(dict(view.stories_of(asked)), {n: view.story_of(n) for n in reversed(names)}, "stories of many documents")


CHECKS = (many_are_asked_at_once,)
