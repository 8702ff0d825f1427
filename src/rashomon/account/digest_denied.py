"""Who plans something and denies it too: a sentence that tells the plan may not leave out that denial."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from rashomon.account.verify_tellers import Borne, Tellers, deed_of, of_a_plan
from rashomon.core import Event, Status
from rashomon.core.alignment import Telling
from rashomon.core.words import words

OF = frozenset("office spokesman spokeswoman spokesperson spokespeople aide lawyer ministry team campaign".split())
"""Those who speak for somebody whose name stands beside them: "Orsk's office", "a spokesman for Orsk"."""

POINTING = frozenset("he she it they we i you who which that".split())


class Denials:
    """Finds the denials of a deed by the one who is told to plan it, or by whoever speaks for him."""

    def __init__(self, tellings: Mapping[str, Sequence[Telling]], tellers: Tellers) -> None:
        self._tellings, self._tellers = tellings, tellers

    def __bool__(self) -> bool:
        """Whether anything is planned, and anything denied."""
        return bool(self._planned and self._denied)

    def left_out(
        self, borne: Sequence[Borne], deniers: Collection[str | None] = (), earlier: Sequence[Borne] = ()
    ) -> tuple[Telling, ...]:
        """The denials that belong beside what a sentence tells and stand neither in it nor in earlier ones.

        `deniers` are those of whom the sentence says that they deny "it".
        """
        told = {(b.source.document.id, e.id) for b in (*borne, *earlier) for e in b.events}
        plans = [(b.source.document.id, e) for b in borne for e in b.events if e.status is Status.PLANNED]
        for document, plan in plans:
            own = tuple(self.of(document, plan))
            if own and not any((d.document, d.event.id) in told or d.voice in deniers for d in own):
                return own
        return ()

    def of(self, document: str, plan: Event) -> Iterator[Telling]:
        """The denials of a planned deed by who plans it, those of the plan itself first."""
        t = self._planned.get((document, plan.id))
        if t is None:
            return
        same = [d for d in self._denied.get(deed_of(plan), ()) if self._of_one_deed(t, d) and self._own(t, d)]
        yield from sorted(same, key=lambda d: (not of_a_plan(d.event.why), d.document, d.event.span))

    @cached_property
    def _planned(self) -> dict[tuple[str, str], Telling]:
        every = (t for told in self._tellings.values() for t in told if t.event.status is Status.PLANNED)
        return {(t.document, t.event.id): t for t in every}

    @cached_property
    def _denied(self) -> dict[str, list[Telling]]:
        """The denials that are laid to somebody, by the class of what is denied."""
        found: dict[str, list[Telling]] = {}
        for told in self._tellings.values():
            for t in told:
                if t.event.status is Status.DENIED and t.event.voice is not None:
                    found.setdefault(deed_of(t.event), []).append(t)
        return found

    def _of_one_deed(self, plan: Telling, denied: Telling) -> bool:
        """Whether both are of the same deed, done to the same, and by nobody else where the denial names who."""
        left, right = plan.event.target, denied.event.target
        if (left is None) != (right is None):
            return False
        if not _same_doer(plan, denied):
            return False
        return left is None or right is None or self._tellers.of_one(left, right)

    def _own(self, plan: Telling, denied: Telling) -> bool:
        """Whether who denies it is who plans it or tells the plan, or speaks for him."""
        voice = denied.event.voice
        if voice is None:
            return False
        said = set(words(voice.name))
        for party, referent in ((plan.actor, plan.event.actor), (plan.voice, plan.event.voice)):
            if referent is None:
                continue
            if (party is not None and party == denied.voice) or words(referent.name) == words(voice.name):
                return True
            if said & OF and words(referent.name)[-1:] and words(referent.name)[-1] in said:
                return True
        return False


def _same_doer(plan: Telling, denied: Telling) -> bool:
    """Whether what is denied would be the planner's deed: its doer is left out, pointed to, or the planner by name."""
    ours, theirs = plan.event.actor, denied.event.actor
    if theirs is None or ours is None:
        return theirs is None
    if plan.actor is not None and denied.actor is not None:
        return plan.actor == denied.actor
    named, other = words(theirs.name), words(ours.name)
    return theirs.head in POINTING or (bool(named) and (named == other or named == other[-1:] or other == named[-1:]))
