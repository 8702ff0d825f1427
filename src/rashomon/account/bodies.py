"""Which names and short forms in a story's reports stand for one body.

A short form ("the company") stands for the body of that kind of which its own report tells; across reports a name
stands for the one longer name of which it may be a part. Nothing here says who speaks for whom: see `speaking`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from rashomon.account.offices import SUBJECTS
from rashomon.account.subjects import OF_STATE, Subject
from rashomon.core import Document, Kind, Reading
from rashomon.core.body_names import FIRMS, ORGANS, BodyName, body_name, may_be, place_words, tells_places
from rashomon.core.places import country_word

GENERAL = frozenset("company firm operator group concern carrier owner employer contractor maker".split())
"""Nouns that any firm may be called by."""

KINDRED = {"lender": {"bank"}, "carrier": {"airline", "ferry"}, "grocer": {"supermarket"}, "retailer": {"supermarket"}}
"""What a firm may be called by another noun for what it does."""

MOST_ALIKE = 64
"""So many names of one kind are compared with one another; of more, each stands for itself."""


class Bodies:
    """The bodies of one story.

    Args:
        documents: the reports.
        readings: what was read in them.
        spoken: for each report the phrases of bodies that speak, act or have somebody speak for them, with places.
        acting: the names of those who act or speak in the reports; a name that only says where is a place's.
        people: names that persons bear, which are no body's by themselves.
        is_outlet: whether a name is an outlet's, which is no firm that the reports tell of.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        readings: Sequence[Reading],
        spoken: Mapping[str, Sequence[tuple[int, str]]],
        acting: AbstractSet[str],
        people: AbstractSet[str],
        is_outlet: Callable[[str], bool],
    ) -> None:
        self._named: dict[str, list[tuple[int, BodyName]]] = {d: [] for d in documents}
        """By report the names of bodies in the order in which it tells them."""
        self._weight: Counter[BodyName] = Counter()
        self.shown: dict[BodyName, str] = {}
        """How each is called."""
        for document, phrases in spoken.items():
            for start, phrase in phrases:
                named = body_name(phrase)
                if named is not None and not named.bare and not is_outlet(phrase) and not _any_firm(named, phrase):
                    self._add(document, start, named, phrase)
        self.unsure: set[tuple[str, BodyName]] = set()
        """In which reports a name may stand for several bodies: it is taken for one of them."""
        self._fitting: dict[BodyName, tuple[BodyName, ...]] = {}
        """The fullest names for a name that no report tells of somebody who speaks or acts."""
        self._index()
        mentions = [(r.document, m) for r in readings for m in r.mentions if m.form == "name"]
        places = {m.name for _, m in mentions if m.kind is Kind.PLACE}
        self._places: dict[str, set[str]] = defaultdict(set)
        """By report the small-letter names of the places and countries of which it tells."""
        for document, m in mentions:
            country = country_word(m.name)
            if country is not None or m.kind is Kind.PLACE:
                self._places[document].add((country.country if country is not None else m.name).lower())
        self._all_places = frozenset(chain.from_iterable(self._places.values()))
        bodies = {m.name for _, m in mentions if m.kind is Kind.BODY and m.name in acting} - people - places
        for document, m in mentions:
            for name in dict.fromkeys((m.name, documents[document].words_at(m.span))):
                named = body_name(name)
                if named is None or named.bare or is_outlet(name) or country_word(name) is not None:
                    continue
                if name in bodies or named.head in ORGANS or named.head in FIRMS or self._fits(named):
                    self._add(document, m.span.start, named, name)
                    break
        for told in self._named.values():
            told.sort(key=lambda one: one[0])
        self._index()
        self._told = {d: frozenset(self._one(b) for _, b in told) for d, told in self._named.items()}

    def _index(self) -> None:
        """File all names under the words by which another name may stand for them, and find the fullest of each."""
        self._kin: dict[str, list[BodyName]] = defaultdict(list)
        for name in sorted(self._weight, key=_order):
            for word in {name.head, *(name.beside if name.head in FIRMS else ())}:
                self._kin[word].append(name)
        self._fitting.clear()
        self._full = {name: self._fits(name) for name in self._weight}

    def _fits(self, name: BodyName) -> tuple[BodyName, ...]:
        """The fullest names for which one may stand; of names that may stand for one another the first."""
        if name not in self._fitting:
            self._fitting[name] = self._found(name)
        return self._fitting[name]

    def _found(self, name: BodyName) -> tuple[BodyName, ...]:
        kin = self._kin.get(name.head, [])
        if len(kin) > MOST_ALIKE:
            return (name,) if name in self._weight else ()
        wider = [n for n in kin if n == name or may_be(name, n)]
        return tuple(n for n in wider if not any(m != n and may_be(n, m) and _before_it(n, m) for m in wider))

    def _add(self, document: str, start: int, named: BodyName, phrase: str) -> None:
        self._named.setdefault(document, []).append((start, named))
        self._weight[named] += 1
        self.shown.setdefault(named, " ".join(phrase.split()))

    def _one(self, named: BodyName) -> BodyName:
        """The body that a name stands for where it can be but one, else the name itself."""
        full = self._full.get(named) or self._fits(named)
        return full[0] if len(full) == 1 else named

    def of(
        self,
        document: str,
        phrase: str,
        *,
        start: int = 0,
        actor: str | None = None,
        subject: Subject | None = None,
    ) -> BodyName | None:
        """The body that a phrase of a report stands for, None where nothing tells which.

        Args:
            document: the report.
            phrase: a name or a short form.
            start: where it stands.
            actor: who acts in what is told with it: of two companies "it" or "the company" is the one that acts.
            subject: who acts first in what the body says: of two states a bare "Foreign Ministry" is that one's.
        """
        named = body_name(phrase)
        if named is None:
            return None
        if named.bare or _any_firm(named, phrase):
            return self._short(document, named, start, actor)
        fits = self._full.get(named) or self._fits(named)
        fits = tuple(f for f in fits if self._may_leave_out(document, named, f))
        fits = tuple(f for f in fits if not self._of_another_state(document, start, named, f, subject))
        if not fits:
            return named if named in self._weight else None
        return self._here(document, fits, named)

    def _may_leave_out(self, document: str, named: BodyName, full: BodyName) -> bool:
        """Whether a report may leave out the rest of a name: that of a place where it tells the place or the body."""
        places = place_words(named, full, self._all_places)
        if not places or any(b == full for _, b in self._named.get(document, ())):
            return True
        return tells_places(places, self._places[document])

    def _of_another_state(
        self, document: str, start: int, named: BodyName, full: BodyName, subject: Subject | None
    ) -> bool:
        """Whether a ministry told without its country may be another state's than that of a name told elsewhere.

        It may where it speaks of what another state plans, and where it speaks of another state at all before its
        report has told of the ministry of that name: "Kesh will expel three envoys, the Foreign Ministry said".
        """
        places = place_words(named, full, self._all_places) if full.head in OF_STATE else frozenset()
        if subject is None or not places or subject.state not in self._all_places or subject.state in places:
            return False
        before = any(b == full for at, b in self._named.get(document, ()) if at < start)
        return subject.planned or not before

    def in_full(self, document: str, body: BodyName) -> bool:
        """Whether a report tells a body by a name of its own, and not only by what each country or town has."""
        return any(self._one(b) == body and self._proper(b) for _, b in self._named.get(document, ()))

    def _proper(self, named: BodyName) -> bool:
        words = [w for w in self.shown[named].split() if w[:1].isupper()]
        return any(re.sub(r"\W.*", "", w.lower()) not in ORGANS | FIRMS | SUBJECTS | {"the", "fire"} for w in words)

    def owning(self, document: str, start: int, actor: str | None) -> BodyName | None:
        """The body for which "its" stands: who acts in what is told, else the last before; of two firms neither."""
        acting = self.of(document, actor, start=start) if actor else None
        firms = {b for b in self._told_before(document, start) if b.firm}
        if len(firms | ({acting} if acting is not None else set())) > 1:
            return None
        return acting or self._before(document, start, self._told.get(document, frozenset()))

    def only(self, document: str, actor: str | None) -> BodyName | None:
        """The body of somebody told by the office alone: who acts in what is told, else the one that a report names."""
        acting = self.of(document, actor) if actor else None
        told = self._told.get(document, frozenset())
        return acting or (next(iter(told)) if len(told) == 1 else None)

    def _here(self, document: str, fits: Sequence[BodyName], named: BodyName) -> BodyName:
        """Of several bodies that a name may stand for the one of its own report, else the one told most."""
        if len(fits) <= 1:
            return fits[0] if fits else named
        own = [f for f in fits if f in self._told.get(document, ())]
        if len(own) != 1:
            self.unsure.add((document, named))
        return min(own or fits, key=lambda f: (-self._weight[f], sorted(f.beside), f.head))

    def _short(self, document: str, named: BodyName, start: int, actor: str | None) -> BodyName | None:
        """What a common noun stands for: who acts, the one of that kind that its report names, the last named."""
        acting = body_name(actor) if actor else None
        doing = self._one(acting) if acting is not None and not acting.bare else None
        here = [b for b in self._told.get(document, ()) if _of_that_kind(named, b)]
        plainly = [b for b in here if named.head in {b.head, *b.beside}]
        if named.head not in GENERAL:  # "the railway" is no firm of which nothing tells that it is one
            alike = {named.head} | KINDRED.get(named.head, set())
            here = [b for b in here if b == doing or not alike.isdisjoint({b.head, *b.beside})]
        acts = doing is not None and doing in self._full and _of_that_kind(named, doing)
        others = self._told_before(document, start) & {*(plainly if doing in plainly else here)} - {doing}
        if named.head in FIRMS and others and (acts or len(others) > 1) and (doing in plainly or len(plainly) != 1):
            return None  # of two firms it may be either
        if acts:
            return doing
        if len(plainly) == 1 or len(here) == 1:
            return (plainly or here)[0]
        if here:
            return self._before(document, start, frozenset(plainly or here))
        if named.head in FIRMS and not named.level:
            return None  # "the company" of a report that names none
        elsewhere = [b for b in self._kin.get(named.head, ()) if b.head == named.head and self._one(b) == b]
        whole = [b for b in elsewhere if may_be(named, b)]
        return self._here(document, whole, named) if whole else named

    def _told_before(self, document: str, start: int) -> AbstractSet[BodyName]:
        """The bodies that a report names before a place."""
        return {self._one(b) for at, b in self._named.get(document, ()) if at < start}

    def _before(self, document: str, start: int, some: frozenset[BodyName]) -> BodyName | None:
        """The last of some bodies that a report names before a place, else the first behind it."""
        told = self._named.get(document, [])
        at = bisect_left(told, start, key=lambda one: one[0])
        found = (self._one(told[n][1]) for n in chain(range(at - 1, -1, -1), range(at, len(told))))
        return next((b for b in found if b in some), None)


def _any_firm(named: BodyName, phrase: str) -> bool:
    """Whether a phrase describes a firm without its name: "the ferry company"."""
    return named.head in GENERAL and not any(word[:1].isupper() for word in phrase.split()[1:])


def _of_that_kind(short: BodyName, body: BodyName) -> bool:
    """Whether a body may be called by a common noun: any firm "the company", an authority alone "the authority"."""
    if short.level and body.level and short.level != body.level:
        return False
    words = {body.head, *body.beside}
    if short.head in words or words & KINDRED.get(short.head, set()):
        return True
    if short.head not in FIRMS or not body.firm:
        return False
    return short.head in GENERAL or words.isdisjoint(FIRMS - GENERAL)


def _before_it(short: BodyName, full: BodyName) -> bool:
    """Whether of two names that may stand for one another the second is the one to keep."""
    return not may_be(full, short) or _order(full) < _order(short)


def _order(name: BodyName) -> tuple[int, str, list[str], str]:
    return (-len(name.beside), name.head, sorted(name.beside), name.level)
