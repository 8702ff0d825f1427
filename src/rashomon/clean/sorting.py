"""A text's units sorted into the report and what is set aside; the one order in which the rules run."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.clean.captions import set_aside_captions, set_aside_headlines_within
from rashomon.clean.datelines import dateline
from rashomon.clean.furniture import set_aside_lists, set_aside_patterns
from rashomon.clean.head import Head, label_standfirsts, read_head
from rashomon.clean.small_print import Credits, credits_in, dateline_names, outlet_in
from rashomon.clean.times import Stamp, stamp_in
from rashomon.clean.units import Unit, next_kept, units
from rashomon.core import Passage, Role, SetAside, Span

_INTRODUCES = re.compile(r":\s*$")
LEAST_SENTENCE_WORDS = 4
_UNSURE = frozenset(
    "caption photo-credit credit-line related-headlines video-prompt kicker-label contact comment-rules "
    "agency-description print-notice embedded-post reading-tools transcript-notice".split()
)
"""Reasons that rest on how a line stands among others, or on its opening words alone."""
_LIST = re.compile(r"^(?:[•·▪●*–-]|\d{1,2}[.)])\s*\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """What sorting one text gives.

    `stamp` is the publishing time of the head, else the dateline's; `agency` the one whose own report it is where
    nothing else names an outlet.
    """

    passages: tuple[Passage, ...]
    set_aside: tuple[SetAside, ...]
    head: Head
    headline: Span | None
    credits: Credits
    outlet: str | None
    stamp: Stamp | None = None
    agency: str | None = None
    in_dateline: tuple[str, ...] = ()


def sort_text(
    text: str, *, headline: str | None = None, ready: bool = False, roles: dict[int, Role] | None = None
) -> Sorted:
    """Sort `text`; `roles` gives roles already known from a page's structure by the start of their paragraph."""
    found = units(text) if roles is None else _structured(text, roles)
    known = {u.start: u.label for u in found if u.label is not None}
    for unit in found:
        unit.label = None
    set_aside_patterns(found)
    _release_headline(found, headline)
    head = read_head(found, headline, ready=ready)
    set_aside_lists(found, head.body)
    _cut_dateline(found, head.body)
    set_aside_headlines_within(found, head.body)
    set_aside_captions(found, head.first)
    if not ready:
        label_standfirsts(found, head)
    if roles is None:
        _release_sentences(found)
    for i, unit in enumerate(found):
        if unit.open:
            unit.label = known.get(unit.start) or _role(found, i)
    passages, aside = _pieces(text, found)
    at = found[head.headline] if head.headline is not None else None
    in_dateline = tuple(dateline_names(text, passages))
    return Sorted(
        passages=passages,
        set_aside=aside,
        head=head,
        headline=Span(at.start, at.end) if at is not None else None,
        credits=credits_in(text, passages, aside),
        outlet=head.outlet or outlet_in(text, passages, aside),
        stamp=head.stamp or _dateline_stamp(text, passages),
        agency=head.agency or next(iter(in_dateline), None),
        in_dateline=in_dateline,
    )


def _dateline_stamp(text: str, passages: tuple[Passage, ...]) -> Stamp | None:
    """The full date of a dateline (`KESTRIN, 3 October 2024, 14:50 GMT (KNA) -`)."""
    datelines = (p.span.of(text) for p in passages if p.role is Role.DATELINE)
    return next((s for words in datelines if (s := stamp_in(words)) is not None), None)


def _structured(text: str, roles: dict[int, Role]) -> list[Unit]:
    """The paragraphs of a page's column, which are joined by blank lines."""
    found: list[Unit] = []
    at = 0
    for words in text.split("\n\n"):
        if words:
            found.append(Unit(at, at + len(words), words, blank_before=True, label=roles.get(at)))
        at += len(words) + 2
    return found


def _release_sentences(found: list[Unit]) -> None:
    """Take sentences back where all of a text was set aside: alone, a sentence is likelier news than furniture."""
    if any(isinstance(u.label, Role) or (u.open and u.end > u.start) for u in found):
        return
    for unit in found:
        if unit.label in _UNSURE and unit.ends and unit.words >= LEAST_SENTENCE_WORDS:
            unit.label = None


def _release_headline(found: list[Unit], headline: str | None) -> None:
    """A given headline is one even where a pattern would have it otherwise (`Watch: ...`)."""
    if headline:
        for unit in found[:3]:
            if unit.aside and unit.text.strip().casefold() == headline.strip().casefold():
                unit.label = None


def _cut_dateline(found: list[Unit], body: int) -> None:
    """Cut the dateline off the first paragraph; later ones begin with their own words."""
    for unit in found[body : body + 8]:
        if not unit.open:
            continue
        said = dateline(unit.text)
        if said is not None and said.length < len(unit.text):
            unit.cut_front(said.length, Role.DATELINE)
            return


def _role(found: list[Unit], i: int) -> Role:
    unit = found[i]
    if _LIST.match(unit.text) and (unit.words <= 40) and _listed(found, i):
        return Role.LIST_ITEM
    if unit.ends or unit.words > 16 or _INTRODUCES.search(unit.text):
        return Role.PARAGRAPH
    return Role.SUBHEADING if next_kept(found, i) is not None else Role.PARAGRAPH


def _listed(found: list[Unit], i: int) -> bool:
    return any(_LIST.match(found[j].text) for j in (i - 1, i + 1) if 0 <= j < len(found))


def _pieces(text: str, found: list[Unit]) -> tuple[tuple[Passage, ...], tuple[SetAside, ...]]:
    passages: list[Passage] = []
    aside: list[SetAside] = []
    for unit in found:
        whole = ((unit.start, unit.end, unit.label),) if unit.end > unit.start and unit.label is not None else ()
        for start, end, label in (*unit.before, *whole, *unit.after):
            span = Span(start, end).trimmed(text)
            if isinstance(label, Role):
                passages.append(Passage(span=span, role=label))
            else:
                aside.append(SetAside(span=span, reason=label))
    return tuple(passages), tuple(aside)
