"""Which further reports carry a sentence that one report carries in full.

A report that stands alone must tell a sentence in the sentence's own terms. Once one report of a story does, another
that tells the same deed may say "nine people" for its "nine passengers", "the owner" for a name that the story gives
the owner, or leave out who did it where its sentence names that party: nothing that it says speaks against the first.
A figure, a time, a name, a status or a speaker that differs still does. Since no report is loosened before another
carries the whole sentence, a sentence that nobody carries is never carried this way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.align.described import Described
from rashomon.align.fillers import Filler, before_head
from rashomon.align.otherwise import beside, role_pairs, status_differs, swapped, voice_differs
from rashomon.align.roles import DEFINITE
from rashomon.align.sameness import same_party
from rashomon.align.surroundings import around, same_figure
from rashomon.align.told import Told
from rashomon.core import Kind, Status
from rashomon.core.nouns import like_nouns
from rashomon.core.predicates import class_of_stem
from rashomon.core.sameness import acts_for, same_deed, same_noun, words_that
from rashomon.core.words import key_stems, stem

ANY_PEOPLE = frozenset({"people", "person", "man", "other"})
OF_PEOPLE = ("er", "or", "ist", "ian", "man", "ant")
"""Endings of nouns for those who do something."""
HARD = frozenset({"figure", "time"})
POSSESSIVE = re.compile(r"\b[\w.-]+(?:['’]s|s['’])(?=\s)")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A telling that bears a point as given, and how its document speaks of its parties."""

    told: Told
    described: Described


def supported(given: Told, anchors: Sequence[Anchor], other: Told, described: Described) -> bool:
    """Whether a report's telling bears a point that these others bear as given."""
    if not _one_deed(given, other) or any(status_differs(given, other)) or any(voice_differs(given, other, described)):
        return False
    if swapped(given, other, described) or not _surroundings(given, other, described):
        return False
    strict = 0
    for number, (on, ours, theirs) in enumerate(role_pairs(given, other)):
        alike = (f for f in theirs if same_party(ours, f, described) or same_party(ours, beside(f, other), described))
        if any(_counted(ours, f) for f in alike):
            strict += 1
            continue
        mates = [f for a in anchors for f in _fillers_at(given, a.told, number)]
        stories = [described, *(a.described for a in anchors)]
        if theirs:
            if not any(_stands_for(ours, f, mates, stories) for f in theirs):
                return False
            strict += ours.figure is not None or bool(ours.name or ours.stems)
        elif on != "actor" or not (_told_near(ours, other, described) or _anybody(ours)):
            return False
    return strict > 0


def _one_deed(given: Told, other: Told) -> bool:
    ours, theirs = given.event.predicate.lemma.lower(), other.event.predicate.lemma.lower()
    if other.event.predicate.form == "noun":
        told = other.event.status is Status.DONE and bool(DEFINITE.match(other.document.words_at(other.event.span)))
        classes = class_of_stem()
        return told and (stem(ours) == stem(theirs) or classes.get(stem(ours), "") == classes.get(stem(theirs)))
    return same_deed(ours, theirs)


def _surroundings(given: Told, other: Told, described: Described) -> bool:
    """Whether the document tells what the sentence names, counts and dates besides its roles."""
    for difference in around(given, other):
        if difference.on in HARD:
            return False
        named = difference.told
        for opening in ("does not name ", "says nothing of ", "does not say "):
            named = named.removeprefix(opening)
        if not set(key_stems(named)) <= described.stems:
            return False
    return True


def _fillers_at(given: Told, anchor: Told, number: int) -> tuple[Filler, ...]:
    """What fills the same role where it is told as given."""
    pairs = list(role_pairs(given, anchor))
    return pairs[number][2] if number < len(pairs) else ()


def _counted(ours: Filler, theirs: Filler) -> bool:
    return ours.figure is None or (theirs.figure is not None and same_figure(ours.figure, theirs.figure))


def _told_near(ours: Filler, other: Told, described: Described) -> bool:
    """Whether the report's sentence or the one before names a party that it gives no role: "..., the board said".

    A participle has the subject of the clause around it, and who only owns something in the sentence did nothing.
    """
    if other.document.words_at(other.event.predicate.span).endswith("ing"):
        return False
    said = POSSESSIVE.sub(" ", other.document.words_at(other.event.sentence))
    voice = other.event.voice
    stems = set(key_stems(f"{said} {voice.name if voice is not None else ''}"))
    if ours.name and other.event.predicate.form != "noun":  # "the sale" of a thing says nothing of its seller
        stems |= described.just_before(other.event.span)
    return set(key_stems(" ".join(ours.name) or ours.head)) <= stems


def _anybody(ours: Filler) -> bool:
    """Whether the sentence only says of what kind they are who did it: "engineers", where "was found" names nobody."""
    return not ours.name and not ours.proper and ours.figure is None and not DEFINITE.match(ours.referent.name)


def _stands_for(ours: Filler, theirs: Filler, mates: Sequence[Filler], stories: Sequence[Described]) -> bool:
    """Whether a report's phrase may be the sentence's party as other reports tell it."""
    if theirs.pronoun or (ours.name and theirs.name) or not _counted(ours, theirs):
        return False
    if ours.name:
        described = {w for story in stories for w in story.of_name(ours.name)}
        return bool(DEFINITE.match(theirs.referent.name)) and stem(theirs.head) in described and not theirs.proper
    if theirs.name:
        described = {w for story in stories for w in story.of_name(theirs.name)} | {stem(theirs.head)}
        house = ours.head in words_that("house") and {stem(t) for t in theirs.name} <= ours.proper
        return house or (stem(ours.head) in described and ours.stems <= described)
    if acts_for(ours.head, theirs.head) and ours.figure is None and theirs.figure is None:
        return True
    counted = ours.figure is not None and theirs.figure is not None
    human = ours.referent.kind in {Kind.PEOPLE, Kind.PERSON} or ours.head.endswith(OF_PEOPLE)
    people = theirs.head in ANY_PEOPLE and human
    at_large = people and theirs.head == "people" and not theirs.stems and ours.figure is theirs.figure is None
    if (
        not same_noun(ours.head, theirs.head)
        and not at_large
        and not (counted and (people or like_nouns(ours.head, theirs.head)))
    ):
        return False
    known = {s for f in mates for s in (*f.stems, *f.proper, stem(f.head))} | ours.stems | ours.proper
    if theirs.proper - known:
        return False
    if ours.proper - theirs.proper - theirs.stems and not same_noun(ours.head, theirs.head):
        return False  # 35 diplomats of one country and 35 agents of none named may be of two
    missing = ours.stems - theirs.stems - {stem(theirs.head)}
    if missing and before_head(theirs) - known:
        return False
    return counted or not theirs.stems or missing <= stories[0].stems
