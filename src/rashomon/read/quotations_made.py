"""A quotation from what was found out about it: one way to make them, so that ids and trimming agree."""

from __future__ import annotations

from rashomon.core import Form, Quotation, Referent, Span, content_id
from rashomon.read.parse import Parsed


def quotation(
    parsed: Parsed,
    span: Span,
    form: Form,
    *,
    cue: tuple[Span, str] | None = None,
    speaker: Referent | None = None,
    continues: Quotation | None = None,
) -> Quotation:
    """The quotation of the words at `span`, blanks at their ends left out; `cue` is its place and lemma."""
    span = span.trimmed(parsed.document.part(span.part))
    return Quotation(
        id=content_id(parsed.document.id, "quotation", span.part, span.start, span.end, form),
        span=span,
        form=form,
        cue=cue[0] if cue is not None else None,
        cue_lemma=cue[1] if cue is not None else None,
        speaker=speaker,
        continues=continues.id if continues is not None else None,
    )
