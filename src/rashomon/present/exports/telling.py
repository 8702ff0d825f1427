"""What is exported: stories one after the other, each with its documents, whether of one account or of an archive.

Formats take what they need in this order, so that an archive is never held whole: of an archive only ids and times are
kept in memory, and one story at a time is looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from rashomon.core import Account, Document, Problem, Provenance, Reading, StoryAccount
from rashomon.core.batches import batched
from rashomon.pipeline.given import document_order

if TYPE_CHECKING:
    from rashomon.pipeline import Pipeline
    from rashomon.stores import View
    from rashomon.stores.facts import KeptStory

AT_ONCE = 64
"""Documents that are looked up together."""


class Source(Protocol):
    """Accounts to export; each of its parts can be gone through more than once."""

    @property
    def provenance(self) -> Provenance:
        """What made the accounts."""

    def stories(self) -> Iterator[Account]:
        """An account for each story, with its documents, in the order of the whole account."""

    def documents(self) -> Iterator[Document]:
        """The documents of all stories, in the order of the whole account."""

    def problems(self) -> Iterator[Problem]:
        """What belongs to no story."""


class OfAccount:
    """One account as it is."""

    def __init__(self, account: Account) -> None:
        self._account = account

    @property
    def provenance(self) -> Provenance:
        """What made it."""
        return self._account.provenance

    def stories(self) -> Iterator[Account]:
        """Each story with its documents."""
        known = {document.id: document for document in self._account.documents}
        for story in self._account.stories:
            own = tuple(known[name] for name in story.documents if name in known)
            yield replace(self._account, documents=own, stories=(story,), problems=())

    def documents(self) -> Iterator[Document]:
        """Its documents."""
        return iter(self._account.documents)

    def problems(self) -> Iterator[Problem]:
        """Its problems."""
        return iter(self._account.problems)


class OfArchive:
    """The stories of an archive, as far as accounts of them are made.

    It says the same as `rashomon.archive.account_of_all`, a story at a time.

    Args:
        view: the archive; it has to stay open as long as this is used.
        pipeline: names the stages.
        chosen: ids of stories; None for all.
    """

    def __init__(self, view: View, pipeline: Pipeline, chosen: frozenset[str] | None = None) -> None:
        self._view, self._pipeline, self._chosen = view, pipeline, chosen

    @cached_property
    def provenance(self) -> Provenance:
        """What made the accounts; for the models, a pass through all readings."""
        return self._pipeline.whole((), (), self._readings()).provenance

    @cached_property
    def behind(self) -> tuple[Problem, ...]:
        """That accounts are to be made or brought up to date yet."""
        return self._plan[1]

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the stories, in their order."""
        return tuple(name for name, _ in self._plan[0])

    def stories(self) -> Iterator[Account]:
        """Each story with its documents; the provenance names the stages, the models stand in that of the whole."""
        made_by = self._pipeline.whole((), (), ()).provenance
        for name, _ in self._plan[0]:
            made = self._view.account(name)
            if made is None:
                continue
            documents = self._view.documents_of(made.account.documents)
            ordered = sorted(documents.values(), key=document_order)
            yield Account(documents=tuple(ordered), stories=(made.account,), problems=(), provenance=made_by)

    def documents(self) -> Iterator[Document]:
        """The documents of all stories, by publishing time."""
        yield from self._found(document.id for document in self._bare)

    def problems(self) -> Iterator[Problem]:
        """What belongs to no story, in the order of `Pipeline.whole`."""
        from rashomon.account.balance import check_run
        from rashomon.group import languages_apart

        yield from self.behind
        apart = languages_apart(self._bare)
        if apart is not None:
            yield apart
        for document in self.documents():
            yield from (replace(p, address=p.address or document.address) for p in document.problems)
        names = [StoryAccount(id=name, title="", documents=documents) for name, documents in self._plan[0]]
        yield from check_run(self._bare, names)

    @cached_property
    def _bare(self) -> tuple[Document, ...]:
        """The documents by publishing time, of which nothing is kept in memory but what is asked of all of them."""
        every = self._found(each for _, names in self._plan[0] for each in names)
        ordered = sorted((document_order(document), document.language or "") for document in every)
        return tuple(Document(id=name, text="", language=language or None) for (_, _, name), language in ordered)

    @cached_property
    def _plan(self) -> tuple[list[tuple[str, tuple[str, ...]]], tuple[Problem, ...]]:
        """The stories with the documents of their accounts, those of most documents first; and what is behind."""
        from rashomon.archive.accounts import behind

        stories: list[tuple[str, tuple[str, ...]]] = []
        problems: list[Problem] = []
        for some in batched(self._kept(), AT_ONCE):
            outlines = self._view.outlines_of([kept.story.id for kept in some])
            for kept in some:
                outline = outlines.get(kept.story.id)
                if outline is not None and outline.revision >= kept.revision:
                    # an account that is not behind is of all the documents of its story
                    stories.append((kept.story.id, kept.story.documents))
                    continue
                problems.append(behind(kept))
                if outline is not None and (made := self._view.account(kept.story.id)) is not None:
                    stories.append((kept.story.id, made.account.documents))
        return sorted(stories, key=lambda story: (-len(story[1]), story[0])), tuple(problems)

    def _kept(self) -> Iterator[KeptStory]:
        if self._chosen is not None:
            found = (self._view.story(name) for name in sorted(self._chosen))
            yield from (kept for kept in found if kept is not None)
            return
        after = ""
        while page := self._view.stories(after=after):
            yield from page
            after = page[-1].story.id

    def _found(self, names: Iterable[str]) -> Iterator[Document]:
        for some in batched(names, AT_ONCE):
            yield from self._view.documents_of(some).values()

    def _readings(self) -> Iterator[Reading]:
        for document in self.documents():
            version = self._view.version_of(document.id)
            kept = None if version is None else self._view.reading(version)
            if kept is not None:
                yield kept.reading
