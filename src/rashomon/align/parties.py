"""One party for all its names in a story; a wrong merge is worse than a missed one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from rashomon.align.bodies import joined
from rashomon.align.held import one_by_decision
from rashomon.align.names_filed import PLACED, Filed, acronym
from rashomon.align.shortened import shortened
from rashomon.core import Citation, Kind, Party, Reading, content_id
from rashomon.core.alignment import OneParty
from rashomon.core.places import country_word

TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister premier chancellor senator sen
    rep representative congressman congresswoman gov governor mayor general gen colonel col captain capt major lt
    lieutenant sgt sergeant judge justice king queen prince princess pope cardinal archbishop bishop rabbi imam
    father sister secretary ambassador spokesman spokeswoman spokesperson chairman chairwoman director chief
    commander admiral sheriff detective inspector officer foreign defence defense interior finance then former
    ex-president president-elect acting deputy senior u.s us
    """.split()
)
CORPORATE = frozenset("inc ltd llc plc corp corporation company co group gmbh ag sa nv limited".split())
SHORTENED = {"st": "saint", "mt": "mount", "ft": "fort"}
"""How the first word of a place's or a church's name is shortened."""
OWNERS = frozenset("his her its their our my your".split())
"""Words that tell whose somebody is and stand for another party in each report."""
NAMED = frozenset({Kind.PERSON, Kind.BODY, Kind.PLACE, Kind.PEOPLE})


@dataclass(slots=True, eq=False)
class Cluster:
    """Names gathered for one party while it is being put together."""

    kind: Kind
    names: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)


@lru_cache(maxsize=65536)
def key_of(name: str, kind: Kind) -> tuple[str, ...]:
    """The tokens by which a name is compared: lower case, no titles, marks, possessives or company endings."""
    tokens = [t for t in re.split(r"[\s,]+", name.replace("’", "'").replace("“", "").replace("”", "")) if t]
    tokens = [t.lower().removesuffix("'s").replace(".", "").strip("'\"()") for t in tokens]
    drop = TITLES if kind is Kind.PERSON else CORPORATE
    kept = [t for t in tokens if t and t not in drop and t != "the"]
    kept = kept or [t for t in tokens if t]
    if len(kept) > 1 and kept[0] in SHORTENED:
        kept[0] = SHORTENED[kept[0]]
    return tuple(kept)


DETERMINERS = frozenset("the a an his her its their our my your one another some this that these those".split())
HANGING = frozenset("of for to at on in from with by".split())


@lru_cache(maxsize=65536)
def is_description(name: str, kind: Kind) -> bool:
    """Whether a phrase describes a party instead of naming it: "the zoo's director", "a spokesman for Edda Orsk".

    The name inside a description is another party's. "Norholm zoo" and "Ministry of defence" are names.
    """
    tokens = re.sub(r"\s+-\s+", "-", name).split()
    kept = tokens[1:] if tokens and tokens[0].lower() in DETERMINERS else tokens
    if not kept:
        return True
    common = [not any(c.isupper() for c in t) for t in kept]
    if common[-1]:
        return kind is Kind.PERSON or common[0] or any(t.endswith(("'s", "’s", "s'", "s’")) for t in kept[:-1])
    return len(kept) < len(tokens) and common[0] and any(t.lower() in HANGING for t in kept)


@lru_cache(maxsize=65536)
def compared(name: str, kind: Kind) -> tuple[str, ...]:
    """The tokens by which a name is compared; a description is compared by all of its words."""
    if not is_description(name, kind):
        return key_of(name, kind)
    return tuple(t for t in (w.strip(".,'\"()“”") for w in name.lower().split()) if t and t != "the") or (name,)


class Parties:
    """The parties of one story, found from the names of its documents.

    `of(document, name)` gives the party id that a document's name stands for, or None for a name that is no
    party's (a common noun phrase).
    """

    def __init__(self, readings: Sequence[Reading], one_party: Sequence[OneParty] = ()) -> None:
        self._by_name: dict[str, str] = {}
        clusters, self.held = _made_one(_bodies_joined(_clusters(_named(readings))), one_party)
        mentions: dict[str, list[Citation]] = {}
        for reading in readings:
            for m in reading.mentions:
                if m.kind is Kind.THING:
                    continue  # a ship may bear a person's name
                mentions.setdefault(m.name, []).append(Citation(document=reading.document, span=m.span))
        parties = []
        for cluster in clusters:
            name = _chosen(cluster)
            party = Party(
                id=content_id("party", name, cluster.kind),
                name=name,
                kind=cluster.kind if cluster.kind in (Kind.PERSON, Kind.PLACE) else Kind.BODY,
                aliases=tuple(sorted(n for n in cluster.names if n != name)),
                mentions=tuple(sorted(c for n in cluster.names for c in mentions.get(n, ()))),
            )
            parties.append(party)
            self._by_name.update(dict.fromkeys(cluster.names, party.id))
        proper = {m.name for r in readings for m in r.mentions if m.form == "name"}
        self._proper = {p.id for p in parties if proper & {p.name, *p.aliases}}
        self.all = tuple(sorted(parties, key=lambda p: (-len(p.mentions), p.name)))
        self.by_id: Mapping[str, Party] = {p.id: p for p in self.all}

    def of(self, name: str | None) -> str | None:
        """The id of the party that bears a name, or None."""
        return self._by_name.get(name) if name else None

    def shown(self, speaking: Container[str | None]) -> tuple[Party, ...]:
        """The parties worth listing: those with names of their own, and whoever is said to have spoken."""
        return tuple(p for p in self.all if p.id in self._proper or p.id in speaking)

    def proper(self, name: str | None) -> str | None:
        """The same, but only for a party with a name of its own: "35 diplomats" or "the officials" is none."""
        party = self.of(name)
        return party if party in self._proper else None


def _named(readings: Iterable[Reading]) -> dict[tuple[str, Kind], tuple[int, set[str]]]:
    """Every party name that some document uses, with how often and where."""
    found: dict[tuple[str, Kind], tuple[int, set[str]]] = {}
    for reading in readings:
        counted: Counter[tuple[str, Kind]] = Counter()
        for m in reading.mentions:
            if m.kind in NAMED and not _owned(m.name):
                counted[m.name, m.kind] += 1
        for quotation in reading.quotations:
            speaker = quotation.speaker
            if speaker is not None and not _owned(speaker.name, own=True):
                counted[speaker.name, speaker.kind] += 1
        for (name, kind), n in counted.items():
            times, where = found.setdefault((name, kind), (0, set()))
            where.add(reading.document)
            found[name, kind] = (times + n, where)
    return found


def _owned(name: str, *, own: bool = False) -> bool:
    """Whether somebody is told as another's by a pronoun (`her family`), with `own` only as that one's own.

    Such a phrase is a party only where it speaks, as its words would have no voice otherwise; `his own minister`, who
    has a name and an office elsewhere, not even then.
    """
    words = name.lower().split(maxsplit=2)
    return len(words) > 1 and words[0] in OWNERS and (not own or words[1] == "own")


def _clusters(named: Mapping[tuple[str, Kind], tuple[int, set[str]]]) -> list[Cluster]:
    """Fullest names first, each shorter or misspelt name joins the one party it can stand for.

    A name is compared only with the parties filed under what it must share with them (`names_filed`); of several that
    bear the very name the first that was filed under one of its initials is taken.
    """
    clusters: list[Cluster] = []
    filed: Filed[Cluster] = Filed(spelt_alike)
    initials: dict[str, dict[int, Cluster]] = {}
    order = sorted(named, key=lambda nk: (is_description(*nk), -len(compared(*nk)), -named[nk][0], nk))
    for name, kind in order:
        times, where = named[name, kind]
        key, place = compared(name, kind), country_word(name)
        country, under = place.country if place else None, _initials(name, kind)
        fitting = [c for c in filed.near(key, country) if _fits(name, kind, c)]
        exact = [c for c in fitting if _exact(name, kind, c)]
        if len(exact) > 1:
            first_filed = (c for u in under for c in initials.get(u, {}).values())
            exact = [next((c for c in first_filed if any(c is e for e in exact)), exact[0])]
        if len(fitting) == 1 or exact:
            home = (exact or fitting)[0]
        else:
            home = Cluster(kind=kind)
            clusters.append(home)
        filed.add(home, compared(name, home.kind), country)
        for u in under:
            initials.setdefault(u, {}).setdefault(id(home), home)
        home.names[name] += times
        home.documents |= where
    return clusters


def _bodies_joined(clusters: list[Cluster]) -> list[Cluster]:
    """The clusters with the bodies of state brought together that are one by their country and their words."""
    bodies = [c for c in clusters if c.kind is Kind.BODY]
    people = [key_of(_chosen(c), c.kind) for c in clusters if c.kind is Kind.PERSON and not _all_described(c)]
    gone: set[int] = set()
    for number, home in joined([c.names for c in bodies], people):
        bodies[home].names.update(bodies[number].names)
        bodies[home].documents |= bodies[number].documents
        gone.add(id(bodies[number]))
    clusters = [c for c in clusters if id(c) not in gone]
    bodies = [c for c in clusters if c.kind in (Kind.BODY, Kind.PEOPLE)]
    described = {n for c in bodies for n in c.names if is_description(n, c.kind)}
    places: dict[str, set[str]] = {}
    for c in clusters:
        for name in (n for n in c.names if c.kind is Kind.PLACE or country_word(n) is not None):
            country = country_word(name)
            places.setdefault((country.country if country is not None else name).lower(), set()).update(c.documents)
    short = dict(shortened([c.names for c in bodies], [c.documents for c in bodies], described, places))
    for number, home in short.items():
        bodies[home].names.update(bodies[number].names)
        bodies[home].documents |= bodies[number].documents
    gone = {id(bodies[number]) for number in short}
    return [c for c in clusters if id(c) not in gone]


def _made_one(
    clusters: list[Cluster], one_party: Sequence[OneParty]
) -> tuple[list[Cluster], tuple[tuple[str, str], ...]]:
    """The clusters with those brought together that people said are one party, and which decisions did that."""
    held, gone = [], set()
    for decision, number, home in one_by_decision([(c.names, c.kind) for c in clusters], one_party, compared):
        held.append((decision, f"{_chosen(clusters[number])} and {_chosen(clusters[home])} are one party"))
        clusters[home].names.update(clusters[number].names)
        clusters[home].documents |= clusters[number].documents
        gone.add(number)
    return [c for n, c in enumerate(clusters) if n not in gone], tuple(held)


def _all_described(cluster: Cluster) -> bool:
    return all(is_description(name, cluster.kind) for name in cluster.names)


def _initials(name: str, kind: Kind) -> tuple[str, ...]:
    """The initials that a name has: of its country, else of its first and last words."""
    place = country_word(name)
    key = compared(name, kind)
    return (f"country {place.country}",) if place else (f"first {key[0][:1]}", f"last {key[-1][:1]}") if key else ("",)


def _exact(name: str, kind: Kind, cluster: Cluster) -> bool:
    return any(compared(name, kind) == compared(n, cluster.kind) for n in cluster.names)


def _fits(name: str, kind: Kind, cluster: Cluster) -> bool:
    """Whether a name may stand for a party already found."""
    place = country_word(name)
    for other in cluster.names:
        theirs = country_word(other)
        if place is not None or theirs is not None:
            # a country, its people, its capital and the seat of its government stay four parties
            if place is not None and place == theirs and place.sense in {"name", "people"}:
                return True
            continue
        own, whole = compared(name, kind), compared(other, cluster.kind)
        if is_description(name, kind) or is_description(other, cluster.kind):
            if own == whole and kind is cluster.kind:
                return True
            continue
        if kind is not cluster.kind:
            # a surname alone is often taken for a body's name
            alone = len(name.split()) == 1 and "of" not in whole
            surname = cluster.kind is Kind.PERSON and kind is not Kind.PLACE and alone and own == whole[-1:]
            if own == whole or surname:
                return True
            continue
        if same_name(own, whole, kind) and not (_acronym_of(own, whole) and not name.replace(".", "").isupper()):
            return True
    return False


def same_name(left: tuple[str, ...], right: tuple[str, ...], kind: Kind) -> bool:
    """Whether two compared names can be one party's.

    Persons: the surnames agree but for spelling, and so do the first names as far as both have them (an initial
    agrees with its name). Others: the same words, the name
    without its place, or an acronym and its long form.
    """
    if not left or not right:
        return False
    if left == right:
        return True
    if kind is Kind.PERSON:
        return "of" not in (*left, *right) and _same_person(left, right)
    short, long = sorted((left, right), key=len)
    if len(short) == 1 and len(long) >= 2:
        return _acronym_of(short, long)
    if len(short) >= 2 and long[: len(short)] == short and not PLACED.isdisjoint(long[len(short) : len(short) + 1]):
        return True
    return len(left) == len(right) and all(spelt_alike(a, b) for a, b in zip(left, right, strict=True))


def _acronym_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one word is the first letters of several."""
    return len(short) == 1 and len(long) > 1 and short[0] == acronym(long)


def _same_person(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    short, long = sorted((left, right), key=len)
    if len(short) > 1 and long[:-1] == short:
        return True  # a second surname, as Spanish names have, that the other outlet leaves out
    if not spelt_alike(short[-1], long[-1]):
        return False
    firsts = long[:-1]
    for token in short[:-1]:
        # a middle initial agrees with a whole middle name only where the first names agree
        agreeing = [n for n, t in enumerate(firsts) if spelt_alike(token, t) or token == t[:1] or t == token[:1]]
        initial_only = agreeing and all(firsts[n] != token and len(firsts[n]) == 1 for n in agreeing)
        if not agreeing or (initial_only and agreeing[0] > 0 and token == short[0]):
            return False
    return True


def spelt_alike(left: str, right: str) -> bool:
    """Whether two words differ at most by a slip or a transliteration ("Sergei", "Sergey")."""
    if left == right:
        return True
    longest = max(len(left), len(right))
    if min(len(left), len(right)) < 5 or left[:2] != right[:2] or any(c.isdigit() for c in left + right):
        return False
    return Levenshtein.distance(left, right) <= (1 if longest < 9 else 2)


def _chosen(cluster: Cluster) -> str:
    """The name to show: a name before a description, fullest first, in most documents' use, no title before it."""
    told = [n for n in cluster.names if len(key_of(n, cluster.kind)) > 1 and not is_description(n, cluster.kind)]
    return max(told or cluster.names, key=lambda n: (len(key_of(n, cluster.kind)), cluster.names[n], -len(n), n))
