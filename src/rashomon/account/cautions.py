"""What a careful editor would flag."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.account.claims import short
from rashomon.account.standing import HAPPENED
from rashomon.core import Document, Form, Problem, Reading, Span, Status, Utterance
from rashomon.core.alignment import Telling
from rashomon.core.marks import quoted
from rashomon.core.words import words

STAGE = "account"


def headline_quotations(document: Document) -> list[Problem]:
    """Words between quotation marks in the headline that stand nowhere in the body."""
    place = document.headline_span
    if place is None:
        return []
    headline = document.part(place.part)
    body = [w for p in document.prose() if p.span != place for w in words(document.words_at(p.span))]
    found = []
    for q in quoted(headline, place.start, place.end):
        said = words(headline[q.start : q.end])
        if q.depth == 0 and len(said) >= 2 and not _stands_in(said, body):
            found.append(
                Problem(
                    stage=STAGE,
                    code="headline-quotation-absent",
                    message=f"the headline quotes “{headline[q.start : q.end]}”; the body has no such words",
                    document=document.id,
                    span=Span(q.start, q.end, place.part),
                )
            )
    return found


def _stands_in(said: Sequence[str], body: Sequence[str]) -> bool:
    n = len(said)
    return any(body[i : i + n] == list(said) for i in range(len(body) - n + 1))


CONTRARY = frozenset({Status.PROPOSED, Status.REFUSED, Status.DENIED})


def contradictions(tellings: Mapping[str, Sequence[Telling]], documents: Mapping[str, Document]) -> list[Problem]:
    """Claims that one document tells both as having happened and as only asked for or not done, in one voice."""
    found = []
    for told in tellings.values():
        by_voice: dict[tuple[str, str | None], list[Telling]] = {}
        for t in told:
            voice = t.voice or (t.event.voice.name if t.event.voice else None)
            by_voice.setdefault((t.document, voice), []).append(t)
        for (document, _), same_voice in sorted(by_voice.items(), key=lambda kv: str(kv[0])):
            done = next((t for t in same_voice if t.event.status in HAPPENED), None)
            contrary = next((t for t in same_voice if t.event.status in CONTRARY), None)
            if done is None or contrary is None:
                continue
            words_done, words_not = (documents[document].words_at(t.event.span) for t in (done, contrary))
            found.append(
                Problem(
                    stage=STAGE,
                    code="self-contradiction",
                    message=f"told as done (“{short(words_done)}”) and as {contrary.event.status} "
                    f"(“{short(words_not)}”) in the same report",
                    document=document,
                    span=done.event.span,
                )
            )
    return found


def altered_quotations(utterances: Sequence[Utterance], documents: Mapping[str, Document]) -> list[Problem]:
    """Wordings that differ from the fullest one by a figure or a negation."""
    return [
        Problem(
            stage=STAGE,
            code="quotation-altered",
            message=f"“{short(documents[w.document].words_at(w.span))}” differs in sense from “{short(u.text)}”",
            document=w.document,
            span=w.span,
        )
        for u in utterances
        if u.differences == "altered"
        for w in u.quotations
        if w.form is not Form.INDIRECT and words(documents[w.document].words_at(w.span)) != words(u.text)
    ]


def done_on_a_proposal(tellings: Mapping[str, Sequence[Telling]]) -> list[Problem]:
    """A claim that one document alone tells as done while the others lay it to the same voice as only proposed."""
    found = []
    for told in tellings.values():
        asked = {t.document for t in told if t.event.status is Status.PROPOSED}
        done = [t for t in told if t.event.status is Status.DONE]
        tellers = {t.document for t in done}
        if len(asked - tellers) >= 2 and len(tellers) == 1:
            t = done[0]
            others = len(asked - tellers)
            have = "another report has" if others == 1 else f"{others} other reports have"
            found.append(
                Problem(
                    stage=STAGE,
                    code="proposal-told-as-done",
                    message=f"told as done here; {have} it as proposed",
                    document=t.document,
                    span=t.event.span,
                )
            )
    return found


def cautions_of(
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
    utterances: Sequence[Utterance],
    tellings: Mapping[str, Sequence[Telling]],
) -> tuple[Problem, ...]:
    """All cautions of one story, by document and place."""
    found = [p for d in documents.values() for p in headline_quotations(d)]
    found += contradictions(tellings, documents)
    found += altered_quotations(utterances, documents)
    found += done_on_a_proposal(tellings)
    found += [p for r in readings.values() for p in r.problems]
    return tuple(sorted(found, key=lambda p: (p.document or "", p.span or Span(0, 0), p.code, p.message)))
