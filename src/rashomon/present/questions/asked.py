"""What is asked: filters and free words, as one question in the syntax of the stores."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import datetime

from rashomon.core import RashomonError
from rashomon.present.questions.forms import in_all_forms
from rashomon.stores.base import View
from rashomon.stores.naming import NotNamedError, document_named, story_named
from rashomon.stores.query import (
    FIELDS,
    IDS,
    NAMES,
    Clause,
    FieldError,
    Phrase,
    Query,
    QueryError,
    Sought,
    parse,
    with_ids,
)
from rashomon.stores.words import GREATEST, folded
from rashomon.stores.words import named as indexed

MOST = 1000
"""No page is longer."""


class AskedError(RashomonError):
    """A question that cannot be put; the message says what can be asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The filters of a question; those that are None ask nothing, all others hold together.

    Attributes:
        words: free words, found in all their forms, and further fields, in the syntax of the stores
            (`stores/query.py`).
        party: who acts, is acted on or speaks, by any part of a name.
        actor: who acts.
        target: who is acted on.
        speaker: who is quoted.
        voice: to whom a report lays what it tells.
        outlet: whose report.
        code: a PLOVER event type.
        status: what a report says of a claim; with a voice or an outlet, one and the same report.
        standing: how a claim or a figure stands over all its reports.
        form: how words are quoted.
        unit: the unit of a figure.
        language: of the report.
        story: of one story, by its id.
        document: of one document, by its id.
        since: from this moment on, aware.
        until: before this moment, aware.
    """

    words: str = ""
    party: str | None = None
    actor: str | None = None
    target: str | None = None
    speaker: str | None = None
    voice: str | None = None
    outlet: str | None = None
    code: str | None = None
    status: str | None = None
    standing: str | None = None
    form: str | None = None
    unit: str | None = None
    language: str | None = None
    story: str | None = None
    document: str | None = None
    since: datetime | None = None
    until: datetime | None = None

    def query(self, sought: Sought) -> Query:
        """The question to a store.

        Raises:
            QueryError: the words cannot be understood, or what is sought cannot be asked so.
            AskedError: a filter says nothing.
        """
        parse(self.words, sought)  # alone first: an OR at its end must not take a filter in
        written = [f'{field}:"{self._value(field)}"' for field in self.given()]
        query = parse(" ".join([in_all_forms(self.words), *written]), sought)
        since = max((at for at in (query.since, self.since) if at is not None), default=None)
        until = min((at for at in (query.until, self.until) if at is not None), default=None)
        return replace(query, since=since, until=until)

    def of(self, view: View) -> Asked:
        """The same question with whole ids, where stories and documents are named by the beginnings of theirs.

        Raises:
            AskedError: an archive has no such story or document, or several that begin so.
        """

        def whole(field: str, name: str) -> str:
            return named(view, field, name)

        return replace(
            self,
            words=with_ids(self.words, whole),
            story=whole("story", self.story.strip()) if self.story and self.story.strip() else self.story,
            document=whole("document", self.document.strip())
            if self.document and self.document.strip()
            else self.document,
        )

    def given(self) -> tuple[str, ...]:
        """The filters by field that ask something."""
        return tuple(name for name in _FIELDS if getattr(self, name) is not None)

    def _value(self, field: str) -> str:
        value: str = getattr(self, field)
        if not value.strip() or (field in NAMES and not folded(value)):
            raise AskedError(f"{field} {value!r} has no letter or digit to look for: name one, or leave it out")
        if field in IDS and '"' in value:
            raise AskedError(f"{value!r} is no id of a {field}")
        return value.strip().replace('"', " ")


def named(view: View, field: str, name: str) -> str:
    """The whole id of the story or document (`field`) so named.

    Raises:
        AskedError: there is none, or there are several.
    """
    try:
        return story_named(view, name) if field == "story" else document_named(view, name)
    except NotNamedError as error:
        raise AskedError(str(error)) from error


_FIELDS = tuple(f.name for f in fields(Asked) if f.name not in {"words", "since", "until"})


def checked_limit(limit: int) -> int:
    """The length of a page.

    Raises:
        AskedError: no page has that length.
    """
    if not 1 <= limit <= MOST:
        raise AskedError(f"a page has 1 to {MOST} results, not {limit}")
    return limit


def cursor(before: str | None) -> int | None:
    """Where a store goes on from.

    Raises:
        AskedError: no page gave that.
    """
    if before is None:
        return None
    if not before.isascii() or not before.isdecimal() or len(before) > 19 or int(before) > GREATEST:
        raise AskedError(f"{before[:40]!r} is not what a page gave as `before`")
    return int(before)


def number_before(before: str | None) -> int:
    """How many come before a page that is counted from the first one.

    Raises:
        AskedError: no page gave that.
    """
    if before is not None and not (before.isascii() and before.isdecimal() and len(before) < 9):
        raise AskedError(f"{before!r} is not what a page gave as `before`")
    return int(before or 0)


def going_on(before: int | None) -> str | None:
    """The same for people and programs; a text, since not every program keeps whole numbers of that size."""
    return None if before is None else str(before)


def within(query: Query, field: str, ids: tuple[str, ...]) -> Query:
    """The same question of these alone: of one of the documents, or one of the stories."""
    choice = Clause(tuple(Phrase((indexed(field, each),)) for each in ids))
    return replace(query, clauses=(*query.clauses, choice))


def answerable(asked: Asked, kinds: tuple[Sought, ...]) -> dict[Sought, Query]:
    """The question to each of the kinds that can be asked by all its fields.

    Raises:
        QueryError: none can, or the words cannot be understood.
    """
    queries: dict[Sought, Query] = {}
    fault: QueryError | None = None
    for sought in kinds:
        try:
            queries[sought] = asked.query(sought)
        except QueryError as error:
            fault = fault or error
    if fault is not None and not queries:
        if isinstance(fault, FieldError):
            raise QueryError(_nothing(kinds, fault.field)) from fault
        raise fault
    return queries


def filters_in_words(asked: Asked, names: Iterable[str]) -> Asked:
    """The question with fields that stand in its words (`status:done`) as filters of their own.

    Taken out is what the words and the filters can say alike: not what is excluded, stands beside OR, ends in a star,
    or comes twice.
    """
    if " OR " in f" {asked.words} ":
        return asked
    given: dict[str, str] = {}
    words = asked.words
    for name in names:
        found = list(re.finditer(rf'(?<!\S){name}:(?:"([^"]*)"|([^\s"*]+))(?!\S)', asked.words))
        if len(found) != 1 or getattr(asked, name) is not None:
            continue
        given[name] = found[0][1] or found[0][2] or ""
        words = words.replace(found[0][0], " ", 1)
    given = {name: value for name, value in given.items() if value}
    return replace(asked, words=" ".join(words.split()), **given) if given else asked  # type: ignore[arg-type]


def _nothing(kinds: tuple[Sought, ...], field: str) -> str:
    every = sorted(frozenset[str]().union(*FIELDS.values()))
    if field not in every:
        return f"there is no field {field!r}; fields are {', '.join(every)} (a colon in a text: put it in marks)"
    known = "; ".join(f"{sought} by {', '.join(sorted(FIELDS[sought]))}" for sought in kinds)
    return f"nothing can be asked by all these fields at once: {known} (a colon in a text: put it in marks)"
