"""The head of a plain text: label, headline, standfirst, byline, publishing time, and where the body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from rashomon.clean.bylines import looks_like_name, names_in
from rashomon.clean.credits import canonical, looks_like_body
from rashomon.clean.datelines import dateline
from rashomon.clean.mastheads import MOST_WORDS, is_agency, is_masthead, is_outlet_line, names_outlet
from rashomon.clean.rules import rules_for
from rashomon.clean.times import Stamp, stamp_in
from rashomon.clean.units import Unit
from rashomon.core import Role
from rashomon.outlets import by_name

HEAD_UNITS = 12
"""How far down a byline or publishing time is looked for."""
_AROUND_TIME = re.compile(
    r"(?i)\b(?:first |last |originally )?(?:published|updated|posted|modified|created|date|time|on|at|the|last|"
    r"min(?:ute)?s? read|\d+ min(?:ute)?s?|read|local time|hours?|hrs|am|pm|agencies|by)\b|[|,:;/·•()\[\]–—-]|\s"
)
_BY = re.compile(
    r"^(?:(?:written|posted|reported|published|story|words|report) )?by[:\s]\s*(?=\S)|^authors?\s*:", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the head told.

    `headline` is the index of its unit, `first` that of the unit after it, `body` that of the first after the head.
    `outlet` is named above the headline or beside the time; an agency named beside the time is `agency`: the report
    is its own, or that of an outlet that does not say its name.
    """

    headline: int | None = None
    bylines: tuple[str, ...] = ()
    stamp: Stamp | None = None
    outlet: str | None = None
    agency: str | None = None
    first: int = 0
    body: int = 0

    @property
    def published_at(self) -> datetime | None:
        """The publishing time in UTC."""
        return self.stamp.when if self.stamp is not None else None


def read_head(units: list[Unit], given_headline: str | None, *, ready: bool) -> Head:
    """Label the head's units and say what they tell.

    A ready text has its headline in a field: its first unit is the headline only where it repeats it. A plain
    text's headline is its first open unit when that reads like one; else there is none.
    """
    outlet = None if ready or given_headline else _masthead(units)
    agency: str | None = None
    headline = _headline(units, given_headline, ready=ready)
    first = 0 if headline is None else headline + 1
    bylines: tuple[str, ...] = ()
    stamp: Stamp | None = None
    last_head = first
    for i in range(first if outlet is None else 1, min(len(units), first + HEAD_UNITS)):
        unit = units[i]
        if not unit.open:
            continue
        if unit.prose and unit.words > 20:
            break
        said, names, own = _time_line(unit), _byline(units, i, ready=ready), False
        named = _outlet_beside(unit, said) if said is not None else None
        if named is None and not ready and (own := _own_line(units, i, first)):
            named, names = canonical(unit.text), ()
        if named is not None:
            names = tuple(n for n in names if canonical(n) != named)
            outlet, agency = (outlet, agency or named) if is_agency(named) else (outlet or named, agency)
        if said is not None:
            unit.label = Role.BYLINE if names else Role.DATELINE
            # of "Published" and "Updated" the first to stand is taken unless the other says it was published
            stamp = said if stamp is None or re.match(r"(?i)\W*(?:first )?published", unit.text) else stamp
            bylines = bylines or names
            last_head = i + 1
        elif names and not bylines:
            unit.label = Role.BYLINE
            bylines = names
            last_head = i + 1
        elif not ready and (own or _outlet_line(units, i)):
            unit.label = Role.BYLINE
            last_head = i + 1
    return Head(
        headline=headline,
        bylines=bylines,
        stamp=stamp,
        outlet=outlet,
        agency=agency,
        first=first,
        body=max(first, last_head),
    )


def _masthead(units: list[Unit]) -> str | None:
    """The outlet's name where the first line is nothing else and the headline stands below it."""
    opened = [i for i, u in enumerate(units[:6]) if u.open or (i == 0 and u.label == "credit-line")]
    if len(opened) < 3 or opened[0] != 0:
        return None
    name = units[0].text
    if any(rule.pattern.fullmatch(name) for rule in rules_for("section")):
        return None
    below = [i for i in opened[1:] if _time_line(units[i]) is None and not _BY.match(units[i].text)]
    if len(below) > 1 and _is_kicker(units[below[0]], units[below[1]]):
        below.pop(0)
    if len(below) < 2 or units[below[0]].prose or not is_masthead(name, units[below[0]].text, [u.text for u in units]):
        return None
    units[0].label = Role.BYLINE
    return canonical(name)


def _outlet_beside(unit: Unit, stamp: Stamp) -> str | None:
    """The outlet that stands beside a publishing time (`Selder Echo | 6 June 2025 | 09:00`)."""
    rest = f"{unit.text[: stamp.start]} | {unit.text[stamp.end :]}"
    for part in re.split(r"\s*[|·•,()]\s*|\s[–—-]\s", rest):
        name = re.sub(
            r"(?i)^(?:published|posted|updated|source)(?: (?:by|in|on))?\b:?|\s+(?:published|updated|on|at)$", "", part
        )
        if (name := name.strip(" .:")) and name[0].isupper() and names_outlet(name):
            return canonical(name)
    return None


def _headline(units: list[Unit], given: str | None, *, ready: bool) -> int | None:
    opened = [i for i, u in enumerate(units[:6]) if u.open or isinstance(u.label, Role)]
    if not given and opened and units[opened[0]].label is Role.BYLINE:  # the outlet's name, and what stands beside it
        opened = [i for i in opened[1:] if _time_line(units[i]) is None and not _BY.match(units[i].text)]
    if given:
        for i in opened[:3]:
            if _same(units[i].text, given):
                units[i].label = Role.HEADLINE
                return i
        return None
    if ready or not opened:
        return None
    if units[0].label == "related-headlines":  # "Watch: ..." at the very top is the headline itself
        units[0].label = None
        opened.insert(0, 0)
    if len(opened) > 1 and _is_kicker(units[opened[0]], units[opened[1]]):
        units[opened.pop(0)].label = Role.KICKER
    i = opened[0]
    unit = units[i]
    more = sum(1 for u in units[i + 1 :] if u.open)
    if not more or unit.words > 40 or len(unit.text) > 250 or _BY.match(unit.text) or _time_line(unit) is not None:
        return None
    if unit.text.endswith(".") and not re.search(r"\b[A-Z]\.$|\.\.\.$", unit.text) and not _headline_case(unit.text):
        return None
    unit.label = Role.HEADLINE
    return i


def _is_kicker(unit: Unit, below: Unit) -> bool:
    """Whether a line above what reads like the headline only says in which section, or under which label, it stands."""
    if not unit.open or unit.ends or unit.words > 4 or _time_line(below) is not None or _BY.match(below.text):
        return False
    if below.words < 4 or below.text.endswith(".") or len(below.text) > 250 or below.prose:
        return False
    if any(rule.pattern.fullmatch(unit.text) for rule in rules_for("section")):
        return True
    return unit.words <= 3 and unit.text.isupper() and not below.text.isupper() and not unit.text.endswith(("!", "?"))


def _same(left: str, right: str) -> bool:
    def bare(words: str) -> str:
        return "".join(c for c in words.casefold() if c.isalnum())

    return bare(left) == bare(right) != ""


def _headline_case(words: str) -> bool:
    """Whether most longer words are capitalised."""
    long = [w for w in words.split() if len(w) > 3 and w[0].isalpha()]
    return len(long) >= 3 and sum(w[0].isupper() for w in long) >= 0.7 * len(long)


def _time_line(unit: Unit) -> Stamp | None:
    """The publishing time of a unit that is nothing else but it, its labels, and perhaps a name."""
    if len(unit.text) > 160:
        return None
    stamp = stamp_in(unit.text)
    if stamp is None or dateline(unit.text) is not None:
        return None
    rest = _AROUND_TIME.sub(" ", unit.text[: stamp.start] + " " + unit.text[stamp.end :])
    second = stamp_in(rest)
    if second is not None:
        rest = rest[: second.start] + rest[second.end :]
    rest = re.sub(r"(?i)\b[a-z]{2,4}t\b|\b\d{1,2}[:.]\d\d\b|[|,:;–—-]", " ", rest).strip()
    left = rest.split()
    return stamp if len(left) <= 4 and not unit.text.rstrip().endswith(("!", "?")) and not _tells(left) else None


def _tells(words: list[str]) -> bool:
    """Whether what stands beside a date is a statement rather than names (`Fire of 3 May 2014 remembered`)."""
    return any(w.islower() for w in words) and not all(w.islower() and w.isalpha() for w in words)


def _byline(units: list[Unit], i: int, *, ready: bool) -> tuple[str, ...]:
    unit = units[i]
    stamp = stamp_in(unit.text)
    words = unit.text
    if stamp is not None and _time_line(unit) is not None:
        rest = re.sub(r"[|·•–—-]", "|", unit.text[: stamp.start]).strip(" |,") or unit.text[stamp.end :].strip(" |,")
        words = re.sub(r"(?i)\b(?:first |last )?(?:published|updated|posted)\b.*$", "", rest).strip(" |,:")
        return _checked(names_in(words)) if len(words.split()) <= 8 else ()
    if len(words) > 140 or words.endswith(("?", "!")):
        return ()
    if _BY.match(words):
        rest = words[_BY.match(words).end() :]  # type: ignore[union-attr]
        return names_in(words) if rest[:1].isupper() or (rest.islower() and len(rest.split()) <= 4) else ()
    if "," in words and not unit.ends:
        name, _, outlet = words.partition(",")
        if looks_like_name(name.strip()) and by_name(outlet.strip()) is not None:
            return names_in(name)
    return names_in(words) if not ready and _bare_name(units, i) else ()


def _checked(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(n for n in names if looks_like_name(n) or n.islower() or by_name(n) is not None)


def _bare_name(units: list[Unit], i: int) -> bool:
    """A line that is only a name (or several) counts as byline when the publishing time stands right beside it."""
    unit = units[i]
    if unit.ends or not all(looks_like_name(p.strip()) for p in re.split(r",|\band\b|&", unit.text)):
        return False
    beside = [units[j] for j in (i - 1, i + 1, i + 2) if 0 <= j < len(units)]
    return any(_time_line(u) is not None for u in beside)


def _outlet_line(units: list[Unit], i: int) -> bool:
    """Whether a line in the head is only the outlet's name, with the publishing time right above or below it."""
    unit = units[i]
    if unit.ends or unit.words > 6 or not (names_outlet(unit.text) or looks_like_body(unit.text)):
        return False
    if not all(w[0].isupper() or w in {"of", "the", "and", "&"} for w in unit.text.split()):
        return False
    return any(_time_line(units[j]) is not None for j in (i - 1, i + 1) if 0 <= j < len(units))


def _own_line(units: list[Unit], i: int, first: int) -> bool:
    """Whether a line below the headline is the outlet's name and nothing else."""
    unit = units[i]
    if unit.ends or unit.words > MOST_WORDS or _BY.match(unit.text) or _time_line(unit) is not None:
        return False
    if any(rule.pattern.fullmatch(unit.text) for rule in rules_for("section")):
        return False
    near = [units[j] for j in (i - 1, i + 1) if 0 <= j < len(units)]
    beside = any(_time_line(each) is not None or _BY.match(each.text) for each in near)
    if not beside and not (i == first > 0 and i + 1 < len(units) and units[i + 1].prose):
        return False
    return is_outlet_line(unit.text, " ".join(each.text for each in units if each.prose), beside=beside)


def label_standfirsts(units: list[Unit], head: Head) -> None:
    """Label what stands between headline and byline, or follows the headline without an end mark.

    Captions must be set aside before: they stand there too.
    """
    for unit in units[head.first : head.body]:
        if unit.open and 4 <= unit.words <= 60:
            unit.label = Role.STANDFIRST
    if head.first >= head.body and head.headline is not None:
        for unit in units[head.first : head.first + 2]:
            if not (unit.open and not unit.ends and 5 <= unit.words <= 45 and not unit.text.endswith(":")):
                break
            unit.label = Role.STANDFIRST
