"""Entering with a key, leaving, and the keys of the archive."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.exceptions import HTTPException

from rashomon.present.server.access import Scope, caller_of, checked_form, needs
from rashomon.present.server.callers import Callers
from rashomon.present.server.keys import WORDS, new_key
from rashomon.present.server.service import Served
from rashomon.present.server.sessions import COOKIE, VISIT_COOKIE, Sessions, new_visit
from rashomon.present.web import addresses
from rashomon.present.web.rendering import rendered

router = APIRouter(include_in_schema=False)
NAME_CHARS = 100
CHECKED = Depends(checked_form)


@router.get(addresses.ENTER)
def enter(request: Request, to: str = addresses.FRONT) -> HTMLResponse:
    """The form for a key."""
    return _form(request, _own(to))


@router.post(addresses.ENTER, dependencies=[CHECKED])
async def entered(
    request: Request, key: Annotated[str, Form()] = "", to: Annotated[str, Form()] = addresses.FRONT
) -> Response:
    """Let a browser in for whom the key is right."""
    callers: Callers = request.app.state.callers
    try:
        kept = await callers.by_key(key.strip(), request.client.host if request.client else "")
    except HTTPException as fault:
        page = _form(request, _own(to), fault=str(fault.detail), status=fault.status_code)
        page.headers.update({name: value for name, value in (fault.headers or {}).items() if name == "Retry-After"})
        return page
    answer = RedirectResponse(_own(to), 303)
    sessions = _sessions(request)
    _end(request)
    _set(request, answer, COOKIE, sessions.begin(kept.id), seconds=sessions.seconds)
    answer.delete_cookie(VISIT_COOKIE, path="/")
    return answer


@router.post(addresses.LEAVE, dependencies=[CHECKED])
def left(request: Request) -> RedirectResponse:
    """End the session of this browser."""
    _end(request)
    answer = RedirectResponse(addresses.ENTER, 303)
    answer.delete_cookie(COOKIE, path="/")
    return answer


@router.get(addresses.KEYS, dependencies=[needs(Scope.ADMIN)])
def keys(request: Request, service: Served) -> HTMLResponse:
    """The keys, and a form for another one."""
    return _keys(request, service)


@router.post(addresses.KEYS, dependencies=[needs(Scope.ADMIN), CHECKED])
def added(
    request: Request,
    service: Served,
    name: Annotated[str, Form()] = "",
    scope: Annotated[list[Scope] | None, Form()] = None,
    until: Annotated[str, Form()] = "",
) -> HTMLResponse:
    """Make a key, and show it this once."""
    if not name.strip() or len(name) > NAME_CHARS:
        return _keys(request, service, fault=f"a key has a name, of up to {NAME_CHARS} characters", status=400)
    if not scope:
        return _keys(request, service, fault="a key allows something: choose what", status=400)
    try:
        ends = datetime.combine(datetime.fromisoformat(until).date(), time(), UTC) if until else None
    except ValueError:
        return _keys(request, service, fault="the day on which a key ends is written as 2031-12-31", status=400)
    made, kept = new_key(name, scope, by=caller_of(request).name, at=service.now(), until=ends)
    with service.store.writer() as writer:
        writer.keep_key(kept)
    page = _keys(request, service, made=made)
    page.headers["Cache-Control"] = "no-store"
    return page


@router.post("/keys/{key}/end", dependencies=[needs(Scope.ADMIN), CHECKED])
def ended(request: Request, service: Served, key: str) -> Response:
    """End a key, and the sessions of whoever entered with it."""
    with service.view() as view:
        if view.key(key) is None:
            raise HTTPException(404, "there is no such key")
    with service.store.writer() as writer:
        writer.end_key(key, by=caller_of(request).name, at=service.now())
    _sessions(request).end_of_key(key)
    return RedirectResponse(addresses.KEYS, 303)


def _keys(
    request: Request, service: Served, *, fault: str = "", made: str | None = None, status: int = 200
) -> HTMLResponse:
    with service.view() as view:
        kept = view.keys()
    return rendered(
        request, "keys.html.j2", status=status, keys=kept, now=service.now(), scopes=WORDS, fault=fault, made=made
    )


def _form(request: Request, to: str, *, fault: str = "", status: int = 200) -> HTMLResponse:
    """The form, with a token that fits this browser: of its session, or of the visit that its cookie stands for."""
    visit = getattr(request.state, "session", None) or getattr(request.state, "visit", None) or new_visit()
    page = rendered(
        request, "enter.html.j2", status=status, to_go=to, fault=fault, form_token=_sessions(request).token(visit)
    )
    if visit != getattr(request.state, "session", None):
        _set(request, page, VISIT_COOKIE, visit, seconds=3600)
    page.headers["Cache-Control"] = "no-store"
    return page


def _set(request: Request, answer: Response, name: str, value: str, *, seconds: int) -> None:
    """A cookie that no script reads and no other site has sent; over https, by nothing else."""
    answer.set_cookie(
        name, value, max_age=seconds, path="/", httponly=True, samesite="strict", secure=request.url.scheme == "https"
    )


def _end(request: Request) -> None:
    session: str | None = getattr(request.state, "session", None)
    if session is not None:
        _sessions(request).end(session)


def _own(address: str) -> str:
    """An address of ours; any other becomes the front page, so that nobody is led elsewhere from here."""
    fits = address.startswith("/") and not address.startswith("//") and "\\" not in address and address.isprintable()
    return address if fits else addresses.FRONT


def _sessions(request: Request) -> Sessions:
    sessions: Sessions = request.app.state.sessions
    return sessions
