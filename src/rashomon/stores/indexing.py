"""By what each fact is found: its key, and its words with those of its fields; the same in every store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from rashomon.core import Claim, Document, FigureLine, Part, Party, StoryAccount, Wording
from rashomon.stores.words import MARK, indexed, key

Documents = Mapping[str, Document]
"""The documents of a story by their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a fact stands among those that are found: `wanted` is its key, unless another has it already."""

    wanted: int
    at: datetime | None
    words: str


def document_place(document: Document) -> Place:
    """A document, by its headline and text."""
    apart = document.headline_span is None or document.headline_span.part is Part.HEADLINE
    told = [document.headline, document.text] if apart and document.headline else [document.text]
    return Place(
        wanted=key(document.published_at, document.id),
        at=document.published_at,
        words=indexed(
            told,
            _present(("outlet", document.outlet), ("language", document.language)),
            (("document", document.id),),
        ),
    )


def claim_place(claim: Claim, account: StoryAccount, documents: Documents) -> Place:
    """A claim, by its text, its parties and, report by report, by who tells it how."""
    parties = {party.id: party for party in account.parties}
    named = parties_named(account.parties)
    fields = [("standing", claim.standing.value), *_present(("code", claim.code))]
    for role, who in (("actor", claim.actor), ("target", claim.target)):
        fields += [(field, name) for name in all_names(named, who) for field in (role, "party")]
    for report in claim.reports:
        voices = names(parties.get(report.voice or ""))
        outlet = documents[report.document].outlet
        told = [*(("voice", name) for name in voices), *_present(("outlet", outlet))]
        fields += [("status", report.status.value), *told]
        fields += [(f"{report.status.value}{MARK}{field}", value) for field, value in told]
    return _place((claim.text,), fields, account.id, claim.id, [documents[report.document] for report in claim.reports])


def quotation_place(
    wording: Wording, number: int, speaker: Party | None, story: str, utterance: str, document: Document
) -> Place:
    """A wording, by its words, its speaker and its outlet; `number` is its place in the utterance."""
    fields = [*_present(("outlet", document.outlet)), ("form", wording.form.value)]
    fields += [(field, name) for name in names(speaker) for field in ("speaker", "party")]
    words = document.words_at(wording.span)
    return _place((words,), fields, story, f"{utterance}/{number}", [document])


def figure_place(figure: FigureLine, number: int, account: StoryAccount, documents: Documents) -> Place:
    """A line of figures, by what it counts and the words of its values; `number` is its place in the account."""
    told = [(value, documents[citation.document], citation) for value in figure.values for citation in value.reports]
    fields = [("standing", figure.standing.value)]
    fields += _present(*(("unit", value.figure.unit) for value in figure.values))
    fields += _present(*(("outlet", document.outlet) for _, document, _ in told))
    text = [figure.counts, *(document.words_at(citation.span) for _, document, citation in told)]
    return _place(dict.fromkeys(text), fields, account.id, f"figure/{number}", [document for _, document, _ in told])


def names(party: Party | None) -> tuple[str, ...]:
    """All that a party is called."""
    return () if party is None else (party.name, *party.aliases)


def parties_named(parties: Iterable[Party]) -> dict[str, Party]:
    """The parties of a story by what claims tell them by: their names and their ids."""
    every = tuple(parties)
    return {party.name: party for party in every} | {party.id: party for party in every}


def all_names(named: Mapping[str, Party], told: str | None) -> tuple[str, ...]:
    """All that the actor or target of a claim is called; who is no party is called as the claim tells it."""
    party = named.get(told or "")
    return names(party) if party is not None else (told,) if told else ()


def name_of(named: Mapping[str, Party], told: str | None) -> str | None:
    """The first of these names."""
    return next(iter(all_names(named, told)), None)


def first_told(documents: Iterable[Document]) -> datetime | None:
    """When the first of the documents was published; None where none is dated."""
    return min((d.published_at for d in documents if d.published_at is not None), default=None)


def _place(
    text: Iterable[str], fields: Iterable[tuple[str, str]], story: str, name: str, told_by: list[Document]
) -> Place:
    at = first_told(told_by)
    ids = [("story", story), *(("document", document.id) for document in told_by)]
    return Place(wanted=key(at, story, name), at=at, words=indexed(text, fields, ids))


def _present(*fields: tuple[str, str | None]) -> list[tuple[str, str]]:
    return [(field, value) for field, value in fields if value]
