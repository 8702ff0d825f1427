"""The stories of an archive, the latest first: each stands where the newest of what it was found by was told.

A store hands out documents and claims by time, not stories; so what is asked for is walked from the newest on, and a
story is shown at the first of it. On a later page a story is left out that an earlier page had, which a store tells at
once: what is newest of this story? No more than `LOOKED_AT` are looked at for a page, which may then be short and
still go on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from rashomon.present.questions.asked import (
    Asked,
    AskedError,
    checked_limit,
    cursor,
    filters_in_words,
    going_on,
    within,
)
from rashomon.present.questions.facts import Page, StoryAnswer
from rashomon.present.questions.shelf import Shelf
from rashomon.present.questions.told import LIMIT
from rashomon.stores.base import View
from rashomon.stores.facts import Found, KeptStory
from rashomon.stores.query import Query, QueryError, Sought

LOOKED_AT = 400
"""So many documents or claims are looked at for one page."""
AT_ONCE = 64
OF_CLAIMS = ("party", "actor", "target", "voice", "code", "status", "standing")
"""Filters that one claim of the story must meet, all of them together."""
OF_REPORTS = ("outlet", "language", "document")
"""Filters that one report of the story must meet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walk:
    """What is walked: a question to a store, and to which story what it finds belongs."""

    query: Query
    find: Callable[..., Found[Any]]
    story: Callable[[Any], KeptStory | None]
    known: Callable[[Any, set[str]], bool]
    """Whether what was found is of one of these documents or stories."""
    name: Callable[[Any], str]
    at: Callable[[Any], datetime | None]
    of: Callable[[KeptStory], Query]
    """The same question of one story alone."""


def stories(
    view: View, asked: Asked, *, least_origins: int = 0, limit: int = LIMIT, before: str | None = None
) -> Page[StoryAnswer]:
    """The stories asked for.

    Args:
        view: the archive.
        asked: `words`, `outlet`, `language` and `document` are of a report of the story, all other filters of one of
            its claims; `party` is then who acts, is acted on or speaks. The times are of what is asked for: of the
            claim where one is, else of the report.
        least_origins: stories of which one claim rests on so many independent origins at least.
        limit: how many.
        before: where to go on from.
    """
    limit, at = checked_limit(limit), cursor(before)
    for name in ("speaker", "form", "unit", "story"):
        if getattr(asked, name) is not None:
            known = ", ".join((*OF_CLAIMS, *OF_REPORTS, "since", "until"))
            raise AskedError(f"stories cannot be asked by {name}; they can by {known}")
    asked, shelf = filters_in_words(asked, OF_CLAIMS).of(view), Shelf(view)
    by_claims = any(getattr(asked, name) is not None for name in OF_CLAIMS)
    reports = reports_query(asked)
    walk = _claims(shelf, asked) if by_claims else _documents(shelf, reports)
    seen: set[str] = set()

    def answer(hit: Any) -> StoryAnswer | None:  # noqa: ANN401  # a document or a claim
        if walk.known(hit, seen):
            return None
        story = walk.story(hit)
        if story is None:
            return None
        seen.update((story.story.id,) if by_claims else story.story.documents)
        if before is not None and walk.name(walk.find(walk.of(story), limit=1).results[0]) != walk.name(hit):
            return None  # an earlier page had it
        if by_claims and reports.clauses and not _told(view, reports, story):
            return None
        outline = shelf.outline(story.story.id)
        if least_origins > (0 if outline is None else outline.origins):
            return None
        return story_answer(shelf, story, walk.at(hit))

    return _page(walk, answer, limit, at)


def reports_query(asked: Asked) -> Query:
    """What one report of the story must be like.

    Raises:
        AskedError: the words cannot be understood, or hold a field that no report has.
    """
    own = {name: getattr(asked, name) for name in (*OF_REPORTS, "words", "since", "until")}
    try:
        return Asked(**own).query(Sought.DOCUMENTS)
    except QueryError as error:
        filters = ", ".join(OF_CLAIMS)
        raise AskedError(f"{error}. Words find a story by its reports; filters of their own are {filters}") from error


def _page(walk: _Walk, answer: Callable[[Any], StoryAnswer | None], limit: int, at: int | None) -> Page[StoryAnswer]:
    shown: list[StoryAnswer] = []
    looked = 0
    while True:
        found = walk.find(walk.query, limit=AT_ONCE, before=at)
        for number, hit in enumerate(found.results, 1):
            looked += 1
            made = answer(hit)
            if made is not None:
                shown.append(made)
            if len(shown) == limit or looked == LOOKED_AT:
                last = number == len(found.results)
                rest = found if last else walk.find(walk.query, limit=number, before=at)
                return Page(results=tuple(shown), before=going_on(rest.before))
        if found.before is None:
            return Page(results=tuple(shown))
        at = found.before


def _documents(shelf: Shelf, query: Query) -> _Walk:
    view, stories = shelf.view, dict[str, KeptStory]()

    def find(asked: Query, *, limit: int, before: int | None = None) -> Found[Any]:
        found = view.documents(asked, limit=limit, before=before)
        for one in found.results:
            shelf.put(one.document)
        stories.update(view.stories_of([one.document.id for one in found.results]))
        return found

    return _Walk(
        query=query,
        find=find,
        story=lambda found: stories.get(found.document.id),
        known=lambda found, seen: found.document.id in seen,
        name=lambda found: found.document.id,
        at=lambda found: found.document.published_at,
        of=lambda kept: within(query, "document", kept.story.documents),
    )


def _claims(shelf: Shelf, asked: Asked) -> _Walk:
    view = shelf.view
    query = claims_query(asked)
    return _Walk(
        query=query,
        find=view.claims,
        story=lambda found: view.story(found.story),
        known=lambda found, seen: found.story in seen,
        name=lambda found: found.claim.id,
        at=lambda found: shelf.first_told(report.document for report in found.claim.reports),
        of=lambda kept: within(query, "story", (kept.story.id,)),
    )


def claims_query(asked: Asked) -> Query:
    """What one claim of the story must be like; a party is who acts, is acted on or speaks.

    Raises:
        AskedError: a filter says nothing.
        QueryError: a filter's value is none.
    """
    wanted = Asked(**{name: getattr(asked, name) for name in (*OF_CLAIMS, "outlet", "document", "since", "until")})
    query = replace(wanted, party=None).query(Sought.CLAIMS)
    if asked.party is not None:
        acting = replace(wanted, party=asked.party).query(Sought.CLAIMS)
        speaking = Asked(voice=asked.party).query(Sought.CLAIMS)
        query = _or(query, acting, speaking)
    return query


def _or(query: Query, acting: Query, speaking: Query) -> Query:
    """The question with one clause more: it is a party of the claim, or the voice of one of its reports."""
    (party,) = (clause for clause in acting.clauses if clause not in query.clauses)
    (voice,) = speaking.clauses
    return replace(query, clauses=(*query.clauses, replace(party, phrases=(*party.phrases, *voice.phrases))))


def _told(view: View, reports: Query, story: KeptStory) -> bool:
    """Whether one of the story's reports, whenever it was published, is as asked."""
    own = within(replace(reports, since=None, until=None), "document", story.story.documents)
    return bool(view.documents(own, limit=1).results)


def story_answer(shelf: Shelf, kept: KeptStory, at: datetime | None) -> StoryAnswer:
    """A story with what its account comes to; `at` is when what it was found by was told."""
    story = kept.story
    outline = shelf.outline(story.id)
    shelf.put_documents(story.documents)
    documents = [document for name in story.documents if (document := shelf.document(name)) is not None]
    title = next((document.headline for document in documents if document.headline), "") or ""
    first, latest = shelf.first_told(story.documents), shelf.latest_told(story.documents)
    return StoryAnswer(
        id=story.id,
        title=title if outline is None else outline.title,
        storyline=story.storyline,
        documents=story.documents,
        outlets=tuple(dict.fromkeys(document.outlet for document in documents if document.outlet)),
        first=first,
        latest=latest,
        at=at,
        standings={} if outline is None else outline.standings,
        origins=0 if outline is None else outline.origins,
        accounted=outline is not None,
        fresh=outline is not None and outline.revision == kept.revision,
        first_day_only=shelf.day_only(story.documents, first),
        latest_day_only=shelf.day_only(story.documents, latest),
    )
