"""How one document stands to the live stories: which are in question, and how likely it belongs to each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rashomon.core import Copy, CopyKind, Document
from rashomon.group.counted import Told
from rashomon.group.likeness import Scratch, among, to_cores, to_members
from rashomon.group.live import ON_TRIAL, Live, Member
from rashomon.group.settings import StorySettings
from rashomon.group.state import State
from rashomon.group.weighing import Weighed, most, weigh

MOST_RECALLED = 50_000
"""Documents whose copies are remembered between two keepings of a stream (some 20 MB)."""


class _Shared(NamedTuple):
    """How much prose two documents share, and whether one is the other whole."""

    share: float
    whole: bool


class Judge:
    """Weighs documents against live stories; it changes nothing but the background, which learns each document once."""

    def __init__(
        self,
        settings: StorySettings,
        state: State,
        copies: Iterable[Copy],
        recall: Callable[[str], Iterable[Copy]] | None = None,
    ) -> None:
        self.settings = settings
        self._state = state
        self._recall = recall
        self._copied: dict[str, dict[str, _Shared]] = {}
        self._recalled: set[str] = set()
        self._scratch = Scratch()
        self.know(copies)

    def know(self, copies: Iterable[Copy]) -> None:
        """Take note of copies; shared quotations tie nothing.

        They are known until `forget` has both documents: of one that no story holds any more none should be told.
        """
        for copy in copies:
            if copy.kind is not CopyKind.SHARED_QUOTATION:
                shared = _Shared(copy.share_without_quotations, copy.kind is CopyKind.VERBATIM)
                for one, other in ((copy.copy, copy.origin), (copy.origin, copy.copy)):
                    self._copied.setdefault(one, {})[other] = shared

    def forget(self, documents: Iterable[str]) -> None:
        """Forget the copies of documents that belong to no story any more."""
        for document in documents:
            self._copied.pop(document, None)
            self._recalled.discard(document)

    def forget_copies(self) -> None:
        """Forget all copies once there are too many; they are recalled where they are asked for."""
        if self._recall is not None and len(self._recalled) > MOST_RECALLED:
            self._copied.clear()
            self._recalled.clear()

    def _copies(self, document: str) -> dict[str, _Shared]:
        """The others with which a document shares prose, and how much."""
        if self._recall is not None and document not in self._recalled:
            self._recalled.add(document)
            self.know(self._recall(document))
        return self._copied.get(document, {})

    def member(self, document: Document, tells: Told) -> Member:
        """A document as stories compare it, by what it tells; the background learns its terms."""
        at = document.published_at.timestamp() if document.published_at else None
        return Member(document.id, at, tells.learned(self._state.background), tells.own_day)

    def weighed(self, member: Member) -> list[Weighed]:
        """The stories in question, the likeliest first: all by their cores, the best of them by their members too."""
        lives = self.candidates(member)
        if not lives:
            return []
        s, dense = self.settings, self._scratch.lay(member.profile, len(self._state.background))
        found = [
            (weigh(member, live, s, core=core, members=None, copied=self.shares(member, live)), core)
            for live, core in zip(lives, to_cores(dense, lives), strict=True)
        ]
        best = sorted(found, key=lambda each: _likeliest(each[0]))[: s.compared_stories]
        members = to_members(dense, [each.live for each, _ in best], s.quorum)
        self._scratch.clear(member.profile)
        answer = [
            weigh(member, each.live, s, core=core, members=near, copied=each.copied)
            for (each, core), near in zip(best, members, strict=True)
        ]
        return sorted(answer, key=_likeliest)

    def against(self, member: Member, live: Live, *, members: bool = True) -> Weighed:
        """One document against one story, by its core and, with `members`, by its members too."""
        s, dense = self.settings, self._scratch.lay(member.profile, len(self._state.background))
        core = to_cores(dense, (live,))[0]
        near = to_members(dense, (live,), s.quorum)[0] if members else None
        self._scratch.clear(member.profile)
        return weigh(member, live, s, core=core, members=near, copied=self.shares(member, live))

    def most(self, own: Live, others: Sequence[Live]) -> list[float]:
        """Bounds above the mean scores of a story's members against the cores of others."""
        if not others:
            return []
        sums = own.sums
        dense = self._scratch.lay(((sums.terms, sums.weights),), len(self._state.background))
        found = among(dense, others)
        self._scratch.clear(((sums.terms, sums.weights),))
        return [most(own, other, self.settings, likeness=each) for other, each in zip(others, found, strict=True)]

    def shares(self, member: Member, live: Live) -> float:
        """The most prose that a document shares with a member of a story, in [0, 1].

        What was printed long after is taken for a form of words that an outlet fills in each time, unless it is whole.
        """
        shares = self._copies(member.document)
        if not shares:
            return 0.0
        days = live.days_from(member.at)
        late = days is not None and days > self.settings.copy_days
        mine = [share for other, share in shares.items() if self._holds(live, other)]
        return max((each.share for each in mine if each.whole or not late), default=0.0)

    def _holds(self, live: Live, document: str) -> bool:
        if live.number == ON_TRIAL:
            return document in live.documents
        return self._state.story_of.get(document) == live.id

    def candidates(self, member: Member) -> list[Live]:
        """The stories that share the document's heaviest terms most, and those that hold its copies."""
        state = self._state
        found: list[Live] = []
        heavy = tuple(state.lookup.heaviest(vector) for vector in member.profile[:2])
        for number in state.lookup.shared(heavy):
            live = state.numbered[number]
            if self.awake(live, member.at):
                found.append(live)
                if len(found) == self.settings.candidate_stories:
                    break
        for other in self._copies(member.document):
            theirs = state.live.get(state.story_of.get(other, ""))
            if theirs is not None and theirs not in found and self.awake(theirs, member.at):
                found.append(theirs)
        return found

    def awake(self, live: Live, now: float | None) -> bool:
        """Whether a story still takes documents of that time."""
        days = live.days_from(now)
        return days is None or days <= self.settings.window_days


def _likeliest(weighed: Weighed) -> tuple[float, str]:
    return -weighed.score, weighed.live.id
