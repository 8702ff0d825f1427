"""Lists of feeds: OPML, and texts with an address a line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.core import Problem
from rashomon.ingest.faults import fault
from rashomon.ingest.feeds_markup import Enough, beginning, text_of, walk
from rashomon.ingest.feeds_values import one_line, web_address

MAX_LIST_BYTES = 10_000_000
MAX_FEEDS = 20_000
MOST_NAMED = 50
"""So many lines of a text that are no addresses are named; a text of nothing else is no list."""
_OPML = beginning("opml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A feed in a list: its address, its name there, and the names of the groups that it stands in."""

    address: str
    name: str | None = None
    groups: tuple[str, ...] = ()


def is_opml(text: str) -> bool:
    """Whether a text is an OPML file, by how it begins."""
    return _OPML.match(text[:20_000]) is not None


def feeds_listed(raw: bytes, address: str) -> tuple[tuple[Listed, ...], tuple[Problem, ...]]:
    """The feeds of a list, each once, in order, and what was wrong with it.

    In a text, `#` begins a comment where a line or a word begins with it; words behind an address are its name.
    """
    if len(raw) > MAX_LIST_BYTES:
        return (), (fault("too-large", f"{address} has more than {MAX_LIST_BYTES:,} bytes.", address),)
    text, problems = text_of(raw, address)
    found, faults = _of_opml(text, address) if is_opml(text) else _of_lines(text, address)
    problems.extend(faults)
    if len(found) > MAX_FEEDS:
        said = f"{address} lists more than {MAX_FEEDS:,} feeds: the first {MAX_FEEDS:,} were taken."
        problems.append(fault("list-cut", said, address, fatal=False))
    once: dict[str, Listed] = {}
    for feed in found[:MAX_FEEDS]:
        if feed.address in once:
            said = f"{feed.address} is listed more than once; it is taken once."
            problems.append(fault("listed-twice", said, address, fatal=False))
        else:
            once[feed.address] = feed
    if not once and not any(problem.fatal for problem in problems):
        problems.append(fault("empty-list", f"{address} lists no feeds.", address))
    return tuple(once.values()), tuple(problems)


def _of_opml(text: str, address: str) -> tuple[list[Listed], list[Problem]]:
    found: list[Listed] = []
    problems: list[Problem] = []
    within: list[str] = []

    def begins(name: str, attributes: Mapping[str, str]) -> None:
        if name != "outline":
            return
        label = one_line(attributes.get("title") or attributes.get("text")) or ""
        said = attributes.get("xmlurl")
        if said is not None:
            # feed: is an old scheme for "subscribe"
            at = web_address(re.sub(r"(?i)^feed:(?://)?(?=https?:)|^feed:(?=//)", "", said.strip()), None)
            if at is None and said.strip().lower().startswith("feed://"):
                at = web_address("http" + said.strip()[4:], None)
            if at is None:
                problems.append(_no_address(said, address))
            else:
                found.append(Listed(address=at, name=label or None, groups=tuple(group for group in within if group)))
            if len(found) > MAX_FEEDS:
                raise Enough
        within.append(label)

    def ends(name: str, _words: str) -> None:
        if name == "outline" and within:
            within.pop()

    stopped = walk(text, address, start=begins, end=ends)
    if stopped is not None:
        problems.append(stopped)
    return found, problems


def _of_lines(text: str, address: str) -> tuple[list[Listed], list[Problem]]:
    found: list[Listed] = []
    problems: list[Problem] = []
    for line in text.lstrip("\ufeff").splitlines():
        said = re.split(r"(?:^|\s)#", line, maxsplit=1)[0].strip()
        if not said:
            continue
        first, _, name = said.partition(" ")
        at = web_address(first, None) if "://" in first else None
        if at is not None:
            found.append(Listed(address=at, name=name.strip() or None))
        elif len(problems) < MOST_NAMED:
            problems.append(_no_address(first, address))
        if len(found) > MAX_FEEDS:
            break
    return found, problems


def _no_address(said: str, address: str) -> Problem:
    return fault("address-not-understood", f"{said[:100]!r} is no http or https address.", address, fatal=False)
