"""The digest of one press review, the checker of digests over it, and sentences that cite all of it."""

from __future__ import annotations

from collections.abc import Callable

from tests.account.ledger import Ledger
from tests.newsrooms import Newsroom

from rashomon.account import Digest, account_of
from rashomon.account.verify import Verifier
from rashomon.core import Citation, DigestSentence, Story
from rashomon.read import Reader

OUTLETS = ("The Harbour Post", "Norholm Mail", "Quay Bee", "Belmar Times")


def review(*texts: str) -> str:
    """A press review with one report an outlet."""
    return "\n".join(
        f"    == {outlet}, 2031-05-02 1{hour}:00 +02:00 ==\n    Words on the lock\n\n    {text}\n"
        for hour, (outlet, text) in enumerate(zip(OUTLETS, texts, strict=False))
    )


def composed(room: Newsroom, ledger: Ledger, reader: Reader) -> list[str]:
    """The sentences of the digest that is composed over a press review."""
    story = Story(id="story", documents=tuple(d.id for d in room.documents))
    digest = Digest(form="composed", read=reader.read)
    account = account_of(story, room.documents, ledger.readings, (), ledger.alignment, digest=digest)
    return [s.text for s in account.digest]


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
