"""What people decided that alignment is held to, laid over what it finds by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from rashomon.core import Citation, Kind, Span, content_id
from rashomon.core.alignment import NotThatClaim, OneParty, Proposition, Telling

LEAST_ALIKE = 0.5
"""Share of the characters of two places that both must hold for them to be the same telling's."""

Held = tuple[tuple[str, str], ...]
"""Of the constraints that changed something: the id of the decision, and what it changed in words."""


def one_by_decision(
    bearers: Sequence[tuple[Collection[str], Kind]],
    constraints: Sequence[OneParty],
    compared: Callable[[str, Kind], tuple[str, ...]],
) -> Iterator[tuple[str, int, int]]:
    """Which parties are one: the decision, the number of a party, and that of the one it is.

    A name is meant where it is used to the letter, but for capitals; else where it is the same without titles and
    marks. A name that several parties bear stands for none of them.

    Args:
        bearers: the names and the kind of each party.
        constraints: names that stand for one party.
        compared: the form of a name of some kind in which it is compared.
    """
    homes = list(range(len(bearers)))
    for constraint in constraints:
        meant = [found for name in constraint.names if (found := _bearing(name, bearers, homes, compared)) is not None]
        for number in meant[1:]:
            if homes[number] == homes[meant[0]]:
                continue
            gone, home = homes[number], homes[meant[0]]
            homes = [home if each == gone else each for each in homes]
            yield constraint.decision, gone, home


def _bearing(
    name: str,
    bearers: Sequence[tuple[Collection[str], Kind]],
    homes: Sequence[int],
    compared: Callable[[str, Kind], tuple[str, ...]],
) -> int | None:
    """The number of the one party that bears a name, None where there is none or several."""
    same = [n for n, (names, _) in enumerate(bearers) if name.casefold() in {each.casefold() for each in names}]
    if not same:
        same = [
            n
            for n, (names, kind) in enumerate(bearers)
            if any(compared(name, kind) == compared(each, kind) for each in names)
        ]
    return same[0] if len({homes[n] for n in same}) == 1 else None


def told_apart(
    propositions: Sequence[Proposition], constraints: Sequence[NotThatClaim]
) -> tuple[tuple[Proposition, ...], Held]:
    """The propositions with the tellings taken out of which a person said that they tell another claim.

    Such a telling is a proposition of its own. A constraint whose tellings are apart anyway changes nothing.
    """
    found, held = list(propositions), []
    for constraint in constraints:
        for number, whole in enumerate(found):
            own = _at(constraint.report, whole.tellings)
            others = [t for place in constraint.others for t in _at(place, whole.tellings) if t not in own]
            if own and others:
                rest = [t for t in whole.tellings if t not in own]
                found[number : number + 1] = [_of(whole.action, rest), _of(whole.action, own)]
                held.append((constraint.decision, f"what {constraint.report.document} tells there is another claim"))
                break
    return tuple(found), tuple(held)


def _at(place: Citation, tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings at a place: those that stand exactly there, else those at about the same place."""
    here = [t for t in tellings if t.document == place.document]
    exact = [t for t in here if t.event.span == place.span]
    return exact or [t for t in here if _alike(t.event.span, place.span) >= LEAST_ALIKE]


def _alike(left: Span, right: Span) -> float:
    shared = left.shared_chars(right)
    return shared / max(1, len(left) + len(right) - shared)


def _of(action: str, tellings: Sequence[Telling]) -> Proposition:
    ids = (f"{t.document}:{t.event.id}" for t in tellings)
    return Proposition(id=content_id("claim", action, *ids), action=action, tellings=tuple(tellings))
