"""The only module that knows the order of the stages: ingest -> clean -> read -> group -> align -> account."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from rashomon.core import Account, Copy, Document, Problem, Provenance, Reading, Story, StoryAccount
from rashomon.settings import Settings, SettingsError

if TYPE_CHECKING:
    from rashomon.read import Reader

Progress = Callable[[str, int, int], None]
"""Called with the stage, how many are done, and how many there are (0 where that is not known)."""


def _silent(stage: str, done: int, of: int) -> None:
    """Report nothing."""


class Pipeline:
    """Runs the stages over inputs with one set of settings; models load on first use and stay loaded."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
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

        for page in pages(inputs, stdin=stdin):
            yield page if isinstance(page, Problem) else document(page)

    def account(self, inputs: Iterable[str], *, stdin: BinaryIO | None = None, progress: Progress = _silent) -> Account:
        """The account of everything among the inputs.

        Args:
            inputs: paths of files and folders, globs, or `-` for `stdin`.
            stdin: where `-` reads from.
            progress: called as the stages go on.
        """
        documents: list[Document] = []
        problems: list[Problem] = []
        for found in self.documents(inputs, stdin=stdin):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                documents.append(found)
            progress("clean", len(documents), 0)
        return self.account_of(documents, problems=problems, progress=progress)

    def account_of(
        self, documents: Sequence[Document], *, problems: Sequence[Problem] = (), progress: Progress = _silent
    ) -> Account:
        """The account of documents that are already clean.

        The same document given twice counts once and is named as a problem; the order of the documents changes
        only the order in which they are listed.
        """
        from rashomon.account import VERSION as ACCOUNT_VERSION
        from rashomon.account.balance import check_run
        from rashomon.align import VERSION as ALIGN_VERSION
        from rashomon.group import VERSION as GROUP_VERSION
        from rashomon.group import find_copies, find_stories, languages_apart

        kept, repeated = once_each(documents)
        readings: dict[str, Reading] = {}
        for n, reading in enumerate(self.reader.read_all(kept), 1):
            readings[reading.document] = reading
            progress("read", n, len(kept))
        copies = find_copies(kept)
        stories = find_stories(kept, copies)
        by_id = {d.id: d for d in kept}
        accounts = []
        for n, story in enumerate(stories, 1):
            accounts.append(self._story(story, by_id, readings, copies))
            progress("account", n, len(stories))
        accounts.sort(key=lambda s: (-len(s.documents), s.id))
        found = [
            *problems,
            *repeated,
            *(apart for apart in (languages_apart(kept),) if apart is not None),
            *(replace(p, address=p.address or d.address) for d in kept for p in d.problems),
            *check_run(kept, accounts),
        ]
        return Account(
            documents=tuple(kept),
            stories=tuple(accounts),
            problems=tuple(found),
            provenance=self._provenance(readings, (GROUP_VERSION, ALIGN_VERSION, ACCOUNT_VERSION)),
        )

    def _story(
        self, story: Story, documents: dict[str, Document], readings: dict[str, Reading], copies: Sequence[Copy]
    ) -> StoryAccount:
        from rashomon.account import Digest, account_of
        from rashomon.align import align

        order = sorted(story.documents, key=lambda d: document_order(documents[d]))
        members = [documents[d] for d in order]
        read = [readings[d] for d in order]
        within = [c for c in copies if c.origin in story.documents and c.copy in story.documents]
        ordered = Story(id=story.id, documents=tuple(order))
        digest = Digest(form=self.settings.digest, read=self.reader.read, write=self._model())
        return account_of(ordered, members, read, within, align(members, read), digest=digest)

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

    def _provenance(self, readings: dict[str, Reading], stages: tuple[str, ...]) -> Provenance:
        from rashomon import __version__

        writing = {f"{self.settings.llm_model} (digest)"} if self.settings.llm_address else set()
        return Provenance(
            version=__version__,
            stages=stages,
            models=tuple(sorted({m for r in readings.values() for m in r.models} | writing)),
            degraded=any(r.degraded for r in readings.values()),
        )


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
