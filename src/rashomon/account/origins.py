"""On what reports rest: copies, shared voices and credited agencies never add an origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.core import Copy, CopyKind, Document, Origin, Party, Root, Status, content_id
from rashomon.core.alignment import Telling
from rashomon.outlets import by_name

WHOLE = 0.5
"""Share of a document's own prose (quotations taken out) that must stand in another for it to rest on it whole;
below it only the reports that stand in the shared passages do."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What one report rests on: a key that equal grounds share, and the reason in words."""

    key: str
    reason: str


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


class Grounds:
    """Decides for each telling of a story on what it rests."""

    def __init__(self, documents: Sequence[Document], copies: Sequence[Copy], parties: Mapping[str, Party]) -> None:
        self._parties = parties
        self._copies = [c for c in copies if c.kind is not CopyKind.SHARED_QUOTATION]
        self._copied: dict[str, list[Copy]] = {}
        for c in self._copies:
            self._copied.setdefault(c.copy, []).append(c)
        self._names = {d.id: d.outlet or d.headline or d.id for d in documents}
        self._own = {d.id: Ground(key=f"document {d.id}", reason=f"{self._names[d.id]} itself") for d in documents}
        self._join_outlets(documents)
        self._join_credits(documents)
        self._join_copies()

    def _join_outlets(self, documents: Sequence[Document]) -> None:
        """Documents of one outlet rest on that outlet: it does not confirm itself."""
        first: dict[str, str] = {}
        for d in documents:
            if d.outlet and first.setdefault(d.outlet.lower(), d.id) != d.id:
                self._join(d.id, first[d.outlet.lower()], "of the same outlet")

    def _join_credits(self, documents: Sequence[Document]) -> None:
        """Documents that credit the same agency or outlet share it; so does that outlet's own document."""
        outlets = {d.outlet.lower(): d.id for d in documents if d.outlet}
        for d in documents:
            for credit in word_credits(d):
                home = outlets.get(credit.lower())
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
        first, second = sorted((left.key, right.key), key=lambda k: (k != right.key, k))
        joined = Ground(key=first, reason=f"{self._names[copy]}: {reason}")
        for d, ground in self._own.items():
            if ground.key in (first, second):
                self._own[d] = joined

    def root(self, document: str) -> str:
        """The key that a document shares with all that it is copied from, credited to, or published with."""
        return self._own[document].key

    def of(self, telling: Telling) -> Ground:
        """What one telling rests on: the voice it is laid to, else what its document rests on."""
        voice = telling.event.voice
        if voice is not None:
            name = self._parties[telling.voice].name if telling.voice else voice.name
            return Ground(key=f"voice {telling.voice or name.lower()}", reason=f"what {name} said")
        for c in self._copied.get(telling.document, ()):
            if any(p.copy.covers(telling.event.predicate.span) for p in c.passages):
                return Ground(key=self._own[c.origin].key, reason=f"the words stand in {self._names[c.origin]}")
        return self._own[telling.document]


@dataclass(frozen=True, slots=True)
class Grounded:
    """On what a claim's reports rest: `carried` by document, for those that tell it, and `denied` by event id.

    A denier is no root of what he denies, so denials count neither as origins nor towards the root, unless there
    is nothing but denials.
    """

    carried: Mapping[str, Ground]
    denied: Mapping[str, Ground]

    def of(self, telling: Telling) -> Ground:
        """The ground of one report."""
        own = self.denied.get(telling.event.id)
        return own if own is not None else self.carried[telling.document]


def ground_each_document(tellings: Sequence[Telling], grounds: Grounds) -> Grounded:
    """One ground for each document that tells a claim: one for all that share words, shared voices preferred.

    A document that tells a claim both in its own words and as somebody's rests on that somebody: its own words
    may only repeat them. Copies, documents that credit one agency and documents of one outlet have one ground
    between them, whatever voices were read in each: they do not confirm one another. So the number of grounds is
    never above the number of outlets.
    """
    asserting = [t for t in tellings if t.event.status is not Status.DENIED] or list(tellings)
    by_root: dict[str, list[tuple[bool, Ground]]] = {}
    for t in asserting:
        by_root.setdefault(grounds.root(t.document), []).append((t.event.voice is not None, grounds.of(t)))
    shared = Counter(g.key for options in by_root.values() for g in {g.key: g for _, g in options}.values())
    chosen = {
        root: min(options, key=lambda o: (-shared[o[1].key], not o[0], o[1].key))[1]
        for root, options in by_root.items()
    }
    kept = {t.event.id for t in asserting}
    return Grounded(
        carried={t.document: chosen[grounds.root(t.document)] for t in asserting},
        denied={t.event.id: grounds.of(t) for t in tellings if t.event.id not in kept},
    )


def origin_id(ground: Ground) -> str:
    """The id under which a ground is listed among the story's origins."""
    return content_id("origin", ground.key)


def origins_of(claims: Sequence[tuple[Sequence[Telling], Grounded]], order: Sequence[str]) -> tuple[Origin, ...]:
    """All grounds on which some claim rests, with their documents in the story's order."""
    documents: dict[str, set[str]] = {}
    reasons: dict[str, Ground] = {}
    for tellings, grounded in claims:
        for t in tellings:
            ground = grounded.of(t)
            documents.setdefault(ground.key, set()).add(t.document)
            reasons.setdefault(ground.key, ground)
    found = [
        Origin(id=origin_id(reasons[k]), documents=tuple(d for d in order if d in ids), reason=reasons[k].reason)
        for k, ids in documents.items()
    ]
    return tuple(sorted(found, key=lambda o: (-len(o.documents), o.reason, o.id)))


def root_of(grounded: Grounded, tellings: Sequence[Telling]) -> Root | None:
    """The one party or document on which all reports of a claim rest, or None where there are several."""
    keys = {g.key for g in grounded.carried.values()}
    if len(keys) != 1:
        return None
    ground = next(iter(grounded.carried.values()))
    n = len(grounded.carried)
    how = "the one report rests" if n == 1 else f"all {n} reports rest"
    voices = {t.voice for t in tellings if t.voice and f"voice {t.voice}" == ground.key}
    if voices:
        return Root(party=voices.pop(), reason=f"{how} on {ground.reason}")
    if ground.key.startswith("document ") and n > 1:
        return Root(document=ground.key.removeprefix("document "), reason=f"{how} on one document: {ground.reason}")
    return None
