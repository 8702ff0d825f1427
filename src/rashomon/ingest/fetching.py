"""How an address is fetched: turns at its host, robots.txt, redirections one by one, further attempts, what came of it.

No connection is opened here: a `Session`, which `connections` gives, answers single requests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic
from typing import Protocol

from rashomon.core import Problem
from rashomon.ingest import answers
from rashomon.ingest.faults import fault
from rashomon.ingest.fetched import Answer, Failed, Fetched, FetchSettings, Validators
from rashomon.ingest.politeness import Politeness
from rashomon.ingest.robots import MOST_BYTES, MOST_REDIRECTS, KnownRobots, Rules, rules_of
from rashomon.ingest.targets import Target, understood, without_credentials

REDIRECTING = frozenset({301, 302, 303, 307, 308})
NOT_NOW = frozenset({429, 503})
FALTERING = frozenset({500, 502, 504})
NOT_THERE = frozenset({404, 410})
NOT_FOR_ALL = frozenset({401, 402, 403, 407, 451})
NO_HOST = frozenset({"address-not-fetched", "address-private", "address-not-trusted", "address-too-slow"})
"""Codes of what keeps a host as a whole from answering, whatever it is asked for."""
ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


class Session(Protocol):
    """Answers the requests of one attempt; redirections are answers like any other."""

    def get(
        self, target: Target, *, headers: Mapping[str, str], seconds: float, most_bytes: int, cut: bool = False
    ) -> Answer | Failed:
        """What a target answers.

        Args:
            target: whom to ask for what.
            headers: further header fields.
            seconds: how long all of it may take.
            most_bytes: the longest body.
            cut: take the beginning of a longer body, instead of refusing it.
        """


class Fetching:
    """Fetches addresses through sessions; remembers robots.txt and the turns of hosts between them."""

    def __init__(self, settings: FetchSettings, opened: Callable[[], AbstractContextManager[Session]]) -> None:
        self._settings = settings
        self._opened = opened
        self._robots = KnownRobots()
        self._politeness = Politeness(
            delay_seconds=settings.delay_seconds, most_wait_seconds=settings.most_wait_seconds
        )

    def fetch(self, address: str, known: Validators | None) -> Fetched | Problem:
        """What an address answers, after redirections and further attempts; see `connections.Fetcher`."""
        target = understood(address)
        if isinstance(target, str):
            shown = without_credentials(address)
            return fault("address-not-understood", f"{shown[:200]} cannot be fetched: {target}.", shown)
        found: Fetched | Failed = _failed(target, "address-not-fetched", "was not asked for: no attempt is allowed")
        for attempt in range(self._settings.attempts):
            with self._opened() as session:
                found = _Attempt(self, session, target, known).made()
            if isinstance(found, Fetched) or not found.again or self._politeness.ended:
                break
            wait = found.wait_seconds
            if wait is None:
                wait = min(self._settings.back_off_seconds * 2**attempt, self._settings.most_wait_seconds)
            self._politeness.rest(target.host, wait)
            if wait > self._settings.most_wait_seconds:
                break
        return found.problem if isinstance(found, Failed) else found

    def end(self) -> None:
        """Let no thread wait for a turn any longer, and fetch nothing more."""
        self._politeness.end()

    @property
    def settings(self) -> FetchSettings:
        """The settings."""
        return self._settings

    @property
    def politeness(self) -> Politeness:
        """The turns at hosts."""
        return self._politeness

    @property
    def robots(self) -> KnownRobots:
        """What hosts asked of robots so far."""
        return self._robots


class _Attempt:
    """One attempt: from the address along its redirections to an answer, within one limit of time."""

    def __init__(self, fetching: Fetching, session: Session, target: Target, known: Validators | None) -> None:
        self._fetching = fetching
        self._settings = fetching.settings
        self._session = session
        self._asked = target
        self._known = known
        self._left_seconds = self._settings.total_seconds

    def made(self) -> Fetched | Failed:
        """What the address answers in the end."""
        at, before, seen = self._asked, None, {self._asked.shown}
        for _ in range(self._settings.most_redirects + 1):
            answer = self._answer(at, before)
            if isinstance(answer, Failed):
                return self._told(answer, at)
            if answer.status not in REDIRECTING:
                return self._concluded(at, answer)
            onward = self._onward(at, answer)
            if isinstance(onward, Failed):
                return onward
            if "set-cookie" in answer.headers:
                seen.clear()  # the same address may answer otherwise to who has the cookie
            if onward.shown in seen:
                said = f"redirects in a loop, back to {onward.shown}; open it in a browser and save the page"
                return _failed(self._asked, "address-redirects", said)
            seen.add(onward.shown)
            at, before = onward, at
        said = f"redirects more than {self._settings.most_redirects} times, last to {at.shown}"
        return _failed(self._asked, "address-redirects", f"{said}; open it in a browser and save the page")

    def _answer(self, target: Target, before: Target | None) -> Answer | Failed:
        """What a target answers, in its host's turn and by its host's rules."""
        politeness = self._fetching.politeness
        redirected_within = before is not None and before.host == target.host
        with politeness.turn(target.host, at_once=redirected_within) as turn:
            if politeness.ended:
                return _failed(target, "address-not-fetched", "was not asked for: the fetcher is closed")
            if turn.refused_seconds:
                said = f"wants to be left alone for another {turn.refused_seconds:,.0f} seconds; try again then"
                return _failed(target, "address-busy", said)
            rules = self._rules(target)
            if isinstance(rules, Failed):
                return rules
            turn.delay_seconds = max(turn.delay_seconds, min(rules.delay_seconds, self._settings.most_wait_seconds))
            if not rules.allow(target.shown):
                said = f"is not for robots: {target.origin}/robots.txt says so; save the page and give the file"
                return _failed(target, "address-disallowed", said)
            return self._got(target, {"Accept": ACCEPT} | answers.conditions(self._known))

    def _got(
        self, target: Target, headers: Mapping[str, str], *, most_bytes: int | None = None, cut: bool = False
    ) -> Answer | Failed:
        if target.authorization is not None:
            headers = {**headers, "Authorization": target.authorization}
        began = monotonic()
        answer = self._session.get(
            target,
            headers=headers,
            seconds=self._left_seconds,
            most_bytes=most_bytes or self._settings.most_bytes,
            cut=cut,
        )
        self._left_seconds -= monotonic() - began
        return answer

    def _rules(self, target: Target) -> Rules | Failed:
        """What the target's host asks of robots: known, or asked now; a problem where that cannot be known now."""
        known = self._fetching.robots.get(target.origin)
        if known is None:
            known = self._asked_rules(target)
            if isinstance(known, Rules) or known.problem.code in {"robots-not-known", "address-too-slow"}:
                self._fetching.robots.keep(target.origin, known)
        if isinstance(known, Failed):  # perhaps of another page of the host, with whose address the message begins
            before, said = known.problem.address or "", known.problem.message
            said = target.shown + said.removeprefix(before)
            return replace(known, problem=replace(known.problem, address=target.shown, message=said))
        return known

    def _asked_rules(self, target: Target) -> Rules | Failed:
        agent = self._settings.user_agent
        at = replace(target, path="/robots.txt")
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._got(at, {"Accept": "text/plain,*/*;q=0.5"}, most_bytes=MOST_BYTES, cut=True)
            if isinstance(answer, Failed):
                if answer.problem.code in NO_HOST and at.origin == target.origin:
                    return answer
                return _rules_unknown(target, answer.problem.message.rstrip("."))
            if 200 <= answer.status < 300:
                return rules_of(answer.octets, agent=agent)
            if answer.status in REDIRECTING:
                onward = at.onward(answer.headers.get("location", ""))
                if isinstance(onward, str):
                    return Rules(agent=agent)
                at = onward
                continue
            if answer.status >= 500 or answer.status == 429:
                return _rules_unknown(target, f"{at.shown} answered {answer.status}")
            return Rules(agent=agent)  # RFC 9309: what is not there allows everything
        return Rules(agent=agent)

    def _onward(self, at: Target, answer: Answer) -> Target | Failed:
        location = answer.headers.get("location", "").strip()
        if not location:
            return _failed(at, "address-redirects", f"answered {answer.status} without saying where to go")
        onward = at.onward(location)
        if isinstance(onward, str):
            said = f"redirects to {without_credentials(location)[:200]}, which cannot be fetched: {onward}"
            return _failed(at, "address-redirects", said)
        return onward

    def _told(self, found: Failed, at: Target) -> Failed:
        """A fault of where a redirection led, told of the address that was asked for."""
        if at == self._asked:
            return found
        said = f"{self._asked.shown} redirects on: {found.problem.message}"
        return replace(found, problem=replace(found.problem, message=said, address=self._asked.shown))

    def _concluded(self, at: Target, answer: Answer) -> Fetched | Failed:
        now = datetime.now(UTC)
        status, known = answer.status, self._known
        if status == 304 and known is not None and answers.conditions(known):
            told = answers.validators(answer.headers)
            kept = Validators(etag=told.etag or known.etag, last_modified=told.last_modified or known.last_modified)
        elif 200 <= status < 300:
            kept = answers.validators(answer.headers)
        else:
            return self._told(_by_status(at, answer, now), at)
        return Fetched(
            asked=self._asked.shown,
            address=at.shown,
            status=status,
            octets=answer.octets,
            content_type=answers.content_type(answer.headers),
            charset=answers.charset(answer.headers),
            validators=kept,
            at=now,
        )


def _by_status(target: Target, answer: Answer, now: datetime) -> Failed:
    """Why a status other than success gave nothing."""
    status = answer.status
    if status in NOT_NOW:
        wait = answers.wait_seconds(answer.headers, now=now)
        when = f"in {wait:,.0f} seconds" if wait else "later"
        failed = _failed(target, "address-busy", f"is too busy (it answered {status}); try again {when}")
        return replace(failed, again=True, wait_seconds=wait)
    if status in FALTERING:
        failed = _failed(target, "address-not-fetched", f"answered {status}, a fault of its own; try again later")
        return replace(failed, again=True)
    if status in NOT_THERE:
        return _failed(target, "address-not-there", f"is not there (it answered {status}); check the address")
    if status in NOT_FOR_ALL:
        said = f"is not for everybody (it answered {status}); open it in a browser and save the page"
        return _failed(target, "address-not-allowed", said)
    return _failed(target, "address-not-fetched", f"answered {status}, and nothing to read")


def _rules_unknown(target: Target, reason: str) -> Failed:
    said = f"is not asked for now, since its host's rules for robots cannot be known ({reason}); try again later"
    return _failed(target, "robots-not-known", said)


def _failed(target: Target, code: str, said: str) -> Failed:
    return Failed(problem=fault(code, f"{target.shown} {said}.", target.shown))
