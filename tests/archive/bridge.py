"""An invented press review over which people decide: the swing bridge of Norholm, and a strike elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.newsrooms import parse_newsroom

from rashomon.core import Citation, Decision, Span

ROOM = parse_newsroom(
    """
    == The Harbour Post, 2031-05-02 14:10 +02:00; id: post ==
    Norholm bridge closed after cracks found

    The Harbour Council closed the swing bridge at Norholm on Friday after inspectors found 14 cracks in its pier.

    Mayor Tessa Orlow met Mira Falk, the transport minister, on Friday morning. “We will not gamble with a single life
    on this crossing,” Orlow said.

    The Tessel Line dismissed 12 pilots on Thursday.

    == Norholm Mail, 2031-05-02 15:00 +02:00; id: mail ==
    Swing bridge at Norholm is closed

    The swing bridge at Norholm was closed by the Harbour Council on Friday, after 14 cracks were found in a pier.

    “We will not gamble with a single life on this crossing,” said Mira Falk, the transport minister.

    The Iron Lady of Norholm has asked the government for money.

    == Evening Echo, 2031-05-02 17:30 +02:00; id: echo ==
    Norholm bridge closed after cracks found

    The Harbour Council closed the swing bridge at Norholm on Friday after inspectors found 14 cracks in its pier.

    Mayor Tessa Orlow met Mira Falk, the transport minister, on Friday morning. “We will not gamble with a single life
    on this crossing,” Orlow said. Buses carried the children of the valley to their schools instead.

    The Tessel Line dismissed 12 pilots on Thursday.

    == Quillon Courier, 2031-05-02 18:30 +02:00; id: courier ==
    Pilots dismissed at Norholm

    The Tessel Line dismissed 12 pilots, Bram Idris, the union leader, said on Friday. Mr Idris called it a shame for
    the harbour.

    == Pellmoor Star, 2031-05-03 09:00 +02:00; id: star ==
    Bakers walk out in Pellmoor

    Two hundred bakers walked out in Pellmoor on Saturday over night shifts, their guild said.

    == Zeltan Dispatch, 2031-05-03 10:00 +02:00; id: dispatch ==
    No bread on the tables of the upper town

    Ovens stayed cold in the upper town after the guild called its members home. Queues formed at the few open shops.
    """
)
AT = datetime(2031, 5, 4, 9, tzinfo=UTC)
DOCUMENTS = {document.id: document for document in ROOM.documents}


def place(document: str, words: str, nth: int = 0) -> Citation:
    """Where these words stand in a document, for the so-manieth time."""
    start = -1
    for _ in range(nth + 1):
        start = DOCUMENTS[document].text.index(words, start + 1)
    return Citation(document=document, span=Span(start, start + len(words)))


def decision(number, kind, *documents, places=(), names=(), reason="she was there", words=True):
    """A decision of Ana Norlo's; with the words at its places."""
    stood = tuple(DOCUMENTS[each.document].words_at(each.span) for each in places) if words else ()
    return Decision(
        id=f"d{number}",
        kind=kind,
        by="Ana Norlo",
        at=AT + timedelta(hours=number),
        reason=reason,
        documents=documents,
        places=tuple(places),
        names=tuple(names),
        words=stood,
    )
