"""Accounts as linked data in JSON-LD 1.1, in the words of schema.org where it has them.

`NewsArticle`, `Quotation`, `Claim` with `appearance` and `firstAppearance`, `Organization` and `Person` are its words.
It has none for a status, a standing or an origin: those stand under `rashomon:`. The context stands in the file, so
that nothing has to be fetched to read it.

A claim's text is a bare proposition. It has its `appearance` in reports that tell it as a fact and in no others: who
denies it, refuses it or asks for it is told by `rashomon:report`. `spokenByCharacter` is said of words that are their
speaker's: what is quoted indirectly alone, and not told as so, has a `rashomon:speaker` and the sentence with its cue.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from rashomon.core import (
    Account,
    Claim,
    CopyKind,
    Direction,
    Document,
    Kind,
    NoticeKind,
    Party,
    Span,
    Status,
    StoryAccount,
    Utterance,
)
from rashomon.present.exports.contract import Row, place, time
from rashomon.present.exports.encoding import compact, listed
from rashomon.present.exports.excerpts import excerpt, words_at
from rashomon.present.exports.identity import TERMS, iri, web_address
from rashomon.present.exports.indirect import Places, told_of
from rashomon.present.exports.roles import Roles
from rashomon.present.exports.telling import Source
from rashomon.present.report.statuses import asserts, counts, denies_itself, statuses, told_by

_REFERENCE = {"@type": "@id"}
CONTEXT: Row = {
    "@version": 1.1,
    "@vocab": "https://schema.org/",
    "rashomon": {"@id": TERMS, "@prefix": True},
    "id": "@id",
    "type": "@type",
    "datePublished": {"@type": "DateTime"},
    **dict.fromkeys(
        (
            "about",
            "appearance",
            "firstAppearance",
            "hasPart",
            "isBasedOn",
            "isPartOf",
            "publisher",
            "spokenByCharacter",
        ),
        _REFERENCE,
    ),
    **dict.fromkeys(
        ("rashomon:document", "rashomon:origin", "rashomon:voice", "rashomon:deniedBy", "rashomon:speaker"), _REFERENCE
    ),
    "url": _REFERENCE,
}
TYPES = {Kind.PERSON: "Person", Kind.BODY: "Organization", Kind.PLACE: "Place"}
"""A people or a thing is a `Thing`."""
CORRECTIONS = frozenset({NoticeKind.CORRECTION, NoticeKind.CLARIFICATION, NoticeKind.RETRACTION})


def chunks(source: Source, *, with_texts: bool = False) -> Iterator[bytes]:
    """One graph over all stories, a node a line.

    Args:
        source: what to write.
        with_texts: whether articles carry their full texts, and quotations all of their words.
    """
    yield from listed(
        b'{"@context": ' + compact(CONTEXT) + b', "@graph": ', _nodes(source, with_texts=with_texts), b"}\n"
    )


def _nodes(source: Source, *, with_texts: bool) -> Iterator[Row]:
    outlets: set[str] = set()
    for account in source.stories():
        for document in account.documents:
            if document.outlet is not None and document.outlet not in outlets:
                outlets.add(document.outlet)
                yield {"id": iri("outlet", document.outlet), "type": "Organization", "name": document.outlet}
        for story in account.stories:
            yield from _story(account, story, with_texts=with_texts)


def _story(account: Account, story: StoryAccount, *, with_texts: bool) -> Iterator[Row]:
    known = {document.id: document for document in account.documents}
    places = Places(story)
    yield {
        "id": iri("story", story.id),
        "type": "Collection",
        "name": story.title,
        "hasPart": [iri("document", name) for name in story.documents],
        "rashomon:madeBy": [f"rashomon {account.provenance.version}", *account.provenance.stages],
    }
    for origin in story.origins:
        yield {
            "id": iri("story", story.id, "origin", origin.id),
            "type": "rashomon:Origin",
            "rashomon:document": [iri("document", name) for name in origin.documents],
            "rashomon:reason": origin.reason,
        }
    for document in account.documents:
        yield _article(document, story, with_texts=with_texts)
    yield from (_party(story, party) for party in story.parties)
    yield from (_utterance(story, each, known, places, with_texts=with_texts) for each in story.utterances)
    yield from (_claim(story, each, known) for each in story.claims)


def _article(document: Document, story: StoryAccount, *, with_texts: bool) -> Row:
    based = [
        iri("document", copy.origin)
        for copy in story.copies
        if copy.copy == document.id
        and copy.direction is not Direction.UNKNOWN
        and copy.kind is not CopyKind.SHARED_QUOTATION
    ]
    corrections = [
        {"type": "CorrectionComment", "text": words_at(document, notice.span, whole=with_texts)}
        for notice in document.notices
        if notice.kind in CORRECTIONS
    ]
    return _known(
        id=iri("document", document.id),
        type="NewsArticle",
        headline=document.headline,
        url=web_address(document.address),
        datePublished=time(document.published_at),
        inLanguage=document.language,
        publisher=None if document.outlet is None else iri("outlet", document.outlet),
        author=[{"type": "Person", "name": name} for name in document.bylines],
        isPartOf=iri("story", story.id),
        isBasedOn=based,
        correction=corrections,
        articleBody=document.text if with_texts else None,
    )


def _party(story: StoryAccount, party: Party) -> Row:
    return _known(
        id=iri("story", story.id, "party", party.id),
        type=TYPES.get(party.kind, "Thing"),
        name=party.name,
        alternateName=list(party.aliases),
    )


def _utterance(
    story: StoryAccount, utterance: Utterance, known: dict[str, Document], places: Places, *, with_texts: bool
) -> Row:
    wordings = [
        {
            "type": "Quotation",
            "text": words_at(known[wording.document], wording.span, whole=with_texts),
            "isPartOf": iri("document", wording.document),
            **_place(wording.span),
            "rashomon:form": wording.form.value,
            **_own(places.told(wording, known[wording.document], whole=with_texts)),
        }
        for wording in utterance.quotations
        if wording.document in known
    ]
    speaker = party_iri(story, utterance.speaker)
    return _known(
        id=iri("story", story.id, "utterance", utterance.id),
        type="Quotation",
        text=excerpt(utterance.text, whole=with_texts),
        spokenByCharacter=speaker if places.spoken(utterance) else None,
        isPartOf=iri("story", story.id),
        workExample=wordings,
        **{"rashomon:differences": utterance.differences, "rashomon:speaker": speaker},
        **_own(told_of(utterance, known, places, whole=with_texts)),
    )


def _claim(story: StoryAccount, claim: Claim, known: dict[str, Document]) -> Row:
    tellers = list(dict.fromkeys(report.document for report in claim.reports if asserts(report)))
    denied_by = [
        party_iri(story, report.voice)
        for report in claim.reports
        if report.voice and report.status is Status.DENIED and counts(report) and not denies_itself(claim, report)
    ]
    roles = Roles(story)
    parties = [party for party in map(roles.party, (claim.actor, claim.target)) if party is not None]
    first = first_of([known[name] for name in tellers if name in known])
    told = {
        "rashomon:actor": roles.name(claim.actor),
        "rashomon:action": claim.action,
        "rashomon:target": roles.name(claim.target),
        "rashomon:standing": claim.standing.value,
        "rashomon:status": [status.value for status in statuses(claim)],
        "rashomon:deniedBy": list(dict.fromkeys(denied_by)),
        "rashomon:differs": list(claim.differs),
        "rashomon:code": claim.code,
        "rashomon:outlets": claim.outlets,
        "rashomon:origins": claim.origins,
        "rashomon:report": [
            _known(
                type="rashomon:Report",
                **{
                    "rashomon:document": iri("document", report.document),
                    **_place(report.span),
                    "rashomon:status": report.status.value,
                    "rashomon:voice": party_iri(story, report.voice),
                    "rashomon:revised": list(report.revised),
                    "rashomon:origin": iri("story", story.id, "origin", report.origin),
                },
            )
            for report in claim.reports
        ],
    }
    return _known(
        id=iri("story", story.id, "claim", claim.id),
        type="Claim",
        text=excerpt(claim.text),
        description=f"{claim.standing.value}: {told_by(claim)}",
        isPartOf=iri("story", story.id),
        about=[iri("story", story.id, "party", p.id) for p in parties],
        appearance=[iri("document", name) for name in tellers],
        firstAppearance=None if first is None else iri("document", first.id),
        **told,
    )


def first_of(documents: list[Document]) -> Document | None:
    """The one that was published before all others; None where a time is missing, or two are the first."""
    times: list[tuple[datetime, str, Document]] = []
    for document in documents:
        if document.published_at is None:
            return None
        times.append((document.published_at, document.id, document))
    times.sort(key=lambda each: each[:2])
    if not times or (len(times) > 1 and times[0][0] == times[1][0]):
        return None
    return times[0][2]


def party_iri(story: StoryAccount, party: str | None) -> str | None:
    """The name of a party of a story."""
    return None if party is None else iri("story", story.id, "party", party)


def _place(span: Span) -> Row:
    return _own(place(span))


def _own(row: Row) -> Row:
    """Members in words of our own."""
    return {f"rashomon:{key}": value for key, value in row.items()}


def _known(**members: Any) -> Row:  # noqa: ANN401  # members of any JSON
    """The members that say something."""
    return {key: value for key, value in members.items() if value is not None and value != []}
