"""On what each telling rests by itself: a voice, an outlet that it credits, the words of another report, or its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from rashomon.account.cited import cited_in, hearer_of, is_one
from rashomon.account.credited import credited_to, outlet_voice
from rashomon.account.headlines import Headlines
from rashomon.account.named import within_sentence
from rashomon.account.press import UNNAMED, Press, outlet_key, supplies
from rashomon.account.quoted import EVERYDAY, LEAST_TELLING_OF_TWO, LEAST_WORDS, Quoted
from rashomon.account.speaking import Speaking, Spoken
from rashomon.core import Copy, CopyKind, Document, Party, Reading, Span
from rashomon.core.alignment import Telling
from rashomon.core.words import WORD, fold
from rashomon.outlets import by_name

WHOLE = 0.5
"""Share of a document's own prose (quotations taken out) that must stand in another for it to rest on it whole;
below it only the reports that stand in the shared passages do."""

MOST_TOLD = 3
"""How many joinings a reason tells in words; the rest are counted."""


class Joining(NamedTuple):
    """Why one document goes with others, in words; `place` is its own among the story's documents."""

    place: int
    words: str
    document: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What one report rests on: a key that equal grounds share, and what was found out about it, in words."""

    key: str
    itself: str
    name: str = ""
    """The outlet's name, where the ground is an outlet or its report."""
    joinings: tuple[Joining, ...] = ()
    """Why its documents go together, where there are several."""
    party: str | None = None
    """Whose word it is, where a party of the story's."""

    @property
    def reason(self) -> str:
        """Why its documents rest on it: what joined them, else what it is."""
        return _told(self.joinings) or self.itself

    def reason_of(self, documents: Collection[str]) -> str:
        """Why these of its documents rest on it: what joined them, else what it is or all that joined others."""
        told = _told(joining for joining in self.joinings if joining.document in documents)
        return told or (self.itself if self.key.removeprefix("document ") in documents else self.reason)


def _told(joinings: Iterable[Joining]) -> str:
    """Joinings in the order of the story's documents, each once; of many the first and how many more."""
    words = list(dict.fromkeys(joining.words for joining in sorted(joinings)))
    more = [f"and {len(words) - MOST_TOLD} more"] if len(words) > MOST_TOLD else []
    return "; ".join((*words[:MOST_TOLD], *more))


def shared_ground(documents: Sequence[Document], copies: Sequence[Copy], left: str, right: str) -> str | None:
    """Why two documents rest on one origin, in words; None where each has its own.

    Args:
        documents: of the story.
        copies: those among them.
        left: the id of one document.
        right: that of the other.
    """
    pair = Grounds([d for d in documents if d.id in (left, right)], (), {})
    if pair.root(left) == pair.root(right):
        return pair.why((left, right))
    whole = Grounds(documents, copies, {})
    return whole.why((left, right)) if whole.root(left) == whole.root(right) else None


NEWS_WORDS = frozenset({"agency", "news", "newswire", "press", "wire"})


def agency_of(credit: str) -> str | None:
    """The supplier of words that a credit names: a known outlet or agency, or a name that calls itself one."""
    known = by_name(credit)
    if known is not None:
        return None if known.kind == "photo agency" else known.name
    return credit if NEWS_WORDS & set(credit.lower().split()) else None


def word_credits(document: Document) -> tuple[str, ...]:
    """Those whom a document names as where its words come from: a picture's credit says nothing of the report."""
    return tuple(c for c in document.credits if c not in document.picture_credits)


def runs_of(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The runs of so many words that two reports hardly have both, where one is known to take passages from the other.

    Three of them at least say what is spoken of.
    """
    for n in range(len(words) - LEAST_WORDS + 1):
        run = tuple(words[n : n + LEAST_WORDS])
        if sum(w not in EVERYDAY for w in run) >= LEAST_TELLING_OF_TWO:
            yield run


class Grounds:
    """Decides for each telling of a story on what it rests."""

    def __init__(
        self,
        documents: Sequence[Document],
        copies: Sequence[Copy],
        parties: Mapping[str, Party],
        readings: Sequence[Reading] = (),
        tellings: Iterable[Telling] = (),
    ) -> None:
        self._parties = parties
        self.quoted = Quoted(documents, readings)
        """Which tellings print the words of one statement."""
        # whom two reports quote is no reason that all else in them is one's own; what they quote is told by `quoted`
        self._copies = [c for c in copies if c.kind is not CopyKind.SHARED_QUOTATION]
        self._copied: dict[str, list[Copy]] = {}
        for c in self._copies:
            self._copied.setdefault(c.copy, []).append(c)
        self._names = {d.id: d.outlet or d.headline or d.id for d in documents}
        self._documents = {d.id: d for d in documents}
        tellings = tuple(tellings)
        self._headlines = Headlines(self._documents, tellings)
        self._press = Press(documents)
        self._speaking = Speaking(
            self._documents, readings, parties, tellings, lambda name: self._press.key_of(name) is not None
        )
        self._credited: dict[tuple[str, str], Ground | None] = {}
        self._taken: dict[tuple[str, Span], str | None] = {}
        """The place of a telling -> the document in which its words stand too."""
        self._runs: dict[str, frozenset[tuple[str, ...]]] = {}
        self._outlets: dict[str, str] = {}
        for d in documents:
            if d.outlet:
                self._outlets.setdefault(outlet_key(d.outlet), d.id)
        self._agencies: dict[str, str] = {}
        """The key of an agency that is no outlet of the story -> the first document whose words are credited to it."""
        for d in documents:
            for credit in filter(supplies, word_credits(d)):
                self._agencies.setdefault(outlet_key(credit), d.id)
        self._places = {d.id: place for place, d in enumerate(documents)}
        self._own = {d.id: Ground(key=f"document {d.id}", itself=f"{self._names[d.id]} itself") for d in documents}
        self._join_outlets(documents)
        self._join_credits(documents)
        self._join_copies()

    def _join_outlets(self, documents: Sequence[Document]) -> None:
        """Documents of one outlet rest on that outlet: it does not confirm itself."""
        first: dict[str, str] = {}
        for d in documents:
            if d.outlet and first.setdefault(outlet_key(d.outlet), d.id) != d.id:
                self._join(d.id, first[outlet_key(d.outlet)], "of the same outlet")

    def _join_credits(self, documents: Sequence[Document]) -> None:
        """Documents that credit the same agency or outlet share it; so does that outlet's own document."""
        for d in documents:
            for credit in word_credits(d):
                home = self._outlets.get(self._press.signed(credit) or outlet_key(credit))
                if home is not None and home != d.id:
                    self._join(d.id, home, f"credits {credit}")
        seen: dict[str, str] = {}
        for d in documents:
            for credit in word_credits(d):
                agency = agency_of(credit)
                if agency is None:
                    continue
                first = seen.setdefault(agency.lower(), d.id)
                if first != d.id:
                    self._join(d.id, first, f"credits {agency}, as {self._names[first]} does")

    def _join_copies(self) -> None:
        for c in self._copies:
            if c.share_without_quotations >= WHOLE:
                share = f"{c.share_without_quotations:.0%} of its own prose"
                self._join(c.copy, c.origin, f"{share} stands in {self._names[c.origin]}")

    def _join(self, copy: str, origin: str, reason: str) -> None:
        left, right = self._own[copy], self._own[origin]
        if left.key == right.key:
            return
        joinings = (*right.joinings, *left.joinings, self.joining(copy, reason))
        joined = replace(right, joinings=joinings)
        for d, ground in self._own.items():
            if ground.key in (left.key, right.key):
                self._own[d] = joined

    def joining(self, document: str, reason: str) -> Joining:
        """Why a document goes with others, in words that name it."""
        return Joining(self._places[document], f"{self._names[document]}: {reason}", document)

    def root(self, document: str) -> str:
        """The key that a document shares with all that it is copied from, credited to, or published with."""
        return self._own[document].key

    def joined(self, document: str) -> tuple[Joining, ...]:
        """Why a document rests on one thing with all with which it does."""
        return self._own[document].joinings

    def why(self, documents: Sequence[str]) -> str:
        """Why documents that rest on one thing do so, in words."""
        return self._own[documents[0]].reason_of(documents)

    def credited(self, telling: Telling) -> Ground | None:
        """The report or outlet to which a telling's own words lay it, None for none and for the document's own.

        An outlet whose report is in the story stands for that report and all that it rests on.
        """
        place = (telling.document, telling.event.id)
        if place not in self._credited:
            self._credited[place] = self._credited_by(telling)
        return self._credited[place]

    def lays_to(self, document: str, keys: Collection[str]) -> bool:
        """Whether the tellings of a document that were looked at so far name one of these outlets, and no other.

        "The newspaper said" then speaks of that one.
        """
        named = {g.key for (d, _), g in self._credited.items() if d == document and g is not None}
        named.discard(f"outlet {UNNAMED}")
        return bool(named) and named <= set(keys)

    def _credited_by(self, telling: Telling) -> Ground | None:
        document = self._documents.get(telling.document)
        key = credited_to(telling.event, document, self._press) if document is not None else None
        if key is None:
            return self._credited_below(telling)
        home = self._outlets.get(key)
        name = self._names[home] if home is not None else self._shown(key, telling)
        home = home or self._agencies.get(key)
        if home is None:
            return Ground(key=f"outlet {key}", itself=f"what {name} reported", name=name)
        if self.root(home) == self.root(telling.document):
            return None
        return replace(self._own[home], name=name)

    def _credited_below(self, telling: Telling) -> Ground | None:
        """Whom the text below a headline credits for its deed, where it has nobody of its own who says so."""
        below = self._headlines.behind(telling)
        if any(self.has_its_own_voice(t) for t in below):
            return None
        return next((ground for t in below if (ground := self.credited(t)) is not None), None)

    def _shown(self, key: str, telling: Telling) -> str:
        """The name of an outlet that is not in the story, as its party is called where it is one."""
        known, voice = by_name(key), self._parties.get(telling.voice or "")
        if known is not None:
            return known.name
        parties = [*([] if voice is None else [voice]), *self._parties.values()]
        called = next((party.name for party in parties if outlet_key(party.name) == key), _titled(key))
        return key if key == UNNAMED else called

    def named(self, document: str) -> str:
        """How a document is called in a reason."""
        return self._names[document]

    def options(self, telling: Telling) -> list[Ground]:
        """On what one telling may rest: the voice it is laid to, whom it credits; else what its document rests on."""
        voice, credited = telling.event.voice, self.credited(telling)
        nobody = voice is None or self._is_outlet(telling) or self._headlines.of_hearsay(telling)
        found = [] if voice is None or nobody else [self._spoken(telling, voice.name)]
        if credited is not None:
            found.append(credited)
        if found:
            return found
        below = [ground for t in self._headlines.behind(telling) for ground in self.options(t)]
        if below:  # a headline rests on what its own report rests on
            own = self._own[telling.document]
            return sorted(below, key=lambda ground: ground.key == own.key)
        origin = self._taken_from(telling)
        if origin is not None:
            taken = self.joining(telling.document, f"the words stand in {self._names[origin]}")
            return [replace(self._own[origin], joinings=(taken,))]
        itself = self._speaking.of_itself(telling)
        return [self._own[telling.document] if itself is None else self._of_body(telling, itself)]

    def of_its_deed(self, telling: Telling) -> Ground | None:
        """The word of the body whose deed a report tells without saying who told it, where it has that body speak."""
        spoken = self._speaking.of_its_deed(telling)
        return self._of_body(telling, spoken) if spoken is not None else None

    def _taken_from(self, telling: Telling) -> str | None:
        """The first document in which the words of a telling stand too, None where none that it copies has them."""
        document, span = telling.document, telling.event.predicate.span
        place = (document, span)
        if place not in self._taken:
            copies = self._copied.get(document, ())
            within = (c.origin for c in copies if any(p.copy.covers(span) for p in c.passages))
            beside = (c.origin for c in copies if self._has_the_words(c.origin, telling))
            self._taken[place] = next(within, None) or next(beside, None)
        return self._taken[place]

    def _has_the_words(self, document: str, telling: Telling) -> bool:
        """Whether a document from which another takes passages has these words of it too, fewer than make a passage."""
        event, own = telling.event, self._documents.get(telling.document)
        other = self._documents.get(document)
        if own is None or other is None or not event.sentence.covers(event.predicate.span):
            return False
        if document not in self._runs:
            self._runs[document] = frozenset(runs_of([fold(m.group()) for m in WORD.finditer(other.text)]))
        at = list(WORD.finditer(own.part(event.sentence.part), event.sentence.start, event.sentence.end))
        verb = next((n for n, m in enumerate(at) if m.start() == event.predicate.span.start), None)
        if verb is None:
            return False
        said = [fold(m.group()) for m in at[max(0, verb + 1 - LEAST_WORDS) : verb + LEAST_WORDS]]
        return any(run in self._runs[document] for run in runs_of(said))

    def _of_body(self, telling: Telling, spoken: Spoken) -> Ground:
        """The ground of what is one body's word, whoever speaks for it."""
        joinings = (self.joining(telling.document, spoken.why),) if spoken.why else ()
        return Ground(key=spoken.key, itself=f"what {spoken.name} said", joinings=joinings, party=spoken.party)

    def _spoken(self, telling: Telling, name: str) -> Ground:
        spoken = self._speaking.of(telling)
        if spoken is not None:
            return self._of_body(telling, spoken)
        shown = self._parties[telling.voice].name if telling.voice else name
        return Ground(
            key=f"voice {telling.voice or name.lower()}",
            itself=f"what {within_sentence(shown)} said",
            party=telling.voice,
        )

    def _is_outlet(self, telling: Telling) -> bool:
        """Whether the voice of a telling is an outlet's, which is no witness but a report."""
        document = self._documents.get(telling.document)
        return document is not None and outlet_voice(telling.event, document, self._press) is not None

    def of_a_speaker(self, telling: Telling) -> bool:
        """Whether somebody says what is told: an outlet is no witness, and what it is said to report is a report."""
        return telling.event.voice is not None and not self._is_outlet(telling)

    def of_no_outlet(self, ground: Ground) -> bool:
        """Whether a ground is what media reported that nobody names, or that may be one of several of the story's."""
        return ground.key.startswith("outlet ") and self._press.of_none(ground.key.removeprefix("outlet "))

    def in_headline(self, telling: Telling) -> bool:
        """Whether a telling stands in its document's headline."""
        return self._headlines.has(telling)

    def has_its_own_voice(self, telling: Telling) -> bool:
        """Whether a document tells something as said by somebody, to no other outlet."""
        return self.of_a_speaker(telling) and self.credited(telling) is None

    def passed_on(self, tellings: Sequence[Telling]) -> dict[str, Ground]:
        """Of those who pass a claim on, by the key of their ground: the speaker from whom they have it.

        Whoever cites a speaker of another report of the claim rests on that speaker; so does the outlet whom the
        speaker told it.
        """
        found: dict[str, Ground] = {}
        speakers = [
            (self._spoken(t, t.event.voice.name), t.event.voice, hearer_of(t.event, home))
            for t in tellings
            if t.event.voice is not None
            and not self._is_outlet(t)
            and (home := self._documents.get(t.document)) is not None
        ]
        told = [one for one in speakers if one[2]]  # who cites nobody is looked for among these alone: few
        for t in tellings:
            document, voice = self._documents.get(t.document), t.event.voice
            if document is None or (voice is None and self.credited(t) is None):
                continue
            own, cited = self.of(t), cited_in(t.event, document)
            for ground, speaker, heard in speakers if cited is not None else told:
                if ground.key == own.key:
                    continue
                if (cited is not None and is_one(cited, speaker)) or (voice and heard and is_one(heard, voice)):
                    found.setdefault(own.key, ground)
        return found

    def of(self, telling: Telling) -> Ground:
        """What one telling rests on, by itself."""
        return self.options(telling)[0]


def _titled(key: str) -> str:
    """The key of an outlet as a name; what has no vowel is spelled by its letters ("TV")."""
    return " ".join(word.title() if set(word) & set("aeiouy") else word.upper() for word in key.split())
