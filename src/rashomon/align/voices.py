"""Who may have said it: voices with a name, voices that are only described, and the reports in which they stand.

`She`, `the harbour chief` and `a police spokesman` leave open who speaks: many bear one office, in two towns two. So
their words are somebody's own only where the reports tell of that one, or where they tell of one event and the words
are the same over many.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.align.parties import Parties, is_description
from rashomon.align.whereabouts import Beside, Named, named_in, shows_names
from rashomon.core import Document, Kind, Reading
from rashomon.core.places import country_word
from rashomon.core.words import key_stems, words


@dataclass(frozen=True, slots=True)
class Told:
    """What a report names and says: the parties with a name, their names' words, and all words.

    `towns` are the stems of the names of places that are no countries, `around` those of the names told around them.
    """

    parties: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()


NOTHING = Told()


@dataclass(frozen=True, slots=True)
class Scene:
    """What each report of a story tells, and which speakers are `described` only, without a name of their own."""

    told: Mapping[str, Told] = field(default_factory=dict)
    described: frozenset[str] = frozenset()

    def of_two_events(self, left: str, right: str) -> bool:
        """Whether both of two reports name towns, and none that go together."""
        ours, theirs = self.told.get(left, NOTHING), self.told.get(right, NOTHING)
        if not ours.towns or not theirs.towns:
            return False
        return not (ours.towns & (theirs.towns | theirs.around) or ours.around & theirs.towns)

    def of_one_event(self, left: str, right: str) -> bool:
        """Whether two reports name somebody or something in common, and not two towns."""
        ours, theirs = self.told.get(left, NOTHING).parties, self.told.get(right, NOTHING).parties
        return not ours.isdisjoint(theirs) and not self.of_two_events(left, right)

    def tells_of(self, document: str, voice: str, called: Collection[str]) -> bool:
        """Whether a report names a voice, or somebody by the last words that it is `called` elsewhere.

        A word is a name only within a name: `ferry` says nothing of Ida Ferry. A voice that is described has none.
        """
        told = self.told.get(document, NOTHING)
        known = told.words if voice in self.described else told.names
        return voice in told.parties or not known.isdisjoint(called)


def scene_of(
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    parties: Parties,
    *,
    speakers: Collection[str | None],
    beside: Beside,
) -> Scene:
    """What the reports of a story tell; `beside` are the stems of the names told around or within another."""
    return Scene(
        told={d.id: _told(d, readings[d.id], parties, beside) for d in documents},
        described=frozenset(s for s in speakers if s is not None and _described(parties, s)),
    )


def _described(parties: Parties, speaker: str) -> bool:
    """Whether a speaker has no name; one whom only a decision names stands in no report and has one."""
    party = parties.by_id[speaker]
    return parties.proper(party.name) is None and is_description(party.name, party.kind)


def _told(document: Document, reading: Reading, parties: Parties, beside: Beside) -> Told:
    named = {m.name for m in reading.mentions if m.form == "name"}
    towns = _towns(document, reading, beside)
    return Told(
        parties=frozenset(p for name in named if (p := parties.of(name)) is not None),
        names=frozenset(w for name in named for w in words(name)),
        words=frozenset(words(f"{document.headline or ''} {document.text}")),
        towns=frozenset(s for town in towns for s in town.name),
        around=frozenset(s for town in towns for s in town.beside),
    )


def _towns(document: Document, reading: Reading, beside: Beside) -> set[Named]:
    """The names of places that are no countries.

    What stands behind "in" is taken for a place whatever kind of name it is read as: few towns are known by name.
    """
    places = {m.name for m in reading.mentions if m.form == "name" and m.kind is Kind.PLACE}
    found = {
        Named("in", frozenset(key_stems(name)), "", beside.get(name.lower(), frozenset()))
        for name in places
        if country_word(name) is None
    }
    for sentence in (document.words_at(s) for s in reading.sentences):
        if shows_names(sentence):
            found |= {n for n in named_in(sentence, beside) if n.way == "in" and n.noun != "country"}
    return found
