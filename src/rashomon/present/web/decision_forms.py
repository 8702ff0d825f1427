"""What a form of a decision sent, kept as it was typed, and the decision that it comes to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from rashomon.archive.deciding import DecideError, Desk
from rashomon.core import Decision
from rashomon.present.server.access import form_of

REASON_CHARS = 4000
"""No reason is longer."""
MOST_PLACES = 200
"""No more places are named at once."""

FORMS = {
    "merge": "Merge with another story",
    "split": "Split reports off",
    "move": "Move a report to another story",
    "speaker": "Correct a speaker",
    "one-party": "These names are one",
    "not-that-claim": "A report does not tell this claim",
    "not-a-copy": "Neither copied the other",
    "note": "Write a note",
}
"""What can be decided, in the order of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What somebody sent in a form: kept and shown again where it cannot be decided so."""

    do: str
    words: Mapping[str, Sequence[str]]

    def one(self, field: str) -> str:
        """The first value of a field, without blanks around it."""
        return next(iter(self.words.get(field, ())), "").strip()

    def every(self, field: str) -> list[str]:
        """All values of a field that say something."""
        return [value.strip() for value in self.words.get(field, ()) if value.strip()]

    def has(self, field: str, value: str) -> bool:
        """Whether a box or an option was chosen."""
        return value in self.words.get(field, ())


async def typed(request: Request) -> Typed:
    """What a form sent."""
    words: dict[str, list[str]] = {}
    form = await form_of(request)
    for field, value in form.multi_items():
        if isinstance(value, str):
            words.setdefault(field, []).append(value)
    await form.close()
    return Typed(do=next(iter(words.get("do", ())), ""), words=words)


Sent = Annotated[Typed, Depends(typed)]

MADE: Mapping[str, Callable[[Desk, Typed, str], Decision]] = {
    "merge": lambda desk, sent, story: desk.merge([story, *_named(sent, "with")]),
    "split": lambda desk, sent, _: desk.split(_some(sent.every("document"), "choose the reports that leave")),
    "move": lambda desk, sent, _: desk.move(
        _given(sent.one("document"), "choose the report that moves"), _given(sent.one("to"), "say to which story")
    ),
    "speaker": lambda desk, sent, story: desk.speaker(
        _some(sent.every("said"), "choose the words that are said"),
        name=None if sent.one("nobody") else _given(sent.one("name"), "say who speaks, or that nobody known does"),
        within=story,
    ),
    "one-party": lambda desk, sent, story: desk.one_party(
        [*sent.every("name"), *sent.every("other")], within=None if sent.one("everywhere") else story
    ),
    "not-that-claim": lambda desk, sent, _: _not_that_claim(desk, sent),
    "not-a-copy": lambda desk, sent, _: _not_a_copy(desk, sent),
    "note": lambda desk, sent, story: desk.note(sent.every("about") or [story]),
}
"""How each form becomes a decision."""


def reason_of(sent: Typed, *, missing: str = "say why") -> str:
    """The reason that was given.

    Raises:
        DecideError: there is none, or it is too long.
    """
    reason = sent.one("reason")
    if not reason:
        raise DecideError(missing)
    if len(reason) > REASON_CHARS:
        raise DecideError(f"a reason has up to {REASON_CHARS} characters, and this one {len(reason)}")
    return reason


def make(desk: Desk, sent: Typed, story: str) -> Decision:
    """The decision that a form comes to.

    Raises:
        DecideError: it cannot be decided so; the message says what to give.
    """
    made = MADE.get(sent.do)
    if made is None:
        raise DecideError("choose what you decide")
    if len(sent.every("said")) > MOST_PLACES:
        raise DecideError(f"one decision is of up to {MOST_PLACES} places")
    return made(desk, sent, story)


def _not_that_claim(desk: Desk, sent: Typed) -> Decision:
    told = _given(sent.one("report"), "choose the report and the claim that it does not tell")
    claim, mark, place = told.partition("@")
    return desk.not_that_claim(place, [claim]) if mark else desk.not_that_claim(told)


def _not_a_copy(desk: Desk, sent: Typed) -> Decision:
    left, right = sent.one("left"), sent.one("right")
    if pair := sent.one("pair"):
        left, _, right = pair.partition(" ")
    return desk.not_a_copy(_given(left, "choose the two reports"), _given(right, "choose the two reports"))


def _named(sent: Typed, field: str) -> list[str]:
    return _some(sent.every(field), "say with which story")


def _some(values: list[str], fault: str) -> list[str]:
    if not values:
        raise DecideError(fault)
    return values


def _given(value: str, fault: str) -> str:
    if not value:
        raise DecideError(fault)
    return value
