"""Documents -> copies and stories in an archive: each new one is compared only with those in question of before.

Where many wait, what a document tells by itself is found out on an engine before the writer's transaction, and words,
fingerprints and pairs on the same engine within it. They stay within: which passages count rests on who holds which,
and what is written of that must be written of documents that are placed, or a process that ended, or another one,
would leave some that are held and in no story.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.archive.laying import Grouping, settle
from rashomon.archive.makers import NO_MAKE, made_by
from rashomon.archive.streams import Stream
from rashomon.core import Document, Story
from rashomon.core.batches import batched
from rashomon.core.engine import Engine
from rashomon.group import CopySettings, find_copies, fingerprints_of, habits_of, in_question
from rashomon.group.counted import Ahead
from rashomon.group.elsewhere import for_all_of
from rashomon.group.order import stream_order
from rashomon.group.repeated import TIMES, paragraphs
from rashomon.pipeline import Progress
from rashomon.stores import Store, View, Writer
from rashomon.stores.facts import Derived

TOGETHER = 512
"""Documents that are placed in one transaction, however many wait.

The first holders of a fingerprint are those taken in first, of the documents placed so far. Where reports were taken
in in another order than that of their publishing, more of them placed at once have other first holders: the answer
must not rest on how many wait, or on how many processes there are.
"""
AHEAD = 4
"""So many transactions' documents are counted ahead: 2,048, some 20 MB."""


class Placing:
    """Puts documents into stories, in the order of their publishing, and goes on where it was left.

    Args:
        store: the archive.
        made_by: the versioned name of what groups.
        engine: what is asked where many documents wait; the answer is the same.
    """

    def __init__(self, store: Store, made_by: str, *, engine: Engine | None = None) -> None:
        self.store = store
        self.made_by = made_by
        self._engine = engine
        self._stream = Stream(made_by)

    def bring_up_to_date(self, progress: Progress, *, of: Sequence[str] | None = None) -> int:
        """Place the documents that are in no story; how many there were.

        Where another version grouped the archive, all is grouped anew.

        Args:
            progress: called as it goes on.
            of: the ids of these documents; without them they are looked for in the whole archive.
        """
        with self.store.view() as view:
            waiting = _in_order(view, view.stale(Derived.STORIES, self.made_by, limit=None) if of is None else of)
            anew = not self._stream.begun(view) and bool(view.stories(limit=1))
        if anew:
            return self.group_anew(progress)
        done, engine = 0, for_all_of(self._engine, len(waiting))
        for some in batched(waiting, TOGETHER * AHEAD):
            with self.store.view() as view:
                ahead = Ahead(list(_documents(view, some)), engine=engine)
            for batch in batched(some, TOGETHER):
                with self.store.writer() as writer:
                    self._place(writer, batch, engine, ahead)
                done += len(batch)
                progress("group", done, len(waiting))
        return len(waiting)

    def group_anew(self, progress: Progress, *, done: Callable[[Writer], None] | None = None) -> int:
        """Group all documents anew in one transaction: nobody sees half of it; how many there were.

        Args:
            progress: called as it goes on.
            done: what is to be written in the same transaction.
        """
        with self.store.writer() as writer:
            waiting = _in_order(writer.view, writer.view.stale(Derived.STORIES, NO_MAKE, limit=None))
            before = made_by(writer.view)
            for name in {self.made_by, before.grouped if before is not None else self.made_by}:
                Stream(name).drop(writer)
            self._stream = Stream(self.made_by)
            placed, engine = 0, for_all_of(self._engine, len(waiting))
            for batch in batched(waiting, TOGETHER):
                self._place(writer, batch, engine)
                placed += len(batch)
                progress("group", placed, len(waiting))
            if done is not None:
                done(writer)
        return placed

    def _place(self, writer: Writer, names: Sequence[str], engine: Engine, ahead: Ahead | None = None) -> None:
        view = writer.view
        documents = list(_documents(view, names))
        for each in documents:
            writer.keep_fingerprints(each.id, list(paragraphs(each).values()))
        printed = fingerprints_of(documents, again=_printed_again(view, documents), engine=engine)
        for own in printed:
            writer.keep_fingerprints(own.document, (*own.hashes, *own.paragraphs))
        hashes = list(dict.fromkeys(one for own in printed for one in own.hashes))
        most = CopySettings().common_fingerprint_documents
        near = in_question(printed, view.holders(hashes, most=most))
        together = [*_documents(view, sorted(near.documents)), *documents]
        again = _printed_again(view, together)
        copies = find_copies(together, of=frozenset(names), bounds=near.bounds, again=again, engine=engine)
        writer.keep_copies(copies, made_by=self.made_by)
        with self._stream.within(writer) as stream:
            stream.know(copies)
            # a text that came back is in the stream still
            known = {d.id: story for d in documents if (story := stream.where(d.id)) is not None}
            new = (document for document in documents if document.id not in known)
            stream.feed(new, engine=engine, ahead=ahead)
            settled, kept = self._stream.keep(writer, asked=known.values())
        for placement in kept.decisions:
            writer.place(placement, made_by=self.made_by)
        for change in kept.changes:
            writer.keep_change(change, made_by=self.made_by)
        settle(writer, self._current(view, settled.stories, documents, returned=known), made_by=self.made_by)

    def _current(
        self, view: View, stories: Iterable[Story], documents: Iterable[Document], *, returned: Collection[str]
    ) -> list[Story]:
        """The stories without documents of which there is a later version; and those which such a document leaves."""
        changed = {story.id: story for story in stories}
        grouping = Grouping(view)
        for name in _superseded(view, [document.id for document in documents], returned):
            own = grouping.own(name)
            if own is not None:
                changed.setdefault(own.id, own)
        newest = view.newest_of([name for story in changed.values() for name in story.documents])
        current = {name for name, version in newest.items() if version.current}
        return [
            replace(story, documents=tuple(name for name in story.documents if name in current))
            for story in changed.values()
        ]


def _printed_again(view: View, documents: Sequence[Document]) -> dict[str, frozenset[int]]:
    """The passages that the outlets of these documents had printed before, in the whole archive."""
    names = list(dict.fromkeys(name for each in documents for name in paragraphs(each).values()))
    return habits_of(documents, view.holders(names, most=TIMES))


def _in_order(view: View, names: Iterable[str]) -> list[str]:
    """Documents in the order in which a stream takes them."""
    return [name for *_, name in sorted(stream_order(document) for document in _documents(view, names))]


def _documents(view: View, names: Iterable[str]) -> Iterator[Document]:
    for some in batched(names, TOGETHER):
        yield from view.documents_of(some).values()


def _superseded(view: View, names: Collection[str], returned: Collection[str]) -> Iterator[str]:
    """The documents of the other versions of these documents' lines."""
    for name, version in view.newest_of(names).items():
        if version.number > 1 or name in returned:
            for other in view.versions(version.line):
                if not other.current and other.document.id != name:
                    yield other.document.id
