"""Single facts in words: names of outlets, places, times, numbers; the same in the terminal, the page and the brief."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from urllib.parse import urlsplit

from rashomon.core import Claim, Document, FigureValue, StoryAccount
from rashomon.outlets import by_name
from rashomon.present.days import gives_day_only
from rashomon.present.report.characters import on_one_line, shortened

NAME_CHARS = 36


def letter(number: int) -> str:
    """A, B ... Z, AA, AB ... for 0, 1 ..."""
    head, tail = divmod(number, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + tail)


def outlet_name(document: Document) -> str:
    """The outlet's name, else the host of its address, else its headline in quotation marks, else its file's name."""
    if document.outlet:
        known = by_name(document.outlet)
        return shortened(known.name if known else document.outlet, to_chars=NAME_CHARS)
    host = _host(document.address or "")
    if host:
        return shortened(host.removeprefix("www."), to_chars=NAME_CHARS)
    if document.headline:
        return f"“{shortened(document.headline, to_chars=NAME_CHARS)}”"
    return shortened(told_place(document.address or "")[0] or "unnamed", to_chars=NAME_CHARS)


def told_place(address: str) -> tuple[str, str]:
    """An address in two parts, to show and to keep at hand: a file's name and its folder, or a web address and "".

    The folders of a machine are nobody else's business, so a page shows the name alone.
    """
    line = on_one_line(address)
    if _host(address):
        return line, ""
    folder, _, name = line.rstrip("/").rpartition("/")
    return name or line, folder


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:  # an address like http://[ is no reason to lose a page
        return ""


def counted(number: int, noun: str) -> str:
    """`1 report`, `2 reports`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def told_time(moment: datetime | None, *, day_only: bool = False) -> str:
    """A publishing time in words, in UTC; with `day_only`, the day that was all the document gave."""
    if moment is None:
        return "time unknown"
    return f"{moment:%d %B %Y}, time not given".lstrip("0") if day_only else f"{moment:%d %B %Y, %H:%M} UTC".lstrip("0")


def told_publishing(document: Document) -> str:
    """When a document was published, in words."""
    return told_time(document.published_at, day_only=gives_day_only(document))


def told_number(value: FigureValue) -> str:
    """A figure's value in words: its bound, its number or range, its unit."""
    figure = value.figure
    if figure.value is None:
        return "a vague number"
    number = f"{figure.value:,.10g}"
    if figure.high is not None:
        number = f"{number} to {figure.high:,.10g}"
    if figure.bound == "equal":
        return f"an equal number ({number})"
    bound = f"{figure.bound} " if figure.bound in {"about", "at least", "at most"} else ""
    unit = "%" if figure.unit == "percent" else f" {figure.unit}" if figure.unit else ""
    return f"{bound}{number}{unit}"


def told_sum(value: FigureValue) -> str | None:
    """`= 31 + 4` where the value is the sum of parts that the documents tell."""
    return None if not value.sum_of else "= " + " + ".join(f"{part:,.10g}" for part in value.sum_of)


WEEK = re.compile(r"(\d{4})-W(\d\d)$")
CALENDAR_FORMS = {4: "%Y", 7: "%B %Y", 10: "%d %B %Y"}


def told_when(when: str) -> str:
    """A happening's time in words, to its precision: a day, a month, a week, a year, or what it lies between."""
    first, mark, last = when.partition("/")
    if mark:
        return f"between {told_when(first)} and {told_when(last)}" if first and last else told_when(first or last)
    week = WEEK.match(when)
    try:
        if week:
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return f"the week of {monday:%d %B %Y}".replace(" 0", " ")
        if "T" in when:
            moment = datetime.fromisoformat(when)
            told = f"{moment:%d %B %Y, %H:%M}".lstrip("0")
            return f"{told} UTC" if moment.utcoffset() is not None and not moment.utcoffset() else told
        if len(when) in CALENDAR_FORMS:
            padded = f"{when}-01-01"[:10]
            return date.fromisoformat(padded).strftime(CALENDAR_FORMS[len(when)]).lstrip("0")
    except ValueError:
        return on_one_line(when)  # a form that no calendar knows is shown as it stands
    return on_one_line(when)


def told_decisions(story: StoryAccount) -> list[str]:
    """What people decided that shaped a story, and what they wrote to be read beside it, a line each."""
    made = [
        f"{each.effect}: {each.kind}, decided by {each.by} on {told_when(each.at.date().isoformat())} ({each.reason})"
        for each in story.decisions
        if each.effect is not None
    ]
    noted = [f"“{each.text}”: note by {each.by} on {told_when(each.at.date().isoformat())}" for each in story.notes]
    return [on_one_line(each) for each in (*made, *noted)]


def told_acts(claim: Claim, twins: Sequence[Claim]) -> str:
    """That one row stands for several claims, with their acts, which alone tell them apart; empty for one claim."""
    acts = [f"“{on_one_line(each.action)}”" for each in (claim, *twins)]
    return f"; {counted(len(acts), 'claim')}, of {' and '.join(acts)}" if twins else ""
