"""Who may do what: what a key allows, what each page and endpoint needs, and that a form is one of our own.

Who asks was found out at the door (`door.py`) before anything here is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import Depends, Request
from fastapi.routing import iter_route_contexts
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.routing import Match

from rashomon.present.server.keys import WORDS, Scope
from rashomon.present.server.sessions import Sessions

__all__ = ["NOBODY", "Caller", "Scope", "caller_of", "checked_form", "form_of", "form_token", "needs", "scopes_needed"]

TOKEN = "token"  # noqa: S105  # the name of a field
TOKEN_HEADER = "Rashomon-Token"  # noqa: S105  # the name of a header
MOST_FILES = 201
"""Files of one form: one more than a page takes, so that the page says so."""
CHALLENGE: Mapping[str, str] = {"WWW-Authenticate": 'Bearer realm="Rashomon"'}


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who asks, and what that one may do.

    Attributes:
        name: the name of the key, under which decisions are written down; empty where there is none.
        scopes: what is allowed.
        key: the id of the key, which is no secret.
        via: "key" where it came with the request, "session" where a browser was let in by it, "open" without any.
    """

    name: str
    scopes: frozenset[Scope]
    key: str | None = None
    via: str = "open"

    def may(self, scope: Scope) -> bool:
        """Whether this is allowed."""
        return scope in self.scopes


NOBODY = Caller(name="", scopes=frozenset())
"""Who came without a key to where one is needed."""


def caller_of(request: Request) -> Caller:
    """Who asks."""
    caller: Caller = getattr(request.state, "caller", NOBODY)
    return caller


class Needs:
    """Lets those through who have a scope; a dependency."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    async def __call__(self, request: Request) -> None:
        """Look at who asks.

        Raises:
            HTTPException: 401, a key is needed; 403, it allows something else.
        """
        check(caller_of(request), self.scope)


def check(caller: Caller, scope: Scope) -> None:
    """See that a caller has a scope.

    Raises:
        HTTPException: 401, a key is needed; 403, it allows something else.
    """
    if caller.may(scope):
        return
    if caller.key is None:
        told = f"a key is needed to {WORDS[scope]}: enter it at /enter, or send it as `Authorization: Bearer KEY`"
        raise HTTPException(401, told, headers=CHALLENGE)
    raise HTTPException(403, f"the key {caller.name!r} does not allow to {WORDS[scope]}")


def check_route(request: Request, caller: Caller) -> None:
    """See that a caller has each scope that the route of a request needs, before anything of its body is read.

    Raises:
        HTTPException: 401, a key is needed; 403, it allows something else.
    """
    for route in iter_route_contexts(request.app.routes):
        matched, _ = route.matches(dict(request.scope))
        if matched is Match.FULL:
            dependant = getattr(route, "dependant", None)
            for scope in sorted(scopes_needed(dependant) if dependant is not None else ()):
                check(caller, scope)
            return


def needs(scope: Scope) -> Any:  # noqa: ANN401  # what FastAPI calls a dependency
    """As a dependency of a router or an endpoint: only who has this scope comes through."""
    return Depends(Needs(scope))


def scopes_needed(dependant: Any) -> frozenset[Scope]:  # noqa: ANN401  # of a route of FastAPI
    """Which scopes a route declares, by itself or by its routers."""
    found = {dependant.call.scope} if isinstance(dependant.call, Needs) else set()
    return frozenset(found.union(*(scopes_needed(each) for each in dependant.dependencies)))


def form_token(request: Request) -> str:
    """What a form of this caller has to carry in its hidden field `token`; empty for who has not entered."""
    cookie: str | None = getattr(request.state, "session", None)
    return "" if cookie is None else _sessions(request).token(cookie)


async def checked_form(request: Request) -> None:
    """As a dependency of what a form is sent to: only a form of our own, of this caller, comes through.

    The token stands in the form, or in the header `Rashomon-Token` of what a script sends. A program that sends its key
    with the request needs none: no page can make a browser do that.

    Raises:
        HTTPException: 403, the form is none of ours or of another browser.
    """
    caller = caller_of(request)
    if caller.via == "key":
        return
    cookie: str | None = getattr(request.state, "session", None) or getattr(request.state, "visit", None)
    given = request.headers.get(TOKEN_HEADER)
    if given is None:
        told = (await form_of(request)).get(TOKEN)
        given = told if isinstance(told, str) else ""
    if cookie is None or not _sessions(request).fits(cookie, given):
        raise HTTPException(403, "this form is out of date, or was not made for this browser: load the page again")


async def form_of(request: Request) -> FormData:
    """What a form sent; a part of it is as long as the whole body may be. It is read once, whoever asks first."""
    most = request.app.state.service.settings.request_bytes
    return await request.form(max_files=MOST_FILES, max_part_size=most)


def _sessions(request: Request) -> Sessions:
    sessions: Sessions = request.app.state.sessions
    return sessions
