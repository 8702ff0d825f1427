"""The sums that must come out at the end of every run; one that does not is shown as a problem."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rashomon.account.digest import not_in_citations
from rashomon.core import Citation, DigestSentence, Document, Problem, Reading, Span, StoryAccount


def check_story(
    story: StoryAccount, documents: Mapping[str, Document], readings: Mapping[str, Reading]
) -> tuple[Problem, ...]:
    """Every rule that holds within one story."""
    return (*_quotations(story, readings), *_origins(story), *_places(story, documents), *_digest(story, documents))


def check_run(documents: Sequence[Document], stories: Sequence[StoryAccount]) -> tuple[Problem, ...]:
    """Documents in = documents in stories, each in exactly one."""
    placed = Counter(d for s in stories for d in s.documents)
    return tuple(
        _fault("document-not-in-one-story", f"stands in {placed[d.id]} stories", d.id)
        for d in documents
        if placed[d.id] != 1
    )


def _fault(code: str, message: str, document: str | None = None, span: Span | None = None) -> Problem:
    return Problem(stage="balance", code=code, message=message, document=document, span=span)


def _quotations(story: StoryAccount, readings: Mapping[str, Reading]) -> Iterable[Problem]:
    placed: dict[tuple[str, Span], set[tuple[str, Span]]] = {}
    for u in story.utterances:
        for w in u.quotations:
            placed.setdefault((w.document, w.whole), set()).add((u.id, w.span))
    for d in story.documents:
        for q in readings[d].quotations:
            if (d, q.span) not in placed:
                yield _fault("quotation-unaligned", "stands in no utterance", d, q.span)


def _origins(story: StoryAccount) -> Iterable[Problem]:
    known = {o.id for o in story.origins}
    for c in story.claims:
        documents = {r.document for r in c.reports}
        if c.origins > len(documents):
            yield _fault("more-origins-than-documents", f"claim {c.id}: {c.origins} of {len(documents)}")
        for r in c.reports:
            if r.origin not in known:
                yield _fault("origin-unknown", f"claim {c.id} names origin {r.origin}", r.document, r.span)


def _places(story: StoryAccount, documents: Mapping[str, Document]) -> Iterable[Problem]:
    places = [Citation(document=r.document, span=r.span) for c in story.claims for r in c.reports]
    places += [Citation(document=w.document, span=w.span) for u in story.utterances for w in u.quotations]
    places += [c for s in story.digest for c in s.citations]
    for c in places:
        if not documents[c.document].words_at(c.span).strip():
            yield _fault("empty-place", "a citation has no words", c.document, c.span)


def _digest(story: StoryAccount, documents: Mapping[str, Document]) -> Iterable[Problem]:
    for s in story.digest:
        if not s.citations:
            yield _fault("digest-without-citation", f"“{s.text}” cites nothing")
        elif _is_an_extract(s, documents):
            continue
        elif missing := not_in_citations(s, documents, story.parties):
            yield _fault("digest-unsupported", f"{', '.join(sorted(missing))} stand in no citation of “{s.text}”")


def _is_an_extract(sentence: DigestSentence, documents: Mapping[str, Document]) -> bool:
    """Whether a digest sentence stands word for word in a place it cites."""
    said = " ".join(sentence.text.split())
    return any(said in " ".join(documents[c.document].words_at(c.span).split()) for c in sentence.citations)
