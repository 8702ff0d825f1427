"""Readings and accounts of an archive brought up to date: only what is missing, or rests on what has changed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from rashomon.archive.fallen import fallen_account, fallen_reading, note_account, note_reading
from rashomon.archive.history import earlier_of
from rashomon.archive.laying import laid_over
from rashomon.core import Account, Document, Problem, Reading, Story, StoryAccount
from rashomon.pipeline import Material, Pipeline, Progress, document_order
from rashomon.stores import Store, View
from rashomon.stores.errors import Refused
from rashomon.stores.facts import Derived, KeptAccount, KeptStory

READ_TOGETHER = 16
"""Readings that are kept in one transaction."""

Tell = Callable[[Problem], None]


def _unheard(problem: Problem) -> None:
    """Told to nobody: the archive has it with what it is about."""


def read_documents(
    store: Store,
    pipeline: Pipeline,
    progress: Progress,
    *,
    of: Sequence[str] | None = None,
    again: Iterable[str] = (),
    tell: Tell = _unheard,
) -> int:
    """Read the current versions that nobody has read, or another version or model did; how many there were.

    Args:
        store: the archive.
        pipeline: what reads.
        progress: called as it goes on.
        of: the ids of the versions to read, whoever has read them.
        again: the ids of further ones.
        tell: told of each document that fell, with its address: nothing was read in it.
    """
    made_by = pipeline.makers.read
    with store.view() as view:
        versions = view.stale(Derived.READINGS, made_by, limit=None) if of is None else of
    versions = tuple(dict.fromkeys((*versions, *again)))
    given: list[str] = []
    addresses: list[str | None] = []

    def documents() -> Iterator[Document]:
        for name in versions:
            with store.view() as view:
                version = view.version(name)
            if version is not None:  # nobody forgot it in the meantime
                given.append(name)
                addresses.append(version.document.address)
                yield version.document

    made: list[tuple[str, Reading]] = []
    done = 0
    try:
        for done, reading in enumerate(pipeline.read_all(documents()), 1):
            made.append((given[done - 1], reading))
            if (fell := fallen_reading(reading)) is not None:
                tell(replace(fell, address=fell.address or addresses[done - 1]))
            progress("read", done, len(versions))
            if len(made) == READ_TOGETHER:
                _keep_readings(store, made, made_by)
                made = []
    finally:  # what was read is kept wherever this is broken off
        _keep_readings(store, made, made_by)
    return done


def _keep_readings(store: Store, made: list[tuple[str, Reading]], made_by: str) -> None:
    if not made:
        return
    with store.writer() as writer:
        for version, reading in made:
            kept = writer.view.version(version)
            if kept is not None and kept.document.id == reading.document:
                writer.keep_reading(version, reading, made_by=made_by)
                note_reading(writer, version, reading)


def account_stories(  # noqa: PLR0913
    store: Store,
    pipeline: Pipeline,
    now: Callable[[], datetime],
    progress: Progress,
    *,
    of: Sequence[str] | None = None,
    again: Iterable[str] = (),
    tell: Tell = _unheard,
) -> int:
    """Make the accounts that are missing, or rest on what has changed since; how many.

    Args:
        store: the archive.
        pipeline: what concludes.
        now: what time it is.
        progress: called as it goes on.
        of: the ids of the stories to account, whatever their accounts rest on.
        again: the ids of further ones.
        tell: told of each story that fell: nothing is told of it.
    """
    made_by = pipeline.makers.accounted
    with store.view() as view:
        stale = view.stale(Derived.ACCOUNTS, made_by, limit=None) if of is None else of
    stale = tuple(dict.fromkeys((*stale, *again)))
    looked_up: deque[tuple[int, int]] = deque()

    def materials() -> Iterator[tuple[Story, Material]]:
        for number, name in enumerate(stale, 1):
            with store.view() as view:
                kept = view.story(name)
                material = None if kept is None else material_of(view, kept.story, pipeline)
            if kept is not None and material is not None:
                looked_up.append((number, kept.revision))
                yield kept.story, material

    made = 0
    for account in pipeline.story_accounts(materials()):
        number, revision = looked_up.popleft()
        if (fell := fallen_account(account)) is not None:
            tell(replace(fell, address=fell.address or f"story {account.id}"))
        made += _keep_account(store, account, revision, made_by, now())
        progress("account", number, len(stale))
    return made


def _keep_account(store: Store, account: StoryAccount, revision: int, made_by: str, made_at: datetime) -> int:
    try:
        with store.writer() as writer:
            own = note_account(writer, account, revision)
            writer.keep_account(account, revision=own, made_by=made_by, made_at=made_at)
    except Refused:  # the story ended, or lost documents, while its account was made
        return 0
    return 1


def material_of(view: View, story: Story, pipeline: Pipeline) -> Material | None:
    """What the account of a story is made from; None where not all of it is read.

    Args:
        view: of the archive.
        story: as settled.
        pipeline: reads an earlier version that nobody has read; copies that another version of grouping found are left.
    """
    documents = view.documents_of(story.documents)
    versions = {name: version for name in story.documents if (version := view.version_of(name)) is not None}
    found = view.readings_of(tuple(versions.values()))
    if len(documents) < len(story.documents) or len(found) < len(story.documents):
        return None
    readings = {name: found[version].reading for name, version in versions.items()}
    place = {name: document_order(document) for name, document in documents.items()}
    grouped = pipeline.makers.grouped
    copies = [kept.copy for kept in view.copies_among(story.documents) if kept.made_by == grouped]
    ordered = sorted(copies, key=lambda copy: sorted((place[copy.origin], place[copy.copy])))
    return Material(
        documents=documents,
        readings=readings,
        copies=ordered,
        earlier=earlier_of(view, story.documents, read=pipeline.reader.read),
        laid=laid_over(view, story, documents, readings, ordered),
    )


def account_of_all(view: View, pipeline: Pipeline) -> Account:
    """The whole archive in the shape of an account, as far as accounts are made.

    A story whose account is still to be made, or rests on less than the story has now, is named as a problem.
    """
    documents: dict[str, Document] = {}
    stories: list[StoryAccount] = []
    problems: list[Problem] = []
    after = ""
    while page := view.stories(after=after):
        for kept in page:
            made = view.account(kept.story.id)
            if made is None or made.revision < kept.revision:
                problems.append(behind(kept))
            if made is not None:
                stories.append(made.account)
                documents.update((d.id, d) for name in made.account.documents if (d := view.document(name)) is not None)
        after = page[-1].story.id
    ordered = sorted(documents.values(), key=document_order)
    return pipeline.whole(ordered, stories, _readings(view, ordered), problems=problems)


def account_of_one(view: View, pipeline: Pipeline, story: str, *, made: KeptAccount | None = None) -> Account | None:
    """One story in the shape of an account; None where it has none.

    Args:
        view: of the archive.
        pipeline: names the stages.
        story: its id.
        made: its account, where it has been looked up in this view.
    """
    kept, made = view.story(story), made or view.account(story)
    if kept is None or made is None:
        return None
    documents = view.documents_of(made.account.documents).values()
    problems = [behind(kept)] if made.revision < kept.revision else []
    ordered = sorted(documents, key=document_order)
    return pipeline.whole(ordered, [made.account], _readings(view, ordered), problems=problems)


def behind(kept: KeptStory) -> Problem:
    """That the account of a story is not yet of all that the story has."""
    return Problem(
        stage="archive",
        code="account-behind",
        message=f"the account of story {kept.story.id} is being brought up to date; `rashomon add` or `rashomon "
        "rebuild` does it",
    )


def _readings(view: View, documents: Sequence[Document]) -> Iterator[Reading]:
    newest = view.newest_of([document.id for document in documents])
    kept = view.readings_of([version.id for version in newest.values()])
    return (each.reading for each in kept.values())
