"""Browsers that were let in by a key: which cookie stands for which key, and what their forms have to carry.

A session is random and known to this process alone, by its digest; it ends with the process, with its key, by /leave,
or when its hours are over. A form's token is made from the session and a secret of the process, so that it fits one
browser only and needs no memory of its own.
"""

from __future__ import annotations

import hmac
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_bytes, token_urlsafe
from threading import Lock

COOKIE = "rashomon_session"
VISIT_COOKIE = "rashomon_visit"
"""Stands for a browser that has not entered yet, so that the form of /enter fits that browser only."""
MOST = 10_000
"""So many sessions; with one more the one that was quiet the longest ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A browser that was let in."""

    key: str
    until: datetime


class Sessions:
    """The sessions of a server; safe to use from several threads.

    Args:
        now: what time it is.
        hours: how long one lasts.
    """

    def __init__(self, now: Callable[[], datetime], hours: float) -> None:
        self._now, self._lasting = now, timedelta(hours=hours)
        self._secret = token_bytes(32)
        self._open: OrderedDict[str, Session] = OrderedDict()
        self._lock = Lock()

    @property
    def seconds(self) -> int:
        """How long one lasts."""
        return int(self._lasting.total_seconds())

    def begin(self, key: str) -> str:
        """A new session of a key (its id); what the cookie holds."""
        cookie = token_urlsafe(32)
        with self._lock:
            self._open[_named(cookie)] = Session(key=key, until=self._now() + self._lasting)
            while len(self._open) > MOST:
                self._open.popitem(last=False)
        return cookie

    def of(self, cookie: str) -> Session | None:
        """The session that a cookie stands for; None where there is none any more."""
        name = _named(cookie)
        with self._lock:
            session = self._open.get(name)
            if session is None:
                return None
            if session.until <= self._now():
                del self._open[name]
                return None
            self._open.move_to_end(name)
            return session

    def end(self, cookie: str) -> None:
        """End a session."""
        with self._lock:
            self._open.pop(_named(cookie), None)

    def end_of_key(self, key: str) -> None:
        """End all sessions of a key."""
        with self._lock:
            for name in [name for name, session in self._open.items() if session.key == key]:
                del self._open[name]

    def token(self, cookie: str) -> str:
        """What the forms of a session, or of a visit, have to carry."""
        return hmac.new(self._secret, b"form " + cookie.encode("utf-8", "surrogatepass"), sha256).hexdigest()

    def fits(self, cookie: str, token: str) -> bool:
        """Whether a form carries it."""
        return hmac.compare_digest(self.token(cookie).encode(), token.encode("utf-8", "surrogatepass"))


def new_visit() -> str:
    """What stands for a browser that has not entered."""
    return token_urlsafe(18)


def _named(cookie: str) -> str:
    return sha256(cookie.encode("utf-8", "surrogatepass")).hexdigest()
