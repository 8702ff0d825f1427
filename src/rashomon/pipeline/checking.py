"""A sentence held against accounts: what it says, and which reports carry it, tell it otherwise, or do not tell it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from rashomon.core import Account, Check, CheckedReport, ClaimError, Document, Reading
from rashomon.pipeline.fallen import Parts
from rashomon.pipeline.given import claim_document

if TYPE_CHECKING:
    from rashomon.align.points import Point
    from rashomon.read import Reader


class Asked(NamedTuple):
    """A sentence to check: as it was given, as a document, its reading, and what a report must bear to carry it."""

    claim: str
    sentence: Document
    reading: Reading
    points: tuple[Point, ...]


def asked(claim: str, reader: Reader) -> Asked:
    """A sentence with what is read in it.

    Raises:
        ClaimError: nothing was read in it that a report could tell.
    """
    from rashomon.align.points import points_of
    from rashomon.clean.asked import refuse

    sentence = claim_document(claim)
    refuse(sentence.text)
    reading = reader.read(sentence)
    points = points_of(sentence, reading)
    if not points:
        raise ClaimError(
            f"nothing was read in “{sentence.text}” that a report could tell: give a whole sentence that says who "
            "did what or who said what, as in “The council closed the bridge”",
            reason="nothing-told",
        )
    return Asked(claim, sentence, reading, points)


def check_in(account: Account, parts: Mapping[str, Parts], given: Asked) -> Check:
    """What the documents of an account say of a sentence.

    Args:
        account: of all documents.
        parts: what each of its stories was made from.
        given: the sentence.
    """
    from rashomon.account.check import checked
    from rashomon.account.check_conditions import with_conditions
    from rashomon.align.bearings import bearings

    by_id = {d.id: d for d in account.documents}
    told = [given.sentence.words_at(p.span) for p in given.points]
    carried: list[CheckedReport] = []
    otherwise: list[CheckedReport] = []
    for story in account.stories:
        members, read, alignment = parts[story.id]
        borne = bearings((given.sentence, given.reading, given.points), members, read)
        found = with_conditions(borne, given.sentence.text, by_id, {r.document: r for r in read})
        carries, differs = checked(told, found, story, alignment, by_id)
        carried += carries
        otherwise += differs
    heard = {r.document for r in (*carried, *otherwise)}
    return Check(
        claim=given.claim,
        points=tuple(told),
        documents=account.documents,
        carried=tuple(carried),
        otherwise=tuple(otherwise),
        absent=tuple(d.id for d in account.documents if d.id not in heard),
        problems=account.problems,
        provenance=account.provenance,
    )
