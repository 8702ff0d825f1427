"""Finds out who asks: by the key that came along, by the session of a browser, or nobody in particular."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.cookies import CookieError, SimpleCookie
from ipaddress import IPv6Address, ip_address
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from rashomon.present.server.access import CHALLENGE, NOBODY, Caller
from rashomon.present.server.cache import Cache
from rashomon.present.server.hosts import Headers
from rashomon.present.server.keys import Scope, digest, holder, id_of, scopes_of
from rashomon.present.server.limits import Buckets
from rashomon.present.server.service import Service
from rashomon.present.server.sessions import COOKIE, VISIT_COOKIE, Sessions
from rashomon.stores import ArchiveError
from rashomon.stores.facts import AccessKey

OPEN = Caller(name="", scopes=frozenset({Scope.READ}))
"""Who came without a key to where reading is open."""
NOTED_EVERY = timedelta(hours=1)
"""The last use of a key is written down no more often: each writing takes its turn with whoever adds reports."""

KNOWN_SECONDS = 1.0
"""So old may be what is known of all keys, where an address has sent too many that are none."""
LOOKS_A_MINUTE = 600
"""So many keys that are not known yet are looked up for all such addresses together: one may have just been made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Who asks, and the cookies by which a form is known to be of the same browser."""

    caller: Caller
    session: str | None = None
    visit: str | None = None


class Callers:
    """Who asks a server; its methods with `await` are for the event loop, the others for any thread.

    Args:
        service: whose archive has the keys.
        sessions: of browsers.
        failures: counts keys that are none, by who sent them.
    """

    def __init__(self, service: Service, sessions: Sessions, failures: Buckets) -> None:
        self._service, self._sessions, self._failures = service, sessions, failures
        self._used: dict[str, datetime] = {}
        self._known = Cache(1)
        self._looks = Buckets(LOOKS_A_MINUTE)
        self._lock = Lock()

    async def of(self, headers: Headers, address: str, *, is_open: bool) -> Found:
        """Who asks with these headers.

        Args:
            headers: of the request.
            address: where it came from.
            is_open: who comes without a key may read.

        Raises:
            HTTPException: 401, a key came along that is none; 429, too many did.
        """
        cookies = _cookies(headers.get(b"cookie", b""))
        visit = cookies.get(VISIT_COOKIE)
        sent = headers.get(b"authorization")
        if sent is not None:
            kind, _, key = sent.decode("latin-1").partition(" ")
            kept = await self.by_key(key.strip() if kind.lower() == "bearer" else "", address)
            return Found(caller=_caller(kept, "key"), visit=visit)
        cookie = cookies.get(COOKIE)
        session = None if cookie is None else self._sessions.of(cookie)
        if cookie is not None and session is not None:
            own = await run_in_threadpool(self._of_session, session.key)
            if own is not None:
                return Found(caller=_caller(own, "session"), session=cookie, visit=visit)
            self._sessions.end_of_key(session.key)
        return Found(caller=OPEN if is_open else NOBODY, visit=visit)

    async def by_key(self, key: str, address: str) -> AccessKey:
        """Whose key this is.

        A key that holds is let in however many failed before: nobody can guess one, and so nobody at the same address
        can lock others out. Where too many failed, a key is first held against all there are, looked up once a second
        at most, and then against its form; so keys that are none cost the archive little. Only a key that was made
        within this second may have to wait for the next one, and only while very many are tried.

        Raises:
            HTTPException: 401, it is nobody's or has ended; 429, too many of this address were.
        """
        who = bucket_of(address)
        if (seconds := self._failures.short(who)) and not await self._may_be_one(key):
            raise too_often(seconds)
        kept = await run_in_threadpool(self._holder, key)
        if kept is not None:
            return kept
        if seconds := self._failures.take(who):
            raise too_often(seconds)
        raise HTTPException(401, "this key is none, or it has ended: ask for another one", headers=dict(CHALLENGE))

    def note_uses(self) -> None:
        """Write down when keys were used last, of those for which that is news."""
        with self._lock:
            used, self._used = self._used, {}
        if used:
            # an archive that cannot be written now loses nothing but this
            with suppress(ArchiveError), self._service.store.writer() as writer:
                writer.note_uses(used)

    async def holds(self, found: Found) -> bool:
        """Whether who came with a key or a session still may read; an archive that cannot be asked lets nobody."""
        caller = found.caller
        if caller.key is None:
            return True
        if found.session is not None and self._sessions.of(found.session) is None:
            return False
        try:
            kept = await run_in_threadpool(self._of_session, caller.key)
        except ArchiveError:
            return False
        return kept is not None and Scope.READ in scopes_of(kept)

    async def _may_be_one(self, key: str) -> bool:
        """Whether a key is worth a look into the archive."""
        if id_of(key) is None:
            return False
        return await run_in_threadpool(self._is_known, key) or not self._looks.take("")

    def _is_known(self, key: str) -> bool:
        return digest(key) in self._known.get("keys", self._digests, seconds=KNOWN_SECONDS)

    def _digests(self) -> frozenset[str]:
        with self._service.view() as view:
            return frozenset(kept.digest for kept in view.keys())  # noqa: SIM118  # no mapping

    def _holder(self, key: str) -> AccessKey | None:
        with self._service.view() as view:
            return self._seen(holder(view, key, self._service.now()))

    def _of_session(self, key: str) -> AccessKey | None:
        with self._service.view() as view:
            kept = view.key(key)
        return self._seen(kept) if kept is not None and kept.holds_at(self._service.now()) else None

    def _seen(self, kept: AccessKey | None) -> AccessKey | None:
        now = self._service.now()
        if kept is not None and (kept.used_at is None or now - kept.used_at >= NOTED_EVERY):
            with self._lock:
                self._used[kept.id] = now
        return kept


def too_often(seconds: float) -> HTTPException:
    """That somebody has to wait."""
    wait = max(1, round(seconds + 0.5))
    return HTTPException(429, f"ask again in {wait} s", headers={"Retry-After": str(wait)})


def bucket_of(address: str) -> str:
    """Under what name requests of an address are counted: of IPv6 the network of a household (64 bits)."""
    try:
        told = ip_address(address)
    except ValueError:
        return address
    if not isinstance(told, IPv6Address) or told.ipv4_mapped is not None:
        return str(told.ipv4_mapped or told) if isinstance(told, IPv6Address) else address
    return told.exploded[:19]


def _caller(kept: AccessKey, via: str) -> Caller:
    return Caller(name=kept.name, scopes=scopes_of(kept), key=kept.id, via=via)


def _cookies(header: bytes) -> Mapping[str, str]:
    try:
        found = SimpleCookie(header.decode("latin-1"))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in found.items()}
