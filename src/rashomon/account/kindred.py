"""Whether two tellings may tell one happening, though aligning did not bring them into one claim.

Links between claims and an editor's cautions need less than "the same": that action and roles do not speak against
it, and that what was acted on is named alike.
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.core import Event, Figure, Reading, Referent
from rashomon.core.alignment import Telling
from rashomon.core.nouns import like_nouns
from rashomon.core.places import countries_in
from rashomon.core.predicates import predicate_class
from rashomon.core.quantities import compatible
from rashomon.core.words import key_stems, stem

OPEN_HEADS = frozenset("anyone anybody someone somebody nobody everyone none nothing anything any one".split())
POINTING = frozenset("he she it they i we you his her its their our my this that these those who which whom".split())


@dataclass(frozen=True, slots=True)
class Role:
    """One role of a telling: its party, the countries it names, its head and its other stems, and what counts it."""

    party: str | None
    countries: frozenset[str]
    head: str
    stems: frozenset[str]
    figure: Figure | None

    @property
    def open(self) -> bool:
        """Whether it may stand for anybody, or points to something named elsewhere."""
        return self.head in OPEN_HEADS or self.head in POINTING or not self.head


def action_of(event: Event) -> str:
    """The class of an event's predicate, or its lemma where none is declared."""
    return predicate_class(event.predicate.lemma, event.predicate.form) or event.predicate.lemma


def role_of(referent: Referent | None, party: str | None, reading: Reading) -> Role | None:
    """The comparable form of what fills a role, None for an empty one."""
    if referent is None:
        return None
    figure = next((f for f in reading.figures if referent.span.covers(f.span) and f.unit is None), None)
    name = referent.name if referent.name.split(maxsplit=1)[0].lower() not in POINTING else ""
    stems = frozenset(s for s in key_stems(name) if not s[:1].isdigit())
    head = referent.head.lower()
    return Role(
        party=party,
        countries=frozenset(countries_in(referent.name)),
        head=head,
        stems=(stems | {stem(m) for m in referent.modifiers}) - {stem(head)},
        figure=figure,
    )


def target_of(telling: Telling, reading: Reading) -> Role | None:
    """What is acted on; of an intransitive telling ("the lock has not reopened"), what it happens to."""
    event = telling.event
    if event.target is None or (event.actor is not None and _only_a_place(event)):
        return role_of(event.actor, telling.actor, reading)
    return role_of(event.target, telling.target, reading)


def _only_a_place(event: Event) -> bool:
    """Whether what stands as target is only what a preposition holds ("reopened to small boats")."""
    return event.target is not None and any(r.span == event.target.span for _, r in event.others)


def against(left: Role | None, right: Role | None) -> bool:
    """Whether two fillers of one role cannot be the same."""
    if left is None or right is None:
        return False
    if left.countries and right.countries and not left.countries & right.countries:
        return True
    if left.party and right.party and left.party != right.party and not left.countries & right.countries:
        return True
    told = left.figure, right.figure
    return told[0] is not None and told[1] is not None and not compatible(told[0], told[1])


def alike(left: Role | None, right: Role | None) -> bool:
    """Whether two fillers are named alike: one party, or like things with a further word in common."""
    if left is None or right is None or against(left, right):
        return False
    if left.party and left.party == right.party:
        return True
    if not left.head or not (like_nouns(left.head, right.head)):
        return False
    plain = not left.stems and not right.stems and left.head == right.head
    return plain or bool(left.stems & right.stems) or bool(left.countries & right.countries)


def may_be_one(left: Telling, right: Telling, readings: tuple[Reading, Reading]) -> bool:
    """Whether nothing in action and roles speaks against one happening; an open role speaks for nothing."""
    if action_of(left.event) != action_of(right.event):
        return False
    actors = (role_of(t.event.actor, t.actor, r) for t, r in zip((left, right), readings, strict=True))
    targets = tuple(target_of(t, r) for t, r in zip((left, right), readings, strict=True))
    return not against(*actors) and not against(*targets)


def may_be_asked(left: Telling, right: Telling, readings: tuple[Reading, Reading]) -> bool:
    """Whether one act may be what another asks for: a state does or refuses what its minister was asked for."""
    actors = (role_of(t.event.actor, None, r) for t, r in zip((left, right), readings, strict=True))
    targets = (role_of(t.event.target, t.target, r) for t, r in zip((left, right), readings, strict=True))
    return action_of(left.event) == action_of(right.event) and not against(*actors) and not against(*targets)


def kindred(left: Telling, right: Telling, readings: tuple[Reading, Reading], *, actors: bool = True) -> bool:
    """Whether two tellings are likely to tell one happening: nothing against it, and one thing acted on.

    Without `actors` who acts plays no part: a minister's proposal and the state's act have different ones.
    """
    if not (may_be_one if actors else may_be_asked)(left, right, readings):
        return False
    return alike(target_of(left, readings[0]), target_of(right, readings[1]))
