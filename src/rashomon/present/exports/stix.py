"""Accounts as STIX 2.1 (OASIS, 2021) for analysts' desks: a report a story, a note a claim, identities of who tells it.

Identifiers are UUIDs of version 5, made from ids, so that the same story is the same object in each export. STIX asks
each object when it was created: a report when its story's first document was published, and changed when the last was;
what has no time has the beginning of 1970. No confidence is given, since an account has none: the standing of a claim
stands as a label, beside which others say what its reports tell it as, and how many origins it has stands in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from rashomon.core import Account, Claim, Document, Kind, Party, StoryAccount
from rashomon.present.exports.contract import Row
from rashomon.present.exports.encoding import compact, listed
from rashomon.present.exports.excerpts import excerpt, words_at
from rashomon.present.exports.identity import uuid, web_address
from rashomon.present.exports.roles import Roles
from rashomon.present.exports.telling import Source
from rashomon.present.report.statuses import counts, told_by, told_standing

UNDATED = "1970-01-01T00:00:00.000Z"
CLASSES = {Kind.PERSON: "individual", Kind.BODY: "organization", Kind.PEOPLE: "group"}
"""Classes of identities in STIX's open vocabulary; a place or a thing is no identity."""


def chunks(source: Source, *, with_texts: bool = False) -> Iterator[bytes]:
    """One bundle over all stories, an object a line.

    Args:
        source: what to write.
        with_texts: whether notes quote all words of a place; full texts have no field in STIX.
    """
    head = b'{"type": "bundle", "id": ' + compact(f"bundle--{uuid('bundle')}") + b', "objects": '
    yield from listed(head, _objects(source, with_texts=with_texts), b"}\n")


def _objects(source: Source, *, with_texts: bool) -> Iterator[Row]:
    maker = _object("identity", "software", "rashomon") | {"name": "Rashomon", "identity_class": "system"}
    yield maker
    seen: set[str] = set()
    for account in source.stories():
        for story in account.stories:
            for row in _story(account, story, str(maker["id"]), with_texts=with_texts):
                # an outlet tells many stories, and is one object
                if row["type"] != "identity" or row["id"] not in seen:
                    yield row
                if row["type"] == "identity":
                    seen.add(str(row["id"]))


def _story(account: Account, story: StoryAccount, maker: str, *, with_texts: bool) -> Iterator[Row]:
    known = {document.id: document for document in account.documents}
    parties = {party.id: party for party in story.parties if party.kind in CLASSES}
    outlets = {document.outlet: _outlet(document.outlet) for document in account.documents if document.outlet}
    people = {name: _party(story, party) for name, party in parties.items()}
    yield from outlets.values()
    yield from people.values()
    created, modified = _times(account.documents)
    notes, roles = [], Roles(story)
    report = _object("report", "story", story.id, created=created, modified=modified)
    for claim in story.claims:
        tellers = [known[r.document] for r in claim.reports if r.document in known]
        first, last = _times(tellers)
        note = _object("note", "story", story.id, "claim", claim.id, created=first, modified=last)
        about = [people[p.id]["id"] for p in map(roles.party, (claim.actor, claim.target)) if p and p.id in people]
        note |= {
            "created_by_ref": maker,
            "abstract": f"{excerpt(claim.text)} ({claim.standing.value}: {told_by(claim)})",
            "content": _told(claim, known, story, whole=with_texts),
            "object_refs": [report["id"], *dict.fromkeys(about)],
            "labels": [claim.standing.value, *claim.differs, told_standing(claim), told_by(claim)],
        }
        notes.append(note)
    yield from notes
    references = [_reference(document) for document in account.documents]
    named = {
        "created_by_ref": maker,
        "name": story.title or story.id,
        "description": "\n".join(excerpt(sentence.text) for sentence in story.digest),
        "published": created,
        "object_refs": [row["id"] for row in (*outlets.values(), *people.values(), *notes)] or [maker],
        "external_references": references,
    }
    yield report | {key: value for key, value in named.items() if value}


def _told(claim: Claim, known: dict[str, Document], story: StoryAccount, *, whole: bool) -> str:
    names = {party.id: party.name for party in story.parties}
    reason = f" ({claim.standing_reason})" if claim.standing_reason else ""
    carried = f"outlets: {claim.outlets}; independent origins: {claim.origins}"
    lines = [
        f"{claim.text if whole else excerpt(claim.text)} ({told_standing(claim)})",
        f"Standing: {claim.standing.value}, {told_by(claim)}{reason}; {carried}.",
    ]
    for report in claim.reports:
        document = known.get(report.document)
        if document is None:
            continue
        voice = f" (says {names[report.voice]})" if report.voice in names else ""
        place = f"{document.id}:{report.span.start}-{report.span.end}"
        words = words_at(document, report.span, whole=whole)
        gone = (
            ""
            if counts(report)
            else " [withdrawn]"
            if "retraction" in report.revised
            else " [rests on a withdrawn report]"
        )
        lines.append(f"{document.outlet or document.id}: {report.status.value}{voice}{gone}: “{words}” [{place}]")
    return "\n".join(lines)


def _reference(document: Document) -> Row:
    row: Row = {"source_name": document.outlet or "outlet not known", "external_id": document.id}
    address = web_address(document.address)
    row |= {"url": address} if address is not None else {}
    return row | ({"description": document.headline} if document.headline else {})


def _outlet(outlet: str) -> Row:
    return _object("identity", "outlet", outlet) | {
        "name": outlet,
        "identity_class": "organization",
        "roles": ["outlet"],
    }


def _party(story: StoryAccount, party: Party) -> Row:
    row = _object("identity", "story", story.id, "party", party.id) | {"name": party.name}
    return row | {"identity_class": CLASSES[party.kind]}


def _object(kind: str, *path: str, created: str = UNDATED, modified: str = UNDATED) -> Row:
    return {
        "type": kind,
        "spec_version": "2.1",
        "id": f"{kind}--{uuid(*path)}",
        "created": created,
        "modified": modified,
    }


def _times(documents: list[Document] | tuple[Document, ...]) -> tuple[str, str]:
    times = sorted(document.published_at for document in documents if document.published_at is not None)
    return (_stamp(times[0]), _stamp(times[-1])) if times else (UNDATED, UNDATED)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
