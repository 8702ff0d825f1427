"""On what the tellings of one claim may rest, where several print the words of one statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rashomon.account.grounds import Ground, Grounds
from rashomon.account.named import within_sentence
from rashomon.account.quoted import Place, Shared
from rashomon.core.alignment import Telling

MOST_CHARS = 60
"""Longer words are cut in a reason."""


class Rests:
    """The grounds of one claim's tellings, those that print one statement's words on one.

    Who is not called by name ("she", "the port master") is taken for the one whom another report names with the same
    words, wherever the claim is laid to that office. Two who are named stay two voices, of one origin.
    """

    def __init__(self, tellings: Sequence[Telling], grounds: Grounds) -> None:
        self._grounds = grounds
        self._statements: dict[Place, Ground] = {}
        self._voices: dict[Place, Ground] = {}
        """Of tellings that print the words of somebody else who is named: their own voice."""
        self._called: dict[str, tuple[Ground, str]] = {}
        """The key of a voice without a name -> the ground for which it stands, and in which document."""
        shared = grounds.quoted.alike(tellings)
        statements: dict[Place, list[Telling]] = {}
        for t in tellings:
            found = shared.get(_place(t))
            statements.setdefault(_place(found.first) if found else _place(t), []).append(t)
        for said in statements.values():
            if len({t.document for t in said}) > 1:
                self._join(said, shared)

    def _join(self, said: Sequence[Telling], shared: dict[Place, Shared]) -> None:
        """Put the tellings of one statement on what the one rests that names its speaker, else on the first's."""
        own = [self._grounds.of(t) for t in said]
        weight = Counter(ground.key for ground in own)
        order = sorted(
            range(len(said)),
            key=lambda n: (
                not self._grounds.quoted.names(said[n]),
                said[n].event.voice is None,
                -weight[own[n].key],
                n,
            ),
        )
        main, ground = said[order[0]], own[order[0]]
        for t, its in zip(said, own, strict=True):
            if its.key == ground.key:
                continue
            found, other = shared.get(_place(t)), said[0]
            if found is None:  # the first of all: its words stand where the speaker is named
                found, other = shared[_place(main)], main
            words = f"the words “{_short(found.words)}” stand in {self._grounds.named(other.document)} too"
            joining = self._grounds.joining(t.document, words)
            self._statements[_place(t)] = replace(ground, joinings=(joining,))
            if self._grounds.quoted.names(t) and self._grounds.quoted.names(main):
                self._voices[_place(t)] = replace(its, joinings=(joining,))
            elif t.voice is not None and self._grounds.has_its_own_voice(t):
                self._called.setdefault(its.key, (ground, t.document))

    def options(self, telling: Telling) -> list[Ground]:
        """On what one telling may rest, the words of a shared statement on that."""
        found = self._statements.get(_place(telling))
        if found is None:
            return [self.called(ground, telling) for ground in self._grounds.options(telling)]
        credited = self._grounds.credited(telling)
        return [found] if credited is None else [found, credited]

    def own(self, telling: Telling) -> list[Ground]:
        """The same, but for who is named as the speaker of words that another report has of somebody else."""
        voice = self._voices.get(_place(telling))
        return self.options(telling) if voice is None else [voice]

    def of(self, telling: Telling) -> Ground:
        """What one telling rests on, by itself."""
        return self.own(telling)[0]

    def called(self, ground: Ground, telling: Telling) -> Ground:
        """A ground, or that for which it stands where it is an office whose words another report has of a name."""
        if ground.key not in self._called:
            return ground
        found, where = self._called[ground.key]
        words = f"lays it to {_voice(ground)}, as {self._grounds.named(where)} does"
        return replace(found, joinings=(self._grounds.joining(telling.document, words),))


def _place(telling: Telling) -> Place:
    return telling.document, telling.event.id


def _voice(ground: Ground) -> str:
    """A voice by its name within a sentence."""
    return within_sentence(ground.itself.removeprefix("what ").removesuffix(" said"))


def _short(words: str) -> str:
    """Words cut at a word to a readable length."""
    return words if len(words) <= MOST_CHARS else words[:MOST_CHARS].rsplit(" ", 1)[0] + " …"
