"""The stories of a day or longer, by how many independent origins they rest on and by what is disputed.

A store hands out reports by time. So the newest of the stretch are looked at, `LOOKED_AT` at most, and their stories
put in order; a page is a part of that order. What costs more than a number (titles, times, the leading claim) is looked
up for the stories of the page alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice

from rashomon.core import Standing
from rashomon.core.batches import batched
from rashomon.present.questions.asked import Asked, AskedError, checked_limit, number_before, within
from rashomon.present.questions.by_story import OF_CLAIMS, OF_REPORTS, claims_query, reports_query, story_answer
from rashomon.present.questions.facts import Page, StoryAnswer
from rashomon.present.questions.leading import CONTESTED, Leading, leading
from rashomon.present.questions.shelf import Shelf
from rashomon.present.questions.told import LIMIT
from rashomon.stores.base import View
from rashomon.stores.facts import KeptStory, Outline
from rashomon.stores.query import Query, Sought

LOOKED_AT = 400
"""So many of the newest reports of a stretch are looked at."""
AT_ONCE = 20
"""So many stories are asked about their claims at once."""
CLAIMS_AT_ONCE = 60
DAY = timedelta(days=1)
AHEAD = DAY
"""A report may be dated so far ahead of the clock and still be of today: papers date what they print tomorrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontStory:
    """A story of the stretch: how many of its reports are of it, when each of all was published, and what leads it."""

    story: StoryAnswer
    here: int
    times: tuple[datetime, ...]
    leading: Leading | None
    days: frozenset[datetime] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage(Page[FrontStory]):
    """The stories of `[since, until)` in their order, from the one numbered `first` (from 0) on.

    `stories` are all that were put in order; None where a filter on claims leaves open how many are as asked.
    `looked_at` are the reports that they were found by, `whole` tells that these are all of the stretch. `earlier` is
    when the newest report before it was published, `newest` that of all.
    """

    since: datetime | None
    until: datetime | None
    first: int
    stories: int | None
    looked_at: int
    whole: bool
    earlier: datetime | None
    newest: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ranked:
    """A story as far as its place needs it."""

    kept: KeptStory
    outline: Outline | None
    here: int
    latest: datetime | None

    @property
    def place(self) -> tuple[int, int, float, str]:
        origins = 0 if self.outline is None else self.outline.origins
        contested = 0 if self.outline is None else sum(self.outline.standings.get(each, 0) for each in CONTESTED)
        at = 0.0 if self.latest is None else self.latest.timestamp()
        return -origins, -contested, -at, self.kept.story.id


def front(view: View, asked: Asked, *, limit: int = LIMIT, before: str | None = None) -> FrontPage:
    """The stories of which a report was published in the stretch asked for, `asked.since` to `asked.until`.

    They are ranked by the most independent origins that one claim of the story rests on; of equal ones those with more
    claims denied or disputed come first, then those with the newer report. Copies and shared quotations add no origin,
    so that a report which fifty outlets reprint ranks as one.

    Args:
        view: the archive.
        asked: `words`, `outlet`, `language` and `document` are of a report of the stretch; `party` (who acts, is acted
            on or speaks), `actor`, `target`, `voice`, `code`, `status` and `standing` of one claim of the story,
            whenever it was told.
        limit: how many.
        before: where to go on from.

    Raises:
        AskedError: the question cannot be put.
        QueryError: its words cannot be understood.
    """
    limit, first = checked_limit(limit), number_before(before)
    for name in ("speaker", "form", "unit", "story"):
        if getattr(asked, name) is not None:
            known = ", ".join((*OF_CLAIMS, *OF_REPORTS, "since", "until"))
            raise AskedError(f"the front cannot be asked by {name}; it can by {known}")
    asked, shelf = asked.of(view), Shelf(view)
    reports = reports_query(asked)
    found = view.documents(reports, limit=LOOKED_AT)
    for one in found.results:
        shelf.put(one.document)
    order = sorted(_ranked(shelf, [one.document.id for one in found.results]), key=lambda one: one.place)
    order = _standing(asked, order)
    ranked = list(islice(_with_claims(view, asked, order), first + limit + 1))
    shown = ranked[first : first + limit]
    _look_up(shelf, shown)
    leads = leading(view, (one.outline for one in shown if one.outline is not None))
    return FrontPage(
        results=tuple(_story(shelf, one, leads.get(one.kept.story.id)) for one in shown),
        before=str(first + limit) if len(ranked) > first + limit else None,
        since=reports.since,
        until=reports.until,
        first=first,
        stories=len(order) if _claims_asked(asked) is None else None,
        looked_at=len(found.results),
        whole=found.before is None,
        earlier=None if reports.since is None else newest(view, until=reports.since),
        newest=newest(view),
    )


def newest(view: View, *, until: datetime | None = None) -> datetime | None:
    """When the newest report (before `until`) was published; None where none is dated."""
    found = view.documents(Query(sought=Sought.DOCUMENTS, until=until), limit=1).results
    return found[0].document.published_at if found else None


def newest_day(view: View, now: datetime) -> tuple[datetime, datetime] | None:
    """The newest day, in UTC, of which there are reports; None where none is dated.

    One report with a wrong date must not be the day: what is dated after tomorrow counts only where nothing else is.
    """
    at = newest(view, until=now + AHEAD) or newest(view)
    if at is None:
        return None
    begin = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return begin, begin + DAY


def _ranked(shelf: Shelf, documents: list[str]) -> list[_Ranked]:
    stories: Mapping[str, KeptStory] = shelf.view.stories_of(documents)
    of: dict[str, list[str]] = {}
    for document in documents:
        if document in stories:
            of.setdefault(stories[document].story.id, []).append(document)
    shelf.put_outlines(of)
    return [
        _Ranked(
            kept=stories[names[0]],
            outline=shelf.outline(story),
            here=len(names),
            latest=shelf.latest_told(names),
        )
        for story, names in of.items()
    ]


def _standing(asked: Asked, ranked: list[_Ranked]) -> list[_Ranked]:
    """Those with a claim that stands as asked, which the outline of a story tells.

    Raises:
        AskedError: there is no such standing.
    """
    if asked.standing is None:
        return ranked
    try:
        standing = Standing(asked.standing.strip().lower())
    except ValueError:
        raise AskedError(f"standing is one of {', '.join(sorted(Standing))}, not {asked.standing!r}") from None
    return [one for one in ranked if one.outline is not None and one.outline.standings.get(standing)]


def _claims_asked(asked: Asked) -> Query | None:
    """What one claim of a story must be like beyond its standing; None where nothing is asked."""
    if all(getattr(asked, name) is None for name in OF_CLAIMS if name != "standing"):
        return None
    return replace(claims_query(asked), since=None, until=None)


def _with_claims(view: View, asked: Asked, ranked: list[_Ranked]) -> Iterator[_Ranked]:
    """Those of which one claim is as asked, in the same order; no more is asked than is taken."""
    query = _claims_asked(asked)
    if query is None:
        yield from ranked
        return
    for some in batched(ranked, AT_ONCE):
        waiting, found = {one.kept.story.id for one in some}, set[str]()
        while waiting:  # each turn finds one story at least, or is the last
            those = view.claims(within(query, "story", tuple(sorted(waiting))), limit=CLAIMS_AT_ONCE)
            found |= {one.story for one in those.results}
            waiting -= found
            if those.before is None or not those.results:
                break
        yield from (one for one in some if one.kept.story.id in found)


def _look_up(shelf: Shelf, shown: list[_Ranked]) -> None:
    """All the documents of these stories, at once."""
    shelf.put_documents(name for one in shown for name in one.kept.story.documents)


def _story(shelf: Shelf, one: _Ranked, lead: Leading | None) -> FrontStory:
    documents = map(shelf.document, one.kept.story.documents)
    times = sorted(each.published_at for each in documents if each is not None and each.published_at)
    return FrontStory(
        story=story_answer(shelf, one.kept, one.latest),
        here=one.here,
        times=tuple(times),
        days=frozenset(at for at in times if shelf.day_only(one.kept.story.documents, at)),
        leading=lead,
    )
