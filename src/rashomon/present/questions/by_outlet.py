"""Outlets by what they published: how much of it is copied and from whom, and who copies and credits them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from statistics import fmean
from urllib.parse import urlsplit

from rashomon.core import CopyKind, Direction, Document
from rashomon.outlets import by_address, by_name
from rashomon.present.days import gives_day_only
from rashomon.present.questions.asked import Asked, checked_limit, number_before
from rashomon.present.questions.facts import Between, OutletAnswer, OutletPage
from rashomon.present.questions.shelf import Shelf
from rashomon.present.questions.told import LIMIT
from rashomon.stores.base import View
from rashomon.stores.facts import KeptCopy
from rashomon.stores.query import Clause, Phrase, Query, Sought
from rashomon.stores.words import marked

LOOKED_AT = 200
"""So many of the newest reports are looked at where nobody asks for more: a page comes at once."""


@dataclass(slots=True)
class _Pair:
    """The reports between two outlets, each with the share that is copied."""

    reports: dict[str, float] = field(default_factory=dict)
    copied: bool = False


@dataclass(slots=True)
class _Tally:
    """What is counted of one outlet; reports by their ids, so that each counts once."""

    reports: int = 0
    times: list[datetime] = field(default_factory=list)
    clocked: set[datetime] = field(default_factory=set)
    copies: set[str] = field(default_factory=set)
    sharing: set[str] = field(default_factory=set)
    copied_from: dict[str | None, _Pair] = field(default_factory=dict)
    copied_by: dict[str | None, _Pair] = field(default_factory=dict)
    credits: dict[str | None, _Pair] = field(default_factory=dict)
    credited_by: dict[str | None, _Pair] = field(default_factory=dict)

    def mentioned(self) -> int:
        """How many reports of others copy or credit it."""
        return sum(len(pair.reports) for pairs in (self.copied_by, self.credited_by) for pair in pairs.values())


def outlets(
    view: View, asked: Asked, *, limit: int = LIMIT, before: str | None = None, look_at: int = LOOKED_AT
) -> OutletPage:
    """The outlets of the reports asked for, those with the most first; also those that are only copied or credited.

    `Asked(outlet="Northern Agency")` asks of one: its `copied_by` are the outlets that copy it, most first.

    Args:
        view: the archive.
        asked: `outlet`, `language`, words and times; an outlet by any part of its name, or by
            another name that it has.
        limit: how many.
        before: where to go on from.
        look_at: how many of the newest reports to count, and as many again of all outlets for who credits the one asked
            for.
    """
    asked = asked.of(view)
    reports = newest(view, reports_of(asked), look_at)
    return counted(view, asked, reports, look_at=look_at, limit=limit, before=before)


def counted(
    view: View,
    asked: Asked,
    reports: tuple[list[Document], bool],
    *,
    look_at: int = LOOKED_AT,
    limit: int = LIMIT,
    before: str | None = None,
) -> OutletPage:
    """The same of reports that are at hand.

    Args:
        view: the archive.
        asked: as `outlets` has it.
        reports: the newest of those asked for, and whether these are all.
        look_at: how many of the newest reports of all outlets to look at for who credits the one asked for.
        limit: how many.
        before: where to go on from.
    """
    limit, first = checked_limit(limit), number_before(before)
    own, whole = reports
    shelf, tallies = Shelf(view), dict[str | None, _Tally]()
    for document in own:
        shelf.put(document)
    copies = view.copies_of([document.id for document in own])
    shelf.put_documents(side for kept in copies.values() for one in kept for side in (one.copy.origin, one.copy.copy))
    for document in own:
        _count(shelf, document, copies.get(document.id, ()), tallies)
    chosen, looked = set(tallies), len(own)
    if asked.outlet is not None:
        known = by_name(asked.outlet)
        chosen = {name for name in tallies if tallies[name].reports}
        chosen |= {known.name} if known is not None else set()
        every, ended = newest(view, replace(asked, outlet=None).query(Sought.DOCUMENTS), look_at)
        for document in every:
            _credit(document, tallies)
        chosen, whole, looked = chosen & set(tallies), whole and ended, looked + len(every)
    order = sorted(chosen, key=lambda name: (-tallies[name].reports, -tallies[name].mentioned(), name or "\uffff"))
    return OutletPage(
        results=tuple(_answer(name, tallies[name]) for name in order[first : first + limit]),
        before=str(first + limit) if len(order) > first + limit else None,
        looked_at=looked,
        whole=whole,
    )


def outlet_of(document: Document) -> str | None:
    """The outlet's name as the table of outlets has it, else as the document has it, else the host of its address."""
    known = (by_name(document.outlet) if document.outlet else None) or by_address(document.address)
    if known is not None:
        return known.name
    try:
        return document.outlet or urlsplit(document.address or "").hostname
    except ValueError:  # "http://[broken": no host
        return None


def reports_of(asked: Asked, sought: Sought = Sought.DOCUMENTS) -> Query:
    """The question for the reports, or for what they tell; an outlet of the table is asked for by all its names."""
    known = None if asked.outlet is None else by_name(asked.outlet)
    query = asked.query(sought)
    if known is None:
        return query
    phrases = [Phrase(tuple(marked("outlet", name))) for name in (known.name, *known.also, *known.domains)]
    others = replace(asked, outlet=None).query(sought)
    return replace(others, clauses=(*others.clauses, Clause(tuple(phrases))))


def newest(view: View, query: Query, most: int) -> tuple[list[Document], bool]:
    """The newest documents, no more than `most`, and whether these are all."""
    found = view.documents(query, limit=most)
    return [one.document for one in found.results], found.before is None


def _count(shelf: Shelf, document: Document, copies: tuple[KeptCopy, ...], tallies: dict[str | None, _Tally]) -> None:
    name = outlet_of(document)
    own = tallies.setdefault(name, _Tally())
    own.reports += 1
    if document.published_at is not None:
        own.times.append(document.published_at)
        own.clocked |= set() if gives_day_only(document) else {document.published_at}
    for kept in copies:
        copy = kept.copy
        if copy.kind is CopyKind.SHARED_QUOTATION:
            continue
        taken = copy.copy == document.id
        other = shelf.document(copy.origin if taken else copy.copy)
        theirs = None if other is None else outlet_of(other)
        if theirs is not None and theirs == name:
            continue  # an outlet that goes on from its own report copies nobody
        if copy.direction is Direction.UNKNOWN:
            own.sharing.add(document.id)
        elif taken:
            own.copies.add(document.id)
            _add(own.copied_from, theirs, document.id, copy.share_of_copy)
            _add(tallies.setdefault(theirs, _Tally()).copied_by, name, document.id, copy.share_of_copy)
        else:
            _add(own.copied_by, theirs, copy.copy, copy.share_of_copy)
    _credit(document, tallies)


def _credit(document: Document, tallies: dict[str | None, _Tally]) -> None:
    name = outlet_of(document)
    for credit in document.credits:
        known = by_name(credit)
        credited = credit if known is None else known.name
        if credited != name:
            if name in tallies:
                _add(tallies[name].credits, credited, document.id)
            _add(tallies.setdefault(credited, _Tally()).credited_by, name, document.id)


def _add(pairs: dict[str | None, _Pair], outlet: str | None, report: str, share: float | None = None) -> None:
    pair = pairs.setdefault(outlet, _Pair())
    pair.reports[report] = max(share or 0.0, pair.reports.get(report, 0.0))
    pair.copied |= share is not None


def _answer(name: str | None, tally: _Tally) -> OutletAnswer:
    return OutletAnswer(
        name=name,
        known=None if name is None else by_name(name),
        reports=tally.reports,
        first=min(tally.times, default=None),
        latest=max(tally.times, default=None),
        copies=len(tally.copies),
        sharing=len(tally.sharing),
        copied_from=_between(tally.copied_from),
        copied_by=_between(tally.copied_by),
        credits=_between(tally.credits),
        credited_by=_between(tally.credited_by),
        latest_day_only=bool(tally.times) and max(tally.times) not in tally.clocked,
    )


def _between(pairs: dict[str | None, _Pair]) -> tuple[Between, ...]:
    made = (
        Between(outlet=outlet, reports=len(pair.reports), share=fmean(pair.reports.values()) if pair.copied else None)
        for outlet, pair in pairs.items()
    )
    return tuple(sorted(made, key=lambda one: (-one.reports, one.outlet or "\uffff")))
