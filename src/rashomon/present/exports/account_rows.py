"""An account -> its published JSON shape, `rashomon-account/1`; keys may be added, none renamed."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.core import (
    Account,
    AppliedDecision,
    Citation,
    Claim,
    DigestSentence,
    FigureLine,
    FigureValue,
    Framing,
    Note,
    Provenance,
    Report,
    Root,
    StoryAccount,
    TimelineEntry,
    Utterance,
)
from rashomon.present.exports.contract import (
    Row,
    copy_row,
    country_row,
    document_row,
    number,
    place,
    problem_row,
    time,
)

FORMAT = "rashomon-account/1"


def account_row(account: Account) -> Row:
    """The whole account as one JSON object."""
    return {
        "format": FORMAT,
        "documents": [document_row(d) for d in account.documents],
        "stories": [story_row(s) for s in account.stories],
        "problems": [problem_row(p) for p in account.problems],
        "provenance": provenance_row(account.provenance),
    }


def story_row(story: StoryAccount) -> Row:
    """One story of an account."""
    return {
        "id": story.id,
        "title": story.title,
        "documents": list(story.documents),
        "copies": [copy_row(c) for c in story.copies],
        "origins": [{"id": o.id, "documents": list(o.documents), "reason": o.reason} for o in story.origins],
        "parties": [
            {
                "id": p.id,
                "name": p.name,
                "kind": p.kind.value,
                "aliases": list(p.aliases),
                "country": country_row(p.name),
                "mentions": _citations(p.mentions),
            }
            for p in story.parties
        ],
        "utterances": [_utterance(u) for u in story.utterances],
        "claims": [_claim(c) for c in story.claims],
        "figures": [_figure_line(f) for f in story.figures],
        "timeline": [_timeline_entry(t) for t in story.timeline],
        "answers": [
            {"claim": a.claim, "to": a.to, "kind": a.kind, "citations": _citations(a.citations)} for a in story.answers
        ],
        "framing": [_framing(f) for f in story.framing],
        "coverage": [
            {"document": c.document, "only_here": list(c.only_here), "left_out": list(c.left_out)}
            for c in story.coverage
        ],
        "digest": [_digest_sentence(d) for d in story.digest],
        "problems": [problem_row(p) for p in story.problems],
        "decisions": [_applied(d) for d in story.decisions],
        "notes": [_note(n) for n in story.notes],
    }


def _applied(decision: AppliedDecision) -> Row:
    return {
        "id": decision.id,
        "kind": decision.kind,
        "by": decision.by,
        "at": time(decision.at),
        "reason": decision.reason,
        "effect": decision.effect,
    }


def _note(note: Note) -> Row:
    return {
        "id": note.id,
        "by": note.by,
        "at": time(note.at),
        "text": note.text,
        "documents": list(note.documents),
        "places": _citations(note.places),
    }


def _citation(citation: Citation) -> Row:
    return {"document": citation.document, **place(citation.span)}


def _citations(citations: Iterable[Citation]) -> list[Row]:
    return [_citation(c) for c in citations]


def _utterance(utterance: Utterance) -> Row:
    return {
        "id": utterance.id,
        "speaker": utterance.speaker,
        "text": utterance.text,
        "differences": utterance.differences,
        "quotations": [
            {
                "document": q.document,
                **place(q.span),
                "whole": place(q.whole),
                "form": q.form.value,
                "wording": q.number,
            }
            for q in utterance.quotations
        ],
    }


def _claim(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "text": claim.text,
        "actor": claim.actor,
        "action": claim.action,
        "target": claim.target,
        "code": claim.code,
        "standing": claim.standing.value,
        "standing_reason": claim.standing_reason or None,
        "differs": list(claim.differs),
        "reports": [_report(r) for r in claim.reports],
        "outlets": claim.outlets,
        "origins": claim.origins,
        "root": _root(claim.root),
    }


def _report(report: Report) -> Row:
    return {
        "document": report.document,
        **place(report.span),
        "status": report.status.value,
        "why": list(report.why),
        "voice": report.voice,
        "origin": report.origin,
        "revised": list(report.revised),
    }


def _root(root: Root | None) -> Row | None:
    if root is None:
        return None
    row: Row = {"party": root.party} if root.party is not None else {"document": root.document}
    return row | {"reason": root.reason}


def _figure_line(line: FigureLine) -> Row:
    return {
        "counts": line.counts,
        "claim": line.claim,
        "standing": line.standing.value,
        "relation": line.relation,
        "values": [figure_value_row(v) for v in line.values],
    }


def figure_value_row(value: FigureValue) -> Row:
    """A value of a line of figures, with where it is told."""
    return {
        "value": number(value.figure.value),
        "high": number(value.figure.high),
        "low": number(value.figure.low),
        "bound": value.figure.bound,
        "unit": value.figure.unit,
        "sum_of": None if value.sum_of is None else [number(part) for part in value.sum_of],
        "reports": _citations(value.reports),
    }


def _timeline_entry(entry: TimelineEntry) -> Row:
    return {
        "when": entry.when,
        "precision": entry.precision,
        "claim": entry.claim,
        "text": entry.text,
        "first": entry.first,
        "otherwise": [
            {"when": o.when, "precision": o.precision, "citations": _citations(o.citations)} for o in entry.otherwise
        ],
        "citations": _citations(entry.citations),
    }


def _framing(framing: Framing) -> Row:
    return {
        "of": framing.of,
        "kind": framing.kind,
        "wordings": [
            {"words": w.words, "hedged": w.hedged, "quoted": w.quoted, "citations": _citations(w.citations)}
            for w in framing.wordings
        ],
    }


def _digest_sentence(sentence: DigestSentence) -> Row:
    return {"text": sentence.text, "citations": _citations(sentence.citations), "claims": list(sentence.claims)}


def provenance_row(provenance: Provenance) -> Row:
    """What made an account or a check."""
    return {
        "version": provenance.version,
        "stages": list(provenance.stages),
        "decided": dict(provenance.decided),
        "models": list(provenance.models),
        "degraded": provenance.degraded,
    }
