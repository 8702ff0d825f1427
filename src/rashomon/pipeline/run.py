"""The only module that knows the order of the stages: ingest -> clean -> read -> group -> align -> account."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, BinaryIO

from rashomon.core import (
    Account,
    Check,
    Document,
    Page,
    Problem,
    RashomonError,
    Reading,
    Story,
    StoryAccount,
)
from rashomon.core.engine import Engine, Fallen, Local
from rashomon.pipeline.checking import Asked, asked, check_in
from rashomon.pipeline.fallen import Parts, not_cleaned, untold
from rashomon.pipeline.given import named, once_each
from rashomon.pipeline.made_by import makers_of
from rashomon.pipeline.seams import Decisions, Makers, Material, Progress, silent
from rashomon.pipeline.telling import digest_of, materials, reader_of, told_story
from rashomon.pipeline.whole import whole_of
from rashomon.settings import Settings, sent, stays_here

if TYPE_CHECKING:
    from rashomon.account import Digest
    from rashomon.ingest.fetched import Fetches
    from rashomon.read import Reader

CLEANED_TOGETHER, CLEANED_ALONE = 16, 128
"""Pages handed over at once, and cleaned before others are started."""
READ_TOGETHER, READ_ALONE = 8, 64
"""Documents handed over at once, and read before others are started, which takes them two seconds and 180 MB each."""
TOLD_ALONE = 16
"""Stories told here before others are started."""


class Pipeline:
    """Runs the stages over inputs with one set of settings; models load on first use and stay loaded.

    Without a `fetcher` an address among the inputs is answered with a problem, and nothing leaves the machine. Without
    an `engine` all is done in this process; whoever gave one closes it. Where it is not `tolerant`, a fault of ours in
    one document, or in one story of many that are told by themselves, is raised and is no problem of that one.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        fetcher: Fetches | None = None,
        engine: Engine | None = None,
        tolerant: bool = True,
    ) -> None:
        self.settings = settings or Settings()
        self.fetcher = fetcher
        self.engine = engine or Local()
        self.tolerant = tolerant
        self._reader: Reader | None = None

    @property
    def reader(self) -> Reader:
        """The reader with its model.

        Raises:
            SettingsError: the settings name a pipeline of their own that is not installed.
        """
        if self._reader is None:
            self._reader = reader_of(self.settings, tolerant=self.tolerant)
        return self._reader

    def documents(self, inputs: Iterable[str], *, stdin: BinaryIO | None = None) -> Iterator[Document | Problem]:
        """The cleaned documents of the inputs, and a problem for each input that gave none."""
        from rashomon.ingest import pages

        yield from self.cleaned(pages(named(inputs), stdin=stdin, fetcher=self.fetcher))

    def cleaned(self, pages: Iterable[Page | Problem]) -> Iterator[Document | Problem]:
        """The document of each page, or the problem why there is none, in their order; problems stay as they are."""
        from rashomon.clean import documents_of

        for found in self.engine.each(documents_of, pages, together=CLEANED_TOGETHER, alone=CLEANED_ALONE):
            yield not_cleaned(found.given) if isinstance(found, Fallen) else found

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """The reading of each document, in their order."""
        for found in self.engine.each(self.reader.read_some, documents, together=READ_TOGETHER, alone=READ_ALONE):
            yield self.reader.fallen(found.given) if isinstance(found, Fallen) else found

    def account(self, inputs: Iterable[str], *, stdin: BinaryIO | None = None, progress: Progress = silent) -> Account:
        """The account of everything among the inputs.

        Args:
            inputs: paths of files and folders, globs, addresses, or `-` for `stdin`.
            stdin: where `-` reads from.
            progress: called as the stages go on.
        """
        documents, problems = self._cleaned(inputs, stdin, progress)
        return self.account_of(documents, problems=problems, progress=progress)

    def account_of(
        self,
        documents: Sequence[Document],
        *,
        problems: Sequence[Problem] = (),
        progress: Progress = silent,
        decided: Decisions | None = None,
    ) -> Account:
        """The account of documents that are already clean, with what people decided laid over it.

        The same document given twice counts once and is named as a problem; the order of the documents changes
        only the order in which they are listed.
        """
        return self._made(documents, problems, progress, decided=decided)[0]

    def check(
        self, claim: str, inputs: Iterable[str], *, stdin: BinaryIO | None = None, progress: Progress = silent
    ) -> Check:
        """What the documents among the inputs say of a sentence: carried, told otherwise, or not told.

        Args:
            claim: a sentence, or a few; each thing it says must be borne by a document that carries it.
            inputs: paths of files and folders, globs, addresses, or `-` for `stdin`.
            stdin: where `-` reads from.
            progress: called as the stages go on.

        Raises:
            ClaimError: nothing was read in the sentence that a report could tell.
        """
        return self.checks((claim,), inputs, stdin=stdin, progress=progress)[0]

    def checks(
        self,
        claims: Sequence[str],
        inputs: Iterable[str],
        *,
        stdin: BinaryIO | None = None,
        progress: Progress = silent,
    ) -> tuple[Check, ...]:
        """The same for several sentences, for which the documents are read once.

        Raises:
            ClaimError: in one of them nothing was read that a report could tell.
        """
        given = [asked(claim, self.reader) for claim in claims]
        documents, problems = self._cleaned(inputs, stdin, progress)
        return self._checked(given, documents, problems, progress)

    def check_of(
        self,
        claim: str,
        documents: Sequence[Document],
        *,
        problems: Sequence[Problem] = (),
        progress: Progress = silent,
    ) -> Check:
        """The same for documents that are already clean."""
        return self.checks_of((claim,), documents, problems=problems, progress=progress)[0]

    def checks_of(
        self,
        claims: Sequence[str],
        documents: Sequence[Document],
        *,
        problems: Sequence[Problem] = (),
        progress: Progress = silent,
    ) -> tuple[Check, ...]:
        """The same for several sentences, for which the documents are read once.

        Raises:
            ClaimError: in one of them nothing was read that a report could tell.
        """
        return self._checked([asked(claim, self.reader) for claim in claims], documents, problems, progress)

    def _checked(
        self, given: Sequence[Asked], documents: Sequence[Document], problems: Sequence[Problem], progress: Progress
    ) -> tuple[Check, ...]:
        from rashomon.account import Digest

        # a check shows no digest: the plain one, which reads nothing anew, costs least
        account, parts = self._made(documents, problems, progress, digest=Digest(), with_parts=True)
        return tuple(check_in(account, parts, each) for each in given)

    def _cleaned(
        self, inputs: Iterable[str], stdin: BinaryIO | None, progress: Progress
    ) -> tuple[list[Document], list[Problem]]:
        """The documents of the inputs, and the problems of those that gave none."""
        documents: list[Document] = []
        problems: list[Problem] = []
        for found in self.documents(inputs, stdin=stdin):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                documents.append(found)
            progress("clean", len(documents), 0)
        return documents, problems

    def _made(
        self,
        documents: Sequence[Document],
        problems: Sequence[Problem],
        progress: Progress,
        *,
        digest: Digest | None = None,
        decided: Decisions | None = None,
        with_parts: bool = False,
    ) -> tuple[Account, dict[str, Parts]]:
        """The account of clean documents, and what each story was made from, if that is wanted.

        Args:
            documents: all of them.
            problems: what was noticed before.
            progress: called as the stages go on.
            digest: how to make the digests; None as the settings have it.
            decided: what people decided.
            with_parts: whether what each story was made from is wanted.
        """
        from rashomon.group import find_copies, find_stories

        kept, repeated = once_each(documents)
        readings: dict[str, Reading] = {}
        for n, reading in enumerate(self.read_all(kept), 1):
            readings[reading.document] = reading
            progress("read", n, len(kept))
        copies = find_copies(kept, engine=self.engine)
        stories = find_stories(kept, copies, engine=self.engine)
        told, given = materials(kept, readings, copies, stories, decided)
        accounts = []
        parts: dict[str, Parts] = {}
        for n, (made, own_parts) in enumerate(self._all_told(given, digest, with_parts=with_parts), 1):
            if own_parts is not None:
                parts[made.id] = own_parts
            accounts.append(made)
            progress("account", n, len(told))
        whole = self.whole(kept, accounts, readings.values(), problems=(*problems, *repeated))
        return whole, parts

    def whole(
        self,
        documents: Sequence[Document],
        stories: Iterable[StoryAccount],
        readings: Iterable[Reading],
        *,
        problems: Iterable[Problem] = (),
    ) -> Account:
        """The accounts of all stories as one, with what does not balance and what made them.

        Args:
            documents: of all stories, in the order in which they are to be listed.
            stories: their accounts.
            readings: of the documents.
            problems: what was noticed before.
        """
        return whole_of(self.settings, documents, stories, readings, problems=problems)

    def story_accounts(self, materials: Iterable[tuple[Story, Material]]) -> Iterator[StoryAccount]:
        """The account of each story, in their order; an empty one that says so, where a fault of ours kept it back."""
        for made, _ in self._all_told(materials, None, with_parts=False, tolerant=self.tolerant):
            yield made

    def _all_told(
        self,
        materials: Iterable[tuple[Story, Material]],
        digest: Digest | None,
        *,
        with_parts: bool,
        tolerant: bool = False,
    ) -> Iterator[tuple[StoryAccount, Parts | None]]:
        """The account of each story and, where asked for, its parts; by the engine.

        Where a language model is asked with a key, stories are told here: the key stays in this process.
        """
        engine = Local() if stays_here(self.settings) else self.engine
        work = partial(_told, self, digest, with_parts=with_parts, tolerant=tolerant)
        for found in engine.each(work, materials, together=1, alone=TOLD_ALONE):
            yield untold(found.given) if isinstance(found, Fallen) else found

    def story_told(self, story: Story, material: Material, digest: Digest | None = None) -> tuple[StoryAccount, Parts]:
        """The account of one story with what it was made from; the digest as the settings have it, or as given."""
        return told_story(story, material, digest_of(self.settings, self.reader) if digest is None else digest)

    def __reduce__(self) -> tuple[object, ...]:
        """Another process gets a pipeline of its own, one for all that it is sent, which does all its work itself."""
        return _pipeline_of, (sent(self.settings),)

    @cached_property
    def makers(self) -> Makers:
        """The versioned names of the stages, as this pipeline runs them."""
        return makers_of(self.settings)


@cache
def _pipeline_of(settings: Settings) -> Pipeline:
    """The pipeline of this process, where it works for another one."""
    return Pipeline(settings)


def _told(
    pipeline: Pipeline,
    digest: Digest | None,
    given: list[tuple[Story, Material]],
    *,
    with_parts: bool,
    tolerant: bool,
) -> list[tuple[StoryAccount, Parts | None]]:
    """The accounts of some stories, with what each was made from, if that is wanted: it is much to send."""
    told: list[tuple[StoryAccount, Parts | None]] = []
    for story, material in given:
        try:
            account, parts = pipeline.story_told(story, material, digest)
        except RashomonError:
            raise
        except Exception as fault:
            if not tolerant:
                raise
            account, parts = untold((story, material), fault)
        told.append((account, parts if with_parts else None))
    return told
