"""What hosts ask of robots (RFC 9309), read by protego: which pages, how fast, and for how long an answer holds."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protego import Protego

    from rashomon.ingest.fetched import Failed

MOST_BYTES = 512_000
"""How much of a robots.txt is read (RFC 9309 asks for 500 KiB at least)."""
MOST_REDIRECTS = 5
"""How many redirections of a robots.txt are followed (RFC 9309)."""
KEPT_SECONDS = 86_400.0
"""How long rules hold."""
KEPT_UNKNOWN_SECONDS = 600.0
"""How long a host is left alone whose rules could not be had."""
MOST_KEPT_BYTES = 16_000_000
"""How much of the files of all hosts is remembered; the parsed rules take several times as much."""
HOST_BYTES = 1_000
_AGENT = re.compile(r"(?i)^\s*user[- ]?agent\s*:?\s*([^#]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What one host asks of one robot; without a parsed file, which had so many `octets`, everything is allowed."""

    agent: str
    parsed: Protego | None = None
    octets: int = 0

    def allow(self, address: str) -> bool:
        """Whether a page may be asked for."""
        return self.parsed is None or bool(self.parsed.can_fetch(address, self.agent))

    @property
    def delay_seconds(self) -> float:
        """The pause that the host asks for between two pages."""
        if self.parsed is None:
            return 0.0
        rate = self.parsed.request_rate(self.agent)
        return max(self.parsed.crawl_delay(self.agent) or 0.0, rate.seconds / rate.requests if rate else 0.0)


def rules_of(octets: bytes, *, agent: str) -> Rules:
    """The rules in a robots.txt.

    A group may name thousands of robots and thousands of rules, and every rule would be kept for every robot; so all
    names that are not ours become one before the file is parsed.
    """
    from protego import Protego

    text = octets.decode("utf-8", "replace").removeprefix("\ufeff")
    if len(octets) >= MOST_BYTES:
        text = text[: text.rfind("\n") + 1]
    kept: list[str] = []
    group: set[str] = set()
    for line in text.splitlines():
        if (named := _AGENT.match(line)) is None:
            if line.strip() and not line.lstrip().startswith("#"):
                group = set()
            kept.append(line)
            continue
        name = named[1].strip().lower()
        ours = name == "*" or (name.replace("*", "") and name.replace("*", "") in agent.lower())
        name = name if ours else "another"
        if name not in group:
            group.add(name)
            kept.append(f"User-agent: {name}")
    return Rules(agent=agent, parsed=Protego.parse("\n".join(kept)), octets=len(octets))


class KnownRobots:
    """The rules of the hosts asked so far, the latest of them up to `MOST_KEPT_BYTES`."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[float, Rules | Failed]] = OrderedDict()
        self._lock = threading.Lock()
        self._octets = 0

    def get(self, origin: str) -> Rules | Failed | None:
        """What is known of an origin; None where it has to be asked."""
        with self._lock:
            until, found = self._kept.get(origin, (0.0, None))
            return found if monotonic() < until else None

    def keep(self, origin: str, found: Rules | Failed) -> None:
        """Remember what an origin said."""
        with self._lock:
            seconds = KEPT_SECONDS if isinstance(found, Rules) else KEPT_UNKNOWN_SECONDS
            if origin in self._kept:
                self._octets -= _weight(self._kept.pop(origin)[1])
            self._kept[origin] = (monotonic() + seconds, found)
            self._octets += _weight(found)
            while self._octets > MOST_KEPT_BYTES and len(self._kept) > 1:
                self._octets -= _weight(self._kept.popitem(last=False)[1][1])


def _weight(found: Rules | Failed) -> int:
    """How much remembering this counts for; no host counts for nothing."""
    return HOST_BYTES + (found.octets if isinstance(found, Rules) else 0)
