"""Reports made of a few words of equal weight, so that every likeness is known to the digit."""

from collections import Counter
from types import MappingProxyType

import numpy as np

from rashomon.group.background import Background, Table
from rashomon.group.judge import Judge
from rashomon.group.likeness import Scratch, to_cores, to_members
from rashomon.group.live import SECONDS_A_DAY, Live, Member
from rashomon.group.lookup import Lookup
from rashomon.group.profile import Profile, Vector
from rashomon.group.settings import StorySettings
from rashomon.group.state import State
from rashomon.group.weighing import weigh


def vector(terms, weights):
    """A vector of unit length over numbered terms."""
    at = np.argsort(np.array(terms, dtype=np.int64), kind="stable")
    own = np.array(weights, dtype=np.float64)[at]
    length = float(np.sqrt((own * own).sum())) or 1.0
    return Vector(np.array(terms, dtype=np.int32)[at], (own / length).astype(np.float32))


class Bags:
    """Stories of such reports, and the judge who weighs them."""

    def __init__(self, settings=None, copies=()):
        self.settings = StorySettings() if settings is None else settings
        nothing = Table(1.0, MappingProxyType({}))
        self.state = State(settings=self.settings, background=Background(nothing), lookup=Lookup(self.settings))
        self.judge = Judge(self.settings, self.state, copies)
        self._told = Counter()

    def report(self, words, names="", figures="", *, day=None, own_day=False, key=None):
        """A report that holds these words, equally heavy but for those said more than once."""
        self._told[words] += 1
        document = key or f"{words} {self._told[words]}"
        return Member(
            document,
            None if day is None else day * SECONDS_A_DAY,
            Profile(self._vector(words), self._vector(names, "n:"), self._vector(figures, "f:")),
            own_day,
        )

    def _vector(self, words, kind=""):
        times = Counter(kind + word for word in words.split())
        return vector(self.state.background.numbered(times), list(times.values()))

    def story(self, name, *members, line=None):
        """A story that lives and has these members."""
        live = self.state.open(name, line)
        for member in members:
            self.state.take(live, member)
        return live

    def weighed(self, member, live, *, copied=0.0, members=True):
        """The member against a story."""
        dense, s = self.dense(member), self.settings
        near = to_members(dense, [live], s.quorum)[0] if members else None
        return weigh(member, live, s, core=to_cores(dense, [live])[0], members=near, copied=copied)

    def dense(self, member):
        """The member's weights by term."""
        return Scratch().lay(member.profile, len(self.state.background))


def alone(*members, keep=16, terms=3000):
    """A story outside any stream."""
    live = Live("alone", 0)
    for member in members:
        live.take(member, keep=keep, terms=terms)
    return live
