"""The sentence around a place in a report: what an indirect quotation cannot be read without.

The words of an indirect quotation ("that it had cut pay") are not its speaker's until the cue is read with them: of
"denied that it had cut pay" they are the opposite.
"""

from __future__ import annotations

import re

from rashomon.core import Document, Span
from rashomon.core.account import Wording
from rashomon.core.reading import Form

ENDS = re.compile(r"[.!?][\"'”’)\]]*(?=\s)|\n")
"""Where a sentence ends."""


def sentence_of(document: Document, span: Span) -> str:
    """The words around a place from the end of the sentence before to the end of its own."""
    text = document.part(span.part)
    start = max(
        (found.end() for found in ENDS.finditer(text, 0, span.start + 1) if found.end() <= span.start), default=0
    )
    last = ENDS.search(text, max(span.end - 1, span.start))
    return " ".join(text[start : last.end() if last else len(text)].split())


def cue_sentence(document: Document | None, wording: Wording) -> str | None:
    """The sentence with the cue of an indirect quotation; None of any other, and where the report is gone."""
    return None if document is None or wording.form is not Form.INDIRECT else sentence_of(document, wording.whole)
