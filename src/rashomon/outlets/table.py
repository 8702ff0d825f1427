"""The declared table of outlets and agencies, read from `outlets.toml` on first use."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One outlet or agency. `kind` is `outlet`, `agency`, `broadcaster` or `photo agency`."""

    name: str
    kind: str
    domains: tuple[str, ...] = ()
    family: str | None = None
    also: tuple[str, ...] = ()

    @property
    def supplies(self) -> bool:
        """Whether others carry its words or pictures by arrangement (an agency of either kind)."""
        return self.kind in {"agency", "photo agency"}


@cache
def every() -> tuple[Outlet, ...]:
    """All outlets of the table, in its order."""
    declared = tomllib.loads(resources.files(__package__).joinpath("outlets.toml").read_text(encoding="utf-8"))
    return tuple(
        Outlet(
            name=row["name"],
            kind=row["kind"],
            domains=tuple(row["domains"]),
            family=row.get("family"),
            also=tuple(row.get("also", ())),
        )
        for row in declared["outlet"]
    )


def _key(name: str) -> str:
    """A name without case, blanks and points, so that `A.P.` and `Agence France Presse` are found."""
    return "".join(c for c in name.casefold() if c.isalnum()).removeprefix("the")


@cache
def _names() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for outlet in every():
        for name in (outlet.name, *outlet.also, *outlet.domains):
            found.setdefault(_key(name), outlet)
    return found


@cache
def _domains() -> dict[str, Outlet]:
    return {domain: outlet for outlet in every() for domain in outlet.domains}


@lru_cache(maxsize=8192)
def by_name(name: str) -> Outlet | None:
    """The outlet of this name or domain, None where the table does not have it. Case and points do not count."""
    if len(name) > 80:
        return None
    found = _names().get(_key(name))
    return by_address(name) if found is None and "." in name and " " not in name else found


def by_address(address: str | None) -> Outlet | None:
    """The outlet whose domain an address (or bare host) lies in, the longest domain first."""
    if not address:
        return None
    try:
        host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:  # "http://[broken": no host, so no outlet
        return None
    return _by_host(host)


@lru_cache(maxsize=8192)
def _by_host(host: str) -> Outlet | None:
    labels = host.lower().split(".")
    for i in range(len(labels) - 1):
        outlet = _domains().get(".".join(labels[i:]))
        if outlet is not None:
            return outlet
    return None
