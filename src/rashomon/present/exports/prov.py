"""Where everything in an account comes from, in W3C PROV-O (2013), as JSON-LD.

Documents are entities, attributed to their outlets. A copy `wasDerivedFrom` the document it takes words from; it
`wasQuotedFrom` it where its words were taken as they are, and is a `wasRevisionOf` it where they were edited. Where the
direction is not known nothing is derived, and `rashomon:sharesWordsWith` says what is seen; so it does of a shared
quotation. Each document has its origin as primary source (`hadPrimarySource`), and a claim that rests on one document
has that document where it tells it as a fact. Utterances are quoted from the documents that have their wordings. Stages
are activities of software agents with versioned names; what people decided are activities of persons.

A claim is a bare proposition. What each report says of it is a `rashomon:Report` of its own, with status and voice. A
claim is attributed to those voices alone that say it is so or will be; who denies it is related by `rashomon:deniedBy`.
Likewise an utterance is attributed to its speaker where the words are the speaker's: of an indirect quotation the cue
may deny them, and `rashomon:sentence` has the cue.

What follows from a relation stands beside it (whatever was quoted was derived), for readers that draw no conclusions.
The context stands in the file, so that nothing has to be fetched to read it.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.core import Account, Claim, Copy, CopyKind, Direction, Document, Provenance, Status, StoryAccount
from rashomon.present.exports.contract import Row, place, time
from rashomon.present.exports.encoding import compact, listed
from rashomon.present.exports.excerpts import excerpt
from rashomon.present.exports.identity import TERMS, iri, web_address
from rashomon.present.exports.indirect import Places, told_of
from rashomon.present.exports.roles import Roles
from rashomon.present.exports.telling import Source
from rashomon.present.report.statuses import (
    SAID_TO_BE_SO,
    asserts,
    counts,
    denies_itself,
    statuses,
    told_by,
    told_standing,
)

XSD_TIME = "http://www.w3.org/2001/XMLSchema#dateTime"
RELATIONS = (
    *("wasDerivedFrom", "wasQuotedFrom", "wasRevisionOf", "hadPrimarySource", "wasAttributedTo", "wasGeneratedBy"),
    *("wasInfluencedBy", "used", "wasAssociatedWith", "actedOnBehalfOf", "hadMember"),
)
OWN_RELATIONS = tuple(
    f"rashomon:{name}" for name in ("sharesWordsWith", "report", "voice", "deniedBy", "speaker", "origin")
)
CONTEXT: Row = {
    "@version": 1.1,
    "@vocab": "http://www.w3.org/ns/prov#",
    "rashomon": {"@id": TERMS, "@prefix": True},
    "id": "@id",
    "type": "@type",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    **{name: {"@type": "@id"} for name in (*RELATIONS, *OWN_RELATIONS, "rashomon:address")},
    **{name: {"@type": XSD_TIME} for name in ("startedAtTime", "endedAtTime", "rashomon:publishedAt")},
}
QUOTED = frozenset({CopyKind.VERBATIM, CopyKind.EXCERPT})
AGENTS = {"person": ["Agent", "Person"], "body": ["Agent", "Organization"]}


class _Nodes(dict[str, Row]):
    """Nodes by their names; what is told of one twice stands once."""

    def node(self, name: str, *types: str, **told: object) -> str:
        row = self.setdefault(name, {"id": name, "type": list(types)})
        row.update({key: value for key, value in told.items() if value is not None})
        return name

    def relate(self, name: str, relation: str, *others: str) -> None:
        known = self[name].setdefault(relation, [])
        known += [other for other in dict.fromkeys(others) if other not in known]


def chunks(source: Source, *, with_texts: bool = False) -> Iterator[bytes]:
    """One graph over all stories, a node a line.

    Args:
        source: what to write.
        with_texts: whether documents and utterances carry their full words.
    """
    made_by = source.provenance
    rows = (
        row
        for account in source.stories()
        for story in account.stories
        for row in _story(account, story, made_by, with_texts=with_texts).values()
    )
    yield from listed(b'{"@context": ' + compact(CONTEXT) + b', "@graph": ', rows, b"}\n")


def _story(account: Account, story: StoryAccount, made_by: Provenance, *, with_texts: bool) -> _Nodes:
    made = _Nodes()
    made.node(iri("story", story.id), "Entity", "Collection", "rashomon:Story", label=story.title)
    for document in account.documents:
        _document(made, document, with_texts=with_texts)
    documents = {document.id: document for document in account.documents}
    known = set(documents)
    for copy in story.copies:
        if {copy.origin, copy.copy} <= known:
            _copy(made, copy)
    for origin in story.origins:
        name = made.node(iri("story", story.id, "origin", origin.id), "Entity", "rashomon:Origin", label=origin.reason)
        for rests in (each for each in origin.documents if each in known):
            made.relate(iri("document", rests), "hadPrimarySource", name)
            made.relate(iri("document", rests), "wasDerivedFrom", name)
    _utterances(made, story, documents, with_texts=with_texts)
    _claims(made, story, known)
    _stages(made, story, made_by)
    _rules(made, story, dict(made_by.decided))
    _people(made, story)
    return made


def _document(made: _Nodes, document: Document, *, with_texts: bool) -> None:
    name = made.node(
        iri("document", document.id),
        "Entity",
        "rashomon:Document",
        label=document.headline,
        value=document.text if with_texts else None,
        **{
            "rashomon:address": web_address(document.address),
            "rashomon:language": document.language,
            "rashomon:publishedAt": time(document.published_at),
        },
    )
    if document.outlet is not None:
        outlet = made.node(iri("outlet", document.outlet), "Agent", "Organization", label=document.outlet)
        made.relate(name, "wasAttributedTo", outlet)


def _copy(made: _Nodes, copy: Copy) -> None:
    origin, taken = iri("document", copy.origin), iri("document", copy.copy)
    if copy.direction is Direction.UNKNOWN or copy.kind is CopyKind.SHARED_QUOTATION:
        made.relate(taken, "rashomon:sharesWordsWith", origin)
        return
    made.relate(taken, "wasDerivedFrom", origin)
    made.relate(taken, "wasQuotedFrom" if copy.kind in QUOTED else "wasRevisionOf", origin)


def _party(made: _Nodes, story: StoryAccount, told: str | None) -> str | None:
    """The party as an agent: who says something is answerable for it."""
    party = Roles(story).party(told)
    if party is None:
        return None
    types = AGENTS.get(party.kind.value, ["Agent"])
    return made.node(iri("story", story.id, "party", party.id), *types, label=party.name)


def _utterances(made: _Nodes, story: StoryAccount, documents: dict[str, Document], *, with_texts: bool) -> None:
    known, places = set(documents), Places(story)
    for utterance in story.utterances:
        name = made.node(
            iri("story", story.id, "utterance", utterance.id),
            "Entity",
            "rashomon:Utterance",
            value=excerpt(utterance.text, whole=with_texts),
            **_own(told_of(utterance, documents, places, whole=with_texts)),
        )
        told = [iri("document", wording.document) for wording in utterance.quotations if wording.document in known]
        made.relate(name, "wasQuotedFrom", *told)
        made.relate(name, "wasDerivedFrom", *told)
        speaker = _party(made, story, utterance.speaker)
        if speaker is not None:
            made.relate(name, "rashomon:speaker", speaker)
            if places.spoken(utterance):
                made.relate(name, "wasAttributedTo", speaker)


def _claims(made: _Nodes, story: StoryAccount, known: set[str]) -> None:
    for claim in story.claims:
        name = made.node(
            iri("story", story.id, "claim", claim.id),
            "Entity",
            "rashomon:Claim",
            label=f"{excerpt(claim.text)} ({told_standing(claim)})",
            value=excerpt(claim.text),
            **{
                "rashomon:standing": claim.standing.value,
                "rashomon:status": [status.value for status in statuses(claim)] or None,
                "rashomon:told": told_by(claim),
            },
        )
        made.relate(iri("story", story.id), "hadMember", name)
        for number, report in enumerate(claim.reports):
            if report.document in known:
                _report(made, story, claim, number)
        rests_on = claim.root.document if claim.root is not None else None
        if rests_on in known and any(asserts(report) and report.document == rests_on for report in claim.reports):
            made.relate(name, "hadPrimarySource", iri("document", rests_on or ""))
            made.relate(name, "wasDerivedFrom", iri("document", rests_on or ""))


def _report(made: _Nodes, story: StoryAccount, claim: Claim, number: int) -> None:
    """One telling of a claim, and what follows from its status for who is answerable for the claim."""
    report, of = claim.reports[number], iri("story", story.id, "claim", claim.id)
    told = iri("document", report.document)
    name = made.node(
        iri("story", story.id, "claim", claim.id, "report", number),
        "Entity",
        "rashomon:Report",
        label=f"told as {report.status.value}: {excerpt(claim.text)}",
        **_own(place(report.span)),
        **{
            "rashomon:status": report.status.value,
            "rashomon:why": list(report.why) or None,
            "rashomon:revised": list(report.revised) or None,
        },
    )
    made.relate(name, "wasDerivedFrom", told)
    made.relate(name, "hadPrimarySource", told)
    made.relate(of, "rashomon:report", name)
    made.relate(of, "wasDerivedFrom", name)
    voice = _party(made, story, report.voice)
    if voice is None:
        return
    made.relate(name, "rashomon:voice", voice)
    if counts(report) and report.status in SAID_TO_BE_SO:
        made.relate(of, "wasAttributedTo", voice)
    elif counts(report) and report.status is Status.DENIED and not denies_itself(claim, report):
        made.relate(of, "rashomon:deniedBy", voice)


def _own(row: Row) -> Row:
    """Members in words of our own."""
    return {f"rashomon:{key}": value for key, value in row.items()}


def _stages(made: _Nodes, story: StoryAccount, provenance: Provenance) -> None:
    """The stages with the documents they used, and what they are run by."""
    whole, program = iri("story", story.id), _software(made, f"rashomon {provenance.version}")
    for model in provenance.models:
        agent = _software(made, model)
        made.relate(agent, "actedOnBehalfOf", program)
        made.relate(whole, "wasInfluencedBy", agent)
    for stage in provenance.stages:
        activity = _stage(made, story, stage)
        made.relate(iri("software", stage), "actedOnBehalfOf", program)
        made.relate(whole, "wasInfluencedBy", activity)
        made.relate(activity, "used", *(iri("document", document) for document in story.documents))


def _rules(made: _Nodes, story: StoryAccount, decided: dict[str, str]) -> None:
    """By which versioned rules claims and utterances were made out."""
    for part, kind, ids in (
        ("claims", "claim", [claim.id for claim in story.claims]),
        ("utterances", "utterance", [utterance.id for utterance in story.utterances]),
    ):
        if part in decided and ids:
            activity = _stage(made, story, decided[part])
            for name in ids:
                made.relate(iri("story", story.id, kind, name), "wasGeneratedBy", activity)


def _stage(made: _Nodes, story: StoryAccount, name: str) -> str:
    activity = made.node(iri("story", story.id, "stage", name), "Activity", "rashomon:Stage", label=name)
    made.relate(activity, "wasAssociatedWith", _software(made, name))
    return activity


def _software(made: _Nodes, name: str) -> str:
    return made.node(iri("software", name), "Agent", "SoftwareAgent", label=name)


def _people(made: _Nodes, story: StoryAccount) -> None:
    for decision in story.decisions:
        person = made.node(iri("person", decision.by), "Agent", "Person", label=decision.by)
        activity = made.node(
            iri("decision", decision.id),
            "Activity",
            "rashomon:Decision",
            startedAtTime=time(decision.at),
            endedAtTime=time(decision.at),
            **{
                "rashomon:kind": decision.kind,
                "rashomon:reason": decision.reason,
                "rashomon:effect": decision.effect,
            },
        )
        made.relate(activity, "wasAssociatedWith", person)
        made.relate(iri("story", story.id), "wasInfluencedBy", activity)
    for note in story.notes:
        person = made.node(iri("person", note.by), "Agent", "Person", label=note.by)
        name = made.node(iri("note", note.id), "Entity", "rashomon:Note", value=note.text)
        made.relate(name, "wasAttributedTo", person)
