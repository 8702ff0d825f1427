"""How far two fillers of one role agree, and what sets them apart."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

from rashomon.align.ages import ages_apart
from rashomon.align.likeness import akin
from rashomon.align.roles import Part
from rashomon.align.whereabouts import set_apart
from rashomon.core import Figure, Kind
from rashomon.core.doers import is_person
from rashomon.core.nouns import like_nouns
from rashomon.core.quantities import compatible
from rashomon.core.words import stem


class Agreement(NamedTuple):
    """How far two tellings agree; `conflict` names what certainly tells them apart."""

    score: float
    conflict: str | None = None


NOTHING = Agreement(0.0)


def compare(left: Part | None, right: Part | None) -> Agreement:
    """How far two fillers of one role agree, from -0.5 to about 1.3; an empty role says nothing.

    Two named parties of different countries or of one kind, people of two names ("officers of Aldany", "officers of
    Belmor") or of other ages, a person and who is theirs ("the mayor", "the mayor's wife"), counted things of different
    kinds or numbers, and an open against a counted thing ("anyone", "35 diplomats") are in conflict.
    """
    if left is None or right is None:
        return NOTHING
    if left.party is not None and left.party == right.party and left.quantity == right.quantity:
        return Agreement(1.0)
    if (conflict := _told_apart(left, right)) is not None:
        return Agreement(0.0, conflict)
    same_side = bool(left.countries & right.countries)
    if left.party is not None and right.party is not None:
        if _two_persons(left, right):
            return Agreement(-0.3, "party")
        if same_side:
            return Agreement(0.7)
        if left.stems & right.stems:
            return Agreement(0.5)
        return Agreement(-0.3, "party" if left.kind is right.kind else None)
    like = bool(left.head and right.head) and (like_nouns(left.head, right.head) or left.head in right.stems)
    figures = _figures(left, right, like=like)
    if figures.conflict:
        return figures
    shared = len(left.stems & right.stems)
    score = 0.6 * like + 0.3 * same_side + figures.score + min(0.4, 0.2 * max(0, shared - (left.head == right.head)))
    if "open" in (left.reach, right.reach):
        score = max(score, 0.4)
    return Agreement(score or -0.5)


def compared_by(part: Part) -> Hashable:
    """All of a filler that is compared, here and by the learned decision: not where its number stands."""
    figure = part.figure
    number = None if figure is None else (figure.bound, figure.unit, figure.value, figure.low, figure.high)
    return (
        *(part.party, part.kind, part.head, part.stems, part.proper, part.countries, number),
        *(part.quantity, part.total, part.reach, part.of_some, part.several),
        *(part.whose, part.ages, part.owners),
    )


def _told_apart(left: Part, right: Part) -> str | None:
    """What tells two fillers apart whatever their names: sides, an owner and who is theirs, their reach, their ages."""
    if _of_two_sides(left, right):
        return "side"
    if _belongs_to(left, right) or _belongs_to(right, left):
        return "owner"
    if "counted" in (left.reach, right.reach) and {left.reach, right.reach} & {"open", "bare"}:
        return "reach"
    if (left.party is None or right.party is None) and ages_apart(left.ages, right.ages):
        return "age"
    return None


def _of_two_sides(left: Part, right: Part) -> bool:
    """Whether two phrases are of two countries, or by what they name of two others."""
    if left.countries and right.countries and not left.countries & right.countries:
        return True
    if left.quantity is not None and right.quantity is not None and _of_different_names(left, right):
        return True
    return set_apart(left.whose, right.whose)


def _belongs_to(one: Part, other: Part) -> bool:
    """Whether one phrase is of a person of another: "the mayor's wife" is not the mayor.

    A body may act for whom it belongs to ("the president's office"), and who belongs to a body for it.
    """
    people = all(part.kind is Kind.PERSON or is_person(part.head) for part in (one, other))
    if not one.owners or not people or one.head == other.head:
        return False
    return bool(one.owners & (other.stems if other.party is not None else {stem(other.head)}))


def _two_persons(left: Part, right: Part) -> bool:
    """Whether two parties share a surname and differ in what stands before it: "Ada Thom", "Bo Thom"."""
    persons = left.kind is right.kind is Kind.PERSON
    return persons and bool(left.proper - right.proper) and bool(right.proper - left.proper)


def _of_different_names(left: Part, right: Part) -> bool:
    """Whether two phrases both carry names or proper adjectives, none in common ("28 Norvians", "28 Aldans")."""
    if not left.proper or not right.proper or left.countries & right.countries:
        return False
    return not any(a == b or akin(a, b) for a in left.proper for b in right.proper)


def _figures(left: Part, right: Part, *, like: bool) -> Agreement:
    """What the counts of two things say.

    Figures that can both be right bind. Different ones of like things may be one count in dispute (14 hurt, 17
    hurt), but not where one phrase has a name that the other has not: ten Chileans may be among twelve people.
    """
    if left.figure is None or right.figure is None:
        return NOTHING
    if left.counts & right.counts:
        return Agreement(0.6)
    if _of_no_size(left.figure) != _of_no_size(right.figure):
        return Agreement(0.0, "figure")  # "multiple" may be any number: no reason to take it for ten
    if compatible(left.figure, right.figure):
        return Agreement(0.3) if like else Agreement(0.0)
    low, high = sorted((left.quantity or 0.0, right.quantity or 0.0))
    near = low >= 0.5 * high and bool(left.proper) == bool(right.proper)
    return Agreement(-0.1) if like and near else Agreement(0.0, "figure")


def _of_no_size(figure: Figure) -> bool:
    return figure.bound == "vague" and figure.high is None
