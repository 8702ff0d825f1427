"""The checker of digests over one press review, and sentences that cite all of it."""

from __future__ import annotations

from collections.abc import Callable

from tests.account.ledger import Ledger
from tests.newsrooms import Newsroom

from rashomon.account.verify import Verifier
from rashomon.core import Citation, DigestSentence
from rashomon.read import Reader


def verifier_of(room: Newsroom, ledger: Ledger, reader: Reader) -> Verifier:
    """The checker that knows the ledger of a press review."""
    return Verifier(
        documents={d.id: d for d in room.documents},
        readings={r.document: r for r in ledger.readings},
        parties=ledger.alignment.parties,
        claims=ledger.story.claims,
        read=reader.read,
    )


def standing_in(room: Newsroom, verifier: Verifier) -> Callable[[str], bool]:
    """Whether a sentence stands that cites all sentences of all reports."""
    citations = tuple(
        Citation(document=d.id, span=s) for d in room.documents for s in verifier.readings[d.id].sentences
    )
    claims = tuple(c.id for c in verifier.claims)

    def stands(text: str) -> bool:
        return not verifier.unborne(DigestSentence(text=text, citations=citations, claims=claims))

    return stands
