"""An archive asked from Python: every question as a method, its answers one after the other, the latest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypedDict, TypeVar, Unpack

from rashomon.present.python.accounts import Account
from rashomon.present.questions.facts import (
    ClaimAnswer,
    DocumentAnswer,
    FigureAnswer,
    Hit,
    OutletAnswer,
    Page,
    QuotationAnswer,
    StoryAnswer,
)

if TYPE_CHECKING:
    from rashomon.pipeline import Pipeline
    from rashomon.present.questions import Asked
    from rashomon.settings import Settings
    from rashomon.stores import Store, View

PAGE = 100
"""So many answers are taken from the archive at once, each time as of that moment."""

AnswerT = TypeVar("AnswerT")


class Filters(TypedDict, total=False):
    """What a question can be narrowed by; a question that cannot be asked so says which it can.

    `since` and `until` are aware times, or words such as "2031-05-01", "yesterday", "this week", "7d" (in UTC); all
    others are those of the commands (`rashomon claims --help`).
    """

    party: str
    actor: str
    target: str
    speaker: str
    voice: str
    outlet: str
    code: str
    status: str
    standing: str
    form: str
    unit: str
    language: str
    story: str
    document: str
    since: str | datetime
    until: str | datetime


class OpenArchive:
    """An archive that is open for reading; `rashomon.open` makes one.

    The questions give iterators that go on page by page, so a loop over them can end where it likes.
    """

    def __init__(self, store: Store, pipeline: Pipeline, *, place: str) -> None:
        self.place = place
        self._store = store
        self._pipeline = pipeline

    def stories(
        self, words: str = "", *, least_origins: int = 0, limit: int | None = None, **filters: Unpack[Filters]
    ) -> Iterator[StoryAnswer]:
        """The stories asked for.

        Args:
            words: free words and fields, in the query syntax.
            least_origins: stories of which one claim rests on so many independent origins at least.
            limit: how many at most.
            filters: what else must hold.
        """
        from rashomon.present import questions

        asked = _asked(words, filters)
        return self._all(
            lambda view, before, most: questions.stories(
                view, asked, least_origins=least_origins, limit=most, before=before
            ),
            limit,
        )

    def claims(self, words: str = "", *, limit: int | None = None, **filters: Unpack[Filters]) -> Iterator[ClaimAnswer]:
        """The claims asked for, with each report's outlet, status, voice and words."""
        from rashomon.present import questions

        asked = _asked(words, filters)
        return self._all(lambda view, before, most: questions.claims(view, asked, limit=most, before=before), limit)

    def quotes(
        self, words: str = "", *, limit: int | None = None, **filters: Unpack[Filters]
    ) -> Iterator[QuotationAnswer]:
        """The words said that are asked for, with who said them and whose report quotes them."""
        from rashomon.present import questions

        asked = _asked(words, filters)
        return self._all(lambda view, before, most: questions.quotations(view, asked, limit=most, before=before), limit)

    def figures(
        self, words: str = "", *, limit: int | None = None, **filters: Unpack[Filters]
    ) -> Iterator[FigureAnswer]:
        """The lines of figures asked for, with who tells which value."""
        from rashomon.present import questions

        asked = _asked(words, filters)
        return self._all(lambda view, before, most: questions.figures(view, asked, limit=most, before=before), limit)

    def documents(
        self, words: str = "", *, limit: int | None = None, **filters: Unpack[Filters]
    ) -> Iterator[DocumentAnswer]:
        """The reports asked for, without their texts."""
        from rashomon.present import questions

        asked = _asked(words, filters)
        return self._all(lambda view, before, most: questions.documents(view, asked, limit=most, before=before), limit)

    def outlets(
        self, words: str = "", *, limit: int | None = None, **filters: Unpack[Filters]
    ) -> Iterator[OutletAnswer]:
        """The outlets of the reports asked for: whom they copy and credit, and who copies and credits them."""
        from rashomon.present import questions

        asked = _asked(words, filters)
        return self._all(lambda view, before, most: questions.outlets(view, asked, limit=most, before=before), limit)

    def search(self, words: str = "", *, limit: int | None = None, **filters: Unpack[Filters]) -> Iterator[Hit]:
        """What is found in claims, quotations and documents alike."""
        from rashomon.present import questions

        asked = _asked(words, filters)
        return self._all(lambda view, before, most: questions.search(view, asked, limit=most, before=before), limit)

    def story(self, name: str) -> Account:
        """The account of one story, by its id or the beginning of it.

        Raises:
            RashomonError: there is no such story, or several begin so.
        """
        from rashomon.present import questions

        with self._store.view() as view:
            return Account.of(questions.story(view, name, pipeline=self._pipeline))

    def account(self) -> Account:
        """The accounts of all its stories as one: all of it in memory."""
        from rashomon.archive import account_of_all

        with self._store.view() as view:
            return Account.of(account_of_all(view, self._pipeline))

    def close(self) -> None:
        """Let the archive go."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<OpenArchive {self.place}>"

    def _all(self, ask: Callable[[View, str | None, int], Page[AnswerT]], limit: int | None) -> Iterator[AnswerT]:
        """The answers of page after page, each of its own moment.

        The first page is asked for at once, so that a question that cannot be put says so where it is put.
        """
        first = self._page(ask, None, limit)
        return self._following(first, ask, limit)

    def _page(
        self, ask: Callable[[View, str | None, int], Page[AnswerT]], before: str | None, left: int | None
    ) -> Page[AnswerT]:
        with self._store.view() as view:
            return ask(view, before, PAGE if left is None else min(PAGE, left))

    def _following(
        self, page: Page[AnswerT], ask: Callable[[View, str | None, int], Page[AnswerT]], limit: int | None
    ) -> Iterator[AnswerT]:
        left = limit
        while True:
            yield from page.results
            left = None if left is None else left - len(page.results)
            if page.before is None or left == 0:
                return
            page = self._page(ask, page.before, left)


def open_archive(archive: str | Path, *, settings: Settings | None = None) -> OpenArchive:
    """An archive that is there, open for reading; `rashomon.open`.

    Raises:
        ArchiveError: there is none, or it cannot be opened.
    """
    from rashomon.pipeline import Pipeline
    from rashomon.stores import open_store
    from rashomon.stores.shown import without_password

    return OpenArchive(open_store(archive, create=False), Pipeline(settings), place=without_password(str(archive)))


def _asked(words: str, filters: Filters) -> Asked:
    from rashomon.present.questions import Asked, moments

    now = datetime.now(UTC)
    given = dict(filters)
    since, until = given.pop("since", None), given.pop("until", None)
    fields = {name: str(value) for name, value in given.items()}
    return Asked(
        words=words,
        since=moments.since(since, now) if isinstance(since, str) else since,  # type: ignore[arg-type]
        until=moments.until(until, now) if isinstance(until, str) else until,  # type: ignore[arg-type]
        **fields,
    )
