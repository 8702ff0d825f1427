"""Of whom somebody's words are first: by that a bare "Foreign Ministry" may be told from another state's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rashomon.account.offices import Office
from rashomon.core import Kind, Span, Status
from rashomon.core.alignment import Telling
from rashomon.core.body_names import body_name
from rashomon.core.places import country_word

OF_STATE = frozenset({"ministry", "government", "embassy", "army", "navy", "parliament", "treasury"})
"""Bodies of which each country has one, so that one told without its country may be that of any."""


class Subject(NamedTuple):
    """Who acts first in what somebody says, and whether that is told as a plan."""

    name: str
    planned: bool

    @property
    def state(self) -> str:
        """The small-letter name by which a country or another place is filed."""
        country = country_word(self.name)
        return (country.country if country is not None else self.name).lower()


def subjects_of(tellings: Iterable[Telling]) -> dict[tuple[str, Span], Subject]:
    """By report and place of a voice the first one who acts in what it says, a person left out."""
    first: dict[tuple[str, Span], tuple[int, Subject]] = {}
    for t in tellings:
        voice, actor = t.event.voice, t.event.actor
        if voice is None or actor is None or actor.kind is Kind.PERSON:
            continue
        found = (actor.span.start, Subject(actor.name, t.event.status is Status.PLANNED))
        key = (t.document, voice.span)
        if key not in first or found[0] < first[key][0]:
            first[key] = found
    return {key: subject for key, (_, subject) in first.items()}


def of_any_state(office: Office | None) -> bool:
    """Whether an office is told by a word for what every state has: "the ministry spokesman"."""
    named = body_name(office.body) if office is not None and office.body else None
    return named is not None and named.bare and named.head in OF_STATE
