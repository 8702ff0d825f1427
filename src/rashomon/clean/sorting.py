"""A text's units sorted into the report and what is set aside; the one order in which the rules run."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.clean.captions import set_aside_captions, set_aside_headlines_within
from rashomon.clean.credits import canonical, in_caption, in_legal, in_line, owner_in
from rashomon.clean.datelines import dateline
from rashomon.clean.furniture import set_aside_lists, set_aside_patterns
from rashomon.clean.head import Head, label_standfirsts, read_head
from rashomon.clean.units import Unit, next_kept, units
from rashomon.core import Passage, Role, SetAside, Span
from rashomon.outlets import Outlet, by_name

_INTRODUCES = re.compile(r":\s*$")
_LIST = re.compile(r"^(?:[•·▪●*–-]|\d{1,2}[.)])\s*\S")
_SHARE_OUTLET = re.compile(r"(?i)\bon facebook\s*[-–—:]\s*(.{2,60})$")
_RULES_OUTLET = re.compile(
    r"(?i)\b(?:opinions?|views?|policy) of (?:the )?([A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*){0,3}?)"
    r" (?:newspapers?|news|media|online|website|magazine)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """What sorting one text gives."""

    passages: tuple[Passage, ...]
    set_aside: tuple[SetAside, ...]
    head: Head
    headline: Span | None
    credits: tuple[str, ...]
    outlet: str | None


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
    datelines = _datelines(found, head.body)
    set_aside_headlines_within(found, head.body)
    set_aside_captions(found, head.first)
    if not ready:
        label_standfirsts(found, head)
    for i, unit in enumerate(found):
        if unit.open:
            unit.label = known.get(unit.start) or _role(found, i)
    passages, aside = _pieces(text, found)
    at = found[head.headline] if head.headline is not None else None
    return Sorted(
        passages=passages,
        set_aside=aside,
        head=head,
        headline=Span(at.start, at.end) if at is not None else None,
        credits=_credits(text, aside, datelines),
        outlet=_outlet(text, aside, datelines),
    )


def _structured(text: str, roles: dict[int, Role]) -> list[Unit]:
    """The paragraphs of a page's column, which are joined by blank lines."""
    found: list[Unit] = []
    at = 0
    for words in text.split("\n\n"):
        if words:
            found.append(Unit(at, at + len(words), words, blank_before=True, label=roles.get(at)))
        at += len(words) + 2
    return found


def _release_headline(found: list[Unit], headline: str | None) -> None:
    """A given headline is one even where a pattern would have it otherwise (`Watch: ...`)."""
    if headline:
        for unit in found[:3]:
            if unit.aside and unit.text.strip().casefold() == headline.strip().casefold():
                unit.label = None


def _datelines(found: list[Unit], body: int) -> tuple[Outlet, ...]:
    """Cut the dateline off the first paragraph; later ones begin with their own words."""
    for unit in found[body : body + 8]:
        if not unit.open:
            continue
        said = dateline(unit.text)
        if said is not None and said.length < len(unit.text):
            unit.cut_front(said.length, Role.DATELINE)
            return said.named
    return ()


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


def _credits(text: str, aside: tuple[SetAside, ...], datelines: tuple[Outlet, ...]) -> tuple[str, ...]:
    """All credits in the order of the text, datelines first, each once."""
    found = [o.name for o in datelines]
    for piece in aside:
        words = piece.span.of(text)
        if piece.reason == "credit-line":
            found.extend(in_line(words))
        elif piece.reason == "photo-credit":
            found.extend(in_line(words) or in_caption(words))
        elif piece.reason == "caption":
            found.extend(in_caption(words))
        elif piece.reason == "legal":
            found.extend(n for n in in_legal(words) if (o := by_name(n)) is not None and o.supplies)
    return tuple(dict.fromkeys(found))


def _outlet(text: str, aside: tuple[SetAside, ...], datelines: tuple[Outlet, ...]) -> str | None:
    """The outlet that the page's own small print names; an agency's copyright is its credit, not the outlet."""
    for piece in aside:
        words = piece.span.of(text)
        if piece.reason == "share-prompt" and (said := _SHARE_OUTLET.search(words)):
            return canonical(said[1].strip(" ."))
        if piece.reason == "comment-rules" and (said := _RULES_OUTLET.search(words)):
            name = said[1].strip()
            return canonical(name.title() if name.islower() else name)
        if piece.reason == "legal" and (owner := owner_in(words)) is not None:
            known = by_name(owner)
            if known is None or not known.supplies:
                return canonical(owner)
    return next((o.name for o in datelines if not o.supplies), None)
