"""The algebra of status: how a clause's own marks and the words that govern it compose.

Sources: the factuality degrees of FactBank (Sauri and Pustejovsky 2009), the implicative signatures of Karttunen
(1971, 2012) and their composition along the path of embedding after Nairn, Condoravdi and Karttunen (2006), the
modes of PLOVER (2023). `docs/status-algebra.md` says it in one page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rashomon.core import Status

REAL = frozenset({Status.DONE, Status.UNDERWAY})
UNREAL = frozenset({Status.REFUSED, Status.DENIED})

SUPPOSED = "supposed"
"""The step of what nobody tells: a condition, or what only says which of a kind are meant."""

NEGATED = {
    Status.DONE: Status.DENIED,
    Status.UNDERWAY: Status.DENIED,
    Status.PLANNED: Status.REFUSED,
    Status.PROPOSED: Status.REFUSED,
    Status.THREATENED: Status.REFUSED,
    Status.ALLEGED: Status.DENIED,
    Status.POSSIBLE: Status.POSSIBLE,
    Status.DENIED: Status.DONE,
    Status.REFUSED: Status.PLANNED,
}
"""What a negation makes of each status: "will act" is planned, "will not act" refused, "may not act" open."""


@dataclass(frozen=True, slots=True)
class State:
    """A status with the steps by which it was reached, outermost first.

    `hangs` says that the last step left open an act that is announced, since the act hangs on a condition: whoever
    promises it means it all the same.
    """

    status: Status = Status.DONE
    why: tuple[str, ...] = ()
    hangs: bool = False

    def step(self, status: Status, reason: str, *, hangs: bool = False) -> State:
        """This state turned into a status for a reason."""
        return State(status, (*self.why, f"{reason}: {status}"), hangs)

    def noted(self, reason: str) -> State:
        """The same status with one more step."""
        return replace(self, why=(*self.why, reason))


def compose(outer: Status, inner: Status) -> Status:
    """The status of a clause that is `inner` by its own marks and stands in a context that is `outer`.

    A factual context leaves the clause as it marks itself. In an unreal context a negated clause becomes real
    ("denies that it did not act"); an open context keeps its own kind of openness, save that a negated clause in
    it is one that somebody rejects ("urged X not to act": refused).
    """
    if outer in REAL:
        return Status.UNDERWAY if outer is Status.UNDERWAY and inner is Status.DONE else inner
    if inner in REAL:
        return outer
    if outer in UNREAL:
        return NEGATED[inner] if inner in UNREAL else outer
    if inner in UNREAL:
        if outer is Status.POSSIBLE:
            return Status.POSSIBLE
        return Status.DENIED if outer is Status.ALLEGED else Status.REFUSED
    if outer is Status.POSSIBLE and inner is Status.PLANNED:
        return outer  # "asked whether it would act"
    return outer if outer in {Status.ALLEGED, Status.PROPOSED, Status.THREATENED} else inner


def governed(governor: Status, effect: str, negated: str) -> Status:
    """The status of what a word governs: by the word's own status, its declared effect, and that when negated."""
    if effect == "fact":
        return Status.DONE
    if governor in UNREAL:
        if negated == "fact":
            return Status.DONE
        # two-way implicatives: "did not manage to" did not, "did not fail to" did
        implied = governor if effect == "=" else NEGATED[Status(effect)]
        turned = implied if negated == "=" else Status(negated)
        # who will not hesitate or fail to act has yet to act
        return Status.PLANNED if turned is Status.DONE and governor is Status.REFUSED else turned
    if effect == "=":
        return governor
    own = Status(effect)
    if governor in REAL:
        return own
    if own is Status.DONE:
        return governor
    if own in UNREAL:
        return own if governor is Status.PLANNED else Status.POSSIBLE
    if governor is Status.POSSIBLE and own is not Status.ALLEGED:
        return governor  # whether somebody threatens, promises or wants to act is open, and so is the act
    return compose(governor, own)
