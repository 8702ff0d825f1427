"""All stories that are as asked, page after page: for what writes them whole."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.present.questions.asked import MOST, Asked
from rashomon.present.questions.by_story import stories
from rashomon.present.questions.facts import Page, StoryAnswer
from rashomon.stores.base import View


def every_story(view: View, asked: Asked) -> Iterator[StoryAnswer]:
    """The stories asked for, the latest first.

    Args:
        view: of the archive.
        asked: as `stories` takes it.

    Raises:
        AskedError: it cannot be asked so.
    """
    before: str | None = None
    while True:
        page = stories(view, asked, limit=MOST, before=before)
        yield from page.results
        before = page.before
        if before is None:
            return


def some_stories(view: View, asked: Asked, *, turns: int, before: str | None = None) -> Page[StoryAnswer]:
    """Those that are found in bounded time, and where to go on from; there may be none although more follow.

    Args:
        view: of the archive.
        asked: as `stories` takes it.
        turns: so many pages are asked for, each of which looks through a bounded part of the archive.
        before: where to go on from.

    Raises:
        AskedError: it cannot be asked so.
    """
    found: list[StoryAnswer] = []
    for _ in range(turns):
        page = stories(view, asked, limit=MOST, before=before)
        found += page.results
        before = page.before
        if before is None:
            break
    return Page(results=tuple(found), before=before)
