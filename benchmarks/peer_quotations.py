"""Quotations by textacy, judged by the same measure as Rashomon's: `evals.reading.quotations`.

textacy finds direct quotations alone. It runs on a parse by the same weights that Rashomon reads with; its speaker is a
list of tokens and its content a span, so that both have places in the text. A text with an odd number of quotation
marks it refuses: there it finds none.
"""

from __future__ import annotations

from evals.labelled import Labelled
from evals.reading import quotation_figures, quotations

from rashomon.core import Document, Form, Quotation, Reading, Referent, Span

DATA = "data/polnear/dev.jsonl"


class ByTextacy(Labelled):
    """The labelled data, read by textacy."""

    def read(self, document: Document | None) -> Reading:
        """The direct quotations of a document."""
        from textacy.extract.triples import direct_quotations

        if document is None:
            return Reading(document="")
        found = []
        try:
            given = list(direct_quotations(self.pipeline.reader.nlp(document.text)))
        except ValueError:
            given = []
        for number, one in enumerate(given):
            start, end = one.content.start_char, one.content.end_char
            marked = document.text[start:end]
            start += len(marked) - len(marked.lstrip("“”\"'‘ "))
            end -= len(marked) - len(marked.rstrip("“”\"'’ "))
            speaker = None
            if one.speaker:
                first, last = one.speaker[0], one.speaker[-1]
                span = Span(first.idx, last.idx + len(last))
                speaker = Referent(span=span, name=document.text[span.start : span.end])
            found.append(Quotation(id=str(number), span=Span(start, end), form=Form.DIRECT, speaker=speaker))
        return Reading(document=document.id, quotations=tuple(found))


def rashomon() -> dict[str, float]:
    """How well Rashomon finds quotations."""
    return quotation_figures(quotations(Labelled(), DATA))


def textacy() -> dict[str, float]:
    """How well textacy does."""
    return quotation_figures(quotations(ByTextacy(), DATA))


PEERS = {"Rashomon": rashomon, "textacy": textacy}
