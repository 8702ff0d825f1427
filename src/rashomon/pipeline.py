"""The only module that knows the order of the stages: ingest -> clean -> read -> group -> align -> account."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from rashomon.core import (
    Account,
    Check,
    CheckedReport,
    ClaimError,
    Copy,
    Document,
    Earlier,
    Passage,
    Problem,
    Provenance,
    Reading,
    Role,
    Span,
    Story,
    StoryAccount,
    content_id,
)
from rashomon.core.alignment import Alignment
from rashomon.settings import Settings, SettingsError

if TYPE_CHECKING:
    from rashomon.account import Digest
    from rashomon.align.points import Point
    from rashomon.ingest.fetched import Fetches
    from rashomon.read import Reader

Progress = Callable[[str, int, int], None]
"""Called with the stage, how many are done, and how many there are (0 where that is not known)."""


Parts = tuple[list[Document], list[Reading], Alignment]
"""What the account of one story is made from: its documents, their readings, and what is the same across them."""


class Makers(NamedTuple):
    """The versioned names under which what each stage makes is kept."""

    cleaned: str
    read: str
    grouped: str
    accounted: str


Given = tuple[Document, Reading, "tuple[Point, ...]"]
"""A sentence to check as a document, its reading, and its points."""


def _silent(stage: str, done: int, of: int) -> None:
    """Report nothing."""


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

    def account(self, inputs: Iterable[str], *, stdin: BinaryIO | None = None, progress: Progress = _silent) -> Account:
        """The account of everything among the inputs.

        Args:
            inputs: paths of files and folders, globs, addresses, or `-` for `stdin`.
            stdin: where `-` reads from.
            progress: called as the stages go on.
        """
        documents, problems = self._cleaned(inputs, stdin, progress)
        return self.account_of(documents, problems=problems, progress=progress)

    def account_of(
        self, documents: Sequence[Document], *, problems: Sequence[Problem] = (), progress: Progress = _silent
    ) -> Account:
        """The account of documents that are already clean.

        The same document given twice counts once and is named as a problem; the order of the documents changes
        only the order in which they are listed.
        """
        return self._made(documents, problems, progress)[0]

    def check(
        self, claim: str, inputs: Iterable[str], *, stdin: BinaryIO | None = None, progress: Progress = _silent
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
        progress: Progress = _silent,
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
        progress: Progress = _silent,
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
        accounts = []
        parts: dict[str, Parts] = {}
        for n, story in enumerate(stories, 1):
            made, parts[story.id] = self._story(story, by_id, readings, copies, digest)
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

    def story_account(
        self,
        story: Story,
        documents: Mapping[str, Document],
        readings: Mapping[str, Reading],
        copies: Sequence[Copy],
        *,
        earlier: Mapping[str, Sequence[Earlier]] | None = None,
    ) -> StoryAccount:
        """The account of one story.

        Args:
            story: which documents it has.
            documents: at least these, by id.
            readings: of these documents, by their ids.
            copies: at least those among these documents.
            earlier: by id of the document, what earlier versions of it told otherwise.
        """
        return self._story(story, documents, readings, copies, None, earlier=earlier)[0]

    def _story(
        self,
        story: Story,
        documents: Mapping[str, Document],
        readings: Mapping[str, Reading],
        copies: Sequence[Copy],
        digest: Digest | None,
        *,
        earlier: Mapping[str, Sequence[Earlier]] | None = None,
    ) -> tuple[StoryAccount, Parts]:
        from rashomon.account import Digest, account_of
        from rashomon.align import align

        order = sorted(story.documents, key=lambda d: document_order(documents[d]))
        members = [documents[d] for d in order]
        read = [readings[d] for d in order]
        within = [c for c in copies if c.origin in story.documents and c.copy in story.documents]
        ordered = Story(id=story.id, documents=tuple(order))
        alignment = align(members, read)
        if digest is None:
            digest = Digest(form=self.settings.digest, read=self.reader.read, write=self._model())
        account = account_of(ordered, members, read, within, alignment, digest=digest, earlier=earlier or {})
        return account, (members, read, alignment)

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


def claim_document(claim: str) -> Document:
    """A sentence that somebody gives, as a document of one paragraph."""
    text = " ".join(claim.split())
    passage = Passage(span=Span(0, len(text)), role=Role.PARAGRAPH)
    return Document(id=content_id("claim", text), text=text, language="en", passages=(passage,) if text else ())


def document_order(document: Document) -> tuple[bool, str, str]:
    """Documents by publishing time, those without one last, then by id: the order of the input plays no part."""
    published = document.published_at
    return (published is None, published.isoformat() if published else "", document.id)


def once_each(documents: Iterable[Document]) -> tuple[list[Document], list[Problem]]:
    """Each document once, and a problem for each that was given again or has another's id.

    Of unlike documents with one id the first in the order of publishing stays, whatever the order of the input.
    """
    given: dict[str, list[Document]] = {}
    for d in documents:
        given.setdefault(d.id, []).append(d)
    found: list[Problem] = []
    kept = []
    for name, same in given.items():
        first = min(same, key=lambda d: (document_order(d), d.text, d.headline or "", d.address or ""))
        kept.append(first)
        others = list(same)
        others.remove(first)
        found += [
            _given_again(other) if _content(other) == _content(first) else _taken(other, name) for other in others
        ]
    return kept, found


def _content(document: Document) -> tuple[object, ...]:
    return document.text, document.headline, document.outlet, document.published_at


def _given_again(document: Document) -> Problem:
    return Problem(
        stage="clean",
        code="given-twice",
        message="the same document was given again; it counts once",
        document=document.id,
        address=document.address,
    )


def _taken(document: Document, name: str) -> Problem:
    beginning = " ".join((document.headline or document.text).split())[:60]
    return Problem(
        stage="clean",
        code="id-taken",
        message=f"another document has the id {name} too; this one is set aside, give it its own id: {beginning}",
        document=name,
        address=document.address,
        fatal=True,
    )
