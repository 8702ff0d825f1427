"""What every request works with: the archive, the work that waits, and accounts that were looked up lately."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Annotated, TypeVar

from fastapi import Depends, Request

from rashomon.core import Account
from rashomon.pipeline import Pipeline
from rashomon.present import questions
from rashomon.present.questions.asked import named
from rashomon.present.server.cache import Cache
from rashomon.present.server.changes import Changes
from rashomon.present.server.jobs import Jobs
from rashomon.present.server.worker import worker_for
from rashomon.settings import Settings
from rashomon.stores import Store, View

MOST_ACCOUNT_BYTES = 256_000_000
"""Accounts that are kept at hand; one of five reports has some 0.3 MB, one of fifty some 4."""
DOCUMENT_BYTES, CLAIM_BYTES = 4_000, 6_000
"""What a document has in memory beside its text, and a claim with its reports and all that is told of it, roughly."""
MOST_ANSWERS = 256
"""Answers of the archive that are kept at hand for a moment."""
A_MOMENT_SECONDS = 2.0
"""So old may be what many ask for at once: who comes back after it sees what changed."""
MOST_PAGE_BYTES = 256_000_000
"""Parts of pages that are kept at hand, with the accounts that they hold."""
A_MINUTE_SECONDS = 60.0
"""So much older it may be for those who ask in the very moment in which it is made anew."""

MadeT = TypeVar("MadeT")


def clock() -> datetime:
    """What time it is."""
    return datetime.now(UTC)


class Service:
    """One a process; safe to use from several threads.

    Args:
        settings: how it runs.
        store: the open archive; whoever opened it closes it.
        now: what time it is.

    Attributes:
        pages: parts of pages that are the same for everybody, by keys that name all they rest on; weigh them in bytes.
    """

    def __init__(self, settings: Settings, store: Store, *, now: Callable[[], datetime] = clock) -> None:
        self.settings, self.store, self.now = settings, store, now
        self.jobs = Jobs(worker_for(settings, store, keeps=True), worker_for(settings, store, keeps=False), now=now)
        self.changes = Changes(store)
        self._pipeline = Pipeline(settings)
        self._accounts = Cache(MOST_ACCOUNT_BYTES)
        self.pages = Cache(MOST_PAGE_BYTES)
        self._answers = Cache(MOST_ANSWERS)

    def view(self) -> AbstractContextManager[View]:
        """The archive at one moment; keep it short."""
        return self.store.view()

    def account(self, view: View, story: str) -> Account:
        """The account of a story, named by its id or the beginning of it.

        Raises:
            AskedError: there is no such story, or several begin so.
        """
        whole = named(view, "story", story)
        kept, outline = view.story(whole), view.outline(whole)
        key = (whole, kept.revision if kept else -1, outline.revision if outline else -1)
        return self._accounts.get(key, lambda: questions.story(view, whole, pipeline=self._pipeline), weight=weight_of)

    def lately(self, address: str, make: Callable[[], MadeT], *, seconds: float = A_MOMENT_SECONDS) -> MadeT:
        """What the archive answers to whoever asks at an address, if need be some seconds behind.

        It is never behind what this server itself took in or decided.

        Args:
            address: path and query; what is made rests on nothing else but the archive and the time.
            make: asks.
            seconds: how far behind it may be.
        """
        return self._answers.get((address, self.jobs.ended()), make, seconds=seconds, old_seconds=A_MINUTE_SECONDS)

    def leave(self) -> None:
        """Tell all who wait for changes, and what works beside, that the server stops; waits for nothing long."""
        self.changes.close()
        self.jobs.leave()

    def close(self) -> None:
        """Stop what works beside; the store stays open."""
        self.changes.close()
        self.jobs.close()


def weight_of(account: Account) -> int:
    """How many bytes an account has, roughly and cheaply: by its documents, their texts, and its claims."""
    documents = account.documents
    texts = sum(len(document.text) for document in documents)
    claims = sum(len(story.claims) for story in account.stories)
    return texts + DOCUMENT_BYTES * len(documents) + CLAIM_BYTES * claims


def service_of(request: Request) -> Service:
    """The service that a request came to."""
    service: Service = request.app.state.service
    return service


Served = Annotated[Service, Depends(service_of)]
"""As the type of an endpoint's parameter: the service."""
