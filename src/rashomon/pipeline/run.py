"""The only module that knows the order of the stages: ingest -> clean -> read -> group -> align -> account."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, BinaryIO

from rashomon.core import (
    Account,
    Check,
    CheckedReport,
    ClaimError,
    Document,
    Problem,
    Provenance,
    Reading,
    Story,
    StoryAccount,
)
from rashomon.core.alignment import Alignment, Constraints
from rashomon.pipeline.given import claim_document, document_order, once_each, order_among, within
from rashomon.pipeline.seams import Decisions, Makers, Material, Progress, silent
from rashomon.settings import Settings, SettingsError

if TYPE_CHECKING:
    from rashomon.account import Digest
    from rashomon.align.points import Point
    from rashomon.ingest.fetched import Fetches
    from rashomon.read import Reader

Parts = tuple[list[Document], list[Reading], Alignment]
"""What the account of one story is made from: its documents, their readings, and what is the same across them."""


Given = tuple[Document, Reading, "tuple[Point, ...]"]
"""A sentence to check as a document, its reading, and its points."""


class Pipeline:
    """Runs the stages over inputs with one set of settings; models load on first use and stay loaded.

    Without a `fetcher` an address among the inputs is answered with a problem, and nothing leaves the machine.
    """

    def __init__(self, settings: Settings | None = None, *, fetcher: Fetches | None = None) -> None:
        self.settings = settings or Settings()
        self.fetcher = fetcher
        self._reader: Reader | None = None

    @property
    def reader(self) -> Reader:
        """The reader with its model.

        Raises:
            SettingsError: the settings name a pipeline of their own that is not installed.
        """
        if self._reader is None:
            from rashomon.read import Reader
            from rashomon.read.models import model_named

            if self.settings.pipeline != Settings().pipeline and model_named(self.settings.pipeline).version is None:
                raise SettingsError(
                    f"no spaCy pipeline {self.settings.pipeline!r} is installed; install the package of that name, "
                    f"or leave the setting out for {Settings().pipeline}"
                )
            self._reader = Reader(pipeline=self.settings.pipeline)
        return self._reader

    def documents(self, inputs: Iterable[str], *, stdin: BinaryIO | None = None) -> Iterator[Document | Problem]:
        """The cleaned documents of the inputs, and a problem for each input that gave none."""
        from rashomon.clean import document
        from rashomon.ingest import pages

        for page in pages(inputs, stdin=stdin, fetcher=self.fetcher):
            yield page if isinstance(page, Problem) else document(page)

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
        given = [self._points(claim) for claim in claims]
        documents, problems = self._cleaned(inputs, stdin, progress)
        return self._checked(claims, given, documents, problems, progress)

    def check_of(
        self,
        claim: str,
        documents: Sequence[Document],
        *,
        problems: Sequence[Problem] = (),
        progress: Progress = silent,
    ) -> Check:
        """The same for documents that are already clean."""
        return self._checked((claim,), [self._points(claim)], documents, problems, progress)[0]

    def _points(self, claim: str) -> Given:
        """A sentence as a document, what is read in it, and what a report must bear to carry it.

        Raises:
            ClaimError: nothing was read in it.
        """
        from rashomon.align.points import points_of
        from rashomon.clean.asked import refuse

        sentence = claim_document(claim)
        refuse(sentence.text)
        reading = self.reader.read(sentence)
        points = points_of(sentence, reading)
        if not points:
            raise ClaimError(
                f"nothing was read in “{sentence.text}” that a report could tell: give a whole sentence that says who "
                "did what or who said what, as in “The council closed the bridge”",
                reason="nothing-told",
            )
        return sentence, reading, points

    def _checked(
        self,
        claims: Sequence[str],
        given: Sequence[Given],
        documents: Sequence[Document],
        problems: Sequence[Problem],
        progress: Progress,
    ) -> tuple[Check, ...]:
        from rashomon.account import Digest
        from rashomon.account.check import checked
        from rashomon.align.bearings import bearings

        # a check shows no digest: the plain one, which reads nothing anew, costs least
        account, parts = self._made(documents, problems, progress, digest=Digest())
        by_id = {d.id: d for d in account.documents}
        made = []
        for claim, (sentence, reading, points) in zip(claims, given, strict=True):
            told = [sentence.words_at(p.span) for p in points]
            carried: list[CheckedReport] = []
            otherwise: list[CheckedReport] = []
            for story in account.stories:
                members, read, alignment = parts[story.id]
                found = bearings((sentence, reading, points), members, read)
                carries, differs = checked(told, found, story, alignment, by_id)
                carried += carries
                otherwise += differs
            heard = {r.document for r in (*carried, *otherwise)}
            made.append(
                Check(
                    claim=claim,
                    points=tuple(told),
                    documents=account.documents,
                    carried=tuple(carried),
                    otherwise=tuple(otherwise),
                    absent=tuple(d.id for d in account.documents if d.id not in heard),
                    problems=account.problems,
                    provenance=account.provenance,
                )
            )
        return tuple(made)

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
    ) -> tuple[Account, dict[str, Parts]]:
        """The account of clean documents, and what each story was made from; `digest` is how to make its own."""
        from rashomon.group import find_copies, find_stories

        kept, repeated = once_each(documents)
        readings: dict[str, Reading] = {}
        for n, reading in enumerate(self.reader.read_all(kept), 1):
            readings[reading.document] = reading
            progress("read", n, len(kept))
        copies = find_copies(kept)
        stories = find_stories(kept, copies)
        by_id = {d.id: d for d in kept}
        own = {d: story for story in stories for d in story.documents}
        order = partial(order_among, by_id)
        if decided is not None:
            stories = decided.stories(stories, order=order)
        accounts = []
        parts: dict[str, Parts] = {}
        for n, story in enumerate(stories, 1):
            laid = None
            if decided is not None:
                members, read = [by_id[d] for d in story.documents], [readings[d] for d in story.documents]
                laid = decided.over(story, members, read, within(copies, story), order=order, own=own.get)
            material = Material(documents=by_id, readings=readings, copies=copies, laid=laid)
            made, parts[story.id] = self._story(story, material, digest)
            accounts.append(made)
            progress("account", n, len(stories))
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
        from rashomon.account.balance import check_run
        from rashomon.group import languages_apart

        accounts = sorted(stories, key=lambda story: (-len(story.documents), story.id))
        found = (
            *problems,
            *(apart for apart in (languages_apart(documents),) if apart is not None),
            *(replace(p, address=p.address or d.address) for d in documents for p in d.problems),
            *check_run(documents, accounts),
        )
        return Account(
            documents=tuple(documents),
            stories=tuple(accounts),
            problems=found,
            provenance=self._provenance(readings),
        )

    def story_account(self, story: Story, material: Material) -> StoryAccount:
        """The account of one story."""
        return self._story(story, material, None)[0]

    def _story(self, story: Story, material: Material, digest: Digest | None) -> tuple[StoryAccount, Parts]:
        from rashomon.account import Digest, account_of
        from rashomon.align import align

        documents, readings, copies, laid = material.documents, material.readings, material.copies, material.laid
        order = sorted(story.documents, key=lambda d: document_order(documents[d]))
        members = [documents[d] for d in order]
        if laid is not None:
            readings, copies = {r.document: r for r in laid.readings}, laid.copies
        read = [readings[d] for d in order]
        ordered = Story(id=story.id, documents=tuple(order))
        alignment = align(members, read, laid.constraints if laid is not None else Constraints())
        if digest is None:
            digest = Digest(form=self.settings.digest, read=self.reader.read, write=self._model())
        account = account_of(
            ordered, members, read, within(copies, story), alignment, digest=digest, earlier=material.earlier
        )
        return laid.shown(account, alignment) if laid is not None else account, (members, read, alignment)

    def _model(self) -> Callable[[str], str | Problem] | None:
        """The language model that the settings ask to write digests; None where they name none."""
        if not self.settings.llm_address:
            return None
        from rashomon.ingest.language_model import LanguageModel

        return LanguageModel(
            address=self.settings.llm_address,
            model=self.settings.llm_model,
            key=self.settings.llm_key,
            seconds=float(self.settings.llm_seconds),
        )

    def _provenance(self, readings: Iterable[Reading]) -> Provenance:
        from rashomon import __version__
        from rashomon.account import DECIDED as CONCLUDED
        from rashomon.account import VERSION as ACCOUNT_VERSION
        from rashomon.align import DECIDED as ALIGNED
        from rashomon.align import VERSION as ALIGN_VERSION
        from rashomon.group import VERSION as GROUP_VERSION

        grouped = {"stories": GROUP_VERSION, "copies": GROUP_VERSION}
        models = {f"{self.settings.llm_model} (digest)"} if self.settings.llm_address else set()
        degraded = False
        for reading in readings:
            models.update(reading.models)
            degraded |= reading.degraded
        return Provenance(
            version=__version__,
            stages=(GROUP_VERSION, ALIGN_VERSION, ACCOUNT_VERSION),
            models=tuple(sorted(models)),
            degraded=degraded,
            decided=tuple({**grouped, **ALIGNED, **CONCLUDED}.items()),
        )

    @cached_property
    def makers(self) -> Makers:
        """The versioned names of the stages, as this pipeline runs them."""
        from rashomon.account import VERSION as ACCOUNT_VERSION
        from rashomon.align import VERSION as ALIGN_VERSION
        from rashomon.clean import VERSION as CLEAN_VERSION
        from rashomon.group import VERSION as GROUP_VERSION
        from rashomon.read import VERSION as READ_VERSION
        from rashomon.read.models import model_named

        s = self.settings
        read = f"{READ_VERSION} {model_named(s.pipeline).label}"
        digest = f"digest {s.digest}" + (f" {s.llm_model}" if s.llm_address else "")
        return Makers(
            cleaned=CLEAN_VERSION,
            read=read,
            grouped=GROUP_VERSION,
            accounted=f"{read}, {GROUP_VERSION}, {ALIGN_VERSION}, {ACCOUNT_VERSION}, {digest}",
        )
